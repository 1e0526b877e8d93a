"""Tabs in one line; those that do not fit wait behind "Khác"."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QToolButton, QWidget
from typing_extensions import override

_MORE: Final = "Khác ▾"


class TabStrip(QWidget):
    """``turned`` (place) when another tab is on show. Tabs keep their place whether they fit or not."""

    turned = Signal(int)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = set(range(len(titles)))
        self._arranging = False
        self.bar = _Bar(expanding=False, drawBase=False, usesScrollButtons=False)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.setAccessibleName("Các phần của bản ghi")
        for title in titles:
            self.bar.addTab(title)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._on_menu_about_to_show)
        self.more = QToolButton(text=_MORE, popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.bar, 1)
        row.addWidget(self.more)
        self.bar.currentChanged.connect(self._on_bar_turned)

    @property
    def place(self) -> int:
        """The tab on show."""
        return self.bar.currentIndex()

    def turn(self, place: int) -> None:
        """Show another tab."""
        self.bar.setTabVisible(place, True)
        self.bar.setCurrentIndex(place)

    def set_wanted(self, places: Sequence[int]) -> None:
        """Offer only these tabs."""
        if set(places) != self._wanted:
            self._wanted = set(places)
            self._arrange()

    def shown(self) -> tuple[str, ...]:
        """The words of the tabs on offer, also of those behind "Khác"."""
        return tuple(self.bar.tabText(place) for place in sorted(self._wanted))

    def _arrange(self) -> None:
        """Show as many tabs as fit, the current one always."""
        self._arranging = True
        room, current = self.width(), self.place
        widths = {place: self.bar.tabSizeHint(place).width() for place in sorted(self._wanted)}
        fits = sum(widths.values()) <= room
        room -= 0 if fits else self.more.sizeHint().width() + widths.get(current, 0)
        for place in range(self.bar.count()):
            if place in widths and place != current:
                room -= widths[place]
            self.bar.setTabVisible(place, place in widths and (fits or place == current or room >= 0))
        self.more.setVisible(not fits)
        self._arranging = False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.bar.sizeHint().height())

    def _on_bar_turned(self, place: int) -> None:
        if not self._arranging:
            self._arrange()
            self.turned.emit(place)

    def _on_menu_about_to_show(self) -> None:
        self._menu.clear()
        for place in sorted(self._wanted):
            if not self.bar.isTabVisible(place):
                self._menu.addAction(self.bar.tabText(place), partial(self.turn, place))


class _Bar(QTabBar):
    """Tells how wide a tab is, which Qt keeps to itself."""

    @override
    def tabSizeHint(self, index: int) -> QSize:
        return super().tabSizeHint(index)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
