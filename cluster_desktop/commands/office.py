"""Change the office profile."""

from sqlalchemy import select

from cluster_desktop.commands.records import checked
from cluster_desktop.domain.office import OfficeDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.models import Setting
from cluster_desktop.records.queries.office import PREFIX, office
from cluster_desktop.records.workspace import Workspace


def save_office(workspace: Workspace, draft: OfficeDraft) -> Changes:
    """Write the profile; from now on the journal names its clerk. Raises InvalidDraft."""
    ready = checked(draft)
    with workspace.changing("Sửa thông tin văn phòng") as session:
        stored = {row.key: row for row in session.scalars(select(Setting))}
        for key, value in ready.values().items():
            setting = stored.get(PREFIX + key)
            text = "" if value is None else str(value)
            if setting is None:
                session.add(Setting(key=PREFIX + key, value=text))
            elif setting.value != text:
                setting.value = text
        changes = session.changes()
    sign_acts(workspace)
    return changes


def sign_acts(workspace: Workspace) -> None:
    """Let the journal write the clerk's name of the profile, where there is one."""
    clerk = workspace.read(office).clerk
    if clerk:
        workspace.who = clerk
