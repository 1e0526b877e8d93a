"""The interface between the window and its pages."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from cluster_desktop.records.changes import Changes


class Page(QWidget):
    """One page of the window. Pages never call each other: they ask the window with ``record_requested``."""

    TITLE: ClassVar[str] = ""

    record_requested = Signal(str, str)
    """Show this record (kind, uid) wherever it lives; uid '' = the page of the kind."""

    def primary_action(self) -> QAction | None:
        """Return the action of the page's one filled button."""
        return None

    def save(self) -> bool:
        """Write what is unsaved; False when it cannot be written as it stands."""
        return True

    def discard(self) -> None:
        """Forget what is unsaved."""

    def has_unsaved(self) -> bool:
        """Tell if leaving now would lose unsaved input."""
        return False

    def focus_search(self) -> None:
        """Put the cursor into the search box."""

    def reread(self, changes: Changes | None) -> None:
        """Show the workspace as it is now; *changes* tells what is new, None means everything."""

    def set_year(self, year: int) -> None:
        """Show this emulation year."""

    def show_record(self, kind: str, uid: str) -> bool:
        """Show the record if it belongs here."""
        return False
