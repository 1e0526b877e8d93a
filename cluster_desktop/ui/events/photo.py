"""One photo as large as the screen allows, with caption and credit; arrows go on to the next."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from cluster_desktop.records.rows import Row
from cluster_desktop.ui.events.photo_files import fitted
from cluster_desktop.ui.kit.labels import icon_button, label
from cluster_desktop.ui.kit.layouts import Space, grow, in_column, in_row

_SHARE = 0.85  # of the window below


class PhotoDialog(QDialog):
    """A dialog for photos; *read* returns the bytes of a photo by its content code."""

    def __init__(self, rows: Sequence[Row], place: int, read: Callable[[str], bytes], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows, self._place, self._read = rows, place, read
        self.picture = _Picture()
        self.words = label("", wraps=True)
        self._count = label("", "hint")
        self._lay_out()
        size = parent.window().size()
        self.resize(int(size.width() * _SHARE), int(size.height() * _SHARE))
        self._show()

    def _lay_out(self) -> None:
        foot = in_row(
            grow(self.words),
            self._count,
            icon_button("chevron-left", "Ảnh trước (←)", partial(self.step, -1)),
            icon_button("chevron-right", "Ảnh sau (→)", partial(self.step, 1)),
        )
        in_column(grow(self.picture), foot, on=self, space=Space.MEDIUM, margins=Space.LARGE)

    def _show(self) -> None:
        row = self._rows[self._place]
        picture = QPixmap()
        picture.loadFromData(self._read(str(row.values["sha256"])))
        credit = f" (Ảnh: {row.shown['credit']})" if row.shown["credit"] else ""
        sample = " · ảnh mẫu" if row.sample_note else ""
        self.words.setText(f"{row.shown['caption'] or row.shown['file_name']}{credit}{sample}")
        self.picture.show_picture(picture, self.words.text())
        self._count.setText(f"{self._place + 1}/{len(self._rows)}")
        self.setWindowTitle(row.shown["file_name"])

    def step(self, by: int) -> None:
        """Show the next photo, or the one before; after the last comes the first."""
        self._place = (self._place + by) % len(self._rows)
        self._show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Right:
            self.step(1)
        elif event.key() == Qt.Key.Key_Left:
            self.step(-1)
        else:
            super().keyPressEvent(event)


class _Picture(QWidget):
    """Draws the photo in the middle, never larger than it is."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()

    def show_picture(self, picture: QPixmap, words: str) -> None:
        """Show another picture; an unreadable one leaves the place empty."""
        self._picture = picture
        self.setAccessibleName(words)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = fitted(self._picture.size(), self.size())
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter.drawPixmap(left, top, size.width(), size.height(), self._picture)
