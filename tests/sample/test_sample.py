"""The sample workspace says exactly what the article says, marks the rest, and is sound in every record."""

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.official_documents import all_documents
from cluster_desktop.commands.printing import certificates
from cluster_desktop.commands.records import attachments, undo
from cluster_desktop.documents.certificates.certificates import check_fit
from cluster_desktop.domain.awards.nomination_state import NominationState
from cluster_desktop.domain.awards.vocabulary import RoundKind
from cluster_desktop.domain.fields.fields import check
from cluster_desktop.domain.people.vocabulary import RecipientKind
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file import checking
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Row
from cluster_desktop.sample.build import build_sample
from tests.article import FACTS
from tests.sample.reading import by_uid, rows

SCHOOLS = [unit["name"] for unit in FACTS["units"]]


def report(workspace: Workspace, name: str, folder: Path) -> dict[str, Any]:
    path = folder / f"{name}.json"
    all_documents.write_report(workspace, name, path)
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def code_of(units: dict[str, Row], uid: object) -> str:
    return str(units[str(uid)].values["code"])


class TestTheArticle:
    def test_the_staff_has_the_totals_of_the_article(self, sample: Workspace, tmp_path: Path) -> None:
        told = FACTS["staff"]
        found = report(sample, "staff-statistics", tmp_path)
        assert found["total"] == told["total"]
        assert found["by_degree"] == told["by_degree"]
        assert found["by_political_theory"] == told["by_political_theory"]
        assert sorted(found["by_unit"]) == sorted(SCHOOLS)
        assert sum(found["by_unit"].values()) == told["total"]

    def test_the_events_are_those_of_the_article(self, sample: Workspace, tmp_path: Path) -> None:
        told = FACTS["totals_since_2017"]
        found = report(sample, "event-log", tmp_path)
        for key in ("cluster_workshops", "cluster_workshop_papers", "joint_workshops", "charity_visits"):
            assert found[key] == told[key]

    def test_the_cluster_and_its_schools_have_their_names(self, sample: Workspace) -> None:
        (cluster,) = rows(sample, "cluster")
        told = FACTS["cluster"]
        assert cluster.title == told["name"]
        assert [cluster.values[key] for key in ("region", "superior", "guided_by")] == [
            told["region"],
            told["superior"],
            told["guided_by"],
        ]
        units = {row.values["code"]: row for row in rows(sample, "unit")}
        for unit in FACTS["units"]:
            found = units.pop(unit["code"])
            assert (found.values["name"], found.values["province"]) == (unit["name"], unit["province"])
            assert unit.get("printed_in_article_as", "") in found.shown["note"]
        assert units == {}

    def test_every_school_has_the_departments_in_order(self, sample: Workspace) -> None:
        wanted = [told["name"] for told in FACTS["departments_of_each_unit"]]
        kinds = {"board": "Ban Giám hiệu", "faculty": "Khoa", "office": "Phòng"}
        for unit in rows(sample, "unit"):
            own = [row for row in rows(sample, "department") if row.values["unit_uid"] == unit.uid]
            own.sort(key=lambda row: int(str(row.values["position"])))
            assert [row.title for row in own] == wanted
            assert [row.shown["kind"] for row in own] == [
                kinds[told["kind"]] for told in FACTS["departments_of_each_unit"]
            ]

    def test_workshops_carry_the_three_themes(self, sample: Workspace) -> None:
        told = Counter(event["title"] for event in FACTS["events"] if event["type"] == "HOI_THAO")
        joint = next(event for event in FACTS["events"] if event.get("level") == "Liên trường")
        told[joint["title"]] = joint["times"]
        workshops = [row for row in rows(sample, "event") if row.values["kind"] == "HOI_THAO"]
        assert Counter(row.title for row in workshops) == told
        units = by_uid(sample, "unit")
        for row in workshops:
            if row.title == joint["title"]:
                own = code_of(units, row.values["host_uid"])
                others = [co_host for co_host in rows(sample, "co_host") if co_host.values["event_uid"] == row.uid]
                assert {own, *(code_of(units, one.values["unit_uid"]) for one in others)} == set(joint["hosts"])

    def test_charity_visits_went_where_the_article_says(self, sample: Workspace) -> None:
        units = by_uid(sample, "unit")
        visits = {row.values["year"]: row for row in rows(sample, "event") if row.values["kind"] == "THIEN_NGUYEN"}
        for told in (event for event in FACTS["events"] if event["type"] == "THIEN_NGUYEN"):
            found = visits[told["year"]]
            assert found.values["place"] == told["place"]
            assert found.values["beneficiaries"] == told["recipients"]
            assert code_of(units, found.values["host_uid"]) == told["host"]
            assert told.get("printed_in_article_as", "") in found.shown["note"]

    def test_sports_and_arts_took_place_every_year(self, sample: Workspace) -> None:
        years = next(event["years"] for event in FACTS["events"] if event["type"] == "THE_THAO_VAN_NGHE")
        found = Counter((row.values["kind"], row.values["year"]) for row in rows(sample, "event"))
        for kind in ("THE_THAO", "VAN_NGHE"):
            assert {year: count for (what, year), count in found.items() if what == kind} == dict.fromkeys(years, 1)

    def test_the_results_of_2019_are_those_that_were_reported(self, sample: Workspace) -> None:
        units, events = by_uid(sample, "unit"), by_uid(sample, "event")
        here = [
            (events[str(row.values["event_uid"])], row)
            for row in rows(sample, "result")
            if events[str(row.values["event_uid"])].values["year"] == 2019
        ]
        sports = [row for event, row in here if event.values["kind"] == "THE_THAO"]
        won = {row.title: code_of(units, row.values["unit_uid"]) for row in sports if row.values["prize"] == "NHAT"}
        assert won == {"Bóng chuyền hơi": "SONLA", "Kéo co": "DIENBIEN"}
        assert Counter(row.values["prize"] for row in sports) == {"NHAT": 2, "NHI": 2, "BA": 4}
        assert sum(event.values["kind"] == "VAN_NGHE" for event, _ in here) == 16
        host = {code_of(units, e.values["host_uid"]) for e, _ in here if e.values["kind"] != "HOI_THI"}
        assert host == {"LAOCAI"}

    def test_movements_have_the_years_of_the_article_and_no_others(self, sample: Workspace) -> None:
        told = {
            (movement["title"], movement.get("launched_by"), movement.get("from"), movement.get("to"))
            for movement in FACTS["movements"]
        }
        keys = ("title", "launched_by", "from_year", "to_year")
        assert {tuple(row.values[key] for key in keys) for row in rows(sample, "movement")} == told

    def test_the_two_awards_are_there_and_their_decision_is_said_to_be_unknown(self, sample: Workspace) -> None:
        units, decisions = by_uid(sample, "unit"), by_uid(sample, "decision")
        told = {(award["recipient"], award["award"]) for award in FACTS["awards"]}
        unmarked = [row for row in rows(sample, "award") if row.sample_note is None]
        assert {(code_of(units, row.values["unit_uid"]), row.values["award"]) for row in unmarked} == told
        (decision,) = {str(row.values["decision_uid"]) for row in unmarked}
        assert decisions[decision].title.startswith("Chưa ghi nhận")
        assert decisions[decision].values["issuer"] == FACTS["awards"][0]["by"]
        assert decisions[decision].sample_note

    def test_photos_have_the_captions_and_credits_of_the_article(self, sample: Workspace) -> None:
        found = rows(sample, "attachment")
        keys = ("caption", "credit")
        assert {tuple(row.values[key] for key in keys) for row in found} == {
            (photo["caption"], photo["credit"]) for photo in FACTS["photos"]
        }
        years = {row.values["credit"]: row.values["event_uid"] for row in found}
        sports = sample.read(listing.find, "event", str(years[None]))
        assert (sports.values["kind"], sports.values["year"]) == ("THE_THAO", 2020)

    def test_photos_are_small_pictures_with_the_shape_of_a_screen(self, sample: Workspace) -> None:
        for row in rows(sample, "attachment"):
            data = attachments.contents(sample, str(row.values["sha256"]))
            assert data.startswith(b"\x89PNG")
            assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (1200, 675)
            assert len(data) < 60_000


class TestSampleMarks:
    def test_only_what_the_article_states_is_without_a_mark(self, sample: Workspace) -> None:
        unmarked = Counter(kind for kind in KINDS for row in rows(sample, kind) if row.sample_note is None)
        assert unmarked == {
            "cluster": 1,
            "department": len(FACTS["units"]) * len(FACTS["departments_of_each_unit"]),
            "movement": len(FACTS["movements"]),
            "award": len(FACTS["awards"]),
        }

    def test_sums_that_the_article_does_not_give_are_marked_in_the_report(
        self, sample: Workspace, tmp_path: Path
    ) -> None:
        listed = report(sample, "event-log", tmp_path)["events"]
        visits = [event for event in listed if event["gifts"]]
        assert len(visits) == FACTS["totals_since_2017"]["charity_visits"]
        assert all("số tiền" in event["sample_note"] for event in visits)
        assert all(event["sample_note"] for event in listed if event["people"])

    def test_nobody_carries_a_name_of_the_article(self, sample: Workspace) -> None:
        people = {names.fold(row.title) for row in rows(sample, "person")}
        assert len(people) == FACTS["staff"]["total"] + 2  # who left before the year of the article's figures
        credited = {photo["credit"].split(" - ")[0] for photo in FACTS["photos"] if photo["credit"]}
        assert not people & {names.fold(name) for name in (*credited, "Nguyễn Văn Hiệp")}
        assert all(row.values[key] is None for row in rows(sample, "person") for key in ("phone", "identity_number"))

    def test_there_are_very_long_and_very_short_names(self, sample: Workspace) -> None:
        lengths = sorted(len(row.title) for row in rows(sample, "person"))
        assert lengths[0] == 2
        assert lengths[-1] >= 40
        ethnic = {row.values["ethnicity"] for row in rows(sample, "person")} - {None}
        assert len(ethnic) > 10


LEFT = {"Hoàng Văn Páo", "Lò Văn Ín"}
"""Those who left before the year of the article's figures."""


class TestTheRecordsAreSound:
    def test_every_record_passes_the_checks_of_its_form(self, sample: Workspace) -> None:
        for kind in KINDS.values():
            for row in rows(sample, kind.key):
                draft = kind.draft(**{field.key: row.values[field.key] for field in kind.fields})
                assert draft == draft.normalised()
                assert check(draft) == (), f"{kind.key} {row.title}"

    def test_no_blank_of_a_pattern_is_left_open(self, sample: Workspace) -> None:
        texts = [text for kind in KINDS for row in rows(sample, kind) for text in row.shown.values()]
        assert [text for text in texts if "{" in text or "}" in text] == []

    def test_every_reference_points_to_a_record(self, sample: Workspace) -> None:
        assert checking.check(sample).problems == ()
        known = {kind: set(by_uid(sample, kind)) for kind in KINDS}
        for kind in KINDS.values():
            for row in rows(sample, kind.key):
                for field in kind.fields:
                    value = row.values[field.key]
                    if field.refers_to and value is not None:
                        assert value in known[field.refers_to]

    @pytest.mark.parametrize(
        ("kind", "keys"),
        [
            ("unit", ("code",)),
            ("membership", ("cluster_uid", "unit_uid", "year")),
            ("rating", ("person_uid", "year")),
            ("decision", ("number", "year", "unit_uid")),
            ("nomination", ("round_uid", "person_uid", "department_uid", "unit_uid", "award")),
            ("participant", ("event_uid", "unit_uid")),
        ],
    )
    def test_nothing_is_recorded_twice(self, sample: Workspace, kind: str, keys: tuple[str, ...]) -> None:
        found = Counter(tuple(row.values[key] for key in keys) for row in rows(sample, kind))
        assert [key for key, count in found.items() if count > 1] == []

    def test_people_work_in_departments_of_their_own_school(self, sample: Workspace) -> None:
        departments = by_uid(sample, "department")
        heads: Counter[tuple[str, str]] = Counter()
        for person in rows(sample, "person"):
            department = departments[str(person.values["department_uid"])]
            assert department.values["unit_uid"] == person.values["unit_uid"]
            if person.title in LEFT:
                continue
            assert person.values["status"] == "DANG_CONG_TAC"
            heads[department.uid, str(person.values["position"]).split()[0]] += 1
        for uid, department in departments.items():
            own = sum(row.values["department_uid"] == uid for row in rows(sample, "person"))
            board = department.values["kind"] == "BAN_GIAM_HIEU"
            assert own >= (1 if board else 7)
            assert heads[uid, "Hiệu" if board else "Trưởng"] == 1
            assert heads[uid, "Phó"] <= (2 if board or own >= 10 else 1)

    def test_each_year_has_one_head_and_one_host_and_seven_members(self, sample: Workspace) -> None:
        units = by_uid(sample, "unit")
        hosts = {event["year"]: event["host"] for event in FACTS["events"] if event["type"] == "THIEN_NGUYEN"}
        for year, host in hosts.items():
            own = [row for row in rows(sample, "membership") if row.values["year"] == year]
            assert len(own) == len(FACTS["units"])
            assert [code_of(units, row.values["unit_uid"]) for row in own if row.values["hosts"]] == [host]
            roles = Counter(row.values["role"] for row in own)
            assert roles["CUM_TRUONG"] == 1
            assert 1 <= roles["CUM_PHO"] <= 2

    def test_the_sample_cannot_be_undone_away(self, sample: Workspace) -> None:
        assert undo.undo_label(sample) is None


class TestTheYear2020:
    def test_every_state_is_there_for_people_departments_and_schools(self, sample: Workspace) -> None:
        states = {choice.code for choice in NominationState}
        nominations = [row.values for row in rows(sample, "nomination")]
        for recipient in RecipientKind:
            assert {each["state"] for each in nominations if each["recipient_kind"] == recipient.code} == states
        kinds = {row.values["kind"] for row in rows(sample, "round")}
        assert kinds == set(RoundKind) - {"CONG_HIEN", "KHEN_CHUYEN_DE"}  # nobody retires; one is of a law of 2026

    def test_votes_are_cast_when_the_council_has_met(self, sample: Workspace) -> None:
        for row in rows(sample, "nomination"):
            met = row.values["state"] in ("DONG_Y", "KHONG_DAT", "DA_QUYET_DINH")
            assert (row.values["votes_for"] is not None) == met
            if met:
                share = int(str(row.values["votes_for"])) / int(str(row.values["votes_total"]))
                assert (share > 2 / 3) == (row.values["state"] != "KHONG_DAT")
            assert bool(row.values["reason"]) == (row.values["state"] in ("KHONG_DAT", "RUT"))

    def test_decided_nominations_and_awards_belong_together(self, sample: Workspace) -> None:
        nominations = by_uid(sample, "nomination")
        linked = [row for row in rows(sample, "award") if row.values["nomination_uid"]]
        decided = {uid for uid, row in nominations.items() if row.values["state"] == "DA_QUYET_DINH"}
        assert sorted(str(row.values["nomination_uid"]) for row in linked) == sorted(decided)
        for award in linked:
            nomination = nominations[str(award.values["nomination_uid"])]
            for key in ("award", "citation", "person_uid", "department_uid", "unit_uid"):
                assert award.values[key] == nomination.values[key]

    def test_a_better_title_goes_with_the_usual_one_and_with_an_initiative(self, sample: Workspace) -> None:
        ideas = {row.values["person_uid"] for row in rows(sample, "initiative") if row.values["year"] == 2020}
        won: dict[str, set[object]] = {"LDTT": set(), "CSTDCS": set()}
        for row in rows(sample, "nomination"):
            if row.values["award"] in won:
                won[str(row.values["award"])].add(row.values["person_uid"])
        assert won["CSTDCS"] <= won["LDTT"]
        assert won["CSTDCS"] <= ideas

    def test_nobody_under_examination_or_badly_rated_is_awarded(self, sample: Workspace) -> None:
        bad = {
            row.values["person_uid"]
            for row in rows(sample, "rating")
            if row.values["year"] == 2020 and row.values["quality"] in ("HTNV", "KHTNV")
        }
        bad |= {row.values["person_uid"] for row in rows(sample, "discipline") if row.values["ended_on"] is None}
        assert bad
        assert not bad & {row.values["person_uid"] for row in rows(sample, "award")}

    def test_the_decision_of_48_prints_48_fitting_certificates(self, sample: Workspace) -> None:
        uid = certificates.decision_by_number(sample, "48/QĐ-TCT")
        decision = sample.read(listing.find, "decision", uid)
        assert decision.values["decided_on"] == PartialDate(2021, 1, 5)
        assert decision.values["year"] == 2020
        batch = certificates.certificates_of(sample, uid).contents
        assert len(batch) == 48
        assert [item.golden_book for item in batch] == [f"{number:02d}" for number in range(1, 49)]
        assert not [item.sentence for item in check_fit(batch) if item.blocking]
        lengths = [len(item.recipient_name) for item in batch]
        assert min(lengths) <= 3
        assert max(lengths) >= 40
        citations = sorted({len(item.citation) for item in batch})
        assert len(citations) >= 5
        assert citations[-1] > 3 * citations[0]
        people = [item.recipient_name for item in batch if item.recipient_prefix == "Đồng chí"]
        assert all(names.sort_key(one) <= names.sort_key(next_one) for one, next_one in pairwise(people))

    def test_certificates_of_every_school_decision_fit_and_say_that_they_are_samples(self, sample: Workspace) -> None:
        for row in rows(sample, "decision"):
            if row.values["level"] == "CO_SO":
                batch = certificates.certificates_of(sample, row.uid).contents
                assert not [item.sentence for item in check_fit(batch) if item.blocking]
                assert all(item.sample for item in batch)


def contents(workspace: Workspace) -> list[tuple[object, ...]]:
    return [
        (kind, row.title, sorted(row.shown.items()), row.sample_note)
        for kind in KINDS
        for row in sorted(rows(workspace, kind), key=lambda row: (row.title, sorted(row.shown.items())))
    ]


def test_it_is_the_same_every_time(sample: Workspace, tmp_path: Path) -> None:
    again = build_sample(tmp_path / "lại.sothidua")
    try:
        assert contents(again) == contents(sample)
    finally:
        again.close()


def test_progress_rises_to_the_end(tmp_path: Path) -> None:
    steps: list[tuple[int, int, str]] = []
    build_sample(tmp_path / "a.sothidua", lambda *step: steps.append(step)).close()
    assert steps == sorted(steps, key=lambda step: step[0])
    assert steps[-1][0] == steps[-1][1] > FACTS["staff"]["total"]
    assert any("người" in words for _, _, words in steps)


def test_stopping_leaves_no_file(tmp_path: Path) -> None:
    def stop(done: int, total: int, words: str) -> None:
        if done > total // 2:
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        build_sample(tmp_path / "a.sothidua", stop)
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_that_name_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.sothidua"
    path.write_text("của người khác", encoding="utf-8")
    with pytest.raises(errors.CannotWrite):
        build_sample(path)
    assert path.read_text(encoding="utf-8") == "của người khác"
