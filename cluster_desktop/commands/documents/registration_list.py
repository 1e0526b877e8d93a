"""The list of those who registered for a title in a year."""

from sqlalchemy.orm import Session

from cluster_desktop.commands.documents.office_frames import frame_of
from cluster_desktop.commands.documents.printable import Printable, Request
from cluster_desktop.documents.awards.registrations import registration_list
from cluster_desktop.documents.content.content import Document
from cluster_desktop.records.queries.awards.registrations import registered


def _compose(session: Session, request: Request) -> Document:
    year = request.emulation_year
    return registration_list(frame_of(session, request), registered(session, year, request.unit_uid), year)


DOCUMENT = Printable("registration-list", "Danh sách đăng ký danh hiệu", "star", _compose)
