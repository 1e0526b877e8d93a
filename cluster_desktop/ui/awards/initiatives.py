"""The choice of initiatives that a dossier rests on."""

from PySide6.QtWidgets import QWidget

from cluster_desktop.commands.dossiers.check_list import suggested_initiatives, use_initiatives
from cluster_desktop.ui.kit.act_dialog import ActDialog
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of, go_button
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import grow
from cluster_desktop.ui.kit.lists import CheckableList
from cluster_desktop.ui.kit.operations import Operations


class InitiativesDialog(ActDialog):
    """The person's initiatives of the years that count; one used elsewhere is marked and not ticked."""

    def __init__(self, operations: Operations, nomination_uid: str, parent: QWidget) -> None:
        super().__init__(operations, "Sáng kiến, đề tài dùng cho hồ sơ", parent, (680, 420))
        self._uid = nomination_uid
        self.list = CheckableList("Sáng kiến, đề tài của các năm được tính")
        for initiative in operations.workspace.read(suggested_initiatives, nomination_uid):
            caution = f"\n{initiative.caution[:1].upper()}{initiative.caution[1:]}" if initiative.caution else ""
            words = f"{initiative.year} · {initiative.title} · {initiative.level}{caution}"
            self.list.offer(words, initiative.uid, ticked=not initiative.caution)
        self.list.setCurrentRow(0)
        self._lay_out()

    def _lay_out(self) -> None:
        none = "Không còn sáng kiến, đề tài nào của các năm được tính. Hãy ghi ở trang Cán bộ, thẻ “Sáng kiến, đề tài”."
        hint = none if not self.list.count() else "Mỗi sáng kiến chỉ dùng cho một danh hiệu hoặc một hình thức."
        go = go_button(self, "&Dùng cho hồ sơ", self._on_go_clicked)
        go.setEnabled(self.list.count() > 0)
        column_of(self, label(hint, "quiet", wraps=True), grow(self.list), self.message, foot_of(self, go))

    def chosen(self) -> tuple[str, ...]:
        """Return the ticked initiatives."""
        return self.list.ticked()

    def _on_go_clicked(self) -> None:
        self.carry_out(use_initiatives, self._uid, self.chosen())
