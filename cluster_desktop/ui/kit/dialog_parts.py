"""What dialogs have in common: how large they open, their margins, and the row of buttons at their foot."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cluster_desktop.ui.kit.labels import button
from cluster_desktop.ui.kit.layouts import Item, Space, grow, in_column, in_row, stretch

LEAVE: Final = "Bỏ qua"
_EDGE: Final = 16  # px left of the window around it


def open_at(dialog: QDialog, parent: QWidget, width: int, height: int) -> None:
    """Give the dialog its size in px, within the window around *parent*; once closed it is gone."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    around = parent.window()
    dialog.resize(min(width, around.width() - _EDGE), min(height, around.height() - _EDGE))


def column_of(dialog: QDialog, *items: Item) -> QVBoxLayout:
    """The column that holds everything in the dialog, with what it holds so far."""
    return in_column(*items, on=dialog, space=Space.MEDIUM, margins=Space.WIDE)


def go_button(dialog: QDialog, words: str, act: Callable[[], object]) -> QPushButton:
    """The filled button that does what the dialog is for; Ctrl+S presses it."""
    made = button(words, act, kind="primary")
    QShortcut(QKeySequence("Ctrl+S"), dialog).activated.connect(made.click)
    return made


def foot_of(dialog: QDialog, *buttons: QWidget, leave: str = LEAVE, told: QWidget | None = None) -> QHBoxLayout:
    """A row with what was *told* at its left, then the button that leaves the dialog, then *buttons*."""
    return in_row(stretch() if told is None else grow(told), button(leave, dialog.reject), *buttons)
