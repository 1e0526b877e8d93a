"""Change the office profile."""

from cluster_desktop.commands.records.records import checked
from cluster_desktop.commands.settings.setting_values import put
from cluster_desktop.domain.units.office import OfficeDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.units.office import PREFIX, office


def save_office(workspace: Workspace, draft: OfficeDraft) -> Changes:
    """Write the profile; from now on the journal names its clerk. Raises InvalidDraft."""
    ready = checked(draft)
    with workspace.changing("Sửa thông tin văn phòng") as session:
        for key, value in ready.values().items():
            put(session, PREFIX + key, "" if value is None else str(value))
        changes = session.changes()
    sign_acts(workspace)
    return changes


def sign_acts(workspace: Workspace) -> None:
    """Let the journal write the clerk's name of the profile, where there is one."""
    clerk = workspace.read(office).clerk
    if clerk:
        workspace.who = clerk
