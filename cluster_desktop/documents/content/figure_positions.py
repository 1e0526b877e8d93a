"""Places of a document's figures on its pages, so that they can be pointed at."""

from dataclasses import dataclass

from cluster_desktop.domain.figures.count import Source


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure on a page (from 0): its box in millimetres from the upper left corner, what is printed, its records."""

    page: int
    left: float
    top: float
    width: float
    height: float
    words: str
    source: Source

    def holds(self, x: float, y: float) -> bool:
        """True for a point (millimetres) inside."""
        return self.left <= x <= self.left + self.width and self.top <= y <= self.top + self.height


def spot_at(spots: tuple[Spot, ...], page: int, x: float, y: float) -> Spot | None:
    """The smallest figure at a point of a page (millimetres)."""
    hits = [spot for spot in spots if spot.page == page and spot.holds(x, y)]
    return min(hits, key=lambda spot: spot.width * spot.height, default=None)
