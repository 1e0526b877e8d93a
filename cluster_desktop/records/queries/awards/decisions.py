"""A decision with its list, in the names that units had on its date."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.descriptions import as_written
from cluster_desktop.domain.awards.vocabulary import AwardState
from cluster_desktop.domain.printing.certification import DecisionFacts, RecipientFacts
from cluster_desktop.domain.text.names import as_name
from cluster_desktop.records.closed_years import in_force
from cluster_desktop.records.living import living, with_deleted
from cluster_desktop.records.models import Award, Decision, Department, Person, Stint, Unit
from cluster_desktop.records.queries.careers.as_of import on
from cluster_desktop.records.queries.units.heads import Heads
from cluster_desktop.records.queries.units.unit_names import UnitNames, unit_at_the_time


def decision_uids(session: Session, number: str) -> tuple[str, ...]:
    """The decisions with exactly this number, newest first."""
    statement = select(Decision.uid).where(Decision.number == number)
    return tuple(session.scalars(statement.order_by(Decision.decided_on.desc())))


def decision_facts(session: Session, uid: str) -> DecisionFacts:
    """A decision in the words of its date. Raises RecordMissing."""
    decision = living(session, Decision, uid)
    unit = session.get(Unit, decision.unit_uid) if decision.unit_uid else None
    names = UnitNames(session)
    head = Heads(session).on(unit, decision.decided_on)
    title = decision.signer_title or (head.title if unit else "")
    own_name = head.name if title == head.title else ""
    return DecisionFacts(
        uid=decision.uid,
        unit_uid=decision.unit_uid,
        number=decision.number,
        decided_on=decision.decided_on,
        year=decision.year,
        title=decision.title,
        issuer=names.on(unit, decision.decided_on) or decision.issuer or "",
        head_title=head.title if unit else title,
        signer_title=title,
        signer_name=decision.signer_name or own_name,
        place=decision.place or names.place_on(unit, decision.decided_on),
        sample=decision.sample_note is not None,
    )


def issuer(session: Session, decision_uid: str) -> str | None:
    """The unit whose head decided; None for a decision from above."""
    decision = session.get(Decision, decision_uid)
    return decision.unit_uid if decision else None


def recipients(
    session: Session, decision: DecisionFacts, award_uid: str = "", *, as_signed: bool = False
) -> tuple[RecipientFacts, ...]:
    """The decision's list in its order, or only the line *award_uid* of it; revoked awards are left out.

    *as_signed*, it is the list of the paper, in which everybody stands who is revoked on a later day.
    Everybody has the post they held on the day of the decision; none where nothing is known of that day.
    """
    # A paper keeps the names of a unit and a department that are in the trash.
    home, own = with_deleted(Unit), with_deleted(Department)
    stands = in_force(session, decision.decided_on) if as_signed else Award.state == AwardState.IN_FORCE
    statement = (
        select(Award, Person, Stint, own, home)
        .join(Decision, Decision.uid == Award.decision_uid)
        .outerjoin(Person, Person.uid == Award.person_uid)
        .outerjoin(Stint, on(decision.decided_on))
        .outerjoin(own, own.uid == func.coalesce(Award.department_uid, Stint.department_uid))
        .outerjoin(home, home.uid == unit_at_the_time(Award, Stint, own))
        .where(Award.decision_uid == decision.uid, stands)
        .order_by(Award.ordinal.is_(None), Award.ordinal, Award.uid)
    )
    if award_uid:
        statement = statement.where(Award.uid == award_uid)
    names = UnitNames(session)
    return tuple(_recipient(names, decision, *row) for row in session.execute(statement))


def _recipient(
    names: UnitNames,
    decision: DecisionFacts,
    award: Award,
    person: Person | None,
    stint: Stint | None,
    department: Department | None,
    unit: Unit | None,
) -> RecipientFacts:
    home_name = names.on(unit, decision.decided_on)
    own = names.department_on(department, decision.decided_on)
    return RecipientFacts(
        uid=award.uid,
        ordinal=award.ordinal,
        award=award.award,
        award_name=award.award_name or AWARD_KINDS[award.award].label,
        collective=person is None,
        name=as_name(person.full_name) if person else own or home_name,
        position=(stint.position if stint else None) or "",
        department=own if person else "",
        unit=home_name,
        described_as=as_written(award.described_as, home_name, *((unit.name, unit.short_name) if unit else ())),
        citation=award.citation or "",
        sample=award.sample_note is not None,
        number=award.certificate_number or "",
    )
