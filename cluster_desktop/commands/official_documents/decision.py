"""A commendation decision with its list."""

from dataclasses import replace

from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.law.catalogue import catalogue_of
from cluster_desktop.commands.official_documents.office_frames import frame_of, with_caution
from cluster_desktop.commands.official_documents.printable import (
    YEAR_AND_UNIT,
    DocumentScope,
    Printable,
    Question,
    Request,
)
from cluster_desktop.documents.awards.decision import decision_document, received_list
from cluster_desktop.documents.content.content import Document
from cluster_desktop.documents.frames.document_frame import DocumentFrame
from cluster_desktop.domain.law.bonus import bonuses
from cluster_desktop.domain.law.regimes import Certainty, competence_on
from cluster_desktop.domain.people.heads import ROOM
from cluster_desktop.domain.printing.certification import DecisionFacts
from cluster_desktop.domain.printing.own_words import WordsPart
from cluster_desktop.domain.text import names
from cluster_desktop.records.queries.awards import decisions
from cluster_desktop.records.queries.awards.bonus import bonus_awards


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
    frame = replace(frame, bases=(*_competence(session, facts, frame), *frame.bases))
    paper = decision_document(frame, facts, recipients, _bonus(session, facts))
    return with_caution(session, paper, facts.decided_on.latest)


def _competence(session: Session, facts: DecisionFacts, frame: DocumentFrame) -> tuple[str, ...]:
    """The text that lets the head decide: that of political schools, else the office's own, else room to name it."""
    known = competence_on(catalogue_of(session).competences, facts.decided_on.latest)
    if known and names.fold(facts.issuer).startswith(("truong chinh tri", "truong dao tao can bo")):
        return (known,)
    if frame.words.lines(WordsPart.COMPETENCE):
        return ()
    return (f"{ROOM} quy định chức năng, nhiệm vụ, quyền hạn của {facts.issuer or ROOM}",)


def _bonus(session: Session, facts: DecisionFacts) -> int:
    """The money in đồng that the law gives with a decision; 0 while the base salary of its day is unsure."""
    due = bonus_awards(session, day=facts.decided_on, year=None, decision_uid=facts.uid)
    paid = [bonus for bonus in bonuses(due.all, catalogue_of(session).bonus_table) if bonus.award.uid in due.asked]
    sure = all(bonus.salary.certain is not Certainty.UNSURE for bonus in paid)
    return sum(bonus.amount for bonus in paid) if sure else 0


DOCUMENT = Printable(
    "decision",
    "Quyết định khen thưởng",
    "ribbon",
    _compose,
    asks=YEAR_AND_UNIT | {Question.DECISION},
    needs=Question.DECISION,
    scope=DocumentScope.UNIT,
)
