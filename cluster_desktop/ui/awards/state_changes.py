"""The check before nominations go to the council: those that fail a rule are named, and a reason is asked for."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from cluster_desktop.commands.awards.nominating import give_reasons
from cluster_desktop.commands.law.eligibility import judged_nominations
from cluster_desktop.domain.law.eligibility.verdict import Judgement
from cluster_desktop.ui.awards.reasons import ReasonsDialog
from cluster_desktop.ui.kit.operations import Operations, in_one_step

_AT_ONCE: Final = 100  # nominations that are judged faster than one can see


class CouncilCheck(QObject):
    """Judges nominations, many in the background, then calls *go_on* with those that pass or have a reason."""

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        super().__init__(parent)
        self._operations, self._over = operations, parent

    def ask(self, uids: Sequence[str], go_on: Callable[[tuple[str, ...]], object]) -> None:
        """Judge the nominations and call *go_on*, at once when no rule fails."""
        workspace = self._operations.workspace
        if len(uids) <= _AT_ONCE:
            self._on_judged(tuple(uids), go_on, workspace.read(judged_nominations, tuple(uids)))
            return
        work = in_one_step(workspace.read, judged_nominations, tuple(uids))
        self._operations.run_in_background("Đang xét điều kiện", work, partial(self._on_judged, tuple(uids), go_on))

    def _on_judged(
        self, uids: tuple[str, ...], go_on: Callable[[tuple[str, ...]], object], judgements: dict[str, Judgement]
    ) -> None:
        asked = [judgements[uid] for uid in uids if uid in judgements and judgements[uid].needs_reason]
        if not asked:
            go_on(uids)
            return
        rest = tuple(uid for uid in uids if uid not in {judgement.nomination_uid for judgement in asked})
        dialog = ReasonsDialog(asked, self._over, only_rest=len(rest))
        dialog.finished.connect(partial(self._on_dialog_finished, dialog, uids, rest, go_on))
        dialog.open()

    def _on_dialog_finished(
        self,
        dialog: ReasonsDialog,
        uids: tuple[str, ...],
        rest: tuple[str, ...],
        go_on: Callable[[tuple[str, ...]], object],
        answer: int,
    ) -> None:
        if answer == ReasonsDialog.REST:
            go_on(rest)
        elif answer == QDialog.DialogCode.Accepted and self._operations.do(give_reasons, dialog.reasons) is not None:
            go_on(uids)
        dialog.deleteLater()
