"""The papers as tiles: each a picture and its name, chosen by mouse or arrow keys."""

from collections.abc import Iterable
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
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.pages.print_papers import PAPERS, Paper

_WIDE: Final = 286
_NARROW: Final = 196
_TILE: Final = QSize(124, 116)
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
        ground = QRect(9, 9, self.width() - 18, 58)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.accent_wash if self.isChecked() else now.window)
        painter.drawRoundedRect(ground, 4, 4)
        self._paint_icon(painter, ground, 26)
        words = QRect(10, 72, self.width() - 18, self.height() - 76)
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
        self._grids: list[tuple[QGridLayout, list[PaperTile]]] = []
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        column.setSpacing(8)
        self._add_group(column, "Giấy của quyết định", (tile for tile in self.tiles if tile.paper.is_certificate))
        column.addSpacing(4)
        self._add_group(column, "Báo cáo, sổ", (tile for tile in self.tiles if not tile.paper.is_certificate))
        column.addStretch()
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._group.buttonClicked.connect(self._on_group_clicked)
        theme.watcher().changed.connect(self.viewport().update)
        self.set_narrow(False)

    def _add_group(self, column: QVBoxLayout, title: str, tiles: Iterable[PaperTile]) -> None:
        grid, members = QGridLayout(), list(tiles)
        grid.setSpacing(10)
        for tile in members:
            self._group.addButton(tile)
        self._grids.append((grid, members))
        column.addWidget(label(title, "label"))
        column.addLayout(grid)

    def set_narrow(self, narrow: bool) -> None:
        """One column of rows instead of two columns of cards."""
        columns = 1 if narrow else 2
        for grid, members in self._grids:
            grid.setSpacing(6 if narrow else 10)
            for place, tile in enumerate(members):
                tile.set_as_row(narrow)
                grid.addWidget(tile, place // columns, place % columns, Qt.AlignmentFlag.AlignLeft)
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
