"""Report tables and Excel lists against the libraries used plainly, both timed in the same rounds."""

import gc
import io
import statistics
import time
from collections.abc import Callable
from datetime import date

import pytest
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from xlsxwriter import Workbook

from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.content import Align, Cell, Column, Document, Table
from cluster_desktop.documents.content.page import A4_LANDSCAPE
from cluster_desktop.documents.excel.excel_list import write_list
from cluster_desktop.documents.pdf.pdf import write_pdf
from cluster_desktop.domain.fields.types import Date
from cluster_desktop.domain.record_kinds.kinds import KINDS

_WIDTHS = (8, 30, 14, 10, 10, 30, 34, 18, 18, 14, 14, 14)
_LONG = (1, 5, 6)
_COLUMNS = tuple(
    Column(f"Cột {number}", width, Align.LEFT if number else Align.NUMBER) for number, width in enumerate(_WIDTHS)
)
_FIELDS = KINDS["person"].fields[:20]

Row = tuple[Cell, ...]


def _rows(count: int) -> list[Row]:
    school = "Trường Chính trị Hoàng Văn Thụ tỉnh Lạng Sơn"
    rest = ("02/09/1976", "Nam", "Kinh", "Khoa Nhà nước và pháp luật", school, "Thạc sĩ", "Cao cấp", "2001")
    return [(number, f"Nguyễn Văn Hiệp {number % 977}", *rest, "HTTNV", str(number % 83)) for number in range(count)]


def _our_table(rows: list[Row]) -> None:
    document = Document(heading=None, title="Danh sách", blocks=(Table(_COLUMNS, rows),), landscape=True)
    write_pdf(document, io.BytesIO())


def _plain_table(rows: list[Row]) -> None:
    """What one would write first: wrap the long cells, draw every line and the grid of every row."""
    canvas, face = Canvas(io.BytesIO(), pagesize=A4_LANDSCAPE.points, pageCompression=1), fonts.face("Serif")
    x, edges = 85.0, [85.0]
    for width in _WIDTHS:
        x += width * 711 / sum(_WIDTHS)
        edges.append(x)
    y = 540.0
    canvas.setFont(face, 11)
    for row in rows:
        cells = [
            simpleSplit(str(cell), face, 11, edges[i + 1] - edges[i] - 7) if i in _LONG else [str(cell)]
            for i, cell in enumerate(row)
        ]
        height = max(map(len, cells)) * 13.5 + 4
        if y - height < 57:
            canvas.showPage()
            canvas.setFont(face, 11)
            y = 540.0
        for left, lines in zip(edges, cells, strict=False):
            for number, line in enumerate(lines):
                canvas.drawString(left + 3.5, y - 11 - number * 13.5, line)
        canvas.grid(edges, [y, y - height])
        y -= height
    canvas.save()


def _list_rows(count: int) -> list[Row]:
    day = date(1976, 9, 2)
    row = tuple(day if isinstance(field.type, Date) else "Nguyễn Văn Hiệp" for field in _FIELDS)
    return [row] * count


def _our_list(rows: list[Row]) -> None:
    write_list(io.BytesIO(), "Cán bộ", _FIELDS, rows)


def _plain_list(rows: list[Row]) -> None:
    with Workbook(io.BytesIO(), {"constant_memory": True}) as book:
        sheet, day, text = (
            book.add_worksheet(),
            book.add_format({"num_format": "dd/mm/yyyy"}),
            book.add_format(),
        )
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(number, column, cell, day)
                else:
                    sheet.write_string(number, column, cell, text)


def _seconds(work: Callable[[list[Row]], None], rows: list[Row]) -> float:
    gc.collect()
    start = time.perf_counter()
    work(rows)
    return time.perf_counter() - start


@pytest.mark.parametrize(
    ("what", "ours", "plain", "rows"),
    [
        ("10,000 x 12 report table", _our_table, _plain_table, _rows),
        ("10,000 x 20 list to Excel", _our_list, _plain_list, _list_rows),
    ],
)
def test_we_keep_up_with_the_library_used_plainly(
    what: str,
    ours: Callable[[list[Row]], None],
    plain: Callable[[list[Row]], None],
    rows: Callable[[int], list[Row]],
) -> None:
    ours(rows(50))
    plain(rows(50))
    data = rows(10_000)
    pairs = [(_seconds(ours, data), _seconds(plain, data)) for _ in range(5)]
    ratio = statistics.median(own / bare for own, bare in pairs)
    print(f"\n{what}: {ratio:.2f}x the library used plainly (goal 1.2)")
    assert ratio <= 1.2


def test_a_table_of_twice_the_rows_takes_twice_the_time() -> None:
    small, large = _rows(5_000), _rows(10_000)
    _our_table(small[:50])
    pairs = [(_seconds(_our_table, large), _seconds(_our_table, small)) for _ in range(3)]
    ratio = statistics.median(twice / once for twice, once in pairs)
    print(f"\ntwice the rows take {ratio:.2f}x the time (goal 2.1)")
    assert ratio <= 2.1
