"""Văn bản đã phát hành: every issued document, or those of one year; a year is closed and opened again here."""

from typing import Final

from PySide6.QtWidgets import QInputDialog, QWidget

from cluster_desktop.commands.official_documents.closing_years import close_year, open_year
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.closed_years import closed_years
from cluster_desktop.records.queries.printing.issued import EVERY_PAPER, IssuedScope, issued_papers
from cluster_desktop.ui.kit.act_dialog import ActDialog
from cluster_desktop.ui.kit.dialog_parts import LEAVE, column_of, foot_of
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import grow, in_row, stretch
from cluster_desktop.ui.kit.lists import choice_combo, fill_combo
from cluster_desktop.ui.kit.message import ask
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.printing.issued_view import IssuedView
from cluster_desktop.ui.printing.print_output import ProofOutput

_SIZE: Final = (820, 560)
_CLOSE: Final = "Chốt năm"


class IssuedDialog(ActDialog):
    """The issued documents of all years, or of one; the year of the window can be closed."""

    def __init__(
        self, operations: Operations, output: ProofOutput, year: int, parent: QWidget, *, only: bool = False
    ) -> None:
        super().__init__(operations, "Văn bản đã phát hành", parent, _SIZE)
        self._year = year
        self.view = IssuedView(operations, output)
        self.years = choice_combo("Năm của văn bản", [], whole=True)
        self.closing = button("", self._on_closing_clicked, kind="link")
        head = in_row(label("&Năm", buddy=self.years), self.years, stretch())
        column_of(self, head, grow(self.view), self.message, foot_of(self, leave="Đón&g", note=self.closing))
        self._offer_years(str(year) if only else "")
        self.years.currentIndexChanged.connect(self._on_year_chosen)
        operations.changed.connect(self._on_changed)
        self._on_year_chosen()
        self._show_closing()
        self.view.search.setFocus()

    def _offer_years(self, chosen: str) -> None:
        papers = self._operations.workspace.read(issued_papers)
        years = sorted({self._year, *(paper.year for paper in papers if paper.year)}, reverse=True)
        fill_combo(self.years, [("mọi năm", ""), *((str(year), str(year)) for year in years)], chosen)

    def _show_closing(self) -> None:
        closed = self._operations.workspace.read(closed_years).get(self._year)
        words = f"Mở lại năm {self._year} (chốt {closed.show()})…" if closed else f"&Chốt năm {self._year}…"
        self.closing.setText(words)

    def _on_year_chosen(self) -> None:
        year = self.years.currentData()
        nothing = f"Chưa có văn bản nào của năm {year} được phát hành."
        self.view.show_scope(IssuedScope(year=int(year), nothing=nothing) if year else EVERY_PAPER)

    def _on_changed(self, changes: Changes) -> None:
        if "issued_document" in changes.kinds:
            self._offer_years(self.years.currentData())
        self.view.reread(changes)
        if "setting" in changes.kinds:
            self._show_closing()

    def _on_closing_clicked(self) -> None:
        if self._year not in self._operations.workspace.read(closed_years):
            question = f"Chốt năm {self._year}? Sổ giữ thống kê, sổ khen thưởng, nhật ký và báo cáo tổng kết của năm."
            detail = (
                "Sau đó không ghi thêm, không sửa được số liệu của năm này cho đến khi mở lại năm với lý do. Vẫn cấp "
                "số và in giấy, đính kèm bản chụp, ghi bàn giao, thu hồi khen thưởng từ ngày chốt trở đi."
            )
            if ask(self, f"Chốt năm {self._year}", question, (_CLOSE, LEAVE), detail) == _CLOSE:
                self.written(close_year, self._year)
            return
        question = f"Vì sao mở lại năm {self._year}?"
        reason, accepted = QInputDialog.getText(self, f"Mở lại năm {self._year}", question)
        if accepted:
            self.written(open_year, self._year, reason)
