"""Propose the first values of a decision from its nominations: issuer, signer, title and occasion."""

import datetime
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.vocabulary import DecisionLevel
from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Department, Nomination, Person, Round, Stint, Unit
from cluster_desktop.records.queries.awards.nominees import day_of
from cluster_desktop.records.queries.careers.as_of import on
from cluster_desktop.records.queries.units.heads import Heads
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
    units = {row[2].uid: row[2] for row in rows}
    if len(units) == 1:
        (unit,) = units.values()
        start |= {"unit_uid": unit.uid, "place": unit.place or unit.province, **_signer(session, unit, year)}
    return start


def _signer(session: Session, unit: Unit, year: int) -> dict[str, Value]:
    """Who heads the unit since the end of the year; nobody where that changed, for the day of the decision says who."""
    heads = Heads(session)
    head = heads.on(unit, PartialDate.of(datetime.date.today()))
    if head != heads.on(unit, PartialDate(year, 12, 31)):
        return {}
    return {"signer_title": head.title or None, "signer_name": head.name or None}


def _title(awards: set[str], year: int) -> str:
    """ "Về việc công nhận danh hiệu “Lao động tiên tiến” năm 2020"."""
    kinds = [AWARD_KINDS[code] for code in AWARD_KINDS if code in awards]
    named = ", ".join(f"“{kind.label}”" for kind in kinds)
    what = "công nhận danh hiệu" if all(kind.is_title for kind in kinds) else "tặng"
    return f"Về việc {what} {named} năm {year}" if kinds else "Về khen thưởng"
