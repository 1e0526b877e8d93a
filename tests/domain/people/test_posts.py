"""How papers write a post, and the order of posts in a list."""

import pytest

from cluster_desktop.domain.people.posts import post, post_in, post_rank


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


def test_the_head_comes_first_and_who_leads_nothing_last() -> None:
    posts = [
        "Giảng viên",
        "",
        "Phó Trưởng khoa",
        "Trưởng phòng",
        "Phó Hiệu trưởng",
        "Lái xe",
        "Hiệu trưởng",
        "Trưởng khoa",
    ]
    assert sorted(posts, key=post_rank) == [
        "Hiệu trưởng",
        "Phó Hiệu trưởng",
        "Trưởng phòng",
        "Trưởng khoa",
        "Phó Trưởng khoa",
        "Giảng viên",
        "",
        "Lái xe",
    ]
