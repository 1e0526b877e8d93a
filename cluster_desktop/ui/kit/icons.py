"""The program's icons: one vector set, drawn in the colour of the scheme that is on."""

import re
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from cluster_desktop import resources
from cluster_desktop.ui.kit import theme

_FILL = re.compile(rb"<svg ")


def icon(name: str, token: str = "text") -> QIcon:
    """Return an icon of ``resources/icons`` in the colour of *token*, drawn anew whenever the scheme changes."""
    return QIcon(_Engine(name, token))


def app_icon() -> QIcon:
    """Return the program's own mark, in its own colours."""
    return QIcon(_Engine("app", ""))


def pixmap(name: str, size: int, token: str = "text", ratio: float = 1.0) -> QPixmap:
    """Draw an icon as a picture of *size* device-independent pixels for a screen of that pixel ratio."""
    colour = getattr(theme.colours(), token).name() if token else ""
    picture = QPixmap.fromImage(_drawn(name, colour, round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, pixels: int) -> QImage:
    data = resources.read_bytes("icons", f"{name}.svg")
    if colour:
        data = _FILL.sub(b'<svg fill="' + colour.encode() + b'" ', data, count=1)
    picture = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(data)).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return picture


class _Engine(QIconEngine):
    """Draws the icon at the size and in the colour of the moment."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    @override
    def clone(self) -> "_Engine":
        return _Engine(self._name, self._token)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return QPixmap.fromImage(_drawn(self._name, self._colour(mode), min(size.width(), size.height())))

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        side = round(min(size.width(), size.height()) * scale)
        picture = QPixmap.fromImage(_drawn(self._name, self._colour(mode), side))
        picture.setDevicePixelRatio(scale)
        return picture

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        side = min(rect.width(), rect.height())
        painter.drawImage(QRectF(rect), _drawn(self._name, self._colour(mode), round(side * ratio)))

    def _colour(self, mode: QIcon.Mode) -> str:
        if not self._token:
            return ""
        now = theme.colours()
        colour: QColor = now.quiet if mode == QIcon.Mode.Disabled else getattr(now, self._token)
        return colour.name()
