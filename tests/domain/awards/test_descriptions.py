"""The words of a paper for a post keep the unit they name, and get the one they do not name."""

import pytest

from cluster_desktop.domain.awards.descriptions import as_written

SCHOOL = "Trường Chính trị tỉnh Lào Cai"


@pytest.mark.parametrize(
    ("words", "units", "shown"),
    [
        (None, (SCHOOL,), ""),
        ("Phó Trưởng khoa", (SCHOOL, "Lào Cai"), f"Phó Trưởng khoa, {SCHOOL}"),
        ("Phó Trưởng khoa", ("",), "Phó Trưởng khoa"),
        (f"Giảng viên, {SCHOOL}", (SCHOOL,), f"Giảng viên, {SCHOOL}"),
        ("Giảng viên - TCT LÀO CAI", (SCHOOL, "Lào Cai"), "Giảng viên - TCT LÀO CAI"),
        ("Giảng viên Sơn Lan", ("Trường Sơn La", "Sơn La"), "Giảng viên Sơn Lan, Trường Sơn La"),
    ],
)
def test_a_description_as_it_was_written(words: str | None, units: tuple[str, ...], shown: str) -> None:
    assert as_written(words, *units) == shown
