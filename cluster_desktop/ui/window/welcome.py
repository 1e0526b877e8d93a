"""The page without a workspace: ways to begin, and the reason why the last workspace is not open."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from cluster_desktop.ui.kit.cards import EmptyState
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import Space, grow, in_column
from cluster_desktop.ui.kit.page import Page
from cluster_desktop.ui.window.main_window import MainWindow

PROGRAM: Final = "Sổ Thi Đua"
Acts = tuple[tuple[str, Callable[[], object]], ...]
OPENING: Final = "Đang mở sổ…"
_TITLE: Final = "Chưa mở sổ nào"
_WORDS: Final = (
    "Mọi thứ của một cụm thi đua nằm trong một tệp .sothidua.\n"
    "Hãy mở sổ đang dùng, tạo sổ mới, hoặc xem thử với sổ mẫu của Cụm thi đua số 2."
)
_SHIFT: Final = "Giữ phím Shift khi bật chương trình thì không sổ nào tự mở."
_SHIFT_HELD: Final = "Phím Shift được giữ khi bật chương trình nên chưa mở sổ nào."


class WelcomePage(QWidget):
    """The welcome; *name* and *sentence* report a workspace that could not be opened."""

    def __init__(self, acts: Acts, *, name: str = "", sentence: str = "", without_book: bool = False) -> None:
        super().__init__()
        title = f"Chưa mở được “{name}”" if name else _TITLE
        icon = "warning" if sentence else "open"
        self.state = EmptyState(icon, title, sentence or _WORDS, acts, self)
        self.hint = label(_SHIFT_HELD if without_book else _SHIFT, "hint", wraps=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        in_column(grow(self.state), self.hint, on=self, margins=(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE))


def show_without_book(window: MainWindow, page: QWidget) -> None:
    """Show a page that needs no workspace in a window that has none."""
    drop_welcome(window.stack)
    window.stack.addWidget(page)
    window.stack.setCurrentWidget(page)
    window.sidebar.set_current("")
    window.top_bar.title.setText("Chào mừng")
    window.top_bar.set_action(None)
    window.setWindowTitle(PROGRAM)


def drop_welcome(stack: QStackedWidget) -> None:
    """Remove the page that was shown while no workspace was open."""
    for widget in [stack.widget(place) for place in range(stack.count())]:
        if widget is not None and not isinstance(widget, Page):
            stack.removeWidget(widget)
            widget.deleteLater()
