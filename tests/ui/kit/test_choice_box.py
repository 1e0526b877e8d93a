"""A box tells its words whole, or ends them with an ellipsis and tells them in its list and its tooltip."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from cluster_desktop.ui.kit.choice_box import ChoiceBox

LONG = "Thường xuyên (tổng kết năm công tác, năm học hoặc hết thời gian của giai đoạn)"


@pytest.fixture
def box(qtbot: QtBot) -> ChoiceBox:
    box = ChoiceBox()
    box.addItems(["Đột xuất", LONG])
    box.setFixedSize(190, 32)
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    return box


def asked(box: ChoiceBox) -> str:
    """The tooltip of a box that the mouse rests on."""
    QToolTip.hideText()
    place = box.rect().center()
    QApplication.sendEvent(box, QHelpEvent(QEvent.Type.ToolTip, place, box.mapToGlobal(place)))
    return QToolTip.text() if QToolTip.isVisible() else ""


def test_a_long_word_ends_with_an_ellipsis_and_is_told_whole(box: ChoiceBox) -> None:
    box.setCurrentIndex(1)
    assert box.shown_words().startswith("Thường xuyên")
    assert box.shown_words().endswith("…")
    assert asked(box) == LONG
    box.showPopup()
    row = box.view().visualRect(box.model().index(1, 0))
    assert row.width() > box.fontMetrics().horizontalAdvance(LONG)
    box.hidePopup()


def test_a_short_word_stands_as_it_is(box: ChoiceBox) -> None:
    box.setCurrentIndex(0)
    assert box.shown_words() == "Đột xuất"
    assert asked(box) == ""
