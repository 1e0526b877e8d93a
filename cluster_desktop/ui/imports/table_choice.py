"""The tables of a file side by side: each with its number of rows and a tick that takes it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem

from cluster_desktop.exchange.tables.tables import TableKey
from cluster_desktop.ui.kit.labels import tip
from cluster_desktop.ui.kit.lists import CheckableList

_WIDTH: Final = 196  # px


class TableChoice(CheckableList):
    """A list of tables; ``shown`` (key) when another one is to be looked at, ``ticked_changed`` (key, taken)."""

    shown = Signal(object)
    ticked_changed = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__("Các bảng của tệp: đánh dấu để nhập")
        self.setFixedWidth(_WIDTH)
        self.currentItemChanged.connect(self._on_current_changed)
        self.itemChanged.connect(self._on_item_changed)

    def show_tables(self, tables: Sequence[tuple[TableKey, str, bool]], on_show: TableKey | None) -> None:
        """Show tables as (key, words, taken); a single one that is taken needs no choice."""
        with QSignalBlocker(self):
            self.clear()
            for key, words, taken in tables:
                line = self.offer(words, key, ticked=taken)
                line.setToolTip(tip(words))
                if key == on_show:
                    self.setCurrentItem(line)
        self.setVisible(len(tables) > 1 or not all(taken for _key, _words, taken in tables))

    def _on_current_changed(self, line: QListWidgetItem | None) -> None:
        if line is not None:
            self.shown.emit(line.data(int(Qt.ItemDataRole.UserRole)))

    def _on_item_changed(self, line: QListWidgetItem) -> None:
        taken = line.checkState() is Qt.CheckState.Checked
        self.ticked_changed.emit(line.data(int(Qt.ItemDataRole.UserRole)), taken)
