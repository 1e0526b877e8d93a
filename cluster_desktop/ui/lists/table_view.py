"""The table of a list: rows of one height, chosen columns, and keys for working with rows."""

from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from cluster_desktop.records.rows import Row
from cluster_desktop.settings import Settings
from cluster_desktop.ui.lists.delegates import ListCellDelegate
from cluster_desktop.ui.lists.table_columns import TableColumns
from cluster_desktop.ui.lists.table_model import TableModel

ROW_HEIGHT: Final = 32
COMPACT_HEIGHT: Final = 28
_OPENING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROW: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class TableView(QTableView):
    """Shows a TableModel; the chosen record stays chosen when the rows are read again.

    ``picked``: a person selected other rows; ``opened``: they opened a record; ``delete_asked``: they pressed
    Delete.
    """

    picked = Signal()
    opened = Signal(str)
    delete_asked = Signal()

    def __init__(
        self,
        model: TableModel,
        settings: Settings,
        *,
        name: str = "",
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = model
        self._uid = ""
        self._quiet = False
        self._appear(COMPACT_HEIGHT if compact else ROW_HEIGHT)
        self.columns = TableColumns(self, model, settings, name or model.kind.key)
        self.setModel(model)
        self.columns.restore()
        self.setItemDelegate(ListCellDelegate(self, model))
        model.modelReset.connect(self._on_model_reset)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.doubleClicked.connect(self._on_row_double_clicked)

    def _appear(self, height: int) -> None:
        self.setProperty("role", "list")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    # --- which rows are chosen ---

    def selected_count(self) -> int:
        """Count the selected rows without reading them."""
        return sum(len(span) for span in self._spans())

    def selected_records(self) -> tuple[Row, ...]:
        """Return the selected records, in the order of the list."""
        return self.rows.rows(self._selected_rows())

    def selected_uids(self) -> tuple[str, ...]:
        """Return the uids of the selected records, in the order of the list."""
        return tuple(row.uid for row in self.selected_records())

    def _selected_rows(self) -> list[int]:
        return sorted({row for span in self._spans() for row in span})

    def _spans(self) -> list[range]:
        """Return the selected rows in runs."""
        selection = self.selectionModel().selection()
        ranges = (selection.at(place) for place in range(selection.count()))
        return [range(span.top(), span.bottom() + 1) for span in ranges]

    def select(self, uid: str) -> bool:
        """Select the row of a record, if the list holds it, without a signal."""
        self._uid = uid
        place = self.rows.position(uid) if uid else None
        self._quiet = True
        if place is None:
            self.clearSelection()
        else:
            target = self.model().index(place, 0)
            self.selectionModel().setCurrentIndex(target, _ROW)
            self.scrollTo(self.model().index(place, self._first_column()))
        self._quiet = False
        self.viewport().update()
        return place is not None

    def _first_column(self) -> int:
        return max(self.columnAt(0), 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit()

    # --- what the keyboard and the mouse do ---

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in _OPENING and self.currentIndex().isValid():
            self._open(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Delete and self.selectionModel().hasSelection():
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Ignore typed letters instead of walking through rows; the search box is there for that."""

    def copy(self) -> None:
        """Put the selected rows on the clipboard, a tab between columns, as spreadsheets read them."""
        columns = range(1, self.rows.columnCount())
        lines = ("\t".join(self.rows.text(row, column) for column in columns) for row in self._selected_rows())
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _open(self, place: int) -> None:
        row = self.rows.row(place)
        if row is not None:
            self.opened.emit(row.uid)

    def _on_row_double_clicked(self) -> None:
        self._open(self.currentIndex().row())

    def _on_model_reset(self) -> None:
        if self._uid:
            self.select(self._uid)

    def _on_selection_changed(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        if self._quiet:
            return
        chosen = self._selected_rows()
        row = self.rows.row(chosen[0]) if len(chosen) == 1 else None
        self._uid = row.uid if row else ""
        self.picked.emit()
