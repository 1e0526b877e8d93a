"""Sections, paragraphs, tables, figures, charts and photos of a document in Word."""

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from cluster_desktop.documents.charts.charts import as_png, beside
from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.content import (
    Align,
    Appendix,
    Block,
    Cell,
    Column,
    Distribution,
    Distributions,
    Document,
    Figures,
    Paragraph,
    Picture,
    Pictures,
    Section,
    SignatureBlock,
    Table,
    Tone,
    leads_in,
    show_cell,
    without_room,
)
from cluster_desktop.documents.content.line_breaks import held_together
from cluster_desktop.documents.content.page import PageSize
from cluster_desktop.documents.content.table_groups import spans
from cluster_desktop.documents.pictures import photo
from cluster_desktop.documents.word import word_xml
from cluster_desktop.documents.word.word_heading import write_signatures
from cluster_desktop.documents.word.word_table import BIG, CENTRE, LEFT, WordCell, WordRow, add_table

_CELL_SIZE: Final = 11
_GROUND: Final = "F1F3F6"
_BAND: Final = "F7F8FA"
_NAME_SHARE: Final = 0.6
"""Of the width of a table of figures: what is counted."""
_INDENT: Final = Mm(10)
_ADDRESS_INDENT: Final = Mm(30)
_PICTURE: Final = PageSize(110, 76)
"""The room of a photo in millimetres."""


class BlockWriter:
    """Writes the blocks of one document, one after another."""

    def __init__(self, word: WordDocument, document: Document) -> None:
        self._word = word
        section = word.sections[0]
        free = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        self._width = free / Pt(1)
        self._document = document
        self._written: list[tuple[Block, tuple[Any, ...]]] = []
        """The blocks with their elements."""

    def write(self, block: Block) -> None:
        """Write one block below what stands there."""
        body: Any = self._word.element.body
        if self._written and leads_in(self._written[-1][0], block):
            word_xml.keep_with_next(self._written[-1][1])
        before = len(body) - 1  # the properties of the last section stay at the end
        if isinstance(block, Section):
            self._word.add_heading(held_together(block.heading), level=1)
        elif isinstance(block, Paragraph):
            self._write_paragraph(block)
        elif isinstance(block, Appendix):
            self._write_appendix(block)
        elif isinstance(block, Table):
            self._write_table(block)
        elif isinstance(block, Figures):
            self._write_figures(block)
        elif isinstance(block, Distributions):
            self._write_charts(block)
        elif isinstance(block, Pictures):
            for picture in block.pictures:
                self._write_picture(picture)
        else:
            self._sign(block)
        self._written.append((block, tuple(body[before:-1])))

    def _sign(self, block: SignatureBlock) -> None:
        """The signatures, on the page of the last words before them; two never run into each other."""
        for earlier, elements in reversed(self._written):
            word_xml.keep_with_next(elements)
            if isinstance(earlier, SignatureBlock):
                self._gap()
                break
            if not isinstance(earlier, Paragraph) or earlier.tone is not Tone.NOTE:
                break
        write_signatures(self._word, block)

    def _write_paragraph(self, block: Paragraph) -> None:
        for number, line in enumerate(block.text.split("\n")):
            paragraph = self._word.add_paragraph()
            if block.lead and number == 0:
                paragraph.add_run(f"{held_together(block.lead)} ").bold = True
            words = without_room(line)
            run = paragraph.add_run(held_together(line if words is None else words))
            run.italic = block.tone in (Tone.NOTE, Tone.CENTRE, Tone.BASIS)
            run.bold = block.tone is Tone.HEADLINE
            if words is not None:
                self._leave_room(paragraph)
            elif block.tone in (Tone.BODY, Tone.BASIS):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
                paragraph.paragraph_format.first_line_indent = _INDENT
            elif block.tone is Tone.NOTE:
                run.font.size = Pt(_CELL_SIZE)
            elif block.tone is Tone.ADDRESS and "\n" in block.text:
                paragraph.paragraph_format.left_indent = _ADDRESS_INDENT
            else:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def _leave_room(self, paragraph: WordParagraph) -> None:
        """Dots to write on up to the right edge: a tab with a leader, never typed dots."""
        paragraph.paragraph_format.first_line_indent = _INDENT
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Pt(self._width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        paragraph.add_run("\t")

    def _write_appendix(self, block: Appendix) -> None:
        """A section of its own, so that its pages are counted from 1."""
        section = self._word.add_section(WD_SECTION.NEW_PAGE)
        self._flatten(self._word.paragraphs[-1])
        section.different_first_page_header_footer = True
        word_xml.restart_page_numbers(section._sectPr)
        heading = self._word.add_heading(fonts.clean(block.title.upper()), level=1)
        heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
        heading.paragraph_format.space_before = Pt(0)
        for text, bold in ((block.subject, True), (block.note, False)):
            if text:
                paragraph = self._word.add_paragraph()
                run = paragraph.add_run(held_together(text))
                run.bold, run.italic = bold, not bold
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def _write_table(self, block: Table) -> None:
        places = [number for number, column in enumerate(block.columns) if column.printed]
        shown = [block.columns[number] for number in places]
        if block.title:
            self._small_heading(block.title)
        whole = sum(column.width for column in shown)
        self._add_table(_rows_of(block, places, shown), [column.width / whole for column in shown])

    def _write_figures(self, block: Figures) -> None:
        count = len(block.figures)
        cells = [
            WordCell(tuple(filter(None, (show_cell(figure.value), figure.label, figure.detail))), BIG, bold=True)
            for figure in block.figures
        ]
        self._add_table([WordRow(cells)], [1 / count] * count)

    def _write_charts(self, block: Distributions) -> None:
        """The very drawing of the PDF as a picture, and its figures in tables that can be worked on."""
        drawn = beside(block, self._width)
        place = self._word.add_paragraph()
        place.paragraph_format.keep_with_next = True
        picture = place.add_run().add_picture(io.BytesIO(as_png(drawn)), width=Pt(self._width))
        word_xml.describe(picture, " ".join(distribution.words for distribution in block.distributions))
        for distribution in block.distributions:
            self._write_distribution(distribution)

    def _write_distribution(self, block: Distribution) -> None:
        headings = block.headings
        rows = [WordRow([_head(words) for words in headings], heading=True)]
        for word in block.parts:
            name, *figures = block.row(word)
            rows.append(WordRow([WordCell((name,)), *(WordCell((text,), CENTRE) for text in figures)]))
        room = 1 - _NAME_SHARE
        self._add_table(rows, (_NAME_SHARE, *(room / (len(headings) - 1) for _ in headings[1:])))

    def _write_picture(self, picture: Picture) -> None:
        """One below the other: Word moves pictures that float beside each other."""
        ready = photo.ready(picture.data)
        place = self._word.add_paragraph()
        place.alignment = WD_ALIGN_PARAGRAPH.CENTER
        place.paragraph_format.keep_with_next = True
        if ready is None:
            place.add_run(photo.UNREADABLE).italic = True
        else:
            width = min(_PICTURE.width, _PICTURE.height * ready.width / ready.height)
            shown = place.add_run().add_picture(io.BytesIO(ready.jpeg), width=Mm(width))
            word_xml.describe(shown, picture.words)
        words = self._word.add_paragraph()
        words.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = words.add_run(fonts.clean(picture.words))
        run.italic = True
        run.font.size = Pt(_CELL_SIZE)

    def _add_table(self, rows: Iterable[WordRow], shares: Sequence[float]) -> None:
        add_table(self._word, rows, [share * self._width for share in shares])
        self._gap()

    def _small_heading(self, text: str) -> None:
        paragraph = self._word.add_paragraph()
        run = paragraph.add_run(fonts.clean(text))
        run.bold = True
        run.font.size = Pt(_CELL_SIZE + 1)
        paragraph.paragraph_format.keep_with_next = True

    def _gap(self) -> None:
        """Room between two signatures; Word takes two tables without anything between them for one."""
        paragraph = self._word.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(8)
        paragraph.paragraph_format.keep_with_next = True

    def _flatten(self, paragraph: WordParagraph) -> None:
        """The end of a section is a paragraph; below a full page it would make an empty one."""
        look = paragraph.paragraph_format
        look.space_before = look.space_after = Pt(0)
        look.line_spacing = Pt(1)


def _rows_of(block: Table, places: Sequence[int], shown: Sequence[Column]) -> Iterator[WordRow]:
    """Heading, rows with their bands, totals."""
    yield from _heading_rows(shown)
    band = ""
    for number, cells in enumerate(block.rows):
        if block.bands and block.bands[number] != band:
            band = block.bands[number]
            yield _band(band, len(shown))
        yield _row(cells, places, shown, bold=number in block.strong, leads=number in block.strong)
    for cells in block.totals:
        yield _row(cells, places, shown, bold=True)
    if not block.rows:
        yield _band(block.empty, len(shown))


def _heading_rows(columns: Sequence[Column]) -> Iterator[WordRow]:
    groups = list(spans(columns))
    if not any(name for name, _start, _end in groups):
        yield WordRow([_head(column.heading) for column in columns], heading=True)
        return
    above: list[WordCell] = []
    below: list[WordCell] = []
    for name, start, end in groups:
        for column in columns[start:end]:
            below.append(_head(column.heading) if name else _head("", merge="continue"))
            if not name:
                above.append(_head(column.heading, merge="restart"))
        if name:
            above.append(_head(name, span=end - start))
    yield WordRow(above, heading=True)
    yield WordRow(below, heading=True)


def _head(text: str, *, span: int = 1, merge: str = "") -> WordCell:
    return WordCell((text,), CENTRE, bold=True, ground=_GROUND, span=span, merge=merge)


def _band(text: str, columns: int) -> WordRow:
    return WordRow([WordCell((text,), LEFT, bold=True, ground=_BAND, span=columns)], leads=True)


def _row(
    cells: Sequence[Cell], places: Sequence[int], columns: Sequence[Column], *, bold: bool = False, leads: bool = False
) -> WordRow:
    styles = (LEFT if column.align is Align.LEFT else CENTRE for column in columns)
    texts = (tuple(show_cell(cells[place]).split("\n")) for place in places)
    set_cells = [WordCell(text, style, bold=bold) for text, style in zip(texts, styles, strict=True)]
    return WordRow(set_cells, leads=leads)
