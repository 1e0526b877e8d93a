"""A square code on paper: dark squares with the bright edge that scanners ask for, and its sheet's serial below."""

from itertools import groupby
from typing import Final

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.pdfgen.canvas import Canvas

from cluster_desktop.documents import fonts
from cluster_desktop.documents.layout import CodeSlot
from cluster_desktop.documents.page import MM, PageSize

SMALLEST: Final = 0.4
"""Millimetres of one square that ordinary scanners and telephones still read."""
_EDGE: Final = 4
"""Squares that stay bright around the code."""
_MASK: Final = 3
"""The signed and packed words are as good as random, so that any mask mixes dark and bright well."""
_SIZE: Final = 7.0


def square_size(text: str, width: float) -> float:
    """Millimetres of one square of the code of *text* in a slot of *width* millimetres."""
    return width / (_prepared(text).moduleCount + 2 * _EDGE)


def draw_code(canvas: Canvas, text: str, serial: str, slot: CodeSlot, page: PageSize) -> None:
    """Draw the code of *text* on a canvas in points, with the words that name its sheet below it."""
    made = _prepared(text)
    made.makeImpl(False, _MASK)
    step = slot.width * MM / (made.moduleCount + 2 * _EDGE)
    left, top = slot.x * MM + _EDGE * step, (page.height - slot.y) * MM - _EDGE * step
    path = canvas.beginPath()
    for row, squares in enumerate(made.modules):
        column = 0
        for dark, run in groupby(map(bool, squares)):
            length = len(list(run))
            if dark:
                path.rect(left + column * step, top - (row + 1) * step, length * step, step)
            column += length
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawPath(path, stroke=0, fill=1)
    if serial:
        canvas.setFont(fonts.face(fonts.SERIF), _SIZE)
        middle = (slot.x + slot.width / 2) * MM
        canvas.drawCentredString(middle, (page.height - slot.y - slot.height) * MM + _SIZE * 0.3, f"Tờ {serial}")


def _prepared(text: str) -> QRCode:
    made = QRCode(None, QRErrorCorrectLevel.M)
    made.addData(text)
    made.version = made.calculate_version()
    made.moduleCount = made.version * 4 + 17
    return made
