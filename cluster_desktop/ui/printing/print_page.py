"""In ấn: choose an item, see the PDF with its findings, save it or print it."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout
from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.commands.printing.printings import waiting
from cluster_desktop.commands.printing.signing import make_key, wants_codes
from cluster_desktop.domain.figures.count import Source
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.queries.lists.listing import find
from cluster_desktop.records.queries.printing.certificate_sources import print_request
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.kit.cards import EmptyState
from cluster_desktop.ui.kit.labels import button, rule
from cluster_desktop.ui.kit.layouts import BAR, Space, grow, in_column, in_row, placed
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.kit.page import Page
from cluster_desktop.ui.lists.figure_records import show_figure
from cluster_desktop.ui.preview.preview import PreviewView
from cluster_desktop.ui.preview.preview_bar import PreviewBar
from cluster_desktop.ui.printing.choose_sheets import ChooseSheetsDialog
from cluster_desktop.ui.printing.figure_list import FigureList
from cluster_desktop.ui.printing.issue_document import IssueDialog
from cluster_desktop.ui.printing.issued_list import IssuedDialog
from cluster_desktop.ui.printing.number import ask_number
from cluster_desktop.ui.printing.own_layouts import OwnLayouts
from cluster_desktop.ui.printing.own_words import OwnWordsDialog
from cluster_desktop.ui.printing.print_choices import PrintChoices
from cluster_desktop.ui.printing.print_items import MINUTES, PRINT_ITEMS, PrintItem, Proof
from cluster_desktop.ui.printing.print_maker import ProofMaker
from cluster_desktop.ui.printing.print_missing import missing
from cluster_desktop.ui.printing.print_outcome import OutcomeRow
from cluster_desktop.ui.printing.print_output import ProofOutput
from cluster_desktop.ui.printing.print_preflight import MakingRow, ProofBar
from cluster_desktop.ui.printing.print_tiles import ItemTiles
from cluster_desktop.ui.printing.verify import VerifyDialog

_NARROW_BELOW: Final = 980
_VERIFY_TIP: Final = "Kiểm tra giấy chứng nhận qua mã in trên giấy, không cần mạng"
_ISSUED_TIP: Final = "Xem, in lại đúng bản đã phát hành; chốt năm"
_PATIENCE_MS: Final = 250
"""A proof that is there sooner needs no progress bar."""


class PrintPage(Page):
    """Tiles at the left; beside them the choices, the preview, and the acts on it."""

    TITLE: ClassVar[str] = "In ấn"

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self._stale = True
        self._keep_place = False
        self._codes_wished = self._print_when_ready = False
        self._empty: EmptyState | None = None
        self.proof: Proof | None = None
        self.maker = ProofMaker(operations.workspace, self)
        self.output = ProofOutput(operations, self)
        self.own_layouts = OwnLayouts(operations, self)
        self.tiles = ItemTiles()
        self.choices = PrintChoices()
        self.view = PreviewView()
        self.pager = PreviewBar(self.view)
        self.making = MakingRow()
        self.outcome = OutcomeRow(operations)
        self.bar = ProofBar()
        self.figures = FigureList()
        self.stack = QStackedWidget()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._lay_out()
        self._show_code_choice()
        self._connect()
        self.tiles.choose(self.choices.item)

    def _lay_out(self) -> None:
        head = in_row(
            placed(self.choices, Qt.AlignmentFlag.AlignVCenter, 1),
            placed(self.pager, Qt.AlignmentFlag.AlignTop),
            space=Space.MEDIUM,
            margins=BAR,
        )
        self.stack.addWidget(self.view)
        right = in_column(
            head,
            self.making,
            grow(in_row(grow(self.stack), self.figures, space=Space.NONE)),
            self.outcome,
            self.bar,
            space=Space.NONE,
        )
        in_row(self._left(), rule(upright=True), grow(right), on=self, space=Space.NONE)

    def _left(self) -> QVBoxLayout:
        self.verifying = button("&Kiểm tra giấy…", self.verify, kind="link", icon="search", tip=_VERIFY_TIP)
        self.issued = button("&Văn bản đã phát hành…", self.show_issued, kind="link", icon="history", tip=_ISSUED_TIP)
        links = (placed(link, Qt.AlignmentFlag.AlignLeft) for link in (self.issued, self.verifying))
        foot = in_column(*links, margins=Space.SMALL)
        return in_column(grow(self.tiles), rule(), foot, space=Space.NONE)

    def _connect(self) -> None:
        self.tiles.chosen.connect(self.show_item)
        self.choices.changed.connect(self.make)
        self.choices.code_clicked.connect(self._on_code_clicked)
        self.choices.sheets_requested.connect(self._on_sheets_requested)
        self.output.printed.connect(self.outcome.ask)
        self.outcome.resume_requested.connect(self._on_resume_requested)
        self.outcome.turned.connect(self._share_room)
        self.outcome.noted.connect(self.make)
        self.choices.number_requested.connect(self._on_number_requested)
        self.choices.texts_requested.connect(self._on_texts_requested)
        self.own_layouts.chosen.connect(self.choices.choose_layout)
        self.choices.layout_chip.acts = self.own_layouts.acts
        self.maker.ready.connect(self._on_maker_ready)
        self.maker.failed.connect(self._on_maker_failed)
        self.maker.moved.connect(self.making.show_progress)
        self.making.stop.clicked.connect(self._on_stop_clicked)
        self.view.failed.connect(self._operations.failed)
        self.bar.print_requested.connect(self.print)
        self.bar.pdf_requested.connect(self.save)
        self.bar.each_requested.connect(partial(self._put_out, self.output.save_each))
        self.bar.several_requested.connect(partial(self._put_out, self.output.save_several))
        self.bar.format_requested.connect(partial(self._put_out, self.output.save_as))
        self.bar.list.page_requested.connect(self.view.go_to)
        self.bar.figures_requested.connect(self._on_figures_requested)
        self.bar.issue_requested.connect(self._on_issue_requested)
        self.figures.walked.connect(self.view.show_spot)
        self.figures.closed.connect(self._on_figures_requested)
        for shown in (self.figures.chosen, self.view.figure_chosen):
            shown.connect(self._on_figure_chosen)
        self._patience.timeout.connect(self.making.show)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.print)

    def show_item(self, item: PrintItem) -> None:
        """Turn to another item."""
        if item != self.choices.item:
            self.choices.set_item(item)
            self.outcome.close_question()
            self.tiles.choose(item)
            self.bar.show_list(False)
            self.make()

    def make(self) -> None:
        """Make a proof of the present choices; the one on show stays until then."""
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
        """Print the proof, if nothing on it has to be corrected first."""
        self._put_out(self.output.print_proof, self.view.page)

    def _put_out(self, act: Callable[..., None], *how: object) -> None:
        proof = self._printable_proof()
        if proof is not None:
            act(proof, *how)

    @override
    def save(self) -> bool:
        self._put_out(self.output.save_pdf)
        return True

    @override
    def focus_search(self) -> None:
        self.pager.number.setFocus()
        self.pager.number.selectAll()

    @override
    def reread(self, changes: Changes | None) -> None:
        if changes is None or "setting" in changes.kinds:
            self._show_code_choice()
        self.make()
        self._keep_place = True

    @override
    def set_year(self, year: int) -> None:
        self.choices.set_year(year)
        self.make()

    @override
    def show_record(self, kind: str, uid: str) -> bool:
        """Show the certificates of a decision or an award, the minutes of a session, or the item with this key."""
        if kind != "print":
            return False
        workspace = self._operations.workspace
        named = next((item for item in PRINT_ITEMS if item.key == uid), None)
        printing = workspace.read(print_request, uid) if uid and named is None else None
        session = workspace.read(find, "council_session", uid) if uid and named is None and printing is None else None
        if named is not None:
            self.show_item(named)
        elif printing is not None:
            chosen = next((item for item in PRINT_ITEMS if printing.awards & set(item.awards)), self.choices.item)
            if chosen != self.choices.item:
                self.choices.set_item(chosen)
                self.tiles.choose(chosen)
            self.choices.choose_source(printing.decision_uid)
            self.choices.choose_sheets(frozenset({printing.award_uid} if printing.award_uid else ()))
            self.make()
        elif session is not None:
            self._show_minutes(session)
        return True

    def _show_minutes(self, session: Row) -> None:
        minutes = next(item for item in PRINT_ITEMS if item.key == MINUTES)
        self.choices.choose_session(str(session.values["year"]), session.uid)
        self.choices.set_item(minutes)
        self.tiles.choose(minutes)
        self.make()

    def show_issued(self) -> IssuedDialog:
        """Open the documents that were issued."""
        dialog = IssuedDialog(self._operations, self.output, self.choices.order.year, self.window())
        dialog.open()
        return dialog

    def verify(self) -> VerifyDialog:
        """Open the check of certificates."""
        dialog = VerifyDialog(self._operations, self.window())
        dialog.open()
        return dialog

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
        narrow = self.width() < _NARROW_BELOW
        self.choices.set_narrow(narrow)
        self._share_room()
        super().resizeEvent(event)

    def _share_room(self) -> None:
        """Lower the list of checks while a question stands above it."""
        asked = 0 if self.outcome.isHidden() else 2 * self.outcome.sizeHint().height()
        self.bar.set_room(self.height() - asked, narrow=self.width() < _NARROW_BELOW)

    def _printable_proof(self) -> Proof | None:
        """Return the proof, unless there is none or something on it has to be corrected."""
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
            lack = missing(proof)
            act = (lack.act, partial(self.record_requested.emit, lack.kind, ""))
            self._show_empty(lack.icon, lack.title, lack.hint, act)

    def _show_empty(self, icon: str, title: str, sentence: str, act: tuple[str, Callable[[], object]]) -> None:
        if self._empty is not None:
            self.stack.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = EmptyState(icon, title, sentence, (act,))
        self.stack.addWidget(self._empty)
        self.stack.setCurrentWidget(self._empty)
        self.pager.hide()

    def _show_code_choice(self) -> None:
        """Start from the office's setting for all its certificates."""
        if not self._operations.workspace.busy:
            wished = wants_codes(self._operations.workspace)
            if wished != self._codes_wished:
                self._codes_wished = wished
                self.choices.code.setChecked(wished)

    def _on_code_clicked(self, checked: bool) -> None:
        if checked:
            self._operations.do(make_key)
        self.make()

    def _on_sheets_requested(self) -> None:
        proof = self.proof
        if proof is None or proof.whole is None or proof.batch is None:
            return
        whole = proof.whole
        chosen = [place for place, key in enumerate(whole.keys) if not proof.order.keys or key in proof.order.keys]
        names = [content.recipient_name for content in whole.contents]
        dialog = ChooseSheetsDialog(names, chosen, waiting(self._operations.workspace, whole), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            places = dialog.places
            keys = frozenset(whole.keys[place] for place in places)
            self.choices.choose_sheets(keys if len(places) < len(names) else frozenset())
            self.make()
        dialog.deleteLater()

    def _on_resume_requested(self) -> None:
        self.outcome.close_question()
        self._print_when_ready = self.proof is None
        if not self._print_when_ready:
            self.print()

    def _on_maker_ready(self, proof: Proof) -> None:
        self._stop_making()
        self._show_proof(proof)
        if self._print_when_ready:
            self._print_when_ready = False
            self.print()

    def _on_maker_failed(self, error: Exception) -> None:
        self._stop_making()
        self._print_when_ready = False
        self.bar.show_proof(None)
        words = error.sentence if isinstance(error, errors.UserError) else "Chương trình gặp lỗi ngoài dự tính."
        self._show_empty("error", "Chưa dựng được bản in", words, ("&Thử lại", self.make))
        if not isinstance(error, errors.UserError):
            self._operations.show_failure(error)

    def _on_stop_clicked(self) -> None:
        self._stop_making()
        self._print_when_ready = False
        self.bar.show_proof(None)
        self._show_empty("stop", "Đã dừng", "Chưa dựng xong bản in này.", ("&Dựng lại", self.make))

    def _on_number_requested(self) -> None:
        document = self.proof.numbered if self.proof is not None else None
        if document is not None:
            ask_number(self._operations, document, self)

    def _on_issue_requested(self) -> None:
        proof = self._printable_proof()
        if proof is not None:
            IssueDialog(self._operations, proof, self).open()

    def _on_texts_requested(self) -> None:
        document = self.proof.document if self.proof is not None else None
        if document is not None and document.wording is not None:
            OwnWordsDialog(self._operations, document.wording, self.choices.item.title, self).open()

    def _on_figures_requested(self) -> None:
        self.figures.setVisible(self.figures.isHidden())
        (self.bar.figures if self.figures.isHidden() else self.figures.list).setFocus()

    def _on_figure_chosen(self, source: Source) -> None:
        show_figure(self._operations, source, self)
