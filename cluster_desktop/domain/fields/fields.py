"""One description per field, read by forms, tables, imports, filters, exports and histories.

A draft is a frozen dataclass whose attributes are declared with the functions below::

    class PersonDraft(Draft):
        full_name: str | None = name("Họ và tên", required=True)

``fields_of(PersonDraft)`` gives the descriptions in the order of declaration.
"""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from cluster_desktop.domain.fields import types
from cluster_desktop.domain.fields.choices import Choice, Word
from cluster_desktop.domain.fields.types import FieldType, Text
from cluster_desktop.domain.fields.types import Value as Value  # whoever reads fields reads values
from cluster_desktop.errors import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Everything the program knows about one field of a record.

    ``width`` is the usual column width in characters, 0 for that of the type; ``shown_when`` names a choice field and
    the codes for which this field applies; ``part`` is the section of the form; a ``sensitive`` one leaves the book
    only where somebody put its column into the list. Of tables that are brought in: ``rest_in`` is the field that takes
    the words behind a choice, ``several`` says that a row may name more than one, ``beside`` names the choice by
    whose words the field may be spread over columns, ``either`` says that an empty cell may mean the other word.
    Of a ``present`` reference only what is there today is offered. A ``hidden`` one is read from a hidden column too.
    """

    key: str
    label: str
    type: FieldType
    heading: str = ""
    aliases: tuple[str, ...] = ()
    required: bool = False
    help: str = ""
    width: int = 0
    part: str = ""
    listed: bool = False
    filterable: bool = False
    wide: bool = False
    sensitive: bool = False
    shown_when: tuple[str, tuple[str, ...]] | None = None
    rest_in: str = ""
    several: bool = False
    beside: str = ""
    either: bool = False
    present: bool = False
    hidden: bool = False

    def __post_init__(self) -> None:
        """Take the width of the type where none is said."""
        object.__setattr__(self, "width", self.width or self.type.WIDTH)

    @property
    def choices(self) -> Sequence[Choice]:
        """The words to choose from, or those usual; none for other types."""
        return self.type.choices

    @property
    def refers_to(self) -> str:
        """The kind of record a reference points to; '' for other types."""
        return self.type.refers_to

    @property
    def column_heading(self) -> str:
        """The short heading over a table column."""
        return self.heading or self.label

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading under which an imported table may carry this field."""
        return (self.label, *((self.heading,) if self.heading else ()), *self.aliases)

    def parse(self, text: str) -> Value:
        """Read what a person typed or a table cell holds; empty text gives None.

        Raises ValueError whose text is one plain sentence saying what is right.
        References are not looked up here: the text itself is returned.
        """
        words = self.type.tidy(text)
        return self.type.read(self.label, words) if words else None

    def show(self, value: Value) -> str:
        """The words a person reads for a stored value ('' for None)."""
        return "" if value is None else self.type.show(value)

    def applies(self, values: Mapping[str, Value]) -> bool:
        """Check that the field has a meaning for a record with these values."""
        if self.shown_when is None:
            return True
        key, codes = self.shown_when
        return values.get(key) in codes

    def problem(self, values: Mapping[str, Value]) -> str | None:
        """Say what is wrong with its value among *values*; None when nothing is."""
        value = values[self.key]
        if value is None:
            missing = self.required and self.applies(values)
            return f"Chưa điền {self.label[0].lower()}{self.label[1:]}." if missing else None
        try:
            self.type.check(self.label, value)
        except ValueError as problem:
            return str(problem)
        return None


def declare(label: str, kind: FieldType, default: Value = None, aliases: str = "", **options: Any) -> Any:
    """A dataclass attribute that carries a :class:`Field` (its key is the attribute's name).

    *aliases* are headings of other people's tables, parted by strokes.
    """
    others = tuple(aliases.split("|")) if aliases else ()
    return dataclasses.field(default=default, metadata={"label": label, "type": kind, "aliases": others, **options})


def text(label: str, max_length: int = 0, **options: Any) -> Any:
    """One line of text."""
    return declare(label, Text(max_length), **options)


def long_text(label: str, max_length: int = 0, **options: Any) -> Any:
    """Several lines of text."""
    return declare(label, types.LongText(max_length), **{"wide": True, **options})


def name(label: str, **options: Any) -> Any:
    """A name of a person."""
    return declare(label, types.Name(), **options)


def date(label: str, **options: Any) -> Any:
    """A date of which the day or the month may be unknown."""
    return declare(label, types.Date(), **options)


def year(label: str, **options: Any) -> Any:
    """A calendar year."""
    return declare(label, types.Year(), **options)


def integer(label: str, minimum: int = 0, maximum: int = 0, **options: Any) -> Any:
    """A whole number."""
    return declare(label, types.Integer(minimum, maximum), **options)


def money(label: str, **options: Any) -> Any:
    """An amount in đồng."""
    return declare(label, types.Money(), **options)


def choice(label: str, choices: Iterable[Choice], default: Word | None = None, **options: Any) -> Any:
    """A word of a closed vocabulary, stored as its code."""
    start = default.code if default else None
    return declare(label, types.OneOf(choices), start, **{"filterable": True, **options})


def suggestion(label: str, words: Iterable[str], max_length: int = 0, **options: Any) -> Any:
    """Free text with the usual words offered."""
    return declare(label, types.Suggestion(words, max_length), **options)


def points(label: str, **options: Any) -> Any:
    """Points of a score sheet."""
    return declare(label, types.Points(), **options)


def yes_no(label: str, **options: Any) -> Any:
    """True, False or not recorded."""
    return declare(label, types.Flag(), **options)


def reference(label: str, refers_to: str, **options: Any) -> Any:
    """The uid of a record of another kind."""
    return declare(label, types.Reference(refers_to), **options)


def computed(key: str, label: str, kind: FieldType, width: int, **options: Any) -> Field:
    """A column that the program computes."""
    return Field(key=key, label=label, type=kind, width=width, **{"listed": True, **options})


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Draft:
    """The fields that a form fills and a command checks before anything is written.

    It has no ``repr`` of its own, which would bring what stands in it into logs and takes long to build for each class.
    """

    KIND: ClassVar[str] = ""
    WORDS: ClassVar[Mapping[str, Any]] = {}

    def __init_subclass__(cls, *, kind: str = "", **words: Any) -> None:
        """Take what a :class:`RecordKind` says of a *kind* of record.

        A dataclass with slots is built a second time, without these keywords; what is set here goes with it.
        """
        if kind:
            cls.KIND, cls.WORDS = kind, words

    def problems(self) -> tuple[Problem, ...]:
        """Find what is wrong between the fields of this draft."""
        return ()

    def values(self) -> dict[str, Value]:
        """The values by field key."""
        return {field.key: getattr(self, field.key) for field in fields_of(type(self))}

    def normalised(self) -> Self:
        """The same draft with composed, trimmed text and empty text as None."""
        cleaned: dict[str, Value] = {}
        for field in fields_of(type(self)):
            value = getattr(self, field.key)
            cleaned[field.key] = (field.type.tidy(value) or None) if isinstance(value, str) else value
        return dataclasses.replace(self, **cleaned)


def fields_of(draft: type[Draft]) -> tuple[Field, ...]:
    """The descriptions of a draft's fields in the order they were declared."""
    if draft not in _FIELDS:
        items = dataclasses.fields(draft)
        _FIELDS[draft] = tuple(Field(key=item.name, **item.metadata) for item in items if item.metadata)
    return _FIELDS[draft]


_FIELDS: dict[type[Draft], tuple[Field, ...]] = {}


def check(draft: Draft) -> tuple[Problem, ...]:
    """Every problem of a normalised draft: missing, too long, unknown word, and between fields."""
    values = draft.values()
    problems = ((field.key, field.problem(values)) for field in fields_of(type(draft)))
    return (*(Problem(key, problem) for key, problem in problems if problem), *draft.problems())


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
