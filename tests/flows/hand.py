"""A hand that types and clicks, and counts what it does."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot


class Hand:
    """``keys`` counts pressed keys and chords, ``clicks`` pressed mouse buttons; what is only read counts nothing."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot = qtbot
        self._window = window
        self.keys = 0
        self.clicks = 0

    def dialog(self) -> QDialog:
        """The dialog on top, once it is there."""
        self._qtbot.waitUntil(_a_dialog_is_on_top)
        found = QApplication.activeWindow()
        assert isinstance(found, QDialog)
        return found

    def _focused(self) -> QWidget:
        if QApplication.activeWindow() is None:  # without a window manager nobody gives the focus back after a dialog
            with self._qtbot.waitActive(self._window):
                self._window.activateWindow()
        found = QApplication.focusWidget() or QApplication.activeWindow()
        assert found is not None
        return found

    def press(self, *chords: str) -> None:
        """Press each chord ("Ctrl+S") where the focus is."""
        for chord in chords:
            combination = QKeySequence(chord)[0]  # type: ignore[index]  # PySide's stubs do not know it
            QTest.keyClick(self._focused(), combination.key(), combination.keyboardModifiers())
            self.keys += 1
            QApplication.processEvents()
            self._qtbot.waitUntil(_nothing_is_down)

    def type(self, text: str) -> None:
        """Type plain letters and digits."""
        QTest.keyClicks(self._focused(), text)
        self.keys += len(text)
        QApplication.processEvents()

    def click(self, widget: QWidget, at: QPoint | None = None, *, held: Qt.KeyboardModifier | None = None) -> None:
        """Click a widget in its middle, or at a place of it."""
        held = held or Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, held, at or widget.rect().center())
        self.clicks += 1
        QApplication.processEvents()

    def click_button(self, words: str, among: QWidget) -> None:
        """Click the button in sight that says *words* (without the mark of its key)."""
        self.click(button(words, among))

    def choose(self, words: str) -> None:
        """Choose the entry that says *words* in the menu that dropped down."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        entries = {action.text().replace("&", ""): action for action in menu.actions()}
        fitting = [action for text, action in entries.items() if words in text]
        assert len(fitting) == 1, f"{len(fitting)} entries {words!r} among {list(entries)}"
        self.click(menu, menu.actionGeometry(fitting[0]).center())


def button(words: str, among: QWidget) -> QAbstractButton:
    """The button in sight that says *words*."""
    found = [one for one in buttons(among) if one.text().replace("&", "").startswith(words)]
    assert found, f"no button {words!r} among {[one.text() for one in buttons(among)]}"
    return found[0]


def buttons(among: QWidget) -> Iterable[QAbstractButton]:
    """The buttons of a window that can be pressed."""
    return [one for one in among.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]


def _a_dialog_is_on_top() -> bool:
    return isinstance(QApplication.activeWindow(), QDialog)


def _nothing_is_down() -> bool:
    """A button pressed by its key stays down for a moment before it acts."""
    shown = QApplication.allWidgets()
    return not any(isinstance(one, QAbstractButton) and one.isVisible() and one.isDown() for one in shown)
