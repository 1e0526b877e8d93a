"""A year of the cluster from nothing to the nominations, in the real window: by keys alone, then by mouse."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cluster_desktop.domain.fields.types import show_points
from cluster_desktop.domain.scoring.scored_sheet import ScoredSheet, Side
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.scoring.scoring import scored_sheet, sheet_uid
from cluster_desktop.records.rows import Filter, Listing
from cluster_desktop.settings import Settings
from cluster_desktop.ui.scoring.points_part import PointsPart
from cluster_desktop.ui.scoring.scoring_page import ScoringPage
from cluster_desktop.ui.window.open_workspace import OpenWorkspace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LAST, YEAR = 2020, 2021
VOTES = {"Lào Cai": (12, None), "Lạng Sơn": (2, 13), "Sơn La": (None, 5)}
BALLOTS = "14"


class Hands:
    """Presses keys and buttons on whatever has the cursor, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, held)
        self.count += 1

    def type(self, text: str) -> None:
        for letter in text:
            target = QApplication.focusWidget()
            assert target is not None
            QTest.keyClicks(target, letter)
            self.count += 1

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or widget.rect().center())
        self.count += 1

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, CONTROL)


@pytest.fixture
def book(qtbot: QtBot, tmp_path: Path, sample_file: Path) -> Iterator[OpenWorkspace]:
    """The sample workspace in a year that has nothing yet."""
    path = tmp_path / "Cụm số 2.sothidua"
    shutil.copy(sample_file, path)
    settings = Settings.load()
    settings.set("page", "people")  # where the window was closed last
    made = OpenWorkspace(settings)
    qtbot.addWidget(made.window, before_close_func=lambda _window: forget(made))
    made.open(path)
    made.window.resize(1366, 738)
    made.window.show()
    qtbot.waitExposed(made.window)
    made.window.choose_year(YEAR)
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    made.close()


def forget(book: OpenWorkspace) -> None:
    """Drop what a failed test was typing, so that closing does not ask about it."""
    if book.window.current is not None:
        book.window.current.discard()


def stored(book: OpenWorkspace, year: int = YEAR) -> ScoredSheet:
    assert book.workspace is not None
    uid = book.workspace.read(sheet_uid, year)
    assert uid is not None
    found = book.workspace.read(scored_sheet, uid)
    assert found is not None
    return found


def block(last: ScoredSheet, side: Side) -> str:
    """Last year's points of one side as a spreadsheet has them: a row for each criterion, a column for each unit."""
    lines = [line for line in last.lines if not line.group]
    return "\n".join(
        "\t".join(
            show_points(points) if (points := last.mark(line.uid, unit.uid).on(side)) is not None else ""
            for unit in last.units
        )
        for line in lines
    )


def nominated(workspace: Workspace | None) -> dict[str, str]:
    assert workspace is not None
    listed = Listing(kind="nomination", filters=(Filter("year", (YEAR,)),))
    return {row.shown["unit_uid"]: str(row.values["award"]) for row in workspace.read(listing.page, listed)}


def test_a_year_by_keyboard_alone(qtbot: QtBot, book: OpenWorkspace) -> None:
    hands, last = Hands(), stored(book, LAST)

    def turn(key: Qt.Key, part: str) -> None:
        hands.press(key, ALT)
        page = book.window.current
        assert isinstance(page, ScoringPage)
        qtbot.waitUntil(lambda: page.key == part)

    hands.press(Qt.Key.Key_6, CONTROL)
    hands.press(Qt.Key.Key_N, CONTROL)  # the criteria of last year
    turn(Qt.Key.Key_P, "rotation")
    hands.press(Qt.Key.Key_N, CONTROL)  # who scores whom
    turn(Qt.Key.Key_C, "points")
    for key, side in ((Qt.Key.Key_2, Side.SELF), (Qt.Key.Key_3, Side.CROSS)):
        hands.press(key, ALT)  # the columns of one side
        hands.paste(block(last, side))
    hands.press(Qt.Key.Key_D, CONTROL)  # final points as the cross points
    hands.press(Qt.Key.Key_N, CONTROL)  # agreed on
    assert stored(book).locked
    hands.press(Qt.Key.Key_N, CONTROL)  # on to the vote
    vote(book, hands)
    hands.press(Qt.Key.Key_N, CONTROL)
    assert nominated(book.workspace) == {"Lào Cai": "CO_TINH", "Lạng Sơn": "BK_TINH"}
    for unit in stored(book).units:
        assert unit.scores_uid not in (None, unit.uid, unit.scored_before)
    assert hands.count <= 40


def vote(book: OpenWorkspace, hands: Hands) -> None:
    """Type the ballots and the votes, going from cell to cell."""
    hands.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    hands.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    hands.type(BALLOTS)
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Tab)
    page = book.window.current
    assert isinstance(page, ScoringPage)
    part = page.current
    assert part is not None
    order = [part.table.cells.words(row, 1) for row in range(3)]
    for column in (0, 1):
        for name in order:
            votes = VOTES[name][column]
            if votes is not None:
                hands.type(str(votes))
            hands.press(Qt.Key.Key_Down)
        if column == 0:
            for _row in order:
                hands.press(Qt.Key.Key_Up)
            hands.press(Qt.Key.Key_Right)
            hands.press(Qt.Key.Key_Right)


def test_a_year_by_mouse(book: OpenWorkspace) -> None:
    hands, last = Hands(), stored(book, LAST)
    window = book.window
    entry = next(made for made in window.sidebar.findChildren(QPushButton) if "Chấm điểm cụm" in made.text())
    hands.click(entry)
    hands.click(window.top_bar.primary)  # the criteria of last year
    page = window.current
    assert isinstance(page, ScoringPage)
    hands.click(page.chips.chips["rotation"])
    hands.click(window.top_bar.primary)
    hands.click(page.chips.chips["points"])
    part = page.current
    assert isinstance(part, PointsPart)
    for side in (Side.SELF, Side.CROSS):
        chosen = next(choice for choice in part.sides.choices if choice.key == side.value)
        choose(hands, part.sides, chosen.words)
        hands.paste(block(last, side))
    choose(hands, part.fill, "Kết luận lấy theo chấm chéo\tCtrl+D")
    hands.click(window.top_bar.primary)
    hands.click(window.top_bar.primary)
    table = page.current.table if page.current else None
    assert table is not None
    for row in range(3):
        for column, votes in zip((3, 5), VOTES[table.cells.words(row, 1)], strict=True):
            if votes is not None:
                hands.click(table.viewport(), table.visualRect(table.cells.index(row, column)).center())
                hands.type(str(min(votes, 7)))  # seven units, seven ballots unless somebody says otherwise
                hands.press(Qt.Key.Key_Return)
    hands.click(window.top_bar.primary)
    assert nominated(book.workspace) == {"Lào Cai": "CO_TINH", "Lạng Sơn": "BK_TINH"} | (
        {"Sơn La": "BK_TINH"}  # five of seven are more than half
    )
    assert hands.count <= 30


def choose(hands: Hands, opener: QPushButton, words: str) -> None:
    """Open the list of a button and click an entry."""
    menu = opener.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    hands.count += 2
    next(entry for entry in menu.actions() if entry.text().replace("&", "").startswith(words)).trigger()
