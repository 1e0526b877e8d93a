"""Acts of the user, run at once or in the background; one signal announces their result."""

from collections.abc import Callable
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QThread, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.diagnostics import crash_log
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.ui.kit.progress import ProgressDialog

P = ParamSpec("P")
T = TypeVar("T")
WorkspaceAct = Callable[Concatenate[Workspace, P], Changes]
"""An act of ``commands`` with what it needs besides the workspace."""
PROGRESS_AFTER_MS = 300


class WorkProgress(QObject):
    """WorkProgress of background work, reported from its own thread; stops the work when the user asked for it."""

    moved = Signal(int, int, str)

    def __init__(self) -> None:
        super().__init__()
        self.stopped = False

    def report(self, done: int, total: int, text: str = "") -> None:
        """Report how far the work is. Raises Cancelled when the user pressed "Dừng"."""
        if self.stopped:
            raise errors.Cancelled
        self.moved.emit(done, total, text)

    def __call__(self, done: int, total: int) -> None:
        """Report progress for commands that give two numbers."""
        self.report(done, total)


class _Worker(QThread):
    """One piece of work in a thread of its own."""

    def __init__(self, work: Callable[[WorkProgress], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.progress = WorkProgress()
        self.result: Any = None
        self.dropped = False
        self.error: Exception | None = None

    @override
    def run(self) -> None:
        try:
            self.result = self._work(self.progress)
        except Exception as error:  # noqa: BLE001 - shown by the window's thread
            self.error = error


class Operations(QObject):
    """The only way from a button to the workspace; announces to every page what changed."""

    changed = Signal(object)
    failed = Signal(str)
    notice = Signal(str, bool)
    """A line for the status bar, and whether it can be undone."""
    busy_changed = Signal(bool)

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self.workspace = workspace
        self._window = window
        self._workers: list[_Worker] = []
        self.last_failure = ""

    @property
    def busy(self) -> bool:
        """Background work is under way."""
        return bool(self._workers)

    def do(self, act: WorkspaceAct[P], *args: P.args, **kwargs: P.kwargs) -> Changes | None:
        """Carry out a short act on the workspace; the answer is that of :meth:`run`."""
        return self.run(partial(act, self.workspace, *args, **kwargs))

    def run(self, act: Callable[[], Changes], sentence: str = "") -> Changes | None:
        """Carry out a short act; returns what changed, or None after showing why it failed."""
        try:
            changes = act()
        except errors.InvalidDraft:
            raise
        except Exception as error:  # noqa: BLE001 - one place shows every failure
            self.show_failure(error)
            return None
        self.tell(changes, sentence)
        return changes

    def tell(self, changes: Changes, sentence: str = "") -> None:
        """Announce changes to the pages and the status line."""
        if changes:
            self.changed.emit(changes)
        self.notice.emit(sentence or changes.label, bool(changes))

    def say(self, sentence: str) -> None:
        """Show a sentence in the status line that offers nothing to undo."""
        self.notice.emit(sentence, False)

    def run_in_background(
        self,
        title: str,
        work: Callable[[WorkProgress], T],
        on_done: Callable[[T], None],
        on_failed: Callable[[Exception], None] | None = None,
        over: QWidget | None = None,
    ) -> None:
        """Do *work* in a thread; a panel with progress and "Dừng" comes up when it takes a while.

        *over* is the window the panel lies over (the main window unless a dialog asks). The result of *work*
        goes to *on_done*; an exception goes to *on_failed*, or is shown.
        """
        worker = _Worker(work, self)
        panel = ProgressDialog(title, over or self._window)
        worker.progress.moved.connect(panel.show_progress)
        panel.stopped.connect(_stopper(worker.progress))
        timer = QTimer(panel)
        timer.setSingleShot(True)
        timer.timeout.connect(panel.show)
        self._workers.append(worker)
        self.busy_changed.emit(True)

        def _on_worker_finished() -> None:
            timer.stop()
            panel.close()
            panel.deleteLater()
            self._workers.remove(worker)
            self.busy_changed.emit(self.busy)
            if worker.dropped:
                pass  # the workspace it worked on is closed; nobody waits for the answer
            elif worker.error is None:
                on_done(worker.result)
            else:
                (on_failed or self.show_failure)(worker.error)
            worker.deleteLater()

        worker.finished.connect(_on_worker_finished)
        timer.start(PROGRESS_AFTER_MS)
        worker.start()

    def finish(self) -> None:
        """Stop and wait for background work, before the window closes."""
        for worker in list(self._workers):
            worker.progress.stopped = worker.dropped = True
            worker.wait()

    def show_failure(self, error: Exception) -> None:
        """Show an exception, the only place that does: a sentence for known failures, a log for bugs."""
        self.last_failure = error.sentence if isinstance(error, errors.UserError) else crash_log.keep(error)
        self.failed.emit(self.last_failure)


def in_one_step(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Callable[[WorkProgress], T]:
    """Prepare *work* that reports no progress for :meth:`Operations.run_in_background`."""
    return lambda _progress: work(*args, **kwargs)


def _stopper(progress: WorkProgress) -> Callable[[], None]:
    def _on_panel_stopped() -> None:
        progress.stopped = True

    return _on_panel_stopped
