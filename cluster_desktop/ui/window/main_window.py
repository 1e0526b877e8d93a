"""The main window: its pages, the bars around them, and the keys that work everywhere."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from typing_extensions import override

from cluster_desktop.commands.records import undo
from cluster_desktop.commands.records.search import search
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.queries.year import overview
from cluster_desktop.settings import Settings
from cluster_desktop.ui.kit import message, shortcuts
from cluster_desktop.ui.kit.labels import rule
from cluster_desktop.ui.kit.layouts import Space, grow, in_column, in_row
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.kit.page import Page
from cluster_desktop.ui.kit.typing_undo import TypingUndo, typed_redo, typed_undo
from cluster_desktop.ui.window.opening import place_window
from cluster_desktop.ui.window.sidebar import Sidebar
from cluster_desktop.ui.window.status_line import StatusLine
from cluster_desktop.ui.window.top_bar import TopBar

_FOLD_BELOW = 1200
_SMALLEST = (880, 420)  # what a screen of 1366 × 768 at 150% leaves beside the bars of Windows
_STATE_EVERY_MS = 20_000


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page of the sidebar, created when it is first shown."""

    key: str
    words: str
    icon: str
    factory: Callable[[Operations], Page]
    kinds: frozenset[str] = frozenset()
    counts: str = ""
    foot: bool = False


class MainWindow(QWidget):
    """Shows one page at a time and keeps every page up to date."""

    closing = Signal()
    help_requested = Signal(str)

    def __init__(self, entries: Sequence[PageEntry], settings: Settings) -> None:
        super().__init__()
        self.setProperty("role", "window")
        self.setMinimumSize(*_SMALLEST)
        self.settings = settings
        self._entries = {entry.key: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._behind: set[str] = set()  # pages that still show another year
        self.sidebar = Sidebar([(e.key, e.words, e.icon) for e in entries], [e.key for e in entries if e.foot], self)
        self.top_bar, self.status = TopBar(self), StatusLine(self)
        self.stack = QStackedWidget()
        self.operations: Operations | None = None
        self.year = settings.get("year", 0)
        TypingUndo(self)
        self._lay_out()
        self._connect()
        place_window(self, settings)

    def _lay_out(self) -> None:
        right = in_column(self.top_bar, rule(), grow(self.stack), self.status, space=Space.NONE)
        in_row(self.sidebar, grow(right), on=self, space=Space.NONE)

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self._on_sidebar_chosen)
        self.top_bar.searched.connect(self._on_bar_searched)
        self.top_bar.result_chosen.connect(self.show_record)
        self.top_bar.year_chosen.connect(self.choose_year)
        for way_back in (self.top_bar, self.status):
            way_back.undo_requested.connect(self.undo)
            way_back.redo_requested.connect(self.redo)
        keys: dict[str, Callable[[], object]] = {
            shortcuts.NEW: self.top_bar.primary.click,
            shortcuts.SAVE: self.save,
            shortcuts.FIND_IN_LIST: self._focus_search,
            shortcuts.FIND_EVERYWHERE: self.top_bar.search.setFocus,
            shortcuts.UNDO: self._on_undo_pressed,
            shortcuts.REDO: self._on_redo_pressed,
            shortcuts.HELP: self._on_help_pressed,
            shortcuts.REREAD: self.reread,
        }
        for sequence, act in keys.items():
            QShortcut(QKeySequence(sequence), self).activated.connect(act)
        for place, key in enumerate(self._entries, start=1):
            QShortcut(QKeySequence(f"Ctrl+{place}"), self).activated.connect(self._shower(key))
        self._clock = QTimer(self)
        self._clock.setInterval(_STATE_EVERY_MS)
        self._clock.timeout.connect(self.show_file_state)

    def _shower(self, key: str) -> Callable[[], None]:
        def _on_keys_pressed() -> None:
            self._on_sidebar_chosen(key)

        return _on_keys_pressed

    def set_operations(self, operations: Operations) -> None:
        """Begin to show a workspace."""
        self.operations = operations
        operations.changed.connect(self._on_operations_changed)
        operations.failed.connect(self._on_operations_failed)
        operations.notice.connect(self._on_operations_notice)
        operations.busy_changed.connect(self._show_state)  # which waits while the file is busy
        years = operations.workspace.read(overview.years)
        if self.year not in (*years, *operations.workspace.read(overview.planned_years)):
            self.year = years[0] if years else overview.this_year()
        self._clock.start()
        self._show_state()
        self.show_page(self.settings.get("page", next(iter(self._entries))))

    def forget_pages(self) -> None:
        """Drop the pages of a workspace that is about to close."""
        self._clock.stop()
        self.operations = None
        self.top_bar.set_action(None)
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._stale, self._behind = set(), set()
        self.sidebar.set_counts({})
        self.sidebar.set_file("", "")

    def page(self, key: str) -> Page:
        """Return the page for the chosen year, created at the first call."""
        if self.operations is None:
            raise RuntimeError("no workspace is open")
        if key not in self._pages:
            page = self._entries[key].factory(self.operations)
            page.record_requested.connect(self.show_record)
            page.set_year(self.year)
            page.reread(None)
            self._pages[key] = page
            self.stack.addWidget(page)
        elif key in self._behind:
            self._behind.discard(key)
            self._pages[key].set_year(self.year)
        return self._pages[key]

    @property
    def current(self) -> Page | None:
        """The page on show."""
        page = self.stack.currentWidget()
        return page if isinstance(page, Page) else None

    def show_page(self, key: str) -> Page:
        """Show a page; an unknown key shows the first."""
        key = key if key in self._entries else next(iter(self._entries))
        page = self.page(key)
        if key in self._stale:
            self._stale.discard(key)
            page.reread(None)
        self.stack.setCurrentWidget(page)
        self.sidebar.set_current(key)
        self.top_bar.title.setText(page.TITLE)
        self.top_bar.set_action(page.primary_action())
        self.settings.set("page", key)
        return page

    def show_record(self, kind: str, uid: str) -> None:
        """Go to the page where records of this kind live, and to the record."""
        for key, entry in self._entries.items():
            if kind in entry.kinds and self.may_leave():
                self.show_page(key).show_record(kind, uid)
                return

    def choose_year(self, year: int) -> None:
        """Show another emulation year on every page."""
        if not self.may_leave():
            self._show_state()  # the menu ticks the year that stays
            return
        self.year = year
        self.settings.set("year", year)
        self._show_state()  # before a page begins to read in the background
        self._behind = set(self._pages)
        if self.current is not None:
            self.page(self.settings.get("page", ""))

    def may_leave(self) -> bool:
        """Ask about unsaved changes; False means to stay."""
        if (page := self.current) is None or not page.has_unsaved():
            return True
        answer = message.ask_unsaved(self, page.TITLE)
        if answer == message.SAVE:
            return page.save()
        if answer == message.DISCARD:
            page.discard()
        return answer == message.DISCARD

    def save(self) -> None:
        """Save the page on show (Ctrl+S)."""
        if self.current is not None:
            self.current.save()

    def undo(self) -> None:
        """Undo the last act, after unsaved input was saved or dropped."""
        if (desk := self.operations) is not None and self.may_leave() and desk.do(undo.undo):
            self.status.offer_redo()

    def redo(self) -> None:
        """Redo the last undone act."""
        if self.operations is not None and self.may_leave():
            self.operations.do(undo.redo)

    def reread(self) -> None:
        """Read everything again (F5)."""
        self._stale = set(self._pages)
        if self.current is not None and self.operations is not None:
            self._show_state()
            self.current.reread(None)

    def show_file_state(self) -> None:
        """Show the file's name and its last backup at the foot of the sidebar."""
        if self.operations is None:
            return
        workspace = self.operations.workspace
        at = workspace.last_backup
        saved = f"Đã lưu · sao lưu lúc {at:%H:%M}" if at else "Đã lưu"
        self.sidebar.set_file(workspace.path.name, saved)

    def _show_state(self, *_busy: bool) -> None:
        if self.operations is None or self.operations.busy or self.operations.workspace.busy:
            return  # comes again when the background work is done
        workspace = self.operations.workspace
        counts = workspace.read(overview.counts, self.year)
        self.sidebar.set_counts(
            {key: counts[entry.counts] for key, entry in self._entries.items() if entry.counts in counts}
        )
        years = {*workspace.read(overview.years), *workspace.read(overview.planned_years)}
        years |= {self.year, overview.this_year()}
        self.top_bar.set_years(sorted(years, reverse=True), self.year)
        self.top_bar.set_undo(undo.undo_label(workspace), undo.redo_label(workspace))
        self.setWindowTitle(f"{workspace.path.stem} – Sổ Thi Đua")
        self.show_file_state()

    def _focus_search(self) -> None:
        if self.current is not None:
            self.current.focus_search()

    def _on_sidebar_chosen(self, key: str) -> None:
        if self.operations is not None and self.may_leave():
            self.show_page(key)
        else:
            self.sidebar.set_current("" if self.current is None else self.settings.get("page", key))

    def _on_bar_searched(self, words: str) -> None:
        if self.operations is not None and not self.operations.workspace.busy:
            self.top_bar.show_results(search(self.operations.workspace, words, 24))

    def _on_operations_changed(self, changes: Changes) -> None:
        self._show_state()
        self._stale |= {key for key, page in self._pages.items() if page is not self.current}
        if self.current is not None:
            self.current.reread(changes)

    def _on_operations_failed(self, sentence: str) -> None:
        self.status.tell(sentence, wrong=True)

    def _on_operations_notice(self, text: str, undoable: bool) -> None:
        self.status.tell(text, undoable=undoable)

    def _on_undo_pressed(self) -> None:
        if not typed_undo(QApplication.focusWidget()):
            self.undo()

    def _on_redo_pressed(self) -> None:
        if not typed_redo(QApplication.focusWidget()):
            self.redo()

    def _on_help_pressed(self) -> None:
        self.help_requested.emit(self.settings.get("page", ""))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.sidebar.fold(event.size().width() < _FOLD_BELOW)
        super().resizeEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.operations is not None and not self.may_leave():
            event.ignore()
            return
        self.settings.set("geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        self.closing.emit()
        event.accept()
