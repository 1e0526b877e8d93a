"""A plain list of lines, for dialogs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget


def line_list(name: str) -> QListWidget:
    """An empty list that screen readers call *name*."""
    made = QListWidget()
    made.setAccessibleName(name)
    made.setWordWrap(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.ensurePolished()  # lines added before the style sheet is known would keep the height they had without it
    return made
