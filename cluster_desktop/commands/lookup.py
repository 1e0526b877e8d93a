"""Which record do these words mean: units, departments and people as they stand in other people's tables."""

from collections import defaultdict
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain import names
from cluster_desktop.domain.dates import PartialDate
from cluster_desktop.records.models import Department, FormerName, Person, Unit


@dataclass
class Lookup:
    """Units, departments and people of a workspace by the words tables call them."""

    units: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    departments: dict[tuple[str, str], str] = field(default_factory=dict)
    people: dict[str, list[tuple[str, PartialDate | None, str]]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, session: Session) -> "Lookup":
        """Read what is needed once, however long the table is."""
        found = cls()
        for unit in session.scalars(select(Unit).where(Unit.deleted_at.is_(None))):
            for words in (unit.code, unit.name, unit.short_name, unit.province):
                if words:
                    found.units[key_of(words)].add(unit.uid)
        for former in session.scalars(select(FormerName).where(FormerName.deleted_at.is_(None))):
            found.units[key_of(former.name)].add(former.unit_uid)
        columns = select(Department.unit_uid, Department.name, Department.uid)
        for unit_uid, name, uid in session.execute(columns.where(Department.deleted_at.is_(None))):
            found.departments[unit_uid, key_of(name)] = uid
        people = select(Person.uid, Person.full_name, Person.birth_date, Person.unit_uid)
        for uid, name, born, unit_uid in session.execute(people.where(Person.deleted_at.is_(None))):
            found.people[names.same_person_key(name)].append((uid, born, unit_uid))
        return found

    def unit(self, words: str) -> str:
        """The uid of the unit these words mean. Raises ValueError with a sentence."""
        found = self.units.get(key_of(words), set())
        if len(found) == 1:
            return next(iter(found))
        if found:
            raise ValueError(f"Có {len(found)} đơn vị gọi là “{words[:60]}”. Hãy ghi mã hoặc tên đầy đủ.")
        raise ValueError(f"Không có đơn vị “{words[:60]}” trong sổ. Hãy thêm đơn vị hoặc sửa tên cho đúng.")

    def same_people(self, name: str, born: PartialDate | None, unit_uid: str | None) -> list[str]:
        """People of that name whose birth date and unit do not contradict what is given."""
        return [
            uid
            for uid, known, home in self.people.get(names.same_person_key(name), ())
            if (unit_uid is None or home == unit_uid) and may_be_same_day(known, born)
        ]


def key_of(words: str) -> str:
    """What names are compared by: folded, without punctuation, i and y alike."""
    letters = "".join(letter if letter.isalnum() else " " for letter in names.fold(words))
    return " ".join(letters.split()).replace("y", "i")


def may_be_same_day(first: PartialDate | None, second: PartialDate | None) -> bool:
    """Whether two partial dates do not contradict each other."""
    if first is None or second is None:
        return True
    return first.earliest <= second.latest and second.earliest <= first.latest
