"""Pushing pieces of a layout about changes their numbers in its text and nothing else."""

from dataclasses import replace

import pytest

from cluster_desktop import resources
from cluster_desktop.documents.certificates.layout_file import available_layouts, parse_layout
from cluster_desktop.documents.certificates.layout_pieces import pieces_of, with_piece, with_title

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

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


WRITTEN_BY_HAND = """\
# Mẫu của trường, x = 1
"title" = 'Thử "một"'  # tên
width   = 297
height = 2_10
emblem.x = 148.5   # giữa
emblem.y = 60.0
emblem.size = 20

border = { design = "drum", margin = 7.50 }
signature = {x = 150, "y" = 120,  width=60, height = 20 } # ký

[[ "stack" ]]  # dải
key = "body"
y = 80.0
height = 30
  [[ box ]] # ô đầu
  key   = 'first'  # [[box]]
\tlabel = "tên, y = 3"
  text = '''
[[box]]
key = "second"
x = 1
'''
  y = 90.50 # y
  x = +40 # x
  "width" = 1e2
  height=20
  face = "Serif-Bold"
  size = 24
# [[box]]
# key = "second"
\t[code]  # mã
\tx = 50
\ty = 150
\twidth = 34
# sau mã
[['box']]
label = "hai"
key = "sec\\u006fnd"
text = "a"
x = 60
y = 120
width = 100
height = 10
face = 'Serif'
size = 12
[[box]]
key = "third"
label = "ba"
text = "ba"
stack = "body"
x = 60.129
width = 100
face = "Serif"
size = 12
# cuối, không xuống dòng"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("name", "side", "value", "before", "after"),
    [
        ("box.first", "x", 41.25, "x = +40 # x", "x = 41.25 # x"),
        ("box.first", "width", 99, '"width" = 1e2', '"width" = 99'),
        ("box.first", "height", 21.5, "height=20\n  face", "height=21.5\n  face"),
        ("box.second", "y", 121, "y = 120\nwidth", "y = 121\nwidth"),
        ("box.third", "width", 90, "x = 60.129\nwidth = 100", "x = 60.129\nwidth = 90"),
        ("stack.body", "y", 85, "y = 80.0", "y = 85"),
        ("emblem.", "x", 140, "emblem.x = 148.5   # giữa", "emblem.x = 150   # giữa"),
        ("signature.", "y", 118.5, '"y" = 120,', '"y" = 118.5,'),
        ("code.", "width", 35, "\twidth = 34", "\twidth = 35"),
    ],
)
def test_in_a_layout_written_by_hand_only_the_number_that_changed_is_another(
    name: str, side: str, value: float, before: str, after: str, line_end: str
) -> None:
    text = WRITTEN_BY_HAND.replace("\n", line_end)
    pieces = {piece.name: piece for piece in pieces_of(parse_layout("x", text))}
    changed = with_piece(text, pieces[name].with_side(side, value))
    assert WRITTEN_BY_HAND.count(before) == 1
    assert changed == WRITTEN_BY_HAND.replace(before, after).replace("\n", line_end)


def test_boxes_in_a_list_in_one_line_are_pushed_too() -> None:
    box = 'label="a",text="b",width=90,height=9,face="Serif",size=9'
    boxes = f'[ {{key="a", y = 20, x=10, {box}}}, # một\n{{key="b",x=1,y=2,{box}}}]'
    text = f'title="a"\nwidth=210\nheight=297\nbox = {boxes}\n'
    first, second = pieces_of(parse_layout("x", text))
    assert with_piece(text, first.with_side("x", 12)) == text.replace("x=10,", "x=12,")
    assert with_piece(text, second.with_side("y", 2.5)) == text.replace("y=2,", "y=2.5,")


def test_a_piece_that_the_layout_does_not_have_is_named() -> None:
    (code,) = (piece for piece in pieces_of(parse_layout("x", WRITTEN_BY_HAND)) if piece.table == "code")
    for missing in (replace(code, table="box", key="fourth"), replace(code, table="picture")):
        with pytest.raises(KeyError, match=missing.name):
            with_piece(WRITTEN_BY_HAND, missing)


def test_another_title_changes_the_title_and_cannot_break_the_file() -> None:
    title = 'Mẫu "riêng" của \\ trường'
    text = with_title(WRITTEN_BY_HAND, title)
    assert parse_layout("x", text).title == title
    assert text.splitlines()[2:] == WRITTEN_BY_HAND.splitlines()[2:]
    assert text.splitlines()[1].endswith("  # tên")
