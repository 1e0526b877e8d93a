"""The two menus of a list: of the chosen rows at the right mouse button, of the whole list behind the dots."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.lists.columns import ColumnsDialog
from cluster_desktop.ui.lists.trash import TrashDialog
from cluster_desktop.ui.records.history_view import HistoryView
from cluster_desktop.ui.records.list_page import ListPage
from tests.flows.hand import Hand
from tests.ui.patience import PATIENCE
from tests.ui.people import SPEC, operations_on
from tests.ui.questions import meeting, naming_file
from tests.ui.typing import type_into


@pytest.fixture
def operations(qtbot: QtBot, workspace: Workspace) -> Operations:
    return operations_on(qtbot, workspace)


@pytest.fixture
def page(qtbot: QtBot, everybody: int, operations: Operations) -> ListPage:
    page = ListPage(operations, SPEC)
    qtbot.addWidget(page)
    operations.changed.connect(page.reread)
    page.reread(None)
    page.resize(1152, 700)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    return page


def offered(page: ListPage, row: int) -> list[str]:
    """What the menu of the chosen rows offers; it stays open."""
    view = page.list.view
    view.customContextMenuRequested.emit(view.visualRect(view.rows.index(row, 1)).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def pick(qtbot: QtBot, page: ListPage, row: int) -> str:
    view = page.list.view
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.rows.index(row, 1)).center())
    uid = view.rows.rows([row])[0].uid
    qtbot.waitUntil(lambda: page.record.uid == uid)
    return uid


def test_the_chosen_rows_are_opened_copied_and_deleted_from_their_menu(qtbot: QtBot, page: ListPage) -> None:
    hand, export = Hand(qtbot, page), "Xuất Excel danh sách này…"
    pick(qtbot, page, 0)
    of_one = ["Mở để sửa\tEnter", "Lịch sử thay đổi", "Sao chép dòng\tCtrl+C", "Xóa\tDelete", export]
    assert offered(page, 0) == of_one
    hand.choose("Mở để sửa")
    assert page.record.form.isVisible()
    type_into(page.record.form, "position", "Giảng viên")
    assert page.record.save()
    offered(page, 0)
    hand.choose("Lịch sử thay đổi")
    history = page.record.tabs.current_widget()
    assert isinstance(history, HistoryView)
    assert history.isVisible()
    offered(page, 0)
    hand.choose("Sao chép dòng")
    assert QGuiApplication.clipboard().text().startswith("Bế A An\t")

    qtbot.keyClick(page.list.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: page.record.row is None)
    assert page.record._sentence.text() == "2 người được chọn."
    assert offered(page, 1) == of_one[2:]
    hand.choose("Xóa")
    assert page.list.model.rowCount() == 298
    page.list.view.clearSelection()
    assert offered(page, 0) == [export]


def test_the_list_gets_other_columns_goes_to_excel_and_gives_back_from_the_trash(
    qtbot: QtBot, page: ListPage, operations: Operations, tmp_path: Path
) -> None:
    hand, usual = Hand(qtbot, page), page.list.model.keys

    def only_names(dialog: ColumnsDialog) -> None:
        for place in range(1, dialog.list.count()):
            dialog.list.item(place).setCheckState(Qt.CheckState.Unchecked)
        dialog.accept()

    hand.click(page.list.more)
    with meeting(ColumnsDialog, only_names):
        hand.choose("Chọn cột")
    assert page.list.model.keys == usual[:1]
    hand.click(page.list.more)
    with meeting(ColumnsDialog, ColumnsDialog.reject):
        hand.choose("Chọn cột")
    path = tmp_path / "danh sách.xlsx"
    for name in (None, path):
        hand.click(page.list.more)
        with naming_file(name):
            hand.choose("Xuất Excel")
    qtbot.waitUntil(lambda: not operations.busy, timeout=PATIENCE)
    sheet = load_workbook(path).active
    assert sum(str(cell.value).startswith("Lò ") for row in sheet.rows for cell in row) == 30

    uid = pick(qtbot, page, 4)
    qtbot.keyClick(page.list.view, Qt.Key.Key_Delete)
    assert not page.list.model.alive(uid)
    hand.click(page.list.more)
    hand.choose("Thùng rác")
    trash = hand.dialog()
    assert isinstance(trash, TrashDialog)
    trash.view.selectRow(0)
    hand.click_button("Lấy lại", trash)
    assert page.list.model.alive(uid)
    hand.press("Esc")
