"""A decision is named by what is known of it."""

import pytest

from cluster_desktop.domain.awards.decision_names import decision_named
from cluster_desktop.domain.text.dates import PartialDate


@pytest.mark.parametrize(
    ("number", "day", "issuer", "words"),
    [
        ("48/QĐ-TCT", PartialDate(2021, 1, 5), "UBND tỉnh", "Quyết định số 48/QĐ-TCT ngày 05/01/2021 của UBND tỉnh"),
        ("48/QĐ-TCT", PartialDate(2021, 1), "", "Quyết định số 48/QĐ-TCT tháng 01/2021"),
        ("Không số", PartialDate(2021), "UBND tỉnh", "Quyết định năm 2021 của UBND tỉnh"),
        ("khong so", PartialDate(2021), "", "Quyết định năm 2021"),
        ("Chưa ghi nhận (Đại hội 2015 - 2020)", None, "Học viện", "Quyết định của Học viện"),
        (None, None, "", "Quyết định"),
    ],
)
def test_a_decision_is_named_as_far_as_it_is_known(
    number: str | None, day: PartialDate | None, issuer: str, words: str
) -> None:
    assert decision_named(number, day, issuer) == words
