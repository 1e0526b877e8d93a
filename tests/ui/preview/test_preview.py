"""The preview shows the pages of a PDF, turns and enlarges them, and draws only what is seen."""

import io

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from cluster_desktop.documents.content.page import A4, A4_LANDSCAPE, MM, PageSize
from cluster_desktop.ui.preview.preview import Fit, PreviewView
from cluster_desktop.ui.preview.preview_bar import PreviewBar


def coloured_pages(count: int, size: PageSize = A4_LANDSCAPE, first: int = 0) -> bytes:
    """Pages whose whole ground is a shade of grey of their own."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size.points)
    for page in range(first, first + count):
        canvas.setFillGray(shade(page) / 255)
        canvas.rect(0, 0, size.width * MM, size.height * MM, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def shade(page: int) -> int:
    return 20 + page % 20 * 10


@pytest.fixture
def view(qtbot: QtBot) -> PreviewView:
    view = PreviewView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    qtbot.waitExposed(view)
    return view


def show(qtbot: QtBot, view: PreviewView, pdf: bytes, *, keep_place: bool = False) -> None:
    with qtbot.waitSignal(view._pictures.opened):
        view.show_pdf(pdf, keep_place=keep_place)
    qtbot.waitUntil(lambda: view.ready)


def colour_in_the_middle(view: PreviewView) -> QColor:
    middle = view.viewport().rect().center()
    return view.viewport().grab().toImage().pixelColor(middle)


def wheel(view: PreviewView, notches: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        middle,
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_page_itself_is_on_the_screen(qtbot: QtBot, view: PreviewView) -> None:
    show(qtbot, view, coloured_pages(3))
    assert view.page_count == 3
    assert colour_in_the_middle(view).red() == pytest.approx(shade(0), abs=1)
    view.go_to(2)
    qtbot.waitUntil(lambda: view.ready)
    assert colour_in_the_middle(view).red() == pytest.approx(shade(2), abs=1)


@pytest.mark.parametrize(
    ("key", "start", "page"),
    [
        (Qt.Key.Key_PageDown, 0, 1),
        (Qt.Key.Key_PageUp, 5, 4),
        (Qt.Key.Key_Right, 3, 4),
        (Qt.Key.Key_Left, 3, 2),
        (Qt.Key.Key_Home, 7, 0),
        (Qt.Key.Key_End, 0, 9),
        (Qt.Key.Key_PageUp, 0, 0),
        (Qt.Key.Key_PageDown, 9, 9),
    ],
)
def test_keys_turn_pages(qtbot: QtBot, view: PreviewView, key: Qt.Key, start: int, page: int) -> None:
    show(qtbot, view, coloured_pages(10))
    view.go_to(start)
    qtbot.keyClick(view, key)
    assert view.page == page


def test_the_wheel_turns_whole_pages_and_with_ctrl_enlarges(qtbot: QtBot, view: PreviewView) -> None:
    show(qtbot, view, coloured_pages(10))
    wheel(view, -1)
    wheel(view, -1)
    assert view.page == 2
    before = view.scale
    wheel(view, 1, Qt.KeyboardModifier.ControlModifier)
    assert view.scale == pytest.approx(before * 1.2)
    assert view.page == 2


def test_a_whole_page_or_its_whole_width_fits(qtbot: QtBot, view: PreviewView) -> None:
    show(qtbot, view, coloured_pages(2, A4))
    page = view._rect(0)
    assert page.height() <= view.viewport().height()
    view.set_fit(Fit.WIDTH)
    page = view._rect(0)
    assert view.viewport().width() * 0.8 < page.width() <= view.viewport().width()
    assert page.height() > view.viewport().height()


def test_true_size_is_as_large_as_the_paper(qtbot: QtBot, view: PreviewView) -> None:
    show(qtbot, view, coloured_pages(1))
    qtbot.keyClick(view, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert view._rect(0).width() / view.screen().physicalDotsPerInch() * 25.4 == pytest.approx(297, rel=0.01)
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.fit is Fit.PAGE


def test_only_pages_in_sight_are_drawn(qtbot: QtBot, view: PreviewView) -> None:
    show(qtbot, view, coloured_pages(400))
    view.go_to(200)
    qtbot.waitUntil(lambda: view.ready)
    drawn = {page for page, _dots in view._pictures._kept}
    assert {199, 200, 201} <= drawn
    assert len(drawn) <= 6


def test_a_changed_file_keeps_the_place_when_asked(qtbot: QtBot, view: PreviewView) -> None:
    show(qtbot, view, coloured_pages(10))
    view.go_to(6)
    show(qtbot, view, coloured_pages(10, first=5), keep_place=True)
    assert view.page == 6
    assert colour_in_the_middle(view).red() == pytest.approx(shade(11), abs=1)
    show(qtbot, view, coloured_pages(4))
    assert view.page == 0


def test_a_shorter_file_shows_its_last_page(qtbot: QtBot, view: PreviewView) -> None:
    show(qtbot, view, coloured_pages(10))
    view.go_to(9)
    show(qtbot, view, coloured_pages(3), keep_place=True)
    assert view.page == 2


def test_what_is_no_pdf_is_said_in_words(qtbot: QtBot, view: PreviewView) -> None:
    with qtbot.waitSignal(view.failed) as notice:
        view.show_pdf("không phải PDF".encode())
    assert "xem trước" in notice.args[0]


def test_the_bar_names_and_turns_pages(qtbot: QtBot, view: PreviewView) -> None:
    bar = PreviewBar(view)
    qtbot.addWidget(bar)
    show(qtbot, view, coloured_pages(12))
    assert (bar.number.text(), bar._of.text()) == ("1", "/ 12")
    assert not bar.back.isEnabled()
    bar.forth.click()
    assert bar.number.text() == "2"
    bar.number.setText("500")
    qtbot.keyClick(bar.number, Qt.Key.Key_Return)
    assert view.page == 11
    assert not bar.forth.isEnabled()


def test_what_one_looks_at_is_told_to_screen_readers(qtbot: QtBot, view: PreviewView) -> None:
    show(qtbot, view, coloured_pages(5))
    view.go_to(3)
    assert view.accessibleName() == "Bản xem trước, trang 4 trong 5"
