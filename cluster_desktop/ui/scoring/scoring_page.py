"""Chấm điểm cụm: criteria, points, the rotation, and the vote of one year."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar, Final

from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from cluster_desktop.commands.scoring import score_sheets
from cluster_desktop.records.changes import Changes
from cluster_desktop.ui.kit.cards import EmptyState
from cluster_desktop.ui.kit.chip_row import ChipRow
from cluster_desktop.ui.kit.layouts import BAR, Space, grow, in_column, in_row, stretch
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.kit.page import Page
from cluster_desktop.ui.printing.print_chips import ChipChoice, ChoiceChip
from cluster_desktop.ui.scoring.criteria_part import CriteriaPart
from cluster_desktop.ui.scoring.desk import KINDS, ScoreDesk
from cluster_desktop.ui.scoring.part import ScoringPart
from cluster_desktop.ui.scoring.points_part import PointsPart
from cluster_desktop.ui.scoring.rotation_part import RotationPart
from cluster_desktop.ui.scoring.vote_part import VotePart

POINTS: Final = "points"
_PARTS: Final[dict[str, tuple[str, Callable[[ScoreDesk], ScoringPart]]]] = {
    POINTS: ("&Chấm điểm", PointsPart),
    "criteria": ("&Tiêu chí", CriteriaPart),
    "rotation": ("&Phân công chấm chéo", RotationPart),
    "vote": ("&Suy tôn", VotePart),
}
_PART_OF_KIND: Final = {"criterion": "criteria", "recommendation": "vote"}


class ScoringPage(Page):
    """One part at a time of the year's score sheet; a year without one shows how to begin."""

    TITLE: ClassVar[str] = "Chấm điểm cụm"

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self.desk = ScoreDesk(operations, self)
        self._parts: dict[str, ScoringPart] = {}
        self.key = POINTS
        self._action = QAction("", self)
        self._action.triggered.connect(self._on_action_triggered)
        self.chips = ChipRow([(key, words) for key, (words, _part) in _PARTS.items()])
        self.chips.chosen.connect(self._on_chip_chosen)
        self.clusters = ChoiceChip("Cụm, khối")
        self.clusters.chosen.connect(self._on_cluster_chosen)
        self.stack = QStackedWidget()
        self._lay_out()
        self.desk.changed.connect(self._show)

    def _lay_out(self) -> None:
        in_column(
            in_row(self.chips, stretch(), self.clusters, margins=BAR), grow(self.stack), on=self, space=Space.NONE
        )

    # --- parts ---

    def part(self, key: str) -> ScoringPart:
        """Return a part of the page, created at the first call."""
        if key not in self._parts:
            part = _PARTS[key][1](self.desk)
            part.action.changed.connect(self._show_action)
            part.turned_to.connect(self.choose)
            part.record_requested.connect(self.record_requested)
            self._parts[key] = part
            self.stack.addWidget(part)
        return self._parts[key]

    @property
    def current(self) -> ScoringPart | None:
        """The part on show; None in a year without a sheet."""
        return self.part(self.key) if self.desk.current_sheet is not None else None

    def choose(self, key: str) -> None:
        """Show another part."""
        self.key = key
        self._show()
        if self.current is not None:
            self.current.start()

    def _show(self) -> None:
        self.chips.setVisible(self.desk.current_sheet is not None)
        self.chips.mark(self.key)
        chosen = self.desk.cluster
        self.clusters.offer(
            [ChipChoice(cluster.uid, cluster.label) for cluster in self.desk.clusters], chosen.uid if chosen else ""
        )
        self.clusters.setVisible(len(self.desk.clusters) > 1)
        part = self.current
        if part is None:
            self._show_beginning()
        else:
            part.show_sheet()
            self.stack.setCurrentWidget(part)
        self._show_action()

    def _show_beginning(self) -> None:
        old = self.stack.currentWidget()
        beginning = self._beginning()
        self.stack.addWidget(beginning)
        self.stack.setCurrentWidget(beginning)
        if isinstance(old, EmptyState):
            self.stack.removeWidget(old)
            old.deleteLater()

    def _beginning(self) -> EmptyState:
        year = self.desk.year
        if self.desk.cluster is None:
            return EmptyState(
                "clipboard-task",
                "Sổ chưa có cụm thi đua nào",
                "Thêm cụm, khối ở trang “Đơn vị và cụm” rồi trở lại đây để chấm điểm.",
                (("Đến trang Đơn vị và cụm", partial(self.record_requested.emit, "cluster", "")),),
            )
        acts = [("Tạo bảng điểm mẫu", self.start_example), ("Bảng trống", self.start_empty)]
        advice = "Bắt đầu từ bảng điểm mẫu để sửa (không phải quy định), hoặc bảng trống rồi dán tiêu chí từ Excel."
        if self.desk.earlier is not None:
            before = self.desk.earlier[1]
            acts.insert(0, (f"Chép tiêu chí năm {before}", self.copy_before))
            advice = f"Chép các tiêu chí của năm {before} rồi sửa những chỗ thay đổi; điểm không chép theo."
        return EmptyState("clipboard-task", f"Năm {year} chưa có bảng điểm", advice, tuple(acts))

    def copy_before(self) -> None:
        """Begin with the criteria of the last sheet."""
        self._begin(score_sheets.copy_sheet)

    def start_example(self) -> None:
        """Begin with the example criteria."""
        self._begin(score_sheets.start_example)

    def start_empty(self) -> None:
        """Begin without criteria."""
        self._begin(score_sheets.start_empty)
        if self.desk.current_sheet is not None:
            self.choose("criteria")

    def _begin(self, act: Callable[..., Changes]) -> None:
        cluster = self.desk.cluster
        if cluster is not None and not self.desk.do(act, cluster.uid, self.desk.year):
            self.choose(POINTS)

    # --- what the window asks ---

    @override
    def primary_action(self) -> QAction | None:
        return self._action

    def _show_action(self) -> None:
        part = self.current
        if part is not None:
            self._action.setData(part.action.data())
            self._action.setText(part.action.text())
            self._action.setEnabled(part.action.isEnabled())
        else:
            before = self.desk.earlier
            words = f"Chép tiêu chí năm {before[1]}" if before else "Tạo bảng điểm mẫu"
            self._action.setData("copy" if before else "add")
            self._action.setText(words)
            self._action.setEnabled(self.desk.cluster is not None)

    @override
    def save(self) -> bool:
        return self.current is None or self.current.save()

    @override
    def discard(self) -> None:
        if self.current is not None:
            self.current.discard()

    @override
    def has_unsaved(self) -> bool:
        return self.current is not None and self.current.unsaved

    @override
    def focus_search(self) -> None:
        if self.current is not None:
            self.current.start()

    @override
    def reread(self, changes: Changes | None) -> None:
        if changes is None or changes.kinds & KINDS:
            self.desk.reread(changes)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Put the cursor into the table, ready to type."""
        super().showEvent(event)
        self.focus_search()

    @override
    def set_year(self, year: int) -> None:
        shown, self.desk.year = self.desk.year, year
        if shown and shown != year:
            self.desk.read()

    @override
    def show_record(self, kind: str, uid: str) -> bool:
        if kind == "score_sheet" and uid and not self.desk.operations.workspace.busy:
            self.desk.open_sheet(uid)
        self.choose(_PART_OF_KIND.get(kind, POINTS))
        return True

    def _on_action_triggered(self) -> None:
        if self.current is not None:
            self.current.take_step()
        elif self.desk.earlier is not None:
            self.copy_before()
        else:
            self.start_example()

    def _on_chip_chosen(self, key: str) -> None:
        if self.current is None or self.current.save():
            self.choose(key)

    def _on_cluster_chosen(self, uid: str) -> None:
        if self.current is None or self.current.save():
            self.desk.cluster_uid = uid
            self.desk.read()
