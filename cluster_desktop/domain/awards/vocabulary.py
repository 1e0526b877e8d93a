"""The words for rounds, decisions, councils and dossiers."""

from cluster_desktop.domain.fields.choices import Word


class RoundKind(Word):
    """The occasion of a round of nominations, or of a decision."""

    REGULAR = "THUONG_XUYEN", "Thường xuyên (tổng kết năm)", "Thường xuyên", "Tổng kết năm"
    CAMPAIGN = "CHUYEN_DE", "Theo chuyên đề", "Chuyên đề"
    DEED = "DOT_XUAT", "Đột xuất"
    LONG_SERVICE = "CONG_HIEN", "Quá trình cống hiến", "Cống hiến"
    THEME = "KHEN_CHUYEN_DE", "Khen thưởng chuyên đề (từ 01/10/2026)", "Khen thưởng chuyên đề"


class DecisionLevel(Word):
    """The level that decides on an award, the lowest first."""

    SCHOOL = "CO_SO", "Cơ sở (Hiệu trưởng)", "Cơ sở"
    PROVINCE = "TINH", "Tỉnh"
    ACADEMY = "HOC_VIEN", "Học viện"
    PRIME_MINISTER = "TTG", "Thủ tướng Chính phủ", "Thủ tướng"
    PRESIDENT = "CTN", "Chủ tịch nước"


class AwardState(Word):
    """The state of an award: in force or revoked."""

    IN_FORCE = "HIEU_LUC", "Có hiệu lực"
    REVOKED = "THU_HOI", "Đã thu hồi"


class CouncilMethod(Word):
    """The way a council votes."""

    SECRET_BALLOT = "PHIEU_KIN", "Bỏ phiếu kín"
    SHOW_OF_HANDS = "BIEU_QUYET", "Biểu quyết"
    IN_WRITING = "Y_KIEN", "Lấy ý kiến bằng văn bản"


class CouncilRole(Word):
    """The role of a member in the council."""

    CHAIR = "CHU_TICH", "Chủ tịch", "Chủ tịch Hội đồng"
    DEPUTY = "PHO_CHU_TICH", "Phó Chủ tịch"
    SECRETARY = "THU_KY", "Thư ký"
    MEMBER = "UY_VIEN", "Ủy viên", "Thành viên"


class Attendance(Word):
    """The attendance of a member of the council."""

    PRESENT = "CO_MAT", "Có mặt"
    IN_WRITING = "Y_KIEN", "Vắng, có ý kiến bằng văn bản"
    AWAY = "VANG", "Vắng"


class DossierState(Word):
    """The state of a document of a dossier."""

    MISSING = "THIEU", "Còn thiếu"
    THERE = "CO", "Đã có"
    NOT_NEEDED = "KHONG_CAN", "Không cần"
