"""Plan which unit scores which in a year; the plan is kept with the membership of each unit."""

from collections.abc import Mapping

from cluster_desktop import errors
from cluster_desktop.commands.records.records import add, checked
from cluster_desktop.commands.scoring.score_sheets import open_sheet
from cluster_desktop.domain.units.units import MembershipDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.scoring.scoring import members_of


def set_rotation(workspace: Workspace, sheet_uid: str, scores: Mapping[str, str | None]) -> Changes:
    """Write the unit that each unit scores in the sheet's year, as one act; None takes the task away.

    A unit that is not yet a member of the cluster in that year becomes one. Raises Refused when a unit would
    score itself, and when the sheet is locked.
    """
    if any(unit == other for unit, other in scores.items()):
        raise errors.Refused("Một đơn vị không chấm chéo cho chính mình. Hãy chọn đơn vị khác.")
    with workspace.changing("Phân công chấm chéo") as session:
        sheet = open_sheet(session, sheet_uid)
        members = members_of(session, sheet)
        for unit, other in scores.items():
            if unit not in members:
                draft = MembershipDraft(cluster_uid=sheet.cluster_uid, unit_uid=unit, year=sheet.year, scores_uid=other)
                add(session, checked(draft))
            elif members[unit].scores_uid != other:
                members[unit].scores_uid = other
        return session.changes()
