"""A tab of links to records kept elsewhere; a double click or Enter opens the record."""

from collections.abc import Callable
from itertools import groupby
from operator import attrgetter
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from cluster_desktop.domain.people.participation import Participation
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import BAR, grow, in_column
from cluster_desktop.ui.kit.lists import add_line, line_list
from cluster_desktop.ui.kit.operations import Operations

_TARGET: Final = int(Qt.ItemDataRole.UserRole)


class LinkTab(QWidget):
    """A list of the lines that *query* reads for a record. ``opened`` (kind, uid): the chosen record."""

    opened = Signal(str, str)

    def __init__(
        self,
        operations: Operations,
        query: Callable[[WorkspaceSession, str], Participation],
        title: str,
        empty: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._operations, self._query = operations, query
        self._uid = ""
        self.note = label("", "hint", wraps=True)
        self.list = line_list(title)
        self._none = label(empty, "hint", wraps=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.list.itemActivated.connect(self._on_item_activated)
        in_column(self.note, grow(self.list), grow(self._none), on=self, margins=BAR)

    def show_record(self, row: Row) -> None:
        """Show the lines of this record."""
        self._uid = row.uid
        self.reread(None)

    def reread(self, changes: Changes | None) -> None:
        """Read the lines again: almost any act may add one."""
        if self._operations.workspace.busy or not self._uid:
            return
        links = self._operations.workspace.read(self._query, self._uid)
        self.note.setText(links.note)
        self.note.setVisible(bool(links.note))
        self.list.clear()
        for year, lines in groupby(links.lines, attrgetter("year")):
            heading = QListWidgetItem(f"Năm {year}", self.list)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setFont(theme.sized(9.75, semibold=True))
            for line in lines:
                add_line(self.list, line.words, (line.kind, line.uid))
        self.list.setVisible(bool(links.lines))
        self._none.setVisible(not links.lines)

    def _on_item_activated(self, item: QListWidgetItem) -> None:
        if target := item.data(_TARGET):
            self.opened.emit(*target)
