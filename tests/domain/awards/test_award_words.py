"""Awards, decisions and days as offices write them."""

import pytest

from cluster_desktop.domain.awards.award_words import award_of, awards_of, level_of, only_award_of


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
    for words in ("Cờ thi đua cấp bộ, ngành, tỉnh", "Cờ thi đua của Bộ, ban, ngành, tỉnh"):
        assert [award.code for award in awards_of(words)] == ["CO_TINH"]
    assert awards_of("LĐTT; gì đó") == ()


def test_a_collective_title_is_meant_for_a_collective() -> None:
    assert [award.code for award in awards_of("Lao động tiên tiến", collective=True)] == ["TTLDTT"]


def test_a_title_line_that_names_one_award_or_several() -> None:
    assert only_award_of("DANH SÁCH ĐỀ NGHỊ TẶNG DANH HIỆU “CHIẾN SĨ THI ĐUA CƠ SỞ” NĂM 2020") == "CSTDCS"
    assert only_award_of("Danh sách đề nghị Giấy khen và Bằng khen") is None
    assert only_award_of("Danh sách đề nghị danh hiệu thi đua, hình thức khen thưởng") is None
