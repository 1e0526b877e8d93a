"""Pictures of the pages of a PDF: what the window shows is the very file that prints."""

from dataclasses import dataclass
from math import ceil
from threading import Lock
from types import TracebackType
from typing import Self

from pypdfium2 import PdfDocument, PdfiumError

from cluster_desktop.documents.content.page import MM, PageSize
from cluster_desktop.errors import CannotRead

_DOTS_PER_INCH = 72.0
pdfium_lock = Lock()
"""PDFium must not be entered by two threads at once."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as pixels: rows of *stride* bytes, four bytes a pixel in the order blue, green, red, unused."""

    width: int
    height: int
    stride: int
    pixels: bytes


class Preview:
    """An open PDF, to be closed after use; may be used from any thread."""

    def __init__(self, pdf: bytes) -> None:
        """Raises CannotRead for bytes that are no PDF."""
        with pdfium_lock:
            try:
                self._document = PdfDocument(pdf)
            except PdfiumError as error:
                raise CannotRead("Không mở được bản xem trước. Hãy tạo lại văn bản.") from error
            self.page_count = len(self._document)

    def size(self, page: int) -> PageSize:
        """The size of one page (from 0) in millimetres."""
        with pdfium_lock:
            width, height = self._document.get_page_size(page)
        return PageSize(width / MM, height / MM)

    def picture(self, page: int, dots_per_inch: float) -> PagePicture:
        """One page (from 0) on a white ground at this resolution."""
        with pdfium_lock:
            sheet = self._document[page]
            bitmap = sheet.render(scale=dots_per_inch / _DOTS_PER_INCH, prefer_bgrx=True)
            picture = PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            sheet.close()
        return picture

    def strip(self, page: int, dots_per_inch: float, first_row: int, rows: int) -> PagePicture:
        """Some rows of dots of one page (from 0) as a printer wants them; fewer where the page ends."""
        scale = dots_per_inch / _DOTS_PER_INCH
        with pdfium_lock:
            sheet = self._document[page]
            below = ceil(sheet.get_height() * scale) - first_row - rows
            bitmap = sheet.render(
                scale=scale,
                crop=(0, _cut(below, scale), 0, _cut(first_row, scale)),
                prefer_bgrx=True,
                optimize_mode="print",
            )
            picture = PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            sheet.close()
        return picture

    def close(self) -> None:
        """Give the memory back."""
        with pdfium_lock:
            self._document.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _cut(rows: int, scale: float) -> float:
    """The points to leave away so that exactly *rows* dots are; PDFium rounds up to whole dots."""
    return (rows - 0.25) / scale if rows > 0 else 0.0
