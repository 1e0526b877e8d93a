"""The minutes of handing the cluster over to the head of the next year."""

from sqlalchemy.orm import Session

from cluster_desktop.commands.official_documents.office_frames import frame_of
from cluster_desktop.commands.official_documents.printable import YEAR, DocumentScope, Printable, Request
from cluster_desktop.documents.content.content import Document
from cluster_desktop.documents.units import handover
from cluster_desktop.records.queries.units.handover import handover_facts


def _compose(session: Session, request: Request) -> Document:
    facts = handover_facts(session, request.emulation_year, request.today)
    return handover.handover_minutes(frame_of(session, request), facts)


DOCUMENT = Printable(
    "handover-minutes", "Biên bản bàn giao", "swap", _compose, scope=DocumentScope.CLUSTER, asks=YEAR, symbol="BB"
)
