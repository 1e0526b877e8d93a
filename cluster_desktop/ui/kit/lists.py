"""Plain lists, combo boxes and boxes for numbers, for dialogs."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, Final

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QListWidget, QListWidgetItem, QSpinBox
from typing_extensions import override

from cluster_desktop.domain.text import searching
from cluster_desktop.ui.kit.choice_box import ChoiceBox
from cluster_desktop.ui.kit.labels import tip

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
        """Return the values of all lines, or of those *in_sight*, in their order."""
        return tuple(line.data(_VALUE) for line in self._lines() if not (in_sight and line.isHidden()))

    def ticked(self) -> tuple[Any, ...]:
        """Return the values of the ticked lines, in their order."""
        return tuple(line.data(_VALUE) for line in self._lines() if line.checkState() is _TICKED)

    def tick(self, values: Collection[Any]) -> None:
        """Tick the lines of these values and no others, without a signal."""
        with QSignalBlocker(self):
            for line in self._lines():
                line.setCheckState(_TICKED if line.data(_VALUE) in values else _EMPTY)

    def narrow(self, text: str) -> None:
        """Show only the lines that hold the words of *text*."""
        narrow_lines(self, text)


class ClosableList(QListWidget):
    """A list in a panel; ``closed`` when Esc asks to close the panel."""

    closed = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def narrow_lines(lines: QListWidget, text: str) -> None:
    """Show only the lines that hold the words of *text*, marks do not matter; the cursor stays on a line in sight."""
    in_sight: list[int] = []
    for place in range(lines.count()):
        line = lines.item(place)
        line.setHidden(bool(text.strip()) and searching.match_rank(text, line.text()) is None)
        if not line.isHidden():
            in_sight.append(place)
    if lines.currentRow() not in in_sight:  # a key would tick a line that nobody sees
        lines.setCurrentRow(next(iter(in_sight), -1))


def line_list(name: str) -> QListWidget:
    """Create an empty list that screen readers call *name*."""
    lines = QListWidget()
    _wrap_lines(lines, name)
    return lines


def add_line(lines: QListWidget, words: str, value: Any) -> QListWidgetItem:
    """Add a line that stands for a value; its tooltip has all its words."""
    line = QListWidgetItem(words, lines)
    line.setData(_VALUE, value)
    line.setToolTip(tip(words))
    return line


def _wrap_lines(lines: QListWidget, name: str) -> None:
    lines.setAccessibleName(name)
    lines.setWordWrap(True)
    lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    lines.ensurePolished()  # lines added before the style sheet is known would keep the height they had without it


def choice_combo(name: str, lines: Iterable[tuple[str, str]], chosen: str = "", *, whole: bool = False) -> QComboBox:
    """Create a combo box of (words, value) that screen readers call *name*; *chosen* is on show, else the first value.

    It is as wide as its layout gives it, or, where it shows its words *whole*, as they are.
    """
    combo = ChoiceBox()
    combo.setAccessibleName(name)
    if not whole:
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    fill_combo(combo, lines, chosen)
    return combo


def fill_combo(combo: QComboBox, lines: Iterable[tuple[str, object]], chosen: object = None) -> None:
    """Let a combo box offer these (words, value) and show *chosen*, else the first value; no signal is sent."""
    with QSignalBlocker(combo):
        combo.clear()
        for words, value in lines:
            combo.addItem(words, value)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))


def number_box(name: str, least: int, most: int, value: int) -> QSpinBox:
    """Create a box for a whole number that screen readers call *name*."""
    box = QSpinBox()
    box.setRange(least, most)
    box.setValue(value)
    _dress(box, name)
    return box


def millimetre_box(name: str, least: float, most: float, step: float) -> QDoubleSpinBox:
    """Create a box for millimetres with one decimal place that screen readers call *name*."""
    box = QDoubleSpinBox()
    box.setLocale(QLocale(QLocale.Language.Vietnamese))
    box.setDecimals(1)
    box.setSingleStep(step)
    box.setRange(least, most)
    box.setSuffix(" mm")
    _dress(box, name)
    return box


def _dress(box: QSpinBox | QDoubleSpinBox, name: str) -> None:
    box.setAccessibleName(name)
    box.setMinimumWidth(72)
    box.lineEdit().setTextMargins(6, 0, 0, 0)
