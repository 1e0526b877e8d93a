"""List the decisions for which certificates can be printed, with the number of their awards."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.vocabulary import AwardState
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Award, Decision


@dataclass(frozen=True, slots=True)
class CertificateSource:
    """A decision or an event as a choice for printing; ``sheets`` counts its certificates.

    ``name`` is the number of a decision or the title of an event.
    """

    uid: str
    name: str
    day: PartialDate
    year: int
    sheets: int


def printable_decisions(session: Session, awards: Collection[str]) -> tuple[CertificateSource, ...]:
    """Decisions with at least one award in force of these codes, newest first."""
    counted = func.count(Award.uid)
    statement = (
        select(Decision.uid, Decision.number, Decision.decided_on, Decision.year, counted)
        .join(Award, Award.decision_uid == Decision.uid)
        .where(*_in_force(awards))
        .group_by(Decision.uid)
        .order_by(Decision.decided_on.desc(), Decision.number.desc())
    )
    return tuple(CertificateSource(*row) for row in session.execute(statement))


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """A request to print: a decision with the codes of its awards, and one award of it or ''."""

    decision_uid: str
    awards: frozenset[str]
    award_uid: str = ""


def print_request(session: Session, uid: str) -> PrintRequest | None:
    """Read the print request for the decision or the award *uid*; None when there is neither."""
    award = session.get(Award, uid)
    if award is not None:
        return PrintRequest(award.decision_uid, frozenset({award.award}), award.uid)
    if session.get(Decision, uid) is None:
        return None
    codes = select(Award.award).where(Award.decision_uid == uid)
    return PrintRequest(uid, frozenset(session.scalars(codes)))


def awards_in(session: Session, decision_uid: str, awards: Collection[str]) -> frozenset[str]:
    """The uids of a decision's awards in force of these codes."""
    statement = select(Award.uid).where(Award.decision_uid == decision_uid, *_in_force(awards))
    return frozenset(session.scalars(statement))


def _in_force(awards: Collection[str]) -> tuple[ColumnElement[bool], ...]:
    return Award.award.in_(awards), Award.state == AwardState.IN_FORCE
