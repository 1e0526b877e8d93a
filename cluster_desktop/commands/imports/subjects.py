"""Whom a row is about: somebody of the roster, somebody new, a department or a unit - or a question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from cluster_desktop import errors
from cluster_desktop.commands.imports.parents import Parents
from cluster_desktop.commands.imports.plan import NEW_PERSON, Doubt, Shared, TableRow
from cluster_desktop.commands.imports.repeated_people import SaidTwice
from cluster_desktop.commands.records.lookup import Lookup, key_of
from cluster_desktop.domain.awards.nominations import NominationDraft
from cluster_desktop.domain.fields.fields import Value, check, fields_of, read_texts
from cluster_desktop.domain.fields.vocabulary import RecipientKind
from cluster_desktop.domain.kinds.import_kinds import NAME, RECIPIENT
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.people.people_match import WantedPerson
from cluster_desktop.domain.text.names import fold, nfc, same_person_key, unify_tones

_COLLECTIVES: Final = (
    *("tập thể ", "khoa ", "phòng ", "ban ", "tổ ", "trung tâm ", "bộ môn ", "văn phòng", "trường ", "đơn vị "),
    *("học viện ", "chi bộ ", "đảng bộ ", "công đoàn ", "đoàn thanh niên", "tap the "),
)
_OF_PERSON: Final = frozenset(
    (
        *(NAME, "birth_date", "gender", "ethnicity", "unit_uid", "department_uid", "position", "job_title"),
        *("degree", "political_theory"),
    )
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a row is about: the kind of recipient, the uid, the name people read, the unit they belong to."""

    recipient_kind: str
    uid: str
    title: str
    unit_uid: str | None

    @property
    def collective(self) -> bool:
        """Whether it is a department or a unit."""
        return self.recipient_kind != RecipientKind.PERSON

    def values(self) -> dict[str, Value]:
        """The three references of a recipient, two of them empty."""
        kinds = {
            RecipientKind.PERSON: "person_uid",
            RecipientKind.DEPARTMENT: "department_uid",
            RecipientKind.UNIT: "unit_uid",
        }
        return {key: self.uid if kind == self.recipient_kind else None for kind, key in kinds.items()}


@dataclass
class Subjects:
    """Finds whom the rows of one table are about."""

    lookup: Lookup
    shared: Shared
    parents: Parents
    twice: SaidTwice
    newcomers: dict[object, str] = field(default_factory=dict)

    def person(self, row: TableRow, texts: Mapping[str, str]) -> Subject | Doubt:
        """The person a row names. Raises InvalidDraft."""
        values, problems = read_texts(PersonDraft, {key: texts[key] for key in texts if key in _OF_PERSON})
        if problems:
            raise errors.InvalidDraft(problems)
        name = str(values.get(NAME) or "")
        if not name:
            raise errors.InvalidDraft([errors.Problem(NAME, "Chưa điền họ và tên.")])
        self._resolve_place(values)
        answer = self.shared.answers.get((row.sheet, row.number), "")
        if answer not in ("", NEW_PERSON):
            return Subject(RecipientKind.PERSON, answer, name, None)
        wanted = _wanted(name, values)
        match = self.lookup.people.find(wanted)
        if match.uid is not None and answer != NEW_PERSON:
            return Subject(RecipientKind.PERSON, match.uid, name, wanted.unit_uid)
        if answer == NEW_PERSON or (self.shared.new_people and not match.candidates):
            self.twice.take_newcomer(row, wanted)
            return Subject(RecipientKind.PERSON, self._newcomer(wanted, values), name, wanted.unit_uid)
        return Doubt(row.sheet, row.number, name, self._said(values), match.candidates)

    def recipient(self, row: TableRow, texts: Mapping[str, str]) -> Subject | Doubt:
        """The person, department or unit a row names. Raises InvalidDraft."""
        name = nfc(texts.get(RECIPIENT, ""))
        hint = _hint(texts.get("recipient_kind", ""))
        if hint != RecipientKind.PERSON and not texts.get("birth_date"):
            found = self._collective(name, texts)
            if found is not None:
                return found
            if _looks_collective(name) or hint in (RecipientKind.DEPARTMENT, RecipientKind.UNIT):
                raise errors.InvalidDraft([errors.Problem(RECIPIENT, _NO_COLLECTIVE.format(name[:80]))])
        try:
            return self.person(row, {**texts, NAME: name})
        except errors.InvalidDraft as problem:
            moved = [RECIPIENT if item.field == NAME else item.field for item in problem.problems]
            told = [errors.Problem(key, item.message) for key, item in zip(moved, problem.problems, strict=True)]
            raise errors.InvalidDraft(told) from problem

    def _collective(self, name: str, texts: Mapping[str, str]) -> Subject | None:
        for words in (name, _without_head(name)):
            units = self.lookup.units.get(key_of(words), set())
            if len(units) == 1 and not self._is_department(words, texts):
                uid = next(iter(units))
                return Subject(RecipientKind.UNIT, uid, self.lookup.labels[uid], uid)
            uid_or_none = self.lookup.department(self._home(texts), words)
            if uid_or_none is not None:
                return Subject(
                    RecipientKind.DEPARTMENT, uid_or_none, self.lookup.labels[uid_or_none], self._home(texts)
                )
        return None

    def _is_department(self, words: str, texts: Mapping[str, str]) -> bool:
        home = self._home(texts)
        return home is not None and self.lookup.department(home, words) is not None

    def _home(self, texts: Mapping[str, str]) -> str | None:
        words = texts.get("unit_uid")
        return self._unit(words) if words else self.shared.unit_uid

    def _unit(self, words: str) -> str:
        try:
            return self.lookup.unit(words)
        except ValueError as problem:
            within = self.lookup.unit_within(words)
            if within is not None:
                return within
            raise errors.InvalidDraft([errors.Problem("unit_uid", str(problem))]) from problem

    def _resolve_place(self, values: dict[str, Value]) -> None:
        """Put uids in the place of the words for unit and department; an unknown department stays as words."""
        words = values.get("unit_uid")
        values["unit_uid"] = self._unit(str(words)) if words else self.shared.unit_uid
        department = values.get("department_uid")
        if department:
            unit = values["unit_uid"]
            found = self.lookup.department(str(unit) if unit else None, str(department))
            values["department_words"] = department
            values["department_uid"] = found

    def _newcomer(self, wanted: WantedPerson, values: dict[str, Value]) -> str:
        """The uid of somebody taken as new; the same one for every row that names them alike."""
        if wanted.unit_uid is None:
            told = f"Chưa biết “{wanted.name}” thuộc đơn vị nào. Hãy ghi đơn vị ở bảng hoặc chọn đơn vị cho cả bảng."
            raise errors.InvalidDraft([errors.Problem("unit_uid", told)])
        key = (same_person_key(wanted.name), wanted.born, wanted.unit_uid)
        if key not in self.newcomers:
            words = values.pop("department_words", None)
            if words and values.get("department_uid") is None:
                values["department_uid"] = self.parents.department(wanted.unit_uid, str(words))
            given: dict[str, Any] = {item: value for item, value in values.items() if item in _OF_PERSON}
            draft = PersonDraft(**{item: value for item, value in given.items() if value is not None}).normalised()
            problems = check(draft)
            if problems:
                raise errors.InvalidDraft(problems)
            self.newcomers[key] = self.parents.add(draft)
        return self.newcomers[key]

    def _said(self, values: Mapping[str, Value]) -> tuple[tuple[str, str], ...]:
        """What the row says of a person, in the words people read."""
        told = []
        for item in fields_of(PersonDraft):
            value = values.get(item.key)
            if item.key == "department_uid":
                value = values.get("department_words") or value
            if value is not None and item.key in _OF_PERSON:
                told.append((item.label, self.lookup.labels.get(str(value), item.show(value))))
        return tuple(told)


_NO_COLLECTIVE: Final = "Không có tập thể “{}” trong sổ. Hãy thêm đơn vị, khoa, phòng hoặc sửa tên cho đúng."


def _wanted(name: str, values: Mapping[str, Value]) -> WantedPerson:
    known: dict[str, Any] = {"born": values.get("birth_date")}
    for key in ("unit_uid", "department_uid"):
        known[key] = str(values[key]) if values.get(key) else None
    return WantedPerson(name, **known)


def _hint(words: str) -> str | None:
    """The kind of recipient a column or a group row tells; "Tập thể" leaves open which."""
    if not words or fold(words) == "tap the":
        return None
    item = next(item for item in fields_of(NominationDraft) if item.key == "recipient_kind")
    try:
        return str(item.parse(words))
    except ValueError:
        return None


def _looks_collective(name: str) -> bool:
    return unify_tones(name).lower().startswith(_COLLECTIVES)


def _without_head(name: str) -> str:
    words = name.split()
    return " ".join(words[2:]) if fold(" ".join(words[:2])) == "tap the" else name
