"""The board of a chart: shapes of reportlab.graphics placed from the top downwards, in the program's own faces."""

from dataclasses import dataclass
from itertools import cycle
from math import ceil

from reportlab.graphics.shapes import Drawing, Group, Rect, Shape, String, translate
from reportlab.lib.colors import HexColor

from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.content import Distribution
from cluster_desktop.documents.content.line_breaks import drawable
from cluster_desktop.domain.figures.count import Source
from cluster_desktop.domain.figures.tallies import NOT_RECORDED

_HAIRLINE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Paint:
    """Colours (``#RRGGBB``) and type of a chart; *size* is in points of the drawing.

    *pale* is for what nobody recorded; *tints* are for layers, *honours* for awards. Bars are at least *least* sizes of
    the type long, or else shares are left out.
    """

    face: str
    bold: str
    size: float
    text: str
    quiet: str
    line: str
    track: str
    bar: str
    pale: str
    tints: tuple[str, ...]
    honours: tuple[str, ...]
    least: float = 2.0

    @property
    def leading(self) -> float:
        """From one line of text to the next."""
        return round(self.size * 1.24, 1)

    def width(self, text: str, *, bold: bool = False) -> float:
        """Width of *text* in points."""
        return fonts.text_width(text, self.bold if bold else self.face, self.size)


PRINT_PAINT = Paint(
    face=fonts.LETTER,
    bold=fonts.LETTER_BOLD,
    size=11,
    text="#000000",
    quiet="#3C444D",
    line="#8A939E",
    track="#EEF1F5",
    bar="#8AA5C9",
    pale="#C6CDD6",
    tints=("#8AA5C9", "#4C6FA5", "#C3D0E3", "#2C4570"),
    honours=("#D9A400", "#B3261E", "#EFD489", "#DD9A95", "#8A6A00"),
)


@dataclass(frozen=True, slots=True)
class ChartPart:
    """A part of a chart one can point at: where it is, from the upper left corner, what it tells, its records."""

    words: str
    source: Source | None
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with the parts one can point at; the same one is printed, shown on the screen and put into Word."""

    drawing: Drawing
    parts: tuple[ChartPart, ...]

    @property
    def width(self) -> float:
        """In points of the drawing."""
        return float(self.drawing.width)

    @property
    def height(self) -> float:
        """In points of the drawing."""
        return float(self.drawing.height)


class Board:
    """Collects the shapes of the chart of a distribution, *width* points wide; depths are measured downwards."""

    def __init__(self, width: float, paint: Paint, distribution: Distribution) -> None:
        self.width, self.paint, self.distribution = width, paint, distribution
        inks = paint.honours if distribution.honours else paint.tints
        self.inks = dict(zip(distribution.layers, cycle(inks), strict=False))
        """An ink for each layer; layers beyond the last ink begin again."""
        self._shapes: list[Shape] = []
        self._parts: list[ChartPart] = []

    def ink_of(self, word: str) -> str:
        """The ink of a part without layers; what nobody recorded is pale."""
        if word == NOT_RECORDED:
            return self.paint.pale
        return self.paint.honours[0] if self.distribution.honours else self.paint.bar

    def write(self, text: str, x: float, base: float, *, bold: bool = False, ink: str = "") -> None:
        """A line that begins at *x*; its base line is *base* deep."""
        face = self.paint.bold if bold else self.paint.face
        line = String(x, -base, drawable(text, face), fontName=fonts.face(face), fontSize=self.paint.size)
        line.fillColor = HexColor(ink or self.paint.text)
        self._shapes.append(line)

    def write_right(self, text: str, x: float, base: float, *, bold: bool = False, ink: str = "") -> None:
        """A line that ends at *x*."""
        self.write(text, x - self.paint.width(text, bold=bold), base, bold=bold, ink=ink)

    def write_middle(self, text: str, x: float, base: float, *, bold: bool = False, ink: str = "") -> None:
        """A line around *x*."""
        self.write(text, x - self.paint.width(text, bold=bold) / 2, base, bold=bold, ink=ink)

    def fill(self, box: tuple[float, float, float, float], ink: str, radius: float = 0.0) -> None:
        """A filled box (left, top, width, height)."""
        left, top, width, height = box
        if width <= 0 or height <= 0:
            return
        radius = min(radius, width / 2, height / 2)
        shape = Rect(left, -top - height, width, height, rx=radius, ry=radius)
        shape.fillColor, shape.strokeColor = HexColor(ink), None
        self._shapes.append(shape)

    def rule(self, left: float, right: float, depth: float) -> None:
        """A hairline."""
        self.fill((left, depth - _HAIRLINE / 2, right - left, _HAIRLINE), self.paint.line)

    def point_out(self, words: str, number: object, box: tuple[float, float, float, float]) -> None:
        """Let one point at this box (left, top, width, height) for the figure *number*."""
        self._parts.append(ChartPart(words, getattr(number, "source", None), *box))

    def finish(self, height: float) -> Chart:
        """The chart, *height* points high, rounded up to whole points."""
        high = ceil(height)
        drawing = Drawing(ceil(self.width), high, initialFontName=fonts.face(self.paint.face))
        drawing.add(Group(*self._shapes, transform=translate(0, high)))
        return Chart(drawing, tuple(self._parts))
