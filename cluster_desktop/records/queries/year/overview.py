"""Overview of a year: figures, what waits to be done, the newest event with a photo."""

import datetime
from dataclasses import dataclass

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.nomination_state import NominationState
from cluster_desktop.domain.awards.vocabulary import AwardState, RoundKind
from cluster_desktop.domain.events.event_figures import EventFigures, event_figures
from cluster_desktop.domain.events.vocabulary import AttachmentKind, EventKind
from cluster_desktop.domain.figures.count import Count, Source, count
from cluster_desktop.domain.figures.figures import (
    AwardKinds,
    AwardYears,
    StaffFigures,
    award_kinds,
    award_years,
    staff_figures,
)
from cluster_desktop.domain.people.vocabulary import ON_STAFF
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.living import with_deleted
from cluster_desktop.records.models import (
    Attachment,
    Award,
    Blob,
    Cluster,
    Decision,
    Department,
    Event,
    Membership,
    Milestone,
    Nomination,
    Person,
    Printing,
    Rating,
    Round,
    Stint,
    Unit,
)
from cluster_desktop.records.queries.careers.as_of import AT_WORK, day_of_year, on
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.people import facts
from cluster_desktop.records.queries.units.unit_names import UnitNames, unit_at_the_time
from cluster_desktop.records.queries.year.year_state import YearState, year_state
from cluster_desktop.records.rows import Row

_PRINTED = select(Printing.award_uid).where(Printing.ended_at.is_(None))
"""The awards with a printed sheet that counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Contents of the first page for a year besides the figures of reports."""

    cluster: str
    year: int
    nominations: dict[str, Count]
    units_without_nominations: tuple[str, ...]
    deadline: str
    decisions: int
    awards: Count
    printed: Count
    unprinted: Count
    people_without_rating: Count
    newest_event: Row | None
    photo: bytes | None
    photo_caption: str


def overview(session: Session, year: int) -> Overview:
    """Read the year's state. Codes of nomination states are the keys of ``nominations``."""
    event = _newest_event(session, year)
    caption, photo = _photo(session, event.uid) if event else ("", None)
    return Overview(
        cluster=session.scalars(select(Cluster.name)).first() or "",
        year=year,
        nominations=_states(session, year),
        units_without_nominations=_silent_units(session, year),
        deadline=_deadline(session, year),
        decisions=_count(session, select(func.count(Decision.uid)).where(Decision.year == year)),
        awards=_awards(session, "Khen thưởng có hiệu lực", _awards_of(year)),
        printed=_awards(session, "Đã in", _awards_of(year).where(Award.uid.in_(_PRINTED))),
        unprinted=_awards(session, "Chưa in giấy", _awards_of(year).where(Award.uid.not_in(_PRINTED))),
        people_without_rating=_unrated(session, year),
        newest_event=event,
        photo=photo,
        photo_caption=caption,
    )


def years(session: Session) -> tuple[int, ...]:
    """The years that have records, newest first."""
    recent: set[int] = set()
    # A year stays on offer as long as records of it can be taken back from the trash.
    for column in (with_deleted(Event).year, with_deleted(Round).year, with_deleted(Decision).year):
        recent.update(session.scalars(select(column).distinct()))
    return tuple(sorted(recent, reverse=True))


def planned_years(session: Session) -> tuple[int, ...]:
    """The years for which dates or roles are set, beside next year, which can be planned at any time."""
    planned = {this_year() + 1}
    for column in (with_deleted(Milestone).year, with_deleted(Membership).year):
        planned.update(session.scalars(select(column).distinct()))
    return tuple(sorted(planned))


def this_year() -> int:
    """The calendar year of today."""
    return datetime.date.today().year


def counts(session: Session, year: int) -> dict[str, int]:
    """Count the records each page of the window has for the year, by kind."""
    nominations = (
        select(func.count(Nomination.uid)).join(Round, Round.uid == Nomination.round_uid).where(Round.year == year)
    )
    return {
        "person": _count(session, select(func.count(Person.uid)).where(Person.status.in_(ON_STAFF))),
        "unit": _count(session, select(func.count(Unit.uid))),
        "nomination": _count(session, nominations),
        "event": _count(session, select(func.count(Event.uid)).where(Event.year == year)),
    }


def _count(session: Session, statement: Select[int]) -> int:
    return int(session.scalar(statement) or 0)


def _awards(session: Session, name: str, statement: Select[str]) -> Count:
    return Count(Source(name, "award", tuple(session.scalars(statement))))


def _awards_of(year: int) -> Select[str]:
    return (
        select(Award.uid)
        .join(Decision, Decision.uid == Award.decision_uid)
        .where(Decision.year == year, Award.state == AwardState.IN_FORCE)
        .order_by(Decision.decided_on, Award.ordinal, Award.uid)
    )


def _states(session: Session, year: int) -> dict[str, Count]:
    statement = (
        select(Nomination.state, Nomination.uid)
        .join(Round, Round.uid == Nomination.round_uid)
        .where(Round.year == year)
        .order_by(Nomination.sort_key, Nomination.uid)
    )
    uids: dict[str, list[str]] = {state.code: [] for state in NominationState}
    for state, uid in session.execute(statement):
        uids.setdefault(state, []).append(uid)
    words = NominationState.label_of
    return {code: Count(Source(words(code), "nomination", tuple(nominations))) for code, nominations in uids.items()}


def _silent_units(session: Session, year: int) -> tuple[str, ...]:
    owner = unit_at_the_time(Nomination)
    nominating = (
        select(owner)
        .select_from(Nomination)
        .join(Round, Round.uid == Nomination.round_uid)
        .outerjoin(Person, Person.uid == Nomination.person_uid)
        .outerjoin(Department, Department.uid == Nomination.department_uid)
        .where(Round.year == year)
    )
    lasting = or_(Unit.dissolved_on.is_(None), Unit.dissolved_on >= PartialDate(year + 1))
    silent = select(Unit).where(lasting, Unit.uid.not_in(nominating)).order_by(Unit.sort_key)
    names, end = UnitNames(session), PartialDate(year, 12, 31)
    return tuple(names.short_on(unit, end) for unit in session.scalars(silent))


def _deadline(session: Session, year: int) -> str:
    usual = select(Round.deadline).where(
        Round.year == year, Round.kind == RoundKind.REGULAR, Round.deadline.is_not(None)
    )
    deadline = session.scalars(usual.order_by(Round.deadline.desc())).first()
    return deadline.show() if deadline else ""


def _unrated(session: Session, year: int) -> Count:
    rated = select(Rating.person_uid).where(Rating.year == year)
    statement = select(Person.uid).join(Stint, on(day_of_year(year))).where(AT_WORK, Person.uid.not_in(rated))
    return Count(Source("Chưa xếp loại", "person", tuple(session.scalars(statement.order_by(Person.sort_key)))))


def _newest_event(session: Session, year: int) -> Row | None:
    with_photo = select(Attachment.event_uid).where(Attachment.kind == AttachmentKind.PHOTO)
    statement = (
        select(Event.uid)
        .where(Event.year <= year, Event.uid.in_(with_photo))
        .order_by(Event.year.desc(), Event.starts_on.desc())
    )
    uid = session.scalars(statement).first()
    return listing.find(session, "event", uid) if uid else None


def _photo(session: Session, event_uid: str) -> tuple[str, bytes | None]:
    statement = (
        select(Attachment.caption, Blob.data)
        .join(Blob, Blob.sha256 == Attachment.sha256)
        .where(Attachment.event_uid == event_uid, Attachment.kind == AttachmentKind.PHOTO)
        .order_by(Attachment.position, Attachment.uid)
    )
    row = session.execute(statement).first()
    return (row[0] or "", row[1]) if row else ("", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFigures:
    """Everything the first page shows, read in one go."""

    overview: Overview
    staff: StaffFigures
    awards: AwardKinds
    events: EventFigures
    awards_ever: AwardYears
    first_year: int
    conferences: Count
    state: YearState


def recorded(session: Session) -> int:
    """Count the people and awards of the workspace, which is what counting a year takes its time for."""
    return sum(_count(session, select(func.count()).select_from(table)) for table in (Person, Award))


def year_figures(session: Session, year: int) -> YearFigures:
    """The figures of a year: staff as they are, awards of the year, awards and events of all years up to it."""
    events = [event for event in facts.event_facts(session) if (event.year or year) <= year]
    held = [event for event in events if event.kind == EventKind.MEETING and event.year == year]
    day = day_of_year(year)
    return YearFigures(
        overview=overview(session, year),
        staff=staff_figures(facts.person_facts(session, day), day),
        awards=award_kinds(facts.year_outlines(session, year), within=f"Năm {year}"),
        awards_ever=award_years(facts.award_outlines(session, year)),
        events=event_figures(events),
        first_year=min((event.year for event in events if event.year), default=year),
        conferences=count(f"Hội nghị năm {year}", "event", held),
        state=year_state(session, year),
    )
