"""What becomes of the record that a row is about: a new one, a changed one, or nothing; each record only once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.imports.existing import ExistingRecords
from cluster_desktop.commands.imports.list_days import RosterDays
from cluster_desktop.commands.imports.named_records import NamedRecords
from cluster_desktop.commands.imports.parents import Parents
from cluster_desktop.commands.imports.plan import (
    Dispute,
    FieldChange,
    PlannedRecord,
    RowKey,
    RowRemark,
    Shared,
    TableRow,
)
from cluster_desktop.commands.imports.row_words import read_values
from cluster_desktop.commands.imports.title_words import title_words
from cluster_desktop.commands.records.lookup import Lookup
from cluster_desktop.commands.records.records import checked
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft, NominationDraft
from cluster_desktop.domain.events.events import EventDraft, purposes_in
from cluster_desktop.domain.events.vocabulary import EventKind
from cluster_desktop.domain.fields.fields import Draft, Value, fields_of
from cluster_desktop.domain.people.dating import NOT_DATED, Dating
from cluster_desktop.domain.people.listed import DATED
from cluster_desktop.domain.record_kinds.import_kinds import TITLES, ImportKind
from cluster_desktop.domain.record_kinds.kinds import KINDS

Values = dict[str, Value]


@dataclass
class Placing:
    """The records of a plan as they are found row by row, compared with those of the workspace."""

    session: Session
    kind: ImportKind
    shared: Shared
    lookup: Lookup
    parents: Parents
    added: list[PlannedRecord] = field(default_factory=list)
    changed: list[PlannedRecord] = field(default_factory=list)
    unchanged: list[RowKey] = field(default_factory=list)
    skipped: list[RowRemark] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    seen: dict[object, RowKey] = field(default_factory=dict)
    words_read: dict[tuple[str, str], Value] = field(default_factory=dict)
    """What the words of a field mean; a long list repeats them."""
    records: dict[RowKey, str] = field(default_factory=dict)
    """The records that rows of a form mean, also where what names them was changed."""

    def __post_init__(self) -> None:
        self.existing = ExistingRecords.of(self.session, self.kind)
        self.roster = RosterDays(self.existing, self.lookup)
        self.labels = {item.key: item.label for item in self.kind.fields}
        self.own_keys = [item.key for item in fields_of(self.kind.draft) if not item.refers_to]
        self.own = frozenset(self.own_keys)
        self.named = NamedRecords(self.session, self.lookup.labels)

    def values(self, texts: Mapping[str, str]) -> Values:
        """Read what a row says of the record itself. Raises InvalidDraft."""
        new = {key: text for key, text in texts.items() if key in self.own and (key, text) not in self.words_read}
        for key, value in read_values(self.kind.draft, new).items():
            self.words_read[key, texts[key]] = value
        read = {key: self.words_read[key, texts[key]] for key in self.own_keys if key in texts}
        return {key: value for key, value in read.items() if value is not None}

    def year(self, texts: Mapping[str, str], dated: int | None = None) -> int | None:
        """Choose the year of a row: its own, that of its date, of the whole table, of its title."""
        if texts.get("year"):
            return int(str(read_values(DecisionDraft, {"year": texts["year"]})["year"]))
        return dated or self.shared.year or title_words(texts.get(TITLES, "")).year

    def skip(self, row: TableRow, reason: str) -> None:
        """Leave a row out, for a reason that people are told."""
        self.skipped.append(RowRemark(row.sheet, row.number, "", reason))

    def place(self, row: TableRow, values: Values, title: str, children: Sequence[Draft] = ()) -> None:
        """Add the record that these values mean, or change it, with new ones that belong to it. Raises InvalidDraft."""
        self.write(row, values, title, self.record(row, values), self.existing.key(values), children=children)

    def record(self, row: TableRow, values: Values) -> str | None:
        """Find the uid of the record that a row means; None for a new one."""
        return self.existing.find(values) or self.records.get((row.sheet, row.number))

    def write(
        self,
        row: TableRow,
        values: Values,
        title: str,
        uid: str | None,
        key: object,
        dating: Dating = NOT_DATED,
        children: Sequence[Draft] = (),
    ) -> None:
        """Add the record, or change the one of this uid; an empty cell says nothing."""
        sheet, number = self.seen.setdefault(key, (row.sheet, row.number))
        if (sheet, number) != (row.sheet, row.number):
            where = "bảng" if sheet == row.sheet else f"“{sheet}”"
            sentence = f"Trùng với dòng {number} của {where} ({self.kind.alike}). Hãy bỏ một trong hai dòng."
            raise errors.invalid(
                self.kind.anchors[0], f"{sentence} {_TWO_PEOPLE}" if self.kind.draft.KIND == "person" else sentence
            )
        filled: dict[str, Any] = {item: value for item, value in values.items() if value is not None}
        if uid is None:
            self._add(row, {**self.kind.start, **filled}, title, dating, children)
            return
        if dating is NOT_DATED:
            filled.pop("at_unit_uid", None)  # what a record notes itself is not changed by a list
            draft = self.kind.draft(**{**self.existing.values_of(uid), **filled})
            changes = self.existing.changes(self.lookup, uid, draft)
        else:
            dating = replace(dating, taken=self._taken(row, dating))
            draft = self.roster.draft(uid, filled, dating)
            changes = self._restated(row, uid, title, draft, dating)
        changes = (*changes, *(FieldChange(*child) for child in map(_told, children)))
        if not changes:
            self.unchanged.append((row.sheet, row.number))
            return
        checked(draft)
        own = tuple(children)
        self.changed.append(PlannedRecord(row.sheet, row.number, uid, draft, title, changes, dating, children=own))

    def _taken(self, row: TableRow, dating: Dating) -> frozenset[str]:
        """The fields of a row in which the list is taken although the book says otherwise."""
        return frozenset(key for key in dating.told if self.shared.takes((row.sheet, row.number, key)))

    def _restated(self, row: TableRow, uid: str, title: str, draft: Draft, dating: Dating) -> tuple[FieldChange, ...]:
        """List what a roster changes of somebody; note what it does not, and what has to be asked."""
        found = self.roster.compare(uid, draft, dating)
        self.kept += [f"{row.sheet}, dòng {row.number}, {title}: {sentence}" for sentence in found.kept]
        asked = [replace(each, sheet=row.sheet, row=row.number, name=title) for each in found.disputes]
        self.disputes += [each for each in asked if self.shared.takes(each.key) is None]
        undated = self.existing.changes(self.lookup, uid, draft, DATED)
        order = list(self.labels.values())
        return tuple(sorted((*undated, *found.changes), key=lambda change: order.index(change.label)))

    def _add(
        self, row: TableRow, values: dict[str, Any], title: str, dating: Dating, children: Sequence[Draft]
    ) -> None:
        votes_alone = values.get("votes_for") is not None and values.get("votes_total") is None
        if self.kind.draft is NominationDraft and votes_alone:
            raise errors.invalid("votes_for", _NO_COUNCIL)
        if self.kind.draft is AwardDraft:
            values["nomination_uid"] = self.parents.nomination(values)
            values["ordinal"] = self.parents.ordinal(values["decision_uid"], values.get("ordinal"))
        if self.kind.draft is EventDraft and values.get("kind") == EventKind.MEETING:
            values = {**purposes_in(values.get("title", "")), **values}
        draft = checked(self.kind.draft(**values))
        own = tuple(children)
        self.added.append(PlannedRecord(row.sheet, row.number, None, draft, title, dating=dating, children=own))


def _told(child: Draft) -> tuple[str, str, str]:
    """A record that comes to another one, as a change of that one."""
    kind, values = KINDS[child.KIND], child.values()
    said = (item.show(values[item.key]) for item in kind.fields if not item.refers_to and values[item.key] is not None)
    return kind.label[0].upper() + kind.label[1:], "", ", ".join(said)


_NO_COUNCIL: Final = (
    "Bảng không ghi Hội đồng có bao nhiêu thành viên. Hãy ghi phiếu như 9/11, thêm cột “Hội đồng”, "
    "hoặc chọn “Bỏ qua cột này” cho cột số phiếu."
)
_TWO_PEOPLE: Final = (
    "Nếu đúng là hai người: bấm phải chuột vào dòng, chọn “Dòng này là người khác”, hoặc thêm người kia ở trang Cán bộ."
)
