"""The words for departments, clusters, their members and the form of their papers."""

from cluster_desktop.domain.fields.choices import Word


class DepartmentKind(Word):
    """The kind of a department."""

    BOARD = "BAN_GIAM_HIEU", "Ban Giám hiệu", "board"
    FACULTY = "KHOA", "Khoa", "faculty"
    OFFICE = "PHONG", "Phòng", "office"
    OTHER = "KHAC", "Khác"


class PaperForm(Word):
    """The form of official papers: the State's or the Party's."""

    STATE = "NHA_NUOC", "Thể thức Nhà nước (Nghị định 30/2020)", "Nhà nước"
    PARTY = "DANG", "Thể thức văn bản của Đảng", "Đảng"


class ClusterKind(Word):
    """The kind of a group of units that compete."""

    CLUSTER = "CUM", "Cụm thi đua", "Cụm"
    BLOCK = "KHOI", "Khối thi đua", "Khối"


class MemberRole(Word):
    """The role of a unit in a cluster in one year."""

    HEAD = "CUM_TRUONG", "Cụm trưởng", "Trưởng cụm", "Khối trưởng"
    DEPUTY = "CUM_PHO", "Cụm phó", "Phó cụm", "Khối phó"
    MEMBER = "THANH_VIEN", "Thành viên"
