"""The interface between a page of several sections and one of them."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cluster_desktop.ui.kit.page import Page


class SectionPage(Page):
    """A page that can stand beside others under one heading; lists of records are the usual ones."""

    turned = Signal()
    """From its list to one record or back."""
    KIND: ClassVar[str] = ""
    ADD_TEXT: ClassVar[str] = ""

    @property
    def kind(self) -> str:
        """The key of the section: the kind of its records."""
        return self.KIND

    @property
    def add_text(self) -> str:
        """The words on the filled button while it is on show."""
        return self.ADD_TEXT

    def head_acts(self) -> tuple[QWidget, ...]:
        """Create the buttons that stand beside the chips while it is on show."""
        return ()

    @property
    def record_only(self) -> bool:
        """A record has taken the place of its list, because the window is narrow."""
        return False

    def add(self) -> None:
        """Run the filled button."""

    def focus_lines(self) -> None:
        """Put the cursor into its list."""

    def may_go(self) -> bool:
        """Ask about unsaved input; False means to stay."""
        return True
