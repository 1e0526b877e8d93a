"""Merging units: what would move, what speaks against the day, and which units a unit came from."""

from collections.abc import Sequence

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.names import fold
from cluster_desktop.domain.units.unit_changes import Merger
from cluster_desktop.records.living import living
from cluster_desktop.records.models import (
    Award,
    CoHost,
    Decision,
    Department,
    Event,
    Gift,
    Membership,
    Paper,
    Participant,
    Person,
    Result,
    Unit,
)
from cluster_desktop.records.queries.units.unit_names import unit_at_the_time


def merger(session: Session, source_uid: str, target_uid: str, year: int) -> Merger:
    """Preview the merger of two units in *year*. Raises RecordMissing."""
    source, target = living(session, Unit, source_uid), living(session, Unit, target_uid)
    pairs = department_pairs(session, source_uid, target_uid)
    later = select(Membership.year).where(Membership.unit_uid == source_uid, Membership.year > year)
    return Merger(
        source=source.short_name,
        target=target.short_name,
        people=len(people_of(session, source_uid)),
        moving=tuple(own.name for own, other in pairs if other is None),
        staying=tuple(own.name for own, other in pairs if other is not None),
        awards=int(session.scalar(_count(_awards(source_uid))) or 0),
        events=len(session.scalars(_events(source_uid)).all()),
        later_roles=tuple(session.scalars(later.order_by(Membership.year))),
    )


def people_of(session: Session, unit_uid: str) -> Sequence[Person]:
    """Everybody of a unit, also those who left, but not those in the trash."""
    return session.scalars(select(Person).where(Person.unit_uid == unit_uid)).all()


def department_pairs(
    session: Session, source_uid: str, target_uid: str
) -> tuple[tuple[Department, Department | None], ...]:
    """Each department of the one unit with that of the same name in the other."""
    others = {fold(department.name): department for department in _departments(session, target_uid)}
    return tuple((own, others.get(fold(own.name))) for own in _departments(session, source_uid))


def _departments(session: Session, unit_uid: str) -> Sequence[Department]:
    statement = select(Department).where(Department.unit_uid == unit_uid)
    return session.scalars(statement.order_by(Department.position, Department.sort_key)).all()


def _awards(unit_uid: str) -> Select[str]:
    """The awards of the unit and of those who belonged to it then."""
    return (
        select(Award.uid)
        .outerjoin(Person, Person.uid == Award.person_uid)
        .outerjoin(Department, Department.uid == Award.department_uid)
        .where(unit_at_the_time(Award) == unit_uid)
    )


def _count(statement: Select[str]) -> Select[int]:
    return select(func.count()).select_from(statement.subquery())


def _events(unit_uid: str) -> Select[str]:
    """The events a unit hosted or took part in."""
    parts = [
        Event.uid.in_(select(table.event_uid).where(table.unit_uid == unit_uid))
        for table in (CoHost, Participant, Gift, Paper, Result)
    ]
    return select(Event.uid).where(or_(Event.host_uid == unit_uid, *parts))


def later_activity(session: Session, unit_uid: str, on: PartialDate) -> str:
    """Describe what the unit did on *on* or after it; '' for nothing."""
    events = select(Event).where(Event.uid.in_(_events(unit_uid)), Event.starts_on >= on)
    event = session.scalars(events.order_by(Event.starts_on.desc())).first()
    if event is not None and event.starts_on is not None:
        return f"sự kiện “{event.title}” ngày {event.starts_on.show()}"
    decisions = select(Decision).where(Decision.unit_uid == unit_uid, Decision.decided_on >= on)
    decision = session.scalars(decisions.order_by(Decision.decided_on.desc())).first()
    return f"quyết định {decision.number} ngày {decision.decided_on.show()}" if decision else ""


def forebears(session: Session, unit_uid: str) -> tuple[Unit, ...]:
    """The units that became part of this one, directly or through another, in order of the day."""
    by_uid: dict[str, Unit] = {}
    waiting = [unit_uid]
    while waiting:
        into = waiting.pop()
        for unit in session.scalars(select(Unit).where(Unit.merged_into_uid == into).order_by(Unit.dissolved_on)):
            if unit.uid not in by_uid and unit.uid != unit_uid:
                by_uid[unit.uid] = unit
                waiting.append(unit.uid)
    return tuple(by_uid.values())


def successors(session: Session, year: int) -> dict[str, str]:
    """Units that had gone into another by the end of the year, each with the one that stands for it then."""
    into = merged_by(session, year)
    return {old: _last(into, old) for old in into}


def merged_by(session: Session, year: int) -> dict[str, str]:
    """Units that had gone into another by the end of the year, each with that one."""
    statement = select(Unit.uid, Unit.merged_into_uid).where(Unit.dissolved_on < PartialDate(year + 1))
    return {old: new for old, new in session.execute(statement) if new is not None}


def _last(into: dict[str, str], uid: str) -> str:
    passed: set[str] = set()
    while uid in into and uid not in passed:
        passed.add(uid)
        uid = into[uid]
    return uid
