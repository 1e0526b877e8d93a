"""Opening the window: painted first, then the workspace, then everything else."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from cluster_desktop import errors
from cluster_desktop.settings import Settings
from cluster_desktop.ui.kit import icons, message, theme
from cluster_desktop.ui.window.garbage import GarbageCollector
from cluster_desktop.ui.window.opening import Loader, OpeningWindow
from cluster_desktop.ui.window.single_instance import ProgramSilent, SingleInstance, program_name
from cluster_desktop.ui.window.translation import install_translation

if TYPE_CHECKING:
    from cluster_desktop.ui.window.book import Book

PROGRAM: Final = "Sổ Thi Đua"
_AGAIN, _ALONE, _LEAVE = "&Thử lại", "Mở &cửa sổ mới", "Thôi"
_SILENT_DETAIL: Final = "Cửa sổ mới không mở được sổ mà chương trình đang chạy còn giữ, nhưng mở được sổ khác."
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
    sys.excepthook = _give_up
    one = SingleInstance(program_name(), _is_shown)
    if _is_taken_over(one, str(_absolute(paths[0])) if paths else ""):
        return 0
    one.listen()
    settings = Settings.load()
    opening = OpeningWindow(settings)
    opening.show()
    loader = Loader()
    start = Start(opening, settings, paths)
    loader.loaded.connect(start.on_loader_loaded)
    one.asked.connect(start.on_one_asked)
    loader.start()
    code = app.exec()
    loader.wait()
    return code


class Start(QObject):
    """From the painted empty window to the open book, which lives as long as this does."""

    def __init__(self, opening: OpeningWindow, settings: Settings, paths: Sequence[Path]) -> None:
        super().__init__()
        self._opening = opening
        self._settings = settings
        self._shift = _shift_is_held()
        self._asked = [_absolute(path) for path in paths]
        self.book: Book | None = None

    def on_loader_loaded(self) -> None:
        """Show the window itself, and only then open a book in it: nothing a file does can keep it away."""
        from cluster_desktop.ui.window.book import Book
        from cluster_desktop.upkeep import crash_log  # after the first paint: these bring the database along

        crash_log.watch_native()
        self.book = Book(self._settings)
        sys.excepthook = _shower(self.book)
        self.book.show_opening()
        self.book.window.show()
        self.book.window.repaint()
        self._opening.close()
        QTimer.singleShot(0, self._open_first)

    def on_one_asked(self, path: str) -> None:
        """What a second start asks for: its file, and the window in front."""
        if self.book is None:
            self._asked = [Path(path)] if path else self._asked
            return
        window = self.book.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if path:
            self.book.ask_to_open(Path(path))

    def _open_first(self) -> None:
        if self.book is None or self.book.workspace is not None:
            return
        path = first_book(self._asked, self._settings)
        if path is None or self._shift or _shift_is_held():
            self.book.show_welcome(without_book=path is not None)
        else:
            self.book.open(path)


def first_book(paths: Sequence[Path], settings: Settings) -> Path | None:
    """The workspace to begin with: the named one, else the last; None where there was none yet."""
    last = settings.values.get("last_file")  # as it is written there: opening says what is wrong with it
    return paths[0] if paths else Path(last) if isinstance(last, str) and last else None


def _shift_is_held() -> bool:
    return bool(QApplication.queryKeyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)


def _absolute(path: Path) -> Path:
    try:
        return path.absolute()
    except OSError:  # the folder one stands in was deleted
        return path


def _is_shown() -> bool:
    return any(window.isVisible() for window in QApplication.topLevelWidgets())


def _is_taken_over(one: SingleInstance, path: str) -> bool:
    """Whether this start ends here, because another program has the file or because nobody wants a second one."""
    while True:
        try:
            return one.hand_over(path)
        except ProgramSilent as error:
            answer = message.ask(None, PROGRAM, error.sentence, (_AGAIN, _ALONE, _LEAVE), _SILENT_DETAIL)
        if answer != _AGAIN:
            return answer == _LEAVE


def _give_up(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
    """The window could not even be made: say so instead of staying on the screen without an answer."""
    from cluster_desktop.upkeep import crash_log

    crash_log.keep(error)
    QMessageBox.critical(None, "Sổ Thi Đua", f"{_NOT_STARTED}\n\n{crash_log.folder()}")
    QApplication.exit(1)


def _shower(book: "Book") -> Callable[..., None]:
    """Failures nobody caught are told in the window instead of ending the program."""

    def show(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
        from cluster_desktop.upkeep import crash_log

        sentence = error.sentence if isinstance(error, errors.UserError) else crash_log.keep(error)
        book.window.status.tell(sentence, wrong=True)

    return show
