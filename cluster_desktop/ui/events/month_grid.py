"""A month as a grid of days with their events; arrows go from day to day, Enter opens."""

import datetime
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from cluster_desktop.domain.events.event_days import WEEKS, DayEvent, month_days
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.kit.labels import tip

WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_DAYS: Final = len(WEEKDAYS)
_PAD: Final = 4
_HEAD: Final = 22
_LINE: Final = 19
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_DAYS,
    Qt.Key.Key_Down: _DAYS,
}
_FIRST, _LAST = datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)
_DAY: Final = int(Qt.ItemDataRole.UserRole)

Days = Mapping[datetime.date, Sequence[DayEvent]]
Index = QModelIndex | QPersistentModelIndex


class MonthGrid(QTableWidget):
    """A month; ``moved`` (day) when another day is chosen, ``opened`` (uid) when an event is."""

    moved = Signal(object)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(WEEKS, _DAYS, parent)
        self.day = datetime.date.today()
        self.days: Days = {}
        self.setHorizontalHeaderLabels(WEEKDAYS)
        self.setItemDelegate(_DayDelegate(self))
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setMinimumSectionSize(_HEAD)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName("Lịch sự kiện")
        self.setTabKeyNavigation(False)

    def show_day(self, day: datetime.date, days: Days) -> None:
        """Show the month of a day, with the events under their days."""
        self.day, self.days = day, days
        shown = month_days(day.year, day.month)
        for place, each in enumerate(shown):
            item = QTableWidgetItem(_spoken(each, days.get(each, ())))
            item.setData(_DAY, each)
            item.setToolTip(tip("\n".join(event.words for event in days.get(each, ()))))
            self.setItem(*divmod(place, _DAYS), item)
        place = shown.index(day)
        self.setCurrentCell(*divmod(place, _DAYS))

    def day_at(self, index: Index) -> datetime.date:
        """Return the day of a cell."""
        day = index.data(_DAY)
        if not isinstance(day, datetime.date):
            raise TypeError("a cell without a day")
        return day

    def lines_in(self, height: int) -> int:
        """Return how many lines of events fit into a cell of that height."""
        return max((height - _HEAD) // _LINE, 0)

    def _go(self, day: datetime.date) -> None:
        self.moved.emit(min(max(day, _FIRST), _LAST))

    def open_day(self) -> None:
        """Open the event of the chosen day; with several, let one be chosen."""
        events = self.days.get(self.day, ())
        if len(events) == 1:
            self.opened.emit(events[0].uid)
        elif events:
            menu = QMenu(self)
            menu.aboutToHide.connect(menu.deleteLater)
            for event in events:
                menu.addAction(event.title.replace("&", "&&"), partial(self.opened.emit, event.uid))
            menu.setActiveAction(menu.actions()[0])
            cell = self.visualRect(self.currentIndex())
            menu.popup(self.viewport().mapToGlobal(cell.center()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(self.day + datetime.timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._go(other_month(self.day, -1 if key == Qt.Key.Key_PageUp else 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_day()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus()
        day, cell = self.day_at(index), self.visualRect(index)
        events = self.days.get(day, ())
        place = (int(event.position().y()) - cell.top() - _HEAD) // _LINE
        self._go(day)
        if 0 <= place < min(len(events), self.lines_in(cell.height())):
            self.opened.emit(events[place].uid)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.days.get(self.day):
            self.open_day()


def other_month(day: datetime.date, step: int) -> datetime.date:
    """Return the same day *step* months on, or the last one of a shorter month; never outside 1900-2100."""
    month = day.year * 12 + day.month - 1 + step
    first = datetime.date(min(max(month // 12, _FIRST.year), _LAST.year), month % 12 + 1, 1)
    days = (first.replace(day=28) + datetime.timedelta(days=4)).replace(day=1) - datetime.timedelta(days=1)
    return first.replace(day=min(day.day, days.day))


def _spoken(day: datetime.date, events: Sequence[DayEvent]) -> str:
    heading = f"{WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"
    return "; ".join((heading, *(event.title for event in events)))


class _DayDelegate(QStyledItemDelegate):
    """Paints the number of the day and the events that fit; the rest is counted."""

    def __init__(self, grid: MonthGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, rect, day = theme.colours(), option.rect, self._grid.day_at(index)
        chosen, inside = day == self._grid.day, day.month == self._grid.day.month
        painter.fillRect(rect, now.surface if inside else now.window)
        number = QRect(rect.left() + _PAD, rect.top() + 2, 24, _HEAD - 4)
        if day == datetime.date.today():
            painter.fillRect(number, now.accent_wash)
        painter.setPen(now.text if inside else now.quiet)
        painter.setFont(theme.sized(9, semibold=chosen))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(day.day))
        self._paint_events(painter, rect, self._grid.days.get(day, ()))
        if chosen:
            painter.setPen(now.accent if self._grid.hasFocus() else now.quiet)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _paint_events(self, painter: QPainter, rect: QRect, events: Sequence[DayEvent]) -> None:
        now, fitting = theme.colours(), self._grid.lines_in(rect.height())
        painter.setFont(theme.sized(9))
        for place, event in enumerate(events[:fitting]):
            line = QRect(rect.left() + _PAD, rect.top() + _HEAD + place * _LINE, rect.width() - 2 * _PAD, _LINE - 2)
            more = len(events) - fitting if place == fitting - 1 else 0
            words = f"{event.title}" if more <= 0 else f"+{more} · {event.title}"
            painter.fillRect(line, now.accent_wash)
            painter.setPen(now.accent)
            inner = line.adjusted(4, 0, -4, 0)
            cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
        if events and not fitting:
            painter.setPen(now.accent)
            aside = rect.adjusted(32, 2, -_PAD, 0)
            painter.drawText(aside, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, f"{len(events)} sự kiện")
