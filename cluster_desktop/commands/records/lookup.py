"""Find the units, departments and people that the words of other people's tables mean."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.domain.people.people_match import PeopleIndex, RosterPerson
from cluster_desktop.domain.people.timeline import OPEN
from cluster_desktop.domain.text import names
from cluster_desktop.records.models import Department, FormerName, Person, Unit
from cluster_desktop.records.queries.people.earlier_units import earlier_units
from cluster_desktop.records.stints import today


class Called(NamedTuple):
    """A name of a department with the days (ISO text) on which the department was there and called so."""

    uid: str
    after: str
    """The last day of the name before; '' for none."""
    until: str
    """The last day of the name, or ``OPEN``."""
    began: str
    ended: str

    def on(self, day: str) -> bool:
        """Whether the department had the name on a day."""
        named = self.after < day and not day.startswith(self.after or OPEN) and day[: len(self.until)] <= self.until
        return named and (self.began <= day or self.began.startswith(day)) and day < self.ended


@dataclass
class Lookup:
    """The units, departments and people of a workspace by the words of tables."""

    units: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    departments: dict[tuple[str, str], str] = field(default_factory=dict)
    called: dict[tuple[str, str], list[Called]] = field(default_factory=lambda: defaultdict(list))
    """Departments by their units and all their names, also the former ones."""
    homes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    over: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Departments that are no more, by their names."""
    labels: dict[str, str] = field(default_factory=dict)
    people: PeopleIndex = field(default_factory=PeopleIndex)
    stands: dict[str, str] = field(default_factory=dict)
    """The unit of each person and department today."""
    earlier: dict[str, frozenset[str]] = field(default_factory=dict)
    """The units they belonged to before."""
    gone: set[str] = field(default_factory=set)
    """Units that were dissolved."""
    moved_departments: dict[tuple[str, str], str] = field(default_factory=dict)
    """Departments by the units they belonged to before, and their names."""

    @classmethod
    def of(cls, session: Session) -> "Lookup":
        """Read what is needed once, however long the table is."""
        lookup = cls()
        for unit in session.scalars(select(Unit)):
            lookup.labels[unit.uid] = unit.name
            if unit.dissolved_on is not None:
                lookup.gone.add(unit.uid)
            for words in (unit.code, unit.name, unit.short_name, unit.province):
                if words:
                    lookup.units[key_of(words)].add(unit.uid)
        former_names: dict[str, list[FormerName]] = defaultdict(list)
        for former in session.scalars(select(FormerName).order_by(FormerName.valid_to)):
            if former.department_uid is None:
                lookup.units[key_of(former.name)].add(former.unit_uid)
            else:
                former_names[former.department_uid].append(former)
        lookup.earlier = earlier_units(session)
        now = today(session)
        for own in session.scalars(select(Department).order_by(Department.ended_on, Department.uid)):
            is_over = own.ended_on is not None and own.ended_on.iso <= now
            lookup.know_department(own.unit_uid, own.name, own.uid, is_over=is_over)
            lookup._know_names(own, former_names[own.uid])
            lookup.stands[own.uid] = own.unit_uid
            lookup.moved_departments |= {(old, key_of(own.name)): own.uid for old in lookup.earlier.get(own.uid, ())}
        people = select(Person.uid, Person.full_name, Person.birth_date, Person.unit_uid, Person.department_uid)
        for row in session.execute(people):
            lookup.people.add(RosterPerson(*row, earlier=lookup.earlier.get(row.uid, frozenset())))
            lookup.stands[row.uid] = row.unit_uid
        return lookup

    def know_department(self, unit_uid: str, name: str, uid: str, *, is_over: bool = False) -> None:
        """Add a department, which is found by its name from now on; one that is no more only where no other is."""
        self.labels[uid] = name
        if is_over:
            self.departments.setdefault((unit_uid, key_of(name)), uid)
            self.over[key_of(name)].append(uid)
        else:
            self.departments[unit_uid, key_of(name)] = uid
            self.homes[key_of(name)].append(uid)

    def _know_names(self, own: Department, former_names: Sequence[FormerName]) -> None:
        began, ended = own.began_on.iso if own.began_on else "", own.ended_on.iso if own.ended_on else OPEN
        after = ""
        for name, until in (*((former.name, former.valid_to.iso) for former in former_names), (own.name, OPEN)):
            self.called[own.unit_uid, key_of(name)].append(Called(own.uid, after, until, began, ended))
            after = until

    def names_earlier_home(self, uid: str, unit_uid: str | None, year: int | None) -> bool:
        """Check whether a list of *year* (None: it does not say) names a unit that somebody has left since."""
        now = self.stands.get(uid)
        if unit_uid is None or now in (None, unit_uid):
            return False
        if year is not None and unit_uid not in self.gone:
            return is_past(year)
        return unit_uid in self.gone or unit_uid in self.earlier.get(uid, ())

    def unit(self, words: str, key: str = "unit_uid") -> str:
        """Find the uid of the unit these words mean. Raises InvalidDraft for the field *key*."""
        units = self.units.get(key_of(words), set())
        if len(units) == 1:
            return next(iter(units))
        if units:
            raise errors.invalid(key, f"Có {len(units)} đơn vị gọi là “{words[:60]}”. Hãy ghi mã hoặc tên đầy đủ.")
        sentence = f"Không có đơn vị “{words[:60]}” trong sổ. Hãy thêm đơn vị hoặc sửa tên cho đúng."
        raise errors.invalid(key, sentence)

    def unit_within(self, words: str) -> str | None:
        """Find the only unit whose name stands in a longer text, the longest name first; None for none or two."""
        padded = f" {key_of(words)} "
        inside = [key for key in self.units if len(key) > 2 and f" {key} " in padded]
        units = self.units[max(inside, key=len)] if inside else set()
        return next(iter(units)) if len(units) == 1 else None

    def department(self, unit_uid: str | None, words: str, day: str = "") -> str | None:
        """Find the department of that name in the unit, or the only one of that name for no unit.

        A list of a *day* (ISO text) means the one that was called so then: a name that ended says more than one
        without days. Where none was, it is the one that has the name now, or had it last.
        """
        if unit_uid is not None:
            called = self.called.get((unit_uid, key_of(words)), [])
            then = [each for each in called if day and each.on(day)]
            if then:
                return min(then, key=lambda each: (each.until, each.ended)).uid
            return self.departments.get((unit_uid, key_of(words))) or (called[-1].uid if called else None)
        everywhere = self.homes.get(key_of(words)) or self.over.get(key_of(words), [])
        return everywhere[0] if len(everywhere) == 1 else None

    def department_then(self, unit_uid: str | None, words: str) -> str | None:
        """Find the department of that name that the unit has, or had before a merger."""
        present = self.department(unit_uid, words)
        return present or self.moved_departments.get((unit_uid or "", key_of(words)))

    def department_within(self, unit_uid: str, words: str) -> str | None:
        """Find the department of the unit whose name stands in a longer text ("Trưởng khoa Xây dựng Đảng")."""
        padded = f" {key_of(words)} "
        inside = [key for home, key in self.departments if home == unit_uid and f" {key} " in padded]
        return self.departments[unit_uid, max(inside, key=len)] if inside else None


def is_past(year: int) -> bool:
    """Check whether a list of *year* speaks of a time before today: what moves people is not in it."""
    return year < datetime.date.today().year


def key_of(words: str) -> str:
    """Reduce a name to what it is compared by: folded, without punctuation, i and y alike."""
    letters = "".join(letter if letter.isalnum() else " " for letter in names.fold(words))
    return " ".join(letters.split()).replace("y", "i")
