"""All years at a glance: the host, and the number of events in each month; the chosen month lists its events."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QListWidgetItem, QTableWidget, QTableWidgetItem, QWidget

from cluster_desktop.domain.events.event_days import DayEvent
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.queries.events.event_days import day_events, event_years
from cluster_desktop.records.queries.units.roles import hosts_by_year
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import Space, grow, in_column
from cluster_desktop.ui.kit.lists import add_line, line_list
from cluster_desktop.ui.kit.operations import Operations

_HOST: Final = 0
_ALL: Final = 14
_UNKNOWN: Final = 13
"""Columns: the host, the months 1-12, no month, all of the year."""
_HEADINGS: Final = ("Đăng cai", *(f"T{month}" for month in range(1, 13)), "?", "Cả năm")
_MONTH_WIDTH: Final = 38
_ALL_WIDTH: Final = 66
_LIST_HIGH: Final = 210


class YearsView(QWidget):
    """The table of years; ``opened`` (uid): an event was chosen."""

    opened = Signal(str)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._year = 0
        self._years: tuple[int, ...] = ()
        self._events: tuple[DayEvent, ...] = ()
        self.table = self._create_table()
        self.title = label("", "section")
        self.list = line_list("Sự kiện của tháng, năm đang chọn")
        self.list.setMinimumHeight(_LIST_HIGH)
        self.list.itemActivated.connect(self._on_item_activated)
        self.list.itemClicked.connect(self._on_item_activated)
        below = in_column(
            self.title,
            grow(self.list),
            space=Space.TIGHT,
            margins=(Space.LARGE, Space.SMALL, Space.LARGE, Space.MEDIUM),
        )
        in_column(
            grow(self.table),
            grow(below),
            on=self,
            space=Space.NONE,
            margins=(Space.NONE, Space.SMALL, Space.NONE, Space.NONE),
        )

    def _create_table(self) -> QTableWidget:
        table = QTableWidget(0, len(_HEADINGS))
        for column, words in enumerate(_HEADINGS):
            heading = QTableWidgetItem(words)
            heading.setToolTip("Chưa rõ tháng" if column == _UNKNOWN else "")
            table.setHorizontalHeaderItem(column, heading)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setAccessibleName("Sự kiện theo năm và tháng")
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setMinimumSectionSize(_MONTH_WIDTH)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_HOST, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(_HEADINGS)):
            table.setColumnWidth(column, _ALL_WIDTH if column == _ALL else _MONTH_WIDTH)
        table.currentCellChanged.connect(self._show_events)
        table.cellActivated.connect(self._on_cell_activated)
        return table

    def set_year(self, year: int) -> None:
        """Choose the row of a year."""
        self._year = year
        if year in self._years:
            self.table.setCurrentCell(self._years.index(year), _ALL)

    def reread(self, changes: Changes | None) -> None:
        """Read the events again."""
        workspace = self._operations.workspace
        if workspace.busy:
            return
        self._years = workspace.read(event_years)
        self._events = workspace.read(day_events, self._years[0], self._years[-1]) if self._years else ()
        hosts = workspace.read(hosts_by_year)
        self.table.setRowCount(len(self._years))
        self.table.setVerticalHeaderLabels([str(year) for year in self._years])
        for row, year in enumerate(self._years):
            own = [event for event in self._events if event.year == year]
            self._put(row, _HOST, ", ".join(hosts.get(year) or ()) or "chưa ghi", Qt.AlignmentFlag.AlignLeft)
            for column in range(1, len(_HEADINGS)):
                count = len(_of_column(own, column))
                self._put(row, column, str(count) if count else "", Qt.AlignmentFlag.AlignHCenter)
        self.set_year(self._year)
        self._show_events()

    def _put(self, row: int, column: int, words: str, side: Qt.AlignmentFlag) -> None:
        item = QTableWidgetItem(words)
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        item.setToolTip(words if column == _HOST else "")
        self.table.setItem(row, column, item)

    def focus(self) -> None:
        """Put the cursor into the table."""
        self.table.setFocus()

    def _show_events(self) -> None:
        row, column = self.table.currentRow(), self.table.currentColumn()
        events: Sequence[DayEvent] = ()
        if 0 <= row < len(self._years):
            year = self._years[row]
            events = _of_column([event for event in self._events if event.year == year], column)
            when = "chưa rõ tháng" if column == _UNKNOWN else f"tháng {column}" if 0 < column < _UNKNOWN else "cả năm"
            self.title.setText(f"Năm {year}, {when} · {len(events)} sự kiện")
        self.list.clear()
        for event in events:
            add_line(self.list, event.words, event.uid)

    def _on_cell_activated(self, row: int, column: int) -> None:
        if self.list.count():
            self.list.setFocus()
            self.list.setCurrentRow(0)

    def _on_item_activated(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(Qt.ItemDataRole.UserRole))


def _of_column(events: Sequence[DayEvent], column: int) -> Sequence[DayEvent]:
    """Return the events of a month, those without a month, or all."""
    if column in (_HOST, _ALL):
        return events
    return [event for event in events if event.month == (None if column == _UNKNOWN else column)]
