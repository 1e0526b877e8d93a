"""A list and the chosen record beside each other; a narrow window shows one of the two at a time."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.kit.labels import rule
from cluster_desktop.ui.kit.layouts import Space, grow, in_row

_WIDEST: Final = 16_777_215  # px, what Qt calls no limit
_BESIDE_FROM: Final = 1100  # px of window width from which the record stands beside the list


class TwoSides(QWidget):
    """The two sides; *back* leads from the record to the list where they take turns."""

    turned = Signal()

    def __init__(self, side: QWidget, record: QWidget, back: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side, self._record, self._back = side, record, back
        self._between = rule(upright=True)
        self.narrow = False
        self.in_record = False
        self.alone = False
        """The list has the whole width and no record beside it, however wide the window is."""
        in_row(grow(side), self._between, record, on=self, space=Space.NONE)
        self.turn(in_record=False)

    @property
    def record_only(self) -> bool:
        """The record has taken the place of the list."""
        return self.narrow and self.in_record

    def turn(self, *, in_record: bool) -> None:
        """Turn to the record or to the list; both stay in sight where there is room."""
        self.in_record = in_record
        beside = not self.narrow and not self.alone
        self._side.setVisible(not self.record_only)
        self._record.setVisible(beside or (in_record and not self.alone))
        self._between.setVisible(beside)
        self._back.setVisible(self.narrow)
        self._record.setMinimumWidth(0 if self.narrow else theme.PANEL)
        self._record.setMaximumWidth(_WIDEST if self.narrow else theme.PANEL)
        self.turned.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.window().width() < _BESIDE_FROM
        if narrow != self.narrow:
            self.narrow = narrow
            self.turn(in_record=self.in_record)
