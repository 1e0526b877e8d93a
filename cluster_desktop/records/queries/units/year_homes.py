"""The units that people and departments stood in during a year, as far as the records of that year note it.

A merger leaves its note on every award, nomination and registration; a unit that was dissolved within the year
is nobody's home at its end, so those people count where they went.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, func, or_, select, union, union_all

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Award, Decision, Department, Nomination, Person, Registration, Round, Unit


class YearHomes:
    """Homes of one year, to be joined to Person and Department or asked for whole units."""

    def __init__(self, year: int) -> None:
        self.of_people, self.of_departments = _noted(year, "person_uid"), _noted(year, "department_uid")

    @property
    def person(self) -> ColumnElement[str]:
        """The home of a person; the statement has to join ``of_people``."""
        return func.coalesce(self.of_people.c.home_uid, Person.unit_uid)

    @property
    def department(self) -> ColumnElement[str]:
        """The home of a department; the statement has to join ``of_departments``."""
        return func.coalesce(self.of_departments.c.home_uid, Department.unit_uid)

    def joined(self, statement: Any) -> Any:
        """Join the noted homes of people to a statement that has Person."""
        return statement.outerjoin(self.of_people, self.of_people.c.uid == Person.uid)

    def with_departments(self, statement: Any) -> Any:
        """Join the noted homes of departments to a statement that has Department."""
        return statement.outerjoin(self.of_departments, self.of_departments.c.uid == Department.uid)

    def homes(self, person_uids: Sequence[str]) -> Select[Any]:
        """The homes of some people."""
        statement: Select[Any] = self.joined(select(self.person).select_from(Person))
        return statement.where(Person.uid.in_(person_uids))

    def people_in(self, unit_uids: Sequence[str]) -> Select[Any]:
        """The people of some units, and those who make up departments of theirs."""
        parts = _in(self.of_people, Person, unit_uids)
        members = select(Person.uid).where(Person.department_uid.in_(self.departments_in(unit_uids)))
        return _uids(*parts, members)

    def departments_in(self, unit_uids: Sequence[str]) -> Select[Any]:
        """The departments of some units."""
        return _uids(*_in(self.of_departments, Department, unit_uids))


def _in(noted: Subquery, table: type[Person] | type[Department], unit_uids: Sequence[str]) -> tuple[Select[Any], ...]:
    # Two reads that each use an index: a coalesce would walk through everybody.
    present = select(table.uid).where(table.unit_uid.in_(unit_uids), table.uid.not_in(select(noted.c.uid)))
    return present, select(noted.c.uid).where(noted.c.home_uid.in_(unit_uids))


def _uids(*parts: Select[Any]) -> Select[Any]:
    return select(union(*parts).subquery().c.uid)


def _noted(year: int, key: str) -> Subquery:
    """The home of each person or department of which all records of the year note the same unit."""
    nominations = _notes(Nomination, key).join(Round, Round.uid == Nomination.round_uid).where(Round.year == year)
    awards = _notes(Award, key).join(Decision, Decision.uid == Award.decision_uid).where(Decision.year == year)
    registrations = _notes(Registration, key).where(Registration.year == year)
    notes = union_all(nominations, awards, registrations).subquery()
    lasted = or_(Unit.dissolved_on.is_(None), Unit.dissolved_on >= PartialDate(year + 1))
    return (
        select(notes.c.uid, func.max(Unit.uid).label("home_uid"))
        .outerjoin(Unit, and_(Unit.uid == notes.c.home_uid, lasted))
        .group_by(notes.c.uid)
        .having(func.count() == func.count(Unit.uid), func.min(Unit.uid) == func.max(Unit.uid))
        .subquery()
    )


def _notes(table: type[Award] | type[Nomination] | type[Registration], key: str) -> Select[Any]:
    """The notes of those who have any: in most books nobody, which an index knows at once."""
    whose = getattr(table, key)
    tables: tuple[type[Award] | type[Nomination] | type[Registration], ...] = (Award, Nomination, Registration)
    noting = union(*(select(getattr(each, key)).where(each.at_unit_uid.is_not(None)) for each in tables))
    return select(whose.label("uid"), table.at_unit_uid.label("home_uid")).where(whose.in_(noting))
