"""Find the records that a person means by a name, a code or a uid, and what tells them from their like."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy.orm import Session

from cluster_desktop.domain.fields.record_kind import RecordKind
from cluster_desktop.domain.fields.types import Date, Name, Reference
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.suggestions import like
from cluster_desktop.records.models import RECORD_TABLES
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.lists.column_sources import label_key
from cluster_desktop.records.rows import Filter, Listing, Row

Within = tuple[str, str] | None
"""The owner that a record must have: the field that names it, and its uid."""
_CODE: Final = "code"  # where a kind has such a field, its records are known by it
_BETWEEN: Final = " – "  # between the parts of a title
_MOST: Final = 2000


def kind_of(session: Session, uid: str) -> str | None:
    """Find the kind of the record with this uid, in the trash or not; None when the workspace never had it."""
    if not uid.isascii():
        return None
    return next((key for key in KINDS if session.get(RECORD_TABLES[key], uid) is not None), None)


def named(session: Session, kind_key: str, words: str, within: Within = None) -> tuple[Row, ...]:
    """List the living records called *words*: title, short name or code, capitals apart.

    Words without any mark also name what differs by marks only; words with marks never do.
    """
    rows, asked = _searched(session, kind_key, words, within, _MOST), _plain(words)
    same = tuple(row for row in rows if asked in map(_plain, _names(row)))
    if same or names.fold(words) != asked:
        return same
    return tuple(row for row in rows if asked in map(names.fold, _names(row)))


def similar(session: Session, kind_key: str, words: str, within: Within = None) -> tuple[Row, ...]:
    """List some living records whose names hold *words*, else are like them."""
    found = _searched(session, kind_key, words, within, _MOST)
    if found:
        return found
    rows = listing.page(session, _listing(kind_key, "", within), 0, _MOST)
    by_name = {name: row for row in rows for name in _names(row)}
    return tuple({by_name[name].uid: by_name[name] for name in like(words, list(by_name))}.values())


def distinction(kind: RecordKind, row: Row) -> str:
    """Tell a record from others of its name: the first date and the first reference of its list."""
    first = (
        next((field.key for field in kind.fields if field.listed and isinstance(field.type, kept_kind)), "")
        for kept_kind in (Date, Reference)
    )
    return " · ".join(row.shown[key] for key in first if key and row.shown[key])


def described(row: Row) -> str:
    """Name a record by its uid, with its title, what tells it from its like, and what it belongs to."""
    kind = KINDS[row.kind]
    telling = (row.title, distinction(kind, row), *(row.shown[owner] for owner in kind.owners))
    return f"{row.uid} ({', '.join(dict.fromkeys(filter(None, telling)))})"


def is_person_like(kind: RecordKind) -> bool:
    """Check whether the records of a kind are called by names that several people may bear."""
    return isinstance(kind.field(kind.title[0]).type, Name)


def _searched(session: Session, kind_key: str, words: str, within: Within, most: int) -> tuple[Row, ...]:
    # What stands behind the first part of a title is no word that a record is searched by.
    return listing.page(session, _listing(kind_key, names.nfc(words).split(_BETWEEN)[0], within), 0, most)


def _listing(kind_key: str, search: str, within: Within) -> Listing:
    filters = (Filter(within[0], (within[1],)),) if within else ()
    return Listing(kind=kind_key, search=search, filters=filters)


def _names(row: Row) -> Sequence[str]:
    kind = KINDS[row.kind]
    keys = {*kind.title, label_key(row.kind), *(field.key for field in kind.fields if field.key == _CODE)}
    return (row.title, *(words for key in keys if (words := row.shown[key])))


def _plain(words: str) -> str:
    return names.with_marks(words)
