"""Nominations with what the register knows of those nominated: class of the year, initiatives, earlier awards."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.nomination_state import UNNAMED
from cluster_desktop.domain.awards.nominees import EarlierAward, Nominee
from cluster_desktop.domain.awards.vocabulary import AwardState
from cluster_desktop.domain.fields.choices import label_of
from cluster_desktop.domain.people.vocabulary import ETHNIC_GROUPS, Degree, Gender, PoliticalTheory, QualityClass
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import (
    Award,
    Decision,
    Department,
    Initiative,
    InitiativeUse,
    Nomination,
    Person,
    Rating,
    Round,
    Unit,
)
from cluster_desktop.records.queries.units.unit_names import UnitNames, recipient_uid, unit_at_the_time


def nominees(session: Session, year: int, unit_uid: str | None = None) -> tuple[Nominee, ...]:
    """The nominations of a year's rounds, of one unit or of all, by unit and name."""
    return _nominees(session, _YearRecords(session, year, _histories(session)), unit_uid)


def submitted_nominees(session: Session, year: int, unit_uid: str | None = None) -> tuple[Nominee, ...]:
    """The nominations of a year that were submitted: neither drafts nor withdrawn."""
    return tuple(nominee for nominee in nominees(session, year, unit_uid) if nominee.state not in UNNAMED)


def nominee_now(session: Session, nomination_uid: str, year: int) -> Nominee:
    """One nomination of a round of *year*, without its history of awards, which is what takes long to read."""
    (nominee,) = _nominees(session, _YearRecords(session, year, {}, nomination_uid), uid=nomination_uid)
    return nominee


def _nominees(
    session: Session, records: "_YearRecords", unit_uid: str | None = None, uid: str = ""
) -> tuple[Nominee, ...]:
    statement = (
        select(Nomination, recipient_uid(Nomination), Person, Department, Unit)
        .join(Round, Round.uid == Nomination.round_uid)
        .outerjoin(Person, Person.uid == Nomination.person_uid)
        .outerjoin(Department, Department.uid == func.coalesce(Nomination.department_uid, Person.department_uid))
        .outerjoin(Unit, Unit.uid == unit_at_the_time(Nomination))
        .where(Round.year == records.year)
        .order_by(Unit.sort_key, Person.sort_key, Department.sort_key, Nomination.uid)
    )
    if unit_uid is not None:
        statement = statement.where(Unit.uid == unit_uid)
    if uid:
        statement = statement.where(Nomination.uid == uid)
    return tuple(_nominee(records, *row) for row in session.execute(statement))


class _YearRecords:
    """Classes, initiatives and awards of everybody, or of the one who is nominated, read once."""

    def __init__(
        self, session: Session, year: int, histories: dict[str, list[EarlierAward]], nomination_uid: str = ""
    ) -> None:
        self.year = year
        rated = select(Rating.person_uid, Rating.quality).where(Rating.year == year)
        initiatives = select(Initiative).where(Initiative.year == year)
        uses = select(InitiativeUse.nomination_uid, Initiative).join(
            Initiative, Initiative.uid == InitiativeUse.initiative_uid
        )
        if nomination_uid:
            own = select(Nomination.person_uid).where(Nomination.uid == nomination_uid).scalar_subquery()
            rated, initiatives = rated.where(Rating.person_uid == own), initiatives.where(Initiative.person_uid == own)
            uses = uses.where(InitiativeUse.nomination_uid == nomination_uid)
        self._qualities: dict[str, str | None] = {row.person_uid: row.quality for row in session.execute(rated)}
        self._initiatives: dict[str, list[str]] = {}
        for initiative in session.scalars(initiatives.order_by(Initiative.uid)):
            self._initiatives.setdefault(initiative.person_uid, []).append(_numbered(initiative))
        self._used: dict[str, list[str]] = {}
        for nomination_uid, initiative in session.execute(uses.order_by(Initiative.year, Initiative.uid)):
            self._used.setdefault(nomination_uid, []).append(_numbered(initiative))
        self._awards = histories
        self._names, self._end = UnitNames(session), PartialDate(year, 12, 31)

    def place(self, unit: Unit | None) -> str:
        """The unit by its name at the end of the year."""
        return self._names.on(unit, self._end)

    def quality(self, person: str | None) -> str:
        return QualityClass.label_of(self._qualities.get(person or ""))

    def initiatives(self, nomination: Nomination) -> tuple[str, ...]:
        """Those the dossier names; where it names none, those of the year."""
        if nomination.uid in self._used:
            return tuple(self._used[nomination.uid])
        return tuple(self._initiatives.get(nomination.person_uid or "", ()))

    def history(self, recipient: str) -> tuple[EarlierAward, ...]:
        return tuple(self._awards.get(recipient, ()))


def award_history(session: Session, recipient: str) -> tuple[EarlierAward, ...]:
    """Every award of a person, or of a department or unit as such, in order of time."""
    return tuple(_histories(session).get(recipient, ()))


def _histories(session: Session) -> dict[str, list[EarlierAward]]:
    statement = (
        select(Award, Decision, Unit, recipient_uid(Award))
        .join(Decision, Decision.uid == Award.decision_uid)
        .outerjoin(Unit, Unit.uid == Decision.unit_uid)
        .where(Award.state == AwardState.IN_FORCE)
        .order_by(Decision.decided_on, Award.ordinal, Award.uid)
    )
    names = UnitNames(session)
    histories: dict[str, list[EarlierAward]] = {}
    for award, decision, issuer, recipient in session.execute(statement):
        body = names.on(issuer, decision.decided_on) or decision.issuer or ""
        reference = f"Số {decision.number} ngày {decision.decided_on.show()}" + (f" của {body}" if body else "")
        kind = AWARD_KINDS[award.award]
        line = EarlierAward(
            year=decision.year, name=award.award_name or kind.label, title=kind.is_title, decision=reference
        )
        histories.setdefault(recipient, []).append(line)
    return histories


def _numbered(initiative: Initiative) -> str:
    return f"{initiative.title} (QĐ {initiative.decision_number})" if initiative.decision_number else initiative.title


def _nominee(
    records: _YearRecords,
    nomination: Nomination,
    recipient: str,
    person: Person | None,
    department: Department | None,
    unit: Unit | None,
) -> Nominee:
    kind = AWARD_KINDS[nomination.award]
    place = records.place(unit)
    own = department.name if department else ""
    return Nominee(
        uid=nomination.uid,
        name=person.full_name if person else own or place,
        person=person is not None,
        unit=place,
        award=kind.code,
        award_name=kind.label,
        state=nomination.state,
        citation=nomination.citation or "",
        department=own if person else "",
        quality=records.quality(nomination.person_uid),
        initiatives=records.initiatives(nomination),
        history=records.history(recipient),
        votes_for=nomination.votes_for,
        votes_total=nomination.votes_total,
        override_reason=nomination.override_reason or "",
        sample_note=nomination.sample_note,
        **(personal(person) if person else {}),
    )


def personal(person: Person) -> dict[str, Any]:
    """Describe a person for a list, in words."""
    return {
        "gender": Gender.label_of(person.gender),
        "birth_date": person.birth_date,
        "ethnicity": label_of(ETHNIC_GROUPS, person.ethnicity),
        "position": person.position or "",
        "degree": Degree.label_of(person.degree),
        "political_theory": PoliticalTheory.label_of(person.political_theory),
    }
