"""Dates as Vietnamese files hold them: a day, a month or only a year, typed in many ways, shown in one."""

import calendar
import datetime
import math
import re
from dataclasses import dataclass
from functools import total_ordering
from typing import Final, Literal, Self

from cluster_desktop.domain.text.names import fold
from cluster_desktop.errors import UserError

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
_HOW_TO_TYPE: Final = "Gõ ngày như 02/09/1976, tháng như 09/1976 hoặc năm như 1976."
_FOUR_DIGITS: Final = "Gõ năm đủ bốn chữ số, như 02/09/1976 hoặc 09/1976."

Precision = Literal["year", "month", "day"]


class DateProblem(UserError, ValueError):
    """The text is no date we can keep; ``str`` of it is one sentence for the user."""


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the day, the month or the year; in order, what is unknown comes first."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise DateProblem(f"Năm {self.year} nằm ngoài khoảng {FIRST_YEAR} đến {LAST_YEAR}; hãy kiểm tra lại năm.")
        if self.month is None:
            if self.day is not None:
                raise DateProblem("Ngày phải đi cùng tháng; gõ như 02/09/1976.")
            return
        if not 1 <= self.month <= 12:
            raise DateProblem(f"Không có tháng {self.month}; tháng từ 1 đến 12.")
        if self.day is not None:
            self._check_day(self.day, _days_in(self.year, self.month))

    def _check_day(self, day: int, days: int) -> None:
        if day < 1:
            raise DateProblem(f"Không có ngày {day}; ngày từ 1 đến {days}.")
        if day > days:
            raise DateProblem(f"Tháng {self.month} năm {self.year} chỉ có {days} ngày.")

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        mine = (self.year, self.month or 0, self.day or 0)
        return mine < (other.year, other.month or 0, other.day or 0)

    @classmethod
    def of(cls, day: datetime.date) -> Self:
        """The full date of a calendar day. Raises DateProblem outside 1900-2100."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def from_iso(cls, text: str) -> Self:
        """Read the stored form: "1976", "1976-09" or "1976-09-02". Raises DateProblem."""
        match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", text)
        if not match:
            raise DateProblem(f"“{text}” không phải ngày tháng đã lưu; dạng đúng là 1976-09-02, 1976-09 hoặc 1976.")
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @property
    def iso(self) -> str:
        """The stored form; text order of it is the order of the dates."""
        return "-".join([f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None)])

    @property
    def precision(self) -> Precision:
        """The smallest part that is recorded: the day, the month or only the year."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def earliest(self) -> datetime.date:
        """The first day it can be."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> datetime.date:
        """The last day it can be."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or _days_in(self.year, month))

    def show(self) -> str:
        """ "02/09/1976", "09/1976" or "1976"."""
        parts = [f"{part:02d}" for part in (self.day, self.month) if part is not None]
        return "/".join([*parts, str(self.year)])

    def in_words(self) -> str:
        """ "ngày 05 tháng 02 năm 2026".

        Days below 10 and months 1 and 2 take a zero (Decree 30/2020/NĐ-CP, appendix I).
        """
        words = [] if self.day is None else [f"ngày {self.day:02d}"]
        if self.month is not None:
            words.append(f"tháng {self.month:02d}" if self.month <= 2 else f"tháng {self.month}")
        return " ".join([*words, f"năm {self.year}"])


def _days_in(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


_TIME: Final = re.compile(r"(?<=[0-9])[t ] ?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?$")
_WORDS: Final = re.compile(r"(?:(?:(?:ngay|mung|mong)[ .]*)?([0-9]{1,2}),? *)?thang ?([0-9]{1,2}),? *nam ?([0-9]{2,4})")
_YEAR_WORD: Final = re.compile(r"nam ?([0-9]{4})")
_LABEL: Final = re.compile(r"^(?:ngay|thang) ?(?=[0-9])")
_EIGHT: Final = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_YEAR_FIRST: Final = re.compile(r"((?:19|20|21)[0-9]{2})(0[1-9]|1[0-2])([0-9]{2})")
"""19760902, as old databases write it: no day with its year last looks so, for there is no month 19, 20 or 21."""
_BETWEEN: Final = re.compile(r" ?[/.\-‐‑–—] ?| ")


def _full_year(digits: str) -> int:
    """Two digits: 30-99 belong to the last century, 00-29 to this one. Raises DateProblem on three."""
    if len(digits) == 4:
        return int(digits)
    if len(digits) != 2:
        raise DateProblem(_FOUR_DIGITS)
    return int(digits) + (1900 if int(digits) >= 30 else 2000)


def _from_numbers(numbers: list[str]) -> PartialDate:
    sizes = [len(number) for number in numbers]
    match sizes:
        case [4]:
            return PartialDate(int(numbers[0]))
        case [4, 1 | 2]:
            return PartialDate(int(numbers[0]), int(numbers[1]))
        case [1 | 2, 4]:
            return PartialDate(int(numbers[1]), int(numbers[0]))
        case [4, 1 | 2, 1 | 2]:
            return PartialDate(int(numbers[0]), int(numbers[1]), int(numbers[2]))
        case [1 | 2, 1 | 2, 2 | 3 | 4]:
            return PartialDate(_full_year(numbers[2]), int(numbers[1]), int(numbers[0]))
        case [1 | 2, 1 | 2 | 3]:
            raise DateProblem(_FOUR_DIGITS)
    raise DateProblem(_HOW_TO_TYPE)


def parse_date(text: str) -> PartialDate:
    """Reads what people type: 02/09/1976, 2-9-76, 02.09.1976, 09/1976, 1976, 1976-09-02, 02091976, 19760902, words.

    The day stands before the month. A two-digit year counts only beside a day and a month: 30-99 is 19xx,
    00-29 is 20xx. Raises DateProblem, a sentence that says what is right.
    """
    plain = _TIME.sub("", fold(text).rstrip(" .,;"))
    words = _WORDS.fullmatch(plain)
    if words:
        day, month, year = words.groups()
        return PartialDate(_full_year(year), int(month), int(day) if day else None)
    year_word = _YEAR_WORD.fullmatch(plain)
    if year_word:
        return PartialDate(int(year_word.group(1)))
    plain = _LABEL.sub("", plain)
    eight = _YEAR_FIRST.fullmatch(plain) or _EIGHT.fullmatch(plain)
    numbers = list(eight.groups()) if eight else _BETWEEN.split(plain)
    if not all(number.isascii() and number.isdigit() for number in numbers):
        raise DateProblem(_HOW_TO_TYPE)
    return _from_numbers(numbers)


def parse_full_date(text: str) -> datetime.date:
    """The same where a day is needed (a decision, an event). Raises DateProblem when the day is missing."""
    date = parse_date(text)
    if date.precision != "day":
        raise DateProblem("Ở đây cần đủ ngày, tháng, năm; gõ như 02/09/1976.")
    return date.earliest


def from_excel_serial(number: float, epoch_1904: bool = False) -> PartialDate:
    """The day of an Excel date cell; the time of day falls away.

    Excel's 1900 calendar holds a 29 February 1900 that never was. Raises DateProblem outside 1900-2100.
    """
    if not math.isfinite(number) or not 0 <= number < 80_000:
        raise DateProblem("Số trong ô Excel này không phải là ngày; hãy định dạng ô là ngày hoặc gõ như 02/09/1976.")
    serial = math.floor(number)
    if epoch_1904:
        return PartialDate.of(datetime.date(1904, 1, 1) + datetime.timedelta(days=serial))
    if serial in (0, 60):
        raise DateProblem("Ngày trong ô Excel này không có trong lịch; hãy gõ lại ngày như 02/09/1976.")
    start = datetime.date(1899, 12, 31) if serial < 60 else datetime.date(1899, 12, 30)
    return PartialDate.of(start + datetime.timedelta(days=serial))


def age_on(birth: PartialDate, day: datetime.date) -> int | None:
    """Whole years on that day, by as much of the birth date as is known; None before birth."""
    born = [part for part in (birth.month, birth.day) if part is not None]
    today = [day.month, day.day][: len(born)]
    age = day.year - birth.year - (today < born)
    return age if age >= 0 else None


def show_day(moment: str) -> str:
    """The day of a moment in ISO text: "05/01/2021"."""
    return datetime.datetime.fromisoformat(moment).strftime("%d/%m/%Y")
