"""Plain lists and combo boxes, for dialogs."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem

from cluster_desktop.domain.text import names

_VALUE: Final = int(Qt.ItemDataRole.UserRole)
_TICKED: Final = Qt.CheckState.Checked
_EMPTY: Final = Qt.CheckState.Unchecked


class CheckableList(QListWidget):
    """A list with a box before each line, which stands for a value; screen readers call it *name*."""

    def __init__(self, name: str) -> None:
        super().__init__()
        _wrap_lines(self, name)

    def _lines(self) -> Iterator[QListWidgetItem]:
        return (self.item(place) for place in range(self.count()))

    def offer(self, words: str, value: Any, *, ticked: bool = False) -> QListWidgetItem:
        """Add a line to tick."""
        line = QListWidgetItem(words)
        line.setData(_VALUE, value)
        line.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        line.setCheckState(_TICKED if ticked else _EMPTY)
        self.addItem(line)
        return line

    def values(self, *, in_sight: bool = False) -> tuple[Any, ...]:
        """The values of all lines, or of those *in_sight*, in their order."""
        return tuple(line.data(_VALUE) for line in self._lines() if not (in_sight and line.isHidden()))

    def ticked(self) -> tuple[Any, ...]:
        """The values of the ticked lines, in their order."""
        return tuple(line.data(_VALUE) for line in self._lines() if line.checkState() is _TICKED)

    def tick(self, values: Collection[Any]) -> None:
        """Tick the lines of these values and no others, without a signal."""
        with QSignalBlocker(self):
            for line in self._lines():
                line.setCheckState(_TICKED if line.data(_VALUE) in values else _EMPTY)

    def narrow(self, text: str) -> None:
        """Leave only the lines in sight that hold the words of *text*; marks do not matter."""
        for line in self._lines():
            line.setHidden(bool(text.strip()) and names.match_rank(text, line.text()) is None)


def line_list(name: str) -> QListWidget:
    """An empty list that screen readers call *name*."""
    made = QListWidget()
    _wrap_lines(made, name)
    return made


def _wrap_lines(made: QListWidget, name: str) -> None:
    made.setAccessibleName(name)
    made.setWordWrap(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.ensurePolished()  # lines added before the style sheet is known would keep the height they had without it


def choice_combo(name: str, lines: Iterable[tuple[str, str]], chosen: str = "", *, whole: bool = False) -> QComboBox:
    """A combo box of (words, value) that screen readers call *name*; the value *chosen* is on show, else the first.

    It is as wide as its layout gives it, or, where it shows its words *whole*, as they are.
    """
    made = QComboBox()
    made.setAccessibleName(name)
    if not whole:
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    fill_combo(made, lines, chosen)
    return made


def fill_combo(combo: QComboBox, lines: Iterable[tuple[str, object]], chosen: object = None) -> None:
    """Let a combo box offer these (words, value) and show the value *chosen*, else the first; nothing is signalled."""
    with QSignalBlocker(combo):
        combo.clear()
        for words, value in lines:
            combo.addItem(words, value)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
