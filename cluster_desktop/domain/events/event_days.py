"""Events on the days of a calendar: which days a month shows, which event stands on which day."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cluster_desktop.domain.text.dates import PartialDate

WEEKS = 6
_DAYS = 7
_LONGEST = 31
"""Days; what lasts longer (a movement) stands on its first and last day only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEvent:
    """An event as a calendar shows it; ``kind`` is its code and ``kind_words`` what people read."""

    uid: str
    title: str
    kind: str
    kind_words: str
    year: int
    starts_on: PartialDate | None
    ends_on: PartialDate | None
    host: str = ""
    host_uid: str = ""

    @property
    def dated(self) -> bool:
        """True when its first day is recorded."""
        return self.starts_on is not None and self.starts_on.day is not None

    @property
    def month(self) -> int | None:
        """The month it begins in, as far as that is known."""
        return self.starts_on.month if self.starts_on else None

    @property
    def words(self) -> str:
        """One line: when, what, where."""
        when = self.starts_on.show() if self.starts_on else str(self.year)
        return " · ".join(part for part in (when, self.title, self.kind_words, self.host) if part)


def month_days(year: int, month: int) -> tuple[datetime.date, ...]:
    """The days of a month's page, six weeks that begin on Monday; days outside 1-9999 are left to the caller."""
    first = datetime.date(year, month, 1)
    monday = first - datetime.timedelta(days=first.weekday())
    return tuple(monday + datetime.timedelta(days=place) for place in range(WEEKS * _DAYS))


def by_day(events: Iterable[DayEvent]) -> Mapping[datetime.date, Sequence[DayEvent]]:
    """The events under each of their days."""
    days: dict[datetime.date, list[DayEvent]] = {}
    for event in events:
        for day in _days(event):
            days.setdefault(day, []).append(event)
    return days


def _days(event: DayEvent) -> Iterable[datetime.date]:
    if event.starts_on is None or event.starts_on.day is None:
        return ()
    first = event.starts_on.earliest
    last = event.ends_on.earliest if event.ends_on and event.ends_on.day else first
    length = (last - first).days
    if length <= 0:
        return (first,)
    if length > _LONGEST:
        return (first, last)
    return tuple(first + datetime.timedelta(days=step) for step in range(length + 1))


def undated(events: Iterable[DayEvent], year: int, month: int | None = None) -> tuple[DayEvent, ...]:
    """The events of *year* without a day; *month* keeps those of that month or of no month."""
    return tuple(
        event
        for event in events
        if event.year == year and not event.dated and (month is None or event.month in (None, month))
    )
