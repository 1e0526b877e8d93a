"""A rule says in words which years and awards are there, how many are missing and what would help."""

import pytest

from cluster_desktop.commands.law.catalogue import law
from cluster_desktop.domain.law.catalogue import with_own
from cluster_desktop.domain.law.eligibility.facts import CandidateKind
from cluster_desktop.domain.law.eligibility.judge import judge
from tests.domain.law.eligibility_facts import candidate
from tests.domain.law.reasons import FAIL, PASS, UNCLEAR, Line, check, lines


@lines(
    ("has CSTDCS 2022-2024", PASS, "có 3/3 năm liên tục CSTĐ cơ sở: 2022, 2023, 2024"),
    (
        "has CSTDCS 2022-2023; proposed CSTDCS 2024",
        PASS,
        "có 3/3 năm liên tục CSTĐ cơ sở: 2022, 2023, 2024 (CSTĐ cơ sở 2024 đang được đề nghị, chưa có quyết định)",
    ),
    ("", FAIL, "có 0/3 năm liên tục CSTĐ cơ sở; thiếu 2022, 2023, 2024", "Cần thêm CSTĐ cơ sở năm 2022, 2023, 2024."),
    (
        "measure KHIEN_TRACH 2022-02-01 2023-02-01; has CSTDCS 2022-2024",
        FAIL,
        "có 2/3 năm liên tục CSTĐ cơ sở: 2023, 2024; thiếu 2022; 2022 không tính vì kỷ luật đến 01/02/2023",
    ),
    (
        "has CSTDCS 2022; has CSTDCS 2023 CHUYEN_DE; has CSTDCS 2024",
        FAIL,
        "có 2/3 năm liên tục CSTĐ cơ sở: 2022, 2024; thiếu 2023; CSTĐ cơ sở 2023 theo chuyên đề, đột xuất không tính",
    ),
)
def test_years_in_a_row(line: Line) -> None:
    check(line, "CSTDT.years", "CSTDT", 2024)


WIDE = "cấp tỉnh, Học viện trở lên"


@lines(
    ("work SK TINH 2022", PASS, "có “Một việc mới” (2022, cấp tỉnh)"),
    (
        "work SK TINH 2021",
        FAIL,
        f"chưa có sáng kiến, đề tài được công nhận ở {WIDE} trong 2022-2024",
        f"Cần 1 sáng kiến hoặc đề tài được công nhận có ảnh hưởng ở {WIDE} trong 2022-2024.",
    ),
    (
        "work SK TINH 2023 for BK_TINH",
        FAIL,
        f"chưa có sáng kiến, đề tài được công nhận ở {WIDE} trong 2022-2024; “Một việc mới” đã dùng cho Bằng khen",
    ),
)
def test_an_initiative_of_those_years(line: Line) -> None:
    check(line, "CSTDT.initiative", "CSTDT", 2024)


@lines(
    ("work SK TOAN_QUOC 2018", PASS, "có “Một việc mới” (2018, toàn quốc)"),
    (
        "work SK TOAN_QUOC 2017",
        FAIL,
        "chưa có sáng kiến, đề tài được công nhận ở phạm vi toàn quốc trong 2018-2024",
    ),
)
def test_an_initiative_of_the_nation(line: Line) -> None:
    check(line, "CSTDTQ.initiative", "CSTDTQ", 2024)


def test_the_second_title_is_missing_with_its_year() -> None:
    reason = (
        "có 1/2 lần CSTĐ cấp tỉnh: 2024; thiếu 2021; có 6/6 năm liên tục CSTĐ cơ sở: 2019, 2020, 2021, 2022, 2023, 2024"
    )
    line = Line("has CSTDT 2024; has CSTDCS 2019-2024", FAIL, reason, "Cần thêm CSTĐ cấp tỉnh năm 2021.")
    check(line, "CSTDTQ.titles", "CSTDTQ", 2024)


DEED = " Hoặc đề nghị theo phong trào, thành tích đột xuất."


@lines(
    ("class 2023-2024 HTXSNV", PASS, "có 2/2 năm liên tục hoàn thành xuất sắc nhiệm vụ: 2023, 2024"),
    (
        "class 2023 HTTNV; class 2024 HTXSNV",
        FAIL,
        (
            "có 1/2 năm liên tục hoàn thành xuất sắc nhiệm vụ: 2024; thiếu 2023; "
            "hoặc có 0/2 năm liên tục CSTĐ cơ sở; thiếu 2023, 2024"
        ),
        f"Cần thêm hoàn thành xuất sắc nhiệm vụ năm 2023.{DEED}",
    ),
    (
        "class 2024 HTXSNV; has CSTDCS 2024",
        UNCLEAR,
        (
            "có 1/2 năm liên tục hoàn thành xuất sắc nhiệm vụ: 2024; chưa ghi xếp loại 2023; "
            "hoặc có 1/2 năm liên tục CSTĐ cơ sở: 2024; thiếu 2023"
        ),
        f"Ghi xếp loại năm 2023.{DEED}",
    ),
    (
        "class 2023-2024 HTTNV; has CSTDCS 2024",
        FAIL,
        (
            "có 1/2 năm liên tục CSTĐ cơ sở: 2024; thiếu 2023; "
            "hoặc có 0/2 năm liên tục hoàn thành xuất sắc nhiệm vụ; thiếu 2023, 2024"
        ),
        f"Cần thêm CSTĐ cơ sở năm 2023.{DEED}",
    ),
)
def test_excellent_years(line: Line) -> None:
    check(line, "BK_TINH.years", "BK_TINH", 2024)


@lines(
    ("work SK CO_SO 2023-2024", PASS, "có 2 sáng kiến, 0 đề tài trong 2023-2024"),
    ("work DT CO_SO 2023-2024", PASS, "có 0 sáng kiến, 2 đề tài trong 2023-2024"),
    (
        "work SK CO_SO 2023; work DT CO_SO 2024",
        FAIL,
        "có 1 sáng kiến, 1 đề tài trong 2023-2024 (1 sáng kiến và 1 đề tài không tính), cần 2 sáng kiến hoặc 2 đề tài",
        "Cần thêm 1 sáng kiến được cơ sở công nhận, hoặc đủ 2 đề tài.",
    ),
    ("work DT CO_SO 2024", FAIL, "có 0 sáng kiến, 1 đề tài trong 2023-2024, cần 2 sáng kiến hoặc 2 đề tài"),
)
def test_own_initiatives(line: Line) -> None:
    check(line, "BK_TINH.initiatives", "BK_TINH", 2024)


def test_research_did_not_stand_instead_before_2024() -> None:
    reason = "có 0 sáng kiến, 2 đề tài trong 2019-2020, cần 2 sáng kiến"
    line = Line("work DT CO_SO 2019-2020", FAIL, reason, "Cần thêm 2 sáng kiến được cơ sở công nhận.")
    check(line, "BK_TINH.initiatives", "BK_TINH", 2020)


@lines(
    ("has BK_TINH 2022; has BK_TINH 2020", PASS, "đã có Bằng khen năm 2020, 2022"),
    ("has BK_TINH 2024", FAIL, "chưa có Bằng khen cấp bộ, ngành, tỉnh trước năm 2024"),
    (
        "has BK_TINH 2022 CHUYEN_DE",
        FAIL,
        "chưa có Bằng khen cấp bộ, ngành, tỉnh trước năm 2024; Bằng khen 2022 theo chuyên đề, đột xuất không tính",
        "Đề nghị Bằng khen cấp bộ, ngành, tỉnh trước.",
    ),
)
def test_the_rung_below(line: Line) -> None:
    check(line, "BK_TTG.lower", "BK_TTG", 2024)


FIVE = "có 5/5 năm liên tục hoàn thành xuất sắc nhiệm vụ: 2016, 2017, 2018, 2019, 2020"


@lines(
    ("has BK_TINH 2015; class 2016-2020 HTXSNV", PASS, FIVE),
    (
        "has BK_TINH 2016; class 2016-2020 HTXSNV",
        FAIL,
        f"{FIVE}; nhưng Bằng khen mới có từ năm 2016, các năm sau đó chưa đủ 5",
        "Đủ thời gian vào năm 2021.",
    ),
    ("class 2016-2020 HTXSNV", PASS, FIVE),  # the rung below is a rule of its own
)
def test_the_years_after_the_rung_below(line: Line) -> None:
    check(line, "BK_TTG.years", "BK_TTG", 2020)


def test_the_years_may_lie_before_the_rung_below_since_2024() -> None:
    reason = "có 5/5 năm liên tục từ hoàn thành tốt nhiệm vụ trở lên: 2020, 2021, 2022, 2023, 2024"
    check(Line("has BK_TINH 2022; class 2020-2024 HTTNV", PASS, reason), "BK_TTG.years", "BK_TTG", 2024)


@lines(
    ("work SK CO_SO 2016-2020", PASS, "có 5/5 sáng kiến trong 2016-2020"),
    (
        "work SK CO_SO 2015; work SK CO_SO 2018-2020",
        FAIL,
        "có 3/5 sáng kiến trong 2016-2020",
        "Cần thêm 2 sáng kiến được cơ sở công nhận.",
    ),
)
def test_five_initiatives(line: Line) -> None:
    check(line, "BK_TTG.initiatives", "BK_TTG", 2020)


@lines(
    ("has CSTDCS 2020; has CSTDCS 2022-2023", PASS, "có 3/3 lần CSTĐ cơ sở trong 2020-2024: 2020, 2022, 2023"),
    (
        "has CSTDCS 2019; has CSTDCS 2022",
        FAIL,
        "có 1/3 lần CSTĐ cơ sở trong 2020-2024: 2022",
        "Cần thêm 2 lần CSTĐ cơ sở.",
    ),
    ("", FAIL, "có 0/3 lần CSTĐ cơ sở trong 2020-2024"),
)
def test_titles_among_the_years(line: Line) -> None:
    check(line, "BK_TTG.fighters", "BK_TTG", 2024)


@lines(
    ("has KNC 2015", FAIL, "đã có Kỷ niệm chương năm 2015", "Không đề nghị lần nữa."),
    ("has KNC 2024", FAIL, "đã có Kỷ niệm chương năm 2024"),
    ("has KNC 2025", PASS, "chưa có Kỷ niệm chương"),
)
def test_a_medal_given_once(line: Line) -> None:
    check(line, "KNC.once", "KNC", 2024)


ADVICE = "(tham khảo: số năm, số danh hiệu cụ thể chưa kiểm chứng)"


@lines(
    ("has BK_TTG 2015; class 2016-2020 HTXSNV", UNCLEAR, f"đã có Bằng khen TTg năm 2015; {FIVE} {ADVICE}"),
    (
        "has BK_TTG 2010; has BK_TTG 2015; class 2016-2020 HTXSNV",
        UNCLEAR,
        f"đã có Bằng khen TTg năm 2015; {FIVE} {ADVICE}",
    ),
    ("has BK_TTG 2020; class 2016-2020 HTXSNV", UNCLEAR, f"chưa có Bằng khen TTg; {FIVE} {ADVICE}"),
    ("occasion DOT_XUAT", UNCLEAR, "đề nghị không theo công trạng nhiều năm: tiêu chuẩn cụ thể chưa kiểm chứng"),
)
def test_a_medal_is_only_advised_on(line: Line) -> None:
    check(line, "HCLD3.ladder", "HCLD3", 2020)


def test_a_title_of_the_collective_stands_instead_of_its_class() -> None:
    years = "có 2/2 năm liên tục hoàn thành xuất sắc nhiệm vụ hoặc Tập thể LĐXS: 2023, 2024"
    for facts in ("class 2023-2024 HTXSNV", "class 2023 HTXSNV; has TTLDXS 2024"):
        check(Line(facts, PASS, years), "BK_TINH.group_years", "BK_TINH", 2024, CandidateKind.UNIT)
    before = "có 1/2 năm liên tục hoàn thành xuất sắc nhiệm vụ: 2019; thiếu 2020"
    line = Line("class 2019 HTXSNV; class 2020 HTTNV; has TTLDXS 2020", FAIL, before)
    check(line, "BK_TINH.group_years", "BK_TINH", 2020, CandidateKind.UNIT)


UNSURE = "(quy định chưa kiểm chứng, chỉ để tham khảo)"


@lines(
    ("has CO_TINH 2016", PASS, "trong 2016-2020 có 0 Cờ Chính phủ, 1 Cờ thi đua, 0 Bằng khen"),
    ("has BK_TINH 2016; has BK_TINH 2020", PASS, "trong 2016-2020 có 0 Cờ Chính phủ, 0 Cờ thi đua, 2 Bằng khen"),
    (
        "has BK_TINH 2016; has CO_TINH 2015; has CO_TINH 2018 CHUYEN_DE",
        UNCLEAR,
        f"trong 2016-2020 có 0 Cờ Chính phủ, 0 Cờ thi đua, 1 Bằng khen {UNSURE}",
        "Cần 1 Cờ thi đua, hoặc 2 Bằng khen.",
    ),
)
def test_flags_on_the_way_to_the_prime_minister(line: Line) -> None:
    check(line, "BK_TTG.flags", "BK_TTG", 2020, CandidateKind.UNIT)


@lines(
    (
        "has CO_TINH 2020; has CO_TINH 2022; has CO_TINH 2024",
        PASS,
        "trong 2020-2024 có 0 Cờ Chính phủ, 3 Cờ thi đua, 0 Bằng khen",
    ),
    ("has CO_TINH 2022; has CO_CP 2022", PASS, "trong 2020-2024 có 1 Cờ Chính phủ, 1 Cờ thi đua, 0 Bằng khen"),
    (
        "has CO_CP 2022; has CO_CP 2023",
        UNCLEAR,
        f"trong 2020-2024 có 2 Cờ Chính phủ, 0 Cờ thi đua, 0 Bằng khen {UNSURE}",
        "Cần 3 Cờ thi đua, hoặc 1 Cờ Chính phủ và 1 Cờ thi đua.",
    ),
)
def test_flags_on_the_way_to_a_medal(line: Line) -> None:
    check(line, "HCLD2.flags", "HCLD2", 2024, CandidateKind.UNIT)


@lines(
    ("has GK 2015", FAIL, "chưa có Bằng khen cấp bộ, ngành, tỉnh trước năm 2024"),
    ("has BK_TINH 2024 CHUYEN_DE", FAIL, "chưa có Bằng khen cấp bộ, ngành, tỉnh trước năm 2024"),
)
def test_another_award_is_not_the_rung_below(line: Line) -> None:
    check(line, "BK_TTG.lower", "BK_TTG", 2024)


def test_the_first_award_of_the_rung_below_begins_the_years() -> None:
    check(
        Line("has BK_TINH 2015; has BK_TINH 2017; class 2016-2020 HTXSNV", PASS, FIVE), "BK_TTG.years", "BK_TTG", 2020
    )
    check(Line("has GK 2015", PASS, "chưa có Kỷ niệm chương"), "KNC.once", "KNC", 2024)


YEARS_ALONE = {"BK_TTG.lower", "BK_TTG.fighters", "BK_TTG.initiatives", "BK_TTG.flags", "BK_TINH.initiatives"}


@pytest.mark.parametrize("award", ["BK_TTG", "BK_TINH"])
@pytest.mark.parametrize("year", [2020, 2024])
@pytest.mark.parametrize("kind", [CandidateKind.PERSON, CandidateKind.UNIT])
@pytest.mark.parametrize("occasion", ["CHUYEN_DE", "DOT_XUAT"])
def test_a_deed_is_not_asked_for_years(award: str, year: int, kind: CandidateKind, occasion: str) -> None:
    deed = judge(candidate(f"occasion {occasion}; citation", award, year, kind), award, year, law())
    assert not YEARS_ALONE & {finding.rule for finding in deed.findings}
    work = judge(candidate("citation", award, year, kind), award, year, law())
    asked = YEARS_ALONE & {finding.rule for finding in work.findings}
    assert bool(asked) is (kind is CandidateKind.PERSON or (award, year) == ("BK_TTG", 2020))


@pytest.mark.parametrize(
    ("joined", "verdict", "reason", "remedy"),
    [
        ("joined 2004", "PASS", "về trường từ 2004, đến năm 2024 được 20 năm", ""),
        ("joined 2005", "FAIL", "về trường từ 2005, đến năm 2024 được 19 năm, cần 20 năm", "Đủ năm vào 2025."),
        ("", "NEEDS_HUMAN", "chưa ghi ngày về trường, cần 20 năm", "Ghi ngày về trường ở hồ sơ cán bộ."),
    ],
)
def test_years_of_service_are_counted_once_the_office_sets_them(
    joined: str, verdict: str, reason: str, remedy: str
) -> None:
    own = with_own(law(), {"rule.R2024.KNC.service": "20"})
    findings = judge(candidate(joined, "KNC", 2024), "KNC", 2024, own).findings
    outcome = next(finding for finding in findings if finding.rule == "KNC.service")
    assert (outcome.verdict, outcome.reason, outcome.remedy) == (verdict, reason, remedy)
