"""Who the 314 people are: place, position, sex, ethnic group, name and the years of their lives."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from cluster_desktop.domain.fields.vocabulary import DepartmentKind, Gender
from cluster_desktop.records.identity import new_uid
from cluster_desktop.sample import sources
from cluster_desktop.sample.naming import NameMaker
from cluster_desktop.sample.schools import Department, School

BOARD, HEAD, DEPUTY, LECTURER, OFFICER, SUPPORT = range(6)
NOW: Final = 2020
_TWO_DEPUTIES_FROM = 10
_RANKS: Final = {
    "Hiệu trưởng": BOARD,
    "Phó Hiệu trưởng": BOARD,
    "Trưởng khoa": HEAD,
    "Trưởng phòng": HEAD,
    "Phó Trưởng khoa": DEPUTY,
    "Phó Trưởng phòng": DEPUTY,
    "Giảng viên": LECTURER,
    "Chuyên viên": OFFICER,
    "Kế toán": OFFICER,
    "Văn thư": SUPPORT,
    "Lái xe": SUPPORT,
    "Nhân viên phục vụ": SUPPORT,
    "Bảo vệ": SUPPORT,
}
_BORN: Final = {
    BOARD: (1963, 1974),
    HEAD: (1966, 1980),
    DEPUTY: (1970, 1984),
    LECTURER: (1973, 1993),
    OFFICER: (1974, 1994),
    SUPPORT: (1966, 1991),
}
_WOMEN: Final = {"Lái xe": 0.0, "Bảo vệ": 0.0, "Nhân viên phục vụ": 1.0, "Văn thư": 1.0, "Kế toán": 0.9}
_WOMEN_BY_RANK: Final = {BOARD: 0.3, HEAD: 0.45, DEPUTY: 0.5}
_WOMEN_ELSE = 0.58


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person of the sample. ``merit`` (1 best, 0 last) decides ratings and awards."""

    uid: str
    full_name: str
    school: School
    department: Department
    position: str
    rank: int
    gender: str
    ethnicity: str
    born: int
    joined: int
    merit: float


def roster(rng: Random, schools: dict[str, School]) -> list[Member]:
    """Everybody, school by school, in the order of departments and positions."""
    maker = NameMaker(rng)
    notables = list(sources.table("names")["notable"])
    members = []
    for school in schools.values():
        groups = _ethnic_groups(rng, school)
        for place, department in enumerate(school.departments):
            for position in _positions(place, department):
                notable = _take(notables, school.code, place, position)
                members.append(_member(rng, maker, school, department, position, notable or groups.pop()))
    return members


def _take(notables: list[dict[str, Any]], school: str, place: int, position: str) -> dict[str, Any] | None:
    for notable in notables:
        if (notable["school"], notable["department"], notable["position"]) == (school, place, position):
            notables.remove(notable)
            return notable
    return None


def _positions(place: int, department: Department) -> Iterator[str]:
    if department.kind == DepartmentKind.BOARD:
        yield from ["Hiệu trưởng", *["Phó Hiệu trưởng"] * (department.size - 1)]
    elif department.kind == DepartmentKind.FACULTY:
        deputies = 1 if department.size < _TWO_DEPUTIES_FROM else 2
        yield from ["Trưởng khoa", *["Phó Trưởng khoa"] * deputies]
        yield from ["Giảng viên"] * (department.size - 1 - deputies)
    else:
        office = "training_office" if "đào tạo" in department.name else "administration_office"
        yield from ["Trưởng phòng", "Phó Trưởng phòng"]
        yield from sources.table("staff")[office][: department.size - 2]


def _ethnic_groups(rng: Random, school: School) -> list[str]:
    groups = [label for label, count in school.plan["ethnic"].items() for _ in range(count)]
    rng.shuffle(groups)
    return groups


def _member(
    rng: Random,
    maker: NameMaker,
    school: School,
    department: Department,
    position: str,
    given: dict[str, Any] | str,
) -> Member:
    rank = _RANKS[position]
    if isinstance(given, str):
        share = _WOMEN.get(position, _WOMEN_BY_RANK.get(rank, _WOMEN_ELSE))
        gender, ethnicity = (Gender.FEMALE if rng.random() < share else Gender.MALE), given
        name, merit = maker.name(given, gender), rng.random()
    else:
        name, gender, ethnicity = given["full_name"], given["gender"], given["ethnicity"]
        merit = rng.uniform(0.4, 0.6)
    earliest, latest = _BORN[rank]
    born = rng.randint(max(earliest, 1967) if gender == Gender.FEMALE else earliest, latest)
    return Member(
        uid=new_uid(),
        full_name=name,
        school=school,
        department=department,
        position=position,
        rank=rank,
        gender=gender,
        ethnicity=ethnicity,
        born=born,
        joined=min(born + rng.randint(23, 31), NOW),
        merit=_for_rank(merit, rank),
    )


def _for_rank(merit: float, rank: int) -> float:
    """Leaders stand in the upper half, support staff below the first fifth."""
    if rank <= HEAD:
        return 0.5 + merit / 2
    return merit * 0.8 if rank == SUPPORT else merit
