"""Read what the lines above a table say of all its rows: the year, the award, the decision it was sent with."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cluster_desktop.domain.awards.award_words import only_award_of
from cluster_desktop.domain.awards.decision_words import NamedDecision, read_decision
from cluster_desktop.domain.text.dates import DateProblem
from cluster_desktop.exchange.tables.unit_words import year_in

_DECISION: Final = re.compile(r"(?:quyết định|quyet dinh|qđ)\s+số.*", re.IGNORECASE)
_BASIS: Final = re.compile(r"(?:căn cứ|xét|thực hiện|can cu)\b", re.IGNORECASE)
_NUMBER: Final = re.compile(r"số\s*:?\s*(\d\S*\s*/\s*(?:\d{4}\s*/\s*)?QĐ\S*)", re.IGNORECASE)
_DAY: Final = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}", re.IGNORECASE)
_LONGEST: Final = 400
_SUBJECT: Final = re.compile(r"(?:về việc|v/v)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The words about a whole table; None where no line has any."""

    year: int | None = None
    award: str | None = None
    decision: NamedDecision | None = None
    subject: str = ""


@lru_cache(maxsize=64)
def title_words(titles: str) -> TitleWords:
    """Read the lines above a table; the award is that of the line nearest to it that names one and no other."""
    lines = titles.split("\n")
    award = next((code for line in reversed(lines) if (code := only_award_of(line))), None)
    named = [line for line in lines if not _BASIS.match(line)]
    decision = next(filter(None, map(_decision, reversed(named))), None) or _letterhead(named)
    return TitleWords(
        year_in(lines),
        award,
        decision,
        next((line for line in lines if _SUBJECT.match(line) and len(line) <= _LONGEST), ""),
    )


def _decision(line: str) -> NamedDecision | None:
    """Read a decision named in a sentence: "Kèm theo Quyết định số 48/QĐ-TCT ngày 05 tháng 01 năm 2021 của …"."""
    match = _DECISION.search(line)
    try:
        decision = read_decision(match.group().rstrip(" )")) if match else NamedDecision()
    except DateProblem:
        return None
    return decision if any(map(str.isdigit, decision.number)) and decision.decided_on else None


def _letterhead(lines: Sequence[str]) -> NamedDecision | None:
    """Read the decision whose own head the lines are: "Số: 48/QĐ-TCT", then "Lạng Sơn, ngày 05 tháng 01 năm 2021"."""
    number = next((match.group(1) for line in lines if (match := _NUMBER.match(line))), "")
    day = next((match.group() for line in lines if (match := _DAY.search(line))), "")
    return _decision(f"Quyết định số {number} {day}") if number and day else None
