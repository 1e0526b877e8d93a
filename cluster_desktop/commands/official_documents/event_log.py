"""The event log of one year or of all, of one unit or of all."""

from sqlalchemy.orm import Session

from cluster_desktop.commands.official_documents.office_frames import figures_frame_of
from cluster_desktop.commands.official_documents.printable import DocumentGroup, DocumentScope, Printable, Request
from cluster_desktop.documents.content.content import Document
from cluster_desktop.documents.events.event_log import event_log_report
from cluster_desktop.domain.events.event_figures import event_figures
from cluster_desktop.records.queries.people import facts


def _compose(session: Session, request: Request) -> Document:
    events = facts.event_facts(session, request.years, request.unit_uid)
    every = facts.unit_names(session, request.years.first, request.last_day)
    units = () if request.unit_uid else every  # who asks for one unit is not told that others have none
    figures = event_figures(events, units)
    return event_log_report(figures_frame_of(session, request), figures, events, request.years)


DOCUMENT = Printable(
    "event-log",
    "Nhật ký sự kiện",
    "calendar",
    _compose,
    group=DocumentGroup.REPORTS,
    scope=DocumentScope.UNIT,
    over_years=True,
)
