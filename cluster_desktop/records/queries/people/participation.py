"""The events and awards of a person, and of a unit with its forebears."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select, union_all
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.vocabulary import AwardState
from cluster_desktop.domain.events.vocabulary import Prize
from cluster_desktop.domain.figures.figures import AwardFacts
from cluster_desktop.domain.people.participation import Participation, ParticipationLine, in_order
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.numbers import show_money
from cluster_desktop.records.models import (
    Attendee,
    Award,
    CoHost,
    Decision,
    Department,
    Event,
    FormerName,
    Gift,
    Paper,
    Participant,
    Person,
    Result,
    Stint,
    Unit,
)
from cluster_desktop.records.queries.people.facts import award_facts
from cluster_desktop.records.queries.units.mergers import forebears
from cluster_desktop.records.queries.units.unit_names import unit_at_the_time


def person_events(session: Session, uid: str) -> Participation:
    """The papers, results and attendances of a person."""
    lines = [
        _event(event, f"Tham luận “{paper.title}”") for paper, event in _of(session, Paper, Paper.person_uid == uid)
    ]
    lines += [_event(event, _result(result)) for result, event in _of(session, Result, Result.person_uid == uid)]
    lines += [
        _event(event, attendee.role or "Tham gia")
        for attendee, event in _of(session, Attendee, Attendee.person_uid == uid)
    ]
    return Participation(in_order(lines))


def unit_events(session: Session, uid: str) -> Participation:
    """List what a unit, and those that became part of it, hosted, gave, won and took part in."""
    lines: list[ParticipationLine] = []
    for part_uid, words in _lineage(session, uid):
        lines += _unit_lines(session, part_uid, words)
    return Participation(in_order(lines), origin(session, uid))


def unit_awards(session: Session, uid: str) -> Participation:
    """The awards of a unit and its departments in the names of their days; its people are counted by year."""
    lines: list[ParticipationLine] = []
    for part_uid, words in _lineage(session, uid):
        lines += [
            _award(award) for award in award_facts(session, unit_uid=part_uid, collectives=True) if not award.revoked
        ]
        lines += [
            ParticipationLine(
                year=year, day="", what=f"{count} lượt cá nhân{words}", where="sổ khen thưởng", kind="award", uid=""
            )
            for year, count in _people_awarded(session, part_uid)
        ]
    return Participation(in_order(lines), origin(session, uid))


def _people_awarded(session: Session, uid: str) -> list[tuple[int, int]]:
    """Count the awards of people of the unit by year."""
    statement = (
        select(Decision.year, func.count())
        .select_from(Award)
        .join(Decision, Decision.uid == Award.decision_uid)
        .outerjoin(Person, Person.uid == Award.person_uid)
        .outerjoin(Department, Department.uid == Award.department_uid)
        .where(Award.person_uid.is_not(None), Award.state == AwardState.IN_FORCE, _of_unit(uid))
        .group_by(Decision.year)
    )
    return [(year, count) for year, count in session.execute(statement)]


def _of_unit(uid: str) -> ColumnElement[bool]:
    """Awards of a unit at their time; those of who was ever there are found first, so that no others are looked at."""
    people = select(Award.uid).where(Award.person_uid.in_(select(Stint.person_uid).where(Stint.unit_uid == uid)))
    there = select(Award.uid).where(Award.at_unit_uid == uid)
    return and_(Award.uid.in_(union_all(people, there)), unit_at_the_time(Award) == uid)


def origin(session: Session, uid: str) -> str:
    """ "Gồm cả Trường … trước 01/07/2025."; former names; '' for a unit that always was what it is."""
    sentences = [
        f"Gồm cả {forebear.name} trước {forebear.dissolved_on.show() if forebear.dissolved_on else 'khi sáp nhập'}."
        for forebear in forebears(session, uid)
    ]
    former = select(FormerName).where(FormerName.unit_uid == uid, FormerName.department_uid.is_(None))
    sentences += [
        f"Đến {old.valid_to.show()} mang tên {old.name}."
        for old in session.scalars(former.order_by(FormerName.valid_to.desc()))
    ]
    own = session.get(Unit, uid)
    into = session.get(Unit, own.merged_into_uid) if own and own.merged_into_uid else None
    if own and into:
        day = own.dissolved_on.show() if own.dissolved_on else ""
        sentences.insert(0, f"Từ {day} là một phần của {into.name}.")
    return " ".join(sentences)


def _lineage(session: Session, uid: str) -> Iterator[tuple[str, str]]:
    """The unit and its forebears, each with the words that set it apart."""
    yield uid, ""
    for forebear in forebears(session, uid):
        yield forebear.uid, f" ({forebear.short_name})"


def _of(session: Session, table: Any, condition: Any) -> list[tuple[Any, Event]]:
    """The living records of a table that meet the condition, each with its event, the latest first."""
    statement = (
        select(table, Event)
        .join(Event, Event.uid == table.event_uid)
        .where(condition)
        .order_by(Event.starts_on.desc(), table.uid)
    )
    return [(record, event) for record, event in session.execute(statement)]


def _unit_lines(session: Session, uid: str, words: str) -> list[ParticipationLine]:
    """A line for each event a unit had part in, with all it did there."""
    did: dict[str, list[str]] = {}
    for event_uid in session.scalars(select(Event.uid).where(Event.host_uid == uid)):
        did.setdefault(event_uid, []).append("Đăng cai")
    for table, describe in _PARTS:
        statement = select(table).where(table.unit_uid == uid).order_by(table.uid)
        for record in session.scalars(statement):
            did.setdefault(record.event_uid, []).append(describe(record))
    counted = select(Paper.event_uid, func.count()).where(Paper.unit_uid == uid)
    for event_uid, count in session.execute(counted.group_by(Paper.event_uid)):
        did.setdefault(event_uid, []).append(f"{count} tham luận")
    alive = select(Event).order_by(Event.starts_on.desc(), Event.uid)
    return [
        _event(event, f"{'; '.join(did[event.uid])}{words}") for event in session.scalars(alive) if event.uid in did
    ]


def _event(event: Event, what: str) -> ParticipationLine:
    on = event.starts_on or PartialDate(event.year)
    return ParticipationLine(year=event.year, day=on.show(), what=what, where=event.title, kind="event", uid=event.uid)


def _award(award: AwardFacts) -> ParticipationLine:
    whose = f"{award.name} – {award.recipient}"
    number = f"QĐ {award.decision_number}"
    day = award.decided_on.show() if award.decided_on else ""
    return ParticipationLine(year=award.year or 0, day=day, what=whose, where=number, kind="award", uid=award.uid)


def _result(result: Result) -> str:
    prize = Prize.label_of(result.prize) if result.prize and result.prize != Prize.TOOK_PART else ""
    work = f" – {result.work}" if result.work else ""
    return f"{prize} {result.discipline}{work}".strip()


def _gift(gift: Gift) -> str:
    parts = [gift.description]
    parts += [f"{gift.quantity} suất"] if gift.quantity else []
    parts += [show_money(gift.worth)] if gift.worth else []
    return ", ".join(parts)


def _came(participant: Participant) -> str:
    return f"{participant.people} người dự" if participant.people else "Có người dự"


def _helped(co_host: CoHost) -> str:
    return f"Phối hợp tổ chức{f' ({co_host.note})' if co_host.note else ''}"


_PARTS: tuple[tuple[Any, Callable[[Any], str]], ...] = (
    (CoHost, _helped),
    (Result, _result),
    (Gift, _gift),
    (Participant, _came),
)
"""What a unit does at an event, and the words for it."""
