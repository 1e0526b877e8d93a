"""Ai đủ điều kiện?: everybody of the year judged for one award or all, each rule with its law."""

from functools import partial
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.commands.law import eligibility
from cluster_desktop.commands.law.eligibility import EligibilityLine
from cluster_desktop.records.changes import Changes
from cluster_desktop.ui.awards.nominate import NominateDialog
from cluster_desktop.ui.awards.rounds import rounds_of
from cluster_desktop.ui.kit.cards import EmptyState
from cluster_desktop.ui.kit.labels import button, label, put_on_ground, rule
from cluster_desktop.ui.kit.layouts import STRIP, Space, grow, in_column, in_row, placed
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.kit.two_sides import TwoSides
from cluster_desktop.ui.law.eligibility_filters import EligibilityFilters
from cluster_desktop.ui.law.eligibility_model import AWARD, NAME, REASON, UNIT, VERDICT, EligibilityModel, TagDelegate
from cluster_desktop.ui.law.eligibility_view import EligibilityView
from cluster_desktop.ui.lists.line_table import LineTable
from cluster_desktop.ui.records.section_page import SectionPage

_WIDTHS: Final = {NAME: 190, UNIT: 96, AWARD: 110, VERDICT: 118}
_CHOOSE: Final = "Chọn một dòng để xem từng điều kiện, căn cứ và điều còn thiếu."


class EligibilitySection(SectionPage):
    """Judges in the background when it is in sight and something changed; chosen people can be proposed."""

    KIND: ClassVar[str] = "eligibility"
    ADD_TEXT: ClassVar[str] = "Đề nghị đã chọn"

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self.operations = operations
        self.year = 0
        self._stale, self._asking = True, False
        self._line: EligibilityLine | None = None
        self.filters = EligibilityFilters(operations.workspace)
        self.model = EligibilityModel()
        self.table = LineTable(self.model, TagDelegate(self.model), "Ai đủ điều kiện", _WIDTHS, REASON)
        self.table.setProperty("role", "list")
        self.view = EligibilityView()
        self.back = button("‹ Về &danh sách", self._on_back_clicked, kind="quiet")
        self.foot = label("", "hint")
        self._lay_out()
        self._connect()
        self.view.show_sentence(_CHOOSE)

    @property
    @override
    def record_only(self) -> bool:
        return self.sides.record_only

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        empty = "Chưa có ai trong năm này. Ghi cán bộ ở trang Cán bộ, xếp loại và sáng kiến ở thẻ của từng người."
        self._stack.addWidget(self.table)
        self._stack.addWidget(EmptyState("people", "Chưa có ai để xét", empty))
        self._stack.addWidget(EmptyState("search", "Không có dòng nào", "Bỏ bớt bộ lọc hoặc gõ ít chữ hơn."))
        listed, judged = QWidget(), QWidget()
        in_column(
            self.filters,
            rule(),
            grow(self._stack),
            rule(),
            in_row(self.foot, margins=STRIP),
            on=listed,
            space=Space.NONE,
        )
        put_on_ground(judged)
        in_column(placed(self.back, Qt.AlignmentFlag.AlignLeft), grow(self.view), on=judged, space=Space.NONE)
        self.sides = TwoSides(listed, judged, self.back)
        self.sides.turned.connect(self.turned)
        in_column(self.sides, on=self)

    def _connect(self) -> None:
        self.filters.asked.connect(self._on_filters_asked)
        self.filters.narrowed.connect(self._show_lines)
        self.table.selectionModel().selectionChanged.connect(
            self._on_selection_changed, Qt.ConnectionType.QueuedConnection
        )
        self.table.activated.connect(self._on_table_activated)
        self.view.record_requested.connect(self.record_requested)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._on_back_clicked)

    # --- what the window asks ---

    @override
    def set_year(self, year: int) -> None:
        self.year = year
        self._stale = True
        self._judge_when_seen()

    @override
    def reread(self, changes: Changes | None) -> None:
        if changes is None or changes.kinds & eligibility.CONCERNED:
            self._stale = True
            self._judge_when_seen()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._judge_when_seen()

    @override
    def focus_search(self) -> None:
        self.filters.search.setFocus()
        self.filters.search.selectAll()

    @override
    def focus_lines(self) -> None:
        self.table.setFocus()

    @override
    def show_record(self, kind: str, uid: str) -> bool:
        return kind == self.KIND

    @override
    def add(self) -> None:
        """Propose the chosen people."""
        lines = self.chosen()
        rounds = rounds_of(self.operations.workspace, self.year)
        if not lines:
            self.operations.say("Hãy chọn một hoặc nhiều dòng trong danh sách trước.")
        elif not rounds:
            self.operations.say(f"Năm {self.year} chưa có đợt đề nghị. Hãy thêm ở thẻ “Đợt đề nghị”.")
        else:
            NominateDialog(self.operations, lines, rounds, self.window()).open()

    def chosen(self) -> tuple[EligibilityLine, ...]:
        """Return the selected lines, in their order."""
        return tuple(self.model.line(row) for row in self.table.chosen_rows())

    # --- judging ---

    def _judge_when_seen(self) -> None:
        if self._stale and self.year and self.isVisible() and not self._asking:
            self._stale, self._asking = False, True
            self.filters.offer_units()
            awards, unit = self.filters.awards, self.filters.unit
            work = partial(eligibility.eligibility_lines, self.operations.workspace, self.year, awards, unit)
            self.operations.run_in_background("Đang xét điều kiện", work, self._on_judged, self._on_failed)

    def _on_judged(self, lines: tuple[EligibilityLine, ...]) -> None:
        self._asking = False
        kept = self._line
        self.model.set_lines(lines)
        self.table.setColumnHidden(AWARD, len(self.filters.awards) == 1)
        self.table.setColumnHidden(UNIT, self.filters.unit is not None)
        self.filters.show_counts(self.model.counts())
        self._show_lines()
        row = self.model.row_of(kept) if kept is not None else -1
        if row >= 0:
            self.table.selectRow(row)
        else:
            self._line = None
            self.view.show_sentence(_CHOOSE)
        self._judge_when_seen()

    def _on_failed(self, error: Exception) -> None:
        self._asking = False
        if not isinstance(error, errors.Cancelled):
            self.operations.show_failure(error)

    def _show_lines(self) -> None:
        self.model.set_filter(self.filters.search.text(), self.filters.verdicts)
        shown, total = self.model.rowCount(), self.model.total
        self._stack.setCurrentIndex(0 if shown else 2 if total else 1)
        shown_words = f"{shown} trong {total}" if shown != total else str(total)
        self.foot.setText(f"{shown_words} dòng      Enter để xem từng điều kiện · Ctrl+N đề nghị người đã chọn")

    def _on_filters_asked(self) -> None:
        self._stale = True
        self._judge_when_seen()

    # --- one line beside the list ---

    def _on_selection_changed(self) -> None:
        lines = self.chosen()
        if len(lines) == 1:
            self._show(lines[0])
        elif lines:
            self.view.show_sentence(f"{len(lines)} dòng được chọn. Ctrl+N để đề nghị.")

    def _show(self, line: EligibilityLine) -> None:
        workspace = self.operations.workspace
        if workspace.busy:
            return
        self._line = line
        try:
            judgement = eligibility.judge_line(workspace, self.year, line)
        except errors.UserError as error:
            self.view.show_sentence(error.sentence)
            return
        if judgement is None:
            self.view.show_sentence("Người này không còn trong danh sách của năm.")
        else:
            self.view.show_judgement(judgement)

    def _on_table_activated(self) -> None:
        lines = self.chosen()
        if lines:
            self._show(lines[0])
            self.sides.turn(in_record=True)
            self.view.setFocus()

    def _on_back_clicked(self) -> None:
        self.sides.turn(in_record=False)
        self.table.setFocus()
