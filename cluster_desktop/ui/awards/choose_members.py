"""The choice of council members from the roster."""

from PySide6.QtWidgets import QWidget

from cluster_desktop.commands.awards.councils import add_members
from cluster_desktop.records.queries.people.recipients import day_of_meeting
from cluster_desktop.ui.awards.recipient_picker import RecipientPicker
from cluster_desktop.ui.kit.act_dialog import ActDialog
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of, go_button
from cluster_desktop.ui.kit.layouts import grow
from cluster_desktop.ui.kit.operations import Operations


class MembersDialog(ActDialog):
    """People of a unit with ticks; a ticked person becomes a member, present until recorded otherwise."""

    def __init__(self, operations: Operations, session_uid: str, unit_uid: str, parent: QWidget) -> None:
        super().__init__(operations, "Thêm thành viên Hội đồng", parent, (560, 600))
        self._uid = session_uid
        day = operations.workspace.read(day_of_meeting, session_uid)
        self.picker = RecipientPicker(operations.workspace, day, unit_uid)
        self.picker.kind.hide()
        column_of(
            self,
            grow(self.picker),
            self.message,
            foot_of(self, go_button(self, "&Thêm vào Hội đồng", self._on_go_clicked)),
        )

    def _on_go_clicked(self) -> None:
        uids = tuple(person.uid for person in self.picker.chosen())
        self.carry_out(add_members, self._uid, uids)
