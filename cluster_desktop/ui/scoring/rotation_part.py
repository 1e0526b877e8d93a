"""Phân công chấm chéo: the units that score each other this year, beside those of last year."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from cluster_desktop.commands.scoring.score_rotation import set_rotation
from cluster_desktop.domain.scoring.score_rotation import proposed_rotation, rotation_problems
from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.searching import same_words
from cluster_desktop.ui.grid.cell_model import CellLook, TypedCell
from cluster_desktop.ui.grid.cell_table import CellTable
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import grow
from cluster_desktop.ui.scoring.desk import LOCKED, ScoreDesk
from cluster_desktop.ui.scoring.part import ScoringPart, UnitsModel

_HEADINGS: Final = ("Đơn vị", "Chấm chéo cho", "Năm trước chấm cho", "Được chấm bởi")
_CHOSEN: Final = 1
_NOBODY: Final = "Chưa phân công"


class RotationModel(UnitsModel):
    """A row for each unit; the unit it scores is chosen."""

    HEADINGS = _HEADINGS

    def show(self) -> None:
        """Show the units of the sheet that still exist at the end of the year."""
        self.set_units(tuple(unit for unit in self._desk.sheet.units if unit.left_on is None))

    @override
    def words(self, row: int, column: int) -> str:
        unit = self.units[row]
        if column == 0:
            return unit.short_name
        if column == _CHOSEN:
            return self._name(unit.scores_uid) or _NOBODY
        if column == _CHOSEN + 1:
            return self._name(unit.scored_before)
        return ", ".join(other.short_name for other in self.units if other.scores_uid == unit.uid)

    def _name(self, uid: str | None) -> str:
        return next((unit.short_name for unit in self._desk.sheet.units if unit.uid == uid), "") if uid else ""

    @override
    def look(self, row: int, column: int) -> CellLook:
        unit = self.units[row]
        repeats = column == _CHOSEN and unit.scores_uid is not None and unit.scores_uid == unit.scored_before
        icons = (("warning", "caution"),) if repeats else ()
        nobody = column == _CHOSEN and unit.scores_uid is None
        return CellLook(bold=column == 0, fixed=column != _CHOSEN, quiet=nobody or column > _CHOSEN, icons=icons)

    @override
    def tip(self, row: int, column: int) -> str:
        repeats = self.look(row, column).icons
        return f"{self.units[row].short_name} chấm lại đơn vị đã chấm năm trước." if repeats else ""

    @override
    def editable(self, row: int, column: int) -> bool:
        return column == _CHOSEN and not self._desk.sheet.locked

    @override
    def why_not(self, row: int, column: int) -> str:
        return LOCKED if self._desk.sheet.locked else ""

    @override
    def choices(self, row: int, column: int) -> Sequence[str]:
        return [_NOBODY, *(unit.short_name for unit in self.units if unit is not self.units[row])]

    def _uid(self, row: int, text: str) -> str | None:
        """Return the unit of a name. Raises ValueError with a sentence when it is none of the choices."""
        if not text or names.fold(text) == names.fold(_NOBODY):
            return None
        matches = [unit for unit in self.units if same_words(text, unit.short_name)]
        if not matches or matches[0] is self.units[row]:
            raise ValueError(f"“{text[:40]}” không phải là đơn vị khác của cụm. Hãy chọn trong danh sách.")
        return matches[0].uid

    @override
    def check(self, row: int, column: int, text: str) -> None:
        self._uid(row, text)

    @override
    def write(self, cells: Sequence[TypedCell]) -> str:
        return self.plan({self.units[cell.row].uid: self._uid(cell.row, cell.text) for cell in cells})

    def plan(self, scores: dict[str, str | None]) -> str:
        """Write the plan; returns '' or the reason why it was refused."""
        return self._desk.do(set_rotation, self._desk.sheet.uid, scores)


class RotationPart(ScoringPart):
    """The plan with its problems."""

    def __init__(self, desk: ScoreDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Đề xuất xoay vòng", "refresh", parent)
        self.model = RotationModel(desk)
        self.table = CellTable(self.model, "Phân công chấm chéo")
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        hint = "Mỗi đơn vị chấm một đơn vị khác. Gõ tên, bấm đúp hoặc F2 để chọn."
        self.arrange(self.table, grow(label(hint, "quiet", wraps=True)))
        self.model.notice.connect(desk.tell)
        self.model.modelReset.connect(self._on_model_reset)

    @override
    def show_sheet(self) -> None:
        self.model.show()
        locked = self.desk.sheet.locked
        self.action.setEnabled(not locked and len(self.model.units) > 1)
        self.show_findings(rotation_problems(self.desk.sheet))

    @override
    def take_step(self) -> None:
        """Let each unit score another one than last year, in turn."""
        before = {unit.uid: unit.scored_before for unit in self.model.units if unit.scored_before}
        self.model.plan(dict(proposed_rotation([unit.uid for unit in self.model.units], before)))

    def _on_model_reset(self) -> None:
        if self.model.units:
            self.table.setCurrentIndex(self.model.index(0, _CHOSEN))
