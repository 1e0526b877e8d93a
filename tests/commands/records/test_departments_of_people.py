"""A department belongs to a unit: who goes to another unit leaves it, and nobody is written into one of elsewhere."""

from typing import Any

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.people.career import ServiceDraft
from cluster_desktop.domain.people.dating import Dating, Way
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import DepartmentDraft, UnitDraft
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.careers.as_of import person_on
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.stints import unsettled


@pytest.fixture
def other(workspace: Workspace) -> str:
    return records.create(workspace, UnitDraft(code="YB", name="Trường Yên Bái", short_name="Yên Bái")).uids[0]


@pytest.fixture
def faculty(workspace: Workspace, unit: str) -> str:
    return records.create(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Xây dựng Đảng")).uids[0]


@pytest.fixture
def member(workspace: Workspace, unit: str, faculty: str) -> str:
    """Somebody of the faculty since 2015."""
    draft = PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, department_uid=faculty, joined_unit=PartialDate(2015))
    return records.create(workspace, draft).uids[0]


def edit(workspace: Workspace, uid: str, dating: Dating, **changed: Any) -> None:
    values = dict(workspace.read(listing.find, "person", uid).values)
    kept = {key: value for key, value in values.items() if key in PersonDraft().values()}
    records.edit(workspace, uid, PersonDraft(**kept | changed), dating)


def place(workspace: Workspace, uid: str, day: str) -> tuple[str | None, str | None]:
    then = workspace.read(person_on, uid, day)
    return (then["unit_uid"], then["department_uid"]) if then else (None, None)


@pytest.mark.parametrize("dating", [Dating(Way.CHANGE, "2020-07-01"), Dating(Way.CHANGE, "2020"), Dating()])
def test_who_moves_leaves_the_department_behind(
    workspace: Workspace, unit: str, other: str, faculty: str, member: str, dating: Dating
) -> None:
    edit(workspace, member, dating, unit_uid=other)
    row = workspace.read(listing.find, "person", member)
    assert (row.values["unit_uid"], row.values["department_uid"]) == (other, None)
    if dating.way:
        assert place(workspace, member, "2019-12-31") == (unit, faculty)
    undo.undo(workspace)
    assert workspace.read(listing.find, "person", member).values["department_uid"] == faculty
    assert check(workspace).ok


def test_who_comes_back_is_in_no_department_until_it_is_said(
    workspace: Workspace, unit: str, other: str, faculty: str, member: str
) -> None:
    edit(workspace, member, Dating(Way.CHANGE, "2020-07-01"), unit_uid=other)
    edit(workspace, member, Dating(Way.CHANGE, "2022-07-01"), unit_uid=unit)
    days = ("2019", "2021", "2023")
    assert [place(workspace, member, day) for day in days] == [(unit, faculty), (other, None), (unit, None)]


def test_a_department_of_another_unit_is_refused(workspace: Workspace, other: str, faculty: str, member: str) -> None:
    elsewhere = records.create(workspace, DepartmentDraft(unit_uid=other, name="Khoa Dân vận")).uids[0]
    with pytest.raises(errors.InvalidDraft, match="không thuộc đơn vị đó"):
        edit(workspace, member, Dating(), department_uid=elsewhere)
    with pytest.raises(errors.InvalidDraft, match="không thuộc đơn vị đó"):
        records.create(workspace, PersonDraft(full_name="Giàng A Páo", unit_uid=other, department_uid=faculty))
    day = PartialDate(2022, 9)
    with pytest.raises(errors.InvalidDraft, match="không thuộc đơn vị của người đó lúc ấy"):
        records.create(workspace, ServiceDraft(person_uid=member, day=day, department_uid=elsewhere))
    records.create(workspace, ServiceDraft(person_uid=member, day=day, unit_uid=other, department_uid=elsewhere))
    assert place(workspace, member, "2023") == (other, elsewhere)


def test_a_department_that_goes_to_another_unit_is_no_longer_that_of_those_who_stay(
    workspace: Workspace, unit: str, other: str, faculty: str, member: str
) -> None:
    records.edit(workspace, faculty, DepartmentDraft(unit_uid=other, name="Khoa Xây dựng Đảng"))
    assert workspace.read(listing.find, "person", member).values["department_uid"] is None
    assert workspace.read(unsettled) == ()
    undo.undo(workspace)
    assert workspace.read(listing.find, "person", member).values["department_uid"] == faculty
    assert (workspace.read(unsettled), check(workspace).ok) == ((), True)
