"""Move records to the trash and back with what they own; no record that stays may refer to one that is gone."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from sqlalchemy import func, select

from cluster_desktop import errors
from cluster_desktop.commands.records.consequences import follow
from cluster_desktop.commands.records.locked_sheets import refuse_if_locked
from cluster_desktop.commands.records.unique import check_unique
from cluster_desktop.domain.record_kinds.kinds import KINDS, owned_kinds
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.living import with_deleted
from cluster_desktop.records.models import RECORD_TABLES, Record

_SLICE = 500  # uids in one statement


def put_away(session: WorkspaceSession, kind_key: str, uids: Sequence[str], when: str) -> None:
    """Mark living records and the living ones they own as deleted at *when*, which no other act has.

    Raises RecordMissing, or Refused when a record that stays needs one of them or a score sheet is locked.
    """
    records = [record for record in _records(session, kind_key, "uid", uids) if record.deleted_at is None]
    if len(records) < len(set(uids)):
        label = KINDS[kind_key].label
        raise errors.RecordMissing(f"Không còn {label} này trong sổ. Hãy đọc lại trang (F5).")
    gone = _with_owned(session, records, None)
    for record in gone:
        refuse_if_locked(session, record)
    for record in gone:
        record.deleted_at = when
    session.flush()
    _refuse_if_needed(session, {record.__tablename__ for record in gone}, when)
    for record in gone:
        follow(session, record)


def take_out(session: WorkspaceSession, kind_key: str, uids: Sequence[str]) -> None:
    """Bring records back with what was deleted together with them; living ones stay as they are.

    Raises Refused when a record would name one in the trash, or stand beside its like.
    """
    gone = [record for record in _records(session, kind_key, "uid", uids) if record.deleted_at is not None]
    back: list[Record] = []
    for when, together in groupby(sorted(gone, key=_deleted_at), key=_deleted_at):
        back += _with_owned(session, list(together), when)
    for record in back:
        refuse_if_locked(session, record)
    for record in back:
        record.deleted_at = None
    session.flush()
    for record in back:
        _refuse_if_alone(session, record)
        try:
            check_unique(session, record)
            follow(session, record)
        except errors.InvalidDraft as problem:
            raise errors.Refused(f"Không lấy lại được. {problem.sentence}") from problem


def _deleted_at(record: Record) -> str:
    return record.deleted_at or ""


def _records(session: WorkspaceSession, kind_key: str, column: str, uids: Sequence[str]) -> Iterator[Record]:
    model = with_deleted(RECORD_TABLES[kind_key])
    for start in range(0, len(uids), _SLICE):
        some = uids[start : start + _SLICE]
        yield from session.scalars(select(model).where(getattr(model, column).in_(some)))


def _with_owned(session: WorkspaceSession, records: list[Record], when: str | None) -> list[Record]:
    """List the records and, level by level, what they own that was deleted at *when* (None: what is living)."""
    if not records:
        return []
    uids = [record.uid for record in records]
    together = list(records)
    for kind, owner in owned_kinds(records[0].__tablename__):
        owned = _records(session, kind.key, owner, uids)
        together += _with_owned(session, [record for record in owned if record.deleted_at == when], when)
    return together


def _refuse_if_needed(session: WorkspaceSession, gone: Collection[str], when: str) -> None:
    """Refuse where a record that stays names one of the kinds *gone* that was deleted at *when*."""
    for kind in KINDS.values():
        for field in kind.fields:
            if field.refers_to not in gone:
                continue
            model, target = RECORD_TABLES[kind.key], with_deleted(RECORD_TABLES[field.refers_to])
            link = getattr(model, field.key)
            missed = select(func.count()).select_from(target).join(model, link == target.uid)
            count = session.execute(missed.where(target.deleted_at == when)).scalar_one()
            if count:
                raise errors.Refused(
                    f"Không xóa được {KINDS[field.refers_to].label} vì còn {count} {kind.plural} dùng đến. "
                    "Hãy xóa hoặc chuyển các mục đó trước."
                )


def _refuse_if_alone(session: WorkspaceSession, record: Record) -> None:
    for field in KINDS[record.__tablename__].fields:
        if field.refers_to and (uid := getattr(record, field.key)) is not None:
            other = session.get_one(RECORD_TABLES[field.refers_to], uid)
            if other.deleted_at is not None:
                raise errors.Refused(
                    f"Không lấy lại được vì {field.label.lower()} của mục này đang ở trong thùng rác. "
                    f"Hãy lấy lại {KINDS[field.refers_to].label} trước."
                )
