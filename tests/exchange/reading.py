"""What an importer sees of a table file: the guess, the texts by field, the values."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter

from cluster_desktop.domain.fields.fields import Field, Value, fields_of, read_texts
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.exchange.tables.raw_rows import RawRow, read_rows
from cluster_desktop.exchange.tables.sheets import Sheet
from cluster_desktop.exchange.tables.spreadsheets import read_workbook
from cluster_desktop.exchange.tables.tables import TableGuess, find_tables

FIELDS: tuple[Field, ...] = fields_of(PersonDraft)


@dataclass
class Seen:
    """One table with its rows."""

    sheet: Sheet
    guess: TableGuess
    rows: tuple[RawRow, ...]

    def column(self, key: str) -> list[str | None]:
        """The texts of one field, row by row."""
        return [row.texts.get(key) for row in self.rows]

    def values(self, key: str) -> list[Value]:
        """The values the field makes of its texts; a text it refuses fails the test."""
        found = []
        for row in self.rows:
            values, problems = read_texts(PersonDraft, row.texts)
            assert [problem for problem in problems if problem.field == key] == []
            found.append(values.get(key))
        return found

    def shown(self, key: str) -> list[str]:
        """The values as a person reads them."""
        item = next(item for item in FIELDS if item.key == key)
        return [item.show(value) for value in self.values(key)]

    def use_of(self, heading: str) -> tuple[str, str | None]:
        """The field and the choice that the column under this heading gives."""
        use = self.guess.use(self.guess.headings.index(heading))
        return use.field, use.choice


def see_all(path: Path, units: Sequence[str] = ()) -> list[Seen]:
    """Every table of a file."""
    sheets = read_workbook(path)
    return [
        Seen(guess.read_sheet, guess, read_rows(guess.read_sheet, guess, FIELDS))
        for guess in find_tables(sheets, FIELDS, units)
    ]


def see(path: Path, units: Sequence[str] = ()) -> Seen:
    """The only table of a file."""
    (seen,) = see_all(path, units)
    return seen


def excel(path: Path, fill: Callable[[Any, Any], None], sheet: str = "Sheet1") -> Path:
    """A workbook of one sheet that *fill* writes."""
    with xlsxwriter.Workbook(path) as book:
        fill(book.add_worksheet(sheet), book.add_format({"num_format": "dd/mm/yyyy"}))
    return path


def rows_from(page: Any, first: int, rows: Sequence[Sequence[object]]) -> None:
    """Write rows of plain cells; None leaves a cell out."""
    for number, row in enumerate(rows):
        page.write_row(first + number, 0, row)
