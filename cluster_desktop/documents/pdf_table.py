"""Tables of a report on paper: thin rules, wrapped cells, the heading again on every page.

Rows are measured and drawn one at a time, so time grows with the number of rows and nothing else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from cluster_desktop.documents import fonts
from cluster_desktop.documents.content import Align, Cell, Column, Table, show_cell
from cluster_desktop.documents.ink import BLACK, brush
from cluster_desktop.documents.pdf_table_head import TableHead
from cluster_desktop.documents.sheet import CELL, CELL_BOLD, NOTE, Sheet, Style
from cluster_desktop.documents.wrap import wrap

_SIDE = 3.5
_ABOVE, _BELOW = 2.5, 4.0
_RULE = 0.4
_GAP = 10.0
_TITLE_GAP = 4.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A row broken into lines: one tuple of lines for each column."""

    cells: tuple[tuple[str, ...], ...]
    style: Style
    height: float


class TablePiece:
    """A table that runs over as many pages as it needs; its last rows stay with what follows."""

    def __init__(self, table: Table, width: float) -> None:
        self._table = table
        self._edges = _edges(table.columns, width)
        self._head = TableHead(table.columns, self._edges)
        self._numbers = _number_widths(table)
        self._title = wrap(table.title, CELL_BOLD.face, CELL_BOLD.size, width)
        self._last_rows = self._tied_rows()
        first = list(self._first_rows())
        self.head = self._title_height + self._head.height + sum(row.height for row in first)
        self.whole = self.head + _GAP

    @property
    def _title_height(self) -> float:
        return len(self._title) * CELL_BOLD.leading + (_TITLE_GAP if self._title else 0)

    def draw(self, sheet: Sheet, tail: float) -> None:
        sheet.require(min(self._first_height(tail), sheet.height))
        for line in self._title:
            sheet.y -= CELL_BOLD.leading
            sheet.write(line, CELL_BOLD, sheet.left, sheet.y + CELL_BOLD.leading - CELL_BOLD.size)
        sheet.y -= _TITLE_GAP if self._title else 0
        if self._table.rows:
            self._draw_rows(sheet, tail)
        else:
            self._draw_empty(sheet)
        sheet.y -= _GAP

    def _first_height(self, tail: float) -> float:
        """What must fit where the table begins: two rows, or all of a short table with what follows it."""
        if len(self._table.rows) + len(self._table.totals) > self._last_rows:
            return self.head
        return self._title_height + self._head.height + self._height_from(0) + _GAP + tail

    def _draw_rows(self, sheet: Sheet, tail: float) -> None:
        """Rows and totals; the last ones move to a new page together when *tail* would not fit below them."""
        tied = len(self._table.rows) + len(self._table.totals) - self._last_rows
        page = sheet.height - self._head.height - self._title_height
        part = _TablePart(sheet, self._head, self._edges)
        for index, row in enumerate(self._rows()):
            needed = row.height
            if index == tied:
                together = self._height_from(tied) + _GAP + tail
                needed = together if together <= page else needed
            if needed > sheet.room + 0.01 and needed <= page:
                part = part.turn()
            for fragment in _fragments(row, page):
                part = part if fragment.height <= sheet.room + 0.01 else part.turn()
                self._draw_row(part, fragment)
        part.close()

    def _draw_row(self, part: "_TablePart", row: _Row) -> None:
        style, edges = row.style, self._edges
        top = part.sheet.y - _ABOVE - style.size * 0.86
        pen = part.pen(style)
        for lines, column, left, right, number in zip(
            row.cells, self._table.columns, edges, edges[1:], self._numbers, strict=False
        ):
            base = top
            for line in lines:
                pen.setTextOrigin(part.sheet.left + _x(line, style, column.align, left, right, number), base)
                pen.textOut(line)
                base -= style.leading
        part.add(row.height)

    def _draw_empty(self, sheet: Sheet) -> None:
        part = _TablePart(sheet, self._head, (self._edges[0], self._edges[-1]))
        sheet.centre(self._table.empty, NOTE, (sheet.left + sheet.right) / 2, sheet.y - _ABOVE - NOTE.size)
        part.add(_ABOVE + NOTE.leading + _BELOW)
        part.close()

    def _rows(self) -> Iterator[_Row]:
        rows = (self._set(row, CELL) for row in self._table.rows)
        return chain(rows, (self._set(row, CELL_BOLD) for row in self._table.totals))

    def _first_rows(self) -> Iterator[_Row]:
        return (self._set(row, CELL) for row in self._table.rows[:2])

    def _tied_rows(self) -> int:
        """How many rows at the end stay together: the totals and one row above, or the last two."""
        return min(len(self._table.rows), 1 if self._table.totals else 2) + len(self._table.totals)

    def _height_from(self, index: int) -> float:
        rows, totals = self._table.rows, self._table.totals
        body = sum(self._set(row, CELL).height for row in rows[index:])
        return body + sum(self._set(row, CELL_BOLD).height for row in totals)

    def _set(self, row: Sequence[Cell], style: Style) -> _Row:
        edges = self._edges
        cells = tuple(
            wrap(show_cell(cell), style.face, style.size, edges[i + 1] - edges[i] - 2 * _SIDE)
            if cell not in (None, "")
            else ()
            for i, cell in enumerate(row)
        )
        return _Row(cells, style, _height(max(map(len, cells), default=1), style))


class _TablePart:
    """The part of a table on one page: its heading, its rows, and the rules around them."""

    def __init__(self, sheet: Sheet, head: TableHead, edges: Sequence[float]) -> None:
        self.sheet = sheet
        self._head = head
        self._edges = edges
        self._top = sheet.y
        head.draw(sheet)
        self._start = sheet.y
        self._rules = [sheet.y]
        self._pen = sheet.canvas.beginText()
        self._style: Style | None = None

    def pen(self, style: Style) -> PDFTextObject:
        """The text object of this page, set to *style*."""
        if style is not self._style:
            self._pen.setFont(fonts.face(style.face), style.size)
            self._style = style
        return self._pen

    def add(self, height: float) -> None:
        """Close a row of *height* points."""
        self.sheet.y -= height
        self._rules.append(self.sheet.y)

    def turn(self) -> "_TablePart":
        """End this page's part and go on, below the heading again, on a new page."""
        self.close()
        self.sheet.new_page()
        return _TablePart(self.sheet, self._head, self._edges)

    def close(self) -> None:
        sheet, canvas = self.sheet, self.sheet.canvas
        brush(canvas, BLACK)
        canvas.drawText(self._pen)
        _thin(canvas)
        x1, x2 = sheet.left + self._edges[0], sheet.left + self._edges[-1]
        lines = [(x1, y, x2, y) for y in self._rules]
        lines += [(sheet.left + x, self._start, sheet.left + x, sheet.y) for x in self._edges]
        canvas.lines(lines)


def _thin(canvas: Canvas) -> None:
    canvas.setStrokeColorRGB(*BLACK)
    canvas.setLineWidth(_RULE)


def _fragments(row: _Row, page: float) -> Iterator[_Row]:
    """The row as it is, or cut between lines when it is higher than *page* points."""
    if row.height <= page:
        yield row
        return
    lines = max(1, int((page - _height(1, row.style)) // row.style.leading) + 1)
    count = max(map(len, row.cells))
    for start in range(0, count, lines):
        cells = tuple(cell[start : start + lines] for cell in row.cells)
        yield _Row(cells, row.style, _height(min(lines, count - start), row.style))


def _height(lines: int, style: Style) -> float:
    return _ABOVE + max(1, lines) * style.leading - (style.leading - style.size) + _BELOW


def _x(line: str, style: Style, align: Align, left: float, right: float, number: float) -> float:
    """Where a line begins; numbers end together so that their block is in the middle of the column."""
    if align is Align.LEFT:
        return left + _SIDE
    wide = fonts.text_width(line, style.face, style.size)
    if align is Align.CENTRE or wide > number:
        return (left + right - wide) / 2
    return (left + right + number) / 2 - wide


def _edges(columns: Sequence[Column], width: float) -> tuple[float, ...]:
    """The x of every vertical rule from the left edge of the table, in points."""
    share = width / sum(column.width for column in columns)
    edges = [0.0]
    for column in columns:
        edges.append(edges[-1] + column.width * share)
    return tuple(edges)


def _number_widths(table: Table) -> tuple[float, ...]:
    """The widest number of each NUMBER column, in points."""
    return tuple(
        _widest(table, index) if column.align is Align.NUMBER else 0.0
        for index, column in enumerate(table.columns)
    )


def _widest(table: Table, index: int) -> float:
    numbers = [row[index] for row in table.rows]
    found = [cell for cell in numbers if isinstance(cell, int)]
    ends = [show_cell(number) for number in (min(found), max(found))] if found else []
    plain = max((CELL.width(text) for text in ends), default=0.0)
    totals = (row[index] for row in table.totals)
    bold = max((CELL_BOLD.width(show_cell(cell)) for cell in totals if isinstance(cell, int)), default=0.0)
    return max(plain, bold)
