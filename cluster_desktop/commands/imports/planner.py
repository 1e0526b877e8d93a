"""Plan what would be written for each row of a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.imports.advice import advice
from cluster_desktop.commands.imports.coded_rows import CodedRows
from cluster_desktop.commands.imports.listed_rows import ListedRows
from cluster_desktop.commands.imports.own_rows import OwnRows
from cluster_desktop.commands.imports.parents import Parents
from cluster_desktop.commands.imports.places import UnclearPlace
from cluster_desktop.commands.imports.placing import Placing
from cluster_desktop.commands.imports.plan import (
    CHOSEN_OUT,
    LEFT_OUT,
    Doubt,
    ImportPlan,
    PlaceDoubt,
    PlaceKey,
    PlannedRecord,
    Progress,
    RowKey,
    RowProblem,
    RowRemark,
    Shared,
    TableRow,
)
from cluster_desktop.commands.imports.repeated_people import RepeatedPeople
from cluster_desktop.commands.imports.row_words import RowWords, authors_in
from cluster_desktop.commands.imports.subject_rows import SubjectRows
from cluster_desktop.commands.imports.subjects import Subjects
from cluster_desktop.commands.records.lookup import Lookup
from cluster_desktop.domain.people.people import InitiativeDraft
from cluster_desktop.domain.record_kinds.import_kinds import LISTED_ON, NAME, RECIPIENT, ImportKind, RowSubject

_PROGRESS_EVERY: Final = 100  # rows
_AS_ABOVE: Final = "ngày của cả danh sách chưa đúng, như dòng {}"
_SHARED: Final = (
    "Ô ghi nhiều tác giả: {}. Chưa rõ “{}” là ai trong danh sách cán bộ; hãy sửa tên hoặc ghi mỗi tác giả một dòng."
)
_COLUMN_OF: Final = {"person_uid": NAME, "round_uid": "year", "decision_uid": "number", NAME: RECIPIENT}

_Found = TypeVar("_Found", PlannedRecord, RowRemark)


@dataclass
class Planner:
    """A plan that grows row by row; nothing is written."""

    session: Session
    kind: ImportKind
    shared: Shared
    coded: CodedRows = field(default_factory=CodedRows)
    problems: list[RowProblem] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    places: dict[PlaceKey, PlaceDoubt] = field(default_factory=dict)
    notices: list[RowRemark] = field(default_factory=list)
    twice: RepeatedPeople = field(default_factory=RepeatedPeople)

    def __post_init__(self) -> None:
        self.lookup = Lookup.of(self.session)
        self.parents = Parents(self.session, self.lookup, self.shared)
        self.placing = Placing(self.session, self.kind, self.shared, self.lookup, self.parents)
        self.placing.records |= self.coded.records
        self.placing.unchanged += self.coded.silent
        self.doubts += self.coded.doubts
        self.subjects = Subjects(self.lookup, self.shared, self.parents, self.twice, known=self.coded.recipients)
        self.own_rows = OwnRows(self.placing, self.twice)
        self.subject_rows = SubjectRows(self.placing)
        self.listed_rows = ListedRows(self.placing, self.subjects)
        self.words = RowWords(self.kind, self.lookup, self.shared.unit_uid)
        self.labels = self.placing.labels

    def plan(self, rows: Sequence[TableRow], progress: Progress | None) -> ImportPlan:
        """Go through all rows. *progress* may raise Cancelled."""
        for number, row in enumerate(rows, start=1):
            self._take(row)
            if progress is not None and number % _PROGRESS_EVERY == 0:
                progress(number, len(rows))
        for row, problem in self.listed_rows.finish():
            self._note(row, problem.problems)
        return self._whole()

    def _whole(self) -> ImportPlan:
        """The plan of all rows: one in which anything is open gives nothing at all."""
        found = self.placing
        opened = ImportPlan(
            kind=self.kind,
            problems=tuple(self.problems),
            doubts=tuple(self.doubts),
            places=tuple(self.places.values()),
        )
        still_open = opened.open_rows | {(each.sheet, each.row) for each in found.disputes}
        added, changed = _without(found.added, still_open), _without(found.changed, still_open)
        unchanged = [key for key in found.unchanged if key not in still_open]
        told = still_open | {(each.sheet, each.row) for each in (*added, *changed)} | set(unchanged)
        used = {str(value) for item in (*added, *changed) for value in item.draft.values().values() if value}
        return ImportPlan(
            kind=self.kind,
            added=added,
            changed=changed,
            unchanged=len(unchanged),
            problems=opened.problems,
            doubts=opened.doubts,
            places=opened.places,
            disputes=tuple(found.disputes),
            parents=self.parents.in_order(used),
            skipped=_without(dict.fromkeys(found.skipped), told),
            notices=tuple(dict.fromkeys(self.notices)),
            meant={key: uid for key, uid in self.shared.places.items() if uid in self.lookup.labels and key[0]},
            notes=(
                *self.coded.notes,
                *self.parents.notes,
                *self.twice.notes,
                *self.own_rows.stay_note(),
                *found.kept,
                *advice(self.session, self.lookup, self.parents.planned, added),
            ),
        )

    def _take(self, row: TableRow) -> None:
        """Plan one row, or note what is wrong with it."""
        if self.shared.answers.get((row.sheet, row.number)) == LEFT_OUT:
            self.placing.skip(row, CHOSEN_OUT)
            return
        self.notices += [
            RowRemark(*self._cell(row, notice), notice.field, row.texts.get(notice.field, "")) for notice in row.notices
        ]
        if row.problems:
            self._note(row, row.problems)
            return
        try:
            doubt = self._read_each(row)
        except UnclearPlace as unclear:
            asked = self.places.get(unclear.key) or unclear.asked(())
            rows = dict.fromkeys((*asked.rows, (row.sheet, row.number)))
            self.places[unclear.key] = replace(asked, rows=tuple(rows))
        except errors.InvalidDraft as problem:
            self._note(row, problem.problems)
        else:
            self.doubts += [doubt] if doubt else []

    def _cell(self, row: TableRow, problem: errors.Problem) -> tuple[str, int, str, str]:
        """A sentence about a cell, with the words people know its column by."""
        return row.sheet, row.number, self.labels.get(self._key(problem), ""), problem.message

    def _key(self, problem: errors.Problem) -> str:
        return problem.field if problem.field in self.labels else _COLUMN_OF.get(problem.field, problem.field)

    def _note(self, row: TableRow, problems: Sequence[errors.Problem]) -> None:
        for problem in problems:
            key = self._key(problem)
            noted = RowProblem(*self._cell(row, problem), key)
            if key == LISTED_ON and not row.texts.get(LISTED_ON) and (first := self._said(noted)):
                self.placing.skip(row, _AS_ABOVE.format(first.row))  # of the whole list it is said once
            elif noted not in self.problems[-len(problems) :]:
                self.problems.append(noted)

    def _said(self, noted: RowProblem) -> RowProblem | None:
        """The row of the same sheet of which this was said already."""
        what = noted.sheet, noted.field, noted.message
        said = (each for each in self.problems if (each.sheet, each.field, each.message) == what)
        return next(said, None)

    def _read_each(self, row: TableRow) -> Doubt | None:
        """Read a row, for each of the people who share an initiative. Raises InvalidDraft."""
        authors = authors_in(row.texts.get(NAME, "")) if self.kind.draft is InitiativeDraft else ()
        if not authors:
            return self._read(row, self.words.clear(row.texts, row.inherited))
        for author in authors:
            if self._read(row, self.words.clear({**row.texts, NAME: author}, row.inherited)) is not None:
                raise errors.invalid(NAME, _SHARED.format(", ".join(authors), author))
        return None

    def _read(self, row: TableRow, texts: dict[str, str]) -> Doubt | None:
        match self.kind.about:
            case RowSubject.ITSELF:
                return self.own_rows.read(row, texts)
            case RowSubject.RECORD:
                return self.listed_rows.read(row, texts)
            case RowSubject.CRITERION:
                self.own_rows.read_score(row, texts)
            case about:
                find = self.subjects.person if about is RowSubject.PERSON else self.subjects.recipient
                subject = find(row, texts)
                if isinstance(subject, Doubt):
                    return subject
                self.subject_rows.read(row, texts, subject)
        return None


def _without(found: Iterable[_Found], rows: frozenset[RowKey] | set[RowKey]) -> tuple[_Found, ...]:
    return tuple(each for each in found if (each.sheet, each.row) not in rows)
