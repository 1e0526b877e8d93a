"""Lying bars: a word, a bar, the number and its share, one part of the total below the other."""

from dataclasses import dataclass

from cluster_desktop.documents.charts.chart_board import Board
from cluster_desktop.documents.content.content import Distribution
from cluster_desktop.documents.content.line_breaks import wrap
from cluster_desktop.domain.text.numbers import show_number

_ROW = 1.5
"""Height of a row of one line, in sizes of its type."""
_BAR = 0.62
_WIDEST_LABEL = 0.5
_GAP = 0.6


@dataclass(frozen=True, slots=True)
class BarColumns:
    """Places of the columns of the rows: end of the labels, start and end of the bars, end of numbers and shares."""

    label: float
    start: float
    end: float
    number: float
    share: float


def draw_bars(board: Board, top: float) -> float:
    """Draw a row for each part below *top*; gives the depth reached."""
    paint, distribution = board.paint, board.distribution
    columns = _columns(board)
    for word in distribution.parts:
        lines = wrap(word, paint.face, paint.size, columns.label)
        height = _ROW * paint.size + (max(1, len(lines)) - 1) * paint.leading
        base = top + paint.size * 1.08
        for place, line in enumerate(lines):
            board.write(line, 0, base + place * paint.leading, ink=paint.quiet)
        _draw_row(board, word, columns, base)
        board.point_out(part_words(distribution, word), distribution.parts[word], (0, top, board.width, height))
        top += height
    return top


def part_words(distribution: Distribution, word: str) -> str:
    """A part in words: "Thạc sĩ: 174 (55,4%)"."""
    share = distribution.share(word)
    return f"{word}: {show_number(distribution.parts[word])}{f' ({share})' if share else ''}"


def _draw_row(board: Board, word: str, columns: BarColumns, base: float) -> None:
    """Track, bar, number and share of one part."""
    paint, distribution = board.paint, board.distribution
    number = distribution.parts[word]
    longest = max(float(each) for each in distribution.parts.values()) or 1.0
    room, high = columns.end - columns.start, _BAR * paint.size
    top = base - 0.36 * paint.size - high / 2
    board.fill((columns.start, top, room, high), paint.track, high / 5)
    _draw_bar(board, word, (columns.start, top, room * float(number) / longest, high))
    board.write_right(show_number(number), columns.number, base, bold=True)
    if columns.share > columns.number:
        board.write_right(distribution.share(word), columns.share, base, ink=paint.quiet)


def _columns(board: Board) -> BarColumns:
    paint, distribution, gap = board.paint, board.distribution, _GAP * board.paint.size
    numbers = [show_number(number) for number in distribution.parts.values()]
    room = max((paint.width(number, bold=True) for number in numbers), default=0.0)
    label = min(max(map(paint.width, distribution.parts), default=0.0) + 1, board.width * _WIDEST_LABEL)
    shares = paint.width("100,0%") + gap if distribution.shares else 0.0
    if board.width - shares - room - label - 2 * gap < paint.least * paint.size:
        shares = 0.0
    number = board.width - shares
    return BarColumns(label, label + gap, number - room - gap, number, board.width)


def _draw_bar(board: Board, word: str, box: tuple[float, float, float, float]) -> None:
    """One bar, or its layers one after another."""
    left, top, width, height = box
    distribution = board.distribution
    total = float(distribution.parts[word]) or 1.0
    if not distribution.layers:
        board.fill((left, top, width, height), board.ink_of(word), height / 5)
    for layer, parts in distribution.layers.items():
        long = width * parts.get(word, 0) / total
        board.fill((left, top, long, height), board.inks[layer])
        left += long
