"""Recipients of a unit that can be chosen together: its people at work, its departments, the unit itself."""

from collections.abc import Callable, Iterator, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.vocabulary import DecisionLevel
from cluster_desktop.domain.people.recipients import Offered, Recipient
from cluster_desktop.domain.people.vocabulary import PersonStatus, RecipientKind
from cluster_desktop.records.models import Cluster, Department, Person, Unit
from cluster_desktop.records.queries.units.office import home_unit


def offered(session: Session, kind: str, unit_uid: str = "", department_uid: str = "") -> tuple[Offered, ...]:
    """Recipients of a kind of one unit (of all for ''), people by department and name."""
    return tuple(_OFFERS[kind](session, unit_uid, department_uid))


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


def _people(session: Session, unit_uid: str, department_uid: str) -> Iterator[Offered]:
    statement = (
        select(Person, Unit, Department.name)
        .join(Unit, Unit.uid == Person.unit_uid)
        .outerjoin(Department, Department.uid == Person.department_uid)
        .where(Person.status == PersonStatus.WORKING)
        .order_by(Unit.sort_key, Department.position, Department.sort_key, Person.sort_key, Person.uid)
    )
    if unit_uid:
        statement = statement.where(Person.unit_uid == unit_uid)
    if department_uid:
        statement = statement.where(Person.department_uid == department_uid)
    for person, unit, own in session.execute(statement):
        details = (person.position, own or "")
        yield Offered(
            recipient=Recipient(RecipientKind.PERSON, person.uid),
            name=person.full_name,
            detail=", ".join(part for part in details if part),
            unit_uid=unit.uid,
            unit=unit.short_name,
        )


def _departments(session: Session, unit_uid: str, department_uid: str) -> Iterator[Offered]:
    statement = (
        select(Department, Unit)
        .join(Unit, Unit.uid == Department.unit_uid)
        .order_by(Unit.sort_key, Department.position, Department.sort_key)
    )
    if unit_uid:
        statement = statement.where(Department.unit_uid == unit_uid)
    if department_uid:
        statement = statement.where(Department.uid == department_uid)
    for department, unit in session.execute(statement):
        yield Offered(
            recipient=Recipient(RecipientKind.DEPARTMENT, department.uid),
            name=department.name,
            detail=unit.short_name,
            unit_uid=unit.uid,
            unit=unit.short_name,
        )


def _units(session: Session, unit_uid: str, _department_uid: str) -> Iterator[Offered]:
    statement = select(Unit).order_by(Unit.sort_key)
    if unit_uid:
        statement = statement.where(Unit.uid == unit_uid)
    for unit in session.scalars(statement):
        yield Offered(
            recipient=Recipient(RecipientKind.UNIT, unit.uid),
            name=unit.name,
            detail=f"giải thể ngày {unit.dissolved_on.show()}" if unit.dissolved_on else "",
            unit_uid=unit.uid,
            unit=unit.short_name,
        )


_OFFERS: Mapping[str, Callable[[Session, str, str], Iterator[Offered]]] = {
    RecipientKind.PERSON: _people,
    RecipientKind.DEPARTMENT: _departments,
    RecipientKind.UNIT: _units,
}
