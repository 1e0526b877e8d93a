"""Write points into a score sheet, and their evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from cluster_desktop import errors
from cluster_desktop.commands.records.attachments import NewFile, keep, ready_files
from cluster_desktop.commands.scoring.score_sheets import open_sheet
from cluster_desktop.domain.scoring.score_typing import check_points
from cluster_desktop.domain.scoring.scored_sheet import Side
from cluster_desktop.domain.scoring.vocabulary import SheetState
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Criterion, Score, Unit
from cluster_desktop.records.queries.scoring.scoring import sheet_lines


@dataclass(frozen=True, slots=True)
class ScoreCell:
    """The points of one cell, in hundredths; None empties it."""

    criterion_uid: str
    unit_uid: str
    side: Side
    points: int | None


def set_scores(workspace: Workspace, sheet_uid: str, cells: Sequence[ScoreCell]) -> Changes:
    """Write the points of these cells, all or none, as one act; cells that are equal are not touched.

    The first points turn a sheet that is drawn up into one that is scored. Raises Refused when the sheet is
    locked or points do not fit their criterion, RecordMissing when a criterion or a unit is gone.
    """
    with workspace.changing(_label(cells)) as session:
        sheet = open_sheet(session, sheet_uid)
        _check(session, sheet_uid, cells)
        scores = _scores(session, {cell.criterion_uid for cell in cells})
        for cell in cells:
            score = scores.get((cell.criterion_uid, cell.unit_uid))
            if score is None and cell.points is None:
                continue
            if score is None:
                score = Score(criterion_uid=cell.criterion_uid, unit_uid=cell.unit_uid)
                session.add(score)
                scores[cell.criterion_uid, cell.unit_uid] = score
            if getattr(score, cell.side.value) != cell.points:
                setattr(score, cell.side.value, cell.points)
        if session.changes() and sheet.state != SheetState.SCORING:
            sheet.state = SheetState.SCORING
        return session.changes()


def set_evidence(
    workspace: Workspace, sheet_uid: str, criterion_uid: str, unit_uid: str, evidence: str, note: str
) -> Changes:
    """Write the evidence of a unit's points on one criterion, and a remark. Raises Refused when the sheet is locked."""
    with workspace.changing("Ghi minh chứng") as session:
        open_sheet(session, sheet_uid)
        score = _score_of(session, criterion_uid, unit_uid)
        score.evidence, score.note = evidence.strip() or None, note.strip() or None
        return session.changes()


def attach_evidence(
    workspace: Workspace, sheet_uid: str, criterion_uid: str, unit_uid: str, files: Sequence[NewFile]
) -> Changes:
    """Keep files that prove a unit's points on one criterion, all or none, as one act.

    Raises Refused for a file that is empty or too large, and when the sheet is locked.
    """
    ready = ready_files(files)
    with workspace.changing(f"Đính kèm {len(files)} minh chứng") as session:
        open_sheet(session, sheet_uid)
        score = _score_of(session, criterion_uid, unit_uid)
        keep(session, [replace(file, draft=replace(file.draft, score_uid=score.uid)) for file in ready])
        return session.changes()


def _score_of(session: WorkspaceSession, criterion_uid: str, unit_uid: str) -> Score:
    score = _scores(session, {criterion_uid}).get((criterion_uid, unit_uid))
    if score is None:
        living(session, Criterion, criterion_uid)
        score = Score(criterion_uid=criterion_uid, unit_uid=unit_uid)
        session.add(score)
        session.flush()
    return score


def _label(cells: Sequence[ScoreCell]) -> str:
    sides = {cell.side for cell in cells}
    what = next(iter(sides)).label.lower() if len(sides) == 1 else "chấm điểm"
    return f"Ghi {len(cells)} ô {what}" if len(cells) != 1 else f"Ghi ô {what}"


def _check(session: WorkspaceSession, sheet_uid: str, cells: Sequence[ScoreCell]) -> None:
    lines = {line.uid: line for line in sheet_lines(session, sheet_uid)}
    units = set(session.scalars(select(Unit.uid)))
    for cell in cells:
        line = lines.get(cell.criterion_uid)
        if line is None or cell.unit_uid not in units:
            raise errors.RecordMissing("Tiêu chí hoặc đơn vị này không còn trong bảng điểm. Hãy đọc lại trang (F5).")
        if cell.points is not None:
            try:
                check_points(cell.points, line)
            except ValueError as problem:
                raise errors.Refused(f"“{line.words}”: {problem}") from problem


def _scores(session: WorkspaceSession, criteria: set[str]) -> dict[tuple[str, str], Score]:
    scores = select(Score).where(Score.criterion_uid.in_(sorted(criteria)))
    return {(score.criterion_uid, score.unit_uid): score for score in session.scalars(scores)}
