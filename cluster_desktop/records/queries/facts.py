"""What reports count: people, awards and events as plain facts."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.dates import PartialDate
from cluster_desktop.domain.figures import AwardFacts, EventFacts, PersonFacts
from cluster_desktop.domain.vocabulary import PRIZES
from cluster_desktop.records.models import (
    Award,
    Decision,
    Department,
    Event,
    Gift,
    Paper,
    Participant,
    Person,
    Result,
    Unit,
)
from cluster_desktop.records.queries.unit_names import UnitNames

_WORKING = "DANG_CONG_TAC"


def unit_names(session: Session) -> dict[str, str]:
    """The present names of all units in alphabetical order, each with its uid."""
    found = select(Unit.name, Unit.uid).where(Unit.deleted_at.is_(None)).order_by(Unit.sort_key)
    return dict(session.execute(found).all())


def person_facts(session: Session, unit_uid: str | None = None) -> tuple[PersonFacts, ...]:
    """The people at work (of one unit, or of all), in the order of their names."""
    statement = (
        select(Person, Unit.name, Unit.code, Department.name)
        .join(Unit, Unit.uid == Person.unit_uid)
        .outerjoin(Department, Department.uid == Person.department_uid)
        .where(Person.deleted_at.is_(None), Person.status == _WORKING)
        .order_by(Person.sort_key, Person.uid)
    )
    if unit_uid is not None:
        statement = statement.where(Person.unit_uid == unit_uid)
    return tuple(
        PersonFacts(
            uid=person.uid,
            unit=unit,
            unit_uid=person.unit_uid,
            unit_code=code,
            department=department,
            gender=person.gender,
            ethnicity=person.ethnicity,
            degree=person.degree,
            political_theory=person.political_theory,
            birth_date=person.birth_date,
            party_joined=person.party_joined,
            sample_note=person.sample_note,
        )
        for person, unit, code, department in session.execute(statement)
    )


def award_facts(session: Session, year: int | None = None, unit_uid: str | None = None) -> tuple[AwardFacts, ...]:
    """The award register by decision date and ordinal; revoked awards are in it, marked."""
    statement = (
        select(Award, Decision, Person, Department, Unit)
        .join(Decision, Decision.uid == Award.decision_uid)
        .outerjoin(Person, Person.uid == Award.person_uid)
        .outerjoin(Department, Department.uid == Award.department_uid)
        .outerjoin(Unit, Unit.uid == func.coalesce(Person.unit_uid, Department.unit_uid, Award.unit_uid))
        .where(Award.deleted_at.is_(None), Decision.deleted_at.is_(None))
        .order_by(Decision.decided_on, Decision.sort_key, Award.ordinal, Award.uid)
    )
    if year is not None:
        statement = statement.where(Decision.year == year)
    if unit_uid is not None:
        statement = statement.where(Unit.uid == unit_uid)
    names = UnitNames(session)
    issuers: dict[str | None, Unit] = {unit.uid: unit for unit in session.scalars(select(Unit))}
    return tuple(_award(names, issuers, *found) for found in session.execute(statement))


def _award(
    names: UnitNames,
    issuers: Mapping[str | None, Unit],
    award: Award,
    decision: Decision,
    person: Person | None,
    department: Department | None,
    unit: Unit | None,
) -> AwardFacts:
    name = names.on(unit, decision.decided_on)
    issuer = names.on(issuers.get(decision.unit_uid), decision.decided_on)
    return AwardFacts(
        uid=award.uid,
        recipient=person.full_name if person else department.name if department else name,
        recipient_kind=award.recipient_kind,
        description=(person.position if person else None) or "",
        unit=name or None,
        unit_code=unit.code if unit else None,
        award=award.award,
        award_name=award.award_name or "",
        citation=award.citation or "",
        level=decision.level,
        year=decision.year,
        decision_number=decision.number,
        decided_on=decision.decided_on,
        issuer=issuer or decision.issuer or "",
        decision_uid=decision.uid,
        ordinal=award.ordinal,
        certificate_number=award.certificate_number or "",
        revoked=award.state == "THU_HOI",
        revoked_because=award.revoked_because or "",
        revoked_on=award.revoked_on,
        sample_note=award.sample_note or decision.sample_note,
    )


def event_facts(session: Session, year: int | None = None, unit_uid: str | None = None) -> tuple[EventFacts, ...]:
    """The event log in order of time; *unit_uid* keeps the events that unit hosted."""
    statement = (
        select(Event, Unit)
        .outerjoin(Unit, Unit.uid == Event.host_uid)
        .where(Event.deleted_at.is_(None))
        .order_by(Event.year, Event.starts_on, Event.sort_key, Event.uid)
    )
    if year is not None:
        statement = statement.where(Event.year == year)
    if unit_uid is not None:
        statement = statement.where(Event.host_uid == unit_uid)
    sums, names = _Sums(session), UnitNames(session)
    return tuple(_event(names, sums, event, host) for event, host in session.execute(statement))


class _Sums:
    """What papers, gifts, participants and results of every event add up to, read once."""

    def __init__(self, session: Session) -> None:
        self.papers = _by_event(session, Paper, func.count())
        self.gifts = _by_event(session, Gift, func.sum(Gift.quantity))
        self.amounts = _by_event(session, Gift, func.sum(Gift.amount))
        self.people = _by_event(session, Participant, func.sum(Participant.people))
        self.results: dict[str, list[str]] = {}
        ranks = {choice.code: choice.label for choice in PRIZES}
        found = select(Result, Unit.short_name).outerjoin(Unit, Unit.uid == Result.unit_uid)
        for result, unit in session.execute(found.where(Result.deleted_at.is_(None)).order_by(Result.sort_key)):
            if result.prize and result.prize != "THAM_GIA":
                words = f"{ranks[result.prize]} {result.discipline}: {result.performer or unit or ''}"
                self.results.setdefault(result.event_uid, []).append(words.rstrip(": "))


def _by_event(session: Session, table: Any, number: Any) -> dict[str, int]:
    statement = select(table.event_uid, number).where(table.deleted_at.is_(None)).group_by(table.event_uid)
    return {uid: int(value or 0) for uid, value in session.execute(statement)}


def _event(names: UnitNames, sums: _Sums, event: Event, host: Unit | None) -> EventFacts:
    on = event.starts_on or PartialDate(event.year)
    return EventFacts(
        uid=event.uid,
        kind=event.kind,
        title=event.title,
        level=event.level,
        year=event.year,
        starts_on=event.starts_on,
        ends_on=event.ends_on,
        host=names.on(host, on) or None,
        co_hosts=event.co_hosts or "",
        place=event.place or "",
        people=event.attendance if event.attendance is not None else sums.people.get(event.uid),
        papers=sums.papers.get(event.uid, 0),
        results="; ".join(sums.results.get(event.uid, ())),
        beneficiaries=event.beneficiaries or "",
        gifts=sums.gifts.get(event.uid, 0),
        gift_amount=sums.amounts.get(event.uid, 0),
        cost=event.cost_spent,
        sample_note=event.sample_note,
    )


def signer(session: Session, unit_uid: str | None) -> tuple[str, str, str]:
    """Head title, head name and province of a unit (empty words when there is none)."""
    unit = session.get(Unit, unit_uid) if unit_uid else None
    if unit is None:
        return "", "", ""
    return unit.head_title or "", unit.head_name or "", unit.province or ""
