"""Undo the last act, or redo it, from the journal."""

import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import DELETE, INSERT, WorkspaceSession, columns_of, from_json
from cluster_desktop.records.models import RECORD_TABLES, Act, Change, Record


def undo_label(workspace: Workspace) -> str | None:
    """Name the act that undo would take back; None when there is none."""
    act = workspace.read(_last_done)
    return act.label if act else None


def redo_label(workspace: Workspace) -> str | None:
    """Name the act that redo would repeat; None when there is none."""
    act = workspace.read(_first_undone)
    return act.label if act else None


def undo(workspace: Workspace) -> Changes:
    """Take back the last act that was not taken back yet. Raises NothingToUndo."""
    act = workspace.read(_last_done)
    if act is None:
        raise errors.NothingToUndo("Không còn việc nào để hoàn tác.")
    return _replay(workspace, act, "undo", f"Hoàn tác: {act.label}", back=True)


def redo(workspace: Workspace) -> Changes:
    """Redo the act that was taken back last. Raises NothingToUndo."""
    act = workspace.read(_first_undone)
    if act is None:
        raise errors.NothingToUndo("Không có việc nào để làm lại.")
    return _replay(workspace, act, "redo", f"Làm lại: {act.label}", back=False)


def _replay(workspace: Workspace, act: Act, kind: str, label: str, *, back: bool) -> Changes:
    with workspace.changing(label, kind=kind, target=act.number) as session:
        order = Change.id.desc() if back else Change.id
        for change in session.scalars(select(Change).where(Change.act_number == act.number).order_by(order)).all():
            _apply(session, change, back=back)
        session.get_one(Act, act.number).undone = back
        return session.changes()


def _last_done(session: Session) -> Act | None:
    done = select(Act).where(Act.kind == "do", Act.undone.is_(False), Act.undoable)
    act = session.scalars(done.order_by(Act.number.desc()).limit(1)).one_or_none()
    # Acts before one that cannot be undone stay as they are.
    barrier = select(Act.number).where(Act.kind == "do", Act.undoable.is_(False))
    last_barrier = session.scalars(barrier.order_by(Act.number.desc()).limit(1)).one_or_none()
    return None if act is None or (last_barrier or 0) > act.number else act


def _first_undone(session: Session) -> Act | None:
    undone = select(Act).where(Act.kind == "do", Act.undone, Act.dropped.is_(False))
    return session.scalars(undone.order_by(Act.number).limit(1)).one_or_none()


def _apply(session: WorkspaceSession, change: Change, *, back: bool) -> None:
    model = RECORD_TABLES[change.table_name]
    result = change.old if back else change.new
    if change.operation in (INSERT, DELETE):
        _create_or_remove(session, model, change.record_uid, result)
        return
    key = change.field or ""
    record = session.get_one(model, change.record_uid)
    setattr(record, key, from_json(result, is_date=columns_of(model)[key]))


def _create_or_remove(session: WorkspaceSession, model: type[Record], uid: str, values: str | None) -> None:
    if values is None:
        session.delete(session.get_one(model, uid))
    else:
        dates = columns_of(model)
        loaded: dict[str, Any] = json.loads(values)
        session.add(model(**{key: from_json(json.dumps(v), is_date=dates[key]) for key, v in loaded.items()}))
    session.flush()
