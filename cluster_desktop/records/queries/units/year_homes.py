"""The units that people and departments stood in at the end of a year, or last in it.

Of people their service says it, and departments stay with their unit. Where it is only known from a later list, and of
departments that a merger moved in books of before they had days, a note on the records of the year says it better. A
unit that was dissolved within the year is nobody's home at its end, so those people count where they went.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, case, func, or_, select, union, union_all
from sqlalchemy.orm import Session

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.living import with_deleted
from cluster_desktop.records.models import (
    Award,
    Decision,
    Department,
    Nomination,
    Person,
    Registration,
    Round,
    Stint,
    Unit,
)
from cluster_desktop.records.queries.careers.as_of import last_in_year

_Table = type[Award] | type[Nomination] | type[Registration]


class YearHomes:
    """Homes of one year, to be joined to Person and Department or asked for whole units."""

    def __init__(self, year: int, *, noted: bool = True) -> None:
        self._year = year
        self._people = _noted(year, "person_uid") if noted else None
        self._departments = _noted(year, "department_uid") if noted else None

    @property
    def person(self) -> ColumnElement[str]:
        """The home of a person, in a statement that has been ``joined``."""
        if self._people is None:
            return Stint.unit_uid.expression
        noted = func.coalesce(self._people.c.home_uid, Stint.unit_uid)
        return case((Stint.guessed, noted), else_=Stint.unit_uid)

    @property
    def department(self) -> ColumnElement[str]:
        """The home of a department, in a statement that is ``with_departments``."""
        present: Any = Department.unit_uid
        return present if self._departments is None else func.coalesce(self._departments.c.home_uid, present)

    def joined(self, statement: Any, *, at_work: bool = True) -> Any:
        """Join the last place of the year to a statement that has Person; only of those who were at work in it.

        With *at_work* off it is that of everybody who is known then, also of who is only known to have left some day.
        """
        statement = statement.join(Stint, last_in_year(self._year, at_work=at_work))
        noted = self._people
        return statement if noted is None else statement.outerjoin(noted, noted.c.uid == Person.uid)

    def with_departments(self, statement: Any) -> Any:
        """Join the noted homes of departments to a statement that has Department."""
        noted = self._departments
        return statement if noted is None else statement.outerjoin(noted, noted.c.uid == Department.uid)

    def homes(self, person_uids: Sequence[str]) -> Select[Any]:
        """The homes of some people."""
        statement: Select[Any] = self.joined(select(self.person).select_from(Person))
        return statement.where(Person.uid.in_(person_uids))

    def people_in(self, unit_uids: Sequence[str]) -> Select[Any]:
        """The people of some units, and those who make up departments of theirs."""
        there = self._placed().where(Stint.unit_uid.in_(unit_uids))
        if self._people is None:
            return there
        # Reads that each use an index: a choice of columns would walk through everybody.
        noted = self._placed().join(self._people, self._people.c.uid == Person.uid)
        elsewhere = noted.where(Stint.guessed, self._people.c.home_uid.not_in(unit_uids))
        return _uids(
            there.where(Person.uid.not_in(elsewhere)),
            noted.where(Stint.guessed, self._people.c.home_uid.in_(unit_uids)),
            self._placed().where(Stint.department_uid.in_(self.departments_in(unit_uids))),
        )

    def _placed(self) -> Select[Any]:
        return select(Person.uid).join(Stint, last_in_year(self._year)).correlate(None)

    def departments_in(self, unit_uids: Sequence[str]) -> Select[Any]:
        """The departments of some units."""
        present, noted = select(Department.uid).where(Department.unit_uid.in_(unit_uids)), self._departments
        if noted is None:
            return present
        # Two reads that each use an index: a coalesce would walk through everybody.
        present = present.where(Department.uid.not_in(select(noted.c.uid)))
        return _uids(present, select(noted.c.uid).where(noted.c.home_uid.in_(unit_uids)))


def has_notes(session: Session) -> bool:
    """Check whether any record notes a unit; in a book where none does reads need not look for notes."""
    # The greatest value is read from the end of an index, the trash included.
    greatest = (select(func.max(with_deleted(table).at_unit_uid)) for table in (Award, Nomination, Registration))
    return any(session.scalar(statement) is not None for statement in greatest)


def _uids(*parts: Select[Any]) -> Select[Any]:
    return select(union(*parts).subquery().c.uid)


def _noted(year: int, key: str) -> Subquery:
    """The home of each person or department of which all records of the year note the same unit."""
    lasted = select(Unit.uid).where(or_(Unit.dissolved_on.is_(None), Unit.dissolved_on >= PartialDate(year + 1)))
    lines = (
        select(getattr(table, key).label("uid"), table.at_unit_uid.label("home_uid")).where(
            of_year, table.at_unit_uid.in_(lasted)
        )
        for table, of_year in _records(year)
    )
    notes = union_all(*lines).subquery()
    silent = (
        select(table.uid).where(getattr(table, key) == notes.c.uid, table.at_unit_uid.is_(None), of_year).exists()
        for table, of_year in _records(year)
    )
    return (
        select(notes.c.uid, func.max(notes.c.home_uid).label("home_uid"))
        .where(notes.c.uid.is_not(None), *(~each for each in silent))
        .group_by(notes.c.uid)
        .having(func.min(notes.c.home_uid) == func.max(notes.c.home_uid))
        .subquery()
    )


def _records(year: int) -> tuple[tuple[_Table, ColumnElement[bool]], ...]:
    """The tables that note units, each with what keeps it to the year."""
    rounds, decided = select(Round.uid).where(Round.year == year), select(Decision.uid).where(Decision.year == year)
    return (
        (Nomination, Nomination.round_uid.in_(rounds)),
        (Award, Award.decision_uid.in_(decided)),
        (Registration, Registration.year == year),
    )
