"""Propose the first values of a decision from its nominations: issuer, signer, title and occasion."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.vocabulary import DecisionLevel
from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.records.models import Department, Nomination, Person, Round, Stint, Unit
from cluster_desktop.records.queries.awards.nominees import day_of
from cluster_desktop.records.queries.careers.as_of import on
from cluster_desktop.records.queries.units.unit_names import unit_at_the_time


def decision_start(session: Session, year: int, nomination_uids: Sequence[str]) -> dict[str, Value]:
    """The values of a new decision that follow from its nominations; what they do not agree on is left out."""
    statement = (
        select(Nomination.award, Round.kind, Unit)
        .join(Round, Round.uid == Nomination.round_uid)
        .outerjoin(Person, Person.uid == Nomination.person_uid)
        .outerjoin(Stint, on(day_of(Nomination.received_on, year)))
        .outerjoin(Department, Department.uid == Nomination.department_uid)
        .outerjoin(Unit, Unit.uid == unit_at_the_time(Nomination, Stint))
        .where(Nomination.uid.in_(nomination_uids))
    )
    rows = session.execute(statement).all()
    start: dict[str, Value] = {
        "year": year,
        "level": DecisionLevel.SCHOOL,
        "title": _title({row[0] for row in rows}, year),
    }
    kinds = {row[1] for row in rows}
    if len(kinds) == 1:
        start["occasion"] = kinds.pop()
    units: set[Unit | None] = {row[2] for row in rows}
    unit = units.pop() if len(units) == 1 else None
    if unit is not None:
        start |= {"unit_uid": unit.uid, "signer_title": unit.head_title, "signer_name": unit.head_name}
        start["place"] = unit.province
    return start


def _title(awards: set[str], year: int) -> str:
    """ "Về việc công nhận danh hiệu “Lao động tiên tiến” năm 2020"."""
    kinds = [AWARD_KINDS[code] for code in AWARD_KINDS if code in awards]
    named = ", ".join(f"“{kind.label}”" for kind in kinds)
    what = "công nhận danh hiệu" if all(kind.is_title for kind in kinds) else "tặng"
    return f"Về việc {what} {named} năm {year}" if kinds else "Về khen thưởng"
