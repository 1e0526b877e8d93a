"""Workbooks for Excel: how they are opened and closed, how cells look, how values become cells."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from functools import cache
from io import BytesIO
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cluster_desktop.documents.content.content import Cell, show_cell
from cluster_desktop.domain.text.dates import PartialDate

FACE = "Times New Roman"
MM_PER_CHARACTER = 1.9
"""Of the usual width of a column."""
GROUPED, PLAIN, AS_IT_IS = "#,##0", "0", "General"
DAY = "dd/mm/yyyy"
_LONGEST_TEXT = 32_767
_LONGEST_SHEET_NAME = 31
_NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_FIRST_SAFE_DAY = date(1900, 3, 1)
"""Excel's calendar holds a 29 February 1900; earlier days would be one off."""


class ExcelBook:
    """A workbook with the few formats its sheets share."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self.format = cache(self._format)

    def sheet(self, name: str) -> Worksheet:
        """A new sheet; characters Excel refuses become spaces, equal names are numbered."""
        plain = " ".join(name.translate(_NOT_IN_SHEET_NAMES).split()) or "Danh sách"
        taken = {sheet.get_name().casefold() for sheet in self._workbook.worksheets()}
        free, number = _cut(plain, _LONGEST_SHEET_NAME), 2
        while free.casefold() in taken:
            free = f"{_cut(plain, _LONGEST_SHEET_NAME - 3)} {number}"
            number += 1
        return self._workbook.add_worksheet(free)

    def chart(self, kind: str) -> Chart:
        """A new chart of this kind of XlsxWriter's ("bar", "column")."""
        return self._workbook.add_chart({"type": kind})

    def _format(self, *, size: float = 11, number: str = "", **look: Any) -> Format:
        """The format with these properties of XlsxWriter, made once."""
        properties = {"font_name": FACE, "font_size": size, "valign": "top", **look}
        return self._workbook.add_format({**properties, **({"num_format": number} if number else {})})


@contextmanager
def open_book(stream: BinaryIO, title: str, author: str = "", *, by_rows: bool = False) -> Iterator[ExcelBook]:
    """A workbook that is written to *stream* when the block ends well.

    *by_rows* keeps only one row in memory: sheets are then written from top to bottom. Raises OSError.
    """
    with TemporaryDirectory(prefix="so-thi-dua-", ignore_cleanup_errors=True) as folder:
        whole = BytesIO()  # a target that fails in the middle of a zip archive leaves it in an unsound state
        workbook = Workbook(whole, {"constant_memory": by_rows, "tmpdir": folder})
        workbook.set_properties({"title": title, "author": author})
        try:
            yield ExcelBook(workbook)
        except BaseException:
            _abandon(workbook)
            raise
        try:
            workbook.close()
        except FileCreateError as error:
            raise error.args[0] from error
        stream.write(whole.getbuffer())


def _abandon(workbook: Workbook) -> None:
    """Close the temporary files of a workbook that will not be written."""
    workbook.fileclosed = True
    for sheet in workbook.worksheets():
        if sheet.row_data_fh is not None:
            sheet.row_data_fh.close()


def put(sheet: Worksheet, row: int, column: int, cell: Cell, look: Format | None = None) -> None:
    """Write one value as what it is: text never becomes a formula, a link or a number."""
    if cell is None or cell == "":
        sheet.write_blank(row, column, None, look)
    elif isinstance(cell, str):
        sheet.write_string(row, column, plain_text(cell), look)
    elif isinstance(cell, int | Decimal):
        sheet.write_number(row, column, cell, look)
    elif (day := full_day(cell)) is not None:
        sheet.write_datetime(row, column, day, look)
    else:
        sheet.write_string(row, column, show_cell(cell), look)


def full_day(cell: date | PartialDate) -> date | None:
    """The day that Excel can keep as a date; None for one that is not known to the day."""
    if isinstance(cell, PartialDate):
        if cell.precision != "day":
            return None
        cell = cell.earliest
    return cell if cell >= _FIRST_SAFE_DAY else None


def plain_text(text: str) -> str:
    """*text* composed and no longer than a cell holds."""
    composed = unicodedata.normalize("NFC", text)
    return composed if len(composed) <= _LONGEST_TEXT else f"{composed[: _LONGEST_TEXT - 1]}…"


def _cut(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    whole, _, _ = text[: length + 1].rpartition(" ")
    return (whole or text)[:length].rstrip(" ,;:–-")
