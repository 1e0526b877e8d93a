"""A clerk finishes the work in the import window: good rows now, bad ones mended where they stand."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import undo
from cluster_desktop.domain.record_kinds.import_kinds import STAFF
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.ui.imports.import_table import ImportDialog
from cluster_desktop.ui.imports.use_chooser import UseChooser
from cluster_desktop.ui.kit.operations import Operations
from tests.commands.imports.import_files import excel, plan
from tests.ui.patience import PATIENCE

LINES = (
    ("DANH SÁCH CÁN BỘ",),
    ("TT", "Họ và tên", "Ngày sinh", "Đơn vị", "Ghi lạ"),
    (1, "Giàng A Páo", "02/09/1976", "Lào Cai", "Giảng viên"),
    (2, "Lò Thị Ơn", "31/02/1980", "Lào Cai", "Văn thư"),
    (3, "Sùng A Dế", "1990", "Trường nào đó", "Kế toán"),
    (4, "Vàng Thị Dợ", "1992", "Lào Cai", "Giảng viên"),
    (None, "Tổng cộng: 4 người", None, None, None),
)


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace, unit: str, tmp_path: Path) -> ImportDialog:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ImportDialog(Operations(workspace, window), STAFF, window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.read_file(excel(tmp_path / "ds.xlsx", *LINES))
    rest(qtbot, dialog)
    return dialog


def rest(qtbot: QtBot, dialog: ImportDialog) -> None:
    """Wait for reading, and for the comparison it starts."""
    for _ in range(2):
        qtbot.waitUntil(lambda: not dialog._operations.busy, timeout=PATIENCE)


def names_in(workspace: Workspace) -> list[str]:
    return sorted(row.title for row in workspace.read(listing.page, Listing(kind="person")))


def type_into_open_cell(qtbot: QtBot, dialog: ImportDialog, words: str) -> None:
    def open_cells() -> list[QLineEdit]:
        return [each for each in dialog._preview.findChildren(QLineEdit) if each.isVisible()]

    qtbot.waitUntil(lambda: len(open_cells()) == 1, timeout=PATIENCE)
    (editor,) = open_cells()
    editor.selectAll()
    qtbot.keyClicks(editor, words)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not open_cells(), timeout=PATIENCE)
    rest(qtbot, dialog)


def test_good_rows_come_in_and_the_others_stay_to_be_mended(
    qtbot: QtBot, workspace: Workspace, dialog: ImportDialog
) -> None:
    assert (dialog._go.isEnabled(), dialog._foot.why.text()) == (
        False,
        "Chưa nhập được tất cả: còn 2 dòng phải sửa.",
    )
    assert dialog._foot.good.text().replace("&", "") == "Nhập 2 cán bộ đúng, để lại 2 dòng"
    qtbot.mouseClick(dialog._foot.good, Qt.MouseButton.LeftButton)
    rest(qtbot, dialog)
    assert names_in(workspace) == ["Giàng A Páo", "Vàng Thị Dợ"]
    assert dialog.isVisible()
    assert dialog._banner.text().startswith("Đã nhập 2 cán bộ. Còn 2 dòng để lại")
    dialog.findings.list.itemActivated.emit(dialog.findings.list.item(0))
    type_into_open_cell(qtbot, dialog, "28/02/1980")
    dialog.findings.list.itemActivated.emit(dialog.findings.list.item(0))
    type_into_open_cell(qtbot, dialog, "LAOCAI")
    assert dialog._go.text() == "&Nhập 2 cán bộ"
    qtbot.mouseClick(dialog._go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(names_in(workspace)) == 4, timeout=PATIENCE)
    undo.undo(workspace)
    assert names_in(workspace) == ["Giàng A Páo", "Vàng Thị Dợ"]
    undo.undo(workspace)
    assert names_in(workspace) == []


def test_a_sentence_leads_to_its_cell_and_a_mend_is_taken_back(qtbot: QtBot, dialog: ImportDialog) -> None:
    preview = dialog._preview
    dialog.findings.list.itemActivated.emit(dialog.findings.list.item(1))
    at = preview.currentIndex()
    assert (preview.rows.row_of(at.row()) + 1, preview.rows.heading(at.column())) == (5, "Đơn vị")
    type_into_open_cell(qtbot, dialog, "LAOCAI")
    assert dialog.findings.groups["wrong"].words == "1 chỗ phải sửa"
    dialog._desk.step(-1)
    rest(qtbot, dialog)
    assert dialog.findings.groups["wrong"].words == "2 chỗ phải sửa"
    assert preview.rows.data(preview.rows.index(2, 3)) == "Trường nào đó"
    dialog._desk.step(1)
    rest(qtbot, dialog)
    assert dialog.findings.groups["wrong"].words == "1 chỗ phải sửa"


def test_nothing_of_before_a_change_can_be_imported_after_it(qtbot: QtBot, dialog: ImportDialog) -> None:
    dialog._desk.mend_cell(3, 2, "28/02/1980")
    assert (dialog._foot.good.isEnabled(), dialog._foot.why.text()) == (False, "Đang so với sổ…")
    dialog._desk.mend_cell(4, 3, "Lào Cai")
    rest(qtbot, dialog)
    assert dialog._plan is not None
    assert (dialog._plan.open_rows, len(dialog._plan.added)) == (frozenset(), 4)
    assert dialog._go.isEnabled()


def test_typing_on_a_cell_mends_it(qtbot: QtBot, workspace: Workspace, dialog: ImportDialog) -> None:
    dialog._preview.go_to(3, 2)
    qtbot.keyClick(dialog._preview, Qt.Key.Key_F2)
    type_into_open_cell(qtbot, dialog, "1980")
    dialog._preview.go_to(4, 3)
    qtbot.keyClicks(dialog._preview, "L")
    type_into_open_cell(qtbot, dialog, "LAOCAI")
    assert dialog._go.isEnabled()


def test_rows_without_records_are_listed_and_lead_to_their_row(qtbot: QtBot, dialog: ImportDialog) -> None:
    push = dialog.findings.buttons["out"]
    assert push.text() == "1 dòng không nhập"
    qtbot.mouseClick(push, Qt.MouseButton.LeftButton)
    assert dialog.findings.list.item(0).text() == "Danh sách, dòng 7: không nhập, dòng tổng cộng."
    dialog.findings.list.itemClicked.emit(dialog.findings.list.item(0))
    assert dialog._preview.rows.row_of(dialog._preview.currentIndex().row()) == 6


def test_rows_are_left_out_and_taken_again_by_keys(qtbot: QtBot, dialog: ImportDialog) -> None:
    for row in (3, 4):
        dialog._preview.go_to(row, 1)
        qtbot.keyClick(dialog._preview, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
        rest(qtbot, dialog)
    assert dialog._go.text() == "&Nhập 2 cán bộ"
    assert dialog.findings.groups["out"].words == "3 dòng không nhập"
    dialog._preview.take_again()
    rest(qtbot, dialog)
    assert not dialog._go.isEnabled()


def test_the_book_of_rows_left_out_comes_in_by_itself(
    qtbot: QtBot, workspace: Workspace, dialog: ImportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = tmp_path / "cần sửa.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(book), ""))
    dialog._desk.mend_cell(4, 3, "Lào Cai")
    rest(qtbot, dialog)
    qtbot.mouseClick(dialog._foot.save, Qt.MouseButton.LeftButton)
    rest(qtbot, dialog)
    page = openpyxl.load_workbook(book).active
    assert page is not None
    assert [[cell.value for cell in row][1] for row in page.iter_rows()] == [None, "Họ và tên", "Lò Thị Ơn"]
    mended = excel(tmp_path / "mended.xlsx", *([cell.value for cell in row] for row in page.iter_rows()))
    assert [each.message for each in plan(workspace, "staff", mended).problems] == ["Tháng 2 năm 1980 chỉ có 29 ngày."]


def choose_use(qtbot: QtBot, dialog: ImportDialog, words: str) -> UseChooser:
    """Open the list of uses over the column on show and type into it."""
    qtbot.keyClick(dialog._preview, Qt.Key.Key_F4)
    asked = dialog._preview.findChild(UseChooser)
    assert isinstance(asked, UseChooser)
    qtbot.keyClicks(asked.search, words)
    return asked


def test_the_use_of_a_column_is_found_by_typing(qtbot: QtBot, workspace: Workspace, dialog: ImportDialog) -> None:
    dialog._preview.go_to(2, 4)
    asked = choose_use(qtbot, dialog, "chuc vu")
    lines = [asked.list.item(at) for at in range(asked.list.count())]
    in_sight = [line.text() for line in lines if not line.isHidden()]
    assert in_sight[0] == "Chức vụ"
    assert len(in_sight) < 5
    qtbot.keyClick(asked.search, Qt.Key.Key_Return)
    rest(qtbot, dialog)
    assert dialog._plan is not None
    assert [each.draft.values()["position"] for each in dialog._plan.added] == ["Giảng viên", "Giảng viên"]


def test_a_click_on_the_head_opens_the_list_at_its_column(qtbot: QtBot, dialog: ImportDialog) -> None:
    head = dialog._preview.head
    middle = head.sectionViewportPosition(2) + head.sectionSize(2) // 2
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, head.height() // 2))
    asked = dialog._preview.findChild(UseChooser)
    assert isinstance(asked, UseChooser)
    assert asked.list.currentItem().text() == "Ngày sinh"
    asked.close()
