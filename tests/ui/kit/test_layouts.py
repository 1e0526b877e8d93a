"""Rows, columns and forms on one scale of spaces, which no page goes round."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cluster_desktop.ui.kit.flow_layout import FlowLayout
from cluster_desktop.ui.kit.layouts import Space, fill, form_grid, grow, in_column, in_row, inset, placed, stretch

UI = Path(__file__).parents[3] / "cluster_desktop" / "ui"
LAYOUTS = UI / "kit" / "layouts.py"
MAKERS = {"QHBoxLayout", "QVBoxLayout", "QFormLayout"}
SPACERS = {"setContentsMargins", "setSpacing", "setHorizontalSpacing", "setVerticalSpacing", "addSpacing"}


def called(tree: ast.AST) -> set[str]:
    """The names of all functions and methods that are called."""
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {call.attr for call in calls if isinstance(call, ast.Attribute)} | {
        call.id for call in calls if isinstance(call, ast.Name)
    }


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: path.relative_to(UI).as_posix())
def test_spaces_are_given_by_their_names(path: Path) -> None:
    going_round = called(ast.parse(path.read_text(encoding="utf-8"))) & (MAKERS | SPACERS)
    assert path == LAYOUTS or not going_round


@pytest.fixture
def buttons(qapp: QApplication) -> list[QPushButton]:
    buttons = [QPushButton(words) for words in ("Một", "Hai", "Ba")]
    for button in buttons:
        button.setFixedSize(60, 32)
    return buttons


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    widget.show()
    qtbot.waitExposed(widget)


def test_a_row_keeps_its_spaces_and_gives_what_is_left_to_what_grows(qtbot: QtBot, buttons: list[QPushButton]) -> None:
    first, second, third = buttons
    page = QWidget()
    in_row(first, stretch(), second, Space.VAST, third, on=page, margins=(Space.LARGE, Space.SMALL))
    shown(qtbot, page)
    assert first.x() == Space.LARGE
    assert third.geometry().right() + 1 == 400 - Space.LARGE
    assert third.x() - second.geometry().right() - 1 == Space.SMALL + Space.VAST


def test_a_column_holds_rows_and_what_is_placed_at_an_edge(qtbot: QtBot, buttons: list[QPushButton]) -> None:
    first, second, third = buttons
    page, area = QWidget(), QWidget()
    column = in_column(
        in_row(first, second, stretch()),
        grow(area),
        on=page,
        space=Space.MEDIUM,
        margins=(Space.TIGHT, Space.SMALL, Space.MEDIUM, Space.LARGE),
    )
    fill(column, placed(third, Qt.AlignmentFlag.AlignRight))
    shown(qtbot, page)
    assert (first.x(), first.y()) == (Space.TIGHT, Space.SMALL)
    assert (third.geometry().right() + 1, third.geometry().bottom() + 1) == (400 - Space.MEDIUM, 300 - Space.LARGE)
    assert area.height() == 300 - Space.SMALL - Space.LARGE - 2 * 32 - 2 * Space.MEDIUM
    assert [first.nextInFocusChain(), second.nextInFocusChain()] == [second, area]


def test_words_of_a_form_lead_to_their_field(qtbot: QtBot) -> None:
    page, name, place = QWidget(), QLineEdit(), QLineEdit()
    form = form_grid(("&Tên", name), ("&Nơi", place))
    page.setLayout(form)
    shown(qtbot, page)
    assert place.y() - name.geometry().bottom() - 1 == Space.SMALL
    words = form.labelForField(place)
    assert isinstance(words, QLabel)
    assert words.buddy() is place


def test_what_flows_goes_on_in_a_second_line(qtbot: QtBot, buttons: list[QPushButton]) -> None:
    _first, second, third = buttons
    page = QWidget()
    inset(FlowLayout(page, *buttons), Space.NONE)
    shown(qtbot, page)
    page.resize(2 * 60 + Space.SMALL, 300)
    assert second.x() == 60 + Space.SMALL
    assert (third.x(), third.y()) == (0, 32 + Space.SMALL)
