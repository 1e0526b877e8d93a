"""The first sheet of a document as a workbook: heading, summary, key figures, distributions, signatures."""

import io
from collections.abc import Sequence
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from cluster_desktop.documents.content.content import (
    Appendix,
    Block,
    Cell,
    Distribution,
    Distributions,
    Document,
    Figures,
    Heading,
    Paragraph,
    PartyHeading,
    Picture,
    Pictures,
    Recipients,
    Section,
    SignatureBlock,
    Signer,
    Table,
    Tone,
    show_cell,
)
from cluster_desktop.documents.content.official import date_line, organ_lines, right_lines
from cluster_desktop.documents.excel.excel_book import GROUPED, ExcelBook, put
from cluster_desktop.documents.excel.excel_charts import CHART_ROWS, add_chart
from cluster_desktop.documents.pictures import photo
from cluster_desktop.domain.text.numbers import Number

_WIDTHS = (46, 13, 13, 42)
_LAST = len(_WIDTHS) - 1
_CHARACTERS = 112
"""In a line of text across the whole sheet at 12 points."""
_LINE_HEIGHT = 17
_PICTURE_HIGH = 240  # pixels of a sheet at 96 dots an inch
_LINK = "#1F5FBF"


def write_summary(book: ExcelBook, sheet: Worksheet, document: Document, tables: Sequence[str]) -> None:
    """Everything of *document* on one sheet, but its tables: a link leads to the sheet of each, named in *tables*."""
    for number, width in enumerate(_WIDTHS):
        sheet.set_column(number, number, width)
    sheet.set_paper(9)
    sheet.set_margins(left=1.18, right=0.6, top=0.8, bottom=0.8)
    sheet.fit_to_pages(1, 0)
    summary = _Summary(book, sheet, tables)
    if document.heading:
        summary.write_heading(document.heading)
    summary.write_title(document)
    for block in document.blocks:
        summary.write_block(block)


class _Summary:
    """Writes downwards; ``_row`` is the next free row."""

    def __init__(self, book: ExcelBook, sheet: Worksheet, tables: Sequence[str]) -> None:
        self._book, self._sheet, self._row = book, sheet, 0
        self._tables = iter(tables)

    def write_heading(self, heading: Heading) -> None:
        """Organ on the left, motto or Party on the right, number and date below."""
        left, right = organ_lines(heading), right_lines(heading)
        size = 14 if isinstance(heading, PartyHeading) else 12
        for number in range(max(len(left), len(right))):
            bold = number > 0 or not heading.superior
            self._left(left[number] if number < len(left) else "", size=size, bold=bold)
            self._right(right[number] if number < len(right) else "", size=size, bold=True)
            self._row += 1
        self._left(heading.number, size=13)
        self._right(date_line(heading), size=13, italic=True)
        self._row += 2

    def write_title(self, document: Document) -> None:
        """Kind and subject of the document in the middle."""
        self._across(document.title.upper(), size=14, bold=True, align="center")
        for line in document.subtitle.split("\n"):
            self._across(line, size=14, bold=True, align="center")
        self._row += 1

    def write_block(self, block: Block) -> None:
        """One block; a table has a sheet of its own."""
        if isinstance(block, Section):
            self._across(block.heading, size=13, bold=True)
        elif isinstance(block, Table):
            self._write_link(next(self._tables))
        elif isinstance(block, Paragraph):
            self._write_paragraph(block)
        elif isinstance(block, Appendix):
            for text, bold in ((block.title.upper(), True), (block.subject, True), (block.note, False)):
                if text:
                    self._across(text, size=13, bold=bold, italic=not bold, align="center")
            self._row += 1
        elif isinstance(block, Figures):
            self._write_figures(block)
        elif isinstance(block, Distributions):
            for distribution in block.distributions:
                self._write_distribution(distribution)
        elif isinstance(block, Pictures):
            for picture in block.pictures:
                self._write_picture(picture)
        elif isinstance(block, SignatureBlock):
            self._write_signatures(block)

    def _write_paragraph(self, block: Paragraph) -> None:
        centred = block.tone in (Tone.HEADLINE, Tone.ADDRESS, Tone.CENTRE)
        self._across(
            block.words,
            size=12,
            text_wrap=True,
            bold=block.tone is Tone.HEADLINE,
            italic=block.tone in (Tone.NOTE, Tone.CENTRE, Tone.BASIS),
            align="center" if centred else "left",
        )
        self._row += 1

    def _write_link(self, name: str) -> None:
        look = self._book.format(size=11, italic=True, underline=1, font_color=_LINK)
        self._sheet.write_url(self._row, 0, f"internal:'{name}'!A1", look, f"Bảng ở trang tính “{name}”")
        self._row += 2

    def _write_figures(self, block: Figures) -> None:
        for figure in block.figures:
            self._cells(figure.label, figure.value, figure.detail)
        self._row += 1

    def _write_distribution(self, distribution: Distribution) -> None:
        bold = self._book.format(bold=True, bottom=1)
        shares = ("Tỷ lệ",) if distribution.shares else ()
        for column, text in enumerate((distribution.title, distribution.unit, *shares)):
            look = bold if column == 0 else self._book.format(bold=True, bottom=1, align="right")
            put(self._sheet, self._row, column, text, look)
        self._row += 1
        first, total = self._row, float(sum(distribution.parts.values()))
        for word, number in distribution.parts.items():
            self._cells(word, number)
            if distribution.shares:
                percent = self._book.format(number="0.0%", align="right")
                self._sheet.write_number(self._row - 1, 2, float(number) / total if total else 0, percent)
        if distribution.parts:
            add_chart(self._book, self._sheet, distribution, first, _LAST)
        self._row = max(self._row, first + CHART_ROWS) + 1

    def _write_picture(self, picture: Picture) -> None:
        ready = photo.ready(picture.data)
        if ready is None:
            self._across(photo.UNREADABLE, size=11, italic=True)
        else:
            scale = _PICTURE_HIGH / ready.height
            options = {"image_data": io.BytesIO(ready.jpeg), "x_scale": scale, "y_scale": scale}
            self._sheet.insert_image(self._row, 0, "photo.jpg", {**options, "description": picture.caption})
            self._sheet.set_row_pixels(self._row, _PICTURE_HIGH + 8)
            self._row += 1
        self._across(picture.words, size=11, italic=True, text_wrap=True)
        self._row += 1

    def _write_signatures(self, block: SignatureBlock) -> None:
        self._row += 1
        first = self._row
        self._write_side(_side(block.left), 0, "left" if isinstance(block.left, Recipients) else "center")
        left_end, self._row = self._row, first
        self._write_side(_side(block.right), _LAST)
        self._row = max(left_end, self._row)

    def _write_side(self, lines: Sequence[tuple[str, bool]], column: int, align: str = "center") -> None:
        for text, bold in lines:
            put(self._sheet, self._row, column, text, self._book.format(size=13, bold=bold, align=align))
            self._row += 1

    def _cells(self, label: str, value: Cell | Number, detail: str = "") -> None:
        put(self._sheet, self._row, 0, label, self._book.format(text_wrap=True))
        whole = isinstance(value, int)
        number = self._book.format(number=GROUPED if whole else "#,##0.##", bold=True, align="right")
        if isinstance(value, float | Decimal):
            self._sheet.write_number(self._row, 1, float(value), number)
        else:
            put(self._sheet, self._row, 1, value, number)
        if detail:
            put(self._sheet, self._row, 2, detail, self._book.format(italic=True, align="right"))
        self._row += 1

    def _left(self, text: str, **look: object) -> None:
        put(self._sheet, self._row, 0, text, self._book.format(align="center", text_wrap=True, **look))

    def _right(self, text: str, **look: object) -> None:
        self._sheet.merge_range(self._row, 1, self._row, _LAST, "")
        put(self._sheet, self._row, 1, text, self._book.format(align="center", **look))

    def _across(self, text: str, **look: object) -> None:
        self._sheet.merge_range(self._row, 0, self._row, _LAST, "")
        put(self._sheet, self._row, 0, text, self._book.format(**look))
        lines = sum(1 + len(line) // _CHARACTERS for line in text.split("\n"))
        self._sheet.set_row(self._row, _LINE_HEIGHT * lines + 2)
        self._row += 1


def _side(side: Signer | Recipients | None) -> list[tuple[str, bool]]:
    """The lines of one side of the signatures, each with whether it is bold."""
    if side is None:
        return []
    if isinstance(side, Recipients):
        return [("Nơi nhận:", True), *((line, False) for line in side.listed)]
    office = [(line.upper(), True) for line in side.office]
    hint = [(side.hint, False)] if side.hint else []
    return [*office, *hint, *[("", False)] * 4, (show_cell(side.name), True)]
