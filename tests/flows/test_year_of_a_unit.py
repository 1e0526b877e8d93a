"""The emulation year of one school on the real window, registration to certificates: by keyboard, then by mouse."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.settings.office import save_office
from cluster_desktop.domain.people.vocabulary import PersonStatus
from cluster_desktop.domain.units.office import OfficeDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing, lists
from cluster_desktop.records.rows import Filter, Listing
from cluster_desktop.settings import Settings
from cluster_desktop.ui.awards.awards_page import AwardsPage
from cluster_desktop.ui.awards.ballot_table import FIRST
from cluster_desktop.ui.awards.ballots import BallotsDialog
from cluster_desktop.ui.awards.decide import DecideDialog
from cluster_desktop.ui.awards.propose import ProposeDialog
from cluster_desktop.ui.awards.register import RegisterDialog
from cluster_desktop.ui.printing.print_page import PrintPage
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.flows.hand import Hand
from tests.ui.sample_window import opened

YEAR = 2021
SCHOOL = "SONLA"
_VOTES = FIRST + 3


@pytest.fixture
def book(qtbot: QtBot, tmp_path: Path, sample_file: Path) -> Iterator[OpenWorkspace]:
    """The sample in the hands of the clerk of one school, at the beginning of a year nobody has worked on."""
    path = tmp_path / "Sơn La.sothidua"
    shutil.copy(sample_file, path)
    made = OpenWorkspace(Settings.load())
    qtbot.addWidget(made.window)
    made.open(path)
    made.window.resize(1366, 738)
    made.window.show()
    with qtbot.waitActive(made.window):
        made.window.activateWindow()
    workspace = opened(made)
    save_office(workspace, OfficeDraft(unit_uid=workspace.read(lists.unit_uid, SCHOOL), usual_share="2/3"))
    made.window.choose_year(YEAR)
    made.window.show_page("awards")
    yield made
    made.close()


def count(workspace: Workspace, kind: str, **values: object) -> int:
    filters = tuple(Filter(key, (value,)) for key, value in values.items())  # type: ignore[arg-type]
    return workspace.read(listing.count, Listing(kind=kind, filters=filters))


def section(book: OpenWorkspace) -> ListPage:
    page = book.window.current
    assert isinstance(page, AwardsPage)
    return page.listed


def printed(qtbot: QtBot, book: OpenWorkspace, people: int) -> None:
    """The very sheets stand ready on the printing page."""
    page = book.window.current
    assert isinstance(page, PrintPage)
    qtbot.waitUntil(lambda: page.proof is not None and page.proof.sheets == people, timeout=20_000)
    assert page.proof is not None
    assert not page.proof.blocking
    book.window.show_page("awards")  # the printing page lets go of what it is still drawing
    qtbot.waitUntil(lambda: book.operations is not None and not book.operations.busy)


def test_by_keyboard(qtbot: QtBot, book: OpenWorkspace) -> None:
    hand, workspace = Hand(qtbot, book.window), opened(book)
    hand.press("Ctrl+PgUp", "Ctrl+PgUp")
    hand.press("Alt+N")
    assert isinstance(hand.dialog(), RegisterDialog)
    hand.press("Alt+H", "Ctrl+S", "Esc")
    people = count(workspace, "registration", year=YEAR)
    assert people == count(
        workspace, "person", unit_uid=workspace.read(lists.unit_uid, SCHOOL), status=PersonStatus.WORKING
    )

    hand.press("Ctrl+PgDown", "Ctrl+N", "Ctrl+S")
    assert section(book).record.row.title == f"Tổng kết thi đua năm {YEAR}"
    hand.press("Alt+L")
    assert isinstance(hand.dialog(), ProposeDialog)
    hand.press("Ctrl+S")
    assert count(workspace, "nomination", year=YEAR, state="DE_NGHI") == people

    hand.press("Ctrl+PgDown", "Ctrl+PgDown", "Ctrl+N", "Ctrl+S")
    hand.press("Ctrl+Tab", "Alt+P", "Ctrl+Tab", "Alt+A")
    assert count(workspace, "nomination", year=YEAR, state="HOI_DONG") == people
    hand.press("Alt+K")
    assert isinstance(hand.dialog(), BallotsDialog)
    hand.press("Alt+I")
    hand.type("9")
    hand.press("Return", "Up", "Ctrl+D", "Alt+C")
    assert count(workspace, "nomination", year=YEAR, state="DONG_Y") == people

    hand.press("Ctrl+PgUp", "Alt+L")
    assert isinstance(hand.dialog(), DecideDialog)
    hand.type("12/Q-TCT")
    hand.press("Tab")
    hand.type("5/12/2021")
    hand.press("Ctrl+S")
    assert count(workspace, "nomination", year=YEAR, state="DA_QUYET_DINH") == people
    hand.press("Alt+I")
    printed(qtbot, book, people)
    assert hand.keys <= 50


def test_by_mouse(qtbot: QtBot, book: OpenWorkspace) -> None:
    hand, workspace, window = Hand(qtbot, book.window), opened(book), book.window
    hand.click_button("Đăng ký", window)
    hand.click_button("Đăng ký nhanh", window)
    for words in ("Chọn hết", "Ghi đăng ký", "Đóng"):
        hand.click_button(words, hand.dialog())
    people = count(workspace, "registration", year=YEAR)

    hand.click_button("Đợt đề nghị", window)
    hand.click_button("Thêm đợt đề nghị", window)
    hand.click_button("Lưu", window)
    hand.click_button("Lập danh sách", window)
    hand.click_button("Lập danh sách", hand.dialog())
    assert count(workspace, "nomination", year=YEAR, state="DE_NGHI") == people

    hand.click_button("Hội đồng", window)
    hand.click_button("Thêm phiên họp", window)
    hand.click_button("Lưu", window)
    bar = section(book).record.tabs.strip.bar
    hand.click(bar, bar.tabRect(1).center())
    hand.click_button("Chép từ phiên trước", window)
    hand.click(bar, bar.tabRect(2).center())
    hand.click_button("Đưa đề nghị ra xét", window)
    hand.click_button("Kiểm phiếu", window)
    counting = hand.dialog()
    hand.click_button("Điền", counting)
    grid = counting.findChild(QTableView)
    place = grid.visualRect(grid.model().index(0, _VOTES)).center()
    hand.click(grid.viewport(), place)
    hand.type("9")
    hand.press("Return", "Up", "Ctrl+D")
    hand.click_button("Chốt kết quả", counting)
    assert count(workspace, "nomination", year=YEAR, state="DONG_Y") == people

    hand.click_button("Đề nghị", window)
    hand.click_button("Lập quyết định", window)
    deciding = hand.dialog()
    hand.type("12/Q-TCT")
    hand.press("Tab")
    hand.type("5/12/2021")
    hand.click_button("Lập quyết định", deciding)
    hand.click_button("In giấy khen", window)
    printed(qtbot, book, people)
    assert hand.clicks <= 26
