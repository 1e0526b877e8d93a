"""A document as a Word file that can be worked on: real styles, real tables, the same words in the same order."""

import datetime
import io
import zipfile
from typing import Any, BinaryIO, Final

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from cluster_desktop.documents.content.content import Document, PartyHeading
from cluster_desktop.documents.content.page import A4, LANGUAGE, PARTY_MARGINS, PROGRAM, STATE_MARGINS
from cluster_desktop.documents.word import word_xml
from cluster_desktop.documents.word.word_blocks import BlockWriter
from cluster_desktop.documents.word.word_heading import write_heading, write_title
from cluster_desktop.documents.word.word_table import add_cell_styles

_FACE: Final = "Times New Roman"
_UNDATED: Final = datetime.date(2000, 1, 1)  # of a file that bears no day: the same content gives the same bytes
_ZIP_MOMENT: Final = (2000, 1, 1, 0, 0, 0)
_PAGE_NUMBER: Final = 13
_PAGE_NUMBER_ABOVE: Final = Mm(10)


def write_word(document: Document, stream: BinaryIO) -> None:
    """Write *document* to *stream* as .docx. Raises OSError."""
    word = docx.Document()
    _tell_facts(word, document)
    _set_styles(word)
    _set_page(word, document)
    if document.heading:
        write_heading(word, document.heading)
    write_title(word, document)
    writer = BlockWriter(word, document)
    for block in document.blocks:
        writer.write(block)
    _remove_first_paragraph(word)
    word_xml.set_firm_hyphens(word.element.body)
    package = io.BytesIO()
    word.save(package)
    _copy_without_times(package, stream)


def _tell_facts(word: WordDocument, document: Document) -> None:
    facts = word.core_properties
    facts.title, facts.author, facts.subject = document.name[:255], document.author[:255], document.subject[:255]
    facts.language, facts.comments, facts.last_modified_by = LANGUAGE, "", PROGRAM
    dated = document.heading.day if document.heading else None
    day = dated.earliest if dated else _UNDATED
    facts.created = facts.modified = datetime.datetime.combine(day, datetime.time())
    facts.revision = 1


def _set_styles(word: WordDocument) -> None:
    normal = _style(word, "Normal")
    _set_face(normal, 13)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.space_before = Pt(0)
    normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    word_xml.set_language(normal.element.get_or_add_rPr(), LANGUAGE)
    for level, size in ((1, 13), (2, 13)):
        heading = _style(word, f"Heading {level}")
        _set_face(heading, size)
        heading.font.bold = True
        heading.font.italic = level == 2
        heading.font.color.rgb = RGBColor(0, 0, 0)
        heading.paragraph_format.space_before = Pt(10)
        heading.paragraph_format.space_after = Pt(4)
        heading.paragraph_format.keep_with_next = True
    title = _style(word, "Title")
    _set_face(title, 14)
    title.font.bold = True
    title.font.color.rgb = RGBColor(0, 0, 0)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Pt(0)
    word_xml.without_border(title)
    add_cell_styles(word)


def _style(word: WordDocument, name: str) -> ParagraphStyle:
    style = word.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"the template has no paragraph style {name}")
    return style


def _set_face(style: ParagraphStyle, size: int) -> None:
    style.font.name = _FACE
    style.font.size = Pt(size)
    word_xml.use_face_for_all_letters(style.element.get_or_add_rPr(), _FACE)


def _set_page(word: WordDocument, document: Document) -> None:
    """Decree 30/2020, appendix I: A4, margins, page number in the middle of the top margin from page 2."""
    section = word.sections[0]
    margins = PARTY_MARGINS if isinstance(document.heading, PartyHeading) else STATE_MARGINS
    size = A4.turned if document.landscape else A4
    section.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(size.width), Mm(size.height)
    section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
    section.left_margin, section.right_margin = Mm(margins.left), Mm(margins.right)
    section.header_distance = _PAGE_NUMBER_ABOVE
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number.paragraph_format.space_after = Pt(0)
    word_xml.add_field(number, "PAGE")
    for run in number.runs:
        run.font.size = Pt(_PAGE_NUMBER)


def _remove_first_paragraph(word: WordDocument) -> None:
    """The empty one that an empty template begins with, if it has one."""
    body: Any = word.element.body
    first = body[0]
    if first.tag.endswith("}p") and not "".join(first.itertext()):
        body.remove(first)


def _copy_without_times(package: io.BytesIO, stream: BinaryIO) -> None:
    with zipfile.ZipFile(package) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
