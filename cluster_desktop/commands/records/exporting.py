"""Write a list as it is shown into an Excel table."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from cluster_desktop.documents.content.content import Cell
from cluster_desktop.documents.excel.excel_list import list_cells, write_list
from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.rows import Listing

_CHUNK = 1000
Progress = Callable[[int, int], None]


def columns_to_export(columns: Sequence[Field], *, chosen: bool) -> list[Field]:
    """Select the columns of a list that leave the workspace: sensitive ones only where columns were *chosen*."""
    return [column for column in columns if chosen or not column.sensitive]


def export_list(
    workspace: Workspace,
    listing: Listing,
    columns: Sequence[Field],
    path: Path,
    progress: Progress | None = None,
) -> int:
    """Write the records of *listing* in its order with these columns; gives how many there were.

    *progress* gets (done, all) and may raise Cancelled; the path is then as it was before. Raises
    CannotWrite and its kin.
    """
    title = KINDS[listing.kind].plural
    heading = f"Danh sách {title}" if title != "người" else "Danh sách cán bộ"
    total = workspace.read(listings.count, listing)
    subtitle = f"{total} {title}{_year(listing)}" + (f", tìm “{listing.search}”" if listing.search else "")
    return write_list(path, heading, columns, _cells(workspace, listing, columns, total, progress), subtitle)


def _year(listing: Listing) -> str:
    """Name the year of a list of one year, which its columns may not show."""
    key = KINDS[listing.kind].year_key
    years = [item.values for item in listing.filters if item.key == key and key]
    return f", năm {years[0][0]}" if years and len(years[0]) == 1 and years[0][0] else ""


def _cells(
    workspace: Workspace, listing: Listing, columns: Sequence[Field], total: int, progress: Progress | None
) -> Iterator[tuple[Cell, ...]]:
    done = 0
    while rows := workspace.read(listings.page, listing, done, _CHUNK):
        for row in rows:
            yield list_cells(columns, row.values, row.shown)
        done += len(rows)
        if progress is not None:
            progress(done, total)
