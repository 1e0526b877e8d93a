"""Revoking awards, with reason and date."""

from PySide6.QtWidgets import QWidget

from cluster_desktop.commands.awards.received_decisions import revoke
from cluster_desktop.domain.awards.nominations import AwardDraft
from cluster_desktop.domain.awards.vocabulary import AwardState
from cluster_desktop.domain.fields.fields import fields_of
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of, go_button
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import grow
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.form import Form
from cluster_desktop.ui.records.form_act import FormDialog

_SHOWN = ("revoked_because", "revoked_on")


class RevokeDialog(FormDialog):
    """A dialog for the reason; the register keeps the award, marked as revoked."""

    def __init__(self, operations: Operations, rows: tuple[Row, ...], parent: QWidget) -> None:
        kept = [field.key for field in fields_of(AwardDraft) if field.key not in _SHOWN]
        form = Form(operations.workspace, AwardDraft, hidden=kept)
        super().__init__(operations, "Thu hồi khen thưởng", parent, (520, 380), form)
        self._rows = rows
        self.form.set_new({key: rows[0].values[key] for key in kept} | {"state": AwardState.REVOKED})
        heading = rows[0].title if len(rows) == 1 else f"{len(rows)} khen thưởng"
        hint = "Khen thưởng vẫn nằm trong sổ, ghi rõ đã thu hồi, không in giấy và không tính vào thành tích."
        column_of(
            self,
            label(heading, "section", wraps=True),
            grow(self.form),
            label(hint, "hint", wraps=True),
            self.message,
            foot_of(self, go_button(self, "&Thu hồi", self._on_go_clicked)),
        )

    def _on_go_clicked(self) -> None:
        draft = self.filled(AwardDraft, whole=False)
        if draft is None:
            return
        uids = tuple(row.uid for row in self._rows)
        self.carry_out(revoke, uids, draft.revoked_because or "", draft.revoked_on)
