"""Read the text of a Word paragraph as it is printed: line breaks kept, legacy fonts decoded."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Final

from docx.document import Document
from docx.oxml.ns import qn

from cluster_desktop.exchange.letters.legacy_text import Encoding, decode

_ELSEWHERE: Final = frozenset((qn("w:txbxContent"), qn("w:drawing"), qn("w:pict"), qn("w:tbl"), qn("w:del")))
_RUN: Final = qn("w:r")
_TEXTS: Final = {
    qn("w:tab"): " ",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:ptab"): " ",
}
_CAPITAL_FONT: Final = "h"  # .VnTimeH draws small letters as capitals

Element = Any


@dataclass(frozen=True, slots=True)
class _FontReading:
    """The reading of a run's letters: the encoding of its font, and capitals or not."""

    encoding: Encoding = Encoding.UNICODE
    capitals: bool = False


@dataclass
class WordText:
    """The fonts and the numbering that the styles of one document bring to its paragraphs."""

    fonts: dict[str, str] = field(default_factory=dict)
    numbered: frozenset[str] = frozenset()
    usual: str = ""

    @classmethod
    def of(cls, document: Document) -> "WordText":
        """Read the fonts and the numbering of a document's styles."""
        styles = document.styles.element
        own = {item.get(qn("w:styleId"), ""): item for item in styles.iter(qn("w:style"))}
        fonts = {key: _inherited_font(item, own) for key, item in own.items()}
        numbered = {key for key, item in own.items() if next(item.iter(qn("w:numPr")), None) is not None}
        start = next((item for item in own.values() if _is_usual_paragraph(item)), None)
        defaults = next(styles.iter(qn("w:docDefaults")), None)
        usual = fonts[start.get(qn("w:styleId"), "")] if start is not None else ""
        return cls(fonts, frozenset(numbered), usual or (_font(defaults) if defaults is not None else ""))

    def read(self, paragraph: Element) -> str:
        """Read the text of a w:p element, lines parted by a line feed."""
        usual = self.fonts.get(_style(paragraph, "w:pPr/w:pStyle")) or self.usual
        pieces = [piece for run in _within(paragraph, _RUN) for piece in self._pieces(run, usual)]
        runs = groupby(pieces, lambda piece: piece[0])
        return "".join(_decoded("".join(text for _, text in group), reading) for reading, group in runs)

    def counts_by_itself(self, paragraph: Element) -> bool:
        """Check whether Word writes a number before the paragraph (1. 2. 3.) that stands in no text."""
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
            return True
        return _style(paragraph, "w:pPr/w:pStyle") in self.numbered

    def _pieces(self, run: Element, usual: str) -> Iterator[tuple[_FontReading, str]]:
        own = run.find(qn("w:rPr"))
        if own is not None and _is_hidden(own):
            return
        font = (_font(own) if own is not None else "") or self.fonts.get(_style(run, "w:rPr/w:rStyle")) or usual
        reading = _reading_of(font)
        for item in run:
            if item.tag == qn("w:t"):
                yield reading, item.text or ""
            elif item.tag in _TEXTS:
                yield reading, _TEXTS[item.tag]


def _is_hidden(own: Element) -> bool:
    """Check for text that Word neither shows nor prints."""
    vanish = own.find(qn("w:vanish"))
    return vanish is not None and vanish.get(qn("w:val"), "1") not in ("0", "false", "off")


def _within(element: Element, tag: str) -> Iterator[Element]:
    """Walk the elements of *tag* inside, in order, without those of text boxes, tables within and deleted text."""
    for item in element:
        if item.tag == tag:
            yield item
        elif item.tag not in _ELSEWHERE:
            yield from _within(item, tag)


def _style(element: Element, path: str) -> str:
    named = element.find("/".join(qn(step) for step in path.split("/")))
    return "" if named is None else named.get(qn("w:val"), "")


def _font(element: Element) -> str:
    fonts = next(element.iter(qn("w:rFonts")), None)
    if fonts is None:
        return ""
    return fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi")) or ""


def _inherited_font(style: Element, styles: dict[str, Element]) -> str:
    seen: set[str] = set()
    current: Element | None = style
    while current is not None and not (font := _font(current)):
        seen.add(current.get(qn("w:styleId"), ""))
        above = _style(current, "w:basedOn")
        current = styles.get(above) if above not in seen else None
    return "" if current is None else font


def _is_usual_paragraph(style: Element) -> bool:
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true")


def _reading_of(font: str) -> _FontReading:
    name = font.lower().lstrip()
    if name.startswith(".vn"):
        return _FontReading(Encoding.TCVN3, name.endswith(_CAPITAL_FONT))
    return _FontReading(Encoding.VNI) if name.startswith("vni-") else _FontReading()


def _decoded(text: str, reading: _FontReading) -> str:
    """Decode runs of one font together: a letter and its tone may stand in two of them."""
    decoded = decode(text, reading.encoding)
    return decoded.upper() if reading.capitals else decoded
