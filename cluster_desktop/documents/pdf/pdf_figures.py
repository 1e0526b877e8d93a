"""Key figures of a report as PDF: large numerals side by side."""

from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.content import Figure, Figures, show_cell
from cluster_desktop.documents.content.line_breaks import wrap
from cluster_desktop.documents.content.print_colors import QUIET
from cluster_desktop.documents.pdf.sheet import PdfSheet, Style
from cluster_desktop.domain.figures.count import marks_of, source_of

_VALUE = Style(fonts.LETTER_BOLD, 24, 27)
_LABEL = Style(fonts.LETTER, 10.5, 13)
_DETAIL = Style(fonts.LETTER_ITALIC, 10, 12.5, QUIET)
_HAIRLINE = 0.35
_PADDING = 7.0
_BEFORE = 4.0
_GAP = 12.0


class FiguresPiece:
    """Figures side by side between two hairlines."""

    solid = True

    def __init__(self, block: Figures, width: float) -> None:
        self._figures = block.figures
        self._column = width / max(1, len(block.figures))
        inner = max(map(self._height, block.figures), default=0.0)
        self.whole = self.head = _BEFORE + inner + 2 * _PADDING + _GAP

    def draw(self, sheet: PdfSheet, tail: float) -> None:
        sheet.require(self.whole + tail)
        bottom = sheet.y - self.whole + _GAP
        sheet.y -= _BEFORE
        sheet.rule(sheet.left, sheet.right, sheet.y, 0.75)
        for index, figure in enumerate(self._figures):
            x = sheet.left + index * self._column
            if index:
                sheet.canvas.setLineWidth(_HAIRLINE)
                sheet.canvas.line(x, sheet.y - _PADDING, x, bottom + _PADDING)
            self._draw_figure(sheet, figure, x + self._column / 2)
        sheet.rule(sheet.left, sheet.right, bottom, 0.75)
        sheet.y = bottom - _GAP

    def _draw_figure(self, sheet: PdfSheet, figure: Figure, middle: float) -> None:
        top, value = sheet.y - _PADDING, show_cell(figure.value)
        y = sheet.centre_lines((value,), _VALUE, middle, top)
        y = sheet.centre_lines(self._lines(figure.label, _LABEL), _LABEL, middle, y)
        left, wide = middle - self._column / 2 + 4, self._column - 8
        sheet.trace(source_of(figure.value), value, (left, top, wide, top - y))
        below = sheet.centre_lines(self._lines(figure.detail, _DETAIL), _DETAIL, middle, y)
        for mark in marks_of(figure.detail):
            sheet.trace(mark.source, figure.detail[mark.start : mark.end], (left, y, wide, y - below))

    def _height(self, figure: Figure) -> float:
        texts = ((figure.label, _LABEL), (figure.detail, _DETAIL))
        return _VALUE.leading + sum(len(self._lines(text, style)) * style.leading for text, style in texts)

    def _lines(self, text: str, style: Style) -> tuple[str, ...]:
        return wrap(text, style.face, style.size, self._column - 8)
