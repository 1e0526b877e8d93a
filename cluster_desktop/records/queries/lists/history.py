"""The history of a record, read from the journal in the words of the screen."""

import datetime
import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.models import RECORD_TABLES, Act, Change
from cluster_desktop.records.queries.lists.source import label_key


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change: local time (ISO), who, which act, the field's label, the words before and after."""

    at: str
    who: str
    act: str
    field: str
    old: str
    new: str


def history(session: Session, uid: str) -> tuple[HistoryLine, ...]:
    """Every change of the record, newest first; a new record is one line per filled field."""
    statement = select(Act, Change).join(Change, Change.act_number == Act.number)
    statement = statement.where(Change.record_uid == uid).order_by(Change.id.desc())
    lines: list[HistoryLine] = []
    for act, change in session.execute(statement):
        lines.extend(_lines(session, act, change))
    return tuple(lines)


def last_change(session: Session) -> datetime.datetime | None:
    """Time of the newest act, by the clock of the computer that did it."""
    at = session.scalars(select(Act.at).order_by(Act.number.desc()).limit(1)).first()
    return datetime.datetime.fromisoformat(at) if at else None


def _lines(session: Session, act: Act, change: Change) -> list[HistoryLine]:
    if change.field is not None:
        old, new = (json.loads(text) if text else None for text in (change.old, change.new))
        return [_line(session, act, change.table_name, change.field, old, new)]
    olds: dict[str, Any] = json.loads(change.old or "{}")
    news: dict[str, Any] = json.loads(change.new or "{}")
    keys = [key for key in (*olds, *news) if key != "uid"]
    return [_line(session, act, change.table_name, key, olds.get(key), news.get(key)) for key in keys]


def _line(session: Session, act: Act, table: str, key: str, old: Any, new: Any) -> HistoryLine:
    before, after = _words(session, table, key, old), _words(session, table, key, new)
    return HistoryLine(act.at, act.who, act.label, _label(table, key), before, after)


def _field(table: str, key: str) -> Field | None:
    kind = KINDS.get(table)
    return next((item for item in kind.fields if item.key == key), None) if kind else None


_OTHER_LABELS = {"deleted_at": "Chuyển vào thùng rác", "sample_note": "Ghi chú dữ liệu mẫu"}


def _label(table: str, key: str) -> str:
    item = _field(table, key)
    return item.label if item else _OTHER_LABELS.get(key, key)


def _words(session: Session, table: str, key: str, value: Any) -> str:
    item = _field(table, key)
    if value is None:
        return ""
    if key == "deleted_at":
        return datetime.datetime.fromisoformat(value).strftime("%d/%m/%Y %H:%M")
    if item is None:
        return str(value)
    if item.refers_to:
        other = session.get(RECORD_TABLES[item.refers_to], value)
        key = label_key(item.refers_to)
        return KINDS[item.refers_to].field(key).show(getattr(other, key)) if other else ""
    return item.show(item.type.load(value))
