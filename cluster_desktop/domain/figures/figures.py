"""The figures of reports, defined once: staff by degree, awards by level; events stand in ``event_figures``.

Every count knows the records it counts. A division is a mapping from the Vietnamese word to a count, in the order in
which a report prints it, and its parts add up to the total. "Chưa ghi nhận" stands for what nobody recorded, never for
"none".
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.vocabulary import DecisionLevel
from cluster_desktop.domain.figures.count import Count, Source
from cluster_desktop.domain.figures.tallies import NOT_RECORDED, Counts, Tally, by_name, labels, parted, words
from cluster_desktop.domain.people.vocabulary import (
    ETHNIC_GROUPS,
    NO_MINORITIES,
    Degree,
    Gender,
    PoliticalTheory,
    RecipientKind,
)
from cluster_desktop.domain.text.dates import PartialDate, age_on

OTHER_DEGREE = "Trình độ khác"
PARTY_MEMBER = "Đảng viên"
NO_PARTY_DATE = "Chưa vào Đảng hoặc chưa ghi nhận"
PERSONS, COLLECTIVES = "Cá nhân", "Tập thể"

DEGREES = ("Tiến sĩ", "Thạc sĩ", "Cử nhân", OTHER_DEGREE)
POLITICAL_THEORIES = ("Cao cấp", "Cử nhân", "Trung cấp")
AGE_BANDS = ("Dưới 31", "31-40", "41-50", "51-60", "Trên 60")

_DEGREE_OF = {choice.code: choice.label for choice in Degree if choice.label in DEGREES}
_LAST_AGES = (30, 40, 50, 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """The facts of one person that statistics need: names of unit and department, codes of the vocabularies."""

    uid: str
    unit: str | None = None
    unit_uid: str | None = None
    unit_code: str | None = None
    department: str | None = None
    gender: str | None = None
    ethnicity: str | None = None
    degree: str | None = None
    political_theory: str | None = None
    birth_date: PartialDate | None = None
    party_joined: PartialDate | None = None
    sample_note: str | None = None
    guessed: bool = False
    """Something of it is only known from a list of a later day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCounts:
    """Figures of some people. ``minority`` counts ethnic groups other than Kinh."""

    total: Count
    women: Count
    minority: Count
    party: Count
    by_degree: Counts
    by_political_theory: Counts
    guessed: int
    """The number of those of whom something is only known from a list of a later day."""
    samples: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffGroup(StaffCounts):
    """The people of one unit or department."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffFigures(StaffCounts):
    """The staff on one day, in short."""

    on: date
    by_age_band: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffStatistics(StaffFigures):
    """The staff on one day. ``degree_by_theory`` holds the counts of each degree by political theory."""

    by_unit: Counts
    by_gender: Counts
    by_ethnicity: Counts
    by_party: Counts
    unit_count: Count
    units: tuple[StaffGroup, ...]
    departments: tuple[StaffGroup, ...]
    degree_by_theory: Mapping[str, Counts]


def staff_figures(people: Iterable[PersonFacts], on: date) -> StaffFigures:
    """Count *people* as they are on the day *on*, in short."""
    people = tuple(people)
    return StaffFigures(**_in_short(people, on))


def _in_short(people: tuple[PersonFacts, ...], on: date) -> dict[str, Any]:
    ages = Tally("person", people).by((_age_band(person.birth_date, on) for person in people), AGE_BANDS)
    return {**_counts("", people, on), "on": on, "by_age_band": ages}


def staff_statistics(
    people: Iterable[PersonFacts], on: date, units: Mapping[str, str] | None = None
) -> StaffStatistics:
    """Count *people* as they are on the day *on*.

    *units* are the names of the units, each with its uid, in the order of the report; those without people are
    listed with 0, others follow in alphabetical order.
    """
    units = units or {}
    people = tuple(people)
    whole, tally = _in_short(people, on), Tally("person", people)
    by_unit = by_name(people, lambda person: person.unit, units)
    by_department = by_name(people, lambda person: person.department)
    return StaffStatistics(
        **whole,
        by_unit=tally.sizes(by_unit),
        by_gender=tally.by(words(Gender, (p.gender for p in people)), labels(Gender)),
        by_ethnicity=tally.by(
            words(ETHNIC_GROUPS, (p.ethnicity for p in people)),
            order=labels(ETHNIC_GROUPS),
        ),
        by_party=tally.by((_party(p, on) for p in people), (PARTY_MEMBER, NO_PARTY_DATE)),
        unit_count=_units(units, by_unit),
        units=tuple(_group(name, members, on) for name, members in by_unit.items()),
        departments=tuple(_group(name, members, on) for name, members in by_department.items()),
        degree_by_theory={
            degree: _theories(members, degree)
            for degree, members in by_name(people, _degree, whole["by_degree"]).items()
        },
    )


def _units(uids: Mapping[str, str], groups: Mapping[str, Sequence[PersonFacts]]) -> Count:
    """The units that are listed; what nobody recorded is no unit."""
    uid_of = {name: members[0].unit_uid or name for name, members in groups.items() if members} | dict(uids)
    return Count(Source("Đơn vị", "unit", tuple(uid_of[name] for name in groups if name != NOT_RECORDED)))


def _group(name: str, people: Sequence[PersonFacts], on: date) -> StaffGroup:
    return StaffGroup(name=name, **_counts(name, people, on))


def _counts(name: str, people: Sequence[PersonFacts], on: date) -> dict[str, Any]:
    """The fields of ``StaffCounts``."""
    tally = Tally("person", people, name)
    return {
        "total": tally.of("", people),
        "women": tally.of("Nữ", (person for person in people if person.gender == Gender.FEMALE)),
        "minority": tally.of("Dân tộc thiểu số", (p for p in people if p.ethnicity not in (None, *NO_MINORITIES))),
        "party": tally.of(PARTY_MEMBER, (person for person in people if _party(person, on) == PARTY_MEMBER)),
        "by_degree": tally.by(map(_degree, people), DEGREES),
        "by_political_theory": _theories(people, name),
        "guessed": sum(person.guessed for person in people),
        "samples": sum(person.sample_note is not None for person in people),
    }


def _theories(people: Sequence[PersonFacts], within: str) -> Counts:
    return Tally("person", people, within).by(
        words(PoliticalTheory, (person.political_theory for person in people)),
        kept=(*POLITICAL_THEORIES, NOT_RECORDED),
        order=labels(PoliticalTheory),
    )


def _degree(person: PersonFacts) -> str:
    return NOT_RECORDED if person.degree is None else _DEGREE_OF.get(person.degree, OTHER_DEGREE)


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
    recipient_kind: str = RecipientKind.PERSON
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
    decision_uid: str = ""
    ordinal: int | None = None
    certificate_number: str = ""
    revoked: bool = False
    revoked_because: str = ""
    revoked_on: PartialDate | None = None
    sample_note: str | None = None

    @property
    def name(self) -> str:
        """The award as the decision calls it."""
        return self.award_name or _award_name(self.award)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardKinds:
    """Awards in force by level and by what they are."""

    total: Count
    by_level: Counts
    by_kind: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardYears:
    """Awards in force of several years. ``by_level_and_year`` holds each level's counts, for the same years."""

    total: Count
    by_year: Counts
    by_level_and_year: Mapping[str, Counts]


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardFigures(AwardYears):
    """Awards in force; ``revoked`` ones are counted apart and are not part of ``total``."""

    revoked: Count
    decisions: Count
    samples: int
    by_recipient: Counts
    by_level: Counts
    by_kind: Counts
    by_unit: Counts


class AwardOutline(NamedTuple):
    """The parts of an award in force that are counted most; a large workspace has hundreds of thousands of them."""

    uid: str
    award: str
    year: int | None
    level: str | None


def award_kinds(valid: Sequence[AwardFacts | AwardOutline], within: str = "") -> AwardKinds:
    """Count awards in force by level and kind."""
    tally = Tally("award", valid, within)
    order = [kind.label for kind in AWARD_KINDS.values()]
    return AwardKinds(
        total=tally.of("", valid),
        by_level=tally.by(_levels(valid), order=labels(DecisionLevel)),
        by_kind=tally.by((_award_name(award.award) for award in valid), order=order),
    )


def award_years(valid: Sequence[AwardFacts | AwardOutline], within: str = "") -> AwardYears:
    """Count awards in force by year and level."""
    tally = Tally("award", valid, within)
    by_year = tally.by_year(award.year for award in valid)
    parts = parted(valid, _levels(valid), order=labels(DecisionLevel))
    return AwardYears(
        total=tally.of("", valid),
        by_year=by_year,
        by_level_and_year={level: _years_of(level, mine, tuple(by_year)) for level, mine in parts.items()},
    )


def award_figures(awards: Iterable[AwardFacts], units: Collection[str] = (), within: str = "") -> AwardFigures:
    """Count *awards*; *units* names the units in the order of the report.

    *within* names which awards they are ("Năm 2020").
    """
    awards = tuple(awards)
    valid = tuple(award for award in awards if not award.revoked)
    tally = Tally("award", valid, within)
    over_years, kinds = award_years(valid, within), award_kinds(valid, within)
    return AwardFigures(
        total=kinds.total,
        revoked=tally.of("Đã thu hồi", (award for award in awards if award.revoked)),
        decisions=_decisions(tally.name(""), awards),
        samples=sum(award.sample_note is not None for award in awards),
        by_recipient=tally.by(
            (PERSONS if award.recipient_kind == RecipientKind.PERSON else COLLECTIVES for award in valid),
            (PERSONS, COLLECTIVES),
        ),
        by_level=kinds.by_level,
        by_kind=kinds.by_kind,
        by_unit=tally.sizes(by_name(valid, lambda award: award.unit, units)),
        by_year=over_years.by_year,
        by_level_and_year=over_years.by_level_and_year,
    )


def _levels(awards: Sequence[AwardFacts | AwardOutline]) -> Iterable[str]:
    return words(DecisionLevel, (award.level for award in awards))


def _years_of(level: str, mine: Sequence[AwardFacts | AwardOutline], years: Sequence[str]) -> Counts:
    return Tally("award", mine, level).by(
        (NOT_RECORDED if award.year is None else str(award.year) for award in mine), years, years
    )


def _decisions(name: str, awards: Sequence[AwardFacts]) -> Count:
    """The decisions that have a number; lines without a record of their decision are told apart by number and date."""
    numbered = (award for award in awards if award.decision_number)
    keys = dict.fromkeys(award.decision_uid or f"{award.decision_number} {award.decided_on}" for award in numbered)
    return Count(Source(name, "decision", tuple(keys)))


def _award_name(code: str) -> str:
    return AWARD_KINDS[code].label if code in AWARD_KINDS else code
