"""Degrees and political theory for everybody, so that the totals are exactly the article's."""

from dataclasses import dataclass
from itertools import cycle, islice
from random import Random
from typing import Final

from cluster_desktop.domain.fields.vocabulary import Degree, PoliticalTheory
from cluster_desktop.sample import sources
from cluster_desktop.sample.roster import HEAD, LECTURER, OFFICER, SUPPORT, Member

_OTHER_DEGREES: Final = {
    "Văn thư": (Degree.INTERMEDIATE, Degree.COLLEGE),
    "Lái xe": (Degree.INTERMEDIATE, Degree.ELEMENTARY),
    "Nhân viên phục vụ": (Degree.OTHER, Degree.ELEMENTARY),
    "Bảo vệ": (Degree.OTHER, Degree.INTERMEDIATE),
}


@dataclass(frozen=True, slots=True)
class Qualification:
    """Codes of the degree and of political theory (None: not recorded)."""

    degree: str
    theory: str | None


def qualifications(rng: Random, members: list[Member]) -> dict[str, Qualification]:
    """By uid: the higher the office and the longer the service, the higher the degree, with exceptions."""
    staff = sources.facts()["staff"]
    able = [member for member in members if member.rank != SUPPORT]
    degrees = _other_degrees(members)
    order = _by_standing(rng, able)
    doctors = _doctors(order, staff["by_degree"]["Tiến sĩ"])
    rest = [uid for uid in (member.uid for member in order) if uid not in doctors]
    masters = staff["by_degree"]["Thạc sĩ"]
    degrees |= dict.fromkeys(doctors, Degree.DOCTOR)
    degrees |= dict.fromkeys(rest[:masters], Degree.MASTER)
    degrees |= dict.fromkeys(rest[masters:], Degree.BACHELOR)
    theories = _theories(_by_standing(rng, able), staff["by_political_theory"])
    return {member.uid: Qualification(degrees[member.uid], theories.get(member.uid)) for member in members}


def _by_standing(rng: Random, members: list[Member]) -> list[Member]:
    standing = {
        member.uid: min(member.rank, OFFICER) * 4 + (member.born - 1960) / 4 + rng.uniform(0, 6) for member in members
    }
    return sorted(members, key=lambda member: standing[member.uid])


def _doctors(order: list[Member], count: int) -> set[str]:
    """The first leaders of *count* different schools."""
    first: dict[str, str] = {}
    for member in order:
        if member.rank <= HEAD:
            first.setdefault(member.school.code, member.uid)
    return set(islice(first.values(), count))


def _other_degrees(members: list[Member]) -> dict[str, str]:
    turns = {position: cycle(degrees) for position, degrees in _OTHER_DEGREES.items()}
    return {member.uid: next(turns[member.position]) for member in members if member.rank == SUPPORT}


def _theories(order: list[Member], counts: dict[str, int]) -> dict[str, str]:
    lecturers = [member.uid for member in order if member.rank == LECTURER]
    graduates = lecturers[5 :: len(lecturers) // counts["Cử nhân"]][: counts["Cử nhân"]]
    rest = [member.uid for member in order if member.uid not in set(graduates)]
    high, middle = counts["Cao cấp"], counts["Trung cấp"]
    return {
        **dict.fromkeys(graduates, Degree.BACHELOR),
        **dict.fromkeys(rest[:high], PoliticalTheory.ADVANCED),
        **dict.fromkeys(rest[high : high + middle], Degree.INTERMEDIATE),
    }
