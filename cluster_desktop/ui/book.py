"""The open book: opening, creating, closing, backing up and restoring a workspace from the window."""

import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from cluster_desktop import errors, settings
from cluster_desktop.commands import crash_log, office
from cluster_desktop.records import backup
from cluster_desktop.records.places import Place, place_of, safe_folder
from cluster_desktop.records.queries.history import last_change
from cluster_desktop.records.queries.milestones import pressing
from cluster_desktop.records.workspace import SUFFIX, Workspace
from cluster_desktop.settings import Settings
from cluster_desktop.ui.dialogs.help_window import show_help
from cluster_desktop.ui.dialogs.restore import choose_backup
from cluster_desktop.ui.kit.cards import EmptyState
from cluster_desktop.ui.main_window import MainWindow
from cluster_desktop.ui.operations import Operations, Progress
from cluster_desktop.ui.page_list import page_entries

_FILTER = f"Sổ thi đua (*{SUFFIX})"
_BACKUP_EVERY_MS = 30 * 60 * 1000
_CLOCK_SLACK = datetime.timedelta(hours=1)
_SAMPLE = f"Cụm thi đua số 2 (sổ mẫu){SUFFIX}"


def _warning(workspace: Workspace) -> str:
    """What about the clock or the place of the file should be known before work begins."""
    last = workspace.read(last_change)
    if last is not None and last > datetime.datetime.now().astimezone() + _CLOCK_SLACK:
        return (
            f"Đồng hồ máy này chậm hơn lần sửa cuối của sổ ({last:%d/%m/%Y %H:%M}). "
            "Hãy chỉnh lại ngày giờ của máy để lịch sử ghi đúng."
        )
    if (place := place_of(path := workspace.path)) is not Place.OWN:
        return f"“{path.name}” nằm trong {place.value}. Hãy xem lời khuyên ở Thiết lập, mục Sao lưu."
    return ""


def _reminder(workspace: Workspace) -> str:
    """The most pressing deadline, as one is reminded of it when the book is opened."""
    today = datetime.date.today()
    found = workspace.read(pressing, today)
    return found.reminder(today) if found else ""


class Book(QObject):
    """Holds the one open workspace and what is done with its file."""

    def __init__(self, stored: Settings) -> None:
        self.window = window = MainWindow(page_entries(self), stored)
        super().__init__(window)
        self._settings = stored
        self.workspace: Workspace | None = None
        self.operations: Operations | None = None
        self._welcome: EmptyState | None = None
        window.closing.connect(self._on_window_closing)
        window.help_wanted.connect(self._on_help_wanted)
        window.sidebar.set_file_menu(self._actions())
        self._timer = QTimer(self)
        self._timer.setInterval(_BACKUP_EVERY_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    def _actions(self) -> list[QAction]:
        made = []
        entries: tuple[tuple[str, Callable[[], object] | None], ...] = (
            ("&Mở sổ…", self._on_open_triggered),
            ("&Tạo sổ mới…", self._on_new_triggered),
            ("Mở &sổ mẫu", self._on_sample_triggered),
            ("", None),
            ("Sao &lưu ngay", self.back_up_now),
            ("&Khôi phục từ bản sao lưu…", self.restore),
            ("", None),
            ("T&rợ giúp (F1)", partial(self._on_help_wanted, "")),
            ("Đóng &chương trình", self.window.close),
        )
        for words, act in entries:
            action = QAction(words, self.window)
            action.setSeparator(act is None)
            if act is not None:
                action.triggered.connect(act)
            made.append(action)
        return made

    @property
    def backups(self) -> Path:
        """The folder with the backups of the open workspace."""
        return settings.backup_dir() / (self.workspace.uid if self.workspace else "")

    def show_welcome(self) -> None:
        """No book is open: say what one can do."""
        if self._welcome is None:
            self._welcome = EmptyState(
                "open",
                "Chưa mở sổ nào",
                "Mọi thứ của một cụm thi đua nằm trong một tệp .sothidua.\n"
                "Hãy mở sổ đang dùng, tạo sổ mới, hoặc xem thử với sổ mẫu của Cụm thi đua số 2.",
                (
                    ("&Mở sổ…", self._on_open_triggered),
                    ("&Tạo sổ mới…", self._on_new_triggered),
                    ("Xem &sổ mẫu", self._on_sample_triggered),
                ),
                self.window,
            )
            self.window.stack.addWidget(self._welcome)
        self.window.stack.setCurrentWidget(self._welcome)
        self.window.top_bar.title.setText("Chào mừng")
        self.window.top_bar.set_action(None)

    def open(self, path: Path) -> None:
        """Open a workspace in place of the present one; a failure leaves that one open."""
        try:
            workspace = Workspace.open(path)
        except errors.UserError as error:
            self._refuse(error.sentence)
            return
        self._show(workspace)

    def ask_to_open(self, path: Path) -> None:
        """Open another workspace once what is typed was saved or dropped; the present one stays as it is."""
        if (self.workspace is None or self.workspace.path != path) and self.window.may_leave():
            self.open(path)

    def _show(self, workspace: Workspace) -> None:
        self.close()
        office.sign_acts(workspace)
        self.workspace = workspace
        self.operations = Operations(workspace, self.window)
        self._settings.set("last_file", str(workspace.path))
        newest = backup.backups_in(self.backups)
        workspace.last_backup = newest[0].at if newest else None
        self.window.set_operations(self.operations)
        self._timer.start()
        if told := _warning(workspace) or _reminder(workspace):
            self.window.status.tell(told)

    def close(self) -> None:
        """Close the workspace, backing it up first when something changed."""
        if self.workspace is None or self.operations is None:
            return
        self._timer.stop()
        self.operations.finish()
        if self.workspace.changed_since_backup:
            try:
                backup.back_up(self.workspace, self.backups)
            except errors.UserError as error:
                self._refuse(f"Chưa sao lưu được. {error.sentence}")
        self.window.forget_pages()
        self.workspace.close()
        self.workspace = self.operations = None

    def back_up_now(self) -> None:
        """Make a verified backup in the background."""
        if self.workspace is not None and self.operations is not None and not self.operations.busy:
            work = partial(_back_up, self.workspace, self.backups)
            self.operations.run_in_background("Đang sao lưu", work, self._on_backup_done)

    def _refuse(self, sentence: str) -> None:
        self.window.status.tell(sentence, wrong=True)
        if self.workspace is None:
            self.show_welcome()

    def _folder(self) -> str:
        return self._settings.get("folder", "") or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )

    def _on_open_triggered(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self.window, "Mở sổ", self._folder(), _FILTER)
        if name and self.window.may_leave():
            self._settings.set("folder", str(Path(name).parent))
            self.open(Path(name))

    def _on_new_triggered(self) -> None:
        folder = safe_folder(Path(self._folder()), settings.data_dir())
        folder.mkdir(parents=True, exist_ok=True)
        proposed = str(folder / f"Sổ thi đua mới{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self.window, "Tạo sổ mới", proposed, _FILTER)
        if not name or not self.window.may_leave():
            return
        path = Path(name)
        path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        try:
            self._show(Workspace.create(path))
        except errors.UserError as error:
            self._refuse(error.sentence)

    def _on_sample_triggered(self) -> None:
        from cluster_desktop.commands.sample.build import build_sample  # wanted once, if ever

        path = settings.data_dir() / _SAMPLE
        if not self.window.may_leave():
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._show(Workspace.open(path) if path.exists() else build_sample(path))
        except errors.UserError as error:
            self._refuse(error.sentence)
        except OSError as error:
            self._refuse(crash_log.keep(error))

    def restore(self) -> None:
        """Let a backup be chosen and put it in the place of the open workspace."""
        if self.workspace is None or not self.window.may_leave():
            return
        chosen = choose_backup(self.window, self.workspace, self.backups)
        if chosen is None:
            return
        path, folder = self.workspace.path, self.backups
        self.close()
        try:
            backup.restore(chosen, path, folder)
        except errors.UserError as error:
            self._refuse(error.sentence)
        self.open(path)

    def _on_timer_timeout(self) -> None:
        if self.workspace is not None and self.workspace.changed_since_backup:
            self.back_up_now()

    def _on_backup_done(self, path: Path) -> None:
        self.window.show_file_state()
        self.window.status.tell(f"Đã sao lưu và kiểm tra: {path.name}")

    def _on_help_wanted(self, page: str) -> None:
        show_help(self.window, page)

    def _on_window_closing(self) -> None:
        self.close()


def _back_up(workspace: Workspace, folder: Path, progress: Progress) -> Path:
    return backup.back_up(workspace, folder, progress)
