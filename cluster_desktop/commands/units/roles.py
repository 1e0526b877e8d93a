"""Give units their roles in a cluster for a year: a single role, or a whole year in one act."""

from collections.abc import Mapping

from sqlalchemy import select

from cluster_desktop import errors
from cluster_desktop.commands.records import trash
from cluster_desktop.commands.records.records import add, checked
from cluster_desktop.domain.units.rotation import Role
from cluster_desktop.domain.units.units import MembershipDraft
from cluster_desktop.domain.units.vocabulary import MemberRole
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.identity import moment
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Membership, Unit


def set_role(workspace: Workspace, cluster_uid: str, year: int, unit_uid: str, role: Role | None) -> Changes:
    """Give a unit a role in a year, or take its role away (None). Raises RecordMissing."""
    words = MemberRole.label_of(role.role) if role else "Không còn vai trò"
    with workspace.changing(f"{words} năm {year}{', đăng cai' if role and role.hosts else ''}") as session:
        _put(session, cluster_uid, year, unit_uid, role)
        return session.changes()


def plan_roles(workspace: Workspace, cluster_uid: str, year: int, roles: Mapping[str, Role]) -> Changes:
    """Write the roles of a year that has none yet, in one act. Raises Refused when it has some."""
    with workspace.changing(f"Dự kiến vai trò năm {year} cho {len(roles)} đơn vị") as session:
        taken = select(Membership.uid).where(Membership.cluster_uid == cluster_uid, Membership.year == year)
        if session.scalars(taken.limit(1)).first() is not None:
            raise errors.Refused(f"Năm {year} đã có vai trò. Hãy sửa trực tiếp trong bảng.")
        for unit_uid, role in roles.items():
            _put(session, cluster_uid, year, unit_uid, role)
        return session.changes()


def _put(session: WorkspaceSession, cluster_uid: str, year: int, unit_uid: str, role: Role | None) -> None:
    unit = living(session, Unit, unit_uid)
    own = (Membership.cluster_uid == cluster_uid, Membership.unit_uid == unit_uid, Membership.year == year)
    membership = session.scalars(select(Membership).where(*own)).first()
    if role is None:
        if membership is not None:
            trash.put_away(session, "membership", [membership.uid], moment())
    elif membership is not None:
        membership.role, membership.hosts = role.role, role.hosts
    else:
        _refuse_dissolved(unit, year)
        draft = MembershipDraft(cluster_uid=cluster_uid, unit_uid=unit_uid, year=year, role=role.role, hosts=role.hosts)
        add(session, checked(draft))


def _refuse_dissolved(unit: Unit, year: int) -> None:
    if unit.dissolved_on is not None and unit.dissolved_on.year < year:
        raise errors.Refused(
            f"{unit.short_name} đã giải thể, sáp nhập ngày {unit.dissolved_on.show()} nên không có vai trò năm {year}."
        )
