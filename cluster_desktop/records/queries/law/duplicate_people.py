"""Who may be one person in two units: proposed in both, with the same name and birth."""

from collections import defaultdict
from functools import cache

from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.nomination_state import OVER
from cluster_desktop.domain.text import names
from cluster_desktop.records.living import with_deleted
from cluster_desktop.records.models import Nomination, Person, Round, Unit
from cluster_desktop.records.queries.law.register import Scope

_FEW = 1000
"""As many uids at most stand in a statement; an old SQLite takes no more than 32,766 values."""


def twins(session: Session, scope: Scope) -> dict[str, tuple[str, ...]]:
    """Those proposed this year whose name and birth somebody else has who is proposed in another unit."""
    alike = _alike(session, scope)
    wanted = [uid for group in alike for uid in group]
    if not wanted:
        return {}
    found = (
        select(Person.uid, Person.unit_uid, Unit.short_name)
        .join(Unit, Unit.uid == Person.unit_uid)
        .join(Nomination, Nomination.person_uid == Person.uid)
        .join(Round, Round.uid == Nomination.round_uid)
        .where(Nomination.state.not_in(OVER), Round.year == scope.year)
        .distinct()
    )
    if len(wanted) <= _FEW:
        found = found.where(Person.uid.in_(wanted))
    homes = {uid: (unit, name) for uid, unit, name in session.execute(found)}
    proposed = ([uid for uid in group if uid in homes] for group in alike)
    return {
        uid: tuple(homes[other][1] for other in group if homes[other][0] != homes[uid][0])
        for group in proposed
        for uid in group
        if any(homes[other][0] != homes[uid][0] for other in group)
    }


def _alike(session: Session, scope: Scope) -> list[list[str]]:
    """The people of one name and one birth, where there are several; only those who are like one of the scope."""
    found = select(Person.uid, Person.full_name, type_coerce(Person.birth_date, String))
    found = found.where(Person.birth_date.is_not(None)).order_by(Person.uid)
    if scope.person_uids is not None or scope.unit_uids is not None:
        mine = with_deleted(Person)  # who was born on another day is nobody's twin
        found = found.where(Person.birth_date.in_(scope.of_people(select(mine.birth_date), mine.uid)))
    key_of = cache(names.same_person_key)
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for uid, name, born in session.execute(found):
        groups[key_of(name), born].append(uid)
    return [group for group in groups.values() if len(group) > 1]
