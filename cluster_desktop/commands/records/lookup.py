"""Which unit and which department do these words mean, as they stand in other people's tables."""

from collections import defaultdict
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.people.people_match import KnownPerson, PeopleIndex
from cluster_desktop.domain.text import names
from cluster_desktop.records.models import Department, FormerName, Person, Unit


@dataclass
class Lookup:
    """Units, departments and people of a workspace by the words tables call them."""

    units: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    departments: dict[tuple[str, str], str] = field(default_factory=dict)
    homes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    labels: dict[str, str] = field(default_factory=dict)
    people: PeopleIndex = field(default_factory=PeopleIndex)

    @classmethod
    def of(cls, session: Session) -> "Lookup":
        """Read what is needed once, however long the table is."""
        found = cls()
        for unit in session.scalars(select(Unit)):
            found.labels[unit.uid] = unit.name
            for words in (unit.code, unit.name, unit.short_name, unit.province):
                if words:
                    found.units[key_of(words)].add(unit.uid)
        for former in session.scalars(select(FormerName)):
            found.units[key_of(former.name)].add(former.unit_uid)
        columns = select(Department.unit_uid, Department.name, Department.uid)
        for unit_uid, name, uid in session.execute(columns):
            found.know_department(unit_uid, name, uid)
        people = select(Person.uid, Person.full_name, Person.birth_date, Person.unit_uid, Person.department_uid)
        for row in session.execute(people):
            found.people.add(KnownPerson(*row))
        return found

    def know_department(self, unit_uid: str, name: str, uid: str) -> None:
        """Find a department by its name from now on."""
        self.labels[uid] = name
        self.departments[unit_uid, key_of(name)] = uid
        self.homes[key_of(name)].append(uid)

    def unit(self, words: str) -> str:
        """The uid of the unit these words mean. Raises ValueError with a sentence."""
        found = self.units.get(key_of(words), set())
        if len(found) == 1:
            return next(iter(found))
        if found:
            raise ValueError(f"Có {len(found)} đơn vị gọi là “{words[:60]}”. Hãy ghi mã hoặc tên đầy đủ.")
        raise ValueError(f"Không có đơn vị “{words[:60]}” trong sổ. Hãy thêm đơn vị hoặc sửa tên cho đúng.")

    def unit_within(self, words: str) -> str | None:
        """The one unit whose name stands in a longer text, the longest name first; None for none or two."""
        padded = f" {key_of(words)} "
        inside = [key for key in self.units if len(key) > 2 and f" {key} " in padded]
        found = self.units[max(inside, key=len)] if inside else set()
        return next(iter(found)) if len(found) == 1 else None

    def department(self, unit_uid: str | None, words: str) -> str | None:
        """The department of that name in the unit, or the only one of that name where no unit is known."""
        if unit_uid is not None:
            return self.departments.get((unit_uid, key_of(words)))
        everywhere = self.homes.get(key_of(words), [])
        return everywhere[0] if len(everywhere) == 1 else None

    def department_within(self, unit_uid: str, words: str) -> str | None:
        """The department of the unit whose name stands in a longer text ("Trưởng khoa Xây dựng Đảng")."""
        padded = f" {key_of(words)} "
        inside = [key for home, key in self.departments if home == unit_uid and f" {key} " in padded]
        return self.departments[unit_uid, max(inside, key=len)] if inside else None


def key_of(words: str) -> str:
    """What names are compared by: folded, without punctuation, i and y alike."""
    letters = "".join(letter if letter.isalnum() else " " for letter in names.fold(words))
    return " ".join(letters.split()).replace("y", "i")
