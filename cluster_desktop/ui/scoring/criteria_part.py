"""Tiêu chí: the tree of the year's criteria, edited in place."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHeaderView, QPushButton, QWidget
from typing_extensions import override

from cluster_desktop.commands.scoring import criteria
from cluster_desktop.domain.fields.fields import Field, Value, fields_of
from cluster_desktop.domain.fields.types import POINT, show_points
from cluster_desktop.domain.scoring.score_criteria import read_criteria
from cluster_desktop.domain.scoring.score_problems import criteria_problems
from cluster_desktop.domain.scoring.scored_sheet import ScoreLine
from cluster_desktop.domain.scoring.scoring import CriterionDraft
from cluster_desktop.domain.scoring.vocabulary import CriterionKind
from cluster_desktop.domain.text.blocks import read_block
from cluster_desktop.records.changes import Changes
from cluster_desktop.ui.grid.cell_model import CellLook, CellModel, TypedCell
from cluster_desktop.ui.grid.cell_table import CellTable
from cluster_desktop.ui.imports.import_lists import import_into_sheet
from cluster_desktop.ui.kit.labels import button, icon_button, label
from cluster_desktop.ui.kit.layouts import stretch
from cluster_desktop.ui.scoring.desk import LOCKED, ScoreDesk
from cluster_desktop.ui.scoring.part import ScoringPart

_KEYS: Final = ("code", "title", "kind", "maximum", "evidence")
_WIDTHS: Final = (72, 420, 120, 94, 220)
_TITLE, _KIND, _MAXIMUM = 1, 2, 3
_NOTHING_YET: Final = (
    "Chưa có tiêu chí nào. Chép bảng tiêu chí trong Excel rồi bấm Ctrl+V, hoặc bấm “Thêm nhóm”, “Thêm tiêu chí”."
)
_NEW: Final[Mapping[str, str]] = {CriterionKind.GROUP: "Nhóm tiêu chí mới", CriterionKind.CRITERION: "Tiêu chí mới"}


class CriteriaModel(CellModel):
    """A row for each line of the sheet, its fields in the columns."""

    def __init__(self, desk: ScoreDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        fields = {field.key: field for field in fields_of(CriterionDraft)}
        self.fields: tuple[Field, ...] = tuple(fields[key] for key in _KEYS)
        self.lines: tuple[ScoreLine, ...] = ()

    def show(self) -> None:
        """Show the lines of the desk's sheet."""
        lines = self._desk.sheet.lines
        with self.changing(same=[line.uid for line in lines] == [line.uid for line in self.lines]):
            self.lines = lines

    @override
    def height(self) -> int:
        return len(self.lines)

    @override
    def width(self) -> int:
        return len(_KEYS)

    @override
    def heading(self, column: int) -> str:
        return self.fields[column].column_heading

    def _value(self, row: int, column: int) -> Value:
        value: Value = getattr(self.lines[row], _KEYS[column])
        return value

    @override
    def words(self, row: int, column: int) -> str:
        line = self.lines[row]
        if column == _MAXIMUM and line.group and line.maximum is None:
            return show_points(most) if (most := self._desk.sums.parts_maximum(line)) else ""
        return self.typed(row, column)

    @override
    def typed(self, row: int, column: int) -> str:
        return self.fields[column].show(self._value(row, column))

    @override
    def look(self, row: int, column: int) -> CellLook:
        line = self.lines[row]
        computed = column == _MAXIMUM and line.maximum is None
        return CellLook(bold=line.group, fixed=line.group, quiet=computed, indent=line.depth if column == _TITLE else 0)

    @override
    def tip(self, row: int, column: int) -> str:
        line = self.lines[row]
        if column == _MAXIMUM and line.group and line.maximum is None:
            return "Tổng các tiêu chí trong nhóm; gõ vào để ghi điểm tối đa của nhóm."
        return self.words(row, column) if column in (_TITLE, len(_KEYS) - 1) else ""

    @override
    def place(self, row: int, column: int) -> str:
        return f"{self.fields[column].label}, {self.lines[row].words}"

    @override
    def numeric(self, column: int) -> bool:
        return column == _MAXIMUM

    @override
    def editable(self, row: int, column: int) -> bool:
        return not self._desk.sheet.locked

    @override
    def why_not(self, row: int, column: int) -> str:
        return LOCKED if self._desk.sheet.locked else ""

    @override
    def choices(self, row: int, column: int) -> Sequence[str]:
        return [choice.label for choice in self.fields[column].choices] if column == _KIND else ()

    @override
    def check(self, row: int, column: int, text: str) -> None:
        field = self.fields[column]
        value = field.parse(text)
        if value is None and field.required:
            raise ValueError(f"{field.label} không được để trống.")
        if column == _MAXIMUM and not value and not self.lines[row].group:
            raise ValueError("Ghi điểm tối đa lớn hơn 0.")

    @override
    def write(self, cells: Sequence[TypedCell]) -> str:
        edits = tuple(
            (self.lines[cell.row].uid, _KEYS[cell.column], self.fields[cell.column].parse(cell.text)) for cell in cells
        )
        return self._desk.do(criteria.edit_criteria, edits)


class CriteriaPart(ScoringPart):
    """The tree with the acts on its lines."""

    def __init__(self, desk: ScoreDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Thêm tiêu chí", "add", parent)
        self.model = CriteriaModel(desk)
        self.table = CellTable(self.model, "Tiêu chí của bảng điểm")
        self.total = label("", "quiet")
        self._acts = self._create_acts()
        self._lay_out()
        self.table.pasted_on_nothing.connect(self.paste_table)
        self.model.notice.connect(desk.tell)
        self.model.modelReset.connect(self._on_model_reset)

    def _create_acts(self) -> tuple[QAbstractButton, ...]:
        acts = (
            ("Thêm nhóm", "", self._on_group_clicked, "Ctrl+G"),
            ("Lên", "chevron-up", partial(self._change, criteria.move_criterion, criteria.UP), "Alt+Up"),
            ("Xuống", "chevron-down", partial(self._change, criteria.move_criterion, criteria.DOWN), "Alt+Down"),
            ("Vào nhóm", "chevron-right", partial(self._change, criteria.indent_criterion), "Alt+Right"),
            ("Ra ngoài", "chevron-left", partial(self._change, criteria.outdent_criterion), "Alt+Left"),
            ("Xóa dòng", "", self._on_delete_clicked, "Ctrl+Delete"),
            ("Dán từ Excel", "", self.paste_table, ""),
        )
        coming = icon_button("import", "Nhập từ tệp Excel, Word", self.import_table)
        return (*(self._act(words, icon, act, keys) for words, icon, act, keys in acts), coming)

    def _act(self, words: str, icon: str, act: Callable[[], object], keys: str) -> QPushButton:
        push = button(words, act, icon=icon, tip=f"{words} ({keys})" if keys else "Dán số mục, nội dung, điểm tối đa")
        if keys:
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        return push

    def _lay_out(self) -> None:
        self.arrange(self.table, *self._acts, stretch(), self.total)
        head = self.table.horizontalHeader()
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, width)
        head.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)

    @override
    def show_sheet(self) -> None:
        sheet = self.desk.sheet
        self.model.show()
        self.total.setText(f"Tổng {show_points(self.desk.sums.maximum)} điểm")
        for push in self._acts:
            push.setEnabled(not sheet.locked)
        self.action.setEnabled(not sheet.locked)
        self.show_findings(criteria_problems(sheet, self.desk.sums) if sheet.lines else (_NOTHING_YET,))

    # --- acts ---

    @property
    def line(self) -> ScoreLine | None:
        """The current line."""
        row = self.table.here[0]
        return self.model.lines[row] if 0 <= row < len(self.model.lines) else None

    @override
    def take_step(self) -> None:
        """Add a criterion behind the current line, or into the current group."""
        if not self.save():
            return
        here = self.line
        parent = here.uid if here and here.group else here.parent_uid if here else None
        self._add(CriterionKind.CRITERION, parent, here.uid if here and not here.group else None)

    def _on_group_clicked(self) -> None:
        if not self.save():
            return
        here = self.line
        above = here
        while above is not None and above.parent_uid is not None:
            above = self.desk.sheet.line(above.parent_uid)
        self._add(CriterionKind.GROUP, None, above.uid if above else None)

    def _add(self, kind: str, parent: str | None, after: str | None) -> None:
        draft = CriterionDraft(
            sheet_uid=self.desk.sheet.uid,
            parent_uid=parent,
            kind=kind,
            title=_NEW[kind],
            maximum=None if kind == CriterionKind.GROUP else POINT,
        )
        before = {line.uid for line in self.model.lines}
        if self.desk.do(criteria.add_criterion, draft, after):
            return
        new = next((row for row, line in enumerate(self.model.lines) if line.uid not in before), None)
        if new is not None:
            self.table.go(new, _TITLE)
            self.start()
            self.table.edit(self.model.index(new, _TITLE))

    def _change(self, act: Callable[..., Changes], *more: int) -> None:
        here = self.line
        if here is None or not self.save():
            return
        column = self.table.here[1]
        self.desk.do(act, self.desk.sheet.uid, here.uid, *more)
        self._go_to(here.uid, column)

    def _go_to(self, uid: str, column: int) -> None:
        row = next((row for row, line in enumerate(self.model.lines) if line.uid == uid), None)
        if row is not None:
            self.table.go(row, column)

    def _on_delete_clicked(self) -> None:
        rows = sorted({row for row, _column in self.table.selected_cells()})
        uids = [self.model.lines[row].uid for row in rows]
        if uids and self.save():
            self.desk.do(criteria.delete_criteria, self.desk.sheet.uid, uids)
            if self.model.lines:
                self.table.go(min(rows[0], len(self.model.lines) - 1), _TITLE)

    def paste_table(self) -> None:
        """Add the criteria of a table on the clipboard at the end of the sheet."""
        try:
            lines = read_criteria(read_block(QGuiApplication.clipboard().text()))
        except ValueError as problem:
            self.desk.tell(str(problem), wrong=True)
            return
        self.desk.do(criteria.add_criteria, self.desk.sheet.uid, lines)

    def import_table(self) -> None:
        """Bring the criteria of a file into the sheet."""
        import_into_sheet(self.desk.operations, "criteria", self.desk.sheet.uid, self.window())

    def _on_model_reset(self) -> None:
        if self.model.lines and self.table.here[0] < 0:
            self.table.setCurrentIndex(self.model.index(0, _TITLE))
