"""What rules look at: one person or collective with everything the register knows of them, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cluster_desktop.domain.dates import PartialDate

REGULAR = "THUONG_XUYEN"
"""The occasion of awards for the work of years; those of a campaign or a single deed do not count upward."""
EXAMINATION = "DANG_XEM_XET"


class CandidateKind(StrEnum):
    """Who is looked at; the values are the keys of the kinds of records."""

    PERSON = "person"
    DEPARTMENT = "department"
    UNIT = "unit"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldAward:
    """An award in force."""

    uid: str
    award: str
    year: int
    occasion: str = REGULAR
    decision: str = ""
    """The number of its decision."""
    decided: str = ""
    """Its day as ISO text, maybe not whole."""
    nomination_uid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A nomination that is neither refused, nor taken back, nor decided."""

    uid: str
    award: str
    year: int
    round_name: str = ""
    occasion: str = REGULAR
    citation: str = ""
    votes_for: int | None = None
    votes_total: int | None = None
    received_on: PartialDate | None = None
    regime: str = ""
    regime_reason: str = ""
    override_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearClass:
    """The quality class of one year."""

    uid: str
    year: int
    quality: str
    days_off: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeUse:
    """A nomination, standing or decided, that rests on an initiative."""

    nomination_uid: str
    award: str
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative:
    """An initiative or research result with its recognition."""

    uid: str
    year: int
    kind: str
    level: str
    title: str = ""
    uses: tuple[InitiativeUse, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A disciplinary measure or an open examination."""

    uid: str
    measure: str
    begun: PartialDate
    ended: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person of a collective in the year that is looked at."""

    uid: str
    name: str
    woman: bool = False
    rating: YearClass | None = None
    advanced: bool = False
    """Lao động tiên tiến of the year, held or proposed."""
    fighter: bool = False
    """Chiến sĩ thi đua cơ sở of the year, held or proposed."""
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCounts:
    """How many of a unit have the titles of the year, held or proposed."""

    advanced: int = 0
    fighters: frozenset[str] = frozenset()
    """The uids of the people."""
    rated: bool = False
    """Whether anybody of the unit has a class for the year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A person, a department or a unit. ``registered``: None where the unit keeps no registrations for the year."""

    uid: str
    kind: CandidateKind
    name: str
    unit_uid: str = ""
    unit: str = ""
    unit_short: str = ""
    place: str = ""
    woman: bool = False
    joined: PartialDate | None = None
    awards: tuple[HeldAward, ...] = ()
    pending: tuple[Pending, ...] = ()
    classes: Mapping[int, YearClass] = field(default_factory=dict)
    initiatives: tuple[Initiative, ...] = ()
    measures: tuple[Measure, ...] = ()
    registered: bool | None = None
    members: tuple[Member, ...] = ()
    counts: UnitCounts = UnitCounts()
    twins: tuple[str, ...] = ()
    """Where somebody of the same name and birth is proposed too, in words."""

    @property
    def person(self) -> bool:
        """Whether it is a person."""
        return self.kind is CandidateKind.PERSON
