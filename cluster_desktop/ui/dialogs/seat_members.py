"""Choosing the members of a council from the roster."""

from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cluster_desktop.commands.councils import add_members
from cluster_desktop.ui.dialogs.recipient_picker import RecipientPicker
from cluster_desktop.ui.kit.dialog_size import open_at
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.operations import Operations


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
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self.picker, 1)
        column.addWidget(self._error)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(button("Bỏ qua", self.reject))
        go = button("&Thêm vào Hội đồng", self._on_go_clicked, kind="primary")
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(go.click)
        foot.addWidget(go)
        column.addLayout(foot)

    def _on_go_clicked(self) -> None:
        uids = tuple(one.uid for one in self.picker.chosen())
        if self._operations.run(partial(add_members, self._operations.workspace, self._uid, uids)) is None:
            self._error.setText(self._operations.last_failure)
        else:
            self.accept()
