"""Opening the window: painted first, then the workspace, then everything else."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from cluster_desktop import errors
from cluster_desktop.settings import Settings
from cluster_desktop.ui import icons, theme
from cluster_desktop.ui.garbage import GarbageCollector
from cluster_desktop.ui.opening import Loader, OpeningWindow
from cluster_desktop.ui.single_instance import SingleInstance, program_name
from cluster_desktop.ui.translation import install_translation

if TYPE_CHECKING:
    from cluster_desktop.ui.book import Book

_NOT_STARTED: Final = (
    "Chương trình không mở lên được; các sổ còn nguyên. Hãy cài lại chương trình. "
    "Nếu vẫn không được, hãy gửi các tệp trong thư mục sau cho người hỗ trợ:"
)


def make_application(arguments: Sequence[str]) -> QApplication:
    """The one QApplication, dressed."""
    app = QApplication(list(arguments))
    app.setApplicationName("Sổ Thi Đua")
    app.setDesktopFileName("so-thi-dua")
    install_translation(app)
    theme.apply(app, Settings.load().get("scheme", theme.SYSTEM))
    theme.follow_system(app)
    app.setWindowIcon(icons.app_icon())
    GarbageCollector(app)
    return app


def run_window(paths: Sequence[Path]) -> int:
    """Show the window with the named workspace, else the last one, else the welcome; gives the exit code."""
    app = make_application(sys.argv[:1])
    one = SingleInstance(program_name())
    if one.hand_over(str(paths[0].absolute()) if paths else ""):
        return 0
    one.listen()
    sys.excepthook = _give_up
    settings = Settings.load()
    opening = OpeningWindow(settings)
    opening.show()
    loader = Loader()
    open_books: list[Book] = []  # the open book lives as long as the event loop
    loader.loaded.connect(_opener(opening, settings, paths, open_books))
    one.asked.connect(_asked(open_books))
    loader.start()
    code = app.exec()
    loader.wait()
    return code


def _opener(
    opening: OpeningWindow, settings: Settings, paths: Sequence[Path], open_books: list["Book"]
) -> Callable[[], None]:
    def _on_loader_loaded() -> None:
        from cluster_desktop.commands import crash_log  # after the first paint: these bring the database along
        from cluster_desktop.ui.book import Book

        crash_log.watch_native()
        book = Book(settings)
        open_books.append(book)
        sys.excepthook = _shower(book)
        last = settings.get("last_file", "")
        path = paths[0] if paths else Path(last) if last and Path(last).exists() else None
        if path is None:
            book.show_welcome()
        else:
            book.open(path)
        book.window.show()
        opening.close()

    return _on_loader_loaded


def _asked(open_books: list["Book"]) -> Callable[[str], None]:
    """What a second start asks for: its file, and the window in front."""

    def _on_one_asked(path: str) -> None:
        for book in open_books:
            book.window.setWindowState(book.window.windowState() & ~Qt.WindowState.WindowMinimized)
            book.window.raise_()
            book.window.activateWindow()
            if path:
                book.ask_to_open(Path(path))

    return _on_one_asked


def _give_up(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
    """The window could not even be made: say so instead of staying on the screen without an answer."""
    from cluster_desktop.commands import crash_log

    crash_log.keep(error)
    QMessageBox.critical(None, "Sổ Thi Đua", f"{_NOT_STARTED}\n\n{crash_log.folder()}")
    QApplication.exit(1)


def _shower(book: "Book") -> Callable[..., None]:
    """Failures nobody caught are told in the window instead of ending the program."""

    def show(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
        from cluster_desktop.commands import crash_log

        sentence = error.sentence if isinstance(error, errors.UserError) else crash_log.keep(error)
        book.window.status.tell(sentence, wrong=True)

    return show
