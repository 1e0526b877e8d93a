"""Close a year (chốt năm): its papers are issued, and what belongs to it is not written any more."""

import datetime
from typing import Final

from cluster_desktop import errors
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES
from cluster_desktop.commands.official_documents.issuing import issue_in
from cluster_desktop.commands.official_documents.printable import Request
from cluster_desktop.commands.settings.setting_values import put
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.closed_years import PREFIX, closed_years
from cluster_desktop.records.file.workspace import Workspace

KEPT: Final = ("staff-statistics", "award-register", "event-log", "annual-summary")
"""The papers of a year whose figures are frozen with it."""


def close_year(workspace: Workspace, year: int) -> Changes:
    """Issue the papers of a year as they are now and close it, in one act.

    A paper that stands as it was issued is not issued again. Raises Refused for a year that is closed or is to come.
    """
    today = datetime.date.today()
    if year > today.year:
        raise errors.Refused(f"Năm {year} chưa đến nên chưa chốt được.")
    if (day := workspace.read(closed_years).get(year)) is not None:
        raise errors.Refused(f"Năm {year} đã chốt ngày {day.show()}.")
    with workspace.changing(f"Chốt năm {year}") as session:
        for key in KEPT:
            issue_in(session, PRINTABLES[key], Request(year=year), f"Chốt năm {year}")
        put(session, f"{PREFIX}{year}", today.isoformat())
        return session.changes()


def open_year(workspace: Workspace, year: int, reason: str) -> Changes:
    """Let a closed year be written to again; what was issued with it stays. Raises Refused without a reason."""
    because = " ".join(reason.split())
    if not because:
        raise errors.Refused(f"Hãy ghi lý do mở lại năm {year}.")
    if year not in workspace.read(closed_years):
        raise errors.Refused(f"Năm {year} chưa chốt nên không cần mở lại.")
    with workspace.changing(f"Mở lại năm {year}: {because[:80]}") as session:
        put(session, f"{PREFIX}{year}", "")
        return session.changes()
