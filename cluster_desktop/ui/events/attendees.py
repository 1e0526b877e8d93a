"""The choice of many people of the roster as attendees of an event."""

from typing import Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from cluster_desktop.commands.events.attendance import add_attendees
from cluster_desktop.domain.events.vocabulary import ATTENDEE_ROLES
from cluster_desktop.domain.people.vocabulary import RecipientKind
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.queries.people.recipients import day_of_event, offered
from cluster_desktop.ui.kit.act_dialog import ActDialog
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import Space, grow, in_column, in_row
from cluster_desktop.ui.kit.lists import CheckableList, choice_combo
from cluster_desktop.ui.kit.operations import Operations

_MANY: Final = 5000


class AttendeesDialog(ActDialog):
    """People by unit, as they were on the day of the event, with a box each; ticks stay with another unit."""

    def __init__(self, operations: Operations, event_uid: str, parent: QWidget) -> None:
        super().__init__(operations, "Thêm người tham gia", parent, (520, 560))
        self._event, self._day = event_uid, operations.workspace.read(day_of_event, event_uid)
        self._ticked: dict[str, None] = {}
        units = operations.workspace.read(listings.options, "unit", "", _MANY)
        self.unit = choice_combo("Đơn vị", ((option.label, option.uid) for option in units))
        self.search = QLineEdit(placeholderText="Gõ để tìm, không cần dấu", clearButtonEnabled=True)
        self.search.setAccessibleName("Tìm trong danh sách")
        self.role = QComboBox(editable=True)
        self.role.addItems(list(ATTENDEE_ROLES))
        self.role.setAccessibleName("Tham gia với tư cách")
        self.list = CheckableList("Cán bộ của đơn vị")
        self._count = label("", "hint")
        self._lay_out()
        self.unit.currentIndexChanged.connect(self._show_people)
        self.search.textChanged.connect(self.list.narrow)
        self.list.itemChanged.connect(self._on_list_ticked)
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
        unit = self.unit.currentData() or ""
        offers = self._operations.workspace.read(offered, RecipientKind.PERSON, self._day, unit)
        with QSignalBlocker(self.list):
            self.list.clear()
            for offer in offers:
                self.list.offer(offer.words, offer.recipient.uid, ticked=offer.recipient.uid in self._ticked)
        self.list.narrow(self.search.text())
        self._show_count()

    def _show_count(self) -> None:
        self._count.setText(f"Đã chọn {len(self._ticked)} người")

    def go(self) -> None:
        """Record the ticked people and close; stay when nobody new is ticked."""
        role = self.role.currentText().strip() or None
        self.carry_out(add_attendees, self._event, tuple(self._ticked), role)

    def _on_list_ticked(self) -> None:
        for uid in self.list.values():
            self._ticked.pop(uid, None)
        self._ticked |= dict.fromkeys(self.list.ticked())
        self._show_count()
