"""Chips beside each other, one of which is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from cluster_desktop.ui.kit.flow_layout import FlowLayout, take_width
from cluster_desktop.ui.kit.labels import restyle
from cluster_desktop.ui.kit.layouts import in_row


class ChipRow(QWidget):
    """A row of chips; ``chosen`` (key): a chip was pressed. The row shows the key that ``mark`` sets.

    A row that *wraps* goes on in a second one where the first is full.
    """

    chosen = Signal(str)

    def __init__(
        self, entries: Sequence[tuple[str, str]], parent: QWidget | None = None, *, wraps: bool = False, tip: str = ""
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._marked = ""
        self.chips = {key: self._create_chip(words, tip) for key, words in entries}
        if wraps:
            FlowLayout(self, *self.chips.values())
            take_width(self)
        else:
            in_row(*self.chips.values(), on=self)

    def _create_chip(self, words: str, tip: str) -> QPushButton:
        chip = QPushButton(words)
        chip.setProperty("kind", "chip")
        chip.setAccessibleName(words.replace("&", ""))
        chip.setToolTip(tip)
        chip.setCheckable(True)
        chip.clicked.connect(self._on_chip_clicked)
        self._group.addButton(chip)
        return chip

    def mark(self, marked: str) -> None:
        """Mark the chosen chip."""
        self._marked = marked
        for key, chip in self.chips.items():
            chip.setChecked(key == marked)
            restyle(chip, "active", key == marked)

    def _on_chip_clicked(self) -> None:
        pressed = self.sender()
        key = next(key for key, chip in self.chips.items() if chip is pressed)
        self.mark(self._marked)
        self.chosen.emit(key)
