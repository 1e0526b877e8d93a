"""Choosing many people of the roster at once as those who took part in an event."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QListWidgetItem, QWidget

from cluster_desktop.commands.events.attendance import add_attendees
from cluster_desktop.domain.fields import vocabulary
from cluster_desktop.domain.text import names
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.rows import Filter, Listing
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import Space, grow, in_column, in_row
from cluster_desktop.ui.kit.lists import line_list
from cluster_desktop.ui.kit.operations import Operations

_MANY: Final = 5000
_UID: Final = int(Qt.ItemDataRole.UserRole)
_TICKED: Final = Qt.CheckState.Checked


class AttendeesDialog(QDialog):
    """People by unit with a box each; ticks stay when another unit is shown."""

    def __init__(self, operations: Operations, event_uid: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._operations, self._event = operations, event_uid
        self._ticked: dict[str, None] = {}
        self.setWindowTitle("Thêm người tham gia")
        self.resize(520, 560)
        self.unit = QComboBox()
        self.unit.setAccessibleName("Đơn vị")
        for option in operations.workspace.read(listings.options, "unit", "", _MANY):
            self.unit.addItem(option.label, option.uid)
        self.search = QLineEdit(placeholderText="Gõ để tìm, không cần dấu", clearButtonEnabled=True)
        self.search.setAccessibleName("Tìm trong danh sách")
        self.role = QComboBox(editable=True)
        self.role.addItems(list(vocabulary.ATTENDEE_ROLES))
        self.role.setAccessibleName("Tham gia với tư cách")
        self.list = line_list("Cán bộ của đơn vị")
        self.message = label("", "error", wraps=True)
        self._count = label("", "hint")
        self._lay_out()
        self.unit.currentIndexChanged.connect(self._show_people)
        self.search.textChanged.connect(self._on_search_changed)
        self.list.itemChanged.connect(self._on_item_changed)
        self._show_people()

    def _lay_out(self) -> None:
        in_column(
            in_row(grow(self.unit), grow(self.search)),
            label("Phím cách để đánh dấu; dấu của đơn vị khác vẫn giữ.", "hint"),
            grow(self.list),
            in_row(label("Tham gia với tư cách"), grow(self.role)),
            self.message,
            in_row(grow(self._count), button("Bỏ qua", self.reject), button("&Thêm", self.go, kind="primary")),
            on=self,
            margins=Space.LARGE,
        )

    def _show_people(self) -> None:
        filters = (Filter("unit_uid", (self.unit.currentData(),)), Filter("status", ("DANG_CONG_TAC",)))
        rows = self._operations.workspace.read(listings.page, Listing(kind="person", filters=filters), 0, _MANY)
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            detail = row.shown["position"]
            item = QListWidgetItem(f"{row.title} · {detail}" if detail else row.title, self.list)
            item.setData(_UID, row.uid)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_TICKED if row.uid in self._ticked else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self._on_search_changed(self.search.text())
        self._show_count()

    def _show_count(self) -> None:
        self._count.setText(f"Đã chọn {len(self._ticked)} người")

    def go(self) -> None:
        """Write the ticked people down and close; stay when nobody new is ticked."""
        role = self.role.currentText().strip() or None
        act = partial(add_attendees, self._operations.workspace, self._event, tuple(self._ticked), role)
        if self._operations.run(act) is None:
            self.message.setText(self._operations.last_failure)
        else:
            self.accept()

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        if item.checkState() == _TICKED:
            self._ticked[item.data(_UID)] = None
        else:
            self._ticked.pop(item.data(_UID), None)
        self._show_count()

    def _on_search_changed(self, text: str) -> None:
        for place in range(self.list.count()):
            item = self.list.item(place)
            item.setHidden(bool(text.strip()) and names.match_rank(text, item.text()) is None)
