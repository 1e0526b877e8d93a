"""What a school nominated, registered and decided before it became part of another stays that school's."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from cluster_desktop import app, errors
from cluster_desktop.commands.awards import councils, decisions, received_decisions, registrations
from cluster_desktop.commands.awards.council_facts import council_facts
from cluster_desktop.commands.dossiers.check_list import checklist, dossier_submission
from cluster_desktop.commands.law.cautions import cautions
from cluster_desktop.commands.law.eligibility import judged_nominations, plain
from cluster_desktop.commands.official_documents.all_documents import compose
from cluster_desktop.commands.official_documents.numbering import give_number
from cluster_desktop.commands.records import records
from cluster_desktop.commands.units.unit_changes import merge_units
from cluster_desktop.domain.awards.councils import CouncilSessionDraft
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft, NominationDraft, RoundDraft
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.people.people import PersonDraft, RatingDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.unit_changes import MergerDraft
from cluster_desktop.domain.units.units import DepartmentDraft, UnitDraft, UnitHeadDraft, UnitRatingDraft
from cluster_desktop.domain.year.year_plan import RegistrationDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.awards.decision_start import decision_start
from cluster_desktop.records.queries.awards.proposals import proposals
from cluster_desktop.records.queries.awards.registrations import registered, registration_counts
from cluster_desktop.records.queries.law.eligibility import candidates
from cluster_desktop.records.queries.law.register import Scope
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.units.mergers import merger
from cluster_desktop.records.queries.units.roles import standing_units
from cluster_desktop.records.queries.year.overview import overview
from cluster_desktop.records.queries.year.year_state import year_state
from cluster_desktop.records.rows import Filter, Listing
from tests.cli.command_line import Outcome

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

YEAR = 2020
MERGED_ON = PartialDate(2025, 7, 1)
OF_NOMINATIONS = ("registration-list", "short-list", "submission", "council-minutes", "ballot", "bonus-list")


@dataclass(frozen=True)
class Book:
    """Two schools with the same things in 2020: Yên Bái, which will go up in Lào Cai, and Lào Cai."""

    workspace: Workspace
    old: str
    new: str
    people: dict[str, str]
    department: str
    nominations: dict[str, str]
    sessions: dict[str, str]
    decision: str
    round_uid: str

    def merge(self) -> None:
        draft = MergerDraft(target_uid=self.new, on=MERGED_ON, reason="Nghị quyết 202/2025/QH15")
        merge_units(self.workspace, self.old, draft)

    def unchanged_by_the_merger(self, read: Callable[[], object]) -> None:
        """What is read of the earlier year, before and after."""
        before = read()
        assert before
        self.merge()
        assert read() == before


def put(workspace: Workspace, draft: Draft) -> str:
    return records.create(workspace, draft).uids[0]


@pytest.fixture
def book(workspace: Workspace, unit: str) -> Book:
    """Each school has a department of the same name and two people, the one in it registered and nominated.

    Yên Bái also registers and nominates Khoa Dân vận, which Lào Cai does not have, and has a decision of 2020.
    """
    old = put(
        workspace,
        UnitDraft(
            code="YENBAI",
            name="Trường Chính trị tỉnh Yên Bái",
            short_name="Yên Bái",
            province="Yên Bái",
            head_title="Hiệu trưởng",
        ),
    )
    put(workspace, UnitHeadDraft(unit_uid=old, name="Hà Thị Minh"))
    round_uid = put(workspace, RoundDraft(name="Tổng kết năm 2020", year=YEAR))
    people, nominations, sessions = {}, {}, {}
    for name, school in (("Lò Thị Ơn", old), ("Giàng A Páo", unit)):
        department = put(workspace, DepartmentDraft(unit_uid=school, name="Khoa Xây dựng Đảng"))
        people[name] = put(workspace, PersonDraft(full_name=name, unit_uid=school, department_uid=department))
        registration = RegistrationDraft(year=YEAR, recipient_kind="CA_NHAN", person_uid=people[name], award="BK_TINH")
        put(workspace, registration)
        put(workspace, RatingDraft(person_uid=people[name], year=YEAR, quality="HTXSNV"))
        for award, state in (("BK_TINH", "DE_NGHI"), ("CSTDCS", "DONG_Y")):
            draft = NominationDraft(round_uid=round_uid, person_uid=people[name], award=award, state=state)
            nominations[f"{name} {award}"] = put(workspace, draft)
        session = CouncilSessionDraft(name="Họp Hội đồng", year=YEAR, unit_uid=school, members_total=9)
        sessions[name] = put(workspace, session)
    own = put(workspace, DepartmentDraft(unit_uid=old, name="Khoa Dân vận"))
    put(workspace, UnitRatingDraft(unit_uid=old, department_uid=own, year=YEAR, quality="HTXSNV"))
    whose: dict[str, Any] = {"recipient_kind": "KHOA_PHONG", "department_uid": own, "award": "TTLDTT"}
    put(workspace, RegistrationDraft(year=YEAR, **whose))
    nominations["Khoa Dân vận"] = put(workspace, NominationDraft(round_uid=round_uid, state="DE_NGHI", **whose))
    signed = DecisionDraft(number="9/QĐ", decided_on=PartialDate(2020, 12, 5), year=YEAR, level="CO_SO", unit_uid=old)
    decision = put(workspace, signed)
    put(workspace, AwardDraft(decision_uid=decision, ordinal=1, person_uid=people["Lò Thị Ơn"], award="GK"))
    put(workspace, AwardDraft(decision_uid=decision, ordinal=2, **whose))
    return Book(workspace, old, unit, people, own, nominations, sessions, decision, round_uid)


def test_the_lists_of_the_window_and_their_filter_stay(book: Book) -> None:
    def read() -> object:
        return [
            (row.title, row.shown["recipient_unit"])
            for kind in ("registration", "nomination", "award")
            for school in (book.old, book.new)
            for row in book.workspace.read(
                listing.page, Listing(kind=kind, filters=(Filter("recipient_unit", (school,)),))
            )
        ]

    book.unchanged_by_the_merger(read)


def test_registrations_are_counted_for_the_school_of_their_year(book: Book) -> None:
    counts = {"Lào Cai": {"BK_TINH": 1}, "Yên Bái": {"BK_TINH": 1, "TTLDTT": 1}}
    assert book.workspace.read(registration_counts, YEAR) == counts
    book.merge()
    assert book.workspace.read(registration_counts, YEAR) == counts
    of_lao_cai = book.workspace.read(registered, YEAR, book.new)
    assert [entry.name for entry in of_lao_cai] == ["Giàng A Páo"]
    assert {entry.name for entry in book.workspace.read(registered, YEAR, book.old)} == {"Lò Thị Ơn", "Khoa Dân vận"}


def test_registrations_after_the_merger_are_of_the_school_that_took_them_in(book: Book) -> None:
    book.merge()
    later = RegistrationDraft(year=2026, recipient_kind="CA_NHAN", person_uid=book.people["Lò Thị Ơn"], award="LDTT")
    put(book.workspace, later)
    assert book.workspace.read(registration_counts, 2026)["Lào Cai"] == {"LDTT": 1}
    assert book.workspace.read(registration_counts, 2026)["Yên Bái"] == {}


def test_the_council_of_each_school_takes_in_what_that_school_nominated(book: Book) -> None:
    book.merge()
    councils.take_in(book.workspace, book.sessions["Giàng A Páo"])
    assert _judged(book, "Giàng A Páo") == {("Giàng A Páo", "Khoa Xây dựng Đảng, Lào Cai")}
    councils.take_in(book.workspace, book.sessions["Lò Thị Ơn"])
    assert _judged(book, "Lò Thị Ơn") == {
        ("Lò Thị Ơn", "Khoa Xây dựng Đảng, Yên Bái"),
        ("Khoa Dân vận", "Trường Chính trị tỉnh Yên Bái"),
    }


def _judged(book: Book, whose: str) -> set[tuple[str, str]]:
    ballots = book.workspace.read(council_facts, book.sessions[whose]).ballots
    return {(ballot.name, ballot.place) for ballot in ballots}


def test_ballots_written_before_the_merger_read_the_same_afterwards(book: Book) -> None:
    for session in book.sessions.values():
        councils.take_in(book.workspace, session)
    book.unchanged_by_the_merger(lambda: [book.workspace.read(council_facts, uid) for uid in book.sessions.values()])


@pytest.mark.parametrize("key", OF_NOMINATIONS)
def test_a_document_about_the_earlier_year_says_what_it_said(book: Book, key: str) -> None:
    for session in book.sessions.values():
        councils.take_in(book.workspace, session)

    def read() -> list[object]:
        return [compose(book.workspace, key, year=YEAR, unit_uid=school) for school in (None, book.old, book.new)]

    book.unchanged_by_the_merger(read)


def test_the_decision_of_the_earlier_year_says_what_it_said(book: Book) -> None:
    book.unchanged_by_the_merger(lambda: compose(book.workspace, "decision", decision_uid=book.decision))


def test_the_register_names_the_school_of_the_day(book: Book) -> None:
    book.unchanged_by_the_merger(lambda: compose(book.workspace, "award-register", year=YEAR, unit_uid=book.old))


def test_nominations_that_wait_for_the_province_stay_the_schools(book: Book) -> None:
    def read() -> list[tuple[str, str]]:
        waiting = book.workspace.read(received_decisions.open_nominations, YEAR, "TINH")
        return [(line.name, line.unit) for line in waiting]

    assert read() == [("Giàng A Páo", "Lào Cai"), ("Lò Thị Ơn", "Yên Bái")]
    book.merge()
    assert read() == [("Giàng A Páo", "Lào Cai"), ("Lò Thị Ơn", "Yên Bái")]


def test_a_decision_begins_with_the_school_that_nominated(book: Book) -> None:
    one = [book.nominations["Lò Thị Ơn CSTDCS"]]
    both = [*one, book.nominations["Giàng A Páo CSTDCS"]]
    book.merge()
    start = book.workspace.read(decision_start, YEAR, one)
    assert (start["unit_uid"], start["signer_name"], start["place"]) == (book.old, "Hà Thị Minh", "Yên Bái")
    assert "unit_uid" not in book.workspace.read(decision_start, YEAR, both)


@pytest.mark.parametrize(("day", "home"), [((2020, 12, 20), "Yên Bái"), ((2025, 8, 1), "Lào Cai")])
def test_an_award_written_after_the_merger_is_of_the_school_at_the_day_of_its_decision(
    book: Book, day: tuple[int, int, int], home: str
) -> None:
    book.merge()
    draft = DecisionDraft(number="31/QĐ", decided_on=PartialDate(*day), year=YEAR, level="CO_SO", unit_uid=book.new)
    decisions.decide(book.workspace, draft, [book.nominations["Lò Thị Ơn CSTDCS"]])
    held = book.workspace.read(listing.page, Listing(kind="award", search="Lò Thị Ơn"))
    homes = {row.shown["award"]: row.shown["recipient_unit"] for row in held}
    assert homes == {"Giấy khen": "Yên Bái", "Chiến sĩ thi đua cơ sở": home}


def test_a_dossier_keeps_the_number_of_its_submission(book: Book) -> None:
    uid = book.nominations["Lò Thị Ơn BK_TINH"]
    give_number(book.workspace, book.workspace.read(dossier_submission, uid), 14)
    assert book.workspace.read(checklist, uid).number == "14"
    book.merge()
    assert book.workspace.read(checklist, uid).number == "14"


def test_verdicts_on_what_was_nominated_stay(book: Book) -> None:
    uids = list(book.nominations.values())

    def read() -> dict[str, object]:
        return {uid: plain(judged) for uid, judged in book.workspace.read(judged_nominations, uids).items()}

    book.unchanged_by_the_merger(read)


def test_titles_are_counted_in_the_school_of_their_year(book: Book) -> None:
    def read() -> dict[str, tuple[str, str, frozenset[str]]]:
        scope = Scope(year=YEAR, back=5)
        people = book.workspace.read(lambda session: candidates(session, scope, collectives=False))
        return {one.name: (one.unit_short, one.place, one.counts.fighters) for one in people}

    own, other = (frozenset({book.people[name]}) for name in ("Lò Thị Ơn", "Giàng A Páo"))
    as_then = {
        "Lò Thị Ơn": ("Yên Bái", "Khoa Xây dựng Đảng", own),
        "Giàng A Páo": ("Lào Cai", "Khoa Xây dựng Đảng", other),
    }
    assert read() == as_then
    book.merge()
    assert read() == as_then


def test_people_of_the_year_of_a_merger_are_judged_where_they_went(book: Book) -> None:
    registration = RegistrationDraft(
        year=2025, recipient_kind="CA_NHAN", person_uid=book.people["Lò Thị Ơn"], award="LDTT"
    )
    put(book.workspace, registration)
    book.merge()
    scope = Scope(year=2025, back=5, unit_uids=[book.new])
    there = book.workspace.read(lambda session: candidates(session, scope, collectives=False))
    assert {(one.name, one.unit_short, one.registered) for one in there} == {
        ("Lò Thị Ơn", "Lào Cai", True),
        ("Giàng A Páo", "Lào Cai", False),
    }


def test_one_name_proposed_in_two_schools_is_still_told_of(book: Book) -> None:
    born = PartialDate(1980, 5, 2)
    draft = PersonDraft(full_name="Sùng A Dế", unit_uid=book.old, birth_date=born)
    twins = [put(book.workspace, replace(draft, unit_uid=school)) for school in (book.old, book.new)]
    nominations = [
        NominationDraft(round_uid=book.round_uid, person_uid=uid, award="CSTDCS", state="DE_NGHI") for uid in twins
    ]
    for nomination in nominations:
        put(book.workspace, nomination)

    def read() -> tuple[list[tuple[str, ...]], list[str]]:
        scope = Scope(year=YEAR, back=5)
        people = book.workspace.read(lambda session: candidates(session, scope, collectives=False))
        told = [caution.sentence for caution in cautions(book.workspace, nominations[1])]
        return [one.namesakes for one in people if one.uid in twins], told

    namesakes, told = read()
    assert sorted(namesakes) == [("Lào Cai",), ("Yên Bái",)]
    assert any("Yên Bái" in sentence for sentence in told)
    book.merge()
    assert read() == (namesakes, told)


def test_what_units_owe_and_the_first_page_stay(book: Book) -> None:
    def read() -> object:
        return (
            book.workspace.read(overview, YEAR).units_without_nominations,
            book.workspace.read(year_state, YEAR).registrations,
        )

    book.unchanged_by_the_merger(read)


@pytest.mark.parametrize("day", [PartialDate(2022, 1, 1), PartialDate(2022, 7, 1)])
def test_a_school_that_went_is_asked_for_no_list_in_the_year_it_ended(book: Book, day: PartialDate) -> None:
    merge_units(book.workspace, book.old, MergerDraft(target_uid=book.new, on=day, reason="Nghị quyết"))
    asked = {year: book.workspace.read(overview, year).units_without_nominations for year in (2021, 2022)}
    assert ("Yên Bái" in asked[2021], "Yên Bái" in asked[2022]) == (True, False)
    assert "Lào Cai" in asked[2022]


def test_a_round_offers_who_registered_in_the_school_that_is_asked_for(book: Book) -> None:
    book.merge()
    for school, names in ((book.old, {"Lò Thị Ơn", "Khoa Dân vận"}), (book.new, {"Giàng A Páo"})):
        offered = book.workspace.read(proposals, book.round_uid, school)
        assert {(one.name, one.caution) for one in offered} == {(name, "") for name in names}


def test_the_round_of_the_year_of_the_merger_offers_everybody_to_the_school_that_took_them_in(book: Book) -> None:
    registrations.copy_registrations(book.workspace, YEAR + 1, book.old)
    later = put(book.workspace, RoundDraft(name="Tổng kết năm 2025", year=2025))
    registration = RegistrationDraft(
        year=2025, recipient_kind="CA_NHAN", person_uid=book.people["Lò Thị Ơn"], award="LDTT"
    )
    put(book.workspace, registration)
    book.merge()
    assert [one.name for one in book.workspace.read(proposals, later, book.new)] == ["Lò Thị Ơn"]
    assert book.workspace.read(proposals, later, book.old) == ()


def test_registrations_are_taken_over_by_the_school_people_belong_to_now(book: Book) -> None:
    book.merge()
    with pytest.raises(errors.Refused, match="không có gì để chép"):
        registrations.copy_registrations(book.workspace, YEAR + 1, book.old)
    registrations.copy_registrations(book.workspace, YEAR + 1, book.new)
    taken = book.workspace.read(registered, YEAR + 1)
    assert {(entry.name, entry.short_unit) for entry in taken} == {
        ("Giàng A Páo", "Lào Cai"),
        ("Lò Thị Ơn", "Yên Bái"),  # where she was in 2021, four years before the merger
        ("Khoa Dân vận", "Yên Bái"),  # the same
    }


def test_the_look_before_a_second_merger_counts_only_what_was_won_in_that_school(book: Book) -> None:
    book.merge()
    third = put(book.workspace, UnitDraft(code="LAICHAU", name="Trường Lai Châu", short_name="Lai Châu"))
    assert book.workspace.read(merger, book.new, third, PartialDate(2026)).awards == 0
    put(
        book.workspace,
        AwardDraft(decision_uid=book.decision, ordinal=3, person_uid=book.people["Giàng A Páo"], award="GK"),
    )
    assert book.workspace.read(merger, book.new, third, PartialDate(2026)).awards == 1


def test_the_command_line_answers_what_it_answered(book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    path = book.workspace.path

    def asked(*words: object) -> object:
        code = app.main([str(word) for word in words])
        answer = capsys.readouterr()
        return Outcome(code, answer.out, answer.err).json()

    def read() -> list[object]:
        return [asked("list", path, what, "--json") for what in ("nominations", "awards", "decisions", "sessions")]

    book.workspace.close()
    before = read()
    assert "Yên Bái" in json.dumps(before, ensure_ascii=False)
    again = Workspace.open(path)
    merge_units(again, book.old, MergerDraft(target_uid=book.new, on=MERGED_ON, reason="Nghị quyết"))
    again.close()
    assert read() == before


@pytest.mark.parametrize(("day", "there"), [(PartialDate(2022, 1, 1), False), (PartialDate(2022, 1, 2), True)])
def test_a_school_that_ended_with_new_year_s_day_is_of_the_year_before(
    book: Book, day: PartialDate, there: bool
) -> None:
    merge_units(book.workspace, book.old, MergerDraft(target_uid=book.new, on=day, reason="Nghị quyết"))
    units = {year: book.workspace.read(standing_units, year) for year in (2021, 2022, 2023)}
    assert [book.old in units[year] for year in (2021, 2022, 2023)] == [True, there, False]
