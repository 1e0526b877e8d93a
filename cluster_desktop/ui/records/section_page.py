"""What a page of several sections asks of one of them."""

from typing import ClassVar

from PySide6.QtCore import Signal

from cluster_desktop.ui.kit.page import Page


class SectionPage(Page):
    """A page that can stand beside others under one heading; lists of records are the usual ones."""

    turned = Signal()
    """From its list to one record or back."""
    KIND: ClassVar[str] = ""
    ADD_TEXT: ClassVar[str] = ""

    @property
    def kind(self) -> str:
        """What it is asked for by: the kind of its records."""
        return self.KIND

    @property
    def add_text(self) -> str:
        """The words on the filled button while it is on show."""
        return self.ADD_TEXT

    @property
    def record_only(self) -> bool:
        """Whether one record has taken the place of its list, because the window is narrow."""
        return False

    def add(self) -> None:
        """What that button does."""

    def focus_lines(self) -> None:
        """Put the cursor into its list."""

    def may_go(self) -> bool:
        """Ask about what is typed and not saved; False means to stay."""
        return True
