"""A document as a workbook: a summary sheet, and a sheet for each table that can be filtered and counted."""

from collections.abc import Sequence
from decimal import Decimal
from typing import BinaryIO

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.content import (
    Align,
    Appendix,
    Cell,
    Column,
    Document,
    Paragraph,
    Section,
    Table,
    Tone,
)
from cluster_desktop.documents.content.line_breaks import wrap
from cluster_desktop.documents.content.table_groups import Span, spans
from cluster_desktop.documents.excel.excel_book import (
    AS_IT_IS,
    DAY,
    GROUPED,
    MM_PER_CHARACTER,
    PLAIN,
    ExcelBook,
    full_day,
    open_book,
    put,
)
from cluster_desktop.documents.excel.excel_summary import write_summary

_TITLE_ROWS = 3
_GROUND = "#F1F3F6"
_SIZE = 11.0
_LINE_HEIGHT = 14.5
_POINTS_PER_CHARACTER = 5.1
"""A little less than the 7 dots at 96 an inch that spreadsheets take, for programs differ in how they wrap."""


def write_excel(document: Document, stream: BinaryIO) -> None:
    """Write *document* to *stream* as an .xlsx workbook. Raises OSError."""
    tables = _tables(document)
    with open_book(stream, document.name, document.author) as book:
        summary = book.sheet("Tổng hợp")
        sheets = [_TableSheet(book, document, *entry) for entry in tables]
        write_summary(book, summary, document, [each.sheet.get_name() for each in sheets])
        for sheet in sheets:
            sheet.write()
        if len(sheets) == 1:
            sheets[0].sheet.activate()


def _tables(document: Document) -> list[tuple[str, str, Table]]:
    """Each table with the title of its section, and what an appendix says of it besides."""
    tables, section, belongs = [], document.title, ""
    for block in document.blocks:
        if isinstance(block, Section):
            section = block.title
        elif isinstance(block, Appendix):
            section, belongs = block.title, f"{block.subject} {block.note}".strip()
        elif isinstance(block, Table):
            tables.append((block.title or section, belongs, block))
    return tables


class _TableSheet:
    """One table on a sheet of its own, the heading held in place and repeated on every printed page."""

    def __init__(self, book: ExcelBook, document: Document, name: str, belongs: str, table: Table) -> None:
        self._book, self._document, self._table = book, document, table
        self._line = f"{name}: {belongs}" if belongs else name
        self.sheet: Worksheet = book.sheet(_without_numeral(name))
        self._groups = [span for span in spans(table.columns) if span[0]]
        self._first = _TITLE_ROWS + (2 if self._groups else 1)

    def write(self) -> None:
        """Write title, heading, rows, totals and the notes of the document."""
        sheet, table = self.sheet, self._table
        put(sheet, 0, 0, self._document.title.upper(), self._book.format(size=14, bold=True))
        put(sheet, 1, 0, self._document.subject, self._book.format(size=12, bold=True))
        put(sheet, 2, 0, self._line, self._book.format(italic=True))
        self._set_up()
        self._write_heading()
        row = self._write_rows(self._first, table.rows, table.strong)
        if not table.rows:
            put(sheet, row, 0, table.empty, self._book.format(italic=True))
        else:
            sheet.autofilter(self._first - 1, 0, row - 1, len(table.columns) - 1)
        row = self._write_rows(row, table.totals, frozenset(range(len(table.totals)))) + 1
        for block in self._document.blocks:
            if isinstance(block, Paragraph) and block.tone is Tone.NOTE:
                put(sheet, row, 0, block.text, self._book.format(italic=True))
                row += 1

    def _set_up(self) -> None:
        sheet = self.sheet
        for number, column in enumerate(self._table.columns):
            sheet.set_column(number, number, _characters(column))
        sheet.freeze_panes(self._first, 0)
        sheet.repeat_rows(_TITLE_ROWS, self._first - 1)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.set_margins(left=0.8, right=0.6, top=0.8, bottom=0.8)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C&P/&N")

    def _write_heading(self) -> None:
        look = self._book.format(
            bold=True, border=1, text_wrap=True, align="center", valign="vcenter", bg_color=_GROUND
        )
        last = self._first - 1
        inside = {index for _, start, end in self._groups for index in range(start, end)}
        for group in self._groups:
            self._write_group(group, look)
        for index, column in enumerate(self._table.columns):
            if self._groups and index not in inside:
                self.sheet.merge_range(_TITLE_ROWS, index, last, index, column.heading, look)
            else:
                put(self.sheet, last, index, column.heading, look)

    def _write_group(self, group: Span, look: Format) -> None:
        text, start, end = group
        if end - start > 1:
            self.sheet.merge_range(_TITLE_ROWS, start, _TITLE_ROWS, end - 1, text, look)
        else:
            put(self.sheet, _TITLE_ROWS, start, text, look)

    def _write_rows(self, row: int, rows: Sequence[Sequence[Cell]], bold: frozenset[int]) -> int:
        """Gives the row after the last one; *bold* are places among *rows*."""
        columns = self._table.columns
        for place, cells in enumerate(rows):
            for number, (cell, column) in enumerate(zip(cells, columns, strict=True)):
                put(self.sheet, row + place, number, cell, self._look(cell, column, place in bold))
            face = fonts.LETTER_BOLD if place in bold else fonts.LETTER
            lines = max((_lines(cell, column, face) for cell, column in zip(cells, columns, strict=True)), default=1)
            if lines > 1:
                self.sheet.set_row(row + place, _LINE_HEIGHT * lines + 2)
        return row + len(rows)

    def _look(self, cell: Cell, column: Column, bold: bool) -> Format:
        align = {Align.LEFT: "left", Align.CENTRE: "center", Align.NUMBER: "right"}[column.align]
        return self._book.format(number=_number(cell, column), bold=bold, border=1, text_wrap=True, align=align)


def _characters(column: Column) -> float:
    """Width of a column as spreadsheets count it."""
    return max(6.0, column.width / MM_PER_CHARACTER)


def _lines(cell: Cell, column: Column, face: str) -> int:
    """Lines that a text takes in its column; not every program finds the height of a row by itself."""
    if not isinstance(cell, str):
        return 1
    room = _characters(column) * _POINTS_PER_CHARACTER
    wrapped = (wrap(line, face, _SIZE, room) for line in cell.split("\n"))
    return sum(max(1, len(lines)) for lines in wrapped)


def _number(cell: Cell, column: Column) -> str:
    if isinstance(cell, int):
        return GROUPED if column.align is Align.NUMBER else PLAIN
    if isinstance(cell, Decimal):
        return AS_IT_IS
    if cell is None or isinstance(cell, str):
        return ""
    return DAY if full_day(cell) else ""


def _without_numeral(title: str) -> str:
    numeral, dot, rest = title.partition(". ")
    return rest if dot and set(numeral) <= set("IVX") else title
