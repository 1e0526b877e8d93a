"""The rotation of cross scoring: each unit checks another, none itself, and not the same as the year before."""

from collections.abc import Iterator, Mapping, Sequence

from cluster_desktop.domain.scoring.scored_sheet import ScoredSheet


def proposed_rotation(units: Sequence[str], before: Mapping[str, str]) -> dict[str, str]:
    """Each unit scores the one some places after it: as few places as give nobody the unit of last year.

    *before* says whom each scored the year before. Where no step pleases everybody, the one that repeats
    least is taken. Nothing is proposed for fewer than two units.
    """
    steps = range(1, len(units))
    if not steps:
        return {}
    best = min(steps, key=lambda step: (_repeats(units, before, step), step))
    return dict(_turned(units, best))


def _turned(units: Sequence[str], step: int) -> Iterator[tuple[str, str]]:
    for place, unit in enumerate(units):
        yield unit, units[(place + step) % len(units)]


def _repeats(units: Sequence[str], before: Mapping[str, str], step: int) -> int:
    return sum(before.get(unit) == other for unit, other in _turned(units, step))


def rotation_problems(sheet: ScoredSheet) -> tuple[str, ...]:
    """Find what is wrong with who scores whom this year, one sentence each; nothing before it is planned."""
    here = [unit for unit in sheet.units if unit.left_on is None]
    planned = {unit.uid: unit.scores_uid for unit in here if unit.scores_uid}
    if not planned:
        return ()
    problems = []
    for unit in here:
        scored_by = [sheet.unit(uid).short_name for uid, other in planned.items() if other == unit.uid]
        if unit.scores_uid == unit.uid:
            problems.append(f"{unit.short_name} không thể chấm chéo cho chính mình.")
        if unit.uid not in planned:
            problems.append(f"{unit.short_name} chưa được phân công chấm đơn vị nào.")
        elif unit.scores_uid == unit.scored_before:
            problems.append(f"{unit.short_name} chấm lại đơn vị đã chấm năm trước.")
        if not scored_by:
            problems.append(f"Chưa có đơn vị nào chấm chéo cho {unit.short_name}.")
        elif len(scored_by) > 1:
            problems.append(f"{' và '.join(scored_by)} cùng chấm chéo cho {unit.short_name}.")
    return tuple(problems)
