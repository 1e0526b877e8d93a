"""Whom a name in a list means: one person for sure, some perhaps, or nobody."""

import pytest

from cluster_desktop.domain.people.people_match import ListedPerson, PeopleIndex, RosterPerson
from cluster_desktop.domain.text.dates import PartialDate, parse_date

ROSTER = (
    RosterPerson("hien", "Nguyễn Thị Hiền", PartialDate(1980, 5, 2), "lao-cai", "khoa-1"),
    RosterPerson("hien-son-la", "Nguyễn Thị Hiền", PartialDate(1985), "son-la"),
    RosterPerson("pao", "Giàng A Páo", PartialDate(1976, 9, 2), "lao-cai"),
    RosterPerson("hoa", "Lý Thúy Hòa", None, "lao-cai"),
    RosterPerson("de-1", "Sùng A Dế", PartialDate(1990), "lao-cai", "khoa-1"),
    RosterPerson("de-2", "Sùng A Dế", PartialDate(1990), "lao-cai", "khoa-2"),
)


def find(
    name: str, born: str = "", unit: str | None = None, department: str | None = None
) -> tuple[str | None, set[str]]:
    match = PeopleIndex.of(ROSTER).find(ListedPerson(name, parse_date(born) if born else None, unit, department))
    return match.uid, set(match.candidates)


@pytest.mark.parametrize(
    ("name", "born", "unit", "uid"),
    [
        ("GIANG A PAO", "", None, "pao"),
        ("Giàng A Páo", "02/09/1976", "lao-cai", "pao"),
        ("Giàng A Páo", "9/1976", None, "pao"),
        ("Giàng A Pảo", "1976", "lao-cai", "pao"),
        ("Nguyễn Thị Hiền", "", "son-la", "hien-son-la"),
        ("Nguyễn Thị Hiền", "1980", None, "hien"),
        ("Lí Thuý Hoà", "01/02/1970", "lao-cai", "hoa"),
        ("Giàng A Páo", "", None, "pao"),
    ],
)
def test_one_person_is_meant_for_sure(name: str, born: str, unit: str | None, uid: str) -> None:
    assert find(name, born, unit) == (uid, set())


@pytest.mark.parametrize(
    ("name", "born", "unit", "candidates"),
    [
        ("Nguyễn Thị Hiền", "", None, {"hien", "hien-son-la"}),
        ("Giàng A Páo", "09/02/1976", "lao-cai", {"pao"}),
        ("Giàng A Páo", "02/09/1976", "son-la", {"pao"}),
        ("Giàng A Páo", "1980", "lao-cai", {"pao"}),
        ("Lý Thúy Hoa", "", "lao-cai", {"hoa"}),
        ("Sùng A Dế", "1990", "lao-cai", {"de-1", "de-2"}),
        ("Giàng Páo", "02/09/1976", "lao-cai", {"pao"}),
    ],
)
def test_who_it_could_be_is_a_question(name: str, born: str, unit: str | None, candidates: set[str]) -> None:
    assert find(name, born, unit) == (None, candidates)


@pytest.mark.parametrize(
    ("name", "born", "unit"),
    [("Vàng Thị Dợ", "", None), ("Giàng A Páo", "1991", "son-la"), ("Giàng A Páo", "03/04/1991", None)],
)
def test_nobody_of_the_roster_is_meant(name: str, born: str, unit: str | None) -> None:
    assert find(name, born, unit) == (None, set())


def test_the_department_tells_two_people_of_one_name_and_year_apart() -> None:
    assert find("Sùng A Dế", "1990", "lao-cai", "khoa-2") == ("de-2", set())
