"""Days of the emulation year: how far off a deadline is, in words, and how pressing."""

import datetime
from dataclasses import dataclass

from cluster_desktop.domain.text.dates import PartialDate

SOON = 14
"""Days before a deadline from which it is pressing."""
_SPOKEN = 366
"""Days beyond which a date says more than a number of days."""
PASSED, PRESSING, AHEAD = "wrong", "caution", "quiet"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearMilestone:
    """A milestone of a year as the first page shows it."""

    uid: str
    stage: str
    title: str
    due_on: PartialDate
    done_on: PartialDate | None = None
    unit: str = ""

    def days_left(self, today: datetime.date) -> int:
        """Count the days until the last day it can be; negative once that has passed."""
        return (self.due_on.latest - today).days

    def aside(self, today: datetime.date) -> str:
        """ "còn 4 ngày", "hôm nay", "quá 2 ngày"; the date where that is far away."""
        days = self.days_left(today)
        if abs(days) > _SPOKEN:
            return f"hạn {self.due_on.show()}"
        return f"còn {days} ngày" if days > 0 else f"quá {-days} ngày" if days else "hạn hôm nay"

    def tone(self, today: datetime.date) -> str:
        """PASSED, PRESSING or AHEAD."""
        days = self.days_left(today)
        if not -_SPOKEN <= days <= SOON:
            return AHEAD
        return PASSED if days < 0 else PRESSING

    def reminder(self, today: datetime.date) -> str:
        """ "Còn 5 ngày đến hạn: …", as the window says it when a book is opened."""
        days = self.days_left(today)
        when = f"Còn {days} ngày đến hạn" if days > 0 else f"Đã quá hạn {-days} ngày" if days else "Hôm nay là hạn"
        return f"{when}: {self.title} ({self.due_on.show()})."


def moved(day: PartialDate, years: int) -> PartialDate:
    """The same day *years* later; 29 February becomes the 28th."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return PartialDate(day.year + years, day.month, 28 if is_leap_day else day.day)
