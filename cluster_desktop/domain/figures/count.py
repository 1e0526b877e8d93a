"""Figures that know what they count: a number keeps the records it was counted from, words keep the numbers in them.

Whoever counts says which records make the figure up, in the same breath; the number is their sum and cannot differ.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from string import Formatter
from typing import Protocol, Self

from cluster_desktop.domain.text.numbers import count_words, show_number

NOUNS: Mapping[str, str] = {
    "person": "người",
    "award": "khen thưởng",
    "event": "sự kiện",
    "unit": "đơn vị",
    "department": "khoa, phòng",
    "decision": "quyết định",
    "movement": "phong trào",
    "nomination": "đề nghị",
}
"""The noun for counted records of a kind."""
ALL = "Tất cả"


class Recorded(Protocol):
    """Anything that stands for one record."""

    @property
    def uid(self) -> str:
        """The record's own."""


@dataclass(frozen=True, slots=True)
class Source:
    """The records behind a figure: how it is called, their kind, and what each adds (one each, or *amounts*)."""

    name: str
    kind: str
    uids: tuple[str, ...] = ()
    amounts: tuple[int, ...] = ()
    noun: str = ""

    @property
    def total(self) -> int:
        """The sum of the records."""
        return sum(self.amounts) if self.amounts else len(self.uids)

    @property
    def words(self) -> str:
        """The noun of what is counted: "người", or for sums "tham luận", "đồng"."""
        return self.noun or NOUNS[self.kind]

    @property
    def sentence(self) -> str:
        """The figure as a sentence: "Thạc sĩ: 174 người"."""
        return f"{self.name}: {show_number(self.total)} {self.words}"

    def amount(self, place: int) -> int:
        """Return what the record at *place* adds."""
        return self.amounts[place] if self.amounts else 1


class Count(int):
    """A number that is the sum of its source."""

    source: Source

    def __new__(cls, source: Source) -> Self:
        number = super().__new__(cls, source.total)
        number.source = source
        return number

    def named(self, name: str) -> "Count":
        """The same figure under another name."""
        return Count(replace(self.source, name=name))


def count(name: str, kind: str, records: Iterable[Recorded]) -> Count:
    """Count *records*."""
    return Count(Source(name, kind, tuple(record.uid for record in records)))


def amount(name: str, kind: str, noun: str, parts: Iterable[tuple[Recorded, int | None]]) -> Count:
    """Add up *parts* (record, what it adds); records that add nothing are left out."""
    kept = [(record.uid, number) for record, number in parts if number]
    return Count(Source(name, kind, tuple(uid for uid, _ in kept), tuple(number for _, number in kept), noun))


def joined(name: str, counts: Sequence[Count]) -> Count:
    """The sum of figures of one kind that count the same thing; *counts* has one at least."""
    first, sources = counts[0].source, [each.source for each in counts]
    uids = tuple(uid for source in sources for uid in source.uids)
    amounts: tuple[int, ...] = ()
    if any(source.amounts for source in sources):
        amounts = tuple(source.amount(place) for source in sources for place in range(len(source.uids)))
    return Count(Source(name, first.kind, uids, amounts, first.noun))


@dataclass(frozen=True, slots=True)
class FigureMark:
    """A figure inside words: the letters from *start* to before *end* tell it."""

    start: int
    end: int
    source: Source


class Words(str):
    """Text that knows which of its letters are figures."""

    __slots__ = ("marks",)
    marks: tuple[FigureMark, ...]

    def __new__(cls, text: str, marks: Iterable[FigureMark] = ()) -> Self:
        words = super().__new__(cls, text)
        words.marks = tuple(marks)
        return words


def marked_whole(text: str, number: object) -> str:
    """Mark *text* as another form of *number*: its share, its amount in đồng."""
    return Words(text, (FigureMark(0, len(text), number.source),)) if isinstance(number, Count) else text


def marks_of(text: str) -> tuple[FigureMark, ...]:
    """The figures in *text*, in their order."""
    return text.marks if isinstance(text, Words) else ()


def source_of(cell: object) -> Source | None:
    """The source of a cell that is a figure, as a number or in words."""
    if isinstance(cell, Count):
        return cell.source
    marks = cell.marks if isinstance(cell, Words) else ()
    return marks[0].source if len(marks) == 1 else None


def tell(pattern: str, **parts: object) -> Words:
    """Fill ``{name}`` in *pattern*; numbers are written as in reports ("05"), and all figures stay marked."""
    texts: list[str] = []
    for literal, name, _spec, _conversion in Formatter().parse(pattern):
        texts.append(literal)
        if name is not None:
            texts.append(_in_words(parts[name]))
    return chained("", texts)


def _in_words(part: object) -> str:
    if isinstance(part, int):
        return marked_whole(count_words(part), part)
    return part if isinstance(part, str) else str(part)


def chained(between: str, texts: Iterable[str]) -> Words:
    """The texts one after another, *between* them, with all their figures."""
    line, marks = "", list[FigureMark]()
    for number, text in enumerate(texts):
        line += between if number else ""
        marks += [replace(mark, start=mark.start + len(line), end=mark.end + len(line)) for mark in marks_of(text)]
        line += text
    return Words(line, marks)


def enumerated(texts: Sequence[str]) -> Words:
    """ "một, hai và ba"."""
    if len(texts) < 2:
        return chained("", texts)
    return chained(" và ", (chained(", ", texts[:-1]), texts[-1]))


def in_lines(text: str, lines: Sequence[str]) -> list[str]:
    """The *lines* that *text* was broken into, each with its part of the figures.

    Letters are counted without spaces, because breaking a text into lines only changes those.
    """
    marks = [(_letters(text, mark.start), _letters(text, mark.end), mark.source) for mark in marks_of(text)]
    marked_lines: list[str] = []
    passed = 0
    for line in lines if marks else ():
        places = [place for place, letter in enumerate(line) if not letter.isspace()]
        parts = [
            FigureMark(places[max(start - passed, 0)], places[min(end - passed, len(places)) - 1] + 1, source)
            for start, end, source in marks
            if start - passed < len(places) and end > passed
        ]
        marked_lines.append(Words(line, parts))
        passed += len(places)
    return marked_lines or list(lines)


def _letters(text: str, end: int) -> int:
    return sum(not letter.isspace() for letter in text[:end])
