"""Pictures of the pages of one PDF, drawn in a thread of their own and kept while there is memory."""

from collections import OrderedDict
from collections.abc import Collection
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from cluster_desktop import errors
from cluster_desktop.documents.content.page import PageSize
from cluster_desktop.documents.pictures.page_pictures import Preview

_KEPT_BYTES: Final = 96 * 1024 * 1024

Wish = tuple[int, float]
"""A page (from 0) and its dots per inch."""


class _Relay(QObject):
    """Carries answers out of the drawing thread; it outlives the widget that asked."""

    opened = Signal(int, object)
    drawn = Signal(int, object, object)
    failed = Signal(int, object)


class _Drawer:
    """The open PDF and its thread; the methods with an underscore run there."""

    def __init__(self) -> None:
        self.relay = _Relay()
        self._pool = ThreadPoolExecutor(1, "preview")
        self._preview: Preview | None = None

    def open(self, serial: int, pdf: bytes) -> None:
        self._pool.submit(self._tell_failure, serial, self._open, pdf)

    def draw(self, serial: int, wish: Wish) -> "Future[None]":
        return self._pool.submit(self._tell_failure, serial, self._draw, wish)

    def finish(self) -> None:
        try:
            self._pool.submit(self._close)
        except RuntimeError:  # the program is ending and its threads are gone already
            self._close()
        self._pool.shutdown(wait=False)

    def _tell_failure(self, serial: int, work: Any, subject: Any) -> None:
        try:
            work(serial, subject)
        except Exception as error:  # noqa: BLE001 - raised again in the window's thread
            self.relay.failed.emit(serial, error)

    def _open(self, serial: int, pdf: bytes) -> None:
        self._close()
        self._preview = Preview(pdf)
        self.relay.opened.emit(serial, tuple(map(self._preview.size, range(self._preview.page_count))))

    def _draw(self, serial: int, wish: Wish) -> None:
        if self._preview is None:
            return
        page, dots = wish
        drawn = self._preview.picture(page, dots)
        image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
        self.relay.drawn.emit(serial, wish, image.copy())

    def _close(self) -> None:
        if self._preview is not None:
            self._preview.close()
        self._preview = None


class PagePictures(QObject):
    """Sizes of all pages of a PDF, and pictures of the requested ones."""

    opened = Signal()
    drawn = Signal(int)
    """A picture of this page is there now."""
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sizes: tuple[PageSize, ...] = ()
        self._serial = 0
        self._opening = False
        self._kept: OrderedDict[Wish, QImage] = OrderedDict()
        self._waiting: dict[Wish, Future[None]] = {}
        self._drawer = _Drawer()
        self._drawer.relay.opened.connect(self._on_relay_opened)
        self._drawer.relay.drawn.connect(self._on_relay_drawn)
        self._drawer.relay.failed.connect(self._on_relay_failed)
        self.destroyed.connect(self._drawer.finish)

    def open(self, pdf: bytes) -> None:
        """Turn to another PDF; the sizes of its pages come with ``opened``."""
        self._forget_wishes(())
        self._serial += 1
        self._opening = True
        self._drawer.open(self._serial, pdf)

    def want(self, wishes: Collection[Wish]) -> None:
        """Draw these pages in this order, and no others that still wait."""
        self._forget_wishes(wishes)
        if self._opening:
            return
        for wish in wishes:
            if wish not in self._kept and wish not in self._waiting:
                self._waiting[wish] = self._drawer.draw(self._serial, wish)

    def picture(self, wish: Wish) -> QImage | None:
        """Return the picture in these dots, or else the finest there is of the page."""
        image = self._kept.get(wish)
        if image is not None:
            self._kept.move_to_end(wish)
            return image
        coarse = [kept for kept in self._kept if kept[0] == wish[0]]
        return self._kept[max(coarse)] if coarse else None

    @property
    def waiting(self) -> bool:
        """Some pictures are still to be drawn."""
        return bool(self._waiting)

    def _forget_wishes(self, others: Collection[Wish]) -> None:
        for wish in [wish for wish in self._waiting if wish not in others]:
            if self._waiting[wish].cancel():
                del self._waiting[wish]

    def _on_relay_opened(self, serial: int, sizes: tuple[PageSize, ...]) -> None:
        if serial == self._serial:
            self._opening = False
            self._kept.clear()
            self._waiting.clear()
            self.sizes = sizes
            self.opened.emit()

    def _on_relay_drawn(self, serial: int, wish: Wish, image: QImage) -> None:
        if serial != self._serial:
            return
        self._waiting.pop(wish, None)
        self._kept[wish] = image
        while len(self._kept) > 1 and sum(kept.sizeInBytes() for kept in self._kept.values()) > _KEPT_BYTES:
            self._kept.popitem(last=False)
        self.drawn.emit(wish[0])

    def _on_relay_failed(self, serial: int, error: Exception) -> None:
        if not isinstance(error, errors.UserError):
            raise error
        if serial == self._serial:
            self.failed.emit(error.sentence)
