"""Whom a name in a list means: one person for sure, some perhaps, or nobody."""

import pytest

from cluster_desktop.domain.people.people_match import ListedPerson, PeopleIndex, PersonMatch, RosterPerson
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


def test_other_marks_are_a_question_where_no_date_agrees() -> None:
    assert find("Lý Thúy Hoa", "1985", "lao-cai") == (None, {"hoa"})
    assert find("Giàng A Pảo", "", "lao-cai") == (None, {"pao"})


def test_the_same_day_in_another_unit_is_a_question_beside_another_day_in_the_same() -> None:
    assert find("Nguyễn Thị Hiền", "1985", "lao-cai") == (None, {"hien", "hien-son-la"})


@pytest.mark.parametrize(
    ("born", "candidates"),
    [
        ("02/09/1967", {"pao"}),  # the year mistaken
        ("03/04/1976", {"pao"}),  # day and month mistaken
        ("03/09/1967", set()),
        ("02/08/1967", set()),
        ("1967", set()),
    ],
)
def test_without_a_unit_a_date_that_is_nearly_right_is_a_question(born: str, candidates: set[str]) -> None:
    assert find("Giàng A Páo", born) == (None, candidates)


def test_two_years_without_a_day_that_differ_are_not_nearly_the_same() -> None:
    assert find("Sùng A Dế", "1991") == (None, set())


@pytest.mark.parametrize(
    ("name", "unit", "candidates"),
    [
        ("Vàng Thị Páo", "lao-cai", {"pao"}),  # the given name
        ("Giàng Thị Dợ", "lao-cai", {"pao"}),  # the family name
        ("Giàng Thị Dợ", None, {"pao"}),
        ("Giàng Thị Dợ", "son-la", set()),
        ("Vàng Thị Dợ", "lao-cai", set()),
        ("A Páo Vàng", "lao-cai", set()),
    ],
)
def test_a_misspelt_name_is_looked_for_on_its_day_of_birth(name: str, unit: str | None, candidates: set[str]) -> None:
    assert find(name, "02/09/1976", unit) == (None, candidates)


def test_a_year_alone_is_no_day_of_birth_to_look_on() -> None:
    assert find("Sùng B Dế", "1990", "lao-cai") == (None, set())


def one_of(*people: RosterPerson, born: str = "", unit: str | None = None, name: str = "Lò Văn Ơn") -> str | None:
    return PeopleIndex.of(people).find(ListedPerson(name, parse_date(born) if born else None, unit)).uid


def test_of_two_who_fit_the_one_who_fits_in_one_more_respect_is_meant() -> None:
    dated, undated = RosterPerson("a", "Lò Văn Ơn", PartialDate(1990), None), RosterPerson("b", "Lò Văn Ơn", None, None)
    assert one_of(dated, undated, born="1990") == "a"
    assert one_of(dated, undated) is None
    here, nowhere = RosterPerson("c", "Lò Văn Ơn", None, "lao-cai"), RosterPerson("d", "Lò Văn Ơn", None, None)
    assert one_of(here, nowhere, unit="lao-cai") == "c"
    assert one_of(here, nowhere) is None
    first = RosterPerson("e", "Lý Thúy Hòa", PartialDate(1990), None)
    second = RosterPerson("f", "Lý Thùy Hoa", PartialDate(1990), None)
    assert one_of(first, second, born="1990", name="Lý Thúy Hòa") == "e"
    assert one_of(first, second, born="1990", name="Lý Thùy Hoa") == "f"


def test_those_it_could_be_stand_with_the_likeliest_first_and_are_twelve_at_most() -> None:
    people = (
        RosterPerson("a", "Lò Văn Ơn", PartialDate(1980), "lao-cai"),
        RosterPerson("b", "Lò Văn Ơn", PartialDate(1990), "son-la"),
        RosterPerson("c", "Lò Văn Ớn", None, "lao-cai"),
    )
    asked = ListedPerson("Lò Văn Ơn", PartialDate(1990), "lao-cai")
    assert PeopleIndex.of(people).find(asked).candidates == ("c", "b", "a")
    many = [RosterPerson(f"{number:02d}", "Lò Văn Ơn", PartialDate(1990), "lao-cai") for number in range(13)]
    candidates = PeopleIndex.of(reversed(many)).find(asked).candidates
    assert candidates == tuple(f"{number:02d}" for number in range(12))


def test_those_of_a_name_who_fit_a_unit_are_narrowed_by_department_and_date() -> None:
    index = PeopleIndex.of(ROSTER)

    def fitting(name: str, born: str, unit: str | None, department: str | None = None) -> PersonMatch:
        return index.fitting(ListedPerson(name, parse_date(born) if born else None, unit, department))

    assert fitting("Sùng A Dế", "", "lao-cai") == PersonMatch(candidates=("de-1", "de-2"))
    assert fitting("Sùng A Dế", "1990", "lao-cai", "khoa-2") == PersonMatch("de-2")
    assert fitting("Sùng A Dế", "1991", "lao-cai") == PersonMatch()
    assert fitting("Nguyễn Thị Hiền", "", "son-la") == PersonMatch("hien-son-la")
    assert fitting("Nguyễn Thị Hiền", "", None) == PersonMatch()
