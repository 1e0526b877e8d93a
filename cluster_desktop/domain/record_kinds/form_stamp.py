"""What a form for a school is known by when it comes back: its book, its unit, its year and what it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Self

STAMP_SHEET: Final = "Sổ Thi Đua"
"""The hidden sheet that carries the stamp."""
ORIGINAL_SHEET: Final = "Bản gốc"
"""The hidden sheet that carries the form as it was made, so that only what a school changed is taken."""
GUIDE_SHEET: Final = "Hướng dẫn"
"""The sheet that says how the form is filled in; it holds nothing to take."""
_MARK: Final = "Biểu của Sổ Thi Đua"
_VERSION: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FormStamp:
    """The identity of one form: ``kind`` is the word of its import kind, ``unit`` and ``book`` are uids.

    ``form`` is the uid of this very form, ``made_on`` the day it was made (ISO text), ``year`` None where it has none.
    """

    kind: str
    book: str
    unit: str
    unit_name: str
    year: int | None
    made_on: str
    form: str
    version: int = _VERSION

    @property
    def newer(self) -> bool:
        """True for a form of a later program, of which nobody here knows what it means."""
        return self.version > _VERSION

    def lines(self) -> tuple[tuple[str, str], ...]:
        """The rows of its sheet: a word and what it says."""
        return (
            (_MARK, str(self.version)),
            ("Loại", self.kind),
            ("Sổ", self.book),
            ("Đơn vị", self.unit),
            ("Tên đơn vị", self.unit_name),
            ("Năm", str(self.year or "")),
            ("Ngày lập", self.made_on),
            ("Mã biểu", self.form),
        )

    @classmethod
    def read(cls, rows: Iterable[Sequence[object]]) -> Self | None:
        """The stamp that the rows of a sheet carry; None for another sheet, or one that somebody changed."""
        told = {_words(row[0]): _words(row[1]) for row in rows if len(row) > 1}
        version, year = told.get(_MARK, ""), told.get("Năm", "")
        if not version.isdecimal() or not (year.isdecimal() or not year) or not told.get("Loại"):
            return None
        return cls(
            kind=told["Loại"],
            book=told.get("Sổ", ""),
            unit=told.get("Đơn vị", ""),
            unit_name=told.get("Tên đơn vị", ""),
            year=int(year) if year else None,
            made_on=told.get("Ngày lập", ""),
            form=told.get("Mã biểu", ""),
            version=int(version),
        )


def _words(cell: object) -> str:
    """A cell as text; programs may have made a number of a year."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()
