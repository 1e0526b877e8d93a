"""The calendar: one month of events, and beside it the events without a recorded day."""

import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from cluster_desktop.domain.events.event_days import DayEvent, by_day, undated
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.queries.events.event_days import day_events
from cluster_desktop.ui.events.month_grid import MonthGrid, other_month
from cluster_desktop.ui.kit.labels import button, icon_button, label
from cluster_desktop.ui.kit.layouts import BAR, Space, grow, in_column, in_row
from cluster_desktop.ui.kit.lists import add_line, line_list
from cluster_desktop.ui.kit.operations import Operations

_UNDATED_HIGH = 72


class CalendarView(QWidget):
    """The calendar; ``opened`` (uid): an event was chosen."""

    opened = Signal(str)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._events: tuple[DayEvent, ...] = ()
        self._read_for = 0
        self.grid = MonthGrid()
        self.month = label("", "record")
        self.undated_title = label("", "section")
        self.undated = line_list("Sự kiện chưa rõ ngày")
        self.undated.setMaximumHeight(_UNDATED_HIGH)
        self._lay_out()
        self.grid.moved.connect(self.show_day)
        self.grid.opened.connect(self.opened)
        self.undated.itemActivated.connect(self._on_undated_activated)
        self.undated.itemClicked.connect(self._on_undated_activated)

    def _lay_out(self) -> None:
        top = in_row(
            icon_button("chevron-left", "Tháng trước (Page Up)", partial(self._turn, -1)),
            icon_button("chevron-right", "Tháng sau (Page Down)", partial(self._turn, 1)),
            grow(self.month),
            label("Mũi tên để đi từng ngày · Enter để mở", "hint"),
            button("&Hôm nay", self._on_today_clicked),
            margins=BAR,
        )
        below = in_column(
            self.undated_title,
            self.undated,
            space=Space.TIGHT,
            margins=(Space.LARGE, Space.SMALL, Space.LARGE, Space.MEDIUM),
        )
        in_column(top, grow(self.grid), below, on=self, space=Space.NONE)

    def set_year(self, year: int) -> None:
        """Show the year's first month with an event, or the month of today."""
        if not year or year == self.grid.day.year:
            return
        self._read(year)
        dated = [e.starts_on.earliest for e in self._events if e.year == year and e.starts_on and e.dated]
        self.show_day(min(dated, default=datetime.date(year, 1, 1)))

    def reread(self, changes: Changes | None) -> None:
        """Read the events again."""
        self._read_for = 0
        self.show_day(self.grid.day)

    def focus(self) -> None:
        """Put the cursor into the grid."""
        self.grid.setFocus()

    def show_day(self, day: datetime.date) -> None:
        """Show the month of *day* and choose that day."""
        self._read(day.year)
        self.grid.show_day(day, by_day(self._events))
        self.month.setText(f"Tháng {day.month} năm {day.year}")
        waiting = undated(self._events, day.year, day.month)
        self.undated.clear()
        for event in waiting:
            add_line(self.undated, event.words, event.uid)
        self.undated_title.setText(f"Chưa rõ ngày · {len(waiting)} sự kiện")
        for widget in (self.undated_title, self.undated):
            widget.setVisible(bool(waiting))

    def _read(self, year: int) -> None:
        """Read the events of a year and its neighbours, once; a busy file keeps the last ones."""
        if year != self._read_for and not self._operations.workspace.busy:
            self._events = self._operations.workspace.read(day_events, year - 1, year + 1)
            self._read_for = year

    def _turn(self, step: int) -> None:
        self.show_day(other_month(self.grid.day, step))

    def _on_today_clicked(self) -> None:
        self.show_day(datetime.date.today())

    def _on_undated_activated(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(Qt.ItemDataRole.UserRole))
