"""What the days of units and departments forbid, and what follows from them for the posts of people."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, inspect, select

from cluster_desktop import errors
from cluster_desktop.commands.records.careers import go_over
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.models import Department, FormerName, Person, Record, Service, Stint, Unit
from cluster_desktop.records.queries.careers.as_of import AT_WORK
from cluster_desktop.records.queries.units.departments import refuse_outside

_NAMED = 3  # people named in a sentence
_NEW_HOME = "Hãy ghi trước nơi mới của họ từ ngày đó, hoặc ngày họ nghỉ, chuyển đi."
_MERGE = "Nếu sáp nhập, hãy dùng “Sáp nhập đơn vị vào đơn vị khác…”; nếu không, ghi trước nơi mới của từng người."
_REMEDIES = {
    "ended_on": _NEW_HOME,
    "dissolved_on": _MERGE,
    "merged_into_uid": "Hãy bỏ ngày giải thể rồi dùng “Sáp nhập đơn vị vào đơn vị khác…”, hoặc ghi nơi mới của họ.",
}
_ITSELF = {
    "continues_uid": "Khoa, phòng không tiếp nối chính nó, kể cả qua khoa, phòng khác. Hãy chọn khoa, phòng trước đó.",
    "merged_into_uid": "Đơn vị không sáp nhập vào chính nó, kể cả qua đơn vị khác. Hãy chọn đơn vị khác.",
}


def follow_units(session: WorkspaceSession, record: Record) -> None:
    """Check what is written of units, departments and service, and let a line of service go over where its unit went.

    Raises InvalidDraft where people would stand in what is not there, or something would carry itself on.
    """
    if isinstance(record, Department):
        _refuse_circle(session, record, "continues_uid")
        _check_days(session, record)
    elif isinstance(record, Unit):
        _refuse_circle(session, record, "merged_into_uid")
        for key in ("dissolved_on", "merged_into_uid"):
            if _changed(record, key) and getattr(record, key) is not None:
                _refuse_end(session, record.dissolved_on, Stint.unit_uid == record.uid, record.short_name, key)
    elif isinstance(record, FormerName):
        own = session.get(Department, record.department_uid or "")
        if own is not None and own.unit_uid != record.unit_uid:
            raise errors.invalid("department_uid", "Khoa, phòng này thuộc đơn vị khác. Hãy chọn của đơn vị đã ghi.")
    elif isinstance(record, Service):
        day = record.day.iso if record.day else ""
        if record.deleted_at is None and (_changed(record, "department_uid") or _changed(record, "day")):
            refuse_outside(session, record.department_uid, day)
        session.add(record)
        session.flush()
        person = session.get(Person, record.person_uid)
        if person is not None and person.deleted_at is None:
            go_over(session, person)


def _changed(record: Record, key: str) -> bool:
    return bool(inspect(record).attrs[key].history.has_changes())


def _refuse_circle(session: WorkspaceSession, record: Department | Unit, key: str) -> None:
    other: Any = record
    passed: set[str] = set()
    while other is not None and (uid := getattr(other, key)) is not None and uid not in passed:
        if uid == record.uid:
            raise errors.invalid(key, _ITSELF[key])
        passed.add(uid)
        with session.no_autoflush:  # what was changed is asked for after this
            other = session.get(type(record), uid)


def _check_days(session: WorkspaceSession, record: Department) -> None:
    if not inspect(record).persistent:
        return
    ended, began = _changed(record, "ended_on"), _changed(record, "began_on")
    if ended:
        _refuse_end(session, record.ended_on, Stint.department_uid == record.uid, record.name, "ended_on")
    if began and record.began_on is not None:
        _refuse_beginning(session, record, record.began_on)


def _refuse_end(
    session: WorkspaceSession, end: PartialDate | None, whose: ColumnElement[bool], name: str, key: str
) -> None:
    """Nobody is at work in what is no more."""
    if end is None:
        return
    later = (Stint.until_on > end.iso, ~Stint.until_on.startswith(end.iso))
    statement = select(Person.full_name).join(Stint, Stint.person_uid == Person.uid).where(whose, AT_WORK, *later)
    people = session.scalars(statement.distinct().order_by(Person.sort_key)).all()
    if people:
        remedy = _REMEDIES[key]
        raise errors.invalid(key, f"Từ {end.show()} còn {len(people)} người ở {name}: {_listed(people)}. {remedy}")


def _refuse_beginning(session: WorkspaceSession, record: Department, began: PartialDate) -> None:
    """No paper says of anybody that they were in a department before it began."""
    statement = (
        select(Service.day, Person.full_name)
        .join(Person, Person.uid == Service.person_uid)
        .where(Service.department_uid == record.uid)
        .order_by(Service.day, Person.sort_key)
    )
    for day, person in session.execute(statement):
        if day is None or (day.iso < began.iso and not began.iso.startswith(day.iso)):
            since = f"từ {day.show()}" if day else "từ trước đến nay"
            sentence = f"{person} đã được ghi ở {record.name} {since}, trước ngày thành lập này."
            raise errors.invalid("began_on", f"{sentence} Hãy sửa ngày thành lập hoặc dòng công tác của họ.")


def _listed(people: Sequence[str]) -> str:
    rest = len(people) - _NAMED
    return ", ".join(people[:_NAMED]) + (f" và {rest} người khác" if rest > 0 else "")
