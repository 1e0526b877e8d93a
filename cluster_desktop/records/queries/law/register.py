"""Read what the register holds of candidates, one statement for each subject, by recipient."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, String, and_, func, or_, select, type_coerce, union_all
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.awards import AwardKind
from cluster_desktop.domain.awards.nomination_state import FAILED, OVER
from cluster_desktop.domain.awards.vocabulary import AwardState, RoundKind
from cluster_desktop.domain.law.eligibility.facts import (
    ClusterPlace,
    HeldAward,
    InitiativeFacts,
    InitiativeUseFacts,
    Measure,
    Pending,
    YearClass,
)
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import (
    Award,
    Decision,
    Department,
    Discipline,
    Movement,
    Nomination,
    Person,
    Rating,
    Registration,
    Round,
    Stint,
    Unit,
    UnitRating,
)
from cluster_desktop.records.models import Initiative as InitiativeTable
from cluster_desktop.records.models import InitiativeUse as UseTable
from cluster_desktop.records.queries.careers.as_of import on
from cluster_desktop.records.queries.law.register_rows import DepartmentRow, PersonRow, UnitRow
from cluster_desktop.records.queries.units.cluster_places import cluster_places
from cluster_desktop.records.queries.units.mergers import successors
from cluster_desktop.records.queries.units.unit_names import UnitNames, recipient_uid
from cluster_desktop.records.queries.units.year_homes import YearHomes

_Line = TypeVar("_Line")
_OF_THE_YEAR = (AwardKind.ADVANCED_WORKER, AwardKind.ADVANCED_COLLECTIVE, AwardKind.LETTER_OF_PRAISE)
"""Awards that later years never ask for."""
_COUNTED = (AwardKind.ADVANCED_WORKER, AwardKind.SCHOOL_FIGHTER)
"""Titles that are counted in a unit or a department."""
_FOR_LIFE = tuple(kind for kind in AwardKind if kind.judged and not kind.is_title and kind not in _OF_THE_YEAR)
"""Commendations that count however long ago they were given."""
_HELD = ("uid", "award", "year", "occasion", "decision", "decided", "nomination_uid")
"""What is read of an award, named as in ``HeldAward``."""
_PENDING = (
    "uid",
    "award",
    "citation",
    "votes_for",
    "votes_total",
    "received_on",
    "regime",
    "regime_reason",
    "override_reason",
    "session_uid",
)
"""The columns of a nomination that are read, named as in ``Pending``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The year that is looked at, and what it is kept to: some units, some people, or nothing (None)."""

    year: int
    back: int
    """How many years before it rules look back for awards, classes and initiatives."""
    unit_uids: Sequence[str] | None = None
    person_uids: Sequence[str] | None = None
    nomination_uids: Sequence[str] = ()
    """Nominations that are looked at though they are over."""
    counted_for: Sequence[str] | None = None
    """The people for whom the titles in their unit are counted; None: for everybody."""
    forebears: Sequence[str] = ()
    """Departments that departments of the units carry on, with whose records they are judged."""
    noted: bool = True
    """Whether records may note the unit of their time."""

    @property
    def homes(self) -> YearHomes:
        """The units that people and departments stood in during the year."""
        return YearHomes(self.year, noted=self.noted)

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year of which classes and initiatives are read."""
        return self.year - self.back, self.year

    def of_people(self, statement: Any, person_uid: Any) -> Any:
        """Restrict *statement* to the people."""
        if self.person_uids is not None:
            return statement.where(person_uid.in_(self.person_uids))
        if self.unit_uids is not None:
            return statement.where(person_uid.in_(self.homes.people_in(self.unit_uids)))
        return statement

    def of_recipients(self, statement: Any, table: Any) -> Any:
        """Restrict *statement* to the people, or to the units with their people and departments."""
        if self.person_uids is not None or self.unit_uids is None:
            return self.of_people(statement, table.person_uid)
        inside = (
            table.person_uid.in_(self.homes.people_in(self.unit_uids)),
            table.department_uid.in_(self.homes.departments_in(self.unit_uids)),
            table.department_uid.in_(self.forebears),
            table.unit_uid.in_(self.unit_uids),
        )
        return statement.where(or_(*inside))

    def counted(self, statement: Any, unit_uid: Any) -> Any:
        """Restrict *statement* to the units in which titles are counted."""
        if self.counted_for is None:
            return self.of_units(statement, unit_uid)
        return statement.where(unit_uid.in_(self.homes.homes(self.counted_for)))

    def of_units(self, statement: Any, unit_uid: Any) -> Any:
        """Restrict *statement* to the units, or to those of the people."""
        if self.person_uids is not None:
            return statement.where(unit_uid.in_(self.homes.homes(self.person_uids)))
        return statement if self.unit_uids is None else statement.where(unit_uid.in_(self.unit_uids))


class Register:
    """Readings of the register for one year; each method is one statement, two for initiatives with their uses."""

    def __init__(self, session: Session, scope: Scope) -> None:
        self._session, self._scope, self._homes = session, scope, scope.homes
        self._names, self._end = UnitNames(session), PartialDate(scope.year, 12, 31)

    def _grouped(self, statement: Any, made_of: Callable[..., _Line]) -> dict[str, list[_Line]]:
        """The rows by their first column, each a line that is made of the others."""
        groups: dict[str, list[_Line]] = defaultdict(list)
        for key, *values in self._session.execute(statement):
            groups[key].append(made_of(*values))
        return groups

    def classes(self) -> dict[str, dict[int, YearClass]]:
        """Classes of people, by person and year."""
        statement = select(Rating.person_uid, Rating.uid, Rating.year, Rating.quality, Rating.days_off).where(
            Rating.year.between(*self._scope.years)
        )
        by_person: dict[str, dict[int, YearClass]] = defaultdict(dict)
        for person, uid, year, quality, days in self._session.execute(
            self._scope.of_people(statement, Rating.person_uid)
        ):
            by_person[person][year] = YearClass(uid=uid, year=year, quality=quality, days_off=days)
        return by_person

    def unit_classes(self) -> dict[str, dict[int, YearClass]]:
        """Classes of collectives, by department or unit and by year; those of a department go with it."""
        classes = (UnitRating.quality, UnitRating.party_quality, UnitRating.union_quality)
        group = func.coalesce(UnitRating.department_uid, UnitRating.unit_uid)
        statement = select(group, UnitRating.uid, UnitRating.year, *classes).where(
            UnitRating.year.between(*self._scope.years)
        )
        by_group: dict[str, dict[int, YearClass]] = defaultdict(dict)
        for whose, uid, year, quality, party, unions in self._session.execute(statement):
            line = YearClass(uid=uid, year=year, quality=quality, party=party or "", unions=unions or "")
            by_group[whose][year] = line
        return by_group

    def _read_uses(self) -> dict[str, list[InitiativeUseFacts]]:
        statement = (
            select(UseTable.initiative_uid, Nomination.uid, Nomination.award, Round.year)
            .join(Nomination, Nomination.uid == UseTable.nomination_uid)
            .join(Round, Round.uid == Nomination.round_uid)
            .where(Nomination.state.not_in(FAILED))
        )
        return self._grouped(
            statement,
            lambda nomination, award, year: InitiativeUseFacts(nomination_uid=nomination, award=award, year=year),
        )

    def initiatives(self) -> dict[str, list[InitiativeFacts]]:
        """Initiatives by person, the oldest first, each with the nominations it was used for."""
        uses = self._read_uses()
        table = InitiativeTable
        statement = (
            select(table.person_uid, table.uid, table.year, table.kind, table.level, table.title)
            .where(table.year.between(*self._scope.years))
            .order_by(table.year, table.uid)
        )
        return self._grouped(
            self._scope.of_people(statement, table.person_uid),
            lambda uid, year, kind, level, title: InitiativeFacts(
                uid=uid, year=year, kind=kind, level=level, title=title, uses=tuple(uses.get(uid, ()))
            ),
        )

    def measures(self) -> dict[str, list[Measure]]:
        """Disciplinary measures by person, in the order of their decisions."""
        table = Discipline
        statement = select(table.person_uid, table.uid, table.measure, table.decided_on, table.ended_on)
        return self._grouped(
            self._scope.of_people(statement, table.person_uid).order_by(table.decided_on, table.uid),
            lambda uid, measure, begun, ended: Measure(uid=uid, measure=measure, begun=begun, ended=ended),
        )

    def awards(self) -> dict[str, list[HeldAward]]:
        """Awards in force by recipient; the occasion is the decision's, else that of the round they came from."""
        statement = (
            select(
                recipient_uid(Award),
                Award.uid,
                Award.award,
                Decision.year,
                func.coalesce(Decision.occasion, Round.kind, RoundKind.REGULAR),
                Decision.number,
                type_coerce(Decision.decided_on, String),
                func.coalesce(Award.nomination_uid, ""),
            )
            .join(Decision, Decision.uid == Award.decision_uid)
            .outerjoin(Nomination, Nomination.uid == Award.nomination_uid)
            .outerjoin(Round, Round.uid == Nomination.round_uid)
            .where(Award.state == AwardState.IN_FORCE)
            .where(self._relevant())
            .order_by(Decision.year, Award.uid)
        )
        return self._grouped(
            self._scope.of_recipients(statement, Award),
            lambda *values: HeldAward(**dict(zip(_HELD, values, strict=True))),
        )

    def _relevant(self) -> ColumnElement[bool]:
        """Awards that a rule may ask for: of the year, of the years before, and those that count for life."""
        year, before = self._scope.year, and_(Decision.year < self._scope.year, Award.award.not_in(_OF_THE_YEAR))
        return or_(
            Decision.year == year,
            and_(before, or_(Award.award.in_(_FOR_LIFE), Decision.year >= year - self._scope.back)),
        )

    def pending(self) -> dict[str, list[Pending]]:
        """Nominations of the year by recipient: those still open, and those the scope names."""
        table = Nomination
        statement = (
            select(
                *(recipient_uid(table), *(getattr(table, key) for key in _PENDING)),
                *(Round.name, Round.kind, Movement.from_year, Movement.to_year),
            )
            .join(Round, Round.uid == table.round_uid)
            .outerjoin(Movement, Movement.uid == Round.movement_uid)
            .where(Round.year == self._scope.year)
            .where(or_(table.state.not_in(OVER), table.uid.in_(self._scope.nomination_uids)))
            .order_by(table.uid)
        )
        by_recipient: dict[str, list[Pending]] = defaultdict(list)
        for recipient, *values, name, occasion, begun, ended in self._session.execute(
            self._scope.of_recipients(statement, table)
        ):
            filled = {key: value for key, value in zip(_PENDING, values, strict=True) if value is not None}
            filled |= {"movement_from": begun, "movement_to": ended}
            line = Pending(year=self._scope.year, round_name=name, occasion=occasion, **filled)
            by_recipient[recipient].append(line)
        return by_recipient

    def registrations(self) -> set[str]:
        """Recipients who registered for the year."""
        statement = select(recipient_uid(Registration)).where(Registration.year == self._scope.year)
        return set(self._session.scalars(self._scope.of_recipients(statement, Registration)))

    def cluster_places(self) -> dict[str, tuple[ClusterPlace, ...]]:
        """Places of the units in their clusters; empty where only people are looked at."""
        return {} if self._scope.person_uids is not None else cluster_places(self._session, self._scope.year)

    def people(self) -> dict[str, PersonRow]:
        """Everybody who was of a unit in any part of the year, in the last place they had in it."""
        home, gone = self._homes.person, Stint.until_on <= f"{self._scope.year}-12-31"
        person = (Person.uid, Person.full_name, Person.gender, Person.joined_unit, Person.recruited_on)
        post = (home, Stint.department_uid, Stint.position, gone)
        statement = (
            self._homes.joined(select(*person, *post).select_from(Person))
            .join(Unit, Unit.uid == home)
            .order_by(Unit.sort_key, Unit.uid, Person.sort_key, Person.uid)
        )
        departments = self._department_names()
        people = {}
        for row in self._session.execute(self._scope.of_people(statement, Person.uid)):
            *before, position, gone = row
            people[row.uid] = PersonRow(*[*before, departments.get(row.department_uid), position, gone])
        return people

    def _department_names(self) -> dict[str | None, str]:
        departments = self._session.scalars(select(Department))
        return {own.uid: self._names.department_on(own, self._end) for own in departments}

    def units(self) -> dict[str, UnitRow]:
        """The units by their names at the end of the year, in the order of today's."""
        statement = self._scope.of_units(select(Unit), Unit.uid).order_by(Unit.sort_key, Unit.uid)
        return {unit.uid: self._unit(unit) for unit in self._session.scalars(statement)}

    def _unit(self, unit: Unit) -> UnitRow:
        gone, names = unit.dissolved_on, self._names
        over = gone is not None and gone.year < self._scope.year
        return UnitRow(names.on(unit, self._end), names.short_on(unit, self._end), over, gone)

    def departments(self) -> dict[str, DepartmentRow]:
        """The departments of the year, by unit and place, by their names at its end."""
        home = self._homes.department
        columns = select(Department, home, Unit.dissolved_on).select_from(Department)
        statement = (
            self._homes.with_departments(columns)
            .join(Unit, Unit.uid == home)
            .order_by(Unit.sort_key, Unit.uid, Department.position, Department.sort_key, Department.uid)
        )
        year = self._scope.year
        return {
            own.uid: DepartmentRow(self._names.department_on(own, self._end), unit, own.ended_on or gone)
            for own, unit, gone in self._session.execute(self._scope.of_units(statement, home))
            if (own.began_on is None or own.began_on.year <= year)
            and all(end is None or end.year >= year for end in (own.ended_on, gone))
        }

    def titled(self) -> dict[tuple[str, str], set[str]]:
        """The people of each unit who hold a title of the year, or are proposed for it, by unit and award."""
        home = self._homes.person
        held = (
            select(home, Award.award, Person.uid)
            .select_from(Person)
            .join(Award, Award.person_uid == Person.uid)
            .join(Decision, Decision.uid == Award.decision_uid)
            .where(Award.state == AwardState.IN_FORCE)
            .where(Award.award.in_(_COUNTED), Decision.year == self._scope.year)
            .where(func.coalesce(Decision.occasion, RoundKind.REGULAR) == RoundKind.REGULAR)
        )
        proposed = (
            select(home, Nomination.award, Person.uid)
            .select_from(Person)
            .join(Nomination, Nomination.person_uid == Person.uid)
            .join(Round, Round.uid == Nomination.round_uid)
            .where(Nomination.state.not_in(OVER), Nomination.award.in_(_COUNTED))
            .where(Round.year == self._scope.year, Round.kind == RoundKind.REGULAR)
        )
        by_title: dict[tuple[str, str], set[str]] = defaultdict(set)
        parts = (self._scope.counted(self._homes.joined(part, at_work=False), home) for part in (held, proposed))
        for unit, award, person in self._session.execute(union_all(*parts)):
            by_title[unit, award].add(person)
        return by_title

    def rated(self) -> frozenset[str]:
        """The units in which anybody has a class for the year."""
        home = self._homes.person
        statement = select(home).select_from(Person).join(Rating, Rating.person_uid == Person.uid).distinct()
        statement = self._homes.joined(statement).where(Rating.year == self._scope.year)
        return frozenset(self._session.scalars(self._scope.of_units(statement, home)))

    def registering(self) -> frozenset[str]:
        """The units that write down who registered for the year, by where people were on that day.

        Who moved within the year makes no other unit one that writes it down; one that went into another does.
        """
        day = func.coalesce(type_coerce(Registration.registered_on, String), f"{self._scope.year}-01-01")
        statement = (
            select(func.coalesce(Registration.at_unit_uid, Stint.unit_uid))
            .select_from(Registration)
            .join(Person, Person.uid == Registration.person_uid)
            .join(Stint, on(day))
            .where(Registration.year == self._scope.year)
            .distinct()
        )
        instead = successors(self._session, self._scope.year)
        return frozenset(instead.get(unit, unit) for unit in self._session.scalars(statement))
