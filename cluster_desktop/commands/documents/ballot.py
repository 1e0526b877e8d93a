"""The ballot a council votes with on the nominations of a year."""

from sqlalchemy.orm import Session

from cluster_desktop.commands.documents.office_frames import frame_of
from cluster_desktop.commands.documents.printable import Printable, Request
from cluster_desktop.documents.awards import ballot
from cluster_desktop.documents.content.content import Document
from cluster_desktop.records.queries.awards.nominees import submitted_nominees


def _compose(session: Session, request: Request) -> Document:
    year = request.emulation_year
    return ballot.ballots(frame_of(session, request), submitted_nominees(session, year, request.unit_uid), year)


DOCUMENT = Printable("ballot", "Phiếu bầu", "checkmark", _compose)
