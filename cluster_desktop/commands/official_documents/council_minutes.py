"""The minutes of a council session: of that in the request, else of the newest of the year."""

from dataclasses import replace

from sqlalchemy.orm import Session

from cluster_desktop.commands.awards.council_facts import council_facts, council_home, newest_session
from cluster_desktop.commands.official_documents.office_frames import frame_of
from cluster_desktop.commands.official_documents.printable import (
    YEAR_AND_UNIT,
    DocumentScope,
    Printable,
    Question,
    Request,
)
from cluster_desktop.documents.awards import council
from cluster_desktop.documents.content.content import Document
from cluster_desktop.documents.frames.document_frame import DocumentFrame
from cluster_desktop.domain.awards.council_facts import CouncilFacts
from cluster_desktop.records.queries.awards.nominees import nominees, submitted_nominees


def minutes_frame(session: Session, request: Request, facts: CouncilFacts) -> DocumentFrame:
    """Frame the minutes of a session: its council's unit, its number, its day as far as it is known to the day."""
    home = council_home(session, facts.uid)
    frame = frame_of(session, replace(request, year=facts.year, unit_uid=home, about=facts.uid))
    held = facts.held_on
    if held is None or held.day is None:
        return frame
    return replace(frame, heading=replace(frame.heading, dated=held.latest))


def _compose(session: Session, request: Request) -> Document:
    """Compose the minutes; before any session they are of the year's nominations, with room to fill in."""
    uid = request.session_uid or newest_session(session, request.emulation_year, request.unit_uid)
    if uid is None:
        frame = frame_of(session, request)
        waiting = submitted_nominees(session, request.emulation_year, request.unit_uid)
        return council.council_minutes(frame, waiting, request.emulation_year)
    facts = council_facts(session, uid)
    voted_on = {ballot.uid for ballot in facts.ballots}
    every = nominees(session, facts.year, council_home(session, uid), facts.held_on)
    judged = [nominee for nominee in every if nominee.uid in voted_on]
    return council.council_minutes(minutes_frame(session, request, facts), judged, facts.year, facts)


DOCUMENT = Printable(
    "council-minutes",
    "Biên bản Hội đồng",
    "people",
    _compose,
    asks=YEAR_AND_UNIT | {Question.SESSION},
    symbol="BB",
    scope=DocumentScope.UNIT,
)
