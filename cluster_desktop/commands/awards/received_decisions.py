"""Decisions that bodies above the school took: written with their list in one act, tied to what was sent up."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.records.records import add, checked, draft_of
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.nomination_state import OPEN
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft
from cluster_desktop.domain.awards.vocabulary import AwardState, DecisionLevel
from cluster_desktop.domain.people.recipients import REFERENCES, Recipient
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Award, Department, Nomination, Person, Round, Unit
from cluster_desktop.records.queries.people.recipients import recipient_name
from cluster_desktop.records.queries.units.unit_names import unit_at_the_time

_SAME_RANK = (DecisionLevel.PROVINCE, DecisionLevel.ACADEMY)
"""The head of the Academy decides what a province decides (law of 2022, articles 77-80)."""


@dataclass(frozen=True, slots=True)
class ReceivedLine:
    """One recipient of a decision from above."""

    recipient: Recipient
    award: str
    citation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenNomination:
    """A nomination that waits for a decision from above."""

    uid: str
    line: ReceivedLine
    name: str
    unit: str


def open_nominations(session: Session, year: int, level: str) -> tuple[OpenNomination, ...]:
    """The nominations of a year that this level decides and that have no decision, by unit and name."""
    ranks = _SAME_RANK if level in _SAME_RANK else (level,)
    awards = [code for code, kind in AWARD_KINDS.items() if kind.level in ranks]
    statement = (
        select(Nomination, Unit.short_name)
        .join(Round, Round.uid == Nomination.round_uid)
        .outerjoin(Person, Person.uid == Nomination.person_uid)
        .outerjoin(Department, Department.uid == Nomination.department_uid)
        .join(Unit, Unit.uid == unit_at_the_time(Nomination))
        .where(Round.year == year)
        .where(Nomination.state.in_(OPEN), Nomination.award.in_(awards))
        .order_by(Unit.sort_key, Person.sort_key, Department.sort_key, Nomination.uid)
    )
    return tuple(_open(session, nomination, unit) for nomination, unit in session.execute(statement))


def record_received(
    workspace: Workspace, draft: DecisionDraft, lines: Sequence[ReceivedLine], award_name: str = ""
) -> Changes:
    """Write a decision from above with its list in the order of *lines*; nominations it answers become decided.

    *award_name* is what the decision calls the award where that is not its usual name. Raises Refused for an
    empty list or somebody twice in it, InvalidDraft for the decision or a line.
    """
    ready = checked(draft)
    if not lines:
        raise errors.Refused("Quyết định chưa có ai trong danh sách. Hãy thêm người, tập thể được khen.")
    with workspace.changing(f"Ghi quyết định “{ready.number}” của cấp trên cho {len(lines)} lượt khen") as session:
        _refuse_twice(session, lines)
        decision = add(session, ready)
        for ordinal, line in enumerate(lines, start=1):
            award = AwardDraft(
                decision_uid=decision.uid,
                ordinal=ordinal,
                recipient_kind=line.recipient.kind,
                award=line.award,
                award_name=award_name or None,
                citation=line.citation or None,
                nomination_uid=_answered(session, ready.year or 0, line),
                **line.recipient.references,
            )
            add(session, checked(award))
        return session.changes()


def revoke(workspace: Workspace, award_uids: Sequence[str], reason: str, day: PartialDate | None) -> Changes:
    """Take awards back with a reason; they stay in the register, marked. Raises InvalidDraft without a reason."""
    with workspace.changing(f"Thu hồi {len(award_uids)} khen thưởng") as session:
        for uid in award_uids:
            award = living(session, Award, uid)
            revoked = draft_of(award, AwardDraft, state=AwardState.REVOKED, revoked_because=reason, revoked_on=day)
            ready = checked(revoked)
            award.state, award.revoked_because, award.revoked_on = (
                AwardState.REVOKED,
                ready.revoked_because,
                ready.revoked_on,
            )
        return session.changes()


def _open(session: Session, nomination: Nomination, unit: str) -> OpenNomination:
    recipient = Recipient(nomination.recipient_kind, getattr(nomination, REFERENCES[nomination.recipient_kind]))
    return OpenNomination(
        uid=nomination.uid,
        line=ReceivedLine(recipient, nomination.award, nomination.citation or ""),
        name=recipient_name(session, recipient),
        unit=unit,
    )


def _answered(session: Session, year: int, line: ReceivedLine) -> str | None:
    """The newest open nomination of that recipient for that award and year."""
    column = getattr(Nomination, REFERENCES[line.recipient.kind])
    statement = (
        select(Nomination.uid)
        .join(Round, Round.uid == Nomination.round_uid)
        .where(column == line.recipient.uid, Nomination.recipient_kind == line.recipient.kind)
        .where(Nomination.award == line.award, Nomination.state.in_(OPEN), Round.year == year)
        .order_by(Nomination.uid.desc())
    )
    return session.scalars(statement.limit(1)).first()


def _refuse_twice(session: Session, lines: Sequence[ReceivedLine]) -> None:
    seen: set[tuple[Recipient, str]] = set()
    for line in lines:
        key = line.recipient, line.award
        if key in seen:
            name = recipient_name(session, line.recipient)
            raise errors.Refused(f"“{name}” có hai dòng cùng danh hiệu trong danh sách. Hãy bỏ bớt một dòng.")
        seen.add(key)
