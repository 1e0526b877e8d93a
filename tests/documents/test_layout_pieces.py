"""Pushing pieces of a layout about changes their numbers in its text and nothing else."""

from dataclasses import replace

import pytest

from cluster_desktop import resources
from cluster_desktop.documents.layout_file import available_layouts, parse_layout
from cluster_desktop.documents.layout_pieces import pieces_of, with_piece, with_title

NAMES = [layout.name for layout in available_layouts()]


def text_of(name: str) -> str:
    return resources.read_text("layouts", f"{name}.toml")


@pytest.mark.parametrize("name", NAMES)
def test_putting_every_piece_where_it_is_changes_nothing(name: str) -> None:
    text = text_of(name)
    for piece in pieces_of(parse_layout(name, text)):
        text = with_piece(text, piece)
    assert text == text_of(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_pushed_piece_is_found_where_it_was_put_and_all_others_stay(name: str) -> None:
    before = {piece.name: piece for piece in pieces_of(parse_layout(name, text_of(name)))}
    for piece in before.values():
        across = 1.5 if "x" in piece.numbers else 0
        down = -1 if "y" in piece.numbers else 0
        pushed = replace(piece, x=piece.x + across, y=piece.y + down)
        text = with_piece(text_of(name), pushed)
        after = {one.name: one for one in pieces_of(parse_layout(name, text))}
        assert after[piece.name].x == pytest.approx(pushed.x, abs=0.011)
        if piece.table != "stack":
            others = {key: one for key, one in after.items() if key != piece.name}
            assert others == {key: one for key, one in before.items() if key != piece.name}
        assert after[piece.name].y == pytest.approx(pushed.y, abs=0.011)


def test_another_title_cannot_break_the_file() -> None:
    text = with_title(text_of("giay-khen"), 'Mẫu "riêng" của \\ trường')
    assert parse_layout("x", text).title == "Mẫu ”riêng” của   trường"
