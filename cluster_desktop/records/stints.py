"""Keep what holds of people in line with the lines of their service and training.

Those lines are the truth. The table ``stint`` and the columns ``FOLDED`` of a person follow from them; they are
computed again for everybody an act touched, before it is committed, and for whose day has come when a book is opened.
"""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, func, insert, or_, select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.domain.people.career import LEARNED, rank_of
from cluster_desktop.domain.people.timeline import (
    OPEN,
    POST,
    Home,
    Ledger,
    Span,
    Tenure,
    Training,
    fold,
    present,
    tenure,
)
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.living import with_deleted
from cluster_desktop.records.models import Act, Department, Person, Qualification, Service, Stint, Unit

TRAINED = (*LEARNED.values(), "specialty")
FOLDED = (*POST, *TRAINED, "joined_unit", "left_on")
"""The columns of a person that follow from the lines."""
_Key = tuple[str, str]
"""A person and the day from which something holds."""
Line = TypeVar("Line", Service, Qualification)
_TODAY = "today"
_SLICE = 500  # uids in one statement


def today(session: Session) -> str:
    """The day the book is at: that of the clock, or of the last act where the clock was set back; one for a session."""
    if _TODAY not in session.info:
        last_act = session.scalar(select(func.max(Act.at))) or ""
        session.info[_TODAY] = max(datetime.date.today().isoformat(), last_act[:10])
    return str(session.info[_TODAY])


def ledger_of(lines: Iterable[Service]) -> Ledger:
    """The statements that lines of service make."""
    return {
        (line.day.iso if line.day else "", line.how): {key: getattr(line, key) for key in line.said.split(",") if key}
        for line in lines
    }


def training_of(lines: Iterable[Qualification]) -> tuple[Training, ...]:
    """The lines of training as they are folded."""
    return tuple(
        Training(
            kind=LEARNED[line.kind],
            value=line.value,
            specialty=line.specialty,
            attained_on=line.attained_on.iso if line.attained_on else None,
            seen_on=line.seen_on.iso if line.seen_on else "",
            rank=rank_of(line.kind, line.value),
        )
        for line in lines
    )


def lines_of(session: Session, person_uid: str) -> Sequence[Service]:
    """The living lines of somebody's service, in order of their days."""
    statement = select(Service).where(Service.person_uid == person_uid).order_by(Service.day, Service.how)
    return session.scalars(statement).all()


def continuing(session: Session) -> dict[str, str]:
    """The units that went into another, each with that one."""
    statement = select(Unit.uid, Unit.merged_into_uid).where(Unit.merged_into_uid.is_not(None))
    return {old: new for old, new in session.execute(statement) if new is not None}


def of_departments(session: Session, uids: Collection[str]) -> Sequence[str]:
    """List the people who were ever said to be in one of these departments."""
    if not uids:
        return ()
    return session.scalars(select(Service.person_uid).where(Service.department_uid.in_(uids)).distinct()).all()


def of_merged_units(session: Session, unit_uids: Collection[str]) -> Sequence[str]:
    """List the people who were in one of these units, or in one that had gone into it before."""
    if not unit_uids:
        return ()
    before = continuing(session)
    units = set(unit_uids)
    while more := {old for old, new in before.items() if new in units} - units:
        units |= more
    return session.scalars(select(Service.person_uid).where(Service.unit_uid.in_(units)).distinct()).all()


def homes(session: Session, department_uids: Collection[str], into: Mapping[str, str]) -> dict[str, Home]:
    """What is known of these departments, also of those in the trash; *into* are the units that went into another."""
    if not department_uids:
        return {}
    before: dict[str, set[str]] = defaultdict(set)
    for old, new in into.items():
        passed: set[str] = set()
        while new not in passed:
            before[new].add(old)
            passed.add(new)
            new = into.get(new, new)
    department = with_deleted(Department)
    columns = (department.uid, department.unit_uid, department.began_on, department.ended_on)
    return {
        uid: Home(unit, frozenset(before[unit]), began.iso if began else "", ended.iso if ended else OPEN)
        for uid, unit, began, ended in session.execute(select(*columns).where(department.uid.in_(department_uids)))
    }


def settle(session: Session, uids: Iterable[str]) -> None:
    """Compute again what follows for these people. Raises Refused where nothing says any more where somebody is.

    People in the trash stay as they are.
    """
    for careers in _careers(session, uids):
        for career in careers:
            if career.now is None:
                sentence = f"Phải còn ít nhất một dòng công tác ghi đơn vị của {career.person.full_name}."
                raise errors.Refused(f"{sentence} Hãy sửa dòng đó thay vì xóa.")
            for key, value in career.columns().items():
                if getattr(career.person, key) != value:
                    setattr(career.person, key, value)
        _replace(session.connection(), careers)
    session.flush()


def unsettled(session: Session) -> tuple[str, ...]:
    """List the people of whom something else stands in the book than follows from their lines."""
    other: list[str] = []
    for careers in _careers(session, session.scalars(select(Person.uid)).all()):
        stored = _stored(session.connection(), [career.person.uid for career in careers])
        for career in careers:
            there = {key: row for key, row in stored.items() if key[0] == career.person.uid}
            columns = career.columns()
            if (
                not columns
                or there != career.rows()
                or any(getattr(career.person, key) != columns[key] for key in columns)
            ):
                other.append(career.person.uid)
    return tuple(other)


@dataclass(frozen=True, slots=True)
class _Career:
    """What follows for one person."""

    person: Person
    spans: Sequence[Span]
    now: Span | None
    """What holds today; None where nothing says where they are."""
    tenure: Tenure

    def columns(self) -> dict[str, Any]:
        """The columns of the person; none where nothing is known."""
        if self.now is None:
            return {}
        joined, left = (PartialDate.from_iso(day) if day else None for day in self.tenure)
        return {**self.now.post, **_trained(self.now), "joined_unit": joined, "left_on": left}

    def rows(self) -> dict[_Key, dict[str, Any]]:
        """The rows of the table of stints, by their keys."""
        return {
            (self.person.uid, span.from_on): {
                "person_uid": self.person.uid,
                "from_on": span.from_on,
                "until_on": span.until_on,
                "guessed": span.guessed,
                **span.post,
                **_trained(span),
            }
            for span in self.spans
        }


def _trained(span: Span) -> dict[str, str | None]:
    levels = {key: span.training.get(key) for key in LEARNED.values()}
    return levels | {"specialty": span.training.get("degree_specialty")}


def _careers(session: Session, uids: Iterable[str]) -> Iterator[list[_Career]]:
    day, continues = today(session), continuing(session)
    waiting = iter(uids)
    while some := list(islice(waiting, _SLICE)):
        people = session.scalars(select(Person).where(Person.uid.in_(some))).all()
        service, training = _lines(session, Service, some), _lines(session, Qualification, some)
        named = {line.department_uid for lines in service.values() for line in lines if line.department_uid}
        of_units = homes(session, named, continues)
        careers = []
        for person in people:
            ledger = ledger_of(service[person.uid])
            spans = fold(ledger, training_of(training[person.uid]), of_units)
            careers.append(_Career(person, spans, present(spans, day), tenure(ledger, day, continues)))
        yield careers


def _lines(session: Session, table: type[Line], uids: Sequence[str]) -> dict[str, list[Line]]:
    by_person: dict[str, list[Line]] = defaultdict(list)
    for line in session.scalars(select(table).where(table.person_uid.in_(uids))):
        by_person[line.person_uid].append(line)
    return by_person


def _stored(link: Connection, uids: Sequence[str]) -> dict[_Key, dict[str, Any]]:
    rows = link.execute(select(Stint.__table__).where(Stint.person_uid.in_(uids))).mappings()
    return {(row["person_uid"], row["from_on"]): dict(row) for row in rows}


def _replace(link: Connection, careers: Sequence[_Career]) -> None:
    """Write the stints of these people where they are other ones than before."""
    before = _stored(link, [career.person.uid for career in careers])
    after = {key: row for career in careers for key, row in career.rows().items()}
    for key in [key for key, row in before.items() if after.get(key) != row]:
        link.execute(delete(Stint).where(Stint.person_uid == key[0], Stint.from_on == key[1]))
    if new := [row for key, row in after.items() if before.get(key) != row]:
        link.execute(insert(Stint), new)


def turn(link: Connection) -> int:
    """Bring the columns of everybody in line for whom something begins or ends today; gives how many they are.

    This is no act of anybody: it is not journaled, and there is nothing to take back.
    """
    with _settling(link) as session:
        day = today(session)
        stint = Stint
        other = or_(*(getattr(stint, key).is_distinct_from(getattr(Person, key)) for key in (*POST, *TRAINED)))
        statement = (
            select(Person.uid)
            .join(stint, stint.person_uid == Person.uid)
            .where(stint.from_on <= day, stint.until_on > day, other)
        )
        turning = session.scalars(statement).all()
        settle(session, turning)
    return len(turning)


def settle_all(link: Connection) -> None:
    """Fold the lines of everybody, after an upgrade has written them."""
    with _settling(link) as session:
        settle(session, session.scalars(select(Person.uid)).all())


@contextmanager
def _settling(link: Connection) -> Iterator[WorkspaceSession]:
    with WorkspaceSession(link, expire_on_commit=False) as session:
        session.settling = True
        yield session
        session.commit()  # the connection's own transaction goes on
