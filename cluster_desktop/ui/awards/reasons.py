"""Reasons for nominations that go on although a rule fails: one line for each."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.law.eligibility.verdict import Judgement
from cluster_desktop.ui.kit.dialog_parts import column_of
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import Space, fill, grow, in_column, in_row, scrolled, stretch


class ReasonsDialog(QDialog):
    """A dialog for the reasons; *only_rest* offers to go on with those that meet every rule."""

    REST = 2

    def __init__(
        self,
        judgements: Sequence[Judgement],
        parent: QWidget,
        *,
        only_rest: int = 0,
        go_text: str = "Chuyển &kèm lý do",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Đề nghị chưa đủ điều kiện")
        self.resize(720, 480)
        self._rest, self._go_text = only_rest, go_text
        self.edits: dict[str, QLineEdit] = {}
        self._error = label("", "error", wraps=True)
        self._lay_out(judgements)
        next(iter(self.edits.values())).setFocus()

    def _lay_out(self, judgements: Sequence[Judgement]) -> None:
        count = len(judgements)
        sentence = f"{count} đề nghị chưa đủ điều kiện. Vẫn chuyển lên Hội đồng được, kèm lý do in trong biên bản."
        copying = [button("Lý do đầu &cho tất cả", self._on_copy_clicked)] if count > 1 else []
        rest = [button(f"Chỉ chuyển {self._rest} đề nghị &đủ", partial(self.done, self.REST))] if self._rest else []
        foot = in_row(
            *copying,
            stretch(),
            button("Thôi", self.reject),
            *rest,
            button(self._go_text, self._on_go_clicked, kind="primary"),
        )
        column_of(self, label(sentence, "section", wraps=True), grow(self._rows(judgements)), self._error, foot)

    def _rows(self, judgements: Sequence[Judgement]) -> QWidget:
        inside = QWidget()
        column = in_column(on=inside, space=Space.TIGHT, margins=(Space.NONE, Space.NONE, Space.SMALL, Space.NONE))
        for judgement in judgements:
            name = f"{judgement.candidate.name} · {AWARD_KINDS[judgement.award].short}"
            edit = QLineEdit(judgement.override_reason, placeholderText="Lý do vẫn đề nghị", maxLength=1000)
            edit.setAccessibleName(f"Lý do: {name}")
            self.edits[judgement.nomination_uid] = edit
            fill(column, label(f"{name}: {judgement.short}", "label", wraps=True, buddy=edit), edit, Space.SMALL)
        fill(column, stretch())
        return scrolled(inside)

    @property
    def reasons(self) -> Mapping[str, str]:
        """The typed reasons, by the uid of the nomination."""
        return {uid: edit.text().strip() for uid, edit in self.edits.items()}

    def _on_copy_clicked(self) -> None:
        first = next(iter(self.edits.values())).text()
        for edit in self.edits.values():
            edit.setText(edit.text() or first)

    def _on_go_clicked(self) -> None:
        empty = next((edit for edit in self.edits.values() if not edit.text().strip()), None)
        if empty is None:
            self.accept()
            return
        self._error.setText("Hãy ghi lý do cho từng đề nghị, ví dụ: thành tích đặc biệt được Hội đồng ghi nhận.")
        empty.setFocus()
