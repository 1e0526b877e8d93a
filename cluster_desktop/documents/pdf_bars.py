"""Distributions of a report on paper: label, bar, count and share of every part."""

from cluster_desktop.documents.content import Distribution, Distributions, share, show_cell
from cluster_desktop.documents.ink import brush, from_hex
from cluster_desktop.documents.sheet import CELL, CELL_BOLD, Sheet
from cluster_desktop.documents.wrap import wrap

_BAR = from_hex("#9DB2CC")
_TRACK = from_hex("#EEF1F5")
_HAIRLINE = 0.35
_TITLE_GAP = 5.0
_LINE = 16.0
_BAR_HEIGHT = 7.0
_BETWEEN = 26.0
_GAP = 12.0
_COUNT, _SHARE = 34.0, 44.0
_WIDEST_LABEL = 0.54


class DistributionsPiece:
    """Distributions side by side on one page."""

    solid = True

    def __init__(self, block: Distributions, width: float) -> None:
        count = max(1, len(block.distributions))
        self._column = (width - (count - 1) * _BETWEEN) / count
        self._bars = [_Bars(distribution, self._column) for distribution in block.distributions]
        self.whole = self.head = max((bars.height for bars in self._bars), default=0.0) + _GAP

    def draw(self, sheet: Sheet, tail: float) -> None:
        sheet.require(self.whole + tail)
        for index, bars in enumerate(self._bars):
            bars.draw(sheet, sheet.left + index * (self._column + _BETWEEN))
        sheet.y -= self.whole


class _Bars:
    """One distribution in a column *width* points wide."""

    def __init__(self, distribution: Distribution, width: float) -> None:
        parts = distribution.parts
        self._title = distribution.title
        self._width = width
        self._label = min(max(map(CELL.width, parts), default=0.0) + 1, width * _WIDEST_LABEL)
        self._parts = [(wrap(word, CELL.face, CELL.size, self._label), parts[word]) for word in parts]
        self._total, self._largest = sum(parts.values()), max(parts.values(), default=0) or 1
        lines = sum(_height(label) for label, _ in self._parts)
        self.height = CELL_BOLD.leading + _TITLE_GAP + lines

    def draw(self, sheet: Sheet, x: float) -> None:
        y = sheet.y - CELL_BOLD.leading
        sheet.write(self._title, CELL_BOLD, x, y + CELL_BOLD.leading - CELL_BOLD.size)
        y -= _TITLE_GAP
        sheet.rule(x, x + self._width, y + 3, _HAIRLINE)
        for label, count in self._parts:
            self._draw_part(sheet, label, count, (x, y - CELL.size))
            y -= _height(label)

    def _draw_part(self, sheet: Sheet, label: tuple[str, ...], count: int, place: tuple[float, float]) -> None:
        x, base = place
        end = x + self._width
        for number, line in enumerate(label):
            sheet.write(line, CELL, x, base - number * CELL.leading)
        self._draw_bar(sheet, count / self._largest, (x + self._label + 6, end - _COUNT - _SHARE - 8), base)
        sheet.write_right(show_cell(count), CELL_BOLD, end - _SHARE - 4, base)
        sheet.write_right(share(count, self._total), CELL, end, base)

    def _draw_bar(self, sheet: Sheet, fraction: float, ends: tuple[float, float], base: float) -> None:
        x, end = ends
        for ink, length in ((_TRACK, end - x), (_BAR, (end - x) * fraction)):
            brush(sheet.canvas, ink)
            sheet.canvas.rect(x, base + 0.3, max(0.0, length), _BAR_HEIGHT, stroke=0, fill=1)


def _height(label: tuple[str, ...]) -> float:
    return _LINE + (max(1, len(label)) - 1) * CELL.leading
