"""The journal: one session hook that writes every changed field, and nothing else keeps history.

A session opened by ``Workspace.changing`` carries an :class:`ActLog`. Before each flush the hook reads
what the ORM is about to write and notes it there; after the flush the notes become rows of ``act`` and
``change`` in the same transaction. Writing around the ORM is refused, because the journal would miss it.
"""

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import UpdateBase, event, func, insert, inspect, select, update
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, UOWTransaction

from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.identity import new_uid, now
from cluster_desktop.records.living import WITH_TRASH, leave_out_trash
from cluster_desktop.records.models import (
    RECORD_TABLES,
    About,
    Act,
    Change,
    Department,
    PartialDateText,
    Person,
    Qualification,
    Record,
    Service,
    Unit,
)
from cluster_desktop.records.search_keys import keys_of, searched_words

T = TypeVar("T", bound=object)
INSERT, UPDATE, DELETE = "insert", "update", "delete"


@dataclass
class ActLog:
    """The changes of one act so far; ``number`` is set when the first of them reaches the file."""

    label: str
    who: str
    workspace_uid: str
    kind: str = "do"
    target: int | None = None
    undoable: bool = True
    number: int | None = None
    waiting: list[dict[str, Any]] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    uids: dict[str, None] = field(default_factory=dict)
    people: dict[str, None] = field(default_factory=dict)
    """Those whose lines of service or training were touched, or who were touched themselves."""
    records: dict[str, Record] = field(default_factory=dict)
    """The records that were written."""
    changed: dict[str, dict[str, tuple[Any, Any]]] = field(default_factory=dict)
    """The fields that changed of records that were there, each with what it was before the act and what it is now."""
    whole: set[str] = field(default_factory=set)
    """The records that came into the book or left it."""
    merged: set[str] = field(default_factory=set)
    """Units that went into another, or no longer do: on that depends since when people are there."""
    departments: set[str] = field(default_factory=set)
    """Departments that went to another unit, or began or ended on another day: on that depends who is in them."""

    def changes(self) -> Changes:
        """Sum the act up for the pages."""
        return Changes(self.label, frozenset(self.kinds), tuple(self.uids))


class WorkspaceSession(Session):
    """An SQL session of one act (or of one reading, which has no act and refuses to write)."""

    act: ActLog | None = None
    settling = False
    """True where columns that follow from others are brought in line as a day comes, which is no act."""

    def get(self, entity: type[T] | Mapper[T], ident: Any, **options: Any) -> T | None:
        """Read the record of this uid, in the trash or not: who names a record means that very one."""
        options["execution_options"] = {**options.get("execution_options", {}), WITH_TRASH: True}
        return super().get(entity, ident, **options)

    def changes(self) -> Changes:
        """Sum up the changes of this act up to now."""
        self.flush()
        if self.act is None:
            raise RuntimeError("a reading session has no act")
        return self.act.changes()


def to_json(value: Any) -> str | None:
    """Write a stored value as the journal keeps it (None stays None)."""
    if value is None:
        return None
    return json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return value.iso
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


@cache
def columns_of(model: type[Record]) -> dict[str, bool]:
    """List the journaled columns of a table; True marks those that hold partial dates."""
    mapper: Mapper[Any] = inspect(model)
    return {
        attribute.key: isinstance(attribute.columns[0].type, PartialDateText)
        for attribute in mapper.column_attrs
        if attribute.key not in model.DERIVED
    }


def from_json(text: str | None, *, is_date: bool) -> Any:
    """Read a value that :func:`to_json` wrote."""
    if text is None:
        return None
    value = json.loads(text)
    return PartialDate.from_iso(value) if is_date else value


@event.listens_for(WorkspaceSession, "before_flush")
def _collect(session: WorkspaceSession, context: UOWTransaction, instances: object) -> None:
    if session.act is None:
        if not session.settling and (session.new or session.dirty or session.deleted):
            raise RuntimeError("writing outside Workspace.changing")
        return
    for record in session.new:
        if isinstance(record, Record):
            record.uid = record.uid or new_uid()
            _derive(record)
            _note(session.act, record, INSERT, None, None, _all_values(record))
    for record in session.dirty:
        if isinstance(record, Record):
            _collect_update(session.act, record)
    for record in session.deleted:
        if isinstance(record, Record):
            _note(session.act, record, DELETE, None, _all_values(record), None)


def _collect_update(act: ActLog, record: Record) -> None:
    state = inspect(record)
    changed = False
    for key in columns_of(type(record)):
        history = state.attrs[key].history
        if history.has_changes():
            old = to_json(history.deleted[0] if history.deleted else None)
            new = to_json(history.added[0] if history.added else None)
            if old != new:
                _note(act, record, UPDATE, key, old, new)
                _note_before(act, record, key, history.deleted or (None,))
                changed = True
    if changed:
        _derive(record)


def _note_before(act: ActLog, record: Record, key: str, before: Sequence[Any]) -> None:
    fields = act.changed.setdefault(record.uid, {})
    first, _now = fields.get(key, (before[0], None))
    fields[key] = first, getattr(record, key)
    if isinstance(record, (Service, Qualification)) and key == "person_uid":
        act.people.update(dict.fromkeys(uid for uid in before if uid is not None))
    elif isinstance(record, Unit) and key == "merged_into_uid":
        act.merged.add(record.uid)
    elif isinstance(record, Department) and key in ("unit_uid", "began_on", "ended_on"):
        act.departments.add(record.uid)


def _note(act: ActLog, record: Record, operation: str, key: str | None, old: str | None, new: str | None) -> None:
    table = record.__tablename__
    act.kinds.add(table)
    act.uids[record.uid] = None
    act.records[record.uid] = record
    if operation != UPDATE:
        act.whole.add(record.uid)
    if isinstance(record, Person):
        act.people[record.uid] = None
    elif isinstance(record, (Service, Qualification)):
        act.people[record.person_uid] = None
    act.waiting.append(
        {
            "table_name": table,
            "record_uid": record.uid,
            "operation": operation,
            "field": key,
            "old": old,
            "new": new,
        }
    )


def _all_values(record: Record) -> str:
    values = {}
    for key in columns_of(type(record)):
        value = getattr(record, key)
        if value is not None:
            values[key] = _plain(value)
    return json.dumps(values, ensure_ascii=False)


def _derive(record: Record) -> None:
    """Compute the sort and search keys; they follow from the rest and are not journaled."""
    title = str(getattr(record, record.SORTED_BY) or "") if record.SORTED_BY else ""
    record.sort_key = names.sort_key(title) if isinstance(record, Person) else names.text_sort_key(title)
    table = type(record)
    for key, words in keys_of(searched_words(record, table), table).items():
        setattr(record, key, words)


@event.listens_for(WorkspaceSession, "after_flush")
def _write(session: WorkspaceSession, context: UOWTransaction) -> None:
    act = session.act
    if act is None or not act.waiting:
        return
    if act.number is None:
        act.number = _begin_act(session, act)
    session.execute(insert(Change), [{**line, "act_number": act.number} for line in act.waiting])
    act.waiting.clear()


def _begin_act(session: WorkspaceSession, act: ActLog) -> int:
    number = (session.scalar(select(func.max(Act.number))) or 0) + 1
    session.execute(
        insert(Act).values(
            number=number,
            workspace_uid=act.workspace_uid,
            origin_number=number,
            at=now(),
            who=act.who,
            label=act.label,
            kind=act.kind,
            target=act.target,
            undoable=act.undoable,
        )
    )
    if act.kind == "do":
        # A new act after an undo closes the way forward, as in every editor.
        session.execute(update(Act).where(Act.undone, Act.dropped.is_(False)).values(dropped=True))
    return number


event.listen(WorkspaceSession, "do_orm_execute", leave_out_trash)


@event.listens_for(WorkspaceSession, "do_orm_execute")
def _refuse_bulk(state: ORMExecuteState) -> None:
    statement = state.statement
    if isinstance(statement, UpdateBase) and statement.entity_description["table"] in _journaled_tables():
        raise RuntimeError("records are written through the session so that the journal sees them")


@cache
def _journaled_tables() -> frozenset[object]:
    return frozenset(model.__table__ for model in RECORD_TABLES.values())


def workspace_uid(session: Session) -> str:
    """Read the uid of the workspace file."""
    return session.scalars(select(About.value).where(About.key == "uid")).one()
