"""Recipients of certificates at an event: prize winners and authors of papers, as they were on its day."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.events.vocabulary import Prize
from cluster_desktop.domain.printing.certification import DecisionFacts, RecipientFacts
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Department, Event, Paper, Person, Result, Stint, Unit
from cluster_desktop.records.queries.careers.as_of import Day, day_of_year, on
from cluster_desktop.records.queries.printing.certificate_sources import CertificateSource
from cluster_desktop.records.queries.units.heads import Heads
from cluster_desktop.records.queries.units.unit_names import UnitNames

_WON = (Result.prize.is_not(None), Result.prize != Prize.TOOK_PART)


def events_with_certificates(session: Session) -> tuple[CertificateSource, ...]:
    """Events at which somebody won a prize or gave a paper, newest first."""
    prizes = select(func.count()).where(Result.event_uid == Event.uid, *_WON).scalar_subquery()
    papers = select(func.count()).where(Paper.event_uid == Event.uid).scalar_subquery()
    statement = select(Event.uid, Event.title, Event.starts_on, Event.year, prizes + papers)
    statement = statement.where(prizes + papers > 0).order_by(Event.year.desc(), Event.starts_on.desc())
    return tuple(
        CertificateSource(uid, title, on or PartialDate(year), year, sheets)
        for uid, title, on, year, sheets in session.execute(statement)
    )


def event_certification(session: Session, uid: str) -> tuple[DecisionFacts, tuple[RecipientFacts, ...]]:
    """The host as who certifies, and everybody who earned a certificate. Raises RecordMissing."""
    event = living(session, Event, uid)
    host = session.get(Unit, event.host_uid) if event.host_uid else None
    day = event.ends_on or event.starts_on or PartialDate(event.year)
    names = UnitNames(session)
    head = Heads(session).on(host, day)
    facts = DecisionFacts(
        uid=event.uid,
        unit_uid=event.host_uid,
        number="",
        decided_on=day,
        year=event.year,
        title=event.title,
        issuer=names.on(host, day) or event.organisers or "",
        head_title=head.title,
        signer_title=head.title,
        signer_name=head.name,
        place=names.place_on(host, day),
        sample=event.sample_note is not None,
    )
    return facts, (*_winners(session, event, names, day), *_authors(session, event, names, day))


def _day_of(event: Event) -> Day:
    """The day as of which people are named: of an event without one the last of its year."""
    return event.ends_on or event.starts_on or day_of_year(event.year)


def _of_recipients(table: type[Result] | type[Paper], event: Event) -> Any:
    """Read prizes or papers of an event with person, post of its day, department and unit."""
    return (
        select(table, Person, Stint, Department, Unit)
        .outerjoin(Person, Person.uid == table.person_uid)
        .outerjoin(Stint, on(_day_of(event)))
        .outerjoin(Department, Department.uid == Stint.department_uid)
        .outerjoin(Unit, Unit.uid == func.coalesce(table.unit_uid, Stint.unit_uid))
        .where(table.event_uid == event.uid)
    )


def _winners(session: Session, event: Event, names: UnitNames, day: PartialDate) -> list[RecipientFacts]:
    prizes: list[str] = list(Prize)
    statement = _of_recipients(Result, event).where(*_WON)
    rows = sorted(
        session.execute(statement).all(), key=lambda row: (row[0].discipline, prizes.index(row[0].prize or ""))
    )
    return [
        _recipient(
            result.uid,
            person,
            (stint, names.department_on(department, day)),
            (result.performer or "", names.on(unit, day)),
            f"Đạt {Prize.label_of(result.prize)} {result.discipline}\n{event.title}",
            result.sample_note is not None,
        )
        for result, person, stint, department, unit in rows
    ]


def _authors(session: Session, event: Event, names: UnitNames, day: PartialDate) -> list[RecipientFacts]:
    statement = _of_recipients(Paper, event).order_by(Paper.sort_key, Paper.uid)
    return [
        _recipient(
            paper.uid,
            person,
            (stint, names.department_on(department, day)),
            (paper.author or "", names.on(unit, day)),
            f"Có tham luận “{paper.title}”\ntại Hội thảo khoa học “{event.title}”",
            paper.sample_note is not None,
        )
        for paper, person, stint, department, unit in session.execute(statement)
    ]


def _recipient(
    uid: str,
    person: Person | None,
    post: tuple[Stint | None, str],
    named: tuple[str, str],
    citation: str,
    sample: bool,
) -> RecipientFacts:
    """*named* holds the recorded name of the recipient, and the name of the unit."""
    words, unit = named
    stint, own = post
    return RecipientFacts(
        uid=uid,
        ordinal=None,
        award="",
        award_name="",
        collective=person is None,
        name=person.full_name if person else words or unit,
        position=(stint.position if stint else None) or "",
        department=own,
        unit=unit,
        citation=citation,
        sample=sample,
    )
