"""Rows of lists that are records of their own: what each refers to, which record it means, in which order they come."""

from collections.abc import Iterator, Mapping
from typing import Final

from cluster_desktop import errors
from cluster_desktop.commands.imports.placing import Placing, Values
from cluster_desktop.commands.imports.plan import Doubt, PlannedRecord, TableRow
from cluster_desktop.commands.imports.record_matching import ListedRow, RecordMatching
from cluster_desktop.commands.imports.record_references import RecordReferences
from cluster_desktop.commands.imports.record_rows import rows_of
from cluster_desktop.commands.imports.subjects import Subjects
from cluster_desktop.commands.records.records import checked
from cluster_desktop.domain.fields.fields import Draft, Field, Value, fields_of
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.record_kinds.ownership import owner_fields

Unplaced = tuple[TableRow, errors.InvalidDraft]
_ALSO_WRONG: Final = "{}: dòng {} của bảng còn lỗi. Hãy sửa dòng đó trước."


class ListedRows:
    """Plans records that are found by their names; all rows are read before the first one is placed."""

    def __init__(self, placing: Placing, subjects: Subjects) -> None:
        self.placing, self.kind = placing, placing.kind
        self.rules = rows_of(self.kind.draft.KIND)
        self.fields = fields_of(self.kind.draft)
        self.references = RecordReferences(placing, subjects, self.rules)
        self.matching = RecordMatching(placing)
        self.waiting: list[ListedRow] = []

    def read(self, row: TableRow, texts: Mapping[str, str]) -> Doubt | None:
        """Read what a row says, or ask who it is about. Raises InvalidDraft."""
        texts = self.rules.clear(texts)
        if reason := self.rules.left_out(texts):
            self.placing.skip(row, reason)
            return None
        values = self.rules.read(self.placing.values(texts), texts)
        year = self.placing.year(texts)
        if year is not None and "year" in self.placing.own:
            values.setdefault("year", year)
        for key in self.kind.same:
            if (usual := getattr(self.kind.draft(), key)) is not None:
                values.setdefault(key, usual)  # a record is not found by what its row leaves unsaid
        own_kind: dict[str, str] = {}
        for item in sorted(self.fields, key=lambda each: bool(owner_fields(each, self.fields))):
            words = texts.get(item.key, "")
            if not item.refers_to:
                continue
            if item.refers_to == self.kind.draft.KIND:
                own_kind |= {item.key: words} if words else {}
                continue
            found = self.references.find(row, texts, item, values)
            if isinstance(found, Doubt):
                return found
            if found is not None:
                values[item.key] = found
        self.waiting.append(ListedRow(row, values, own_kind))
        return None

    def finish(self) -> Iterator[Unplaced]:
        """Place all rows; gives those that cannot be, each with what is wrong."""
        if not self.waiting:
            return
        self.matching.match(self.waiting)
        self.rules.together(self.waiting)
        wrong: dict[str, ListedRow] = {}
        placed: dict[str, ListedRow] = {}
        for listed in self.waiting:
            try:
                self.matching.refer(listed, self.waiting)
                self._place(listed)
                placed[listed.known_as] = listed
            except errors.InvalidDraft as problem:
                wrong[listed.known_as] = listed
                yield listed.row, problem
        yield from self._fallen(placed, wrong)
        self.placing.added[:] = _behind_what_they_name(self.placing.added)
        self.placing.changed[:] = _behind_what_they_name(self.placing.changed)

    def _fallen(self, placed: dict[str, ListedRow], wrong: dict[str, ListedRow]) -> Iterator[Unplaced]:
        """The rows that refer to a row which does not come in."""
        more = True
        while more:
            more = False
            for uid, listed in list(placed.items()):
                key = next((key for key in self.matching.own_kind if listed.values.get(key) in wrong), "")
                other = wrong.get(str(listed.values.get(key)))
                if other is not None and other.uid is None:
                    wrong[uid], more = placed.pop(uid), True
                    sentence = _ALSO_WRONG.format(self.placing.labels[key], other.row.number)
                    yield listed.row, errors.invalid(key, sentence)

    def _place(self, listed: ListedRow) -> None:
        row, uid, existing = listed.row, listed.uid, self.placing.existing
        self._refuse_twice(listed)
        held = existing.values_of(uid) if uid else None
        said: Values = {key: value for key, value in listed.values.items() if value is not None}
        values = self.rules.complete(said, held)
        draft = self.kind.draft(**{**self.kind.start, **(held or {}), **values})
        title = self._title(draft)
        if uid is None:
            ready = checked(draft)
            self.placing.added.append(PlannedRecord(row.sheet, row.number, None, ready, title, own=listed.new))
            return
        changes = existing.changes(self.placing.lookup, uid, draft)
        if not changes:
            self.placing.unchanged.append((row.sheet, row.number))
            return
        self.placing.changed.append(PlannedRecord(row.sheet, row.number, uid, checked(draft), title, changes))

    def _refuse_twice(self, listed: ListedRow) -> None:
        """Refuse two rows for one record. Raises InvalidDraft."""
        row = listed.row
        first = self.placing.seen.setdefault(self.matching.identity(listed), (row.sheet, row.number))
        if first != (row.sheet, row.number):
            where = "bảng" if first[0] == row.sheet else f"“{first[0]}”"
            sentence = f"Trùng với dòng {first[1]} của {where} ({self.kind.alike}). Hãy bỏ một trong hai dòng."
            raise errors.invalid(self.kind.anchors[0], sentence)

    def _title(self, draft: Draft) -> str:
        kind, values = KINDS[draft.KIND], draft.values()
        shown = (self._words(kind.field(key), values[key]) for key in kind.title if key in values)
        return " – ".join(filter(None, shown))

    def _words(self, item: Field, value: Value) -> str:
        return self.placing.lookup.labels.get(str(value), "") if item.refers_to else item.show(value)


def _behind_what_they_name(records: list[PlannedRecord]) -> list[PlannedRecord]:
    """Put records behind those of their own kind that they refer to; circles stay, for the writing to refuse."""
    by_uid = {record.own or record.uid or "": record for record in records}
    ordered: dict[str, PlannedRecord] = {}
    for uid in by_uid:
        chain, at = [uid], uid
        while (before := _named_by(by_uid[at].draft, by_uid)) and before not in chain:
            chain.append(before)
            at = before
        ordered |= {each: by_uid[each] for each in reversed(chain) if each not in ordered}
    return list(ordered.values())


def _named_by(draft: Draft, records: Mapping[str, PlannedRecord]) -> str:
    own = (str(getattr(draft, item.key) or "") for item in fields_of(type(draft)) if item.refers_to == draft.KIND)
    return next((uid for uid in own if uid in records), "")
