"""Chấm điểm: the grid of all units, the missing points, and the lock."""

import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from cluster_desktop.commands.scoring import score_sheets
from cluster_desktop.domain.record_kinds.import_kinds import SCORES
from cluster_desktop.domain.scoring.score_problems import Owed, criteria_problems, over_maximum, progress
from cluster_desktop.domain.scoring.scored_sheet import ScoredUnit, Side
from cluster_desktop.ui.imports.import_table import import_from_file
from cluster_desktop.ui.imports.make_forms import make_forms
from cluster_desktop.ui.kit.drop_button import DropButton
from cluster_desktop.ui.kit.labels import button, label, rule
from cluster_desktop.ui.kit.layouts import Space, grow, in_row, stretch
from cluster_desktop.ui.kit.message import ask
from cluster_desktop.ui.printing.print_chips import ChipChoice, ChoiceChip
from cluster_desktop.ui.scoring.desk import LOCKED, ScoreDesk
from cluster_desktop.ui.scoring.evidence_panel import EvidencePanel
from cluster_desktop.ui.scoring.part import ScoringPart
from cluster_desktop.ui.scoring.score_grid import ScoreGrid

_ALL: Final = "all"
_FILLS: Final[tuple[tuple[str, Side | None, Side], ...]] = (
    ("Kết luận lấy theo chấm chéo\tCtrl+D", Side.CROSS, Side.FINAL),
    ("Kết luận lấy theo tự chấm", Side.SELF, Side.FINAL),
    ("Chấm chéo lấy theo tự chấm", Side.SELF, Side.CROSS),
    ("Tự chấm đạt điểm tối đa", None, Side.SELF),
)
_LOCK: Final = "Chốt bảng điểm"
_LOCK_ANYWAY: Final = "&Chốt"


class PointsPart(ScoringPart):
    """The points of all units in one grid."""

    def __init__(self, desk: ScoreDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _LOCK, "lock", parent)
        self.grid = ScoreGrid(desk)
        self.table = self.grid.points
        self.evidence = EvidencePanel(desk)
        self.evidence.hide()
        self.sides = ChoiceChip("Cột")
        self.units = ChoiceChip("Đơn vị")
        self.fill = self._fill_button()
        self.summary = label("", "quiet")
        self.owed = DropButton("", "quiet")
        self.owed.setMenu(QMenu(self.owed))
        self._evidence_button = button("Minh chứng", self.toggle_evidence, icon="attach", tip="Minh chứng của ô (F4)")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        beside = in_row(grow(self.grid), rule(upright=True), self.evidence, space=Space.NONE)
        tools = (self.sides, self.units, self.fill, stretch(), self.summary, self.owed, self._evidence_button)
        self.arrange(beside, *tools)

    def _connect(self) -> None:
        self.sides.chosen.connect(self._on_sides_chosen)
        self.units.chosen.connect(self._on_units_chosen)
        self.grid.turned.connect(self._on_grid_turned)
        self.grid.model.notice.connect(self.desk.tell)
        self.evidence.closed.connect(self.toggle_evidence)
        for number, key in enumerate((_ALL, *(side.value for side in Side)), start=1):
            QShortcut(QKeySequence(f"Alt+{number}"), self).activated.connect(partial(self._on_sides_chosen, key))
        final = partial(self._on_fill_triggered, Side.CROSS, Side.FINAL)
        QShortcut(QKeySequence("Ctrl+D"), self).activated.connect(final)
        QShortcut(QKeySequence("F4"), self).activated.connect(self.toggle_evidence)
        escape = QShortcut(QKeySequence("Esc"), self.evidence)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.toggle_evidence)

    def _fill_button(self) -> DropButton:
        drop = DropButton("Điền &nhanh")
        drop.setAccessibleName("Điền nhanh")
        drop.setToolTip("Điền các ô còn trống của những đơn vị đang hiện; một việc, hoàn tác được")
        drop.set_acts(
            *((words, partial(self._on_fill_triggered, source, target)) for words, source, target in _FILLS),
            None,
            ("Nhập điểm từ Excel, Word…", self._on_import_triggered),
            ("Biểu tự chấm để đơn vị điền…", self._on_forms_triggered),
        )
        return drop

    def _on_import_triggered(self) -> None:
        import_from_file(self.desk.operations, SCORES, self.window(), year=self.desk.year)

    def _on_forms_triggered(self) -> None:
        make_forms(self.desk.operations, SCORES.key, self.desk.year, self.window())

    # --- what is shown ---

    @override
    def show_sheet(self) -> None:
        sheet = self.desk.sheet
        sides = [ChipChoice(_ALL, "cả ba", detail="Alt+1")]
        sides += [
            ChipChoice(side.value, side.label.lower(), detail=f"Alt+{number}") for number, side in enumerate(Side, 2)
        ]
        self.sides.offer(sides, self.sides.key or _ALL)
        units = [ChipChoice(_ALL, "tất cả"), *(ChipChoice(unit.uid, unit.short_name) for unit in sheet.units)]
        keys = {choice.key for choice in units}
        self.units.offer(units, self.units.key if self.units.key in keys else _ALL)
        self.action.setText("Sang suy tôn" if sheet.locked else _LOCK)
        self.action.setData("chevron-right" if sheet.locked else "lock")
        self.fill.setEnabled(not sheet.locked)
        self._show_columns()

    def chosen_sides(self) -> tuple[Side, ...]:
        """Return the sides that have columns."""
        return tuple(Side) if self.sides.key == _ALL else (Side(self.sides.key),)

    def _chosen_units(self) -> list[ScoredUnit]:
        return [unit for unit in self.desk.sheet.units if self.units.key in (_ALL, unit.uid)]

    def _show_columns(self) -> None:
        self.grid.model.show(self._chosen_units(), self.chosen_sides())
        self._show_progress()
        self._show_banner()
        self.evidence.reread()

    def _show_progress(self) -> None:
        scored = progress(self.desk.sheet, self.chosen_sides())
        missing = scored.whole - scored.done
        self.summary.setText(f"Đã chấm {scored.done}/{scored.whole} ô")
        self.owed.setText(f"Còn t&hiếu {missing} ô")
        self.owed.setVisible(missing > 0)
        menu = self.owed.menu()
        menu.clear()
        for owed in scored.owed:
            menu.addAction(owed.words).triggered.connect(partial(self._on_owed_triggered, owed))

    def _show_banner(self) -> None:
        sheet = self.desk.sheet
        if self.show_lock():
            return
        problems = (*criteria_problems(sheet, self.desk.sums), *over_maximum(sheet, self.desk.sums))
        if problems:
            rest = f" (và {len(problems) - 1} chỗ khác)" if len(problems) > 1 else ""
            self.banner.show_text(f"{problems[0]}{rest}", "caution")
        elif sheet.unlock_reason:
            self.banner.show_text(f"Bảng điểm được mở lại: {sheet.unlock_reason}", "caution")
        elif not sheet.units:
            self.banner.show_text("Sổ chưa có đơn vị nào để chấm. Hãy thêm đơn vị ở trang “Đơn vị và cụm”.", "caution")
        else:
            self.banner.hide()

    # --- acts ---

    @override
    def take_step(self) -> None:
        """Lock the sheet as of today; with a locked one, go on to the vote."""
        if self.desk.sheet.locked:
            self.turned_to.emit("vote")
        elif self.save() and self._confirm_lock():
            self.desk.do(score_sheets.lock_sheet, self.desk.sheet.uid, datetime.date.today())

    def _confirm_lock(self) -> bool:
        """Ask before locking a sheet with missing points; True to lock."""
        scored = progress(self.desk.sheet)
        missing = scored.whole - scored.done
        question = f"Còn {missing} ô chưa chấm. Vẫn chốt bảng điểm?"
        return not missing or ask(self, "Chốt bảng điểm", question, (_LOCK_ANYWAY, "Chưa chốt")) == _LOCK_ANYWAY

    def toggle_evidence(self) -> None:
        """Show or hide the evidence of the current cell."""
        if self.evidence.isVisible():
            self.evidence.save()
            self.evidence.hide()
            self.start()
        else:
            self.evidence.show()
            self._on_grid_turned()
            self.evidence.evidence.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    @override
    def unsaved(self) -> bool:
        return super().unsaved or self.evidence.unsaved

    @override
    def save(self) -> bool:
        return super().save() and self.evidence.save()

    @override
    def discard(self) -> None:
        super().discard()
        self.evidence.discard()

    def _on_sides_chosen(self, key: str) -> None:
        if self.save():
            self.sides.offer(self.sides.choices, key)
            self._show_columns()

    def _on_units_chosen(self, key: str) -> None:
        if self.save():
            self.units.offer(self.units.choices, key)
            self._show_columns()

    def _on_fill_triggered(self, source: Side | None, target: Side, _checked: bool = False) -> None:
        if self.desk.sheet.locked:
            self.desk.tell(LOCKED, wrong=True)
            return
        problem = self.grid.model.fill(source, target)
        if problem:
            self.desk.tell(problem)

    def _on_owed_triggered(self, owed: Owed, _checked: bool = False) -> None:
        columns = [(unit.uid, side) for unit, side in self.grid.model.columns]
        if (owed.unit.uid, owed.side) not in columns:
            self._on_units_chosen(_ALL)
            columns = [(unit.uid, side) for unit, side in self.grid.model.columns]
        rows = [line.uid for line in self.grid.model.lines]
        self.grid.go(rows.index(owed.lines[0].uid), columns.index((owed.unit.uid, owed.side)))

    def _on_grid_turned(self) -> None:
        row, column = self.table.here
        if self.evidence.isVisible() and row >= 0:
            self.evidence.show_cell(self.grid.model.lines[row], self.grid.model.columns[column][0])
