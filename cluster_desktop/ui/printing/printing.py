"""Printing: every page of the PDF lands on paper at its true size, to the millimetre."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from cluster_desktop import errors
from cluster_desktop.documents.content.page import PageSize
from cluster_desktop.documents.pictures.page_pictures import Preview
from cluster_desktop.ui.printing.calibration import Calibration
from cluster_desktop.ui.printing.printers import Feed

Progress = Callable[[int, int], None]

_FINEST_DOTS: Final = 600
"""A finer raster looks the same on paper and only fills the printer's memory."""
_ROWS: Final = 768
_TILE: Final = 128
_OVERLAP: Final = 2
"""Dots that neighbouring pieces share, so that no viewer of a printed file shows a seam."""
_MM_PER_INCH: Final = 25.4
_USUAL: Final = Feed()
_EXACT: Final = Calibration()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintChoice:
    """The choices of the print dialog; pages count from 1, both ends included."""

    printer: str
    copies: int
    first: int
    last: int
    feed: Feed = _USUAL
    only: tuple[int, ...] = ()
    """Certain pages (from 0) instead of those from *first* to *last*."""

    @property
    def pages(self) -> Sequence[int]:
        """The pages from 0, as a PDF counts them."""
        return self.only or range(self.first - 1, self.last)


def paper_words(size: PageSize) -> str:
    """Name paper and orientation as people do: "A4 ngang, 297 × 210 mm"."""
    width, height = round(size.width), round(size.height)
    way = "ngang" if width > height else "dọc"
    sheet = _page_size(size).name().partition(" (")[0] if _page_size(size).id() != QPageSize.PageSizeId.Custom else ""
    return f"{sheet or 'Khổ giấy'} {way}, {width} × {height} mm"


def page_layout(size: PageSize) -> QPageLayout:
    """Return a sheet of this size without margins: the page begins at its very edge."""
    wide = size.width > size.height
    way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    layout = QPageLayout(_page_size(size), way, QMarginsF(), QPageLayout.Unit.Millimeter)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def print_pages(
    pdf: bytes,
    printer: QPrinter,
    pages: Sequence[int],
    *,
    copies: int = 1,
    feed: Feed = _USUAL,
    calibration: Calibration = _EXACT,
    title: str = "",
    progress: Progress | None = None,
) -> int:
    """Send *pages* (from 0) of *pdf* to the printer, unscaled; returns the number of sheets.

    *calibration* corrects the offset of this printer.

    May run in a thread. *progress* gets (done, all) and may raise Cancelled: the printer then drops the
    job. Raises DocumentError when the printer refuses it.
    """
    printer.setFullPage(True)
    printer.setDuplex(feed.sides)
    printer.setPaperSource(feed.tray)
    printer.setDocName(title)
    rounds = copies
    if copies > 1 and printer.supportsMultipleCopies():
        printer.setCopyCount(copies)
        printer.setCollateCopies(True)
        rounds = 1
    with Preview(pdf) as preview:
        order = [page for _round in range(rounds) for page in pages]
        _Job(preview, printer, calibration, progress or _no_progress).run(order)
    return len(pages) * copies


def _no_progress(_done: int, _all: int) -> None:
    """Ignore progress."""


class _Job:
    """A job on its way to the printer."""

    def __init__(self, preview: Preview, printer: QPrinter, calibration: Calibration, progress: Progress) -> None:
        self._preview = preview
        self._printer = printer
        self._calibration = calibration
        self._progress = progress
        self._painter = QPainter()

    def run(self, pages: Sequence[int]) -> None:
        self._printer.setPageLayout(page_layout(self._preview.size(pages[0])))
        if not self._painter.begin(self._printer):
            raise errors.DocumentError(_refused(self._printer))
        try:
            for done, page in enumerate(pages):
                self._progress(done, len(pages))
                if done:
                    self._turn_to(page)
                self._draw(page)
            self._progress(len(pages), len(pages))
        except BaseException:
            self._printer.abort()
            raise
        finally:
            self._painter.end()

    def _turn_to(self, page: int) -> None:
        self._printer.setPageLayout(page_layout(self._preview.size(page)))
        if not self._printer.newPage():
            raise errors.DocumentError(_refused(self._printer))

    def _draw(self, page: int) -> None:
        """Draw the page dot for dot, leaving out bare paper."""
        finer = ceil(self._printer.resolution() / _FINEST_DOTS)
        dots = self._printer.resolution() / finer
        self._painter.save()
        self._painter.scale(finer, finer)
        self._calibrate(self._preview.size(page), dots / _MM_PER_INCH)
        rows = ceil(self._preview.size(page).height / _MM_PER_INCH * dots)
        for top in range(0, rows, _ROWS):
            drawn = self._preview.strip(page, dots, top, min(_ROWS + _OVERLAP, rows - top))
            strip = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
            for piece in _inked_pieces(strip):
                self._painter.drawImage(piece.x(), top + piece.y(), strip.copy(piece))
        self._painter.restore()

    def _calibrate(self, size: PageSize, dots_per_mm: float) -> None:
        """Move, stretch and turn later drawing, as the calibration of the printer asks."""
        calibration = self._calibration
        if calibration.turned:  # first, because a turned test sheet is measured the way it is read
            self._painter.translate(size.width * dots_per_mm, size.height * dots_per_mm)
            self._painter.rotate(180)
        if calibration != _EXACT:
            self._painter.translate(calibration.x * dots_per_mm, calibration.y * dots_per_mm)
            self._painter.scale(calibration.across / 100, calibration.down / 100)


def _inked_pieces(strip: QImage) -> Iterator[QRect]:
    """Return the pieces of a strip that hold ink, over its whole width."""
    for top in range(0, strip.height(), _TILE):
        high = min(_TILE + _OVERLAP, strip.height() - top)
        start: int | None = None
        for left in range(0, strip.width() + _TILE, _TILE):
            bare = left >= strip.width() or _bare(strip.copy(left, top, min(_TILE, strip.width() - left), high))
            if bare and start is not None:
                yield QRect(start, top, min(left + _OVERLAP, strip.width()) - start, high)
                start = None
            elif not bare and start is None:
                start = left


def _bare(tile: QImage) -> bool:
    white = QImage(tile.size(), tile.format())
    white.fill(0xFFFFFFFF)
    return tile == white


def _refused(printer: QPrinter) -> str:
    name = printer.printerName() or printer.outputFileName()
    return f"Máy in “{name}” không nhận việc in. Hãy xem máy in đã bật, có giấy và nối với máy tính, rồi in lại."


def _page_size(size: PageSize) -> QPageSize:
    upright = QSizeF(min(size.width, size.height), max(size.width, size.height))
    return QPageSize(upright, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
