"""Photos of a document as PDF: two beside each other, the words below."""

import io
from collections.abc import Sequence

from reportlab.lib.utils import ImageReader

from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.content import Picture, Pictures
from cluster_desktop.documents.content.line_breaks import wrap_evenly
from cluster_desktop.documents.content.print_colors import QUIET
from cluster_desktop.documents.pdf.sheet import PdfSheet, Style
from cluster_desktop.documents.pictures import photo

_CAPTION = Style(fonts.LETTER_ITALIC, 11, 14)
_MISSING = Style(fonts.LETTER_ITALIC, 11, 14, QUIET)
_BETWEEN = 14.0
_SHAPE = 0.68
"""Height of the room for a photo, as a share of its width."""
_ABOVE_WORDS, _BELOW = 4.0, 12.0


class PicturesPiece:
    """Rows of photos; a row is never parted."""

    solid = False

    def __init__(self, block: Pictures, width: float) -> None:
        self._side = (width - _BETWEEN) / 2
        pairs = zip(block.pictures[::2], (*block.pictures[1::2], None), strict=False)
        self._rows = [tuple(picture for picture in pair if picture) for pair in pairs]
        heights = [self._height(row) for row in self._rows]
        self.whole = sum(heights)
        self.head = heights[0] if heights else 0.0

    def draw(self, sheet: PdfSheet, tail: float) -> None:
        for place, row in enumerate(self._rows):
            height = self._height(row)
            last = place == len(self._rows) - 1
            sheet.require(height + (tail if last else 0.0))
            left = sheet.left if len(row) > 1 else (sheet.left + sheet.right - self._side) / 2
            for number, picture in enumerate(row):
                self._draw_picture(sheet, picture, left + number * (self._side + _BETWEEN))
            sheet.y -= height

    def _draw_picture(self, sheet: PdfSheet, picture: Picture, left: float) -> None:
        ready, room = photo.ready(picture.data), self._side * _SHAPE
        middle = left + self._side / 2
        if ready is None:
            sheet.centre(photo.UNREADABLE, _MISSING, middle, sheet.y - room / 2)
        else:
            scale = min(self._side / ready.width, room / ready.height)
            width, height = ready.width * scale, ready.height * scale
            image = ImageReader(io.BytesIO(ready.jpeg))
            sheet.canvas.drawImage(image, middle - width / 2, sheet.y - room + (room - height) / 2, width, height)
        sheet.centre_lines(self._words(picture), _CAPTION, middle, sheet.y - room - _ABOVE_WORDS)

    def _words(self, picture: Picture) -> tuple[str, ...]:
        return wrap_evenly(picture.words, _CAPTION.face, _CAPTION.size, self._side) if picture.words else ()

    def _height(self, row: Sequence[Picture]) -> float:
        lines = max(len(self._words(picture)) for picture in row)
        return self._side * _SHAPE + _ABOVE_WORDS + lines * _CAPTION.leading + _BELOW
