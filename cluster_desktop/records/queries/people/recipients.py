"""Recipients of a unit that can be chosen together: its people of a day, its departments, the unit itself."""

import datetime
from collections.abc import Callable, Iterator, Mapping

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.vocabulary import DecisionLevel
from cluster_desktop.domain.people.posts import post
from cluster_desktop.domain.people.recipients import Offered, Recipient
from cluster_desktop.domain.people.vocabulary import RecipientKind
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Cluster, CouncilSession, Department, Event, Person, Stint, Unit
from cluster_desktop.records.queries.careers.as_of import day_within, last_by
from cluster_desktop.records.queries.careers.leaving import Leaving
from cluster_desktop.records.queries.units.office import home_unit
from cluster_desktop.records.queries.units.unit_names import UnitNames, department_stands


def offered(
    session: Session, kind: str, day: datetime.date, unit_uid: str = "", department_uid: str = ""
) -> tuple[Offered, ...]:
    """Recipients of a kind of one unit (of all for ''), people by department and name where they were on the day.

    Behind them stand those who had left within that year, with a word.
    """
    return tuple(_OFFERS[kind](session, day, unit_uid, department_uid))


def day_of_event(session: Session, uid: str) -> datetime.date:
    """The day an event began, for who took part in it. Raises RecordMissing."""
    event = living(session, Event, uid)
    return _day(event.starts_on, event.year)


def day_of_meeting(session: Session, uid: str) -> datetime.date:
    """The day a council met, for who sat in it. Raises RecordMissing."""
    meeting = living(session, CouncilSession, uid)
    return _day(meeting.held_on, meeting.year)


def _day(known: PartialDate | None, year: int) -> datetime.date:
    return known.earliest if known and known.month else day_within(year)


def recipient_name(session: Session, recipient: Recipient) -> str:
    """Name of a recipient; '' for one that is gone."""
    if recipient.kind == RecipientKind.PERSON:
        person = session.get(Person, recipient.uid)
        return person.full_name if person else ""
    if recipient.kind == RecipientKind.DEPARTMENT:
        department = session.get(Department, recipient.uid)
        return department.name if department else ""
    unit = session.get(Unit, recipient.uid)
    return unit.name if unit else ""


def issuer_of(session: Session, level: str) -> str:
    """The body that decides at a level (a :class:`DecisionLevel`), as far as the workspace holds it."""
    if level == DecisionLevel.ACADEMY:
        return session.scalars(select(Cluster.superior)).first() or ""
    if level == DecisionLevel.PROVINCE:
        unit = home_unit(session)
        return f"Ủy ban nhân dân tỉnh {unit.province}" if unit and unit.province else ""
    return DecisionLevel.label_of(level) if level in (DecisionLevel.PRIME_MINISTER, DecisionLevel.PRESIDENT) else ""


def _people(session: Session, day: datetime.date, unit_uid: str, department_uid: str) -> Iterator[Offered]:
    after, gone = Stint.__table__.alias(), Stint.until_on <= day.isoformat()
    statement = (
        select(Person, Unit, Department, Stint.position, after.c.status, after.c.from_on)
        .join(Stint, last_by(day))
        .join(Unit, Unit.uid == Stint.unit_uid)
        .outerjoin(Department, Department.uid == Stint.department_uid)
        .outerjoin(after, and_(gone, after.c.person_uid == Stint.person_uid, after.c.from_on == Stint.until_on))
        .order_by(gone, Unit.sort_key, Department.position, Department.sort_key, Person.sort_key, Person.uid)
    )
    if unit_uid:
        statement = statement.where(Stint.unit_uid == unit_uid)
    if department_uid:
        statement = statement.where(Stint.department_uid == department_uid)
    names, then = UnitNames(session), PartialDate.of(day)
    for person, unit, own, position, status, left_on in session.execute(statement):
        yield Offered(
            recipient=Recipient(RecipientKind.PERSON, person.uid),
            name=person.full_name,
            detail=post(position or "", names.department_on(own, then)),
            unit_uid=unit.uid,
            unit=names.short_on(unit, then),
            left=Leaving(status, PartialDate.from_iso(left_on)).words if status else "",
        )


def _departments(session: Session, day: datetime.date, unit_uid: str, department_uid: str) -> Iterator[Offered]:
    statement = (
        select(Department, Unit)
        .join(Unit, Unit.uid == Department.unit_uid)
        .where(department_stands(day))
        .order_by(Unit.sort_key, Department.position, Department.sort_key)
    )
    if unit_uid:
        statement = statement.where(Department.unit_uid == unit_uid)
    if department_uid:
        statement = statement.where(Department.uid == department_uid)
    names, then = UnitNames(session), PartialDate.of(day)
    for department, unit in session.execute(statement):
        yield Offered(
            recipient=Recipient(RecipientKind.DEPARTMENT, department.uid),
            name=names.department_on(department, then),
            detail=names.short_on(unit, then),
            unit_uid=unit.uid,
            unit=names.short_on(unit, then),
        )


def _units(session: Session, day: datetime.date, unit_uid: str, _department_uid: str) -> Iterator[Offered]:
    statement = select(Unit).order_by(Unit.sort_key)
    if unit_uid:
        statement = statement.where(Unit.uid == unit_uid)
    names, then = UnitNames(session), PartialDate.of(day)
    for unit in session.scalars(statement):
        yield Offered(
            recipient=Recipient(RecipientKind.UNIT, unit.uid),
            name=names.on(unit, then),
            detail=f"giải thể ngày {unit.dissolved_on.show()}" if unit.dissolved_on else "",
            unit_uid=unit.uid,
            unit=names.short_on(unit, then),
        )


_OFFERS: Mapping[str, Callable[[Session, datetime.date, str, str], Iterator[Offered]]] = {
    RecipientKind.PERSON: _people,
    RecipientKind.DEPARTMENT: _departments,
    RecipientKind.UNIT: _units,
}
