"""The number of people each unit sent to an event, and their sum."""

from functools import partial
from typing import Final

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from cluster_desktop.commands.events.attendance import set_participants
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.queries.units.roles import year_units
from cluster_desktop.records.rows import Filter, Listing
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.kit.act_dialog import ActDialog
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import Space, form_grid, grow, in_column, in_row, scrolled
from cluster_desktop.ui.kit.operations import Operations

_MOST: Final = 99_999
_SIZE: Final = (420, 600)


class ParticipantsDialog(ActDialog):
    """The units of the event's year with the recorded numbers; an empty number takes a unit off."""

    def __init__(self, operations: Operations, event_uid: str, parent: QWidget) -> None:
        super().__init__(operations, "Số người theo đơn vị", parent, _SIZE)
        self._event = event_uid
        self.numbers: dict[str, QLineEdit] = {}
        self.sum = label("", "section")
        self._lay_out()
        self._show_sum()

    def _lay_out(self) -> None:
        inside = QWidget()
        rows = []
        for uid, (name, people) in self._units().items():
            edit = QLineEdit("" if people is None else str(people))
            edit.setValidator(QIntValidator(0, _MOST, edit))
            edit.setAccessibleName(f"Số người của {name}")
            edit.setMaximumWidth(120)
            edit.textChanged.connect(self._show_sum)
            edit.returnPressed.connect(partial(self.focusNextPrevChild, True))
            self.numbers[uid] = edit
            caption = label(name)
            caption.setMinimumHeight(theme.CONTROL)
            rows.append((caption, edit))
        inside.setLayout(form_grid(*rows))
        in_column(
            label("Enter để xuống dòng dưới; để trống nếu đơn vị không dự.", "hint", wraps=True),
            grow(scrolled(inside)),
            self.message,
            in_row(grow(self.sum), button("Bỏ qua", self.reject), button("&Lưu", self.go, kind="primary")),
            on=self,
            margins=Space.LARGE,
        )
        self.resize(self.width(), min(160 + 42 * len(self.numbers), self.height()))

    def _units(self) -> dict[str, tuple[str, int | None]]:
        """Return the units of the year and those recorded already: name and number by uid."""
        workspace = self._operations.workspace
        event = workspace.read(listings.find, "event", self._event)
        year = event.values["year"]
        units: dict[str, tuple[str, int | None]] = {
            unit.uid: (unit.label, None) for unit in workspace.read(year_units, year if isinstance(year, int) else 0)
        }
        noted = Listing(kind="participant", filters=(Filter("event_uid", (self._event,)),))
        for row in workspace.read(listings.page, noted):
            people = row.values["people"]
            units[str(row.values["unit_uid"])] = (row.shown["unit_uid"], people if isinstance(people, int) else None)
        return units

    def go(self) -> None:
        """Write the numbers and close."""
        people = {uid: int(edit.text()) if edit.text() else None for uid, edit in self.numbers.items()}
        self.carry_out(set_participants, self._event, people)

    def _show_sum(self) -> None:
        numbers = [int(edit.text()) for edit in self.numbers.values() if edit.text()]
        self.sum.setText(f"Cộng {sum(numbers)} người, {len(numbers)} đơn vị")
