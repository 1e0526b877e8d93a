"""State of the year and what units still owe: launched, signed, registered, scored, classed; read once."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.events.vocabulary import EventKind
from cluster_desktop.domain.figures.count import Count, Source
from cluster_desktop.domain.year.deadlines import YearMilestone
from cluster_desktop.records.models import (
    Criterion,
    Department,
    Event,
    Movement,
    Person,
    Rating,
    Registration,
    Score,
    ScoreSheet,
    Stint,
    Unit,
    UnitRating,
)
from cluster_desktop.records.queries.careers.as_of import AT_WORK, day_of_year, on
from cluster_desktop.records.queries.units.roles import year_units
from cluster_desktop.records.queries.units.unit_names import unit_at_the_time
from cluster_desktop.records.queries.year.milestones import year_milestones
from cluster_desktop.records.rows import Option


@dataclass(frozen=True, slots=True)
class Owing:
    """Units that have delivered and units that have not; ``missing`` are units of the year."""

    delivered: tuple[Option, ...]
    missing: tuple[Option, ...]

    @property
    def total(self) -> int:
        """The units asked."""
        return len(self.delivered) + len(self.missing)

    @property
    def figure(self) -> Count:
        """The units that have delivered."""
        return Count(Source("Đơn vị đã gửi", "unit", tuple(unit.uid for unit in self.delivered)))

    def names(self, most: int = 4) -> str:
        """The first of those who owe, in words."""
        shown = ", ".join(unit.label for unit in self.missing[:most])
        return f"{shown} và {len(self.missing) - most} đơn vị khác" if len(self.missing) > most else shown


@dataclass(frozen=True, slots=True, kw_only=True)
class YearState:
    """State of a year besides its nominations, decisions and awards."""

    milestones: tuple[YearMilestone, ...]
    launched: Count
    """Events that launch a movement."""
    begun: int
    """Movements that begin."""
    signed: Count
    closed: Count
    """Conferences at which the pledge was signed, and those that closed the year."""
    registrations: Owing
    scores: Owing
    classes: Owing
    sheet_uid: str
    """The year's score sheet; '' for none."""
    unrated: tuple[tuple[Option, int], ...]
    """Units with people who have no class of the year, and how many."""

    def milestone(self, stage: str) -> YearMilestone | None:
        """The first milestone of a stage."""
        return next((milestone for milestone in self.milestones if milestone.stage == stage), None)


def year_state(session: Session, year: int) -> YearState:
    """Read the state of a year."""
    units = year_units(session, year)
    begun = select(func.count()).where(Movement.from_year == year)
    sheet = select(ScoreSheet.uid).where(ScoreSheet.year == year).order_by(ScoreSheet.uid)
    return YearState(
        milestones=year_milestones(session, year),
        launched=_events(session, "Phát động phong trào", year, Event.kind == EventKind.MOVEMENT),
        begun=session.scalar(begun) or 0,
        signed=_events(session, "Hội nghị ký giao ước", year, Event.signs_pledge.is_(True)),
        closed=_events(session, "Hội nghị tổng kết", year, Event.closes_year.is_(True)),
        registrations=_owing(session, units, _registering(year)),
        scores=_owing(session, units, _scored(year)),
        classes=_owing(session, units, _classed(year)),
        sheet_uid=session.scalars(sheet).first() or "",
        unrated=_unrated(session, units, year),
    )


def _events(session: Session, name: str, year: int, condition: ColumnElement[bool]) -> Count:
    statement = select(Event.uid).where(Event.year == year, condition).order_by(Event.starts_on, Event.uid)
    return Count(Source(name, "event", tuple(session.scalars(statement))))


def _owing(session: Session, units: tuple[Option, ...], delivering: Select[str]) -> Owing:
    there = set(session.scalars(delivering.distinct()))
    missing = tuple(unit for unit in units if unit.uid not in there)
    return Owing(tuple(unit for unit in units if unit.uid in there), missing)


def _registering(year: int) -> Select[str]:
    return (
        select(unit_at_the_time(Registration))
        .select_from(Registration)
        .outerjoin(Person, Person.uid == Registration.person_uid)
        .outerjoin(Department, Department.uid == Registration.department_uid)
        .where(Registration.year == year)
    )


def _scored(year: int) -> Select[str]:
    """The units that scored themselves on the year's sheet."""
    return (
        select(Score.unit_uid)
        .join(Criterion, Criterion.uid == Score.criterion_uid)
        .join(ScoreSheet, ScoreSheet.uid == Criterion.sheet_uid)
        .where(ScoreSheet.year == year)
        .where(or_(Score.self_points.is_not(None), Score.final_points.is_not(None)))
    )


def _classed(year: int) -> Select[str]:
    return select(UnitRating.unit_uid).where(UnitRating.year == year, UnitRating.department_uid.is_(None))


def _unrated(session: Session, units: tuple[Option, ...], year: int) -> tuple[tuple[Option, int], ...]:
    rated = select(Rating.person_uid).where(Rating.year == year)
    statement = (
        select(Unit.uid, func.count())
        .select_from(Person)
        .join(Stint, on(day_of_year(year)))
        .join(Unit, Unit.uid == Stint.unit_uid)
        .where(AT_WORK, Person.uid.not_in(rated))
        .group_by(Unit.uid)
    )
    counts = dict(session.execute(statement).all())
    return tuple((unit, counts[unit.uid]) for unit in units if unit.uid in counts)
