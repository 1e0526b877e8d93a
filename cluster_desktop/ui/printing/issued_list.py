"""Văn bản đã phát hành: find an issued document, save or print its very pages, note its handing over; close a year."""

from typing import Final

from PySide6.QtWidgets import QInputDialog, QLineEdit, QListWidgetItem, QWidget

from cluster_desktop.commands.official_documents.closing_years import close_year, open_year
from cluster_desktop.commands.official_documents.issuing import IssueMark, IssueState, issued_pdf, mark
from cluster_desktop.documents.pictures.page_pictures import Preview
from cluster_desktop.domain.text.dates import show_day
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.closed_years import closed_years
from cluster_desktop.records.queries.printing.issued import IssuedPaper, issued_papers
from cluster_desktop.ui.kit.act_dialog import ActDialog
from cluster_desktop.ui.kit.dialog_parts import LEAVE, column_of, foot_of
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import grow, in_row
from cluster_desktop.ui.kit.lists import line_list
from cluster_desktop.ui.kit.message import ask
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.printing.print_items import PRINT_ITEMS, Order, Proof
from cluster_desktop.ui.printing.print_output import ProofOutput

_SIZE: Final = (820, 560)
_CLOSE: Final = "Chốt năm"
_NOTHING: Final = "Chưa có văn bản nào được phát hành. Ở trang In ấn, xem văn bản rồi bấm “Phát hành…”."
_NOT_FOUND: Final = "Không có văn bản nào có chữ này."


class IssuedDialog(ActDialog):
    """The issued documents, the newest first, with what can be done with the one that is chosen."""

    def __init__(self, operations: Operations, output: ProofOutput, year: int, parent: QWidget) -> None:
        super().__init__(operations, "Văn bản đã phát hành", parent, _SIZE)
        self._output = output
        self._year = year
        self._papers: tuple[IssuedPaper, ...] = ()
        self.search = QLineEdit(placeholderText="Tìm theo tên, số, người ký", clearButtonEnabled=True)
        self.search.setAccessibleName("Tìm văn bản đã phát hành")
        self.list = line_list("Văn bản đã phát hành")
        self.details = label("", "quiet", wraps=True)
        self.saving = button("&Lưu PDF…", self._on_saving_clicked, icon="pdf")
        self.printing = button("&In lại…", self._on_printing_clicked, icon="print")
        self.handing = button("Đã &giao", self._on_handing_clicked, tip="Ghi là đã giao văn bản hôm nay")
        self.closing = button("", self._on_closing_clicked, kind="link")
        acts = in_row(grow(self.details), self.handing, self.saving, self.printing)
        foot = foot_of(self, leave="Đón&g", note=self.closing)
        column_of(self, self.search, grow(self.list), acts, self.message, foot)
        self.search.textChanged.connect(self._on_search_changed)
        self.list.currentRowChanged.connect(self._on_list_moved)
        operations.changed.connect(self._on_changed)
        self._show()

    def _show(self) -> None:
        workspace = self._operations.workspace
        row = max(self.list.currentRow(), 0)
        self._papers = workspace.read(issued_papers, words=self.search.text())
        self.list.clear()
        for paper in self._papers:
            self.list.addItem(QListWidgetItem(_line(paper)))
        self.list.setCurrentRow(min(row, len(self._papers) - 1))
        closed = workspace.read(closed_years).get(self._year)
        words = f"Mở lại năm {self._year} (chốt {closed.show()})…" if closed else f"&Chốt năm {self._year}…"
        self.closing.setText(words)
        self._on_list_moved()

    @property
    def chosen(self) -> IssuedPaper | None:
        """The document that is chosen."""
        row = self.list.currentRow()
        return self._papers[row] if 0 <= row < len(self._papers) else None

    def _proof(self, paper: IssuedPaper) -> Proof | None:
        """The very pages of an issued document, to be saved or printed."""
        item = next((item for item in PRINT_ITEMS if item.key == paper.document), None)
        if item is None:
            return None
        pdf = issued_pdf(self._operations.workspace, paper.uid)
        with Preview(pdf) as preview:
            sheets, size = preview.page_count, preview.size(0)
        order = Order(item=item, year=paper.year or self._year, report_year=paper.year)
        return Proof(order=order, pdf=pdf, sheets=sheets, size=size, issued=IssueState(paper.uid, paper.version))

    def _on_search_changed(self) -> None:
        self._show()

    def _on_changed(self, changes: Changes) -> None:
        if {"issued_document", "setting"} & changes.kinds:
            self._show()

    def _on_list_moved(self) -> None:
        paper = self.chosen
        for widget in (self.saving, self.printing, self.handing):
            widget.setEnabled(paper is not None)
        nothing = _NOT_FOUND if self.search.text().strip() else _NOTHING
        self.details.setText(_details(paper) if paper else nothing)

    def _on_saving_clicked(self) -> None:
        if (paper := self.chosen) and (proof := self._proof(paper)):
            self._output.save_pdf(proof)

    def _on_printing_clicked(self) -> None:
        if (paper := self.chosen) and (proof := self._proof(paper)):
            self._output.print_proof(proof, 0)

    def _on_handing_clicked(self) -> None:
        if paper := self.chosen:
            self.written(mark, paper.uid, IssueMark.HANDED_OVER)

    def _on_closing_clicked(self) -> None:
        if self._year not in self._operations.workspace.read(closed_years):
            question = f"Chốt năm {self._year}? Sổ giữ thống kê, sổ khen thưởng, nhật ký và báo cáo tổng kết của năm."
            detail = "Sau đó không ghi thêm, không sửa được gì của năm này cho đến khi mở lại năm với lý do."
            if ask(self, f"Chốt năm {self._year}", question, (_CLOSE, LEAVE), detail) == _CLOSE:
                self.written(close_year, self._year)
            return
        question = f"Vì sao mở lại năm {self._year}?"
        reason, accepted = QInputDialog.getText(self, f"Mở lại năm {self._year}", question)
        if accepted:
            self.written(open_year, self._year, reason)


def _line(paper: IssuedPaper) -> str:
    number = f"{paper.number}  ·  " if paper.number else ""
    version = f"  ·  bản {paper.version}" if paper.version > 1 or not paper.newest else ""
    replaced = "" if paper.newest else " (đã có bản mới)"
    day = f"  ·  {paper.dated_on.show()}" if paper.dated_on else ""
    return f"{number}{paper.title}{day}{version}{replaced}"


def _details(paper: IssuedPaper) -> str:
    parts = [f"Phát hành {show_day(paper.issued_at)}"]
    marks = (("lưu", paper.saved_at), ("in", paper.printed_at), ("giao", paper.handed_at))
    parts += [f"{word} {show_day(moment)}" for word, moment in marks if moment]
    parts += [f"người ký {paper.signer}"] if paper.signer else []
    parts += [f"lý do: {paper.reason}"] if paper.reason else []
    return "; ".join(parts) + "."
