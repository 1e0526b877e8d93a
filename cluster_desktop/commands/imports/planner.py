"""Plan what would be written for each row of a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.imports.advice import advice
from cluster_desktop.commands.imports.criteria import POINTS, Criteria, without_sign
from cluster_desktop.commands.imports.descriptions import Descriptions
from cluster_desktop.commands.imports.existing import ExistingRecords
from cluster_desktop.commands.imports.list_days import RosterDays, dating_of, elsewhere_then, listed_on
from cluster_desktop.commands.imports.logged_events import LoggedEvents
from cluster_desktop.commands.imports.parents import DecisionWords, Parents
from cluster_desktop.commands.imports.plan import (
    LEFT_OUT,
    NEW_PERSON,
    Dispute,
    Doubt,
    FieldChange,
    ImportPlan,
    PlannedRecord,
    Progress,
    RowKey,
    RowProblem,
    Shared,
    TableRow,
)
from cluster_desktop.commands.imports.repeated_people import RepeatedPeople
from cluster_desktop.commands.imports.row_words import RowWords, read_values
from cluster_desktop.commands.imports.subjects import Subject, Subjects
from cluster_desktop.commands.imports.title_words import title_words
from cluster_desktop.commands.records.lookup import Lookup, key_of
from cluster_desktop.commands.records.records import checked
from cluster_desktop.domain.awards.award_words import NamedAward, awards_of
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.decision_words import NamedDecision
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft, NominationDraft
from cluster_desktop.domain.events.events import EventDraft, purposes_in
from cluster_desktop.domain.events.vocabulary import EventKind
from cluster_desktop.domain.fields.fields import Draft, Value, fields_of
from cluster_desktop.domain.people.dating import NOT_DATED, Dating
from cluster_desktop.domain.people.listed import DATED
from cluster_desktop.domain.people.people_match import ListedPerson
from cluster_desktop.domain.people.vocabulary import RecipientKind
from cluster_desktop.domain.record_kinds.import_kinds import (
    LISTED_ON,
    NAME,
    PLACE,
    RECIPIENT,
    TITLES,
    ImportKind,
    Parent,
    RowSubject,
)
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.queries.careers.as_of import day_of_year
from cluster_desktop.records.queries.units.departments import Lineage

_PROGRESS_EVERY: Final = 100  # rows
_NAMED: Final = 6  # people in one sentence

Values = dict[str, Value]


@dataclass
class Planner:
    """A plan that grows row by row; nothing is written."""

    session: Session
    kind: ImportKind
    shared: Shared
    added: list[PlannedRecord] = field(default_factory=list)
    changed: list[PlannedRecord] = field(default_factory=list)
    unchanged: int = 0
    left_out: int = 0
    problems: list[RowProblem] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    seen: dict[object, RowKey] = field(default_factory=dict)
    twice: RepeatedPeople = field(default_factory=RepeatedPeople)
    staying: dict[str, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lookup = Lookup.of(self.session)
        self.existing = ExistingRecords.of(self.session, self.kind)
        self.parents = Parents(self.session, self.lookup, self.shared)
        self.subjects = Subjects(self.lookup, self.shared, self.parents, self.twice)
        self.roster = RosterDays(self.existing, self.lookup)
        self.descriptions, self.lineage = Descriptions(self.session), Lineage(self.session)
        self.words = RowWords(self.kind, self.lookup, self.shared.unit_uid)
        self.criteria = Criteria.of(self.session) if self.kind.about is RowSubject.CRITERION else Criteria()
        self.events = LoggedEvents.of(self.session) if self.kind.draft is EventDraft else LoggedEvents()
        self.labels = {item.key: item.label for item in self.kind.fields}
        drafted = fields_of(self.kind.draft)
        self.own = frozenset(item.key for item in drafted if not item.refers_to)
        self.references = {item.key: item.refers_to for item in drafted if item.refers_to}

    def plan(self, rows: Sequence[TableRow], progress: Progress | None) -> ImportPlan:
        """Go through all rows. *progress* may raise Cancelled."""
        for number, row in enumerate(rows, start=1):
            self._take(row)
            if progress is not None and number % _PROGRESS_EVERY == 0:
                progress(number, len(rows))
        used = {str(value) for item in (*self.added, *self.changed) for value in item.draft.values().values() if value}
        return ImportPlan(
            kind=self.kind,
            read=len({(row.sheet, row.number) for row in rows}),
            added=tuple(self.added),
            changed=tuple(self.changed),
            unchanged=self.unchanged,
            left_out=self.left_out,
            problems=tuple(self.problems),
            doubts=tuple(self.doubts),
            disputes=tuple(self.disputes),
            parents=self.parents.in_order(used),
            notes=(
                *self.parents.notes,
                *self.twice.notes,
                *self._stay_note(),
                *self.kept,
                *advice(self.session, self.lookup, self.parents.planned, self.added),
            ),
        )

    def _stay_note(self) -> tuple[str, ...]:
        """Say whom a list of earlier times would have moved."""
        names = list(self.staying)
        if not names:
            return ()
        rest = f" và {len(names) - _NAMED} người khác" if len(names) > _NAMED else ""
        whose = f"{', '.join(names[:_NAMED])}{rest}"
        return (f"Danh sách ghi nơi công tác cũ, nên giữ đơn vị, khoa, phòng hiện nay của {whose}.",)

    def _take(self, row: TableRow) -> None:
        """Plan one row, or note what is wrong with it."""
        if self.shared.answers.get((row.sheet, row.number)) == LEFT_OUT:
            self.left_out += 1
        elif row.problems:
            self._note(row, row.problems)
        else:
            try:
                self._read(row, self.words.clear(row.texts, row.inherited))
            except errors.InvalidDraft as problem:
                self._note(row, problem.problems)

    def _note(self, row: TableRow, problems: Sequence[errors.Problem]) -> None:
        for problem in problems:
            key = problem.field if problem.field in self.labels else _COLUMN_OF.get(problem.field, problem.field)
            noted = RowProblem(row.sheet, row.number, self.labels.get(key, ""), problem.message)
            said = self.problems[-len(problems) :]
            if key == LISTED_ON and not row.texts.get(LISTED_ON):  # of the whole list it is said once
                said = [replace(each, row=row.number) for each in self.problems if each.sheet == row.sheet]
            if noted not in said:
                self.problems.append(noted)

    def _read(self, row: TableRow, texts: dict[str, str]) -> None:
        match self.kind.about:
            case RowSubject.ITSELF:
                self._read_itself(row, texts)
            case RowSubject.CRITERION:
                self._read_score(row, texts)
            case about:
                find = self.subjects.person if about is RowSubject.PERSON else self.subjects.recipient
                subject = find(row, texts)
                if isinstance(subject, Doubt):
                    self.doubts.append(subject)
                else:
                    self._read_subject(row, texts, subject)

    def _values(self, texts: Mapping[str, str]) -> Values:
        """Read what the row says of the record itself. Raises InvalidDraft."""
        values = read_values(self.kind.draft, {key: texts[key] for key in texts if key in self.own})
        return {key: value for key, value in values.items() if value is not None}

    def _year(self, texts: Mapping[str, str], dated: int | None = None) -> int | None:
        """Choose the year of a row: its own, that of its date, of the whole table, of its title."""
        if texts.get("year"):
            return int(str(read_values(DecisionDraft, {"year": texts["year"]})["year"]))
        return dated or self.shared.year or title_words(texts.get(TITLES, "")).year

    # --- rows that are the record ---

    def _read_itself(self, row: TableRow, texts: dict[str, str]) -> None:
        values = self._values(texts)
        for key, refers_to in self.references.items():
            if refers_to == "unit" and texts.get(key):
                values[key] = self.lookup.unit(texts[key], key)
        if self.kind.draft.KIND == "person":
            self._read_person(row, texts, values)
            return
        start = values.get("starts_on")
        year = self._year(texts, start.year if isinstance(start, PartialDate) else None)
        title = str(values.get("title") or "")
        values = {**values, **({"year": year} if year else {})}
        self._place(row, self.events.complete(self.existing.find(values), values, texts), title)

    def _read_person(self, row: TableRow, texts: Mapping[str, str], values: Values) -> None:
        unit = values.get("unit_uid") or self.shared.unit_uid
        if unit is None:
            raise errors.invalid("unit_uid", "Bảng không ghi đơn vị. Hãy chọn đơn vị cho cả bảng.")
        values["unit_uid"] = unit
        day = listed_on(texts, self.shared, self.roster.today)
        if texts.get("department_uid"):
            values["department_uid"] = self.parents.department(str(unit), texts["department_uid"], day)
        answer = self.shared.answers.get((row.sheet, row.number), "")
        name, born = str(values.get(NAME) or ""), values.get("birth_date")
        person = ListedPerson(name, born if isinstance(born, PartialDate) else None, str(unit))
        match = self.lookup.people.fitting(person)
        if match.candidates and not answer:
            details = tuple((label, texts[key]) for key, label in self.labels.items() if texts.get(key))
            self.doubts.append(Doubt(row.sheet, row.number, name, details, match.candidates))
            return
        chosen = None if answer == NEW_PERSON else answer or match.uid
        if chosen is None:
            self.twice.take_newcomer(row, person)
        if chosen is not None and not day:
            self._keep_home(values, name, chosen)
        self._write(row, values, name, chosen, chosen or (key_of(name), born, unit), dating_of(day, values))

    def _keep_home(self, values: Values, name: str, uid: str) -> None:
        """Leave people where they are now, where a list without a day names a unit that was theirs before."""
        present = self.existing.values_of(uid)
        if self.lookup.names_earlier_home(uid, str(values["unit_uid"]), None):
            values.update({key: present[key] for key in ("unit_uid", "department_uid")})
            self.staying[name] = None

    # --- rows about somebody or something ---

    def _read_subject(self, row: TableRow, texts: Mapping[str, str], subject: Subject) -> None:
        year = self._year(texts)
        named: tuple[NamedAward | None, ...] = (None,)
        if "award" in self.own:
            named = self._awards(texts, subject)
            texts = {key: text for key, text in texts.items() if key not in ("award", "recipient_kind")}
        values = self._values(texts)
        if "year" in self.own and year is not None:
            values["year"] = year
        for award in dict.fromkeys(named):
            whole = {**values, **self._belongs(texts, subject, award, year)}
            self._place(row, {**self._as_described(texts, subject, whole), **whole}, subject.title)

    def _as_described(self, texts: Mapping[str, str], subject: Subject, values: Values) -> Values:
        """What the row says of somebody's post and unit, where the book has something else for the record's day."""
        if "described_as" not in self.own or subject.collective or not texts.get(PLACE):
            return {}
        day = self.parents.day_of(values)
        words = self.descriptions.differing(subject.uid, texts[PLACE], day) if day else None
        return {"described_as": words} if words else {}

    def _awards(self, texts: Mapping[str, str], subject: Subject) -> tuple[NamedAward, ...]:
        words = texts.get("award", "")
        above = title_words(texts.get(TITLES, "")).award
        if not words and above:
            return awards_of(AWARD_KINDS[above].label, collective=subject.collective)
        if not words:
            raise errors.invalid("award", "Chưa điền danh hiệu, hình thức.")
        awards = awards_of(words, collective=subject.collective)
        if not awards:
            raise errors.invalid(
                "award",
                f"Không rõ danh hiệu, hình thức “{words[:60]}”. Hãy ghi như “Chiến sĩ thi đua cơ sở” hoặc “CSTĐCS”.",
            )
        return awards

    def _belongs(
        self, texts: Mapping[str, str], subject: Subject, award: NamedAward | None, year: int | None
    ) -> Values:
        """Fill in the recipient of a record, and the round or decision it belongs to."""
        if award is None:
            return {"person_uid": subject.uid}
        values: Values = {**subject.values(), "recipient_kind": subject.recipient_kind, "award": award.code}
        if subject.recipient_kind == RecipientKind.DEPARTMENT and year is not None:
            then = self.lineage.standing(subject.uid, day_of_year(year))
            values["department_uid"] = then.uid if then else subject.uid
        if self.kind.parent is Parent.ROUND:
            values["round_uid"] = self._round(values, year)
        elif self.kind.parent is Parent.DECISION:
            values["decision_uid"] = self._decision(texts, subject, award, year)
            if award.words and not texts.get("award_name"):
                values["award_name"] = award.words
        if self.kind.parent is not Parent.NONE:
            written = title_words(texts.get(TITLES, "")).year
            self.parents.compare_year(str(values[f"{self.kind.parent}_uid"]), written)
            year = self.parents.years.get(str(values[f"{self.kind.parent}_uid"]), year)
        earlier = self.lookup.names_earlier_home(subject.uid, subject.unit_uid, year)
        if earlier or elsewhere_then(self.session, subject, year):
            values["at_unit_uid"] = subject.unit_uid
        return values

    def _round(self, values: Values, year: int | None) -> str:
        """Choose the round of a nomination; without a choice that of the year which has it already."""
        if not self.shared.round_uid and not self.shared.round_name:
            for uid in self.parents.rounds_of(year):
                if self.existing.find({**values, "round_uid": uid}) is not None:
                    return uid
        return self.parents.round(year)

    def _decision(self, texts: Mapping[str, str], subject: Subject, award: NamedAward, year: int | None) -> str:
        keys = ("number", "decided_on", "issuer")
        values = read_values(DecisionDraft, {key: texts[key] for key in keys if texts.get(key)})
        day = values.get("decided_on")
        named = NamedDecision(
            str(values.get("number") or ""),
            day if isinstance(day, PartialDate) else None,
            str(values.get("issuer") or ""),
        )
        titles = title_words(texts.get(TITLES, ""))
        if titles.decision is not None and not named.number and not self.shared.names_decision:
            named = titles.decision
        uid = self.parents.decision(DecisionWords(named, year, award, subject.unit_uid, titles.subject))
        self.parents.compare_decision(uid, titles.decision)
        return uid

    def _read_score(self, row: TableRow, texts: dict[str, str]) -> None:
        if not any(texts.get(key) for key in POINTS):
            return  # a criterion nobody has scored
        words = texts.get("unit_uid")
        unit = self.lookup.unit(words) if words else self.shared.unit_uid
        if unit is None:
            raise errors.invalid("unit_uid", "Bảng không ghi đơn vị được chấm. Hãy chọn đơn vị cho cả bảng.")
        criterion = self.criteria.find(self._year(texts), texts.get("code", ""), texts.get("title", ""))
        if criterion is None:
            return
        values = self._values(without_sign(texts) if criterion.penalty else texts)
        values.update(criterion_uid=criterion.uid, unit_uid=unit)
        if not self.existing.holds(values):
            self.criteria.check(criterion, values)
        self._place(row, values, f"{criterion.title} – {self.lookup.labels[unit]}")

    # --- what becomes of the record ---

    def _place(self, row: TableRow, values: Values, title: str) -> None:
        self._write(row, values, title, self.existing.find(values), self.existing.key(values))

    def _write(
        self, row: TableRow, values: Values, title: str, uid: str | None, key: object, dating: Dating = NOT_DATED
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
            self._add(row, {**self.kind.start, **filled}, title, dating)
            return
        if dating is NOT_DATED:
            filled.pop("at_unit_uid", None)  # what a record notes itself is not changed by a list
            draft = self.kind.draft(**{**self.existing.values_of(uid), **filled})
            changes = self.existing.changes(self.lookup, uid, draft)
        else:
            dating = replace(dating, taken=self._taken(row, dating))
            draft = self.roster.draft(uid, filled, dating)
            changes = self._restated(row, uid, title, draft, dating)
        if not changes:
            self.unchanged += 1
            return
        checked(draft)
        self.changed.append(PlannedRecord(row.sheet, row.number, uid, draft, title, changes, dating))

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

    def _add(self, row: TableRow, values: dict[str, Any], title: str, dating: Dating) -> None:
        votes_alone = values.get("votes_for") is not None and values.get("votes_total") is None
        if self.kind.draft is NominationDraft and votes_alone:
            raise errors.invalid("votes_for", _NO_COUNCIL)
        if self.kind.draft is AwardDraft:
            values["nomination_uid"] = self.parents.nomination(values)
            values["ordinal"] = self.parents.ordinal(values["decision_uid"], values.get("ordinal"))
        if self.kind.draft is EventDraft and values["kind"] == EventKind.MEETING:
            values = {**purposes_in(values["title"]), **values}
        draft = checked(self.kind.draft(**values))
        self.added.append(PlannedRecord(row.sheet, row.number, None, draft, title, dating=dating))


_NO_COUNCIL: Final = (
    "Bảng không ghi Hội đồng có bao nhiêu thành viên. Hãy ghi phiếu như 9/11, thêm cột “Hội đồng”, "
    "hoặc chọn “Bỏ qua cột này” cho cột số phiếu."
)
_TWO_PEOPLE: Final = "Nếu đúng là hai người, hãy nhập một người rồi thêm người kia ở trang Cán bộ."
_COLUMN_OF: Final = {"person_uid": NAME, "round_uid": "year", "decision_uid": "number", NAME: RECIPIENT}
