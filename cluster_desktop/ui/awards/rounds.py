"""The nomination rounds of a year, from which forms and dialogs take the newest."""

from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.rows import Filter, Listing, Row

_MANY = 1000


def rounds_of(workspace: Workspace, year: int, most: int = _MANY) -> tuple[Row, ...]:
    """Return the rounds of the year, the newest first."""
    of_year = Listing(kind="round", filters=(Filter("year", (year,)),), sort="deadline", descending=True)
    return workspace.read(listings.page, of_year, 0, most)


def newest_round(workspace: Workspace, year: int) -> dict[str, Value]:
    """Return the newest round of the year as a value of a form; nothing in a year without any."""
    newest = rounds_of(workspace, year, 1)
    return {"round_uid": newest[0].uid} if newest else {}
