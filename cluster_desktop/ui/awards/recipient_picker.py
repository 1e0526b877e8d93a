"""The choice of many recipients at once: a unit, a department, then ticks beside names."""

import datetime
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.people.recipients import Recipient
from cluster_desktop.domain.people.vocabulary import RecipientKind
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.queries.people.recipients import offered
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import grow, in_column, in_row
from cluster_desktop.ui.kit.lists import CheckableList, choice_combo, fill_combo

_ALL: Final = "Cả đơn vị"
_MANY: Final = 1000


class RecipientPicker(QWidget):
    """A list to tick; ``ticked`` when the choice changes. Space ticks a line, Ctrl+A all that are on show.

    People are offered where they were on *day*; who had left within its year stands at the end and is ticked alone.
    """

    ticked = Signal()

    def __init__(
        self, workspace: Workspace, day: datetime.date, unit_uid: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._day = workspace, day
        self._left: frozenset[Recipient] = frozenset()
        self.kind = choice_combo("Đối tượng", ((choice.label, choice.code) for choice in RecipientKind))
        units = workspace.read(listings.options, "unit", "", _MANY)
        self.unit = choice_combo("Đơn vị", ((option.label, option.uid) for option in units), unit_uid)
        self.department = choice_combo("Khoa, phòng", ())
        self.search = QLineEdit(placeholderText="Gõ để tìm…", clearButtonEnabled=True)
        self.search.setAccessibleName("Tìm trong danh sách")
        self.list = CheckableList("Những người, tập thể được chọn")
        self.list.installEventFilter(self)
        self.search.installEventFilter(self)
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._fill)
        self.unit.currentIndexChanged.connect(self._on_unit_changed)
        self.department.currentIndexChanged.connect(self._fill)
        self.search.textChanged.connect(self.list.narrow)
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
        """Return the ticked recipients, in the order of the list."""
        return self.list.ticked()

    def suit(self, award: str | None) -> None:
        """Turn to people or to collectives, as the award requires."""
        award_kind = AWARD_KINDS.get(award or "")
        person = self.kind.currentData() == RecipientKind.PERSON
        if award_kind and person and not award_kind.for_persons:
            self.kind.setCurrentIndex(self.kind.findData(RecipientKind.DEPARTMENT))
        elif award_kind and not person and not award_kind.for_collectives:
            self.kind.setCurrentIndex(self.kind.findData(RecipientKind.PERSON))

    def tick_all(self) -> None:
        """Tick every line on show, but for those who had left."""
        here = {recipient for recipient in self.list.values(in_sight=True) if recipient not in self._left}
        self.list.tick({*self.list.ticked(), *here})
        self.ticked.emit()

    def tick_none(self) -> None:
        """Untick every line."""
        self.list.tick(())
        self.ticked.emit()

    # --- what is offered ---

    def _fill(self) -> None:
        kind, unit = self.kind.currentData(), self.unit.currentData() or ""
        self.department.setEnabled(kind == RecipientKind.PERSON)
        department = (self.department.currentData() or "") if kind == RecipientKind.PERSON else ""
        offers = self._workspace.read(offered, kind, self._day, unit, department)
        self._left = frozenset(offer.recipient for offer in offers if offer.left)
        with QSignalBlocker(self.list):
            self.list.clear()
            for offer in offers:
                self.list.offer(offer.words, offer.recipient)
            self.list.setCurrentRow(0)
        self.list.narrow(self.search.text())
        self.ticked.emit()

    def _on_unit_changed(self) -> None:
        within = ("unit_uid", str(self.unit.currentData() or ""))
        day = self._day.isoformat()
        departments = self._workspace.read(listings.options, "department", "", _MANY, within, day)
        fill_combo(self.department, [(_ALL, ""), *((option.label, option.uid) for option in departments)])
        self._fill()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.search and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return):
                self.list.setFocus()
                return True
            ctrl_a = event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if watched is self.list and ctrl_a:
                self.tick_all()
                return True
        return super().eventFilter(watched, event)
