"""Teach the program a heading of an office's tables, and forget it again; the workspace keeps it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.settings.setting_values import put
from cluster_desktop.domain.record_kinds.import_kinds import ImportKind
from cluster_desktop.domain.record_kinds.taught_words import (
    LONGEST_WORD,
    TaughtUse,
    read_taught_words,
    setting_key,
    write_taught_words,
)
from cluster_desktop.domain.text.names import nfc
from cluster_desktop.exchange.tables.headings import marked_key_of
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import Setting


def taught_words(session: Session, kind: ImportKind) -> dict[str, TaughtUse]:
    """List the words taught for a kind of table, with the use that each means."""
    kept = session.scalars(select(Setting.value).where(Setting.key == setting_key(kind.key))).first()
    return read_taught_words(kept or "")


def teach(workspace: Workspace, kind: ImportKind, word: str, field: str, choice: str = "") -> Changes:
    """Let *word* over a column mean the field from now on: '' leaves the column out, *choice* makes it one of marks.

    One act that can be undone; a word taught before means the new field. Raises Refused for a word that says
    nothing, or a field or choice that the kind does not have.
    """
    heading, key = nfc(word), marked_key_of(word)
    if not key or len(heading) > LONGEST_WORD:
        raise errors.Refused(f"Hãy ghi từ ở đầu cột, có chữ hoặc số và không quá {LONGEST_WORD} chữ.")
    item = next((item for item in kind.fields if item.key == field), None)
    known = {each.code for each in item.choices} if item else set()
    if (field and item is None) or (choice and choice not in known):
        raise errors.Refused(f"{kind.title.capitalize()} không có mục này. Hãy chọn một mục trong danh sách.")
    label = f"là {item.label}" if item else "là cột bỏ qua"
    with workspace.changing(f"Dạy: “{heading}” {label}") as session:
        words = _without(taught_words(session, kind), key)
        put(session, setting_key(kind.key), write_taught_words({**words, heading: TaughtUse(field, choice)}))
        return session.changes()


def forget(workspace: Workspace, kind: ImportKind, word: str) -> Changes:
    """Take back what a word was taught to mean; a word that was never taught changes nothing."""
    with workspace.changing(f"Bỏ từ đã dạy “{nfc(word)}”") as session:
        words = taught_words(session, kind)
        left = _without(words, marked_key_of(word))
        if left != words:
            put(session, setting_key(kind.key), write_taught_words(left))
        return session.changes()


def _without(words: dict[str, TaughtUse], key: str) -> dict[str, TaughtUse]:
    return {word: use for word, use in words.items() if marked_key_of(word) != key}
