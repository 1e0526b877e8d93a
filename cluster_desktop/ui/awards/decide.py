"""A decision made from accepted nominations: its number, date and signer, and the list of awards."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cluster_desktop.commands.awards import decisions
from cluster_desktop.commands.law.cautions import before_session
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.nominations import DecisionDraft
from cluster_desktop.domain.awards.vocabulary import DecisionLevel
from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.kit.cards import Banner
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of, go_button
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import grow, in_column, in_row
from cluster_desktop.ui.kit.lists import CheckableList
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.form import Form
from cluster_desktop.ui.records.form_act import FormDialog


class DecideDialog(FormDialog):
    """The decision's form beside the list of accepted nominations, ticked where the unit itself decides.

    ``decided`` (uid) when the decision is written.
    """

    decided = Signal(str)

    def __init__(
        self, operations: Operations, nominations: Sequence[Row], start: dict[str, Value], parent: QWidget
    ) -> None:
        form = Form(operations.workspace, DecisionDraft)
        super().__init__(operations, "Lập quyết định khen thưởng", parent, (920, 600), form)
        self.form.set_new(start)
        self.list = CheckableList("Các đề nghị đưa vào quyết định")
        for row in nominations:
            own = AWARD_KINDS[str(row.values["award"])].level == DecisionLevel.SCHOOL
            above = "" if own else " (cấp trên quyết định)"
            self.list.offer(f"{row.title} · {row.shown['recipient_unit']}{above}", row.uid, ticked=own)
        self._banner = Banner()
        self._seen = ""
        self._lay_out()

    def _lay_out(self) -> None:
        right = in_column(
            label(f"{self.list.count()} đề nghị Hội đồng đã đồng ý", "section"),
            grow(self.list),
            label("Người đứng trước tập thể, xếp theo tên; số thứ tự cũng là số sổ vàng.", "hint", wraps=True),
        )
        column_of(
            self,
            grow(in_row(grow(self.form), grow(right))),
            self._banner,
            self.message,
            foot_of(self, go_button(self, "&Lập quyết định", self._on_go_clicked)),
        )

    def chosen(self) -> tuple[str, ...]:
        """Return the uids of the ticked nominations."""
        return self.list.ticked()

    def _warned(self, draft: DecisionDraft) -> bool:
        """Warn once that the decision is dated before its session; pressed again, the button goes on."""
        sentence = self._operations.workspace.read(before_session, self.chosen(), draft)
        if not sentence or sentence == self._seen:
            return False
        self._seen = sentence
        self._banner.show_text(f"{sentence} Bấm “Lập quyết định” lần nữa nếu đúng là như vậy.")
        return True

    def _on_go_clicked(self) -> None:
        draft = self.filled(DecisionDraft)
        if draft is None or self._warned(draft):
            return
        changes = self.carry_out(decisions.decide, draft, self.chosen())
        if changes is not None:
            self.decided.emit(changes.uids[0])
