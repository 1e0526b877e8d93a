"""The rows of a table as PDF: which columns are printed, how wide, each cell broken into lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.content import Align, Cell, Column, Table, show_cell
from cluster_desktop.documents.content.line_breaks import wrap
from cluster_desktop.documents.pdf.sheet import CELL, CELL_BOLD, Style
from cluster_desktop.domain.figures.count import Source, source_of

SIDE = 3.5
ABOVE = 2.5
_BELOW = 4.0
_BAND = Style(fonts.LETTER_BOLD_ITALIC, 11, 13.5)


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row in lines, one tuple of them for each column; a band has a single cell as wide as the table.

    *sources* are those of the columns that hold a figure.
    """

    index: int
    cells: tuple[tuple[str, ...], ...]
    style: Style
    height: float
    band: bool = False
    sources: tuple[tuple[int, Source], ...] = ()


class TableRows:
    """Sets the rows and totals of a table *width* points wide, one at a time."""

    def __init__(self, table: Table, width: float) -> None:
        self._table = table
        self._printed = [index for index, column in enumerate(table.columns) if column.printed]
        self.columns = [table.columns[index] for index in self._printed]
        self.edges = _edges(self.columns, width)
        self._rooms = [right - left - 2 * SIDE for left, right in pairwise(self.edges)]
        self._numbers = [_number_width(table, index) for index in self._printed]
        self.count = len(table.rows) + len(table.totals)
        self.last = self.count - len(table.totals) - min(len(table.rows), 1 if table.totals else 2)
        """Index of the first of the rows that end the table together: totals with a row, or two rows."""

    def items(self, start: int = 0) -> Iterator[SetRow]:
        """Every row from *start* on, each band before the rows it stands for, the totals last."""
        rows, bands = self._table.rows, self._table.bands
        for index in range(start, len(rows)):
            if bands and (index == 0 or bands[index] != bands[index - 1]):
                yield self._set_band(index, bands[index])
            yield self._set(index, rows[index], CELL_BOLD if index in self._table.strong else CELL)
        for index in range(max(start, len(rows)), self.count):
            yield self._set(index, self._table.totals[index - len(rows)], CELL_BOLD)

    def leads(self, index: int) -> bool:
        """True for a row that heads the next one and stays on its page."""
        return index in self._table.strong and index + 1 < len(self._table.rows)

    def height(self, start: int, end: int) -> float:
        """Height of the rows from *start* to before *end*, in points."""
        total = 0.0
        for row in self.items(start):
            if row.index >= end:
                break
            total += row.height
        return total

    def place(self, row: SetRow) -> Iterator[tuple[float, float, str]]:
        """Every line of a row: x from the left edge of the table, depth of its base line, text."""
        first = ABOVE + row.style.size * 0.86
        for number, lines in enumerate(row.cells):
            for line_number, line in enumerate(lines):
                x = SIDE if row.band else self._x(number, line, row.style)
                yield x, first + line_number * row.style.leading, line

    def _x(self, number: int, line: str, style: Style) -> float:
        """The x of a line; numbers end together so that their block is in the middle of the column."""
        left, right, align = self.edges[number], self.edges[number + 1], self.columns[number].align
        if align is Align.LEFT:
            return left + SIDE
        wide, widest = style.width(line), self._numbers[number]
        if align is Align.CENTRE or wide > widest:
            return (left + right - wide) / 2
        return (left + right + widest) / 2 - wide

    def _set_band(self, index: int, text: str) -> SetRow:
        lines = wrap(text, _BAND.face, _BAND.size, self.edges[-1] - 2 * SIDE)
        return SetRow(index, (lines,), _BAND, _height(len(lines), _BAND), band=True)

    def _set(self, index: int, row: Sequence[Cell], style: Style) -> SetRow:
        cells = tuple(
            () if row[column] is None else wrap(show_cell(row[column]), style.face, style.size, room)
            for column, room in zip(self._printed, self._rooms, strict=True)
        )
        figures = ((place, source_of(row[column])) for place, column in enumerate(self._printed))
        sources = tuple((place, source) for place, source in figures if source is not None)
        return SetRow(index, cells, style, _height(max(map(len, cells), default=1), style), sources=sources)


def cut(row: SetRow, room: float) -> tuple[SetRow, SetRow | None]:
    """The row as it is, or what *room* points hold of its lines (one at least) and the rest."""
    if row.height <= room:
        return row, None
    lines = max(1, int((room - _height(1, row.style)) // row.style.leading) + 1)
    count = max(map(len, row.cells), default=1)
    if lines >= count:
        return row, None
    return _with_lines(row, slice(lines)), replace(_with_lines(row, slice(lines, None)), sources=())


def _with_lines(row: SetRow, lines: slice) -> SetRow:
    cells = tuple(cell[lines] for cell in row.cells)
    return replace(row, cells=cells, height=_height(max(map(len, cells)), row.style))


def _height(lines: int, style: Style) -> float:
    return ABOVE + max(1, lines) * style.leading - (style.leading - style.size) + _BELOW


def _edges(columns: Sequence[Column], width: float) -> tuple[float, ...]:
    """The x of every vertical rule from the left edge of the table, in points."""
    share = width / sum(column.width for column in columns)
    edges = [0.0]
    for column in columns:
        edges.append(edges[-1] + column.width * share)
    return tuple(edges)


def _number_width(table: Table, index: int) -> float:
    """The widest number of a NUMBER column, in points."""
    if table.columns[index].align is not Align.NUMBER:
        return 0.0
    numbers = [cell for row in table.rows if isinstance(cell := row[index], int)]
    ends = [show_cell(number) for number in (min(numbers), max(numbers))] if numbers else []
    ends += [show_cell(cell) for row in table.rows if isinstance(cell := row[index], Decimal)]
    bold = (show_cell(cell) for row in table.totals if isinstance(cell := row[index], int | Decimal))
    look = CELL_BOLD if table.strong else CELL
    return max((*map(look.width, ends), *map(CELL_BOLD.width, bold)), default=0.0)
