"""Read the dates of one column: true dates, serial numbers, moments of another time zone, days and months swapped."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from cluster_desktop.domain.text.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    DateProblem,
    from_excel_serial,
    parse_date,
)
from cluster_desktop.exchange.tables.cell_texts import UnreadableCell, plain_text
from cluster_desktop.exchange.tables.sheets import Cell

_DOTTED_YEAR: Final = re.compile(r"[\s/.\-_…]+(\d{4})")
_MOMENT: Final = re.compile(
    r"(?P<day>\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})[T ]+(?P<hour>\d{1,2}):(?P<minute>\d\d)"
    r"(?::(?P<second>\d\d)(?:\.\d+)?)?\s*(?P<zone>Z|[+-]00:?00)?",
    re.IGNORECASE,
)
_NUMBERS: Final = re.compile(r"(\d{1,2})(\s*[/.\-–]\s*)(\d{1,2})\s*[/.\-–]\s*(\d{4}|\d{2})")
_EPOCH: Final = date(1899, 12, 30)
_EPOCH_1904: Final = date(1904, 1, 1)
_LIVED_YEARS: Final = range(1930, 2060)  # as days they lie in 1905, in the other calendar in 1909
_MIDNIGHT: Final = time()
_NEAR: Final = timedelta(minutes=1)
_DAY: Final = timedelta(days=1)
_HOURS_BEHIND: Final = (16, 17)  # midnight of Vietnam by the clock of Greenwich; in the South before 1975 an hour more
_LAST_OF_MONTHS: Final = 12
_FEWEST_CELLS: Final = 2


class Swap(StrEnum):
    """The dates of a column whose day and month stand in each other's place."""

    CELLS = "cells"  # the true dates, as an American Excel read texts
    EVERYTHING = "everything"  # the texts too


@dataclass(frozen=True, slots=True)
class DateColumn:
    """The ways of one column of dates.

    *swap* exchanges day and month, *epoch_1904* counts serial numbers from 1904, *behind* takes 17:00 for the
    midnight after it.
    """

    swap: Swap | None = None
    epoch_1904: bool = False
    behind: bool = False

    def read(self, cell: Cell) -> tuple[str, str]:
        """Write a cell as a date, with a sentence where that is not what stands there, '' for none.

        A date, a year, a serial number, or a date that became a number ("9.1976", 2091976). Raises UnreadableCell.
        """
        if isinstance(cell, datetime):
            return self._of_moment(cell, f"{cell:%d/%m/%Y %H:%M:%S}")
        if isinstance(cell, date):
            return self._of_day(cell)
        if isinstance(cell, float):
            return self._of_fraction(cell)
        if isinstance(cell, int) and not isinstance(cell, bool):
            return self._of_number(cell)
        return self._of_text(plain_text(cell))

    def _of_day(self, day: date) -> tuple[str, str]:
        """Read a true date; a year typed into a cell with the format of dates has become one of long ago."""
        year = (day - (_EPOCH_1904 if self.epoch_1904 else _EPOCH)).days
        if year in _LIVED_YEARS:
            return str(year), f"Ngày {_show(day)} trong ô là năm {year} gõ vào ô định dạng ngày, được đọc là {year}."
        return self._turned(day, "")

    def _of_text(self, text: str) -> tuple[str, str]:
        if only_year := _DOTTED_YEAR.fullmatch(text):
            return only_year.group(1), ""
        if text.isascii() and text.isdecimal() and len(text) != len("02091976"):
            return self._of_number(int(text))
        if moment := _MOMENT.fullmatch(text):
            return self._of_written_moment(moment)
        if self.swap is Swap.EVERYTHING and (numbers := _NUMBERS.fullmatch(text)):
            month, mark, day, year = numbers.groups()
            turned = f"{day}{mark}{month}{mark}{year}"
            return turned, f"“{text}” được đổi ngày và tháng thành “{turned}”."
        return text, ""

    def _of_written_moment(self, match: re.Match[str]) -> tuple[str, str]:
        text = match.group()
        try:
            day = parse_date(match["day"]).earliest
            moment = datetime.combine(day, time(int(match["hour"]), int(match["minute"]), int(match["second"] or 0)))
        except ValueError:
            return text, ""
        if match["zone"] and moment.hour >= min(_HOURS_BEHIND):
            return self._told(day + _DAY, text)
        return self._of_moment(moment, text, swapped=False)

    def _of_moment(self, moment: datetime, shown: str, *, swapped: bool = True) -> tuple[str, str]:
        """Take the nearest day for a moment just before midnight, which calculating with seconds made of a day."""
        day = moment.date()
        if day.year <= LAST_YEAR and ((moment + _NEAR).date() > day or (self.behind and _is_behind(moment))):
            return self._told(day + _DAY, shown)
        return self._turned(day, "") if swapped else (_show(day), "")

    def _told(self, day: date, shown: str) -> tuple[str, str]:
        return self._turned(day, f"“{shown}” được đọc là ngày {_show(day)}.")

    def _turned(self, day: date, notice: str) -> tuple[str, str]:
        """Exchange day and month where the column is swapped."""
        if self.swap is None or day.day > _LAST_OF_MONTHS:
            return _show(day), notice
        turned = day.replace(month=day.day, day=day.month)
        return _show(turned), f"{_show(day)} được đổi ngày và tháng thành {_show(turned)}."

    def _of_number(self, number: float) -> tuple[str, str]:
        if FIRST_YEAR <= number <= LAST_YEAR and number % 1 == 0:
            return str(int(number)), ""
        if 1_000_000 <= number <= 31_129_999:
            return self._of_eight_digits(f"{int(number):08d}", f"Số {number:.0f}")
        if number <= LAST_YEAR:
            raise UnreadableCell(f"Số {number:g} không phải là ngày. Hãy gõ ngày như 02/09/1976.")
        try:
            start = from_excel_serial(int(number), self.epoch_1904).earliest
        except DateProblem as problem:
            raise UnreadableCell(str(problem)) from None
        moment = datetime.combine(start, _MIDNIGHT) + timedelta(days=number % 1)
        text, notice = self._of_moment(moment, f"{number:.12g}")
        return text, notice or f"Số {number:.12g} được đọc là ngày {text}."

    @staticmethod
    def _of_eight_digits(digits: str, shown: str) -> tuple[str, str]:
        try:
            return digits, f"{shown} được đọc là ngày {parse_date(digits).show()}."
        except DateProblem:
            return digits, ""  # which whoever reads the text tells

    def _of_fraction(self, number: float) -> tuple[str, str]:
        month, year = int(number), round(number % 1 * 10_000)
        if 1 <= month <= _LAST_OF_MONTHS and FIRST_YEAR <= year <= LAST_YEAR:
            text = f"{month:02d}/{year}"
            return text, f"Số {number:.12g} được đọc là tháng {text}.".replace(".", ",", 1)
        return self._of_number(number)


def _show(day: date) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def _is_behind(moment: datetime) -> bool:
    return any(abs(moment - datetime.combine(moment.date(), time(hour))) <= _NEAR for hour in _HOURS_BEHIND)


def lies_behind(cells: Iterable[Cell]) -> bool:
    """Check whether the moments of a column are midnights by the clock of Greenwich: no other hour stands there."""
    moments = [cell for cell in cells if isinstance(cell, datetime) and cell.year <= LAST_YEAR]
    moments = [moment for moment in moments if (moment + _NEAR).time() > time(0, 2)]
    return bool(moments) and all(map(_is_behind, moments))


def swapped_in(cells: Sequence[Cell]) -> Swap | None:
    """Recognise a column in which an American Excel exchanged day and month.

    It takes 02/09/1976 for the ninth of February and leaves 13/05/1980 a text: then no true date has a day above
    12 and every text has. Texts that are dates only with the month first show it too.
    """
    dates = [cell.day for cell in cells if isinstance(cell, date)]
    texts = [
        (int(match.group(1)), int(match.group(3)))
        for cell in cells
        if isinstance(cell, str) and (match := _NUMBERS.fullmatch(cell.strip()))
    ]
    if max(dates, default=0) > _LAST_OF_MONTHS:
        return None
    month_first = [pair for pair in texts if pair[0] <= _LAST_OF_MONTHS < pair[1]]
    day_first = [pair for pair in texts if pair[1] <= _LAST_OF_MONTHS < pair[0]]
    if len(month_first) >= _FEWEST_CELLS and not day_first:
        return Swap.EVERYTHING
    enough = len(dates) >= _FEWEST_CELLS and len(texts) >= _FEWEST_CELLS
    return Swap.CELLS if enough and len(day_first) == len(texts) else None
