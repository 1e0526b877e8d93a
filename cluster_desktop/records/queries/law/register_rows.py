"""Units, departments and people as the register gives them for one year."""

from dataclasses import dataclass

from cluster_desktop.domain.people.vocabulary import PersonStatus
from cluster_desktop.domain.text.dates import PartialDate


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit, whether it was gone before the year, and when it went."""

    name: str
    short: str
    over: bool
    gone: PartialDate | None


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A department and the unit it belongs to."""

    name: str
    unit_uid: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person of the register, with the unit of the year and the name of the department."""

    uid: str
    full_name: str
    gender: str | None
    unit_uid: str
    department_uid: str | None
    position: str | None
    joined_unit: PartialDate | None
    status: str
    left_on: PartialDate | None
    department: str | None

    def of_year(self, year: int) -> bool:
        """Check whether the person belongs to the school at the end of the year."""
        if self.joined_unit is not None and self.joined_unit.year > year:
            return False
        return self.status == PersonStatus.WORKING or (self.left_on is not None and self.left_on.year > year)
