"""A chart on the screen: the drawing of the documents in the colours of the scheme; its parts can be chosen."""

from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from cluster_desktop.documents import fonts
from cluster_desktop.documents.chart_board import Chart, ChartPart, Paint
from cluster_desktop.documents.charts import as_svg, chart
from cluster_desktop.documents.content import Distribution
from cluster_desktop.ui import theme

_SIZE: Final = 13.0  # px, the 9.75 points of the interface
_USUAL: Final = 280
_NARROWEST: Final = 160
_LEAST: Final = 4.5
_CORNER: Final = 4


def paint_of_scheme() -> Paint:
    """The colours of charts in the scheme that is on."""
    now = theme.colours()
    dark = theme.scheme() == theme.DARK
    return Paint(
        face=fonts.SANS,
        bold=fonts.SANS_BOLD,
        size=_SIZE,
        least=_LEAST,
        text=now.text.name(),
        quiet=now.quiet.name(),
        line=now.line.name(),
        track=now.window.name(),
        bar=now.accent.name(),
        pale=now.line.name(),
        tints=(now.accent.name(), now.quiet.name(), now.good.name(), now.caution.name()),
        honours=(
            now.brand_gold.name(),
            now.brand_red.name(),
            *(("#8F7426", "#8A4540", "#C9BFA4") if dark else ("#EFD489", "#DD9A95", "#8A6A00")),
        ),
    )


class ChartView(QWidget):
    """Shows a distribution. Arrow keys walk its parts, Enter or a click asks for the records of one.

    What it tells is its accessible name, the part that is walked to its accessible description.
    """

    chosen = Signal(object)
    """The source of the figure that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._distribution: Distribution | None = None
        self._chart: Chart | None = None
        self._renderer = QSvgRenderer(self)
        self._current = self._hovered = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.watcher().changed.connect(self._draw)

    @property
    def parts(self) -> tuple[ChartPart, ...]:
        """The parts that can be chosen, in the order in which the keys walk them."""
        return self._chart.parts if self._chart is not None else ()

    def show_distribution(self, distribution: Distribution) -> None:
        """Draw this, in place of what was there."""
        self._distribution = distribution
        self._current = self._hovered = -1
        self.setAccessibleName(distribution.words)
        theme.load_chart_faces()
        self._draw()

    def _draw(self) -> None:
        """Draw for the width there is; the chart says how high it is then."""
        if self._distribution is None:
            return
        self._chart = chart(self._distribution, max(self.width(), _NARROWEST), paint_of_scheme(), titled=False)
        self._renderer.load(QByteArray(as_svg(self._chart)))
        self.setFixedHeight(round(self._chart.height))
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
        """Where a part is in the widget."""
        found = self.parts[part]
        return QRectF(found.left, found.top, found.width, found.height)

    def _part_at(self, x: float, y: float) -> int:
        """The smallest part there; -1 for none."""
        found = [place for place in range(len(self.parts)) if self.place(place).contains(x, y)]
        return min(found, key=lambda place: self.parts[place].width * self.parts[place].height, default=-1)

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
