"""What a round could hold: those who registered, beside what is nominated already."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.nomination_state import NominationState
from cluster_desktop.domain.awards.proposals import Proposal
from cluster_desktop.domain.people.recipients import REFERENCES, Recipient
from cluster_desktop.records.models import Nomination, Round
from cluster_desktop.records.queries.awards.registrations import registered

Source = Callable[[Session, Round, str | None], Iterable[Proposal]]
"""Who could be nominated in a round, of one unit or of all."""


def from_registrations(session: Session, round_: Round, unit_uid: str | None) -> Iterable[Proposal]:
    """Those who registered for the round's year."""
    for one in registered(session, round_.year, unit_uid):
        told = f" ngày {one.registered_on.show()}" if one.registered_on else ""
        yield Proposal(
            recipient=one.recipient,
            name=one.name,
            unit=one.short_unit,
            award=one.award,
            source=f"đã đăng ký{told}",
            caution="không còn công tác hoặc đơn vị đã giải thể" if one.left else "",
            sample_note=one.sample_note,
        )


SOURCES: tuple[Source, ...] = (from_registrations,)
"""Where proposals come from, in this order; the first source of a proposal names it."""


def proposals(session: Session, round_uid: str, unit_uid: str | None = None) -> tuple[Proposal, ...]:
    """Everything the sources propose for a round, each once, with what is nominated already marked."""
    round_ = session.get_one(Round, round_uid)
    here, elsewhere = _nominated(session, round_)
    found: dict[tuple[Recipient, str], Proposal] = {}
    for source in SOURCES:
        for one in source(session, round_, unit_uid):
            found.setdefault(one.key, one)
    return tuple(_marked(one, here, elsewhere) for one in found.values())


def _marked(one: Proposal, here: set[tuple[Recipient, str]], elsewhere: dict[tuple[Recipient, str], str]) -> Proposal:
    caution = one.caution or (f"đã đề nghị ở đợt “{elsewhere[one.key]}”" if one.key in elsewhere else "")
    return replace(one, nominated=one.key in here, caution=caution)


def _nominated(session: Session, round_: Round) -> tuple[set[tuple[Recipient, str]], dict[tuple[Recipient, str], str]]:
    """What this round has, and what other rounds of the year have, with their names."""
    found = (
        select(Nomination, Round.uid, Round.name)
        .join(Round, Round.uid == Nomination.round_uid)
        .where(Round.year == round_.year)
    )
    here: set[tuple[Recipient, str]] = set()
    elsewhere: dict[tuple[Recipient, str], str] = {}
    for nomination, uid, name in session.execute(found):
        key = (Recipient(nomination.recipient_kind, getattr(nomination, REFERENCES[nomination.recipient_kind])),)
        if uid == round_.uid:
            here.add((*key, nomination.award))
        elif nomination.state != NominationState.WITHDRAWN:
            elsewhere[(*key, nomination.award)] = name
    return here, elsewhere


def ordered(found: Iterable[Proposal]) -> list[Proposal]:
    """What is new first; then by unit, award as the law ranks them, and as the sources gave them."""
    ranks = list(AWARD_KINDS)
    return sorted(found, key=lambda one: (one.nominated, one.unit, ranks.index(one.award)))
