"""What was typed with the Vietnamese keyboard off is read as Telex; other words are left alone."""

import pytest

from cluster_desktop.domain.text.syllables import begins_syllable, is_syllable
from cluster_desktop.domain.text.telex import from_telex


@pytest.mark.parametrize(
    ("word", "good"),
    [
        ("nghiêng", True),
        ("quyết", True),
        ("giêng", True),
        ("tấp", True),
        ("tàp", False),
        ("nguyôn", False),
        ("híp", True),
    ],
)
def test_syllables(word: str, good: bool) -> None:
    assert is_syllable(word) is good


@pytest.mark.parametrize("beginning", ["ng", "nguyê", "quy", "quyê", "gi", "giê", "đươ", "ươn", "khuya"])
def test_beginnings_of_syllables_reach_a_vowel(beginning: str) -> None:
    assert begins_syllable(beginning) == any(letter in "aeiouyêơ" for letter in beginning)


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("Nguyeenx", "nguyễn"),
        ("NGUYEENX", "nguyễn"),
        ("nguyeexn", "nguyễn"),
        ("dduwcs", "đức"),
        ("traanf", "trần"),
        ("vawn", "văn"),
        ("thij", "thị"),
        ("lee", "lê"),
        ("ddoox", "đỗ"),
        ("phuowng", "phương"),
        ("phwowng", "phương"),
        ("dduocwj", "được"),
        ("dduwocj", "được"),
        ("muwoif", "mười"),
        ("gif", "gì"),
        ("gioongs", "giống"),
        ("quys", "quý"),
        ("quynhf", "quỳnh"),
        ("hoaf", "hòa"),
        ("hoafn", "hoàn"),
        ("thuys", "thúy"),
        ("ngoaif", "ngoài"),
        ("muaw", "mưa"),
        ("luuw", "lưu"),
        ("nhw", "như"),
        ("thuwowr", "thưở"),
    ],
)
def test_words_of_telex(keys: str, word: str) -> None:
    assert from_telex(keys) == word


@pytest.mark.parametrize(
    "word",
    [
        "",
        "tw",
        "TW",
        "as",
        "an",
        "khoa",
        "doan",
        "trần",
        "bana",
        "class",
        "ASEAN",
        "Alex",
        "HD36",
        "36",
        "ww",
        "sss",
        "xyz",
    ],
)
def test_other_words_are_no_telex(word: str) -> None:
    assert from_telex(word) == ""
