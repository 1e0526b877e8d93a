"""Eligibility for awards: every rule under every law, both sides of every threshold, each with its law."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from cluster_desktop.commands.law.catalogue import law
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.law.catalogue import COLLECTIVE, PERSON, with_own
from cluster_desktop.domain.law.eligibility.facts import CandidateKind, UnitCounts
from cluster_desktop.domain.law.eligibility.judge import judge, may_have
from cluster_desktop.domain.law.eligibility.rules import ALWAYS, CHECKS
from cluster_desktop.domain.law.eligibility.verdict import Finding, Judgement, Verdict
from cluster_desktop.domain.law.regimes import Certainty
from tests.domain.law.eligibility_facts import candidate

YEARS = [2016, 2020, 2024, 2025]
"""A year under each law that was read."""


class Case(NamedTuple):
    """A line of the table."""

    what: str
    award: str
    year: int
    facts: str
    rule: str
    verdict: str
    law: str
    kind: CandidateKind = CandidateKind.PERSON


def read_cases() -> list[Case]:
    files = sorted(Path(__file__).parent.glob("eligibility_cases*.toml"))
    tables = [tomllib.loads(file.read_text("utf-8")) for file in files]
    laws = next(table.pop("laws") for table in tables if "laws" in table)
    return [case for table in tables for lines in table.values() for line in lines for case in each_year(line, laws)]


def each_year(line: list[Any], laws: dict[str, list[str]]) -> Iterator[Case]:
    """The line for every year it names; in its facts Y is the year, Y2 two years before it."""
    what, award, years, facts, rule, verdict, named, *kind = line
    for year in years if isinstance(years, list) else [years]:
        described = re.sub(r"\bY(\d?)\b", lambda match: str(year - int(match[1] or 0)), facts)  # noqa: B023
        law = laws[named][YEARS.index(year)] if named in laws else named
        yield Case(what, award, year, described, rule, verdict, law, *map(CandidateKind, kind))


CASES = read_cases()


def judged(case: Case) -> Judgement:
    return judge(candidate(case.facts, case.award, case.year, case.kind), case.award, case.year, law())


def finding(judgement: Judgement, rule: str) -> Finding | None:
    return next((outcome for outcome in judgement.findings if outcome.rule == rule), None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.award} {case.year}: {case.what}")
def test_the_rule_says_what_the_law_says_and_names_it(case: Case) -> None:
    whole = judged(case)
    outcome = finding(whole, case.rule)
    if not case.verdict:
        assert outcome is None
        return
    assert outcome is not None
    assert (outcome.verdict, outcome.reason) == (case.verdict, outcome.reason)
    assert case.law in outcome.law
    assert outcome.reason
    assert outcome.verdict is Verdict.PASS or outcome.remedy
    if case.verdict == "FAIL":
        assert whole.verdict is Verdict.FAIL
    elif case.verdict == "NEEDS_HUMAN":
        assert whole.verdict is not Verdict.PASS


SIDES = (PERSON, COLLECTIVE)
ADVISORY = {"ANY.record_only", "ANY.devotion", "ANY.new_kind", "BK_TTG.group", "CO_CP.cap", "KNC.service"} | {
    f"HCLD{rung}.ladder" for rung in "321"
}
"""Rules that never say more than what a person has to look at, unless the office sets a figure."""


def test_the_table_meets_every_rule_under_every_law_and_both_sides_of_every_threshold() -> None:
    assert len({(case.award, case.year, case.facts, case.rule) for case in CASES}) >= 400
    met: dict[tuple[str, str], set[str]] = defaultdict(set)
    for case in CASES:
        met[judged(case).regime.code, case.rule].add(case.verdict)
    assert {code for code, _rule in met} == {regime.code for regime in law().regimes}
    for regime in (regime for regime in law().regimes if not regime.unread):
        in_force = law().law(regime, regime.since)
        for rule in {rule for award in AWARD_KINDS for side in SIDES for rule in in_force.rules_for(award, side)}:
            verdicts = met[regime.code, rule.code]
            if rule.figured and not rule.value and rule.code not in ALWAYS:
                assert verdicts == {""}, (regime.code, rule.code)  # it is not looked at
            else:
                sides = 1 if rule.code in ADVISORY else 2
                assert len(verdicts - {""}) >= sides, (regime.code, rule.code, verdicts)


def test_every_rule_of_the_catalogue_has_its_function_and_its_law() -> None:
    for in_force in law().laws:
        for award in AWARD_KINDS:
            for side in (PERSON, COLLECTIVE):
                for rule in in_force.rules_for(award, side):
                    assert rule.code in CHECKS or rule.code.endswith(".vote")
                    assert rule.basis
                    assert rule.name


def test_the_reason_names_the_years_that_are_there_and_the_one_that_is_not() -> None:
    judgement = judge(candidate("has CSTDCS 2018; has CSTDCS 2019", "CSTDT", 2020), "CSTDT", 2020, law())
    years = finding(judgement, "CSTDT.years")
    assert years is not None
    assert years.reason == "có 2/3 năm liên tục CSTĐ cơ sở: 2018, 2019; thiếu 2020"
    assert years.remedy == "Cần thêm CSTĐ cơ sở năm 2020."
    assert [(read.kind, read.year) for read in years.reads] == [("award", 2018), ("award", 2019)]


def test_what_is_only_proposed_counts_and_is_flagged() -> None:
    judgement = judge(candidate("proposed LDTT 2024; class 2024 HTXSNV", "CSTDCS", 2024), "CSTDCS", 2024, law())
    title = finding(judgement, "CSTDCS.title")
    assert title is not None
    assert "đang được đề nghị, chưa có quyết định" in title.reason
    assert judgement.verdict is Verdict.PASS


def test_a_year_in_which_nobody_has_a_class_is_said_in_words() -> None:
    lone = replace(candidate("", "LDTT", 2024), counts=UnitCounts(advanced=0, rated=False))
    outcome = finding(judge(lone, "LDTT", 2024, law()), "LDTT.class")
    assert outcome is not None
    assert outcome.reason == "chưa ghi xếp loại năm 2024 của ai trong đơn vị"


def test_the_law_nobody_has_read_is_judged_as_the_one_before_and_marked() -> None:
    facts = "class 2026 HTTNV"
    new, old = (
        judge(candidate(f"{facts}; received {day}", "LDTT", 2026), "LDTT", 2026, law())
        for day in ("2026-10-01", "2026-09-30")
    )
    assert (new.regime.code, old.regime.code) == ("R2026", "R2025")
    assert [outcome.verdict for outcome in new.findings] == [outcome.verdict for outcome in old.findings]
    assert new.unverified
    assert "chưa kiểm chứng" in new.regime.banner
    assert not old.unverified
    assert all("chưa kiểm chứng" in outcome.reason and outcome.certain is Certainty.UNSURE for outcome in new.findings)


def test_another_law_is_chosen_with_its_reason() -> None:
    judgement = judge(candidate("received 2023-12-31; regime R2024", "CSTDCS", 2023), "CSTDCS", 2023, law())
    assert (judgement.regime.code, judgement.why) == ("R2024", "do văn phòng chọn: có lợi hơn")


def test_between_equals_a_woman_or_a_collective_of_women_comes_first() -> None:
    assert "nữ" in judge(candidate("woman", "LDTT", 2024), "LDTT", 2024, law()).preference
    assert not judge(candidate("", "LDTT", 2024), "LDTT", 2024, law()).preference
    for women, preferred in ((7, True), (6, False)):
        group = candidate(f"members 10 7 1 {women}", "TTLDTT", 2024, CandidateKind.DEPARTMENT)
        assert bool(judge(group, "TTLDTT", 2024, law()).preference) is preferred


def test_titles_of_persons_are_not_for_collectives_and_flags_only_for_units() -> None:
    person, department, unit = (candidate("", "LDTT", 2024, kind) for kind in CandidateKind)
    assert [may_have(recipient, "LDTT") for recipient in (person, department, unit)] == [True, False, False]
    assert [may_have(recipient, "TTLDTT") for recipient in (person, department, unit)] == [False, True, True]
    assert [may_have(recipient, "CO_TINH") for recipient in (person, department, unit)] == [False, False, True]
    assert [may_have(recipient, "GK") for recipient in (person, department, unit)] == [True, True, True]


@pytest.mark.parametrize(
    ("year", "facts", "years"),
    [
        (2016, "woman; leads", "từ 12 năm (15 năm theo quy định chung; nữ lãnh đạo, quản lý được giảm 3 năm)"),
        (2020, "woman; leads", "từ 10 năm (15 năm theo quy định chung; nữ lãnh đạo, quản lý được giảm 1/3 thời gian)"),
        (2024, "woman; leads", "từ 10 năm (15 năm theo quy định chung; nữ lãnh đạo, quản lý được giảm 1/3 thời gian)"),
        (2025, "woman; leads", "từ 10 năm (15 năm theo quy định chung; nữ lãnh đạo, quản lý được giảm 1/3 thời gian)"),
        (2024, "leads", "từ 15 năm"),
        (2024, "woman", "từ 15 năm"),
    ],
)
def test_women_in_office_need_less_time_and_it_only_advises(year: int, facts: str, years: str) -> None:
    own = with_own(law(), {f"rule.{code}.ANY.devotion": "15" for code in ("R2014", "R2017", "R2024", "R2025")})
    outcome = finding(
        judge(candidate(f"occasion CONG_HIEN; {facts}", "HCLD3", year), "HCLD3", year, own), "ANY.devotion"
    )
    assert outcome is not None
    assert outcome.reason == f"cần giữ chức vụ {years}"
    assert outcome.verdict is Verdict.NEEDS_HUMAN


def test_without_years_of_the_office_what_a_woman_is_spared_is_still_said() -> None:
    facts = "occasion CONG_HIEN; woman; leads"
    outcome = finding(judge(candidate(facts, "HCLD2", 2025), "HCLD2", 2025, law()), "ANY.devotion")
    assert outcome is not None
    assert outcome.reason == "chưa có số năm giữ chức vụ theo quy định; nữ lãnh đạo, quản lý được giảm 1/3 thời gian"


def test_a_third_that_does_not_come_out_even_is_rounded_up() -> None:
    own = with_own(law(), {"rule.R2025.ANY.devotion": "10"})
    facts = "occasion CONG_HIEN; woman; leads"
    outcome = finding(judge(candidate(facts, "HCLD3", 2025), "HCLD3", 2025, own), "ANY.devotion")
    assert outcome is not None
    assert outcome.reason.startswith("cần giữ chức vụ từ 7 năm")


def test_what_is_recorded_only_is_never_called_fit() -> None:
    judgement = judge(candidate("class 2025 HTXSNV", "NGND", 2025), "NGND", 2025, law())
    assert judgement.verdict is Verdict.NEEDS_HUMAN
    assert judgement.short == "chương trình chỉ ghi nhận Nhà giáo Nhân dân, không xét tiêu chuẩn"


# --- the office's own values ---


def test_a_cap_of_the_province_holds_where_the_law_sets_none() -> None:
    own = with_own(law(), {"rule.R2024.CSTDCS.cap": "10 %"})
    facts = "has LDTT 2024; class 2024 HTXSNV; unit 40 {0}"
    for others, verdict in ((3, Verdict.PASS), (4, Verdict.NEEDS_HUMAN)):
        outcome = finding(judge(candidate(facts.format(others), "CSTDCS", 2024), "CSTDCS", 2024, own), "CSTDCS.cap")
        assert outcome is not None
        assert (outcome.verdict, outcome.own) == (verdict, True)


@pytest.mark.parametrize(
    ("how", "verdict"), [("FLOOR", "NEEDS_HUMAN"), ("HALF_UP", "NEEDS_HUMAN"), ("CEILING", "NEEDS_HUMAN")]
)
def test_rounding_a_cap_always_warns_and_says_how(how: str, verdict: str) -> None:
    own = with_own(law(), {"rule.R2017.CSTDCS.rounding": how})
    facts = "has LDTT 2020; work SK CO_SO 2020; unit 30 4"
    outcome = finding(judge(candidate(facts, "CSTDCS", 2020), "CSTDCS", 2020, own), "CSTDCS.cap")
    assert outcome is not None
    assert outcome.verdict == verdict
    assert ("vượt trần 4" in outcome.reason) is (how == "FLOOR")


@pytest.mark.parametrize(
    ("key", "text", "facts", "rule"),
    [
        ("rule.R2017.LDTT.registration", "no", "class 2020 HTTNV; registered no", "LDTT.registration"),
        ("rule.R2017.LDTT.measure", "-", "class 2020 HTTNV; measure KHIEN_TRACH 2020-02-01", "LDTT.measure"),
    ],
)
def test_what_is_only_likely_can_be_switched_off(key: str, text: str, facts: str, rule: str) -> None:
    before = finding(judge(candidate(facts, "LDTT", 2020), "LDTT", 2020, law()), rule)
    assert before is not None
    assert before.verdict is Verdict.FAIL
    after = judge(candidate(facts, "LDTT", 2020), "LDTT", 2020, with_own(law(), {key: text}))
    assert finding(after, rule) is None


@pytest.mark.parametrize(
    ("key", "text", "met", "unmet"),
    [
        ("LDTT.registration", "có", "registered yes", "registered no"),
        ("LDTT.days_off", "40", "class 2024 HTTNV 39", "class 2024 HTTNV 40"),
        ("LDTT.measure", "Cảnh cáo", "measure KHIEN_TRACH 2024-02-01", "measure CANH_CAO 2024-02-01"),
    ],
)
def test_what_the_law_of_2022_leaves_to_provinces_is_asked_once_the_office_has_set_it(
    key: str, text: str, met: str, unmet: str
) -> None:
    own = with_own(law(), {f"rule.R2024.{key}": text})
    for facts, verdict in ((met, Verdict.PASS), (unmet, Verdict.FAIL)):
        outcome = finding(judge(candidate(f"class 2024 HTTNV; {facts}", "LDTT", 2024), "LDTT", 2024, own), key)
        assert outcome is not None
        assert (outcome.verdict, outcome.own) == (verdict, True)


def test_what_was_unsure_blocks_once_the_office_has_set_it_itself() -> None:
    own = with_own(law(), {"rule.R2024.KNC.service": "20"})
    for joined, verdict in (("2004", Verdict.PASS), ("2005", Verdict.FAIL)):
        outcome = finding(judge(candidate(f"joined {joined}", "KNC", 2024), "KNC", 2024, own), "KNC.service")
        assert outcome is not None
        assert outcome.verdict is verdict


def test_months_are_asked_by_an_office_and_can_be_switched_off() -> None:
    facts = "class 2020 HTTNV; joined 2020-11-01"
    outcome = finding(judge(candidate(facts, "LDTT", 2020), "LDTT", 2020, law()), "LDTT.months")
    assert outcome is not None
    assert outcome.reason == (
        "về trường 01/11/2020, đến hết năm 2020 được 2 tháng; cần từ 10 tháng trở lên kể từ ngày tuyển dụng, "
        "sổ chưa ghi ngày này"
    )
    off = with_own(law(), {"rule.R2017.LDTT.months": "-"})
    assert finding(judge(candidate(facts, "LDTT", 2020), "LDTT", 2020, off), "LDTT.months") is None
    own = with_own(law(), {"rule.R2024.LDTT.months": "10"})
    for joined, verdict in (("2024-03-01", Verdict.PASS), ("2024-03-02", Verdict.NEEDS_HUMAN)):
        facts = f"class 2024 HTTNV; joined {joined}"
        outcome = finding(judge(candidate(facts, "LDTT", 2024), "LDTT", 2024, own), "LDTT.months")
        assert outcome is not None
        assert (outcome.verdict, outcome.own) == (verdict, True)


def test_the_title_can_be_asked_again_by_an_office() -> None:
    own = with_own(law(), {"rule.R2025.CSTDCS.standard": "no"})
    facts = "class 2025 HTXSNV"
    for catalogue, verdict in ((law(), Verdict.PASS), (own, Verdict.FAIL)):
        outcome = finding(judge(candidate(facts, "CSTDCS", 2025), "CSTDCS", 2025, catalogue), "CSTDCS.title")
        assert outcome is not None
        assert outcome.verdict is verdict


@pytest.mark.parametrize(
    ("facts", "verdict", "reason"),
    [
        (
            "class 2024 HTXSNV",
            "PASS",
            "đạt tiêu chuẩn LĐTT (không phải có danh hiệu): năm 2024 xếp loại hoàn thành xuất sắc nhiệm vụ",
        ),
        ("", "NEEDS_HUMAN", "chưa rõ tiêu chuẩn LĐTT: chưa ghi xếp loại năm 2024"),
    ],
)
def test_the_standard_of_the_lower_title_is_told_in_words(facts: str, verdict: str, reason: str) -> None:
    outcome = finding(judge(candidate(facts, "CSTDCS", 2024), "CSTDCS", 2024, law()), "CSTDCS.title")
    assert outcome is not None
    assert (outcome.verdict, outcome.reason) == (verdict, reason)


def test_a_discipline_without_an_end_is_told_with_the_day_it_ends_by_itself() -> None:
    facts = "class 2024 HTTNV; measure KHIEN_TRACH 2023-04-15"
    outcome = finding(judge(candidate(facts, "LDTT", 2024), "LDTT", 2024, law()), "ANY.discipline")
    assert outcome is not None
    assert outcome.reason == (
        "kỷ luật khiển trách từ 15/04/2023, chưa ghi ngày hết hiệu lực; đã quá 12 tháng (đến 15/04/2024), "
        "không vi phạm tiếp thì đương nhiên hết hiệu lực"
    )


def test_an_office_sets_after_how_many_months_a_discipline_ends() -> None:
    facts = "class 2024 HTTNV; measure CANH_CAO 2023-04-15"
    for months, verdict in (("12", "NEEDS_HUMAN"), ("24", "FAIL"), ("999", "FAIL"), ("-", "FAIL")):
        own = with_own(law(), {"rule.R2024.ANY.discipline_months": months})
        outcome = finding(judge(candidate(facts, "LDTT", 2024), "LDTT", 2024, own), "ANY.discipline")
        assert outcome is not None
        assert outcome.verdict == verdict


def test_what_fails_just_before_the_law_of_2026_says_that_the_new_one_may_be_better() -> None:
    judgement = judge(candidate("class 2026 HTNV; received 2026-09-30", "LDTT", 2026), "LDTT", 2026, law())
    outcome = finding(judgement, "LDTT.class")
    assert (judgement.regime.code, judgement.verdict, judgement.needs_reason) == ("R2025", Verdict.NEEDS_HUMAN, False)
    assert outcome is not None
    assert "quy định từ 01/10/2026 có lợi hơn thì được áp dụng, chưa kiểm chứng" in outcome.reason


def test_what_a_draft_asks_blocks_once_the_office_has_set_it_itself() -> None:
    own = with_own(law(), {"rule.R2025.CSTDCS.both": "yes"})
    good = "has LDTT 2025; class 2025 HTXSNV"
    for facts, verdict in ((good, Verdict.FAIL), (f"{good}; work SK CO_SO 2025", Verdict.PASS)):
        outcome = finding(judge(candidate(facts, "CSTDCS", 2025), "CSTDCS", 2025, own), "CSTDCS.merit")
        assert outcome is not None
        assert outcome.verdict is verdict


def test_titles_side_by_side_are_told_which_of_them_are_paid() -> None:
    facts = "proposed CSTDCS 2025; class 2025 HTXSNV"
    outcome = finding(judge(candidate(facts, "CSTDT", 2025), "CSTDT", 2025, law()), "ANY.once")
    assert outcome is not None
    assert "còn được đề nghị Chiến sĩ thi đua cơ sở: cùng thời gian đạt thì tiền thưởng chỉ tính" in outcome.reason
