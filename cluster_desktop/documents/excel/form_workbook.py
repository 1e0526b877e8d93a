"""A form for a school as an Excel workbook: what the book knows is filled in, the rest is checked while it is typed.

Beside the form stand a sheet that says how to fill it in, and two hidden ones: the words to choose from, and the stamp
by which the program knows the form again. The headings are locked, without a password, so that nobody spoils them
unawares; every row carries the uid of its record in a hidden column.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from math import ceil
from typing import Any, Final

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from cluster_desktop.documents.content.content import Cell
from cluster_desktop.documents.excel.excel_book import AS_IT_IS, GROUPED, ExcelBook, open_book, put
from cluster_desktop.documents.excel.form_rules import CellRule
from cluster_desktop.domain.fields.fields import Field, Value
from cluster_desktop.domain.fields.types import Date, Flag, Integer, Points
from cluster_desktop.domain.record_kinds.form_stamp import GUIDE_SHEET
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.output_file import Target, open_target

_LISTS: Final = "Danh mục"
_HEADING_ROW: Final = 4
_FIRST: Final = _HEADING_ROW + 1
_WIDEST, _WIDEST_NOTE, _NARROWEST = 46, 28, 9
_ONE_PAGE: Final = 190
"""The characters that A4 holds side by side and can still be read."""
_LINE_HEIGHT: Final = 15
_MOST_LINES: Final = 12
_LETTERS: Final = 1.1
"""Letters of the face to a character of the width."""
_HEAD, _KNOWN, _GROUP, _LINE, _QUIET = "#DCE6F4", "#F4F5F7", "#EAF0F8", "#B8C2CF", "#5B6470"
_ALLOWED: Final = {
    "objects": False,
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "delete_rows": True,
    "sort": True,
    "autofilter": True,
}
"""What may be done although the sheet is protected."""


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column: ``words`` to choose from, ``strict`` where no others count, ``known`` where nothing is filled in."""

    field: Field
    words: tuple[str, ...] = ()
    strict: bool = False
    known: bool = False

    @property
    def heading(self) -> str:
        """The words over the column; what must be filled in has a star."""
        star = " (*)" if self.field.required and not self.known else ""
        return f"{self.field.column_heading}{star}"


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row: the uid of its record, its stored values by field key; a *group* only heads the rows below it."""

    uid: str
    values: Mapping[str, Value]
    group: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormContent:
    """Everything that is written. ``code`` is the heading of the hidden column, ``stamp`` the lines of its sheet.

    ``limit`` is the column that holds the largest number allowed in another one, ``limited``.
    """

    title: str
    sheet: str
    lines: tuple[str, ...]
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]
    spare: int
    code: str
    guide: tuple[str, ...]
    stamp: tuple[tuple[str, str], ...]
    stamp_sheet: str
    original_sheet: str
    limited: Mapping[str, str] = field(default_factory=dict)


def write_form(target: Target, form: FormContent) -> None:
    """Write the workbook. Raises CannotWrite, FileInUse, DiskFull."""
    with open_target(target) as stream, open_book(stream, form.title) as book:
        _FormSheet(book, form).write()
        _write_guide(book, form)
        _write_original(book, form)
        _write_stamp(book, form)


class _FormSheet:
    """The sheet that is filled in, and the hidden one of its words."""

    def __init__(self, book: ExcelBook, form: FormContent) -> None:
        self.book, self.form = book, form
        self.sheet = book.sheet(form.sheet)
        self.last = _FIRST + len(form.rows) + form.spare - 1
        self.code = len(form.columns) + 1

    def write(self) -> None:
        self._head()
        words = self._word_lists()
        for place, column in enumerate(self.form.columns, start=1):
            self.sheet.set_column(place, place, _width(column.field))
            self._check(place, CellRule(column.field, words.get(place, ""), column.strict))
        self.sheet.set_column(0, 0, 5)
        self.sheet.set_column(self.code, self.code, 12, None, {"hidden": True})
        ordinal = 0
        for number, row in enumerate(self.form.rows, start=_FIRST):
            ordinal += not row.group
            self._row(number, row, None if row.group else ordinal)
        for number in range(_FIRST + len(self.form.rows), self.last + 1):
            self._row(number, FormRow("", {}), None)
        self._page()

    def _head(self) -> None:
        form, book = self.form, self.book
        put(self.sheet, 0, 0, form.title.upper(), book.format(size=15, bold=True, font_color="#1F3A5F"))
        for number, line in enumerate(form.lines, start=1):
            put(
                self.sheet,
                number,
                0,
                line,
                book.format(bold=number == 1, font_color="#000000" if number == 1 else _QUIET),
            )
        self.sheet.set_row(0, 24)
        framed = {"border": 1, "border_color": _LINE, "align": "center", "valign": "vcenter", "text_wrap": True}
        heading = book.format(bg_color=_HEAD, bold=True, **framed)
        self.sheet.set_row(_HEADING_ROW, 3 * _LINE_HEIGHT)
        titles = ("TT", *(column.heading for column in form.columns), form.code)
        for place, words in enumerate(titles):
            put(self.sheet, _HEADING_ROW, place, words, heading)

    def _word_lists(self) -> dict[int, str]:
        """Write the words of every column to choose from below each other; gives the range of each by its column."""
        page = self.book.sheet(_LISTS)
        page.hide()
        ranges: dict[int, str] = {}
        for place, column in enumerate(self.form.columns, start=1):
            if not column.words:
                continue
            letter = xl_col_to_name(len(ranges))
            for number, words in enumerate((column.field.column_heading, *column.words)):
                put(page, number, len(ranges), words)
            ranges[place] = f"'{_LISTS}'!${letter}$2:${letter}${len(column.words) + 1}"
        return ranges

    def _check(self, place: int, rule: CellRule) -> None:
        limit = self.form.limited.get(rule.field.key)
        if limit:
            above = next(n for n, column in enumerate(self.form.columns, start=1) if column.field.key == limit)
            rule = rule.up_to(f"${xl_col_to_name(above)}{_FIRST + 1}")
        options = rule.options(_FIRST, place)
        if options is not None and self.last >= _FIRST:
            self.sheet.data_validation(_FIRST, place, self.last, place, options)

    def _row(self, index: int, row: FormRow, ordinal: int | None) -> None:
        lines = max(_lines(column.field, row.values.get(column.field.key)) for column in self.form.columns)
        if lines > 1:  # other rows grow with what is typed into them
            self.sheet.set_row(index, _LINE_HEIGHT * lines)
        put(self.sheet, index, 0, ordinal, self._look(locked=row.group, known=True, group=row.group, align="center"))
        for place, column in enumerate(self.form.columns, start=1):
            cell = cell_of(column.field, row.values.get(column.field.key))
            put(self.sheet, index, place, cell, self._cell_look(column, row))
        put(self.sheet, index, self.code, row.uid, self._look(locked=row.group, number="@"))

    def _cell_look(self, column: FormColumn, row: FormRow) -> Format:
        kind = column.field.type
        number = (AS_IT_IS if isinstance(kind, Points) else GROUPED) if isinstance(kind, Integer) else "@"
        return self._look(
            locked=row.group or (column.known and not self.form.spare),
            known=column.known and bool(row.uid),
            group=row.group,
            align="center" if isinstance(kind, Points | Date) else "right" if kind.numeric else "left",
            number=number,
        )

    def _look(self, *, locked: bool = False, known: bool = False, group: bool = False, **look: Any) -> Format:
        ground = _GROUP if group else _KNOWN if known else ""
        return self.book.format(
            border=1,
            border_color=_LINE,
            text_wrap=True,
            locked=locked,
            bold=group,
            **({"bg_color": ground} if ground else {}),
            **look,
        )

    def _page(self) -> None:
        sheet, last = self.sheet, max(self.last, _FIRST)
        sheet.protect("", _ALLOWED)
        sheet.freeze_panes(_FIRST, 2)
        if self.form.spare:
            sheet.autofilter(_HEADING_ROW, 0, last, self.code)
        sheet.repeat_rows(_HEADING_ROW)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        wide = 5 + sum(_width(column.field) for column in self.form.columns) > _ONE_PAGE
        sheet.fit_to_pages(2 if wide else 1, 0)
        sheet.repeat_columns(0, 1)
        sheet.print_area(0, 0, last, self.code - 1)
        sheet.set_footer("&L&A&CTrang &P/&N")
        sheet.activate()


def _width(item: Field) -> int:
    """The width of a column, in characters."""
    widest = _WIDEST if item.required else _WIDEST_NOTE
    return min(widest, max(_NARROWEST, item.width + 1))


def _lines(item: Field, value: Value) -> int:
    """The lines that a value takes in its column."""
    width = _width(item) * _LETTERS
    text = item.show(value)
    return min(_MOST_LINES, sum(max(1, ceil(len(line) / width)) for line in text.split("\n"))) if text else 1


def cell_of(item: Field, value: Value) -> Cell:
    """A stored value as the cell of a form: numbers as such, days and words as the text that is read back."""
    if value is None or value == "":
        return None
    if isinstance(item.type, Flag) or isinstance(value, PartialDate):
        return item.show(value)
    if isinstance(item.type, Integer) and isinstance(value, int):
        return Decimal(value) / item.type.UNIT if item.type.UNIT != 1 else value
    return item.show(value)


def _write_guide(book: ExcelBook, form: FormContent) -> None:
    page = book.sheet(GUIDE_SHEET)
    page.set_column(0, 0, 4)
    page.set_column(1, 1, 100)
    page.hide_gridlines(2)
    put(page, 0, 0, f"Cách điền biểu “{form.title}”", book.format(size=15, bold=True, font_color="#1F3A5F"))
    for number, line in enumerate(form.guide, start=1):
        put(page, number + 1, 0, number, book.format(bold=True, align="center", font_color=_QUIET))
        put(page, number + 1, 1, line, book.format(text_wrap=True))
    page.protect("", {"format_columns": True, "format_rows": True})
    _print_upright(page)


def _print_upright(page: Worksheet) -> None:
    page.set_paper(9)
    page.fit_to_pages(1, 0)


def _write_original(book: ExcelBook, form: FormContent) -> None:
    page = book.sheet(form.original_sheet)
    for place, words in enumerate((*(column.heading for column in form.columns), form.code)):
        put(page, 0, place, words)
    for number, row in enumerate(form.rows, start=1):
        cells = (cell_of(column.field, row.values.get(column.field.key)) for column in form.columns)
        for place, cell in enumerate((*cells, row.uid)):
            put(page, number, place, cell)
    page.very_hidden()


def _write_stamp(book: ExcelBook, form: FormContent) -> None:
    page = book.sheet(form.stamp_sheet)
    for number, line in enumerate(form.stamp):
        for place, words in enumerate(line):
            put(page, number, place, words)
    page.very_hidden()
