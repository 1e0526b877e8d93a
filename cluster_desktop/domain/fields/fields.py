"""One description per field, read by forms, tables, imports, filters, exports and histories.

A draft is a frozen dataclass whose attributes are declared with the functions below::

    class PersonDraft(Draft):
        full_name: str | None = name("Họ và tên", required=True)

``fields_of(PersonDraft)`` gives the descriptions in the order of declaration.
"""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar, Self

from cluster_desktop.domain.fields.choices import Choice, LateChoices, PlainChoice, Word, label_of
from cluster_desktop.domain.text import names, numbers
from cluster_desktop.domain.text.dates import DateProblem, PartialDate, parse_date
from cluster_desktop.errors import Problem

POINT = 100
"""One point of a score sheet as it is stored: in hundredths."""

Value = str | int | bool | PartialDate | None


class Kind(StrEnum):
    """What a field holds, which decides its editor, its alignment and how it is read."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NAME = "name"
    DATE = "date"
    YEAR = "year"
    INTEGER = "integer"
    MONEY = "money"
    POINTS = "points"
    CHOICE = "choice"
    SUGGESTION = "suggestion"
    YES_NO = "yes_no"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Everything the program knows about one field of a record.

    ``width`` is the usual column width in characters; ``shown_when`` names a choice field and
    the codes for which this field applies; ``part`` is the section of the form.
    """

    key: str
    label: str
    kind: Kind
    heading: str = ""
    aliases: tuple[str, ...] = ()
    choices: Sequence[Choice] = ()
    refers_to: str = ""
    required: bool = False
    help: str = ""
    width: int = 16
    max_length: int = 200
    minimum: int | None = None
    maximum: int | None = None
    part: str = ""
    listed: bool = False
    filterable: bool = False
    wide: bool = False
    sensitive: bool = False
    shown_when: tuple[str, tuple[str, ...]] | None = None
    since: int = 1

    @property
    def column_heading(self) -> str:
        """The short heading over a table column."""
        return self.heading or self.label

    @property
    def numeric(self) -> bool:
        """Whether the column is aligned to the right."""
        return self.kind in (Kind.INTEGER, Kind.MONEY, Kind.POINTS, Kind.YEAR)

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading under which an imported table may carry this field."""
        return (self.label, *((self.heading,) if self.heading else ()), *self.aliases)

    def parse(self, text: str) -> Value:
        """Read what a person typed or a table cell holds; empty text gives None.

        Raises ValueError whose text is one plain sentence saying what is right.
        References are not looked up here: the text itself is returned.
        """
        lines = names.nfc_lines(text) if self.kind is Kind.LONG_TEXT else names.nfc(text)
        return None if not lines else _PARSERS.get(self.kind, _parse_text)(self, lines)

    def show(self, value: Value) -> str:
        """The words a person reads for a stored value ('' for None)."""
        if value is None:
            return ""
        if self.kind is Kind.CHOICE:
            return label_of(self.choices, str(value))
        if self.kind is Kind.YES_NO:
            return "Có" if value else "Không"
        if isinstance(value, PartialDate):
            return value.show()
        if self.kind in (Kind.INTEGER, Kind.MONEY) and isinstance(value, int):
            return numbers.show_number(value)
        if self.kind is Kind.POINTS and isinstance(value, int):
            return show_points(value)
        return str(value)

    def applies(self, values: Mapping[str, Value]) -> bool:
        """Whether the field has a meaning for a record with these values."""
        if self.shown_when is None:
            return True
        key, codes = self.shown_when
        return values.get(key) in codes


def _parse_text(field: Field, text: str) -> Value:
    if len(text) > field.max_length:
        raise ValueError(f"{field.label} dài {len(text)} ký tự; tối đa {field.max_length}. Hãy viết gọn lại.")
    return text


def _parse_name(field: Field, text: str) -> Value:
    if not any(letter.isalpha() for letter in text):
        raise ValueError(f"{field.label} phải có chữ cái.")
    return _parse_text(field, text)


def _parse_date(field: Field, text: str) -> Value:
    try:
        return parse_date(text)
    except DateProblem as problem:
        raise ValueError(str(problem)) from None


def _parse_integer(field: Field, text: str) -> Value:
    try:
        number = numbers.parse_number(text)
    except numbers.NumberProblem:
        raise ValueError("Gõ số nguyên, ví dụ 12 hoặc 1.490.000.") from None
    if number != int(number):
        raise ValueError(f"{field.label} phải là số nguyên.")
    return _within(field, int(number))


def show_points(hundredths: int) -> str:
    """Points as people write them: 1250 hundredths are "12,5"."""
    return numbers.show_number(Decimal(hundredths) / POINT)


def _parse_points(field: Field, text: str) -> Value:
    try:
        number = numbers.parse_number(text) * POINT
    except numbers.NumberProblem:
        raise ValueError("Gõ điểm như 8 hoặc 7,25.") from None
    if number != int(number):
        raise ValueError(f"{field.label} có nhiều nhất hai chữ số sau dấu phẩy, ví dụ 12,75.")
    return _within(field, int(number))


def _parse_year(field: Field, text: str) -> Value:
    if not (text.isdecimal() and len(text) == 4):
        raise ValueError("Gõ năm bằng bốn chữ số, ví dụ 2020.")
    return _within(field, int(text))


def _within(field: Field, number: int) -> int:
    low, high = field.minimum, field.maximum
    if low is not None and number < low:
        raise ValueError(f"{field.label} không được nhỏ hơn {_bound(field, low)}.")
    if high is not None and number > high:
        raise ValueError(f"{field.label} không được lớn hơn {_bound(field, high)}.")
    return number


def _bound(field: Field, number: int) -> str:
    return show_points(number) if field.kind is Kind.POINTS else numbers.show_number(number)


def _parse_choice(field: Field, text: str) -> Value:
    wanted = _loose(text)
    for choice in field.choices:
        if wanted in {_loose(word) for word in (choice.code, choice.label, *choice.aliases)}:
            return choice.code
    raise _unknown(field, text)


def _unknown(field: Field, text: str) -> ValueError:
    words = ", ".join(choice.label for choice in field.choices[:8])
    more = "…" if len(field.choices) > 8 else ""
    return ValueError(f"{field.label} không có mục “{text[:40]}”. Hãy chọn một trong: {words}{more}.")


def _parse_yes_no(field: Field, text: str) -> Value:
    word = names.fold(text)
    if word in ("x", "co", "1", "yes", "true", "dung"):
        return True
    if word in ("khong", "0", "no", "false", "sai"):
        return False
    raise ValueError(f"{field.label}: ghi “x” hoặc “có” nếu đúng, để trống nếu không.")


def _loose(text: str) -> str:
    """Folded text in which sĩ/sỹ and hyphens make no difference, to meet everyday spellings."""
    return names.fold(text).replace("y", "i").replace("-", " ").replace("_", " ").replace("  ", " ")


_PARSERS = {
    Kind.NAME: _parse_name,
    Kind.DATE: _parse_date,
    Kind.YEAR: _parse_year,
    Kind.INTEGER: _parse_integer,
    Kind.MONEY: _parse_integer,
    Kind.POINTS: _parse_points,
    Kind.CHOICE: _parse_choice,
    Kind.YES_NO: _parse_yes_no,
}


def declare(label: str, kind: Kind, **options: Any) -> Any:
    """A dataclass attribute that carries a :class:`Field` (its key is the attribute's name)."""
    return dataclasses.field(default=options.pop("default", None), metadata={"label": label, "kind": kind, **options})


def text(label: str, **options: Any) -> Any:
    """One line of text."""
    return declare(label, Kind.TEXT, **options)


def long_text(label: str, **options: Any) -> Any:
    """Several lines of text."""
    return declare(label, Kind.LONG_TEXT, **{"max_length": 4000, "wide": True, "width": 40, **options})


def name(label: str, **options: Any) -> Any:
    """A name of a person; sorted and searched as Vietnamese names are."""
    return declare(label, Kind.NAME, **{"width": 24, **options})


def date(label: str, **options: Any) -> Any:
    """A date of which the day or the month may be unknown."""
    return declare(label, Kind.DATE, **{"width": 11, **options})


def year(label: str, **options: Any) -> Any:
    """A calendar year."""
    return declare(label, Kind.YEAR, **{"width": 7, "minimum": 1945, "maximum": 2100, **options})


def integer(label: str, **options: Any) -> Any:
    """A whole number, not negative unless said."""
    return declare(label, Kind.INTEGER, **{"width": 9, "minimum": 0, "maximum": 10**9, **options})


def money(label: str, **options: Any) -> Any:
    """An amount in đồng."""
    return declare(label, Kind.MONEY, **{"width": 14, "minimum": 0, "maximum": 10**12, **options})


def choice(label: str, choices: Iterable[Choice], default: Word | None = None, **options: Any) -> Any:
    """A word of a closed vocabulary, stored as its code."""
    offered = choices if isinstance(choices, LateChoices) else tuple(choices)
    start = default.code if default else None
    return declare(label, Kind.CHOICE, choices=offered, default=start, **{"filterable": True, **options})


def suggestion(label: str, choices: Sequence[str], **options: Any) -> Any:
    """Free text with the usual words offered."""
    words = tuple(PlainChoice(word, word) for word in choices)
    return declare(label, Kind.SUGGESTION, choices=words, **options)


def points(label: str, **options: Any) -> Any:
    """Points of a score sheet with at most two decimals, stored as whole hundredths so that sums are exact."""
    return declare(label, Kind.POINTS, **{"width": 8, "minimum": 0, "maximum": 1000 * POINT, **options})


def yes_no(label: str, **options: Any) -> Any:
    """True, False or not recorded."""
    return declare(label, Kind.YES_NO, **{"width": 8, **options})


def reference(label: str, refers_to: str, **options: Any) -> Any:
    """The uid of a record of another kind."""
    return declare(label, Kind.REFERENCE, refers_to=refers_to, **{"width": 20, **options})


def computed(key: str, label: str, kind: Kind = Kind.TEXT, width: int = 14, **options: Any) -> Field:
    """A column that the program computes."""
    return Field(key=key, label=label, kind=kind, width=width, **{"listed": True, **options})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a form fills and a command checks before anything is written."""

    KIND: ClassVar[str] = ""
    WORDS: ClassVar[Mapping[str, Any]] = {}

    def __init_subclass__(cls, *, kind: str = "", **words: Any) -> None:
        """Take what a :class:`RecordKind` says of a *kind* of record.

        A dataclass with slots is built a second time, without these keywords; what is set here goes with it.
        """
        if kind:
            cls.KIND, cls.WORDS = kind, words

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong between the fields of this draft."""
        return ()

    def values(self) -> dict[str, Value]:
        """The values by field key."""
        return {field.key: getattr(self, field.key) for field in fields_of(type(self))}

    def normalised(self) -> Self:
        """The same draft with composed, trimmed text and empty text as None."""
        cleaned: dict[str, Value] = {}
        for field in fields_of(type(self)):
            value = getattr(self, field.key)
            if isinstance(value, str):
                several = field.kind is Kind.LONG_TEXT
                value = (names.nfc_lines(value) if several else names.nfc(value)) or None
            cleaned[field.key] = value
        return dataclasses.replace(self, **cleaned)


def fields_of(draft: type[Draft]) -> tuple[Field, ...]:
    """The descriptions of a draft's fields in the order they were declared."""
    if draft not in _KNOWN:
        items = dataclasses.fields(draft)
        _KNOWN[draft] = tuple(Field(key=item.name, **item.metadata) for item in items if item.metadata)
    return _KNOWN[draft]


_KNOWN: dict[type[Draft], tuple[Field, ...]] = {}


def check(draft: Draft) -> tuple[Problem, ...]:
    """Every problem of a normalised draft: missing, too long, unknown word, and between fields."""
    values = draft.values()
    found = []
    for field in fields_of(type(draft)):
        message = _check_value(field, values[field.key], values)
        if message:
            found.append(Problem(field.key, message))
    return (*found, *draft.problems())


def _check_value(field: Field, value: Value, values: Mapping[str, Value]) -> str | None:
    if value is None:
        missing = field.required and field.applies(values)
        return f"Chưa điền {field.label[0].lower()}{field.label[1:]}." if missing else None
    if field.kind in (Kind.REFERENCE, Kind.YES_NO) or isinstance(value, PartialDate):
        return None
    try:
        if isinstance(value, int):
            _within(field, value)
        elif field.kind is Kind.CHOICE and value not in {choice.code for choice in field.choices}:
            raise _unknown(field, value)
        else:
            field.parse(value)
    except ValueError as problem:
        return str(problem)
    return None


def read_texts(draft: type[Draft], texts: Mapping[str, str]) -> tuple[dict[str, Value], tuple[Problem, ...]]:
    """Parse typed texts by field key into values, with a problem for each that cannot be read."""
    values: dict[str, Value] = {}
    problems = []
    for field in fields_of(draft):
        if field.key not in texts:
            continue
        try:
            values[field.key] = field.parse(texts[field.key])
        except ValueError as problem:
            problems.append(Problem(field.key, str(problem)))
    return values, tuple(problems)
