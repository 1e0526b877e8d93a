"""The figures on the pages of a preview: the one under the pointer, and the marks around it."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cluster_desktop.documents.content.figure_positions import Spot, spot_at
from cluster_desktop.ui.kit import theme

_AIR: Final = 2.0  # px around a figure
_CORNER: Final = 3.0
_WASH: Final = 28  # of 255


class SpotMarks:
    """Holds the figures of a document. *hovered* is under the pointer, *current* is walked to in the list."""

    def __init__(self) -> None:
        self.spots: tuple[Spot, ...] = ()
        self.hovered: Spot | None = None
        self.current: Spot | None = None

    def show(self, spots: tuple[Spot, ...]) -> None:
        """Turn to the figures of another document."""
        self.spots, self.hovered, self.current = spots, None, None

    def hover(self, page: int, rect: QRectF, point: QPointF, dots: float) -> bool:
        """Point at *point*; *page* lies in *rect*, *dots* to a millimetre. Returns True for another figure."""
        before = self.hovered
        self.hovered = spot_at(self.spots, page, (point.x() - rect.left()) / dots, (point.y() - rect.top()) / dots)
        return self.hovered is not before

    def paint(self, painter: QPainter, page: int, rect: QRectF, dots: float) -> None:
        """Mark on one page the figure under the pointer and the current one; paper is light in every scheme."""
        for spot, width in ((self.hovered, 1.0), (self.current, 2.0)):
            if spot is None or spot.page != page:
                continue
            ink = theme.paper_accent()
            ground = QColor(ink)
            ground.setAlpha(_WASH)
            painter.setPen(QPen(ink, width))
            painter.setBrush(ground)
            painter.drawRoundedRect(place_of(spot, rect, dots), _CORNER, _CORNER)
            painter.setBrush(Qt.BrushStyle.NoBrush)


def place_of(spot: Spot, rect: QRectF, dots: float) -> QRectF:
    """Return the rectangle of a figure in the view."""
    left, top = rect.left() + spot.left * dots, rect.top() + spot.top * dots
    return QRectF(left, top, spot.width * dots, spot.height * dots).adjusted(-_AIR, -_AIR, _AIR, _AIR)
