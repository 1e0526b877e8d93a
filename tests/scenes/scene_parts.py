"""How pictures are arranged: a page, a record, a form, another view, a document."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from cluster_desktop.ui.printing.print_items import PRINT_ITEMS
from cluster_desktop.ui.printing.print_page import PrintPage
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.records.sections_page import SectionsPage
from cluster_desktop.ui.records.viewed_list import ViewedListPage

if TYPE_CHECKING:
    from tests.screenshots import Studio


def page(key: str) -> Callable[["Studio"], object]:
    def arrange(studio: "Studio") -> object:
        studio.window.show_page(key)
        return None

    return arrange


def record(key: str, kind: str, place: int = 0, tab: str = "", search: str = "") -> Callable[["Studio"], object]:
    def arrange(studio: "Studio") -> object:
        page = studio.window.show_page(key)
        studio.settle()
        listed = page.section(kind) if isinstance(page, SectionsPage) else page
        if not isinstance(listed, ListPage):
            raise TypeError(key)
        if search:
            listed.list.search.setText(search)
            studio.settle()
        row = listed.list.model.row(place)
        studio.window.show_record(kind, row.uid if row else "")
        studio.settle()
        if tab:
            strip = listed.record.tabs.strip
            strip.turn(strip.titles.index(tab))
        return None

    return arrange


def new(key: str, kind: str) -> Callable[["Studio"], object]:
    def arrange(studio: "Studio") -> object:
        page = studio.window.show_page(key)
        if isinstance(page, SectionsPage):
            page.choose(kind)
        listed = page.current if isinstance(page, SectionsPage) else page
        if not isinstance(listed, ListPage):
            raise TypeError(key)
        listed.discard()
        listed.add()
        studio.settle()
        studio.shoot(f"{key}-{kind}-moi")
        listed.discard()
        return None

    return arrange


def view(key: str, kind: str, view: int) -> Callable[["Studio"], object]:
    """Another look at the records of a list, which then shows its list again."""

    def arrange(studio: "Studio") -> object:
        page = studio.window.show_page(key)
        if isinstance(page, SectionsPage):
            page.choose(kind)
        listed = page.current if isinstance(page, SectionsPage) else page
        if not isinstance(listed, ViewedListPage):
            raise TypeError(key)
        listed.back()
        listed.choose_view(view)
        studio.settle()
        studio.shoot(f"{kind}-cach-xem-{view}")
        listed.choose_view(0)
        return None

    return arrange


def printed(key: str) -> Callable[["Studio"], object]:
    def arrange(studio: "Studio") -> object:
        page = studio.window.show_page("print")
        if not isinstance(page, PrintPage):
            raise TypeError(key)
        page.show_item(next(item for item in PRINT_ITEMS if item.key == key))
        studio.settle()
        return None

    return arrange
