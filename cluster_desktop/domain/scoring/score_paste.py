"""Placing the cells of a pasted block in the grid of a score sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from cluster_desktop.domain.scoring.score_typing import read_points
from cluster_desktop.domain.scoring.scored_sheet import ScoredSheet, ScoreLine, Side

Place = tuple[str, str, Side]
"""Criterion, unit, side."""
_MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """The result of a paste: points by place, or a sentence that says why nothing is pasted."""

    points: dict[Place, int | None]
    problem: str = ""
    without_groups: bool = False
    """True when the block had no rows for the groups, which were passed by."""


def place_block(
    sheet: ScoredSheet, start: int, columns: Sequence[tuple[str, Side]], block: Sequence[Sequence[str]]
) -> Placed:
    """The block laid on the sheet from line *start* on, on these columns (unit, side); all of it or nothing.

    Spreadsheets have rows for the groups or not: a row that meets a group must be empty or hold the group's
    sum, otherwise the block is taken to have none. Empty cells leave the points that stand there.
    """
    below = list(sheet.lines[start:])
    height, width = len(block), max(map(len, block), default=0)
    if height > len(below) or width > len(columns):
        return Placed(
            {},
            f"Khối dán có {height} dòng × {width} cột nhưng từ ô đang chọn chỉ còn {len(below)} dòng × "
            f"{len(columns)} cột. Chưa dán gì; hãy chọn ô đầu tiên khác hoặc chép lại đúng vùng.",
        )
    whole = _laid(sheet, below[:height], columns, block)
    if not whole.problem and _groups_agree(sheet, below[:height], columns, block, whole):
        return whole
    scored = [line for line in below if not line.group]
    if height <= len(scored) and any(line.group for line in below[:height]):
        short = _laid(sheet, scored[:height], columns, block)
        if not short.problem:
            return Placed(short.points, without_groups=True)
    if whole.problem:
        return whole
    return Placed(
        {},
        "Chưa dán gì: số ở dòng nhóm không bằng tổng các tiêu chí của nhóm. "
        "Hãy chép vùng có cùng thứ tự dòng với bảng này, hoặc bỏ các dòng nhóm.",
    )


def _laid(
    sheet: ScoredSheet, lines: Sequence[ScoreLine], columns: Sequence[tuple[str, Side]], block: Sequence[Sequence[str]]
) -> Placed:
    points: dict[Place, int | None] = {}
    problems = []
    for line, cells in zip(lines, block, strict=True):
        for (unit, side), text in zip(columns, cells, strict=False):
            if not text or line.group:
                continue
            try:
                points[line.uid, unit, side] = read_points(text, line)
            except ValueError as problem:
                problems.append(f"{sheet.unit(unit).short_name}, “{line.words}”: {problem}")
    if problems:
        rest = f" Còn {len(problems) - _MOST_SHOWN} ô khác." if len(problems) > _MOST_SHOWN else ""
        sentences = " ".join(problems[:_MOST_SHOWN])
        return Placed({}, f"Chưa dán gì vì {len(problems)} ô chưa đúng. {sentences}{rest}")
    return Placed(points)


def _groups_agree(
    sheet: ScoredSheet,
    lines: Sequence[ScoreLine],
    columns: Sequence[tuple[str, Side]],
    block: Sequence[Sequence[str]],
    placed: Placed,
) -> bool:
    return all(
        _is_sum(text, _group_sum(sheet, line, unit, side, placed))
        for line, cells in zip(lines, block, strict=True)
        if line.group
        for (unit, side), text in zip(columns, cells, strict=False)
        if text
    )


def _group_sum(sheet: ScoredSheet, group: ScoreLine, unit: str, side: Side, placed: Placed) -> int:
    inside, total = {group.uid}, 0
    for line in sheet.lines:
        if line.parent_uid not in inside:
            continue
        inside.add(line.uid)
        if not line.group:
            now = placed.points.get((line.uid, unit, side), sheet.mark(line.uid, unit).on(side))
            total += line.sign * (now or 0)
    return total


def _is_sum(text: str, points: int) -> bool:
    """Check that the text of a group's row is its sum (hundredths)."""
    anything = ScoreLine(uid="", title="", maximum=10**9)
    try:
        return abs(read_points(text.lstrip("-−–"), anything) or 0) == abs(points)
    except ValueError:
        return False
