"""Text fits its box by even lines first, then by shrinking, and says when it cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster_desktop.documents.certificates.fit import Room, fit
from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.line_breaks import even_lines
from tests.documents.certificate_samples import CITATION, LONG_NAME

_WIDE = Room(width=600, height=100, max_lines=3, leading=1.2)


def test_a_short_text_stays_on_one_line_at_full_size() -> None:
    fitted = fit("Lý A", fonts.SERIF_BOLD, 24, 12, _WIDE)
    assert (fitted.lines, fitted.size, fitted.fits) == (("Lý A",), 24, True)


def test_a_long_text_wraps_before_it_shrinks() -> None:
    fitted = fit(CITATION, fonts.SERIF, 15, 10, _WIDE)
    assert fitted.size == 15
    assert len(fitted.lines) == 2
    assert " ".join(fitted.lines) == CITATION


def test_lines_are_even() -> None:
    lengths = [fonts.text_width(line, fonts.SERIF_BOLD, 1) for line in even_lines(LONG_NAME, fonts.SERIF_BOLD, 50)]
    assert len(lengths) == 3
    assert min(lengths) > 0.85 * max(lengths)


def test_a_break_goes_to_where_the_sentence_pauses() -> None:
    first, second = even_lines(CITATION, fonts.SERIF, 45)
    assert first.endswith("nghiên cứu khoa học,")
    assert second.endswith("năm 2020")


def test_a_year_keeps_to_its_word() -> None:
    for width in range(5, 40):
        assert not any(
            line.startswith("2020") for line in even_lines("hoàn thành nhiệm vụ năm 2020", fonts.SERIF, width)
        )


def test_too_long_a_text_shrinks_to_the_floor_and_says_so() -> None:
    fitted = fit(" ".join([CITATION] * 9), fonts.SERIF, 15, 11, _WIDE)
    assert not fitted.fits
    assert fitted.size == 11


def test_a_word_wider_than_the_box_shrinks_until_it_goes_in() -> None:
    word = "Nghiêng" * 12
    fitted = fit(word, fonts.SERIF, 20, 8, _WIDE)
    assert fitted.fits
    assert fitted.size < 20
    assert fonts.text_width(word, fonts.SERIF, fitted.size) == pytest.approx(600, rel=0.05)


def test_line_feeds_part_lines() -> None:
    assert fit("Giảng viên\nTrường Chính trị", fonts.SERIF, 14, 11, _WIDE).lines == (
        "Giảng viên",
        "Trường Chính trị",
    )


@given(
    st.lists(st.text("aăđêơưhiệp, 20", min_size=1, max_size=12), min_size=1, max_size=40),
    st.floats(min_value=4, max_value=60),
)
def test_no_word_is_lost_and_no_line_is_too_long(words: list[str], width: float) -> None:
    text = fonts.clean(" ".join(words))
    lines = even_lines(text, fonts.SERIF, width)
    assert " ".join(lines) == text
    for line in lines:
        assert fonts.text_width(line, fonts.SERIF, 1) <= width + 0.01 or line.count(" ") <= 1
