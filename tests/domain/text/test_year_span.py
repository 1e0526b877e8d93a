"""Years in a row as reports name them."""

import pytest

from cluster_desktop.domain.text.year_span import EVERY_YEAR, YearSpan


@pytest.mark.parametrize(
    ("span", "words", "single"),
    [
        (YearSpan(2018, 2020), "từ năm 2018 đến năm 2020", None),
        (YearSpan(2020, 2020), "năm 2020", 2020),
        (YearSpan(2018, None), "từ năm 2018", None),
        (YearSpan(None, 2020), "đến năm 2020", None),
        (YearSpan.of(2020), "năm 2020", 2020),
        (YearSpan.of(None), "", None),
    ],
)
def test_a_span_is_shown_as_far_as_it_is_known(span: YearSpan, words: str, single: int | None) -> None:
    assert (span.show(), span.single) == (words, single)


def test_no_year_is_every_year() -> None:
    assert YearSpan.of(None) == EVERY_YEAR
