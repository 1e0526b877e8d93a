"""A border after the friezes of bronze drums: saw teeth, circles joined by tangents, a rayed star in each corner.

Old geometry drawn anew from parameters; it copies no drum and no printed border. Measures in millimetres.
"""

import math
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from cluster_desktop.documents.content.print_colors import CREAM, GOLD, RED, WARM_GOLD, brush, pen

_TILE, _STAR = "-drum", "-drum-star"
_LINE: Final = 0.18
_RAYS: Final = 14
_TEETH: Final = 0.2
"""Height of the saw teeth as a share of the band."""


def define_drum(canvas: Canvas, name: str, band: float, corner: float) -> None:
    """Put a tile of the frieze and the star of the corners into the file, once."""
    tile = tile_length(band)
    canvas.beginForm(name + _TILE, -_LINE, -band / 2 - _LINE, tile + _LINE, band / 2 + _LINE)
    _draw_teeth(canvas, band, tile)
    _draw_circles(canvas, band, tile)
    canvas.endForm()
    canvas.beginForm(name + _STAR, -corner / 2, -corner / 2, corner / 2, corner / 2)
    _draw_star_face(canvas, corner / 2 * 0.94)
    canvas.endForm()


def tile_length(band: float) -> float:
    """Length after which the frieze repeats: one circle and its tangent."""
    return band * 0.9


def lay_drum(canvas: Canvas, name: str, band: float, length: float) -> None:
    """Lay the frieze along the x axis, *length* mm long and centred on the origin."""
    tile = tile_length(band)
    count = max(1, round(length / tile))
    stretch = length / (count * tile)
    for index in range(count):
        canvas.saveState()
        canvas.transform(stretch, 0, 0, 1, -length / 2 + index * tile * stretch, 0)
        canvas.doForm(name + _TILE)
        canvas.restoreState()


def place_star(canvas: Canvas, name: str, x: float, y: float) -> None:
    """One star face around (x, y)."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.doForm(name + _STAR)
    canvas.restoreState()


def _draw_teeth(canvas: Canvas, band: float, tile: float) -> None:
    """Three teeth at each edge of the band, their points outwards; a thin line closes them."""
    height, half = band * _TEETH, band / 2
    pen(canvas, GOLD, _LINE)
    for edge, inner in ((half, half - height), (-half, -half + height)):
        brush(canvas, WARM_GOLD)
        path = canvas.beginPath()
        for tooth in range(3):
            left = tooth * tile / 3
            path.moveTo(left, inner)
            path.lineTo(left + tile / 6, edge)
            path.lineTo(left + tile / 3, inner)
            path.close()
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.line(0, inner, tile, inner)
        canvas.line(0, edge, tile, edge)


def _draw_circles(canvas: Canvas, band: float, tile: float) -> None:
    """A ringed circle in the middle of the tile and the tangent that joins it to the next one."""
    room = band / 2 - band * _TEETH
    radius = room * 0.72
    middle = tile / 2
    pen(canvas, WARM_GOLD, _LINE * 1.6)
    rise = radius * 0.98
    path = canvas.beginPath()
    for left in (-middle, middle):
        path.moveTo(max(left, 0.0), -rise if left > 0 else 0.0)
        if left > 0:
            path.curveTo(left + tile * 0.3, -rise, tile - tile * 0.2, -rise * 0.4, tile, 0)
        else:
            path.curveTo(tile * 0.2, rise * 0.4, middle - tile * 0.3, rise, middle, rise)
    canvas.drawPath(path)
    brush(canvas, CREAM)
    pen(canvas, GOLD, _LINE * 1.3)
    canvas.circle(middle, 0, radius, stroke=1, fill=1)
    canvas.circle(middle, 0, radius * 0.62, stroke=1, fill=0)
    brush(canvas, RED)
    canvas.circle(middle, 0, radius * 0.26, stroke=0, fill=1)


def _draw_star_face(canvas: Canvas, radius: float) -> None:
    """The middle of a drum: a star of fourteen rays, rings of teeth and of dots around it."""
    brush(canvas, CREAM)
    pen(canvas, GOLD, _LINE * 2)
    canvas.circle(0, 0, radius, stroke=1, fill=1)
    pen(canvas, WARM_GOLD, _LINE)
    for share in (0.93, 0.74, 0.66, 0.52):
        canvas.circle(0, 0, radius * share, stroke=1, fill=0)
    _draw_ring_of_teeth(canvas, radius * 0.74, radius * 0.93)
    _draw_ring_of_dots(canvas, radius * 0.59, radius * 0.04)
    _draw_star(canvas, radius * 0.5, radius * 0.17)


def _draw_ring_of_teeth(canvas: Canvas, inner: float, outer: float) -> None:
    brush(canvas, WARM_GOLD)
    path = canvas.beginPath()
    count = _RAYS * 2
    for index in range(count):
        start, middle, end = (2 * math.pi * (index + part) / count for part in (0, 0.5, 1))
        path.moveTo(*_at(inner, start))
        path.lineTo(*_at(outer, middle))
        path.lineTo(*_at(inner, end))
        path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _draw_ring_of_dots(canvas: Canvas, radius: float, size: float) -> None:
    brush(canvas, GOLD)
    for index in range(_RAYS * 2):
        x, y = _at(radius, 2 * math.pi * (index + 0.5) / (_RAYS * 2))
        canvas.circle(x, y, size, stroke=0, fill=1)


def _draw_star(canvas: Canvas, outer: float, inner: float) -> None:
    brush(canvas, RED)
    path = canvas.beginPath()
    for index in range(_RAYS * 2):
        point = _at(inner if index % 2 else outer, math.pi / 2 + math.pi * index / _RAYS)
        if index:
            path.lineTo(*point)
        else:
            path.moveTo(*point)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _at(radius: float, angle: float) -> tuple[float, float]:
    return round(radius * math.cos(angle), 4), round(radius * math.sin(angle), 4)
