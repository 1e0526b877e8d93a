"""The sums of a score sheet: subtotals, totals and ranks of every unit, on each side."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from cluster_desktop.domain.scoring.scored_sheet import NO_MARK, SIDES, ScoredSheet, ScoredUnit, ScoreLine, Side
from cluster_desktop.domain.scoring.vocabulary import CriterionKind

_WHOLE = ""
_Step = tuple[str, str, int]
"""A line, what it is part of, and its sign; 0 for a group, which has no points of its own."""


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
    counted = Counter(totals.values())
    ranks, place = {}, 1
    for total in sorted(counted, reverse=True):
        ranks[total] = Rank(place, counted[total] > 1)
        place += counted[total]
    return {key: ranks[total] for key, total in totals.items()}


class ScoreTotals:
    """The sums of a sheet, worked out once. Points are in hundredths; a side nobody has scored has no sum.

    *before* are the sums of the same sheet in which only the points of the *changed* units were others.
    """

    def __init__(
        self, sheet: ScoredSheet, before: "ScoreTotals | None" = None, changed: Set[str] = frozenset()
    ) -> None:
        self._units: dict[str, dict[tuple[str, Side], int]] = dict(before._units) if before else {}
        steps = _steps(sheet.lines)
        for unit in sheet.units:
            if before is None or unit.uid in changed:
                self._units[unit.uid] = self._added_up(sheet, steps, unit)
        self._ranks = {side: ranking(self._ranked(sheet, side)) for side in Side}
        self._maxima = _maxima(sheet.lines)
        self.maximum = sum(line.maximum or 0 for line in sheet.lines if line.kind == CriterionKind.CRITERION)
        """The most points of a unit without bonus."""

    def points(self, line: ScoreLine, unit_uid: str, side: Side) -> int | None:
        """A unit's points on a line with their sign: of a group the sum of what it holds."""
        return self._units.get(unit_uid, {}).get((line.uid, side))

    def total(self, unit_uid: str, side: Side) -> int | None:
        """All points of a unit: criteria and bonus less penalties."""
        return self._units.get(unit_uid, {}).get((_WHOLE, side))

    def rank(self, unit_uid: str, side: Side) -> Rank | None:
        """The place of a unit; none without points, and none for one that left during the year."""
        return self._ranks[side].get(unit_uid)

    def line_maximum(self, line: ScoreLine) -> int:
        """The maximum of a line: as stated, of a group without one the sum of its criteria."""
        return line.maximum if line.maximum is not None else self._maxima.get(line.uid, 0)

    def parts_maximum(self, line: ScoreLine) -> int:
        """Return what the criteria of a group can give together, without bonus."""
        return self._maxima.get(line.uid, 0)

    def by_rank(self, sheet: ScoredSheet, side: Side = Side.FINAL) -> tuple[ScoredUnit, ...]:
        """The units, the best first; those without a rank stand last."""
        last = Rank(len(sheet.units) + 1)
        return tuple(sorted(sheet.units, key=lambda unit: (self.rank(unit.uid, side) or last).place))

    def _added_up(self, sheet: ScoredSheet, steps: Sequence[_Step], unit: ScoredUnit) -> dict[tuple[str, Side], int]:
        """The sums of a unit by line and side; those of the whole sheet stand under _WHOLE."""
        sums: dict[tuple[str, Side], int] = {}
        for line, above, sign in steps:
            mark = sheet.mark(line, unit.uid) if sign else NO_MARK
            for side, points in zip(SIDES, mark.points, strict=True):
                worth = sums.get((line, side))
                if points is not None:
                    worth = sums[line, side] = (worth or 0) + sign * points
                if worth is not None:
                    sums[above, side] = sums.get((above, side), 0) + worth
        return sums

    def _ranked(self, sheet: ScoredSheet, side: Side) -> dict[str, int]:
        totals = {unit.uid: self.total(unit.uid, side) for unit in sheet.units if unit.left_on is None}
        return {uid: total for uid, total in totals.items() if total is not None}


def _steps(lines: Sequence[ScoreLine]) -> list[_Step]:
    """The lines in the order in which they are added up: what a group holds comes before the group itself."""
    return [
        (line.uid, line.parent_uid if line.depth and line.parent_uid else _WHOLE, 0 if line.group else line.sign)
        for line in reversed(lines)
    ]


def _maxima(lines: tuple[ScoreLine, ...]) -> dict[str, int]:
    """Add up what the criteria of each group can give: a group inside counts with what it states."""
    sums: dict[str, int] = {}
    for line in reversed(lines):
        if line.group:
            worth = line.maximum if line.maximum is not None else sums.get(line.uid, 0)
        else:
            worth = (line.maximum or 0) if line.kind == CriterionKind.CRITERION else 0
        if line.depth and line.parent_uid:
            sums[line.parent_uid] = sums.get(line.parent_uid, 0) + worth
    return sums
