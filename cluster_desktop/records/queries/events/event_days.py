"""Events as calendars and tables of years show them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.events.event_days import DayEvent
from cluster_desktop.domain.events.vocabulary import EventKind
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Event, Unit
from cluster_desktop.records.queries.units.unit_names import UnitNames


def day_events(session: Session, first_year: int, last_year: int) -> tuple[DayEvent, ...]:
    """The events of these years in order of time, hosts by the names of their days."""
    statement = (
        select(Event, Unit)
        .outerjoin(Unit, Unit.uid == Event.host_uid)
        .where(Event.year >= first_year, Event.year <= last_year)
        .order_by(Event.year, Event.starts_on.is_(None), Event.starts_on, Event.sort_key, Event.uid)
    )
    names = UnitNames(session)
    return tuple(_day_event(names, event, host) for event, host in session.execute(statement))


def _day_event(names: UnitNames, event: Event, host: Unit | None) -> DayEvent:
    on = event.starts_on or PartialDate(event.year)
    full = names.on(host, on)
    return DayEvent(
        uid=event.uid,
        title=event.title,
        kind=event.kind,
        kind_words=EventKind.label_of(event.kind),
        year=event.year,
        starts_on=event.starts_on,
        ends_on=event.ends_on,
        host=host.short_name if host and full == host.name else full,
        host_uid=event.host_uid or "",
    )


def event_years(session: Session) -> tuple[int, ...]:
    """The years that have events, oldest first."""
    statement = select(Event.year).distinct().order_by(Event.year)
    return tuple(session.scalars(statement))
