"""Tables of a document as PDF: thin rules, wrapped cells, the heading again on every page.

Rows are measured and drawn one at a time, so time grows with the number of rows and nothing else.
"""

from collections.abc import Sequence

from reportlab.pdfgen.textobject import PDFTextObject

from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.content import Table
from cluster_desktop.documents.content.line_breaks import wrap
from cluster_desktop.documents.content.print_colors import BLACK, brush
from cluster_desktop.documents.pdf.pdf_table_head import TableHead
from cluster_desktop.documents.pdf.pdf_table_rows import ABOVE, SetRow, TableRows, cut
from cluster_desktop.documents.pdf.sheet import CELL_BOLD, NOTE, PdfSheet, Style

_RULE = 0.4
_GAP = 10.0
_TITLE_GAP = 4.0
_EMPTY_ROW = 22.0
_SMALL_ROWS = 14
_SMALL_SHARE = 0.5
"""A table up to this share of a page begins where all of it has room."""
_START_OF_HIGH_ROW = 90.0
_NEARLY = 0.01


class TablePiece:
    """A table that runs over as many pages as it needs; its last rows stay with what follows."""

    def __init__(self, table: Table, width: float, page: float) -> None:
        self._empty = table.empty
        self._rows = TableRows(table, width)
        self._head = TableHead(self._rows.columns, self._rows.edges)
        self._title = wrap(table.title, CELL_BOLD.face, CELL_BOLD.size, width)
        title = len(self._title) * CELL_BOLD.leading + (_TITLE_GAP if self._title else 0)
        self._page = page - self._head.height - title
        self.head = title + self._head.height + self._rows.height(0, 2)
        self.whole = title + self._head.height + self._whole_height(page) + _GAP
        self.solid = not self._rows.last
        if self.whole <= page * _SMALL_SHARE or self.solid:
            self.head = self.whole

    def _whole_height(self, page: float) -> float:
        if not self._rows.count:
            return _EMPTY_ROW
        return self._rows.height(0, self._rows.count) if self._rows.count <= _SMALL_ROWS else page

    def draw(self, sheet: PdfSheet, tail: float) -> None:
        sheet.require(min(self.head + (tail if self.solid else 0), sheet.height))
        for line in self._title:
            sheet.y -= CELL_BOLD.leading
            sheet.write(line, CELL_BOLD, sheet.left, sheet.y + CELL_BOLD.leading - CELL_BOLD.size)
        sheet.y -= _TITLE_GAP if self._title else 0
        if self._rows.count:
            self._draw_rows(sheet, tail)
        else:
            self._draw_empty(sheet)
        sheet.y -= _GAP

    def _draw_rows(self, sheet: PdfSheet, tail: float) -> None:
        """The last rows move to a new page together when *tail* would not fit below them."""
        part = _TablePart(sheet, self._head, self._rows.edges)
        reached = -1
        for row in self._rows.items():
            if row.index > reached:
                reached = row.index
                needed = self._together(row, tail)
                part = part.turn() if sheet.room + _NEARLY < needed <= self._page else part
            part = self._draw_parted(part, row)
        part.close()

    def _together(self, row: SetRow, tail: float) -> float:
        """Points needed on one page from this row on: a band with its first row, the end with *tail*."""
        if row.index == self._rows.last:
            together = self._rows.height(row.index, self._rows.count) + _GAP + tail
            if together <= self._page:
                return together
        if self._rows.leads(row.index):
            height = self._rows.height(row.index, row.index + 2)
        else:
            height = self._rows.height(row.index, row.index + 1) if row.band else row.height
        return height if height <= self._page else min(self._page, _START_OF_HIGH_ROW)

    def _draw_parted(self, part: "_TablePart", row: SetRow) -> "_TablePart":
        """Draw a row; one that is higher than what is left of the page goes on, line by line, on the next."""
        rest: SetRow | None = row
        while rest:
            first, rest = cut(rest, part.sheet.room + _NEARLY)
            self._draw_row(part, first)
            part = part.turn() if rest else part
        return part

    def _draw_row(self, part: "_TablePart", row: SetRow) -> None:
        pen = part.pen(row.style)
        left, top = part.sheet.left, part.sheet.y
        for x, depth, line in self._rows.place(row):
            pen.setTextOrigin(left + x, top - depth)
            pen.textOut(line)
        for index, source in row.sources:
            edges, words = self._rows.edges, " ".join(row.cells[index])
            part.sheet.trace(source, words, (left + edges[index], top, edges[index + 1] - edges[index], row.height))
        part.add(row)

    def _draw_empty(self, sheet: PdfSheet) -> None:
        edges = self._rows.edges
        part = _TablePart(sheet, self._head, (edges[0], edges[-1]))
        middle = (sheet.left + sheet.right) / 2
        sheet.centre(self._empty, NOTE, middle, sheet.y - 2 * ABOVE - NOTE.size * 0.8)
        part.add(SetRow(0, (), NOTE, _EMPTY_ROW))
        part.close()


class _TablePart:
    """The part of a table on one page: its heading, its rows, and the rules around them."""

    def __init__(self, sheet: PdfSheet, head: TableHead, edges: Sequence[float]) -> None:
        self.sheet = sheet
        self._head = head
        self._edges = edges
        head.draw(sheet)
        self._inner_edges: list[tuple[float, float]] = []
        self._top = sheet.y
        self._rules: list[float] = []
        self._pen = sheet.canvas.beginText()
        self._style: Style | None = None

    def pen(self, style: Style) -> PDFTextObject:
        """The text object of this page, set to *style*."""
        if style is not self._style:
            self._pen.setFont(fonts.face(style.face), style.size)
            self._style = style
        return self._pen

    def add(self, row: SetRow) -> None:
        """Close a row; the rules between columns pass a band by."""
        above = self.sheet.y
        self.sheet.y -= row.height
        self._rules.append(self.sheet.y)
        if row.band:
            return
        if self._inner_edges and self._inner_edges[-1][1] == above:
            above = self._inner_edges.pop()[0]
        self._inner_edges.append((above, self.sheet.y))

    def turn(self) -> "_TablePart":
        """End this page's part and go on, below the heading again, on a new page."""
        self.close()
        self.sheet.new_page()
        return _TablePart(self.sheet, self._head, self._edges)

    def close(self) -> None:
        """Put the text and the rules of this part on the page."""
        sheet, canvas = self.sheet, self.sheet.canvas
        brush(canvas, BLACK)
        canvas.drawText(self._pen)
        canvas.setStrokeColorRGB(*BLACK)
        canvas.setLineWidth(_RULE)
        first, *inner, last = (sheet.left + edge for edge in self._edges)
        lines = [(first, y, last, y) for y in self._rules]
        lines += [(x, self._top, x, sheet.y) for x in (first, last)]
        lines += [(x, top, x, bottom) for top, bottom in self._inner_edges for x in inner]
        canvas.lines(lines)
