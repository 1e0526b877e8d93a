"""The choices above the preview: small round buttons that open a list or turn something on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

_LONGEST: Final = 44


@dataclass(frozen=True, slots=True)
class ChipChoice:
    """One entry of a chip's list; entries with the same *group* lie together in a list of their own."""

    key: str
    words: str
    group: str = ""


class ChoiceChip(QPushButton):
    """Shows what is chosen and opens the list of what else there is."""

    chosen = Signal(str)

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = heading
        self.key = ""
        self._choices: tuple[ChipChoice, ...] = ()
        self.setProperty("kind", "chip")
        self.setAutoDefault(False)
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self._on_menu_opening)
        self.offer((), "")

    def offer(self, choices: Sequence[ChipChoice], key: str, missing: str = "chưa chọn") -> None:
        """What can be chosen and what is; *missing* is said when that is none of them."""
        self._choices, self.key = tuple(choices), key
        words = next((choice.words for choice in choices if choice.key == key), missing)
        shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        self.setText(f"{self.heading}: {shown} ▾")
        self.setToolTip(words if shown != words else "")
        self.setAccessibleName(f"{self.heading}: {words}")

    @property
    def choices(self) -> tuple[ChipChoice, ...]:
        """What the list offers now."""
        return self._choices

    def _on_menu_opening(self) -> None:
        menu = self.menu()
        menu.clear()
        groups: dict[str, QMenu] = {"": menu}
        for choice in self._choices:
            if choice.group not in groups:
                groups[choice.group] = menu.addMenu(choice.group)
            groups[choice.group].addAction(self._entry(choice))

    def _entry(self, choice: ChipChoice) -> QAction:
        entry = QAction(choice.words.replace("&", "&&"), self.menu())
        entry.setCheckable(True)
        entry.setChecked(choice.key == self.key)
        entry.triggered.connect(partial(self._on_entry_triggered, choice.key))
        return entry

    def _on_entry_triggered(self, key: str, _checked: bool = False) -> None:
        self.chosen.emit(key)


class SwitchChip(QPushButton):
    """Something that is on or off, and says so."""

    def __init__(self, words: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setProperty("kind", "chip")
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.setToolTip(tip)
        self.toggled.connect(self._on_self_toggled)
        self._on_self_toggled(False)

    def _on_self_toggled(self, checked: bool) -> None:
        self.setText(f"{self._words}: {'bật' if checked else 'tắt'}")
        self.setAccessibleName(self.text())
        self.setProperty("active", checked)
        self.style().unpolish(self)
        self.style().polish(self)
