"""A kind of table that can be brought in: whom its rows are about, and what makes a record the same again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from cluster_desktop.domain.fields.fields import Draft, Field, Value, fields_of
from cluster_desktop.domain.fields.types import FieldType, LongText, Name
from cluster_desktop.domain.people.people import PersonDraft


class RowSubject(StrEnum):
    """The subject of the rows of a table."""

    ITSELF = "itself"  # the row is the person of the roster, or the event
    PERSON = "person"
    RECIPIENT = "recipient"  # a person, a department or a unit
    CRITERION = "criterion"
    RECORD = "record"  # the row is the record, and names in words what it refers to


class Parent(StrEnum):
    """The record a whole table belongs to, made in the same act where it is missing."""

    NONE = ""
    ROUND = "round"
    DECISION = "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportKind:
    """One kind of table: ``key`` is its word on the command line.

    ``fields`` are what a table can fill, ``anchors`` the fields that can name a row (the first that a table has
    counts), ``same`` the fields by which a record is found again, ``alike`` what two lines for one record have in
    common, ``start`` what a new record holds where the table says nothing. Of the rows that are records: ``apart`` are
    the fields in which two records of the same name may differ, ``or_same`` other fields by which one is found,
    ``owner`` the reference that a whole table may have in common.
    """

    key: str
    title: str
    counted: str
    draft: type[Draft]
    about: RowSubject
    fields: tuple[Field, ...]
    anchors: tuple[str, ...]
    same: tuple[str, ...]
    alike: str
    parent: Parent = Parent.NONE
    start: Mapping[str, Value] = field(default_factory=dict)
    apart: tuple[str, ...] = ()
    or_same: tuple[tuple[str, ...], ...] = ()
    owner: str = ""

    @property
    def asks_year(self) -> bool:
        """True when a year can be set for the whole table."""
        return any(item.key == "year" for item in self.fields)

    @property
    def asks_day(self) -> bool:
        """True when a day can be set for the whole table: a roster of an earlier day moves nobody."""
        return self.draft is PersonDraft

    @property
    def names_people(self) -> bool:
        """True when names of people stand in its rows, which are put as they should stand."""
        return any(isinstance(item.type, Name) for item in self.fields)

    @property
    def asks_unit(self) -> bool:
        """True when a unit can be set for rows that name none."""
        of_records = self.about is RowSubject.RECORD
        return any(item.key == "unit_uid" and (item.required or not of_records) for item in self.fields)

    def fields_anchored(self, anchor: str) -> tuple[Field, ...]:
        """The fields with only *anchor* required, which is how a table's heading is found."""
        return tuple(replace(item, required=item.key == anchor) for item in self.fields)


def own_fields(draft: type[Draft], *left_out: str) -> tuple[Field, ...]:
    """The fields of a draft that a table can fill, but for those named."""
    return tuple(item for item in fields_of(draft) if item.key not in left_out)


def some_fields(draft: type[Draft], *keys: str, **aliases: Sequence[str]) -> tuple[Field, ...]:
    """Some fields of a draft, with headings that mean them only in tables of others."""
    known = {item.key: item for item in fields_of(draft)}
    return named_fields([known[key] for key in keys], **aliases)


def named_fields(fields: Sequence[Field], **aliases: Sequence[str]) -> tuple[Field, ...]:
    """Fields with headings that mean some of them only in tables of one kind."""
    return tuple(replace(item, aliases=(*item.aliases, *aliases.get(item.key, ()))) for item in fields)


def extra_field(key: str, label: str, headings: str, kind: FieldType | None = None, *, required: bool = False) -> Field:
    """What a table can say that no field of a record holds; *headings* are parted by strokes."""
    aliases = tuple(headings.split("|"))
    return Field(key=key, label=label, type=kind or LongText(), aliases=aliases, required=required)
