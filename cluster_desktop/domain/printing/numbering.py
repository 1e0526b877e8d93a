"""The numbering of documents: a series for each kind of document and year, or term of the Party's committee.

Decree 30/2020/NĐ-CP, appendix I: from 01 on 1 January to 31 December; Guideline 36-HD/VPTW (2018): through a term.
"""

from typing import Final

_TERM: Final = 5


def series_of(year: int, *, party: bool) -> str:
    """The name of a series: "2020", or the term "2020-2025" where the office writes in the Party's form."""
    if not party:
        return str(year)
    start = year - year % _TERM
    return f"{start}-{start + _TERM}"


def next_number(used: dict[str, int]) -> int:
    """The number after the highest one used."""
    return max(used.values(), default=0) + 1
