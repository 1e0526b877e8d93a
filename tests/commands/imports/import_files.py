"""Files as units send them, made on the spot, and what an import makes of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import openpyxl

from cluster_desktop.commands.imports import importing, tables
from cluster_desktop.commands.imports.plan import ImportPlan, Shared
from cluster_desktop.domain.record_kinds.import_kinds import IMPORT_KINDS
from cluster_desktop.records.file.workspace import Workspace

Line = Sequence[object]


def excel(path: Path, *lines: Line, sheet: str = "Danh sách") -> Path:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for line in lines:
        page.append(list(line))
    book.save(path)
    return path


def word(path: Path, *lines: Line, title: str = "") -> Path:
    """A Word file of one table below a title; a line of one text is merged over the whole width."""
    made = docx.Document()
    made.add_paragraph(title)
    width = max(map(len, lines))
    table = made.add_table(len(lines), width)
    for row, line in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, line, strict=False):
            cell.text = str(text)
        if len(line) == 1:
            row.cells[0].merge(row.cells[width - 1])
    made.save(str(path))
    return path


def plan(workspace: Workspace, kind: str, path: Path, **shared: Any) -> ImportPlan:
    """What an import of the file would do."""
    known = IMPORT_KINDS[kind]
    return importing.plan_file(workspace, tables.read_tables(workspace, known, path), Shared(**shared))


def bring_in(workspace: Workspace, kind: str, path: Path, **shared: Any) -> ImportPlan:
    """Import the file, and look that the same file a second time changes nothing."""
    done = plan(workspace, kind, path, **shared)
    wrong = {problem.row: problem.message for problem in done.problems}
    assert wrong == {}, wrong
    assert done.doubts == ()
    importing.import_table(workspace, done, path.name)
    again = plan(workspace, kind, path, **shared)
    assert (again.added, again.changed, again.problems, again.doubts) == ((), (), (), ())
    assert again.unchanged == done.unchanged + len(done.added) + len(done.changed)
    return done
