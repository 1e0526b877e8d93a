"""The facts that rules read: one person or collective with everything the register knows of them, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from cluster_desktop.domain.awards.vocabulary import RoundKind
from cluster_desktop.domain.text.dates import PartialDate

NOT_UPWARD = frozenset({RoundKind.CAMPAIGN, RoundKind.DEED, RoundKind.THEME})


class CandidateKind(StrEnum):
    """The kind of a candidate; the values are the keys of the kinds of records."""

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
        """True when it counts toward an award of a higher level (law of 2022, article 5)."""
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
class InitiativeUseFacts:
    """A nomination, standing or decided, that rests on an initiative."""

    nomination_uid: str
    award: str
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeFacts:
    """An initiative or research result with its recognition."""

    uid: str
    year: int
    kind: str
    level: str
    title: str = ""
    uses: tuple[InitiativeUseFacts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A disciplinary measure or an open examination."""

    uid: str
    measure: str
    begun: PartialDate
    ended: PartialDate | None = None
    by_itself: bool = False
    """True when nobody typed its end and the law's months ended it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A time in which somebody's unit, status and office stayed the same, as far as it concerns the year."""

    unit_uid: str
    """The unit; where it went into another by the end of the year, that one."""
    unit: str
    status: str
    """A ``PersonStatus``; also of those who had left."""
    from_on: PartialDate | None = None
    """None: as far back as is known."""
    until_on: PartialDate | None = None
    """The first day after it; None where it went on at the end of the year."""
    leads: bool = False

    def until(self, day: PartialDate | None) -> "Stay":
        """The same up to another day."""
        return replace(self, until_on=day)


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectiveMember:
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
    gone: bool = False
    """True for who had left by the end of the year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCounts:
    """The people of a unit with the titles of the year, held or proposed."""

    advanced: int = 0
    fighters: frozenset[str] = frozenset()
    """The uids of the people."""
    rated: bool = False
    """True when anybody of the unit has a class for the year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterPlace:
    """The place of a unit on its cluster's score sheet of the year."""

    sheet_uid: str
    cluster: str
    locked: bool = False
    place: int | None = None
    """By the final points; None without any."""
    ranked: int = 0
    """The number of units with a place."""
    beside: tuple[str, ...] = ()
    """The other units on the same place."""
    leaders: tuple[str, ...] = ()
    """The units on the first place."""
    voted: bool = False
    """True when a vote on the flag was counted."""
    chosen: str = ""
    """The unit the vote puts first; '' for nobody."""
    own: bool = False
    """True when that is this unit."""
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
    """Holds an office: head or deputy head of the school, of a faculty or an office; the last one of the year."""
    joined: PartialDate | None = None
    """The day of coming to the unit they were in last in the year."""
    recruited: PartialDate | None = None
    """The day of recruitment, in whatever office that was."""
    stays: tuple[Stay, ...] = ()
    """Where they were in the year, if that changed; nothing of who was at work in one place and office all of it."""
    dissolved_on: PartialDate | None = None
    """The day a collective or its unit was dissolved or merged."""
    taken_over: Mapping[str, str] = field(default_factory=dict)
    """The records of departments that this one carries on, by their uids, each with the name of its department."""
    cluster_places: tuple[ClusterPlace, ...] = ()
    awards: tuple[HeldAward, ...] = ()
    pending: tuple[Pending, ...] = ()
    classes: Mapping[int, YearClass] = field(default_factory=dict)
    initiatives: tuple[InitiativeFacts, ...] = ()
    measures: tuple[Measure, ...] = ()
    registered: bool | None = None
    members: tuple[CollectiveMember, ...] = ()
    counts: UnitCounts = UnitCounts()
    namesakes: tuple[str, ...] = ()
    """The places where somebody of the same name and birth is proposed too, in words."""

    @property
    def person(self) -> bool:
        """True for a person, False for a collective."""
        return self.kind is CandidateKind.PERSON
