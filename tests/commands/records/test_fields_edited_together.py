"""A rule about a field holds however many other fields, references among them, are edited in the same act."""

from typing import Any

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.councils import CouncilSessionDraft
from cluster_desktop.domain.awards.nominations import NominationDraft, RoundDraft
from cluster_desktop.domain.people.career import ServiceDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import DepartmentDraft, UnitDraft
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from tests.records.contents import dump

MERGED_ON = PartialDate(2025, 7, 1)


def put(workspace: Workspace, draft: Any) -> str:
    return records.create(workspace, draft).uids[0]


def edit(workspace: Workspace, kind: str, uid: str, **changed: Any) -> None:
    values = workspace.read(listing.find, kind, uid).values
    fields = {field.key: values[field.key] for field in KINDS[kind].fields}
    records.edit(workspace, uid, KINDS[kind].draft(**fields | changed))


def refused(workspace: Workspace, kind: str, uid: str, **changed: Any) -> str:
    before = dump(workspace)
    with pytest.raises(errors.InvalidDraft) as problem:
        edit(workspace, kind, uid, **changed)
    assert dump(workspace) == before
    return problem.value.sentence


@pytest.fixture
def other(workspace: Workspace) -> str:
    return put(workspace, UnitDraft(code="SONLA", name="Trường Chính trị tỉnh Sơn La", short_name="Sơn La"))


@pytest.fixture
def department(workspace: Workspace, unit: str) -> str:
    return put(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Dân vận"))


@pytest.fixture
def member(workspace: Workspace, unit: str, department: str) -> str:
    draft = PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, department_uid=department, joined_unit=PartialDate(2015))
    return put(workspace, draft)


def test_a_unit_with_people_does_not_end_by_its_form_whatever_else_is_filled_in(
    workspace: Workspace, unit: str, other: str, member: str
) -> None:
    sentence = refused(workspace, "unit", unit, dissolved_on=MERGED_ON, merged_into_uid=other)
    assert "Từ 01/07/2025 còn 1 người ở Lào Cai: Lò Thị Ơn." in sentence
    assert "“Sáp nhập đơn vị vào đơn vị khác…”" in sentence


def test_a_unit_that_is_no_more_goes_into_no_other_while_people_stand_in_it(
    workspace: Workspace, unit: str, other: str
) -> None:
    edit(workspace, "unit", unit, dissolved_on=MERGED_ON)
    uid = put(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, joined_unit=PartialDate(2015)))
    assert "còn 1 người ở Lào Cai: Lò Thị Ơn." in refused(workspace, "unit", unit, merged_into_uid=other)
    put(workspace, ServiceDraft(person_uid=uid, day=MERGED_ON, unit_uid=other))
    edit(workspace, "unit", unit, merged_into_uid=other)
    assert check(workspace).ok


def test_a_department_with_people_does_not_end_as_it_is_said_to_continue_another(
    workspace: Workspace, unit: str, department: str, member: str
) -> None:
    before = put(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Vận động quần chúng"))
    sentence = refused(workspace, "department", department, ended_on=MERGED_ON, continues_uid=before)
    assert "còn 1 người ở Khoa Dân vận: Lò Thị Ơn." in sentence


def test_both_days_of_a_department_are_checked(workspace: Workspace, unit: str, department: str, member: str) -> None:
    put(workspace, ServiceDraft(person_uid=member, day=PartialDate(2016), department_uid=department))
    put(workspace, ServiceDraft(person_uid=member, day=PartialDate(2020), status="NGHI_HUU"))
    sentence = refused(workspace, "department", department, began_on=PartialDate(2018), ended_on=MERGED_ON)
    assert "Lò Thị Ơn đã được ghi ở Khoa Dân vận" in sentence


def test_a_line_that_no_longer_names_the_unit_leaves_it_open_as_its_department_is_chosen(
    workspace: Workspace, unit: str, department: str, member: str
) -> None:
    line = put(workspace, ServiceDraft(person_uid=member, day=PartialDate(2020), unit_uid=unit, position="Trưởng khoa"))
    edit(workspace, "service", line, unit_uid=None, department_uid=department)
    now = workspace.read(listing.find, "person", member).values
    assert (now["unit_uid"], now["department_uid"]) == (unit, department)
    assert check(workspace).ok


def test_a_line_moved_to_before_its_department_began_is_refused_as_its_unit_is_chosen(
    workspace: Workspace, unit: str, other: str, member: str
) -> None:
    young = put(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Lý luận cơ sở", began_on=PartialDate(2018, 3, 1)))
    line = put(workspace, ServiceDraft(person_uid=member, day=PartialDate(2020), department_uid=young))
    sentence = refused(workspace, "service", line, day=PartialDate(2016), unit_uid=unit)
    assert "Khoa Lý luận cơ sở" in sentence


def test_only_a_decision_decides_a_nomination_also_as_its_meeting_is_chosen(
    workspace: Workspace, unit: str, member: str
) -> None:
    batch = put(workspace, RoundDraft(name="Tổng kết năm 2020", year=2020))
    meeting = put(workspace, CouncilSessionDraft(year=2020, name="Họp Hội đồng", held_on=PartialDate(2020, 11)))
    nomination = put(workspace, NominationDraft(round_uid=batch, person_uid=member, award="LDTT"))
    sentence = refused(workspace, "nomination", nomination, state="DA_QUYET_DINH", session_uid=meeting)
    assert "do quyết định khen thưởng ghi" in sentence
