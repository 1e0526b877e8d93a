"""A page of several sections, one at a time, chosen by chips above them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from cluster_desktop.records.changes import Changes
from cluster_desktop.ui.kit import shortcuts
from cluster_desktop.ui.kit.chip_row import ChipRow
from cluster_desktop.ui.kit.layouts import CHIPS, Space, grow, in_column, in_row, stretch
from cluster_desktop.ui.kit.page import Page
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.records.section_page import SectionPage


@dataclass(frozen=True, slots=True)
class PageSection:
    """A section of the page: the words on its chip and the function that creates it."""

    kind: str
    words: str
    factory: Callable[[], SectionPage]


class SectionsPage(Page):
    """Shows one section; the others are created when they are first chosen, and read again when next chosen."""

    def __init__(self, sections: Sequence[PageSection], first: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections = {section.kind: section for section in sections}
        self._pages: dict[str, SectionPage] = {}
        self._acts: dict[str, tuple[QWidget, ...]] = {}
        self._behind: set[str] = set()
        """Sections that still show another year."""
        self._missed: dict[str, list[Changes | None]] = {}
        """Sections that have not read the latest changes yet."""
        self._year = 0
        self.add = QAction("", self)
        self.add.triggered.connect(self._on_add_triggered)
        self.stack = QStackedWidget()
        tip = "Ctrl+PgDn, Ctrl+PgUp để sang thẻ bên cạnh"
        self.chips = ChipRow([(section.kind, section.words) for section in sections], wraps=True, tip=tip)
        self.chips.chosen.connect(self._on_chips_chosen)
        self.head = self._laid_out()
        for keys, step in ((shortcuts.NEXT_SECTION, 1), (shortcuts.SECTION_BEFORE, -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._turn, step))
        self.choose(first or sections[0].kind)

    def _laid_out(self) -> QHBoxLayout:
        """Lay out chips above the section; returns the row of chips, to which sections add their acts."""
        head = in_row(grow(self.chips), stretch(0), margins=CHIPS)
        in_column(head, grow(self.stack), on=self, space=Space.NONE)
        return head

    @property
    def current(self) -> SectionPage:
        """The section on show."""
        page = self.stack.currentWidget()
        if not isinstance(page, SectionPage):
            raise TypeError("no section is shown")
        return page

    @property
    def listed(self) -> ListPage:
        """The list of records on show. Raises TypeError where the section is another one."""
        page = self.current
        if not isinstance(page, ListPage):
            raise TypeError("no list is shown")
        return page

    def section(self, kind: str) -> SectionPage:
        """Return the section of a kind as everything is now, created at the first call."""
        if kind not in self._pages:
            page = self._sections[kind].factory()
            page.record_requested.connect(self._on_section_requested)
            page.turned.connect(self._share_room)
            self._pages[kind], self._acts[kind] = page, page.head_acts()
            self.stack.addWidget(page)
            for act in self._acts[kind]:
                act.hide()
                self.head.addWidget(act, 0, Qt.AlignmentFlag.AlignTop)
            if self._year:
                page.set_year(self._year)
                page.reread(None)
        elif self._year:
            self._catch_up(kind)
        return self._pages[kind]

    def _catch_up(self, kind: str) -> None:
        page = self._pages[kind]
        if kind in self._behind:
            self._behind.discard(kind)
            page.set_year(self._year)
        for changes in self._missed.pop(kind, ()):
            page.reread(changes)

    def choose(self, kind: str) -> None:
        """Show the section of a kind."""
        page = self.section(kind)
        self.stack.setCurrentWidget(page)
        self.add.setText(page.add_text)
        for own, acts in self._acts.items():
            for act in acts:
                act.setVisible(own == kind)
        self.chips.mark(kind)
        self._share_room()

    def _share_room(self) -> None:
        """Hide the way to other sections while a record has the whole page: a low window has little room."""
        self.chips.setVisible(not self.current.record_only)

    @override
    def primary_action(self) -> QAction | None:
        return self.add

    @override
    def save(self) -> bool:
        return self.current.save()

    @override
    def discard(self) -> None:
        self.current.discard()

    @override
    def has_unsaved(self) -> bool:
        return self.current.has_unsaved()

    @override
    def focus_search(self) -> None:
        self.current.focus_search()

    @override
    def reread(self, changes: Changes | None) -> None:
        for kind in self._pages:
            self._missed[kind] = [*self._missed.get(kind, ()), changes] if changes is not None else [None]
        self._catch_up(self.current.kind)

    @override
    def set_year(self, year: int) -> None:
        self._year = year
        self._behind = set(self._pages)
        self._catch_up(self.current.kind)

    @override
    def show_record(self, kind: str, uid: str) -> bool:
        if kind not in self._sections:
            return False
        self.choose(kind)
        return self.current.show_record(kind, uid)

    def _turn(self, step: int) -> None:
        """Go on to the next section, or back; after the last comes the first."""
        kinds = list(self._sections)
        if self.current.may_go():
            self.choose(kinds[(kinds.index(self.current.kind) + step) % len(kinds)])
            self.current.focus_lines()

    def _on_add_triggered(self) -> None:
        self.current.add()

    def _on_chips_chosen(self, kind: str) -> None:
        if self.current.may_go():
            self.choose(kind)

    def _on_section_requested(self, kind: str, uid: str) -> None:
        if kind not in self._sections:
            self.record_requested.emit(kind, uid)
        elif self.current.may_go():
            self.show_record(kind, uid)
