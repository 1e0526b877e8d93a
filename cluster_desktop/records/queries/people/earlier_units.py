"""The units that people and departments belonged to before, as far as the book knows it."""

import json
from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.records.models import Act, Award, Change, Department, Nomination, Person, Registration
from cluster_desktop.records.queries.units.unit_names import recipient_uid

_MOVING = (Person.__tablename__, Department.__tablename__)


def earlier_units(session: Session) -> dict[str, frozenset[str]]:
    """Units by the uid of a person or a department: those the journal moved them from, and those a record notes."""
    units: dict[str, set[str]] = defaultdict(set)
    moved = (
        select(Change.record_uid, Change.old)
        .join(Act, Act.number == Change.act_number)
        .where(Change.table_name.in_(_MOVING), Change.field == "unit_uid")
        .where(Act.kind == "do", Act.undone.is_(False))
    )
    for uid, old in session.execute(moved):
        if old is not None:
            units[uid].add(json.loads(old))
    for table in (Award, Nomination, Registration):
        noted = select(recipient_uid(table), table.at_unit_uid).where(table.at_unit_uid.is_not(None))
        for uid, unit in session.execute(noted):
            units[uid].add(str(unit))
    return {uid: frozenset(some) for uid, some in units.items()}
