"""The heading of a table as PDF: one row, or two where neighbours share a group."""

from collections.abc import Sequence

from cluster_desktop.documents.content.content import Column
from cluster_desktop.documents.content.line_breaks import wrap
from cluster_desktop.documents.content.print_colors import BLACK, brush, from_hex
from cluster_desktop.documents.content.table_groups import spans
from cluster_desktop.documents.pdf.sheet import CELL_BOLD, PdfSheet

_SIDE = 2.5
_ABOVE, _BELOW = 3.0, 4.5
_RULE = 0.4
_GROUND = from_hex("#F1F3F6")


class TableHead:
    """Heading cells broken into lines once and drawn on every page."""

    def __init__(self, columns: Sequence[Column], edges: Sequence[float]) -> None:
        self._edges = edges
        self._groups = [span for span in spans(columns) if span[0]]
        self._headings = [self._wrap(column.heading, index, index + 1) for index, column in enumerate(columns)]
        grouped = {index for _, start, end in self._groups for index in range(start, end)}
        self._grouped = grouped
        self._group_height = max((_height(self._wrap(*span)) for span in self._groups), default=0.0)
        low = max((_height(self._headings[index]) for index in grouped), default=0.0)
        high = max((_height(h) for i, h in enumerate(self._headings) if i not in grouped), default=0.0)
        self.height = max(self._group_height + low, high)

    def draw(self, sheet: PdfSheet) -> None:
        """Draw below ``sheet.y`` and move it down."""
        top, bottom = sheet.y, sheet.y - self.height
        middle = top - self._group_height
        brush(sheet.canvas, _GROUND)
        left, right = sheet.left + self._edges[0], sheet.left + self._edges[-1]
        sheet.canvas.rect(left, bottom, right - left, self.height, stroke=0, fill=1)
        for span in self._groups:
            self._write(sheet, self._wrap(*span), (span[1], span[2]), top, middle)
        for index, lines in enumerate(self._headings):
            self._write(sheet, lines, (index, index + 1), middle if index in self._grouped else top, bottom)
        self._draw_rules(sheet, top, middle, bottom)
        sheet.y = bottom

    def _write(
        self, sheet: PdfSheet, lines: Sequence[str], columns: tuple[int, int], top: float, bottom: float
    ) -> None:
        start, end = columns
        centre = sheet.left + (self._edges[start] + self._edges[end]) / 2
        used = len(lines) * CELL_BOLD.leading
        sheet.centre_lines(lines, CELL_BOLD, centre, (top + bottom + used) / 2 - 0.5)

    def _draw_rules(self, sheet: PdfSheet, top: float, middle: float, bottom: float) -> None:
        canvas, x = sheet.canvas, [sheet.left + edge for edge in self._edges]
        canvas.setStrokeColorRGB(*BLACK)
        canvas.setLineWidth(_RULE)
        inner = {index for _, start, end in self._groups for index in range(start + 1, end)}
        lines = [(x[0], top, x[-1], top), (x[0], bottom, x[-1], bottom)]
        lines += [(x[start], middle, x[end], middle) for _, start, end in self._groups]
        lines += [(at, middle if i in inner else top, at, bottom) for i, at in enumerate(x)]
        canvas.lines(lines)

    def _wrap(self, text: str, start: int, end: int) -> tuple[str, ...]:
        room = self._edges[end] - self._edges[start] - 2 * _SIDE
        return wrap(text, CELL_BOLD.face, CELL_BOLD.size, room)


def _height(lines: Sequence[str]) -> float:
    return _ABOVE + len(lines) * CELL_BOLD.leading - (CELL_BOLD.leading - CELL_BOLD.size) + _BELOW
