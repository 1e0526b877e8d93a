"""The rules of a score sheet that hold however a line, its points or the sheet itself is written."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, inspect, or_, select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.records.locked_sheets import refuse_locked
from cluster_desktop.domain.scoring.score_typing import check_points
from cluster_desktop.domain.scoring.scored_sheet import SIDES, ScoreLine
from cluster_desktop.domain.scoring.vocabulary import CriterionKind, SheetState
from cluster_desktop.records.models import Criterion, Record, Score, ScoreSheet

_NO_REASON = "Bảng điểm đã chốt. Muốn mở lại, hãy ghi lý do."


def follow_scoring(session: Session, record: Record) -> None:
    """Hold a record just written to the rules of its score sheet. Raises InvalidDraft, Refused."""
    if isinstance(record, Score):
        _follow_score(session, record)
    elif isinstance(record, Criterion):
        _check_group(session, record)
        _refuse_if_held(session, record)
        _place(session, record)
    elif isinstance(record, ScoreSheet):
        _follow_state(session, record)


def count_scores(session: Session, criteria: Sequence[str]) -> int:
    """Count the cells (units on criteria) that have points."""
    scored = or_(*(getattr(Score, side).is_not(None) for side in SIDES))
    return session.scalar(select(func.count()).where(Score.criterion_uid.in_(criteria), scored)) or 0


def refuse_unscored(session: Session, sheet_uid: str) -> None:
    """Refuse to close a sheet without any agreed points, with Refused."""
    agreed = (
        select(Score.uid)
        .join(Criterion, Criterion.uid == Score.criterion_uid)
        .where(Criterion.sheet_uid == sheet_uid)
        .where(Score.final_points.is_not(None))
    )
    if session.scalars(agreed.limit(1)).first() is None:
        raise errors.Refused("Chưa có điểm kết luận nào. Hãy chấm cột “Kết luận” rồi chốt.")


def _changed(record: Record, key: str) -> tuple[Any, Any] | None:
    """The value of a field before and now; None where it stays."""
    history = inspect(record).attrs[key].history
    if not history.has_changes():
        return None
    return (history.deleted[0] if history.deleted else None), getattr(record, key)


def _follow_score(session: Session, score: Score) -> None:
    """Let points fit their criterion; the first ones turn a sheet that is drawn up into one that is scored."""
    criterion = session.get_one(Criterion, score.criterion_uid)
    line = ScoreLine(
        uid=criterion.uid, title=criterion.title, kind=criterion.kind, code=criterion.code or "",
        maximum=criterion.maximum,
    )  # fmt: skip
    changed = [side for side in SIDES if _changed(score, side)]
    for side in changed:
        points = getattr(score, side)
        if points is not None:
            try:
                check_points(points, line)
            except ValueError as problem:
                raise errors.invalid(side, str(problem)) from problem
    sheet = session.get_one(ScoreSheet, criterion.sheet_uid)
    if changed and sheet.state == SheetState.DRAWING_UP:
        sheet.state = SheetState.SCORING


def _check_group(session: Session, line: Criterion) -> None:
    """Let a line lie in a group of its own sheet, and in none that lies in it."""
    if line.parent_uid is None or not (_changed(line, "parent_uid") or _changed(line, "sheet_uid")):
        return
    above: Criterion | None = session.get_one(Criterion, line.parent_uid)
    if above is not None and (above.kind != CriterionKind.GROUP or above.sheet_uid != line.sheet_uid):
        raise errors.invalid("parent_uid", "Chọn một nhóm tiêu chí của cùng bảng điểm.")
    while above is not None:
        if above is line:
            raise errors.invalid("parent_uid", "Nhóm không nằm trong chính nó được. Hãy chọn nhóm khác.")
        above = session.get(Criterion, above.parent_uid) if above.parent_uid else None


def _refuse_if_held(session: Session, line: Criterion) -> None:
    """Keep a line with points a scored line, and a group with lines in it a group."""
    changed = _changed(line, "kind")
    if changed is None or line.uid is None:
        return
    before, kind = changed
    if kind == CriterionKind.GROUP and before != CriterionKind.GROUP and count_scores(session, [line.uid]):
        raise errors.Refused("Tiêu chí đã có điểm nên không đổi thành nhóm được. Hãy xóa điểm hoặc thêm nhóm mới.")
    inside = select(func.count()).where(Criterion.parent_uid == line.uid)
    if kind != CriterionKind.GROUP and before == CriterionKind.GROUP and session.scalar(inside):
        raise errors.Refused("Nhóm còn tiêu chí bên trong nên phải giữ là nhóm. Hãy chuyển các tiêu chí đó ra trước.")


def _place(session: Session, line: Criterion) -> None:
    """Put a new line without a place at the end of its group."""
    if line.position is None and not inspect(line).persistent:
        same = (Criterion.sheet_uid == line.sheet_uid, Criterion.parent_uid.is_not_distinct_from(line.parent_uid))
        line.position = (session.scalar(select(func.max(Criterion.position)).where(*same)) or 0) + 1


def _follow_state(session: Session, sheet: ScoreSheet) -> None:
    """Close a sheet only with agreed points and a day, open it again only for a reason, leave a closed one alone."""
    before, state = _changed(sheet, "state") or (sheet.state, sheet.state)
    if state == SheetState.LOCKED and before != SheetState.LOCKED:
        refuse_unscored(session, sheet.uid or "")
        if sheet.locked_on is None:
            raise errors.invalid("locked_on", "Ghi ngày chốt bảng điểm.")
        sheet.unlock_reason = None
    elif before == SheetState.LOCKED and state != SheetState.LOCKED:
        if not sheet.unlock_reason:
            raise errors.invalid("unlock_reason", _NO_REASON)
        sheet.locked_on = None
    elif state == SheetState.LOCKED and session.is_modified(sheet):
        refuse_locked(sheet)
