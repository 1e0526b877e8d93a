"""The layout editor as a person uses it: drag, size, arrow keys, numbers, undo, a wrong place, saving."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.printing.layouts import layouts_for
from cluster_desktop.commands.records import undo
from cluster_desktop.documents.certificates.layout_file import parse_layout
from cluster_desktop.documents.certificates.layout_pieces import LayoutPiece, pieces_of
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.layout_editor.editor import LayoutEditor
from cluster_desktop.ui.printing.print_page import PrintPage
from tests.ui.print_desk import opened, settled, texts
from tests.ui.questions import answering

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NAME = "box.signer-name"


@pytest.fixture
def page(print_page: PrintPage) -> PrintPage:
    return print_page


@pytest.fixture
def editor(qtbot: QtBot, page: PrintPage, decision: str) -> LayoutEditor:
    opened(qtbot, page)
    editor = page.own_layouts.edit()
    assert editor is not None
    qtbot.addWidget(editor, before_close_func=lambda dialog: dialog.done(0))  # closing would ask about changes
    qtbot.waitExposed(editor)
    return editor


def piece(editor: LayoutEditor, name: str) -> LayoutPiece:
    return next(each for each in pieces_of(parse_layout("x", editor.text)) if each.name == name)


def drag(qtbot: QtBot, editor: LayoutEditor, start: QPoint, across: int, down: int) -> None:
    qtbot.mousePress(editor.view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(editor.view, start + QPoint(across, down))
    qtbot.mouseRelease(editor.view, Qt.MouseButton.LeftButton, pos=start + QPoint(across, down))


def test_a_dragged_box_goes_along_and_comes_back_with_undo(qtbot: QtBot, editor: LayoutEditor) -> None:
    before = piece(editor, NAME)
    place = editor.view.place_of(before)
    pixels_per_mm = place.width() / before.width
    drag(qtbot, editor, place.center().toPoint(), round(-20 * pixels_per_mm), round(-6 * pixels_per_mm))
    after = piece(editor, NAME)
    assert after.x == pytest.approx(before.x - 20, abs=0.6)
    assert after.y == pytest.approx(before.y - 6, abs=0.6)
    assert after.x * 2 == round(after.x * 2)  # snaps to half a millimetre
    assert editor.pieces.currentData() == NAME
    editor.undo()
    assert piece(editor, NAME) == before
    editor.redo()
    assert piece(editor, NAME) == after


def test_near_the_middle_of_the_sheet_a_box_snaps_to_it(qtbot: QtBot, editor: LayoutEditor) -> None:
    editor.choose("box.title")
    title = piece(editor, "box.title")
    editor.put(title.with_side("x", title.x + 9))
    place = editor.view.place_of(piece(editor, "box.title"))
    drag(qtbot, editor, place.center().toPoint(), round(-8 * place.width() / title.width), 0)
    assert piece(editor, "box.title").x == pytest.approx((297 - title.width) / 2)


def test_the_grip_at_the_corner_makes_a_box_larger(qtbot: QtBot, editor: LayoutEditor) -> None:
    editor.choose("box.decision")
    before = piece(editor, "box.decision")
    place = editor.view.place_of(before)
    drag(qtbot, editor, place.bottomRight().toPoint(), round(-30 * place.width() / before.width), 0)
    after = piece(editor, "box.decision")
    assert after.width == pytest.approx(before.width - 30, abs=0.6)
    assert (after.x, after.y) == (before.x, before.y)


def test_arrow_keys_and_numbers_push_a_box_too(qtbot: QtBot, editor: LayoutEditor) -> None:
    editor.choose(NAME)
    before = piece(editor, NAME)
    qtbot.keyClick(editor.view, Qt.Key.Key_Left)
    qtbot.keyClick(editor.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert (piece(editor, NAME).x, piece(editor, NAME).y) == (before.x - 0.5, before.y - 5)
    editor.sides["x"].setValue(150.0)
    assert piece(editor, NAME).x == 150


def test_a_box_outside_the_frame_is_refused_in_words(editor: LayoutEditor) -> None:
    editor.choose(NAME)
    before = piece(editor, NAME)
    editor.sides["x"].setValue(290.0)
    assert "nằm ra ngoài khung viền" in editor.message.text()
    assert piece(editor, NAME) == before
    assert editor.sides["x"].value() == before.x


def test_boxes_of_the_middle_strip_only_go_across(editor: LayoutEditor) -> None:
    editor.choose("box.recipient")
    assert editor.sides["x"].isEnabled()
    assert not editor.sides["y"].isEnabled()
    editor.choose("stack.body")
    assert editor.sides["y"].isEnabled()
    assert not editor.sides["x"].isEnabled()


def test_a_scanned_blank_lies_below_the_certificate(editor: LayoutEditor) -> None:
    blank = QImage(297, 210, QImage.Format.Format_RGB32)
    blank.fill(QColor("#FFE0E0"))
    place = editor.view.place_of(piece(editor, "box.decision")).topLeft().toPoint() + QPoint(40, -40)
    assert editor.view.grab().toImage().pixelColor(place) == QColor("white")
    editor.view.show_blank(blank)
    assert editor.view.grab().toImage().pixelColor(place) == QColor("#FFE0E0")


def test_what_is_saved_is_printed_with_at_once(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, editor: LayoutEditor
) -> None:
    before = page.proof.pdf if page.proof else b""
    editor.choose(NAME)
    editor.sides["y"].setValue(170.0)
    editor.title_edit.setText("Mẫu 2026")
    save = next(each for each in editor.findChildren(QPushButton) if each.text() == "&Lưu mẫu")
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    assert not editor.isVisible()
    qtbot.waitUntil(lambda: page.proof is not None and page.proof.pdf not in (b"", before))
    proof = settled(qtbot, page)
    assert page.choices.layout_chip.text() == "Mẫu: Mẫu 2026"
    assert "GIẤY KHEN" in texts(proof.pdf)[0]
    assert [layout.title for layout in layouts_for(workspace, "giay-khen")] == ["Giấy khen", "Mẫu 2026"]


def test_the_longest_name_can_be_tried(editor: LayoutEditor) -> None:
    first = editor.view._picture.copy()
    editor.sample.setCurrentIndex(1)
    assert editor.view._picture != first


def test_without_a_title_nothing_is_saved(qtbot: QtBot, workspace: Workspace, editor: LayoutEditor) -> None:
    editor.title_edit.setText("  ")
    save = next(each for each in editor.findChildren(QPushButton) if each.text() == "&Lưu mẫu")
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    assert editor.message.text() == "Hãy đặt tên cho mẫu."
    assert len(layouts_for(workspace, "giay-khen")) == 1


def test_what_was_pushed_about_is_not_lost_unasked(editor: LayoutEditor) -> None:
    editor.choose(NAME)
    editor.sides["y"].setValue(170.0)
    with answering("Ở lại") as asked:
        editor.reject()
    assert asked == ["Mẫu in có thay đổi chưa lưu."]
    assert editor.isVisible()
    with answering("&Bỏ thay đổi"):
        editor.reject()
    assert not editor.isVisible()


def test_undoing_a_kept_layout_brings_the_usual_one_back(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, operations: Operations, editor: LayoutEditor
) -> None:
    editor.choose(NAME)
    editor.sides["y"].setValue(170.0)
    save = next(each for each in editor.findChildren(QPushButton) if each.text() == "&Lưu mẫu")
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.choices.layout_chip.text() == "Mẫu: Giấy khen (riêng)")
    settled(qtbot, page)
    operations.run(lambda: undo.undo(workspace))
    qtbot.waitUntil(lambda: page.choices.layout_chip.text() == "Mẫu: mặc định")
    assert "GIẤY KHEN" in texts(settled(qtbot, page).pdf)[0]
