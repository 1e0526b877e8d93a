"""The rows that reading a workspace gives, and the listings that ask for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from cluster_desktop.domain.fields.fields import Value


@dataclass(frozen=True, slots=True)
class Row:
    """One record: stored values (codes, uids) and the words people read, both by field key."""

    uid: str
    kind: str
    title: str
    values: Mapping[str, Value]
    shown: Mapping[str, str]
    sample_note: str | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """Keep the records whose field holds any of the values; None stands for "not recorded"."""

    key: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A choice of records and their order. ``sort`` is a column key ('' = the kind's own order)."""

    kind: str
    search: str = ""
    filters: tuple[Filter, ...] = field(default=())
    sort: str = ""
    descending: bool = False
    trashed: bool = False

    def filtered(self, key: str, *values: Value) -> "Listing":
        """Copy the listing with the filter on *key* replaced (removed for no values)."""
        others = tuple(item for item in self.filters if item.key != key)
        added = (Filter(key, values),) if values else ()
        return replace(self, filters=(*others, *added))


@dataclass(frozen=True, slots=True)
class Option:
    """A record that a reference field can point to."""

    uid: str
    label: str
