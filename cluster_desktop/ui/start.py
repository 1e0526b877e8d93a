"""Opening the window: painted first, then the workspace, then everything else."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cluster_desktop import errors
from cluster_desktop.settings import Settings
from cluster_desktop.ui import icons, theme
from cluster_desktop.ui.book import Book
from cluster_desktop.ui.operations import crash_sentence
from cluster_desktop.ui.translation import install_translation


def make_application(arguments: Sequence[str]) -> QApplication:
    """The one QApplication, dressed."""
    app = QApplication(list(arguments))
    app.setApplicationName("Sổ Thi Đua")
    app.setDesktopFileName("so-thi-dua")
    install_translation(app)
    theme.apply(app, Settings.load().get("scheme", theme.SYSTEM))
    theme.follow_system(app)
    app.setWindowIcon(icons.app_icon())
    return app


def run_window(paths: Sequence[Path]) -> int:
    """Show the window with the named workspace, else the last one, else the welcome; gives the exit code."""
    app = make_application(sys.argv[:1])
    settings = Settings.load()
    book = Book(settings)
    sys.excepthook = _shower(book)
    book.window.show()
    last = settings.get("last_file", "")
    path = paths[0] if paths else Path(last) if last and Path(last).exists() else None
    QTimer.singleShot(0, _opener(book, path))
    return app.exec()


def _opener(book: Book, path: Path | None) -> Callable[[], None]:
    def _on_window_painted() -> None:
        if path is None:
            book.show_welcome()
        else:
            book.open(path)

    return _on_window_painted


def _shower(book: Book) -> Callable[..., None]:
    """Failures nobody caught are told in the window instead of ending the program."""

    def show(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
        sentence = error.sentence if isinstance(error, errors.UserError) else crash_sentence(error)
        book.window.status.tell(sentence, wrong=True)

    return show
