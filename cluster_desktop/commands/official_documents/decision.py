"""A commendation decision with its list."""

from dataclasses import replace

from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.official_documents.office_frames import frame_of
from cluster_desktop.commands.official_documents.printable import (
    YEAR_AND_UNIT,
    DocumentScope,
    Printable,
    Question,
    Request,
)
from cluster_desktop.documents.awards.decision import decision_document, received_list
from cluster_desktop.documents.content.content import Document
from cluster_desktop.records.queries.awards import decisions


def _compose(session: Session, request: Request) -> Document:
    if request.decision_uid is None:
        raise errors.Refused("Chưa chọn quyết định cần in. Hãy chọn một quyết định.")
    facts = decisions.decision_facts(session, request.decision_uid)
    recipients = decisions.recipients(session, facts, as_signed=True)
    if facts.unit_uid is None:
        return received_list(facts, recipients)
    issued = Request(unit_uid=facts.unit_uid, today=facts.decided_on.latest, document=request.document)
    frame = frame_of(session, issued)
    if facts.place:
        frame = replace(frame, heading=replace(frame.heading, place=facts.place))
    return decision_document(frame, facts, recipients)


DOCUMENT = Printable(
    "decision",
    "Quyết định khen thưởng",
    "ribbon",
    _compose,
    asks=YEAR_AND_UNIT | {Question.DECISION},
    needs=Question.DECISION,
    scope=DocumentScope.UNIT,
)
