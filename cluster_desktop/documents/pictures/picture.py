"""A picture inside a place on a page: as large as fits, in its own shape, in the middle."""

import io

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from cluster_desktop.documents.content.page import MM

Place = tuple[float, float, float, float]
"""Left, bottom, width and height in millimetres from the bottom left of the page."""


def draw_picture(canvas: Canvas, png: bytes, place: Place) -> None:
    """Draw a PNG, its transparency kept, on a canvas in points."""
    left, low, width, height = (value * MM for value in place)
    image = ImageReader(io.BytesIO(png))
    across, down = image.getSize()
    scale = min(width / across, height / down)
    x, y = left + (width - across * scale) / 2, low + (height - down * scale) / 2
    canvas.drawImage(image, x, y, across * scale, down * scale, mask="auto")
