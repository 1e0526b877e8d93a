"""Matching the names of a list to people of the roster: one certain person, some candidates, or nobody."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.names import fold, nfc, same_person_key, unify_tones

_MOST_SHOWN: Final = 12
_I_FOR_Y: Final = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")


@dataclass(frozen=True, slots=True)
class RosterPerson:
    """A person of the roster, with what tells them from others of the name."""

    uid: str
    name: str
    born: PartialDate | None
    unit_uid: str | None
    department_uid: str | None = None
    earlier: frozenset[str] = frozenset()
    """The units they belonged to before, which an older list still names."""


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A person as a row of a list names them; None where it says nothing."""

    name: str
    born: PartialDate | None = None
    unit_uid: str | None = None
    department_uid: str | None = None


class Agreement(Enum):
    """The degree to which a person fits a row."""

    NO = auto()
    POSSIBLE = auto()
    CERTAIN = auto()


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """The person who is surely meant (uid), or those it could be, the likeliest first; neither for nobody."""

    uid: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass
class PeopleIndex:
    """The roster by name without marks, and by the day of birth for names that were misspelt."""

    by_name: dict[str, list[RosterPerson]] = field(default_factory=lambda: defaultdict(list))
    by_day: dict[PartialDate, list[RosterPerson]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, people: Iterable[RosterPerson]) -> "PeopleIndex":
        """Read the roster once, however long the list is."""
        index = cls()
        for person in people:
            index.add(person)
        return index

    def add(self, person: RosterPerson) -> None:
        """Add a person to the index."""
        self.by_name[same_person_key(person.name)].append(person)
        if person.born is not None and person.born.day is not None:
            self.by_day[person.born].append(person)

    def find(self, listed: ListedPerson) -> PersonMatch:
        """Find the person of a row.

        A person is certain when name, birth date and unit do not contradict and at least the birth date or
        the marks of the name agree, and nobody else fits as well.
        """
        named = self.by_name.get(same_person_key(listed.name), [])
        fits = [(agreement(listed, person), person) for person in named]
        certain = _narrowed(listed, [person for how, person in fits if how is Agreement.CERTAIN])
        if len(certain) == 1:
            return PersonMatch(certain[0].uid)
        possible = certain or [person for how, person in fits if how is Agreement.POSSIBLE]
        possible = possible or list(self._misspelt(listed))
        ordered = sorted(possible, key=lambda person: _distance(listed, person))
        return PersonMatch(candidates=tuple(person.uid for person in ordered[:_MOST_SHOWN]))

    def fitting(self, listed: ListedPerson) -> PersonMatch:
        """Find the person of a row of a roster: of that name and unit, with no other birth date.

        Somebody of another unit with the same full birth date, or with the same year where nobody else fits, may
        have moved: a question, never a second person without a word.
        """
        named = self.by_name.get(same_person_key(listed.name), [])
        agree = [person for person in named if may_be_same_day(listed.born, person.born)]
        fits = _narrowed(listed, [person for person in agree if _place(listed, person)])
        moved = [person for person in agree if _place(listed, person) is False and _both_dated(listed, person)]
        same_day = [person for person in moved if _same_full_day(listed, person)]
        if len(fits) == 1 and (_both_dated(listed, fits[0]) or not same_day):
            return PersonMatch(fits[0].uid)
        some = fits if fits and _both_dated(listed, fits[0]) else (*fits, *same_day)
        return PersonMatch(candidates=tuple(person.uid for person in (some or moved)[:_MOST_SHOWN]))

    def _misspelt(self, listed: ListedPerson) -> Iterator[RosterPerson]:
        """Find people of the same unit and birth date whose family or given name is the one written."""
        words = fold(listed.name).split()
        for person in self.by_day.get(listed.born, ()) if listed.born else ():
            name_words = fold(person.name).split()
            alike = name_words[-1:] == words[-1:] or name_words[:1] == words[:1]
            if alike and _place(listed, person) is not False:
                yield person


def may_be_same_day(first: PartialDate | None, second: PartialDate | None) -> bool:
    """Check that two partial dates do not contradict each other."""
    if first is None or second is None:
        return True
    return first.earliest <= second.latest and second.earliest <= first.latest


def agreement(listed: ListedPerson, person: RosterPerson) -> Agreement:
    """Rate the fit of a person of that name: a date or unit that contradicts leaves it a question."""
    place = _place(listed, person)
    if listed.born is None or person.born is None:
        certain = place is not False and _marks_agree(listed.name, person.name)
        return Agreement.CERTAIN if certain else Agreement.POSSIBLE
    if may_be_same_day(listed.born, person.born):
        # In another unit somebody who may have moved.
        return Agreement.POSSIBLE if place is False else Agreement.CERTAIN
    if place is False:
        return Agreement.NO
    return Agreement.POSSIBLE if place or _nearly_same_day(listed.born, person.born) else Agreement.NO


def _place(listed: ListedPerson, person: RosterPerson) -> bool | None:
    if listed.unit_uid is None or person.unit_uid is None:
        return None
    return listed.unit_uid == person.unit_uid or listed.unit_uid in person.earlier


def _marks_agree(written: str, name: str) -> bool:
    """Check that the name is written without any mark, or with the very marks of the roster."""
    bare = nfc(written)
    return bare.isascii() or _marked(bare) == _marked(name)


def _marked(name: str) -> str:
    """A name as it is compared with its marks: hòa is hoà, Lý is Lí."""
    return unify_tones(nfc(name)).lower().translate(_I_FOR_Y)


def _nearly_same_day(first: PartialDate, second: PartialDate) -> bool:
    """Day and month changed about, or only the year or only the day and month mistaken."""
    if first.year == second.year:
        return True
    return first.month is not None and (first.month, first.day) == (second.month, second.day)


def _narrowed(listed: ListedPerson, people: list[RosterPerson]) -> list[RosterPerson]:
    """Keep those who fit in one more respect, as long as there are any."""
    for fits in (_both_dated, _same_unit, _same_department, _same_marks):
        better = [person for person in people if fits(listed, person)]
        people = better or people
    return people


def _both_dated(listed: ListedPerson, person: RosterPerson) -> bool:
    return listed.born is not None and person.born is not None


def _same_full_day(listed: ListedPerson, person: RosterPerson) -> bool:
    return listed.born == person.born and listed.born is not None and listed.born.day is not None


def _same_unit(listed: ListedPerson, person: RosterPerson) -> bool:
    return listed.unit_uid is not None and listed.unit_uid == person.unit_uid


def _same_department(listed: ListedPerson, person: RosterPerson) -> bool:
    return listed.department_uid is not None and listed.department_uid == person.department_uid


def _same_marks(listed: ListedPerson, person: RosterPerson) -> bool:
    return _marked(listed.name) == _marked(person.name)


def _distance(listed: ListedPerson, person: RosterPerson) -> tuple[bool, bool, bool, str]:
    return (
        not may_be_same_day(listed.born, person.born),
        _place(listed, person) is False,
        not _same_marks(listed, person),
        person.uid,
    )
