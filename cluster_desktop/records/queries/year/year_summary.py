"""Read everything the annual summary of a cluster needs, once."""

import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.events.vocabulary import AttachmentKind
from cluster_desktop.domain.figures.figures import PersonFacts, staff_statistics
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.vocabulary import MemberRole
from cluster_desktop.domain.year.year_summary import (
    DepartmentFacts,
    Member,
    MovementSummary,
    Photo,
    YearSummary,
)
from cluster_desktop.records.models import Attachment, Blob, Cluster, Department, Event, Membership, Unit
from cluster_desktop.records.queries.events.event_sums import year_medals
from cluster_desktop.records.queries.people import facts
from cluster_desktop.records.queries.printing.document_facts import running_movements
from cluster_desktop.records.queries.units.pledge import pledge_targets
from cluster_desktop.records.queries.units.unit_names import UnitNames, department_stands, standing

_PHOTOS = 6


def year_summary(session: Session, year: int, today: datetime.date) -> YearSummary:
    """The cluster at the end of *year*, or today while the year lasts."""
    on = min(today, datetime.date(year, 12, 31))
    people = facts.person_facts(session, on)
    cluster = session.scalars(select(Cluster)).first()
    events = (event for event in facts.event_facts(session) if (event.year or year) <= year)
    awards = (award for award in facts.award_facts(session, day=PartialDate.of(today)) if (award.year or year) <= year)
    return YearSummary(
        year=year,
        cluster=cluster.name if cluster else "Cụm thi đua",
        members=_members(session, year, people, on),
        staff=staff_statistics(people, on, facts.unit_names(session, year, on)),
        staff_notes=tuple(person.sample_note for person in people),
        movements=tuple(
            MovementSummary(uid=movement.uid, title=movement.title, launched_by=movement.launched_by or "")
            for movement in running_movements(session, year)
        ),
        pledged=tuple(
            (target.title, target.target or "", target.result or "") for target in pledge_targets(session, year)
        ),
        events=tuple(events),
        awards=tuple(award for award in awards if not award.revoked),
        photos=_photos(session, year),
        medals=year_medals(session, year),
    )


def _members(session: Session, year: int, people: tuple[PersonFacts, ...], on: datetime.date) -> tuple[Member, ...]:
    member = (Membership.unit_uid == Unit.uid) & (Membership.year == year)
    role = func.coalesce(Membership.role, "")
    statement = select(Unit, role, Membership.hosts).outerjoin(Membership, member)
    departments, names, day = _departments(session, on), UnitNames(session), PartialDate.of(on)
    rows = sorted(session.execute(statement.where(standing(year))), key=lambda row: names.order(row[0], day))
    in_cluster = [row for row in rows if row[1]] or rows
    order = [*MemberRole, ""]
    return tuple(
        Member(
            uid=unit.uid,
            name=names.on(unit, day),
            role=MemberRole.label_of(part),
            hosts=bool(hosts),
            departments=tuple(departments.get(unit.uid, ())),
            staff=tuple(person for person in people if person.unit_code == unit.code),
        )
        for unit, part, hosts in sorted(in_cluster, key=lambda row: order.index(row[1]))
    )


def _departments(session: Session, on: datetime.date) -> dict[str, list[DepartmentFacts]]:
    """The departments that every unit had on a day."""
    by_unit: dict[str, list[DepartmentFacts]] = {}
    alive = select(Department.unit_uid, Department.uid, Department.kind).where(department_stands(on))
    for unit_uid, uid, kind in session.execute(alive.order_by(Department.sort_key, Department.uid)):
        by_unit.setdefault(unit_uid, []).append(DepartmentFacts(uid, kind))
    return by_unit


def _photos(session: Session, year: int) -> tuple[Photo, ...]:
    """The newest photos up to *year*, oldest first; none where the year itself has none."""
    statement = (
        select(Attachment, Blob.data, Event.year)
        .join(Event, Event.uid == Attachment.event_uid)
        .join(Blob, Blob.sha256 == Attachment.sha256)
        .where(Attachment.kind == AttachmentKind.PHOTO, Event.year <= year)
        .order_by(Event.year.desc(), Event.starts_on.desc(), Attachment.position, Attachment.uid)
        .limit(_PHOTOS)
    )
    taken = tuple(
        Photo(
            year=taken_in,
            data=data,
            caption=attachment.caption or "",
            credit=attachment.credit or "",
            sample=attachment.sample_note is not None,
        )
        for attachment, data, taken_in in session.execute(statement)
    )
    return taken[::-1] if taken and taken[0].year == year else ()
