"""The words for the stages of an emulation year."""

from cluster_desktop.domain.fields.choices import Word


class YearStage(Word):
    """A stage of the emulation year."""

    LAUNCH = "PHAT_DONG", "Phát động"
    PLEDGE = "GIAO_UOC", "Ký giao ước"
    REGISTRATION = "DANG_KY", "Đăng ký"
    NOMINATION = "DE_NGHI", "Đề nghị"
    JUDGING = "BINH_XET", "Bình xét"
    DECISION = "QUYET_DINH", "Quyết định"
    PRESENTATION = "IN_TRAO", "In và trao"
    SUMMARY = "TONG_KET", "Tổng kết"
    OTHER = "KHAC", "Mốc khác"
