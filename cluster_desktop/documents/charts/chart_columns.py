"""Upright columns for parts that have an order: the number above, the word and its share below."""

from cluster_desktop.documents.charts.chart_bars import part_words
from cluster_desktop.documents.charts.chart_board import Board
from cluster_desktop.documents.content.line_breaks import wrap
from cluster_desktop.domain.text.numbers import show_number

_HIGH = 6.4
"""Height of the longest column, in sizes of the type."""
_SHARE_OF_SLOT = 0.52
_WIDEST = 3.6
_AIR = 0.5
_UNDER = 1.25


def has_room(board: Board) -> bool:
    """True where every word below its column and every number above it stands without being broken."""
    paint, distribution, slot = board.paint, board.distribution, _slot(board)
    words = [part for word in distribution.parts for part in word.split()]
    numbers = map(show_number, distribution.parts.values())
    widest = max((*map(paint.width, words), *(paint.width(number, bold=True) for number in numbers)), default=0.0)
    return max(widest, paint.width("100%")) <= slot - _AIR * paint.size


def draw_columns(board: Board, top: float) -> float:
    """Draw a column for each part below *top*; gives the depth reached."""
    paint, distribution, slot = board.paint, board.distribution, _slot(board)
    room = slot - _AIR * paint.size
    ground = top + paint.leading + _HIGH * paint.size
    longest = max(map(float, distribution.parts.values()), default=0.0) or 1.0
    labels = {word: wrap(word, paint.face, paint.size, room) for word in distribution.parts}
    lines = max(map(len, labels.values()), default=1)
    bottom = ground + (_UNDER - 1) * paint.size + (lines + 1) * paint.leading
    wide = min(slot * _SHARE_OF_SLOT, _WIDEST * paint.size)
    for place, (word, number) in enumerate(distribution.parts.items()):
        middle, long = (place + 0.5) * slot, _HIGH * paint.size * float(number) / longest
        box = (middle - wide / 2, ground - long, wide, long)
        board.point_out(part_words(distribution, word), number, (place * slot, top, slot, bottom - top))
        _draw_column(board, word, box)
        board.write_middle(show_number(number), middle, ground - long - 0.35 * paint.size, bold=True)
        base = ground + _UNDER * paint.size
        for line_number, line in enumerate(labels[word]):
            board.write_middle(line, middle, base + line_number * paint.leading)
        board.write_middle(distribution.share(word), middle, base + lines * paint.leading, ink=paint.quiet)
    board.rule(0, board.width, ground)
    return bottom


def _draw_column(board: Board, word: str, box: tuple[float, float, float, float]) -> None:
    """One column, or its layers one upon the other, each of which can be pointed at."""
    left, top, width, height = box
    distribution = board.distribution
    total = float(distribution.parts[word]) or 1.0
    if not distribution.layers:
        board.fill(box, board.ink_of(word))
    depth = top + height
    for layer, parts in distribution.layers.items():
        number = parts.get(word, 0)
        long = height * number / total
        depth -= long
        board.fill((left, depth, width, long), board.inks[layer])
        if long:
            board.point_out(f"{layer}, {word}: {show_number(number)}", number, (left, depth, width, long))


def _slot(board: Board) -> float:
    return board.width / max(1, len(board.distribution.parts))
