"""The sheets a document is written on: pages, the place reached, the page number, lines of text."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.figure_positions import Spot
from cluster_desktop.documents.content.line_breaks import drawable
from cluster_desktop.documents.content.page import MM, Margins, PageSize
from cluster_desktop.documents.content.print_colors import BLACK, Ink, brush
from cluster_desktop.domain.figures.count import Source, marks_of

_PAGE_NUMBER = 13.0
_DOT = "…"
_PAGE_NUMBER_ABOVE = 10 * MM
"""From the top of the sheet to the base line of the number."""


@dataclass(frozen=True, slots=True)
class Style:
    """The look of text: face, size and distance of lines in points, colour."""

    face: str
    size: float
    leading: float
    ink: Ink = BLACK

    def width(self, text: str) -> float:
        """Width of *text* in points."""
        return fonts.text_width(text, self.face, self.size)


BODY = Style(fonts.LETTER, 13, 17)
BODY_BOLD = Style(fonts.LETTER_BOLD, 13, 17)
BODY_ITALIC = Style(fonts.LETTER_ITALIC, 13, 17)
CELL = Style(fonts.LETTER, 11, 13.5)
CELL_BOLD = Style(fonts.LETTER_BOLD, 11, 13.5)
NOTE = Style(fonts.LETTER_ITALIC, 11, 14)


class PdfSheet:
    """A stack of pages filled from the top; ``y`` is where the next thing begins, in points from below."""

    def __init__(self, canvas: Canvas, size: PageSize, margins: Margins) -> None:
        self.canvas = canvas
        self.left = margins.left * MM
        self.right = (size.width - margins.right) * MM
        self.top = (size.height - margins.top) * MM
        self.bottom = margins.bottom * MM
        self.y = self.top
        self._page_height = size.height * MM
        self._pages = 1  # within the part
        self._leaves = 1  # within the file
        self.spots: list[Spot] = []
        """The figures drawn so far, with where they stand."""

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def room(self) -> float:
        """Points left on this page."""
        return self.y - self.bottom

    def require(self, height: float) -> None:
        """Begin a new page unless *height* points are left on this one or it is still empty."""
        if height > self.room + 0.01 and self.y < self.top:
            self.new_page()

    def new_page(self) -> None:
        """Begin a page, numbered in the middle of its upper margin (Decree 30/2020, appendix I)."""
        self.canvas.showPage()
        self._leaves += 1
        self._pages += 1
        self.y = self.top
        style = Style(fonts.LETTER, _PAGE_NUMBER, _PAGE_NUMBER)
        self.centre(str(self._pages), style, (self.left + self.right) / 2, self._page_height - _PAGE_NUMBER_ABOVE)

    def new_part(self) -> None:
        """Begin a page that counts as the first one of its part; first pages carry no number."""
        self.canvas.showPage()
        self._leaves += 1
        self._pages = 1
        self.y = self.top

    def write(self, text: str, style: Style, x: float, base: float) -> None:
        """One line that begins at *x* on the base line *base*."""
        self._draw(drawable(text, style.face), style, x, base)

    def _draw(self, text: str, style: Style, x: float, base: float) -> None:
        brush(self.canvas, style.ink)
        self.canvas.setFont(fonts.face(style.face), style.size)
        self.canvas.drawString(x, base, text)

    def centre(self, text: str, style: Style, middle: float, base: float) -> None:
        """One line around *middle*."""
        text = drawable(text, style.face)
        self.write(text, style, middle - style.width(text) / 2, base)

    def write_right(self, text: str, style: Style, x: float, base: float) -> None:
        """One line that ends at *x*."""
        text = drawable(text, style.face)
        self.write(text, style, x - style.width(text), base)

    def centre_lines(self, lines: Sequence[str], style: Style, middle: float, top: float) -> float:
        """Lines below *top*, each around *middle*; gives the y below the last one."""
        for line in lines:
            top -= style.leading
            self.centre(line, style, middle, top + style.leading - style.size)
        return top

    def justify(self, line: str, style: Style, x: float, base: float, width: float) -> float:
        """A line stretched to *width*; the words keep their spaces, so that they can be copied.

        Gives by how much each space is wider.
        """
        words = line.split(" ")
        free = width - style.width(line)
        if len(words) == 1 or free > width * 0.3:
            self.write(line, style, x, base)
            return 0.0
        gap = free / (len(words) - 1)
        for word in words:
            self._draw(f"{word} ", style, x, base)
            x += style.width(f"{word} ") + gap
        return gap

    def lead(self, x: float, style: Style, top: float) -> None:
        """Dots to write on, from *x* to the right edge on the line below *top*."""
        dot = style.width(_DOT)
        count = int((self.right - x - dot) / dot)
        self.write_right(_DOT * count, style, self.right, top - style.size)

    def rule(self, x1: float, x2: float, y: float, thickness: float = 0.75) -> None:
        """A solid line; text is never underlined."""
        self.canvas.setStrokeColorRGB(*BLACK)
        self.canvas.setLineWidth(thickness)
        self.canvas.line(x1, y, x2, y)

    def trace(self, source: Source | None, words: str, box: tuple[float, float, float, float]) -> None:
        """Remember that *words* in *box* (left, upper edge from below, width, height in points) tell *source*."""
        if source is None:
            return
        left, top, width, height = box
        down = self._page_height - top
        self.spots.append(Spot(self._leaves - 1, left / MM, down / MM, width / MM, height / MM, words, source))

    def trace_marks(self, text: str, style: Style, x: float, base: float, gap: float = 0.0) -> None:
        """Remember the figures of a line that begins at *x*, each space *gap* wider than usual."""
        for mark in marks_of(text):
            before, words = text[: mark.start], text[mark.start : mark.end]
            left, wide = x + style.width(before) + gap * before.count(" "), style.width(words) + gap * words.count(" ")
            self.trace(mark.source, words, (left, base + style.size, wide, style.leading))

    def bookmark(self, title: str) -> None:
        """An entry of the outline that leads to this place."""
        key = f"s{self._leaves}-{self.y:.0f}"
        self.canvas.bookmarkPage(key, fit="XYZ", left=0, top=self.y + BODY.leading)
        self.canvas.addOutlineEntry(fonts.clean(title), key, level=0)
