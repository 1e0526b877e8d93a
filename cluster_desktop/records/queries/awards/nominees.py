"""Nominations with what the register knows of those nominated: class of the year, initiatives, earlier awards.

Everybody is named as of the day of the dossier, or of the meeting that judges it.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.addressees import OF_BODIES, deciding_level
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.descriptions import as_written
from cluster_desktop.domain.awards.nomination_state import UNNAMED, NominationState
from cluster_desktop.domain.awards.nominees import EarlierAward, Nominee
from cluster_desktop.domain.fields.choices import label_of
from cluster_desktop.domain.people.vocabulary import ETHNIC_GROUPS, Degree, Gender, PoliticalTheory, QualityClass
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.names import as_name, text_sort_key
from cluster_desktop.records.models import (
    Department,
    Initiative,
    InitiativeUse,
    Nomination,
    Person,
    Rating,
    Round,
    Stint,
    Unit,
)
from cluster_desktop.records.queries.awards.award_history import AwardHistories, Proposed
from cluster_desktop.records.queries.awards.deciding import award_proposed
from cluster_desktop.records.queries.careers.as_of import Day, day_of_year, on
from cluster_desktop.records.queries.units.unit_names import UnitNames, recipient_uid, unit_at_the_time


def nominees(
    session: Session, year: int, unit_uid: str | None = None, day: PartialDate | None = None
) -> tuple[Nominee, ...]:
    """The nominations of a year's rounds, of one unit or of all, by unit and name.

    They are named as of *day*, else each as of the day of its dossier.
    """
    records = _YearRecords(session, year, AwardHistories(session), day=day)
    return _nominees(session, records, unit_uid)


def submitted_nominees(session: Session, year: int, unit_uid: str | None = None) -> tuple[Nominee, ...]:
    """The nominations of a year that were submitted: neither drafts nor withdrawn."""
    return tuple(nominee for nominee in nominees(session, year, unit_uid) if nominee.state not in UNNAMED)


def proposed_nominees(session: Session, year: int, unit_uid: str | None = None) -> tuple[Nominee, ...]:
    """The nominations of a year that may be awarded, or were: without those the council refused."""
    submitted = submitted_nominees(session, year, unit_uid)
    return tuple(nominee for nominee in submitted if nominee.state != NominationState.REFUSED)


def nominee_now(session: Session, nomination_uid: str, year: int) -> Nominee:
    """One nomination of a round of *year*, without its history of awards, which is what takes long to read."""
    (nominee,) = _nominees(session, _YearRecords(session, year, None, nomination_uid), uid=nomination_uid)
    return nominee


def day_of(received_on: Any, year: int) -> ColumnElement[Any]:
    """The day of a dossier: when it was received (a column), else the last day of its year, or today within it."""
    return func.coalesce(received_on, day_of_year(year).isoformat())


def _nominees(
    session: Session, records: "_YearRecords", unit_uid: str | None = None, uid: str = ""
) -> tuple[Nominee, ...]:
    statement = (
        select(Nomination, recipient_uid(Nomination), Person, Stint, Department, Unit)
        .join(Round, Round.uid == Nomination.round_uid)
        .outerjoin(Person, Person.uid == Nomination.person_uid)
        .outerjoin(Stint, on(records.days))
        .outerjoin(Department, Department.uid == func.coalesce(Nomination.department_uid, Stint.department_uid))
        .outerjoin(Unit, Unit.uid == unit_at_the_time(Nomination, Stint))
        .where(Round.year == records.year)
        .order_by(Nomination.uid)
    )
    if unit_uid is not None:
        statement = statement.where(Unit.uid == unit_uid)
    if uid:
        statement = statement.where(Nomination.uid == uid)
    return tuple(_nominee(records, *row) for row in sorted(session.execute(statement), key=records.order))


class _YearRecords:
    """Classes, initiatives and awards of everybody, or of the one who is nominated, read once."""

    def __init__(
        self,
        session: Session,
        year: int,
        histories: AwardHistories | None,
        nomination_uid: str = "",
        day: PartialDate | None = None,
    ) -> None:
        self.year, self._day = year, day
        self.days: Day = day or day_of(Nomination.received_on, year)
        rated = select(Rating.person_uid, Rating.quality).where(Rating.year == year)
        initiatives = select(Initiative.person_uid, Initiative).where(Initiative.year == year)
        uses = select(InitiativeUse.nomination_uid, Initiative).join(
            Initiative, Initiative.uid == InitiativeUse.initiative_uid
        )
        if nomination_uid:
            own = select(Nomination.person_uid).where(Nomination.uid == nomination_uid).scalar_subquery()
            rated, initiatives = rated.where(Rating.person_uid == own), initiatives.where(Initiative.person_uid == own)
            uses = uses.where(InitiativeUse.nomination_uid == nomination_uid)
        self._qualities: dict[str, str | None] = {row.person_uid: row.quality for row in session.execute(rated)}
        self._initiatives = _titles(session, initiatives.order_by(Initiative.uid))
        self._used = _titles(session, uses.order_by(Initiative.year, Initiative.uid))
        self._session, self._histories = session, histories
        self._awards: dict[tuple[str, ...], str] = {}
        self._names = UnitNames(session)

    def day(self, nomination: Nomination) -> PartialDate:
        """The day as of which the one nominated is named."""
        return self._day or nomination.received_on or PartialDate.of(day_of_year(self.year))

    def place(self, unit: Unit | None, nomination: Nomination) -> str:
        """The unit by its name of that day."""
        return self._names.on(unit, self.day(nomination))

    def order(self, row: Any) -> tuple[str, str, str]:
        """Its place in a list: by unit, collectives before people, each by name."""
        nomination, _uid, person, _stint, department, unit = row
        day = self.day(nomination)
        name = text_sort_key(self._names.department_on(department, day))
        return self._names.order(unit, day), person.sort_key if person else "", name

    def department(self, department: Department | None, nomination: Nomination) -> str:
        """The department by its name of that day."""
        return self._names.department_on(department, self.day(nomination))

    def award(self, nomination: Nomination, unit: Unit | None) -> str:
        """The name of the award, with who gives it where several bodies may."""
        if nomination.award not in OF_BODIES:
            return AWARD_KINDS[nomination.award].label
        day = self.day(nomination)
        known = (nomination.award, nomination.level or "", unit.uid if unit else "", day.iso)
        if known not in self._awards:
            self._awards[known] = award_proposed(self._session, nomination, unit, day)
        return self._awards[known]

    def quality(self, person: str | None) -> str:
        return QualityClass.label_of(self._qualities.get(person or ""))

    def initiatives(self, nomination: Nomination) -> tuple[str, ...]:
        """Those the dossier names; where it names none, those of the year."""
        if nomination.uid in self._used:
            return tuple(self._used[nomination.uid])
        return tuple(self._initiatives.get(nomination.person_uid or "", ()))

    def history(self, recipient: str, nomination: Nomination) -> tuple[EarlierAward, ...]:
        if self._histories is None:
            return ()
        proposed = Proposed.by(nomination, self.year)
        return self._histories.of(recipient, self.day(nomination).earliest, proposed)


def _titles(session: Session, statement: Select[str, Initiative]) -> dict[str, list[str]]:
    """Read initiatives by the uid they go with: that of their author, or of the nomination that rests on them."""
    titles: dict[str, list[str]] = {}
    for uid, initiative in session.execute(statement):
        titles.setdefault(uid, []).append(_numbered(initiative))
    return titles


def _numbered(initiative: Initiative) -> str:
    return f"{initiative.title} (QĐ {initiative.decision_number})" if initiative.decision_number else initiative.title


def _nominee(
    records: _YearRecords,
    nomination: Nomination,
    recipient: str,
    person: Person | None,
    stint: Stint | None,
    department: Department | None,
    unit: Unit | None,
) -> Nominee:
    kind = AWARD_KINDS[nomination.award]
    place = records.place(unit, nomination)
    own = records.department(department, nomination)
    return Nominee(
        uid=nomination.uid,
        name=as_name(person.full_name) if person else own or place,
        person=person is not None,
        unit=place,
        award=kind.code,
        award_name=records.award(nomination, unit),
        state=nomination.state,
        recipient=recipient,
        level=deciding_level(nomination.award, nomination.level),
        citation=nomination.citation or "",
        achievement=nomination.achievement or "",
        department=own if person else "",
        described_as=as_written(nomination.described_as, place, *((unit.name, unit.short_name) if unit else ())),
        quality=records.quality(nomination.person_uid),
        initiatives=records.initiatives(nomination),
        history=records.history(recipient, nomination),
        votes_for=nomination.votes_for,
        votes_total=nomination.votes_total,
        override_reason=nomination.override_reason or "",
        sample_note=nomination.sample_note,
        **(personal(person, stint) if person else {}),
    )


def personal(person: Person, stint: Stint | None) -> dict[str, Any]:
    """Describe a person for a list, in words: what never changes, and the post and training of the list's day."""
    return {
        "gender": Gender.label_of(person.gender),
        "birth_date": person.birth_date,
        "ethnicity": label_of(ETHNIC_GROUPS, person.ethnicity),
        "position": (stint.position if stint else None) or "",
        "degree": Degree.label_of(stint.degree if stint else None),
        "political_theory": PoliticalTheory.label_of(stint.political_theory if stint else None),
    }
