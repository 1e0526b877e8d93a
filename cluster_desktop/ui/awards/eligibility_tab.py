"""The judgement of a nomination beside its form, and its verdict in the list."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cluster_desktop import errors
from cluster_desktop.commands.awards.nominating import give_reasons
from cluster_desktop.commands.law.eligibility import judge_nomination, judged_nominations
from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.types import Text
from cluster_desktop.domain.law.eligibility.verdict import Judgement
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.awards.reasons import ReasonsDialog
from cluster_desktop.ui.kit.labels import button
from cluster_desktop.ui.kit.layouts import BAR, Space, grow, in_column, in_row, stretch
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.law.eligibility_text import failing_tag
from cluster_desktop.ui.law.eligibility_view import EligibilityView
from cluster_desktop.ui.lists.table_model import Cell, ExtraColumn

_GONE = "Cá nhân, tập thể này không còn trong danh sách của năm."


class EligibilityTab(QWidget):
    """A judgement; ``record_requested`` (kind, uid): a record it read."""

    record_requested = Signal(str, str)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._uid = ""
        self.judgement: Judgement | None = None
        self.view = EligibilityView(named=False)
        self.view.record_requested.connect(self.record_requested)
        self.reason = button("&Vẫn đề nghị, ghi lý do…", self.give_reason, icon="edit")
        in_column(grow(self.view), in_row(stretch(), self.reason, margins=BAR), on=self, space=Space.NONE)

    def show_record(self, row: Row) -> None:
        """Judge this nomination."""
        self._uid = row.uid
        self.reread(None)

    def reread(self, _changes: Changes | None) -> None:
        """Judge the present state; a busy file keeps what is shown."""
        workspace = self._operations.workspace
        if not self._uid or workspace.busy:
            return
        try:
            self.judgement = judge_nomination(workspace, self._uid)
        except errors.UserError as error:
            self.view.show_sentence(error.sentence)
            return
        self.reason.setVisible(self.judgement is not None and bool(_asks(self.judgement)))
        if self.judgement is None:
            self.view.show_sentence(_GONE)
        else:
            self.view.show_judgement(self.judgement)

    def give_reason(self) -> None:
        """Ask for the reason to propose it although a rule fails."""
        if self.judgement is None:
            return
        dialog = ReasonsDialog([self.judgement], self.window(), go_text="&Lưu lý do")
        dialog.accepted.connect(partial(self._on_dialog_accepted, dialog))
        dialog.open()

    def _on_dialog_accepted(self, dialog: ReasonsDialog) -> None:
        self._operations.do(give_reasons, dialog.reasons)
        dialog.deleteLater()


def _asks(judgement: Judgement) -> bool:
    return judgement.needs_reason or bool(judgement.override_reason)


def verdict_column(operations: Operations) -> ExtraColumn:
    """Return the column with the verdict of each nomination in a list."""
    field = Field(key="eligibility", label="Điều kiện", type=Text(), width=9, listed=True)
    return ExtraColumn(field, partial(_cells, operations), after="award")


def _cells(operations: Operations, rows: Sequence[Row]) -> Mapping[str, Cell]:
    judgements = operations.workspace.read(judged_nominations, [row.uid for row in rows])
    return {uid: failing_tag(judgement) for uid, judgement in judgements.items()}
