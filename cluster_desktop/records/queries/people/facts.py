"""Read people, awards and events as the plain facts that reports count."""

import datetime
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, String, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.vocabulary import AwardState
from cluster_desktop.domain.events.event_figures import EventFacts
from cluster_desktop.domain.events.vocabulary import Prize
from cluster_desktop.domain.figures.figures import AwardFacts, AwardOutline, PersonFacts
from cluster_desktop.domain.people.posts import post
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.names import as_name
from cluster_desktop.domain.text.year_span import EVERY_YEAR, YearSpan
from cluster_desktop.records.closed_years import in_force
from cluster_desktop.records.living import plain_rows, with_deleted
from cluster_desktop.records.models import (
    Attendee,
    Award,
    CoHost,
    Decision,
    Department,
    Event,
    Expense,
    Gift,
    Paper,
    Participant,
    Person,
    Result,
    Stint,
    Unit,
)
from cluster_desktop.records.queries.careers import as_of
from cluster_desktop.records.queries.units.unit_names import UnitNames, standing


def unit_names(session: Session, year: int | None, on: datetime.date) -> dict[str, str]:
    """The names on a day, each with its uid, of all units that were there in *year* or later (of all, without one)."""
    statement = select(Unit) if year is None else select(Unit).where(standing(year))
    names, day = UnitNames(session), PartialDate.of(on)
    units = sorted(session.scalars(statement), key=lambda unit: names.order(unit, day))
    return {names.on(unit, day): unit.uid for unit in units}


def person_facts(session: Session, on: datetime.date, unit_uid: str | None = None) -> tuple[PersonFacts, ...]:
    """The staff (of one unit, or of all) as it was on a day, in the names of that day, by people's own names."""
    statement = (
        select(*_PERSON_COLUMNS)
        .select_from(Person)
        .join(Stint, as_of.all_on(on))
        .join(Unit, Unit.uid == as_of.unsought(Stint.unit_uid))
        .where(as_of.AT_WORK)
        .order_by(Person.sort_key, Person.uid)
    )
    if unit_uid is not None:
        statement = statement.where(Stint.unit_uid == unit_uid)
    rows: Any = plain_rows(session, statement)
    keys, names, day = tuple(rows.keys())[:-1], UnitNames(session), PartialDate.of(on)
    units = {unit.uid: names.on(unit, day) for unit in session.scalars(select(Unit))}
    departments = {each.uid: names.department_on(each, day) for each in session.scalars(select(Department))}
    return tuple(
        PersonFacts(**dict(zip(keys, row, strict=False)), unit=units[row[_UNIT]], department=departments.get(row[-1]))
        for row in rows.all()
    )


# Columns, not mapped objects: rosters and registers are read whole for the first page.
_PERSON_COLUMNS = (
    Person.uid,
    Stint.unit_uid,
    Unit.code.label("unit_code"),
    Person.gender,
    Person.ethnicity,
    Stint.degree,
    Stint.political_theory,
    Stint.guessed,
    Person.birth_date,
    Person.party_joined,
    Person.sample_note,
    Stint.department_uid,
)
_UNIT = 1  # the place of the unit among them; the department stands last


def award_facts(
    session: Session,
    years: YearSpan = EVERY_YEAR,
    unit_uid: str | None = None,
    *,
    day: PartialDate | None = None,
    collectives: bool = False,
) -> tuple[AwardFacts, ...]:
    """The award register by decision date and ordinal (of *collectives* only); revoked awards are in it, marked.

    As of a day, what is revoked later is in force; without one, whatever is marked as revoked is not.
    """
    stands = Award.state == AwardState.IN_FORCE if day is None else in_force(session, day)
    statement = (
        select(*_AWARD_COLUMNS, stands.label("in_force"))
        .select_from(Award)
        .join(Decision, Decision.uid == Award.decision_uid)
        .outerjoin(Person, Person.uid == Award.person_uid)
        .outerjoin(Department, Department.uid == Award.department_uid)
        .outerjoin(Stint, as_of.on(type_coerce(Decision.decided_on, String)))
        .order_by(Decision.decided_on, Decision.sort_key, Award.ordinal, Award.uid)
    )
    statement = statement.where(*_within(Decision.year, years))
    if unit_uid is not None:
        statement = statement.where(or_(_home == unit_uid, _home.is_(None)))
    if collectives:
        statement = statement.where(Award.person_uid.is_(None))
    names = UnitNames(session)
    places = _Places(session, names)
    rows = session.execute(statement).all()
    later = _later_homes(session, rows)
    homes = ((row, later.get(row.uid, row.home_uid)) for row in rows)
    return tuple(_award(places, row, home) for row, home in homes if unit_uid in (None, home))


def _later_homes(session: Session, awards: Sequence[Any]) -> dict[str, str]:
    """The units of recipients of whom nothing is known for the day of an award: those they came to first after it.

    They are few, and the statement of a long register is quicker without them.
    """
    unknown = {row.uid: (row.person_uid, row.decided_on.iso) for row in awards if row.home_uid is None}
    people = sorted({person for person, _day in unknown.values() if person is not None})
    stays: dict[str, list[tuple[str, str]]] = {}
    for start in range(0, len(people), _SLICE):
        some = people[start : start + _SLICE]
        columns = select(Stint.person_uid, Stint.until_on, Stint.unit_uid).where(Stint.person_uid.in_(some))
        for person, until_on, unit in session.execute(columns.order_by(Stint.person_uid, Stint.from_on)):
            stays.setdefault(person, []).append((until_on, unit))
    first = {
        uid: next((unit for until_on, unit in stays.get(person, ()) if until_on > day), None)
        for uid, (person, day) in unknown.items()
    }
    return {uid: unit for uid, unit in first.items() if unit is not None}


_SLICE = 500  # uids in one statement
# As ``unit_at_the_time`` has it, from the stint that is joined.
_home = func.coalesce(Award.at_unit_uid, Stint.unit_uid, Department.unit_uid, Award.unit_uid)
_AWARD_COLUMNS = (
    Award.uid,
    Award.recipient_kind,
    Award.award,
    Award.award_name,
    Award.citation,
    Award.described_as,
    Award.ordinal,
    Award.certificate_number,
    Award.revoked_because,
    Award.revoked_on,
    func.coalesce(Award.sample_note, Decision.sample_note).label("sample_note"),
    Award.decision_uid,
    Decision.level,
    Decision.year,
    Decision.number,
    Decision.decided_on,
    Decision.issuer,
    Decision.unit_uid.label("issuer_uid"),
    Person.full_name,
    Stint.position,
    Award.person_uid,
    func.coalesce(Award.department_uid, Stint.department_uid).label("place_uid"),
    _home.label("home_uid"),
)


class _Places:
    """The units and departments of the workspace, read once."""

    def __init__(self, session: Session, names: UnitNames) -> None:
        self.names = names
        self.units: dict[str | None, Unit] = {unit.uid: unit for unit in session.scalars(select(Unit))}
        everywhere = session.scalars(select(with_deleted(Department)))
        self.departments: dict[str | None, Department] = {each.uid: each for each in everywhere}


def _award(places: _Places, row: Any, home: str | None) -> AwardFacts:
    names, unit = places.names, places.units.get(home)
    own = names.department_on(places.departments.get(row.place_uid), row.decided_on)
    name = names.on(unit, row.decided_on)
    return AwardFacts(
        uid=row.uid,
        recipient=as_name(row.full_name or "") or own or name,
        recipient_kind=row.recipient_kind,
        description=row.described_as or (post(row.position or "", own) if row.full_name else ""),
        unit=name or None,
        unit_code=unit.code if unit else None,
        award=row.award,
        award_name=row.award_name or "",
        citation=row.citation or "",
        level=row.level,
        year=row.year,
        decision_number=row.number,
        decided_on=row.decided_on,
        issuer=names.on(places.units.get(row.issuer_uid), row.decided_on) or row.issuer or "",
        decision_uid=row.decision_uid,
        ordinal=row.ordinal,
        certificate_number=row.certificate_number or "",
        revoked=not row.in_force,
        revoked_because="" if row.in_force else row.revoked_because or "",
        revoked_on=None if row.in_force else row.revoked_on,
        sample_note=row.sample_note,
    )


def award_outlines(session: Session, year: int) -> tuple[AwardOutline, ...]:
    """Every award in force up to *year*, by decision date and ordinal."""
    order = (Decision.decided_on, Award.ordinal, Award.uid)
    return _outlines(session, Decision.year <= year, order)


def year_outlines(session: Session, year: int) -> tuple[AwardOutline, ...]:
    """Every award in force of *year*, in the order of the register."""
    order = (Decision.decided_on, Decision.sort_key, Award.ordinal, Award.uid)
    return _outlines(session, Decision.year == year, order)


def _outlines(session: Session, condition: ColumnElement[bool], order: Sequence[Any]) -> tuple[AwardOutline, ...]:
    statement = (
        select(Award.uid, Award.award, Decision.year, Decision.level)
        .join(Decision, Decision.uid == Award.decision_uid)
        .where(Award.state != AwardState.REVOKED, condition)
        .order_by(*order)
    )
    return tuple(map(AwardOutline._make, plain_rows(session, statement).all()))


def event_facts(session: Session, years: YearSpan = EVERY_YEAR, unit_uid: str | None = None) -> tuple[EventFacts, ...]:
    """The event log in order of time; *unit_uid* keeps the events that unit held, alone or with others."""
    statement = (
        select(Event, Unit)
        .outerjoin(Unit, Unit.uid == Event.host_uid)
        .order_by(Event.year, Event.starts_on, Event.sort_key, Event.uid)
    )
    statement = statement.where(*_within(Event.year, years))
    if unit_uid is not None:
        helped = select(CoHost.event_uid).where(CoHost.unit_uid == unit_uid)
        statement = statement.where(or_(Event.host_uid == unit_uid, Event.uid.in_(helped)))
    names = UnitNames(session)
    sums = _Sums(session, names)
    return tuple(_event(names, sums, event, host) for event, host in session.execute(statement))


def _within(column: Any, years: YearSpan) -> tuple[ColumnElement[bool], ...]:
    first = () if years.first is None else (column >= years.first,)
    return first if years.last is None else (*first, column <= years.last)


class _Sums:
    """Sums of the papers, gifts, participants and results of every event, read once."""

    def __init__(self, session: Session, names: UnitNames) -> None:
        self.papers = _by_event(session, Paper, func.count())
        self.gifts = _by_event(session, Gift, func.sum(Gift.quantity))
        self.amounts = _by_event(session, Gift, func.sum(Gift.worth))
        self.people = _by_event(session, Participant, func.sum(Participant.people))
        self.attendees = _by_event(session, Attendee, func.count())
        self.costs = _by_event(session, Expense, func.sum(Expense.spent))
        self.co_hosts: dict[str, list[Unit]] = {}
        helped = select(CoHost.event_uid, Unit).join(Unit, Unit.uid == CoHost.unit_uid).order_by(Unit.sort_key)
        for event_uid, helper in session.execute(helped):
            self.co_hosts.setdefault(event_uid, []).append(helper)
        self.results: dict[str, list[str]] = {}
        won = (
            select(Result, Unit, Event.starts_on, Event.year)
            .join(Event, Event.uid == Result.event_uid)
            .outerjoin(Unit, Unit.uid == Result.unit_uid)
            .where(Result.prize.is_not(None), Result.prize != Prize.TOOK_PART)
            .order_by(Result.sort_key)
        )
        for result, unit, starts_on, year in session.execute(won):
            performer = result.performer or names.short_on(unit, starts_on or PartialDate(year))
            words = f"{Prize.label_of(result.prize)} {result.discipline}: {performer}"
            self.results.setdefault(result.event_uid, []).append(words.rstrip(": "))

    def came(self, uid: str) -> int | None:
        """Number of people who came as the units reported, else of those named; None when neither is recorded."""
        return self.people.get(uid, self.attendees.get(uid))


def _by_event(session: Session, table: Any, number: Any) -> dict[str, int]:
    statement = select(table.event_uid, number).group_by(table.event_uid)
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
        co_hosts="; ".join(
            filter(None, (*(names.on(unit, on) for unit in sums.co_hosts.get(event.uid, ())), event.co_hosts))
        ),
        place=event.place or "",
        people=event.attendance if event.attendance is not None else sums.came(event.uid),
        papers=max(sums.papers.get(event.uid, 0), event.paper_count or 0),
        results="; ".join(sums.results.get(event.uid, ())),
        beneficiaries=event.beneficiaries or "",
        launched_by=event.launched_by or "",
        gifts=sums.gifts.get(event.uid, 0),
        gift_amount=sums.amounts.get(event.uid, 0),
        cost=event.cost_spent if event.cost_spent is not None else sums.costs.get(event.uid),
        sample_note=event.sample_note,
    )
