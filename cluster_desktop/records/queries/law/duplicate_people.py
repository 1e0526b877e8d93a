"""Find people who may be one person in two units: proposed in both, with the same name and birth."""

from collections import defaultdict
from functools import cache

from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.nomination_state import OVER
from cluster_desktop.domain.text import names
from cluster_desktop.records.living import with_deleted
from cluster_desktop.records.models import Department, Nomination, Person, Round, Unit
from cluster_desktop.records.queries.law.register import Scope
from cluster_desktop.records.queries.units.unit_names import unit_at_the_time

_FEW = 1000
"""As many uids at most stand in a statement; an old SQLite takes no more than 32,766 values."""


def possible_duplicates(session: Session, scope: Scope) -> dict[str, tuple[str, ...]]:
    """People proposed this year, each with the other units in which their name and birth are proposed too."""
    alike = _alike(session, scope)
    uids = [uid for group in alike for uid in group]
    if not uids:
        return {}
    statement = (
        select(Person.uid, Unit.uid, Unit.short_name)
        .select_from(Nomination)
        .join(Person, Person.uid == Nomination.person_uid)
        .outerjoin(Department, Department.uid == Nomination.department_uid)
        .join(Unit, Unit.uid == unit_at_the_time(Nomination))
        .join(Round, Round.uid == Nomination.round_uid)
        .where(Nomination.state.not_in(OVER), Round.year == scope.year)
        .distinct()
    )
    if len(uids) <= _FEW:
        statement = statement.where(Person.uid.in_(uids))
    homes = {uid: (unit, name) for uid, unit, name in session.execute(statement)}
    proposed = ([uid for uid in group if uid in homes] for group in alike)
    return {
        uid: tuple(homes[other][1] for other in group if homes[other][0] != homes[uid][0])
        for group in proposed
        for uid in group
        if any(homes[other][0] != homes[uid][0] for other in group)
    }


def _alike(session: Session, scope: Scope) -> list[list[str]]:
    """The people of one name and one birth, where there are several; only those who are like one of the scope."""
    statement = select(Person.uid, Person.full_name, type_coerce(Person.birth_date, String))
    statement = statement.where(Person.birth_date.is_not(None)).order_by(Person.uid)
    if scope.person_uids is not None or scope.unit_uids is not None:
        mine = with_deleted(Person)  # who was born on another day is nobody's double
        statement = statement.where(Person.birth_date.in_(scope.of_people(select(mine.birth_date), mine.uid)))
    key_of = cache(names.same_person_key)
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for uid, name, born in session.execute(statement):
        groups[key_of(name), born].append(uid)
    return [group for group in groups.values() if len(group) > 1]
