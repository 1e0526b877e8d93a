"""What the minutes of a hand-over say: from whom, to whom, and each item."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.fields.vocabulary import MemberRole
from cluster_desktop.domain.printing.paper_facts import HandoverFacts, Party
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Cluster, HandoverItem, Membership, Unit
from cluster_desktop.records.queries.units.unit_names import UnitNames


def handover_facts(session: Session, year: int) -> HandoverFacts:
    """The hand-over at the end of *year*; empty words where a head is not recorded."""
    cluster = session.scalars(select(Cluster).order_by(Cluster.uid)).first()
    wanted = select(HandoverItem).where(HandoverItem.year == year)
    items = session.scalars(wanted.order_by(HandoverItem.position.is_(None), HandoverItem.position, HandoverItem.uid))
    found = tuple(items)
    days = [item.done_on for item in found if item.done and item.done_on]
    return HandoverFacts(
        year=year,
        cluster=cluster.name if cluster else "Cụm thi đua",
        giver=_head(session, year, PartialDate(year, 12, 31)),
        taker=_head(session, year + 1, PartialDate(year, 12, 31)),
        done_on=max(days, default=None),
        items=tuple((item.title, item.done is True, item.note or "") for item in found),
        sample=any(item.sample_note for item in found),
    )


def _head(session: Session, year: int, on: PartialDate) -> Party:
    wanted = (
        select(Unit)
        .join(Membership, Membership.unit_uid == Unit.uid)
        .where(Membership.year == year, Membership.role == MemberRole.HEAD)
    )
    unit = session.scalars(wanted.order_by(Unit.sort_key)).first()
    if unit is None:
        return Party()
    return Party(UnitNames(session).on(unit, on), unit.head_title or "Hiệu trưởng", unit.head_name or "")
