"""The open workspace: opening, creating, closing, backing up and restoring it from the window."""

import contextlib
import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from cluster_desktop import errors, settings
from cluster_desktop.commands.settings import office
from cluster_desktop.diagnostics import crash_log
from cluster_desktop.domain.text.dates import DateProblem
from cluster_desktop.records.file import backup
from cluster_desktop.records.file.failures import UNREADABLE
from cluster_desktop.records.file.file_locations import Place, place_of, safe_folder
from cluster_desktop.records.file.restoring import put_back
from cluster_desktop.records.file.workspace import SUFFIX, Workspace
from cluster_desktop.records.queries.lists.history import last_change
from cluster_desktop.records.queries.year.milestones import pressing
from cluster_desktop.settings import Settings
from cluster_desktop.ui.kit.cards import EmptyState
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.window.help_window import show_help
from cluster_desktop.ui.window.main_window import MainWindow
from cluster_desktop.ui.window.new_day import NewDay
from cluster_desktop.ui.window.page_list import page_entries
from cluster_desktop.ui.window.recovery import backups_in_words, choice_for
from cluster_desktop.ui.window.restore import choose_backup, counts_of
from cluster_desktop.ui.window.welcome import OPENING, WelcomePage, drop_welcome, show_without_book

_FILTER = f"Sổ thi đua (*{SUFFIX})"
_BACKUP_EVERY_MS = 30 * 60 * 1000
_LOST = (errors.WorkspaceDamaged, errors.NotAWorkspace, errors.FileMissing, DateProblem, errors.InvalidDraft)
_CLOCK_SLACK = datetime.timedelta(hours=1)
_SAMPLE = f"Cụm thi đua số 2 (sổ mẫu){SUFFIX}"


def _warning(workspace: Workspace) -> str:
    """Return a warning about the clock or the place of the file to read before work begins; '' for none."""
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
    """Return a reminder of the most pressing deadline for the opening of the workspace; '' for none."""
    today = datetime.date.today()
    dues = workspace.read(pressing, today)
    return dues.reminder(today) if dues else ""


class OpenWorkspace(QObject):
    """The one open workspace and the acts on its file."""

    def __init__(self, stored: Settings) -> None:
        self.window = window = MainWindow(page_entries(self), stored)
        super().__init__(window)
        self._settings = stored
        self.workspace: Workspace | None = None
        self.operations: Operations | None = None
        self._refused: Path | None = None  # the last file that could not be opened, for whose backups one may ask
        self._is_lost = False
        window.closing.connect(self.close)
        window.help_requested.connect(self._on_help_requested)
        window.status.restore_requested.connect(self._on_restore_requested)
        window.sidebar.set_file_menu(self._actions())
        NewDay(window)
        self._timer = QTimer(self)
        self._timer.setInterval(_BACKUP_EVERY_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    def _actions(self) -> list[QAction]:
        actions = []
        entries: tuple[tuple[str, Callable[[], object] | None], ...] = (
            ("&Mở sổ…", self._on_open_triggered),
            ("&Tạo sổ mới…", self._on_new_triggered),
            ("Mở &sổ mẫu", self._on_sample_triggered),
            ("", None),
            ("Sao &lưu ngay", self.back_up_now),
            ("&Khôi phục từ bản sao lưu…", self.restore),
            ("", None),
            ("T&rợ giúp (F1)", partial(self._on_help_requested, "")),
            ("Đóng &chương trình", self.window.close),
        )
        for words, act in entries:
            action = QAction(words, self.window)
            action.setSeparator(act is None)
            if act is not None:
                action.triggered.connect(act)
            actions.append(action)
        return actions

    @property
    def backups(self) -> Path:
        """The folder with the backups of the open workspace."""
        return settings.backup_dir() / (self.workspace.uid if self.workspace else "")

    def show_opening(self) -> None:
        """Show in the window that a workspace is being opened."""
        show_without_book(self.window, EmptyState("open", OPENING))

    def show_welcome(self, sentence: str = "", *, without_book: bool = False) -> None:
        """Show the welcome page, with the reason why no workspace could be opened."""
        acts: list[tuple[str, Callable[[], object]]] = [
            ("&Mở sổ…", self._on_open_triggered),
            ("&Tạo sổ mới…", self._on_new_triggered),
            ("Xem &sổ mẫu", self._on_sample_triggered),
        ]
        acts.insert(0 if sentence and self._is_lost else 2, ("&Khôi phục…", self.restore))
        name = errors.shown_path(self._refused.name) if sentence and self._refused else ""
        page = WelcomePage(tuple(acts), name=name, sentence=sentence, without_book=without_book)
        show_without_book(self.window, page)

    def open(self, path: Path) -> None:
        """Open a workspace in place of the present one; a failure of any kind leaves that one open."""
        before = self.workspace.path if self.workspace else None
        try:
            self._show(Workspace.open(path))
        except Exception as error:  # noqa: BLE001 - whatever a file does to us, the window answers
            sentence = _why_not_opened(error, path)
            if before is not None and self.workspace is None:
                self.open(before)
            self._refuse_file(path, sentence, lost=not isinstance(error, errors.UserError) or isinstance(error, _LOST))

    def ask_to_open(self, path: Path) -> None:
        """Open another workspace once unsaved input was saved or dropped; the present one stays as it is."""
        if (self.workspace is None or self.workspace.path != path) and self.window.may_leave():
            self.open(path)

    def _show(self, workspace: Workspace) -> None:
        self.close()
        self.workspace = workspace
        self.operations = Operations(workspace, self.window)
        try:
            self._show_pages(workspace)
        except Exception:
            self.close()
            raise
        self._settings.set("last_file", str(workspace.path))
        self._settings.remember_book(workspace.path, workspace.uid)
        self._refused, self._is_lost = None, False

    def _show_pages(self, workspace: Workspace) -> None:
        office.sign_acts(workspace)
        newest = backup.backups_in(self.backups)
        workspace.last_backup = newest[0].at if newest else None
        if self.operations is not None:
            self.window.set_operations(self.operations)
            drop_welcome(self.window.stack)
        self._timer.start()
        if self._refused is not None:  # the message about another file no longer applies
            self.window.status.clear()
        if sentence := _warning(workspace) or _reminder(workspace):
            self.window.status.tell(sentence)

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
            work = partial(backup.back_up, self.workspace, self.backups)
            self.operations.run_in_background("Đang sao lưu", work, self._on_backup_done)

    def _refuse(self, sentence: str) -> None:
        """Show why something was not done."""
        if self.workspace is None:
            self.window.status.clear()
            self.show_welcome(sentence)
        else:
            self.window.status.tell(sentence, wrong=True)

    def _refuse_file(self, path: Path, sentence: str, *, lost: bool) -> None:
        """Show why the file at *path* is not open; *lost*: only a backup brings it back, so that is offered first."""
        self._refused, self._is_lost = path, lost
        self._refuse(f"{sentence}\n{backups_in_words(path)}".strip() if lost else sentence)
        if lost and self.workspace is not None:
            self.window.status.offer_restore()

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
        with contextlib.suppress(OSError):  # a stick that was pulled out; the dialog then begins elsewhere
            folder.mkdir(parents=True, exist_ok=True)
        proposed = str(folder / f"Sổ thi đua mới{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self.window, "Tạo sổ mới", proposed, _FILTER)
        if not name or not self.window.may_leave():
            return
        path = Path(name)
        path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        try:
            Workspace.create(path).close()
        except errors.UserError as error:
            self._refuse(error.sentence)
            return
        self.open(path)

    def _on_sample_triggered(self) -> None:
        from cluster_desktop.sample.build import build_sample  # needed once, if ever

        path = settings.data_dir() / _SAMPLE
        if not self.window.may_leave():
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                build_sample(path).close()
        except errors.UserError as error:
            self._refuse(error.sentence)
            return
        except OSError as error:
            self._refuse(_why_not_opened(error, path))
            return
        self.open(path)

    def restore(self) -> None:
        """Let a backup be chosen for the open workspace, else for the refused file, else for any workspace."""
        self._restore(self.workspace.path if self.workspace else self._refused)

    def _restore(self, path: Path | None) -> None:
        if not self.window.may_leave():
            return
        choice = choice_for(path, Path(self._folder()))
        before = self.workspace.path if self.workspace else None
        if self.workspace is not None and path == before:
            choice = replace(choice, now=counts_of(self.workspace))
        offer = choose_backup(self.window, choice)
        if offer is None:
            return
        folder = self.backups if self.workspace and offer.target == before else offer.target.parent
        self.close()
        try:
            kept = put_back(offer.path, offer.target, folder)
        except Exception as error:  # noqa: BLE001 - the window answers
            sentence = error.sentence if isinstance(error, errors.UserError) else crash_log.keep(error)
            if before is not None:
                self.open(before)
            self._refuse(sentence)
            return
        self.open(offer.target)
        if self.workspace is not None:
            where_kept = f" Tệp cũ được giữ ở “{kept}”." if kept else ""
            self.window.status.tell(f"Đã khôi phục “{offer.target.name}”.{where_kept}")

    def _on_restore_requested(self) -> None:
        self._restore(self._refused)

    def _on_timer_timeout(self) -> None:
        if self.workspace is not None and self.workspace.changed_since_backup:
            self.back_up_now()

    def _on_backup_done(self, path: Path) -> None:
        self.window.show_file_state()
        self.window.status.tell(f"Đã sao lưu và kiểm tra: {path.name}")

    def _on_help_requested(self, page: str) -> None:
        show_help(self.window, page)


def _why_not_opened(error: Exception, path: Path) -> str:
    """Return the sentence for the reason why the file at *path* could not be opened and shown."""
    if isinstance(error, OSError):
        try:
            errors.raise_for_os_error(error, path)
        except errors.UserError as in_words:
            return in_words.sentence
    if isinstance(error, errors.UserError) and not isinstance(error, DateProblem | errors.InvalidDraft):
        return error.sentence
    crash_log.keep(error)  # the file holds what this program never writes
    return UNREADABLE.format(name=errors.shown_path(path.name))
