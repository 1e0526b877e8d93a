"""Reading a table of criteria copied from a spreadsheet or a text: number, words, maximum."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cluster_desktop.domain.fields.types import POINT
from cluster_desktop.domain.scoring.scored_sheet import ScoreLine
from cluster_desktop.domain.scoring.vocabulary import CriterionKind
from cluster_desktop.domain.text import names, numbers

_ROMAN: Final = re.compile(r"[IVXLC]+|[A-ZĐ]")
_CODE: Final = re.compile(r"(?:[IVXLC]+|[A-ZĐ]|\d+(?:\.\d+)*|[a-zđ])[.)]?")
_LEADING_CODE: Final = re.compile(r"((?:[IVXLC]+|[A-ZĐ]|\d+(?:\.\d+)*|[a-zđ])[.)])\s+(.+)", re.DOTALL)
_BONUS_WORDS: Final = ("diem thuong", "diem cong", "thuong diem")
_PENALTY_WORDS: Final = ("diem tru", "tru diem")


@dataclass(frozen=True, slots=True)
class _Row:
    code: str
    title: str
    points: int | None

    @property
    def level(self) -> int:
        """0 for a Roman number or a capital, 1 for "1", 2 for "1.2", deepest for a small letter."""
        if not self.code or _ROMAN.fullmatch(self.code):
            return 0
        return self.code.count(".") + 1 if self.code[0].isdecimal() else 9


def read_criteria(block: Sequence[Sequence[str]]) -> tuple[ScoreLine, ...]:
    """The lines of a block of cells, in order; uids are only good for telling them apart.

    A row with others below it of a deeper number is a group, and so is one without points. Rows without
    words, and a heading, are passed by. What stands under "Điểm thưởng" or "Điểm trừ" adds or takes away,
    and so does a negative maximum. Raises ValueError with one sentence when no row has words and points.
    """
    rows = [row for cells in block if (row := _row(cells)) is not None]
    rows = rows[1:] if rows and _is_heading(rows[0]) else rows
    if not any(row.points for row in rows):
        raise ValueError("Chưa thấy tiêu chí nào. Hãy chép các cột số mục, nội dung và điểm tối đa của bảng rồi dán.")
    return _lines(rows)


def read_lines(block: Sequence[tuple[str, str, str]]) -> tuple[ScoreLine, ...]:
    """The lines of a table of which each row has number, words and points: one for each row, in order."""
    return _lines([_Row(code.rstrip(".)"), title, _points(points)) for code, title, points in block])


def _lines(rows: Sequence[_Row]) -> tuple[ScoreLine, ...]:
    lines: list[ScoreLine] = []
    above: list[tuple[int, ScoreLine]] = []
    for place, row in enumerate(rows):
        while above and above[-1][0] >= row.level:
            above.pop()
        parent = above[-1][1] if above else None
        deeper = place + 1 < len(rows) and rows[place + 1].level > row.level
        kind = CriterionKind.GROUP if deeper or row.points is None else _kind(row, parent)
        line = ScoreLine(
            uid=str(place),
            code=row.code,
            title=row.title,
            kind=kind,
            maximum=abs(row.points) if row.points else None,
            parent_uid=parent.uid if parent else None,
            depth=len(above),
        )
        lines.append(line)
        if kind == CriterionKind.GROUP:
            above.append((row.level, line))
    return tuple(lines)


def _row(cells: Sequence[str]) -> _Row | None:
    words = [cell for cell in cells if cell]
    code = words.pop(0).rstrip(".)") if len(words) > 1 and _CODE.fullmatch(words[0]) else ""
    points = next((number for cell in reversed(words) if (number := _points(cell)) is not None), None)
    texts = [cell for cell in words if _points(cell) is None]
    if not texts:
        return None
    title = " ".join(texts[0].split())
    leading = None if code else _LEADING_CODE.fullmatch(title)
    return _Row(leading[1].rstrip(".)"), leading[2], points) if leading else _Row(code, title, points)


def _points(cell: str) -> int | None:
    try:
        number = numbers.parse_number(names.fold(cell).removesuffix("diem").strip()) * POINT
    except numbers.NumberProblem:
        return None
    return int(number) if number == int(number) else None


def _is_heading(row: _Row) -> bool:
    """The row above the table: "TT | Nội dung | Điểm tối đa"."""
    return row.points is None and names.fold(row.title).split()[0] in ("tt", "stt", "noi", "tieu")


def _kind(row: _Row, parent: ScoreLine | None) -> str:
    """A row's own words outweigh those of its group, which may speak of both; then the sign of the points decides."""
    if (row.points or 0) < 0:
        return CriterionKind.PENALTY
    for words in map(names.fold, (row.title, parent.title if parent else "")):
        bonus, penalty = (any(word in words for word in some) for some in (_BONUS_WORDS, _PENALTY_WORDS))
        if bonus or penalty:
            return CriterionKind.BONUS if bonus else CriterionKind.PENALTY
    return CriterionKind.CRITERION
