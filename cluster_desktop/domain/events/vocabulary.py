"""The words for kinds and levels of events, prizes, attachments."""

from cluster_desktop.domain.fields.choices import Word


class EventKind(Word):
    """The kind of an event; ``documents/year/annual_tables.py`` says where the annual summary tells of it."""

    WORKSHOP = "HOI_THAO", "Hội thảo khoa học", "Hội thảo", "Tọa đàm"
    SPORTS = "THE_THAO", "Giao lưu thể thao", "Thể thao"
    ARTS = "VAN_NGHE", "Giao lưu văn nghệ", "Văn nghệ"
    CHARITY = "THIEN_NGUYEN", "Thiện nguyện", "Từ thiện", "Thăm, tặng quà"
    DONATION = "UNG_HO_QUY", "Ủng hộ quỹ xã hội", "Ủng hộ quỹ", "Quyên góp, ủng hộ", "Quyên góp", "Ủng hộ"
    TOUR = "THAM_QUAN", "Tham quan, về nguồn", "Tham quan"
    FIELD_STUDY = "NGHIEN_CUU_THUC_TE", "Nghiên cứu thực tế", "Đi thực tế", "Thực tế"
    CONTEST = "HOI_THI", "Hội thi"
    MEETING = "HOI_NGHI", "Hội nghị"
    MOVEMENT = "PHONG_TRAO", "Phát động phong trào", "Phong trào"


class EventLevel(Word):
    """The circle that takes part in an event, the smallest first."""

    FACULTY = "KHOA", "Cấp khoa"
    SCHOOL = "TRUONG", "Cấp trường"
    SCHOOLS = "LIEN_TRUONG", "Liên trường"
    CLUSTER = "CUM", "Cấp Cụm", "Cụm"
    PROVINCE = "TINH", "Cấp tỉnh"
    REGION = "KHU_VUC", "Cấp khu vực"
    ACADEMY = "HOC_VIEN", "Cấp Học viện", "Học viện"
    NATION = "TOAN_QUOC", "Toàn quốc"


class Prize(Word):
    """A prize, the highest first."""

    FIRST = "NHAT", "Giải Nhất", "Nhất"
    SECOND = "NHI", "Giải Nhì", "Nhì"
    THIRD = "BA", "Giải Ba", "Ba"
    ENCOURAGEMENT = "KHUYEN_KHICH", "Giải Khuyến khích", "Khuyến khích"
    TOOK_PART = "THAM_GIA", "Tham gia"


GIFT_RECIPIENTS = (
    "gia đình chính sách",
    "học sinh nghèo vượt khó",
    "hộ nghèo",
    "đồng bào vùng thiên tai",
    "Quỹ Vì người nghèo",
    "Quỹ Đền ơn đáp nghĩa",
    "Quỹ Phòng, chống thiên tai",
    "Quỹ Bảo trợ trẻ em",
)


class AttachmentKind(Word):
    """The kind of a kept file."""

    PHOTO = "ANH", "Ảnh"
    FILE = "TEP", "Tệp đính kèm", "Tệp"


GENRES = ("Đơn ca", "Song ca", "Tốp ca", "Hợp xướng", "Múa", "Hát múa", "Hòa tấu", "Tiểu phẩm", "Kịch ngắn")

ATTENDEE_ROLES = ("Đại biểu", "Tác giả tham luận", "Vận động viên", "Diễn viên", "Thí sinh", "Ban tổ chức", "Giám khảo")
