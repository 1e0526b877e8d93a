"""Tables in Word, written as a whole: ten thousand rows take a second, cell by cell they would take a minute.

Element names are those of ECMA-376 (Office Open XML), part 1, section 17.4.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.line_breaks import held_in

LEFT: Final = "CellLeft"
CENTRE: Final = "CellCentre"
BIG: Final = "CellFigure"
_STYLES: Final = {
    LEFT: ("Ô bảng", 11, WD_ALIGN_PARAGRAPH.LEFT),
    CENTRE: ("Ô bảng, giữa", 11, WD_ALIGN_PARAGRAPH.CENTER),
    BIG: ("Ô bảng, số lớn", 16, WD_ALIGN_PARAGRAPH.CENTER),
}
_TWENTIETHS: Final = 20
_CELL_MARGIN: Final = 60  # twentieths of a point, as in the properties below
_PROPERTIES: Final = (
    '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr>"
)


@dataclass(frozen=True, slots=True)
class WordCell:
    """One cell: its lines, the style of its text, how many columns it spans, whether it goes on from above."""

    lines: tuple[str, ...]
    style: str = LEFT
    bold: bool = False
    ground: str = ""
    span: int = 1
    merge: str = ""
    """"restart" begins a cell over several rows, "continue" goes on with it."""


@dataclass(frozen=True, slots=True)
class WordRow:
    """One row; a heading stands again on every page, and a row that leads stays with the next."""

    cells: Sequence[WordCell]
    heading: bool = False
    leads: bool = False


def add_cell_styles(word: WordDocument) -> None:
    """The styles of cells, so that somebody can change the look of all tables at once."""
    for key, (name, size, align) in _STYLES.items():
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.element.styleId = key
        style.font.size = Pt(size)
        style.base_style = word.styles["Normal"]
        style.paragraph_format.alignment = align
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(1)


def add_table(word: WordDocument, rows: Iterable[WordRow], widths: Sequence[float]) -> None:
    """Add a table below what stands there; *widths* of the columns in points."""
    twips = [round(width * _TWENTIETHS) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    parts = [f"<w:tbl {nsdecls('w')}>", _PROPERTIES.format(width=sum(twips)), f"<w:tblGrid>{grid}</w:tblGrid>"]
    for row in rows:
        parts.extend(_row(row, twips))
    parts.append("</w:tbl>")
    word.element.body.insert_element_before(parse_xml("".join(parts)), "w:sectPr")


def _row(row: WordRow, widths: Sequence[int]) -> Iterator[str]:
    yield "<w:tr><w:trPr><w:cantSplit/>" + ("<w:tblHeader/>" if row.heading else "") + "</w:trPr>"
    place = 0
    for cell in row.cells:
        yield from _cell(cell, sum(widths[place : place + cell.span]), leads=row.leads or row.heading)
        place += cell.span
    yield "</w:tr>"


def _cell(cell: WordCell, width: int, *, leads: bool) -> Iterator[str]:
    yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
    if cell.span > 1:
        yield f'<w:gridSpan w:val="{cell.span}"/>'
    if cell.merge:
        yield f'<w:vMerge w:val="{cell.merge}"/>'
    if cell.ground:
        yield f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.ground}"/>'
    yield '<w:vAlign w:val="center"/></w:tcPr>'
    for number, line in enumerate(cell.lines or ("",)):
        style = cell.style if number == 0 or cell.style != BIG else CENTRE
        bold = cell.bold and (number == 0 or cell.style != BIG)
        room = (width - 2 * _CELL_MARGIN) / _TWENTIETHS
        yield _paragraph(held_in(line, fonts.LETTER_BOLD, _STYLES[style][1], room), style, bold=bold, leads=leads)
    yield "</w:tc>"


def _paragraph(text: str, style: str, *, bold: bool, leads: bool) -> str:
    keep = "<w:keepNext/>" if leads else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    words = escape(text)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}</w:pPr>'
        f'<w:r>{weight}<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    )
