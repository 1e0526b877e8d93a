"""The roster of one unit or of all, as it stands today."""

from sqlalchemy.orm import Session

from cluster_desktop.commands.official_documents.office_frames import figures_frame_of
from cluster_desktop.commands.official_documents.printable import (
    DocumentGroup,
    DocumentScope,
    Printable,
    Question,
    Request,
)
from cluster_desktop.documents.content.content import Document
from cluster_desktop.documents.people.staff_list import staff_list
from cluster_desktop.records.queries.printing import document_facts


def _compose(session: Session, request: Request) -> Document:
    lines = document_facts.staff_lines(session, request.today, request.unit_uid)
    return staff_list(figures_frame_of(session, request), lines)


DOCUMENT = Printable(
    "staff-list",
    "Danh sách cán bộ",
    "people",
    _compose,
    group=DocumentGroup.REPORTS,
    asks=frozenset({Question.UNIT}),
    scope=DocumentScope.UNIT,
)
