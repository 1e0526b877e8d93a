"""The award register of one year or of all, of one unit or of all."""

from sqlalchemy.orm import Session

from cluster_desktop.commands.official_documents.office_frames import figures_frame_of
from cluster_desktop.commands.official_documents.printable import DocumentGroup, DocumentScope, Printable, Request
from cluster_desktop.documents.awards.register import award_register_report
from cluster_desktop.documents.content.content import Document
from cluster_desktop.domain.figures.figures import award_figures
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.queries.people import facts


def _compose(session: Session, request: Request) -> Document:
    awards = facts.award_facts(session, request.years, request.unit_uid, day=PartialDate.of(request.today))
    every = facts.unit_names(session, request.years.first, request.last_day)
    units = () if request.unit_uid else every  # who asks for one unit is not told that others have none
    figures = award_figures(awards, units)
    return award_register_report(figures_frame_of(session, request), figures, awards, request.years)


DOCUMENT = Printable(
    "award-register",
    "Sổ khen thưởng",
    "trophy",
    _compose,
    group=DocumentGroup.REPORTS,
    scope=DocumentScope.UNIT,
    over_years=True,
)
