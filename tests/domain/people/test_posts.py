"""How papers write a post."""

import pytest

from cluster_desktop.domain.people.posts import post, post_in


@pytest.mark.parametrize(
    ("position", "department", "words"),
    [
        ("Giảng viên", "Khoa Xây dựng Đảng", "Giảng viên Khoa Xây dựng Đảng"),
        ("Phó Trưởng khoa", "Khoa Xây dựng Đảng", "Phó Trưởng khoa Xây dựng Đảng"),
        ("Hiệu trưởng", "Ban Giám hiệu", "Hiệu trưởng"),
        ("Kế toán", "", "Kế toán"),
        ("", "Khoa Dân vận", "Khoa Dân vận"),
        ("", "", ""),
    ],
)
def test_a_post_is_position_and_department_in_one(position: str, department: str, words: str) -> None:
    assert post(position, department) == words


def test_the_unit_follows_the_post() -> None:
    assert post_in("Giảng viên", "Khoa Dân vận", "Lào Cai") == "Giảng viên Khoa Dân vận, Lào Cai"
    assert post_in("", "", "Lào Cai") == "Lào Cai"
    assert post_in("Giảng viên", "", "") == "Giảng viên"
