"""The pledge of a cluster for a year."""

from sqlalchemy.orm import Session

from cluster_desktop.commands.official_documents.office_frames import frame_of
from cluster_desktop.commands.official_documents.printable import YEAR, DocumentScope, Printable, Request
from cluster_desktop.documents.content.content import Document
from cluster_desktop.documents.units.pledge import pledge
from cluster_desktop.records.queries.printing import document_facts


def _compose(session: Session, request: Request) -> Document:
    facts = document_facts.pledge_facts(session, request.emulation_year)
    return pledge(frame_of(session, request), facts)


DOCUMENT = Printable(
    "pledge", "Giao ước thi đua", "swap", _compose, scope=DocumentScope.CLUSTER, asks=YEAR, worded=True
)
