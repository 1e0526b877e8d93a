"""Forms as a school returns them: opened, filled in, saved again by another program."""

import shutil
from pathlib import Path
from typing import Any

import openpyxl

from cluster_desktop.commands.forms import forms
from cluster_desktop.commands.imports import importing, tables
from cluster_desktop.commands.imports.plan import ImportPlan, Shared
from cluster_desktop.domain.record_kinds.import_kinds import IMPORT_KINDS
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import lists

HEADING = 5
"""The row of the headings, as Excel counts."""


def make(workspace: Workspace, kind: str, unit: str, year: int, path: Path, *, sensitive: bool = False) -> Path:
    """The form of one unit, as the program makes it."""
    forms.write_one(workspace, kind, workspace.read(lists.unit_uid, unit), year, path, sensitive=sensitive)
    return path


def plan(workspace: Workspace, kind: str, path: Path, **shared: Any) -> ImportPlan:
    """What an import of the form would do."""
    read = tables.read_tables(workspace, IMPORT_KINDS[kind], path)
    return importing.plan_file(workspace, read, Shared(**shared))


def changes(done: ImportPlan) -> list[tuple[str, str, str, str]]:
    """What a plan changes: title, field, before, after."""
    return [(each.title, one.label, one.before, one.after) for each in done.changed for one in each.changes]


def nothing_new(done: ImportPlan) -> bool:
    """True where every row of the form is as the book has it."""
    left = (done.added, done.changed, done.problems, done.doubts, done.disputes, done.skipped)
    return left == ((),) * len(left) and done.unchanged == done.read


def bring_in(workspace: Workspace, kind: str, path: Path, **shared: Any) -> ImportPlan:
    """Import the form, and look that the same file a second time changes nothing."""
    done = plan(workspace, kind, path, **shared)
    assert [(problem.row, problem.message) for problem in done.problems] == []
    assert (done.doubts, done.disputes) == ((), ())
    importing.import_table(workspace, done, path.name)
    again = plan(workspace, kind, path, **shared)
    assert (again.added, again.changed, again.problems, again.doubts) == ((), (), (), ())
    return done


class ReturnedForm:
    """A form that somebody has open in a spreadsheet program."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.page = self.book.worksheets[0]

    @property
    def headings(self) -> dict[str, int]:
        """The columns by their headings, without the star of what must be filled in."""
        cells = self.page[HEADING]
        return {str(cell.value).removesuffix(" (*)"): cell.column for cell in cells if cell.value}

    def row_of(self, name: str) -> int:
        """The first row in which a cell holds this text."""
        rows = self.page.iter_rows(min_row=HEADING + 1)
        return next(row[0].row for row in rows if any(cell.value == name for cell in row))

    def put(self, row: int | str, heading: str, value: object) -> "ReturnedForm":
        """Type into a cell of a row, named by its number or by a text in it."""
        number = self.row_of(row) if isinstance(row, str) else row
        self.page.cell(number, self.headings[heading]).value = value
        return self

    def add(self, **said: object) -> "ReturnedForm":
        """Fill in the first empty row below; spaces of the headings are written as underlines."""
        row = HEADING + 1
        first = 2
        while self.page.cell(row, first).value or self.page.cell(row, first + 1).value:
            row += 1
        for heading, value in said.items():
            self.put(row, heading.replace("_", " "), value)
        return self

    def lines(self) -> list[list[object]]:
        """The cells of every row below the heading that holds something."""
        rows = [[cell.value for cell in row] for row in self.page.iter_rows(min_row=HEADING + 1)]
        return [row for row in rows if any(value is not None for value in row)]

    def replace_lines(self, lines: list[list[object]]) -> "ReturnedForm":
        """Put other rows below the heading."""
        for row in self.page.iter_rows(min_row=HEADING + 1):
            for cell in row:
                cell.value = None
        for number, line in enumerate(lines, start=HEADING + 1):
            for place, value in enumerate(line, start=1):
                self.page.cell(number, place).value = value
        return self

    def move_columns(self, order: list[int]) -> "ReturnedForm":
        """Put the columns in another order, headings and all."""
        for row in self.page.iter_rows(min_row=HEADING):
            values = [cell.value for cell in row]
            for cell, place in zip(row, order, strict=True):
                cell.value = values[place]
        letters = [self.page.cell(HEADING, place + 1).column_letter for place in range(len(order))]
        for letter in letters:
            self.page.column_dimensions[letter].hidden = False
        self.page.column_dimensions[letters[order.index(len(order) - 1)]].hidden = True
        return self

    def save(self, path: Path | None = None) -> Path:
        """Save the workbook."""
        self.book.save(path or self.path)
        return path or self.path


def as_copy(path: Path, name: str) -> Path:
    """A copy of a file beside it."""
    return Path(shutil.copy(path, path.with_name(name)))
