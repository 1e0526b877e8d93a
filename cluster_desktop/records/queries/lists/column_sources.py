"""Build the expressions that read each column of a kind: its value, its label and its order."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, literal, or_, select

from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.record_kind import RecordKind
from cluster_desktop.domain.fields.types import OneOf
from cluster_desktop.domain.people.vocabulary import ON_STAFF
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.searching import asked
from cluster_desktop.records.living import with_deleted
from cluster_desktop.records.models import RECORD_TABLES, Award, Paper, Person, Printing, Record
from cluster_desktop.records.queries.units.unit_names import unit_at_the_time

_OF_EVENT = ("paper", "result", "gift", "co_host", "participant", "attendee", "expense")
_OF_PERSON = ("service", "qualification", "rating", "initiative", "discipline", "attendee")
_WITH_RECIPIENT = ("registration", "nomination", "award")
LABELS = {"unit": "short_name", "department": "name", "nomination": "award", "score": "evidence"}


@dataclass(frozen=True, slots=True)
class ColumnExpressions:
    """The expressions behind one column of a list; without an order the kind of the field decides."""

    value: ColumnElement[Any]
    label: ColumnElement[Any] | None = None
    order: ColumnElement[Any] | None = None


def label_key(kind: str) -> str:
    """The field of a kind that stands for the record in other records' columns."""
    return LABELS.get(kind) or KINDS[kind].title[0]


def label_of(table: Any, kind: str) -> ColumnElement[Any]:
    """The words that stand for a record of *kind* in lists of others."""
    item = KINDS[kind].field(label_key(kind))
    value: ColumnElement[Any] = getattr(table, item.key)
    if not isinstance(item.type, OneOf):
        return value
    return case({choice.code: choice.label for choice in item.choices}, value=value, else_=value)


@dataclass
class ListSource:
    """The joins and columns needed to list one kind, gathered as columns are asked for."""

    kind: RecordKind
    model: Any = field(init=False)
    joins: list[tuple[Any, ColumnElement[bool]]] = field(default_factory=list)
    _others: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.model = with_deleted(RECORD_TABLES[self.kind.key], self.kind.key)

    def joined(self, key: str, kind: str, link: ColumnElement[Any]) -> Any:
        """The table of *kind* joined where its uid equals *link* (once per *key*)."""
        if key not in self._others:
            other = with_deleted(RECORD_TABLES[kind], f"{key}_{kind}")
            self._others[key] = other
            self.joins.append((other, other.uid == link))
        return self._others[key]

    def column(self, item: Field) -> ColumnExpressions:
        """The expressions for a field or derived column."""
        derived = _DERIVED.get((self.kind.key, item.key))
        if derived is not None:
            expressions: ColumnExpressions = derived(self)
            return expressions
        value = getattr(self.model, item.key)
        if item.refers_to:
            other = self.joined(item.key, item.refers_to, value)
            return ColumnExpressions(value, label_of(other, item.refers_to), other.sort_key)
        return ColumnExpressions(value)

    def value(self, item: Field) -> ColumnElement[Any]:
        """The stored value alone, without the join that its words would need."""
        if (self.kind.key, item.key) in _DERIVED:
            return self.column(item).value
        return getattr(self.model, item.key)  # type: ignore[no-any-return]

    def order(self, item: Field) -> ColumnElement[Any]:
        """Build the expression that puts the records in order by this column."""
        column = self.column(item)
        return self._usual_order(item, column.value) if column.order is None else column.order

    def _usual_order(self, item: Field, value: ColumnElement[Any]) -> ColumnElement[Any]:
        if item.key == self.model.SORTED_BY:
            return self.model.sort_key  # type: ignore[no-any-return]
        if isinstance(item.type, OneOf):
            ranks = {choice.code: rank for rank, choice in enumerate(item.choices)}
            return case(ranks, value=value, else_=len(ranks))
        if item.type.free:
            return func.sort_text(value)
        return value

    def select(self, columns: list[ColumnElement[Any]]) -> Select[Any]:
        """The statement over these columns with every join asked for so far."""
        statement = select(*columns).select_from(self.model)
        for other, condition in self.joins:
            statement = statement.outerjoin(other, condition)
        return statement

    def search_text(self) -> ColumnElement[Any]:
        """The folded text a record is found by; recipients lend theirs to nominations and awards."""
        if self.kind.key not in _WITH_RECIPIENT:
            owner = self.kind.owners[0] if self.kind.owners and not self.model.searched() else ""
            if not owner:
                return self.model.search_key  # type: ignore[no-any-return]
            other = self.joined(owner, self.kind.field(owner).refers_to, getattr(self.model, owner))
            return func.coalesce(other.search_key, "")
        texts = [func.coalesce(other.search_key, "") for other in _recipients(self)]
        return _glued([*texts, self.model.search_key])


def finding(key: Any, typed: str) -> list[ColumnElement[bool]]:
    """The conditions that a search key meets which has every typed word in one of its spellings."""
    return [or_(*(key.contains(form, autoescape=True) for form in forms)) for forms in asked(typed).plain]


def _glued(texts: list[Any]) -> ColumnElement[Any]:
    whole = texts[0]
    for text in texts[1:]:
        whole = whole.concat(" ").concat(text)
    return whole  # type: ignore[no-any-return]


def _recipients(source: ListSource) -> tuple[Any, Any, Any]:
    model = source.model
    return (
        source.joined("person_uid", "person", model.person_uid),
        source.joined("department_uid", "department", model.department_uid),
        source.joined("unit_uid", "unit", model.unit_uid),
    )


def _recipient(source: ListSource) -> ColumnExpressions:
    person, department, unit = _recipients(source)
    value = func.coalesce(person.full_name, department.name, unit.name)
    # Names of people come before collectives, each in its own order.
    collective = func.coalesce(department.sort_key, unit.sort_key)
    order = func.coalesce(person.sort_key, literal("~").concat(collective))
    return ColumnExpressions(value, None, order)


def _recipient_unit(source: ListSource) -> ColumnExpressions:
    _person, department, _unit = _recipients(source)
    value = unit_at_the_time(source.model, None, department)
    own = source.joined("recipient_unit", "unit", value)
    return ColumnExpressions(value, own.short_name, own.sort_key)


def _round_year(source: ListSource) -> ColumnExpressions:
    other = source.joined("round_uid", "round", source.model.round_uid)
    return ColumnExpressions(other.year)


def _of_owner(owner: str, key: str) -> Any:
    """A column of the record that another one belongs to: the year of its event, the birth date of its person."""

    def column(source: ListSource) -> ColumnExpressions:
        kind = source.kind.field(owner).refers_to
        return ColumnExpressions(getattr(source.joined(owner, kind, getattr(source.model, owner)), key))

    return column


def _score_year(source: ListSource) -> ColumnExpressions:
    criterion = source.joined("criterion_uid", "criterion", source.model.criterion_uid)
    return ColumnExpressions(source.joined("sheet_uid", "score_sheet", criterion.sheet_uid).year)


def _decision(source: ListSource) -> Any:
    return source.joined("decision_uid", "decision", source.model.decision_uid)


def _decision_year(source: ListSource) -> ColumnExpressions:
    other = _decision(source)
    return ColumnExpressions(other.year)


def _decision_date(source: ListSource) -> ColumnExpressions:
    other = _decision(source)
    return ColumnExpressions(other.decided_on)


def _count(table: type[Record], link: Any, *conditions: Any) -> Any:
    def column(source: ListSource) -> ColumnExpressions:
        number = select(func.count()).select_from(table).where(link == source.model.uid, *conditions).scalar_subquery()
        return ColumnExpressions(number)

    return column


def _papers(source: ListSource) -> ColumnExpressions:
    """The papers of an event: those recorded, or as many as are noted where not all of them are."""
    recorded = _count(Paper, Paper.event_uid)(source).value
    return ColumnExpressions(func.max(recorded, func.coalesce(source.model.paper_count, 0)))


_WORKING = Person.status.in_(ON_STAFF)
_DERIVED: dict[tuple[str, str], Any] = {
    ("unit", "headcount"): _count(Person, Person.unit_uid, _WORKING),
    ("department", "headcount"): _count(Person, Person.department_uid, _WORKING),
    ("registration", "recipient"): _recipient,
    ("registration", "recipient_unit"): _recipient_unit,
    ("nomination", "recipient"): _recipient,
    ("nomination", "recipient_unit"): _recipient_unit,
    ("nomination", "year"): _round_year,
    ("award", "recipient"): _recipient,
    ("award", "recipient_unit"): _recipient_unit,
    ("award", "decided_on"): _decision_date,
    ("award", "year"): _decision_year,
    ("award", "printed"): _count(Printing, Printing.award_uid),
    ("decision", "recipients"): _count(Award, Award.decision_uid),
    ("event", "papers"): _papers,
    ("gift", "worth"): lambda source: ColumnExpressions(source.model.worth),
    ("score", "year"): _score_year,
    ("council_member", "year"): _of_owner("session_uid", "year"),
    **{(kind, "year"): _of_owner("sheet_uid", "year") for kind in ("criterion", "recommendation")},
    **{(kind, "year"): _of_owner("event_uid", "year") for kind in _OF_EVENT},
    **{(kind, "birth_date"): _of_owner("person_uid", "birth_date") for kind in _OF_PERSON},
}
