"""A square code in print: dark squares with the bright edge that scanners ask for, and its sheet's serial below."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.pdfgen.canvas import Canvas

from cluster_desktop.documents.certificates.layout import CodeSlot
from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.page import MM, PageSize

SMALLEST: Final = 0.4
"""Millimetres of one square that ordinary scanners and telephones still read."""
_EDGE: Final = 4
"""Squares that stay bright around the code."""
_MASK: Final = 3
"""The signed and packed words are as good as random, so that any mask mixes dark and bright well."""
_SIZE: Final = 7.0


def square_size(text: str, width: float) -> float:
    """Millimetres of one square of the code of *text* in a slot of *width* millimetres."""
    return width / (int(_prepared(text).moduleCount) + 2 * _EDGE)


def draw_code(canvas: Canvas, text: str, serial: str, slot: CodeSlot, page: PageSize) -> None:
    """Draw the code of *text* on a canvas in points, with the words that name its sheet below it."""
    code = _prepared(text)
    code.makeImpl(False, _MASK)
    step = slot.width * MM / (code.moduleCount + 2 * _EDGE)
    left, top = slot.x * MM + _EDGE * step, (page.height - slot.y) * MM - _EDGE * step
    # Whole numbers on a grid of squares: as PDF operators they take a third of the room and time of a path.
    canvas.addLiteral(f"q 0 g {step:.5f} 0 0 {-step:.5f} {left:.3f} {top:.3f} cm {_squares(code.modules)} f Q")
    if serial:
        canvas.setFillColorRGB(0, 0, 0)
        canvas.setFont(fonts.face(fonts.SERIF), _SIZE)
        middle = (slot.x + slot.width / 2) * MM
        canvas.drawCentredString(middle, (page.height - slot.y - slot.height) * MM + _SIZE * 0.3, f"Tờ {serial}")


def _squares(modules: Sequence[Sequence[bool]]) -> str:
    """A rectangle for each run of dark squares, in squares from the top left."""
    rectangles: list[str] = []
    for row, squares in enumerate(modules):
        column = 0
        for dark, run in groupby(map(bool, squares)):
            length = len(list(run))
            if dark:
                rectangles.append(f"{column} {row} {length} 1 re")
            column += length
    return " ".join(rectangles)


def _prepared(text: str) -> QRCode:
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.version = code.calculate_version()
    code.moduleCount = code.version * 4 + 17
    return code
