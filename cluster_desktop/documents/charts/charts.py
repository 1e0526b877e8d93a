"""The charts of the program, drawn once with reportlab.graphics: the same drawing in PDF, on screen and in Word."""

import io
from dataclasses import replace

from PIL import Image
from reportlab.graphics import renderPDF, renderSVG
from reportlab.graphics.shapes import Drawing, Group, translate
from reportlab.pdfgen.canvas import Canvas

from cluster_desktop.documents.charts.chart_bars import draw_bars
from cluster_desktop.documents.charts.chart_board import PRINT_PAINT, Board, Chart, Paint
from cluster_desktop.documents.charts.chart_columns import draw_columns, has_room
from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.content import ChartKind, Distribution, Distributions
from cluster_desktop.documents.content.line_breaks import wrap
from cluster_desktop.documents.content.page import MM, DocumentFacts, PageSize, open_canvas
from cluster_desktop.documents.pictures.page_pictures import Preview

_BETWEEN = 26.0
_TITLE_RULE = 0.45
_SWATCH = 0.72
_SVG_FACES = {
    fonts.SANS: {"family": "'Liberation Sans'"},
    fonts.SANS_BOLD: {"family": "'Liberation Sans'", "weight": "bold"},
}
"""How the screen calls the program's own faces."""


def chart(distribution: Distribution, width: float, paint: Paint = PRINT_PAINT, *, titled: bool = True) -> Chart:
    """A distribution as a chart *width* points wide and as high as it needs.

    Upright columns lie down as bars where their words would have to be broken.
    """
    board = Board(width, paint, distribution)
    depth = _write_title(board) if titled else 0.0
    depth = _write_legend(board, depth)
    upright = distribution.look is ChartKind.COLUMNS and has_room(board)
    return board.finish((draw_columns if upright else draw_bars)(board, depth))


def beside(block: Distributions, width: float, paint: Paint = PRINT_PAINT) -> Chart:
    """Charts beside each other as one chart *width* points wide, their titles on one line."""
    count = max(1, len(block.distributions))
    each = (width - (count - 1) * _BETWEEN) / count
    charts = [chart(distribution, each, paint) for distribution in block.distributions]
    height = max((drawn.height for drawn in charts), default=0.0)
    drawing = Drawing(width, height, initialFontName=fonts.face(paint.face))
    parts = []
    for place, drawn in enumerate(charts):
        left = place * (each + _BETWEEN)
        drawing.add(Group(*drawn.drawing.contents, transform=translate(left, height - drawn.height)))
        parts += [replace(part, left=part.left + left) for part in drawn.parts]
    return Chart(drawing, tuple(parts))


def draw_on(canvas: Canvas, drawn: Chart, left: float, bottom: float) -> None:
    """Put a chart on a page, its lower left corner at (*left*, *bottom*) in points."""
    renderPDF.draw(drawn.drawing, canvas, left, bottom, showBoundary=False)


def as_svg(drawn: Chart) -> bytes:
    """The chart for the screen, without a clipping path: Qt would fill it."""
    text: str = renderSVG.drawToString(drawn.drawing, showBoundary=False, fontHacks=_SVG_FACES, useClip=True)
    return text.encode()


def as_png(drawn: Chart, dots_per_inch: int = 220) -> bytes:
    """The chart as a picture for programs that show no PDF, from a page of its very size."""
    stream = io.BytesIO()
    canvas = open_canvas(stream, PageSize(drawn.width / MM, drawn.height / MM), DocumentFacts("Biểu đồ"))
    draw_on(canvas, drawn, 0, 0)
    canvas.save()
    with Preview(stream.getvalue()) as preview:
        page = preview.picture(0, dots_per_inch)
    size = (page.width, page.height)
    image = Image.frombuffer("RGB", size, page.pixels, "raw", "BGRX", page.stride, 1)
    png = io.BytesIO()
    image.save(png, "PNG", dpi=(dots_per_inch, dots_per_inch), optimize=True)
    return png.getvalue()


def _write_title(board: Board) -> float:
    paint = board.paint
    lines = wrap(board.distribution.title, paint.bold, paint.size, board.width)
    for place, line in enumerate(lines):
        board.write(line, 0, paint.size + place * paint.leading, bold=True)
    depth = len(lines) * paint.leading + _TITLE_RULE * paint.size
    board.rule(0, board.width, depth - 0.15 * paint.size)
    return depth + 0.2 * paint.size


def _write_legend(board: Board, depth: float) -> float:
    """The legend of the layers' colours, in as many lines as it takes."""
    paint, x = board.paint, 0.0
    if not board.inks:
        return depth
    swatch, base = _SWATCH * paint.size, depth + paint.leading
    for layer, ink in board.inks.items():
        wide = swatch * 1.6 + paint.width(layer)
        if x and x + wide > board.width:
            x, base = 0.0, base + paint.leading
        board.fill((x, base - swatch, swatch, swatch), ink)
        board.write(layer, x + swatch * 1.6, base, ink=paint.quiet)
        x += wide + 1.4 * paint.size
    return base + 0.6 * paint.size
