"""Rows that carry the uid they were made for, in a form that comes back: they mean that very record, whatever its name.

A row that says nothing new is left as it is; a row whose record is gone is told; a table whose codes this book never
had is read like any other, by names.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.imports.plan import Doubt, RowKey, Shared, TableRow
from cluster_desktop.domain.awards.award_words import awards_of
from cluster_desktop.domain.awards.awards import AwardKind
from cluster_desktop.domain.fields.fields import fields_of
from cluster_desktop.domain.people.recipients import Recipient, recipient_of
from cluster_desktop.domain.people.vocabulary import RecipientKind
from cluster_desktop.domain.record_kinds.import_kinds import CHANGED, EMPTIED, NAME, ROW_CODE, ImportKind, RowSubject
from cluster_desktop.domain.text.names import fold
from cluster_desktop.records.models import RECORD_TABLES, Person, Registration, Unit

_GONE: Final = (
    "Mã dòng này không còn trong sổ (đã xóa, hoặc mã bị sửa). Hãy xóa dòng khỏi biểu, "
    "hoặc xóa mã ở cột ẩn để nhập như dòng mới."
)
_FOREIGN: Final = "Biểu do sổ khác lập nên mã dòng không dùng được; các dòng được so theo tên như bảng thường."
_NOT_TAKEN: Final = "{}, dòng {}: biểu này không sửa {}; hãy sửa ở biểu danh sách cán bộ hoặc trong sổ."
_EMPTIED: Final = "“{}”: {} ô đã bị xóa trắng (dòng {}); sổ giữ như cũ. Muốn xóa thì xóa trong sổ."
_TOLD: Final = 6
_NEITHER: Final = frozenset({"year", ROW_CODE})
_SLICE: Final = 1000


@dataclass
class CodedRows:
    """The rows of a table once their codes were looked up.

    ``people`` are the people of the roster that rows are, ``recipients`` whom rows are about, ``records`` which record
    a row means, ``silent`` the rows that say nothing new.
    """

    rows: list[TableRow] = field(default_factory=list)
    people: dict[RowKey, str] = field(default_factory=dict)
    recipients: dict[RowKey, Recipient] = field(default_factory=dict)
    records: dict[RowKey, str] = field(default_factory=dict)
    silent: list[RowKey] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def shared(self, given: Shared) -> Shared:
        """The answers for the table, with who is meant by the rows that carry a code."""
        return replace(given, answers={**self.people, **given.answers})


def coded_rows(session: Session, kind: ImportKind, rows: Sequence[TableRow], shared: Shared) -> CodedRows:
    """Look up the codes of all rows at once."""
    codes = Counter(code for row in rows if (code := row.texts.get(ROW_CODE)))
    found = CodedRows()
    if not codes:
        found.rows = list(rows)
        return found
    lookup = _CodeLookup(session, kind, codes, shared)
    if not lookup.known:
        found.notes.append(_FOREIGN)
        found.rows = [_with(row, {ROW_CODE: ""}) for row in rows]
        return found
    for row in rows:
        lookup.take(row, found)
    found.notes += _emptied(kind, rows)
    return found


def _emptied(kind: ImportKind, rows: Sequence[TableRow]) -> list[str]:
    """Say which cells were emptied, which takes nothing out of the book."""
    places: dict[str, list[str]] = {}
    for row in rows:
        for key in row.texts.get(EMPTIED, "").split():
            places.setdefault(key, []).append(str(row.number))
    return [
        _EMPTIED.format(item.label, len(found), ", ".join(found[:_TOLD]) + ("…" if len(found) > _TOLD else ""))
        for item in kind.fields
        if (found := places.get(item.key))
    ]


def _with(row: Any, texts: dict[str, str], *problems: errors.Problem) -> Any:
    """A row with other texts, those that are empty taken out."""
    whole = {key: text for key, text in {**row.texts, **texts}.items() if text}
    return replace(row, texts=whole, problems=(*row.problems, *problems))


class _CodeLookup:
    """The records of the codes of one table, by uid."""

    def __init__(self, session: Session, kind: ImportKind, codes: Counter[str], shared: Shared) -> None:
        self.kind, self.codes, self.shared = kind, codes, shared
        self.own = {item.key for item in fields_of(kind.draft) if not item.refers_to} - {*kind.anchors} - _NEITHER
        self.known = {record.uid: record for record in _records(session, kind, [*codes])}
        self.units = dict(iter(session.execute(select(Unit.uid, Unit.code))))

    def take(self, row: TableRow, found: CodedRows) -> None:
        """Sort one row."""
        key, code = (row.sheet, row.number), row.texts.get(ROW_CODE, "")
        record = self.known.get(code)
        if not code or row.problems:
            found.rows.append(row)
        elif record is None:
            found.rows.append(_with(row, {}, errors.Problem(self.kind.anchors[0], _GONE)))
        elif self._is_another(row, record) and key not in self.shared.answers:
            found.doubts.append(self._doubt(row, record.uid))
        else:
            found.notes += self._not_taken(row)
            if self.kind.about is not RowSubject.ITSELF and not self.own & row.texts.keys():
                found.silent.append(key)
            else:
                found.rows.append(self._meant(row, record, found))

    def _not_taken(self, row: TableRow) -> tuple[str, ...]:
        """Say what somebody changed of a person or a collective in a form that is not about that."""
        if self.kind.about not in (RowSubject.PERSON, RowSubject.RECIPIENT):
            return ()
        changed = set(row.texts.get(CHANGED, "").split()) - self.own
        labels = ", ".join(f"“{item.label}”" for item in self.kind.fields if item.key in changed)
        return (_NOT_TAKEN.format(row.sheet, row.number, labels),) if labels else ()

    def _is_another(self, row: TableRow, record: Any) -> bool:
        """Check whether the row now names somebody with another given name and another birth date."""
        name, born = row.texts.get(self.kind.anchors[0], ""), row.texts.get("birth_date", "")
        if not isinstance(record, Person) or not name or not born or record.birth_date is None:
            return False
        return fold(name).split()[-1:] != fold(record.full_name).split()[-1:] and born != record.birth_date.show()

    def _doubt(self, row: TableRow, uid: str) -> Doubt:
        told = [(item.label, row.texts[item.key]) for item in self.kind.fields if row.texts.get(item.key)]
        details = tuple(pair for pair in told if pair[1] != uid)
        return Doubt(row.sheet, row.number, row.texts[self.kind.anchors[0]], details, (uid,))

    def _meant(self, row: TableRow, record: Any, found: CodedRows) -> TableRow:
        """Note which record a row means, and whose it is."""
        key = (row.sheet, row.number)
        if self.kind.about is RowSubject.ITSELF and isinstance(record, Person):
            found.people[key] = record.uid
            own = row.texts.get("unit_uid") if "unit_uid" not in row.inherited else ""
            kept = row.texts.get(CHANGED) and NAME not in row.texts[CHANGED].split()
            named = {NAME: "" if kept else row.texts.get(NAME, "")}
            there: TableRow = _with(row, {**named, "unit_uid": own or self.units[record.unit_uid]})
            return there
        if record.__tablename__ in _RECIPIENTS:
            found.recipients[key] = Recipient.of(record.__tablename__, record.uid)
        elif isinstance(record, Registration):
            found.recipients[key] = recipient = recipient_of(vars(record))
            row = _with(row, {"award": row.texts.get("award") or AwardKind.label_of(record.award)})
            collective = recipient.kind != RecipientKind.PERSON
            if self.codes[record.uid] == 1 and len(awards_of(row.texts["award"], collective=collective)) == 1:
                found.records[key] = record.uid
        elif self.kind.about is RowSubject.ITSELF:
            found.records[key] = record.uid
        return row


_RECIPIENTS: Final = ("person", "department", "unit")
_TABLES: Final = {
    RowSubject.PERSON: ("person",),
    RowSubject.RECIPIENT: _RECIPIENTS,
    RowSubject.CRITERION: ("criterion",),
}
"""The kinds of records that a code may be of, beside the kind of the table itself."""


def knows_any(session: Session, kind: ImportKind, codes: Sequence[str]) -> bool:
    """Check whether this book has a record of any of these codes."""
    return next(_records(session, kind, codes), None) is not None


def _records(session: Session, kind: ImportKind, codes: Sequence[str]) -> Iterator[Any]:
    for key in dict.fromkeys((*_TABLES.get(kind.about, ()), kind.draft.KIND)):
        table: Any = RECORD_TABLES[key]
        for start in range(0, len(codes), _SLICE):
            yield from session.scalars(select(table).where(table.uid.in_(codes[start : start + _SLICE])))
