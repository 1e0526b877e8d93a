"""Filters of a list as chips: one for each field, a list to tick below it and a cross to clear it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from cluster_desktop.domain.fields import Field, Value
from cluster_desktop.records.rows import Filter
from cluster_desktop.ui.filter_options import FilterOption
from cluster_desktop.ui.tick_list import TickList

Offer = Callable[[Field], list[FilterOption]]
_NAMED: Final = 2  # as many chosen values are named on the chip; more are counted


class FilterChip(QWidget):
    """One filter. ``changed`` when other values are ticked or all are cleared."""

    changed = Signal()

    def __init__(self, field: Field, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.values: tuple[Value, ...] = ()
        self._offer = offer
        self._labels: tuple[str, ...] = ()
        self._button = QPushButton(clicked=self.open)
        self._cross = QPushButton("✕", clicked=self.clear)
        self._cross.setAccessibleName(f"Bỏ lọc {field.column_heading}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._button)
        row.addWidget(self._cross)
        self._show()

    def set_values(self, values: tuple[Value, ...]) -> None:
        """Tick these values; tells nobody."""
        options = self._offer(self.field)
        chosen = [option for option in options if set(option.values) <= set(values)]
        self.values = tuple(value for option in chosen for value in option.values)
        self._labels = tuple(option.label for option in chosen)
        self._show()

    def open(self) -> None:
        """Drop the list of values below the chip."""
        ticks = TickList(self._offer(self.field), self.values, self)
        ticks.ticked.connect(partial(self._on_list_ticked, ticks))
        ticks.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        ticks.show()
        ticks.setFocus()

    def clear(self) -> None:
        """Let every value pass."""
        if self.values:
            self.set_values(())
            self.changed.emit()

    def _on_list_ticked(self, ticks: TickList) -> None:
        self.set_values(ticks.values())
        self.changed.emit()

    def _show(self) -> None:
        heading = self.field.column_heading
        named = ", ".join(self._labels) if len(self._labels) <= _NAMED else f"{len(self._labels)} mục"
        self._button.setText(named if named else f"{heading} ▾")
        self._button.setToolTip(f"{heading}: {', '.join(self._labels) or 'tất cả'}")
        self._button.setAccessibleName(f"Lọc theo {heading}: {', '.join(self._labels) or 'tất cả'}")
        self._cross.setVisible(bool(self._labels))
