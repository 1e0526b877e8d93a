"""Choosing the members of a council from the roster."""

from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from cluster_desktop.commands.awards.councils import add_members
from cluster_desktop.ui.awards.recipient_picker import RecipientPicker
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of, go_button, open_at
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import grow
from cluster_desktop.ui.kit.operations import Operations


class SeatDialog(QDialog):
    """People of a unit with ticks; who is ticked becomes a member, present until said otherwise."""

    def __init__(self, operations: Operations, session_uid: str, unit_uid: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._operations = operations
        self._uid = session_uid
        self.setWindowTitle("Thêm thành viên Hội đồng")
        open_at(self, parent, 560, 600)
        self.picker = RecipientPicker(operations.workspace, unit_uid)
        self.picker.kind.hide()
        self._error = label("", "error", wraps=True)
        column_of(
            self,
            grow(self.picker),
            self._error,
            foot_of(self, go_button(self, "&Thêm vào Hội đồng", self._on_go_clicked)),
        )

    def _on_go_clicked(self) -> None:
        uids = tuple(one.uid for one in self.picker.chosen())
        if self._operations.run(partial(add_members, self._operations.workspace, self._uid, uids)) is None:
            self._error.setText(self._operations.last_failure)
        else:
            self.accept()
