"""What begins the year: registering many at once, taking last year's over, the pledge, and filling a round."""

from dataclasses import replace

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.awards import registrations
from cluster_desktop.commands.awards.nominating import Wording, propose
from cluster_desktop.commands.official_documents import all_documents
from cluster_desktop.commands.records import records, undo
from cluster_desktop.commands.units import pledges
from cluster_desktop.documents.content.content import Paragraph, Table
from cluster_desktop.domain.awards.nominations import NominationDraft, RoundDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.people.recipients import Recipient
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import DepartmentDraft, MovementDraft
from cluster_desktop.domain.year.year_plan import PledgeTargetDraft, RegistrationDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.awards.proposals import proposals
from cluster_desktop.records.queries.awards.registrations import registration_counts
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing

TITLE = RegistrationDraft(year=2020, award="LDTT", registered_on=PartialDate(2020, 1, 15), target="Đủ giờ giảng")


@pytest.fixture
def people(workspace: Workspace, unit: str) -> list[Recipient]:
    names = ("Lò Thị Ơn", "Trần An", "Sùng Ân")
    drafts = [PersonDraft(full_name=name, unit_uid=unit) for name in names]
    return [Recipient("CA_NHAN", records.create(workspace, draft).uids[0]) for draft in drafts]


@pytest.fixture
def round_uid(workspace: Workspace) -> str:
    return records.create(workspace, RoundDraft(name="Tổng kết năm 2020", year=2020)).uids[0]


def count(workspace: Workspace, kind: str, year: int) -> int:
    return workspace.read(listing.count, Listing(kind=kind, filters=(Filter("year", (year,)),)))


def test_many_register_in_one_act_and_nobody_twice(workspace: Workspace, people: list[Recipient]) -> None:
    registrations.register(workspace, TITLE, people[:2])
    changes = registrations.register(workspace, TITLE, people)
    assert changes.label == "Đăng ký danh hiệu cho 1 cá nhân, tập thể"
    assert workspace.read(registration_counts, 2020) == {"Lào Cai": {"LDTT": 3}}
    with pytest.raises(errors.Refused, match="đăng ký danh hiệu này rồi"):
        registrations.register(workspace, TITLE, people)
    with pytest.raises(errors.InvalidDraft, match="chỉ tặng cho tập thể"):
        registrations.register(workspace, replace(TITLE, award="TTLDTT"), people)
    undo.undo(workspace)
    undo.undo(workspace)
    assert count(workspace, "registration", 2020) == 0


def test_last_years_registrations_are_taken_over_without_those_who_left(
    workspace: Workspace, people: list[Recipient], unit: str
) -> None:
    registrations.register(workspace, TITLE, people)
    gone = PersonDraft(full_name="Sùng Ân", unit_uid=unit, status="CHUYEN_CONG_TAC")
    records.edit(workspace, people[2].uid, gone)
    registrations.register(workspace, replace(TITLE, year=2021), people[:1])
    registrations.copy_registrations(workspace, 2021)
    assert workspace.read(registration_counts, 2021) == {"Lào Cai": {"LDTT": 2}}
    with pytest.raises(errors.Refused, match="đều đã có trong năm này"):
        registrations.copy_registrations(workspace, 2021)
    with pytest.raises(errors.Refused, match="năm 2024 không có"):
        registrations.copy_registrations(workspace, 2025)


def test_the_list_on_paper_counts_by_unit_and_title(workspace: Workspace, people: list[Recipient], unit: str) -> None:
    registrations.register(workspace, TITLE, people)
    faculty = records.create(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Xây dựng Đảng")).uids[0]
    registrations.register(workspace, replace(TITLE, award="TTLDTT"), [Recipient("KHOA_PHONG", faculty)])
    document = all_documents.compose(workspace, "registration-list", year=2020)
    counts, names = [block for block in document.blocks if isinstance(block, Table)]
    assert list(counts.rows) == [(1, "Trường Chính trị tỉnh Lào Cai", 3, 1, 4)]
    assert [row[1] for row in names.rows] == ["Khoa Xây dựng Đảng", "Trần An", "Sùng Ân", "Lò Thị Ơn"]


def test_the_pledge_prints_targets_and_else_the_goals_of_movements(workspace: Workspace) -> None:
    movement = MovementDraft(title="Dạy tốt, học tốt", from_year=2018, goals="100% giảng viên dự giờ")
    records.create(workspace, movement)
    assert "Dạy tốt, học tốt: 100% giảng viên dự giờ." in pledged(workspace, 2020)
    target = PledgeTargetDraft(year=2020, position=1, title="Đào tạo, bồi dưỡng", target="05 lớp", result="06 lớp")
    records.create(workspace, target)
    assert "Đào tạo, bồi dưỡng: 05 lớp." in pledged(workspace, 2020)
    assert not any("Dạy tốt" in line for line in pledged(workspace, 2020))
    pledges.copy_pledge_targets(workspace, 2021)
    assert "Đào tạo, bồi dưỡng: 05 lớp." in pledged(workspace, 2021)
    found = workspace.read(listing.page, Listing(kind="pledge_target", filters=(Filter("year", (2021,)),)))
    assert [row.values["result"] for row in found] == [None]
    with pytest.raises(errors.Refused, match="Năm 2020 không có chỉ tiêu"):
        pledges.copy_pledge_targets(workspace, 2021)


def pledged(workspace: Workspace, year: int) -> list[str]:
    blocks = all_documents.compose(workspace, "pledge", year=year).blocks
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_a_round_is_filled_from_registrations_in_one_act(
    workspace: Workspace, people: list[Recipient], round_uid: str
) -> None:
    registrations.register(workspace, TITLE, people)
    already = NominationDraft(round_uid=round_uid, person_uid=people[0].uid, award="LDTT", citation="Lời riêng")
    records.create(workspace, already)
    other = records.create(workspace, RoundDraft(name="Chuyên đề", year=2020, kind="CHUYEN_DE")).uids[0]
    records.create(workspace, replace(already, round_uid=other, person_uid=people[1].uid, state="DE_NGHI"))
    found = {one.name: one for one in workspace.read(proposals, round_uid)}
    assert [found[name].nominated for name in ("Lò Thị Ơn", "Trần An", "Sùng Ân")] == [True, False, False]
    assert found["Trần An"].caution == "đã đề nghị ở đợt “Chuyên đề”"
    assert found["Sùng Ân"].source == "đã đăng ký ngày 15/01/2020"
    changes = propose(workspace, round_uid, list(found.values()), Wording())
    assert changes.label == "Lập danh sách 2 đề nghị"
    rows = workspace.read(listing.page, Listing(kind="nomination", filters=(Filter("round_uid", (round_uid,)),)))
    assert {(row.shown["recipient"], row.values["state"], row.values["citation"]) for row in rows} == {
        ("Lò Thị Ơn", "NHAP", "Lời riêng"),
        ("Trần An", "DE_NGHI", "Đã hoàn thành tốt nhiệm vụ năm 2020"),
        ("Sùng Ân", "DE_NGHI", "Đã hoàn thành tốt nhiệm vụ năm 2020"),
    }
    with pytest.raises(errors.Refused, match="Chưa chọn đề nghị mới"):
        propose(workspace, round_uid, workspace.read(proposals, round_uid), Wording())
    undo.undo(workspace)
    assert count(workspace, "nomination", 2020) == 2
