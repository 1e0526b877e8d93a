"""What a book holds after an import, and what stood in its way."""

from cluster_desktop.commands.imports.plan import ImportPlan
from cluster_desktop.commands.records import records
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing, Row


def rows(workspace: Workspace, kind: str) -> list[Row]:
    return list(workspace.read(listing.page, Listing(kind=kind), 0, 1000))


def shown(workspace: Workspace, kind: str, *keys: str) -> set[tuple[str, ...]]:
    return {tuple(row.shown[key] for key in keys) for row in rows(workspace, kind)}


def put(workspace: Workspace, draft: Draft) -> str:
    return records.create(workspace, draft).uids[0]


def wrong(found: ImportPlan) -> dict[int, tuple[str, str]]:
    return {problem.row: (problem.column, problem.message) for problem in found.problems}
