"""The unit and the year a whole sheet is about, from its name or from the lines above its table."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from cluster_desktop.exchange.headings import key_of

_SAYS_NOTHING: Final = re.compile(
    r"(sheet|trang|bang|table|danh sach|ds|tong hop|du lieu|data|can bo|cb|nhan su|mau|bieu|phu luc|so|loi)\b"
    r"|(sheet|trang|bang|ds)?\d*$"
)


_YEAR: Final = re.compile(r"(?<!thang \d )(?<!thang \d\d )\bnam (?:hoc )?((?:19|20)\d\d)\b")


def year_in(texts: Sequence[str]) -> int | None:
    """The year of the first text with "năm 2020" that is no part of a day; None when none has."""
    found = (_YEAR.search(key_of(text)) for text in texts)
    return next((int(match.group(1)) for match in found if match), None)


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
