"""The neutral emblem above the text, and the rows of red flags beside it.

It stands where the office's own emblem goes. It has neither rice ears nor a cog wheel, so that nobody takes
it for a bad drawing of the State emblem.
"""

import math

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from cluster_desktop.documents.content.print_colors import (
    BRIGHT_RED,
    CREAM,
    GOLD,
    RED,
    STAR_GOLD,
    WARM_GOLD,
    brush,
    pen,
)

_RAYS = 36
_INNER_TO_OUTER = math.sin(math.radians(18)) / math.sin(math.radians(54))
_FLAG_LEANS = (58, 44, 30, 16)


def draw_emblem(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A red disc with a gold star in a ring of petals, *size* across, centred on (x, y)."""
    radius = size / 2
    brush(canvas, CREAM)
    pen(canvas, GOLD, radius * 0.025)
    canvas.circle(x, y, radius * 0.985, stroke=1, fill=1)
    for index in range(_RAYS):
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(index * 360 / _RAYS)
        _draw_ray(canvas, radius)
        canvas.restoreState()
    pen(canvas, WARM_GOLD, radius * 0.05)
    brush(canvas, BRIGHT_RED)
    canvas.circle(x, y, radius * 0.74, stroke=1, fill=1)
    pen(canvas, STAR_GOLD, radius * 0.018)
    canvas.circle(x, y, radius * 0.67, stroke=1, fill=0)
    brush(canvas, STAR_GOLD)
    canvas.drawPath(_star(canvas, x, y, radius * 0.52), stroke=0, fill=1)


def draw_flags(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Rows of red flags fanning out on both sides of an emblem of *size* centred on (x, y)."""
    for side in (-1, 1):
        for lean in _FLAG_LEANS:
            canvas.saveState()
            canvas.translate(x + side * size * 0.36, y - size * 0.46)
            canvas.scale(side * size, size)
            canvas.rotate(-lean)
            _draw_flag(canvas)
            canvas.restoreState()


def _draw_ray(canvas: Canvas, radius: float) -> None:
    path = canvas.beginPath()
    low, high, wide = radius * 0.78, radius * 0.94, radius * 0.055
    path.moveTo(0, low)
    path.curveTo(wide, low + (high - low) * 0.3, wide, low + (high - low) * 0.65, 0, high)
    path.curveTo(-wide, low + (high - low) * 0.65, -wide, low + (high - low) * 0.3, 0, low)
    path.close()
    brush(canvas, WARM_GOLD)
    canvas.drawPath(path, stroke=0, fill=1)


def _star(canvas: Canvas, x: float, y: float, radius: float) -> PDFPathObject:
    path = canvas.beginPath()
    for index in range(10):
        reach = radius * (_INNER_TO_OUTER if index % 2 else 1)
        angle = math.pi / 2 + index * math.pi / 5
        point = (round(x + reach * math.cos(angle), 3), round(y + reach * math.sin(angle), 3))
        if index:
            path.lineTo(*point)
        else:
            path.moveTo(*point)
    path.close()
    return path


def _draw_flag(canvas: Canvas) -> None:
    """A flag one unit high on an upright pole rooted at the origin, flying to the right."""
    pen(canvas, GOLD, 0.022)
    canvas.setLineCap(1)
    canvas.line(0, 0, 0, 1.0)
    brush(canvas, STAR_GOLD)
    pen(canvas, GOLD, 0.008)
    canvas.circle(0, 1.02, 0.025, stroke=1, fill=1)
    _draw_cloth(canvas)
    _draw_folds(canvas)


def _draw_cloth(canvas: Canvas) -> None:
    path = canvas.beginPath()
    top, low, fly = 0.97, 0.55, 0.50
    path.moveTo(0.011, top)
    path.curveTo(fly * 0.35, top + 0.08, fly * 0.65, top - 0.10, fly, top - 0.02)
    path.curveTo(fly - 0.03, top - 0.15, fly + 0.03, low + 0.12, fly, low - 0.02)
    path.curveTo(fly * 0.65, low - 0.10, fly * 0.35, low + 0.08, 0.011, low)
    path.close()
    brush(canvas, BRIGHT_RED)
    pen(canvas, STAR_GOLD, 0.014)
    canvas.drawPath(path, stroke=1, fill=1)


def _draw_folds(canvas: Canvas) -> None:
    pen(canvas, RED, 0.012)
    for x in (0.15, 0.33):
        path = canvas.beginPath()
        path.moveTo(x, 0.60)
        path.curveTo(x + 0.03, 0.70, x - 0.03, 0.82, x + 0.01, 0.92)
        canvas.drawPath(path)
