"""Text meets its blank: each box within 0.3 mm of where the layout puts it, on a good printer and on a bad one."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from cluster_desktop.documents.certificates.certificates import write_certificates
from cluster_desktop.documents.certificates.layout import BoxAlign
from cluster_desktop.documents.certificates.layout_file import load_layout
from cluster_desktop.documents.certificates.measure_sheet import INSET, write_measure_sheet
from cluster_desktop.documents.certificates.typeset import Typesetter
from cluster_desktop.documents.content.page import A4_LANDSCAPE
from cluster_desktop.settings import Settings
from cluster_desktop.ui.printing import calibration, printing
from cluster_desktop.ui.printing.calibrate import CalibrateDialog
from cluster_desktop.ui.printing.calibration import Calibration, Measured, from_measures
from tests.documents import paper
from tests.documents.certificate_samples import certificate
from tests.ui.print_desk import paper_printer

pytestmark = pytest.mark.usefixtures("qapp")

_DOTS = 20
"""Dots a millimetre in which a printed sheet is looked at."""
TARGET = Measured(left=30, top=30, across=237, down=150)


def printed(pdf: bytes, path: Path, correction: Calibration) -> Image.Image:
    printing.print_pages(pdf, paper_printer(path), [0], calibration=correction)
    return paper.picture(path.read_bytes(), dots_per_mm=_DOTS)


def extent(picture: Image.Image, region: tuple[float, float, float, float]) -> list[float]:
    """Left, top, right and bottom of the ink in a region, everything in millimetres."""
    left, top, right, bottom = (round(value * _DOTS) for value in region)
    part = picture.convert("L").crop((left, top, right, bottom))
    box = part.point(lambda grey: 255 if grey < 150 else 0).getbbox()
    assert box is not None, region
    return [(left + box[0]) / _DOTS, (top + box[1]) / _DOTS, (left + box[2]) / _DOTS, (top + box[3]) / _DOTS]


def on_paper(place: float, shift: float, stretch: float) -> float:
    return shift + place * stretch / 100


@pytest.mark.parametrize(
    "correction",
    [Calibration(), Calibration(x=2.3, y=-1.4), Calibration(x=-1.0, y=0.6, across=100.8, down=99.5)],
    ids=["exact", "moved", "stretched"],
)
def test_each_box_lies_within_three_tenths_of_a_millimetre_of_its_place(
    tmp_path: Path, correction: Calibration
) -> None:
    layout = load_layout("giay-khen")
    content = certificate()
    stream = io.BytesIO()
    write_certificates([content], stream, text_only=True)
    picture = printed(stream.getvalue(), tmp_path / "phôi.pdf", correction)
    page = Typesetter(layout, text_only=True).set_page(content.heading, content.values())
    assert len(page.texts) >= 8
    for text in page.texts:
        lines = text.fitted.lines
        height = len(lines) * text.fitted.size * text.box.leading * 25.4 / 72
        top = text.top * 25.4 / 72
        area = (
            on_paper(text.box.x, correction.x, correction.across) - 1,
            on_paper(top, correction.y, correction.down) - 0.3,
            on_paper(text.box.x + text.box.width, correction.x, correction.across) + 1,
            on_paper(top + height, correction.y, correction.down) + 0.3,
        )
        left, _top, right, _bottom = extent(picture, area)
        if text.box.align is BoxAlign.CENTRE:
            middle = on_paper(text.box.x + text.box.width / 2, correction.x, correction.across)
            assert (left + right) / 2 == pytest.approx(middle, abs=0.3), text.key
        else:
            assert left == pytest.approx(on_paper(text.box.x, correction.x, correction.across), abs=0.3), text.key


@pytest.mark.parametrize(("shift", "scale"), [((1.7, -2.2), (1.004, 0.997)), ((-3.0, 0.4), (0.992, 1.006))])
def test_what_was_measured_sets_a_bad_printer_right(
    tmp_path: Path, shift: tuple[float, float], scale: tuple[float, float]
) -> None:
    result = Measured(
        left=round(shift[0] + scale[0] * INSET, 1),
        top=round(shift[1] + scale[1] * INSET, 1),
        across=round(scale[0] * TARGET.across, 1),
        down=round(scale[1] * TARGET.down, 1),
    )
    right = from_measures(TARGET, result)
    for place in (20.0, 100.0, 190.0):
        sent = (on_paper(place, right.x, right.across), on_paper(place, right.y, right.down))
        landed = [shift[axis] + scale[axis] * sent[axis] for axis in (0, 1)]
        assert landed == pytest.approx([place, place], abs=0.3)


def test_the_cross_hairs_of_the_test_sheet_are_where_it_says(tmp_path: Path) -> None:
    stream = io.BytesIO()
    write_measure_sheet(stream, A4_LANDSCAPE)
    picture = printed(stream.getvalue(), tmp_path / "tờ thử.pdf", Calibration())
    for x, y in ((INSET, INSET), (297 - INSET, 210 - INSET)):
        left, _top, right, _bottom = extent(picture, (x - 12, y - 0.15, x - 4.4, y + 0.15))
        assert left == pytest.approx(x - 8, abs=0.2)
        assert right == pytest.approx(x - 4.4, abs=0.1)
        _left, top, _right, _bottom = extent(picture, (x - 0.15, y - 12, x + 0.15, y - 4.4))
        assert top == pytest.approx(y - 8, abs=0.2)


def test_a_blank_fed_the_other_way_gets_its_text_upside_down(tmp_path: Path) -> None:
    stream = io.BytesIO()
    write_certificates([certificate()], stream, text_only=True)
    upright = printed(stream.getvalue(), tmp_path / "xuôi.pdf", Calibration()).convert("L")
    turned = printed(stream.getvalue(), tmp_path / "ngược.pdf", Calibration(turned=True)).convert("L")
    assert off(upright, turned.rotate(180)) < off(upright, turned) / 10


def off(each: Image.Image, other: Image.Image) -> float:
    """How much two pictures differ, a millimetre of disagreement at the edges left aside."""
    small = [picture.resize((297, 210), Image.Resampling.BOX) for picture in (each, other)]
    return float(ImageStat.Stat(ImageChops.difference(*small)).mean[0])


def test_each_printer_tray_and_paper_has_its_own(own_home: Path) -> None:
    right = Calibration(x=1.2, y=-0.3, across=99.8)
    manual, usual = QPrinter.PaperSource.Manual, QPrinter.PaperSource.Auto
    calibration.remember(Settings.load(), "HP 1020", manual, "A4 ngang", right)
    again = Settings.load()
    assert calibration.remembered(again, "HP 1020", manual, "A4 ngang") == right
    assert calibration.remembered(again, "HP 1020", usual, "A4 ngang") == Calibration()
    assert calibration.remembered(again, "HP 1020", manual, "A4 dọc") == Calibration()
    assert calibration.remembered(again, "Canon", manual, "A4 ngang") == Calibration()


class TestDialog:
    def test_four_measures_become_a_correction_that_can_be_tried(self, qtbot: QtBot) -> None:
        sent: list[Calibration] = []
        dialog = CalibrateDialog("HP · A4", A4_LANDSCAPE, Calibration(), sent.append)
        qtbot.addWidget(dialog)
        assert dialog.result_words.text() == "Sẽ chỉnh: không."
        dialog.left.setValue(31.5)
        dialog.top.setValue(29.0)
        dialog.checking.click()
        assert sent == [Calibration(x=-1.5, y=1.0)]
        assert dialog.result_words.text() == "Sẽ chỉnh: ngang −1,5 mm, dọc +1,0 mm."

    def test_a_misread_ruler_is_said_and_not_kept(self, qtbot: QtBot) -> None:
        dialog = CalibrateDialog("HP · A4", A4_LANDSCAPE, Calibration(), lambda _expected: None)
        qtbot.addWidget(dialog)
        dialog.across.setValue(205.0)
        assert dialog.calibration is None
        assert not dialog.keeping.isEnabled()
        assert dialog.result_words.text().startswith("Số đo lệch quá nhiều")

    def test_nothing_measured_keeps_what_is_known_and_it_can_be_dropped(self, qtbot: QtBot) -> None:
        remembered = Calibration(x=0.7, turned=True)
        dialog = CalibrateDialog("HP · A4", A4_LANDSCAPE, remembered, lambda _expected: None)
        qtbot.addWidget(dialog)
        assert dialog.calibration == remembered
        reset = next(each for each in dialog.findChildren(type(dialog.keeping)) if each.text() == "&Bỏ căn chỉnh")
        reset.click()
        assert dialog.calibration == Calibration()
