"""Any list of the program as an Excel table: the columns as shown, numbers and dates as such."""

from collections.abc import Iterable, Mapping, Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cluster_desktop.documents.content.content import Cell
from cluster_desktop.documents.excel.excel_book import DAY, GROUPED, PLAIN, ExcelBook, open_book, put
from cluster_desktop.domain.fields.fields import Field, Value
from cluster_desktop.domain.fields.types import Date, FieldType, Integer, Money, Year
from cluster_desktop.output_file import Target, open_target

_HEADING_ROW = 2
_WIDEST = 80
_NUMBERS: Mapping[type[FieldType], str] = {Integer: GROUPED, Money: GROUPED, Year: PLAIN, Date: DAY}


def write_list(
    target: Target, title: str, columns: Sequence[Field], rows: Iterable[Sequence[Cell]], subtitle: str = ""
) -> int:
    """Write *rows* below their headings, with a filter and the heading held in place; gives their number.

    Each row has a cell for each column, see :func:`list_cells`. Rows are taken one by one, so that they may
    come from a generator that reports progress or stops the work. Raises CannotWrite, FileInUse, DiskFull.
    """
    with open_target(target) as stream, open_book(stream, title, by_rows=True) as book:
        sheet = book.sheet(title)
        _prepare(sheet, columns)
        put(sheet, 0, 0, title, book.format(size=14, bold=True))
        if subtitle:
            put(sheet, 1, 0, subtitle, book.format(italic=True))
        heading = book.format(bold=True, border=1, text_wrap=True, align="center", bg_color="#F1F3F6")
        for number, column in enumerate(columns):
            put(sheet, _HEADING_ROW, number, column.column_heading, heading)
        last = _write_rows(book, sheet, columns, rows)
        if columns:
            sheet.autofilter(_HEADING_ROW, 0, max(last, _HEADING_ROW + 1), len(columns) - 1)
            sheet.print_area(0, 0, last, len(columns) - 1)
    return last - _HEADING_ROW


def list_cells(columns: Sequence[Field], values: Mapping[str, Value], shown: Mapping[str, str]) -> tuple[Cell, ...]:
    """The cells of one record: numbers and dates as stored, everything else in the words people read."""
    return tuple(_cell(column, values.get(column.key), shown.get(column.key, "")) for column in columns)


def _cell(column: Field, value: Value, shown: str) -> Cell:
    if type(column.type) in _NUMBERS and value is not None and not isinstance(value, str):
        return value
    return shown or None


def _prepare(sheet: Worksheet, columns: Sequence[Field]) -> None:
    for number, column in enumerate(columns):
        sheet.set_column(number, number, min(_WIDEST, max(column.width, 6) + 2))
    sheet.freeze_panes(_HEADING_ROW + 1, 0)
    sheet.repeat_rows(_HEADING_ROW)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P/&N")


def _write_rows(book: ExcelBook, sheet: Worksheet, columns: Sequence[Field], rows: Iterable[Sequence[Cell]]) -> int:
    """Gives the index of the last row."""
    looks = [_look(book, column) for column in columns]
    index = _HEADING_ROW
    for row in rows:
        index += 1
        for number, (cell, look) in enumerate(zip(row, looks, strict=True)):
            put(sheet, index, number, cell, look)
    return index


def _look(book: ExcelBook, column: Field) -> Format:
    number = _NUMBERS.get(type(column.type), "")
    align = "right" if column.type.numeric else "left"
    return book.format(number=number, border=4, align=align, text_wrap=column.width > 30)
