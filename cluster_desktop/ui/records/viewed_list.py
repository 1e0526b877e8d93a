"""A list page with other views of its records: a calendar, a table of years."""

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from cluster_desktop.records.changes import Changes
from cluster_desktop.ui.kit.chip_row import ChipRow
from cluster_desktop.ui.kit.layouts import CHIPS, Space, grow, in_column, in_row, stretch
from cluster_desktop.ui.records.list_page import ListPage


class View(Protocol):
    """The interface of a view, which is a widget."""

    def set_year(self, year: int) -> None:
        """Show this emulation year."""

    def reread(self, changes: Changes | None) -> None:
        """Show the records as they are now."""

    def focus(self) -> None:
        """Put the cursor where records are chosen."""


class ViewedListPage(ListPage):
    """A list page with views; the view chosen last is remembered."""

    def other_views(self) -> Sequence[tuple[str, QWidget]]:
        """Return the words on the chip and the widget (a View) of each view besides the list."""
        return ()

    @override
    def create_side(self) -> QWidget:
        self._views = tuple(self.other_views())
        self._stale: set[QWidget] = set()
        self.stack = QStackedWidget()
        words = ("&Danh sách", *(words for words, _view in self._views))
        self.chips = ChipRow([(str(place), shown) for place, shown in enumerate(words)])
        self.chips.chosen.connect(self._on_chips_chosen)
        for widget in (self.list, *(view for _words, view in self._views)):
            self.stack.addWidget(widget)
        side = QWidget()
        in_column(
            in_row(self.chips, stretch(), margins=CHIPS),
            grow(self.stack),
            on=side,
            space=Space.NONE,
        )
        self.choose_view(self._settings.get(self._remembered, 0))
        return side

    @property
    def _remembered(self) -> str:
        return f"view.{self.spec.kind}"

    def choose_view(self, place: int) -> None:
        """Show the list (0) or one of the other views."""
        place = place if 0 <= place < self.stack.count() else 0
        self.stack.setCurrentIndex(place)
        self._refresh()
        if place != self._settings.get(self._remembered, 0):
            self._settings.set(self._remembered, place)
        self.chips.mark(str(place))

    def open_record(self, uid: str) -> None:
        """Show a record that was chosen in a view, once unsaved input was saved or dropped."""
        if uid == self.record.uid or self.may_go():
            self.show_record(self.spec.kind, uid)

    def _view(self, view: QWidget) -> View:
        return cast(View, view)

    @override
    def focus_side(self) -> None:
        shown = self.stack.currentIndex()
        if shown:
            self._view(self._views[shown - 1][1]).focus()
        else:
            super().focus_side()

    @override
    def focus_search(self) -> None:
        self.choose_view(0)
        super().focus_search()

    @override
    def set_year(self, year: int) -> None:
        super().set_year(year)
        for _words, view in self._views:
            self._view(view).set_year(year)

    @override
    def reread(self, changes: Changes | None) -> None:
        super().reread(changes)
        if changes is None or changes.kinds & self._kinds_shown():
            self._stale = {view for _words, view in self._views}
            self._refresh()

    def _refresh(self) -> None:
        """Read the view on show again, where something changed since it was read."""
        shown = self.stack.currentWidget()
        if shown in self._stale:
            self._stale.discard(shown)
            self._view(shown).reread(None)

    def _on_chips_chosen(self, place: str) -> None:
        self.choose_view(int(place))
