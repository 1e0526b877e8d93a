"""Find whom a row is about: a person of the roster, a new one, a department, a unit - or a question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from cluster_desktop import errors
from cluster_desktop.commands.imports.parents import Parents
from cluster_desktop.commands.imports.places import UnclearPlace
from cluster_desktop.commands.imports.plan import NEW_PERSON, NEW_PLACE, Doubt, RowKey, Shared, TableRow
from cluster_desktop.commands.imports.repeated_people import RepeatedPeople
from cluster_desktop.commands.imports.row_words import looks_collective, read_values
from cluster_desktop.commands.records.lookup import Lookup, key_of
from cluster_desktop.commands.records.records import checked
from cluster_desktop.domain.awards.nominations import NominationDraft
from cluster_desktop.domain.fields.fields import Value, fields_of
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.people.people_match import ListedPerson
from cluster_desktop.domain.people.recipients import REFERENCES, Recipient
from cluster_desktop.domain.people.vocabulary import RecipientKind
from cluster_desktop.domain.record_kinds.import_kinds import NAME, RECIPIENT
from cluster_desktop.domain.text.names import fold, nfc, same_person_key

_COLLECTIVE_WORD: Final = "tap the"
_OF_PERSON: Final = frozenset(
    (
        *(NAME, "birth_date", "gender", "ethnicity", "unit_uid", "department_uid", "position", "job_title"),
        *("degree", "political_theory"),
    )
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a row: the kind of recipient, the uid, the name people read, the unit the row names."""

    recipient_kind: str
    uid: str
    title: str
    unit_uid: str | None

    @property
    def collective(self) -> bool:
        """True for a department or a unit."""
        return self.recipient_kind != RecipientKind.PERSON

    def values(self) -> dict[str, Value]:
        """Fill the three references of a recipient, two of them empty."""
        return {key: self.uid if kind == self.recipient_kind else None for kind, key in REFERENCES.items()}


@dataclass
class Subjects:
    """The people, departments and units that the rows of one table are about."""

    lookup: Lookup
    shared: Shared
    parents: Parents
    twice: RepeatedPeople
    newcomers: dict[object, str] = field(default_factory=dict)
    known: Mapping[RowKey, Recipient] = field(default_factory=dict)
    """Whom the rows are about that carry the code of a form."""

    def person(self, row: TableRow, texts: Mapping[str, str]) -> Subject | Doubt:
        """Find the person a row names. Raises InvalidDraft."""
        if (known := self._known(row, texts)) is not None:
            return known
        values = read_values(PersonDraft, {key: texts[key] for key in texts if key in _OF_PERSON})
        name = str(values.get(NAME) or "")
        if not name:
            raise errors.invalid(NAME, "Chưa điền họ và tên.")
        self._resolve_place(values)
        answer = self.shared.answers.get((row.sheet, row.number), "")
        person = _person_of(name, values)
        if answer not in ("", NEW_PERSON):
            return Subject(RecipientKind.PERSON, answer, name, person.unit_uid)
        match = self.lookup.people.find(person)
        if match.uid is not None and answer != NEW_PERSON:
            return Subject(RecipientKind.PERSON, match.uid, name, person.unit_uid)
        if answer == NEW_PERSON or (self.shared.new_people and not match.candidates):
            self.twice.take_newcomer(row, person)
            return Subject(RecipientKind.PERSON, self._newcomer(person, values), name, person.unit_uid)
        return Doubt(row.sheet, row.number, name, self._details(values), match.candidates)

    def recipient(self, row: TableRow, texts: Mapping[str, str]) -> Subject | Doubt:
        """Find the person, department or unit a row names. Raises InvalidDraft."""
        if (known := self._known(row, texts)) is not None:
            return known
        name = nfc(texts.get(RECIPIENT, ""))
        hint = _hint(texts.get("recipient_kind", ""))
        if hint != RecipientKind.PERSON and not texts.get("birth_date"):
            collective = self._collective(name, texts)
            if collective is not None:
                return collective
            said = fold(texts.get("recipient_kind", "")) == _COLLECTIVE_WORD
            if said or looks_collective(name) or hint in (RecipientKind.DEPARTMENT, RecipientKind.UNIT):
                return self._unknown_collective(_without_head(name), texts)
        try:
            return self.person(row, {**texts, NAME: name})
        except UnclearPlace:
            raise
        except errors.InvalidDraft as problem:
            moved = [
                errors.Problem(RECIPIENT if item.field == NAME else item.field, item.message)
                for item in problem.problems
            ]
            raise errors.InvalidDraft(moved) from problem

    def _known(self, row: TableRow, texts: Mapping[str, str]) -> Subject | None:
        """The subject of a row that carries the code of a form."""
        known = self.known.get((row.sheet, row.number))
        if known is None:
            return None
        title = self.lookup.labels.get(known.uid) or texts.get(NAME) or texts.get(RECIPIENT) or ""
        return Subject(known.kind, known.uid, title, self._home(texts))

    def _collective(self, name: str, texts: Mapping[str, str]) -> Subject | None:
        for words in (name, _without_head(name)):
            home = self._home(texts)
            department = self.lookup.department_then(home, words)
            units = self.lookup.units.get(key_of(words), set())
            if len(units) == 1 and (home is None or department is None):
                uid = next(iter(units))
                return Subject(RecipientKind.UNIT, uid, self.lookup.labels[uid], uid)
            if department is not None:
                return Subject(RecipientKind.DEPARTMENT, department, self.lookup.labels[department], home)
        return None

    def _unknown_collective(self, name: str, texts: Mapping[str, str]) -> Subject:
        """The collective that somebody said these words mean. Raises UnclearPlace where nobody did."""
        home = self._home(texts)
        answer = self.parents.places.recipient(home, name, RECIPIENT)
        if answer != NEW_PLACE:
            units = {uid for some in self.lookup.units.values() for uid in some}
            kind = RecipientKind.UNIT if answer in units else RecipientKind.DEPARTMENT
            return Subject(kind, answer, self.lookup.labels[answer], home)
        if home is None:
            raise errors.invalid("unit_uid", _WHOSE_COLLECTIVE.format(name[:80]))
        uid = self.parents.new_department(home, name)
        return Subject(RecipientKind.DEPARTMENT, uid, name, home)

    def _home(self, texts: Mapping[str, str]) -> str | None:
        words = texts.get("unit_uid")
        return self._unit(words) if words else self.shared.unit_uid

    def _unit(self, words: str) -> str:
        try:
            return self.lookup.unit(words)
        except errors.InvalidDraft:
            within = self.lookup.unit_within(words)
            if within is None:
                raise
            return within

    def _resolve_place(self, values: dict[str, Value]) -> None:
        """Put uids in the place of the words for unit and department; an unknown department stays as words."""
        words = values.get("unit_uid")
        values["unit_uid"] = self._unit(str(words)) if words else self.shared.unit_uid
        department = values.get("department_uid")
        if department:
            unit = values["unit_uid"]
            values["department_words"] = department
            values["department_uid"] = self.lookup.department(str(unit) if unit else None, str(department))

    def _newcomer(self, person: ListedPerson, values: dict[str, Value]) -> str:
        """Plan a new person; rows that name a person alike get the same uid."""
        if person.unit_uid is None:
            raise errors.invalid(
                "unit_uid",
                f"Chưa biết “{person.name}” thuộc đơn vị nào. Hãy ghi đơn vị ở bảng hoặc chọn đơn vị cho cả bảng.",
            )
        key = (same_person_key(person.name), person.born, person.unit_uid)
        if key not in self.newcomers:
            words = values.pop("department_words", None)
            if words and values.get("department_uid") is None:
                values["department_uid"] = self.parents.department(person.unit_uid, str(words))
            own: dict[str, Any] = {
                item: value for item, value in values.items() if item in _OF_PERSON and value is not None
            }
            self.newcomers[key] = self.parents.add(checked(PersonDraft(**own)))
        return self.newcomers[key]

    def _details(self, values: Mapping[str, Value]) -> tuple[tuple[str, str], ...]:
        """List what the row says of a person, in the words people read."""
        details = []
        for item in fields_of(PersonDraft):
            value = values.get(item.key)
            if item.key == "department_uid":
                value = values.get("department_words") or value
            if value is not None and item.key in _OF_PERSON:
                details.append((item.label, self.lookup.labels.get(str(value), item.show(value))))
        return tuple(details)


_WHOSE_COLLECTIVE: Final = "Chưa biết “{}” thuộc đơn vị nào. Hãy ghi đơn vị ở bảng hoặc chọn đơn vị cho cả bảng."


def _person_of(name: str, values: Mapping[str, Value]) -> ListedPerson:
    facts: dict[str, Any] = {"born": values.get("birth_date")}
    for key in ("unit_uid", "department_uid"):
        facts[key] = str(values[key]) if values.get(key) else None
    return ListedPerson(name, **facts)


def _hint(words: str) -> str | None:
    """Read the kind of recipient in a column or a group row; "Tập thể" leaves it open."""
    if not words or fold(words) == _COLLECTIVE_WORD:
        return None
    item = next(item for item in fields_of(NominationDraft) if item.key == "recipient_kind")
    try:
        return str(item.parse(words))
    except ValueError:
        return None


def _without_head(name: str) -> str:
    words = name.split()
    return " ".join(words[2:]) if fold(" ".join(words[:2])) == "tap the" else name
