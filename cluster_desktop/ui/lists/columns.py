"""A dialog for the columns of a list and their order, by dragging or with the keyboard."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListWidgetItem, QWidget

from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import Space, grow, in_column, in_row, stretch
from cluster_desktop.ui.kit.lists import line_list

_SHOWN: Final = Qt.CheckState.Checked
_KEY: Final = int(Qt.ItemDataRole.UserRole)


class ColumnsDialog(QDialog):
    """A dialog in which ticked columns are shown, from top to bottom as from left to right; at least one stays."""

    def __init__(self, fields: Sequence[Field], chosen: Sequence[str], usual: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chọn cột")
        self._fields = fields
        self._usual = usual
        self.list = line_list("Các cột của danh sách")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.itemChanged.connect(self._on_item_changed)
        self._up = button("Lên", self.move_up, tip="Đưa cột sang trái (Alt+↑)")
        self._down = button("Xuống", self.move_down, tip="Đưa cột sang phải (Alt+↓)")
        self._up.setShortcut("Alt+Up")
        self._down.setShortcut("Alt+Down")
        self._done = button("Xong", self.accept, kind="primary")
        self._lay_out()
        self._fill(chosen)

    def _lay_out(self) -> None:
        in_column(
            label("Đánh dấu cột muốn xem; kéo để đổi thứ tự.", "quiet"),
            grow(in_row(grow(self.list), in_column(self._up, self._down, stretch(), button("Mặc định", self.reset)))),
            in_row(stretch(), button("Hủy", self.reject), self._done),
            on=self,
            space=Space.MEDIUM,
            margins=Space.LARGE,
        )
        self.resize(420, 520)

    def _fill(self, chosen: Sequence[str]) -> None:
        labels = {field.key: field.label for field in self._fields}
        rest = [key for key in labels if key not in chosen]
        self.list.clear()
        for key in (*(key for key in chosen if key in labels), *rest):
            item = QListWidgetItem(labels[key], self.list)
            item.setData(_KEY, key)
            item.setCheckState(_SHOWN if key in chosen else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)

    def keys(self) -> tuple[str, ...]:
        """Return the ticked columns in their order."""
        items = (self.list.item(place) for place in range(self.list.count()))
        return tuple(item.data(_KEY) for item in items if item.checkState() == _SHOWN)

    @property
    def is_usual(self) -> bool:
        """The choice is the program's default."""
        return self.keys() == tuple(self._usual)

    def reset(self) -> None:
        """Return to the default columns."""
        self._fill(self._usual)

    def move_up(self) -> None:
        """Move the current column one place to the left."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the current column one place to the right."""
        self._move(1)

    def _move(self, step: int) -> None:
        place = self.list.currentRow()
        target = place + step
        if place >= 0 and 0 <= target < self.list.count():
            self.list.insertItem(target, self.list.takeItem(place))
            self.list.setCurrentRow(target)

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        self._done.setEnabled(bool(self.keys()))
