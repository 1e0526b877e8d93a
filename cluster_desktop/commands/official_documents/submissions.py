"""What the submissions of a year share: who is proposed to whom, and in whose name."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.law.catalogue import catalogue_of, law_of
from cluster_desktop.commands.official_documents.office_frames import frame_of, with_caution
from cluster_desktop.commands.official_documents.printable import Compose, Request
from cluster_desktop.documents.awards.submission import COUNCIL, Submission, submission
from cluster_desktop.documents.content.content import Document, Signer
from cluster_desktop.documents.frames.document_frame import DocumentFrame
from cluster_desktop.domain.awards.addressees import ADDRESSEES, Addressee, award_of_body
from cluster_desktop.domain.awards.nomination_state import AGREED, WAITING, NominationState
from cluster_desktop.domain.awards.nominees import Nominee
from cluster_desktop.domain.people.heads import ROOM
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Nomination, Unit
from cluster_desktop.records.queries.awards.deciding import addressed
from cluster_desktop.records.queries.awards.nominees import nominees

_ABBREVIATION: Final = "HĐTĐKT"


def submission_to(addressee: Addressee) -> Compose:
    """Compose the submission of a year to one addressee: whom the council agreed to and the addressee decides on."""

    def _compose(session: Session, request: Request) -> Document:
        if addressee is Addressee.HEAD and request.unit_uid is None:
            raise errors.Refused("Tờ trình Hiệu trưởng là của Hội đồng một đơn vị. Hãy chọn đơn vị.")
        year = request.emulation_year
        proposed = [each for each in nominees(session, year, request.unit_uid) if ADDRESSEES[each.level] is addressee]
        agreed = [each for each in proposed if each.state in AGREED and not _unvoted(session, each, year)]
        open_ones = [each for each in proposed if each.state in (*WAITING, *AGREED) and each not in agreed]
        return composed(session, request, addressee, agreed, left_out=len(open_ones))

    return _compose


def composed(
    session: Session, request: Request, addressee: Addressee, proposed: Sequence[Nominee], left_out: int = 0
) -> Document:
    """Compose the submission of these nominations to an addressee, in the name of the school or of its council."""
    unit = session.get(Unit, request.unit_uid) if request.unit_uid else None
    body, head = addressed(session, addressee, unit, PartialDate.of(request.judged_on))
    named = tuple(replace(each, award_name=award_of_body(each.award, body, head)) for each in proposed)
    inside = body if addressee is Addressee.HEAD else ""
    facts = Submission(to=head, year=request.emulation_year, nominees=named, left_out=left_out, unit=inside)
    frame = frame_of(session, request)
    paper = submission(_of_council(frame) if addressee is Addressee.HEAD else frame, facts)
    return with_caution(session, paper, request.judged_on)


def _unvoted(session: Session, nominee: Nominee, year: int) -> bool:
    """Whether the law asks for a vote of the council that nobody recorded; what was awarded was voted on."""
    if nominee.votes_for is not None or nominee.state == NominationState.DECIDED:
        return False
    nomination = session.get_one(Nomination, nominee.uid)
    share = law_of(session, catalogue_of(session), nomination, year).vote_share(nominee.award)
    return bool(share and share.number)


def _of_council(frame: DocumentFrame) -> DocumentFrame:
    """The council of the school writes to its head: its name stands below that of the school."""
    authority = f"{'T/M' if frame.party else 'TM.'} Hội đồng"
    return replace(
        frame,
        heading=replace(frame.heading, superior=frame.heading.organ, organ=COUNCIL),
        scope=f"{COUNCIL} {frame.scope}",
        abbreviation=_ABBREVIATION,
        signer=Signer((authority, ROOM), ROOM),
    )
