"""Rename a unit or merge it into another; documents keep the names of their dates."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import or_, select

from cluster_desktop import errors
from cluster_desktop.commands.records.careers import move
from cluster_desktop.commands.records.records import add, assign, checked, draft_of
from cluster_desktop.domain.people.vocabulary import ON_STAFF
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.unit_changes import MergerDraft, RenameDraft, last_day_before
from cluster_desktop.domain.units.units import FormerNameDraft, UnitDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.living import living, with_deleted
from cluster_desktop.records.models import Award, Department, FormerName, Nomination, Person, Registration, Unit
from cluster_desktop.records.queries.units.mergers import department_pairs, later_activity, people_of
from cluster_desktop.records.queries.units.unit_names import unit_at_the_time


def rename_unit(workspace: Workspace, uid: str, draft: RenameDraft) -> Changes:
    """Give a unit a new name from a day on; the old one becomes a former name that held to the day before.

    Raises InvalidDraft when the name is the same, or the day lies before the last change of name.
    """
    ready = checked(draft)
    on = _day(ready.on)
    with workspace.changing(f"Đổi tên thành “{ready.name}” từ {on.show()}") as session:
        own = living(session, Unit, uid)
        _check_rename(session, own, ready, on)
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


def _check_rename(session: WorkspaceSession, own: Unit, ready: RenameDraft, on: PartialDate) -> None:
    if (own.name, own.province) == (ready.name, ready.province):
        raise errors.invalid("name", "Tên mới giống tên đang dùng. Hãy ghi tên mới.")
    held = select(FormerName.valid_to).where(FormerName.unit_uid == own.uid)
    last = max(session.scalars(held), default=None)
    if last is not None and on.earliest <= last.latest:
        sentence = f"Tên trước dùng đến {last.show()}; ngày đổi tên phải sau ngày đó."
        raise errors.invalid("on", sentence)


def merge_units(workspace: Workspace, source_uid: str, draft: MergerDraft) -> Changes:
    """Make a unit part of another: one act, taken back by one undo.

    People move, into the department of the same name where there is one; a department that has no
    counterpart moves with its people, the others stay with the old unit as its history. Awards,
    nominations and registrations keep the unit they belonged to; events name their units themselves.
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
        _keep_unit_of_awards(session, source_uid)
        _move(session, source_uid, target_uid, on)
        source.dissolved_on, source.merged_into_uid = on, target_uid
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


def _keep_unit_of_awards(session: WorkspaceSession, source_uid: str) -> None:
    """Keep the unit with the awards, nominations and registrations of its people and departments.

    What somebody got elsewhere, before they came to this unit, stays where their service says they were.
    """
    people = [person.uid for person in people_of(session, source_uid)]
    departments = [own.uid for own, _other in department_pairs(session, source_uid, "")]
    tables: tuple[type[Award] | type[Nomination] | type[Registration], ...] = (Award, Nomination, Registration)
    person, department = with_deleted(Person), with_deleted(Department)
    for table in map(with_deleted, tables):
        own = (
            select(table)
            .outerjoin(person, person.uid == table.person_uid)
            .outerjoin(department, department.uid == table.department_uid)
            .where(table.at_unit_uid.is_(None), unit_at_the_time(table, person, department) == source_uid)
        )
        for whose in (people, departments):
            for start in range(0, len(whose), _SLICE):
                some = whose[start : start + _SLICE]
                theirs = or_(table.person_uid.in_(some), table.department_uid.in_(some))
                records: Any = session.scalars(own.where(theirs))
                for record in records:
                    record.at_unit_uid = source_uid


_SLICE = 500  # uids in one statement


def _move(session: WorkspaceSession, source_uid: str, target_uid: str, on: PartialDate) -> None:
    """Say where people are since the day; those who had left stay with the old unit, which was theirs."""
    pairs = department_pairs(session, source_uid, target_uid)
    instead = {own.uid: other.uid for own, other in pairs if other is not None}
    for own, other in pairs:
        if other is None:
            own.unit_uid = target_uid
    for person in people_of(session, source_uid):
        if person.status in ON_STAFF:
            said: dict[str, str | None] = {"unit_uid": target_uid}
            if person.department_uid in instead:
                said["department_uid"] = instead[person.department_uid]
            move(session, person, said, on.iso)


def _day(on: PartialDate | None) -> PartialDate:
    if on is None:
        raise TypeError("a checked draft has its day")
    return on
