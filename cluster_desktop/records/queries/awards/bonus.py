"""The awards for which bonus money is due."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.decision_names import decision_named
from cluster_desktop.domain.awards.vocabulary import DecisionLevel
from cluster_desktop.domain.law.bonus import BonusAward
from cluster_desktop.domain.people.posts import post
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.names import as_name
from cluster_desktop.records.closed_years import in_force
from cluster_desktop.records.models import Award, Decision, Department, Person, Stint, Unit
from cluster_desktop.records.queries.careers.as_of import on
from cluster_desktop.records.queries.units.unit_names import UnitNames, unit_at_the_time


@dataclass(frozen=True, slots=True)
class Due:
    """The awards that were asked for, and all awards of their years: they decide together what is paid."""

    asked: frozenset[str]
    all: tuple[BonusAward, ...]


def bonus_awards(
    session: Session,
    *,
    day: PartialDate,
    year: int | None,
    unit_uid: str | None = None,
    decision_uid: str | None = None,
) -> Due:
    """Awards in force on *day*, in the order of the lists: of one decision, or of all of schools in *year*."""
    only_year = year
    if decision_uid is not None:
        decision = session.get(Decision, decision_uid)
        only_year = decision.year if decision else year
    statement = (
        select(Award, Decision, Person, Stint, Department, Unit)
        .join(Decision, Decision.uid == Award.decision_uid)
        .outerjoin(Person, Person.uid == Award.person_uid)
        .outerjoin(Stint, on(Decision.decided_on))
        .outerjoin(Department, Department.uid == func.coalesce(Award.department_uid, Stint.department_uid))
        .outerjoin(Unit, Unit.uid == unit_at_the_time(Award, Stint))
        .where(in_force(session, day))
        .order_by(Decision.decided_on, Decision.number, Award.ordinal.is_(None), Award.ordinal, Award.uid)
    )
    if only_year is not None:
        statement = statement.where(Decision.year == only_year)
    names = UnitNames(session)
    asked: set[str] = set()
    awards: list[BonusAward] = []
    for award, decision, person, stint, department, unit in session.execute(statement):
        home = _uid_of(unit)
        own = decision.level == DecisionLevel.SCHOOL and unit_uid in (None, home)
        if decision.uid == decision_uid or (decision_uid is None and own):
            asked.add(award.uid)
        awards.append(_due(names, award, decision, person, (stint, department), unit))
    return Due(frozenset(asked), tuple(awards))


def _uid_of(unit: Unit | None) -> str | None:
    return unit.uid if unit else None


def _due(
    names: UnitNames,
    award: Award,
    decision: Decision,
    person: Person | None,
    worked: tuple[Stint | None, Department | None],
    unit: Unit | None,
) -> BonusAward:
    stint, department = worked
    unit_name = names.on(unit, decision.decided_on)
    department_name = names.department_on(department, decision.decided_on)
    collective = department_name if award.department_uid else unit_name
    name = as_name(person.full_name) if person else collective
    work = post((stint.position if stint else None) or "", department_name) if person else ""
    return BonusAward(
        uid=award.uid,
        holder=award.person_uid or award.department_uid or award.unit_uid or award.uid,
        name=name,
        place=award.described_as or work,
        unit=unit_name,
        award=award.award,
        award_name=award.award_name or AWARD_KINDS[award.award].label,
        collective=person is None,
        year=decision.year,
        decided_on=decision.decided_on.earliest,
        decision=decision_named(decision.number, decision.decided_on),
        sample=(award.sample_note or decision.sample_note) is not None,
    )
