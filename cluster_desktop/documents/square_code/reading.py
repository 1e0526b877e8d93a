"""Codes read from pictures: our own paper as a file, a scan, or a photo held fairly straight."""

from collections.abc import Iterator
from functools import cache
from math import hypot
from typing import Final

from PIL import Image

from cluster_desktop.documents.square_code.corners import Corners, Point, corners_in
from cluster_desktop.documents.square_code.raster import Raster, rasters
from cluster_desktop.documents.square_code.symbol import Grid, Unreadable, text_of

_SIDES: Final = (2400, 1600, 1000)
"""Dots of the longer side the picture is looked at with, one after the other."""
_TRIED: Final = 12
_SURE: Final = 0.85
"""Share of the dotted lines between the marks that must be as they should."""
_REACH: Final = 6
"""Squares around the expected place in which the fourth mark is looked for."""
_FOURTH: Final = tuple(
    (column, row, max(abs(column), abs(row)) != 1) for row in range(-2, 3) for column in range(-2, 3)
)
Map = tuple[float, float, float, float, float, float, float, float]
"""Factors that turn a place in the code, in squares, into a place in the picture."""


def text_in(picture: Image.Image) -> str | None:
    """The text of the square code in *picture*; None where none can be read."""
    for size in _sizes(picture):
        for raster in rasters(size):
            for place, corners in enumerate(corners_in(raster)):
                if place >= _TRIED:
                    break
                text = _read(raster, corners)
                if text is not None:
                    return text
    return None


def _sizes(picture: Image.Image) -> Iterator[Image.Image]:
    grey = picture.convert("L")
    longest = max(grey.size)
    wanted = [side for side in _SIDES if side < longest] or [longest]
    if wanted[0] != longest and longest <= 2 * _SIDES[0]:
        wanted.insert(1, longest)
    for side in wanted:
        share = side / longest
        size = (max(1, round(grey.width * share)), max(1, round(grey.height * share)))
        yield grey if share == 1 else grey.resize(size, Image.Resampling.BOX)


def _read(raster: Raster, corners: Corners) -> str | None:
    for size in _likely_sizes(raster, corners):
        for places in _maps(raster, corners, size):
            grid = _grid(raster, places, size)
            for seen in (grid, [list(row) for row in zip(*grid, strict=True)]):  # as it is, then as in a mirror
                try:
                    return text_of(seen)
                except Unreadable:
                    continue
    return None


def _likely_sizes(raster: Raster, corners: Corners) -> list[int]:
    """Numbers of squares along a side for which the dotted lines between the marks come out."""
    scored = [(_dotted(raster, corners, size), size) for size in range(21, 178, 4)]
    return [size for score, size in sorted(scored, reverse=True)[:2] if score >= _SURE]


def _dotted(raster: Raster, corners: Corners, size: int) -> float:
    places = _flat(corners, size)
    right = 0
    for step in range(8, size - 8):
        wanted = step % 2 == 0
        right += raster.dark(*_at(places, step + 0.5, 6.5)) == wanted
        right += raster.dark(*_at(places, 6.5, step + 0.5)) == wanted
    return right / (2 * (size - 16))


def _maps(raster: Raster, corners: Corners, size: int) -> Iterator[Map]:
    """How the code may lie: leaning back if its fourth mark says so, else flat."""
    flat = _flat(corners, size)
    if size > 21:
        fourth = _fourth(raster, flat, size)
        if fourth is not None:
            yield _leaning(corners, fourth, size)
    yield flat


def _flat(corners: Corners, size: int) -> Map:
    """The map of a code seen straight on; the middles of the marks lie 3.5 squares from its edges."""
    span = size - 7
    across = tuple((there - here) / span for here, there in zip(corners.first, corners.right, strict=True))
    down = tuple((there - here) / span for here, there in zip(corners.first, corners.below, strict=True))
    left = corners.first[0] - 3.5 * (across[0] + down[0])
    top = corners.first[1] - 3.5 * (across[1] + down[1])
    return across[0], down[0], left, across[1], down[1], top, 0.0, 0.0


def _at(places: Map, u: float, v: float) -> Point:
    a, b, c, d, e, f, g, h = places
    depth = g * u + h * v + 1
    return (a * u + b * v + c) / depth, (d * u + e * v + f) / depth


def _fourth(raster: Raster, flat: Map, size: int) -> Point | None:
    """Where the mark at the bottom right is, whose middle is expected 6.5 squares from the edges."""
    middle = size - 6.5
    best: tuple[int, float, float, float] | None = None
    for u, v, away in _around():
        score = sum(
            raster.dark(*_at(flat, middle + u + column, middle + v + row)) == dark for column, row, dark in _FOURTH
        )
        if best is None or (score, -away) > best[:2]:
            best = (score, -away, u, v)
    if best is None or best[0] < len(_FOURTH) - 2:
        return None
    return _at(flat, middle + best[2], middle + best[3])


@cache
def _around() -> tuple[tuple[float, float, float], ...]:
    steps = [step / 3 for step in range(-3 * _REACH, 3 * _REACH + 1)]
    return tuple((u, v, hypot(u, v)) for u in steps for v in steps)


def _leaning(corners: Corners, fourth: Point, size: int) -> Map:
    """The map that takes the middles of the four marks to where they are."""
    far = size - 3.5
    pairs = (
        ((3.5, 3.5), corners.first),
        ((far, 3.5), corners.right),
        ((3.5, far), corners.below),
        ((size - 6.5, size - 6.5), fourth),
    )
    rows: list[list[float]] = []
    for (u, v), (x, y) in pairs:
        rows.append([u, v, 1, 0, 0, 0, -u * x, -v * x, x])
        rows.append([0, 0, 0, u, v, 1, -u * y, -v * y, y])
    a, b, c, d, e, f, g, h = _solved(rows)
    return a, b, c, d, e, f, g, h


def _solved(rows: list[list[float]]) -> list[float]:
    """What the unknowns of as many equations are (Gauss and Jordan)."""
    count = len(rows)
    for column in range(count):
        pivot = max(range(column, count), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        factor = rows[column][column] or 1e-12
        rows[column] = [value / factor for value in rows[column]]
        for row in range(count):
            if row != column and (factor := rows[row][column]):
                rows[row] = [value - factor * own for value, own in zip(rows[row], rows[column], strict=True)]
    return [row[-1] for row in rows]


def _grid(raster: Raster, places: Map, size: int) -> Grid:
    return [[_square(raster, places, column, row) for column in range(size)] for row in range(size)]


def _square(raster: Raster, places: Map, column: int, row: int) -> bool:
    """Most of five places around the middle of a square."""
    dark = 0
    for u, v in ((0.5, 0.5), (0.33, 0.5), (0.67, 0.5), (0.5, 0.33), (0.5, 0.67)):
        dark += raster.dark(*_at(places, column + u, row + v))
    return dark >= 3
