"""Choosing the initiatives that a dossier rests on."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidgetItem, QWidget

from cluster_desktop.commands.dossiers.check_list import suggested_initiatives, use_initiatives
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of, go_button, open_at
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import grow
from cluster_desktop.ui.kit.lists import line_list
from cluster_desktop.ui.kit.operations import Operations

_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_CHECKED: Final = Qt.CheckState.Checked


class InitiativesDialog(QDialog):
    """The person's initiatives of the years that count; one used elsewhere says so and is not ticked."""

    def __init__(self, operations: Operations, nomination_uid: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._operations = operations
        self._uid = nomination_uid
        self.setWindowTitle("Sáng kiến, đề tài dùng cho hồ sơ")
        open_at(self, parent, 680, 420)
        self.list = line_list("Sáng kiến, đề tài của các năm được tính")
        for one in operations.workspace.read(suggested_initiatives, nomination_uid):
            caution = f"\n{one.caution[:1].upper()}{one.caution[1:]}" if one.caution else ""
            item = QListWidgetItem(f"{one.year} · {one.title} · {one.level}{caution}")
            item.setData(_ROLE, one.uid)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if one.caution else _CHECKED)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._error = label("", "error", wraps=True)
        self._lay_out()

    def _lay_out(self) -> None:
        none = "Không còn sáng kiến, đề tài nào của các năm được tính. Hãy ghi ở trang Cán bộ, thẻ “Sáng kiến, đề tài”."
        told = none if not self.list.count() else "Mỗi sáng kiến chỉ dùng cho một danh hiệu hoặc một hình thức."
        go = go_button(self, "&Dùng cho hồ sơ", self._on_go_clicked)
        go.setEnabled(self.list.count() > 0)
        column_of(self, label(told, "quiet", wraps=True), grow(self.list), self._error, foot_of(self, go))

    def chosen(self) -> tuple[str, ...]:
        """The initiatives that are ticked."""
        items = (self.list.item(place) for place in range(self.list.count()))
        return tuple(item.data(_ROLE) for item in items if item.checkState() is _CHECKED)

    def _on_go_clicked(self) -> None:
        act = partial(use_initiatives, self._operations.workspace, self._uid, self.chosen())
        if self._operations.run(act) is None:
            self._error.setText(self._operations.last_failure)
        else:
            self.accept()
