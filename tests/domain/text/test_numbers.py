"""Numbers in figures and in words, as a Vietnamese decision or payment list writes them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster_desktop.domain.text.numbers import (
    NumberProblem,
    count_words,
    in_words,
    money_in_words,
    parse_number,
    percent,
    show_money,
    show_number,
)


class TestFigures:
    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            (0, "0"),
            (999, "999"),
            (1000, "1.000"),
            (-1490000, "-1.490.000"),
            (1234.5, "1.234,5"),
            (Decimal("9.50"), "9,5"),
            (Decimal("1E+3"), "1.000"),
            (0.1, "0,1"),
            (-0.0, "0"),
        ],
    )
    def test_shown(self, value: int | float | Decimal, shown: str) -> None:
        assert show_number(value) == shown

    @pytest.mark.parametrize(
        ("value", "places", "shown"),
        [
            (1234.5, 2, "1.234,50"),
            (Decimal("0.25"), 1, "0,3"),
            (Decimal("-0.25"), 1, "-0,3"),
            (2.675, 2, "2,68"),
            (-0.04, 1, "0,0"),
            (999.95, 1, "1.000,0"),
            (1999.5, 0, "2.000"),
        ],
    )
    def test_places_round_half_away_from_zero(self, value: float | Decimal, places: int, shown: str) -> None:
        assert show_number(value, places) == shown

    @pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("-Infinity")])
    def test_what_is_no_number_is_not_shown(self, value: float | Decimal) -> None:
        with pytest.raises(NumberProblem):
            show_number(value)

    def test_money(self) -> None:
        assert show_money(1490000) == "1.490.000 đồng"

    @pytest.mark.parametrize(
        ("count", "prose"),
        [(1, "01"), (5, "05"), (9, "09"), (0, "0"), (-1, "-1"), (10, "10"), (314, "314"), (1204, "1.204")],
    )
    def test_counts_in_prose(self, count: int, prose: str) -> None:
        assert count_words(count) == prose

    @pytest.mark.parametrize(("part", "share"), [(5, "1,6%"), (174, "55,4%"), (103, "32,8%"), (32, "10,2%")])
    def test_shares_of_the_314_staff(self, part: int, share: str) -> None:
        assert percent(part, 314) == share

    def test_share_of_nothing(self) -> None:
        assert percent(0, 0) == "–"
        assert percent(0, 7) == "0%"
        assert percent(7, 7, 0) == "100%"


class TestRead:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("1.490.000", 1490000),
            ("1490000", 1490000),
            ("1 490 000", 1490000),
            ("1\u00a0490\u202f000 đ", 1490000),
            ("1.490.000đ", 1490000),
            ("1.490.000 đồng", 1490000),
            ("1.490.000 VNĐ", 1490000),
            ("1.490.000 ₫", 1490000),
            ("05", 5),
            ("-5", -5),
            ("− 1.000", -1000),
            ("+7", 7),
            ("1,5", Decimal("1.5")),
            ("1,500", Decimal("1.5")),
            ("1.234,5", Decimal("1234.5")),
            ("-0,25", Decimal("-0.25")),
            ("1.5", Decimal("1.5")),
            ("1.500", 1500),
            ("0.125", Decimal("0.125")),
            ("1234.567", Decimal("1234.567")),
        ],
    )
    def test_read(self, text: str, value: int | Decimal) -> None:
        assert parse_number(text) == value

    @pytest.mark.parametrize(
        "text",
        [
            *("", "đồng", "-", "abc", "1.49.000", "12.34.5", "1,234.5", "1,234,567", "1.234 567", "1,", ",5"),
            *("--5", "-+5", "1e5", "012.345.678", "٣", "9" * 5000, "5 triệu"),
        ],
    )
    def test_refused_with_an_example(self, text: str) -> None:
        with pytest.raises(NumberProblem) as problem:
            parse_number(text)
        assert "1.490.000" in str(problem.value)

    def test_a_whole_number_stays_whole(self) -> None:
        assert isinstance(parse_number("1.000"), int)
        assert isinstance(parse_number("1,0"), Decimal)

    @given(st.one_of(st.integers(-(10**18), 10**18), st.decimals(-(10**9), 10**9, places=4)))
    def test_what_is_shown_reads_back(self, value: int | Decimal) -> None:
        assert parse_number(show_number(value)) == value

    @given(st.text())
    def test_any_text_is_a_number_or_a_sentence(self, text: str) -> None:
        try:
            answer = show_number(parse_number(text))
        except NumberProblem as problem:
            answer = str(problem)
        assert answer[-1].isdigit() or answer.endswith(".")


class TestWords:
    @pytest.mark.parametrize(
        ("number", "words"),
        [
            (0, "Không"),
            (1, "Một"),
            (10, "Mười"),
            (11, "Mười một"),
            (14, "Mười bốn"),
            (15, "Mười lăm"),
            (20, "Hai mươi"),
            (21, "Hai mươi mốt"),
            (24, "Hai mươi tư"),
            (55, "Năm mươi lăm"),
            (100, "Một trăm"),
            (101, "Một trăm linh một"),
            (104, "Một trăm linh bốn"),
            (105, "Một trăm linh năm"),
            (115, "Một trăm mười lăm"),
            (1000, "Một nghìn"),
            (1005, "Một nghìn không trăm linh năm"),
            (1050, "Một nghìn không trăm năm mươi"),
            (21_000, "Hai mươi mốt nghìn"),
            (1_490_000, "Một triệu bốn trăm chín mươi nghìn"),
            (1_000_001, "Một triệu không trăm linh một"),
            (2_340_000, "Hai triệu ba trăm bốn mươi nghìn"),
            (1_000_000_000, "Một tỷ"),
            (1_000_001_000, "Một tỷ không trăm linh một nghìn"),
            (1_005_000_000_000, "Một nghìn không trăm linh năm tỷ"),
            (10**15, "Một triệu tỷ"),
            (-15, "Âm mười lăm"),
        ],
    )
    def test_read_aloud(self, number: int, words: str) -> None:
        assert in_words(number) == words

    def test_money(self) -> None:
        assert money_in_words(1_490_000) == "Một triệu bốn trăm chín mươi nghìn đồng"
        assert money_in_words(0) == "Không đồng"

    @pytest.mark.parametrize("number", [10**15 + 1, -(10**15) - 1])
    def test_too_large(self, number: int) -> None:
        with pytest.raises(NumberProblem, match="quá lớn"):
            in_words(number)

    @given(st.integers(0, 10**15))
    def test_the_words_say_the_number(self, number: int) -> None:
        assert heard(in_words(number).lower().split()) == number

    @given(st.integers(1, 10**15))
    def test_a_negative_number_says_so(self, number: int) -> None:
        assert in_words(-number).lower() == f"âm {in_words(number).lower()}"


HEARD = {
    word: value
    for value, words in enumerate(("không", "một mốt", "hai", "ba", "bốn tư", "năm lăm", "sáu", "bảy", "tám", "chín"))
    for word in words.split()
}


def heard(words: list[str]) -> int:
    """Return the number a listener hears: digits gather until a size is named."""
    if "tỷ" in words:
        place = words.index("tỷ")
        return heard(words[:place]) * 10**9 + heard(words[place + 1 :])
    total = group = digit = 0
    for word in words:
        match word:
            case "trăm":
                group, digit = digit * 100, 0
            case "mươi":
                group, digit = group + digit * 10, 0
            case "mười":
                group += 10
            case "nghìn" | "triệu":
                total, group, digit = total + (group + digit) * (1000 if word == "nghìn" else 10**6), 0, 0
            case "linh":
                assert digit == 0
            case _:
                digit = HEARD[word]
    return total + group + digit
