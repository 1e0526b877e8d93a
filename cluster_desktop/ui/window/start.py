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
    from cluster_desktop.ui.window.open_workspace import OpenWorkspace

PROGRAM: Final = "Sổ Thi Đua"
_AGAIN, _ALONE, _LEAVE = "&Thử lại", "Mở &cửa sổ mới", "Thôi"
_SILENT_DETAIL: Final = "Cửa sổ mới không mở được sổ mà chương trình đang chạy còn giữ, nhưng mở được sổ khác."
_NOT_STARTED: Final = (
    "Chương trình không mở lên được; các sổ còn nguyên. Hãy cài lại chương trình. "
    "Nếu vẫn không được, hãy gửi các tệp trong thư mục sau cho người hỗ trợ:"
)


def make_application(arguments: Sequence[str]) -> QApplication:
    """Create the one QApplication with its style, font and language."""
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
    """Show the window with the named workspace, else the last one, else the welcome; returns the exit code."""
    app = make_application(sys.argv[:1])
    sys.excepthook = _show_start_failure
    instance = SingleInstance(program_name(), _is_shown)
    if _is_handed_over(instance, str(_absolute(paths[0])) if paths else ""):
        return 0
    instance.listen()
    settings = Settings.load()
    opening = OpeningWindow(settings)
    opening.show()
    loader = Loader()
    start = Start(opening, settings, paths)
    loader.loaded.connect(start.on_loader_loaded)
    instance.asked.connect(start.on_instance_asked)
    loader.start()
    code = app.exec()
    loader.wait()
    return code


class Start(QObject):
    """The start from the empty window to the open workspace, which lives as long as this object."""

    def __init__(self, opening: OpeningWindow, settings: Settings, paths: Sequence[Path]) -> None:
        super().__init__()
        self._opening = opening
        self._settings = settings
        self._shift = _shift_is_held()
        self._asked = [_absolute(path) for path in paths]
        self.book: OpenWorkspace | None = None

    def on_loader_loaded(self) -> None:
        """Show the window, and only then open a workspace in it, so that no file can keep the window away."""
        from cluster_desktop.diagnostics import crash_log  # after the first paint: these bring the database along
        from cluster_desktop.ui.window.open_workspace import OpenWorkspace

        crash_log.watch_native()
        self.book = OpenWorkspace(self._settings)
        sys.excepthook = _failure_handler(self.book)
        self.book.show_opening()
        self.book.window.show()
        self.book.window.repaint()
        self._opening.close()
        QTimer.singleShot(0, self._open_first)

    def on_instance_asked(self, path: str) -> None:
        """Open the file of a second start and bring the window to the front."""
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
    """Return the first workspace to open: the named one, else the last; None where there is none."""
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


def _is_handed_over(instance: SingleInstance, path: str) -> bool:
    """Tell if this start ends here, because a running program took the file or nobody wants a second one."""
    while True:
        try:
            return instance.hand_over(path)
        except ProgramSilent as error:
            answer = message.ask(None, PROGRAM, error.sentence, (_AGAIN, _ALONE, _LEAVE), _SILENT_DETAIL)
        if answer != _AGAIN:
            return answer == _LEAVE


def _show_start_failure(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
    """Show that the window could not be created, instead of leaving the empty one without an answer."""
    from cluster_desktop.diagnostics import crash_log

    crash_log.keep(error)
    QMessageBox.critical(None, "Sổ Thi Đua", f"{_NOT_STARTED}\n\n{crash_log.folder()}")
    QApplication.exit(1)


def _failure_handler(book: "OpenWorkspace") -> Callable[..., None]:
    """Return a handler that shows uncaught failures in the window instead of ending the program."""

    def show(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
        from cluster_desktop.diagnostics import crash_log

        sentence = error.sentence if isinstance(error, errors.UserError) else crash_log.keep(error)
        book.window.status.tell(sentence, wrong=True)

    return show
