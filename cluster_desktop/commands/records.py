"""Add, edit, delete and bring back records of any kind."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.domain import names
from cluster_desktop.domain.fields import Draft, Kind, Value, check, fields_of
from cluster_desktop.domain.kinds import KINDS, owned_kinds
from cluster_desktop.domain.people import PersonDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.identity import now
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.models import RECORD_TABLES, Person, Record
from cluster_desktop.records.queries import listing
from cluster_desktop.records.rows import Row
from cluster_desktop.records.workspace import Workspace


def create(workspace: Workspace, draft: Draft) -> Changes:
    """Write a new record. Raises InvalidDraft with the problem of each field."""
    ready = checked(draft)
    kind = KINDS[ready.KIND]
    with workspace.changing(f"Thêm {kind.label}{_named(ready)}") as session:
        add(session, ready)
        return session.changes()


def edit(workspace: Workspace, uid: str, draft: Draft) -> Changes:
    """Write the draft over the record; fields that are equal are not touched.

    Raises InvalidDraft, or RecordMissing when the record is gone.
    """
    ready = checked(draft)
    kind = KINDS[ready.KIND]
    with workspace.changing(f"Sửa {kind.label}{_named(ready)}") as session:
        record = living(session, ready.KIND, uid)
        assign(session, record, ready)
        return session.changes()


def delete(workspace: Workspace, kind_key: str, uids: Sequence[str]) -> Changes:
    """Move records and what they own to the trash. Raises Refused when others still need them."""
    kind = KINDS[kind_key]
    label = f"Xóa {kind.label}" if len(uids) == 1 else f"Xóa {len(uids)} {kind.label}"
    with workspace.changing(label) as session:
        when = now()
        for uid in uids:
            _trash(session, living(session, kind_key, uid), when)
        session.flush()
        _refuse_if_needed(session, kind_key, uids)
        return session.changes()


def restore(workspace: Workspace, kind_key: str, uids: Sequence[str]) -> Changes:
    """Take records, and what was deleted together with them, back out of the trash."""
    kind = KINDS[kind_key]
    label = f"Lấy lại {kind.label}" if len(uids) == 1 else f"Lấy lại {len(uids)} {kind.label}"
    with workspace.changing(label) as session:
        for uid in uids:
            record = session.get(RECORD_TABLES[kind_key], uid)
            if record is not None and record.deleted_at is not None:
                _untrash(session, record, record.deleted_at)
        return session.changes()


def duplicates(workspace: Workspace, draft: Draft, uid: str | None = None) -> tuple[Row, ...]:
    """People who may be the same person: same name without marks, birth dates not contradicting."""
    if not isinstance(draft, PersonDraft) or not draft.full_name:
        return ()
    return workspace.read(_same_people, draft, uid)


def _same_people(session: Session, draft: PersonDraft, uid: str | None) -> tuple[Row, ...]:
    wanted = names.same_person_key(draft.full_name or "")
    found = session.execute(
        select(Person.uid, Person.full_name, Person.birth_date).where(
            Person.deleted_at.is_(None), Person.search_key.startswith(names.fold(draft.full_name or ""))
        )
    )
    return tuple(
        listing.find(session, "person", other)
        for other, full_name, born in found
        if other != uid
        and names.same_person_key(full_name) == wanted
        and (born is None or draft.birth_date is None or born.year == draft.birth_date.year)
    )


def checked(draft: Draft) -> Draft:
    """The draft with tidy text. Raises InvalidDraft."""
    ready = draft.normalised()
    problems = check(ready)
    if problems:
        raise errors.InvalidDraft(problems)
    return ready


def add(session: WorkspaceSession, ready: Draft, *, uid: str | None = None, sample: str | None = None) -> Record:
    """Write a checked draft as a new record inside a running act."""
    record = RECORD_TABLES[ready.KIND](**({"uid": uid} if uid else {}), sample_note=sample)
    assign(session, record, ready)
    session.add(record)
    session.flush()
    return record


def assign(session: WorkspaceSession, record: Record, ready: Draft) -> None:
    """Put the draft's values on the record; fields that do not apply are emptied.

    Raises InvalidDraft when a reference points nowhere or a unique value is taken.
    """
    values = ready.values()
    for field in fields_of(type(ready)):
        value = values[field.key] if field.applies(values) else None
        if getattr(record, field.key) != value:
            if field.kind is Kind.REFERENCE and value is not None:
                _check_reference(session, field.refers_to, field.key, field.label, value)
            setattr(record, field.key, value)
    _check_unique(session, record, values)


def living(session: WorkspaceSession, kind_key: str, uid: str) -> Record:
    """The record, not in the trash. Raises RecordMissing."""
    record = session.get(RECORD_TABLES[kind_key], uid)
    if record is None or record.deleted_at is not None:
        label = KINDS[kind_key].label
        raise errors.RecordMissing(f"Không còn {label} này trong sổ. Hãy đọc lại trang (F5).")
    return record


def _check_reference(session: WorkspaceSession, kind_key: str, key: str, label: str, uid: Value) -> None:
    other = session.get(RECORD_TABLES[kind_key], uid)
    if other is None or other.deleted_at is not None:
        raise errors.InvalidDraft([errors.Problem(key, f"{label} được chọn không còn trong sổ.")])


_UNIQUE = {
    "unit": (("code",), "code", "Mã này đã dùng cho đơn vị khác."),
    "membership": (("cluster_uid", "unit_uid", "year"), "unit_uid", "Đơn vị đã có vai trò trong năm này."),
    "rating": (("person_uid", "year"), "year", "Người này đã có xếp loại của năm này."),
    "decision": (("number", "year", "unit_uid"), "number", "Số quyết định này đã có trong sổ."),
    "nomination": (
        ("round_uid", "person_uid", "department_uid", "unit_uid", "award"),
        "award",
        "Đã có đề nghị này trong cùng đợt.",
    ),
    "award": (("decision_uid", "ordinal"), "ordinal", "Số thứ tự này đã dùng trong quyết định."),
    "setting": (("key",), "key", "Thiết lập này đã có."),
}


def _check_unique(session: WorkspaceSession, record: Record, values: dict[str, Value]) -> None:
    if record.__tablename__ not in _UNIQUE:
        return
    keys, field, message = _UNIQUE[record.__tablename__]
    if record.__tablename__ == "award" and values.get("ordinal") is None:
        return
    model = type(record)
    same = [getattr(model, key).is_not_distinct_from(values.get(key)) for key in keys]
    with session.no_autoflush:
        taken = session.scalars(select(model.uid).where(*same, model.deleted_at.is_(None)).limit(2)).all()
    if any(uid != record.uid for uid in taken):
        raise errors.InvalidDraft([errors.Problem(field, message)])


def _owned(session: WorkspaceSession, record: Record) -> list[Record]:
    found: list[Record] = []
    for kind, owner in owned_kinds(record.__tablename__):
        model = RECORD_TABLES[kind.key]
        found += session.scalars(select(model).where(getattr(model, owner) == record.uid))
    return found


def _trash(session: WorkspaceSession, record: Record, when: str) -> None:
    if record.deleted_at is None:
        record.deleted_at = when
        for child in _owned(session, record):
            _trash(session, child, when)


def _untrash(session: WorkspaceSession, record: Record, when: str) -> None:
    if record.deleted_at == when:
        record.deleted_at = None
        for child in _owned(session, record):
            _untrash(session, child, when)


def _refuse_if_needed(session: WorkspaceSession, kind_key: str, uids: Sequence[str]) -> None:
    """What lies in the trash must not be needed by a record that stays."""
    for kind in KINDS.values():
        for field in kind.fields:
            if field.kind is Kind.REFERENCE and field.refers_to == kind_key:
                model = RECORD_TABLES[kind.key]
                link = getattr(model, field.key)
                used = select(model.uid).where(link.in_(list(uids)), model.deleted_at.is_(None))
                count = len(session.scalars(used).all())
                if count:
                    raise errors.Refused(
                        f"Không xóa được {KINDS[kind_key].label} vì còn {count} {kind.plural} dùng đến. "
                        "Hãy xóa hoặc chuyển các mục đó trước."
                    )


def _named(draft: Draft) -> str:
    title = next((getattr(draft, key, None) for key in KINDS[draft.KIND].title), None)
    field = next((item for item in fields_of(type(draft)) if item.key == KINDS[draft.KIND].title[0]), None)
    readable = isinstance(title, str) and field is not None and field.kind is not Kind.REFERENCE
    return f" “{title[:60]}”" if readable and title else ""
