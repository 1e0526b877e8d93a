"""Which pages the window has, in the order of the sidebar."""

from cluster_desktop.ui.book import Book
from cluster_desktop.ui.main_window import PageEntry
from cluster_desktop.ui.operations import Operations
from cluster_desktop.ui.page import Page


def page_entries() -> tuple[PageEntry, ...]:
    """Every page; its modules are imported when it is first shown, so that the window opens quickly."""
    return (
        PageEntry("overview", "Tổng quan", "home", _overview),
        PageEntry("people", "Cán bộ", "people", _people, frozenset({"person"}), "person"),
    )
