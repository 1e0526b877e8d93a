"""What leaves the printer lies where the PDF says, to a tenth of a millimetre, and never scaled."""

import io
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPageLayout
from PySide6.QtPrintSupport import QPrinter
from reportlab.pdfgen.canvas import Canvas

from cluster_desktop import errors
from cluster_desktop.documents.content.page import A4, A4_LANDSCAPE, MM, PageSize
from cluster_desktop.documents.pictures.page_pictures import Preview
from cluster_desktop.settings import Settings
from cluster_desktop.ui.printing import printers, printing
from cluster_desktop.ui.printing.print_choice import PrintDialog
from cluster_desktop.ui.printing.printers import Feed, Printer
from tests.ui.print_desk import paper_printer

pytestmark = pytest.mark.usefixtures("qapp")

_DOTS = 254.0
"""Ten dots a millimetre: what is measured in dots is tenths of a millimetre."""


def marked_sheet(*sizes: PageSize) -> bytes:
    """A page of each size with a red square of 10 mm whose corner is at (20, 30) mm, and a blue edge."""
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for size in sizes:
        canvas.setPageSize(size.points)
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(20 * MM, (size.height - 40) * MM, 10 * MM, 10 * MM, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 1)
        canvas.rect((size.width - 2) * MM, 0, 2 * MM, 2 * MM, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def sheets(path: Path) -> list[QImage]:
    """The printed sheets as pictures of ten dots a millimetre."""
    pictures = []
    with Preview(path.read_bytes()) as printed:
        for page in range(printed.page_count):
            result = printed.picture(page, _DOTS)
            image = QImage(result.pixels, result.width, result.height, result.stride, QImage.Format.Format_RGB32)
            pictures.append(image.copy())
    return pictures


def extent(image: QImage, colour: QColor) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of everything of this colour, in dots."""
    results = [
        QPoint(x, y)
        for y in range(image.height())
        for x in range(image.width())
        if _near(image.pixelColor(x, y), colour)
    ]
    across, down = [point.x() for point in results], [point.y() for point in results]
    return min(across), min(down), max(across) + 1, max(down) + 1


def _near(each: QColor, other: QColor) -> bool:
    pairs = ((each.red(), other.red()), (each.green(), other.green()), (each.blue(), other.blue()))
    return all(abs(a - b) < 40 for a, b in pairs)


@pytest.mark.parametrize("dots", [300, 600, 1200])
def test_a_mark_of_ten_millimetres_is_ten_millimetres_on_paper(tmp_path: Path, dots: int) -> None:
    path = tmp_path / "Tờ in.pdf"
    assert printing.print_pages(marked_sheet(A4_LANDSCAPE), paper_printer(path, dots), [0]) == 1
    (sheet,) = sheets(path)
    assert abs(sheet.width() - 2970) <= 2
    assert abs(sheet.height() - 2100) <= 2
    corner = sheet.copy(100, 200, 400, 400)
    left, top, right, bottom = extent(corner, QColor("red"))
    assert [left + 100, top + 200] == pytest.approx([200, 300], abs=1.5)
    assert [right - left, bottom - top] == pytest.approx([100, 100], abs=1.5)
    edge = sheet.copy(2900, 2050, 70, 50)
    assert list(extent(edge, QColor("blue"))[2:]) == pytest.approx([70, 50], abs=1.5)


def test_bare_paper_between_marks_stays_bare(tmp_path: Path) -> None:
    path = tmp_path / "Tờ in.pdf"
    printing.print_pages(marked_sheet(A4), paper_printer(path), [0])
    (sheet,) = sheets(path)
    middle = sheet.copy(320, 420, 1700, 2400)
    white = QImage(middle.size(), middle.format())
    white.fill(QColor("white"))
    assert middle == white


def test_every_page_keeps_its_own_paper(tmp_path: Path) -> None:
    path = tmp_path / "Tờ in.pdf"
    printing.print_pages(marked_sheet(A4, A4_LANDSCAPE, PageSize(148, 210)), paper_printer(path, 300), [0, 1, 2])
    sizes = [(round(sheet.width() / 10), round(sheet.height() / 10)) for sheet in sheets(path)]
    assert sizes == [(210, 297), (297, 210), (148, 210)]


def test_only_the_chosen_pages_as_often_as_wanted(tmp_path: Path) -> None:
    path = tmp_path / "Tờ in.pdf"
    texts: list[tuple[int, int]] = []
    pdf = marked_sheet(A4, A4_LANDSCAPE, A4)
    number = printing.print_pages(
        pdf, paper_printer(path, 300), [1, 2], copies=2, progress=lambda done, all_: texts.append((done, all_))
    )
    assert number == 4
    ways = [sheet.width() > sheet.height() for sheet in sheets(path)]
    assert sorted(ways) == [False, False, True, True]
    assert texts[0][0] == 0
    assert texts[-1][0] == texts[-1][1]


def test_stopping_stops(tmp_path: Path) -> None:
    def stop(done: int, _all: int) -> None:
        if done == 1:
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        printing.print_pages(
            marked_sheet(A4, A4, A4), paper_printer(tmp_path / "Tờ in.pdf", 300), [0, 1, 2], progress=stop
        )


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_named(tmp_path: Path) -> None:
    printer = paper_printer(tmp_path / "không có thư mục" / "Tờ in.pdf")
    with pytest.raises(errors.DocumentError, match="không nhận việc in"):
        printing.print_pages(marked_sheet(A4), printer, [0])


def test_a_printer_that_is_gone_is_refused() -> None:
    with pytest.raises(errors.Refused, match="Máy in cũ"):
        printers.open_printer("Máy in cũ")


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (A4_LANDSCAPE, "A4 ngang, 297 × 210 mm"),
        (A4, "A4 dọc, 210 × 297 mm"),
        (PageSize(250, 180), "Khổ giấy ngang, 250 × 180 mm"),
    ],
)
def test_paper_is_named_as_people_name_it(size: PageSize, words: str) -> None:
    assert printing.paper_words(size) == words
    layout = printing.page_layout(size)
    full = layout.fullRect(QPageLayout.Unit.Millimeter)
    assert [full.width(), full.height()] == pytest.approx([size.width, size.height], abs=0.2)


BOTH = Printer(
    "Canon LBP",
    (QPrinter.DuplexMode.DuplexNone, QPrinter.DuplexMode.DuplexLongSide),
    (QPrinter.PaperSource.Auto, QPrinter.PaperSource.Manual),
)


def abilities(name: str) -> Printer:
    return BOTH if name == BOTH.name else Printer(name)


def dialog(printers: tuple[str, ...] = ("HP LaserJet", "Canon LBP"), **more: Any) -> PrintDialog:
    return PrintDialog("Giấy khen", "A4 ngang, 297 × 210 mm", 48, printers, ask=abilities, page=7, **more)


def test_all_sheets_once_are_proposed(qtbot) -> None:
    shown = dialog()
    qtbot.addWidget(shown)
    assert shown.choice == printing.PrintChoice(printer="HP LaserJet", copies=1, first=1, last=48)
    assert shown.choice.pages == range(48)


def test_a_range_begins_at_the_sheet_on_show_and_never_runs_backwards(qtbot) -> None:
    shown = dialog()
    qtbot.addWidget(shown)
    assert not shown.first.isEnabled()
    shown.some.click()
    assert shown.focusWidget() is shown.first
    assert (shown.choice.first, shown.choice.last) == (7, 7)
    shown.first.setValue(20)
    assert (shown.choice.first, shown.choice.last) == (20, 20)
    shown.last.setValue(3)
    assert shown.choice.last == 20


def test_sides_and_trays_are_those_of_the_printer(qtbot) -> None:
    shown = dialog()
    qtbot.addWidget(shown)
    assert not shown.sides.isEnabled()
    assert shown.choice.feed == Feed()
    shown.printer.setCurrentText(BOTH.name)
    assert [shown.tray.itemText(place) for place in range(shown.tray.count())] == [
        "Máy in tự chọn",
        "Khay tay (giấy dày, phôi)",
    ]
    shown.tray.setCurrentIndex(1)
    shown.sides.setCurrentText("Hai mặt, lật theo cạnh dài")
    assert shown.choice.feed == Feed(QPrinter.DuplexMode.DuplexLongSide, QPrinter.PaperSource.Manual)


def test_the_tray_is_remembered_for_each_printer_and_kind_of_paper(qtbot) -> None:
    blanks = Feed(QPrinter.DuplexMode.DuplexNone, QPrinter.PaperSource.Manual)
    printers.remember_feed(Settings.load(), BOTH.name, "certificates", blanks)
    kept = Settings.load()
    shown = dialog(usual=lambda name: printers.remembered_feed(kept, name, "certificates"))
    qtbot.addWidget(shown)
    shown.printer.setCurrentText(BOTH.name)
    assert shown.choice.feed == blanks
    assert printers.remembered_feed(kept, BOTH.name, "reports") == Feed()
    shown.printer.setCurrentText("HP LaserJet")
    assert shown.choice.feed == Feed()


def test_without_a_printer_a_pdf_is_offered(qtbot) -> None:
    shown = dialog(())
    qtbot.addWidget(shown)
    shown.accepting.click()
    assert shown.save_requested
    assert shown.result() == PrintDialog.DialogCode.Rejected
