"""The window: its pages, its keys, the year, undo, help, and what it remembers from one day to the next."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records
from cluster_desktop.domain.events.events import EventDraft
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.settings import Settings
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.window.help_window import HelpWindow
from cluster_desktop.ui.window.main_window import MainWindow
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from cluster_desktop.ui.window.opening import first_size
from tests.ui.questions import answering
from tests.ui.typing import type_into

TITLES = (
    "Tổng quan", "Cán bộ", "Đơn vị và cụm", "Thi đua – Khen thưởng", "Sự kiện", "Chấm điểm cụm", "In ấn", "Thiết lập",
)  # fmt: skip
CONTROL = Qt.KeyboardModifier.ControlModifier
NUMBERS = (
    Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_7,
    Qt.Key.Key_8,
)  # fmt: skip

Opener = Callable[[], OpenWorkspace]


@pytest.fixture
def path(tmp_path: Path, empty_file: Path) -> Path:
    """A book with one school and an event in each of two years."""
    path = tmp_path / "Cụm số 2.sothidua"
    shutil.copy(empty_file, path)
    workspace = Workspace.open(path)
    unit = records.create(workspace, UnitDraft(code="LAOCAI", name="Trường Lào Cai", short_name="Lào Cai")).uids[0]
    for year in (2019, 2020):
        records.create(workspace, EventDraft(kind="HOI_THI", title=f"Hội thi {year}", year=year, host_uid=unit))
    workspace.close()
    return path


def forget_typing(window: QWidget) -> None:
    """A test that failed half-way must not wait for an answer."""
    if isinstance(window, MainWindow) and window.current is not None:
        window.current.discard()


@pytest.fixture
def opened(qtbot: QtBot, path: Path) -> Iterator[Opener]:
    """Opens the book as starting the program does."""
    books: list[OpenWorkspace] = []

    def _open() -> OpenWorkspace:
        book = OpenWorkspace(Settings.load())
        books.append(book)
        qtbot.addWidget(book.window, before_close_func=forget_typing)
        book.open(path)
        book.window.show()
        qtbot.waitExposed(book.window)
        book.window.activateWindow()
        return book

    yield _open
    for book in books:
        book.close()


@pytest.fixture
def book(opened: Opener) -> OpenWorkspace:
    book = opened()
    book.window.choose_year(2020)
    return book


def listed(window: MainWindow, key: str) -> ListPage:
    page = window.show_page(key)
    assert isinstance(page, ListPage)
    return page


def titles(page: ListPage) -> list[str]:
    return [row.title for row in page.list.model.rows(range(page.list.model.rowCount()))]


def write(book: OpenWorkspace, draft: Draft) -> None:
    """Write a record as a page does."""
    workspace, operations = book.workspace, book.operations
    assert workspace is not None
    assert operations is not None
    operations.run(lambda: records.create(workspace, draft))


def a_person(book: OpenWorkspace, name: str = "Lò Thị Ơn") -> PersonDraft:
    assert book.workspace is not None
    return PersonDraft(full_name=name, unit_uid=book.workspace.read(listing.options, "unit")[0].uid)


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = CONTROL) -> None:
    QTest.keyClick(widget, key, modifier)


def entry(window: MainWindow, words: str) -> QAbstractButton:
    """The line of the sidebar with these words."""
    return next(b for b in window.sidebar.findChildren(QAbstractButton) if b.accessibleName() == words)


def test_the_keys_lead_to_every_page(book: OpenWorkspace) -> None:
    window = book.window
    for key, title in zip(NUMBERS, TITLES, strict=True):
        press(window, key)
        assert window.top_bar.title.text() == title
        assert entry(window, title).isChecked()
        assert window.current is not None
        assert window.current.isVisible()


def test_the_sidebar_leads_to_every_page(qtbot: QtBot, book: OpenWorkspace) -> None:
    for title in reversed(TITLES):
        qtbot.mouseClick(entry(book.window, title), Qt.MouseButton.LeftButton)
        assert book.window.top_bar.title.text() == title


def test_the_year_decides_what_is_listed(book: OpenWorkspace) -> None:
    page = listed(book.window, "events")
    assert titles(page) == ["Hội thi 2020"]
    menu = book.window.top_bar.year.menu()
    assert menu is not None
    next(action for action in menu.actions() if action.data() == 2019).trigger()
    assert titles(page) == ["Hội thi 2019"]
    assert book.window.top_bar.year.text() == "Năm 2019"


def test_undo_and_redo_change_the_list_and_say_what_they_would_do(book: OpenWorkspace) -> None:
    window = book.window
    page = listed(window, "people")
    write(book, a_person(book))
    assert titles(page) == ["Lò Thị Ơn"]
    assert window.top_bar.undo.toolTip() == "Hoàn tác: Thêm cán bộ “Lò Thị Ơn” (Ctrl+Z)"
    assert not window.top_bar.redo.isEnabled()
    press(page.list.view, Qt.Key.Key_Z)
    assert titles(page) == []
    assert window.top_bar.redo.toolTip() == "Làm lại: Thêm cán bộ “Lò Thị Ơn” (Ctrl+Y)"
    press(page.list.view, Qt.Key.Key_Y)
    assert titles(page) == ["Lò Thị Ơn"]
    assert not window.top_bar.redo.isEnabled()


def test_a_page_that_was_not_on_show_is_up_to_date_when_it_comes(book: OpenWorkspace) -> None:
    page = listed(book.window, "people")
    book.window.show_page("settings")
    write(book, a_person(book))
    book.window.show_page("people")
    assert titles(page) == ["Lò Thị Ơn"]


def test_a_page_shows_the_year_that_was_chosen_while_another_was_on_show(book: OpenWorkspace) -> None:
    page = listed(book.window, "events")
    assert titles(page) == ["Hội thi 2020"]
    listed(book.window, "people")
    book.window.choose_year(2019)
    write(book, EventDraft(kind="HOI_THI", title="Hội thi thứ hai", year=2019))
    assert titles(listed(book.window, "events")) == ["Hội thi 2019", "Hội thi thứ hai"]


def test_undo_while_typing_takes_back_letters_before_acts(qtbot: QtBot, book: OpenWorkspace) -> None:
    page = listed(book.window, "people")
    write(book, a_person(book))
    page.show_record("person", page.list.model.rows([0])[0].uid)
    position = page.record.form.editor("computing")
    page.record.form.show_field("computing")
    qtbot.keyClicks(position, "B")
    assert page.has_unsaved()
    press(position, Qt.Key.Key_Z)
    assert not page.has_unsaved()
    assert titles(page) == ["Lò Thị Ơn"]


@pytest.mark.parametrize("key", ["computing", "note", "unit_uid"])
def test_undo_right_after_saving_takes_back_the_act(book: OpenWorkspace, key: str) -> None:
    page = listed(book.window, "people")
    write(book, a_person(book))
    page.show_record("person", page.list.model.rows([0])[0].uid)
    type_into(page.record.form, "computing", "B")
    book.window.save()
    editor = page.record.form.editor(key)
    page.record.form.show_field(key)
    editor.setFocus()
    press(editor, Qt.Key.Key_Z)
    assert page.record.form.editor("computing").text() == ""
    press(editor, Qt.Key.Key_Y)
    assert page.record.form.editor("computing").text() == "B"


def test_a_person_is_added_with_the_keyboard_alone(qtbot: QtBot, book: OpenWorkspace) -> None:
    page = listed(book.window, "people")
    press(book.window, Qt.Key.Key_N)
    form = page.record.form
    assert form.focusWidget() is form.editor("full_name")
    type_into(form, "full_name", "Lò Thị Ơn")
    type_into(form, "unit_uid", "lao cai")
    press(form.editor("unit_uid"), Qt.Key.Key_S)
    assert titles(page) == ["Lò Thị Ơn"]
    assert book.window.status.text() == "Đã lưu cán bộ “Lò Thị Ơn”"
    assert not page.has_unsaved()


def test_search_keys(book: OpenWorkspace) -> None:
    page = listed(book.window, "people")
    press(book.window, Qt.Key.Key_F)
    assert page.list.search.hasFocus()
    press(book.window, Qt.Key.Key_K)
    assert book.window.top_bar.search.hasFocus()


def test_everything_is_searched_from_the_top(qtbot: QtBot, book: OpenWorkspace) -> None:
    write(book, a_person(book))
    result = book.window.top_bar.search.completer()
    assert result is not None
    qtbot.keyClicks(book.window.top_bar.search, "lo thi on")
    qtbot.waitUntil(lambda: result.completionModel().rowCount() > 0)
    index = result.completionModel().index(0, 0)
    assert index.data().startswith("Lò Thị Ơn")
    popup = result.popup()
    assert popup is not None
    popup.setCurrentIndex(index)
    press(popup, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    page = book.window.current
    assert isinstance(page, ListPage)
    assert page.record.head.title.text() == "Lò Thị Ơn"


@pytest.mark.parametrize(("key", "topic"), [("people", "Cán bộ"), ("print", "In ấn")])
def test_f1_opens_the_help_of_the_page(book: OpenWorkspace, key: str, topic: str) -> None:
    book.window.show_page(key)
    press(book.window, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    window = book.window.findChild(HelpWindow)
    assert isinstance(window, HelpWindow)
    assert window.isVisible()
    assert window.topics.currentItem().text() == topic
    assert topic.lower() in window.text.toPlainText().lower()
    window.close()


@pytest.mark.parametrize(
    ("words", "title", "stored"),
    [("&Lưu", "Sự kiện", 1), ("&Bỏ thay đổi", "Sự kiện", 0), ("Ở lại", "Cán bộ", 0)],
)
def test_leaving_a_page_asks_about_what_is_typed(book: OpenWorkspace, words: str, title: str, stored: int) -> None:
    page = listed(book.window, "people")
    page.add()
    type_into(page.record.form, "full_name", "Lò Thị Ơn")
    type_into(page.record.form, "unit_uid", "lao cai")
    with answering(words):
        press(book.window, Qt.Key.Key_5)
    assert book.window.top_bar.title.text() == title
    assert entry(book.window, title).isChecked()
    assert book.workspace is not None
    assert book.workspace.read(listing.count, Listing(kind="person")) == stored


@pytest.mark.parametrize(("words", "open_after"), [("Ở lại", True), ("&Bỏ thay đổi", False)])
def test_closing_asks_about_what_is_typed(book: OpenWorkspace, words: str, open_after: bool) -> None:
    page = listed(book.window, "people")
    page.add()
    type_into(page.record.form, "full_name", "Lò Thị Ơn")
    with answering(words):
        book.window.close()
    assert book.window.isVisible() is open_after
    assert (book.workspace is not None) is open_after
    page_now = book.window.current
    if open_after and page_now is not None:
        page_now.discard()


def test_staying_keeps_the_year_too(book: OpenWorkspace) -> None:
    page = listed(book.window, "people")
    page.add()
    type_into(page.record.form, "full_name", "Lò Thị Ơn")
    with answering("Ở lại"):
        book.window.choose_year(2019)
    menu = book.window.top_bar.year.menu()
    assert menu is not None
    assert [action.data() for action in menu.actions() if action.isChecked()] == [2020]
    page.discard()


def test_size_page_year_and_columns_come_back(opened: Opener) -> None:
    first = opened()
    first.window.resize(880, 620)  # within the screen that tests have
    first.window.choose_year(2019)
    page = listed(first.window, "events")
    page.list.view.columns.choose(["title", "starts_on"])
    first.window.close()
    again = opened()
    assert (again.window.width(), again.window.height()) == (880, 620)
    assert again.window.top_bar.title.text() == "Sự kiện"
    assert again.window.top_bar.year.text() == "Năm 2019"
    current = again.window.current
    assert isinstance(current, ListPage)
    assert current.list.model.keys == ("title", "starts_on")


def test_a_file_that_is_no_book_is_told_and_the_open_one_stays(book: OpenWorkspace, tmp_path: Path) -> None:
    other = tmp_path / "khác.sothidua"
    other.write_text("không phải sổ", encoding="utf-8")
    before = book.workspace
    book.open(other)
    assert book.workspace is before
    assert "khác.sothidua" in book.window.status.text()
    assert titles(listed(book.window, "events")) == ["Hội thi 2020"]


def link(book: OpenWorkspace, words: str) -> QAbstractButton:
    """The link of the line below the page."""
    return next(each for each in book.window.status.findChildren(QAbstractButton) if each.text() == words)


def test_what_was_taken_back_offers_to_be_done_again(book: OpenWorkspace) -> None:
    page = listed(book.window, "people")
    write(book, a_person(book))
    link(book, "Hoàn tác").click()
    assert titles(page) == []
    assert not link(book, "Hoàn tác").isVisible()  # it would take back something else
    link(book, "Làm lại").click()
    assert titles(page) == ["Lò Thị Ơn"]
    assert link(book, "Hoàn tác").isVisible()
    assert not link(book, "Làm lại").isVisible()


def test_a_long_sentence_is_read_to_its_end(qtbot: QtBot, book: OpenWorkspace) -> None:
    book.window.show()
    qtbot.waitExposed(book.window)
    width = book.window.width()
    assert book.operations is not None
    book.operations.failed.emit("Một ô.")
    line = book.window.status.height()
    book.operations.failed.emit("Chưa dán gì vì một ô chưa đúng. " * 20)
    qtbot.waitUntil(lambda: book.window.status.height() > line)
    assert book.window.width() == width
    words = next(each for each in book.window.status.findChildren(QLabel) if each.text())
    assert words.height() >= words.heightForWidth(words.width())
    assert words.geometry().right() <= book.window.status.width()


def test_the_list_of_years_begins_at_the_year_on_show(qtbot: QtBot, book: OpenWorkspace) -> None:
    book.window.choose_year(2020)
    menu = book.window.top_bar.year.menu()
    menu.popup(book.window.pos())
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert book.window.year == 2019


@pytest.mark.parametrize(
    ("room", "begins"),
    [
        (QSize(1920, 1032), (QSize(1366, 738), False)),
        (QSize(1280, 680), (QSize(1280, 680), True)),  # 1920 x 1080 at 150 %, without the task bar
        (QSize(640, 480), (QSize(1366, 738), False)),  # nothing would fit
    ],
)
def test_the_first_window_lies_on_the_screen(room: QSize, begins: tuple[QSize, bool]) -> None:
    assert first_size(room, QSize(880, 480)) == begins


def test_the_keyboard_in_the_sidebar_goes_along_with_the_page(book: OpenWorkspace) -> None:
    entry(book.window, "Tổng quan").setFocus()
    press(book.window, Qt.Key.Key_8)
    assert book.window.focusWidget() is entry(book.window, "Thiết lập")


def test_the_page_keeps_its_size_when_a_sentence_has_been_read(qtbot: QtBot, book: OpenWorkspace) -> None:
    window = book.window
    window.status.clear()
    whole = window.stack.height()
    window.status.tell("Đã lưu cán bộ", undoable=True)
    qtbot.waitUntil(lambda: window.stack.height() < whole)
    beside = window.stack.height()
    window.status._timer.timeout.emit()
    QApplication.processEvents()
    assert (window.status.text(), link(book, "Hoàn tác").isVisible()) == ("", False)
    assert window.stack.height() == beside
    window.status.clear()
    qtbot.waitUntil(lambda: window.stack.height() == whole)
