"""What the workspace holds of one kind already, to find a record again and to tell what a row would change."""

from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.commands.imports.plan import FieldChange
from cluster_desktop.commands.lookup import Lookup, key_of
from cluster_desktop.domain.fields import Draft, Field, Kind, Value, fields_of
from cluster_desktop.domain.import_kinds import ImportKind
from cluster_desktop.records.models import RECORD_TABLES

_FREE_WORDS = (Kind.TEXT, Kind.LONG_TEXT, Kind.NAME, Kind.SUGGESTION)


@dataclass
class Existing:
    """The living records of one kind: their values by uid, and their uids by what makes them the same."""

    fields: tuple[Field, ...]
    same: tuple[Field, ...]
    values: dict[str, dict[str, Value]] = field(default_factory=dict)
    uids: dict[tuple[Value, ...], str] = field(default_factory=dict)

    @classmethod
    def of(cls, session: Session, kind: ImportKind) -> "Existing":
        """Read every record of the kind once."""
        fields = fields_of(kind.draft)
        found = cls(fields, tuple(item for item in fields if item.key in kind.same))
        model = RECORD_TABLES[kind.draft.KIND]
        columns = [getattr(model, item.key) for item in fields]
        for uid, *values in session.execute(select(model.uid, *columns).where(model.deleted_at.is_(None))):
            known = dict(zip((item.key for item in fields), values, strict=True))
            found.values[uid] = known
            if kind.same:
                found.uids.setdefault(found.key(known), uid)
        return found

    def key(self, values: dict[str, Value]) -> tuple[Value, ...]:
        """What makes a record the same: references and codes as they are, words without marks."""
        return tuple(
            key_of(str(values.get(item.key) or "")) if item.kind in _FREE_WORDS else values.get(item.key)
            for item in self.same
        )

    def holds(self, values: dict[str, Value]) -> bool:
        """Whether the record these values are about holds all of them already."""
        uid = self.uids.get(self.key(values))
        return uid is not None and all(self.values[uid].get(key) == value for key, value in values.items())

    def changes(self, lookup: Lookup, uid: str, draft: Draft) -> tuple[FieldChange, ...]:
        """The fields in which a draft differs from the record."""
        known, wanted = self.values[uid], draft.normalised().values()
        return tuple(
            FieldChange(item.label, shown(lookup, item, known[item.key]), shown(lookup, item, wanted[item.key]))
            for item in self.fields
            if known[item.key] != wanted[item.key]
        )


def shown(lookup: Lookup, item: Field, value: Value) -> str:
    """The words for a value; the name of a unit or department in the place of its uid."""
    return lookup.labels.get(str(value), "") if item.kind is Kind.REFERENCE and value else item.show(value)
