"""The annual summary of a cluster."""

from sqlalchemy.orm import Session

from cluster_desktop.commands.official_documents.office_frames import frame_of
from cluster_desktop.commands.official_documents.printable import YEAR, DocumentScope, Printable, Request
from cluster_desktop.documents.content.content import Document
from cluster_desktop.documents.year.annual_summary import annual_summary
from cluster_desktop.records.queries.year.year_summary import year_summary


def _compose(session: Session, request: Request) -> Document:
    facts = year_summary(session, request.emulation_year, request.today)
    return annual_summary(frame_of(session, request), facts)


DOCUMENT = Printable(
    "annual-summary",
    "Báo cáo tổng kết năm",
    "clipboard-task",
    _compose,
    scope=DocumentScope.CLUSTER,
    asks=YEAR,
    symbol="BC",
    worded=True,
)
