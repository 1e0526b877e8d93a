"""What the lines above a table say of all its rows: the year, the award, the decision it was sent with."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cluster_desktop.domain.award_words import only_award_of
from cluster_desktop.domain.dates import DateProblem
from cluster_desktop.domain.decision_words import NamedDecision, read_decision
from cluster_desktop.exchange.unit_words import year_in

_DECISION: Final = re.compile(r"(?:quyết định|quyet dinh|qđ)\s+số.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TitleWords:
    """What was found; None where no line tells."""

    year: int | None = None
    award: str | None = None
    decision: NamedDecision | None = None


@lru_cache(maxsize=64)
def title_words(titles: str) -> TitleWords:
    """Read the lines above a table; the award is that of the line nearest to it that names one and no other."""
    lines = titles.split("\n")
    award = next((found for line in reversed(lines) if (found := only_award_of(line))), None)
    return TitleWords(year_in(lines), award, next(filter(None, map(_decision, reversed(lines))), None))


def _decision(line: str) -> NamedDecision | None:
    found = _DECISION.search(line)
    try:
        said = read_decision(found.group().rstrip(" )")) if found else NamedDecision()
    except DateProblem:
        return None
    return said if any(map(str.isdigit, said.number)) and said.decided_on else None
