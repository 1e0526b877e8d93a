"""Phát hành: the book keeps the paper on show with its number and its day; a later version asks what it is for."""

import datetime
from typing import Final

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from cluster_desktop import errors
from cluster_desktop.commands.official_documents.issuing import IssueState, IssueTerms, issue, proposed_terms
from cluster_desktop.commands.official_documents.printable import Printable, Request
from cluster_desktop.documents.content.content import Document
from cluster_desktop.domain.text.dates import DateProblem, PartialDate, parse_date
from cluster_desktop.ui.kit.act_dialog import ActDialog
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of, go_button
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import Item, form_grid, grow, stretch
from cluster_desktop.ui.kit.lists import number_box
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.printing.print_items import Proof

_SIZE: Final = (560, 460)
_FIRST_SIZE: Final = (520, 300)
_HIGHEST: Final = 9999
_NO_NUMBER: Final = "không số"
_WHAT: Final = (
    "Sổ giữ văn bản này với số, ngày và người ký; in lại sau này là đúng bản ấy, dù số liệu trong sổ có đổi. "
    "Hoàn tác (Ctrl+Z) bỏ cả bản giữ và số."
)


class IssueDialog(ActDialog):
    """Asks for number and day of the paper of a proof, and for the reason of a version after the first."""

    def __init__(self, operations: Operations, proof: Proof, parent: QWidget) -> None:
        again = bool(proof.issued.uid)
        title = f"Phát hành {proof.order.item.title}"
        super().__init__(operations, title, parent, _SIZE if again else _FIRST_SIZE)
        if proof.order.item.document is None or proof.request is None or proof.document is None:
            raise TypeError("only documents are issued")
        self._printable: Printable = proof.order.item.document
        self._request: Request = proof.request
        self.number, self.day = self._number_box(), self._day_line(proof.document)
        self.reason = QLineEdit(placeholderText="ví dụ: sửa tên một cán bộ theo đề nghị của khoa")
        self.places = _places(proof.issued)
        self.going = go_button(self, "&Phát hành", self._on_going_clicked)
        self.going.setDefault(True)
        head: tuple[Item, ...] = (label(_WHAT, wraps=True),)
        if again:
            head = (label(f"{proof.issued.sentence} Bản cũ vẫn được giữ.", wraps=True), grow(self.places))
        asked = self._asked(proof.document, again=again)
        column_of(self, *head, *asked, *(() if again else (stretch(),)), self.message, foot_of(self, self.going))
        (self.reason if again else self.number or self.day or self.going).setFocus()

    def _number_box(self) -> QSpinBox | None:
        """A box with the next number of the series; None for a paper that gets none there."""
        number = self._operations.workspace.read(proposed_terms, self._printable, self._request).number
        if number is None:
            return None
        box = number_box("Số của văn bản trong dãy của năm; 0 là không số", 0, _HIGHEST, number)
        box.setSpecialValueText(_NO_NUMBER)
        return box

    def _day_line(self, document: Document) -> QLineEdit | None:
        """A line with the day that stands on the paper; None for one whose day is that of its decision or session."""
        heading = document.heading
        if heading is None or heading.dated != self._request.written_on:
            return None
        line = QLineEdit(_shown(heading.dated), placeholderText="31/12/2020, chỉ năm 2020, hoặc để trống: chừa chỗ ghi")
        line.setAccessibleName("Ngày ghi trên văn bản")
        return line

    def _asked(self, document: Document, *, again: bool) -> tuple[Item, ...]:
        rows: list[tuple[str | QWidget, QWidget]] = []
        rows += [("&Số (0: không số)", self.number)] if self.number else []
        rows += [("N&gày", self.day)] if self.day else []
        rows += [("&Lý do", self.reason)] if again else []
        heading = document.heading
        told = [heading.number.replace("Số", "số", 1)] if heading and heading.number and not self.number else []
        told += [f"ngày {_shown(heading.dated)}"] if heading and heading.dated and not self.day else []
        own = (label(f"Văn bản mang {', '.join(told)}.", "hint"),) if told else ()
        return (*own, *((form_grid(*rows),) if rows else ()))

    @property
    def terms(self) -> IssueTerms:
        """The answers. Raises InvalidDraft for a day that is none."""
        number = self.number.value() if self.number else None
        if self.day is None or (text := self.day.text().strip()) == _shown(self._request.written_on):
            return IssueTerms(number)
        try:
            return IssueTerms(number, parse_date(text))
        except DateProblem as problem:
            self.day.setFocus()
            self.day.selectAll()
            sentence = str(problem) if text else "Hãy gõ ngày của văn bản, hoặc chỉ năm như 2020."
            raise errors.invalid("", sentence) from problem

    def _on_going_clicked(self) -> None:
        try:
            terms = self.terms
        except errors.InvalidDraft as error:
            self.refuse(error)
        else:
            self.carry_out(issue, self._printable, self._request, self.reason.text(), terms)


def _places(issued: IssueState) -> QPlainTextEdit:
    places = QPlainTextEdit("\n".join(place.sentence for place in issued.differences or issued.notes), readOnly=True)
    places.setAccessibleName("Những chỗ khác bản đã phát hành")
    places.setTabChangesFocus(True)
    return places


def _shown(day: datetime.date | PartialDate | None) -> str:
    if day is None:
        return ""
    return (day if isinstance(day, PartialDate) else PartialDate.of(day)).show()
