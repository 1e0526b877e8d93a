"""Plain lists and combo boxes, for dialogs."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QListWidget


def line_list(name: str) -> QListWidget:
    """An empty list that screen readers call *name*."""
    made = QListWidget()
    made.setAccessibleName(name)
    made.setWordWrap(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.ensurePolished()  # lines added before the style sheet is known would keep the height they had without it
    return made


def choice_combo(name: str, lines: Iterable[tuple[str, str]], chosen: str = "") -> QComboBox:
    """A combo box of (words, value) that screen readers call *name*; the value *chosen* is on show, else the first."""
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for words, value in lines:
        made.addItem(words, value)
    made.setCurrentIndex(max(made.findData(chosen), 0))
    return made
