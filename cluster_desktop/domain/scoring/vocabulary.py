"""The words for criteria and score sheets."""

from cluster_desktop.domain.fields.choices import Word


class CriterionKind(Word):
    """The kind of a line of a score sheet."""

    GROUP = "NHOM", "Nhóm tiêu chí", "Nhóm"
    CRITERION = "TIEU_CHI", "Tiêu chí"
    BONUS = "THUONG", "Điểm thưởng", "Thưởng"
    PENALTY = "TRU", "Điểm trừ", "Trừ"


class SheetState(Word):
    """The stage of scoring a year."""

    DRAWING_UP = "SOAN", "Đang soạn tiêu chí"
    SCORING = "CHAM", "Đang chấm"
    LOCKED = "KHOA", "Đã chốt"
