"""Work with a record kind that the program did not have before; run by test_one_kind.py.

    python look_for_kind.py WORKSPACE

Prints JSON: what lists, forms, undo, export, history and trash do with a "visit". Which program is looked at is for
PYTHONPATH to say.
"""

import contextlib
import io
import json
import sys
from pathlib import Path
from typing import Any

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import cluster_desktop
from cluster_desktop import app
from cluster_desktop.commands.records import records, undo
from cluster_desktop.commands.records.exporting import export_list
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.lists.history import history
from cluster_desktop.records.rows import Listing
from cluster_desktop.ui.lists.filter_options import filter_fields
from cluster_desktop.ui.lists.table_model import TableModel
from cluster_desktop.ui.records.form import Form

VISITS = Listing(kind="visit")
FIRST, SECOND = "Trao đổi nghiệp vụ <b>&", "Ký kết hợp tác"


def listed(workspace: Workspace) -> list[list[str]]:
    """Headings and rows of the list."""
    model = TableModel(workspace, VISITS)
    columns = range(1, model.columnCount())
    heads = [str(model.headerData(column, Qt.Orientation.Horizontal)).removesuffix(" ▲") for column in columns]
    return [heads, *([model.text(row, column) for column in columns] for row in range(model.rowCount()))]


def exported(workspace: Workspace, path: Path) -> list[list[object]]:
    """The list as a workbook: heading and rows."""
    export_list(workspace, VISITS, [field for field in KINDS["visit"].columns if field.listed], path)
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]


def typed(path: Path, unit: str) -> list[object]:
    """The codes that the command line gives for adding, listing and taking back a visit, and its keys."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        added = app.main(["add", str(path), "visit", f"unit={unit}", "purpose=Gõ ở dòng lệnh", "held_on=5/2020"])
        shown = app.main(["show", str(path), said.getvalue().strip()])
        listed = app.main(["list", str(path), "visit"])
        undone = app.main(["undo", str(path)])
    return [added, shown, listed, undone, "held_on\tNgày thăm\t05/2020" in said.getvalue()]


def main(path: Path) -> None:
    application = QApplication([])
    workspace = Workspace.open(path)
    seen: dict[str, Any] = {"program": cluster_desktop.__file__, "kinds": list(KINDS)}
    (unit, *_others) = workspace.read(listing.page, Listing(kind="unit"))
    form = Form(workspace, KINDS["visit"].draft)
    form.editor("unit_uid").set_value(unit.uid, unit.title)
    form.editor("purpose").set_value(FIRST, FIRST)
    form.editor("held_on").set_value(PartialDate(2020, 5), "05/2020")
    (uid,) = records.create(workspace, form.draft()).uids
    row = workspace.read(listing.find, "visit", uid)
    seen["created"] = [row.title, row.shown["unit_uid"] in unit.title, row.shown["held_on"]]
    form.set_row(row)
    form.editor("purpose").set_value(SECOND, SECOND)
    records.edit(workspace, uid, form.draft())
    seen["history"] = next([line.field, line.old, line.new] for line in workspace.read(history, uid))
    seen["listed"] = listed(workspace)
    seen["filters"] = [field.label for field in filter_fields(KINDS["visit"])]
    undo.undo(workspace)
    seen["undone"] = workspace.read(listing.find, "visit", uid).title
    undo.redo(workspace)
    seen["excel"] = exported(workspace, path.with_suffix(".xlsx"))
    records.delete(workspace, "visit", [uid])
    seen["deleted"] = workspace.read(listing.count, VISITS)
    records.restore(workspace, "visit", [uid])
    seen["restored"] = workspace.read(listing.count, VISITS)
    seen["problems"] = check(workspace).problems
    workspace.close()
    seen["typed"] = typed(path, str(unit.values["code"]))
    application.quit()
    sys.stdout.write(json.dumps(seen))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
