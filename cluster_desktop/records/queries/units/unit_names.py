"""The names that units had on a date, read once for a whole report."""

from typing import Any

from sqlalchemy import ColumnElement, String, and_, func, not_, or_, select, type_coerce
from sqlalchemy.orm import Session

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.names import text_sort_key
from cluster_desktop.records.models import (
    Award,
    Decision,
    Department,
    FormerName,
    Nomination,
    Person,
    Registration,
    Round,
    Unit,
)
from cluster_desktop.records.queries.careers.as_of import Day, end_of, iso_of, unit_on, unit_since

_Recipients = type[Award] | type[Nomination] | type[Registration]


def recipient_uid(table: _Recipients) -> ColumnElement[str]:
    """The uid of the person, the department or the unit that a record names as its recipient."""
    return func.coalesce(table.person_uid, table.department_uid, table.unit_uid)


def unit_at_the_time(
    table: _Recipients,
    post: Any = None,
    department: Any = Department,
    *,
    day: Day | None = None,
) -> ColumnElement[str]:
    """The unit a recipient belonged to then: the one that is noted, else where they were on the day of the record.

    Another *day* than that is asked for who looks at the record on it.

    Of whom nothing is known for that day, it is where they came first after it; a paper says nothing of them, but what
    the *post* says that it has joined. The statement has to join Department, or what stands for it.
    """
    on = day_of(table) if day is None else day
    since = unit_since(table.person_uid, on)
    then = since if post is None else func.coalesce(unit_on(table.person_uid, on), post.unit_uid)
    return func.coalesce(table.at_unit_uid, then, department.unit_uid, table.unit_uid)


def day_of(table: Any) -> ColumnElement[str]:
    """The day of a record about a recipient: of the decision, else of the dossier or the list, else the year's end."""
    if hasattr(table, "decision_uid"):
        decided = select(type_coerce(_DECISION.c.decided_on, String)).where(_DECISION.c.uid == table.decision_uid)
        return decided.correlate_except(_DECISION).scalar_subquery()
    if hasattr(table, "round_uid"):
        year = select(_ROUND.c.year).where(_ROUND.c.uid == table.round_uid).correlate_except(_ROUND).scalar_subquery()
        return func.coalesce(type_coerce(table.received_on, String), end_of(year))
    return func.coalesce(type_coerce(table.registered_on, String), end_of(table.year))


_DECISION, _ROUND = Decision.__table__.alias(), Round.__table__.alias()


def unit_now(table: _Recipients, person: Any = Person, department: Any = Department) -> ColumnElement[str]:
    """The unit a recipient belongs to today: for what is chosen next, never for what a record of then says."""
    return func.coalesce(person.unit_uid, department.unit_uid, table.unit_uid)


def standing(year: int) -> ColumnElement[bool]:
    """Units that were there in *year*, if only for a part of it: one that ended with New Year's Day was not."""
    ended_before = or_(Unit.dissolved_on < PartialDate(year), Unit.dissolved_on == PartialDate(year, 1, 1))
    return or_(Unit.dissolved_on.is_(None), not_(ended_before))


def department_stands(day: Day) -> ColumnElement[bool]:
    """Departments that were there on a day; those of which nobody has said a day always were."""
    text = iso_of(day)
    began, ended = (type_coerce(column, String) for column in (Department.began_on, Department.ended_on))
    return and_(or_(began.is_(None), began <= text), or_(ended.is_(None), ended > text))


class UnitNames:
    """Every former name in the workspace, by unit or department and in order of the day it went out of use."""

    def __init__(self, session: Session) -> None:
        self._former: dict[str, list[FormerName]] = {}
        self._shown: dict[tuple[str, PartialDate], str] = {}
        self._orders: dict[tuple[str, PartialDate], str] = {}
        statement = select(FormerName).order_by(FormerName.valid_to)
        for old in session.scalars(statement):
            self._former.setdefault(old.department_uid or old.unit_uid, []).append(old)

    def on(self, unit: Unit | None, day: PartialDate) -> str:
        """The first former name still in use on *day*, else the present name; '' for no unit."""
        if unit is None:
            return ""
        key = (unit.uid, day)
        if key not in self._shown:
            old = self._old(unit.uid, day)
            self._shown[key] = old.name if old else unit.name
        return self._shown[key]

    def short_on(self, unit: Unit | None, day: PartialDate) -> str:
        """The short name that went with that name; the present one where none was noted."""
        if unit is None:
            return ""
        old = self._old(unit.uid, day)
        return (old.short_name if old else None) or unit.short_name

    def department_on(self, department: Department | None, day: PartialDate) -> str:
        """The name of a department on *day*; '' for none."""
        return self.of_department(department.uid, department.name, day) if department else ""

    def of_department(self, uid: str | None, name: str | None, day: PartialDate) -> str:
        """The same of one that was read as its uid and present name."""
        old = self._old(uid or "", day)
        return old.name if old else name or ""

    def order(self, unit: Unit | None, day: PartialDate) -> str:
        """The place of a unit in a list of *day*, which no later change of its name alters."""
        key = (unit.uid if unit else "", day)
        if key not in self._orders:
            self._orders[key] = text_sort_key(self.on(unit, day))
        return self._orders[key]

    def department_order(self, department: Department | None, day: PartialDate) -> tuple[int, str]:
        """The same of a department, by its number and its name."""
        if department is None:
            return -1, ""
        key = (department.uid, day)
        if key not in self._orders:
            self._orders[key] = text_sort_key(self.department_on(department, day))
        return -1 if department.position is None else department.position, self._orders[key]

    def province_on(self, unit: Unit | None, day: PartialDate) -> str:
        """The province of that name; the present one where none was noted."""
        if unit is None:
            return ""
        old = self._old(unit.uid, day)
        return (old.province if old else None) or unit.province or ""

    def place_on(self, unit: Unit | None, day: PartialDate) -> str:
        """The place its papers name; what is typed for the letterhead belongs to the name of today."""
        typed = unit.place if unit is not None and self._old(unit.uid, day) is None else ""
        return typed or self.province_on(unit, day)

    def _old(self, uid: str, day: PartialDate) -> FormerName | None:
        return next((old for old in self._former.get(uid, ()) if old.valid_to.latest >= day.earliest), None)
