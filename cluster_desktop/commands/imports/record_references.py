"""Find what the cells of a row refer to: units, departments, people, and whatever else is called by a name."""

from collections.abc import Mapping
from typing import Final

from cluster_desktop import errors
from cluster_desktop.commands.imports.named_records import Held
from cluster_desktop.commands.imports.placing import Placing, Values
from cluster_desktop.commands.imports.plan import Doubt, TableRow
from cluster_desktop.commands.imports.record_rows import RecordRows
from cluster_desktop.commands.imports.row_words import read_values
from cluster_desktop.commands.imports.subjects import Subjects
from cluster_desktop.commands.records.lookup import key_of
from cluster_desktop.commands.records.records import checked
from cluster_desktop.domain.fields.fields import Field, fields_of
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.people.people_match import ListedPerson
from cluster_desktop.domain.record_kinds.import_kinds import NAME
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.scoring.scoring import ScoreSheetDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.queries.careers.as_of import day_of_year

_ALONE: Final = ("cluster",)  # of which a book usually has one, so that nobody writes it
_OF_YEAR: Final = ("council_session", "round")  # of which a year usually has one


class RecordReferences:
    """The records that rows of a list refer to, but for those of its own kind."""

    def __init__(self, placing: Placing, subjects: Subjects, rules: RecordRows) -> None:
        self.placing, self.subjects, self.rules = placing, subjects, rules
        self.lookup, self.shared, self.parents = placing.lookup, placing.shared, placing.parents
        self.of_people = any(item.refers_to == "person" and item.required for item in fields_of(placing.kind.draft))

    def find(self, row: TableRow, texts: Mapping[str, str], item: Field, values: Values) -> str | Doubt | None:
        """Find what a cell refers to; where it is empty what the whole table belongs to. Raises InvalidDraft."""
        words, year = texts.get(item.key, ""), self.placing.year(texts)
        if not words:
            return self._unsaid(item, year)
        match item.refers_to:
            case "unit":
                return self._unit(item, words, values)
            case "department":
                return self._department(item, words, values)
            case "person":
                return self._person(row, texts, item)
            case kind:
                return self._sheet(words, year) if kind == "score_sheet" else self._named(item, words, year)

    def _named(self, item: Field, words: str, year: int | None) -> str:
        return self.placing.named.find(item.refers_to, words, year, item.key)

    def _unsaid(self, item: Field, year: int | None) -> str | None:
        kind, found, named = item.refers_to, None, self.placing.named
        if item.key == self.placing.kind.owner and self.shared.owner_uid:
            return self.shared.owner_uid
        if not item.required:
            return None
        if kind == "unit":
            found = self.shared.unit_uid
        elif kind == "score_sheet":
            found = self._sheet("", year)
        elif kind in _ALONE or (kind in _OF_YEAR and year is not None):
            found = named.only(kind, None if kind in _ALONE else year)
        if found is None:
            label = KINDS[kind].label
            sentence = f"Bảng không ghi {label}. Hãy thêm cột “{item.label}”, hoặc chọn {label} cho cả bảng."
            raise errors.invalid(item.key, sentence)
        return found

    def _unit(self, item: Field, words: str, values: Values) -> str | None:
        try:
            return self.lookup.unit(words, item.key)
        except errors.InvalidDraft:
            text = self.rules.SPILLS.get(item.key)
            if text is None or key_of(words) in self.lookup.units:
                raise
            values[text] = ", ".join(str(part) for part in (values.get(text), words) if part)
            return None

    def _department(self, item: Field, words: str, values: Values) -> str:
        person = str(values.get("person_uid") or "")
        unit = str(values.get("unit_uid") or self.lookup.stands.get(person) or "") or None
        day = _day_of(values)
        if self.of_people and unit is not None:
            return self.parents.department(unit, words, day)
        found = self.lookup.department(unit, words, day)
        if found is None:
            sentence = f"Không có khoa, phòng “{words[:60]}” ở đơn vị này. Hãy thêm khoa, phòng hoặc sửa tên cho đúng."
            raise errors.invalid(item.key, sentence)
        return found

    def _person(self, row: TableRow, texts: Mapping[str, str], item: Field) -> str | Doubt:
        born = read_values(PersonDraft, {"birth_date": texts.get("birth_date", "")})["birth_date"]
        listed = ListedPerson(texts[item.key], born if isinstance(born, PartialDate) else None)
        surely = self.lookup.people.find(listed).uid
        if surely is not None and (row.sheet, row.number) not in self.shared.answers:
            return self._called(surely, texts[item.key])
        known = {key: texts[key] for key in ("birth_date", "unit_uid") if texts.get(key)}
        try:
            subject = self.subjects.person(row, {**known, NAME: texts[item.key]})
        except errors.InvalidDraft as problem:
            moved = [(item.key if each.field == NAME else each.field, each.message) for each in problem.problems]
            raise errors.InvalidDraft([errors.Problem(*each) for each in moved]) from problem
        return subject if isinstance(subject, Doubt) else self._called(subject.uid, subject.title)

    def _called(self, uid: str, name: str) -> str:
        """Keep the name of a person for the titles and changes of the plan."""
        self.lookup.labels.setdefault(uid, name)
        return uid

    def _sheet(self, words: str, year: int | None) -> str:
        """Find a score sheet by its year or its name; a year that has none gets one. Raises InvalidDraft."""
        named = self.placing.named
        if year is None and words:
            return named.find("score_sheet", words, None, "sheet_uid")
        known, cluster = named.only("score_sheet", year), named.only("cluster", None)
        if known is not None:
            return known
        if year is None or cluster is None:
            missing = "năm nào" if year is None else "cụm, khối nào"
            sentence = f"Chưa rõ bảng điểm của {missing}. Hãy chọn năm cho cả bảng, hoặc lập bảng điểm trước."
            raise errors.invalid("sheet_uid", sentence)
        name = words or f"Bảng điểm năm {year}"
        uid = self.parents.add(checked(ScoreSheetDraft(name=name, cluster_uid=cluster, year=year)))
        named.know("score_sheet", Held(uid, name, year))
        return uid


def _day_of(values: Values) -> str:
    """The day (ISO text) of which a row tells; '' for none."""
    day, year = values.get("day"), values.get("year")
    if isinstance(day, PartialDate):
        return day.iso
    return day_of_year(int(str(year))).isoformat() if year else ""
