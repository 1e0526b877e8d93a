"""The pages of a PDF on the screen, from the same file that prints."""

from bisect import bisect_right
from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from cluster_desktop.documents.content.figure_positions import Spot
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.preview.page_pictures import PagePictures, Wish
from cluster_desktop.ui.preview.preview_spots import SpotMarks, place_of

_EDGE: Final = 24
_EDGE_SHARE: Final = 0.04
_GAP: Final = 16
_STEP: Final = 1.2
_SMALLEST: Final = 0.1
_LARGEST: Final = 4.0
_SCROLL: Final = 48
_MM_PER_INCH: Final = 25.4
_FINEST_DOTS: Final = 300
_NOTCH: Final = 120
_STILL: Final = 4  # px a click may move


class Fit(Enum):
    """The ways to fit pages into the view."""

    PAGE = "page"
    WIDTH = "width"
    FREE = "free"


class PreviewView(QAbstractScrollArea):
    """Shows the pages below each other, or one at a time where a whole page fits.

    Keys: Page Up/Down and Left/Right turn pages, Home/End, Ctrl +/- and Ctrl+wheel zoom, Ctrl+0 the
    whole page. ``moved``: the page on show (from 0) and the number of pages.
    """

    moved = Signal(int, int)
    zoomed = Signal()
    failed = Signal(str)
    figure_chosen = Signal(object)
    """The source of the figure that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fit = Fit.PAGE
        self.scale = 1.0
        self._page = 0
        self._first = 0
        self._pdf = b""
        self._tops: list[float] = []
        self._dragged_from: QPoint | None = None
        self._pressed_at: QPoint | None = None
        self._marks = SpotMarks()
        self._turned = 0
        self._pictures = PagePictures(self)
        self._pictures.opened.connect(self._on_pictures_opened)
        self._pictures.drawn.connect(self._on_picture_drawn)
        self._pictures.failed.connect(self.failed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(200, 120)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(_SCROLL)
        self.horizontalScrollBar().setSingleStep(_SCROLL)
        theme.watcher().changed.connect(self.viewport().update)

    @property
    def page(self) -> int:
        """The page on show, from 0."""
        return self._page

    @property
    def page_count(self) -> int:
        """The number of pages of the PDF."""
        return len(self._pictures.sizes)

    @property
    def ready(self) -> bool:
        """Every page in sight has been drawn."""
        return bool(self.page_count) and not self._pictures.waiting

    def show_pdf(self, pdf: bytes, *, keep_place: bool = False) -> None:
        """Show this file, at its first page unless the place is kept."""
        self._first = self._page if keep_place else 0
        if pdf != self._pdf:
            self._pdf = pdf
            self._pictures.open(pdf)
        else:
            self.go_to(self._first)

    def show_spots(self, spots: tuple[Spot, ...]) -> None:
        """Make these figures of the file links."""
        self._marks.show(spots)
        self.viewport().update()

    def show_spot(self, spot: Spot) -> None:
        """Turn to a figure and mark it."""
        self._marks.current = spot
        if spot.page != self._page:
            self.go_to(spot.page)
        if not self._single:
            self._scroll_to(self.place(spot))
        self.viewport().update()

    def place(self, spot: Spot) -> QRectF:
        """Return the rectangle of a figure in the view."""
        return place_of(spot, self._rect(spot.page), self._dots_per_mm)

    def _scroll_to(self, place: QRectF) -> None:
        """Scroll a rectangle of the view into sight."""
        room, upright = self.viewport().rect(), self.verticalScrollBar()
        if place.top() < _GAP or place.bottom() > room.height() - _GAP:
            upright.setValue(round(upright.value() + place.center().y() - room.height() / 2))
        level = self.horizontalScrollBar()
        if place.left() < 0 or place.right() > room.width():
            level.setValue(round(level.value() + place.center().x() - room.width() / 2))

    def go_to(self, page: int) -> None:
        """Show one page (from 0), the nearest there is."""
        if not self.page_count:
            return
        page = max(0, min(page, self.page_count - 1))
        self._set_page(page)
        self.verticalScrollBar().setValue(round(self._tops[page] - (0 if self._single else _GAP)))
        self._set_page(page)

    def set_fit(self, fit: Fit) -> None:
        """Show whole pages or their whole width."""
        page, self.fit = self._page, fit
        self._lay_out()
        self.go_to(page)

    def set_scale(self, scale: float, around: QPointF | None = None) -> None:
        """Show pages *scale* times their true size; the point *around* of the view stays where it is."""
        if not self.page_count:
            return
        middle = around or QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        page = self._page_at(middle.y() + self.verticalScrollBar().value())
        before = self._rect(page)
        across = (middle.x() - before.left()) / before.width()
        down = (middle.y() - before.top()) / before.height()
        self.fit, self.scale = Fit.FREE, max(_SMALLEST, min(scale, _LARGEST))
        self._lay_out()
        after = self._rect(page)
        upright, level = self.verticalScrollBar(), self.horizontalScrollBar()
        upright.setValue(round(upright.value() + after.top() + down * after.height() - middle.y()))
        level.setValue(round(level.value() + after.left() + across * after.width() - middle.x()))

    def zoom_in(self) -> None:
        """Show everything a little larger."""
        self.set_scale(self.scale * _STEP)

    def zoom_out(self) -> None:
        """Show everything a little smaller."""
        self.set_scale(self.scale / _STEP)

    def true_size(self) -> None:
        """Show a page at the size it has on paper."""
        self.set_scale(1.0)

    @property
    def _single(self) -> bool:
        return self.fit is Fit.PAGE

    @property
    def _dots_per_mm(self) -> float:
        """Screen units per millimetre of paper at the present size."""
        density = self.screen().physicalDotsPerInch()
        usual = self.screen().logicalDotsPerInch()
        return (density if 0.4 * usual <= density <= 2.5 * usual else usual) / _MM_PER_INCH * self.scale

    def _size(self, page: int) -> tuple[float, float]:
        size = self._pictures.sizes[page]
        return size.width * self._dots_per_mm, size.height * self._dots_per_mm

    def _lay_out(self) -> None:
        """Compute the size and place of each page, and set the scroll bars."""
        if not self.page_count:
            return
        self._fit_scale()
        room, top, widest = self.viewport().height(), 0.0 if self._single else float(_GAP), 0.0
        self._tops = []
        for page in range(self.page_count):
            width, height = self._size(page)
            self._tops.append(top)
            top += max(height + _GAP, room if self._single else 0)
            widest = max(widest, width)
        upright, level = self.verticalScrollBar(), self.horizontalScrollBar()
        upright.setPageStep(room)
        upright.setRange(0, max(0, round(top) - room))
        level.setPageStep(self.viewport().width())
        level.setRange(
            0, round(widest + 2 * _EDGE) - self.viewport().width() if widest > self.viewport().width() else 0
        )
        self.zoomed.emit()
        self._wish()
        self.viewport().update()

    def _fit_scale(self) -> None:
        if self.fit is Fit.FREE:
            return
        width = max(size.width for size in self._pictures.sizes)
        height = max(size.height for size in self._pictures.sizes)
        dots_per_mm = self._dots_per_mm / self.scale
        edge = min(_EDGE, self.viewport().height() * _EDGE_SHARE)
        across = max(40, self.viewport().width() - 2 * edge) / (width * dots_per_mm)
        down = max(40, self.viewport().height() - 2 * edge) / (height * dots_per_mm)
        self.scale = max(_SMALLEST, min(across if self.fit is Fit.WIDTH else min(across, down), _LARGEST))

    def _rect(self, page: int) -> QRectF:
        """Return the rectangle of a page in the view."""
        width, height = self._size(page)
        spare = self.viewport().width() - width
        left = (spare / 2 if spare >= 0 else _EDGE) - self.horizontalScrollBar().value()
        room = self.viewport().height()
        above = max(0.0, room - height) / 2 if self._single else 0.0
        top = self._tops[page] + above - self.verticalScrollBar().value()
        grain = self.devicePixelRatioF()
        return QRectF(round(left * grain) / grain, round(top * grain) / grain, width, height)

    def _page_at(self, place: float) -> int:
        return max(0, bisect_right(self._tops, place) - 1)

    def _visible(self) -> range:
        start = self.verticalScrollBar().value()
        return range(self._page_at(start), self._page_at(start + self.viewport().height() - 1) + 1)

    def _wish_for(self, page: int) -> Wish:
        dots = self._dots_per_mm * _MM_PER_INCH * self.devicePixelRatioF()
        return page, min(float(_FINEST_DOTS), dots)

    def _wish(self) -> None:
        """Request pictures of the pages in sight, then of their neighbours."""
        seen = self._visible()
        near = [page for page in (seen[-1] + 1, seen[0] - 1) if 0 <= page < self.page_count]
        self._pictures.want([self._wish_for(page) for page in (*seen, *near)])

    def _set_page(self, page: int) -> None:
        self._page = page
        self.setAccessibleName(f"Bản xem trước, trang {page + 1} trong {self.page_count}")
        self.moved.emit(page, self.page_count)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self.page_count and self._tops:
            page = self._page_at(self.verticalScrollBar().value() + self.viewport().height() / 2)
            if page != self._page:
                self._set_page(page)
            self._wish()
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        page = self._page
        self._lay_out()
        self.go_to(page)
        super().resizeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._lay_out()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self.viewport()), theme.colours()
        painter.fillRect(self.viewport().rect(), now.sidebar)
        if not self._tops:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._visible():
            self._paint_page(painter, page)
        if self.hasFocus():
            painter.setPen(QPen(now.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint_page(self, painter: QPainter, page: int) -> None:
        rect, wish = self._rect(page), self._wish_for(page)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 9))
        for spread in (3, 2, 1):
            painter.drawRoundedRect(rect.adjusted(-spread, 2 - spread, spread, 1 + spread), spread, spread)
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(rect)
        picture = self._pictures.picture(wish)
        if picture is not None:
            grain = self.devicePixelRatioF()
            exact = QRectF(rect.topLeft(), picture.size() / grain)
            sharp = abs(exact.width() - rect.width()) * grain < 2
            painter.drawImage(exact if sharp else rect, picture)
        self._marks.paint(painter, page, rect, self._dots_per_mm)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_scale(self.scale * _STEP ** (turned / _NOTCH), event.position())
        elif self._single:
            self._turned += turned
            notches = int(self._turned / _NOTCH)
            if notches:
                self._turned -= notches * _NOTCH
                self.go_to(self._page - notches)
        else:
            super().wheelEvent(event)
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._ctrl_act(event.key()) if event.modifiers() & Qt.KeyboardModifier.ControlModifier else None
        if act is None and not self._turn_by_key(event.key()):
            super().keyPressEvent(event)

    def _ctrl_act(self, key: int) -> bool | None:
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.set_fit(Fit.PAGE)
        elif key == Qt.Key.Key_1:
            self.true_size()
        else:
            return None
        return True

    def _turn_by_key(self, key: int) -> bool:
        wide = self.horizontalScrollBar().maximum() > 0
        if key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(self.page_count - 1)
        elif key == Qt.Key.Key_PageDown or (key in (Qt.Key.Key_Right, Qt.Key.Key_Space) and not wide):
            self.go_to(self._page + 1)
        elif key == Qt.Key.Key_PageUp or (key in (Qt.Key.Key_Left, Qt.Key.Key_Backspace) and not wide):
            self.go_to(self._page - 1)
        elif self._single and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.go_to(self._page + (1 if key == Qt.Key.Key_Down else -1))
        else:
            return False
        return True

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged_from = self._pressed_at = event.position().toPoint()
            if self._marks.hovered is None:
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_from is None:
            self._hover(event.position())
        if self._dragged_from is None or self._single:
            return
        moved = event.position().toPoint() - self._dragged_from
        self._dragged_from = event.position().toPoint()
        for bar, by in ((self.horizontalScrollBar(), moved.x()), (self.verticalScrollBar(), moved.y())):
            bar.setValue(bar.value() - by)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._dragged_from, self._pressed_at = self._pressed_at, None, None
        self._hover(event.position())
        self._show_cursor()
        near = pressed is not None and (event.position().toPoint() - pressed).manhattanLength() <= _STILL
        if near and self._marks.hovered is not None:
            self.figure_chosen.emit(self._marks.hovered.source)

    def _hover(self, point: QPointF) -> None:
        """Mark the figure under the pointer."""
        if not self._tops:
            return
        page = min(self._page_at(point.y() + self.verticalScrollBar().value()), self.page_count - 1)
        if self._marks.hover(page, self._rect(page), point, self._dots_per_mm):
            self.viewport().setToolTip(self._marks.hovered.source.sentence if self._marks.hovered else "")
            self.viewport().update()
            self._show_cursor()

    def _show_cursor(self) -> None:
        hand = self._marks.hovered is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def _on_pictures_opened(self) -> None:
        self._lay_out()
        self.go_to(self._first)

    def _on_picture_drawn(self, page: int) -> None:
        if self._tops and page in self._visible():
            self.viewport().update()
