"""Choosing many recipients at once: a unit, a department, then ticks beside names."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QWidget
from typing_extensions import override

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.fields import vocabulary
from cluster_desktop.domain.people.recipients import Offered, Recipient
from cluster_desktop.domain.text import names
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.queries.people.recipients import offered
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import grow, in_column, in_row
from cluster_desktop.ui.kit.lists import choice_combo, line_list

_ALL: Final = "Cả đơn vị"
_MANY: Final = 1000
_CHECKED: Final = Qt.CheckState.Checked
_EMPTY: Final = Qt.CheckState.Unchecked
_ROLE: Final = int(Qt.ItemDataRole.UserRole)


class RecipientPicker(QWidget):
    """``ticked`` when another choice is made. Space ticks a line, Ctrl+A all that are on show."""

    ticked = Signal()

    def __init__(self, workspace: Workspace, unit_uid: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.kind = choice_combo("Đối tượng", ((choice.label, choice.code) for choice in vocabulary.RECIPIENT_KINDS))
        units = workspace.read(listings.options, "unit", "", _MANY)
        self.unit = choice_combo("Đơn vị", ((one.label, one.uid) for one in units), unit_uid)
        self.department = choice_combo("Khoa, phòng", ())
        self.search = QLineEdit(placeholderText="Gõ để tìm…", clearButtonEnabled=True)
        self.search.setAccessibleName("Tìm trong danh sách")
        self.list = line_list("Những người, tập thể được chọn")
        self.list.installEventFilter(self)
        self.search.installEventFilter(self)
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.unit.currentIndexChanged.connect(self._on_unit_changed)
        self.department.currentIndexChanged.connect(self._fill)
        self.search.textChanged.connect(self._on_search_changed)
        self.list.itemChanged.connect(self.ticked)
        self._on_unit_changed()

    def _lay_out(self) -> None:
        in_column(
            in_row(grow(self.kind), grow(self.unit)),
            in_row(grow(self.department), grow(self.search)),
            grow(self.list),
            in_row(
                grow(label("Phím cách để đánh dấu, Ctrl+A chọn cả danh sách đang hiện.", "hint", wraps=True)),
                button("Chọn &hết", self.tick_all),
                button("&Bỏ chọn", self.tick_none),
            ),
            on=self,
        )

    # --- what is chosen ---

    def chosen(self) -> tuple[Recipient, ...]:
        """The recipients that are ticked, in the order of the list."""
        return tuple(item.data(_ROLE) for item in self._items() if item.checkState() is _CHECKED)

    def suit(self, award: str | None) -> None:
        """Turn to people or to collectives as the award wants it."""
        known = AWARD_KINDS.get(award or "")
        person = self.kind.currentData() == "CA_NHAN"
        if known and person and not known.for_persons:
            self.kind.setCurrentIndex(self.kind.findData("KHOA_PHONG"))
        elif known and not person and not known.for_collectives:
            self.kind.setCurrentIndex(self.kind.findData("CA_NHAN"))

    def tick_all(self) -> None:
        """Tick every line on show."""
        self._tick((item for item in self._items() if not item.isHidden()), _CHECKED)

    def tick_none(self) -> None:
        """Tick nothing."""
        self._tick(self._items(), _EMPTY)

    def _tick(self, items: Iterable[QListWidgetItem], state: Qt.CheckState) -> None:
        self.list.blockSignals(True)
        for item in items:
            item.setCheckState(state)
        self.list.blockSignals(False)
        self.ticked.emit()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(place) for place in range(self.list.count())]

    # --- what is offered ---

    def _fill(self) -> None:
        kind, unit = self.kind.currentData(), self.unit.currentData() or ""
        self.department.setEnabled(kind == "CA_NHAN")
        department = (self.department.currentData() or "") if kind == "CA_NHAN" else ""
        found = self._workspace.read(offered, kind, unit, department)
        self.list.blockSignals(True)
        self.list.clear()
        for one in found:
            self.list.addItem(_item(one))
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._on_search_changed(self.search.text())
        self.ticked.emit()

    def _on_kind_changed(self) -> None:
        self._fill()

    def _on_unit_changed(self) -> None:
        self.department.blockSignals(True)
        self.department.clear()
        self.department.addItem(_ALL, "")
        within = ("unit_uid", str(self.unit.currentData() or ""))
        for one in self._workspace.read(listings.options, "department", "", _MANY, within):
            self.department.addItem(one.label, one.uid)
        self.department.blockSignals(False)
        self._fill()

    def _on_search_changed(self, text: str) -> None:
        for item in self._items():
            item.setHidden(bool(text.strip()) and names.match_rank(text, item.text()) is None)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.search and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return):
                self.list.setFocus()
                return True
            all_wanted = event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if watched is self.list and all_wanted:
                self.tick_all()
                return True
        return super().eventFilter(watched, event)


def _item(one: Offered) -> QListWidgetItem:
    item = QListWidgetItem(f"{one.name} · {one.detail}" if one.detail else one.name)
    item.setData(_ROLE, one.recipient)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(_EMPTY)
    return item
