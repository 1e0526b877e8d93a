"""The table keeps its chosen row, copies as spreadsheets read, and remembers its columns."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.units.units import UnitRatingDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.rows import Listing
from cluster_desktop.settings import Settings
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.lists.columns import ColumnsDialog
from cluster_desktop.ui.lists.delegates import SAMPLE, ListCellDelegate, tag_width
from cluster_desktop.ui.lists.table_model import TableModel
from cluster_desktop.ui.lists.table_view import TableView


def table(qtbot: QtBot, workspace: Workspace) -> TableView:
    view = TableView(TableModel(workspace, Listing(kind="person")), Settings.load())
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def view(qtbot: QtBot, workspace: Workspace, everybody: int) -> TableView:
    return table(qtbot, workspace)


def test_the_chosen_record_stays_chosen_when_others_come_before_it(view: TableView, workspace: Workspace) -> None:
    view.selectRow(5)
    uid = view.selected_uids()[0]
    unit = str(view.selected_records()[0].values["unit_uid"])
    records.create(workspace, PersonDraft(full_name="Bế A An", unit_uid=unit))
    view.rows.reload()
    assert view.selected_uids() == (uid,)
    assert view.currentIndex().row() == 6


def test_choosing_by_uid_tells_nobody(qtbot: QtBot, view: TableView) -> None:
    uid = view.rows.rows([250])[0].uid
    with qtbot.assertNotEmitted(view.picked):
        assert view.select(uid)
    assert view.selected_uids() == (uid,)
    assert not view.select("nobody")
    assert view.selected_count() == 0


def test_keys_open_and_delete(qtbot: QtBot, view: TableView) -> None:
    view.selectRow(3)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == list(view.selected_uids())
    with qtbot.waitSignal(view.delete_asked):
        qtbot.keyClick(view, Qt.Key.Key_Delete)


def test_rows_are_copied_with_tabs(qtbot: QtBot, view: TableView) -> None:
    view.columns.choose(["full_name", "unit_uid", "degree"])
    view.selectRow(0)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied == "Bế A An\tLào Cai\tChưa ghi nhận\nBế Ngọc An\tLào Cai\tChưa ghi nhận"


def test_everybody_is_chosen_without_reading_everybody(qtbot: QtBot, view: TableView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_count() == 300


def test_chosen_columns_and_widths_are_there_next_time(qtbot: QtBot, view: TableView, workspace: Workspace) -> None:
    view.columns.choose(["unit_uid", "full_name"])
    view.horizontalHeader().resizeSection(2, 333)
    qtbot.waitUntil(lambda: bool(Settings.load().get("widths.person", {})))
    again = table(qtbot, workspace)
    assert again.rows.keys == ("unit_uid", "full_name")
    assert again.columnWidth(2) == 333


def test_a_dragged_column_stays_where_it_was_put(qtbot: QtBot, view: TableView, workspace: Workspace) -> None:
    before = view.rows.keys
    view.horizontalHeader().moveSection(2, 1)
    qtbot.waitUntil(lambda: view.rows.keys != before)
    assert view.rows.keys == (before[1], before[0], *before[2:])
    assert table(qtbot, workspace).rows.keys[:2] == (before[1], before[0])


def test_the_usual_columns_come_back(view: TableView) -> None:
    usual = view.rows.keys
    view.columns.choose(["full_name"])
    view.columns.choose([])
    assert view.rows.keys == usual


def test_columns_are_ordered_with_the_keyboard(qtbot: QtBot, view: TableView) -> None:
    dialog = ColumnsDialog(view.rows.all_columns(), ["full_name", "birth_date"], ["full_name"], view)
    qtbot.addWidget(dialog)
    dialog.list.setCurrentRow(1)
    dialog.move_up()
    assert dialog.keys() == ("birth_date", "full_name")
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.keys() == ("full_name",)
    usual = [dialog.is_usual]
    dialog.list.item(2).setCheckState(Qt.CheckState.Checked)
    usual.append(dialog.is_usual)
    dialog.reset()
    usual.append(dialog.is_usual)
    assert usual == [True, False, True]


def test_words_that_do_not_fit_can_be_read_in_full(view: TableView) -> None:
    delegate = view.itemDelegate()
    assert isinstance(delegate, ListCellDelegate)
    name = view.rows.text(0, 1)
    assert delegate.tip(QRect(0, 0, 30, 32), 0, 1) == name
    assert delegate.tip(QRect(0, 0, 400, 32), 0, 1) == ""


def make_sample(workspace: Workspace, uid: str) -> None:
    with workspace.alone() as raw:
        raw.execute("UPDATE person SET sample_note = 'Danh sách minh họa' WHERE uid = ?", (uid,))
        raw.commit()


def painted(view: TableView, width: int) -> QImage:
    """The cell with the first name, painted into a column of this width."""
    picture = QImage(width, 32, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.setFont(view.font())
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, width, 32)
    delegate = view.itemDelegate()
    assert isinstance(delegate, ListCellDelegate)
    delegate.paint(painter, option, view.model().index(0, 1))
    painter.end()
    return picture


def mark_in(picture: QImage) -> QImage | None:
    """The mark of sample data cut out of a painted cell, found by the colour of its ground."""
    ground = theme.tone_colours(SAMPLE.tone)[1].rgb()
    rows = range(picture.height())
    inside = [x for x in range(picture.width()) if any(picture.pixel(x, y) == ground for y in rows)]
    return picture.copy(inside[0], 0, inside[-1] - inside[0] + 1, picture.height()) if inside else None


@pytest.mark.parametrize("name", ["Bế An", "Cầm Đèo Nguyễn Thị Phương Thảo Nguyên"])
def test_a_name_gives_way_to_the_sample_mark(qtbot: QtBot, workspace: Workspace, unit: str, name: str) -> None:
    uid = records.create(workspace, PersonDraft(full_name=name, unit_uid=unit)).uids[0]
    make_sample(workspace, uid)
    view = table(qtbot, workspace)
    whole = mark_in(painted(view, 600))
    assert whole is not None
    assert whole.width() == tag_width(SAMPLE, view)
    for width in range(whole.width() + 60, 400, 17):
        assert mark_in(painted(view, width)) == whole, f"the mark is cut in a column of {width} px"


def test_figures_do_not_run_into_the_sample_mark(qtbot: QtBot, workspace: Workspace, unit: str) -> None:
    records.create(workspace, UnitRatingDraft(unit_uid=unit, year=2020, quality="HTTNV"))
    with workspace.alone() as raw:
        raw.execute("UPDATE unit_rating SET sample_note = 'Số minh họa'")
        raw.commit()
    view = TableView(TableModel(workspace, Listing(kind="unit_rating"), ("year",)), Settings.load())
    qtbot.addWidget(view)
    narrow, wide = (painted(view, width) for width in (120, 200))
    assert mark_in(narrow) is not None
    assert mark_in(narrow) == mark_in(wide)


def test_a_column_with_no_room_for_both_keeps_the_name(qtbot: QtBot, workspace: Workspace, person: str) -> None:
    make_sample(workspace, person)
    assert mark_in(painted(table(qtbot, workspace), 50)) is None


def test_a_sample_record_says_where_it_comes_from(qtbot: QtBot, workspace: Workspace, person: str) -> None:
    make_sample(workspace, person)
    view = table(qtbot, workspace)
    delegate = view.itemDelegate()
    assert isinstance(delegate, ListCellDelegate)
    assert delegate.tip(QRect(0, 0, 400, 32), 0, 1) == "Dữ liệu mẫu: Danh sách minh họa"
    assert delegate.tip(QRect(0, 0, 400, 32), 0, 2) == ""


def handover_table(qtbot: QtBot, workspace: Workspace) -> TableView:
    view = TableView(TableModel(workspace, Listing(kind="handover_item")), Settings.load())
    qtbot.addWidget(view)
    view.resize(2000, 400)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_long_words_give_way_before_anybody_scrolls_sideways(qtbot: QtBot, workspace: Workspace) -> None:
    view = handover_table(qtbot, workspace)
    usual = sum(view.columnWidth(column) for column in range(view.model().columnCount()))
    heading = view.columnWidth(2)
    view.resize(usual - 80, 400)
    qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() == 0)
    assert view.columnWidth(2) == heading  # only the long words gave way
    view.resize(2000, 400)
    assert sum(view.columnWidth(column) for column in range(view.model().columnCount())) == usual


def test_a_width_somebody_chose_is_left_alone(qtbot: QtBot, workspace: Workspace) -> None:
    view = handover_table(qtbot, workspace)
    narrow = view.columnWidth(2)
    view.horizontalHeader().resizeSection(1, 600)
    view.resize(400, 400)  # before it was written down
    assert view.columnWidth(1) == 600
    assert Settings.load().get("widths.handover_item", {}) == {"title": 600}
    assert view.columnWidth(2) == narrow
