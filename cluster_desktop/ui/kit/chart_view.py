"""A chart on the screen in the colours of the present scheme; its parts can be chosen."""

import importlib
from functools import cache
from threading import Thread
from types import ModuleType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from cluster_desktop.documents.content.content import Distribution
from cluster_desktop.ui.kit import theme

if TYPE_CHECKING:
    from cluster_desktop.documents.charts.chart_board import Chart, ChartPart

_PAINTING: Final = "cluster_desktop.ui.kit.chart_painting"
_USUAL: Final = 280
_NARROWEST: Final = 160
_ROW: Final = 20  # px of a part, until the chart itself says how high it is
_CORNER: Final = 4


class _Loader(QObject):
    """Imports the chart drawing once, in a thread of its own, so that the page is painted first."""

    loaded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._thread: Thread | None = None
        self.painting: ModuleType | None = None
        """``chart_painting``; None until it is loaded."""

    def start(self) -> None:
        """Begin to load, unless that is under way."""
        if self._thread is None:
            self._thread = Thread(target=self._load, name="charts")
            self._thread.start()

    def _load(self) -> None:
        self.painting = importlib.import_module(_PAINTING)
        self.loaded.emit()


_loader: Final = cache(_Loader)


class ChartView(QWidget):
    """Shows a distribution. Arrow keys walk its parts, Enter or a click asks for the records of one.

    Its accessible name is the whole distribution, its accessible description the current part.
    """

    chosen = Signal(object)
    """The source of the figure that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._distribution: Distribution | None = None
        self._chart: Chart | None = None
        self._renderer = QSvgRenderer(self)
        self._stale = False  # the renderer does not know the chart yet
        self._current = self._hovered = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.watcher().changed.connect(self._draw)
        _loader().loaded.connect(self._draw)

    @property
    def parts(self) -> "tuple[ChartPart, ...]":
        """The parts that can be chosen, in the order in which the keys walk them."""
        return self._chart.parts if self._chart is not None else ()

    def show_distribution(self, distribution: Distribution) -> None:
        """Draw this distribution in place of the last one."""
        self._distribution = distribution
        self._current = self._hovered = -1
        self.setAccessibleName(distribution.words)
        self._draw()

    def _draw(self) -> None:
        """Draw for the present width; the chart decides its height."""
        if self._distribution is None:
            return
        painting = _loader().painting
        if painting is None:
            self.setFixedHeight(_ROW * max(1, len(self._distribution.parts)))
            _loader().start()
            return
        drawn: Chart = painting.drawn(self._distribution, max(self.width(), _NARROWEST))
        self._chart, self._stale = drawn, True
        self.setFixedHeight(round(drawn.height))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_USUAL, self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._chart is None:
            return
        if self._stale and (painting := _loader().painting) is not None:
            painting.load(self._renderer, self._chart)
            self._stale = False
        painter, now = QPainter(self), theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._hovered >= 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.accent_wash)
            painter.drawRoundedRect(self.place(self._hovered), _CORNER, _CORNER)
        self._renderer.render(painter, QRectF(0, 0, self._chart.width, self._chart.height))
        if self.hasFocus():
            shown = self.place(self._current) if self._current >= 0 else QRectF(self.rect())
            painter.setPen(QPen(now.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(shown.adjusted(1, 1, -1, -1), _CORNER, _CORNER)

    def place(self, part: int) -> QRectF:
        """Rectangle of a part in the widget."""
        shape = self.parts[part]
        return QRectF(shape.left, shape.top, shape.width, shape.height)

    def _part_at(self, x: float, y: float) -> int:
        """Find the smallest part at a point; -1 for none."""
        hits = [place for place in range(len(self.parts)) if self.place(place).contains(x, y)]
        return min(hits, key=lambda place: self.parts[place].width * self.parts[place].height, default=-1)

    def _choose(self, part: int) -> None:
        if 0 <= part < len(self.parts) and (source := self.parts[part].source) is not None:
            self.chosen.emit(source)

    def _walk_to(self, part: int) -> None:
        self._current = max(0, min(part, len(self.parts) - 1))
        self.setAccessibleDescription(self.parts[self._current].words)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if not self.parts:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self._walk_to(self._current + 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self._walk_to(self._current - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(max(self._current, 0))
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        part = self._part_at(event.position().x(), event.position().y())
        if part != self._hovered:
            self._hovered = part
            self.setCursor(Qt.CursorShape.PointingHandCursor if part >= 0 else Qt.CursorShape.ArrowCursor)
            QToolTip.showText(event.globalPosition().toPoint(), self.parts[part].words if part >= 0 else "", self)
            self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()
        super().leaveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._part_at(event.position().x(), event.position().y()))
