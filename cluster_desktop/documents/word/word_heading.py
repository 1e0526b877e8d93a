"""The head and the end of an official document in Word: two columns without borders, rules as lines.

State form: Decree 30/2020/NĐ-CP, appendix I. Party form: Guideline 36-HD/VPTW of 2018.
"""

from typing import Final

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.content import (
    Document,
    Heading,
    PartyHeading,
    Recipients,
    SignatureBlock,
    Signer,
)
from cluster_desktop.documents.content.line_breaks import held_together, wrap_evenly
from cluster_desktop.documents.content.official import MOTTO, NATION, PARTY, STAR, date_line
from cluster_desktop.documents.word import word_xml

_LEFT_SHARE: Final = 0.42
_SHORT_RULE: Final = 0.4
_RULE_HEIGHT: Final = 3
_FOR_THE_SEAL: Final = 68  # pt, free height for signature and seal


def write_heading(word: WordDocument, heading: Heading) -> None:
    """Organ and motto side by side, number and date below."""
    party = isinstance(heading, PartyHeading)
    size = 14 if party else 12
    widths = _columns(word)
    table = word.add_table(rows=2, cols=2)
    word_xml.widen(table, [round(width * 20) for width in widths])
    left, right = table.rows[0].cells
    _write_organ(left, heading, size, widths[0])
    if party:
        _line(right, PARTY, 15, bold=True)
        _rule(right, fonts.text_width(PARTY, fonts.LETTER_BOLD, 15), widths[1])
    else:
        _line(right, NATION, 12, bold=True)
        _line(right, MOTTO, 13, bold=True)
        _rule(right, fonts.text_width(MOTTO, fonts.LETTER_BOLD, 13), widths[1])
    number, dated = table.rows[1].cells
    _line(number, heading.number, 13)
    _line(dated, date_line(heading), 13, italic=True)
    for cell in (left, right, number, dated):
        _drop_first(cell)


def write_title(word: WordDocument, document: Document) -> None:
    """The kind of document in capitals, its subject, a short rule."""
    title = word.add_paragraph(document.title.upper(), style="Title")
    title.paragraph_format.space_before = Pt(14)
    last = ""
    for line in filter(None, map(str.strip, document.subtitle.split("\n"))):
        paragraph = word.add_paragraph()
        _dress(paragraph, line, 14, bold=True)
        last = line
    if last:
        width = sum(_columns(word))
        final = wrap_evenly(last, fonts.LETTER_BOLD, 14, width * 0.86)[-1]
        _set_rule(word.add_paragraph(), fonts.text_width(final, fonts.LETTER_BOLD, 14) * _SHORT_RULE, width)
    word.add_paragraph().paragraph_format.space_after = Pt(2)


def write_signatures(word: WordDocument, block: SignatureBlock) -> None:
    """Recipients or the clerk on the left, the signature on the right; never parted."""
    table = word.add_table(rows=2, cols=2)
    width = sum(_columns(word))
    word_xml.widen(table, [round(width * 10)] * 2)
    for row in table.rows:
        word_xml.keep_whole(row)
    above, below = table.rows
    if isinstance(block.left, Recipients):
        merged = above.cells[0].merge(below.cells[0])
        _write_recipients(merged, block.left)
        _drop_first(merged)
    elif block.left:
        _write_signer(above.cells[0], below.cells[0], block.left)
    _write_signer(above.cells[1], below.cells[1], block.right)


def _columns(word: WordDocument) -> tuple[float, float]:
    """Widths of the two columns in points."""
    section = word.sections[-1]
    width = ((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)) / Pt(1)
    return width * _LEFT_SHARE, width * (1 - _LEFT_SHARE)


def _write_organ(cell: _Cell, heading: Heading, size: int, width: float) -> None:
    if heading.superior:
        _line(cell, _evenly(heading.superior.upper(), fonts.LETTER, size, width), size)
    _line(cell, _evenly(heading.organ.upper(), fonts.LETTER_BOLD, size, width), size, bold=True)
    if isinstance(heading, PartyHeading):
        _line(cell, STAR, size, bold=True)
        return
    lines = wrap_evenly(heading.organ.upper(), fonts.LETTER_BOLD, size, width)
    longest = max((fonts.text_width(line, fonts.LETTER_BOLD, size) for line in lines), default=0.0)
    _rule(cell, longest * _SHORT_RULE, width)


def _evenly(text: str, face: str, size: int, width: float) -> str:
    return "\n".join(wrap_evenly(text, face, size, width))


def _write_recipients(cell: _Cell, recipients: Recipients) -> None:
    _line(cell, "Nơi nhận:", 12, bold=True, italic=True, left=True)
    for line in recipients.listed:
        _line(cell, line, 11, left=True)


def _write_signer(above: _Cell, below: _Cell, signer: Signer) -> None:
    """Office and hint above, the name below, so that names stand beside each other however long the offices are."""
    for line in signer.office:
        _line(above, line.upper(), 13, bold=True)
    if signer.hint:
        _line(above, signer.hint, 12, italic=True)
    name = _line(below, signer.name, 13, bold=True)
    if signer.office:
        name.paragraph_format.space_before = Pt(_FOR_THE_SEAL)
    for cell in (above, below):
        _drop_first(cell)


def _line(
    cell: _Cell, text: str, size: int, *, bold: bool = False, italic: bool = False, left: bool = False
) -> Paragraph:
    paragraph: Paragraph = cell.add_paragraph()
    _dress(paragraph, text, size, bold=bold, italic=italic)
    if left:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    return paragraph


def _dress(paragraph: Paragraph, text: str, size: int, *, bold: bool = False, italic: bool = False) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.keep_with_next = True
    run = paragraph.add_run(held_together(text))
    run.bold, run.italic = bold, italic
    run.font.size = Pt(size)


def _rule(cell: _Cell, length: float, width: float) -> None:
    _set_rule(cell.add_paragraph(), length, width)


def _set_rule(paragraph: Paragraph, length: float, width: float) -> None:
    """A line of this length in the middle, all in points: the lower border of an almost flat paragraph."""
    inside = max(0.0, (width - length) / 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(inside)
    paragraph.paragraph_format.space_after = Pt(6)
    paragraph.paragraph_format.line_spacing = Pt(_RULE_HEIGHT)
    word_xml.add_rule_below(paragraph)


def _drop_first(cell: _Cell) -> None:
    """A cell begins with an empty paragraph that nobody asked for; one must stay."""
    if len(cell.paragraphs) > 1:
        first = cell.paragraphs[0]._p
        first.getparent().remove(first)
