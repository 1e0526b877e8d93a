"""Chips beside each other of which one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class ChipRow(QWidget):
    """``chosen`` (key): somebody pressed a chip; the row shows what ``mark`` was told, not what was pressed."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._marked = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for key, words in entries:
            chip = QPushButton(words)
            chip.setProperty("kind", "chip")
            chip.setAccessibleName(words.replace("&", ""))
            chip.setCheckable(True)
            chip.clicked.connect(self._on_chip_clicked)
            self._group.addButton(chip)
            self._chips[key] = chip
            row.addWidget(chip)

    def chip(self, key: str) -> QPushButton:
        """The chip of a key."""
        return self._chips[key]

    def mark(self, marked: str) -> None:
        """Show which one is chosen."""
        self._marked = marked
        for key, chip in self._chips.items():
            chip.setChecked(key == marked)
            chip.setProperty("active", key == marked)
            chip.style().unpolish(chip)
            chip.style().polish(chip)

    def _on_chip_clicked(self) -> None:
        pressed = self.sender()
        key = next(key for key, chip in self._chips.items() if chip is pressed)
        self.mark(self._marked)
        self.chosen.emit(key)
