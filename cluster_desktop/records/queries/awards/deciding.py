"""Who decides on a nomination, in the names of its day, and what its award is then called."""

from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.addressees import (
    ACADEMY,
    ADDRESSEES,
    Addressee,
    award_of_body,
    deciding_level,
    province_council,
)
from cluster_desktop.domain.people.heads import ROOM
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Nomination, Unit
from cluster_desktop.records.queries.units.heads import Heads
from cluster_desktop.records.queries.units.unit_names import UnitNames


def addressed(session: Session, addressee: Addressee, unit: Unit | None, day: PartialDate) -> tuple[str, str]:
    """The body that decides and its head, to whom papers are addressed; a cluster turns to the Academy."""
    names = UnitNames(session)
    if addressee is Addressee.HEAD:
        body = names.on(unit, day) or ROOM
        return body, f"{Heads(session).on(unit, day).title or 'Người đứng đầu'} {body}"
    if addressee is Addressee.ACADEMY or unit is None:
        return ACADEMY, f"Giám đốc {ACADEMY}"
    body = province_council(names.province_on(unit, day))
    return body, f"Chủ tịch {body}"


def award_proposed(session: Session, nomination: Nomination, unit: Unit | None, day: PartialDate) -> str:
    """The name of the award that a nomination of somebody in *unit* proposes, with who gives it."""
    addressee = ADDRESSEES[deciding_level(nomination.award, nomination.level)]
    return award_of_body(nomination.award, *addressed(session, addressee, unit, day))
