"""Problems of a score sheet, in words. The criteria are the Academy's own, so nothing here forbids."""

from collections.abc import Iterator
from dataclasses import dataclass

from cluster_desktop.domain.fields.types import POINT, show_points
from cluster_desktop.domain.scoring.score_totals import ScoreTotals
from cluster_desktop.domain.scoring.scored_sheet import SIDES, Mark, ScoredSheet, ScoredUnit, ScoreLine, Side

USUAL_TOTAL = 100 * POINT
"""The usual sum of the criteria of a cluster; another total is reported, not refused."""
_LARGE_TENTHS = 1
"""A difference of more than so many tenths of the maximum is a large one."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The difference between a unit's own points and those of the unit that checks it, in hundredths of a point."""

    points: int
    large: bool

    @property
    def words(self) -> str:
        """The size of the difference and its direction, in words."""
        way = "cao hơn" if self.points > 0 else "thấp hơn"
        return f"Chấm chéo {way} tự chấm {show_points(abs(self.points))} điểm."


def gap(mark: Mark, line: ScoreLine) -> Gap | None:
    """The difference between self and cross points; None while one is missing, and where they agree."""
    if mark.self_points is None or mark.cross_points is None or mark.self_points == mark.cross_points:
        return None
    points = line.sign * (mark.cross_points - mark.self_points)
    return Gap(points, abs(points) * 10 > _LARGE_TENTHS * (line.maximum or 0))


def criteria_problems(sheet: ScoredSheet, totals: ScoreTotals) -> tuple[str, ...]:
    """Find the criteria that do not add up, one sentence each."""
    problems = [problem for line in sheet.lines if line.group and (problem := _group_problem(line, sheet, totals))]
    if sheet.scored_lines and totals.maximum != USUAL_TOTAL:
        problems.append(
            f"Tổng điểm tối đa của các tiêu chí là {show_points(totals.maximum)}, "
            f"không phải {show_points(USUAL_TOTAL)} như thường lệ."
        )
    return tuple(problems)


def _group_problem(line: ScoreLine, sheet: ScoredSheet, totals: ScoreTotals) -> str:
    parts = totals.parts_maximum(line)
    inside = [other for other in sheet.lines if other.parent_uid == line.uid]
    if not inside:
        return f"Nhóm “{line.words}” chưa có tiêu chí nào."
    counted = any(other.due or other.group for other in inside)
    if counted and line.maximum is not None and line.maximum != parts:
        return (
            f"Nhóm “{line.words}” ghi tối đa {show_points(line.maximum)} "
            f"nhưng các tiêu chí cộng lại là {show_points(parts)}."
        )
    return ""


def over_maximum(sheet: ScoredSheet, totals: ScoreTotals) -> Iterator[str]:
    """Points above what a line or a group allows, as a changed maximum leaves them; one sentence each."""
    lines = {line.uid: line for line in sheet.lines}
    for (line_uid, unit_uid), mark in sheet.marks.items():
        line = lines[line_uid]
        if line.maximum is None or max(filter(None, mark.points), default=0) <= line.maximum:
            continue
        for side, points in zip(SIDES, mark.points, strict=True):
            if points is not None and points > line.maximum:
                yield _too_much(sheet.unit(unit_uid), side, line, points)
    for group in (line for line in sheet.lines if line.group and line.maximum is not None):
        for unit in sheet.units:
            for side in SIDES:
                points = totals.points(group, unit.uid, side)
                if points is not None and points > (group.maximum or 0):
                    yield _too_much(unit, side, group, points)


def _too_much(unit: ScoredUnit, side: Side, line: ScoreLine, points: int) -> str:
    return (
        f"{unit.short_name}, {side.label.lower()}: “{line.words}” có {show_points(points)} điểm, "
        f"tối đa {show_points(line.maximum or 0)}."
    )


@dataclass(frozen=True, slots=True)
class Owed:
    """The criteria still to be scored of one unit on one side, and who owes it."""

    unit: ScoredUnit
    side: Side
    lines: tuple[ScoreLine, ...]
    by: str

    @property
    def words(self) -> str:
        """ "Sơn La chấm chéo cho Lào Cai: còn 3 ô"."""
        count = f"còn {len(self.lines)} ô"
        if self.side is Side.SELF:
            return f"{self.unit.short_name} tự chấm: {count}"
        if self.side is Side.CROSS:
            return f"{self.by or 'Chưa phân công'} chấm chéo cho {self.unit.short_name}: {count}"
        return f"Kết luận cho {self.unit.short_name}: {count}"


@dataclass(frozen=True, slots=True)
class Progress:
    """The progress of scoring: cells of the criteria that are filled in, and what is owed."""

    done: int
    whole: int
    owed: tuple[Owed, ...]


def progress(sheet: ScoredSheet, sides: tuple[Side, ...] = SIDES) -> Progress:
    """Count the progress of these sides; units that left during the year owe nothing."""
    due = [line for line in sheet.lines if line.due]
    units = [unit for unit in sheet.units if unit.left_on is None]
    checkers = {unit.scores_uid: unit.short_name for unit in sheet.units if unit.scores_uid}
    missing: dict[tuple[Side, str], list[ScoreLine]] = {}
    for line in due:
        for unit in units:
            mark = sheet.mark(line.uid, unit.uid)
            if None not in mark.points:
                continue
            for side, points in zip(SIDES, mark.points, strict=True):
                if points is None and side in sides:
                    missing.setdefault((side, unit.uid), []).append(line)
    owed = tuple(
        Owed(unit, side, tuple(lines), checkers.get(unit.uid, ""))
        for side in sides
        for unit in units
        if (lines := missing.get((side, unit.uid)))
    )
    whole = len(due) * len(units) * len(sides)
    return Progress(whole - sum(len(due_unit.lines) for due_unit in owed), whole, owed)
