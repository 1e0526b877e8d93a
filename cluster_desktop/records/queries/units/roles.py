"""The roles of units in a cluster, year by year, and which units make up a year."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.events.vocabulary import EventLevel
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.rotation import Role, RoleTable
from cluster_desktop.records.models import Cluster, Event, Membership, Unit
from cluster_desktop.records.queries.units.unit_names import UnitNames, standing
from cluster_desktop.records.rows import Option


def clusters(session: Session) -> tuple[Option, ...]:
    """The clusters and blocks, in the order in which they came into the workspace."""
    statement = select(Cluster.uid, Cluster.name).order_by(Cluster.uid)
    return tuple(Option(uid, name) for uid, name in session.execute(statement))


def role_table(session: Session, cluster_uid: str, year: int) -> RoleTable:
    """Every role of a cluster; its units are those that ever had one and those that could have one in *year*."""
    roles: dict[int, dict[str, Role]] = {}
    for membership in session.scalars(select(Membership).where(Membership.cluster_uid == cluster_uid)):
        roles.setdefault(membership.year, {})[membership.unit_uid] = Role(membership.role, bool(membership.hosts))
    ever = select(Membership.unit_uid).where(Membership.cluster_uid == cluster_uid)
    statement = select(Unit.uid, Unit.short_name).where(or_(Unit.uid.in_(ever), standing(year)))
    units = session.execute(statement.order_by(Unit.sort_key)).all()
    return RoleTable(
        cluster_uid=cluster_uid,
        units=tuple((uid, name) for uid, name in units),
        roles=roles,
        event_hosts=_event_hosts(session),
    )


def _event_hosts(session: Session) -> dict[int, Sequence[str]]:
    hosts: dict[int, list[str]] = {}
    statement = select(Event.year, Event.host_uid).where(Event.level == EventLevel.CLUSTER, Event.host_uid.is_not(None))
    for year, uid in session.execute(statement.distinct().order_by(Event.year)):
        hosts.setdefault(year, []).append(str(uid))
    return dict(hosts)


def standing_units(session: Session, year: int) -> tuple[str, ...]:
    """The uids of the units that are there in *year*."""
    return tuple(session.scalars(select(Unit.uid).where(standing(year))))


def year_units(session: Session, year: int) -> tuple[Option, ...]:
    """The units of a year: those with a role in it, else all that were there; by the alphabet."""
    member = select(Membership.unit_uid).where(Membership.year == year)
    statement = select(Unit.uid, Unit.short_name).order_by(Unit.sort_key)
    some = session.scalar(select(func.count()).select_from(member.subquery()))
    statement = statement.where(Unit.uid.in_(member)) if some else statement.where(standing(year))
    return tuple(Option(uid, name) for uid, name in session.execute(statement))


def hosts_by_year(session: Session) -> Mapping[int, Sequence[str]]:
    """Hosts of each year, by short name where the unit still has its present name."""
    statement = (
        select(Membership.year, Unit)
        .join(Unit, Unit.uid == Membership.unit_uid)
        .where(Membership.hosts.is_(True))
        .order_by(Membership.year, Unit.sort_key)
    )
    names = UnitNames(session)
    hosts: dict[int, list[str]] = {}
    for year, unit in session.execute(statement):
        then = names.on(unit, PartialDate(year))
        hosts.setdefault(year, []).append(unit.short_name if then == unit.name else then)
    return hosts
