"""The words for departments, clusters and their members."""

from cluster_desktop.domain.fields.choices import Word


class DepartmentKind(Word):
    """The kind of a department."""

    BOARD = "BAN_GIAM_HIEU", "Ban Giám hiệu", "board"
    FACULTY = "KHOA", "Khoa", "faculty"
    OFFICE = "PHONG", "Phòng", "office"
    OTHER = "KHAC", "Khác"


class ClusterKind(Word):
    """The kind of a group of units that compete."""

    CLUSTER = "CUM", "Cụm thi đua", "Cụm"
    BLOCK = "KHOI", "Khối thi đua", "Khối"


class MemberRole(Word):
    """The role of a unit in a cluster in one year."""

    HEAD = "CUM_TRUONG", "Cụm trưởng", "Trưởng cụm", "Khối trưởng"
    DEPUTY = "CUM_PHO", "Cụm phó", "Phó cụm", "Khối phó"
    MEMBER = "THANH_VIEN", "Thành viên"
