"""Sums of one event, and the medals of a year."""

from typing import Any

from sqlalchemy import ColumnElement, String, func, select, type_coerce
from sqlalchemy.orm import Session

from cluster_desktop.domain.events.event_sums import EventSums, Medals, medal_table, sums
from cluster_desktop.domain.events.vocabulary import EventLevel
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import (
    Attendee,
    Event,
    Expense,
    Gift,
    Paper,
    Participant,
    Result,
    Unit,
)
from cluster_desktop.records.queries.careers.as_of import end_of, unit_since
from cluster_desktop.records.queries.units.unit_names import UnitNames


def event_sums(session: Session, uid: str) -> EventSums:
    """Medals, papers, gifts and people by unit, attendees by role, costs by source."""
    attendees = select(Attendee.role).where(Attendee.event_uid == uid)
    costs = select(Expense).where(Expense.event_uid == uid)
    papers = [
        (unit, (1, int(paper.printed or 0), int(paper.presented or 0))) for unit, paper in _by_unit(session, Paper, uid)
    ]
    return EventSums(
        medals=medal_table((unit, result.prize, uid) for unit, result in _by_unit(session, Result, uid)),
        papers=sums(papers),
        gifts=sums((unit, (gift.quantity, gift.worth)) for unit, gift in _by_unit(session, Gift, uid)),
        people=sums((unit, (participant.people,)) for unit, participant in _by_unit(session, Participant, uid)),
        attendees=sums((role or "", (1,)) for role in session.scalars(attendees)),
        costs=sums((cost.source or "", (cost.planned, cost.spent)) for cost in session.scalars(costs)),
    )


def _by_unit(session: Session, table: Any, uid: str) -> list[tuple[str, Any]]:
    """The living records of an event, each under its unit's short name (a person's own where none is named).

    A person's own unit is the one they were in at the event.
    """
    home = _home(table) if hasattr(table, "person_uid") else table.unit_uid
    statement = (
        select(table, Unit, Event)
        .join(Event, Event.uid == table.event_uid)
        .outerjoin(Unit, Unit.uid == home)
        .where(table.event_uid == uid)
    )
    names = UnitNames(session)
    return [
        (names.short_on(unit, event.starts_on or PartialDate(event.year, 12, 31)), record)
        for record, unit, event in session.execute(statement)
    ]


def _home(table: Any) -> ColumnElement[str]:
    """The unit of a record that has Event joined: the one it names, else the person's on that day.

    Of whom nothing is known for that day, it is where they came first after it.
    """
    day = func.coalesce(type_coerce(Event.ends_on, String), type_coerce(Event.starts_on, String), end_of(Event.year))
    return func.coalesce(table.unit_uid, unit_since(table.person_uid, day))


def year_medals(session: Session, year: int) -> tuple[Medals, ...]:
    """The prizes of a year's events of the cluster, units by the names of that year."""
    statement = (
        select(Unit, Result.prize, Event.uid)
        .select_from(Result)
        .join(Event, Event.uid == Result.event_uid)
        .outerjoin(Unit, Unit.uid == _home(Result))
        .where(Event.year == year, Event.level == EventLevel.CLUSTER)
    )
    names, on = UnitNames(session), PartialDate(year, 12, 31)
    return medal_table((names.on(unit, on), prize, event) for unit, prize, event in session.execute(statement))
