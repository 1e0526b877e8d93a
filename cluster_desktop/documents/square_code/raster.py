"""A picture as dark and bright dots, whatever the light fell on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PIL import Image, ImageChops, ImageFilter

DARK: Final = 255
_STEP: Final = 12
"""How much darker than its surroundings a dot is to count."""


@dataclass(frozen=True, slots=True)
class Raster:
    """Dots in rows; a dot is dark where its byte is 255."""

    width: int
    height: int
    dots: bytes

    def dark(self, x: float, y: float) -> bool:
        """Whether the dot at this place is dark; outside of the picture all is bright."""
        column, row = int(x), int(y)
        if not (0 <= column < self.width and 0 <= row < self.height):
            return False
        return self.dots[row * self.width + column] == DARK

    def runs(self, row: int) -> Iterator[tuple[int, int, bool]]:
        """The stretches of one tone of a row: where each begins, how long it is, whether it is dark."""
        line = self.dots[row * self.width : (row + 1) * self.width]
        edges, place = [0], 0
        while 0 <= place < self.width:
            place = line.find(b"\x00" if line[place] else b"\xff", place)
            edges.append(place if place >= 0 else self.width)
        for start, end in pairwise(edges):
            yield start, end - start, line[start] == DARK


def rasters(picture: Image.Image) -> Iterator[Raster]:
    """Ways of looking at a picture, the likeliest first: against its surroundings near and far, then as a whole."""
    grey = picture.convert("L")
    for share in (40, 12):
        around = grey.filter(ImageFilter.BoxBlur(max(4, max(grey.size) // share)))
        darker = ImageChops.subtract(around, grey)
        yield _raster(darker.point([DARK if depth > _STEP else 0 for depth in range(256)]))
    middle = _middle(grey)
    yield _raster(grey.point([DARK if tone < middle else 0 for tone in range(256)]))


def _raster(dots: Image.Image) -> Raster:
    return Raster(dots.width, dots.height, dots.tobytes())


def _middle(grey: Image.Image) -> int:
    """The tone that parts dark from bright best (Otsu)."""
    counts = grey.histogram()
    whole, everything = sum(counts), sum(tone * count for tone, count in enumerate(counts))
    below = total = 0
    best, chosen = -1.0, 128
    for tone, count in enumerate(counts):
        below += count
        total += tone * count
        if not 0 < below < whole:
            continue
        apart = total / below - (everything - total) / (whole - below)
        if (spread := below * (whole - below) * apart * apart) > best:
            best, chosen = spread, tone + 1
    return chosen
