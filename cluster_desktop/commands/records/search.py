"""Find anything in the workspace by words, without marks."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text import names
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing, Row

_ORDER = ("person", "unit", "event", "decision", "nomination", "initiative", "movement", "department", "round")
_DETAILS = {
    "person": ("position", "department_uid", "unit_uid"),
    "event": ("kind", "year"),
    "decision": ("title", "decided_on"),
    "nomination": ("state", "round_uid"),
    "initiative": ("person_uid", "year"),
    "department": ("unit_uid",),
}


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A record with the words: its kind, its name, and a line that tells it from its like."""

    uid: str
    kind: str
    name: str
    detail: str


def search(workspace: Workspace, words: str, limit: int = 50) -> tuple[SearchResult, ...]:
    """Find at most *limit* records of every kind, people first; none for no words."""
    if not names.fold(words):
        return ()
    return workspace.read(_search, words, limit)


def _search(session: Session, words: str, limit: int) -> tuple[SearchResult, ...]:
    results: list[SearchResult] = []
    for kind in _ORDER:
        if len(results) >= limit:
            break
        rows = listing.page(session, Listing(kind=kind, search=words), 0, limit - len(results))
        results += [SearchResult(row.uid, kind, row.title, _detail(row)) for row in rows]
    return tuple(results)


def _detail(row: Row) -> str:
    parts = [row.shown[key] for key in _DETAILS.get(row.kind, ()) if row.shown[key]]
    return " · ".join([KINDS[row.kind].label.capitalize() if row.kind != "person" else "Cán bộ", *parts])
