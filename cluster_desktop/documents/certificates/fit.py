"""Text made to fit its box: wrap into even lines, then shrink to a floor, else say that it does not fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from cluster_desktop.documents.content import fonts

_STEP = 0.5
"""Points by which text is made smaller at a time."""
_DASHES = frozenset("-–—")
_PAUSES = frozenset(',;:.”"-–—')


@dataclass(frozen=True, slots=True)
class Room:
    """The space a text may take: width and height in points, number of lines."""

    width: float
    height: float
    max_lines: int
    leading: float
    tracking: float = 0.0
    """Extra space after each letter as a share of the size."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text broken into lines at a size in points; *fits* is false when even the floor was too large."""

    lines: tuple[str, ...]
    size: float
    fits: bool


@lru_cache(maxsize=4096)
def fit(text: str, face: str, size: float, floor: float, room: Room) -> Fitted:
    """*text* (clean, line feeds kept) in *face*, as large from *size* down to *floor* as fits *room*."""
    present = size
    while True:
        lines = break_evenly(text, face, room.width / present, room.tracking)
        if _fits(lines, face, present, room):
            return Fitted(lines, present, True)
        if present <= floor:
            return Fitted(lines, present, False)
        present = max(floor, present - _STEP)


def line_width(line: str, face: str, tracking: float) -> float:
    """Width of *line* at one point, without the space tracking leaves after its last letter."""
    return fonts.text_width(line, face, 1) + tracking * max(0, len(line) - 1)


def break_evenly(text: str, face: str, width: float, tracking: float = 0.0) -> tuple[str, ...]:
    """The fewest lines of at most *width* (for a size of one point), as equal in length as they can be.

    A word wider than *width* stands alone on a line that is too long. A number keeps to the word before it.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        words = _words(paragraph)
        widths = [line_width(word, face, tracking) for word in words]
        space = fonts.widths(face)[" "] + 2 * tracking
        if sum(widths) + space * (len(words) - 1) <= width:
            lines.append(paragraph)
        else:
            lines += _even_lines(words, widths, space, width)
    return tuple(lines)


def _fits(lines: Sequence[str], face: str, size: float, room: Room) -> bool:
    if len(lines) > room.max_lines or len(lines) * size * room.leading > room.height + 0.01:
        return False
    return all(line_width(line, face, room.tracking) * size <= room.width + 0.01 for line in lines)


def _words(paragraph: str) -> list[str]:
    """Words that may part: "năm 2020" and "– 2025" hold together as one."""
    words: list[str] = []
    for word in paragraph.split(" "):
        if words and " " not in words[-1] and (word[:1].isdigit() or word in _DASHES):
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words


def _even_lines(words: list[str], widths: list[float], space: float, width: float) -> list[str]:
    fewest = len(_greedy(widths, space, width))
    narrow, wide = min(max(widths), width), width
    for _ in range(12):
        middle = (narrow + wide) / 2
        if len(_greedy(widths, space, middle)) <= fewest:
            wide = middle
        else:
            narrow = middle
    starts = _at_pauses(words, widths, space, width, _greedy(widths, space, wide))
    return [" ".join(words[start:end]) for start, end in zip(starts, [*starts[1:], len(words)], strict=True)]


def _at_pauses(words: list[str], widths: list[float], space: float, width: float, starts: list[int]) -> list[int]:
    """Move each break by up to two words to where the sentence pauses, if the lines around it still fit."""
    moved = list(starts)
    for line in range(1, len(starts)):
        end = moved[line + 1] if line + 1 < len(moved) else len(words)
        for shift in (0, 1, -1, 2, -2):
            start = moved[line] + shift
            if not moved[line - 1] < start < end or words[start - 1][-1] not in _PAUSES:
                continue
            before, after = widths[moved[line - 1] : start], widths[start:end]
            if max(sum(part) + space * (len(part) - 1) for part in (before, after)) <= width:
                moved[line] = start
                break
    return moved


def _greedy(widths: list[float], space: float, width: float) -> list[int]:
    """Index of the first word of each line when every line takes as many words as *width* holds."""
    starts, used = [0], 0.0
    for index, word in enumerate(widths):
        needed = word if index == starts[-1] else used + space + word
        if index > starts[-1] and needed > width:
            starts.append(index)
            needed = word
        used = needed
    return starts
