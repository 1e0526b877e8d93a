"""The empty window that is painted first, while the rest of the program is loaded behind it."""

import contextlib
import importlib
from typing import Final

from PySide6.QtCore import QByteArray, QSize, Qt, QThread, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from cluster_desktop.settings import Settings
from cluster_desktop.ui.kit import icons
from cluster_desktop.ui.kit.layouts import in_column, placed, stretch

# Loaded beside the painted window; together they take several times as long as the window itself.
_HEAVY: Final = (
    "sqlalchemy",
    "sqlalchemy.orm",
    "cluster_desktop.records.file.workspace",
    "cluster_desktop.ui.window.page_list",
)
USUAL_SIZE: Final = (1366, 738)


class OpeningWindow(QWidget):
    """An empty window at the place of the main window."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setProperty("role", "window")
        self.setWindowTitle("Sổ Thi Đua")
        self.setWindowIcon(QIcon(icons.app_icon()))
        mark = QLabel()
        mark.setPixmap(icons.pixmap("app", 56, "", self.devicePixelRatioF()))
        words = QLabel("Đang mở sổ…")
        words.setProperty("role", "quiet")
        centre = Qt.AlignmentFlag.AlignCenter
        in_column(stretch(), placed(mark, centre), placed(words, centre), stretch(), on=self)
        place_window(self, settings)


def place_window(window: QWidget, settings: Settings) -> None:
    """Put a window at its last place, else at the usual size of a school laptop."""
    stored = settings.get("geometry", "")
    if not (stored and window.restoreGeometry(QByteArray.fromBase64(stored.encode("ascii", "ignore")))):
        size, filled = first_size(window.screen().availableSize(), window.minimumSize())
        window.resize(size)
        if filled:
            window.setWindowState(Qt.WindowState.WindowMaximized)


def first_size(room: QSize, smallest: QSize) -> tuple[QSize, bool]:
    """Return the first size of a window on a screen with *room* (px of the desktop), and if it fills the screen.

    A screen at 150 % often has less room than the usual size; one that cannot hold the smallest window is ignored.
    """
    usual = QSize(*USUAL_SIZE)
    size = usual.boundedTo(room)
    if size == usual or size.expandedTo(smallest) != size:
        return usual, False
    return size, True


class Loader(QThread):
    """Imports what the program needs, beside the event loop."""

    loaded = Signal()

    @override
    def run(self) -> None:
        with contextlib.suppress(Exception):  # what is missing fails again, and is shown, in the window's own thread
            for name in _HEAVY:
                importlib.import_module(name)
        self.loaded.emit()
