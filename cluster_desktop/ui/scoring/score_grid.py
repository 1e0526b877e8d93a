"""The grid of points with its criteria held at the left and its totals held below."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QHeaderView, QWidget
from typing_extensions import override

from cluster_desktop.ui.grid.cell_model import CellModel
from cluster_desktop.ui.grid.cell_table import ROW, CellTable
from cluster_desktop.ui.kit.labels import rule
from cluster_desktop.ui.kit.layouts import Space, spaced
from cluster_desktop.ui.scoring.beside_grid import LinesModel, TotalsHeadModel, TotalsModel
from cluster_desktop.ui.scoring.desk import ScoreDesk
from cluster_desktop.ui.scoring.grid_model import GridModel
from cluster_desktop.ui.scoring.unit_header import LINE, UnitHeader

Index = QModelIndex | QPersistentModelIndex
_POINTS: Final = 74
_POINTS_ALONE: Final = 96
_MAXIMUM: Final = 58
_LEAST: Final = 190
_MOST: Final = 380
_SHARE: Final = 0.32
_OFF: Final = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_NOT_EDITED: Final = QAbstractItemView.EditTrigger.NoEditTriggers


class ScoreGrid(QWidget):
    """Four tables that scroll together; only the points take the keyboard. ``turned``: another cell is current."""

    turned = Signal()

    def __init__(self, desk: ScoreDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = GridModel(desk)
        self.points = CellTable(self.model, "Điểm của các đơn vị")
        self.head = UnitHeader(self.model, self.points)
        self.points.setHorizontalHeader(self.head)
        self.lines = _read_only_table(LinesModel(desk, self.model), "Tiêu chí")
        self.totals = _read_only_table(TotalsModel(desk, self.model), "Tổng điểm, xếp hạng")
        self._totals_head = _read_only_table(TotalsHeadModel(desk, self.model), "Tổng điểm, xếp hạng")
        self._lay_out()
        self._synchronise()

    def _lay_out(self) -> None:
        grid = spaced(QGridLayout(self), Space.NONE)
        grid.addWidget(self.lines, 0, 0)
        grid.addWidget(self.points, 0, 1)
        grid.addWidget(rule(), 1, 0, 1, 2)
        grid.addWidget(self._totals_head, 2, 0)
        grid.addWidget(self.totals, 2, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(0, 1)
        self.lines.horizontalHeader().setFixedHeight(2 * LINE)
        self.points.setHorizontalScrollBarPolicy(_OFF)
        self.points.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.totals.setViewportMargins(0, 0, self.points.verticalScrollBar().sizeHint().width(), 0)
        self.totals.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        for table in (self.totals, self._totals_head):
            table.horizontalHeader().hide()
            table.setFixedHeight(2 * ROW + self.totals.horizontalScrollBar().sizeHint().height())
        self.setFocusProxy(self.points)

    def _synchronise(self) -> None:
        """Keep scrolling, widths and current cell of two tables the same."""
        self.points.verticalScrollBar().valueChanged.connect(self.lines.verticalScrollBar().setValue)
        self.lines.verticalScrollBar().valueChanged.connect(self.points.verticalScrollBar().setValue)
        self.points.horizontalScrollBar().valueChanged.connect(self.totals.horizontalScrollBar().setValue)
        self.totals.horizontalScrollBar().valueChanged.connect(self.points.horizontalScrollBar().setValue)
        self.head.sectionResized.connect(self._on_head_resized)
        self.points.selectionModel().currentChanged.connect(self._on_points_turned)
        self.model.modelReset.connect(self._on_model_reset)
        self.lines.clicked.connect(self._on_line_clicked)

    def fit(self) -> None:
        """Give the columns their widths."""
        title = max(_LEAST, min(_MOST, round(self.width() * _SHARE)))
        for table in (self.lines, self._totals_head):
            table.setColumnWidth(0, title)
            table.setColumnWidth(1, _MAXIMUM)
            table.setFixedWidth(title + _MAXIMUM)
        alone = len({side for _unit, side in self.model.columns}) == 1
        for column in range(self.model.columnCount()):
            self.points.setColumnWidth(column, _POINTS_ALONE if alone else _POINTS)

    def go(self, row: int, column: int) -> None:
        """Go to a cell, ready to edit it."""
        self.points.go(row, column)
        self.points.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _on_head_resized(self, column: int, _before: int, width: int) -> None:
        self.totals.setColumnWidth(column, width)

    def _on_points_turned(self, current: Index, _before: Index) -> None:
        self.head.mark(current.column())
        self.lines.setCurrentIndex(self.lines.cells.index(current.row(), 0))
        self.turned.emit()

    def _on_model_reset(self) -> None:
        self.fit()
        self.head.mark(-1)
        first = next((row for row, line in enumerate(self.model.lines) if not line.group), -1)
        if first >= 0 and self.model.columns:
            self.points.setCurrentIndex(self.model.index(first, 0))
            self.points.scrollToTop()
        self.turned.emit()

    def _on_line_clicked(self, index: Index) -> None:
        self.go(index.row(), max(0, self.points.here[1]))


def _read_only_table(model: CellModel, name: str) -> CellTable:
    """Create a table that is only read."""
    table = CellTable(model, name)
    table.setEditTriggers(_NOT_EDITED)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setHorizontalScrollBarPolicy(_OFF)
    table.setVerticalScrollBarPolicy(_OFF)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    return table
