"""The words that records choose from: degrees, political theory, quality classes, roles, event kinds.

Sources: product vocabulary of provincial political schools; Decree 90/2020 for the quality classes;
decision 121-TCTK/PPCĐ (1979) for the ethnic groups.
"""

from cluster_desktop.domain.fields.fields import Choice

GENDERS = (Choice("NAM", "Nam", ("M", "Male")), Choice("NU", "Nữ", ("F", "Female")))

DEGREES = (
    Choice("TIEN_SI", "Tiến sĩ", ("TS", "Tiến sỹ")),
    Choice("THAC_SI", "Thạc sĩ", ("ThS", "Thạc sỹ", "Cao học")),
    Choice("CU_NHAN", "Cử nhân", ("Đại học", "ĐH", "Kỹ sư", "CN")),
    Choice("CAO_DANG", "Cao đẳng", ("CĐ",)),
    Choice("TRUNG_CAP", "Trung cấp", ("TC",)),
    Choice("SO_CAP", "Sơ cấp"),
    Choice("KHAC", "Trình độ khác", ("Khác",)),
)

POLITICAL_THEORIES = (
    Choice("CAO_CAP", "Cao cấp", ("CC", "Cao cấp lý luận chính trị", "Cao cấp LLCT")),
    Choice("CU_NHAN", "Cử nhân", ("CN", "Cử nhân chính trị", "Cử nhân lý luận chính trị")),
    Choice("TRUNG_CAP", "Trung cấp", ("TC", "Trung cấp lý luận chính trị", "Trung cấp LLCT")),
    Choice("SO_CAP", "Sơ cấp", ("SC",)),
    Choice("CHUA_QUA", "Chưa qua đào tạo", ("Chưa qua",)),
)

ACADEMIC_TITLES = (Choice("GS", "Giáo sư"), Choice("PGS", "Phó Giáo sư"))

STATUSES = (
    Choice("DANG_CONG_TAC", "Đang công tác", ("Đang làm việc",)),
    Choice("NGHI_HUU", "Nghỉ hưu", ("Đã nghỉ hưu", "Hưu trí")),
    Choice("CHUYEN_CONG_TAC", "Chuyển công tác", ("Chuyển đi",)),
    Choice("THOI_VIEC", "Thôi việc"),
    Choice("TU_TRAN", "Từ trần"),
)

EMPLOYMENTS = (
    Choice("CAN_BO", "Cán bộ"),
    Choice("CONG_CHUC", "Công chức"),
    Choice("VIEN_CHUC", "Viên chức"),
    Choice("NGUOI_LAO_DONG", "Người lao động", ("Hợp đồng", "HĐLĐ")),
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
    Choice(f"{number:02d}", label, _ETHNIC_ALIASES.get(label, ()))
    for number, label in enumerate(_ETHNIC_GROUPS.split("|"), start=1)
)

QUALITY_CLASSES = (
    Choice("HTXSNV", "Hoàn thành xuất sắc nhiệm vụ", ("HTXSNV", "Xuất sắc")),
    Choice("HTTNV", "Hoàn thành tốt nhiệm vụ", ("HTTNV", "Tốt")),
    Choice("HTNV", "Hoàn thành nhiệm vụ", ("HTNV",)),
    Choice("KHTNV", "Không hoàn thành nhiệm vụ", ("KHTNV",)),
)

INITIATIVE_KINDS = (
    Choice("SANG_KIEN", "Sáng kiến", ("Sáng kiến kinh nghiệm", "SKKN")),
    Choice("DE_TAI", "Đề tài khoa học", ("Đề tài", "ĐTKH")),
    Choice("DE_AN", "Đề án khoa học", ("Đề án",)),
    Choice("CONG_TRINH", "Công trình khoa học và công nghệ", ("Công trình",)),
)

RECOGNITION_LEVELS = (
    Choice("CO_SO", "Cấp cơ sở", ("Cơ sở", "Cấp trường", "Trường")),
    Choice("TINH", "Cấp tỉnh", ("Tỉnh",)),
    Choice("HOC_VIEN", "Cấp Học viện", ("Học viện", "Cấp bộ", "Bộ")),
    Choice("TOAN_QUOC", "Toàn quốc", ("Cấp quốc gia", "Quốc gia")),
)

DISCIPLINE_SIDES = (Choice("CHINH_QUYEN", "Chính quyền"), Choice("DANG", "Đảng"))

DISCIPLINES = (
    Choice("KHIEN_TRACH", "Khiển trách"),
    Choice("CANH_CAO", "Cảnh cáo"),
    Choice("HA_BAC_LUONG", "Hạ bậc lương"),
    Choice("GIANG_CHUC", "Giáng chức"),
    Choice("CACH_CHUC", "Cách chức"),
    Choice("BUOC_THOI_VIEC", "Buộc thôi việc"),
    Choice("KHAI_TRU", "Khai trừ"),
    Choice("DANG_XEM_XET", "Đang xem xét, kiểm tra hoặc xác minh"),
)

DEPARTMENT_KINDS = (
    Choice("BAN_GIAM_HIEU", "Ban Giám hiệu", ("board",)),
    Choice("KHOA", "Khoa", ("faculty",)),
    Choice("PHONG", "Phòng", ("office",)),
    Choice("KHAC", "Khác"),
)

CLUSTER_KINDS = (
    Choice("CUM", "Cụm thi đua", ("Cụm",)),
    Choice("KHOI", "Khối thi đua", ("Khối",)),
)

MEMBER_ROLES = (
    Choice("CUM_TRUONG", "Cụm trưởng", ("Trưởng cụm", "Khối trưởng")),
    Choice("CUM_PHO", "Cụm phó", ("Phó cụm", "Khối phó")),
    Choice("THANH_VIEN", "Thành viên"),
)

RECIPIENT_KINDS = (
    Choice("CA_NHAN", "Cá nhân"),
    Choice("KHOA_PHONG", "Tập thể khoa, phòng", ("Khoa, phòng",)),
    Choice("DON_VI", "Tập thể đơn vị", ("Đơn vị", "Tập thể")),
)

ROUND_KINDS = (
    Choice("THUONG_XUYEN", "Thường xuyên (tổng kết năm)", ("Thường xuyên", "Tổng kết năm")),
    Choice("CHUYEN_DE", "Theo chuyên đề", ("Chuyên đề",)),
    Choice("DOT_XUAT", "Đột xuất"),
    Choice("CONG_HIEN", "Quá trình cống hiến", ("Cống hiến",)),
)

NOMINATION_STATES = (
    Choice("NHAP", "Nháp"),
    Choice("DE_NGHI", "Đã đề nghị", ("Đề nghị",)),
    Choice("HOI_DONG", "Hội đồng đang xét", ("Bình xét",)),
    Choice("DONG_Y", "Hội đồng đồng ý", ("Đồng ý",)),
    Choice("KHONG_DAT", "Không đạt"),
    Choice("RUT", "Rút đề nghị", ("Rút",)),
    Choice("DA_QUYET_DINH", "Đã có quyết định", ("Có quyết định",)),
)

DECISION_LEVELS = (
    Choice("CO_SO", "Cơ sở (Hiệu trưởng)", ("Cơ sở",)),
    Choice("TINH", "Tỉnh"),
    Choice("HOC_VIEN", "Học viện"),
    Choice("TTG", "Thủ tướng Chính phủ", ("Thủ tướng",)),
    Choice("CTN", "Chủ tịch nước"),
)

AWARD_STATES = (Choice("HIEU_LUC", "Có hiệu lực"), Choice("THU_HOI", "Đã thu hồi"))

EVENT_KINDS = (
    Choice("HOI_THAO", "Hội thảo khoa học", ("Hội thảo", "Tọa đàm")),
    Choice("THE_THAO", "Giao lưu thể thao", ("Thể thao",)),
    Choice("VAN_NGHE", "Giao lưu văn nghệ", ("Văn nghệ",)),
    Choice("THIEN_NGUYEN", "Thiện nguyện", ("Từ thiện", "Thăm, tặng quà")),
    Choice("THAM_QUAN", "Tham quan, về nguồn", ("Tham quan",)),
    Choice("HOI_THI", "Hội thi"),
    Choice("HOI_NGHI", "Hội nghị"),
    Choice("PHONG_TRAO", "Phát động phong trào", ("Phong trào",)),
)

EVENT_LEVELS = (
    Choice("KHOA", "Cấp khoa"),
    Choice("TRUONG", "Cấp trường"),
    Choice("LIEN_TRUONG", "Liên trường"),
    Choice("CUM", "Cấp Cụm", ("Cụm",)),
    Choice("TINH", "Cấp tỉnh"),
    Choice("KHU_VUC", "Cấp khu vực"),
    Choice("TOAN_QUOC", "Toàn quốc"),
)

PRIZES = (
    Choice("NHAT", "Giải Nhất", ("Nhất",)),
    Choice("NHI", "Giải Nhì", ("Nhì",)),
    Choice("BA", "Giải Ba", ("Ba",)),
    Choice("KHUYEN_KHICH", "Giải Khuyến khích", ("Khuyến khích",)),
    Choice("THAM_GIA", "Tham gia"),
)

GIFT_RECIPIENTS = (
    "gia đình chính sách",
    "học sinh nghèo vượt khó",
    "hộ nghèo",
    "đồng bào vùng thiên tai",
)

ATTACHMENT_KINDS = (Choice("ANH", "Ảnh"), Choice("TEP", "Tệp đính kèm", ("Tệp",)))

YEAR_STAGES = (
    Choice("PHAT_DONG", "Phát động"),
    Choice("GIAO_UOC", "Ký giao ước"),
    Choice("DANG_KY", "Đăng ký"),
    Choice("DE_NGHI", "Đề nghị"),
    Choice("BINH_XET", "Bình xét"),
    Choice("QUYET_DINH", "Quyết định"),
    Choice("IN_TRAO", "In và trao"),
    Choice("TONG_KET", "Tổng kết"),
    Choice("KHAC", "Mốc khác"),
)

COUNCIL_METHODS = (
    Choice("PHIEU_KIN", "Bỏ phiếu kín"),
    Choice("BIEU_QUYET", "Biểu quyết"),
    Choice("Y_KIEN", "Lấy ý kiến bằng văn bản"),
)

COUNCIL_ROLES = (
    Choice("CHU_TICH", "Chủ tịch", ("Chủ tịch Hội đồng",)),
    Choice("PHO_CHU_TICH", "Phó Chủ tịch"),
    Choice("THU_KY", "Thư ký"),
    Choice("UY_VIEN", "Ủy viên", ("Thành viên",)),
)

ATTENDANCES = (
    Choice("CO_MAT", "Có mặt"),
    Choice("Y_KIEN", "Vắng, có ý kiến bằng văn bản"),
    Choice("VANG", "Vắng"),
)

DOSSIER_STATES = (
    Choice("THIEU", "Còn thiếu"),
    Choice("CO", "Đã có"),
    Choice("KHONG_CAN", "Không cần"),
)

CRITERION_KINDS = (
    Choice("NHOM", "Nhóm tiêu chí", ("Nhóm",)),
    Choice("TIEU_CHI", "Tiêu chí"),
    Choice("THUONG", "Điểm thưởng", ("Thưởng",)),
    Choice("TRU", "Điểm trừ", ("Trừ",)),
)

SHEET_STATES = (
    Choice("SOAN", "Đang soạn tiêu chí"),
    Choice("CHAM", "Đang chấm"),
    Choice("KHOA", "Đã chốt"),
)

GENRES = ("Đơn ca", "Song ca", "Tốp ca", "Hợp xướng", "Múa", "Hát múa", "Hòa tấu", "Tiểu phẩm", "Kịch ngắn")

ATTENDEE_ROLES = ("Đại biểu", "Tác giả tham luận", "Vận động viên", "Diễn viên", "Thí sinh", "Ban tổ chức", "Giám khảo")
