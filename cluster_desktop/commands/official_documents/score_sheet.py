"""The score sheet of a cluster's year, of one unit or of all."""

from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.official_documents.office_frames import frame_of
from cluster_desktop.commands.official_documents.printable import DocumentScope, Printable, Request
from cluster_desktop.documents.content.content import Document
from cluster_desktop.documents.scoring import score_sheet
from cluster_desktop.domain.scoring.scored_sheet import ScoredSheet
from cluster_desktop.records.queries.scoring.scoring import scored_sheet, sheet_uids


def sheet_of_year(session: Session, year: int, unit_uid: str | None = None) -> ScoredSheet | None:
    """Find the score sheet of a year that has the unit; None when the year has no sheet.

    Raises Refused when no sheet of the year has the unit.
    """
    sheets = [sheet for uid in sheet_uids(session, year) if (sheet := scored_sheet(session, uid)) is not None]
    if not sheets or unit_uid is None:
        return next(iter(sheets), None)
    own = next((sheet for sheet in sheets if any(unit.uid == unit_uid for unit in sheet.units)), None)
    if own is None:
        raise errors.Refused(f"Đơn vị này không có trong bảng điểm năm {year}. Hãy chọn đơn vị khác hoặc cả cụm.")
    return own


def _compose(session: Session, request: Request) -> Document:
    year = request.emulation_year
    sheet = sheet_of_year(session, year, request.unit_uid)
    return score_sheet.score_sheet(frame_of(session, request), sheet, request.unit_uid, year)


DOCUMENT = Printable("score-sheet", "Bảng chấm điểm thi đua", "clipboard-task", _compose, scope=DocumentScope.UNIT)
