"""Lookup of the records a reference field can point to, while somebody types."""

from collections.abc import Callable, Sequence
from functools import partial

from cluster_desktop.domain.fields.fields import Field, Value
from cluster_desktop.domain.fields.record_kind import RecordKind
from cluster_desktop.domain.fields.types import Date, Name, Reference
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.rows import Filter, Listing, Row
from cluster_desktop.ui.kit.search_combo import Finder, SearchCandidate

Within = tuple[str, str] | None
_LIMIT = 50


def finder(workspace: Workspace, field: Field, within: Callable[[], Within]) -> Finder:
    """Return a search for the records of *field*; *within* returns the owner they must have at that moment."""
    return partial(_candidates, workspace, field.refers_to, within)


def owner_fields(field: Field, fields: Sequence[Field]) -> tuple[str, ...]:
    """Return the fields of the same draft that name the owner of what *field* points to.

    A department belongs to a unit, so in a draft that names both only that unit's departments are offered.
    """
    if not field.refers_to:
        return ()
    owners = KINDS[field.refers_to].owners
    return tuple(other.key for other in fields if other.key in owners and other.key != field.key)


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


def _candidates(workspace: Workspace, kind_key: str, within: Callable[[], Within], text: str) -> list[SearchCandidate]:
    if workspace.busy:
        return []
    owner, kind = within(), KINDS[kind_key]
    if not isinstance(kind.field(kind.title[0]).type, Name):
        options = workspace.read(listings.options, kind_key, text, _LIMIT, owner)
        return [SearchCandidate(option.uid, option.label) for option in options]
    filters = (Filter(owner[0], (owner[1],)),) if owner else ()
    rows = workspace.read(listings.page, Listing(kind=kind_key, search=text, filters=filters), 0, _LIMIT)
    return [SearchCandidate(row.uid, row.title, _distinction(kind, row)) for row in rows]


def _distinction(kind: RecordKind, row: Row) -> str:
    """Return what distinguishes people of the same name: the first date and the first reference of a list."""
    first = (
        next((field.key for field in kind.fields if field.listed and isinstance(field.type, kept_kind)), "")
        for kept_kind in (Date, Reference)
    )
    return " · ".join(row.shown[key] for key in first if key and row.shown[key])
