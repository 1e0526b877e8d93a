"""The options of a filter: the words of a vocabulary, the records a reference can point to, the years."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QDate

from cluster_desktop.domain.fields.fields import Field, Value
from cluster_desktop.domain.fields.record_kind import RecordKind
from cluster_desktop.domain.fields.types import OneOf, Reference, Year
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.rows import Filter, Option

UNKNOWN: Final = "Chưa ghi nhận"
_LIMIT: Final = 1000
_YEARS_BACK: Final = 30
_FILTERABLE: Final = (OneOf, Reference, Year)


@dataclass(frozen=True, slots=True)
class FilterOption:
    """A line of a filter's list and the values it stands for: departments of the same name are one line."""

    label: str
    values: tuple[Value, ...]


def filter_fields(kind: RecordKind) -> tuple[Field, ...]:
    """Return the fields a list can be filtered by, without the year at the top of the window."""
    return tuple(
        field
        for field in kind.columns
        if field.filterable and isinstance(field.type, _FILTERABLE) and field.key != kind.year_key
    )


def filter_options(workspace: Workspace, field: Field, filters: Sequence[Filter]) -> list[FilterOption]:
    """Return the options for *field* under the filters that already apply; none while the file is busy."""
    if field.refers_to:
        options = [] if workspace.busy else _records(workspace, field, filters)
    elif isinstance(field.type, Year):
        this_year = QDate.currentDate().year()
        options = [FilterOption(str(year), (year,)) for year in range(this_year, this_year - _YEARS_BACK, -1)]
    else:
        options = [FilterOption(choice.label, (choice.code,)) for choice in field.choices]
    return options if field.required else [*options, FilterOption(UNKNOWN, (None,))]


def _records(workspace: Workspace, field: Field, filters: Sequence[Filter]) -> list[FilterOption]:
    owners: list[tuple[str, str] | None] = [
        (item.key, value)
        for item in filters
        if item.key in KINDS[field.refers_to].owners
        for value in item.values
        if isinstance(value, str)
    ]
    options: list[Option] = []
    for within in owners or (None,):
        options += workspace.read(listings.options, field.refers_to, "", _LIMIT, within)
    by_label: dict[str, list[Value]] = {}
    for option in options:
        by_label.setdefault(option.label, []).append(option.uid)
    return [FilterOption(label, tuple(uids)) for label, uids in by_label.items()]
