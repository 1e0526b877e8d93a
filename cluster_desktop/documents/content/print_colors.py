"""The few colours certificates are printed in, and how a layout file names them."""

import re

from reportlab.pdfgen.canvas import Canvas

Ink = tuple[float, float, float]

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


def from_hex(text: str) -> Ink:
    """``#RRGGBB`` as red, green and blue from 0 to 1; raises ValueError for anything else."""
    if not _HEX.fullmatch(text):
        raise ValueError(text)
    red, green, blue = (int(text[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return round(red, 4), round(green, 4), round(blue, 4)


BLACK: Ink = (0, 0, 0)
RED = from_hex("#A8121B")
BRIGHT_RED = from_hex("#C8161D")
GOLD = from_hex("#B07F1A")
WARM_GOLD = from_hex("#C99A33")
PALE_GOLD = from_hex("#E0C277")
STAR_GOLD = from_hex("#FFCF3F")
CREAM = from_hex("#FFF6DF")
BLUSH = from_hex("#F8D9CF")
QUIET = from_hex("#5F6873")

_NAMED = {"black": BLACK, "red": RED, "gold": GOLD, "quiet": QUIET}


def named(text: str) -> Ink:
    """The colour a layout calls ``black``, ``red``, ``gold``, ``quiet`` or ``#RRGGBB``; raises ValueError."""
    return _NAMED[text] if text in _NAMED else from_hex(text)


def pen(canvas: Canvas, ink: Ink, width: float) -> None:
    """Draw lines in *ink*, *width* of the canvas's present units thick."""
    canvas.setStrokeColorRGB(*ink)
    canvas.setLineWidth(width)


def brush(canvas: Canvas, ink: Ink) -> None:
    """Fill shapes and text with *ink*."""
    canvas.setFillColorRGB(*ink)
