"""How large a dialog opens: as it likes, but never larger than the window it belongs to."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

_EDGE: Final = 16  # px left of the window around it


def open_at(dialog: QDialog, parent: QWidget, width: int, height: int) -> None:
    """Give the dialog its size in px, within the window around *parent*; once closed it is gone."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    around = parent.window()
    dialog.resize(min(width, around.width() - _EDGE), min(height, around.height() - _EDGE))
