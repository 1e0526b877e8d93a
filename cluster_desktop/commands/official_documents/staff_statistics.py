"""Staff statistics of one unit or of all, today or at the end of a year."""

import datetime

from sqlalchemy.orm import Session

from cluster_desktop.commands.official_documents.office_frames import figures_frame_of
from cluster_desktop.commands.official_documents.printable import DocumentGroup, DocumentScope, Printable, Request
from cluster_desktop.documents.content.content import Document
from cluster_desktop.documents.people.staff_statistics import staff_statistics_report
from cluster_desktop.domain.figures.figures import staff_statistics
from cluster_desktop.records.queries.people import facts


def _compose(session: Session, request: Request) -> Document:
    on = request.today if request.year is None else min(request.today, datetime.date(request.year, 12, 31))
    people = facts.person_facts(session, on, request.unit_uid)
    units = facts.unit_names(session, on.year, on) if request.unit_uid is None else {}
    figures = staff_statistics(people, on, units)
    return staff_statistics_report(
        figures_frame_of(session, request), figures, [person.sample_note for person in people]
    )


DOCUMENT = Printable(
    "staff-statistics",
    "Thống kê đội ngũ",
    "chart",
    _compose,
    group=DocumentGroup.REPORTS,
    up_to_year=True,
    scope=DocumentScope.UNIT,
)
