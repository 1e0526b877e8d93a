"""Records that belong to the record on show: a small table to add, edit and delete its lines."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.record_kinds.ownership import owner_fields
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.rows import Filter, Listing, Row
from cluster_desktop.settings import Settings
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import BAR, Space, grow, in_column, in_row
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.lists.table_model import TableModel
from cluster_desktop.ui.lists.table_view import TableView
from cluster_desktop.ui.records.list_spec import ChildTab
from cluster_desktop.ui.records.record import RecordDialog
from cluster_desktop.ui.records.saving import delete_records


class ChildList(QWidget):
    """The lines of one kind that belong to one record. ``opened`` (kind, uid) from a read-only list."""

    opened = Signal(str, str)

    def __init__(
        self, operations: Operations, settings: Settings, tab: ChildTab, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.tab = tab
        self.title = tab.heading
        self._operations = operations
        self._owner = ""
        self._fixed: dict[str, Value] = {}
        self.model = TableModel(operations.workspace, self._listing(), tab.columns, parent=self)
        self.view = TableView(self.model, settings, name=f"{tab.kind}.{tab.owner}", compact=True)
        self.view.setAccessibleName(self.title)
        self._count = label("", "hint")
        self._add = button("Thêm", self.add, icon="add")
        self._edit = button("Sửa", self.edit)
        self._delete = button("Xóa", self.delete)
        self._lay_out()
        self.model.failed.connect(operations.show_failure, Qt.ConnectionType.QueuedConnection)
        self.model.counted.connect(self._on_model_counted)
        self.view.picked.connect(self._show_acts)
        self.view.opened.connect(self._on_row_opened)
        self.view.delete_asked.connect(self.delete)

    def _lay_out(self) -> None:
        in_column(
            in_row(grow(self._count), self._edit, self._delete, self._add, margins=BAR),
            grow(self.view),
            on=self,
            space=Space.NONE,
        )
        self._show_acts()

    def _listing(self) -> Listing:
        return Listing(kind=self.tab.kind, filters=(Filter(self.tab.owner, (self._owner,)),))

    def show_record(self, row: Row) -> None:
        """Show the lines of this record."""
        self._owner = row.uid
        self._fixed = {self.tab.owner: row.uid, **self._beside(row)}
        self.model.set_listing(self._listing())
        self._show_acts()

    def _beside(self, row: Row) -> dict[str, Value]:
        """What a new line has to name beside its owner: the unit of its department."""
        kind = KINDS[self.tab.kind]
        keys = owner_fields(kind.field(self.tab.owner), kind.fields)
        return {key: row.values[key] for key in keys if kind.field(key).required and key in row.values}

    def reread(self, changes: Changes | None) -> None:
        """Read the lines again where they may have changed."""
        if changes is None or self.tab.kind in changes.kinds:
            self.model.reload()
            self._show_acts()

    def add(self) -> None:
        """Enter a new line."""
        if self.tab.adder is not None:
            self.tab.adder(self, self._owner)
        else:
            self._open_dialog(None)

    def edit(self) -> None:
        """Edit the chosen line."""
        rows = self.view.selected_records()
        if len(rows) == 1:
            self._open_dialog(rows[0])

    def delete(self) -> None:
        """Move the chosen lines to the trash."""
        if not self.tab.read_only:
            delete_records(self._operations, self, self.tab.kind, self.view.selected_uids())

    def _open_dialog(self, row: Row | None) -> None:
        dialog = RecordDialog(self._operations, self.tab.kind, row, self._fixed, self.tab.hidden, self)
        dialog.open()

    def _show_acts(self) -> None:
        chosen = self.view.selected_count()
        self._add.setVisible(not self.tab.read_only)
        self._edit.setVisible(not self.tab.read_only and chosen == 1)
        self._delete.setVisible(not self.tab.read_only and chosen > 0)

    def _on_model_counted(self, count: int) -> None:
        plural = KINDS[self.tab.kind].plural
        self._count.setText(f"{count} {plural}" if count else f"Chưa có {plural}")

    def _on_row_opened(self, uid: str) -> None:
        if self.tab.read_only:
            self.opened.emit(self.tab.kind, uid)
        else:
            self.edit()
