"""A sheet to measure a printer with: two cross-hairs at known places, and rulers along two edges."""

from typing import BinaryIO, Final

from reportlab.pdfgen.canvas import Canvas

from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.page import MM, DocumentFacts, PageSize, open_canvas
from cluster_desktop.documents.content.print_colors import BLACK, RED, brush, pen

INSET: Final = 30.0
"""Millimetres from the edges of the sheet to each cross-hair."""
_ARM: Final = 8.0
_RULER: Final = 15.0
_WORDS: Final = (
    "TỜ THỬ MÁY IN",
    "1. Đo từ mép trái và mép trên của giấy đến tâm dấu chữ thập A.",
    "2. Đo khoảng cách ngang và dọc giữa tâm dấu A và tâm dấu B.",
    "3. Ghi bốn số đo (mm, một số lẻ) vào hộp Căn chỉnh máy in.",
)


def write_measure_sheet(stream: BinaryIO, size: PageSize) -> None:
    """One page of *size* with cross-hairs A (top left) and B (bottom right), each INSET from two edges."""
    canvas = open_canvas(stream, size, DocumentFacts("Tờ thử máy in"))
    canvas.setPageSize(size.points)
    canvas.scale(MM, MM)
    _draw_cross(canvas, INSET, size.height - INSET, "A")
    _draw_cross(canvas, size.width - INSET, INSET, "B")
    _draw_ruler(canvas, size.width, size.height - _RULER, upright=False)
    _draw_ruler(canvas, size.height, _RULER, upright=True)
    _write_words(canvas, size)
    canvas.showPage()
    canvas.save()


def _draw_cross(canvas: Canvas, x: float, y: float, name: str) -> None:
    pen(canvas, BLACK, 0.1)
    canvas.line(x - _ARM, y, x + _ARM, y)
    canvas.line(x, y - _ARM, x, y + _ARM)
    pen(canvas, RED, 0.15)
    canvas.circle(x, y, 4)
    brush(canvas, BLACK)
    canvas.setFont(fonts.face(fonts.LETTER_BOLD), 5)
    canvas.drawString(x + 5, y + 4, name)


def _draw_ruler(canvas: Canvas, length: float, place: float, *, upright: bool) -> None:
    """Millimetres from the edge of the sheet, in tens and fives."""
    pen(canvas, BLACK, 0.1)
    brush(canvas, BLACK)
    canvas.setFont(fonts.face(fonts.LETTER), 2.4)
    for mm in range(int(length)):
        mark = 3.0 if mm % 10 == 0 else 2.0 if mm % 5 == 0 else 1.2
        if upright:
            canvas.line(place, length - mm, place - mark, length - mm)
        else:
            canvas.line(mm, place, mm, place + mark)
        if mm % 10 == 0 and mm:
            at = (place - 6.5, length - mm - 0.8) if upright else (mm - 1.4, place + 4)
            canvas.drawString(*at, str(mm))


def _write_words(canvas: Canvas, size: PageSize) -> None:
    brush(canvas, BLACK)
    top = size.height / 2 + 12
    for number, line in enumerate(_WORDS):
        canvas.setFont(fonts.face(fonts.LETTER_BOLD if number == 0 else fonts.LETTER), 4.8)
        canvas.drawCentredString(size.width / 2, top - number * 8, line)
    across, down = size.width - 2 * INSET, size.height - 2 * INSET
    distances = f"Khoảng cách đúng: {_mm(INSET)} từ mép; ngang {_mm(across)}, dọc {_mm(down)}."
    canvas.drawCentredString(size.width / 2, top - len(_WORDS) * 8, distances)


def _mm(value: float) -> str:
    return f"{value:g} mm".replace(".", ",")
