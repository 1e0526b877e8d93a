"""Sections and paragraphs of a document as PDF."""

from dataclasses import replace
from typing import Protocol

from cluster_desktop.documents.content.content import Appendix, Paragraph, Section, Tone, without_room
from cluster_desktop.documents.content.line_breaks import wrap
from cluster_desktop.documents.content.page import MM
from cluster_desktop.documents.pdf.sheet import BODY, BODY_BOLD, BODY_ITALIC, NOTE, PdfSheet, Style
from cluster_desktop.domain.figures.count import in_lines

_INDENT = 10 * MM
_ADDRESS_INDENT = 30 * MM
"""Of several bodies addressed, a line each."""
_PARTED_FROM = 3
"""Lines of a paragraph that stay together."""
_FULL = 0.8
"""Of a line: beyond it nobody can write."""
_GAP = 6.0
"""Between paragraphs, Decree 30/2020: at least 6 pt."""


class Piece(Protocol):
    """A block set for a sheet: its height in points, and how it may be parted between pages."""

    @property
    def whole(self) -> float:
        """All of it."""

    @property
    def head(self) -> float:
        """The least that must stand where it begins."""

    @property
    def solid(self) -> bool:
        """True where it is never parted, so that what belongs to its end must stand beside its beginning."""

    def draw(self, sheet: PdfSheet, tail: float) -> None:
        """Draw below ``sheet.y``; its end leaves *tail* points free on the page for what belongs to it."""


class SectionPiece:
    """A heading with its bookmark; it stays with what follows."""

    solid = True
    _BEFORE, _AFTER = 10.0, 4.0

    def __init__(self, section: Section, width: float) -> None:
        self._section = section
        self._lines = wrap(section.heading, BODY_BOLD.face, BODY_BOLD.size, width)
        self.whole = self.head = self._BEFORE + len(self._lines) * BODY_BOLD.leading + self._AFTER

    def draw(self, sheet: PdfSheet, tail: float) -> None:
        sheet.require(self.whole + tail)
        sheet.y -= self._BEFORE if sheet.y < sheet.top else 0
        sheet.bookmark(self._section.title)
        for line in self._lines:
            sheet.y -= BODY_BOLD.leading
            sheet.write(line, BODY_BOLD, sheet.left, sheet.y + BODY_BOLD.leading - BODY_BOLD.size)
        sheet.y -= self._AFTER


class ParagraphPiece:
    """Lines of running text; the first two and the last two stay together."""

    def __init__(self, paragraph: Paragraph, width: float) -> None:
        self._tone = paragraph.tone
        self._listed = paragraph.tone is Tone.ADDRESS and "\n" in paragraph.text
        self._style = _STYLES[paragraph.tone]
        self._lead = f"{paragraph.lead} " if paragraph.lead else ""
        self._dotted: set[int] = set()
        self._lines = self._set(paragraph.text, width)
        self.whole = self._height(len(self._lines)) + _GAP
        self.solid = len(self._lines) <= _PARTED_FROM
        self.head = self.whole if self.solid else self._height(2)

    def draw(self, sheet: PdfSheet, tail: float) -> None:
        count = len(self._lines)
        for index, (line, indent, last) in enumerate(self._lines):
            if index == 0:
                sheet.require(self.whole + tail if self.solid else self.head)
            elif index == count - 2 and not self.solid:
                sheet.require(self._height(2) + _GAP + tail)
            else:
                sheet.require(self._style.leading)
            if index == 0 and self._lead:
                indent += self._draw_lead(sheet, line, indent, last)
            self._draw_line(sheet, line, indent, last)
            if index in self._dotted:
                sheet.lead(sheet.left + indent + self._style.width(line), self._style, sheet.y + self._style.leading)
        sheet.y -= _GAP

    def _draw_lead(self, sheet: PdfSheet, line: str, indent: float, last: bool) -> float:
        """The bold words before the first line, stretched as the line is; gives by how much they are longer."""
        width = BODY_BOLD.width(self._lead)
        x, base = sheet.left + indent - width, sheet.y - self._style.size
        free = sheet.width - indent - self._style.width(line)
        spaces = self._lead.count(" ")
        more = 0.0 if last else free * spaces / (spaces + line.count(" "))
        if not more or spaces == 1:
            sheet.write(self._lead, BODY_BOLD, x, base)
        else:
            words = self._lead.rstrip()
            sheet.justify(words, BODY_BOLD, x, base, BODY_BOLD.width(words) + more * (spaces - 1) / spaces)
        return more

    def _set(self, text: str, width: float) -> list[tuple[str, float, bool]]:
        """Each line with its indent and whether it ends a paragraph."""
        indent = _ADDRESS_INDENT if self._listed else _INDENT if self._tone in _INDENTED else 0.0
        lead = BODY_BOLD.width(self._lead)
        set_lines: list[tuple[str, float, bool]] = []
        for number, paragraph in enumerate(text.split("\n")):
            start = indent + (lead if number == 0 else 0.0)
            words = without_room(paragraph)
            lines = _wrap_indented(paragraph if words is None else words, self._style, width, start)
            if words is not None:
                lines = self._with_room(lines, width, start)
                self._dotted.add(len(set_lines) + len(lines) - 1)
            last = len(lines) - 1
            following = indent if self._listed else 0.0
            set_lines += [(line, following if i else start, i == last) for i, line in enumerate(lines)]
        if self._dotted:  # room to write stands beside no figure
            return set_lines
        marked = in_lines(text, [line for line, _indent, _last in set_lines])
        return [(line, indent, last) for line, (_plain, indent, last) in zip(marked, set_lines, strict=True)]

    def _with_room(self, lines: tuple[str, ...], width: float, start: float) -> tuple[str, ...]:
        """Lines whose last one leaves room to write; a new one where it is almost full."""
        used = self._style.width(lines[-1]) + (start if len(lines) == 1 else 0.0)
        return lines if used <= width * _FULL else (*lines, "")

    def _draw_line(self, sheet: PdfSheet, line: str, indent: float, last: bool) -> None:
        style = self._style
        sheet.y -= style.leading
        base = sheet.y + style.leading - style.size
        if self._tone in _CENTRED and not self._listed:
            sheet.centre(line, style, (sheet.left + sheet.right) / 2, base)
        elif self._tone is Tone.NOTE or last:
            sheet.write(line, style, sheet.left + indent, base)
            sheet.trace_marks(line, style, sheet.left + indent, base)
        else:
            gap = sheet.justify(line, style, sheet.left + indent, base, sheet.width - indent)
            sheet.trace_marks(line, style, sheet.left + indent, base, gap)

    def _height(self, lines: int) -> float:
        return lines * self._style.leading


_STYLES = {
    Tone.BODY: BODY,
    Tone.NOTE: replace(NOTE, leading=14.0),
    Tone.CENTRE: BODY_ITALIC,
    Tone.BASIS: BODY_ITALIC,
    Tone.HEADLINE: BODY_BOLD,
    Tone.ADDRESS: BODY,
}
_INDENTED = (Tone.BODY, Tone.BASIS)
_CENTRED = (Tone.CENTRE, Tone.HEADLINE, Tone.ADDRESS)


class AppendixPiece:
    """The head of an appendix at the top of its first page, also its bookmark."""

    solid = True
    _AFTER = 10.0

    def __init__(self, appendix: Appendix, width: float) -> None:
        self._title = appendix.title
        looks = ((appendix.title.upper(), BODY_BOLD), (appendix.subject, BODY_BOLD), (appendix.note, BODY_ITALIC))
        self._lines = [(line, style) for text, style in looks for line in wrap(text, style.face, style.size, width)]
        self.whole = self.head = sum(style.leading for _, style in self._lines) + self._AFTER

    def draw(self, sheet: PdfSheet, tail: float) -> None:
        sheet.new_part()
        sheet.bookmark(self._title)
        for line, style in self._lines:
            sheet.y = sheet.centre_lines((line,), style, (sheet.left + sheet.right) / 2, sheet.y)
        sheet.y -= self._AFTER


def _wrap_indented(text: str, style: Style, width: float, indent: float) -> tuple[str, ...]:
    first, *rest = wrap(text, style.face, style.size, width - indent) or ("",)
    if not rest or not indent:
        return (first, *rest)
    return (first, *wrap(" ".join(rest), style.face, style.size, width))
