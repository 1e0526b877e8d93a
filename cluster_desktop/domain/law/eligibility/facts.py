"""What rules look at: one person or collective with everything the register knows of them, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cluster_desktop.domain.fields.vocabulary import RoundKind
from cluster_desktop.domain.text.dates import PartialDate

NOT_UPWARD = frozenset({RoundKind.CAMPAIGN, RoundKind.DEED})


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
    occasion: str = RoundKind.REGULAR
    decision: str = ""
    """The number of its decision."""
    decided: str = ""
    """Its day as ISO text, maybe not whole."""
    nomination_uid: str = ""

    @property
    def upward(self) -> bool:
        """Whether it counts toward an award of a higher level (law of 2022, article 5)."""
        return self.occasion not in NOT_UPWARD


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A nomination that is neither refused, nor taken back, nor decided."""

    uid: str
    award: str
    year: int
    round_name: str = ""
    occasion: str = RoundKind.REGULAR
    citation: str = ""
    votes_for: int | None = None
    votes_total: int | None = None
    received_on: PartialDate | None = None
    regime: str = ""
    regime_reason: str = ""
    override_reason: str = ""
    session_uid: str = ""
    """The session of the council that considers it."""
    movement_from: int | None = None
    """The first and the last year of the movement its round belongs to."""
    movement_to: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearClass:
    """The quality class of one year; of a unit also that of its party organisation and of its unions."""

    uid: str
    year: int
    quality: str
    days_off: int | None = None
    party: str = ""
    unions: str = ""


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
class ClusterPlace:
    """What a cluster's score sheet of the year says of a unit that is in it."""

    sheet_uid: str
    cluster: str
    locked: bool = False
    place: int | None = None
    """By the final points; None without any."""
    ranked: int = 0
    """How many units have a place."""
    beside: tuple[str, ...] = ()
    """The other units on the same place."""
    leaders: tuple[str, ...] = ()
    """The units on the first place."""
    voted: bool = False
    """Whether a vote on the flag was counted at all."""
    chosen: str = ""
    """The unit the vote puts first; '' for nobody."""
    own: bool = False
    """Whether that is this one."""
    vote_uid: str = ""
    votes_for: int | None = None
    votes_total: int | None = None


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
    leads: bool = False
    """Holds an office: head or deputy head of the school, of a faculty or an office."""
    joined: PartialDate | None = None
    dissolved_on: PartialDate | None = None
    """When the unit of a collective was dissolved or merged."""
    cluster_places: tuple[ClusterPlace, ...] = ()
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
