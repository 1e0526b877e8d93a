"""The figures of a report in the order of its pages, for the keyboard and for screen readers."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from cluster_desktop.documents.content.figure_positions import Spot
from cluster_desktop.domain.text.numbers import show_number
from cluster_desktop.ui.kit.labels import label, put_on_ground
from cluster_desktop.ui.kit.layouts import Space, grow, in_column
from cluster_desktop.ui.kit.lists import ClosableList
from cluster_desktop.ui.lists.record_lines import AMOUNT, DETAIL, RecordLineDelegate

_SPOT: Final = AMOUNT + 1
_WIDE: Final = 264


class FigureList(QWidget):
    """A list that marks the current figure on its page; Enter or a click asks for its records, Esc closes the list."""

    walked = Signal(object)
    """The spot of the figure the list stands on."""
    chosen = Signal(object)
    """The source of the figure that was chosen."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        put_on_ground(self)
        self.list = ClosableList()
        self.list.setAccessibleName("Số liệu trong báo cáo")
        self.list.setStyleSheet("QListWidget { border: none; }")
        self.list.setItemDelegate(RecordLineDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.closed.connect(self.closed)
        self.list.currentItemChanged.connect(self._on_item_walked)
        self.list.itemActivated.connect(self._on_item_chosen)
        self.list.itemClicked.connect(self._on_item_chosen)
        in_column(
            label("Số liệu trong báo cáo", "section"),
            label("Chọn một số để xem nó được đếm từ những bản ghi nào.", "hint", wraps=True),
            grow(self.list),
            on=self,
            margins=Space.SMALL,
        )
        self.setFixedWidth(_WIDE)
        self.hide()

    def show_spots(self, spots: tuple[Spot, ...]) -> None:
        """List these figures; one that stands several times on a page is listed once."""
        self.list.blockSignals(True)
        self.list.clear()
        once = {(spot.page, spot.source): spot for spot in reversed(spots)}
        for spot in reversed(once.values()):
            source = spot.source
            item = QListWidgetItem(source.name, self.list)
            item.setData(DETAIL, f"{show_number(source.total)} {source.words} · trang {spot.page + 1}")
            item.setData(AMOUNT, "")
            item.setData(_SPOT, spot)
            for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
                item.setData(role, source.sentence)
        self.list.blockSignals(False)

    def _on_item_walked(self, item: QListWidgetItem | None, _before: QListWidgetItem | None = None) -> None:
        if item is not None:
            self.walked.emit(item.data(_SPOT))

    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_SPOT).source)
