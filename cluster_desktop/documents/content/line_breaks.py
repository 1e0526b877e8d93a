"""Running text and table cells broken into lines; every word is measured once."""

import re
from functools import cache, lru_cache

from cluster_desktop.documents.content import fonts

_PLACES_TO_BREAK = re.compile(r"(?<=[/\-–_;@])|(?<=[.,])(?![0-9])")

_SEAMS = re.compile(r" (?=(?:tỉnh|thành phố) )|(?<=,) ", re.IGNORECASE)


@lru_cache(maxsize=16_384)
def wrap(text: str, face: str, size: float, width: float) -> tuple[str, ...]:
    """The lines of *text* in *face* at *size* points that are at most *width* points wide.

    Words that are too long are broken, after a stroke or hyphen where there is one. Letters the face lacks
    become boxes; empty text has no lines.
    """
    clean = drawable(text, face)
    if not clean:
        return ()
    room = width / size
    lines: list[str] = []
    for paragraph in clean.split("\n"):
        lines += _fill(paragraph, face, room)
    return tuple(lines)


def wrap_evenly(text: str, face: str, size: float, width: float) -> tuple[str, ...]:
    """The same number of lines as :func:`wrap`, but about equally long: no last word stands alone under a title."""
    given = text.split("\n")
    if len(given) > 1:
        return tuple(line for part in given for line in wrap_evenly(part, face, size, width))
    lines = wrap(text, face, size, width)
    if len(lines) == 2 and (parted := _at_seam(drawable(text, face), face, width / size)):
        return parted
    narrowest = width
    for percent in range(95, 45, -5):
        tried = wrap(text, face, size, width * percent / 100)
        if len(tried) > len(lines):
            break
        narrowest = width * percent / 100
    return wrap(text, face, size, narrowest)


def _at_seam(text: str, face: str, room: float) -> tuple[str, str] | None:
    """Two lines parted where a reader would pause, if both fit: before "tỉnh", after a comma."""
    places = (place.start() for place in _SEAMS.finditer(text))
    pairs = [(text[:place], text[place:].lstrip()) for place in places]
    widths = {pair: max(fonts.text_width(part, face, 1) for part in pair) for pair in pairs}
    fitting = [pair for pair in pairs if widths[pair] <= room]
    return min(fitting, key=widths.__getitem__, default=None)


@lru_cache(maxsize=16_384)
def drawable(text: str, face: str) -> str:
    """*text* cleaned, with a box for every letter the face lacks."""
    return fonts.with_stand_ins(fonts.clean(text), face)


def _fill(paragraph: str, face: str, room: float) -> list[str]:
    widths = _word_widths(face)
    space = widths[" "]
    lines: list[str] = []
    line: list[str] = []
    used = 0.0
    for word in paragraph.split(" "):
        wide = widths[word]
        if wide > room:
            *whole, word = _pieces(f"{' '.join(line)} {word}" if line else word, face, room)
            lines += whole
            line, used = [word], widths[word]
        elif line and used + space + wide > room:
            lines.append(" ".join(line))
            line, used = [word], wide
        else:
            used += wide + (space if line else 0)
            line.append(word)
    return [*lines, " ".join(line)]


def _pieces(text: str, face: str, room: float) -> list[str]:
    """Text that holds a word too long for a line, cut into as few lines as hold it."""
    letters = fonts.widths(face)
    lines: list[str] = []
    line, used = "", 0.0
    for part in _PLACES_TO_BREAK.split(text):
        wide = sum(map(letters.__getitem__, part))
        if line and used + wide > room >= wide:
            lines.append(line)
            line, used = "", 0.0
        for letter in part:
            if line and used + letters[letter] > room:
                lines.append(line)
                line, used = "", 0.0
            line += letter
            used += letters[letter]
    return [*(piece.strip() for piece in lines), line.strip()]


class _WordWidths(dict[str, float]):
    """Widths of words at one point; forgotten when there are too many to keep."""

    def __init__(self, face: str) -> None:
        super().__init__()
        self._letters = fonts.widths(face)

    def __missing__(self, word: str) -> float:
        if len(self) > 50_000:
            self.clear()
        width = self[word] = sum(map(self._letters.__getitem__, word))
        return width


@cache
def _word_widths(face: str) -> _WordWidths:
    return _WordWidths(face)
