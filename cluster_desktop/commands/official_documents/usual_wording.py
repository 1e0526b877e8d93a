"""Which words of a kind of document an office may write itself, before any particular document is asked for."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.official_documents.printable import Printable, Question, Request
from cluster_desktop.domain.printing.own_words import OwnWording
from cluster_desktop.records.models import Decision
from cluster_desktop.records.queries.units.office import home_uid


def usual_wording(session: Session, printable: Printable, request: Request) -> OwnWording:
    """The parts of the document of the unit and year asked for, with the model's words; of decisions the newest one.

    Raises Refused for a document that has no words to write, and what composing raises.
    """
    if printable.needs is Question.DECISION:
        request = replace(request, decision_uid=_newest_decision(session, request))
    wording = printable.read(session, request).wording
    if wording is None or not wording.models:
        raise errors.Refused(f"{printable.title} không có lời nào để văn phòng tự viết.")
    return wording


def _newest_decision(session: Session, request: Request) -> str | None:
    ours = select(Decision.uid).where(Decision.unit_uid.is_not(None)).order_by(Decision.decided_on.desc()).limit(1)
    unit_uid = None if request.whole else request.unit_uid or home_uid(session)
    return session.scalars(ours.where(Decision.unit_uid == unit_uid) if unit_uid else ours).first()
