"""A rule says in words what it found of discipline, votes and the work of a year; worked out by hand."""

from dataclasses import replace

import pytest

from cluster_desktop.commands.law.catalogue import law
from cluster_desktop.domain.law.eligibility.facts import CandidateKind
from cluster_desktop.domain.law.eligibility.judge import judge
from tests.domain.law.eligibility_facts import candidate
from tests.domain.law.reasons import FAIL, PASS, UNCLEAR, Line, check, lines


@lines(
    ("class 2024 HTXSNV", PASS, "năm 2024 xếp loại hoàn thành xuất sắc nhiệm vụ"),
    ("class 2024 HTTNV", PASS, "năm 2024 xếp loại hoàn thành tốt nhiệm vụ"),
    (
        "class 2024 HTNV",
        FAIL,
        "năm 2024 xếp loại hoàn thành nhiệm vụ, cần từ hoàn thành tốt nhiệm vụ",
        "Xếp loại năm 2024 phải từ hoàn thành tốt nhiệm vụ.",
    ),
    (
        "class 2023 HTTNV",
        UNCLEAR,
        "chưa ghi xếp loại năm 2024",
        "Ghi xếp loại năm 2024 (cần từ hoàn thành tốt nhiệm vụ).",
    ),
)
def test_class_of_the_year(line: Line) -> None:
    check(line, "LDTT.class", "LDTT", 2024)


RECRUITED = "cần từ 10 tháng trở lên kể từ ngày tuyển dụng, sổ chưa ghi ngày này"


@lines(
    ("", PASS, "chưa ghi ngày về trường; Hội đồng tự đối chiếu"),
    ("joined 2019-12-31", PASS, "công tác từ trước năm xét"),
    ("joined 2020-01-01", PASS, "về trường 01/01/2020, đến hết năm 2020 được 12 tháng"),
    ("joined 2020-03-01", PASS, "về trường 01/03/2020, đến hết năm 2020 được 10 tháng"),
    ("joined 2020-03", PASS, "về trường 03/2020, đến hết năm 2020 được 10 tháng"),
    ("joined 2020-03-02", UNCLEAR, f"về trường 02/03/2020, đến hết năm 2020 được 9 tháng; {RECRUITED}"),
    ("joined 2020-12-31", UNCLEAR, f"về trường 31/12/2020, đến hết năm 2020 được 0 tháng; {RECRUITED}"),
    ("joined 2021-01-01", UNCLEAR, f"về trường 01/01/2021, đến hết năm 2020 được 0 tháng; {RECRUITED}"),
    ("joined 2020", UNCLEAR, "chỉ ghi về trường năm 2020", "Ghi đủ ngày về trường ở hồ sơ cán bộ."),
)
def test_months_at_work(line: Line) -> None:
    check(line, "LDTT.months", "LDTT", 2020)


@lines(
    ("class 2015 HTTNV 0", PASS, "nghỉ 0 ngày làm việc trong năm 2015"),
    ("class 2015 HTTNV 39", PASS, "nghỉ 39 ngày làm việc trong năm 2015"),
    ("class 2015 HTTNV 40", FAIL, "nghỉ 40 ngày làm việc trong năm 2015, từ 40 ngày thì không xét"),
    ("class 2015 HTTNV", PASS, "chưa ghi số ngày nghỉ; Hội đồng tự đối chiếu (nghỉ thai sản tính là đi làm)"),
)
def test_days_away(line: Line) -> None:
    check(line, "LDTT.days_off", "LDTT", 2015)


@lines(
    (
        "measure KHIEN_TRACH 2020-02-01 2020-06-01",
        FAIL,
        "năm 2020 bị kỷ luật khiển trách",
        "Đề nghị từ năm 2021, khi kỷ luật đã hết.",
    ),
    ("measure KHIEN_TRACH 2019-02-01 2020-06-01", PASS, "năm 2020 không bị kỷ luật từ khiển trách trở lên"),
    ("measure DANG_XEM_XET 2020-02-01 2020-06-01", PASS, "năm 2020 không bị kỷ luật từ khiển trách trở lên"),
)
def test_discipline_of_the_year(line: Line) -> None:
    check(line, "LDTT.measure", "LDTT", 2020)


@lines(
    ("registered yes", PASS, "có đăng ký thi đua năm 2020"),
    ("registered no", FAIL, "không có đăng ký thi đua năm 2020", "Ghi đăng ký năm 2020 nếu đã đăng ký."),
    ("", PASS, "đơn vị chưa ghi đăng ký thi đua năm 2020 vào sổ nên không xét điều này"),
)
def test_registered_for_the_year(line: Line) -> None:
    check(line, "LDTT.registration", "LDTT", 2020)


MERIT = "Cần 1 sáng kiến hoặc đề tài được cấp cơ sở công nhận"


@lines(
    ("work SK CO_SO 2024; work DT TINH 2024", PASS, "có 2 sáng kiến, đề tài được công nhận năm 2024: “Một việc mới”"),
    ("class 2024 HTXSNV", PASS, "năm 2024 xếp loại hoàn thành xuất sắc nhiệm vụ"),
    (
        "class 2024 HTTNV",
        FAIL,
        "chưa có sáng kiến, đề tài được công nhận năm 2024; xếp loại hoàn thành tốt nhiệm vụ",
        f"{MERIT}, hoặc xếp loại hoàn thành xuất sắc nhiệm vụ.",
    ),
    (
        "class 2024 HTTNV; work SK CO_SO 2024 for BK_TINH",
        FAIL,
        (
            "chưa có sáng kiến, đề tài được công nhận năm 2024; “Một việc mới” đã dùng cho Bằng khen; "
            "xếp loại hoàn thành tốt nhiệm vụ"
        ),
    ),
    (
        "work SK CO_SO 2023",
        UNCLEAR,
        "chưa có sáng kiến, đề tài được công nhận năm 2024; chưa ghi xếp loại năm 2024",
        f"{MERIT}, hoặc xếp loại hoàn thành xuất sắc nhiệm vụ.",
    ),
)
def test_merit_of_the_year(line: Line) -> None:
    check(line, "CSTDCS.merit", "CSTDCS", 2024)


def test_merit_before_2024_rests_on_initiatives_alone() -> None:
    nothing = Line("class 2020 HTXSNV", FAIL, "chưa có sáng kiến, đề tài được công nhận năm 2020", f"{MERIT}.")
    check(nothing, "CSTDCS.merit", "CSTDCS", 2020)


CAP = "đơn vị có {0} CSTĐ cơ sở (kể cả người này) trên {1} LĐTT; 15% là {2}"


@lines(
    ("unit 40 5", PASS, CAP.format(6, 40, 6)),
    ("unit 40 6", UNCLEAR, CAP.format(7, 40, 6) + ", vượt trần 6"),
    ("unit 30 4", UNCLEAR, CAP.format(5, 30, "4,5") + ", chỉ đủ khi làm tròn từ một nửa"),
    ("unit 29 4", UNCLEAR, CAP.format(5, 29, "4,35") + ", vượt trần 4"),
    ("unit 30 5", UNCLEAR, CAP.format(6, 30, "4,5") + ", vượt trần 5"),
)
def test_the_cap_of_2017(line: Line) -> None:
    check(line, "CSTDCS.cap", "CSTDCS", 2020)


@lines(
    ("", PASS, "không có kỷ luật"),
    (
        "measure KHIEN_TRACH 2024-05-01",
        FAIL,
        "đang trong thời hạn kỷ luật khiển trách từ 01/05/2024",
        "Nếu kỷ luật đã hết hiệu lực thì ghi ngày hết hiệu lực ở thẻ Kỷ luật.",
    ),
    ("measure KHIEN_TRACH 2024-05-01 2025-01-01", FAIL, "đang trong thời hạn kỷ luật khiển trách từ 01/05/2024"),
    ("measure KHIEN_TRACH 2025-01-01", PASS, "không có kỷ luật"),  # after the day that counts
    (
        "measure KHIEN_TRACH 2024-05-01 2024-12-31",
        UNCLEAR,
        "kỷ luật khiển trách từ 01/05/2024, hết ngày 31/12/2024, trong năm xét",
        "Hội đồng xem thành tích của năm 2024 tính từ sau 31/12/2024.",
    ),
    (
        "measure CANH_CAO 2019-05-01 2020-05-01; measure KHIEN_TRACH 2022-05-01 2023-05-01",
        PASS,
        "kỷ luật khiển trách từ 01/05/2022, hết ngày 01/05/2023; thời gian tính thành tích từ sau ngày đó",
    ),
    (
        "received 2025-03-01; measure KHIEN_TRACH 2024-02-01 2025-02-01",
        FAIL,
        "kỷ luật khiển trách từ 01/02/2024, hết ngày 01/02/2025, sau năm 2024: thành tích năm đó không tính",
        "Đề nghị cho năm 2025 trở đi.",
    ),
    ("measure DANG_XEM_XET 2023-05-01 2024-05-01", PASS, "không có kỷ luật"),
)
def test_discipline_in_force_or_ended(line: Line) -> None:
    check(line, "ANY.discipline", "LDTT", 2024)


@lines(
    (
        "measure DANG_XEM_XET 2024-05-01",
        FAIL,
        "đang bị xem xét, kiểm tra hoặc xác minh từ 01/05/2024, chưa khen thưởng",
    ),
    (
        "measure DANG_XEM_XET 2024-05-01 2024-12-31",
        PASS,
        "không có việc xem xét, thanh tra, kiểm tra, xác minh nào đang mở",
    ),
    ("measure KHIEN_TRACH 2024-05-01", PASS, "không có việc xem xét, thanh tra, kiểm tra, xác minh nào đang mở"),
)
def test_an_open_examination(line: Line) -> None:
    check(line, "ANY.examination", "LDTT", 2024)


@lines(
    ("", PASS, "đơn vị còn hoạt động"),
    ("dissolved 2026-01-01", PASS, "đơn vị còn hoạt động"),
    (
        "dissolved 2025-12-31",
        FAIL,
        "đơn vị đã giải thể, sáp nhập ngày 31/12/2025, không khen tổ chức đã giải thể",
        "Đề nghị cho đơn vị mới, hoặc cho cá nhân.",
    ),
)
def test_a_dissolved_unit(line: Line) -> None:
    check(line, "ANY.dissolved", "TTLDTT", 2025, CandidateKind.UNIT)


@lines(
    ("", PASS, "chưa được khen cho thành tích này"),
    ("has GK 2024", PASS, "đã được tặng năm 2024, không cần đề nghị nữa"),
    ("has GK 2023", PASS, "chưa được khen cho thành tích này"),
    (
        "citation; has GK 2024",
        FAIL,
        "đã được tặng Giấy khen năm 2024",
        "Rút đề nghị này, hoặc nêu thành tích khác với lần đã khen.",
    ),
    (
        "citation; proposed GK 2024",
        UNCLEAR,
        "được đề nghị 2 lần cho Giấy khen năm 2024: còn ở đợt “Tổng kết”",
        "Giữ một đề nghị, rút đề nghị kia.",
    ),
    (
        "citation; proposed BK_TINH 2024",
        UNCLEAR,
        "cùng năm còn được đề nghị Bằng khen của Bộ, ban, ngành, tỉnh",
        "Chỉ để hai hình thức khi là hai thành tích khác nhau.",
    ),
    ("citation; proposed BK_TINH 2024 CHUYEN_DE", PASS, "chưa được khen cho thành tích này"),
    ("citation; proposed BK_TINH 2023", PASS, "chưa được khen cho thành tích này"),
    ("citation; proposed LDTT 2024", PASS, "chưa được khen cho thành tích này"),
    ("twin Sơn La", UNCLEAR, "người cùng họ tên, ngày sinh cũng được đề nghị ở Sơn La"),
)
def test_one_achievement_is_commended_once(line: Line) -> None:
    check(line, "ANY.once", "GK", 2024)


@lines(
    (
        "proposed CSTDCS 2024",
        PASS,
        (
            "cùng năm còn được đề nghị Chiến sĩ thi đua cơ sở: "
            "cùng thời gian đạt thì tiền thưởng chỉ tính danh hiệu cao nhất"
        ),
    ),
    ("proposed GK 2024", PASS, "chưa được khen cho thành tích này"),
    ("has LDTT 2024; proposed CSTDCS 2024", PASS, "đã được tặng năm 2024, không cần đề nghị nữa"),
)
def test_titles_may_stand_together(line: Line) -> None:
    check(line, "ANY.once", "LDTT", 2024)


@lines(
    ("votes 6/7", PASS, "6/7 phiếu (85,7%), cần từ 6 phiếu (80% tổng số thành viên)"),
    ("votes 7/7", PASS, "7/7 phiếu (100%), cần từ 6 phiếu (80% tổng số thành viên)"),
    (
        "votes 4/7",
        FAIL,
        "4/7 phiếu (57,1%), cần từ 6 phiếu (80% tổng số thành viên)",
        "Cần thêm 2 phiếu, kể cả ý kiến bằng văn bản của người vắng.",
    ),
    ("votes 8/7", FAIL, "8 phiếu đồng ý nhưng Hội đồng chỉ có 7 thành viên"),
)
def test_votes_of_the_council(line: Line) -> None:
    check(line, "CSTDCS.vote", "CSTDCS", 2024)


@lines(
    (
        "votes 6/7; sheet 1/7; for 6/7",
        UNCLEAR,
        "6/7 là phiếu suy tôn của cụm, Hội đồng chưa bỏ phiếu",
        "Ghi phiếu của Hội đồng: cần từ 80% tổng số thành viên.",
    ),
    ("votes 6/7; session; sheet 1/7; for 6/7", PASS, "6/7 phiếu (85,7%), cần từ 6 phiếu (80% tổng số thành viên)"),
    ("votes 6/7; sheet 1/7; for 5/7", PASS, "6/7 phiếu (85,7%), cần từ 6 phiếu (80% tổng số thành viên)"),
)
def test_votes_of_the_cluster_are_none_of_the_council(line: Line) -> None:
    check(line, "CO_TINH.vote", "CO_TINH", 2024, CandidateKind.UNIT)


@pytest.mark.parametrize(("votes", "members"), [(None, 7), (6, None), (None, None)])
def test_half_a_count_is_no_count(votes: int | None, members: int | None) -> None:
    somebody = candidate("citation", "CSTDCS", 2024)
    pending = replace(somebody.pending[0], votes_for=votes, votes_total=members)
    judgement = judge(replace(somebody, pending=(pending,)), "CSTDCS", 2024, law())
    assert "CSTDCS.vote" not in {finding.rule for finding in judgement.findings}


@pytest.mark.parametrize(
    ("uid", "decision", "verdict", "reason"),
    [
        ("other", "48/QĐ-TCT", "FAIL", "đã được tặng Giấy khen năm 2024 (Quyết định số 48/QĐ-TCT)"),
        ("own", "48/QĐ-TCT", "PASS", "đã được tặng năm 2024, không cần đề nghị nữa"),
    ],
)
def test_the_award_that_came_of_this_very_nomination_is_no_second_one(
    uid: str, decision: str, verdict: str, reason: str
) -> None:
    somebody = candidate("citation; has GK 2024", "GK", 2024)
    held = replace(somebody.awards[0], nomination_uid=uid, decision=decision)
    findings = judge(replace(somebody, awards=(held,)), "GK", 2024, law()).findings
    outcome = next(finding for finding in findings if finding.rule == "ANY.once")
    assert (outcome.verdict, outcome.reason) == (verdict, reason)


def test_the_nomination_that_is_asked_for_is_judged_and_else_the_first() -> None:
    somebody = candidate("citation; proposed GK 2024; proposed GK 2023", "GK", 2024)
    uids = [pending.uid for pending in somebody.pending]
    judged = [judge(somebody, "GK", 2024, law(), uid).nomination_uid for uid in ("", *uids, "gone")]
    assert judged == [uids[0], uids[0], uids[1], uids[0], uids[0]]


def test_the_day_of_the_decision_tells_the_law_where_no_dossier_does() -> None:
    somebody = candidate("has LDTT 2023", "LDTT", 2023)
    for decided, code in (("2023-12-31", "R2017"), ("2024-01-01", "R2024"), ("2024", "R2024"), ("", "R2017")):
        held = replace(somebody.awards[0], decided=decided)
        assert judge(replace(somebody, awards=(held,)), "LDTT", 2023, law()).regime.code == code


def test_going_on_against_a_rule_needs_a_reason_and_everything_else_needs_none() -> None:
    somebody = candidate("proposed LDTT 2024; class 2024 HTNV", "LDTT", 2024)
    refused = judge(somebody, "LDTT", 2024, law())
    assert (refused.verdict, refused.needs_reason) == ("FAIL", True)
    reasoned = replace(somebody, pending=(replace(somebody.pending[0], override_reason="Có thành tích đột xuất"),))
    assert not judge(reasoned, "LDTT", 2024, law()).needs_reason
    assert not judge(candidate("", "GK", 2024), "GK", 2024, law()).needs_reason


def test_the_most_telling_reason_stands_in_one_line_with_the_number_of_others() -> None:
    worst = judge(
        candidate("class 2020 HTNV; registered no; measure KHIEN_TRACH 2020-02-01 2020-06-01", "LDTT", 2020),
        "LDTT",
        2020,
        law(),
    )
    assert worst.short == "năm 2020 xếp loại hoàn thành nhiệm vụ, cần từ hoàn thành tốt nhiệm vụ (và 2 điều khác)"
    single = judge(candidate("class 2020 HTTNV; registered no", "LDTT", 2020), "LDTT", 2020, law())
    assert single.short == "không có đăng ký thi đua năm 2020"
    fine = judge(candidate("class 2020 HTTNV; registered yes", "LDTT", 2020), "LDTT", 2020, law())
    assert fine.short == "Đạt mọi điều kiện kiểm tra được"
