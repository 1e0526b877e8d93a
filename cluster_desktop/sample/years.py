"""What is added to a person each year: quality class, initiatives and research, discipline."""

from dataclasses import replace
from random import Random
from typing import Final

from cluster_desktop.domain.fields.vocabulary import (
    DepartmentKind,
    DisciplineMeasure,
    DisciplineSide,
    InitiativeKind,
    QualityClass,
    RecognitionLevel,
)
from cluster_desktop.domain.people.people import DisciplineDraft, InitiativeDraft, PersonDraft, RatingDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.sample import notes, sources
from cluster_desktop.sample.batch import Batch
from cluster_desktop.sample.roster import NOW, OFFICER, SUPPORT, Member

YEARS: Final = (2018, 2019, 2020)
_EXCELLENT, _GOOD, _DONE = 0.82, 0.06, 0.012
_BEST_OF_SCHOOL = 8
_ALSO_INVENTIVE = 5
_NOT_YET_RATED: Final = {"LAICHAU": 6, "DIENBIEN": 3}
# School, side, measure, from, to: the person of least merit there.
_MEASURES: Final = (
    ("LAOCAI", DisciplineSide.STATE, DisciplineMeasure.REPRIMAND, "2019-04-15", "2020-04-15"),
    ("DIENBIEN", DisciplineSide.STATE, DisciplineMeasure.WARNING, "2018-06-04", "2019-06-04"),
    ("SONLA", DisciplineSide.PARTY, DisciplineMeasure.REPRIMAND, "2020-03-20", None),
    ("HAGIANG", DisciplineSide.STATE, DisciplineMeasure.EXAMINATION, "2020-11-02", None),
)


def by_merit(members: list[Member], school: str) -> list[Member]:
    """The people of a school, the best first."""
    own = [member for member in members if member.school.code == school]
    return sorted(own, key=lambda member: -member.merit)


def add_ratings(batch: Batch, members: list[Member], drafts: dict[str, PersonDraft]) -> None:
    """A class for every year served; two schools have not yet sent all of the last year's."""
    late = {
        member.uid for school, count in _NOT_YET_RATED.items() for member in by_merit(members, school)[-count - 1 : -1]
    }
    for member in members:
        for year in YEARS:
            if member.joined > year or (year == NOW and member.uid in late):
                continue
            quality = _quality(member, year)
            party = drafts[member.uid].party_joined
            batch.add(
                RatingDraft(
                    person_uid=member.uid,
                    year=year,
                    quality=quality,
                    party_quality=quality if party and party.year < year else None,
                ),
                sample=notes.YEARLY,
            )


def _quality(member: Member, year: int) -> str:
    merit = member.merit + (YEARS[-1] - year) * 0.01
    if merit >= _EXCELLENT:
        return QualityClass.EXCELLENT
    if merit >= _GOOD:
        return QualityClass.GOOD
    return QualityClass.FULFILLED if merit >= _DONE else QualityClass.FAILED


def add_initiatives(batch: Batch, rng: Random, members: list[Member]) -> dict[tuple[str, int], str]:
    """The best of each school have one every year, others now and then; their uids by person and year."""
    found: dict[tuple[str, int], str] = {}
    taken: set[str] = set()
    for school in dict.fromkeys(member.school.code for member in members):
        able = [member for member in by_merit(members, school) if member.rank <= OFFICER]
        for place, member in enumerate(able[: _BEST_OF_SCHOOL + _ALSO_INVENTIVE]):
            years = YEARS if place < _BEST_OF_SCHOOL else (YEARS[place % len(YEARS)],)
            for year in years:
                if member.joined <= year:
                    draft = _initiative(rng, member, year, taken)
                    if member is _proposed_to_the_province(able) and year == NOW:
                        draft = replace(draft, level=RecognitionLevel.PROVINCE)
                    found[member.uid, year] = batch.add(draft, sample=notes.YEARLY)
    return found


def _proposed_to_the_province(able: list[Member]) -> Member:
    """The best of a school after its rector, whose work of the last year the province recognises."""
    return next(member for member in able if member.position != "Hiệu trưởng")


def _initiative(rng: Random, member: Member, year: int, taken: set[str]) -> InitiativeDraft:
    kind, title = _new_title(rng, member, taken)
    provincial = kind == InitiativeKind.RESEARCH and rng.random() < 0.3
    return InitiativeDraft(
        person_uid=member.uid,
        title=title,
        kind=kind,
        year=year,
        level=RecognitionLevel.PROVINCE if provincial else RecognitionLevel.SCHOOL,
        decision_number=f"{rng.randint(60, 190)}/QĐ-{'UBND' if provincial else 'TCT'}",
        decided_on=PartialDate(year, rng.choice((10, 11)), rng.randint(2, 28)),
    )


def _new_title(rng: Random, member: Member, taken: set[str]) -> tuple[str, str]:
    """Kind and title of a work that nobody else of the school has."""
    works = sources.table("works")
    titles = works["titles"][
        DepartmentKind.FACULTY if member.department.kind == DepartmentKind.FACULTY else DepartmentKind.OFFICE
    ]
    while True:
        kind = rng.choice(
            (InitiativeKind.INITIATIVE, InitiativeKind.INITIATIVE, InitiativeKind.INITIATIVE, InitiativeKind.RESEARCH)
        )
        subject = rng.choice(works["subjects"][member.department.name])
        title = rng.choice(titles[kind]).format(subject=subject, province=member.school.province)
        key = f"{member.school.code} {title}"
        if key not in taken:
            taken.add(key)
            return kind, title


def add_disciplines(batch: Batch, members: list[Member]) -> None:
    """A few measures, ended and not, and one examination still open."""
    reasons = sources.table("works")["discipline"]["reasons"]
    for (school, side, measure, begun, ended), reason in zip(_MEASURES, reasons, strict=True):
        member = [person for person in by_merit(members, school) if person.rank < SUPPORT][-1]
        batch.add(
            DisciplineDraft(
                person_uid=member.uid,
                side=side,
                measure=measure,
                decided_on=PartialDate.from_iso(begun),
                ended_on=PartialDate.from_iso(ended) if ended else None,
                reason=reason,
            ),
            sample=notes.YEARLY,
        )
