"""The head of an official document: organ, motto, number and date, kind and subject.

State form: Decree 30/2020/NĐ-CP, appendix I. Party form: Guideline 36-HD/VPTW of 2018.
"""

from collections.abc import Sequence

from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.content import Document, Heading, PartyHeading
from cluster_desktop.documents.content.line_breaks import wrap, wrap_evenly
from cluster_desktop.documents.content.official import MOTTO, NATION, PARTY, STAR, date_line
from cluster_desktop.documents.pdf.sheet import BODY, BODY_BOLD, BODY_ITALIC, PdfSheet, Style

_RULE_BELOW = 4.0
_CLEAR_OF_TAILS = 1.5
_BETWEEN = 6.0
"""Least room between the number and the place of a document."""
_SHORT_RULE = 0.4
"""Of the text above it; the law allows a third to a half."""
_TITLE = Style(fonts.LETTER_BOLD, 14, 19)
_SUBTITLE = Style(fonts.LETTER_BOLD, 14, 18)
_CAPS = Style(fonts.LETTER, 12, 15)
_CAPS_BOLD = Style(fonts.LETTER_BOLD, 12, 15)
_PARTY_CAPS = Style(fonts.LETTER, 14, 17)
_PARTY_CAPS_BOLD = Style(fonts.LETTER_BOLD, 14, 17)
_PARTY_NAME = Style(fonts.LETTER_BOLD, 15, 18)


def draw_heading(sheet: PdfSheet, heading: Heading) -> None:
    """Both columns and the line of number and date; the sheet stands below them afterwards."""
    party = isinstance(heading, PartyHeading)
    right_width = _width_of_right(sheet, party)
    left_width = sheet.width - right_width - 12
    middle_left = sheet.left + left_width / 2
    middle_right = sheet.right - right_width / 2
    styles = (_PARTY_CAPS, _PARTY_CAPS_BOLD) if party else (_CAPS, _CAPS_BOLD)
    left = _draw_organ(sheet, heading, styles, middle_left, left_width)
    right = _draw_party(sheet, middle_right) if party else _draw_motto(sheet, middle_right)
    base = min(left, right) - 8 - BODY.size
    base = _draw_number_and_date(sheet, heading, (middle_left, middle_right), left_width, base)
    sheet.y = base - 16


def _draw_number_and_date(
    sheet: PdfSheet, heading: Heading, middles: tuple[float, float], width: float, base: float
) -> float:
    """Number and date on one line, each in its column; a place too long for that stands a line below the number."""
    middle_left, middle_right = middles
    number = wrap(heading.number, BODY.face, BODY.size, width) if heading.number else ()
    half = max(map(BODY.width, number), default=0.0) / 2
    sheet.centre_lines(number, BODY, middle_left, base + BODY.size)
    lowest = base - BODY.leading * max(len(number) - 1, 0)
    dated = wrap(date_line(heading), BODY_ITALIC.face, BODY_ITALIC.size, sheet.width)
    if dated:
        half_line = max(map(BODY_ITALIC.width, dated)) / 2
        middle = min(middle_right, sheet.right - half_line)
        if number and middle - half_line < middle_left + half + _BETWEEN:
            base = lowest - BODY.leading
        sheet.centre_lines(dated, BODY_ITALIC, middle, base + BODY_ITALIC.size)
        lowest = min(lowest, base - BODY_ITALIC.leading * (len(dated) - 1))
    return lowest


def draw_title(sheet: PdfSheet, document: Document) -> None:
    """The kind of document in capitals and its subject, with a short rule below."""
    middle = (sheet.left + sheet.right) / 2
    kind = wrap_evenly(document.title.upper(), _TITLE.face, _TITLE.size, sheet.width)
    subject = wrap_evenly(document.subtitle, _SUBTITLE.face, _SUBTITLE.size, sheet.width * 0.86)
    sheet.y = sheet.centre_lines(kind, _TITLE, middle, sheet.y)
    sheet.y = sheet.centre_lines(subject, _SUBTITLE, middle, sheet.y)
    if subject:
        sheet.y = _short_rule(sheet, subject[-1], _SUBTITLE, middle, sheet.y - _CLEAR_OF_TAILS)
    sheet.y -= 14


def _width_of_right(sheet: PdfSheet, party: bool) -> float:
    """The motto decides; on a wide sheet both columns stand around quarter lines."""
    words = _PARTY_NAME.width(PARTY) if party else _CAPS_BOLD.width(NATION)
    date_words = BODY_ITALIC.width("Trùng Khánh, ngày 05 tháng 02 năm 2026")
    return max(words, date_words if party else 0.0, sheet.width * 0.42) + 2


def _draw_organ(sheet: PdfSheet, heading: Heading, styles: tuple[Style, Style], middle: float, width: float) -> float:
    plain, bold = styles
    superior = wrap_evenly(heading.superior.upper(), plain.face, plain.size, width)
    organ = wrap_evenly(heading.organ.upper(), bold.face, bold.size, width)
    y = sheet.centre_lines(superior, plain, middle, sheet.y)
    y = sheet.centre_lines(organ, bold, middle, y)
    if isinstance(heading, PartyHeading):
        sheet.centre(STAR, bold, middle, y + 2 - bold.size)
        return y - bold.leading
    return _short_rule(sheet, _longest(organ, bold), bold, middle, y) if organ else y


def _draw_motto(sheet: PdfSheet, middle: float) -> float:
    y = sheet.centre_lines((NATION,), _CAPS_BOLD, middle, sheet.y)
    y = sheet.centre_lines((MOTTO,), BODY_BOLD, middle, y)
    return _rule(sheet, BODY_BOLD.width(MOTTO), middle, y)


def _draw_party(sheet: PdfSheet, middle: float) -> float:
    y = sheet.centre_lines((PARTY,), _PARTY_NAME, middle, sheet.y)
    return _rule(sheet, _PARTY_NAME.width(PARTY), middle, y)


def _short_rule(sheet: PdfSheet, text: str, style: Style, middle: float, y: float) -> float:
    return _rule(sheet, style.width(text) * _SHORT_RULE, middle, y)


def _rule(sheet: PdfSheet, width: float, middle: float, y: float) -> float:
    sheet.rule(middle - width / 2, middle + width / 2, y - 1)
    return y - _RULE_BELOW


def _longest(lines: Sequence[str], style: Style) -> str:
    return max(lines, key=style.width)
