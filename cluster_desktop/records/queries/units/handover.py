"""Read the facts for the minutes of a hand-over: from whom, to whom, and each item."""

import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.printing.document_facts import HandoverFacts, Party
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import HandoverItem
from cluster_desktop.records.queries.units.heads import Heads
from cluster_desktop.records.queries.units.issuers import first_cluster, head_unit
from cluster_desktop.records.queries.units.unit_names import UnitNames


def handover_facts(session: Session, year: int, today: datetime.date) -> HandoverFacts:
    """The hand-over at the end of *year* as it stands *today*; empty words where a head is not recorded."""
    cluster = first_cluster(session)
    statement = select(HandoverItem).where(HandoverItem.year == year)
    items = session.scalars(
        statement.order_by(HandoverItem.position.is_(None), HandoverItem.position, HandoverItem.uid)
    )
    entries = tuple(items)
    done = [item for item in entries if item.done and not (item.done_on and item.done_on.earliest > today)]
    done_on = max((item.done_on for item in done if item.done_on), default=None)
    day = done_on or PartialDate(year, 12, 31)
    return HandoverFacts(
        year=year,
        cluster=cluster.name if cluster else "Cụm thi đua",
        giver=_party(session, year, day),
        taker=_party(session, year + 1, day),
        done_on=done_on,
        items=tuple((item.title, item in done, item.note or "") for item in entries),
        sample=any(item.sample_note for item in entries),
    )


def _party(session: Session, year: int, on: PartialDate) -> Party:
    unit, head = head_unit(session, year), Heads(session)
    if unit is None:
        return Party()
    acting = head.on(unit, on)
    return Party(UnitNames(session).on(unit, on), acting.title, acting.name)
