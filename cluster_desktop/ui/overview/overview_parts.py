"""The parts of the first page: the strip of stages, the list of tasks, the newest event."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from cluster_desktop.domain.figures.count import Count
from cluster_desktop.ui.kit import icons, theme
from cluster_desktop.ui.kit.labels import label, rule
from cluster_desktop.ui.kit.layouts import Space, fill, grow, in_column, in_row, stretch
from cluster_desktop.ui.kit.links import FigureLink
from cluster_desktop.ui.overview.year_tasks import DONE, NOW, Stage, Task

_TICK: Final = 12


class StageStrip(QFrame):
    """The stages of the year side by side, each with a bar, its name and a detail.

    A click, or the arrow keys and Enter, requests the records a stage counts, or, where there are none yet, the
    page on which they are entered.
    """

    chosen = Signal(object)
    """The source of the figure of a stage."""
    record_requested = Signal(str, str)
    """The kind (and uid) that settles a stage which has no record yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._stages: Sequence[Stage] = ()
        self._current = 0
        self.setFixedHeight(72)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("Chọn một bước để xem các bản ghi đã đếm, hoặc đến nơi làm bước đó")

    def show_stages(self, stages: Sequence[Stage]) -> None:
        """Show these stages."""
        self._stages = stages
        states = {DONE: "xong", NOW: "đang làm"}
        self.setAccessibleName(
            "; ".join(f"{stage.words}: {states.get(stage.state, 'chưa đến')}, {stage.detail}" for stage in stages)
        )
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._stages:
            return
        painter, now = QPainter(self), theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = {DONE: now.good, NOW: now.accent}
        for place, stage in enumerate(self._stages):
            left, width = self._place(place)
            if self.hasFocus() and place == self._current:
                painter.setPen(QPen(now.accent, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(left - 3, 7, width + 6, 58), theme.CORNER, theme.CORNER)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tones.get(stage.state, now.line))
            painter.drawRoundedRect(QRectF(left, 14, width, 4), 2, 2)
            painter.setFont(theme.sized(9.75, semibold=stage.state == NOW))
            painter.setPen(now.text if stage.state == NOW else now.quiet)
            words = QRectF(left, 24, width, 20)
            if stage.state == DONE:
                self._paint_tick(painter, words, stage)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, stage.words)
            painter.setFont(theme.sized(9))
            painter.setPen(now.quiet)
            painter.drawText(QRectF(left, 43, width, 18), Qt.AlignmentFlag.AlignCenter, stage.detail)

    def _paint_tick(self, painter: QPainter, words: QRectF, stage: Stage) -> None:
        """Paint the tick before the name of a stage; before the word below it where the name leaves no room."""
        mark = icons.pixmap("checkmark", _TICK, "quiet", self.devicePixelRatioF())
        metrics = painter.fontMetrics()
        for text, top in ((stage.words, 28), (stage.detail, 47)):
            left = words.center().x() - metrics.horizontalAdvance(text) / 2 - _TICK - 3
            if left >= words.left():
                painter.drawPixmap(QPointF(left, top), mark)
                return

    def _place(self, stage: int) -> tuple[float, float]:
        """Return left edge and width of a stage."""
        width = (self.width() - 32 - 8 * (len(self._stages) - 1)) / len(self._stages)
        return 16 + stage * (width + 8), width

    def _choose(self, place: int) -> None:
        self._current = place
        stage = self._stages[place]
        if stage.figure.uids:
            self.chosen.emit(stage.figure)
        else:
            self.record_requested.emit(*stage.target)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        for place in range(len(self._stages)):
            left, width = self._place(place)
            if left <= x <= left + width and event.button() == Qt.MouseButton.LeftButton:
                self._choose(place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() in steps and self._stages:
            self._current = max(0, min(self._current + steps[Qt.Key(event.key())], len(self._stages) - 1))
            stage = self._stages[self._current]
            self.setAccessibleDescription(f"{stage.words}, {stage.detail}. {stage.figure.sentence}")
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._stages:
            self._choose(self._current)
        else:
            super().keyPressEvent(event)


class TaskList(QWidget):
    """Tasks line by line; a line leads to where it is settled, its "Danh sách" lists the records it counts."""

    chosen = Signal(str, str)
    figure_chosen = Signal(object)
    """The source of the figure of a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = in_column(on=self, space=Space.NONE)

    def show_tasks(self, tasks: Sequence[Task]) -> None:
        """Show these tasks, or that there are none."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)  # it goes away only when the event loop comes to it
                widget.deleteLater()
        for task in tasks:
            fill(self._column, rule(), self._line(task))
        if not tasks:
            fill(self._column, label("Không còn việc nào chờ. ", "quiet"))
        fill(self._column, stretch())

    def _line(self, task: Task) -> QWidget:
        line = QPushButton()
        line.setProperty("kind", "entry")
        line.setMinimumHeight(40)
        line.setAutoDefault(True)  # Enter presses it, also outside a dialog
        line.setProperty("target", task.kind)
        line.setProperty("uid", task.uid)
        line.setAccessibleName(task.text)
        line.setCursor(Qt.CursorShape.PointingHandCursor)
        picture = QLabel()
        picture.setPixmap(icons.pixmap(task.icon, 18, task.tone, self.devicePixelRatioF()))
        words = label(task.text, wraps=True)
        aside = [label(task.aside, "hint")] if task.aside else []
        link = [self._link(task.figure)] if task.figure is not None else []
        in_row(picture, grow(words), *aside, *link, on=line, margins=Space.TIGHT)
        line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        line.clicked.connect(self._on_line_clicked)
        return line

    def _link(self, figure: Count) -> FigureLink:
        link = FigureLink("Danh sách")
        link.show_figure(figure)
        link.chosen.connect(self.figure_chosen)
        return link

    def _on_line_clicked(self) -> None:
        line = self.sender()
        if line is not None:
            self.chosen.emit(line.property("target"), line.property("uid"))


class RoundedPhoto(QWidget):
    """A photo with round corners that fills its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self.setMinimumHeight(150)
        self.setMaximumHeight(240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, data: bytes | None) -> None:
        """Show the photo; None or an unreadable one hides it."""
        self._picture = QPixmap()
        if data:
            self._picture.loadFromData(data)
        self.setVisible(not self._picture.isNull())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 150)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), theme.CORNER, theme.CORNER)
        painter.setClipPath(shape)
        scaled = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        left, top = (self.width() - scaled.width()) // 2, (self.height() - scaled.height()) // 2
        painter.drawPixmap(left, top, scaled.width(), scaled.height(), self._picture)
