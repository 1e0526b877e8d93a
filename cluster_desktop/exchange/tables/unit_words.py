"""Read the unit and the year of a whole sheet from its name or from the lines above its table."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from cluster_desktop.exchange.tables.headings import key_of

_SAYS_NOTHING: Final = re.compile(
    r"(sheet|trang|bang|table|danh sach|ds|tong hop|du lieu|data|can bo|cb|nhan su|mau|bieu|phu luc|so|loi)\b"
    r"|(sheet|trang|bang|ds)?\d*$"
)
_EXAMPLE: Final = re.compile(
    r"(?:bang |sheet |bieu )?(?:hd|hdsd|huong dan|cach (?:nhap|ghi|dien)|chu thich|ghi chu|giai thich|vi du|vd|minh hoa"
    r"|mau(?: (?:nhap|dien|ghi|vi du|tham khao))?|danh muc|dm|tra cuu|template|example|sample|readme|note)\b"
    r"(?! (?:so )?\d)"
)


_DAY: Final = re.compile(r"\bthang \d{1,2} nam \d{4}\b|\b\d{1,2} \d{1,2} (?:19|20)\d\d\b")
_YEAR: Final = re.compile(r"\bnam (?:hoc )?((?:19|20)\d\d)\b")
_ANY_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


def year_in(texts: Sequence[str]) -> int | None:
    """Read the year of the first text with "năm 2020"; a document's day and several years (2015-2020) are none."""
    for text in texts:
        bare = _DAY.sub(" ", key_of(text))
        match = _YEAR.search(bare)
        if match and len(set(_ANY_YEAR.findall(bare))) == 1:
            return int(match.group(1))
    return None


def unit_in(texts: Sequence[str], units: Collection[str]) -> str:
    """Find the longest of the names *units* in the first text that holds one; '' when none does."""
    return next((unit for text in texts if (unit := _longest(text, units))), "")


def unit_by_sheet_name(name: str) -> str:
    """Take the sheet's name as the words for a unit, '' when it says nothing ("Sheet1", "Danh sách 2020")."""
    return "" if _SAYS_NOTHING.match(key_of(name)) else name


def is_example(name: str) -> bool:
    """Check for the name of a sheet that shows how to fill in another ("Hướng dẫn", "Ví dụ", "Danh mục dân tộc")."""
    return bool(_EXAMPLE.match(key_of(name)))


def _longest(text: str, units: Collection[str]) -> str:
    padded = f" {key_of(text)} "
    inside = [unit for unit in units if len(key_of(unit)) > 2 and f" {key_of(unit)} " in padded]
    return max(inside, key=len, default="")
