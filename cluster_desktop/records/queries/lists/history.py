"""The history of a record, read from the journal in the words of the screen."""

import datetime
import json
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.people.vocabulary import ServiceSource
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.journal import DELETE, columns_of
from cluster_desktop.records.living import with_deleted
from cluster_desktop.records.models import RECORD_TABLES, Act, Change, Qualification, Service
from cluster_desktop.records.queries.lists.column_sources import label_key


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
    """Every change of the record, newest first; a new record is one line per filled field.

    That of a person tells of the lines of service and training too, each in one line of words.
    """
    own = _lines_of(session, uid)
    statement = select(Act, Change).join(Change, Change.act_number == Act.number)
    statement = statement.where(Change.record_uid.in_((uid, *own))).order_by(Change.id.desc())
    lines: list[HistoryLine] = []
    changes = session.execute(statement).all()
    put_away = {act.number for act, change in changes if change.record_uid == uid and change.field == _TRASHED}
    for act, change in changes:
        if change.record_uid == uid:
            lines.extend(_lines(session, act, change))
        elif change.field != _TRASHED or act.number not in put_away:  # they go and come back with their person
            lines.extend(_career_lines(session, act, change, own[change.record_uid]))
    return tuple(lines)


_TRASHED = "deleted_at"
_CAREER = {Service.__tablename__: "Quá trình công tác", Qualification.__tablename__: "Văn bằng"}
_UNSAID = ("uid", "person_uid", "said", "sample_note", _TRASHED, "kind", "how", "day", "attained_on", "seen_on")
"""What the words of a line leave out, or say in their own way."""


def _lines_of(session: Session, person_uid: str) -> dict[str, dict[str, Any]]:
    """The lines of somebody that there are or were, by uid, as they stand or stood last."""
    found: dict[str, dict[str, Any]] = {}
    acts = select(Change.act_number).where(Change.record_uid == person_uid)
    gone = select(Change.record_uid, Change.old).where(
        Change.act_number.in_(acts), Change.operation == DELETE, Change.table_name.in_(_CAREER)
    )
    for uid, old in session.execute(gone.order_by(Change.id)):
        values = json.loads(old or "{}")
        if values.get("person_uid") == person_uid:
            found[uid] = values
    service, training = with_deleted(Service), with_deleted(Qualification)
    for statement in (
        select(service).where(service.person_uid == person_uid),
        select(training).where(training.person_uid == person_uid),
    ):
        for line in session.scalars(statement):
            kept = {key: getattr(line, key) for key in columns_of(RECORD_TABLES[line.__tablename__])}
            found[line.uid] = {key: getattr(value, "iso", value) for key, value in kept.items() if value is not None}
    return found


def _career_lines(session: Session, act: Act, change: Change, line: dict[str, Any]) -> list[HistoryLine]:
    label, table = _CAREER[change.table_name], change.table_name
    if change.field is None:
        before, after = (
            _career_words(session, table, json.loads(text)) if text else "" for text in (change.old, change.new)
        )
        return [HistoryLine(act.at, act.who, act.label, label, before, after)]
    if change.field in ("person_uid", "said"):
        return []
    old, new = (json.loads(text) if text else None for text in (change.old, change.new))
    told = _line(session, act, table, change.field, old, new)
    return [replace(told, field=f"{label} ({_career_words(session, table, line)}), {told.field}")]


def _career_words(session: Session, table: str, values: dict[str, Any]) -> str:
    """A line in words: "từ 01/03/2026: Trưởng khoa"."""
    told = [_words(session, table, key, values[key]) for key in _order(table) if values.get(key) is not None]
    what = ", ".join(filter(None, told)) or "không ghi gì"
    began = table != Service.__tablename__ or values.get("how") == ServiceSource.BEGAN
    day = values.get("day") or values.get("attained_on")
    seen = values.get("seen_on") if not day else None
    if not (day or seen):
        return what
    since = "từ" if began and day else "tính đến"
    return f"{since} {PartialDate.from_iso(str(day or seen)).show()}: {what}"


def _order(table: str) -> tuple[str, ...]:
    return tuple(item.key for item in KINDS[table].fields if item.key not in _UNSAID)


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


_OTHER_LABELS = {_TRASHED: "Chuyển vào thùng rác", "sample_note": "Ghi chú dữ liệu mẫu"}


def _label(table: str, key: str) -> str:
    item = _field(table, key)
    return item.label if item else _OTHER_LABELS.get(key, key)


def _words(session: Session, table: str, key: str, value: Any) -> str:
    item = _field(table, key)
    if value is None:
        return ""
    if key == _TRASHED:
        return datetime.datetime.fromisoformat(value).strftime("%d/%m/%Y %H:%M")
    if item is None:
        return str(value)
    if item.refers_to:
        other = session.get(RECORD_TABLES[item.refers_to], value)
        key = label_key(item.refers_to)
        return KINDS[item.refers_to].field(key).show(getattr(other, key)) if other else ""
    return item.show(item.type.load(value))
