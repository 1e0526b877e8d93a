"""In ấn: choose a paper, see the very PDF and what was found on it, save it or print it."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout
from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.domain.count import Source
from cluster_desktop.records.changes import Changes
from cluster_desktop.ui.dialogs.figure_records import show_figure
from cluster_desktop.ui.dialogs.number import ask_number
from cluster_desktop.ui.dialogs.summary_texts import SummaryTextsDialog
from cluster_desktop.ui.kit.cards import EmptyState
from cluster_desktop.ui.kit.labels import rule
from cluster_desktop.ui.operations import Operations
from cluster_desktop.ui.page import Page
from cluster_desktop.ui.pages.figure_list import FigureList
from cluster_desktop.ui.pages.own_layouts import OwnLayouts
from cluster_desktop.ui.pages.print_choices import PrintChoices
from cluster_desktop.ui.pages.print_maker import ProofMaker
from cluster_desktop.ui.pages.print_output import PaperOutput
from cluster_desktop.ui.pages.print_papers import EVENT, PAPERS, Paper, Proof, paper_of
from cluster_desktop.ui.pages.print_preflight import MakingRow, ProofBar
from cluster_desktop.ui.pages.print_tiles import PaperTiles
from cluster_desktop.ui.preview import PreviewView
from cluster_desktop.ui.preview_bar import PreviewBar

_NARROW_BELOW: Final = 980
_PATIENCE_MS: Final = 250
"""A proof that is there sooner needs no progress bar."""


class PrintPage(Page):
    """Tiles at the left; beside them the choices, the preview, and what can be done with it."""

    TITLE: ClassVar[str] = "In ấn"

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self._stale = True
        self._keep_place = False
        self._empty: EmptyState | None = None
        self.proof: Proof | None = None
        self.maker = ProofMaker(operations.workspace, self)
        self.output = PaperOutput(operations, self)
        self.own_layouts = OwnLayouts(operations, self)
        self.tiles = PaperTiles()
        self.choices = PrintChoices()
        self.view = PreviewView()
        self.pager = PreviewBar(self.view)
        self.making = MakingRow()
        self.bar = ProofBar()
        self.figures = FigureList()
        self.stack = QStackedWidget()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._lay_out()
        self._connect()
        self.tiles.choose(self.choices.paper)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        head.setSpacing(12)
        head.addWidget(self.choices, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.pager, 0, Qt.AlignmentFlag.AlignTop)
        self.stack.addWidget(self.view)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.figures)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(head)
        right.addWidget(self.making)
        right.addLayout(middle, 1)
        right.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.tiles)
        row.addWidget(rule(upright=True))
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.tiles.chosen.connect(self.show_paper)
        self.choices.changed.connect(self.make)
        self.choices.number_wanted.connect(self._on_number_wanted)
        self.choices.texts_wanted.connect(self._on_texts_wanted)
        self.own_layouts.chosen.connect(self.choices.choose_layout)
        self.choices.layout_chip.acts = self.own_layouts.acts
        self.maker.made.connect(self._on_maker_made)
        self.maker.failed.connect(self._on_maker_failed)
        self.maker.moved.connect(self.making.show_progress)
        self.making.stop.clicked.connect(self._on_stop_clicked)
        self.view.failed.connect(self._operations.failed)
        self.bar.print_wanted.connect(self.print)
        self.bar.pdf_wanted.connect(self.save)
        self.bar.each_wanted.connect(self._on_each_wanted)
        self.bar.several_wanted.connect(self._on_several_wanted)
        self.bar.format_wanted.connect(self._on_format_wanted)
        self.bar.list.page_wanted.connect(self.view.go_to)
        self.bar.figures_wanted.connect(self._on_figures_wanted)
        self.figures.walked.connect(self.view.show_spot)
        self.figures.closed.connect(self._on_figures_wanted)
        for shown in (self.figures.chosen, self.view.figure_chosen):
            shown.connect(self._on_figure_chosen)
        self._patience.timeout.connect(self.making.show)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.print)

    def show_paper(self, paper: Paper) -> None:
        """Turn to another paper."""
        if paper != self.choices.paper:
            self.choices.set_paper(paper)
            self.tiles.choose(paper)
            self.bar.show_list(False)
            self.make()

    def make(self) -> None:
        """Make a proof of what is chosen now; the one on show stays until then."""
        self._keep_place = False
        self._stale = not self.isVisible()
        if self._stale:
            return
        self.proof = None
        self.making.show_progress(0, 0)
        self._patience.start()
        self.bar.setEnabled(False)
        self.maker.start(self.choices.order)

    def print(self) -> None:
        """Print what is shown, if nothing on it has to be put right first."""
        proof = self._sound_proof()
        if proof is not None:
            self.output.print_proof(proof, self.view.page)

    @override
    def save(self) -> bool:
        proof = self._sound_proof()
        if proof is not None:
            self.output.save_pdf(proof)
        return True

    @override
    def focus_search(self) -> None:
        self.pager.number.setFocus()
        self.pager.number.selectAll()

    @override
    def reread(self, changes: Changes | None) -> None:
        self.make()
        self._keep_place = True

    @override
    def set_year(self, year: int) -> None:
        self.choices.set_year(year)
        self.make()

    @override
    def show_record(self, kind: str, uid: str) -> bool:
        """Show the certificates of a decision (*kind* "print") or a paper by its key (*kind* "paper")."""
        if kind not in ("print", "paper"):
            return False
        if kind == "paper":
            paper = next((one for one in PAPERS if one.key == uid), None)
        else:
            paper = paper_of(self._operations.workspace, uid) if uid else None
        if paper is not None:
            self.show_paper(paper)
        if uid and kind == "print":
            self.choices.choose_source(uid)
            self.make()
        return True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.make()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.maker.busy:
            self._stop_making()
            self._stale = True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < _NARROW_BELOW
        self.choices.set_narrow(narrow)
        self.bar.set_room(event.size().height(), narrow=narrow)
        super().resizeEvent(event)

    def _sound_proof(self) -> Proof | None:
        """What is shown, unless there is nothing or something on it has to be put right."""
        proof = self.proof
        if proof is None or not proof.pdf:
            return None
        if proof.blocking:
            sheets = len({finding.index for finding in proof.blocking})
            sentence = f"Chưa in được: {sheets} tờ phải sửa. Hãy xem danh sách kiểm tra."
            self._operations.show_failure(errors.DocumentError(sentence))
            self.bar.show_list(True)
            self.view.go_to(proof.blocking[0].index)
            return None
        return proof

    def _stop_making(self) -> None:
        self.maker.stop()
        self._patience.stop()
        self.making.hide()
        self.bar.setEnabled(True)

    def _show_proof(self, proof: Proof) -> None:
        self.proof = proof
        self.choices.show_proof(proof)
        self.own_layouts.show_proof(proof)
        self.bar.show_proof(proof)
        self.pager.setVisible(bool(proof.pdf))
        self.figures.show_spots(proof.spots)
        self.figures.setVisible(bool(proof.spots) and not self.figures.isHidden())
        if proof.pdf:
            self.view.show_pdf(proof.pdf, keep_place=self._keep_place)
            self.view.show_spots(proof.spots)
            self.stack.setCurrentWidget(self.view)
        else:
            self._show_missing(proof)

    def _show_missing(self, proof: Proof) -> None:
        paper, year = proof.order.paper, proof.order.year
        if paper.about == EVENT:
            self._show_no_event(year)
            return
        hint = "Lập quyết định từ các đề nghị hội đồng đã đồng ý; giấy của từng người sẽ hiện ở đây."
        if proof.sources:
            hint += "\nQuyết định của các năm khác có ở nút “Quyết định” phía trên."
        self._show_empty(
            paper.icon,
            f"Năm {year} chưa có quyết định {paper.granting}",
            hint,
            ("&Thêm quyết định", self._on_add_clicked),
        )

    def _show_no_event(self, year: int) -> None:
        hint = "Ghi giải của hội thi, giao lưu hoặc tham luận của hội thảo vào sự kiện; giấy chứng nhận sẽ hiện ở đây."
        act = ("&Thêm sự kiện", partial(self.wanted.emit, "event", ""))
        self._show_empty("calendar", f"Năm {year} chưa có sự kiện nào có giải hoặc tham luận", hint, act)

    def _show_empty(self, icon: str, title: str, sentence: str, act: tuple[str, Callable[[], object]]) -> None:
        if self._empty is not None:
            self.stack.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = EmptyState(icon, title, sentence, (act,))
        self.stack.addWidget(self._empty)
        self.stack.setCurrentWidget(self._empty)
        self.pager.hide()

    def _on_maker_made(self, proof: Proof) -> None:
        self._stop_making()
        self._show_proof(proof)

    def _on_maker_failed(self, error: Exception) -> None:
        self._stop_making()
        self.bar.show_proof(None)
        words = error.sentence if isinstance(error, errors.UserError) else "Chương trình gặp lỗi ngoài dự tính."
        self._show_empty("error", "Chưa dựng được bản in", words, ("&Thử lại", self.make))
        if not isinstance(error, errors.UserError):
            self._operations.show_failure(error)

    def _on_stop_clicked(self) -> None:
        self._stop_making()
        self.bar.show_proof(None)
        self._show_empty("stop", "Đã dừng", "Chưa dựng xong bản in này.", ("&Dựng lại", self.make))

    def _on_add_clicked(self) -> None:
        self.wanted.emit("decision", "")

    def _on_number_wanted(self) -> None:
        paper = self.proof.numbered if self.proof is not None else None
        if paper is not None:
            ask_number(self._operations, paper, self)

    def _on_texts_wanted(self) -> None:
        SummaryTextsDialog(self._operations, self.choices.order.report_year or self.choices.order.year, self).open()

    def _on_figures_wanted(self) -> None:
        self.figures.setVisible(self.figures.isHidden())
        (self.bar.figures if self.figures.isHidden() else self.figures.list).setFocus()

    def _on_figure_chosen(self, source: Source) -> None:
        show_figure(self._operations, source, self)

    def _on_each_wanted(self) -> None:
        proof = self._sound_proof()
        if proof is not None:
            self.output.save_each(proof)

    def _on_several_wanted(self, count: int) -> None:
        proof = self._sound_proof()
        if proof is not None:
            self.output.save_several(proof, count)

    def _on_format_wanted(self, suffix: str) -> None:
        proof = self._sound_proof()
        if proof is not None:
            self.output.save_as(proof, suffix)
