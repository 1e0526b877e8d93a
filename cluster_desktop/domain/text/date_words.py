"""Days in the words around them: of an event ("21-22/8/2019"), of a list ("Tính đến ngày 30/6/2020")."""

import re
from typing import Final

from cluster_desktop.domain.text.dates import PartialDate, parse_date
from cluster_desktop.domain.text.names import fold

_TO: Final = r"\s*(?:-|–|den|va|,)\s*(?:ngay\s*)?"
_DAYS: Final = re.compile(rf"(?:tu )?(?:ngay )?(\d{{1,2}}){_TO}(\d{{1,2}})\s*/\s*(\d{{1,2}})\s*/\s*(\d{{4}})")
_MONTHS: Final = re.compile(
    rf"(?:tu )?(?:ngay )?(\d{{1,2}})/(\d{{1,2}}){_TO}(\d{{1,2}})\s*/\s*(\d{{1,2}})\s*/\s*(\d{{4}})"
)
_YEARS: Final = re.compile(rf"(?:tu )?(?:ngay )?(\d{{1,2}}/\d{{1,2}}/\d{{4}}){_TO}(\d{{1,2}}/\d{{1,2}}/\d{{4}})")


def read_span(text: str) -> tuple[PartialDate, PartialDate | None]:
    """The first and, of several days, the last day. Raises DateProblem."""
    plain = fold(text).rstrip(" .,;")
    if match := _YEARS.fullmatch(plain):
        return parse_date(match[1]), parse_date(match[2])
    if match := _MONTHS.fullmatch(plain):
        day, month, last, last_month, year = map(int, match.groups())
        return PartialDate(year, month, day), PartialDate(year, last_month, last)
    if match := _DAYS.fullmatch(plain):
        day, last, month, year = map(int, match.groups())
        return PartialDate(year, month, day), PartialDate(year, month, last)
    return parse_date(text), None


_SEP: Final = r"\s*[-/.\\‐‑–—_]\s*"
_NUMBERS: Final = (
    rf"(?P<iso>\d{{4}}{_SEP}\d{{1,2}}{_SEP}\d{{1,2}})",
    rf"(?P<day>\d{{1,2}})(?:{_SEP}|\s*thang\s*)(?P<month>\d{{1,2}})(?:{_SEP}|,?\s*nam\s*)(?P<year>\d{{4}})",
    rf"(?P<only_month>\d{{1,2}})(?:{_SEP}|,?\s*nam\s*)(?P<its_year>\d{{4}})",
)
_AS_OF: Final = r"(?:tinh den|tinh toi|co mat den|co mat tai|co mat|thoi diem|den het|den ngay)\b\D{0,40}?"
_LIST_DAY: Final = re.compile(rf"\b{_AS_OF}\b(?:{'|'.join(_NUMBERS)}|(?P<only_year>(?:19|20)\d\d))\b")
_MONTH: Final = re.compile(
    rf"(?<!\d )(?<!\d)\bthang\s*(?P<only_month>\d{{1,2}})(?:{_SEP}|,?\s*nam\s*)(?P<its_year>\d{{4}})\b"
)
_IN_NAME: Final = re.compile(rf"(?<![\d/])(?:{'|'.join(_NUMBERS[:2])}|t\.?{_NUMBERS[2]})(?!\d)")


def list_day_words(line: str) -> str:
    """The day of which a list tells by a line above it ("tính đến …", "thời điểm …", "tháng 6/2020"), to be parsed.

    '' for none; the day on which a paper was signed is none.
    """
    plain = fold(line)
    return _day_words(_LIST_DAY.search(plain) or _MONTH.search(plain))


def name_day_words(name: str) -> str:
    """The same for the name of a sheet or a file, in which a day may stand alone ("DS 30-6-2020", "T6.2020")."""
    return list_day_words(name) or _day_words(_IN_NAME.search(fold(name)))


def _day_words(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    told = {key: words for key, words in match.groupdict().items() if words}
    if "iso" in told:
        return "-".join(re.findall(r"\d+", told["iso"]))
    order = ("day", "month", "year", "only_month", "its_year", "only_year")
    return "/".join(told[key] for key in order if key in told)
