"""Saving a form to the workspace and moving a selection to the trash, alike for every list."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from cluster_desktop import errors
from cluster_desktop.commands.records import records
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.people.dating import Dating
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.kit.message import ask
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.form import Form

_ASKED_FROM: Final = 10  # deleting more than this is asked about first; fewer are taken back with undo
_BUSY: Final = "Sổ đang làm một việc khác. Hãy đợi xong rồi làm lại; những gì đã gõ vẫn còn."


def save_form(
    operations: Operations, form: Form, row: Row | None, dating: Callable[[], Dating] = Dating
) -> Changes | None:
    """Write the form over the record it was filled from, or as a new one; *dating* says how what is dated is meant.

    None when it cannot be written; then every problem stands beside its field or in the status line.
    """
    form.finish()
    problems = form.problems
    if not problems and operations.workspace.busy:
        operations.failed.emit(_BUSY)
        return None
    try:
        if problems:
            raise errors.InvalidDraft(problems)
        act = partial(_write, operations, form.draft(), row, dating())
        return operations.run(act, _saved_sentence(form.draft()))
    except errors.InvalidDraft as error:
        rest = form.flag(error.problems)
        operations.failed.emit(rest or _to_correct(len(error.problems)))
        return None


def delete_records(operations: Operations, parent: QWidget, kind: str, uids: Sequence[str]) -> bool:
    """Move records to the trash after asking about many; returns True when they were."""
    words = KINDS[kind].label if len(uids) == 1 else KINDS[kind].plural
    if not uids:
        return False
    if len(uids) > _ASKED_FROM:
        question = f"Xóa {len(uids)} {words}?"
        if ask(parent, "Xóa", question, ("&Xóa", "Không xóa"), "Có thể lấy lại trong thùng rác.") != "&Xóa":
            return False
    sentence = f"Đã xóa {words}" if len(uids) == 1 else f"Đã xóa {len(uids)} {words}"
    return operations.run(partial(records.delete, operations.workspace, kind, uids), sentence) is not None


def _write(operations: Operations, draft: Draft, row: Row | None, dating: Dating) -> Changes:
    workspace = operations.workspace
    if row is None:
        return records.create(workspace, draft)
    # What nobody typed is as it stands now: a line added beside the form, or a new day, may have changed it since.
    now = workspace.read(listing.find, row.kind, row.uid).values
    left = {key: now[key] for key, value in draft.values().items() if key in row.values and value == row.values[key]}
    return records.edit(workspace, row.uid, replace(draft, **left), dating)


def _saved_sentence(draft: Draft) -> str:
    kind = KINDS[draft.KIND]
    title = kind.field(kind.title[0])
    name = draft.values().get(title.key)
    named = f" “{name}”" if isinstance(name, str) and not title.refers_to else ""
    return f"Đã lưu {kind.label}{named}"


def _to_correct(count: int) -> str:
    return f"Chưa lưu: còn {count} ô cần sửa." if count > 1 else "Chưa lưu: còn một ô cần sửa."
