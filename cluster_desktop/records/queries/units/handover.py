"""Read the facts for the minutes of a hand-over: from whom, to whom, and each item."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.printing.document_facts import HandoverFacts, Party
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.vocabulary import MemberRole
from cluster_desktop.records.models import Cluster, HandoverItem, Membership, Unit
from cluster_desktop.records.queries.units.unit_names import UnitNames


def handover_facts(session: Session, year: int) -> HandoverFacts:
    """The hand-over at the end of *year*; empty words where a head is not recorded."""
    cluster = session.scalars(select(Cluster).order_by(Cluster.uid)).first()
    statement = select(HandoverItem).where(HandoverItem.year == year)
    items = session.scalars(
        statement.order_by(HandoverItem.position.is_(None), HandoverItem.position, HandoverItem.uid)
    )
    entries = tuple(items)
    days = [item.done_on for item in entries if item.done and item.done_on]
    return HandoverFacts(
        year=year,
        cluster=cluster.name if cluster else "Cụm thi đua",
        giver=_head(session, year, PartialDate(year, 12, 31)),
        taker=_head(session, year + 1, PartialDate(year, 12, 31)),
        done_on=max(days, default=None),
        items=tuple((item.title, item.done is True, item.note or "") for item in entries),
        sample=any(item.sample_note for item in entries),
    )


def _head(session: Session, year: int, on: PartialDate) -> Party:
    statement = (
        select(Unit)
        .join(Membership, Membership.unit_uid == Unit.uid)
        .where(Membership.year == year, Membership.role == MemberRole.HEAD)
    )
    unit = session.scalars(statement.order_by(Unit.sort_key)).first()
    if unit is None:
        return Party()
    return Party(UnitNames(session).on(unit, on), unit.head_title or "Hiệu trưởng", unit.head_name or "")
