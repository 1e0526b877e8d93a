"""The points of all units in one grid: a row for each line of the sheet, columns by unit and side."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from typing_extensions import override

from cluster_desktop.commands.scoring import scoring
from cluster_desktop.domain.fields.types import show_points
from cluster_desktop.domain.scoring.score_paste import place_block
from cluster_desktop.domain.scoring.score_problems import gap
from cluster_desktop.domain.scoring.score_typing import read_points, show_signed
from cluster_desktop.domain.scoring.scored_sheet import ScoredUnit, ScoreLine, Side
from cluster_desktop.ui.grid.cell_model import CellLook, CellModel, TypedCell
from cluster_desktop.ui.scoring.desk import LOCKED, ScoreDesk

Column = tuple[ScoredUnit, Side]
_LARGE: Final = (("warning", "caution"),)
_SMALL: Final = (("swap", "quiet"),)
_FILES: Final = (("attach", "quiet"),)


class GridModel(CellModel):
    """A grid of the sheet's points; ``show`` chooses the units and sides that have columns."""

    def __init__(self, desk: ScoreDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.lines: tuple[ScoreLine, ...] = ()
        self.columns: tuple[Column, ...] = ()
        self._sides: tuple[Side, ...] = ()

    def show(self, units: Sequence[ScoredUnit], sides: Sequence[Side]) -> None:
        """Show these columns of the present sheet; rows and columns that stay the same keep their places."""
        lines = self._desk.current_sheet.lines if self._desk.current_sheet else ()
        columns = tuple((unit, side) for unit in units for side in sides)
        with self.changing(same=_keys(self.lines, self.columns) == _keys(lines, columns)):
            self.lines, self.columns, self._sides = lines, columns, tuple(sides)

    @override
    def height(self) -> int:
        return len(self.lines)

    @override
    def width(self) -> int:
        return len(self.columns)

    @override
    def heading(self, column: int) -> str:
        return self.columns[column][1].label

    # --- cells ---

    @override
    def words(self, row: int, column: int) -> str:
        line, (unit, side) = self.lines[row], self.columns[column]
        if line.group:
            points = self._desk.sums.points(line, unit.uid, side)
            return "" if points is None else show_points(points)
        return show_signed(self._desk.sheet.mark(line.uid, unit.uid).on(side), line)

    @override
    def numeric(self, column: int) -> bool:
        return True

    @override
    def editable(self, row: int, column: int) -> bool:
        return not self._desk.sheet.locked and not self.lines[row].group

    @override
    def why_not(self, row: int, column: int) -> str:
        if self._desk.sheet.locked:
            return LOCKED
        group = 0 <= row < len(self.lines) and self.lines[row].group
        return "Điểm của nhóm do chương trình cộng; hãy ghi điểm ở từng tiêu chí." if group else ""

    @override
    def look(self, row: int, column: int) -> CellLook:
        line, (unit, side) = self.lines[row], self.columns[column]
        edge = column + 1 == len(self.columns) or self.columns[column + 1][0] is not unit
        if line.group:
            return CellLook(bold=True, fixed=True, edge=edge)
        mark = self._desk.sheet.mark(line.uid, unit.uid)
        difference = gap(mark, line)
        marked = difference is not None and self._tells_gap(side)
        signs = () if not marked or difference is None else _LARGE if difference.large else _SMALL
        files = _FILES if mark.files and self._is_first(column) else ()
        return CellLook(
            tone="caution" if marked and difference is not None and difference.large else "",
            quiet=unit.left_on is not None,
            icons=(*signs, *files),
            edge=edge,
        )

    def _tells_gap(self, side: Side) -> bool:
        """Tell if the column marks differences: that of the cross points, or the only one of the unit."""
        return side is Side.CROSS or Side.CROSS not in self._sides

    def _is_first(self, column: int) -> bool:
        return column == 0 or self.columns[column - 1][0] is not self.columns[column][0]

    @override
    def tip(self, row: int, column: int) -> str:
        line, (unit, _side) = self.lines[row], self.columns[column]
        mark = self._desk.sheet.mark(line.uid, unit.uid)
        difference = None if line.group else gap(mark, line)
        large = " Chênh lệch lớn (trên 10% điểm tối đa)." if difference and difference.large else ""
        lines = (
            f"{difference.words}{large}" if difference else "",
            f"Minh chứng: {mark.evidence}" if mark.evidence else "",
            f"{mark.files} tệp đính kèm (F4 để xem)" if mark.files else "",
            f"{unit.short_name} đã giải thể, sáp nhập ngày {unit.left_on.show()}: không xếp hạng."
            if unit.left_on
            else "",
        )
        return "\n".join(line for line in lines if line)

    @override
    def place(self, row: int, column: int) -> str:
        unit, side = self.columns[column]
        return f"{unit.short_name}, {side.label.lower()}, {self.lines[row].words}"

    @override
    def check(self, row: int, column: int, text: str) -> None:
        if self._desk.sheet.locked:
            raise ValueError(LOCKED)
        read_points(text, self.lines[row])

    @override
    def write(self, cells: Sequence[TypedCell]) -> str:
        return self._save([self._cell(cell) for cell in cells])

    def _cell(self, cell: TypedCell) -> scoring.ScoreCell:
        line, (unit, side) = self.lines[cell.row], self.columns[cell.column]
        return scoring.ScoreCell(line.uid, unit.uid, side, read_points(cell.text, line))

    def _save(self, cells: Sequence[scoring.ScoreCell], sentence: str = "") -> str:
        act = partial(scoring.set_scores, self._desk.operations.workspace, self._desk.sheet.uid, tuple(cells))
        return self._desk.run(act, sentence)

    @override
    def paste(self, row: int, column: int, block: Sequence[Sequence[str]]) -> str:
        if self._desk.sheet.locked:
            return LOCKED
        columns = [(unit.uid, side) for unit, side in self.columns[column:]]
        placed = place_block(self._desk.sheet, row, columns, block)
        if placed.problem:
            return placed.problem
        cells = [scoring.ScoreCell(*where, points) for where, points in placed.points.items()]
        passed = " Khối không có dòng nhóm nên các dòng nhóm được bỏ qua." if placed.without_groups else ""
        return self._save(cells, f"Đã dán {len(cells)} ô.{passed}") if cells else "Khối dán không có ô điểm nào."

    def fill(self, source: Side | None, target: Side) -> str:
        """Fill the empty cells of one side of the units on show: from another side, or with the maximum (None)."""
        units = list(dict.fromkeys(unit.uid for unit, _side in self.columns))
        cells = []
        for line in self.lines:
            if line.group or (source is None and not line.due):
                continue
            for unit in units:
                mark = self._desk.sheet.mark(line.uid, unit)
                points = line.maximum if source is None else mark.on(source)
                if mark.on(target) is None and points is not None:
                    cells.append(scoring.ScoreCell(line.uid, unit, target, points))
        if not cells:
            return "Không còn ô trống nào để điền."
        return self._save(cells, f"Đã điền {len(cells)} ô {target.label.lower()}.")


def _keys(lines: Sequence[ScoreLine], columns: Sequence[Column]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    return [(line.uid, line.kind) for line in lines], [(unit.uid, side.value) for unit, side in columns]
