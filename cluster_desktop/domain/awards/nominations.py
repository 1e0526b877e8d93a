"""Nomination rounds, nominations, decisions and the award register."""

from dataclasses import dataclass

from cluster_desktop.domain.awards.awards import AWARD_KINDS, AwardKind, award_problems
from cluster_desktop.domain.awards.nomination_state import NominationState
from cluster_desktop.domain.awards.regime_choices import REGIMES
from cluster_desktop.domain.awards.vocabulary import AwardState, DecisionLevel, DossierState, RoundKind
from cluster_desktop.domain.fields import headings
from cluster_desktop.domain.fields.fields import (
    Draft,
    choice,
    computed,
    date,
    integer,
    long_text,
    reference,
    text,
    year,
)
from cluster_desktop.domain.fields.types import Date, Integer, Year
from cluster_desktop.domain.people.recipients import OF_DEPARTMENT, OF_PERSON, OF_UNIT, RECIPIENT_COLUMNS
from cluster_desktop.domain.people.vocabulary import RecipientKind
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.errors import Problem


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RoundDraft(Draft, kind="round", label="đợt đề nghị", title=("name",), sort=("year", "name")):
    """A nomination round (đợt đề nghị) of one year."""

    name: str | None = text("Tên đợt", required=True, listed=True, width=34, wide=True)
    year: int | None = year("Năm", required=True, listed=True, filterable=True)
    kind: str | None = choice("Loại đợt", RoundKind, required=True, default=RoundKind.REGULAR, listed=True, width=24)
    movement_uid: str | None = reference("Phong trào", "movement", wide=True)
    deadline: PartialDate | None = date("Hạn gửi đề nghị", listed=True)
    note: str | None = long_text("Ghi chú")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class NominationDraft(
    Draft,
    kind="nomination",
    label="đề nghị",
    title=("recipient", "award"),
    sort=("recipient",),
    owners=("round_uid",),
    derived=(*RECIPIENT_COLUMNS, computed("year", "Năm", Year(), width=7, listed=False)),
):
    """A person or collective proposed for one award in one round."""

    round_uid: str | None = reference("Đợt đề nghị", "round", required=True, filterable=True, width=26, wide=True)
    recipient_kind: str | None = choice(
        "Đối tượng",
        RecipientKind,
        aliases="Loại đối tượng|Phân loại|Tập thể hay cá nhân|Loại tập thể, cá nhân|Đối tượng khen",
        required=True,
        default=RecipientKind.PERSON,
        wide=True,
        width=16,
    )
    person_uid: str | None = reference("Cá nhân", "person", required=True, shown_when=OF_PERSON, wide=True)
    department_uid: str | None = reference(
        "Khoa, phòng", "department", required=True, shown_when=OF_DEPARTMENT, wide=True
    )
    unit_uid: str | None = reference("Đơn vị", "unit", required=True, shown_when=OF_UNIT, wide=True)
    award: str | None = choice(
        "Danh hiệu, hình thức",
        AwardKind,
        several=True,
        aliases=f"Danh hiệu/Hình thức|Danh hiệu|Hình thức khen thưởng|{headings.AWARD}",
        required=True,
        heading="Danh hiệu",
        listed=True,
        width=20,
        wide=True,
    )
    level: str | None = choice(
        "Cấp quyết định",
        DecisionLevel,
        wide=True,
        width=18,
        filterable=False,
        help="Để trống: theo danh hiệu, hình thức. Ghi “Học viện” khi đề nghị Giám đốc Học viện tặng Bằng khen, Cờ.",
    )
    citation: str | None = long_text(
        "Thành tích (lời ghi trên giấy)",
        aliases=f"Thành tích|{headings.CITATION}",
        max_length=600,
        help="Lời này in nguyên văn trong quyết định và trên giấy khen.",
    )
    achievement: str | None = long_text(
        "Nội dung báo cáo thành tích",
        20_000,
        help="In ở mục II của báo cáo thành tích, mỗi dòng một đoạn. Thẻ “Hồ sơ” cho chép lại của năm trước.",
    )
    state: str | None = choice(
        "Trạng thái", NominationState, required=True, default=NominationState.DRAFT, listed=True, width=17
    )
    votes_for: int | None = integer(
        "Số phiếu đồng ý",
        aliases="Phiếu đồng ý|Số phiếu|Số phiếu đồng ý|Kết quả bỏ phiếu|Phiếu bầu",
        heading="Đồng ý",
        listed=True,
        maximum=999,
    )
    votes_total: int | None = integer("Tổng số thành viên Hội đồng", heading="Hội đồng", listed=True, maximum=999)
    reason: str | None = long_text("Lý do, ý kiến Hội đồng")
    session_uid: str | None = reference("Phiên họp Hội đồng", "council_session", wide=True, width=24)
    ballots_issued: int | None = integer("Số phiếu phát ra", heading="Phát ra", maximum=999)
    ballots_returned: int | None = integer("Số phiếu thu về", heading="Thu về", maximum=999)
    ballots_valid: int | None = integer("Số phiếu hợp lệ", heading="Hợp lệ", maximum=999)
    received_on: PartialDate | None = date(
        "Ngày tiếp nhận hồ sơ", help="Quy định nào được áp dụng là theo ngày cấp có thẩm quyền nhận hồ sơ."
    )
    regime: str | None = choice("Áp dụng quy định khác", REGIMES, wide=True, width=28, filterable=False)
    regime_reason: str | None = long_text("Lý do áp dụng quy định khác")
    override_reason: str | None = long_text(
        "Lý do đề nghị dù chưa đủ điều kiện", help="In trong biên bản họp Hội đồng."
    )
    described_as: str | None = text(
        "Chức vụ, đơn vị ghi trên văn bản",
        400,
        wide=True,
        width=30,
        help="Ghi đúng lời của văn bản, như “Phó Trưởng khoa Xây dựng Đảng”. Để trống: theo quá trình công tác.",
    )
    at_unit_uid: str | None = reference(
        "Đơn vị lúc đó", "unit", wide=True, help="Để trống: theo quá trình công tác vào ngày đó."
    )

    def problems(self) -> tuple[Problem, ...]:
        """Check that votes fit the council and the award exists for this kind of recipient."""
        problems = []
        if self.votes_for is not None and self.votes_total is None:
            problems.append(Problem("votes_total", "Chưa điền tổng số thành viên Hội đồng."))
        if (self.votes_for or 0) > (self.votes_total or 0) and self.votes_total is not None:
            problems.append(Problem("votes_for", f"Hội đồng chỉ có {self.votes_total} thành viên."))
        if self.regime and not self.regime_reason:
            problems.append(Problem("regime_reason", "Ghi lý do áp dụng quy định khác với quy định theo ngày hồ sơ."))
        if level_problem := _level_problem(self.award, self.level):
            problems.append(level_problem)
        return (*problems, *_ballots_fit(self), *award_problems(self.award, self.recipient_kind))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class InitiativeUseDraft(
    Draft,
    kind="initiative_use",
    label="sáng kiến dùng trong hồ sơ",
    title=("initiative_uid",),
    owners=("nomination_uid",),
):
    """An initiative that a nomination rests on; each serves one title and one commendation at most."""

    nomination_uid: str | None = reference("Đề nghị", "nomination", required=True)
    initiative_uid: str | None = reference(
        "Sáng kiến, đề tài", "initiative", required=True, listed=True, wide=True, width=44
    )
    note: str | None = text("Ghi chú", listed=True, wide=True, width=28)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DossierItemDraft(
    Draft,
    kind="dossier_item",
    label="giấy tờ của hồ sơ",
    title=("name",),
    sort=("position", "name"),
    owners=("nomination_uid",),
):
    """A paper that the dossier of a nomination needs besides those the program makes."""

    nomination_uid: str | None = reference("Đề nghị", "nomination", required=True)
    name: str | None = text("Giấy tờ", required=True, listed=True, wide=True, width=40)
    state: str | None = choice(
        "Tình trạng", DossierState, required=True, default=DossierState.MISSING, listed=True, width=12
    )
    position: int | None = integer("Thứ tự", width=7)
    note: str | None = text("Ghi chú", listed=True, wide=True, width=28)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DecisionDraft(
    Draft,
    kind="decision",
    label="quyết định",
    title=("number",),
    sort=("decided_on", "number"),
    derived=(computed("recipients", "Số người, tập thể", Integer(), width=10, heading="Được khen"),),
    lead=("number", "decided_on", "title"),
):
    """A commendation decision: number, date, who signed it."""

    number: str | None = text(
        "Số quyết định",
        aliases=headings.DECISION_NUMBER,
        required=True,
        listed=True,
        width=14,
        max_length=60,
        help="Ghi đủ số và ký hiệu, ví dụ 48/QĐ-TCT; không có hoặc không rõ số thì ghi “Không số”.",
    )
    decided_on: PartialDate | None = date(
        "Ngày quyết định",
        aliases=headings.DECIDED_ON,
        required=True,
        listed=True,
        help="Quyết định của cấp trên mà không rõ ngày thì chỉ ghi tháng, năm hoặc năm.",
    )
    year: int | None = year(
        "Năm thành tích", required=True, listed=True, filterable=True, heading="Năm", help="Năm được khen."
    )
    level: str | None = choice("Cấp quyết định", DecisionLevel, required=True, listed=True, width=21)
    unit_uid: str | None = reference(
        "Đơn vị ban hành", "unit", filterable=True, wide=True, help="Để trống nếu cấp trên ban hành."
    )
    issuer: str | None = text(
        "Cơ quan ban hành",
        aliases="Cơ quan quyết định|Cấp khen|Người quyết định|Cấp khen thưởng|Đơn vị khen",
        wide=True,
        width=30,
        listed=True,
        help="Ví dụ Học viện, UBND tỉnh.",
    )
    title: str | None = text(
        "Trích yếu", required=True, wide=True, width=44, listed=True, max_length=400, default="Về khen thưởng"
    )
    occasion: str | None = choice(
        "Loại hình khen thưởng", RoundKind, width=24, help="Chuyên đề, đột xuất không tính cho cấp cao hơn."
    )
    signer_title: str | None = text("Chức vụ người ký", width=18)
    signer_name: str | None = text("Người ký", width=22)
    place: str | None = text("Nơi ban hành", width=14)
    note: str | None = long_text("Ghi chú")

    def problems(self) -> tuple[Problem, ...]:
        """A unit's own decision prints its full day; an achievement is not decided before its year."""
        problems = []
        if self.unit_uid and self.decided_on and self.decided_on.day is None:
            problems.append(Problem("decided_on", "Ghi đủ ngày, tháng, năm của quyết định."))
        if self.decided_on and self.year and self.decided_on.year < self.year:
            problems.append(Problem("decided_on", f"Quyết định khen năm {self.year} phải từ năm {self.year}."))
        if not self.unit_uid and not self.issuer:
            problems.append(Problem("issuer", "Chọn đơn vị ban hành hoặc ghi cơ quan ban hành."))
        return tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AwardDraft(
    Draft,
    kind="award",
    label="khen thưởng",
    title=("recipient", "award"),
    sort=("decision_uid", "ordinal"),
    owners=("decision_uid",),
    derived=(
        *RECIPIENT_COLUMNS,
        computed("decided_on", "Ngày quyết định", Date(), width=11),
        computed("year", "Năm", Year(), width=7),
        computed("printed", "Số lần in", Integer(), width=8),
    ),
    lead=("recipient", "recipient_unit", "award", "decision_uid", "certificate_number", "decided_on"),
):
    """One line of a decision's list: who receives what, with the words that are printed."""

    decision_uid: str | None = reference("Quyết định", "decision", required=True, listed=True)
    ordinal: int | None = integer(
        "Số thứ tự trong quyết định",
        aliases="Số sổ vàng|Số thứ tự sổ vàng",
        heading="Số",
        listed=True,
        width=5,
        minimum=1,
        help="Cũng là số sổ vàng.",
    )
    recipient_kind: str | None = choice(
        "Đối tượng", RecipientKind, required=True, default=RecipientKind.PERSON, wide=True, width=16
    )
    person_uid: str | None = reference("Cá nhân", "person", required=True, shown_when=OF_PERSON, wide=True)
    department_uid: str | None = reference(
        "Khoa, phòng", "department", required=True, shown_when=OF_DEPARTMENT, wide=True
    )
    unit_uid: str | None = reference("Đơn vị", "unit", required=True, shown_when=OF_UNIT, wide=True)
    award: str | None = choice(
        "Danh hiệu, hình thức",
        AwardKind,
        aliases=headings.AWARD,
        several=True,
        required=True,
        listed=True,
        width=24,
        wide=True,
    )
    award_name: str | None = text(
        "Tên ghi trong quyết định", wide=True, width=24, help="Để trống thì dùng tên của danh hiệu."
    )
    citation: str | None = long_text("Thành tích (lời ghi trên giấy)", aliases=headings.CITATION, max_length=600)
    certificate_number: str | None = text(
        "Số giấy chứng nhận", aliases="Số GCN|Số sổ|Số giấy", listed=True, width=12, max_length=60
    )
    nomination_uid: str | None = reference("Từ đề nghị", "nomination")
    state: str | None = choice(
        "Hiệu lực", AwardState, required=True, default=AwardState.IN_FORCE, listed=True, width=12
    )
    revoked_because: str | None = long_text("Lý do thu hồi", shown_when=("state", (AwardState.REVOKED,)), required=True)
    revoked_on: PartialDate | None = date("Ngày thu hồi", shown_when=("state", (AwardState.REVOKED,)))
    described_as: str | None = text(
        "Chức vụ, đơn vị ghi trên văn bản",
        400,
        wide=True,
        width=30,
        help="Ghi đúng lời của văn bản, như “Phó Trưởng khoa Xây dựng Đảng”. Để trống: theo quá trình công tác.",
    )
    at_unit_uid: str | None = reference(
        "Đơn vị lúc đó", "unit", wide=True, help="Để trống: theo quá trình công tác vào ngày đó."
    )

    def problems(self) -> tuple[Problem, ...]:
        """The award exists for this kind of recipient."""
        return award_problems(self.award, self.recipient_kind)


def _level_problem(award: str | None, level: str | None) -> Problem | None:
    """Province and Academy give awards of one rank; every other award has one level that decides."""
    kind = AWARD_KINDS.get(award or "")
    one_rank = (DecisionLevel.PROVINCE, DecisionLevel.ACADEMY)
    if kind is None or not level or level == kind.level or (kind.level in one_rank and level in one_rank):
        return None
    return Problem("level", f"“{kind.label}” do cấp “{kind.level.label}” quyết định; hãy để trống ô này.")


def _ballots_fit(draft: NominationDraft) -> tuple[Problem, ...]:
    """Each step of a count holds at most what the step before it held."""
    steps = (
        ("ballots_issued", draft.ballots_issued, draft.votes_total, "số thành viên Hội đồng"),
        ("ballots_returned", draft.ballots_returned, draft.ballots_issued, "số phiếu phát ra"),
        ("ballots_valid", draft.ballots_valid, draft.ballots_returned, "số phiếu thu về"),
        ("votes_for", draft.votes_for, draft.ballots_valid, "số phiếu hợp lệ"),
    )
    return tuple(
        Problem(key, f"Số này lớn hơn {name} ({limit}).")
        for key, number, limit, name in steps
        if number is not None and limit is not None and number > limit
    )
