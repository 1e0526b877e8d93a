"""A list and its record work as one: searching, filtering, saving, deleting, never losing what is typed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.events.events import EventDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing
from cluster_desktop.settings import Settings
from cluster_desktop.ui.kit.cards import EmptyState
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.lists.tick_list import TickList
from cluster_desktop.ui.lists.trash import TrashDialog
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.records.list_spec import ListSpec
from tests.ui.busy import held
from tests.ui.people import SPEC, add_people, add_unit, operations_on
from tests.ui.questions import answering
from tests.ui.typing import type_into

Opener = Callable[[ListSpec], ListPage]


@pytest.fixture
def operations(qtbot: QtBot, workspace: Workspace) -> Operations:
    return operations_on(qtbot, workspace)


@pytest.fixture
def opened(qtbot: QtBot, operations: Operations) -> Opener:
    def _open(spec: ListSpec) -> ListPage:
        opened = ListPage(operations, spec)
        qtbot.addWidget(opened)
        operations.changed.connect(opened.reread)
        opened.reread(None)
        opened.resize(1152, 700)
        opened.show()
        qtbot.waitExposed(opened)
        return opened

    return _open


@pytest.fixture
def page(everybody: int, opened: Opener) -> ListPage:
    return opened(SPEC)


def pick(qtbot: QtBot, page: ListPage, row: int) -> str:
    """Choose a row as a click does; gives the record's uid."""
    result = page.list.model.row(row)
    assert result is not None
    page.list.view.selectRow(row)
    qtbot.waitUntil(lambda: page.record.uid == result.uid)
    return result.uid


def test_the_search_follows_typing(qtbot: QtBot, page: ListPage) -> None:
    page.focus_search()
    assert page.list.search.hasFocus()
    with qtbot.waitSignal(page.list.model.counted):
        qtbot.keyClicks(page.list.search, "dieu")
    assert page.list.model.rowCount() == 50
    assert page.list.foot.text().startswith("50 trong 300 người")
    qtbot.keyClicks(page.list.search, " xyz")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 0)
    page.list.clear()
    assert page.list.model.rowCount() == 300
    assert page.list.foot.text().startswith("300 người")


def test_a_search_while_the_book_is_busy_does_not_say_that_nobody_was_found(
    qtbot: QtBot, page: ListPage, workspace: Workspace
) -> None:
    with held(workspace):
        with qtbot.waitSignal(page.list.model.counted):
            qtbot.keyClicks(page.list.search, "dieu")
        assert not any(empty.isVisible() for empty in page.findChildren(EmptyState))
        assert page.list.foot.text().startswith("Sổ đang bận")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 50)
    assert page.list.foot.text().startswith("50 trong 300 người")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_the_keyboard_goes_from_the_search_to_the_first_row(qtbot: QtBot, page: ListPage, key: Qt.Key) -> None:
    page.focus_search()
    qtbot.keyClicks(page.list.search, "dieu")
    qtbot.keyClick(page.list.search, key)
    first = page.list.model.rows([0])[0]
    assert page.list.view.hasFocus()
    qtbot.waitUntil(lambda: page.record.uid == first.uid)
    qtbot.keyClick(page.list.view, Qt.Key.Key_Return)
    assert page.record.form.editor("full_name").hasFocus()


def test_whoever_clicks_save_goes_on_in_the_list(qtbot: QtBot, page: ListPage) -> None:
    pick(qtbot, page, 0)
    type_into(page.record.form, "phone", "0912345678")
    qtbot.mouseClick(page.record.save_button, Qt.MouseButton.LeftButton)
    assert page.record.row is not None
    assert page.record.row.values["phone"] == "0912345678"
    assert page.list.view.hasFocus()


def test_a_filter_lets_several_values_pass(qtbot: QtBot, page: ListPage, workspace: Workspace) -> None:
    other = add_unit(workspace, "Sơn La")
    uid = pick(qtbot, page, 0)
    draft = page.record.form.draft()
    records.edit(workspace, uid, type(draft)(**{**draft.values(), "unit_uid": other, "degree": "TIEN_SI"}))
    page.reread(None)
    chip = page.list.filters.chips["degree"]
    chip.open()
    ticks = page.findChild(TickList)
    assert ticks is not None
    labels = [ticks.list.item(place).text() for place in range(ticks.list.count())]
    assert labels[0] == "Tiến sĩ"
    assert labels[-1] == "Chưa ghi nhận"
    ticks.list.itemClicked.emit(ticks.list.item(0))
    assert (page.list.model.rowCount(), chip.text()) == (1, "Tiến sĩ")
    ticks.list.itemClicked.emit(ticks.list.item(len(labels) - 1))
    assert page.list.model.rowCount() == 300
    ticks.close()
    chip.clear()
    assert chip.text() == "Trình độ"


def test_saving_keeps_the_row_chosen_where_it_now_stands(qtbot: QtBot, page: ListPage) -> None:
    uid = pick(qtbot, page, 0)
    type_into(page.record.form, "full_name", "Vũ Văn Yên")
    assert page.save()
    assert page.list.view.selected_uids() == (uid,)
    place = page.list.view.currentIndex().row()
    assert page.list.model.text(place, 1) == "Vũ Văn Yên"
    assert place > 200


def test_a_new_person_is_found_in_the_list_at_once(qtbot: QtBot, page: ListPage) -> None:
    with qtbot.waitSignal(page.list.model.counted):
        qtbot.keyClicks(page.list.search, "oanh")
    page.add()
    assert page.list.view.selected_count() == 0
    type_into(page.record.form, "full_name", "Hoàng Thị Mai")
    type_into(page.record.form, "unit_uid", "lao cai")
    page.record.form.editor("unit_uid").finished.emit()
    assert page.save()
    assert page.list.view.selected_uids() == (page.record.uid,)
    assert page.list.model.rowCount() == 301


@pytest.mark.parametrize(
    ("words", "stored", "moved"),
    [("&Lưu", "Trưởng khoa", True), ("&Bỏ thay đổi", "", True), ("Ở lại", "", False)],
)
def test_going_to_another_row_asks_about_what_is_typed(
    qtbot: QtBot, page: ListPage, workspace: Workspace, words: str, stored: str, moved: bool
) -> None:
    first = pick(qtbot, page, 0)
    second = page.list.model.rows([1])[0].uid
    type_into(page.record.form, "position", "Trưởng khoa")
    expected = second if moved else first
    with answering(words) as asked:
        page.list.view.selectRow(1)
        qtbot.waitUntil(lambda: bool(asked))
        qtbot.waitUntil(lambda: page.list.view.selected_uids() == (expected,) and page.record.uid == expected)
    assert page.has_unsaved() is not moved
    assert workspace.read(listing.find, "person", first).shown["position"] == stored


def test_escape_gives_up_an_untouched_new_record(qtbot: QtBot, page: ListPage) -> None:
    page.add()
    qtbot.keyClick(page.record.form.editor("full_name"), Qt.Key.Key_Escape)
    assert not page.record.filling
    assert page.list.view.hasFocus()


@pytest.mark.parametrize(("words", "kept"), [("&Bỏ thay đổi", False), ("Ở lại", True)])
def test_escape_asks_before_it_drops_what_is_typed(qtbot: QtBot, page: ListPage, words: str, kept: bool) -> None:
    page.add()
    name = page.record.form.editor("full_name")
    type_into(page.record.form, "full_name", "Lò Thị Ơn")
    with answering(words):
        qtbot.keyClick(name, Qt.Key.Key_Escape)
    assert page.has_unsaved() is kept
    assert (page.focusWidget() is name) is kept


def test_deleting_chooses_the_next_row_and_can_be_undone(
    qtbot: QtBot, page: ListPage, operations: Operations, workspace: Workspace
) -> None:
    uid = pick(qtbot, page, 4)
    following = page.list.model.rows([5])[0].uid
    with qtbot.waitSignal(operations.notice) as notice:
        page.delete()
    assert notice.args == ["Đã xóa cán bộ", True]
    assert page.list.model.rowCount() == 299
    assert page.list.view.selected_uids() == (following,)
    assert page.record.uid == following
    operations.run(lambda: undo.undo(workspace))
    assert page.list.model.rowCount() == 300
    assert page.list.model.row(4) is not None
    assert page.list.model.rows([4])[0].uid == uid


def test_deleting_many_asks_first(qtbot: QtBot, page: ListPage) -> None:
    page.list.view.selectAll()
    qtbot.waitUntil(lambda: page.record.row is None)
    with answering("Không xóa") as asked:
        page.delete()
    assert asked == ["Xóa 300 người?"]
    assert page.list.model.rowCount() == 300
    with answering("&Xóa"):
        page.delete()
    assert page.list.model.rowCount() == 0


def test_the_trash_gives_back(qtbot: QtBot, page: ListPage, operations: Operations) -> None:
    pick(qtbot, page, 0)
    page.delete()
    trash = TrashDialog(operations, Settings.load(), "person", page)
    qtbot.addWidget(trash)
    assert trash.model.text(0, 1) == "Bế A An"
    trash.view.selectRow(0)
    trash.restore()
    assert trash.model.rowCount() == 0
    assert page.list.model.text(0, 1) == "Bế A An"


def test_a_record_that_undo_takes_away_is_not_shown_any_more(
    page: ListPage, operations: Operations, workspace: Workspace
) -> None:
    page.add()
    type_into(page.record.form, "full_name", "Hoàng Thị Mai")
    type_into(page.record.form, "unit_uid", "lao cai")
    page.record.form.editor("unit_uid").finished.emit()
    assert page.save()
    operations.run(lambda: undo.undo(workspace))
    assert page.record.row is None
    assert not page.has_unsaved()


def test_what_is_given_up_is_no_longer_asked_to_be_corrected(
    qtbot: QtBot, page: ListPage, operations: Operations
) -> None:
    pick(qtbot, page, 0)
    type_into(page.record.form, "full_name", "")
    with qtbot.waitSignal(operations.failed):
        assert not page.save()
    with qtbot.waitSignal(operations.notice) as notice:
        page.record.revert_button.click()
    assert notice.args == ["Đã bỏ những gì chưa lưu.", False]
    assert not page.has_unsaved()


def test_a_narrow_window_shows_one_side_at_a_time(qtbot: QtBot, page: ListPage) -> None:
    page.resize(1000, 700)
    assert page.list.isVisible()
    assert not page.record.isVisible()
    uid = pick(qtbot, page, 2)
    page.list.view.opened.emit(uid)
    assert not page.list.isVisible()
    assert page.record.isVisible()
    page.record.head.back.click()
    assert page.list.isVisible()
    assert page.list.view.selected_uids() == (uid,)


def test_a_record_is_gone_to_even_when_the_search_hides_it(qtbot: QtBot, page: ListPage) -> None:
    uid = page.list.model.rows([0])[0].uid
    with qtbot.waitSignal(page.list.model.counted):
        qtbot.keyClicks(page.list.search, "oanh")
    assert page.show_record("person", uid)
    assert page.record.uid == uid
    assert page.list.view.selected_uids() == (uid,)
    assert not page.show_record("unit", uid)


def test_the_year_above_decides_what_is_listed_and_what_is_new(opened: Opener, workspace: Workspace, unit: str) -> None:
    for year in (2019, 2020):
        records.create(workspace, EventDraft(kind="HOI_THI", title=f"Hội thi {year}", year=year, host_uid=unit))
    page = opened(ListSpec(kind="event", add_text="Thêm sự kiện"))
    assert page.list.model.rowCount() == 2
    page.set_year(2020)
    assert [row.title for row in page.list.model.rows(range(page.list.model.rowCount()))] == ["Hội thi 2020"]
    page.add()
    assert page.record.form.editor("year").value() == 2020


def test_an_empty_list_says_what_to_do(opened: Opener) -> None:
    spec = replace(SPEC, empty_title="Chưa có cán bộ nào", usual=(Filter("degree", ("TIEN_SI",)),))
    page = opened(spec)
    assert not page.list.view.isVisible()
    assert page.list.foot.text().startswith("0 người")
    texts = [state.title.text() for state in page.findChildren(EmptyState) if state.isVisible()]
    assert texts == ["Chưa có cán bộ nào"]


def test_a_search_that_finds_nothing_offers_the_way_back(qtbot: QtBot, page: ListPage) -> None:
    with qtbot.waitSignal(page.list.model.counted):
        qtbot.keyClicks(page.list.search, "xyz")
    shown = [state for state in page.findChildren(EmptyState) if state.isVisible()]
    assert [state.title.text() for state in shown] == ["Không tìm thấy"]
    shown[0].findChildren(QPushButton)[0].click()
    assert page.list.model.rowCount() == 300
    assert page.list.view.isVisible()


def test_the_list_goes_to_excel_as_it_is_shown(
    qtbot: QtBot, page: ListPage, operations: Operations, tmp_path: Path
) -> None:
    with qtbot.waitSignal(page.list.model.counted):
        qtbot.keyClicks(page.list.search, "dang dieu")
    page.list.view.columns.choose(["full_name", "unit_uid"])
    path = tmp_path / "cán bộ.xlsx"
    with qtbot.waitSignal(operations.notice) as notice:
        page.export_to(path)
    assert notice.args == ["Đã xuất 5 dòng vào “cán bộ.xlsx”", False]
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = [tuple(cell for cell in row if cell is not None) for row in sheet.iter_rows(values_only=True)]
    assert ("Họ và tên", "Đơn vị") in rows
    assert ("Đặng A Điều", "Lào Cai") in rows


@pytest.mark.parametrize("chosen", [False, True], ids=["usual columns", "columns somebody chose"])
def test_what_is_sensitive_goes_to_excel_only_in_a_column_that_was_chosen(
    qtbot: QtBot, page: ListPage, operations: Operations, tmp_path: Path, chosen: bool
) -> None:
    if chosen:
        page.list.view.columns.choose(["full_name", "identity_number", "ethnicity"])
    path = tmp_path / "cán bộ.xlsx"
    with qtbot.waitSignal(operations.notice) as told:
        page.export_to(path)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    headings = {cell for row in sheet.iter_rows(max_row=4, values_only=True) for cell in row}
    assert "Họ và tên" in headings
    assert ({"Số CCCD", "Dân tộc"} <= headings) is chosen
    assert ("Dân tộc" in headings) is chosen
    assert told.args is not None
    assert ("Không kèm Dân tộc" in told.args[0]) is not chosen


def test_the_file_is_counted_once_more_after_an_import(page: ListPage, workspace: Workspace) -> None:
    add_people(workspace, add_unit(workspace, "Sơn La"))
    page.reread(None)
    assert page.list.model.rowCount() == workspace.read(listing.count, Listing(kind="person")) == 600
