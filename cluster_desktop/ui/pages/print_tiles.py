"""The papers as tiles: each a picture and its name, chosen by mouse or arrow keys."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cluster_desktop.ui import icons, theme
from cluster_desktop.ui.pages.print_papers import PAPERS, Paper

_WIDE: Final = 286
_NARROW: Final = 196
_TILE: Final = QSize(124, 122)
_ROW: Final = 44
_MARGIN: Final = 14


class PaperTile(QAbstractButton):
    """One paper; a card with a picture over its name, or a row where there is little room."""

    def __init__(self, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper = paper
        self._as_row = False
        self.setText(paper.title)
        self.setAccessibleName(paper.title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_as_row(False)

    def set_as_row(self, as_row: bool) -> None:
        """Picture beside the name instead of above it."""
        self._as_row = as_row
        self.setFixedSize(QSize(_NARROW - 2 * _MARGIN, _ROW) if as_row else _TILE)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 2 if self.isChecked() or self.hasFocus() else 1
        line = now.accent if edge == 2 else now.quiet if self.underMouse() else now.line
        painter.setPen(QPen(line, edge))
        painter.setBrush(now.accent_wash if self.isChecked() and self._as_row else now.surface)
        frame = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(frame, theme.CORNER + 2, theme.CORNER + 2)
        if self._as_row:
            self._paint_row(painter)
        else:
            self._paint_card(painter)

    def _paint_card(self, painter: QPainter) -> None:
        now = theme.colours()
        ground = QRect(9, 9, self.width() - 18, 62)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.accent_wash if self.isChecked() else now.window)
        painter.drawRoundedRect(ground, 4, 4)
        self._paint_icon(painter, ground, 26)
        words = QRect(10, 77, self.width() - 18, self.height() - 80)
        self._paint_words(painter, words, Qt.AlignmentFlag.AlignTop)

    def _paint_row(self, painter: QPainter) -> None:
        self._paint_icon(painter, QRect(6, 0, 34, self.height()), 20)
        words = QRect(44, 2, self.width() - 48, self.height() - 4)
        self._paint_words(painter, words, Qt.AlignmentFlag.AlignVCenter)

    def _paint_icon(self, painter: QPainter, area: QRect, side: int) -> None:
        token = "brand_red" if self.paper.is_certificate else "quiet"
        picture = icons.pixmap(self.paper.icon, side, token, self.devicePixelRatioF())
        place = QRect(0, 0, side, side)
        place.moveCenter(area.center())
        painter.drawPixmap(place, picture)

    def _paint_words(self, painter: QPainter, area: QRect, upright: Qt.AlignmentFlag) -> None:
        painter.setFont(theme.sized(9.25, semibold=self.isChecked()))
        painter.setPen(theme.colours().text)
        painter.drawText(area, upright | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, self.text())


class PaperTiles(QScrollArea):
    """All papers in two groups; ``chosen`` tells which one is wanted."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.tiles = tuple(PaperTile(paper) for paper in PAPERS)
        for tile in self.tiles:
            self._group.addButton(tile)
        inner = QWidget()
        self._grid = QGridLayout()
        column = QVBoxLayout(inner)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addLayout(self._grid)
        column.addStretch()
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._group.buttonClicked.connect(self._on_group_clicked)
        theme.watcher().changed.connect(self.viewport().update)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """One column of rows instead of two columns of cards."""
        columns = 1 if narrow else 2
        self._grid.setSpacing(6 if narrow else 10)
        for place, tile in enumerate(self.tiles):
            tile.set_as_row(narrow)
            self._grid.addWidget(tile, place // columns, place % columns, Qt.AlignmentFlag.AlignLeft)
        self.setFixedWidth(_NARROW if narrow else _WIDE)

    def choose(self, paper: Paper) -> None:
        """Mark a paper as chosen; tells nobody."""
        next(tile for tile in self.tiles if tile.paper == paper).setChecked(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        places = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.tiles) - 1}
        if event.key() in places:
            self.tiles[places[Qt.Key(event.key())]].setFocus()
        else:
            super().keyPressEvent(event)

    def _on_group_clicked(self, tile: PaperTile) -> None:
        self.chosen.emit(tile.paper)
