"""What a unit did and was awarded over the years, with what became part of it; whom an office can choose together."""

from datetime import date

import pytest

from cluster_desktop.commands.records import records
from cluster_desktop.commands.units.unit_changes import merge_units, rename_unit
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft
from cluster_desktop.domain.events.events import EventDraft, GiftDraft, PaperDraft, ParticipantDraft, ResultDraft
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.unit_changes import MergerDraft, RenameDraft
from cluster_desktop.domain.units.units import ClusterDraft, DepartmentDraft, UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.people.participation import unit_awards, unit_events
from cluster_desktop.records.queries.people.recipients import issuer_of, offered, recipient_name

OLD = "Trường Chính trị tỉnh Hà Giang"
NEW = "Trường Chính trị tỉnh Tuyên Quang"
DAY = date(2024, 12, 31)
MERGED_ON = PartialDate(2025, 7, 1)


def put(workspace: Workspace, draft: Draft) -> str:
    return records.create(workspace, draft).uids[0]


@pytest.fixture
def old(workspace: Workspace) -> str:
    """Hà Giang: it hosted sports in 2019, gave gifts in 2020; a person and a department were awarded in 2020."""
    old = put(workspace, UnitDraft(code="HAGIANG", name=OLD, short_name="Hà Giang", province="Hà Giang"))
    department = put(workspace, DepartmentDraft(unit_uid=old, name="Khoa Dân vận"))
    person = put(
        workspace,
        PersonDraft(full_name="Sùng Thị Chá", unit_uid=old, department_uid=department, position="Trưởng khoa"),
    )
    sports = put(
        workspace,
        EventDraft(kind="THE_THAO", title="Hội thao", year=2019, starts_on=PartialDate(2019, 8, 21), host_uid=old),
    )
    visit = put(workspace, EventDraft(kind="THIEN_NGUYEN", title="Thăm trường", year=2020))
    put(workspace, ResultDraft(event_uid=sports, discipline="Bóng chuyền", unit_uid=old, prize="NHAT"))
    put(workspace, ParticipantDraft(event_uid=sports, unit_uid=old, people=12))
    put(workspace, PaperDraft(event_uid=sports, title="Bài viết", unit_uid=old))
    gift = GiftDraft(event_uid=visit, description="Áo ấm", unit_uid=old, quantity=30, amount=4_500_000)
    put(workspace, gift)
    decision = put(
        workspace,
        DecisionDraft(number="07/QĐ", decided_on=PartialDate(2021, 1, 5), year=2020, level="CO_SO", unit_uid=old),
    )
    put(workspace, AwardDraft(decision_uid=decision, person_uid=person, award="GK"))
    put(
        workspace,
        AwardDraft(decision_uid=decision, department_uid=department, recipient_kind="KHOA_PHONG", award="TTLDTT"),
    )
    return old


def test_what_a_unit_did_stands_by_year_each_line_with_its_event(workspace: Workspace, old: str) -> None:
    lines = workspace.read(unit_events, old).lines
    assert [(line.year, line.day, line.what, line.where) for line in lines] == [
        (2020, "2020", "Áo ấm, 30 suất, 4.500.000 đồng", "Thăm trường"),
        (2019, "21/08/2019", "Đăng cai; Giải Nhất Bóng chuyền; 12 người dự; 1 tham luận", "Hội thao"),
    ]


def test_after_a_merger_the_new_unit_tells_what_the_old_one_did(workspace: Workspace, old: str) -> None:
    new = put(workspace, UnitDraft(code="TUYENQUANG", name=NEW, short_name="Tuyên Quang"))
    merge_units(workspace, old, MergerDraft(target_uid=new, on=MERGED_ON, reason="Nghị quyết 202/2025/QH15"))
    inherited = workspace.read(unit_events, new)
    assert [line.what.endswith(" (Hà Giang)") for line in inherited.lines] == [True, True]
    assert inherited.note == f"Gồm cả {OLD} trước 01/07/2025."
    assert workspace.read(unit_events, old).note == f"Từ 01/07/2025 là một phần của {NEW}."
    assert [(line.year, line.what, line.where) for line in workspace.read(unit_awards, new).lines] == [
        (2020, "Tập thể Lao động tiên tiến – Khoa Dân vận", "QĐ 07/QĐ"),
        (2020, "1 lượt cá nhân (Hà Giang)", "sổ khen thưởng"),
    ]


def test_a_former_name_is_told_beside_the_activities(workspace: Workspace, old: str) -> None:
    rename_unit(workspace, old, RenameDraft(name="Học viện Hà Giang", short_name="HV", on=PartialDate(2024, 1, 1)))
    assert workspace.read(unit_events, old).note == f"Đến 31/12/2023 mang tên {OLD}."


def test_people_departments_and_units_are_offered_as_recipients(workspace: Workspace, old: str) -> None:
    (person,) = workspace.read(offered, "CA_NHAN", DAY, old)
    (department,) = workspace.read(offered, "KHOA_PHONG", DAY, old)
    (unit,) = workspace.read(offered, "DON_VI", DAY, old)
    assert (person.name, person.detail, person.unit) == ("Sùng Thị Chá", "Trưởng khoa Dân vận", "Hà Giang")
    assert (department.name, department.detail) == ("Khoa Dân vận", "Hà Giang")
    assert (unit.name, unit.detail) == (OLD, "")
    assert [workspace.read(recipient_name, each.recipient) for each in (person, department, unit)] == [
        person.name,
        department.name,
        OLD,
    ]
    assert workspace.read(offered, "KHOA_PHONG", DAY, old, department.recipient.uid) == (department,)


def test_the_body_that_decides_follows_from_the_level(workspace: Workspace) -> None:
    put(workspace, ClusterDraft(name="Cụm thi đua số 2", superior="Học viện Chính trị quốc gia Hồ Chí Minh"))
    assert workspace.read(issuer_of, "HOC_VIEN") == "Học viện Chính trị quốc gia Hồ Chí Minh"
    assert workspace.read(issuer_of, "TINH") == "", "no unit is the office's own"
    assert workspace.read(issuer_of, "CO_SO") == ""
