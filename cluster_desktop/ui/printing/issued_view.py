"""Issued documents with their marks: find one, save or print its very pages, note that it was handed over."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QWidget

from cluster_desktop.commands.official_documents.all_documents import PRINTABLES
from cluster_desktop.commands.official_documents.issuing import IssueMark, IssueState, issued_pdf, mark, unmark
from cluster_desktop.documents.pictures.page_pictures import Preview
from cluster_desktop.domain.text.dates import show_day
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.queries.printing.issued import EVERY_PAPER, IssuedPaper, IssuedScope, issued_papers
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import BAR, Margins, Space, grow, in_column, in_row, stretch
from cluster_desktop.ui.kit.lists import line_list
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.printing.print_items import PRINT_ITEMS, Order, Proof
from cluster_desktop.ui.printing.print_output import ProofOutput

_LATER_MS: Final = 150
"""Time in ms until a file that another thread reads is tried again."""
_HOW: Final = "Ở trang In ấn, xem văn bản rồi bấm “Phát hành…”."
_NOT_FOUND: Final = "Không có văn bản nào có chữ này. Hãy xóa bớt chữ ở ô tìm."
_MARKS: Final = (("lưu", "saved_at"), ("in", "printed_at"), ("giao", "handed_at"))


class IssuedView(QWidget):
    """The issued documents of a scope, the newest first, with what can be done with the one that is chosen.

    ``shown`` when they were read again.
    """

    shown = Signal()

    def __init__(
        self, operations: Operations, output: ProofOutput | None = None, margins: Margins = Space.NONE
    ) -> None:
        super().__init__()
        self._operations, self._output = operations, output or ProofOutput(operations, self)
        self._scope = EVERY_PAPER
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._on_later_timeout)
        self.papers: tuple[IssuedPaper, ...] = ()
        self.search = QLineEdit(placeholderText="Tìm theo tên, số, người ký", clearButtonEnabled=True)
        self.search.setAccessibleName("Tìm văn bản đã phát hành")
        self.list = line_list("Văn bản đã phát hành")
        self.none = label("", "hint", wraps=True)
        self.details = label("", "quiet", wraps=True)
        self.saving = button("Lưu &PDF…", self._on_saving_clicked, icon="pdf")
        self.printing = button("In &lại…", self._on_printing_clicked, icon="print")
        self.handing = button("", self._on_handing_clicked)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        acts = in_row(stretch(), self.handing, self.saving, self.printing)
        in_column(self.search, grow(self.none), grow(self.list), self.details, acts, on=self, margins=margins)
        self.search.textChanged.connect(self._on_search_changed)
        self.list.currentRowChanged.connect(self._on_list_moved)

    def show_scope(self, scope: IssuedScope) -> None:
        """Show the documents of a unit, a decision or a year."""
        self._scope = scope
        self.read_again()

    def reread(self, changes: Changes | None) -> None:
        """Read the documents again where they may have changed."""
        if changes is None or "issued_document" in changes.kinds:
            self.read_again()

    def read_again(self) -> None:
        """Read the documents; the one that was chosen stays so."""
        if self._operations.workspace.busy:
            self._later.start()
            return
        kept = self.chosen
        self.papers = self._operations.workspace.read(issued_papers, self._scope, self.search.text())
        uids = [paper.uid for paper in self.papers]
        with QSignalBlocker(
            self.list
        ):  # else the button that was pressed would go for a moment, and the cursor with it
            self.list.clear()
            for paper in self.papers:
                self.list.addItem(QListWidgetItem(_line(paper)))
            self.list.setCurrentRow(uids.index(kept.uid) if kept and kept.uid in uids else min(0, len(uids) - 1))
        searched = bool(self.search.text().strip())
        self.none.setText(_NOT_FOUND if searched else f"{self._scope.nothing} {_HOW}")
        self.none.setVisible(not uids)
        self.list.setVisible(bool(uids))
        self.search.setVisible(bool(uids) or searched)
        self._on_list_moved()
        self.shown.emit()

    @property
    def chosen(self) -> IssuedPaper | None:
        """The document that is chosen."""
        row = self.list.currentRow()
        return self.papers[row] if 0 <= row < len(self.papers) else None

    def _proof(self, paper: IssuedPaper) -> Proof | None:
        """The very pages of an issued document, to be saved or printed."""
        item = next((item for item in PRINT_ITEMS if item.key == paper.document), None)
        if item is None:
            self._operations.say("Phiên bản này của chương trình không lập loại văn bản này.")
            return None
        pdf = issued_pdf(self._operations.workspace, paper.uid)
        with Preview(pdf) as preview:
            sheets, size = preview.page_count, preview.size(0)
        order = Order(item=item, year=paper.year or 0, report_year=paper.year)
        return Proof(order=order, pdf=pdf, sheets=sheets, size=size, issued=IssueState(paper.uid, paper.version))

    def _on_later_timeout(self) -> None:
        if not self._operations.workspace.closed:
            self.read_again()

    def _on_search_changed(self) -> None:
        self.read_again()

    def _on_list_moved(self) -> None:
        paper = self.chosen
        for widget in (self.saving, self.printing, self.handing, self.details):
            widget.setVisible(paper is not None)
        self.details.setText(_details(paper) if paper else "")
        handed = paper is not None and bool(paper.handed_at)
        self.handing.setText("Bỏ ghi đã gia&o" if handed else "Đã gia&o")
        self.handing.setToolTip("Ghi nhầm: văn bản chưa giao" if handed else "Ghi là đã giao văn bản hôm nay")

    def _on_saving_clicked(self) -> None:
        if (paper := self.chosen) and (proof := self._proof(paper)):
            self._output.save_pdf(proof)

    def _on_printing_clicked(self) -> None:
        if (paper := self.chosen) and (proof := self._proof(paper)):
            self._output.print_proof(proof, 0)

    def _on_handing_clicked(self) -> None:
        if paper := self.chosen:
            self._operations.do(unmark if paper.handed_at else mark, paper.uid, IssueMark.HANDED_OVER)


class IssuedTab(IssuedView):
    """The issued documents of the record on show."""

    def __init__(self, operations: Operations, scope_of: Callable[[str], IssuedScope]) -> None:
        self._scope_of = scope_of
        super().__init__(operations, margins=BAR)

    def show_record(self, row: Row) -> None:
        """Show the documents of this record."""
        self.show_scope(self._scope_of(row.uid))


def _line(paper: IssuedPaper) -> str:
    """Number, day and title; below them its marks, each with its day."""
    numbered = paper.document in PRINTABLES and bool(PRINTABLES[paper.document].symbol)
    number = paper.number or ("Không số" if numbered else "")
    day = paper.dated_on.show() if paper.dated_on else ""
    version = f"bản {paper.version}" if paper.version > 1 or not paper.newest else ""
    replaced = "" if paper.newest else " (đã có bản mới)"
    head = "  ·  ".join(part for part in (number, day, paper.title, version) if part) + replaced
    happened = [f"{word} {show_day(moment)}" for word, key in _MARKS if (moment := getattr(paper, key))]
    return f"{head}\n{'; '.join([f'Phát hành {show_day(paper.issued_at)}', *happened])}"


def _details(paper: IssuedPaper) -> str:
    parts = [f"Người ký: {paper.signer}."] if paper.signer else []
    parts += [f"Lý do lập bản {paper.version}: {paper.reason}."] if paper.reason else []
    missing = [word for word, key in _MARKS if not getattr(paper, key)]
    return " ".join([*parts, *([f"Chưa {', chưa '.join(missing)}."] if missing else [])])
