"""The unit and the year a whole sheet is about, from its name or from the lines above its table."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from cluster_desktop.exchange.tables.headings import key_of

_SAYS_NOTHING: Final = re.compile(
    r"(sheet|trang|bang|table|danh sach|ds|tong hop|du lieu|data|can bo|cb|nhan su|mau|bieu|phu luc|so|loi)\b"
    r"|(sheet|trang|bang|ds)?\d*$"
)


_DAY: Final = re.compile(r"\bthang \d{1,2} nam \d{4}\b|\b\d{1,2} \d{1,2} (?:19|20)\d\d\b")
_YEAR: Final = re.compile(r"\bnam (?:hoc )?((?:19|20)\d\d)\b")
_ANY_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


def year_in(texts: Sequence[str]) -> int | None:
    """The year of the first text with "năm 2020"; a day of a paper and several years (2015-2020) tell none."""
    for text in texts:
        bare = _DAY.sub(" ", key_of(text))
        found = _YEAR.search(bare)
        if found and len(set(_ANY_YEAR.findall(bare))) == 1:
            return int(found.group(1))
    return None


def known_unit(texts: Sequence[str], units: Collection[str]) -> str:
    """The longest of the known *units* that stands in the first text to hold one; '' when none does."""
    return next((found for text in texts if (found := _longest(text, units))), "")


def unit_by_sheet_name(name: str) -> str:
    """The sheet's name as the words for a unit, '' when it says nothing ("Sheet1", "Danh sách 2020")."""
    return "" if _SAYS_NOTHING.match(key_of(name)) else name


def _longest(text: str, units: Collection[str]) -> str:
    padded = f" {key_of(text)} "
    inside = [unit for unit in units if len(key_of(unit)) > 2 and f" {key_of(unit)} " in padded]
    return max(inside, key=len, default="")
