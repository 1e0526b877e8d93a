"""Read what documents say beside the nominations: the roster of a day, the year's pledge."""

import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.people.heads import ROOM
from cluster_desktop.domain.people.posts import post_rank
from cluster_desktop.domain.printing.document_facts import PledgeFacts, StaffLine
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.names import as_name
from cluster_desktop.domain.units.vocabulary import MemberRole
from cluster_desktop.records.models import Department, Event, Membership, Movement, Person, Stint, Unit
from cluster_desktop.records.queries.awards.nominees import personal
from cluster_desktop.records.queries.careers.as_of import AT_WORK, on
from cluster_desktop.records.queries.units.heads import Heads
from cluster_desktop.records.queries.units.pledge import pledge_targets
from cluster_desktop.records.queries.units.unit_names import UnitNames, standing


def staff_lines(session: Session, day: datetime.date, unit_uid: str | None = None) -> tuple[StaffLine, ...]:
    """Everybody who is of the staff on a day, by unit and department, within it by post and name."""
    statement = (
        select(Person, Stint, Unit, Department)
        .join(Stint, on(day))
        .join(Unit, Unit.uid == Stint.unit_uid)
        .outerjoin(Department, Department.uid == Stint.department_uid)
        .where(AT_WORK)
        .order_by(Person.sort_key, Person.uid)
    )
    if unit_uid is not None:
        statement = statement.where(Stint.unit_uid == unit_uid)
    names, then = UnitNames(session), PartialDate.of(day)
    rows = sorted(
        session.execute(statement),
        key=lambda row: (
            names.order(row[2], then),
            names.department_order(row[3], then),
            post_rank(row[1].position or ""),
        ),
    )
    return tuple(
        StaffLine(
            uid=person.uid,
            name=as_name(person.full_name),
            unit=names.on(unit, then),
            department=names.department_on(department, then),
            party_joined=person.party_joined,
            sample_note=person.sample_note,
            **personal(person, stint),
        )
        for person, stint, unit, department in rows
    )


def pledge_facts(session: Session, year: int) -> PledgeFacts:
    """The targets of *year*, the movements that run in it, and the units of that year's cluster, the head first."""
    members = (
        select(Unit, Membership.role).join(Membership, Membership.unit_uid == Unit.uid).where(Membership.year == year)
    )
    order: list[str] = list(MemberRole)
    names, heads, day = UnitNames(session), Heads(session), _pledged_on(session, year)
    ranked = sorted(session.execute(members).all(), key=lambda row: (order.index(row[1]), names.order(row[0], day)))
    units = [unit for unit, _role in ranked] or sorted(
        session.scalars(select(Unit).where(standing(year))), key=lambda unit: names.order(unit, day)
    )
    return PledgeFacts(
        year=year,
        targets=tuple((target.title, target.target or "") for target in pledge_targets(session, year)),
        movements=tuple((movement.title, movement.goals or "") for movement in running_movements(session, year)),
        units=tuple(
            (names.on(unit, day), head.office, head.name or ROOM)
            for unit, head in ((unit, heads.on(unit, day)) for unit in units)
        ),
    )


def _pledged_on(session: Session, year: int) -> PartialDate:
    """The day of the meeting that signs the pledge of *year*, else only the year."""
    meeting = select(Event.starts_on).where(
        Event.year == year, Event.signs_pledge.is_(True), Event.starts_on.is_not(None)
    )
    return session.scalars(meeting.order_by(Event.starts_on)).first() or PartialDate(year)


def running_movements(session: Session, year: int) -> tuple[Movement, ...]:
    """The movements that run in *year*, the oldest first."""
    runs = or_(Movement.to_year.is_(None), Movement.to_year >= year)
    begun = or_(Movement.from_year.is_(None), Movement.from_year <= year)
    statement = select(Movement).where(runs, begun)
    return tuple(session.scalars(statement.order_by(Movement.from_year, Movement.sort_key, Movement.uid)))
