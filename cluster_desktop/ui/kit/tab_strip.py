"""Tabs in one line; those that do not fit are listed behind "Khác"."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QMenu, QTabBar, QWidget
from typing_extensions import override

from cluster_desktop.ui.kit.drop_button import DropButton
from cluster_desktop.ui.kit.layouts import Space, grow, in_row

_MORE: Final = "Khác"
_BESIDE: Final = 22  # px around the words of a tab


class TabStrip(QWidget):
    """Tabs by their place among *titles*; ``turned`` (place) when another one is on show."""

    turned = Signal(int)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = 0
        self.titles = tuple(titles)
        self._offered = tuple(range(len(titles)))
        self.bar = QTabBar(expanding=False, drawBase=False, usesScrollButtons=False)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.setAccessibleName("Các phần của bản ghi")
        self.bar.setMinimumWidth(0)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._on_menu_about_to_show)
        self.more = DropButton(_MORE, "quiet")
        self.more.setMenu(self._menu)
        in_row(grow(self.bar), self.more, on=self, space=Space.NONE)
        self.bar.currentChanged.connect(self._on_bar_turned)

    def turn(self, place: int) -> None:
        """Show another tab."""
        if place != self.place:
            self.place = place
            self._arrange()
            self.turned.emit(place)

    def step(self, by: int) -> None:
        """Show the next tab on offer, or the one before; after the last comes the first."""
        if self.place in self._offered:
            self.turn(self._offered[(self._offered.index(self.place) + by) % len(self._offered)])

    def offer(self, places: Sequence[int]) -> None:
        """Offer only these tabs."""
        if tuple(places) != self._offered:
            self._offered = tuple(places)
            self._arrange()

    def offered(self) -> tuple[str, ...]:
        """Return the titles of the tabs on offer, also of those behind "Khác"."""
        return tuple(self.titles[place] for place in self._offered)

    def _arrange(self) -> None:
        """Show as many tabs as fit, the current one always."""
        shown = self._fitting()
        with QSignalBlocker(self.bar):
            while self.bar.count():
                self.bar.removeTab(0)
            for place in shown:
                self.bar.setTabData(self.bar.addTab(self.titles[place]), place)
            if self.place in shown:
                self.bar.setCurrentIndex(shown.index(self.place))
        self.more.setVisible(len(shown) < len(self._offered))

    def _fitting(self) -> list[int]:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(bold)
        widths = {place: metrics.horizontalAdvance(self.titles[place]) + _BESIDE for place in self._offered}
        if sum(widths.values()) <= self.width():
            return list(self._offered)
        room = self.width() - self.more.sizeHint().width() - widths.get(self.place, 0)
        shown = []
        for place in self._offered:
            if place != self.place:
                room -= widths[place]
            if place == self.place or room >= 0:
                shown.append(place)
        return shown

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.bar.sizeHint().height())

    def _on_bar_turned(self, index: int) -> None:
        self.turn(self.bar.tabData(index))

    def _on_menu_about_to_show(self) -> None:
        self._menu.clear()
        shown = [self.bar.tabData(index) for index in range(self.bar.count())]
        for place in self._offered:
            if place not in shown:
                self._menu.addAction(self.titles[place], partial(self.turn, place))
