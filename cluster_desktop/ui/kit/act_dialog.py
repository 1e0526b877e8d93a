"""Dialogs whose answers become an act."""

from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.records.changes import Changes
from cluster_desktop.ui.kit.dialog_parts import open_at
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.message import DISCARD, SAVE, ask_unsaved
from cluster_desktop.ui.kit.operations import Operations, P, WorkspaceAct


class ActDialog(QDialog):
    """A dialog that closes when its act is written; a refusal is shown in ``message`` and keeps it open.

    A subclass for much input names what is ``unsaved``, and ``save`` writes it.
    """

    def __init__(self, operations: Operations, title: str, parent: QWidget, size: tuple[int, int]) -> None:
        super().__init__(parent)
        self._operations = operations
        self.message = label("", "error", wraps=True)
        self.setWindowTitle(title)
        open_at(self, parent, *size)

    def written(self, act: WorkspaceAct[P], *args: P.args, **kwargs: P.kwargs) -> Changes | None:
        """Run *act* on the workspace; None when it was refused, which ``message`` shows."""
        try:
            changes = self._operations.do(act, *args, **kwargs)
        except errors.InvalidDraft as error:
            self.refuse(error)
            return None
        if changes is None:
            self.message.setText(self._operations.last_failure)
        return changes

    def carry_out(self, act: WorkspaceAct[P], *args: P.args, **kwargs: P.kwargs) -> Changes | None:
        """Run *act* on the workspace and close; stay when it was refused."""
        changes = self.written(act, *args, **kwargs)
        if changes is not None:
            self.accept()
        return changes

    def refuse(self, error: errors.InvalidDraft) -> None:
        """Show what has to be corrected."""
        self.message.setText(error.sentence)

    @property
    def unsaved(self) -> str:
        """Words for what closing now would lose; '' for nothing."""
        return ""

    def save(self) -> None:
        """Write what is typed and close."""

    @override
    def reject(self) -> None:
        """Close without writing, after asking about what is typed."""
        answer = ask_unsaved(self, self.unsaved) if self.unsaved else DISCARD
        if answer == SAVE:
            self.save()
        elif answer == DISCARD:
            super().reject()
