"""The head of the grid in two lines: each unit's name over the columns of its sides."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.scoring.grid_model import GridModel

LINE: Final = 24
_PAD: Final = 4
_POINTS: Final = 9.0


class UnitHeader(QHeaderView):
    """Paints the name of a unit once over all its columns; the current column is marked."""

    def __init__(self, grid: GridModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._grid = grid
        self.here = -1
        self.setSectionsClickable(False)
        self.setFixedHeight(2 * LINE)

    def mark(self, column: int) -> None:
        """Mark the current column."""
        if column != self.here:
            self.here = column
            self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 2 * LINE)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        colours = theme.colours()
        first, last = self._span(logicalIndex)
        painter.save()
        painter.fillRect(rect, colours.window)
        marked = first <= self.here <= last
        edge = colours.quiet if logicalIndex == last else colours.line
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), edge)
        if logicalIndex != last:
            painter.fillRect(rect.right(), rect.top(), 1, LINE, colours.window)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.line)
        self._paint_side(painter, rect, logicalIndex)
        self._paint_unit(painter, rect, first, last, marked=marked)
        painter.restore()

    def _paint_side(self, painter: QPainter, rect: QRect, column: int) -> None:
        colours = theme.colours()
        painter.setFont(theme.sized(_POINTS, semibold=column == self.here))
        painter.setPen(colours.accent if column == self.here else colours.quiet)
        lower = rect.adjusted(_PAD, LINE, -_PAD, -1)
        words = painter.fontMetrics().elidedText(
            self._grid.columns[column][1].label, Qt.TextElideMode.ElideRight, lower.width()
        )
        painter.drawText(lower, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_unit(self, painter: QPainter, rect: QRect, first: int, last: int, *, marked: bool) -> None:
        colours = theme.colours()
        left = self.sectionViewportPosition(first)
        right = self.sectionViewportPosition(last) + self.sectionSize(last)
        upper = QRect(left + _PAD, rect.top(), right - left - 2 * _PAD, LINE)
        painter.setClipRect(QRect(rect.left(), rect.top(), rect.width(), LINE))
        unit = self._grid.columns[first][0]
        painter.setFont(theme.sized(_POINTS, semibold=True))
        painter.setPen(colours.accent if marked else colours.quiet if unit.left_on else colours.text)
        words = painter.fontMetrics().elidedText(unit.short_name, Qt.TextElideMode.ElideRight, upper.width())
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, words)

    def _span(self, column: int) -> tuple[int, int]:
        """Return the first and last column of the unit that has this one."""
        unit = self._grid.columns[column][0]
        first = last = column
        while first > 0 and self._grid.columns[first - 1][0] is unit:
            first -= 1
        while last + 1 < len(self._grid.columns) and self._grid.columns[last + 1][0] is unit:
            last += 1
        return first, last
