"""Units, departments and people as the register gives them for one year."""

from dataclasses import dataclass

from cluster_desktop.domain.people.vocabulary import LEADING_POSITIONS
from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.dates import PartialDate

_LEADING = tuple(names.fold(position) for position in LEADING_POSITIONS)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit, whether it was gone before the year, and when it went."""

    name: str
    short: str
    over: bool
    gone: PartialDate | None


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A department, the unit it belongs to, and when it or its unit was no more."""

    name: str
    unit_uid: str
    gone: PartialDate | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person of the register, in the last place they had in the year."""

    uid: str
    full_name: str
    gender: str | None
    joined_unit: PartialDate | None
    """The day of coming to the unit they are in today."""
    recruited_on: PartialDate | None
    unit_uid: str
    department_uid: str | None
    department: str | None
    position: str | None
    gone: bool
    """True for who had left by the end of the year."""


def leads(position: str | None) -> bool:
    """Check whether a post is that of a head or a deputy head, of the school, of a faculty or an office."""
    return names.fold(position or "").startswith(_LEADING)
