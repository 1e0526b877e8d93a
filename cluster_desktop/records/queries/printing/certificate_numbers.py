"""The numbers of certificates in the register: used, skipped, used twice."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.printing import certificate_series
from cluster_desktop.domain.printing.certificate_series import NumberSeries
from cluster_desktop.records.living import with_deleted
from cluster_desktop.records.models import Award, Decision, Department, Person, Printing, Setting, Unit
from cluster_desktop.records.queries.units.office import home_unit

PATTERN_KEY = "certificate.pattern"


def pattern(session: Session) -> str:
    """The pattern used last, at first one with our unit's abbreviation."""
    kept = select(Setting.value).where(Setting.key == PATTERN_KEY)
    home = home_unit(session)
    return session.scalars(kept).first() or f"{{so:03d}}/GK-{(home.abbreviation if home else '') or 'TCT'}"


def used(session: Session, series: NumberSeries) -> dict[int, tuple[str, ...]]:
    """The numbers of a series with the awards that have them; of deleted ones those a sheet was printed for."""
    award, decision = with_deleted(Award), with_deleted(Decision)
    printed = exists().where(Printing.award_uid == award.uid)
    statement = _numbered(award, decision, series.year).where(or_(award.deleted_at.is_(None), printed))
    numbers: defaultdict[int, list[str]] = defaultdict(list)
    for uid, text in session.execute(statement):
        if text and (number := series.value(text)) is not None:
            numbers[number].append(uid)
    return {number: tuple(uids) for number, uids in sorted(numbers.items())}


def gaps(session: Session, series: NumberSeries) -> tuple[int, ...]:
    """The numbers of a series that were skipped."""
    return certificate_series.gaps(used(session, series))


def used_elsewhere(session: Session, year: int, award_uids: Collection[str]) -> dict[str, str]:
    """Of the numbers that these awards have: those another award of the year has too, and whose it is."""
    own, others = set(award_uids), dict[str, str]()
    numbered = session.execute(_numbered(Award, Decision, year)).all()
    mine = {text for uid, text in numbered if uid in own}
    for uid, text in numbered:
        if text and uid not in own and text in mine:
            others[text] = _whose(session, uid)
    return others


def _numbered(award: type[Award], decision: type[Decision], year: int) -> Select[str, str | None]:
    """Award and number of everything a decision of this calendar year gave a number to."""
    issued = func.substr(decision.decided_on, 1, 4) == str(year)
    joined = select(award.uid, award.certificate_number).join(decision, decision.uid == award.decision_uid)
    return joined.where(award.certificate_number.is_not(None), award.certificate_number != "", issued)


def _whose(session: Session, award_uid: str) -> str:
    award = session.get_one(Award, award_uid)
    if award.person_uid:
        return session.get_one(Person, award.person_uid).full_name
    if award.department_uid:
        return session.get_one(Department, award.department_uid).name
    return session.get_one(Unit, award.unit_uid).name
