"""Awards, decisions and days as offices write them."""

import pytest

from cluster_desktop.domain.awards.award_words import award_of, awards_of, level_of, only_award_of
from cluster_desktop.domain.awards.decision_words import number_key, read_decision
from cluster_desktop.domain.text.date_words import read_span
from cluster_desktop.domain.text.dates import DateProblem, PartialDate


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("LĐTT", "LDTT"),
        ("Lao động tiên tiến", "LDTT"),
        ("lao dong tien tien", "LDTT"),
        ("Danh hiệu Lao động tiên tiến năm 2020", "LDTT"),
        ("CSTĐCS", "CSTDCS"),
        ("CSTĐ-CS", "CSTDCS"),
        ("Chiến sỹ thi đua cơ sở", "CSTDCS"),
        ("CSTĐ cấp cơ sở", "CSTDCS"),
        ("CSTĐ cấp tỉnh", "CSTDT"),
        ("Chiến sĩ thi đua cấp Bộ", "CSTDT"),
        ("Chiến sĩ thi đua toàn quốc", "CSTDTQ"),
        ("Tập thể LĐTT", "TTLDTT"),
        ("Tập thể lao động xuất sắc", "TTLDXS"),
        ("TTLĐXS", "TTLDXS"),
        ("Cờ thi đua của UBND tỉnh", "CO_TINH"),
        ("Cờ thi đua của Chính phủ", "CO_CP"),
        ("Giấy khen của Hiệu trưởng", "GK"),
        ("GK", "GK"),
        ("Bằng khen của Chủ tịch UBND tỉnh", "BK_TINH"),
        ("Bằng khen của Thủ tướng Chính phủ", "BK_TTG"),
        ("Huân chương Lao động hạng Ba", "HCLD3"),
        ("Huân chương Độc lập hạng Nhì của Chủ tịch nước", "HCDL2"),
        ("Danh hiệu Nhà giáo ưu tú năm 2020", "NGUT"),
        ("Danh hiệu Anh hùng LĐ thời kỳ đổi mới", "AHLD"),
        ("HCLĐ hạng Nhất", "HCLD1"),
        ("Kỷ niệm chương", "KNC"),
    ],
)
def test_everyday_spellings_of_awards(words: str, code: str) -> None:
    award = award_of(words)
    assert award is not None
    assert award.code == code


@pytest.mark.parametrize("words", ["Chiến sĩ thi đua", "CSTĐ", "Gia đình văn hóa", "Giải Khuyến khích", "x", ""])
def test_words_that_name_no_award_or_one_of_two(words: str) -> None:
    assert award_of(words) is None


def test_what_a_decision_calls_an_award_is_kept_where_it_says_more() -> None:
    more, usual = award_of("Bằng khen của Giám đốc Học viện"), award_of("Chiến sĩ thi đua cơ sở năm 2020")
    assert more is not None
    assert usual is not None
    assert more.words == "Bằng khen của Giám đốc Học viện"
    assert usual.words == ""
    assert (level_of("BK_TINH", more.words), level_of("BK_TINH", ""), level_of("GK")) == ("HOC_VIEN", "TINH", "CO_SO")


def test_several_awards_in_one_cell() -> None:
    for words in ("LĐTT, CSTĐCS", "LĐTT; CSTĐCS", "Lao động tiên tiến\nCSTĐCS", "LĐTT và CSTĐ cơ sở", "LĐTT + CSTĐCS"):
        assert [award.code for award in awards_of(words)] == ["LDTT", "CSTDCS"], words
    assert [award.code for award in awards_of("Cờ thi đua cấp bộ, ngành, tỉnh")] == ["CO_TINH"]
    assert awards_of("LĐTT; gì đó") == ()


def test_a_collective_title_is_meant_for_a_collective() -> None:
    assert [award.code for award in awards_of("Lao động tiên tiến", collective=True)] == ["TTLDTT"]


def test_a_title_line_that_names_one_award_or_several() -> None:
    assert only_award_of("DANH SÁCH ĐỀ NGHỊ TẶNG DANH HIỆU “CHIẾN SĨ THI ĐUA CƠ SỞ” NĂM 2020") == "CSTDCS"
    assert only_award_of("Danh sách đề nghị Giấy khen và Bằng khen") is None
    assert only_award_of("Danh sách đề nghị danh hiệu thi đua, hình thức khen thưởng") is None


@pytest.mark.parametrize(
    ("words", "number", "day", "issuer"),
    [
        ("QĐ số 48/QĐ-TCT ngày 05/01/2021", "48/QĐ-TCT", PartialDate(2021, 1, 5), ""),
        ("48/QĐ-TCT (05/01/2021)", "48/QĐ-TCT", PartialDate(2021, 1, 5), ""),
        ("Số: 48/QĐ-TCT, ngày 5.1.2021", "48/QĐ-TCT", PartialDate(2021, 1, 5), ""),
        (
            "Quyết định số 1234/QĐ-UBND ngày 15 tháng 12 năm 2020 của Chủ tịch UBND tỉnh Lào Cai",
            *("1234/QĐ-UBND", PartialDate(2020, 12, 15), "Chủ tịch UBND tỉnh Lào Cai"),
        ),
        ("48/QĐ-TCT", "48/QĐ-TCT", None, ""),
        ("ngày 05/01/2021", "", PartialDate(2021, 1, 5), ""),
        ("", "", None, ""),
    ],
)
def test_a_decision_in_one_cell(words: str, number: str, day: PartialDate | None, issuer: str) -> None:
    decision = read_decision(words)
    assert (decision.number, decision.decided_on, decision.issuer) == (number, day, issuer)


def test_a_day_that_is_none_is_told() -> None:
    with pytest.raises(DateProblem, match="29 ngày"):
        read_decision("48/QĐ-TCT ngày 30/02/2020")


def test_one_number_written_in_several_ways() -> None:
    assert {number_key(text) for text in ("48/QĐ-TCT", "048/QĐ - TCT", "Số 48/qd-tct", "QĐ số 48/QĐ-TCT")} == {
        "48/qd-tct"
    }


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("21-22/8/2019", PartialDate(2019, 8, 21), PartialDate(2019, 8, 22)),
        ("Từ ngày 30/8 đến 01/9/2019", PartialDate(2019, 8, 30), PartialDate(2019, 9, 1)),
        ("30/12/2019 - 02/01/2020", PartialDate(2019, 12, 30), PartialDate(2020, 1, 2)),
        ("ngày 05 tháng 01 năm 2021", PartialDate(2021, 1, 5), None),
        ("8/2019", PartialDate(2019, 8), None),
    ],
)
def test_the_days_of_an_event(words: str, first: PartialDate, last: PartialDate | None) -> None:
    assert read_span(words) == (first, last)
