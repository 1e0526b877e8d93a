"""Text made to fit its box: even lines first, then smaller down to a floor, else reported as too long."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from cluster_desktop.documents.content.line_breaks import even_lines, line_width

_STEP = 0.5
"""Points by which text is made smaller at a time."""


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
        lines = even_lines(text, face, room.width / present, room.tracking)
        if _fits(lines, face, present, room):
            return Fitted(lines, present, True)
        if present <= floor:
            return Fitted(lines, present, False)
        present = max(floor, present - _STEP)


def _fits(lines: Sequence[str], face: str, size: float, room: Room) -> bool:
    if len(lines) > room.max_lines or len(lines) * size * room.leading > room.height + 0.01:
        return False
    return all(line_width(line, face, room.tracking) * size <= room.width + 0.01 for line in lines)
