"""Propose nominations for a round: those who registered, with those it holds already marked."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.nomination_state import NominationState
from cluster_desktop.domain.awards.proposals import Proposal
from cluster_desktop.domain.people.recipients import REFERENCES, Recipient
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Nomination, Registration, Round, Unit
from cluster_desktop.records.queries.awards.registrations import registered
from cluster_desktop.records.queries.careers.as_of import day_of_year
from cluster_desktop.records.queries.careers.leaving import leavings
from cluster_desktop.records.queries.units.departments import Lineage
from cluster_desktop.records.queries.units.unit_names import UnitNames

Source = Callable[[Session, Round, str | None], Iterable[Proposal]]
"""Who could be nominated in a round, of one unit or of all."""


def from_registrations(session: Session, round_: Round, unit_uid: str | None) -> Iterable[Proposal]:
    """Those who registered for the round's year, by the unit they were in last in it."""
    people = select(Registration.person_uid).where(Registration.year == round_.year)
    gone = leavings(session, people, round_.year)
    units = {unit.uid: unit for unit in session.scalars(select(Unit))}
    lineage, names, end = Lineage(session), UnitNames(session), day_of_year(round_.year)
    for entry in registered(session, round_.year):
        standing = lineage.standing(entry.recipient.uid, end)
        home_uid = standing.unit_uid if standing else entry.home_uid
        if unit_uid not in (None, home_uid):
            continue
        left, home = gone.get(entry.recipient.uid), units.get(home_uid)
        day = f" ngày {entry.registered_on.show()}" if entry.registered_on else ""
        yield Proposal(
            recipient=replace(entry.recipient, uid=standing.uid) if standing else entry.recipient,
            name=names.department_on(standing, PartialDate.of(end)) or entry.name,
            unit=home.short_name if home else entry.short_unit,
            award=entry.award,
            source=f"đã đăng ký{day}",
            caution=left.words if left else _dissolved(home, round_.year),
            sample_note=entry.sample_note,
        )


def _dissolved(unit: Unit | None, year: int) -> str:
    gone = unit.dissolved_on if unit else None
    return f"đơn vị đã giải thể ngày {gone.show()}" if gone and gone.year <= year else ""


SOURCES: tuple[Source, ...] = (from_registrations,)
"""Where proposals come from, in this order; the first source of a proposal names it."""


def proposals(session: Session, round_uid: str, unit_uid: str | None = None) -> tuple[Proposal, ...]:
    """Everything the sources propose for a round, each once, with what is nominated already marked."""
    round_ = session.get_one(Round, round_uid)
    here, elsewhere = _nominated(session, round_)
    by_key: dict[tuple[Recipient, str], Proposal] = {}
    for source in SOURCES:
        for proposal in source(session, round_, unit_uid):
            by_key.setdefault(proposal.key, proposal)
    return tuple(_marked(proposal, here, elsewhere) for proposal in by_key.values())


def _marked(
    proposal: Proposal, here: set[tuple[Recipient, str]], elsewhere: dict[tuple[Recipient, str], str]
) -> Proposal:
    caution = proposal.caution or (f"đã đề nghị ở đợt “{elsewhere[proposal.key]}”" if proposal.key in elsewhere else "")
    return replace(proposal, nominated=proposal.key in here, caution=caution)


def _nominated(session: Session, round_: Round) -> tuple[set[tuple[Recipient, str]], dict[tuple[Recipient, str], str]]:
    """Nominations of this round, and those of other rounds of the year with the names of these rounds."""
    statement = (
        select(Nomination, Round.uid, Round.name)
        .join(Round, Round.uid == Nomination.round_uid)
        .where(Round.year == round_.year)
    )
    here: set[tuple[Recipient, str]] = set()
    elsewhere: dict[tuple[Recipient, str], str] = {}
    for nomination, uid, name in session.execute(statement):
        key = (Recipient(nomination.recipient_kind, getattr(nomination, REFERENCES[nomination.recipient_kind])),)
        if uid == round_.uid:
            here.add((*key, nomination.award))
        elif nomination.state != NominationState.WITHDRAWN:
            elsewhere[(*key, nomination.award)] = name
    return here, elsewhere


def ordered(offered: Iterable[Proposal]) -> list[Proposal]:
    """Sort proposals: new ones first; then by unit, award as the law ranks them, and as the sources gave them."""
    ranks = list(AWARD_KINDS)
    return sorted(offered, key=lambda proposal: (proposal.nominated, proposal.unit, ranks.index(proposal.award)))
