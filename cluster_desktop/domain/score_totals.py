"""What a score sheet adds up to: subtotals, totals and ranks of every unit, on each side."""

from collections.abc import Mapping
from dataclasses import dataclass

from cluster_desktop.domain.score_book import Line, ScoreBook, ScoredUnit, Side
from cluster_desktop.domain.scoring import CRITERION


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in the order; ``shared`` when others stand on the same one (đồng hạng)."""

    place: int
    shared: bool = False

    @property
    def words(self) -> str:
        """ "2", or "1 (đồng hạng)"."""
        return f"{self.place} (đồng hạng)" if self.shared else str(self.place)


def ranking(totals: Mapping[str, int]) -> dict[str, Rank]:
    """The rank of each: equal totals share a place, and as many places as they are stay empty behind it."""
    ordered = sorted(totals.values(), reverse=True)
    return {key: Rank(ordered.index(total) + 1, ordered.count(total) > 1) for key, total in totals.items()}


class ScoreTotals:
    """The sums of a book, worked out once. Points are in hundredths; a side nobody has scored has no sum."""

    def __init__(self, book: ScoreBook) -> None:
        self._sums: dict[tuple[str, str, Side], int] = {}
        self._totals: dict[tuple[str, Side], int] = {}
        for unit in book.units:
            for side in Side:
                self._add_up(book, unit, side)
        self._ranks = {side: ranking(self._ranked(book, side)) for side in Side}
        self._maxima = _maxima(book.lines)
        self.maximum = sum(line.maximum or 0 for line in book.lines if line.kind == CRITERION)
        """What a unit can have without bonus."""

    def points(self, line: Line, unit_uid: str, side: Side) -> int | None:
        """A unit's points on a line with their sign: of a group the sum of what it holds."""
        return self._sums.get((line.uid, unit_uid, side))

    def total(self, unit_uid: str, side: Side) -> int | None:
        """All points of a unit: criteria and bonus less penalties."""
        return self._totals.get((unit_uid, side))

    def rank(self, unit_uid: str, side: Side) -> Rank | None:
        """The place of a unit; none without points, and none for one that left during the year."""
        return self._ranks[side].get(unit_uid)

    def line_maximum(self, line: Line) -> int:
        """The maximum of a line: as stated, of a group without one the sum of its criteria."""
        return line.maximum if line.maximum is not None else self._maxima.get(line.uid, 0)

    def parts_maximum(self, line: Line) -> int:
        """What the criteria of a group can give together, without bonus."""
        return self._maxima.get(line.uid, 0)

    def by_rank(self, book: ScoreBook, side: Side = Side.FINAL) -> tuple[ScoredUnit, ...]:
        """The units, the best first; those without a rank stand last."""
        last = Rank(len(book.units) + 1)
        return tuple(sorted(book.units, key=lambda unit: (self.rank(unit.uid, side) or last).place))

    def _add_up(self, book: ScoreBook, unit: ScoredUnit, side: Side) -> None:
        sums: dict[str, int] = {}
        total: int | None = None
        for line in reversed(book.lines):  # what a group holds comes before the group itself
            points = None if line.group else book.mark(line.uid, unit.uid).on(side)
            if points is not None:
                sums[line.uid] = sums.get(line.uid, 0) + line.sign * points
            if line.uid not in sums:
                continue
            if line.depth and line.parent_uid:
                sums[line.parent_uid] = sums.get(line.parent_uid, 0) + sums[line.uid]
            else:
                total = (total or 0) + sums[line.uid]
        for uid, points in sums.items():
            self._sums[uid, unit.uid, side] = points
        if total is not None:
            self._totals[unit.uid, side] = total

    def _ranked(self, book: ScoreBook, side: Side) -> dict[str, int]:
        found = {unit.uid: self.total(unit.uid, side) for unit in book.units if unit.left_on is None}
        return {uid: total for uid, total in found.items() if total is not None}


def _maxima(lines: tuple[Line, ...]) -> dict[str, int]:
    """What the criteria of each group can give together: a group inside counts with what it states."""
    sums: dict[str, int] = {}
    for line in reversed(lines):
        if line.group:
            worth = line.maximum if line.maximum is not None else sums.get(line.uid, 0)
        else:
            worth = (line.maximum or 0) if line.kind == CRITERION else 0
        if line.depth and line.parent_uid:
            sums[line.parent_uid] = sums.get(line.parent_uid, 0) + worth
    return sums
