"""Filters of a list as chips: one for each field, with a list to tick and a cross to clear it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from typing_extensions import override

from cluster_desktop.domain.fields.fields import Field, Value
from cluster_desktop.records.rows import Filter
from cluster_desktop.ui.kit import icons
from cluster_desktop.ui.kit.drop_button import ARROW, DropButton
from cluster_desktop.ui.kit.flow_layout import FlowLayout
from cluster_desktop.ui.kit.labels import restyle
from cluster_desktop.ui.lists.filter_options import FilterOption
from cluster_desktop.ui.lists.tick_list import TickList

Offer = Callable[[Field], list[FilterOption]]
Names = Mapping[tuple[str, frozenset[Value]], str]
"""Words for several values of a field that belong together, by the field and all of them."""
_NO_NAMES: Final[Names] = {}
_CROSS_WIDTH: Final = 28
_NAMED: Final = 2  # as many chosen values are named on the chip; more are counted


class FilterChip(DropButton):
    """One filter; the cross at its end, or the Delete key, clears it.

    ``ticked`` when a person lets other values pass.
    """

    ticked = Signal()

    def __init__(self, field: Field, offer: Offer, names: Names = _NO_NAMES, parent: QWidget | None = None) -> None:
        super().__init__(kind="chip", parent=parent)
        self.field = field
        self._names = names
        self.values: tuple[Value, ...] = ()
        self._offer = offer
        self._at_cross = False
        self.clicked.connect(self._on_self_clicked)
        self.set_values(())

    def set_values(self, values: tuple[Value, ...]) -> None:
        """Tick the lines of these values, none for (), without a signal."""
        options = self._offer(self.field) if values else []
        chosen = [option for option in options if set(option.values) <= set(values)]
        self.values = tuple(value for option in chosen for value in option.values)
        self._show([option.label for option in chosen])

    def _show(self, labels: Sequence[str]) -> None:
        heading = self.field.column_heading
        named = ", ".join(labels) if len(labels) <= _NAMED else f"{heading}: {len(labels)} mục"
        named = self._names.get((self.field.key, frozenset(self.values)), named)
        self.setText(named or heading)
        self.set_mark(*(("dismiss", "accent") if named else (ARROW, "quiet")))
        words = f"{heading}: {', '.join(labels) or 'tất cả'}"
        self.setToolTip(words)
        self.setAccessibleName(f"Lọc theo {words}")
        restyle(self, "active", bool(labels))

    def open(self) -> None:
        """Open the list of values below the chip."""
        ticks = TickList(self._offer(self.field), self.values, self)
        ticks.ticked.connect(partial(self._on_list_ticked, ticks))
        ticks.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        ticks.show()
        ticks.setFocus()

    def clear(self) -> None:
        """Let every value pass again."""
        if self.values:
            self.set_values(())
            self.ticked.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._at_cross = bool(self.values) and event.position().x() > self.width() - _CROSS_WIDTH
        super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._at_cross = False
        if event.key() == Qt.Key.Key_Delete:
            self.clear()
        else:
            super().keyPressEvent(event)

    def _on_self_clicked(self) -> None:
        if self._at_cross:
            self.clear()
        else:
            self.open()

    def _on_list_ticked(self, ticks: TickList) -> None:
        self.set_values(ticks.values())
        self.ticked.emit()


class FilterBar(QWidget):
    """The chips of one list, and "Bộ lọc" to add a chip for another field."""

    changed = Signal()

    def __init__(
        self,
        fields: Sequence[Field],
        usual: Sequence[str],
        offer: Offer,
        names: Names = _NO_NAMES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._offer, self._names = offer, names
        self._fields = {field.key: field for field in fields}
        self.chips: dict[str, FilterChip] = {}
        self._row = FlowLayout(self)
        self._more = QPushButton("Bộ lọc")
        self._more.setIcon(icons.icon("add"))
        self._more.setProperty("kind", "chip")
        self._menu = QMenu(self._more)
        self._menu.aboutToShow.connect(self._on_menu_about_to_show)
        self._more.setMenu(self._menu)
        self._row.addWidget(self._more)
        for key in usual:
            self._add(key)
        self._show_more()

    def filters(self) -> tuple[Filter, ...]:
        """Return the filters that apply, in the order of the chips."""
        return tuple(Filter(key, chip.values) for key, chip in self.chips.items() if chip.values)

    def set_filter(self, key: str, values: tuple[Value, ...]) -> None:
        """Let only these values of a field pass, all when there are none, without a signal."""
        self._add(key)
        self.chips[key].set_values(values)

    def clear(self) -> None:
        """Let everything pass."""
        for chip in self.chips.values():
            chip.set_values(())
        self.changed.emit()

    def _add(self, key: str) -> None:
        if key not in self.chips:
            chip = FilterChip(self._fields[key], self._offer, self._names)
            chip.ticked.connect(self.changed)
            self._row.insert(len(self.chips), chip)
            self.chips[key] = chip
            self._show_more()

    def _show_more(self) -> None:
        self._more.setVisible(len(self.chips) < len(self._fields))

    def _on_menu_about_to_show(self) -> None:
        self._menu.clear()
        for key, field in self._fields.items():
            if key not in self.chips:
                self._menu.addAction(field.label, partial(self._on_field_chosen, key))

    def _on_field_chosen(self, key: str) -> None:
        self._add(key)
        self.chips[key].open()
