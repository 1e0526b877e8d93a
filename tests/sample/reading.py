"""Reading the records of the sample."""

from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing, Row


def rows(workspace: Workspace, kind: str) -> tuple[Row, ...]:
    return workspace.read(listing.page, Listing(kind=kind), 0, 10_000)


def by_uid(workspace: Workspace, kind: str) -> dict[str, Row]:
    return {row.uid: row for row in rows(workspace, kind)}
