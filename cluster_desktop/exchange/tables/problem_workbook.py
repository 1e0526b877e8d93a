"""Save rows that could not be imported as they stood, each with its faults, to mend and import again."""

import io
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, Protocol

import xlsxwriter

from cluster_desktop.exchange.tables.sheets import Cell, Sheet
from cluster_desktop.exchange.tables.tables import TableGuess
from cluster_desktop.output_file import open_target

PROBLEM_HEADING: Final = "Lỗi cần sửa"
_NAME_LIMIT: Final = 31


class CellProblem(Protocol):
    """A fault of a row: sheet, row as Excel counts, the words over the cell, a sentence."""

    @property
    def sheet(self) -> str: ...
    @property
    def row(self) -> int: ...
    @property
    def column(self) -> str: ...
    @property
    def message(self) -> str: ...


def write_problem_workbook(
    path: Path, tables: Sequence[tuple[Sheet, TableGuess]], problems: Sequence[CellProblem]
) -> None:
    """Save every row that has problems as .xlsx, with the column "Lỗi cần sửa" after its own columns.

    The sheet names, the title lines, the heading and the group rows stay, so that the mended file is read
    like the first one. *path* is replaced only when the whole workbook is written. Raises CannotWrite, FileInUse,
    DiskFull.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as workbook:
        for sheet, guess in tables:
            messages = _by_row(guess, problems)
            if messages:
                _Writer(workbook, sheet, guess).write(messages)
    with open_target(path) as target:
        target.write(stream.getvalue())


def _by_row(guess: TableGuess, problems: Sequence[CellProblem]) -> dict[int, list[str]]:
    messages: dict[int, list[str]] = defaultdict(list)
    for problem in problems:
        if problem.sheet == guess.name and guess.first <= problem.row - 1 < guess.last:
            head = f"{problem.column}: " if problem.column else ""
            messages[problem.row - 1].append(f"{head}{problem.message}")
    return messages


class _Writer:
    """The sheet of one table: everything down to the heading, then the rows to mend."""

    def __init__(self, workbook: Any, sheet: Sheet, guess: TableGuess) -> None:
        self.sheet, self.guess = sheet, guess
        above = (*guess.lead, *range(guess.top, guess.top + guess.height))
        # Lines above a Word table, which speak for its rows, come first of all.
        self.places = {number: place for place, number in enumerate(above, start=len(sheet.titles))}
        # A workbook that comes back has the column already.
        returned = PROBLEM_HEADING in guess.headings
        self.last = guess.headings.index(PROBLEM_HEADING) if returned else guess.columns.stop
        self.page = workbook.add_worksheet(_free_name(workbook, sheet.name))
        wrapped = {"text_wrap": True, "valign": "top", "border": 1}
        self.heading = workbook.add_format({**wrapped, "bold": True, "align": "center", "valign": "vcenter"})
        self.cell = workbook.add_format(wrapped)
        self.day = workbook.add_format({**wrapped, "num_format": "dd/mm/yyyy", "align": "left"})
        self.problem = workbook.add_format({**wrapped, "font_color": "#B3261E", "bg_color": "#FCE8E6"})
        self.title = workbook.add_format({"bold": True})

    def write(self, messages: dict[int, list[str]]) -> None:
        for number, line in enumerate(self.sheet.titles):
            self.page.write_string(number, 0, line, self.title)
        for number, target in self.places.items():
            heading = number >= self.guess.top
            self._row(number, target, self.heading if heading else self.title, every=heading)
        self._merges(self.guess.top + self.guess.height)
        last = self.last
        self.page.write_string(self.places[self.guess.top], last, PROBLEM_HEADING, self.heading)
        first = target = len(self.sheet.titles) + len(self.places)
        for number in self._kept(messages):
            self._row(number, target, self.cell, every=number in messages)
            if number in messages:
                self.page.write_string(target, last, "\n".join(messages[number]), self.problem)
            target += 1
        self.page.set_column(0, last - 1, 15)
        self.page.set_column(last, last, 60)
        self.page.freeze_panes(first, 0)

    def _kept(self, messages: dict[int, list[str]]) -> list[int]:
        """List the rows to mend, each below the group rows that speak for it."""
        kept = set(messages)
        open_groups: dict[str | None, int] = {}
        sections = {section.row: section for section in self.guess.sections}
        for number in sorted({*messages, *sections}):
            if number in messages:
                kept |= set(open_groups.values())
            else:
                open_groups[sections[number].field] = number
        return sorted(kept)

    def _row(self, number: int, target: int, style: Any, *, every: bool) -> None:
        for column in self.guess.columns:
            cell = self.sheet.rows[number][column]
            if column != self.last and (cell is not None or every):
                self._cell(target, column, cell, style)

    def _cell(self, row: int, column: int, cell: Cell, style: Any) -> None:
        if isinstance(cell, str):
            self.page.write_string(row, column, cell, style)
        elif isinstance(cell, bool):
            self.page.write_boolean(row, column, cell, style)
        elif isinstance(cell, date):
            day = cell if isinstance(cell, datetime) else datetime(cell.year, cell.month, cell.day)
            self.page.write_datetime(row, column, day, self.day)
        elif cell is None:
            self.page.write_blank(row, column, None, style)
        else:
            self.page.write_number(row, column, cell, style)

    def _merges(self, last_heading: int) -> None:
        for merge in self.sheet.merges:
            if self.guess.top <= merge.top and merge.bottom < last_heading and merge.left in self.guess.columns:
                top, bottom = self.places[merge.top], self.places[merge.bottom]
                self.page.merge_range(top, merge.left, bottom, merge.right, "", self.heading)
                self._cell(top, merge.left, self.sheet.rows[merge.top][merge.left], self.heading)


def _free_name(workbook: Any, name: str) -> str:
    """Name a sheet like the one that its table comes from; a second table of it has a number after the name."""
    taken = {page.get_name().lower() for page in workbook.worksheets()}
    names = (f"{name[: _NAME_LIMIT - len(tail)]}{tail}" for tail in ("", *(f" ({n})" for n in range(2, 1000))))
    return next(each for each in names if each.lower() not in taken)
