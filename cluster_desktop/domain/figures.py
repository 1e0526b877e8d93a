"""What a report counts, defined once: staff by degree, awards by level, events by kind.

Every count is a mapping from the Vietnamese word to a number, in the order in which a report prints it,
and its parts add up to the total. "Chưa ghi nhận" stands for what nobody recorded, never for "none".
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cluster_desktop.domain import vocabulary
from cluster_desktop.domain.awards import AWARD_KINDS
from cluster_desktop.domain.dates import PartialDate, age_on
from cluster_desktop.domain.tallies import (
    NOT_RECORDED,
    Counts,
    by_name,
    by_year,
    label,
    labels,
    sizes,
    tally,
    words,
)

OTHER_DEGREE = "Trình độ khác"
PARTY_MEMBER = "Đảng viên"
NO_PARTY_DATE = "Chưa vào Đảng hoặc chưa ghi nhận"
PERSONS, COLLECTIVES = "Cá nhân", "Tập thể"

DEGREES = ("Tiến sĩ", "Thạc sĩ", "Cử nhân", OTHER_DEGREE)
POLITICAL_THEORIES = ("Cao cấp", "Cử nhân", "Trung cấp")
AGE_BANDS = ("Dưới 31", "31-40", "41-50", "51-60", "Trên 60")

_LAST_AGES = (30, 40, 50, 60)
_KINH, _FOREIGNER = "01", "55"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """What statistics need of one person: names of unit and department, codes of the vocabularies."""

    uid: str
    unit: str | None = None
    unit_code: str | None = None
    department: str | None = None
    gender: str | None = None
    ethnicity: str | None = None
    degree: str | None = None
    political_theory: str | None = None
    birth_date: PartialDate | None = None
    party_joined: PartialDate | None = None
    sample_note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffGroup:
    """The people of one unit or department. ``minority`` counts ethnic groups other than Kinh."""

    name: str
    total: int
    women: int
    minority: int
    party: int
    by_degree: Counts
    by_political_theory: Counts
    samples: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffStatistics:
    """The staff on one day. ``degree_by_theory`` holds the counts of each degree by political theory."""

    on: date
    total: int
    samples: int
    women: int
    minority: int
    party: int
    by_degree: Counts
    by_political_theory: Counts
    by_unit: Counts
    by_gender: Counts
    by_ethnicity: Counts
    by_party: Counts
    by_age_band: Counts
    units: tuple[StaffGroup, ...]
    departments: tuple[StaffGroup, ...]
    degree_by_theory: Mapping[str, Counts]


def staff_statistics(people: Iterable[PersonFacts], on: date, units: Sequence[str] = ()) -> StaffStatistics:
    """Count *people* as they are on the day *on*.

    *units* names the units in the order of the report; those without people are listed with 0, others
    follow in alphabetical order.
    """
    people = tuple(people)
    whole = _group("", people, on)
    by_unit = by_name(people, lambda person: person.unit, units)
    by_department = by_name(people, lambda person: person.department)
    return StaffStatistics(
        on=on,
        total=whole.total,
        samples=whole.samples,
        women=whole.women,
        minority=whole.minority,
        party=whole.party,
        by_degree=whole.by_degree,
        by_political_theory=whole.by_political_theory,
        by_unit=sizes(by_unit),
        by_gender=tally(words(vocabulary.GENDERS, (p.gender for p in people)), labels(vocabulary.GENDERS)),
        by_ethnicity=tally(
            words(vocabulary.ETHNIC_GROUPS, (p.ethnicity for p in people)),
            order=labels(vocabulary.ETHNIC_GROUPS),
        ),
        by_party=tally((_party(p, on) for p in people), (PARTY_MEMBER, NO_PARTY_DATE)),
        by_age_band=tally((_age_band(p.birth_date, on) for p in people), AGE_BANDS),
        units=tuple(_group(name, members, on) for name, members in by_unit.items()),
        departments=tuple(_group(name, members, on) for name, members in by_department.items()),
        degree_by_theory={degree: _theories([p for p in people if _degree(p) == degree]) for degree in whole.by_degree},
    )


def _group(name: str, people: Sequence[PersonFacts], on: date) -> StaffGroup:
    return StaffGroup(
        name=name,
        total=len(people),
        women=sum(person.gender == "NU" for person in people),
        minority=sum(person.ethnicity not in (None, _KINH, _FOREIGNER) for person in people),
        party=sum(_party(person, on) == PARTY_MEMBER for person in people),
        by_degree=tally(map(_degree, people), DEGREES),
        by_political_theory=_theories(people),
        samples=sum(person.sample_note is not None for person in people),
    )


def _theories(people: Sequence[PersonFacts]) -> Counts:
    return tally(
        words(vocabulary.POLITICAL_THEORIES, (person.political_theory for person in people)),
        kept=(*POLITICAL_THEORIES, NOT_RECORDED),
        order=labels(vocabulary.POLITICAL_THEORIES),
    )


def _degree(person: PersonFacts) -> str:
    if person.degree is None:
        return NOT_RECORDED
    word = label(vocabulary.DEGREES, person.degree)
    return word if word in DEGREES else OTHER_DEGREE


def _party(person: PersonFacts, on: date) -> str:
    joined = person.party_joined
    return PARTY_MEMBER if joined and joined.earliest <= on else NO_PARTY_DATE


def _age_band(birth: PartialDate | None, on: date) -> str:
    age = age_on(birth, on) if birth else None
    if age is None:
        return NOT_RECORDED
    return AGE_BANDS[sum(age > last for last in _LAST_AGES)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardFacts:
    """One line of the award register. ``level`` is the code of the level that decided."""

    uid: str
    recipient: str
    recipient_kind: str = "CA_NHAN"
    description: str = ""
    unit: str | None = None
    unit_code: str | None = None
    award: str
    award_name: str = ""
    citation: str = ""
    level: str | None = None
    year: int | None = None
    decision_number: str = ""
    decided_on: PartialDate | None = None
    issuer: str = ""
    ordinal: int | None = None
    certificate_number: str = ""
    revoked: bool = False
    revoked_because: str = ""
    sample_note: str | None = None

    @property
    def name(self) -> str:
        """The award as the decision calls it."""
        return self.award_name or _award_name(self.award)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardFigures:
    """Awards in force; ``revoked`` ones are counted apart and are not part of ``total``."""

    total: int
    revoked: int
    samples: int
    by_recipient: Counts
    by_level: Counts
    by_kind: Counts
    by_unit: Counts
    by_year: Counts


def award_figures(awards: Iterable[AwardFacts], units: Sequence[str] = ()) -> AwardFigures:
    """Count *awards*; *units* gives the order of the units, as in :func:`staff_statistics`."""
    awards = tuple(awards)
    valid = tuple(award for award in awards if not award.revoked)
    return AwardFigures(
        total=len(valid),
        revoked=len(awards) - len(valid),
        samples=sum(award.sample_note is not None for award in awards),
        by_recipient=tally(
            (PERSONS if award.recipient_kind == "CA_NHAN" else COLLECTIVES for award in valid),
            (PERSONS, COLLECTIVES),
        ),
        by_level=tally(
            words(vocabulary.DECISION_LEVELS, (award.level for award in valid)),
            order=labels(vocabulary.DECISION_LEVELS),
        ),
        by_kind=tally(
            (_award_name(award.award) for award in valid), order=[kind.name for kind in AWARD_KINDS.values()]
        ),
        by_unit=sizes(by_name(valid, lambda award: award.unit, units)),
        by_year=by_year(award.year for award in valid),
    )


def _award_name(code: str) -> str:
    return AWARD_KINDS[code].name if code in AWARD_KINDS else code


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFacts:
    """One event of the log with what its papers, gifts and participants add up to.

    ``gift_amount`` and ``cost`` are in đồng; ``people`` is None when nobody recorded how many came.
    """

    uid: str
    kind: str
    title: str
    level: str | None = None
    year: int | None = None
    starts_on: PartialDate | None = None
    ends_on: PartialDate | None = None
    host: str | None = None
    co_hosts: str = ""
    place: str = ""
    people: int | None = None
    papers: int = 0
    results: str = ""
    beneficiaries: str = ""
    gifts: int = 0
    gift_amount: int = 0
    cost: int | None = None
    sample_note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFigures:
    """The events of the log. ``counted_events`` are those for which the number of people is recorded."""

    total: int
    samples: int
    cluster_workshops: int
    cluster_workshop_papers: int
    joint_workshops: int
    charity_visits: int
    papers: int
    gifts: int
    gift_amount: int
    people: int
    counted_events: int
    cost: int
    by_kind: Counts
    by_level: Counts
    by_year: Counts
    by_host: Counts


def event_figures(events: Iterable[EventFacts], units: Sequence[str] = ()) -> EventFigures:
    """Count *events*: workshops of the cluster, joint workshops of some schools, and charity visits apart."""
    events = tuple(events)
    cluster = [event for event in events if (event.kind, event.level) == ("HOI_THAO", "CUM")]
    kinds = words(vocabulary.EVENT_KINDS, (event.kind for event in events))
    levels = words(vocabulary.EVENT_LEVELS, (event.level for event in events))
    return EventFigures(
        total=len(events),
        samples=sum(event.sample_note is not None for event in events),
        cluster_workshops=len(cluster),
        cluster_workshop_papers=sum(event.papers for event in cluster),
        joint_workshops=sum((event.kind, event.level) == ("HOI_THAO", "LIEN_TRUONG") for event in events),
        charity_visits=sum(event.kind == "THIEN_NGUYEN" for event in events),
        papers=sum(event.papers for event in events),
        gifts=sum(event.gifts for event in events),
        gift_amount=sum(event.gift_amount for event in events),
        people=sum(event.people or 0 for event in events),
        counted_events=sum(event.people is not None for event in events),
        cost=sum(event.cost or 0 for event in events),
        by_kind=tally(kinds, order=labels(vocabulary.EVENT_KINDS)),
        by_level=tally(levels, order=labels(vocabulary.EVENT_LEVELS)),
        by_year=by_year(event.year for event in events),
        by_host=sizes(by_name(events, lambda event: event.host, units)),
    )
