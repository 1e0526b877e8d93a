"""A rule says in words what it found of a collective, its members and its cluster; worked out by hand."""

import pytest

from cluster_desktop.commands.law.catalogue import law
from cluster_desktop.domain.law.eligibility.facts import CandidateKind
from cluster_desktop.domain.law.eligibility.judge import judge
from tests.domain.law.eligibility_facts import candidate
from tests.domain.law.reasons import FAIL, PASS, UNCLEAR, Line, check, lines


@lines(
    ("members 10 7 0", PASS, "7/10 người là LĐTT năm 2024 (70,0%)"),
    ("members 10 6 0", FAIL, "6/10 người là LĐTT năm 2024 (60,0%), cần từ 70%", "Cần thêm 1 người là LĐTT năm 2024."),
    ("members 11 6 0", FAIL, "6/11 người là LĐTT năm 2024 (54,5%), cần từ 70%", "Cần thêm 2 người là LĐTT năm 2024."),
)
def test_the_share_of_a_collective(line: Line) -> None:
    check(line, "TTLDTT.share", "TTLDTT", 2024, CandidateKind.DEPARTMENT)


@lines(
    ("members 10 6 0", PASS, "6/10 người là LĐTT năm 2020 (60,0%)"),
    (
        "members 10 5 0",
        FAIL,
        "5/10 người là LĐTT năm 2020 (50,0%), cần trên 50%",
        "Cần thêm 1 người là LĐTT năm 2020.",
    ),
    (
        "members 11 4 0",
        FAIL,
        "4/11 người là LĐTT năm 2020 (36,4%), cần trên 50%",
        "Cần thêm 2 người là LĐTT năm 2020.",
    ),
)
def test_more_than_half_before_2024(line: Line) -> None:
    check(line, "TTLDTT.share", "TTLDTT", 2020, CandidateKind.DEPARTMENT)


@lines(
    (
        "members 2 2 0; member CANH_CAO 2024-05-01; member CACH_CHUC 2024-06-01",
        FAIL,
        "năm 2024 có người bị kỷ luật: Người 3 (cảnh cáo), Người 4 (cách chức)",
        "Đề nghị từ năm 2025.",
    ),
    ("members 2 2 0; member KHIEN_TRACH 2024-05-01", PASS, "năm 2024 không ai bị kỷ luật từ cảnh cáo trở lên"),
)
def test_discipline_in_a_collective(line: Line) -> None:
    check(line, "TTLDTT.measure", "TTLDTT", 2024, CandidateKind.DEPARTMENT)


@lines(
    ("members 9 7 1; member HTNV", PASS, "10/10 người hoàn thành nhiệm vụ trở lên"),
    (
        "members 9 7 1; member KHTNV; member unrated",
        FAIL,
        "Người 10 năm 2024 không hoàn thành nhiệm vụ",
        "Mọi người phải từ hoàn thành nhiệm vụ.",
    ),
    ("members 9 7 1; member unrated", UNCLEAR, "1/10 người chưa ghi xếp loại năm 2024: Người 10"),
    ("members 9 7 1; member unrated; member unrated", UNCLEAR, "2/11 người chưa ghi xếp loại năm 2024: Người 10…"),
)
def test_everybody_did_their_work(line: Line) -> None:
    check(line, "TTLDXS.completed", "TTLDXS", 2024, CandidateKind.DEPARTMENT)


@lines(
    ("members 10 7 1", PASS, "có 1 CSTĐ cơ sở năm 2024"),
    ("members 10 7 0", FAIL, "có 0 CSTĐ cơ sở năm 2024, cần từ 1", "Cần thêm 1 người là CSTĐ cơ sở."),
)
def test_fighters_in_a_collective(line: Line) -> None:
    check(line, "TTLDXS.fighters", "TTLDXS", 2024, CandidateKind.DEPARTMENT)


CLUSTER = "Cụm thi đua số 2: xếp thứ"
NO_VOTE = "chưa ghi phiếu suy tôn"
COMPARE = "Đối chiếu biên bản bình xét, suy tôn: đơn vị nào dẫn đầu và vì sao."


@lines(
    ("", UNCLEAR, "chưa có bảng điểm của cụm, khối năm 2024 có đơn vị này"),
    ("sheet 1/7", PASS, f"dẫn đầu {CLUSTER} 1/7, {NO_VOTE}"),
    ("sheet 2/7", FAIL, f"{CLUSTER} 2/7, {NO_VOTE}; dẫn đầu là Lào Cai"),
    ("draft 1/7", UNCLEAR, f"bảng điểm năm 2024 chưa chốt; {CLUSTER} 1/7, {NO_VOTE}"),
    ("sheet none", UNCLEAR, "Cụm thi đua số 2: đơn vị chưa có điểm kết luận"),
    ("sheet 1/7; beside Sơn La", UNCLEAR, f"{CLUSTER} 1/7 (đồng hạng với Sơn La), {NO_VOTE}"),
    ("sheet 1/7; for 6/7; chosen itself", PASS, f"dẫn đầu {CLUSTER} 1/7, suy tôn 6/7 phiếu"),
    (
        "sheet 2/7; for 6/7; chosen itself",
        UNCLEAR,
        f"{CLUSTER} 2/7, suy tôn 6/7 phiếu, nhưng Lào Cai có điểm cao nhất",
        COMPARE,
    ),
    (
        "sheet 1/7; for 2/7; chosen Sơn La",
        UNCLEAR,
        f"{CLUSTER} 1/7, suy tôn 2/7 phiếu, nhưng Sơn La được suy tôn",
        COMPARE,
    ),
    (
        "sheet 1/7; beside Sơn La; for 2/7; chosen Sơn La",
        FAIL,
        f"{CLUSTER} 1/7 (đồng hạng với Sơn La), suy tôn 2/7 phiếu; dẫn đầu là Sơn La",
    ),
    ("sheet 2/7; for 2/7; chosen nobody", FAIL, f"{CLUSTER} 2/7, suy tôn 2/7 phiếu; dẫn đầu là Lào Cai"),
    ("sheet 2/7; for 2/7; chosen Sơn La", FAIL, f"{CLUSTER} 2/7, suy tôn 2/7 phiếu; dẫn đầu là Sơn La"),
    (
        "sheet 1/7; for 3/7; chosen nobody",
        UNCLEAR,
        f"{CLUSTER} 1/7, suy tôn 3/7 phiếu, chưa đơn vị nào quá nửa số phiếu hoặc hơn hẳn",
        "Cụm bỏ phiếu lại, rồi ghi số phiếu.",
    ),
    (
        "sheet 1/7; beside Sơn La; for 3/7; chosen nobody",
        UNCLEAR,
        f"{CLUSTER} 1/7 (đồng hạng với Sơn La), suy tôn 3/7 phiếu, chưa đơn vị nào quá nửa số phiếu hoặc hơn hẳn",
    ),
    ("sheet 1/7; chosen itself", PASS, f"dẫn đầu {CLUSTER} 1/7"),
    ("sheet 2/7; sheet 1/5", PASS, f"dẫn đầu {CLUSTER} 1/5, {NO_VOTE}"),
    (
        "sheet 2/7; sheet none",
        UNCLEAR,
        f"Cụm thi đua số 2: đơn vị chưa có điểm kết luận; {CLUSTER} 2/7, {NO_VOTE}; dẫn đầu là Lào Cai",
    ),
    (
        "dissolved 2024-07-01; sheet none",
        UNCLEAR,
        "Cụm thi đua số 2: đơn vị giải thể, sáp nhập ngày 01/07/2024 nên không xếp hạng",
    ),
    ("dissolved 2024-07-01; sheet 1/7", PASS, f"dẫn đầu {CLUSTER} 1/7, {NO_VOTE}"),
)
def test_who_leads_the_cluster(line: Line) -> None:
    check(line, "CO_TINH.leads", "CO_TINH", 2024, CandidateKind.UNIT)


@lines(
    ("occasion CHUYEN_DE; movement 2022 2024", PASS, "phong trào 2022-2024 được 3 năm"),
    ("occasion CHUYEN_DE; movement 2022 2030", PASS, "phong trào 2022-2024 được 3 năm"),
    ("occasion CHUYEN_DE; movement 2020 2022", PASS, "phong trào 2020-2022 được 3 năm"),
    ("occasion CHUYEN_DE; movement 2023", FAIL, "phong trào 2023-2024 được 2 năm, cần từ 3 năm", "Đủ vào năm 2025."),
    ("occasion CHUYEN_DE; movement 2022 2023", FAIL, "phong trào 2022-2023 được 2 năm, cần từ 3 năm"),
    ("occasion CHUYEN_DE", UNCLEAR, "chưa rõ phong trào kéo dài mấy năm, cần từ 3 năm"),
)
def test_a_campaign_runs_long_enough(line: Line) -> None:
    check(line, "CO_TINH.campaign", "CO_TINH", 2024, CandidateKind.UNIT)


BEST = "hoàn thành xuất sắc nhiệm vụ"


@lines(
    ("class 2024 HTXSNV; organisations HTXSNV HTXSNV", PASS, f"năm 2024 tổ chức đảng và đoàn thể {BEST}"),
    (
        "class 2024 HTXSNV; organisations HTXSNV HTTNV",
        FAIL,
        f"năm 2024 đoàn thể xếp loại dưới {BEST}",
        f"Tổ chức đảng, đoàn thể phải {BEST}.",
    ),
    ("class 2024 HTXSNV; organisations HTTNV HTNV", FAIL, f"năm 2024 tổ chức đảng và đoàn thể xếp loại dưới {BEST}"),
    ("class 2024 HTXSNV; organisations HTTNV", FAIL, f"năm 2024 tổ chức đảng xếp loại dưới {BEST}"),
    ("class 2024 HTXSNV; organisations HTXSNV", UNCLEAR, "chưa ghi xếp loại đoàn thể năm 2024"),
    ("", UNCLEAR, "chưa ghi xếp loại tổ chức đảng và đoàn thể năm 2024", "Ghi ở thẻ Xếp loại của đơn vị."),
)
def test_organisations_of_a_unit(line: Line) -> None:
    check(line, "CO_TINH.organisations", "CO_TINH", 2024, CandidateKind.UNIT)


@lines(
    ("occasion CHUYEN_DE; citation", PASS, "thành tích ghi trong đề nghị: “Đã có thành tích xuất sắc”"),
    ("citation", UNCLEAR, "xem kết quả thực hiện chỉ tiêu, nhiệm vụ được giao năm 2024"),
    ("occasion CHUYEN_DE", UNCLEAR, "xem kết quả thực hiện chỉ tiêu, nhiệm vụ được giao năm 2024"),
)
def test_targets_of_the_year(line: Line) -> None:
    check(line, "CO_TINH.targets", "CO_TINH", 2024, CandidateKind.UNIT)


@pytest.mark.parametrize(
    ("facts", "reads"),
    [
        ("sheet 1/7", ["score_sheet"]),
        ("sheet 1/7; for 6/7; chosen itself", ["score_sheet", "recommendation"]),
        ("sheet 2/7; sheet none", ["score_sheet", "score_sheet"]),
        ("", []),
    ],
)
def test_the_sheet_and_the_vote_that_tell_who_leads_can_be_opened(facts: str, reads: list[str]) -> None:
    judgement = judge(candidate(facts, "CO_TINH", 2024, CandidateKind.UNIT), "CO_TINH", 2024, law())
    outcome = next(finding for finding in judgement.findings if finding.rule == "CO_TINH.leads")
    assert [read.kind for read in outcome.reads] == reads
    assert {read.year for read in outcome.reads} <= {2024}


def test_a_flag_for_a_campaign_is_not_asked_who_leads_and_one_for_the_year_not_how_long_it_ran() -> None:
    def asked(facts: str) -> set[str]:
        judgement = judge(candidate(facts, "CO_TINH", 2024, CandidateKind.UNIT), "CO_TINH", 2024, law())
        return {finding.rule for finding in judgement.findings if finding.rule.startswith("CO_TINH.")}

    assert asked("citation") == {"CO_TINH.leads", "CO_TINH.targets", "CO_TINH.organisations"}
    assert asked("") == {"CO_TINH.leads", "CO_TINH.targets", "CO_TINH.organisations"}
    assert asked("occasion CHUYEN_DE") == {"CO_TINH.campaign", "CO_TINH.targets"}
    assert asked("occasion DOT_XUAT") == {"CO_TINH.leads", "CO_TINH.targets"}
