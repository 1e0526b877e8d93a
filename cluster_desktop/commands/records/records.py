"""Add, edit, delete and bring back records of any kind."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import func, inspect, select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.records import trash
from cluster_desktop.commands.records.careers import restate, state_first
from cluster_desktop.commands.records.consequences import follow
from cluster_desktop.commands.records.departments import within_unit
from cluster_desktop.commands.records.locked_sheets import refuse_if_locked
from cluster_desktop.commands.records.unique import check_unique
from cluster_desktop.domain.fields.fields import Draft, Value, check, fields_of
from cluster_desktop.domain.people.dating import NOT_DATED, Dating, Way
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text import names
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.identity import moment
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.living import living
from cluster_desktop.records.models import RECORD_TABLES, Person, Record, Service
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Row
from cluster_desktop.records.stints import FOLDED, settle

D = TypeVar("D", bound=Draft)
_REFERRED = "referred"


def create(workspace: Workspace, draft: Draft) -> Changes:
    """Write a new record. Raises InvalidDraft with the problem of each field."""
    ready = checked(draft)
    with workspace.changing(f"Thêm {KINDS[ready.KIND].label}{_named(ready)}") as session:
        add(session, ready)
        return session.changes()


def edit(workspace: Workspace, uid: str, draft: Draft, dating: Dating = NOT_DATED) -> Changes:
    """Write the draft over the record; fields that are equal are not touched. Posts and training change as of a day.

    Raises InvalidDraft, or RecordMissing when the record is gone.
    """
    ready = checked(draft)
    with workspace.changing(f"Sửa {KINDS[ready.KIND].label}{_named(ready)}") as session:
        record = living(session, RECORD_TABLES[ready.KIND], uid)
        assign(session, record, ready, dating)
        return session.changes()


def delete(workspace: Workspace, kind_key: str, uids: Sequence[str]) -> Changes:
    """Move records and what they own to the trash. Raises RecordMissing, Refused when others need them."""
    return delete_together(workspace, {kind_key: uids})


def delete_together(workspace: Workspace, uids_by_kind: Mapping[str, Sequence[str]]) -> Changes:
    """Move records of several kinds and what they own to the trash, as one act.

    Raises RecordMissing, Refused when a record that stays needs one of them.
    """
    words = ", ".join(_counted(kind, uids) for kind, uids in uids_by_kind.items())
    with workspace.changing(f"Xóa {words}") as session:
        when = moment()
        for kind in reversed(KINDS):  # those that point to others go first, so that nothing points to what is gone
            if kind in uids_by_kind:
                trash.put_away(session, kind, uids_by_kind[kind], when)
        return session.changes()


def restore(workspace: Workspace, kind_key: str, uids: Sequence[str]) -> Changes:
    """Take records, and what was deleted together with them, back out of the trash. Raises Refused."""
    with workspace.changing(f"Lấy lại {_counted(kind_key, uids)}") as session:
        trash.take_out(session, kind_key, uids)
        return session.changes()


def _counted(kind_key: str, uids: Sequence[str]) -> str:
    label = KINDS[kind_key].label
    return label if len(uids) == 1 else f"{len(uids)} {label}"


def duplicates(workspace: Workspace, draft: Draft) -> tuple[Row, ...]:
    """List people who may be the same person: one name without marks, born in one year as far as recorded."""
    if not isinstance(draft, PersonDraft) or not draft.full_name:
        return ()
    return workspace.read(_same_people, draft)


def _same_people(session: Session, draft: PersonDraft) -> tuple[Row, ...]:
    name = draft.full_name or ""
    # The database narrows the search down; whether it is one name is for the rule to say.
    alike = _loosely(Person.search_key).startswith(_loose_text(names.fold(name)), autoescape=True)
    people = session.execute(select(Person.uid, Person.full_name, Person.birth_date).where(alike))
    return tuple(
        listing.find(session, "person", uid)
        for uid, full_name, born in people
        if names.same_person_key(full_name) == names.same_person_key(name)
        and (born is None or draft.birth_date is None or born.year == draft.birth_date.year)
    )


_LOOSE = (("y", "i"), ("'", ""), ("’", ""))


def _loosely(column: Any) -> Any:
    for letter, instead in _LOOSE:
        column = func.replace(column, letter, instead)
    return column


def _loose_text(text: str) -> str:
    for letter, instead in _LOOSE:
        text = text.replace(letter, instead)
    return text


def checked(draft: D) -> D:
    """Check a draft and tidy its text. Raises InvalidDraft."""
    ready = draft.normalised()
    problems = check(ready)
    if problems:
        raise errors.InvalidDraft(problems)
    return ready


def draft_of(record: Record, kind: type[D], /, **changed: Value) -> D:
    """Draft a record as it is stored, but for what is *changed*."""
    return kind(**{field.key: getattr(record, field.key) for field in fields_of(kind)} | changed)


def add(
    session: WorkspaceSession,
    ready: Draft,
    *,
    uid: str | None = None,
    sample: str | None = None,
    dating: Dating = NOT_DATED,
) -> Record:
    """Write a checked draft as a new record inside a running act."""
    record = RECORD_TABLES[ready.KIND](**({"uid": uid} if uid else {}), sample_note=sample)
    assign(session, record, ready)
    session.add(record)
    session.flush()
    if isinstance(record, Person):
        state_first(session, record, dating)
        session.flush()
    return record


def assign(session: WorkspaceSession, record: Record, ready: Draft, dating: Dating = NOT_DATED) -> None:
    """Put the draft's values on the record; fields that do not apply are emptied.

    What is dated of somebody who is in the book becomes lines of service and training, from which it follows.

    Raises InvalidDraft when a reference points nowhere, a unique value is taken, or another record says otherwise;
    Refused for a locked sheet.
    """
    values = ready.values()
    if isinstance(record, (Person, Service)) and dating.way != Way.LIST:
        values = within_unit(session, record, values)
    with session.no_autoflush:  # the rules below ask what was changed, which a flush forgets
        dated = _put(session, record, ready, values)
    if isinstance(record, Person) and dated:
        restate(session, record, dated, dating)
        if dating.way != Way.LIST:  # which settles all its people at once
            settle(session, (record.uid,))
    refuse_if_locked(session, record)
    check_unique(session, record)
    follow(session, record)


def _put(session: WorkspaceSession, record: Record, ready: Draft, values: Mapping[str, Value]) -> dict[str, Value]:
    """Put values on a record, and give those that follow from the lines of somebody who is in the book."""
    dated: dict[str, Value] = {}
    follows = FOLDED if isinstance(record, Person) and inspect(record).persistent else ()
    for field in fields_of(type(ready)):
        value = values[field.key] if field.applies(values) else None
        if getattr(record, field.key) != value and field.refers_to and value is not None:
            _check_reference(session, field.refers_to, field.key, field.label, value)
        if field.key in follows:
            dated[field.key] = value
        elif getattr(record, field.key) != value:
            setattr(record, field.key, value)
    return dated


def _check_reference(session: WorkspaceSession, kind_key: str, key: str, label: str, uid: Value) -> None:
    # The session itself forgets what nobody holds, and many people of one school are written in one act.
    other = session.info.setdefault(_REFERRED, {})[uid] = session.get(RECORD_TABLES[kind_key], uid)
    if other is None or other.deleted_at is not None:
        raise errors.invalid(key, f"{label} được chọn không còn trong sổ.")


def _named(draft: Draft) -> str:
    """Name the record in the label of its act, by its own words, not those of a record it refers to."""
    key = KINDS[draft.KIND].title[0]
    field = next((item for item in fields_of(type(draft)) if item.key == key), None)
    if field is None or field.refers_to:
        return ""
    words = field.show(getattr(draft, key))[:60]
    return f" “{words}”" if words else ""
