"""Common parts of dialogs: their opening size, their margins, and the row of buttons at their foot."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cluster_desktop.ui.kit import shortcuts
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
    """Lay *items* out in one column over the whole dialog."""
    return in_column(*items, on=dialog, space=Space.MEDIUM, margins=Space.WIDE)


def go_button(dialog: QDialog, words: str, act: Callable[[], object]) -> QPushButton:
    """Create the filled button for the dialog's purpose; Ctrl+S presses it."""
    push = button(words, act, kind="primary")
    QShortcut(QKeySequence(shortcuts.SAVE), dialog).activated.connect(push.click)
    return push


def foot_of(dialog: QDialog, *buttons: QWidget, leave: str = LEAVE, note: QWidget | None = None) -> QHBoxLayout:
    """Lay out *note* at the left, then the button that leaves the dialog, then *buttons*."""
    return in_row(stretch() if note is None else grow(note), button(leave, dialog.reject), *buttons)
