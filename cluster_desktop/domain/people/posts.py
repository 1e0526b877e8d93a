"""Posts in words: one way to write them on every paper, that of the decision, and their rank in a list."""

from typing import Final

from cluster_desktop.domain.text import names

_RANKS: Final = (
    ("hieu truong", "giam doc", "vien truong"),
    ("pho hieu truong", "pho giam doc", "pho vien truong"),
    ("truong ",),
    ("pho truong ", "pho "),
)
"""How a post begins, without marks, the highest first."""


def post(position: str, department: str) -> str:
    """Position and department in one: "Giảng viên Khoa Xây dựng Đảng", "Phó Trưởng khoa Xây dựng Đảng"."""
    if not position or not department:
        return position or department
    last, first = position.split()[-1], department.split()[0]
    if names.fold(last) == names.fold(first):
        return f"{position} {department[len(first) :].strip()}"
    if names.fold(department) == "ban giam hieu":
        return position
    return f"{position} {department}"


def post_in(position: str, department: str, unit: str) -> str:
    """The post and where it is: "Giảng viên Khoa Xây dựng Đảng, Trường Chính trị tỉnh Lào Cai"."""
    return ", ".join(part for part in (post(position, department), unit) if part)


def post_rank(position: str) -> int:
    """The place of a post in a list, 0 for the head of a school; whoever leads nothing comes last."""
    begins = f"{names.fold(position)} "
    return next((rank for rank, words in enumerate(_RANKS) if begins.startswith(words)), len(_RANKS))
