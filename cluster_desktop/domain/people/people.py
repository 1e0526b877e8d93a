"""The staff record and what is added to it each year: quality class, initiatives, discipline."""

from dataclasses import dataclass

from cluster_desktop.domain.fields import headings
from cluster_desktop.domain.fields.fields import (
    Draft,
    choice,
    computed,
    date,
    declare,
    integer,
    long_text,
    name,
    reference,
    suggestion,
    text,
    year,
)
from cluster_desktop.domain.fields.types import Date, Digits
from cluster_desktop.domain.people.vocabulary import (
    ETHNIC_GROUPS,
    JOB_TITLES,
    ON_STAFF,
    POSITIONS,
    RELIGIONS,
    AcademicTitle,
    Degree,
    DisciplineMeasure,
    DisciplineSide,
    Employment,
    Gender,
    InitiativeKind,
    PersonStatus,
    PoliticalTheory,
    QualityClass,
    RecognitionLevel,
)
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.errors import Problem

GENERAL = "Thông tin chung"
SKILLS = "Trình độ"
CONTACT = "Liên hệ, ghi chú"


IDENTITY = Digits("Số CCCD/CMND", {10: 12, 11: 12, 8: 9}, 12)
"""A CCCD starts with a province code (001-096), so as a number it has 10 to 12 digits; a CMND (01-38) has 8 or 9."""
BORN = computed("birth_date", "Ngày sinh", Date(), width=11, listed=False)
"""The birth date of the person that a record belongs to, which tells people of one name apart."""
PHONE = Digits("Số điện thoại", {9: 10}, 40, typed=False)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PersonDraft(Draft, kind="person", label="cán bộ", plural="người", title=("full_name",)):
    """A staff member; the full name is the truth, its parts are derived."""

    full_name: str | None = name(
        "Họ và tên",
        aliases=headings.FULL_NAME,
        required=True,
        listed=True,
        wide=True,
        part=GENERAL,
    )
    birth_date: PartialDate | None = date(
        "Ngày sinh",
        beside="gender",
        aliases=headings.BIRTH_DATE,
        listed=True,
        part=GENERAL,
        help="Gõ năm, tháng/năm hoặc ngày đều được.",
    )
    gender: str | None = choice(
        "Giới tính",
        Gender,
        either=True,
        aliases="Nam/Nữ|Nam, nữ|Phái|Giới|GT|Nam hay nữ|Gender|Sex",
        listed=True,
        width=9,
        part=GENERAL,
    )
    ethnicity: str | None = choice(
        "Dân tộc",
        ETHNIC_GROUPS,
        aliases="Thành phần dân tộc|Tên dân tộc|Ethnicity|Ethnic group",
        listed=True,
        width=12,
        sensitive=True,
        part=GENERAL,
    )
    religion: str | None = suggestion(
        "Tôn giáo", RELIGIONS, aliases="Tín ngưỡng, tôn giáo|Theo tôn giáo|Religion", sensitive=True, part=GENERAL
    )
    unit_uid: str | None = reference(
        "Đơn vị",
        "unit",
        aliases=headings.UNIT,
        required=True,
        listed=True,
        filterable=True,
        width=14,
        wide=True,
        part=GENERAL,
    )
    department_uid: str | None = reference(
        "Khoa, phòng",
        "department",
        aliases=headings.DEPARTMENT,
        present=True,
        listed=True,
        filterable=True,
        width=26,
        wide=True,
        part=GENERAL,
    )
    position: str | None = suggestion("Chức vụ", POSITIONS, aliases=headings.POSITION, listed=True, part=GENERAL)
    job_title: str | None = suggestion(
        "Chức danh nghề nghiệp", JOB_TITLES, aliases=headings.JOB_TITLE, width=22, part=GENERAL
    )
    employment: str | None = choice("Loại lao động", Employment, aliases=headings.EMPLOYMENT, part=GENERAL)
    joined_unit: PartialDate | None = date(
        "Về trường từ",
        aliases=headings.JOINED_UNIT,
        part=GENERAL,
        help="Gõ năm, tháng/năm hoặc ngày đều được.",
    )
    recruited_on: PartialDate | None = date(
        "Ngày tuyển dụng",
        aliases=headings.RECRUITED_ON,
        part=GENERAL,
        help="Ngày vào làm ở cơ quan đầu tiên; số tháng xét Lao động tiên tiến tính từ ngày này.",
    )
    party_joined: PartialDate | None = date("Ngày vào Đảng", aliases=headings.PARTY_JOINED, listed=True, part=GENERAL)
    party_official: PartialDate | None = date("Ngày chính thức", aliases=headings.PARTY_OFFICIAL, part=GENERAL)
    status: str | None = choice(
        "Tình trạng",
        PersonStatus,
        aliases="Trạng thái|Tình trạng công tác|Tình trạng làm việc|Trạng thái công tác|Tình trạng hiện nay|Status",
        required=True,
        default=PersonStatus.WORKING,
        width=14,
        part=GENERAL,
    )
    left_on: PartialDate | None = date(
        "Ngày thôi công tác tại đơn vị",
        aliases="Ngày nghỉ|Ngày thôi việc|Ngày nghỉ việc|Ngày chuyển công tác",
        part=GENERAL,
    )
    degree: str | None = choice(
        "Trình độ chuyên môn",
        Degree,
        heading="Trình độ",
        aliases=headings.DEGREE,
        rest_in="specialty",
        listed=True,
        width=12,
        part=SKILLS,
    )
    specialty: str | None = text("Chuyên ngành", aliases=headings.SPECIALTY, part=SKILLS)
    academic_title: str | None = choice("Học hàm", AcademicTitle, part=SKILLS)
    political_theory: str | None = choice(
        "Lý luận chính trị",
        PoliticalTheory,
        heading="LLCT",
        aliases=headings.POLITICAL_THEORY,
        listed=True,
        width=13,
        part=SKILLS,
        help="Để trống nếu chưa ghi nhận; khác với “Chưa qua đào tạo”.",
    )
    state_management: str | None = text("Quản lý nhà nước", aliases=headings.STATE_MANAGEMENT, part=SKILLS)
    foreign_language: str | None = text(
        "Ngoại ngữ", aliases="Trình độ ngoại ngữ|Chứng chỉ ngoại ngữ|Tiếng Anh|Anh văn|Tên ngoại ngữ", part=SKILLS
    )
    computing: str | None = text(
        "Tin học", aliases="Trình độ tin học|Chứng chỉ tin học|CNTT|Trình độ CNTT|Công nghệ thông tin", part=SKILLS
    )
    home_town: str | None = text(
        "Quê quán",
        aliases="Nguyên quán|Quê|Quê gốc|Quê quán gốc|Home town|Hometown",
        sensitive=True,
        wide=True,
        width=28,
        part=CONTACT,
    )
    address: str | None = text("Nơi ở hiện nay", aliases=headings.ADDRESS, sensitive=True, wide=True, part=CONTACT)
    other_name: str | None = text(
        "Tên gọi khác", aliases="Bí danh|Các tên gọi khác|Tên thường gọi|Tên khác", part=CONTACT
    )
    identity_number: str | None = declare(
        "Số CCCD", IDENTITY, aliases=headings.IDENTITY_NUMBER, sensitive=True, part=CONTACT
    )
    phone: str | None = declare("Điện thoại", PHONE, aliases=headings.PHONE, sensitive=True, part=CONTACT)
    email: str | None = text("Thư điện tử", aliases=headings.EMAIL, max_length=120, sensitive=True, part=CONTACT)
    note: str | None = long_text("Ghi chú", aliases="Ghi chú khác|Note|Notes|Remark|Remarks", part=CONTACT)

    def problems(self) -> tuple[Problem, ...]:
        """Check that dates of a life come in order and identity numbers have 9 or 12 digits."""
        problems = [
            _in_order(self.birth_date, self.party_joined, "party_joined", "Ngày vào Đảng", "ngày sinh"),
            _in_order(self.party_joined, self.party_official, "party_official", "Ngày chính thức", "ngày vào Đảng"),
            _in_order(self.birth_date, self.joined_unit, "joined_unit", "Ngày về trường", "ngày sinh"),
            _in_order(self.birth_date, self.recruited_on, "recruited_on", "Ngày tuyển dụng", "ngày sinh"),
            _in_order(self.joined_unit, self.left_on, "left_on", "Ngày thôi công tác", "ngày về trường"),
        ]
        if self.left_on and self.status in ON_STAFF:
            sentence = "Hãy chọn tình trạng (nghỉ hưu, chuyển công tác …) cùng với ngày thôi công tác."
            problems.append(Problem("left_on", sentence))
        number = self.identity_number
        if number and not (number.isdecimal() and len(number) in (9, 12)):
            problems.append(Problem("identity_number", "Số CCCD gồm 12 chữ số (CMND cũ 9 chữ số)."))
        return tuple(problem for problem in problems if problem)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RatingDraft(
    Draft,
    kind="rating",
    label="xếp loại",
    title=("person_uid", "year"),
    sort=("year",),
    owners=("person_uid",),
    derived=(BORN,),
):
    """The yearly quality class of a person (xếp loại): Decree 90/2020, of public employees 233/2026 since 1/7/2026."""

    person_uid: str | None = reference("Họ và tên", "person", required=True, listed=True, width=24)
    year: int | None = year("Năm", required=True, listed=True, filterable=True)
    quality: str | None = choice(
        "Xếp loại chất lượng",
        QualityClass,
        aliases=headings.QUALITY,
        required=True,
        listed=True,
        width=28,
        wide=True,
    )
    party_quality: str | None = choice(
        "Xếp loại đảng viên",
        QualityClass,
        aliases=headings.PARTY_QUALITY,
        listed=True,
        width=28,
        wide=True,
    )
    days_off: int | None = integer(
        "Số ngày nghỉ trong năm", maximum=366, help="Không kể nghỉ phép, nghỉ thai sản theo chế độ."
    )
    note: str | None = long_text("Ghi chú")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class InitiativeDraft(
    Draft,
    kind="initiative",
    label="sáng kiến, đề tài",
    title=("title",),
    sort=("year",),
    owners=("person_uid",),
    derived=(BORN,),
):
    """An initiative or research result with its recognition (sáng kiến, đề tài)."""

    person_uid: str | None = reference("Tác giả", "person", required=True, listed=True, width=24)
    title: str | None = text(
        "Tên sáng kiến, đề tài",
        aliases=(
            "Tên sáng kiến|Tên đề tài|Tên sáng kiến, đề tài, đề án|Sáng kiến|Đề tài|Tên đề tài, sáng kiến|"
            "Sáng kiến, đề tài|Tên SKKN|Tên SK|Tên sáng kiến kinh nghiệm|Tên giải pháp|Tên sáng kiến/đề tài|SKKN|"
            "Tên đề tài/sáng kiến|Tên đề tài, đề án|Tên công trình|Tên đề tài nghiên cứu|Tên đề tài khoa học"
        ),
        required=True,
        listed=True,
        width=48,
        wide=True,
        max_length=500,
    )
    kind: str | None = choice("Loại", InitiativeKind, required=True, default=InitiativeKind.INITIATIVE, listed=True)
    year: int | None = year("Năm", aliases="Năm công nhận|Năm áp dụng", required=True, listed=True, filterable=True)
    level: str | None = choice(
        "Cấp công nhận",
        RecognitionLevel,
        aliases="Cấp|Cấp xét|Cấp công nhận sáng kiến",
        required=True,
        listed=True,
        width=12,
    )
    decision_number: str | None = text(
        "Số quyết định công nhận",
        aliases=f"Số quyết định|Quyết định công nhận|{headings.DECISION_NUMBER}",
        max_length=60,
    )
    decided_on: PartialDate | None = date("Ngày công nhận", aliases=f"Ngày quyết định|{headings.DECIDED_ON}")
    note: str | None = long_text("Ghi chú")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DisciplineDraft(
    Draft,
    kind="discipline",
    label="kỷ luật",
    title=("measure", "decided_on"),
    sort=("decided_on",),
    owners=("person_uid",),
    derived=(BORN,),
):
    """A disciplinary measure or an open examination, which blocks commendation (law 2022, art. 5)."""

    person_uid: str | None = reference("Họ và tên", "person", required=True, listed=True, width=24)
    side: str | None = choice("Kỷ luật về", DisciplineSide, required=True, default=DisciplineSide.STATE, listed=True)
    measure: str | None = choice("Hình thức", DisciplineMeasure, required=True, listed=True, width=24)
    decided_on: PartialDate | None = date("Từ ngày", required=True, listed=True)
    ended_on: PartialDate | None = date(
        "Hết hiệu lực ngày",
        listed=True,
        help="Khiển trách, cảnh cáo đương nhiên hết hiệu lực sau 12 tháng nếu không vi phạm tiếp.",
    )
    decision_number: str | None = text("Số quyết định", max_length=60)
    reason: str | None = long_text("Lý do")

    def problems(self) -> tuple[Problem, ...]:
        """A measure does not end before it begins."""
        problem = _in_order(self.decided_on, self.ended_on, "ended_on", "Ngày hết hiệu lực", "ngày bắt đầu")
        return (problem,) if problem else ()


def _in_order(
    first: PartialDate | None, second: PartialDate | None, key: str, label: str, after: str
) -> Problem | None:
    if first and second and second.latest < first.earliest:
        return Problem(key, f"{label} ({second.show()}) phải sau {after} ({first.show()}).")
    return None
