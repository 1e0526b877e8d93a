"""Refuse every change of a score sheet that was agreed on."""

from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.domain.scoring.vocabulary import SheetState
from cluster_desktop.records.models import Attachment, Criterion, Record, Score, ScoreSheet


def refuse_if_locked(session: Session, record: Record) -> None:
    """Refuse a record that is a part of a locked score sheet, with Refused.

    The vote (suy tôn) is none: it follows the points that were agreed on.
    """
    with session.no_autoflush:
        sheet = _sheet_of(session, record)
    if sheet is not None and sheet.deleted_at is None:
        refuse_locked(sheet)


def refuse_locked(sheet: ScoreSheet) -> None:
    """Refuse a locked sheet, with Refused."""
    if sheet.state == SheetState.LOCKED:
        when = f" ngày {sheet.locked_on.show()}" if sheet.locked_on else ""
        raise errors.Refused(
            f"Bảng điểm năm {sheet.year} đã chốt{when} nên không sửa được. "
            "Muốn sửa, hãy bấm “Mở lại” ở trang Chấm điểm cụm và ghi lý do."
        )


def _sheet_of(session: Session, record: Record) -> ScoreSheet | None:
    if isinstance(record, Attachment):
        score = session.get(Score, record.score_uid) if record.score_uid else None
        return _sheet_of(session, score) if score else None
    if isinstance(record, Score):
        criterion = session.get(Criterion, record.criterion_uid)
        return _sheet_of(session, criterion) if criterion else None
    return session.get(ScoreSheet, record.sheet_uid) if isinstance(record, Criterion) else None
