"""The border of a certificate: a red frame, a gold band, a gold frame, an ornament in each corner.

Decree 98/2023/NĐ-CP Article 104 forbids corner patterns outside the border and a border that resembles that
of State-level commendations; these designs are our own and keep the corners inside the red frame, on clean ground.
"""

import math
from dataclasses import dataclass
from enum import Enum

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from cluster_desktop.documents.certificates.border_drum import define_drum, lay_drum, place_star
from cluster_desktop.documents.certificates.guilloche import Weave
from cluster_desktop.documents.content.page import PageSize
from cluster_desktop.documents.content.print_colors import BLUSH, CREAM, GOLD, RED, WARM_GOLD, Ink, brush, pen

_LOTUS = "-lotus"


class Design(Enum):
    """A woven band with a lotus in each corner; friezes of a bronze drum with its star; two plain frames."""

    LOTUS = "lotus"
    DRUM = "drum"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class BorderStyle:
    """The design of the border and its measures in millimetres."""

    design: Design = Design.LOTUS
    margin: float = 7.5
    """From the edge of the sheet to the outside of the red frame."""
    frame: float = 1.1
    """Thickness of the red frame."""
    gap: float = 1.4
    """Air between the band and either frame."""
    band: float = 6.2
    """Width of the woven band."""
    corner: float = 18.5
    """Side of the clean square that holds the ornament, from the outside of the red frame; no matter to PLAIN."""
    period: float = 15.6
    """Length after which the weave repeats, stretched a little to fit each side."""
    inner_frame: float = 0.4
    """Thickness of the gold frame."""

    @property
    def inner_edge(self) -> float:
        """Distance of the inside of the gold frame from the edge of the sheet."""
        band = 0.0 if self.design is Design.PLAIN else self.band + self.gap
        return self.margin + self.frame + self.gap + band + self.inner_frame

    @property
    def corner_edge(self) -> float:
        """Reach of the clean corner squares from the edges of the sheet."""
        return 0.0 if self.design is Design.PLAIN else self.margin + self.corner + self.inner_frame / 2


def define_border(canvas: Canvas, style: BorderStyle, name: str) -> None:
    """Put the repeated parts of the border *name* into the file, once, before the form that draws it."""
    if style.design is Design.LOTUS:
        Weave(style.band, style.period).define(canvas, name)
        canvas.beginForm(name + _LOTUS, -1.1, -0.3, 1.1, 1.2)
        _draw_lotus(canvas)
        canvas.endForm()
    elif style.design is Design.DRUM:
        define_drum(canvas, name, style.band, style.corner - style.frame)


def draw_border(canvas: Canvas, page: PageSize, style: BorderStyle, name: str) -> None:
    """Draw the border defined as *name*; the canvas is in millimetres from the bottom left of the sheet."""
    _draw_red_frame(canvas, page, style)
    if style.design is Design.PLAIN:
        _draw_inner_rectangle(canvas, page, style)
        return
    _draw_gold_frame(canvas, page, style)
    _lay_bands(canvas, page, style, name)
    if style.design is Design.LOTUS:
        _place_lotuses(canvas, page, style, name)
    else:
        _place_stars(canvas, page, style, name)


def _draw_red_frame(canvas: Canvas, page: PageSize, style: BorderStyle) -> None:
    pen(canvas, RED, style.frame)
    inset = style.margin + style.frame / 2
    canvas.setLineJoin(0)
    canvas.rect(inset, inset, page.width - 2 * inset, page.height - 2 * inset)


def _draw_inner_rectangle(canvas: Canvas, page: PageSize, style: BorderStyle) -> None:
    pen(canvas, WARM_GOLD, style.inner_frame)
    inset = style.inner_edge - style.inner_frame / 2
    canvas.rect(inset, inset, page.width - 2 * inset, page.height - 2 * inset)


def _draw_gold_frame(canvas: Canvas, page: PageSize, style: BorderStyle) -> None:
    """A rectangle whose corners step inwards around the lotus squares."""
    pen(canvas, WARM_GOLD, style.inner_frame)
    side = style.inner_edge - style.inner_frame / 2
    step = style.margin + style.corner
    right, top = page.width - side, page.height - side
    far_x, far_y = page.width - step, page.height - step
    path = canvas.beginPath()
    path.moveTo(step, side)
    for x, y in (
        (far_x, side), (far_x, step), (right, step), (right, far_y), (far_x, far_y), (far_x, top),
        (step, top), (step, far_y), (side, far_y), (side, step), (step, step),
    ):  # fmt: skip
        path.lineTo(x, y)
    path.close()
    canvas.drawPath(path)


def _lay_bands(canvas: Canvas, page: PageSize, style: BorderStyle, name: str) -> None:
    weave = Weave(style.band, style.period)
    middle = style.margin + style.frame + style.gap + style.band / 2
    reach = 2 * (style.margin + style.corner)
    across, upwards = page.width - reach, page.height - reach
    for x, y, turn, length in (
        (page.width / 2, middle, 0, across),
        (page.width / 2, page.height - middle, 180, across),
        (middle, page.height / 2, 90, upwards),
        (page.width - middle, page.height / 2, 270, upwards),
    ):
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(turn)
        if style.design is Design.LOTUS:
            weave.lay(canvas, name, length)
        else:
            lay_drum(canvas, name, style.band, length)
        canvas.restoreState()


def _place_stars(canvas: Canvas, page: PageSize, style: BorderStyle, name: str) -> None:
    seat = style.margin + style.frame + (style.corner - style.frame) / 2
    for x in (seat, page.width - seat):
        for y in (seat, page.height - seat):
            place_star(canvas, name, x, y)


def _place_lotuses(canvas: Canvas, page: PageSize, style: BorderStyle, name: str) -> None:
    size = (style.corner - style.frame) * 0.76
    seat = style.margin + style.frame + (style.corner - style.frame) * 0.24
    for x, y, turn in (
        (seat, seat, -45),
        (page.width - seat, seat, 45),
        (page.width - seat, page.height - seat, 135),
        (seat, page.height - seat, 225),
    ):
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(turn)
        canvas.scale(size, size)
        canvas.doForm(name + _LOTUS)
        canvas.restoreState()


# Petals of the lotus from back to front: angle from upright, length, width (1 = height of the flower).
_OUTER_PETALS = ((64, 0.66, 0.20), (-64, 0.66, 0.20), (48, 0.81, 0.22), (-48, 0.81, 0.22), (32, 0.91, 0.24),
                 (-32, 0.91, 0.24), (16, 0.97, 0.25), (-16, 0.97, 0.25), (0, 1.0, 0.26))  # fmt: skip
_INNER_PETALS = ((42, 0.50, 0.20), (-42, 0.50, 0.20), (21, 0.60, 0.22), (-21, 0.60, 0.22), (0, 0.64, 0.24))


def _draw_lotus(canvas: Canvas) -> None:
    """A lotus one unit high, rooted at the origin and opening upwards."""
    canvas.setLineJoin(1)
    for petals, fill, line in ((_OUTER_PETALS, CREAM, GOLD), (_INNER_PETALS, BLUSH, RED)):
        for angle, length, width in petals:
            _draw_petal(canvas, angle, length, width, fill, line)


def _draw_petal(canvas: Canvas, angle: float, length: float, width: float, fill: Ink, line: Ink) -> None:
    turn = math.radians(angle)
    brush(canvas, fill)
    pen(canvas, line, 0.012)
    canvas.drawPath(_petal_path(canvas, length, width, turn), stroke=1, fill=1)
    pen(canvas, line, 0.006)
    for bend in (-0.35, 0, 0.35):
        canvas.drawPath(_vein_path(canvas, length, width * bend, turn))


def _petal_path(canvas: Canvas, length: float, width: float, turn: float) -> PDFPathObject:
    path = canvas.beginPath()
    path.moveTo(0, 0)
    for side in (1, -1):
        near, far = (0.78 * side * width, 0.22 * length), (0.46 * side * width, 0.72 * length)
        ends = (near, far, (0, length)) if side == 1 else (far, near, (0, 0))
        path.curveTo(*_turned(ends, turn))
    path.close()
    return path


def _vein_path(canvas: Canvas, length: float, bend: float, turn: float) -> PDFPathObject:
    path = canvas.beginPath()
    start, *ends = _points_of(
        ((0, 0.30 * length), (bend, 0.44 * length), (bend, 0.62 * length), (0, 0.82 * length)), turn
    )
    path.moveTo(*start)
    path.curveTo(*(value for point in ends for value in point))
    return path


def _turned(points: tuple[tuple[float, float], ...], turn: float) -> list[float]:
    return [value for point in _points_of(points, turn) for value in point]


def _points_of(points: tuple[tuple[float, float], ...], turn: float) -> list[tuple[float, float]]:
    sine, cosine = math.sin(turn), math.cos(turn)
    return [(round(x * cosine + y * sine, 4), round(y * cosine - x * sine, 4)) for x, y in points]
