"""Keep what a list says of a recipient's post and unit where the book knows something else of that day."""

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from cluster_desktop.commands.records.lookup import key_of
from cluster_desktop.domain.people.posts import post
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.names import nfc
from cluster_desktop.records.models import Department, Person, Unit
from cluster_desktop.records.queries.careers.as_of import stint_on
from cluster_desktop.records.queries.units.unit_names import UnitNames


@dataclass
class Descriptions:
    """What the book derives of people on a day, against what lists say of them."""

    session: Session
    names: UnitNames = field(init=False)

    def __post_init__(self) -> None:
        self.names = UnitNames(self.session)

    def differing(self, person_uid: str, words: str, day: PartialDate) -> str | None:
        """What a list says of somebody, where some of it is not what the book has for that day.

        None where it says the same, and of somebody who comes into the book with this very list.
        """
        if self.session.get(Person, person_uid) is None:
            return None
        rest = f" {key_of(words)} "
        for known in sorted(self._known(person_uid, day), key=len, reverse=True):
            rest = rest.replace(f" {known} ", " ")
        return ", ".join(filter(None, map(nfc, words.split("\n")))) if rest.strip() else None

    def _known(self, person_uid: str, day: PartialDate) -> frozenset[str]:
        """Every way to say post, department and unit of that day."""
        stint = stint_on(self.session, person_uid, day)
        if stint is None:
            return frozenset()
        unit = self.session.get(Unit, stint.unit_uid)
        department = self.session.get(Department, stint.department_uid) if stint.department_uid else None
        position, own = stint.position or "", self.names.department_on(department, day)
        ways = [position, own, post(position, own), self.names.on(unit, day)]
        ways += [department.name, post(position, department.name)] if department else []
        ways += [unit.name, unit.short_name] if unit else []
        return frozenset(key_of(way) for way in ways if way)
