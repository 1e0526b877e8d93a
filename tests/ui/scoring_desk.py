"""The scoring page on the screen, and hands that work in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cluster_desktop.ui.grid.cell_table import CellTable
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.scoring.points_part import PointsPart
from cluster_desktop.ui.scoring.scoring_page import ScoringPage
from tests.scoring_years import YEAR


def shown(qtbot: QtBot, operations: Operations) -> ScoringPage:
    shown = ScoringPage(operations)
    qtbot.addWidget(shown)
    operations.changed.connect(shown.reread)
    shown.resize(1130, 640)
    shown.set_year(YEAR)
    shown.reread(None)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def points_of(page: ScoringPage) -> PointsPart:
    page.choose("points")
    part = page.current
    assert isinstance(part, PointsPart)
    return part


def keys(widget: QWidget, text: str) -> None:
    """Type as on a keyboard: what is typed goes to whatever has the cursor."""
    for letter in text:
        QTest.keyClicks(QApplication.focusWidget() or widget, letter)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, held)


def paste(table: CellTable, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    table.setFocus()
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
