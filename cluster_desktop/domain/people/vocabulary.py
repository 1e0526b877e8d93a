"""The words for what a person is, learned and was rated.

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

    DOCTOR = "TIEN_SI", "Tiến sĩ", "TS", "Tiến sỹ", "TSKH", "Tiến sĩ khoa học"
    MASTER = "THAC_SI", "Thạc sĩ", "ThS", "Thạc sỹ", "Cao học", "Th sĩ", "Thạc sĩ khoa học"
    BACHELOR = "CU_NHAN", "Cử nhân", "Đại học", "ĐH", "Kỹ sư", "CN", "KS", "ĐHSP", "Đại học sư phạm"
    COLLEGE = "CAO_DANG", "Cao đẳng", "CĐ"
    INTERMEDIATE = "TRUNG_CAP", "Trung cấp", "TC", "TCCN", "THCN", "Trung cấp chuyên nghiệp", "Trung học chuyên nghiệp"
    ELEMENTARY = "SO_CAP", "Sơ cấp"
    OTHER = "KHAC", "Trình độ khác", "Khác"


class PoliticalTheory(Word):
    """The level of training in political theory."""

    ADVANCED = (
        *("CAO_CAP", "Cao cấp", "CC", "Cao cấp lý luận chính trị", "Cao cấp LLCT", "CC LLCT", "CCLLCT"),
        *("Cao cấp chính trị", "Cao cấp lý luận", "CCCT"),
    )
    BACHELOR = (
        *("CU_NHAN", "Cử nhân", "CN", "Cử nhân chính trị", "Cử nhân lý luận chính trị", "Cử nhân LLCT", "CN LLCT"),
        *("CNCT", "Đại học chính trị"),
    )
    INTERMEDIATE = (
        *("TRUNG_CAP", "Trung cấp", "TC", "Trung cấp lý luận chính trị", "Trung cấp LLCT", "TC LLCT", "TCLLCT"),
        *("Trung cấp chính trị", "Trung cấp lý luận", "TCCT"),
    )
    ELEMENTARY = "SO_CAP", "Sơ cấp", "SC", "Sơ cấp LLCT", "SC LLCT", "SCLLCT", "Sơ cấp lý luận chính trị"
    NONE = "CHUA_QUA", "Chưa qua đào tạo", "Chưa qua", "Chưa học", "Chưa có"


class AcademicTitle(Word):
    """The academic title of a person."""

    PROFESSOR = "GS", "Giáo sư"
    ASSOCIATE_PROFESSOR = "PGS", "Phó Giáo sư"


class PersonStatus(Word):
    """The status of a person: working here, away for a time, or the way they left."""

    WORKING = "DANG_CONG_TAC", "Đang công tác", "Đang làm việc", "Đang CT", "Đang làm", "Còn công tác"
    STUDYING = "DI_HOC", "Đi học tập trung", "Đi học", "Cử đi học"
    MATERNITY = "THAI_SAN", "Nghỉ thai sản", "Thai sản"
    UNPAID = "NGHI_KHONG_LUONG", "Nghỉ không hưởng lương", "Nghỉ không lương"
    SECONDED = "BIET_PHAI", "Biệt phái", "Đi biệt phái"
    SUSPENDED = "TAM_DINH_CHI", "Tạm đình chỉ công tác", "Tạm đình chỉ"
    RETIRED = "NGHI_HUU", "Nghỉ hưu", "Đã nghỉ hưu", "Hưu trí", "Hưu"
    MOVED = "CHUYEN_CONG_TAC", "Chuyển công tác", "Chuyển đi", "Đã chuyển công tác"
    RESIGNED = "THOI_VIEC", "Thôi việc", "Đã thôi việc", "Nghỉ việc"
    DECEASED = "TU_TRAN", "Từ trần", "Đã mất", "Mất"


ON_STAFF = (
    PersonStatus.WORKING,
    PersonStatus.STUDYING,
    PersonStatus.MATERNITY,
    PersonStatus.UNPAID,
    PersonStatus.SECONDED,
    PersonStatus.SUSPENDED,
)
"""Those who belong to the unit, at work or away for a time."""


class ServiceSource(Word):
    """The kind of paper behind a line of somebody's service: it says since when, or only how it stood on a day."""

    BEGAN = "TU_NGAY", "Bắt đầu từ ngày"
    SEEN = "TINH_DEN", "Tính đến ngày", "Theo danh sách ngày"


class QualificationKind(Word):
    """The kind of a line of somebody's training of which the highest counts."""

    DEGREE = "CHUYEN_MON", "Trình độ chuyên môn"
    POLITICAL_THEORY = "LY_LUAN", "Lý luận chính trị"
    ACADEMIC_TITLE = "HOC_HAM", "Học hàm"


class Employment(Word):
    """The legal kind of a person's employment."""

    CADRE = "CAN_BO", "Cán bộ", "CB"
    CIVIL_SERVANT = "CONG_CHUC", "Công chức", "CC"
    PUBLIC_EMPLOYEE = "VIEN_CHUC", "Viên chức", "VC"
    WORKER = (
        *("NGUOI_LAO_DONG", "Người lao động", "Hợp đồng", "HĐLĐ", "HĐ", "NLĐ", "LĐHĐ", "Lao động hợp đồng"),
        *("Hợp đồng lao động", "HĐ 68", "HĐ 111", "Hợp đồng 68", "Hợp đồng 111", "Hợp đồng NĐ 68", "Hợp đồng NĐ 111"),
    )


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

# Without classes (hạng) since Decrees 93/2026 and 232/2026/NĐ-CP; what stands on older papers is typed as it was.
JOB_TITLES = (
    "Giảng viên cao cấp",
    "Giảng viên chính",
    "Giảng viên",
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
    "Thái": ("Thái đen", "Thái trắng", "Thái đỏ"),
    "Hoa": ("Hán",),
    "Khơ-me": ("Khmer", "Khơ Me"),
    "Nùng": ("Nùng An", "Nùng Cháo", "Nùng Inh", "Nùng Lòi", "Nùng Phàn Slình"),
    "Mông": (
        *("HMông", "H'Mông", "H.Mông", "H-Mông", "H Mông", "Mèo"),
        *("Mông đen", "Mông đỏ", "Mông hoa", "Mông trắng", "Mông xanh", "H'Mông đen", "H'Mông hoa", "H'Mông trắng"),
    ),
    "Dao": (
        *("Dao đỏ", "Dao tiền", "Dao quần chẹt", "Dao quần trắng", "Dao áo dài", "Dao áo xanh"),
        *("Dao thanh y", "Dao thanh phán", "Dao tuyển", "Dao lô gang", "Mán"),
    ),
    "Gia-rai": ("Jarai", "Jrai", "J'rai", "Gia Rai"),
    "Ê-đê": ("Êđê", "Rhade", "Ê Đê"),
    "Ba-na": ("Bahnar", "Bana"),
    "Xơ-đăng": ("Sedang", "Xê Đăng", "Xê-đăng"),
    "Sán Chay": ("Cao Lan", "Sán Chỉ", "Cao Lan - Sán Chỉ"),
    "Cơ-ho": ("K'Ho", "Kơ Ho", "Kơ-ho", "Cờ Ho", "Kho", "K Ho", "Koho"),
    "Mnông": ("M'Nông",),
    "Ra-glai": ("Raglay", "Ra-glây"),
    "Xtiêng": ("S'Tiêng", "Stiêng"),
    "Bru-Vân Kiều": ("Vân Kiều", "Bru"),
    "Cơ-tu": ("K'Tu", "Katu", "Ca Tu"),
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

    EXCELLENT = "HTXSNV", "Hoàn thành xuất sắc nhiệm vụ", "HTXSNV", "Xuất sắc", "Hoàn thành xuất sắc", "HTXS", "HTXS NV"
    GOOD = "HTTNV", "Hoàn thành tốt nhiệm vụ", "HTTNV", "Tốt", "Hoàn thành tốt", "HTT", "HTT NV", "HTTốtNV"
    FULFILLED = "HTNV", "Hoàn thành nhiệm vụ", "HTNV", "Hoàn thành", "HT NV", "HT"
    FAILED = (
        "KHTNV",
        "Không hoàn thành nhiệm vụ",
        "KHTNV",
        "Không hoàn thành",
        "Không HTNV",
        "KHT",
        "Chưa hoàn thành nhiệm vụ",
    )


CLEAN_AND_STRONG = PlainChoice("TSVM", "Trong sạch, vững mạnh", ("TSVM", "Trong sạch vững mạnh"))
"""The class of a party organisation in the words used before it had the classes of everybody."""
PARTY_CLASSES = (*QualityClass, CLEAN_AND_STRONG)
"""The yearly classes of a party organisation."""


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


class RecipientKind(Word):
    """The kind of a recipient of registrations, nominations and awards."""

    PERSON = "CA_NHAN", "Cá nhân"
    DEPARTMENT = "KHOA_PHONG", "Tập thể khoa, phòng", "Khoa, phòng"
    UNIT = "DON_VI", "Tập thể đơn vị", "Đơn vị", "Tập thể"
