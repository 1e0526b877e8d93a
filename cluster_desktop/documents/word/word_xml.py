"""Parts of Word files python-docx has no words for: rules, borders, fields, repeated headings.

Element names are those of ECMA-376 (Office Open XML), part 1, chapter 17.
"""

from collections.abc import Sequence
from typing import Any, Final, Literal

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shape import InlineShape
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from cluster_desktop.documents.content.line_breaks import FIRM_HYPHEN

Side = Literal["top", "bottom", "left", "right"]
_EIGHTHS: Final = 6  # of a point: the thickness of a rule
_LAST_ROWS: Final = 2
"""Of a table that goes over to the page of the signature with it."""
_AFTER_BORDERS: Final = (
    *("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct"),
    *("w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind"),
    *("w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment"),
    *("w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange"),
)


def element(name: str, **values: str | int) -> Any:
    """An element such as ``w:top`` with attributes of the same name space."""
    node = OxmlElement(name)
    for key, value in values.items():
        node.set(qn(f"w:{key}"), str(value))
    return node


def add_rule_below(paragraph: Paragraph) -> None:
    """A solid line below the paragraph, between its indents; text is never underlined."""
    borders = element("w:pBdr")
    borders.append(element("w:bottom", val="single", sz=_EIGHTHS, space=1, color="000000"))
    paragraph._p.get_or_add_pPr().insert_element_before(borders, *_AFTER_BORDERS)


def add_field(paragraph: Paragraph, code: str) -> None:
    """A field that Word works out, such as PAGE."""
    run = paragraph.add_run()._r
    run.append(element("w:fldChar", fldCharType="begin"))
    text = element("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {code} "
    run.append(text)
    run.append(element("w:fldChar", fldCharType="end"))


def keep_whole(row: _Row) -> None:
    """No page end parts the row."""
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))


def keep_with_next(elements: Sequence[Any]) -> None:
    """Keep paragraphs, or the end of a table, on the page of what follows."""
    for node in elements:
        rows = node.findall(qn("w:tr"))[-_LAST_ROWS:] if node.tag == qn("w:tbl") else [node]
        for paragraph in (each for row in rows for each in row.iter(qn("w:p"))):
            Paragraph(paragraph, None).paragraph_format.keep_with_next = True  # type: ignore[arg-type]


def set_firm_hyphens(body: Any) -> None:
    """Write hyphens at which no line ends as Word does: as a letter they would come from another face."""
    for text in [each for each in body.iter(qn("w:t")) if each.text and FIRM_HYPHEN in each.text]:
        first, *others = text.text.split(FIRM_HYPHEN)
        text.text = first
        text.set(qn("xml:space"), "preserve")
        last = text
        for words in others:
            hyphen, more = element("w:noBreakHyphen"), element("w:t")
            more.text = words
            more.set(qn("xml:space"), "preserve")
            last.addnext(hyphen)
            hyphen.addnext(more)
            last = more


def widen(table: Table, widths: list[int]) -> None:
    """Set the columns to *widths*, in twentieths of a point, for Word and for LibreOffice alike."""
    table.autofit = False
    grid = table._tbl.tblGrid
    for column, width in zip(grid.gridCol_lst, widths, strict=True):
        column.set(qn("w:w"), str(width))
    for row in table._tbl.tr_lst:
        for cell in row.tc_lst:
            width = sum(widths[cell.grid_offset : cell.grid_offset + cell.grid_span])
            measure = cell.get_or_add_tcPr().get_or_add_tcW()
            measure.set(qn("w:w"), str(width))
            measure.set(qn("w:type"), "dxa")


def describe(picture: InlineShape, words: str) -> None:
    """Say what a picture shows, for those who cannot see it."""
    picture._inline.docPr.set("descr", words)


def restart_page_numbers(section_properties: Any) -> None:
    """Count the pages of a section from 1 again."""
    section_properties.append(element("w:pgNumType", start=1))


def set_language(run_properties: Any, language: str) -> None:
    """Set the language the spelling check takes the text for."""
    run_properties.append(element("w:lang", val=language, eastAsia=language))


def use_face_for_all_letters(run_properties: Any, face: str) -> None:
    """Vietnamese letters with two marks may count as another script; they keep the face too."""
    faces = run_properties.rFonts
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        faces.set(qn(f"w:{kind}"), face)
    for kind in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        faces.attrib.pop(qn(f"w:{kind}"), None)


def without_border(style: Any) -> None:
    """Take away the line that Word's own style draws below a title."""
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
