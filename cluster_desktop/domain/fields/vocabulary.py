"""The words that records choose from: degrees, political theory, quality classes, roles, event kinds.

Sources: product vocabulary of provincial political schools; Decree 90/2020 for the quality classes;
decision 121-TCTK/PPCĐ (1979) for the ethnic groups.
"""

from cluster_desktop.domain.fields.choices import PlainChoice, Word


class Gender(Word):
    """The gender of a person."""

    MALE = "NAM", "Nam", "M", "Male"
    FEMALE = "NU", "Nữ", "F", "Female"


class Degree(Word):
    """The highest degree of a person's profession."""

    DOCTOR = "TIEN_SI", "Tiến sĩ", "TS", "Tiến sỹ"
    MASTER = "THAC_SI", "Thạc sĩ", "ThS", "Thạc sỹ", "Cao học"
    BACHELOR = "CU_NHAN", "Cử nhân", "Đại học", "ĐH", "Kỹ sư", "CN"
    COLLEGE = "CAO_DANG", "Cao đẳng", "CĐ"
    INTERMEDIATE = "TRUNG_CAP", "Trung cấp", "TC"
    ELEMENTARY = "SO_CAP", "Sơ cấp"
    OTHER = "KHAC", "Trình độ khác", "Khác"


class PoliticalTheory(Word):
    """The level of training in political theory."""

    ADVANCED = "CAO_CAP", "Cao cấp", "CC", "Cao cấp lý luận chính trị", "Cao cấp LLCT"
    BACHELOR = "CU_NHAN", "Cử nhân", "CN", "Cử nhân chính trị", "Cử nhân lý luận chính trị"
    INTERMEDIATE = "TRUNG_CAP", "Trung cấp", "TC", "Trung cấp lý luận chính trị", "Trung cấp LLCT"
    ELEMENTARY = "SO_CAP", "Sơ cấp", "SC"
    NONE = "CHUA_QUA", "Chưa qua đào tạo", "Chưa qua"


class AcademicTitle(Word):
    """The academic title of a person."""

    PROFESSOR = "GS", "Giáo sư"
    ASSOCIATE_PROFESSOR = "PGS", "Phó Giáo sư"


class PersonStatus(Word):
    """The status of a person: working here, or the way they left."""

    WORKING = "DANG_CONG_TAC", "Đang công tác", "Đang làm việc"
    RETIRED = "NGHI_HUU", "Nghỉ hưu", "Đã nghỉ hưu", "Hưu trí"
    MOVED = "CHUYEN_CONG_TAC", "Chuyển công tác", "Chuyển đi"
    RESIGNED = "THOI_VIEC", "Thôi việc"
    DECEASED = "TU_TRAN", "Từ trần"


class Employment(Word):
    """The legal kind of a person's employment."""

    CADRE = "CAN_BO", "Cán bộ"
    CIVIL_SERVANT = "CONG_CHUC", "Công chức"
    PUBLIC_EMPLOYEE = "VIEN_CHUC", "Viên chức"
    WORKER = "NGUOI_LAO_DONG", "Người lao động", "Hợp đồng", "HĐLĐ"


POSITIONS = (
    "Hiệu trưởng",
    "Phó Hiệu trưởng",
    "Trưởng khoa",
    "Phó Trưởng khoa",
    "Trưởng phòng",
    "Phó Trưởng phòng",
    "Giảng viên",
    "Chuyên viên",
    "Kế toán",
    "Văn thư",
    "Nhân viên phục vụ",
    "Lái xe",
    "Bảo vệ",
)

LEADING_POSITIONS = POSITIONS[:6]
"""Those who lead: the school, a faculty or an office."""

JOB_TITLES = (
    "Giảng viên cao cấp (hạng I)",
    "Giảng viên chính (hạng II)",
    "Giảng viên (hạng III)",
    "Trợ giảng",
    "Chuyên viên cao cấp",
    "Chuyên viên chính",
    "Chuyên viên",
    "Cán sự",
    "Nhân viên",
    "Kế toán viên",
    "Văn thư viên",
)

RELIGIONS = ("Không", "Phật giáo", "Công giáo", "Tin lành", "Cao Đài", "Phật giáo Hòa Hảo", "Hồi giáo")

_ETHNIC_GROUPS = (
    "Kinh|Tày|Thái|Hoa|Khơ-me|Mường|Nùng|Mông|Dao|Gia-rai|Ngái|Ê-đê|Ba-na|Xơ-đăng|Sán Chay|Cơ-ho|Chăm|Sán Dìu|"
    "Hrê|Mnông|Ra-glai|Xtiêng|Bru-Vân Kiều|Thổ|Giáy|Cơ-tu|Gié-Triêng|Mạ|Khơ-mú|Co|Ta-ôi|Chơ-ro|Kháng|Xinh-mun|"
    "Hà Nhì|Chu-ru|Lào|La Chí|La Ha|Phù Lá|La Hủ|Lự|Lô Lô|Chứt|Mảng|Pà Thẻn|Cơ Lao|Cống|Bố Y|Si La|Pu Péo|Brâu|"
    "Ơ Đu|Rơ-măm|Người nước ngoài"
)
_ETHNIC_ALIASES = {
    "Mông": ("HMông", "H'Mông", "H’Mông", "Mèo"),
    "Khơ-me": ("Khmer", "Khơ Me"),
    "Xinh-mun": ("Xinh Mun",),
    "La Chí": ("La Chi",),
    "Cơ Lao": ("Cờ Lao",),
}
ETHNIC_GROUPS = tuple(
    PlainChoice(f"{number:02d}", label, _ETHNIC_ALIASES.get(label, ()))
    for number, label in enumerate(_ETHNIC_GROUPS.split("|"), start=1)
)
NO_MINORITIES = (ETHNIC_GROUPS[0].code, ETHNIC_GROUPS[-1].code)
"""The majority and foreigners."""


class QualityClass(Word):
    """The yearly class of somebody's work, the best first."""

    EXCELLENT = "HTXSNV", "Hoàn thành xuất sắc nhiệm vụ", "HTXSNV", "Xuất sắc"
    GOOD = "HTTNV", "Hoàn thành tốt nhiệm vụ", "HTTNV", "Tốt"
    FULFILLED = "HTNV", "Hoàn thành nhiệm vụ", "HTNV"
    FAILED = "KHTNV", "Không hoàn thành nhiệm vụ", "KHTNV"


class InitiativeKind(Word):
    """The kind of an initiative or research result."""

    INITIATIVE = "SANG_KIEN", "Sáng kiến", "Sáng kiến kinh nghiệm", "SKKN"
    RESEARCH = "DE_TAI", "Đề tài khoa học", "Đề tài", "ĐTKH"
    SCHEME = "DE_AN", "Đề án khoa học", "Đề án"
    WORK = "CONG_TRINH", "Công trình khoa học và công nghệ", "Công trình"


class RecognitionLevel(Word):
    """The level that recognised an initiative, the lowest first."""

    SCHOOL = "CO_SO", "Cấp cơ sở", "Cơ sở", "Cấp trường", "Trường"
    PROVINCE = "TINH", "Cấp tỉnh", "Tỉnh"
    ACADEMY = "HOC_VIEN", "Cấp Học viện", "Học viện", "Cấp bộ", "Bộ"
    NATION = "TOAN_QUOC", "Toàn quốc", "Cấp quốc gia", "Quốc gia"


class DisciplineSide(Word):
    """The side that disciplines: the State or the Party."""

    STATE = "CHINH_QUYEN", "Chính quyền"
    PARTY = "DANG", "Đảng"


class DisciplineMeasure(Word):
    """A disciplinary measure, the mildest first; an open examination stands last."""

    REPRIMAND = "KHIEN_TRACH", "Khiển trách"
    WARNING = "CANH_CAO", "Cảnh cáo"
    LOWER_PAY = "HA_BAC_LUONG", "Hạ bậc lương"
    DEMOTION = "GIANG_CHUC", "Giáng chức"
    REMOVAL = "CACH_CHUC", "Cách chức"
    DISMISSAL = "BUOC_THOI_VIEC", "Buộc thôi việc"
    EXPULSION = "KHAI_TRU", "Khai trừ"
    EXAMINATION = "DANG_XEM_XET", "Đang xem xét, kiểm tra hoặc xác minh"


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


class RecipientKind(Word):
    """The kind of a recipient of registrations, nominations and awards."""

    PERSON = "CA_NHAN", "Cá nhân"
    DEPARTMENT = "KHOA_PHONG", "Tập thể khoa, phòng", "Khoa, phòng"
    UNIT = "DON_VI", "Tập thể đơn vị", "Đơn vị", "Tập thể"


class RoundKind(Word):
    """The occasion of a round of nominations, or of a decision."""

    REGULAR = "THUONG_XUYEN", "Thường xuyên (tổng kết năm)", "Thường xuyên", "Tổng kết năm"
    CAMPAIGN = "CHUYEN_DE", "Theo chuyên đề", "Chuyên đề"
    DEED = "DOT_XUAT", "Đột xuất"
    LONG_SERVICE = "CONG_HIEN", "Quá trình cống hiến", "Cống hiến"


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


class EventKind(Word):
    """The kind of an event."""

    WORKSHOP = "HOI_THAO", "Hội thảo khoa học", "Hội thảo", "Tọa đàm"
    SPORTS = "THE_THAO", "Giao lưu thể thao", "Thể thao"
    ARTS = "VAN_NGHE", "Giao lưu văn nghệ", "Văn nghệ"
    CHARITY = "THIEN_NGUYEN", "Thiện nguyện", "Từ thiện", "Thăm, tặng quà"
    TOUR = "THAM_QUAN", "Tham quan, về nguồn", "Tham quan"
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
)


class AttachmentKind(Word):
    """The kind of a kept file."""

    PHOTO = "ANH", "Ảnh"
    FILE = "TEP", "Tệp đính kèm", "Tệp"


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


GENRES = ("Đơn ca", "Song ca", "Tốp ca", "Hợp xướng", "Múa", "Hát múa", "Hòa tấu", "Tiểu phẩm", "Kịch ngắn")

ATTENDEE_ROLES = ("Đại biểu", "Tác giả tham luận", "Vận động viên", "Diễn viên", "Thí sinh", "Ban tổ chức", "Giám khảo")
