"""Lookup of the records a reference field can point to, while somebody types."""

from collections.abc import Callable
from functools import partial

from cluster_desktop.domain.fields.fields import Field, Value
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.queries.lists.naming import Within, distinction, is_person_like
from cluster_desktop.records.rows import Filter, Listing
from cluster_desktop.records.stints import today
from cluster_desktop.ui.kit.search_combo import Finder, SearchCandidate

_LIMIT = 50


def finder(workspace: Workspace, field: Field, within: Callable[[], Within]) -> Finder:
    """Return a search for the records of *field*; *within* returns the owner they must have at that moment."""
    return partial(_candidates, workspace, field, within)


def belongs(workspace: Workspace, kind: str, uid: Value, within: Within) -> bool:
    """Tell if the record still fits the owner chosen beside it."""
    if within is None or not isinstance(uid, str) or workspace.busy:
        return True
    return workspace.read(listings.find, kind, uid).values[within[0]] == within[1]


def words_of(workspace: Workspace, field: Field, value: Value) -> str:
    """Return a value as people read it: for a reference, the title of the record."""
    if not field.refers_to or not isinstance(value, str):
        return field.show(value)
    return workspace.read(listings.find, field.refers_to, value).title


def _candidates(workspace: Workspace, field: Field, within: Callable[[], Within], text: str) -> list[SearchCandidate]:
    if workspace.busy:
        return []
    owner, kind_key = within(), field.refers_to
    kind = KINDS[kind_key]
    if not is_person_like(kind):
        day = workspace.read(today) if field.present else None
        options = workspace.read(listings.options, kind_key, text, _LIMIT, owner, day)
        uids = [] if owner else [option.uid for option in options]  # of one owner they need not be told apart
        owners = {
            row.uid: row.shown[kind.owners[0]]
            for row in workspace.read(listings.rows_of, kind_key, uids)
            if kind.owners
        }
        return [SearchCandidate(option.uid, option.label, owners.get(option.uid, "")) for option in options]
    filters = (Filter(owner[0], (owner[1],)),) if owner else ()
    rows = workspace.read(listings.page, Listing(kind=kind_key, search=text, filters=filters), 0, _LIMIT)
    return [SearchCandidate(row.uid, row.title, distinction(kind, row)) for row in rows]
