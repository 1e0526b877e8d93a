"""Registrations of a year, in the names and posts of their days, and their number by unit and award."""

import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.registrations import Registered
from cluster_desktop.domain.people.recipients import REFERENCES, Recipient
from cluster_desktop.domain.people.vocabulary import ON_STAFF
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.names import as_name
from cluster_desktop.records.living import with_deleted
from cluster_desktop.records.models import Department, Person, Registration, Stint, Unit
from cluster_desktop.records.queries.awards.nominees import day_of
from cluster_desktop.records.queries.careers.as_of import day_of_year, on, unit_on
from cluster_desktop.records.queries.units.departments import Lineage
from cluster_desktop.records.queries.units.unit_names import UnitNames, unit_at_the_time, unit_now
from cluster_desktop.records.stints import today


def registered(session: Session, year: int, unit_uid: str | None = None) -> tuple[Registered, ...]:
    """The registrations of a year, of one unit as it was then or of all: by unit, then by name."""
    present, last = with_deleted(Unit, "unit_now"), unit_on(Registration.person_uid, day_of_year(year))
    statement = (
        select(Registration, Person, Stint, last, Department, Unit, present)
        .outerjoin(Person, Person.uid == Registration.person_uid)
        .outerjoin(Stint, on(day_of(Registration.registered_on, year)))
        .outerjoin(Department, Department.uid == func.coalesce(Registration.department_uid, Stint.department_uid))
        .outerjoin(Unit, Unit.uid == unit_at_the_time(Registration, Stint))
        .outerjoin(present, present.uid == unit_now(Registration))
        .where(Registration.year == year)
        .order_by(Registration.uid)
    )
    if unit_uid is not None:
        statement = statement.where(Unit.uid == unit_uid)
    reading = _Reading(session)
    return tuple(_registered(reading, *row) for row in sorted(session.execute(statement), key=reading.order))


class _Reading:
    """What is read once for all registrations."""

    def __init__(self, session: Session) -> None:
        self.names, self.lineage = UnitNames(session), Lineage(session)
        self.units = {unit.uid: unit for unit in session.scalars(select(with_deleted(Unit)))}
        self.today = datetime.date.fromisoformat(today(session))

    def order(self, row: Any) -> tuple[Any, ...]:
        """Its place in a list: by unit, collectives before people, each by name."""
        line, person, _stint, _last, department, unit, _present = row
        day = _day_of(line)
        own = self.names.department_order(department, day)
        return self.names.order(unit, day), person.sort_key if person else "", own

    def home_now(self, line: Registration, present: Unit) -> Unit:
        """The unit of a recipient today; of a department that is no more that of the one that carries it on."""
        standing = self.lineage.standing(line.department_uid or "", self.today)
        return self.units.get(standing.unit_uid, present) if standing else present

    def over(self, line: Registration) -> bool:
        """Whether a department is no more, and none carries it on."""
        standing = self.lineage.standing(line.department_uid or "", self.today)
        ended = standing.ended_on if standing else None
        return ended is not None and ended.earliest <= self.today


def _registered(
    reading: _Reading,
    line: Registration,
    person: Person | None,
    stint: Stint | None,
    last_uid: str | None,
    department: Department | None,
    unit: Unit | None,
    present: Unit,
) -> Registered:
    day = _day_of(line)
    own, home = reading.names.department_on(department, day), reading.names.on(unit, day)
    present = reading.home_now(line, present)
    gone = unit is None or (unit.dissolved_on is not None and unit.dissolved_on.year <= line.year)
    return Registered(
        uid=line.uid,
        recipient=Recipient(line.recipient_kind, getattr(line, REFERENCES[line.recipient_kind])),
        name=as_name(person.full_name) if person else own or home,
        unit=home,
        unit_uid=unit.uid if unit else "",
        unit_now_uid=present.uid,
        home_uid=last_uid or (present.uid if unit is None or gone else unit.uid),
        short_unit=reading.names.short_on(unit, day),
        department=own if person else "",
        position=(stint.position if stint else None) or "",
        described_as=line.described_as or "",
        award=line.award,
        registered_on=line.registered_on,
        target=line.target or "",
        sample_note=line.sample_note,
        left=bool(present.dissolved_on) or reading.over(line) or (person is not None and person.status not in ON_STAFF),
    )


def _day_of(line: Registration) -> PartialDate:
    """The day as of which everybody is named: that of the registration, else the last of its year."""
    return line.registered_on or PartialDate.of(day_of_year(line.year))


def registration_counts(session: Session, year: int) -> dict[str, dict[str, int]]:
    """Count the registrations for each award (code), by short name of the unit, in the order of the units."""
    shown, end = UnitNames(session), PartialDate.of(day_of_year(year))
    units = session.scalars(select(Unit).order_by(Unit.sort_key))
    names = {unit.uid: shown.short_on(unit, end) for unit in units}
    counts: dict[str, dict[str, int]] = {name: {} for name in names.values()}
    for entry in registered(session, year):
        of_unit = counts.setdefault(names.get(entry.unit_uid, entry.unit), {})
        of_unit[entry.award] = of_unit.get(entry.award, 0) + 1
    return counts
