"""The catalogue of the law: which law holds on which day, what an office made its own, what is typed."""

from datetime import date
from decimal import Decimal

import pytest

from cluster_desktop.commands.law.catalogue import law
from cluster_desktop.domain.awards.awards import AWARD_KINDS, AwardKind
from cluster_desktop.domain.awards.dossiers import PartKind
from cluster_desktop.domain.law.catalogue import EVERY_AWARD, Catalogue, Law, with_own
from cluster_desktop.domain.law.catalogue_values import (
    Amount,
    Group,
    ValueKind,
    due_on,
    kept,
    offered,
    read_amount,
    show_amount,
)
from cluster_desktop.domain.law.regimes import Certainty, Regime, regime_for, regime_on


def regime(code: str, catalogue: Catalogue | None = None) -> Regime:
    return next(entry for entry in (catalogue or law()).regimes if entry.code == code)


def in_force(code: str, catalogue: Catalogue | None = None) -> Law:
    """Return the law a regime begins with."""
    catalogue = catalogue or law()
    return catalogue.law(regime(code, catalogue), date.min)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2012, 1, 1), "R2014"),
        (date(2017, 9, 30), "R2014"),
        (date(2017, 10, 1), "R2017"),
        (date(2023, 12, 31), "R2017"),
        (date(2024, 1, 1), "R2024"),
        (date(2025, 6, 30), "R2024"),
        (date(2025, 7, 1), "R2025"),
        (date(2026, 9, 30), "R2025"),
        (date(2026, 10, 1), "R2026"),
    ],
)
def test_the_law_is_that_of_the_day_the_dossier_came_in(day: date, code: str) -> None:
    chosen = regime_for(law().regimes, 2020, received=day, decided=date(2020, 12, 1))
    assert chosen.regime.code == code
    assert f"{day:%d/%m/%Y}" in chosen.why


def test_without_a_dossier_the_day_of_the_decision_counts_and_without_that_the_end_of_the_year() -> None:
    decided = regime_for(law().regimes, 2023, decided=date(2024, 1, 15))
    assert (decided.regime.code, decided.why) == ("R2024", "theo ngày quyết định 15/01/2024")
    ended = regime_for(law().regimes, 2023)
    assert (ended.regime.code, ended.why) == ("R2017", "theo ngày 31/12/2023")


def test_every_law_has_its_name_its_bases_and_its_certainty() -> None:
    assert [regime.code for regime in law().regimes] == ["R2014", "R2017", "R2024", "R2025", "R2026"]
    assert all(regime.name and len(regime.basis) == 2 for regime in law().regimes)
    assert [regime.certain for regime in law().regimes] == ["L", "C", "C", "C", "U"]
    assert "chưa kiểm chứng" in regime("R2026").banner
    new, old = in_force("R2026").rules, in_force("R2025").rules
    drafted = {"CSTDCS.merit", "CSTDCS.both"}  # what a draft changes; all the rest goes on as it was
    assert new.keys() == old.keys()
    assert {code for code, rule in new.items() if rule.basis != old[code].basis} == drafted
    assert {code for code, rule in new.items() if rule.value != old[code].value} == {"CSTDCS.both"}
    assert {code for code, rule in new.items() if rule.certain != old[code].certain} == drafted
    assert {rule.sureness for rule in new.values()} == {Certainty.UNSURE}


def test_every_line_has_its_law_and_every_award_who_decides_it() -> None:
    assert all(entry.basis and entry.label for entry in law().entries)
    assert set(law().awards) == set(AWARD_KINDS)
    assert all(award_law.decides and award_law.council for award_law in law().awards.values())


def test_an_award_is_judged_where_the_catalogue_has_rules_of_its_own_for_it() -> None:
    ruled = {rule.award for dated in law().laws for rule in dated.rules.values() if rule.group is Group.RULE}
    assert ruled - {EVERY_AWARD} == {kind.code for kind in AwardKind if kind.judged}


@pytest.mark.parametrize(
    ("award", "code", "share"),
    [
        ("CSTDT", "R2017", 90),
        ("CSTDTQ", "R2024", 90),
        ("CSTDT", "R2025", 90),
        ("CSTDT", "R2026", 90),
        ("CSTDCS", "R2017", None),
        ("CSTDCS", "R2024", 80),
        ("CO_TINH", "R2024", 80),
        ("CO_CP", "R2025", 80),
        ("LDTT", "R2024", None),
        ("GK", "R2025", None),
    ],
)
def test_the_share_of_votes_is_that_of_the_decree(award: str, code: str, share: int | None) -> None:
    share_rule = in_force(code).vote_share(award)
    assert share_rule is not None
    assert share_rule.value == share


def test_what_is_only_likely_about_votes_says_so() -> None:
    shares = {code: in_force(code).vote_share("CSTDCS") for code in ("R2024", "R2025")}
    assert {code: share.certain for code, share in shares.items() if share} == {
        "R2024": Certainty.CERTAIN,
        "R2025": Certainty.LIKELY,
    }


def test_dossiers_have_the_parts_of_their_award() -> None:
    assert in_force("R2024").dossier_parts("LDTT") == ("TO_TRINH", "BAO_CAO", "BIEN_BAN", "TRICH_NGANG")
    parts = in_force("R2025").dossier_parts("CSTDT")
    assert set(parts) > {"BIEN_BAN_PHIEU", "SANG_KIEN", "ANH_HUONG"}
    assert set(parts) <= set(PartKind)
    assert in_force("R2026").dossier_parts("CSTDT") == parts
    assert in_force("R2025").dossier_parts("GK", simple=True) == ("TO_TRINH", "BAO_CAO")
    assert in_force("R2025").dossier_parts("CO_TINH", simple=True) == in_force("R2025").dossier_parts("CO_TINH")
    own = with_own(law(), {"dossier.R2025.GK": "Tờ trình; Biên bản họp Hội đồng"})
    assert in_force("R2025", own).dossier_parts("GK", simple=True) == ("TO_TRINH", "BIEN_BAN")


def test_deadlines_fall_in_the_year_they_say_once_the_law_asks() -> None:
    due = {entry.key: day for entry, day in law().deadlines(2024)}
    assert due == {
        "deadline.year_end": date(2024, 12, 10),
        "deadline.CSTDTQ.CSTDTQ": date(2025, 12, 31),
        "deadline.CO_CP.CO_CP": date(2025, 6, 30),
        "deadline.statistics": date(2024, 12, 15),
    }
    assert [entry.key for entry, _day in law().deadlines(2020)] == ["deadline.year_end"]


def test_an_award_looks_at_as_many_years_as_its_law_says() -> None:
    spans = {award: in_force("R2024").achievement_years(award) for award in ("LDTT", "CSTDCS", "CSTDT", "GK")}
    assert spans == {"LDTT": 1, "CSTDCS": 1, "CSTDT": 3, "GK": 1}
    assert in_force("R2025").achievement_years("CSTDTQ") == 6
    assert in_force("R2017").achievement_years("BK_TINH") == 2
    assert in_force("R2026").achievement_years("BK_TTG") == 5


# --- the office's own ---


def test_what_an_office_sets_holds_and_what_cannot_be_read_leaves_the_law() -> None:
    own = with_own(
        law(),
        {
            "rule.R2024.TTLDTT.share": "75%",
            "bonus.GK.0.person": "0,5",
            "salary.2026-07-01": "2.530.000",
            "salary.2027-01-01": "2.700.000",
            "rule.R2024.CSTDCS.vote": "nhiều",
            "no.such.thing": "1",
            "salary.hôm qua": "1.000.000",
        },
    )
    share = in_force("R2024", own).rules["TTLDTT.share"]
    assert (share.value, share.own) == (75, True)
    assert own.bonus_table.coefficient_on("GK", date(2025, 1, 1), collective=False) == Decimal("0.5")
    assert own.bonus_table.salary_on(date(2027, 5, 1)).amount == 2_700_000
    assert own.bonus_table.salary_on(date(2026, 8, 1)).certain is not Certainty.UNSURE
    vote = in_force("R2024", own).vote_share("CSTDCS")
    assert vote is not None
    assert (vote.value, vote.own) == (80, False)
    assert len(own.entries) == len(law().entries) + 1
    copied = in_force("R2025", own).rules["TTLDTT.share"]
    assert copied.value == 70


@pytest.mark.parametrize(
    ("kind", "text", "value", "shown"),
    [
        (ValueKind.MONEY, "2.340.000", 2_340_000, "2.340.000"),
        (ValueKind.MONEY, "2340000 đồng", 2_340_000, "2.340.000"),
        (ValueKind.DECIMAL, "1,5", Decimal("1.5"), "1,5"),
        (ValueKind.DECIMAL, "12", Decimal(12), "12"),
        (ValueKind.PERCENT, "15", 15, "15%"),
        (ValueKind.PERCENT, "15 %", 15, "15%"),
        (ValueKind.INTEGER, "", None, "không quy định"),
        (ValueKind.INTEGER, "không quy định", None, "không quy định"),
        (ValueKind.YES_NO, "Không", False, "không"),
        (ValueKind.QUALITY, "HTTNV", "HTTNV", "Hoàn thành tốt nhiệm vụ"),
        (ValueKind.QUALITY, "hoan thanh tot nhiem vu", "HTTNV", "Hoàn thành tốt nhiệm vụ"),
        (ValueKind.MEASURE, "Cảnh cáo", "CANH_CAO", "Cảnh cáo"),
        (ValueKind.ROUNDING, "bỏ phần lẻ", "FLOOR", "bỏ phần lẻ"),
        (ValueKind.DAY, "31/12 năm sau", "31/12+1", "31/12 năm sau"),
        (ValueKind.PARTS, "Tờ trình; Ảnh chân dung", ("TO_TRINH", "Ảnh chân dung"), "Tờ trình; Ảnh chân dung"),
    ],
)
def test_values_are_read_as_people_type_them_and_kept(kind: ValueKind, text: str, value: Amount, shown: str) -> None:
    assert read_amount(kind, text) == value
    assert show_amount(kind, value) == shown
    assert read_amount(kind, kept(kind, value)) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (ValueKind.MONEY, "nhiều"),
        (ValueKind.MONEY, ""),
        (ValueKind.MONEY, "0"),
        (ValueKind.MONEY, "-5"),
        (ValueKind.MONEY, "1,5"),
        (ValueKind.DECIMAL, "-1"),
        (ValueKind.PERCENT, "0"),
        (ValueKind.PERCENT, "101"),
        (ValueKind.INTEGER, "1000"),
        (ValueKind.QUALITY, "Giỏi"),
        (ValueKind.YES_NO, "có lẽ"),
        (ValueKind.DAY, "31/2"),
        (ValueKind.DAY, "mùa thu"),
        (ValueKind.PARTS, " ; "),
    ],
)
def test_what_is_no_such_value_is_refused_with_a_sentence(kind: ValueKind, text: str) -> None:
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        read_amount(kind, text)


def test_kinds_that_are_chosen_offer_their_words() -> None:
    assert offered(ValueKind.QUALITY)[0] == "không quy định"
    assert offered(ValueKind.ROUNDING) == ("làm tròn từ một nửa", "bỏ phần lẻ", "làm tròn lên")
    assert offered(ValueKind.MONEY) == ()


@pytest.mark.parametrize(
    ("kind", "least", "most", "below", "above"),
    [
        (ValueKind.MONEY, "1", "1.000.000.000", "0", "1.000.000.001"),
        (ValueKind.DECIMAL, "0", "1.000", "-0,1", "1.000,1"),
        (ValueKind.INTEGER, "0", "999", "-1", "1.000"),
        (ValueKind.PERCENT, "1%", "100%", "0%", "101%"),
        (ValueKind.DAY, "1/1", "31/12", "0/1", "32/12"),
    ],
)
def test_a_value_lies_within_its_bounds(kind: ValueKind, least: str, most: str, below: str, above: str) -> None:
    for text in (least, most):
        assert show_amount(kind, read_amount(kind, text)) == text
    for text in (below, above):
        with pytest.raises(ValueError):
            read_amount(kind, text)


def test_a_day_that_is_not_in_every_year_is_none_and_a_plus_is_the_year_after() -> None:
    with pytest.raises(ValueError, match="Gõ ngày/tháng"):
        read_amount(ValueKind.DAY, "29/2")
    assert read_amount(ValueKind.DAY, " 5 / 1 năm sau") == "5/1+1"
    assert (due_on("31/12", 2024), due_on("5/1+1", 2024)) == (date(2024, 12, 31), date(2025, 1, 5))


@pytest.mark.parametrize(
    ("kind", "needed"),
    [
        (ValueKind.MONEY, True),
        (ValueKind.DECIMAL, True),
        (ValueKind.ROUNDING, True),
        (ValueKind.PARTS, True),
        (ValueKind.DAY, True),
        (ValueKind.INTEGER, False),
        (ValueKind.PERCENT, False),
        (ValueKind.QUALITY, False),
        (ValueKind.MEASURE, False),
        (ValueKind.LEVEL, False),
    ],
)
def test_some_values_may_be_left_out_and_others_not(kind: ValueKind, needed: bool) -> None:
    for nothing in ("", "-", "không quy định"):
        if needed:
            with pytest.raises(ValueError, match="phải có giá trị"):
                read_amount(kind, nothing)
        else:
            assert read_amount(kind, nothing) is None
    assert ("không quy định" in offered(kind)) is (kind in (ValueKind.QUALITY, ValueKind.MEASURE, ValueKind.LEVEL))


def test_an_examination_is_no_measure_to_choose_and_parts_are_named_once() -> None:
    assert offered(ValueKind.MEASURE)[-1] == "Khai trừ"
    assert read_amount(ValueKind.PARTS, "Tờ trình;; to trinh ; TO_TRINH") == ("TO_TRINH",)
    assert offered(ValueKind.YES_NO) == ("có", "không")
    assert [kept(ValueKind.YES_NO, value) for value in (True, False, None)] == ["yes", "no", "-"]


def test_the_regime_of_a_day_is_the_last_that_began_and_days_before_all_fall_under_the_first() -> None:
    days = (date(1990, 1, 1), date(2017, 9, 30), date(2017, 10, 1), date(2030, 1, 1))
    assert [regime_on(law().regimes, day).code for day in days] == ["R2014", "R2014", "R2017", "R2026"]
    own = regime_for(law().regimes, 2024, chosen="R2017")
    assert (own.regime.code, own.day, own.why) == ("R2017", date(2024, 12, 31), "do văn phòng chọn")
    unknown = regime_for(law().regimes, 2024, chosen="R1900", reason="có lợi hơn")
    assert (unknown.regime.code, unknown.why) == ("R2024", "theo ngày 31/12/2024")


def test_only_a_base_salary_can_be_set_for_a_day_the_law_does_not_know() -> None:
    unknown = {"deadline.2027-01-01": "5.000.000", "bonus.2027-01-01": "5.000.000", "salary.2027": "5.000.000"}
    assert with_own(law(), unknown).entries == law().entries
    added = with_own(law(), {"salary.2027-01-01": "2.700.000"}).entries[-1]
    assert (added.since, added.added, added.shown, added.shown_law) == (date(2027, 1, 1), True, "2.700.000", "")
    assert not law().of(Group.SALARY)[0].added


def test_an_own_value_equal_to_the_laws_is_still_the_offices_own() -> None:
    own = in_force("R2024", with_own(law(), {"rule.R2024.CSTDT.years": "3"})).rules["CSTDT.years"]
    assert (own.value, own.own) == (3, True)
    back = in_force("R2026", with_own(law(), {"rule.R2025.CSTDT.years": "4", "rule.R2026.CSTDT.years": "3"}))
    assert (back.rules["CSTDT.years"].value, back.rules["CSTDT.years"].own) == (3, False)


def test_only_the_title_of_a_school_is_capped() -> None:
    assert [award for award in AWARD_KINDS if law().capped(award)] == ["CSTDCS", "CO_CP"]


def test_registers_are_read_as_far_back_as_any_law_looks() -> None:
    assert [law().years_back([award]) for award in ("LDTT", "CSTDT", "CSTDTQ", "BK_TINH")] == [0, 3, 6, 2]
    assert law().years_back(["LDTT", "CSTDT"]) == 3
    assert law().years_back([]) == 0


def test_a_figure_is_told_by_its_key() -> None:
    day, share = law().entry("deadline.year_end"), law().entry("rule.R2024.CSTDCS.vote")
    assert day is not None
    assert share is not None
    assert (day.shown, share.shown) == ("10/12", "80%")
    assert law().entry("deadline.never") is None
