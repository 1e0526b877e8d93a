"""Beside a report: all its figures in the order of its pages, for the keyboard and for reading aloud."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from cluster_desktop.documents.traces import Spot
from cluster_desktop.ui.kit.labels import label

_SPOT: Final = Qt.ItemDataRole.UserRole
_WIDE: Final = 264


class FigureList(QWidget):
    """Walking the list marks each figure on its page; Enter or a click asks for its records. Esc closes it."""

    walked = Signal(object)
    """The spot of the figure the list stands on."""
    chosen = Signal(object)
    """The source of the figure that was chosen."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list = QListWidget()
        self.list.setAccessibleName("Số liệu trong báo cáo")
        self.list.setStyleSheet("QListWidget { border: none; }")
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._on_item_walked)
        self.list.itemActivated.connect(self._on_item_chosen)
        self.list.itemClicked.connect(self._on_item_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 8)
        column.addWidget(label("Số liệu trong báo cáo", "section"))
        column.addWidget(label("Chọn một số để xem nó được đếm từ những bản ghi nào.", "hint", wraps=True))
        column.addWidget(self.list, 1)
        self.setFixedWidth(_WIDE)
        self.hide()

    def show_spots(self, spots: tuple[Spot, ...]) -> None:
        """List these figures; one told several times on a page is listed once."""
        self.list.blockSignals(True)
        self.list.clear()
        once = {(spot.page, spot.source): spot for spot in reversed(spots)}
        page = -1
        for spot in reversed(once.values()):
            if spot.page != page:
                page = spot.page
                QListWidgetItem(f"Trang {page + 1}", self.list).setFlags(Qt.ItemFlag.NoItemFlags)
            QListWidgetItem(spot.source.sentence, self.list).setData(_SPOT, spot)
        self.list.blockSignals(False)

    def _on_item_walked(self, item: QListWidgetItem | None, _before: QListWidgetItem | None = None) -> None:
        spot = item.data(_SPOT) if item is not None else None
        if spot is not None:
            self.walked.emit(spot)

    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        spot = item.data(_SPOT)
        if spot is not None:
            self.chosen.emit(spot.source)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
