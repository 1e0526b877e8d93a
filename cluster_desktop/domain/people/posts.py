"""How papers write a post: one way, that of the decision."""

from cluster_desktop.domain.text import names


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
