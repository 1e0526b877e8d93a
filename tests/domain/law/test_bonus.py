"""Bonus money by the table of the decrees: every coefficient, every base salary, rounding, several awards at once."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cluster_desktop.commands.law.catalogue import law
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.law.bonus import BaseSalary, BonusAward, BonusTable, Coefficient, bonus_amount, bonuses
from cluster_desktop.domain.law.catalogue_values import Group
from cluster_desktop.domain.law.regimes import Certainty

TABLE = law().bonus_table

# Award, one person or a collective, day of the decision, coefficient: Decree 91/2017 art. 69-73, 98/2023 art. 54-57,
# 152/2025 art. 50-54.
COEFFICIENTS = [
    ("LDTT", False, date(2021, 1, 5), "0.3"),
    ("CSTDCS", False, date(2021, 1, 5), "1"),
    ("CSTDT", False, date(2021, 1, 5), "3"),
    ("CSTDTQ", False, date(2025, 8, 1), "4.5"),
    ("TTLDTT", True, date(2021, 1, 5), "0.8"),
    ("TTLDXS", True, date(2024, 2, 1), "1.5"),
    ("CO_TINH", True, date(2021, 1, 5), "8"),
    ("CO_CP", True, date(2021, 1, 5), "12"),
    ("GK", False, date(2021, 1, 5), "0.3"),
    ("GK", True, date(2025, 8, 1), "0.6"),
    ("BK_TINH", False, date(2023, 12, 31), "1"),
    ("BK_TINH", False, date(2024, 1, 1), "1.5"),
    ("BK_TINH", True, date(2023, 12, 31), "2"),
    ("BK_TINH", True, date(2025, 7, 1), "3"),
    ("BK_TTG", False, date(2021, 1, 5), "3.5"),
    ("BK_TTG", True, date(2025, 8, 1), "7"),
    ("HCLD1", True, date(2025, 8, 1), "18"),
    ("HCLD2", True, date(2025, 8, 1), "15"),
    ("HCLD3", True, date(2025, 8, 1), "9"),
]


@pytest.mark.parametrize(("award", "collective", "day", "expected"), COEFFICIENTS)
def test_coefficients_are_those_of_the_decrees(award: str, collective: bool, day: date, expected: str) -> None:
    assert TABLE.coefficient_on(award, day, collective=collective) == Decimal(expected)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2012, 1, 1), 1_150_000),
        (date(2016, 4, 30), 1_150_000),
        (date(2016, 5, 1), 1_210_000),
        (date(2017, 6, 30), 1_210_000),
        (date(2017, 7, 1), 1_300_000),
        (date(2018, 7, 1), 1_390_000),
        (date(2019, 6, 30), 1_390_000),
        (date(2019, 7, 1), 1_490_000),
        (date(2023, 6, 30), 1_490_000),
        (date(2023, 7, 1), 1_800_000),
        (date(2024, 7, 1), 2_340_000),
        (date(2026, 6, 30), 2_340_000),
        (date(2026, 7, 1), 2_530_000),
    ],
)
def test_the_base_salary_is_that_of_the_day_of_the_decision(day: date, expected: int) -> None:
    assert TABLE.salary_on(day).amount == expected


def test_each_base_salary_names_its_decree_and_is_certain() -> None:
    lines = {str(entry.since): (entry.basis, entry.certain) for entry in law().of(Group.SALARY)}
    decrees = {
        "2013-07-01": "66/2013/NĐ-CP",
        "2016-05-01": "47/2016/NĐ-CP",
        "2017-07-01": "47/2017/NĐ-CP",
        "2018-07-01": "72/2018/NĐ-CP",
        "2019-07-01": "38/2019/NĐ-CP",
        "2023-07-01": "24/2023/NĐ-CP",
        "2024-07-01": "73/2024/NĐ-CP",
        "2026-07-01": "161/2026/NĐ-CP ngày 15 tháng 5 năm 2026",
    }
    assert lines.keys() == decrees.keys()
    for since, decree in decrees.items():
        assert decree in lines[since][0]
        assert lines[since][1] is Certainty.CERTAIN


@pytest.mark.parametrize(
    ("key", "decree"),
    [
        ("bonus.BK_TINH.2024-01-01.person", "98/2023/NĐ-CP, Điều 58"),
        ("bonus.BK_TINH.2024-01-01.collective", "98/2023/NĐ-CP, Điều 58"),
        ("bonus.GK.0.person", "98/2023/NĐ-CP, Điều 58"),
        ("bonus.GK.0.collective", "98/2023/NĐ-CP, Điều 58"),
    ],
)
def test_the_coefficients_of_commendations_rest_on_the_article_about_them(key: str, decree: str) -> None:
    entry = law().entry(key)
    assert entry is not None
    assert decree in entry.basis


@pytest.mark.parametrize(
    ("coefficient", "salary", "expected"),
    [
        ("0.8", 1_390_000, 1_120_000),
        ("0.6", 1_390_000, 840_000),
        ("1", 1_490_000, 1_490_000),
        ("0.3", 2_340_000, 710_000),
    ],
)
def test_amounts_go_up_to_the_next_ten_thousand(coefficient: str, salary: int, expected: int) -> None:
    assert bonus_amount(Decimal(coefficient), salary) == expected


def award(
    code: str, holder: str = "An", year: int = 2020, *, collective: bool = False, day: date = date(2021, 1, 5)
) -> BonusAward:
    return BonusAward(
        uid=f"{holder} {code} {year}",
        holder=holder,
        name=holder,
        place="",
        unit="",
        award=code,
        award_name=code,
        collective=collective,
        year=year,
        decided_on=day,
        decision="48/QĐ-TCT",
    )


def test_of_two_titles_of_a_year_the_higher_one_is_paid_in_whatever_order_they_come() -> None:
    for codes in (("LDTT", "CSTDCS"), ("CSTDCS", "LDTT")):
        paid = {bonus.award.award: bonus for bonus in bonuses([award(code) for code in codes], TABLE)}
        assert paid["CSTDCS"].amount == 1_490_000
        assert paid["LDTT"].amount == 0
        assert "CSTDCS cùng năm" in paid["LDTT"].reason


def test_titles_of_other_years_other_people_and_commendations_are_paid_too() -> None:
    awards = [award("CSTDCS"), award("GK"), award("LDTT", year=2019), award("LDTT", holder="Bình"), award("KNC")]
    paid = bonuses(awards, TABLE)
    assert [bonus.amount for bonus in paid] == [1_490_000, 450_000, 450_000, 450_000, 0]
    assert paid[-1].reason == "chưa có mức thưởng trong quy định"


def test_a_full_step_of_money_stays_and_the_smallest_part_of_one_is_a_whole() -> None:
    assert [bonus_amount(Decimal(1), salary) for salary in (0, 1, 10_000, 10_001)] == [0, 10_000, 10_000, 20_000]


def test_a_coefficient_holds_from_its_day_and_there_is_none_before_the_first() -> None:
    table = BonusTable(
        salaries=[BaseSalary(since=date(2020, 1, 1), amount=1, certain=Certainty.CERTAIN)],
        coefficients=[
            Coefficient("GK", False, date(2020, 7, 1), Decimal(2)),
            Coefficient("GK", False, date(2020, 1, 1), Decimal(1)),
            Coefficient("GK", True, date(2020, 1, 1), Decimal(9)),
        ],
        periods={},
    )
    days = (date(2019, 12, 31), date(2020, 1, 1), date(2020, 6, 30), date(2020, 7, 1))
    assert [table.coefficient_on("GK", day, collective=False) for day in days] == [None, 1, 1, 2]
    assert table.coefficient_on("LDTT", days[3], collective=False) is None


def test_of_two_titles_with_the_same_money_the_first_is_paid_and_no_title_without_money_takes_it_away() -> None:
    twice = bonuses([award("LDTT"), award("LDTT")], TABLE)
    assert [bonus.amount for bonus in twice] == [450_000, 0]
    unpriced = BonusTable(salaries=TABLE.salaries, coefficients=(), periods=TABLE.periods)
    assert [bonus.reason for bonus in bonuses([award("LDTT"), award("CSTDCS")], unpriced)] == [
        "chưa có mức thưởng trong quy định"
    ] * 2
    assert not bonuses([award("GK")], TABLE)[0].award.sample


CASES = tomllib.loads(Path(__file__).with_name("bonus_cases.toml").read_text("utf-8"))["cases"]


@pytest.mark.parametrize(("day", "kind", "codes", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_several_awards_of_a_year_bring_what_their_periods_say(
    day: date, kind: str, codes: list[str], expected: list[int]
) -> None:
    collective = kind == "collective"
    paid = bonuses([award(code, collective=collective, day=day) for code in codes], TABLE)
    assert [bonus.amount for bonus in paid] == expected
    assert all(bonus.reason for bonus in paid if not bonus.amount)


def test_every_title_has_the_period_of_its_work() -> None:
    three_and_six = {"CSTDT": 3, "CSTDTQ": 6}
    titles = {code for code, kind in AWARD_KINDS.items() if kind.is_title}
    assert {code: TABLE.periods[code] for code in titles} == {code: three_and_six.get(code, 1) for code in titles}
