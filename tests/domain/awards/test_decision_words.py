"""A decision is read from one cell of a register, however it is written there."""

import pytest

from cluster_desktop.domain.awards.decision_words import NamedDecision, number_key, read_decision
from cluster_desktop.domain.text.dates import DateProblem, PartialDate

DAY = PartialDate(2021, 1, 5)


@pytest.mark.parametrize(
    ("cell", "number", "day", "issuer"),
    [
        ("QĐ số 48/QĐ-TCT ngày 05/01/2021 của Hiệu trưởng", "48/QĐ-TCT", DAY, "Hiệu trưởng"),
        ("48/QĐ-TCT, ngày 5.1.2021", "48/QĐ-TCT", DAY, ""),
        ("Quyết định số: 48/QĐ-TCT (05-01-2021)", "48/QĐ-TCT", DAY, ""),
        ("Theo Quyết định 48/QĐ-TCT ký ngày 5 tháng 01 năm 2021, của UBND tỉnh.", "48/QĐ-TCT", DAY, "UBND tỉnh"),
        ("48/QĐ-TCT\nngày 05/01/2021\nHọc viện", "48/QĐ-TCT", DAY, "Học viện"),
        ("48/QĐ-TCT ngày 05/01/2021 Của UBND\ntỉnh", "48/QĐ-TCT", DAY, "UBND tỉnh"),
        (
            "Quyết định số 1234/QĐ-UBND ngày 15 tháng 12 năm 2020 của Chủ tịch UBND tỉnh Lào Cai",
            "1234/QĐ-UBND",
            PartialDate(2020, 12, 15),
            "Chủ tịch UBND tỉnh Lào Cai",
        ),
        ("ngày 05/01/2021", "", DAY, ""),
        ("48/QĐ-TCT", "48/QĐ-TCT", None, ""),
        ("số 48", "48", None, ""),
        ("", "", None, ""),
    ],
)
def test_number_day_and_issuer_are_told_apart(cell: str, number: str, day: PartialDate | None, issuer: str) -> None:
    assert read_decision(cell) == NamedDecision(number, day, issuer)


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(DateProblem, match="28 ngày"):
        read_decision("48/QĐ-TCT ngày 31/02/2021")


@pytest.mark.parametrize("written", ["48/QĐ-TCT", "048/QĐ - TCT", "QĐ số 48/QĐ–TCT", "48/qđ-tct", "Số: 0048 /QĐ-TCT"])
def test_one_number_is_known_in_every_spelling(written: str) -> None:
    assert number_key(written) == "48/qd-tct"


def test_another_number_stays_another() -> None:
    assert number_key("480/QĐ-TCT") != number_key("48/QĐ-TCT") != number_key("48/QĐ-UBND")
