"""Sheets of plain cells, into which every table file is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple, Self

if TYPE_CHECKING:
    from cluster_desktop.exchange.letters.legacy_text import Encoding

Cell = str | int | float | bool | date | datetime | None
Row = tuple[Cell, ...]

FORMULA_ERRORS = frozenset(
    (
        *("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#GETTING_DATA"),
        *("#BLOCKED!", "#BUSY!", "#CONNECT!", "#FIELD!", "#UNKNOWN!"),
        *(f"Err:{number}" for number in range(501, 541)),  # as LibreOffice writes them
    )
)

UNCOMPUTED: Final = "#CHƯA TÍNH"
"""The text of a cell whose formula no program has computed yet."""


NO_NUMBER: Final = "#NUM!"  # what a spreadsheet shows for a number beyond all numbers


class Merge(NamedTuple):
    """A merged range, both corners included, counted from 0; its value stands in the first cell."""

    top: int
    left: int
    bottom: int
    right: int


class CellFault(NamedTuple):
    """A cell whose text nobody can be sure of, counted from 0, and why, in a sentence."""

    row: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows, all of the same width, counted from the very first row of the file.

    Whole numbers are int whatever their format was; a formula error stands as its text ("#DIV/0!"). ``epoch_1904``
    tells that its days are counted from 1904.
    ``titles`` are lines that stand above a table but in no cell of it, as in a Word file. ``hidden_rows`` and
    ``hidden_columns`` are those that a filter or a person hid. ``faults`` are cells to be looked at before their row is
    taken, ``remarks`` sentences about the reading of the sheet. ``written`` tells by row and column what stood in
    cells whose letters were mended.
    """

    name: str
    rows: tuple[Row, ...]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    titles: tuple[str, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    faults: tuple[CellFault, ...] = ()
    remarks: tuple[str, ...] = ()
    epoch_1904: bool = False
    written: Mapping[int, Mapping[int, str]] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def in_unicode(self, chosen: "Encoding", of_columns: Mapping[int, "Encoding"], keep: Callable[[str], bool]) -> Self:
        """Copy the sheet with all its letters in Unicode, as :func:`read_letters` of ``letters`` reads them."""
        from cluster_desktop.exchange.letters.mixed_letters import read_letters  # not for who only reads files

        rows, written = read_letters(self.rows, chosen, of_columns, keep)
        return replace(self, rows=rows, written=written) if written else self


def put_cell(sheet: Sheet, row: int, column: int, cell: Cell) -> Sheet:
    """Copy a sheet with another cell at a place, counted from 0."""
    cells = sheet.rows[row]
    changed = (*cells[:column], cell, *cells[column + 1 :])
    written = {each: text for each, text in sheet.written.get(row, {}).items() if each != column}
    return replace(
        sheet,
        rows=(*sheet.rows[:row], changed, *sheet.rows[row + 1 :]),
        faults=tuple(fault for fault in sheet.faults if (fault.row, fault.column) != (row, column)),
        written={**sheet.written, row: written} if row in sheet.written else sheet.written,
    )


def even(rows: list[list[Cell]]) -> tuple[Row, ...]:
    """Fill rows up to one width with empty cells."""
    width = max(map(len, rows), default=0)
    return tuple(tuple(row) + (None,) * (width - len(row)) for row in rows)


def column_letters(column: int) -> str:
    """The letters of a column as a spreadsheet shows them, counted from 0: 0 is A, 26 is AA."""
    letters = ""
    while column >= 0:
        letters = chr(ord("A") + column % 26) + letters
        column = column // 26 - 1
    return letters
