"""The table of roles: a cell is changed by keyboard, a year proposed in one act, what is amiss said in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import undo
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing
from cluster_desktop.ui.records.form_act import FormActDialog
from cluster_desktop.ui.records.sections_page import SectionsPage
from cluster_desktop.ui.units.roles_list import RolesList
from cluster_desktop.ui.units.roles_matrix import RolesMatrix
from cluster_desktop.ui.units.units_list import UnitsList
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.ui.sample_window import opened


@pytest.fixture
def units(book: OpenWorkspace) -> SectionsPage:
    page = book.window.show_page("units")
    assert isinstance(page, SectionsPage)
    return page


@pytest.fixture
def matrix(units: SectionsPage) -> RolesMatrix:
    units.choose("membership")
    roles = units.current
    assert isinstance(roles, RolesList)
    roles.choose_view(1)
    return roles.matrix


def words(matrix: RolesMatrix, year: int) -> dict[str, str]:
    table = matrix.table
    years = [table.verticalHeaderItem(row).text() for row in range(table.rowCount())]
    row = years.index(str(year))
    return {
        table.horizontalHeaderItem(column).text(): table.item(row, column).text().replace("\n", ", ")
        for column in range(table.columnCount())
    }


def test_a_cell_is_changed_by_keyboard_and_what_is_amiss_is_said(
    qtbot: QtBot, book: OpenWorkspace, matrix: RolesMatrix
) -> None:
    table = matrix.table
    assert matrix.banner.isHidden()
    names = [table.horizontalHeaderItem(column).text() for column in range(table.columnCount())]
    table.setFocus()
    table.setCurrentCell(0, names.index("Lào Cai"))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QComboBox)
    assert editor is not None
    assert editor.currentText() == "Thành viên"
    editor.setCurrentIndex(editor.findText("Cụm trưởng"))
    editor.activated.emit(editor.currentIndex())
    qtbot.waitUntil(lambda: words(matrix, 2020)["Lào Cai"] == "Cụm trưởng")
    assert matrix.banner.text() == "Năm 2020 có 2 cụm trưởng: Lào Cai, Sơn La. Chỉ giữ một."
    book.window.undo()
    assert words(matrix, 2020)["Lào Cai"] == "thành viên"
    assert matrix.banner.isHidden()


def test_next_year_is_proposed_in_one_act(book: OpenWorkspace, matrix: RolesMatrix) -> None:
    workspace = opened(book)
    assert matrix.propose.text() == "Dự kiến năm 2021"
    matrix.propose.click()
    proposed = words(matrix, 2021)
    assert proposed["Điện Biên"] == "Cụm trưởng, đăng cai"  # a deputy of 2020 that never led
    assert sorted(set(proposed.values())) == ["Cụm phó", "Cụm trưởng, đăng cai", "thành viên"]
    assert matrix.propose.text() == "Dự kiến năm 2022"
    undo.undo(workspace)
    later = Listing(kind="membership", filters=(Filter("year", (2021,)),))
    assert workspace.read(listing.count, later) == 0


def test_a_merger_is_looked_at_refused_beside_its_field_and_done(units: SectionsPage, book: OpenWorkspace) -> None:
    units.choose("unit")
    page = units.current
    assert isinstance(page, UnitsList)
    names = [page.list.model.row(row).shown["short_name"] for row in range(7)]
    page.list.view.selectRow(names.index("Điện Biên"))
    dialog = page.merge()
    assert isinstance(dialog, FormActDialog)
    own, target = (page.list.model.row(names.index(name)).uid for name in ("Điện Biên", "Lai Châu"))
    dialog.form.set_new({"target_uid": target, "reason": "Nghị quyết"})
    dialog.form.editor("on").setText("01/01/2020")
    dialog.form.changed.emit()
    assert "43 người chuyển sang Lai Châu." in dialog.preview.text()
    dialog.go()
    assert "Ngày sáp nhập phải sau ngày đó." in dialog.form.message("on")
    dialog.form.editor("on").setText("01/07/2025")
    dialog.go()
    assert not dialog.isVisible()
    row = opened(book).read(listing.find, "unit", own)
    assert (row.shown["merged_into_uid"], row.shown["dissolved_on"]) == ("Lai Châu", "01/07/2025")
    book.window.undo()
    assert opened(book).read(listing.find, "unit", own).shown["merged_into_uid"] == ""
