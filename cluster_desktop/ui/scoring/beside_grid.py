"""The tables around the points that stay in sight: the criteria at the left, the totals below."""

from collections.abc import Mapping
from typing import Final

from typing_extensions import override

from cluster_desktop.domain.fields.types import show_points
from cluster_desktop.domain.scoring.scored_sheet import ScoreLine
from cluster_desktop.domain.scoring.vocabulary import CriterionKind
from cluster_desktop.ui.grid.cell_model import CellLook, CellModel
from cluster_desktop.ui.scoring.desk import ScoreDesk
from cluster_desktop.ui.scoring.grid_model import GridModel

_HEADINGS: Final = ("Tiêu chí", "Tối đa")
_TOTALS: Final = ("Tổng điểm", "Xếp hạng")
_SIGNS: Final[Mapping[str, str]] = {CriterionKind.BONUS: "+", CriterionKind.PENALTY: "-"}


class _BesideModel(CellModel):
    """A read-only table that changes whenever the grid does."""

    def __init__(self, desk: ScoreDesk, grid: GridModel) -> None:
        super().__init__(grid)
        self._desk = desk
        self._grid = grid
        grid.modelAboutToBeReset.connect(self.beginResetModel)
        grid.modelReset.connect(self.endResetModel)
        grid.dataChanged.connect(self.repaint_cells)

    @override
    def editable(self, row: int, column: int) -> bool:
        return False


class LinesModel(_BesideModel):
    """The criteria with their maxima, as the grid has them in its rows."""

    HEADINGS = _HEADINGS

    def line(self, row: int) -> ScoreLine:
        """Return the line of a row."""
        return self._grid.lines[row]

    @override
    def height(self) -> int:
        return len(self._grid.lines)

    @override
    def words(self, row: int, column: int) -> str:
        line = self.line(row)
        if column == 0:
            return line.words
        most = self._desk.sums.line_maximum(line)
        return f"{_SIGNS.get(line.kind, '')}{show_points(most)}" if most else ""

    @override
    def look(self, row: int, column: int) -> CellLook:
        line = self.line(row)
        return CellLook(
            bold=line.group,
            fixed=line.group,
            indent=line.depth if column == 0 else 0,
            quiet=column == 1,
            edge=column == 1,
        )

    @override
    def tip(self, row: int, column: int) -> str:
        line = self.line(row)
        return f"{line.words}\nMinh chứng cần có: {line.evidence}" if line.evidence else line.words

    @override
    def numeric(self, column: int) -> bool:
        return column == 1


class TotalsModel(_BesideModel):
    """Total and rank of each column of the grid."""

    @override
    def height(self) -> int:
        return len(_TOTALS) if self._grid.columns else 0

    @override
    def width(self) -> int:
        return len(self._grid.columns)

    @override
    def words(self, row: int, column: int) -> str:
        unit, side = self._grid.columns[column]
        if row == 0:
            total = self._desk.sums.total(unit.uid, side)
            return "" if total is None else show_points(total)
        rank = self._desk.sums.rank(unit.uid, side)
        return "" if rank is None else f"{rank.place}=" if rank.shared else str(rank.place)

    @override
    def look(self, row: int, column: int) -> CellLook:
        return CellLook(bold=True, fixed=True, edge=self._grid.look(0, column).edge if self._grid.lines else False)

    @override
    def tip(self, row: int, column: int) -> str:
        unit, side = self._grid.columns[column]
        rank = self._desk.sums.rank(unit.uid, side)
        if unit.left_on is not None:
            return f"{unit.short_name} đã giải thể, sáp nhập ngày {unit.left_on.show()}: không xếp hạng."
        return f"{unit.short_name}, {side.label.lower()}: hạng {rank.words}" if rank else ""

    @override
    def place(self, row: int, column: int) -> str:
        unit, side = self._grid.columns[column]
        return f"{_TOTALS[row]}, {unit.short_name}, {side.label.lower()}"

    @override
    def numeric(self, column: int) -> bool:
        return True


class TotalsHeadModel(_BesideModel):
    """The words beside the totals, and the highest possible points."""

    HEADINGS = _HEADINGS

    @override
    def height(self) -> int:
        return len(_TOTALS)

    @override
    def words(self, row: int, column: int) -> str:
        if column == 0:
            return _TOTALS[row]
        return show_points(self._desk.sums.maximum) if row == 0 and self._desk.totals else ""

    @override
    def look(self, row: int, column: int) -> CellLook:
        return CellLook(bold=True, fixed=True, edge=column == 1)

    @override
    def numeric(self, column: int) -> bool:
        return column == 1
