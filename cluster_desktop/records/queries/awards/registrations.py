"""Registrations of a year, and their number by unit and award."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.registrations import Registered
from cluster_desktop.domain.people.recipients import REFERENCES, Recipient
from cluster_desktop.domain.people.vocabulary import PersonStatus
from cluster_desktop.records.living import with_deleted
from cluster_desktop.records.models import Department, Person, Registration, Unit
from cluster_desktop.records.queries.units.unit_names import unit_at_the_time, unit_now


def registered(session: Session, year: int, unit_uid: str | None = None) -> tuple[Registered, ...]:
    """The registrations of a year, of one unit as it was then or of all: by unit, then by name."""
    present = with_deleted(Unit, "unit_now")
    statement = (
        select(Registration, Person, Department, Unit, present)
        .outerjoin(Person, Person.uid == Registration.person_uid)
        .outerjoin(Department, Department.uid == func.coalesce(Registration.department_uid, Person.department_uid))
        .outerjoin(Unit, Unit.uid == unit_at_the_time(Registration))
        .outerjoin(present, present.uid == unit_now(Registration))
        .where(Registration.year == year)
        .order_by(Unit.sort_key, Person.sort_key, Department.position, Department.sort_key, Registration.uid)
    )
    if unit_uid is not None:
        statement = statement.where(Unit.uid == unit_uid)
    return tuple(_registered(*row) for row in session.execute(statement))


def _registered(
    line: Registration, person: Person | None, department: Department | None, unit: Unit, present: Unit
) -> Registered:
    own = department.name if department else ""
    return Registered(
        uid=line.uid,
        recipient=Recipient(line.recipient_kind, getattr(line, REFERENCES[line.recipient_kind])),
        name=person.full_name if person else own or unit.name,
        unit=unit.name,
        unit_uid=unit.uid,
        unit_now_uid=present.uid,
        short_unit=unit.short_name,
        department=own if person else "",
        position=(person.position or "") if person else "",
        award=line.award,
        registered_on=line.registered_on,
        target=line.target or "",
        sample_note=line.sample_note,
        unit_gone_on=unit.dissolved_on,
        left=bool(present.dissolved_on) or (person is not None and person.status != PersonStatus.WORKING),
    )


def registration_counts(session: Session, year: int) -> dict[str, dict[str, int]]:
    """Count the registrations for each award (code), by short name of the unit, in the order of the units."""
    units = select(Unit.uid, Unit.short_name).order_by(Unit.sort_key)
    names = dict(session.execute(units).all())
    counts: dict[str, dict[str, int]] = {name: {} for name in names.values()}
    for entry in registered(session, year):
        of_unit = counts.setdefault(names.get(entry.unit_uid, entry.unit), {})
        of_unit[entry.award] = of_unit.get(entry.award, 0) + 1
    return counts
