"""Merging units: what would move, what speaks against the day, and which units a unit came from."""

from collections.abc import Sequence

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.people.successions import Succession
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
    Stint,
    Unit,
)
from cluster_desktop.records.queries.careers.as_of import AT_WORK
from cluster_desktop.records.queries.units.unit_names import unit_at_the_time


def merger(session: Session, source_uid: str, target_uid: str, on: PartialDate) -> Merger:
    """Preview the merger of two units since a day. Raises RecordMissing."""
    source, target = living(session, Unit, source_uid), living(session, Unit, target_uid)
    pairs = department_pairs(session, source_uid, target_uid, on)
    later = select(Membership.year).where(Membership.unit_uid == source_uid, Membership.year > on.year)
    people = people_since(session, source_uid, on)
    there = set(session.scalars(_at_work_since(source_uid, on).where(Stint.from_on < on.iso)))
    return Merger(
        source=source.short_name,
        target=target.short_name,
        people=len(people),
        came_later=tuple(person.full_name for person in people if person.uid not in there),
        founded=tuple(own.name for own, other in pairs if other is None),
        shared=tuple(own.name for own, other in pairs if other is not None),
        awards=int(session.scalar(_count(_awards(source_uid))) or 0),
        events=len(session.scalars(_events(source_uid)).all()),
        later_roles=tuple(session.scalars(later.order_by(Membership.year))),
    )


def people_since(session: Session, unit_uid: str, on: PartialDate) -> Sequence[Person]:
    """Everybody who is said to be at work in a unit on a day or later, but for those in the trash."""
    there = Person.uid.in_(_at_work_since(unit_uid, on))
    return session.scalars(select(Person).where(there).order_by(Person.sort_key, Person.uid)).all()


def _at_work_since(unit_uid: str, on: PartialDate) -> Select[str]:
    return select(Stint.person_uid).where(Stint.unit_uid == unit_uid, AT_WORK, Stint.until_on > on.iso)


def department_pairs(
    session: Session, source_uid: str, target_uid: str, on: PartialDate
) -> tuple[tuple[Department, Department | None], ...]:
    """Each department that the one unit had until a day, with that which carries it on in the other since.

    That is the one which says so, else one of the same name that was there on the day.
    """
    others = [department for department in _departments(session, target_uid) if not _over(department, on)]
    by_name = {fold(department.name): department for department in others if _begun(department, on)}
    said = {department.continues_uid: department for department in others}
    own = (department for department in _departments(session, source_uid) if not _ended_before(department, on))
    return tuple((each, said.get(each.uid) or by_name.get(fold(each.name))) for each in own)


def _over(department: Department, on: PartialDate) -> bool:
    return department.ended_on is not None and department.ended_on.iso <= on.iso


def _begun(department: Department, on: PartialDate) -> bool:
    return department.began_on is None or department.began_on.iso <= on.iso


def _ended_before(department: Department, on: PartialDate) -> bool:
    return department.ended_on is not None and department.ended_on.iso < on.iso


def _departments(session: Session, unit_uid: str) -> Sequence[Department]:
    statement = select(Department).where(Department.unit_uid == unit_uid)
    return session.scalars(statement.order_by(Department.position, Department.sort_key)).all()


def successions(session: Session) -> tuple[Succession, ...]:
    """Every merger of units in order of its day, and the departments that others carry on within their unit."""
    gone = select(Unit).where(Unit.merged_into_uid.is_not(None), Unit.dissolved_on.is_not(None))
    merged = (succession(session, unit) for unit in session.scalars(gone.order_by(Unit.dissolved_on)))
    carried_on = session.scalars(select(Department).where(Department.continues_uid.is_not(None))).all()
    pairs = ((session.get_one(Department, after.continues_uid), after) for after in carried_on)
    within = (
        Succession("", after.unit_uid, before.ended_on.iso, {before.uid: after.uid})
        for before, after in pairs
        if before.ended_on is not None and before.unit_uid == after.unit_uid
    )
    return (*merged, *within)


def succession(session: Session, unit: Unit) -> Succession:
    """What became of a unit that went into another."""
    if unit.merged_into_uid is None or unit.dissolved_on is None:
        raise ValueError("the unit went into no other")
    pairs = department_pairs(session, unit.uid, unit.merged_into_uid, unit.dissolved_on)
    instead = {own.uid: other.uid for own, other in pairs if other is not None}
    return Succession(unit.uid, unit.merged_into_uid, unit.dissolved_on.iso, instead)


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


def founded_later(session: Session, unit_uid: str, on: PartialDate) -> Department | None:
    """A department of the unit that began on a day or later, when the unit was no more."""
    since = select(Department).where(Department.unit_uid == unit_uid, Department.began_on >= on)
    return session.scalars(since.order_by(Department.began_on, Department.uid)).first()


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
