"""The minutes of the meeting that agreed on a cluster's points and voted."""

from sqlalchemy.orm import Session

from cluster_desktop.commands.official_documents.office_frames import frame_of
from cluster_desktop.commands.official_documents.printable import YEAR, DocumentScope, Printable, Request
from cluster_desktop.commands.official_documents.score_sheet import sheet_of_year
from cluster_desktop.documents.content.content import Document
from cluster_desktop.documents.scoring.score_minutes import score_minutes
from cluster_desktop.domain.scoring.score_totals import ScoreTotals
from cluster_desktop.domain.scoring.score_vote import proposed_awards


def _compose(session: Session, request: Request) -> Document:
    year = request.emulation_year
    sheet = sheet_of_year(session, year)
    awards = proposed_awards(sheet, ScoreTotals(sheet)) if sheet else {}
    return score_minutes(frame_of(session, request), sheet, awards, year)


DOCUMENT = Printable(
    "score-minutes",
    "Biên bản bình xét, suy tôn",
    "document",
    _compose,
    scope=DocumentScope.CLUSTER,
    asks=YEAR,
    symbol="BB",
)
