"""The woven gold band: two lace ribbons of sine waves crossing each other, made of one repeated tile."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportlab.pdfgen.canvas import Canvas

from cluster_desktop.documents.content.print_colors import GOLD, PALE_GOLD, WARM_GOLD, Ink, pen

_TILE, _END = "-weave", "-weave-end"
_PIECES_PER_TILE = 32
_LINE = 0.1

Wave = Callable[[float], float]
Strand = tuple[Ink, float, tuple[tuple[float, ...], ...]]
"""Its ink, the height it begins at and its Bézier pieces."""


@dataclass(frozen=True, slots=True)
class Weave:
    """A band *width* mm wide whose pattern repeats about every *period* mm."""

    width: float
    period: float

    def define(self, canvas: Canvas, name: str) -> None:
        """Put the tile and its tapering end into the file, once, as forms whose names start with *name*."""
        for form, tapers in ((_TILE, False), (_END, True)):
            edge = self.width / 2 + _LINE
            canvas.beginForm(name + form, 0, -edge, self.period, edge)
            for strand in _strands(self, tapers=tapers):
                _draw_strand(canvas, strand)
            canvas.endForm()

    def lay(self, canvas: Canvas, name: str, length: float) -> None:
        """Lay the band along the x axis, *length* mm long and centred on the origin."""
        tiles = max(3, round(length / self.period))
        stretch = length / (tiles * self.period)
        for index in range(1, tiles - 1):
            _place(canvas, name + _TILE, -length / 2 + index * self.period * stretch, stretch)
        _place(canvas, name + _END, -length / 2, stretch)
        _place(canvas, name + _END, length / 2, -stretch)

    def waves(self) -> Iterator[tuple[Ink, Wave]]:
        """The middle lines of its strands, each in its ink, from the one at the back to the one in front."""
        # Every family is its own mirror image, so that the band reads the same from both ends.
        half, turn = self.width / 2, 2 * math.pi / self.period
        for share in (1.0, 0.88, 0.76):
            for sign in (1, -1):
                yield PALE_GOLD, _wave(0, sign * half * share, turn, math.pi / 2)
        for ink, sign in ((WARM_GOLD, -1), (GOLD, 1)):
            for step in range(8):
                yield ink, _wave(sign * half * 0.54, half * 0.44, turn, step * math.pi / 4)


@lru_cache(maxsize=16)
def _strands(weave: Weave, *, tapers: bool) -> tuple[Strand, ...]:
    """All strands of a tile; kept, because every certificate has the same ones and they take long to work out."""
    taper = _tapering(weave.period * 0.5) if tapers else _whole
    return tuple((ink, *_pieces(_product(taper, wave), weave.period)) for ink, wave in weave.waves())


def _wave(swing: float, ripple: float, turn: float, phase: float) -> Wave:
    """A slow cosine of amplitude *swing* carrying a ripple; without swing the ripple itself is slow."""
    speed = 4 * turn if swing else turn
    return lambda x: swing * math.cos(turn * x) + ripple * math.sin(speed * x + phase - (0 if swing else math.pi / 2))


def _whole(_x: float) -> float:
    return 1.0


def _tapering(length: float) -> Wave:
    return lambda x: math.sin(math.pi / 2 * min(1.0, max(0.0, x / length)))


def _product(first: Wave, second: Wave) -> Wave:
    return lambda x: first(x) * second(x)


def _pieces(wave: Wave, length: float) -> tuple[float, tuple[tuple[float, ...], ...]]:
    """Where *wave* begins, and its Bézier pieces from 0 to *length*, which share its slope where they meet."""
    step = length / _PIECES_PER_TILE
    pieces = []
    for index in range(_PIECES_PER_TILE):
        start, end = index * step, (index + 1) * step
        first = wave(start) + _slope(wave, start) * step / 3
        second = wave(end) - _slope(wave, end) * step / 3
        points = (start + step / 3, first, end - step / 3, second, end, wave(end))
        pieces.append(tuple(round(value, 3) for value in points))
    return round(wave(0), 3), tuple(pieces)


def _draw_strand(canvas: Canvas, strand: Strand) -> None:
    ink, begins_at, pieces = strand
    pen(canvas, ink, _LINE)
    path = canvas.beginPath()
    path.moveTo(0, begins_at)
    for piece in pieces:
        path.curveTo(*piece)
    canvas.drawPath(path)


def _slope(wave: Wave, x: float) -> float:
    nudge = 1e-4
    return (wave(x + nudge) - wave(x - nudge)) / (2 * nudge)


def _place(canvas: Canvas, form: str, x: float, stretch: float) -> None:
    canvas.saveState()
    canvas.transform(stretch, 0, 0, 1, x, 0)
    canvas.doForm(form)
    canvas.restoreState()
