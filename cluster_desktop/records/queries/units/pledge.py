"""Targets the units of the cluster pledged for a year."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.records.models import PledgeTarget


def pledge_targets(session: Session, year: int) -> tuple[PledgeTarget, ...]:
    """The targets of a year in their order, those without a place last."""
    statement = select(PledgeTarget).where(PledgeTarget.year == year)
    ordered = statement.order_by(PledgeTarget.position.is_(None), PledgeTarget.position, PledgeTarget.sort_key)
    return tuple(session.scalars(ordered))
