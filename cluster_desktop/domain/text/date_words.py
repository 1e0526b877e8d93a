"""Days of an event as programmes write them: "21-22/8/2019", "từ 30/8 đến 01/9/2019", "Ngày 05/01/2021"."""

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
