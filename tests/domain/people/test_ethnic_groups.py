"""Every ethnic group has one code, under whatever everyday name a list writes it."""

import pytest

from cluster_desktop.domain.fields.types import OneOf
from cluster_desktop.domain.people.vocabulary import ETHNIC_GROUPS

READ = OneOf(ETHNIC_GROUPS)


@pytest.mark.parametrize(
    ("written", "group"),
    [
        ("K'Ho", "Cơ-ho"),
        ("K’Ho", "Cơ-ho"),
        ("kơ ho", "Cơ-ho"),
        ("KƠ-HO", "Cơ-ho"),
        ("Cơ Ho", "Cơ-ho"),
        ("Thái đen", "Thái"),
        ("Thái Trắng", "Thái"),
        ("Dao đỏ", "Dao"),
        ("dao tiền", "Dao"),
        ("H'Mông", "Mông"),
        ("H`mông", "Mông"),
        ("H.Mông", "Mông"),
        ("Hmông", "Mông"),
        ("Mông Hoa", "Mông"),
        ("Cao Lan", "Sán Chay"),
        ("M’Nông", "Mnông"),
        ("Êđê", "Ê-đê"),
        ("J'rai", "Gia-rai"),
        ("Tầy", "Tày"),
    ],
)
def test_everyday_names(written: str, group: str) -> None:
    assert READ.show(READ.read("Dân tộc", written)) == group


@pytest.mark.parametrize("written", ["Thái xanh lơ", "Mông Cổ", "K'", "Dao găm", "'"])
def test_other_words_are_no_group(written: str) -> None:
    with pytest.raises(ValueError, match="Dân tộc không có mục"):
        READ.read("Dân tộc", written)


def test_no_word_means_two_groups() -> None:
    for group in ETHNIC_GROUPS:
        for words in (group.label, *group.aliases):
            assert READ.read("Dân tộc", words) == group.code
