"""The chips above the preview: small round buttons that open a list or switch something."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from cluster_desktop.ui.kit.drop_button import DropButton
from cluster_desktop.ui.kit.labels import restyle

_LONGEST: Final = 44


@dataclass(frozen=True, slots=True)
class ChipChoice:
    """An entry of a chip's list; entries with the same *group* lie together in a list of their own."""

    key: str
    words: str
    group: str = ""
    detail: str = ""
    """Details, shown in the list only."""


class ChoiceChip(DropButton):
    """A chip that shows the choice and opens the list of all choices."""

    chosen = Signal(str)

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(kind="chip", parent=parent)
        self.heading = heading
        self.key = ""
        self._short = False
        self._words = ""
        self._choices: tuple[ChipChoice, ...] = ()
        self.acts: tuple[QAction, ...] = ()
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self._on_menu_opening)
        self.offer((), "")

    def set_heading(self, heading: str) -> None:
        """Set the words before the choice, shown with the next offer."""
        self.heading = heading

    def offer(self, choices: Sequence[ChipChoice], key: str) -> None:
        """Set the choices and the chosen one."""
        self._choices, self.key = tuple(choices), key
        self._words = next((choice.words for choice in choices if choice.key == key), "chưa chọn")
        self._show()

    def set_short(self, short: bool) -> None:
        """Leave out the heading where there is little room."""
        self._short = short
        self._show()

    def _show(self) -> None:
        words = self._words if len(self._words) <= _LONGEST else f"{self._words[: _LONGEST - 1]}…"
        full = f"{self.heading}: {self._words}"
        self.setText(words if self._short else f"{self.heading}: {words}")
        self.setToolTip(full)
        self.setAccessibleName(full)

    @property
    def choices(self) -> tuple[ChipChoice, ...]:
        """The choices of the list."""
        return self._choices

    def _on_menu_opening(self) -> None:
        menu = self.menu()
        menu.clear()
        groups: dict[str, QMenu] = {"": menu}
        for choice in self._choices:
            if choice.group not in groups:
                groups[choice.group] = menu.addMenu(choice.group)
            groups[choice.group].addAction(self._entry(choice))
        if self.acts:
            menu.addSeparator()
            menu.addActions(self.acts)

    def _entry(self, choice: ChipChoice) -> QAction:
        words = f"{choice.words}  ·  {choice.detail}" if choice.detail else choice.words
        entry = QAction(words.replace("&", "&&"), self.menu())
        entry.setCheckable(True)
        entry.setChecked(choice.key == self.key)
        entry.triggered.connect(partial(self.chosen.emit, choice.key))
        return entry


class SwitchChip(QPushButton):
    """A chip that is on or off, in words."""

    def __init__(self, words: str, short_words: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._short_words = words, short_words
        self._short = False
        self.setProperty("kind", "chip")
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.setToolTip(tip)
        self.toggled.connect(self._on_self_toggled)
        self._on_self_toggled(False)

    def set_short(self, short: bool) -> None:
        """Use the short words where there is little room."""
        self._short = short
        self._on_self_toggled(self.isChecked())

    def _on_self_toggled(self, checked: bool) -> None:
        state = "bật" if checked else "tắt"
        self.setText(f"{self._short_words if self._short else self._words}: {state}")
        self.setAccessibleName(f"{self._words}: {state}")
        restyle(self, "active", checked)
