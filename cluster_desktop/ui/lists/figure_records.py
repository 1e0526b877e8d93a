"""The records counted in a figure, each a link to where it is kept."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QListView, QWidget

from cluster_desktop.domain.figures.count import Source
from cluster_desktop.ui.kit.cards import EmptyState
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import BAR, HEAD, Space, fill, grow, in_column, in_row, stretch
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.kit.page import Page
from cluster_desktop.ui.lists.record_lines import RecordLineDelegate, RecordLines

_HINT = "Con số này được đếm từ các bản ghi dưới đây. Chọn một dòng (Enter hoặc bấm chuột) để mở bản ghi."
_HINT_SUM = "Con số này là tổng của các bản ghi dưới đây. Chọn một dòng (Enter hoặc bấm chuột) để mở bản ghi."
_NOTHING = "Chưa có bản ghi nào được đếm vào con số này. Bổ sung vào sổ thì báo cáo tự cập nhật."


class FigureDialog(QDialog):
    """A figure ("Thạc sĩ: 174 người") with the list of its records."""

    record_requested = Signal(str, str)
    """Go to this record (kind, uid); the dialog is closed by then."""

    def __init__(self, operations: Operations, source: Source, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Nguồn của con số")
        self.model = RecordLines(operations.workspace, source, self)
        self.model.failed.connect(operations.show_failure)
        self.title = label(source.sentence, "record", wraps=True)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(RecordLineDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(source.sentence)
        self.view.clicked.connect(self._on_line_chosen)
        self.view.activated.connect(self._on_line_chosen)
        self._lay_out(source)
        self.resize(620, 520)

    def _lay_out(self, source: Source) -> None:
        head = in_column(self.title, space=Space.TIGHT, margins=HEAD)
        shown: QWidget = self.view
        if source.uids:
            fill(head, label(_HINT_SUM if source.amounts else _HINT, "hint", wraps=True))
            self.view.setCurrentIndex(self.model.index(0))
            self.view.setFocus()
        else:
            shown = EmptyState("info", "Không có bản ghi nào", _NOTHING)
        foot = in_row(stretch(), button("Đóng", self.reject), margins=BAR)
        in_column(head, grow(shown), foot, on=self, space=Space.NONE)

    def _on_line_chosen(self, index: QModelIndex) -> None:
        if self.isVisible():
            self.accept()
            self.record_requested.emit(self.model.source.kind, self.model.source.uids[index.row()])


def show_figure(operations: Operations, source: Source, page: Page) -> FigureDialog:
    """Open the records of a figure above *page*, which shows the chosen one."""
    dialog = FigureDialog(operations, source, page)
    dialog.record_requested.connect(page.record_requested)
    dialog.open()
    return dialog
