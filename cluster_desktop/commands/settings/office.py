"""Change the office profile."""

from sqlalchemy import select

from cluster_desktop.commands.records.records import checked
from cluster_desktop.commands.settings.setting_values import put
from cluster_desktop.domain.fields.fields import fields_of
from cluster_desktop.domain.units.office import PICTURES, OfficeDraft
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Setting, Unit
from cluster_desktop.records.queries.units.office import PREFIX, office, picture_key, unclaimed_letterhead

_USUAL = {field.key: getattr(UnitDraft(), field.key) for field in fields_of(UnitDraft)}


def save_office(workspace: Workspace, draft: OfficeDraft) -> Changes:
    """Write the profile; from now on the journal names its clerk. Raises InvalidDraft, RecordMissing for its unit."""
    ready = checked(draft)
    with workspace.changing("Sửa thông tin văn phòng") as session:
        for key, value in ready.values().items():
            put(session, PREFIX + key, "" if value is None else str(value))
        if ready.unit_uid:
            _claim(session, living(session, Unit, ready.unit_uid))
        changes = session.changes()
    sign_acts(workspace)
    return changes


def _claim(session: WorkspaceSession, unit: Unit) -> None:
    """Give the unit what was kept before anybody knew whose it was; what the unit says itself stays."""
    for key, value in unclaimed_letterhead(session).items():
        if getattr(unit, key) in (None, _USUAL[key]):
            setattr(unit, key, value)
        put(session, PREFIX + key, "")
    for slot in PICTURES:
        _claim_picture(session, slot, unit)


def _claim_picture(session: WorkspaceSession, slot: str, unit: Unit) -> None:
    old, own = picture_key(slot, None), picture_key(slot, unit.uid)
    statement = select(Setting.key, Setting.value).where(Setting.key.in_((old, own)))
    kept = dict(session.execute(statement).all())
    if kept.get(old) and not kept.get(own):
        put(session, own, kept[old])
        put(session, old, "")


def sign_acts(workspace: Workspace) -> None:
    """Let the journal write the clerk's name of the profile, where there is one."""
    clerk = workspace.read(office).clerk
    if clerk:
        workspace.who = clerk
