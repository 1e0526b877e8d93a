"""The sheet in the editor: the certificate over a scanned blank, a frame around each piece, rulers."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cluster_desktop.documents.certificates.layout_pieces import LayoutPiece
from cluster_desktop.documents.content.page import PageSize
from cluster_desktop.ui.kit import theme

_RULER: Final = 22  # px
_GRIP: Final = 9  # px
_GRID: Final = 0.5
"""Millimetres between places a piece snaps to."""
_PULL: Final = 1.5
"""Millimetres from which the middle of the sheet pulls."""
_SMALLEST: Final = 3.0
_FRAME: Final = QColor("#C3C9D2")
_CHOSEN: Final = QColor("#1F5FBF")
"""Paper is white in the dark scheme too."""
_STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SheetView(QWidget):
    """The sheet; ``moved`` (piece) when a person moved one; ``chosen`` (name) when another one is chosen."""

    moved = Signal(object)
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(480, 340)
        self.setAccessibleName("Tờ giấy; phím mũi tên dời ô đang chọn")
        self._page = PageSize(297, 210)
        self._pieces: tuple[LayoutPiece, ...] = ()
        self._name = ""
        self._picture = QImage()
        self._blank = QImage()
        self._held: tuple[LayoutPiece, QPointF, bool] | None = None
        self._dragged: LayoutPiece | None = None

    @property
    def piece(self) -> LayoutPiece | None:
        """The chosen piece at its present place."""
        return next((piece for piece in self._pieces if piece.name == self._name), None)

    def show_sheet(self, page: PageSize, pieces: Sequence[LayoutPiece], picture: QImage) -> None:
        """Show a sheet with its pieces; the chosen one stays chosen."""
        self._page, self._pieces, self._picture = page, tuple(pieces), picture
        self._dragged = None
        self.update()

    def show_blank(self, blank: QImage) -> None:
        """Show a scanned blank below everything; it is never printed or kept."""
        self._blank = blank
        self.update()

    def choose(self, name: str) -> None:
        """Choose another piece without a signal."""
        self._name = name
        self.update()

    def place_of(self, piece: LayoutPiece) -> QRectF:
        """Return the rectangle of a piece on the screen."""
        scale, origin = self._measure()
        corner = origin + QPointF(piece.x * scale, piece.y * scale)
        return QRectF(corner.x(), corner.y(), piece.width * scale, piece.height * scale)

    def _measure(self) -> tuple[float, QPointF]:
        """Compute the pixels per millimetre and the corner of the sheet."""
        room = QRectF(self.rect()).adjusted(_RULER + 8, _RULER + 8, -8, -8)
        scale = min(room.width() / self._page.width, room.height() / self._page.height)
        left = room.left() + (room.width() - self._page.width * scale) / 2
        return scale, QPointF(left, room.top())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        chosen = self.piece
        if chosen and self._on_grip(chosen, event.position()):
            self._held = (chosen, event.position(), True)
            return
        piece = self._at(event.position())
        if piece is not None:
            self._name = piece.name
            self._held = (piece, event.position(), False)
            self.chosen.emit(piece.name)
            self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            chosen = self.piece
            on_grip = chosen is not None and self._on_grip(chosen, event.position())
            self.setCursor(Qt.CursorShape.SizeFDiagCursor if on_grip else Qt.CursorShape.ArrowCursor)
            return
        piece, start, sizes = self._held
        scale, _origin = self._measure()
        across, down = (event.position().x() - start.x()) / scale, (event.position().y() - start.y()) / scale
        self._dragged = self._sized(piece, across, down) if sizes else self._pushed(piece, across, down)
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held = self._held, None
        dragged, self._dragged = self._dragged, None
        if held is not None and dragged is not None and dragged != held[0]:
            self.moved.emit(dragged)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        piece = self.piece
        if step is None or piece is None:
            super().keyPressEvent(event)
            return
        far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        across, down = step[0] * _GRID * far, step[1] * _GRID * far
        self.moved.emit(
            replace(
                piece,
                x=piece.x + across if "x" in piece.numbers else piece.x,
                y=piece.y + down if "y" in piece.numbers else piece.y,
            )
        )

    def _at(self, point: QPointF) -> LayoutPiece | None:
        """Return the smallest piece at *point*."""
        pieces = [piece for piece in self._pieces if self.place_of(piece).contains(point)]
        return min(pieces, key=lambda piece: piece.width * piece.height, default=None)

    def _on_grip(self, piece: LayoutPiece, point: QPointF) -> bool:
        corner = self.place_of(piece).bottomRight()
        near = abs(point.x() - corner.x()) <= _GRIP and abs(point.y() - corner.y()) <= _GRIP
        return near and bool({"width", "height"} & set(piece.numbers))

    def _pushed(self, piece: LayoutPiece, across: float, down: float) -> LayoutPiece:
        x = _snapped(piece.x + across) if "x" in piece.numbers else piece.x
        y = _snapped(piece.y + down) if "y" in piece.numbers else piece.y
        middle = (self._page.width - piece.width) / 2
        if "x" in piece.numbers and abs(x - middle) < _PULL:
            x = middle
        return replace(piece, x=x, y=y)

    def _sized(self, piece: LayoutPiece, across: float, down: float) -> LayoutPiece:
        width = max(_SMALLEST, _snapped(piece.width + across)) if "width" in piece.numbers else piece.width
        height = max(_SMALLEST, _snapped(piece.height + down)) if "height" in piece.numbers else piece.height
        return replace(piece, width=width, height=height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale, origin = self._measure()
        sheet = QRectF(origin.x(), origin.y(), self._page.width * scale, self._page.height * scale)
        painter.fillRect(sheet, QColor("white"))
        if not self._blank.isNull():
            painter.drawImage(sheet, self._blank)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.drawImage(sheet, self._picture)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        self._paint_frames(painter)
        self._paint_rulers(painter, scale, origin)

    def _paint_frames(self, painter: QPainter) -> None:
        for piece in self._pieces:
            if piece.name == self._name:
                continue
            painter.setPen(QPen(_FRAME, 1, Qt.PenStyle.DashLine))
            painter.drawRect(self.place_of(piece))
        chosen = self._dragged or self.piece
        if chosen is not None:
            frame = self.place_of(chosen)
            painter.setPen(QPen(_CHOSEN, 2))
            painter.drawRect(frame)
            if {"width", "height"} & set(chosen.numbers):
                painter.fillRect(QRectF(frame.right() - 4, frame.bottom() - 4, 8, 8), _CHOSEN)

    def _paint_rulers(self, painter: QPainter, scale: float, origin: QPointF) -> None:
        """Paint millimetres along the upper and the left edge of the sheet."""
        painter.setPen(theme.colours().quiet)
        painter.setFont(theme.sized(7.5))
        for mm in range(0, int(self._page.width) + 1, 10):
            x = origin.x() + mm * scale
            painter.drawLine(QPointF(x, origin.y() - 6), QPointF(x, origin.y() - 2))
            if mm % 50 == 0:
                painter.drawText(QPointF(x + 2, origin.y() - 8), str(mm))
        for mm in range(0, int(self._page.height) + 1, 10):
            y = origin.y() + mm * scale
            painter.drawLine(QPointF(origin.x() - 6, y), QPointF(origin.x() - 2, y))
            if mm % 50 == 0:
                painter.drawText(QPointF(origin.x() - 26, y + 4), str(mm))


def _snapped(value: float) -> float:
    return round(value / _GRID) * _GRID
