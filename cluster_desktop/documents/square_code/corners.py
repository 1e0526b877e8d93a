"""The three corner marks of a square code in a picture: along any line dark 1, bright 1, dark 3, bright 1, dark 1."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import hypot
from typing import Final

from cluster_desktop.documents.square_code.raster import Raster

Point = tuple[float, float]
_PATTERN: Final = (1, 1, 3, 1, 1)
_EVERY: Final = 2
"""Rows from one that is looked at to the next."""
_MOST: Final = 24
"""Marks that are tried with each other."""


@dataclass(slots=True)
class Mark:
    """A place that looks like a corner mark, and how often it was met."""

    x: float
    y: float
    module: float
    """Dots of one square of the code."""
    seen: int = 1

    def is_near(self, x: float, y: float) -> bool:
        """Whether this place belongs to the same mark."""
        return abs(x - self.x) < self.module * 2 and abs(y - self.y) < self.module * 2

    def meet(self, x: float, y: float, module: float) -> None:
        """Take the middle of all that was met."""
        self.x = (self.x * self.seen + x) / (self.seen + 1)
        self.y = (self.y * self.seen + y) / (self.seen + 1)
        self.module = (self.module * self.seen + module) / (self.seen + 1)
        self.seen += 1


@dataclass(frozen=True, slots=True)
class Corners:
    """The middles of the marks at the top left, top right and bottom left."""

    first: Point
    right: Point
    below: Point


def corners_in(raster: Raster) -> Iterator[Corners]:
    """Three marks that may be those of one code, the likeliest first."""
    met = [mark for mark in _marks(raster) if mark.seen > 1]
    marks = sorted(met, key=lambda mark: -mark.seen)[:_MOST]
    tried = [(_fault(three), place, three) for place, three in enumerate(combinations(marks, 3))]
    for fault, _place, three in sorted(tried, key=lambda one: one[:2]):
        if fault < 0.9:
            yield _ordered(three)


def _marks(raster: Raster) -> list[Mark]:
    found: list[Mark] = []
    for row in range(0, raster.height, _EVERY):
        runs = list(raster.runs(row))
        lengths = [length for _start, length, _dark in runs]
        for place in range(0 if runs[0][2] else 1, len(runs) - 4, 2):
            part = lengths[place : place + 5]
            if _fits(part):
                middle = runs[place + 2][0] + part[2] / 2
                _look(raster, found, middle, row)
    return found


def _fits(lengths: Sequence[float]) -> bool:
    whole = sum(lengths)
    if whole < 7:
        return False
    module = whole / 7
    slack = module * 0.55 + 0.5
    return all(
        abs(length - share * module) < slack * (1.6 if share == 3 else 1)
        for length, share in zip(lengths, _PATTERN, strict=True)
    )


def _look(raster: Raster, found: list[Mark], x: float, y: float) -> None:
    """Keep the place if the pattern is there downwards too."""
    known = next((mark for mark in found if mark.is_near(x, y)), None)
    down = _across(raster, x, y, (0, 1))
    if down is None:
        return
    y += down[0]
    along = _across(raster, x, y, (1, 0))
    if along is None:
        return
    x += along[0]
    module = (along[1] + down[1]) / 14
    if max(along[1], down[1]) > 1.8 * min(along[1], down[1]):
        return
    if known is not None:
        known.meet(x, y, module)
    else:
        found.append(Mark(x, y, module))


def _across(raster: Raster, x: float, y: float, way: tuple[int, int]) -> tuple[float, float] | None:
    """How far the middle of the pattern is from this place along *way*, and how long the pattern is."""
    if not raster.dark(x, y):
        return None
    lengths: list[list[int]] = []
    limit = max(raster.width, raster.height) // 4
    for sign in (-1, 1):
        step, parts = 0, []
        for dark in (True, False, True):
            start = step
            while (
                step < limit and _tone(raster, x + sign * way[0] * (step + 1), y + sign * way[1] * (step + 1)) == dark
            ):
                step += 1
            parts.append(step - start)
        lengths.append(parts)
    before, after = lengths
    pattern = (before[2], before[1], before[0] + after[0] + 1, after[1], after[2])
    if not _fits(pattern):
        return None
    return (after[0] - before[0]) / 2, float(sum(pattern))


def _tone(raster: Raster, x: float, y: float) -> bool | None:
    if not (0 <= x < raster.width and 0 <= y < raster.height):
        return None
    return raster.dark(x, y)


def _fault(three: Sequence[Mark]) -> float:
    """How far three marks are from the corners of a square with equal marks."""
    modules = sorted(mark.module for mark in three)
    sides = sorted(hypot(one.x - other.x, one.y - other.y) for one, other in combinations(three, 2))
    if sides[0] < modules[2] * 10:
        return 9.0
    legs = abs(sides[1] - sides[0]) / sides[1]
    angle = abs(sides[2] ** 2 - sides[0] ** 2 - sides[1] ** 2) / sides[2] ** 2
    return legs + angle + (modules[2] / modules[0] - 1) * 0.7


def _ordered(three: Sequence[Mark]) -> Corners:
    """Which is which: the first lies opposite the longest side, then clockwise."""
    farthest = max(combinations(three, 2), key=lambda two: hypot(two[0].x - two[1].x, two[0].y - two[1].y))
    first = next(mark for mark in three if mark not in farthest)
    one, other = farthest
    turn = (one.x - first.x) * (other.y - first.y) - (one.y - first.y) * (other.x - first.x)
    right, below = (one, other) if turn > 0 else (other, one)
    return Corners(*((mark.x + 0.5, mark.y + 0.5) for mark in (first, right, below)))
