"""Rename a unit or a department, merge a unit into another; documents keep the names of their dates."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select

from cluster_desktop import errors
from cluster_desktop.commands.records.careers import go_over
from cluster_desktop.commands.records.records import add, assign, checked, draft_of
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.unit_changes import DepartmentRenameDraft, MergerDraft, RenameDraft, last_day_before
from cluster_desktop.domain.units.units import DepartmentDraft, FormerNameDraft, UnitDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Department, FormerName, Unit
from cluster_desktop.records.queries.units.departments import refuse_outside
from cluster_desktop.records.queries.units.mergers import (
    department_pairs,
    founded_later,
    later_activity,
    people_since,
    succession,
)


def rename_unit(workspace: Workspace, uid: str, draft: RenameDraft) -> Changes:
    """Give a unit a new name from a day on; the old one becomes a former name that held to the day before.

    Raises InvalidDraft when the name is the same, or the day lies before the last change of name.
    """
    ready = checked(draft)
    on = _day(ready.on)
    with workspace.changing(f"Đổi tên thành “{ready.name}” từ {on.show()}") as session:
        own = living(session, Unit, uid)
        same = (own.name, own.province) == (ready.name, ready.province)
        _check_rename(session, (FormerName.unit_uid == uid, FormerName.department_uid.is_(None)), on, same=same)
        former = FormerNameDraft(
            unit_uid=uid,
            name=own.name,
            short_name=own.short_name,
            province=own.province,
            valid_to=last_day_before(on),
        )
        add(session, checked(former))
        present = draft_of(own, UnitDraft, name=ready.name, short_name=ready.short_name, province=ready.province)
        assign(session, own, checked(present))
        return session.changes()


def rename_department(workspace: Workspace, uid: str, draft: DepartmentRenameDraft) -> Changes:
    """Give a department a new name from a day on, as a unit gets one.

    Raises InvalidDraft when the name is the same, or the day lies before the last change of name or outside its days.
    """
    ready = checked(draft)
    on = _day(ready.on)
    with workspace.changing(f"Đổi tên thành “{ready.name}” từ {on.show()}") as session:
        own = living(session, Department, uid)
        _check_rename(session, (FormerName.department_uid == uid,), on, same=own.name == ready.name)
        try:
            refuse_outside(session, uid, on.iso)
        except errors.InvalidDraft as problem:
            raise errors.invalid("on", problem.problems[0].message) from problem
        former = FormerNameDraft(unit_uid=own.unit_uid, department_uid=uid, name=own.name, valid_to=last_day_before(on))
        add(session, checked(former))
        assign(session, own, checked(draft_of(own, DepartmentDraft, name=ready.name)))
        return session.changes()


def _check_rename(
    session: WorkspaceSession, whose: Sequence[ColumnElement[bool]], on: PartialDate, *, same: bool
) -> None:
    if same:
        raise errors.invalid("name", "Tên mới giống tên đang dùng. Hãy ghi tên mới.")
    last = max(session.scalars(select(FormerName.valid_to).where(*whose)), default=None)
    if last is not None and on.earliest <= last.latest:
        sentence = f"Tên trước dùng đến {last.show()}; ngày đổi tên phải sau ngày đó."
        raise errors.invalid("on", sentence)


def merge_units(workspace: Workspace, source_uid: str, draft: MergerDraft) -> Changes:
    """Make a unit part of another: one act, taken back by one undo.

    People are in the other unit since the day, or since the later one on which they are said to have come, in the
    department of the same name or in one that is founded to carry theirs on. Departments end with their unit. Nothing
    is written about earlier days: what was awarded, nominated and registered then is read as of its own day.
    Raises InvalidDraft for itself as target, a unit that is gone, or a day the unit was still at work.
    """
    ready = checked(draft)
    on, target_uid = _day(ready.on), ready.target_uid or ""
    if source_uid == target_uid:
        sentence = "Không sáp nhập một đơn vị vào chính nó. Hãy chọn đơn vị khác."
        raise errors.invalid("target_uid", sentence)
    names = workspace.read(_names, source_uid, target_uid)
    with workspace.changing(f"Sáp nhập “{names[0]}” vào “{names[1]}” từ {on.show()}") as session:
        source, target = living(session, Unit, source_uid), living(session, Unit, target_uid)
        _check_merger(session, source, target, on)
        people = people_since(session, source_uid, on)
        _carry_on_departments(session, source, target, on)
        source.dissolved_on, source.merged_into_uid = on, target_uid
        gone = succession(session, source)
        for person in people:
            go_over(session, person, (gone,))
        note = f"Sáp nhập vào {target.name} từ {on.show()}: {ready.reason}"
        source.note = f"{source.note}\n{note}" if source.note else note
        session.flush()
        return session.changes()


def _names(session: WorkspaceSession, *uids: str) -> Sequence[str]:
    return [living(session, Unit, uid).short_name for uid in uids]


def _check_merger(session: WorkspaceSession, source: Unit, target: Unit, on: PartialDate) -> None:
    for key, unit in (("on", source), ("target_uid", target)):
        if unit.dissolved_on is not None:
            sentence = f"{unit.name} đã giải thể, sáp nhập ({unit.dissolved_on.show()}). Hãy chọn đơn vị khác."
            raise errors.invalid(key, sentence)
    if activity := later_activity(session, source.uid, on):
        sentence = f"{source.short_name} còn {activity}. Ngày sáp nhập phải sau ngày đó."
        raise errors.invalid("on", sentence)
    late = founded_later(session, source.uid, on)
    if late is not None and late.began_on is not None:
        sentence = f"{late.name} của {source.short_name} thành lập ngày {late.began_on.show()}."
        raise errors.invalid(
            "on", f"{sentence} Ngày sáp nhập phải sau ngày đó; nếu ngày kia sai, hãy sửa ở khoa, phòng."
        )


def _carry_on_departments(session: WorkspaceSession, source: Unit, target: Unit, on: PartialDate) -> None:
    """End the departments of the old unit, which stay its history, and found those that the other has not."""
    for own, other in department_pairs(session, source.uid, target.uid, on):
        if other is None:
            new = draft_of(own, DepartmentDraft, unit_uid=target.uid, began_on=on, ended_on=None, continues_uid=own.uid)
            add(session, checked(new))
        own.ended_on = min(on, own.ended_on or on)
    session.flush()


def _day(on: PartialDate | None) -> PartialDate:
    if on is None:
        raise TypeError("a checked draft has its day")
    return on
