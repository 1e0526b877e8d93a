"""A session of the council: who sits, what it considers, how it counts, what follows, what its minutes say."""

from pathlib import Path
from typing import Any

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.awards import councils, decisions
from cluster_desktop.commands.awards.council_facts import council_facts
from cluster_desktop.commands.law.cautions import before_session, cautions
from cluster_desktop.commands.official_documents import all_documents
from cluster_desktop.commands.official_documents.numbering import give_number
from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.awards.councils import CouncilMemberDraft, CouncilSessionDraft
from cluster_desktop.domain.awards.nominations import DecisionDraft, NominationDraft, RoundDraft
from cluster_desktop.domain.fields.fields import fields_of
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.printing.numbering import NumberedDocument
from cluster_desktop.records.rows import Filter, Listing, Row
from tests.documents import paper

MEMBERS = ("Hoàng Thị Bích Ngọc", "Giàng A Páo", "Lò Văn Ơn", "Bế Thị Điều", "Tẩn Mẩy", "Nông Văn Dền", "Vàng Thị Dợ")


@pytest.fixture
def round_uid(workspace: Workspace) -> str:
    return records.create(workspace, RoundDraft(name="Tổng kết năm 2024", year=2024)).uids[0]


@pytest.fixture
def session(workspace: Workspace, unit: str, round_uid: str) -> str:
    """A session of seven members; the last one sends a written opinion."""
    draft = CouncilSessionDraft(
        name="Họp Hội đồng năm 2024",
        year=2024,
        round_uid=round_uid,
        unit_uid=unit,
        held_on=PartialDate(2024, 12, 5),
        place="Phòng họp số 1",
        opinions="Nhất trí với danh sách.",
        conclusion="Giao thường trực hoàn thiện hồ sơ.",
    )
    uid = records.create(workspace, draft).uids[0]
    people = [records.create(workspace, PersonDraft(full_name=name, unit_uid=unit)).uids[0] for name in MEMBERS]
    councils.add_members(workspace, uid, people)
    first, *_, last = members(workspace, uid)
    councils.set_attendance(workspace, [last.uid], "Y_KIEN")
    chair: dict[str, Any] = {field.key: first.values[field.key] for field in fields_of(CouncilMemberDraft)} | {
        "role": "CHU_TICH"
    }
    records.edit(workspace, first.uid, CouncilMemberDraft(**chair))
    return uid


def members(workspace: Workspace, session: str) -> tuple[Row, ...]:
    wanted = Listing(kind="council_member", filters=(Filter("session_uid", (session,)),), sort="full_name")
    return workspace.read(listing.page, wanted)


def nominate(workspace: Workspace, unit: str, round_uid: str, name: str, award: str = "CSTDCS", **more: object) -> str:
    person = records.create(workspace, PersonDraft(full_name=name, unit_uid=unit)).uids[0]
    values: dict = {"state": "DE_NGHI", "citation": "Đã có thành tích"} | more
    draft = NominationDraft(round_uid=round_uid, person_uid=person, award=award, **values)
    return records.create(workspace, draft).uids[0]


def state(workspace: Workspace, uid: str) -> object:
    return workspace.read(listing.find, "nomination", uid).values["state"]


def test_the_list_says_how_many_there_are_and_a_typed_number_must_agree(workspace: Workspace, session: str) -> None:
    stored = workspace.read(listing.find, "council_session", session).values
    assert (stored["members_total"], stored["present"]) == (7, 6)
    facts = workspace.read(council_facts, session)
    assert facts.attendance_summary == (
        "Có mặt 6/7 (85,7%), 1 vắng có ý kiến bằng văn bản. Đủ số người họp theo quy chế (từ 2/3)."
    )
    own: dict[str, Any] = {field.key: stored[field.key] for field in fields_of(CouncilSessionDraft)}
    with pytest.raises(errors.InvalidDraft, match="ghi 7 người") as refusal:
        records.edit(workspace, session, CouncilSessionDraft(**own | {"members_total": 9}))
    assert [problem.field for problem in refusal.value.problems] == ["members_total"]
    records.delete(workspace, "council_member", [members(workspace, session)[0].uid])
    assert workspace.read(listing.find, "council_session", session).values["members_total"] == 6
    undo.undo(workspace)
    assert workspace.read(listing.find, "council_session", session).values["members_total"] == 7


def test_members_are_taken_over_from_the_last_session_of_the_same_council(
    workspace: Workspace, session: str, unit: str
) -> None:
    following = records.create(workspace, CouncilSessionDraft(name="Phiên 2", year=2025, unit_uid=unit)).uids[0]
    councils.copy_members(workspace, following)
    assert [row.title for row in members(workspace, following)] == [row.title for row in members(workspace, session)]
    assert {row.values["attendance"] for row in members(workspace, following)} == {"CO_MAT"}
    with pytest.raises(errors.Refused, match="đều đã có"):
        councils.copy_members(workspace, following)
    of_cluster = records.create(workspace, CouncilSessionDraft(name="Cụm", year=2025)).uids[0]
    with pytest.raises(errors.Refused, match="Chưa có phiên họp trước"):
        councils.copy_members(workspace, of_cluster)


def test_the_count_decides_in_one_act_and_is_taken_back_in_one(
    workspace: Workspace, session: str, unit: str, round_uid: str
) -> None:
    six, five, draft = (
        nominate(workspace, unit, round_uid, name, state=own)
        for name, own in (("Trần An", "DE_NGHI"), ("Sùng Ân", "DE_NGHI"), ("Bùi Ba", "NHAP"))
    )
    other = records.create(workspace, UnitDraft(code="SONLA", name="Trường khác", short_name="Sơn La")).uids[0]
    elsewhere = nominate(workspace, other, round_uid, "Đinh Ế")
    councils.take_in(workspace, session)
    assert [state(workspace, uid) for uid in (six, five, draft, elsewhere)] == [
        "HOI_DONG",
        "HOI_DONG",
        "NHAP",
        "DE_NGHI",
    ]
    with pytest.raises(errors.Refused, match="Không còn đề nghị nào"):
        councils.take_in(workspace, session)
    with pytest.raises(errors.Refused, match=r"Lớn hơn tổng số thành viên \(7\)"):
        councils.save_counts(workspace, session, {six: (7, 7, 7, 7), five: (8, 8, 8, 8)})
    assert workspace.read(listing.find, "nomination", six).values["votes_for"] is None
    councils.conclude(workspace, session, {six: (7, 7, 7, 6), five: (7, 7, 7, 5)})
    assert (state(workspace, six), state(workspace, five)) == ("DONG_Y", "KHONG_DAT")
    reason = str(workspace.read(listing.find, "nomination", five).values["reason"])
    assert reason.startswith("5/7 phiếu đồng ý (71,4%), cần 6 phiếu (từ 80% tổng số thành viên")
    undo.undo(workspace)
    assert [state(workspace, uid) for uid in (six, five)] == ["HOI_DONG", "HOI_DONG"]
    councils.take_out(workspace, [six])
    assert (state(workspace, six), workspace.read(listing.find, "nomination", six).values["session_uid"]) == (
        "DE_NGHI",
        None,
    )


def test_nothing_is_concluded_before_anything_is_counted(
    workspace: Workspace, session: str, unit: str, round_uid: str
) -> None:
    nominate(workspace, unit, round_uid, "Trần An")
    councils.take_in(workspace, session)
    with pytest.raises(errors.Refused, match="Chưa có số phiếu đồng ý"):
        councils.conclude(workspace, session)


def test_the_minutes_tell_of_the_session_and_bear_its_number(
    workspace: Workspace, session: str, unit: str, round_uid: str, tmp_path: Path
) -> None:
    because = "Quyết định công nhận sáng kiến đang chờ ký."
    uid = nominate(workspace, unit, round_uid, "Trần An", override_reason=because)
    councils.take_in(workspace, session)
    councils.conclude(workspace, session, {uid: (7, 7, 7, 7)})
    give_number(workspace, NumberedDocument("council-minutes", "BB", 2024, unit, about=session), 4)
    all_documents.write_report(workspace, "council-minutes", tmp_path / "biên bản.pdf", session_uid=session)
    written = tmp_path / "biên bản.pdf"
    words = " ".join(paper.words(written, page) for page in range(paper.page_count(written)))
    for told in (
        "Số: 04/BB-",
        "ngày 05 tháng 12 năm 2024",
        "Phòng họp số 1",
        "07 người; có mặt: 06 người; vắng: 01 người, trong đó 01 có ý kiến bằng văn bản",
        because,
        "Nhất trí với danh sách.",
        "Cần 6/7 phiếu đồng ý (từ 80% tổng số thành viên, theo Nghị định số 98/2023/NĐ-CP",
        "Giao thường trực hoàn thiện hồ sơ.",
    ):
        assert told in words, told


def test_the_minutes_as_data_tell_all_that_the_paper_tells(
    workspace: Workspace, session: str, unit: str, round_uid: str
) -> None:
    passed = nominate(workspace, unit, round_uid, "Trần An", override_reason="Đang chờ ký.")
    failed = nominate(workspace, unit, round_uid, "Vàng Bình")
    councils.take_in(workspace, session)
    councils.conclude(workspace, session, {passed: (7, 7, 6, 6), failed: (7, 7, 7, 5)})
    data: Any = all_documents.compose(workspace, "council-minutes", session_uid=session).data
    held = data["session"]
    assert (held["uid"], held["held_on"], held["place"]) == (session, "2024-12-05", "Phòng họp số 1")
    assert (held["members"], held["present"], held["away"], held["written_opinions"]) == (7, 6, 1, 1)
    assert held["attendance"][0]["role"] == "CHU_TICH"
    assert sorted(one["attendance"] for one in held["attendance"]).count("CO_MAT") == 6
    assert (held["opinions"], held["conclusion"]) == ("Nhất trí với danh sách.", "Giao thường trực hoàn thiện hồ sơ.")
    first, second = data["nominations"]
    assert (first["uid"], first["result"], first["override_reason"]) == (passed, "accepted", "Đang chờ ký.")
    assert (second["uid"], second["result"], second["name"]) == (failed, "refused", "Vàng Bình")
    numbers = ("ballots_issued", "ballots_returned", "ballots_valid", "votes_for", "votes_against", "votes_needed")
    assert [first[key] for key in numbers] == [7, 7, 6, 6, 0, 6]
    assert [second[key] for key in numbers] == [7, 7, 7, 5, 2, 6]
    assert "98/2023/NĐ-CP" in first["needed_law"]


def test_the_ballot_as_data_has_the_lines_of_each_award(workspace: Workspace, unit: str, round_uid: str) -> None:
    uid = nominate(workspace, unit, round_uid, "Trần An", award="GK")
    data: Any = all_documents.compose(workspace, "ballot", year=2024, unit_uid=unit).data
    (ballot,) = data["papers"]
    assert (ballot["award"], [line["uid"] for line in ballot["lines"]]) == ("GK", [uid])


def test_a_decision_dated_before_its_session_is_said_and_not_forbidden(
    workspace: Workspace, session: str, unit: str, round_uid: str
) -> None:
    uid = nominate(workspace, unit, round_uid, "Trần An")
    councils.take_in(workspace, session)
    councils.conclude(workspace, session, {uid: (7, 7, 7, 7)})
    early = DecisionDraft(number="1/QĐ", decided_on=PartialDate(2024, 12, 1), year=2024, level="CO_SO", unit_uid=unit)
    assert "trước ngày họp Hội đồng 05/12/2024" in workspace.read(before_session, (uid,), early)
    decision = decisions.decide(workspace, early, [uid]).uids[0]
    (caution,) = cautions(workspace, early, decision)
    assert "01/12/2024" in caution.sentence


def test_what_speaks_against_a_nomination_is_said_once(workspace: Workspace, unit: str, round_uid: str) -> None:
    first = nominate(workspace, unit, round_uid, "Trần An", award="GK")
    person = str(workspace.read(listing.find, "nomination", first).values["person_uid"])
    another = records.create(workspace, RoundDraft(name="Đợt 2", year=2024)).uids[0]
    again = NominationDraft(round_uid=another, person_uid=person, award="GK")
    assert [one.sentence for one in cautions(workspace, again)] == [
        "Đã có đề nghị “Giấy khen” ở đợt “Tổng kết năm 2024” cùng năm."
    ]
    second_form = NominationDraft(round_uid=another, person_uid=person, award="BK_TINH")
    assert "một thành tích không khen nhiều hình thức" in cautions(workspace, second_form)[0].sentence
    assert not cautions(workspace, NominationDraft(round_uid=another, person_uid=person, award="LDTT"))
    gone = UnitDraft(code="CU", name="Trường cũ", short_name="Cũ", dissolved_on=PartialDate(2024, 7, 1))
    old = records.create(workspace, gone).uids[0]
    twin = records.create(workspace, PersonDraft(full_name="Trần An", unit_uid=old)).uids[0]
    told = [
        one.sentence for one in cautions(workspace, NominationDraft(round_uid=round_uid, person_uid=twin, award="GK"))
    ]
    assert [sentence[:40] for sentence in told] == [
        "“Trần An” cũng được đề nghị ở Lào Cai; c",
        "“Trần An” thuộc Cũ: đơn vị đã giải thể, ",
    ]
