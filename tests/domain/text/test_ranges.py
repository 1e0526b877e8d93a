"""Several numbers are read and shown as people write them: "1-5, 8, 12-"."""

import pytest

from cluster_desktop import errors
from cluster_desktop.domain.text.ranges import parse_ranges, show_ranges


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1-5, 8, 12-", (1, 2, 3, 4, 5, 8, 12, 13, 14)),
        ("14", (14,)),
        ("14-", (14,)),
        ("1–2;2 - 3", (1, 2, 3)),
        ("8, 1, 8", (1, 8)),
        ("3-3", (3,)),
        ("1-14", tuple(range(1, 15))),
        (" , ;", ()),
        ("", ()),
    ],
)
def test_numbers_and_ranges_up_to_the_last_are_read(text: str, numbers: tuple[int, ...]) -> None:
    assert parse_ranges(text, 14) == numbers


@pytest.mark.parametrize("part", ["0", "15", "0-3", "13-15", "5-4", "-3", "a", "1-2-3", "15-"])
def test_what_names_no_number_is_told_with_an_example(part: str) -> None:
    with pytest.raises(errors.Refused) as refused:
        parse_ranges(f"1, {part}", 14)
    assert str(refused.value) == f"Không hiểu “{part}”. Hãy ghi số từ 1 đến 14, ví dụ 1-5, 8, 12-."


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([8, 1, 2, 3], "1-3, 8"), ([1, 2], "1-2"), ([5], "5"), ([1, 3], "1, 3"), ([], "")],
)
def test_numbers_are_shown_short(numbers: list[int], text: str) -> None:
    assert show_ranges(numbers) == text
