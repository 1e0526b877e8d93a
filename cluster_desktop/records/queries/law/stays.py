"""Where people were within a year, for those of whom it is not one place and one office all of it."""

from collections import defaultdict
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.law.eligibility.facts import Stay
from cluster_desktop.domain.people.timeline import OPEN, tenure
from cluster_desktop.domain.people.vocabulary import PersonStatus, ServiceSource
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Person, Service, Stint, Unit
from cluster_desktop.records.queries.careers.as_of import within
from cluster_desktop.records.queries.law.register import Scope
from cluster_desktop.records.queries.law.register_rows import leads
from cluster_desktop.records.queries.units.mergers import merged_by, successors
from cluster_desktop.records.queries.units.unit_names import UnitNames
from cluster_desktop.records.stints import ledger_of


def stays(session: Session, scope: Scope) -> dict[str, tuple[Stay, ...]]:
    """All places of these people up to the end of the year, by person and in order; of later days nothing is told."""
    last = f"{scope.year}-12-31"
    statement = (
        select(
            *(Stint.person_uid, Stint.unit_uid, Stint.status, Stint.position),
            *(Stint.from_on, Stint.until_on),
        )
        .where(Stint.person_uid.in_(_with_changes(scope)), Stint.from_on <= last)
        .order_by(Stint.person_uid, Stint.from_on)
    )
    unit_names, end = UnitNames(session), PartialDate(scope.year, 12, 31)
    names = {unit.uid: unit_names.short_on(unit, end) for unit in session.scalars(select(Unit))}
    instead = successors(session, scope.year)
    by_person: dict[str, list[Stay]] = defaultdict(list)
    for person, unit, status, position, begun, ended in session.execute(statement):
        stay = Stay(
            unit_uid=instead.get(unit, unit),
            unit=names.get(unit, ""),
            status=status,
            from_on=PartialDate.from_iso(begun) if begun else None,
            until_on=PartialDate.from_iso(ended) if ended <= last and ended != OPEN else None,
            leads=leads(position),
        )
        by_person[person].append(stay)
    return {person: tuple(line) for person, line in by_person.items()}


def _with_changes(scope: Scope) -> Any:
    """The people of whom unit, status or post changed within the year, or who were away in it."""
    kinds = (Stint.unit_uid, Stint.status, func.coalesce(Stint.position, ""))
    changed = or_(
        *(func.min(kind) != func.max(kind) for kind in kinds),
        func.max(Stint.status) != PersonStatus.WORKING,
    )
    statement = select(Stint.person_uid).where(within(scope.year)).group_by(Stint.person_uid).having(changed)
    return scope.of_people(statement, Stint.person_uid)


def joined_by(session: Session, scope: Scope) -> dict[str, PartialDate | None]:
    """The day people came to the unit they were in at the end of the year, where that may not be the one of today.

    They came to another one later, or two of their units became one only later.
    """
    last = PartialDate(scope.year, 12, 31)
    told = select(Service.person_uid).where(Service.how == ServiceSource.BEGAN, Service.day <= last)
    told = told.where(or_(Service.unit_uid.is_not(None), Service.status.is_not(None)))
    later = select(Unit.uid).where(Unit.merged_into_uid.is_not(None), Unit.dissolved_on > last)
    merged = select(Stint.person_uid).where(Stint.unit_uid.in_(later))
    statement = (
        select(Service)
        .join(Person, Person.uid == Service.person_uid)
        .where(Service.person_uid.in_(told))
        .where(or_(Person.joined_unit.is_(None), Person.joined_unit > last, Person.uid.in_(merged)))
    )
    lines: dict[str, list[Service]] = defaultdict(list)
    for line in session.scalars(scope.of_people(statement, Service.person_uid)):
        lines[line.person_uid].append(line)
    into = merged_by(session, scope.year)
    days = {person: tenure(ledger_of(theirs), last.iso, into).joined for person, theirs in lines.items()}
    return {person: PartialDate.from_iso(day) if day else None for person, day in days.items()}
