"""The trash of one kind of record, from which deleted records are restored."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedLayout, QWidget

from cluster_desktop.commands.records import records
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.rows import Listing
from cluster_desktop.settings import Settings
from cluster_desktop.ui.kit.cards import EmptyState
from cluster_desktop.ui.kit.labels import button
from cluster_desktop.ui.kit.layouts import BAR, Space, grow, in_column, in_row, stretch
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.lists.table_model import TableModel
from cluster_desktop.ui.lists.table_view import TableView


class TrashDialog(QDialog):
    """A list of deleted records to choose from and restore."""

    def __init__(self, operations: Operations, settings: Settings, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Thùng rác – {KINDS[kind].plural}")
        self._operations = operations
        self._kind = kind
        self.model = TableModel(operations.workspace, Listing(kind=kind, trashed=True), parent=self)
        self.view = TableView(self.model, settings, name=f"{kind}.trash", compact=True)
        self._empty = EmptyState("delete", "Thùng rác trống", "Những gì bị xóa nằm ở đây cho đến khi lấy lại.")
        self.restore_button = button("Lấy lại", self.restore, kind="primary", icon="restore")
        self._lay_out()
        self.model.failed.connect(operations.show_failure, Qt.ConnectionType.QueuedConnection)
        self.model.counted.connect(self._show_state)
        self.view.picked.connect(self._show_state)
        operations.changed.connect(self._on_operations_changed)
        self._show_state()

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        in_column(
            grow(self._stack),
            in_row(stretch(), button("Đóng", self.reject), self.restore_button, margins=BAR),
            on=self,
            space=Space.NONE,
        )
        self.resize(760, 480)

    def restore(self) -> None:
        """Restore the chosen records from the trash."""
        uids = self.view.selected_uids()
        words = KINDS[self._kind].plural
        act = partial(records.restore, self._operations.workspace, self._kind, uids)
        self._operations.run(act, f"Đã lấy lại {len(uids)} {words}")

    def _show_state(self) -> None:
        empty = self.model.rowCount() == 0
        self._stack.setCurrentWidget(self._empty if empty else self.view)
        self.restore_button.setEnabled(self.view.selected_count() > 0)

    def _on_operations_changed(self, changes: Changes) -> None:
        if self._kind in changes.kinds:
            self.model.reload()
