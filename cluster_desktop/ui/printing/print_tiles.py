"""The items to print as tiles: each a picture and its name, chosen by mouse or arrow keys."""

from itertools import groupby
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QScrollArea, QWidget
from typing_extensions import override

from cluster_desktop.ui.kit import icons, theme
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import Space, fill, in_column, stretch
from cluster_desktop.ui.printing.print_items import PRINT_ITEMS, PrintItem

WIDTH: Final = 222
_ROW: Final = 36
_MARGIN: Final = Space.MEDIUM


class ItemTile(QAbstractButton):
    """An item: its picture and its name in a row."""

    def __init__(self, item: PrintItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self.setText(item.title)
        self.setAccessibleName(item.title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(WIDTH - 2 * _MARGIN, _ROW)

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
        painter.setBrush(now.accent_wash if self.isChecked() else now.surface)
        frame = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(frame, theme.CORNER + 2, theme.CORNER + 2)
        self._paint_icon(painter, QRect(6, 0, 30, self.height()), 20)
        painter.setFont(theme.sized(9.25, semibold=self.isChecked()))
        painter.setPen(now.text)
        words = QRect(42, 1, self.width() - 46, self.height() - 2)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, self.text())

    def _paint_icon(self, painter: QPainter, area: QRect, side: int) -> None:
        token = "brand_red" if self.item.is_certificate else "quiet"
        picture = icons.pixmap(self.item.icon, side, token, self.devicePixelRatioF())
        place = QRect(0, 0, side, side)
        place.moveCenter(area.center())
        painter.drawPixmap(place, picture)


class ItemTiles(QScrollArea):
    """All items in their groups; ``chosen`` (item) when another one is chosen."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.tiles = tuple(ItemTile(item) for item in PRINT_ITEMS)
        inner = QWidget()
        column = in_column(on=inner, space=Space.TIGHT, margins=_MARGIN)
        for group, tiles in groupby(self.tiles, lambda tile: tile.item.group):
            fill(column, Space.NONE if group == PRINT_ITEMS[0].group else Space.TIGHT, label(group, "label"))
            for tile in tiles:
                self._group.addButton(tile)
                fill(column, tile)
        fill(column, stretch())
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._group.buttonClicked.connect(self._on_group_clicked)
        theme.watcher().changed.connect(self.viewport().update)

    def choose(self, item: PrintItem) -> None:
        """Mark an item as chosen without a signal."""
        tile = next(tile for tile in self.tiles if tile.item == item)
        tile.setChecked(True)
        self.ensureWidgetVisible(tile, 0, _MARGIN)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        places = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.tiles) - 1}
        if event.key() in places:
            self.tiles[places[Qt.Key(event.key())]].setFocus()
        else:
            super().keyPressEvent(event)

    def _on_group_clicked(self, tile: ItemTile) -> None:
        self.chosen.emit(tile.item)
