"""Nominating chosen people in a round of the year."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cluster_desktop.commands.awards.nominating import propose
from cluster_desktop.commands.law.eligibility import EligibilityLine
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.proposals import Proposal
from cluster_desktop.domain.law.eligibility.verdict import Verdict
from cluster_desktop.domain.people.recipients import Recipient
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.kit.act_dialog import ActDialog
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import grow
from cluster_desktop.ui.kit.lists import choice_combo, line_list
from cluster_desktop.ui.kit.operations import Operations


class NominateDialog(ActDialog):
    """The chosen people, the round, and those of them who do not meet every rule yet."""

    def __init__(
        self, operations: Operations, lines: Sequence[EligibilityLine], rounds: Sequence[Row], parent: QWidget
    ) -> None:
        super().__init__(operations, "Đề nghị người đã chọn", parent, (560, 460))
        self._lines = tuple(lines)
        self.rounds = choice_combo("Đợt đề nghị", ((row.title, row.uid) for row in rounds))
        self._lay_out()

    def _lay_out(self) -> None:
        people = line_list("Những người được đề nghị")
        for line in self._lines:
            people.addItem(f"{line.name} · {AWARD_KINDS[line.award].short} · {line.verdict.words.lower()}")
        short = sum(line.verdict is Verdict.FAIL for line in self._lines)
        warning = f"{short} đề nghị chưa đủ điều kiện: khi chuyển lên Hội đồng, chương trình sẽ hỏi lý do."
        self.go = button(f"&Đề nghị {len(self._lines)}", self._on_go_clicked, kind="primary")
        column_of(
            self,
            label("Đưa vào &đợt", "label", buddy=self.rounds),
            self.rounds,
            grow(people),
            *([label(warning, "hint", wraps=True)] if short else []),
            label("Đề nghị được ghi ở trạng thái nháp; ai đã có đề nghị thì bỏ qua.", "hint", wraps=True),
            self.message,
            foot_of(self, self.go),
        )

    def _on_go_clicked(self) -> None:
        chosen = [_proposal(line) for line in self._lines]
        self.carry_out(propose, str(self.rounds.currentData()), chosen)


def _proposal(line: EligibilityLine) -> Proposal:
    return Proposal(
        recipient=Recipient.of(line.kind, line.uid),
        name=line.name,
        unit=line.unit,
        award=line.award,
        source="đã xem điều kiện",
    )
