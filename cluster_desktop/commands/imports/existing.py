"""Read the records of one kind that the workspace holds, to find one again and to list what a row would change."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import ColumnElement, or_, select, true
from sqlalchemy.orm import Session

from cluster_desktop.commands.imports.plan import FieldChange
from cluster_desktop.commands.records.lookup import Lookup, key_of
from cluster_desktop.domain.fields.fields import Draft, Field, Value, fields_of
from cluster_desktop.domain.record_kinds.import_kinds import ImportKind
from cluster_desktop.records.models import RECORD_TABLES

_WHOSE = ("person_uid", "department_uid", "unit_uid")
"""Keys of the recipient, which few records of a large workspace have in common."""
_REFERENCE: Final = "_uid"
_AT_ONCE: Final = 500  # values in one statement

Values = dict[str, Value]


@dataclass
class ExistingRecords:
    """The living records of one kind, read as rows ask for them: a table names few of those in a large workspace."""

    session: Session
    model: Any
    fields: tuple[Field, ...]
    same: tuple[Field, ...]
    values: dict[str, Values] = field(default_factory=dict)
    uids: dict[tuple[Value, ...], str] = field(default_factory=dict)
    asked: set[tuple[str, Value]] = field(default_factory=set)

    @classmethod
    def of(cls, session: Session, kind: ImportKind) -> "ExistingRecords":
        """Prepare to read the records of a kind."""
        fields = fields_of(kind.draft)
        same = tuple(item for item in fields if item.key in kind.same)
        return cls(session, RECORD_TABLES[kind.draft.KIND], fields, same)

    def find(self, values: Values) -> str | None:
        """Find the uid of the record that these values mean, the oldest of several; None for a new one."""
        shared = self._shared(values)
        if shared is not None and shared not in self.asked:
            self.asked.add(shared)
            self._read(getattr(self.model, shared[0]) == shared[1])
        return self.uids.get(self.key(values))

    def read_alike(self, keys: Sequence[str], rows: Sequence[Values]) -> None:
        """Read every record that could be one of *rows* by these fields; without fields all of the kind."""
        exact = [item.key for item in self.fields if item.key in keys and not item.type.free]
        shared = next((key for key in exact if key.endswith(_REFERENCE)), exact[0] if exact else None)
        if shared is None:
            self._read(true())
            return
        named = list(dict.fromkeys(values.get(shared) for values in rows))
        column = getattr(self.model, shared)
        for start in range(0, len(named), _AT_ONCE):
            some = named[start : start + _AT_ONCE]
            self._read(or_(column.in_([value for value in some if value is not None]), column.is_(None)))

    def values_of(self, uid: str) -> Values:
        """Read the values a record has now."""
        if uid not in self.values:
            self._read(self.model.uid == uid)
        return self.values[uid]

    def _shared(self, values: Values) -> tuple[str, Value] | None:
        """Choose a field and its value that every record which could be the same has too."""
        exact = [item.key for item in self.same if not item.type.free]
        ordered = (*(key for key in _WHOSE if key in exact), *exact)
        return next(((key, values[key]) for key in ordered if values.get(key) is not None), None)

    def _read(self, condition: ColumnElement[bool]) -> None:
        columns = [getattr(self.model, item.key) for item in self.fields]
        rows = select(self.model.uid, *columns).where(condition).order_by(self.model.uid)
        for uid, *row in self.session.execute(rows):
            values = self.values[uid] = dict(zip((item.key for item in self.fields), row, strict=True))
            if self.same:
                self.uids.setdefault(self.key(values), uid)

    def key(self, values: Values) -> tuple[Value, ...]:
        """Build the key of a record: references and codes as they are, words without marks."""
        return tuple(
            key_of(str(values.get(item.key) or "")) if item.type.free else values.get(item.key) for item in self.same
        )

    def holds(self, values: Values) -> bool:
        """Check whether the record these values mean has all of them already."""
        uid = self.find(values)
        return uid is not None and all(self.values[uid].get(key) == value for key, value in values.items())

    def changes(self, lookup: Lookup, uid: str, draft: Draft, without: Collection[str] = ()) -> tuple[FieldChange, ...]:
        """List the fields in which a draft differs from the record, but for those of another measure."""
        before, after = self.values_of(uid), draft.normalised().values()
        return tuple(
            FieldChange(item.label, shown(lookup, item, before[item.key]), shown(lookup, item, after[item.key]))
            for item in self.fields
            if before[item.key] != after[item.key] and item.key not in without
        )


def shown(lookup: Lookup, item: Field, value: Value) -> str:
    """Write a value in words, the name of a unit or department in the place of its uid."""
    return lookup.labels.get(str(value), "") if item.refers_to and value else item.show(value)
