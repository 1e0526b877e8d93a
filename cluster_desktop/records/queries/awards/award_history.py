"""The awards that people and collectives held on the day of a paper about them."""

import datetime
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.decision_names import decision_named
from cluster_desktop.domain.awards.nominees import EarlierAward
from cluster_desktop.domain.awards.vocabulary import AwardState
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Award, Decision, Nomination, Unit
from cluster_desktop.records.queries.units.unit_names import UnitNames, recipient_uid


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a paper proposes, whose outcome is no part of the history that it tells."""

    award: str
    year: int
    nomination_uid: str

    @classmethod
    def by(cls, nomination: Nomination, year: int) -> "Proposed":
        """What a nomination of a round of *year* proposes."""
        return cls(nomination.award, year, nomination.uid)


@dataclass(frozen=True, slots=True)
class _Given:
    """An award with what tells when it was held."""

    line: EarlierAward
    award: str
    nomination_uid: str | None
    decided_on: PartialDate
    revoked: bool
    revoked_on: PartialDate | None

    def held(self, day: datetime.date) -> bool:
        """Whether it had been given by a day, and was not yet taken back."""
        taken = self.revoked and (self.revoked_on is None or self.revoked_on.earliest <= day)
        return self.decided_on.earliest <= day and not taken

    def answers(self, proposed: Proposed) -> bool:
        """Whether it is what became of a proposal."""
        named = self.award == proposed.award and self.line.year == proposed.year
        return named or self.nomination_uid == proposed.nomination_uid


class AwardHistories:
    """Every award of everybody in order of time, read once for a whole paper."""

    def __init__(self, session: Session) -> None:
        statement = (
            select(Award, Decision, Unit, recipient_uid(Award))
            .join(Decision, Decision.uid == Award.decision_uid)
            .outerjoin(Unit, Unit.uid == Decision.unit_uid)
            .order_by(Decision.decided_on, Award.ordinal, Award.uid)
        )
        names = UnitNames(session)
        self._given: dict[str, list[_Given]] = {}
        for award, decision, issuer, recipient in session.execute(statement):
            own = names.on(issuer, decision.decided_on)
            body = f"{issuer.head_title or ''} {own}".strip() if own else decision.issuer or ""
            self._given.setdefault(recipient, []).append(_given(award, decision, body))

    def of(self, recipient: str, day: datetime.date, proposed: Proposed | None = None) -> tuple[EarlierAward, ...]:
        """The awards that a recipient held on a day, when something was proposed.

        The paper of the year in which it was proposed was written before the decision on it: what that decision
        or a later one gave is not in it.
        """
        held = [given for given in self._given.get(recipient, ()) if given.held(day)]
        if proposed is None:
            return tuple(given.line for given in held)
        decided = [given.decided_on.latest for given in held if given.answers(proposed)]
        before = min(decided, default=datetime.date.max) if day.year == proposed.year else datetime.date.max
        return tuple(given.line for given in held if given.decided_on.earliest < before and not given.answers(proposed))


def _given(award: Award, decision: Decision, body: str) -> _Given:
    kind = AWARD_KINDS[award.award]
    return _Given(
        line=EarlierAward(
            year=decision.year,
            name=award.award_name or kind.label,
            title=kind.is_title,
            decision=decision_named(decision.number, decision.decided_on, body),
        ),
        award=award.award,
        nomination_uid=award.nomination_uid,
        decided_on=decision.decided_on,
        revoked=award.state == AwardState.REVOKED,
        revoked_on=award.revoked_on,
    )
