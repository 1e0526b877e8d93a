"""Who of the roster is meant by a name in somebody's list: surely one person, perhaps some, or nobody."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.names import fold, nfc, same_person_key, unify_tones

_MOST_SHOWN: Final = 12
_I_FOR_Y: Final = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """What the roster knows of a person that tells them from others of the name."""

    uid: str
    name: str
    born: PartialDate | None
    unit_uid: str | None
    department_uid: str | None = None


@dataclass(frozen=True, slots=True)
class WantedPerson:
    """What a row of a list says about a person; None where it says nothing."""

    name: str
    born: PartialDate | None = None
    unit_uid: str | None = None
    department_uid: str | None = None


class Agreement(IntEnum):
    """How well a person fits what a row says."""

    NO = 0
    POSSIBLE = 1
    CERTAIN = 2


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """The person who is surely meant (uid), or those it could be, the likeliest first; neither for nobody."""

    uid: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass
class PeopleIndex:
    """The roster by name without marks, and by the day of birth for names that were misspelt."""

    by_name: dict[str, list[KnownPerson]] = field(default_factory=lambda: defaultdict(list))
    by_day: dict[PartialDate, list[KnownPerson]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, people: Iterable[KnownPerson]) -> "PeopleIndex":
        """Read the roster once, however long the list is."""
        index = cls()
        for person in people:
            index.add(person)
        return index

    def add(self, person: KnownPerson) -> None:
        """Know one person more."""
        self.by_name[same_person_key(person.name)].append(person)
        if person.born is not None and person.born.day is not None:
            self.by_day[person.born].append(person)

    def find(self, wanted: WantedPerson) -> PersonMatch:
        """Who is meant.

        A person is certain when name, birth date and unit do not contradict and at least the birth date or
        the marks of the name agree, and nobody else fits as well.
        """
        named = self.by_name.get(same_person_key(wanted.name), [])
        fits = [(agreement(wanted, person), person) for person in named]
        certain = _narrowed(wanted, [person for how, person in fits if how is Agreement.CERTAIN])
        if len(certain) == 1:
            return PersonMatch(certain[0].uid)
        possible = certain or [person for how, person in fits if how is Agreement.POSSIBLE]
        possible = possible or list(self._misspelt(wanted))
        ordered = sorted(possible, key=lambda person: _distance(wanted, person))
        return PersonMatch(candidates=tuple(person.uid for person in ordered[:_MOST_SHOWN]))

    def fitting(self, wanted: WantedPerson) -> tuple[str, ...]:
        """People of that name and unit whose birth date does not contradict; where one thing more tells, those."""
        named = self.by_name.get(same_person_key(wanted.name), [])
        fits = [person for person in named if _place(wanted, person) and may_be_same_day(wanted.born, person.born)]
        return tuple(person.uid for person in _narrowed(wanted, fits))

    def _misspelt(self, wanted: WantedPerson) -> Iterator[KnownPerson]:
        """People of the same unit born on the very day whose family or given name is the one written."""
        words = fold(wanted.name).split()
        for person in self.by_day.get(wanted.born, ()) if wanted.born else ():
            known = fold(person.name).split()
            alike = bool(words) and (known[-1:] == words[-1:] or known[:1] == words[:1])
            if alike and _place(wanted, person) is not False:
                yield person


def may_be_same_day(first: PartialDate | None, second: PartialDate | None) -> bool:
    """Whether two partial dates do not contradict each other."""
    if first is None or second is None:
        return True
    return first.earliest <= second.latest and second.earliest <= first.latest


def agreement(wanted: WantedPerson, known: KnownPerson) -> Agreement:
    """How well somebody of that name fits: a date or unit that contradicts leaves it a question."""
    dated = wanted.born is not None and known.born is not None
    same_day = may_be_same_day(wanted.born, known.born)
    place = _place(wanted, known)
    if same_day and place is not False:
        return Agreement.CERTAIN if dated or _marks_agree(wanted.name, known.name) else Agreement.POSSIBLE
    if same_day:
        # Somebody who may have moved; without a date another person of the name is as likely.
        return Agreement.POSSIBLE
    if place is False:
        return Agreement.NO
    return Agreement.POSSIBLE if place or _nearly_same_day(wanted.born, known.born) else Agreement.NO


def _place(wanted: WantedPerson, known: KnownPerson) -> bool | None:
    if wanted.unit_uid is None or known.unit_uid is None:
        return None
    return wanted.unit_uid == known.unit_uid


def _marks_agree(written: str, known: str) -> bool:
    """Whether a name without any mark, or with the very marks of the roster, was written."""
    bare = nfc(written)
    return bare.isascii() or _marked(bare) == _marked(known)


def _marked(name: str) -> str:
    """A name as it is compared with its marks: hòa is hoà, Lý is Lí."""
    return unify_tones(nfc(name)).lower().translate(_I_FOR_Y)


def _nearly_same_day(first: PartialDate | None, second: PartialDate | None) -> bool:
    """Day and month changed about, or only the year or only the day and month mistaken."""
    if first is None or second is None:
        return True
    if first.year == second.year:
        return True
    return first.month is not None and (first.month, first.day) == (second.month, second.day)


def _narrowed(wanted: WantedPerson, people: list[KnownPerson]) -> list[KnownPerson]:
    """Of several who fit, those who fit in one thing more, while there are any."""
    for fits in (_known_day, _known_unit, _same_department, _same_marks):
        better = [person for person in people if fits(wanted, person)]
        people = better or people
    return people


def _known_day(wanted: WantedPerson, person: KnownPerson) -> bool:
    return wanted.born is not None and person.born is not None


def _known_unit(wanted: WantedPerson, person: KnownPerson) -> bool:
    return _place(wanted, person) is True


def _same_department(wanted: WantedPerson, person: KnownPerson) -> bool:
    return wanted.department_uid is not None and wanted.department_uid == person.department_uid


def _same_marks(wanted: WantedPerson, person: KnownPerson) -> bool:
    return _marked(wanted.name) == _marked(person.name)


def _distance(wanted: WantedPerson, person: KnownPerson) -> tuple[bool, bool, bool, str]:
    return (
        not may_be_same_day(wanted.born, person.born),
        _place(wanted, person) is False,
        not _same_marks(wanted, person),
        person.uid,
    )
