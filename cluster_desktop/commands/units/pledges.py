"""Copy the pledge targets of the year before."""

from cluster_desktop import errors
from cluster_desktop.commands.records.records import add, checked, draft_of
from cluster_desktop.domain.year.year_plan import PledgeTargetDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.units.pledge import pledge_targets


def copy_pledge_targets(workspace: Workspace, year: int) -> Changes:
    """Copy the targets of the year before, without their results; those of the same title are left out.

    Raises Refused when there is nothing to copy.
    """
    with workspace.changing(f"Chép chỉ tiêu giao ước từ năm {year - 1}") as session:
        present = {target.title for target in pledge_targets(session, year)}
        earlier = [target for target in pledge_targets(session, year - 1) if target.title not in present]
        if not earlier:
            raise errors.Refused(f"Năm {year - 1} không có chỉ tiêu giao ước nào chưa chép. Hãy thêm chỉ tiêu mới.")
        for target in earlier:
            add(session, checked(draft_of(target, PledgeTargetDraft, year=year, result=None)))
        return session.changes()
