"""Look for one field of a person wherever the program shows, reads or keeps fields; run by test_one_field.py.

    python look_for_field.py WORKSPACE KEY HEADING VALUE SHOWN

HEADING stands over a column of somebody's table, VALUE is what is stored and SHOWN the words for it. Prints
JSON: what each place knows of the field. Which program is looked at is for PYTHONPATH to say.
"""

import json
import sys
from pathlib import Path
from typing import Any

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

import cluster_desktop
from cluster_desktop.commands.imports import importing, tables
from cluster_desktop.commands.records import records, undo
from cluster_desktop.commands.records.exporting import export_list
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.record_kinds.import_kinds import STAFF
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.exchange.tables.uses import possible_uses
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.lists.history import history
from cluster_desktop.records.rows import Listing, Row
from cluster_desktop.ui.lists.columns import ColumnsDialog
from cluster_desktop.ui.lists.filter_options import filter_fields, filter_options
from cluster_desktop.ui.lists.table_model import TableModel
from cluster_desktop.ui.records.form import Form

PEOPLE = Listing(kind="person")


def in_the_form(workspace: Workspace, row: Row, key: str, value: str, shown: str) -> dict[str, Any]:
    """Fill the field in a form and save the record."""
    form = Form(workspace, PersonDraft)
    form.set_row(row)
    before = form.editor(key).value()
    form.editor(key).set_value(value, shown)
    records.edit(workspace, row.uid, form.draft())
    asked = form.editor(key).accessibleName()
    return {"asked": asked, "before": before, "parts": [field.part for field in form.fields if field.key == key]}


def in_the_table(workspace: Workspace, key: str) -> dict[str, Any]:
    """Offered as a column, chosen, and read in the first row."""
    model = TableModel(workspace, PEOPLE)
    window = QWidget()
    dialog = ColumnsDialog(model.all_columns(), ["full_name", key], model.usual_columns, window)
    model.set_columns(dialog.keys())
    offered = [dialog.list.item(place).text() for place in range(dialog.list.count())]
    heading = model.headerData(model.columnCount() - 1, Qt.Orientation.Horizontal)
    return {"offered": offered, "heading": heading, "cell": model.text(0, model.columnCount() - 1)}


def in_a_table_of_staff(workspace: Workspace, folder: Path, heading: str, key: str, words: str) -> dict[str, Any]:
    """Bring in a new person from a workbook that has the column."""
    path = folder / "Danh sách.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (("TT", "Họ và tên", "Đơn vị", heading), (1, "Giàng A Páo", "Lào Cai", words)):
        sheet.append(line)
    book.save(path)
    plan = importing.plan_table(workspace, STAFF, tables.read_tables(workspace, STAFF, path).rows())
    importing.import_table(workspace, plan, path.name)
    (person,) = workspace.read(listing.page, Listing(kind="person", search="giang a pao"))
    return {"uses": [label for label, _use in possible_uses(STAFF.fields)], "value": person.values[key]}


def in_excel(workspace: Workspace, folder: Path, key: str) -> list[list[object]]:
    """The exported list: heading and rows."""
    path = folder / "Xuất.xlsx"
    export_list(workspace, PEOPLE, [KINDS["person"].field(name) for name in ("full_name", key)], path)
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]


def in_filters(workspace: Workspace, key: str, value: str) -> dict[str, Any]:
    """Whether there is a chip for it, what the chip offers, whom each answer leaves."""
    fields = [field for field in filter_fields(KINDS["person"]) if field.key == key]

    def left(wanted: str | None) -> list[str]:
        rows = workspace.read(listing.page, PEOPLE.filtered(key, wanted))
        return [row.title for row in rows]

    offered = [option.label for field in fields for option in filter_options(workspace, field, ())]
    return {"offered": offered, "with": left(value), "without": left(None)}


def main(path: Path, key: str, heading: str, value: str, shown: str) -> None:
    application = QApplication([])
    workspace = Workspace.open(path)
    (row,) = workspace.read(listing.page, PEOPLE)
    seen: dict[str, Any] = {"program": cluster_desktop.__file__, "form": in_the_form(workspace, row, key, value, shown)}
    seen["table"] = in_the_table(workspace, key)
    seen["history"] = next((line.field, line.old, line.new) for line in workspace.read(history, row.uid))
    seen["filter"] = in_filters(workspace, key, value)
    undo.undo(workspace)
    seen["undone"] = workspace.read(listing.find, "person", row.uid).values[key]
    undo.redo(workspace)
    seen["import"] = in_a_table_of_staff(workspace, path.parent, heading, key, shown)
    seen["excel"] = in_excel(workspace, path.parent, key)
    seen["problems"] = check(workspace).problems
    workspace.close()
    application.quit()
    sys.stdout.write(json.dumps(seen))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
