"""Sheets of plain cells, into which every table file is read."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

Cell = str | int | float | bool | date | datetime | None
Row = tuple[Cell, ...]

FORMULA_ERRORS = frozenset(
    ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#GETTING_DATA")
)


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

    Whole numbers are int whatever their format was; a formula error stands as its text ("#DIV/0!").
    ``titles`` are lines that stand above a table but in no cell of it, as in a Word file. ``hidden_rows`` and
    ``hidden_columns`` are those that a filter or a person hid. ``faults`` are cells to be looked at before their row is
    taken, ``remarks`` sentences about the reading of the sheet.
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

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0


def put_cell(sheet: Sheet, row: int, column: int, cell: Cell) -> Sheet:
    """Copy a sheet with another cell at a place, counted from 0."""
    cells = sheet.rows[row]
    changed = (*cells[:column], cell, *cells[column + 1 :])
    faults = tuple(fault for fault in sheet.faults if (fault.row, fault.column) != (row, column))
    return replace(sheet, rows=(*sheet.rows[:row], changed, *sheet.rows[row + 1 :]), faults=faults)


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
