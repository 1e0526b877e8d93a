"""Key figures and distributions of a report on paper: large numerals, and a bar for every part."""

from collections.abc import Sequence
from dataclasses import dataclass

from cluster_desktop.documents import fonts
from cluster_desktop.documents.content import Distribution, Distributions, Figure, Figures, share, show_cell
from cluster_desktop.documents.ink import QUIET, brush, from_hex
from cluster_desktop.documents.sheet import CELL, CELL_BOLD, Sheet, Style
from cluster_desktop.documents.wrap import wrap

_VALUE = Style(fonts.LETTER_BOLD, 24, 27)
_LABEL = Style(fonts.LETTER, 10.5, 13)
_DETAIL = Style(fonts.LETTER_ITALIC, 10, 12.5, QUIET)
_HAIRLINE = 0.35
_PADDING = 7.0
_GAP = 12.0

_BAR = from_hex("#9DB2CC")
_TRACK = from_hex("#EEF1F5")
_TITLE_GAP = 5.0
_LINE = 16.0
_BAR_HEIGHT = 7.0


class FiguresPiece:
    """Figures side by side between two hairlines."""

    def __init__(self, block: Figures, width: float) -> None:
        self._figures = block.figures
        self._column = width / max(1, len(block.figures))
        inner = max(map(self._height, block.figures), default=0.0)
        self.whole = self.head = inner + 2 * _PADDING + _GAP

    def draw(self, sheet: Sheet, tail: float) -> None:
        sheet.require(self.whole + tail)
        bottom = sheet.y - self.whole + _GAP
        sheet.rule(sheet.left, sheet.right, sheet.y, 0.75)
        for index, figure in enumerate(self._figures):
            x = sheet.left + index * self._column
            if index:
                sheet.canvas.setLineWidth(_HAIRLINE)
                sheet.canvas.line(x, sheet.y - _PADDING, x, bottom + _PADDING)
            self._draw_figure(sheet, figure, x + self._column / 2)
        sheet.rule(sheet.left, sheet.right, bottom, 0.75)
        sheet.y = bottom - _GAP

    def _draw_figure(self, sheet: Sheet, figure: Figure, middle: float) -> None:
        y = sheet.centre_lines((show_cell(figure.value),), _VALUE, middle, sheet.y - _PADDING)
        y = sheet.centre_lines(self._lines(figure.label, _LABEL), _LABEL, middle, y)
        sheet.centre_lines(self._lines(figure.detail, _DETAIL), _DETAIL, middle, y)

    def _height(self, figure: Figure) -> float:
        texts = ((figure.label, _LABEL), (figure.detail, _DETAIL))
        return _VALUE.leading + sum(len(self._lines(text, style)) * style.leading for text, style in texts)

    def _lines(self, text: str, style: Style) -> tuple[str, ...]:
        return wrap(text, style.face, style.size, self._column - 8)


@dataclass(frozen=True, slots=True)
class _Part:
    lines: tuple[str, ...]
    count: int
    share: str
    fraction: float

    @property
    def height(self) -> float:
        return _LINE + (max(1, len(self.lines)) - 1) * CELL.leading


class DistributionsPiece:
    """Distributions side by side: label, bar, count and share of every part."""

    _BETWEEN = 26.0
    _COUNT, _SHARE = 34.0, 44.0

    def __init__(self, block: Distributions, width: float) -> None:
        count = max(1, len(block.distributions))
        self._column = (width - (count - 1) * self._BETWEEN) / count
        labels = (CELL.width(label) for d in block.distributions for label in d.parts)
        self._label = min(max(labels, default=0.0) + 1, self._column * 0.54)
        self._distributions = [(d.title, self._parts(d)) for d in block.distributions]
        tallest = max((sum(p.height for p in parts) for _, parts in self._distributions), default=0.0)
        self.whole = self.head = CELL_BOLD.leading + _TITLE_GAP + tallest + _GAP

    def draw(self, sheet: Sheet, tail: float) -> None:
        sheet.require(self.whole + tail)
        for index, (title, parts) in enumerate(self._distributions):
            self._draw_one(sheet, title, parts, sheet.left + index * (self._column + self._BETWEEN))
        sheet.y -= self.whole

    def _draw_one(self, sheet: Sheet, title: str, parts: Sequence[_Part], x: float) -> None:
        y = sheet.y - CELL_BOLD.leading
        sheet.write(title, CELL_BOLD, x, y + CELL_BOLD.leading - CELL_BOLD.size)
        y -= _TITLE_GAP
        sheet.rule(x, x + self._column, y + 3, _HAIRLINE)
        for part in parts:
            self._draw_part(sheet, part, x, y)
            y -= part.height

    def _draw_part(self, sheet: Sheet, part: _Part, x: float, y: float) -> None:
        base = y - CELL.size
        for number, line in enumerate(part.lines):
            sheet.write(line, CELL, x, base - number * CELL.leading)
        end = x + self._column
        self._draw_bar(sheet, part.fraction, x + self._label + 6, end - self._COUNT - self._SHARE - 8, base)
        sheet.write_right(show_cell(part.count), CELL_BOLD, end - self._SHARE - 4, base)
        sheet.write_right(part.share, CELL, end, base)

    def _draw_bar(self, sheet: Sheet, fraction: float, x: float, end: float, base: float) -> None:
        for ink, length in ((_TRACK, end - x), (_BAR, (end - x) * fraction)):
            brush(sheet.canvas, ink)
            if length > 0:
                sheet.canvas.rect(x, base + 0.3, length, _BAR_HEIGHT, stroke=0, fill=1)

    def _parts(self, distribution: Distribution) -> list[_Part]:
        total = sum(distribution.parts.values())
        largest = max(distribution.parts.values(), default=0) or 1
        return [
            _Part(
                wrap(label, CELL.face, CELL.size, self._label),
                count,
                share(count, total),
                count / largest,
            )
            for label, count in distribution.parts.items()
        ]
