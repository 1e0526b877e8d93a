"""The unit a whole sheet is about, from its name or from the lines above its table."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from cluster_desktop.exchange.headings import key_of

_SAYS_NOTHING: Final = re.compile(
    r"(sheet|trang|bang|table|danh sach|ds|tong hop|du lieu|data|can bo|cb|nhan su|mau|bieu|phu luc|so|loi)\b"
    r"|(sheet|trang|bang|ds)?\d*$"
)


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
