"""The score sheet shared by the parts of the page: read once, written in one place."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from cluster_desktop import errors
from cluster_desktop.domain.scoring.score_totals import ScoreTotals
from cluster_desktop.domain.scoring.scored_sheet import ScoredSheet
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.queries.scoring import scoring
from cluster_desktop.records.rows import Option
from cluster_desktop.ui.kit.operations import Operations, P, WorkspaceAct

_BUSY: Final = "Sổ đang làm một việc khác. Hãy đợi xong rồi làm lại."
LOCKED: Final = "Bảng điểm đã chốt nên không sửa được. Muốn sửa, hãy bấm “Mở lại…” và ghi lý do."
_FEW: Final = 500
KINDS: Final = frozenset(
    {
        "score_sheet",
        "criterion",
        "score",
        "recommendation",
        "membership",
        "unit",
        "former_name",
        "cluster",
        "attachment",
        "nomination",
    }
)
"""The kinds of records a score sheet is read from."""


class ScoreDesk(QObject):
    """The score sheet of the chosen year and cluster; ``changed``: it was read again, or is another one."""

    changed = Signal()

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self.operations = operations
        self.year = 0
        self.cluster_uid: str | None = None
        self.clusters: tuple[Option, ...] = ()
        self.earlier: tuple[str, int] | None = None
        """The sheet that could be copied, and its year."""
        self.current_sheet: ScoredSheet | None = None
        self.totals: ScoreTotals | None = None

    @property
    def sheet(self) -> ScoredSheet:
        """The score sheet. Raises RuntimeError where there is none; parts are only shown with one."""
        if self.current_sheet is None:
            raise RuntimeError("no score sheet is open")
        return self.current_sheet

    @property
    def sums(self) -> ScoreTotals:
        """The sums of the sheet. Raises RuntimeError where there is none."""
        if self.totals is None:
            raise RuntimeError("no score sheet is open")
        return self.totals

    @property
    def cluster(self) -> Option | None:
        """The cluster whose sheet is shown or would be begun."""
        uid = self.cluster_uid or (self.current_sheet.cluster_uid if self.current_sheet else None)
        chosen = [cluster for cluster in self.clusters if cluster.uid == uid]
        return next(iter(chosen or self.clusters), None)

    def read(self) -> None:
        """Read the sheet of the year and notify the parts; do nothing while the file is busy."""
        workspace = self.operations.workspace
        if workspace.busy:
            return
        self.clusters = workspace.read(scoring.scoring_clusters)
        uid = workspace.read(scoring.sheet_uid, self.year, self.cluster.uid if self.cluster else None)
        if uid is None and self.cluster_uid is None:
            uid = workspace.read(scoring.sheet_uid, self.year)
        self.current_sheet = workspace.read(scoring.scored_sheet, uid) if uid else None
        self.totals = ScoreTotals(self.current_sheet) if self.current_sheet else None
        self.earlier = workspace.read(scoring.earlier_sheet, self.year, self.cluster.uid) if self.cluster else None
        self.changed.emit()

    def open_sheet(self, uid: str) -> None:
        """Show this sheet, if it is one of the year's."""
        sheet = self.operations.workspace.read(scoring.scored_sheet, uid)
        if sheet is not None and sheet.year == self.year:
            self.cluster_uid = sheet.cluster_uid
            self.read()

    def reread(self, changes: Changes | None) -> None:
        """Read again what may have changed; a few points are merged without reading the whole sheet."""
        sheet, workspace = self.current_sheet, self.operations.workspace
        few = changes is not None and changes.kinds == {"score"} and len(changes.uids) <= _FEW
        if sheet is None or changes is None or not few or workspace.busy:
            self.read()
            return
        new = workspace.read(scoring.marks_of, sheet.uid, changes.uids)
        touched = set(changes.uids)
        kept = {place: mark for place, mark in sheet.marks.items() if mark.uid not in touched}
        units = {unit for _line, unit in new} | {unit for _line, unit in sheet.marks.keys() - kept.keys()}
        self.current_sheet = replace(sheet, marks=kept | new)
        self.totals = ScoreTotals(self.current_sheet, self.totals, units)
        self.changed.emit()

    def do(self, act: WorkspaceAct[P], *args: P.args, **kwargs: P.kwargs) -> str:
        """Run an act on the workspace; the answer is that of :meth:`run`."""
        return self.run(partial(act, self.operations.workspace, *args, **kwargs))

    def run(self, act: Callable[[], Changes], sentence: str = "") -> str:
        """Run an act; returns '', or the sentence why it was refused (which is shown as well)."""
        if self.operations.workspace.busy:
            self.operations.failed.emit(_BUSY)
            return _BUSY
        try:
            changes = self.operations.run(act, sentence)
        except errors.InvalidDraft as problem:
            self.operations.failed.emit(problem.sentence)
            return problem.sentence
        return "" if changes is not None else self.operations.last_failure

    def tell(self, sentence: str, wrong: bool = False) -> None:
        """Show a sentence in the status line."""
        if wrong:
            self.operations.failed.emit(sentence)
        else:
            self.operations.say(sentence)
