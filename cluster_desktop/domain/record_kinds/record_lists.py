"""The lists whose rows are records of their own: units, councils, criteria, service, what belongs to events."""

from collections.abc import Sequence
from typing import Final

from cluster_desktop.domain.awards.councils import CouncilMemberDraft, CouncilSessionDraft
from cluster_desktop.domain.awards.nominations import DecisionDraft, RoundDraft
from cluster_desktop.domain.events import events
from cluster_desktop.domain.fields.fields import Draft, Field, Value, fields_of
from cluster_desktop.domain.fields.types import Money
from cluster_desktop.domain.people.career import QualificationDraft, ServiceDraft
from cluster_desktop.domain.people.people import DisciplineDraft, PersonDraft
from cluster_desktop.domain.record_kinds.import_kind import ImportKind, RowSubject, extra_field, some_fields
from cluster_desktop.domain.scoring.scoring import CriterionDraft, RecommendationDraft, ScoreSheetDraft
from cluster_desktop.domain.units import units
from cluster_desktop.domain.year.year_plan import HandoverItemDraft, MilestoneDraft, PledgeTargetDraft

WORTH: Final = "worth"
"""The sum of a line of gifts as a table prints it, which says something only where it is not what is computed."""
_NAMES: Final = ("Họ tên", "Họ và tên cán bộ", "Họ tên cán bộ", "Cán bộ", "Tên cán bộ", "Họ và tên")
_UNITS: Final = ("Trường", "Tên đơn vị", "Tên trường", "Tên gọi tắt")
_EVENTS: Final = ("Tên sự kiện", "Sự kiện", "Hoạt động", "Tên hoạt động", "Hội thảo", "Tên hội thảo")


def _list(
    key: str,
    title: str,
    draft: type[Draft],
    fields: Sequence[Field],
    same: tuple[str, ...],
    *,
    anchors: tuple[str, ...] = (),
    apart: tuple[str, ...] = (),
    or_same: tuple[tuple[str, ...], ...] = (),
    owner: str = "",
    start: dict[str, Value] | None = None,
) -> ImportKind:
    """A list of the records of one draft, which is named by what makes a record the same."""
    labels = {item.key: item.label for item in fields_of(draft)}
    called = ", ".join(labels[name][0].lower() + labels[name][1:] for name in same)
    return ImportKind(
        key=key,
        title=title,
        counted=draft.WORDS["label"],
        draft=draft,
        about=RowSubject.RECORD,
        fields=tuple(fields),
        anchors=anchors or draft.WORDS["title"][:1],
        same=same,
        alike=f"cùng {called}",
        start=start or {},
        apart=apart,
        or_same=or_same,
        owner=owner,
    )


def _all(draft: type[Draft], **aliases: Sequence[str]) -> tuple[Field, ...]:
    """Every field of a draft, with headings that mean them only in tables of others."""
    return some_fields(draft, *(item.key for item in fields_of(draft)), **aliases)


_YEAR: Final = some_fields(DecisionDraft, "year")
_BORN: Final = some_fields(PersonDraft, "birth_date")
_OF_PERSON: Final = some_fields(PersonDraft, "birth_date", "unit_uid")

_UNIT_LISTS: Final = (
    _list(
        "clusters", "danh sách cụm, khối", units.ClusterDraft, _all(units.ClusterDraft, name=("Tên cụm",)), ("name",)
    ),
    _list(
        "units",
        "danh sách đơn vị",
        units.UnitDraft,
        _all(units.UnitDraft, code=("Mã",), name=("Trường",), short_name=("Tên tắt", "Tên viết tắt")),
        ("code",),
        anchors=("name",),
        or_same=(("name",),),
    ),
    _list(
        "former-names",
        "danh sách tên cũ",
        units.FormerNameDraft,
        _all(units.FormerNameDraft, unit_uid=_UNITS, valid_to=("Đến ngày",)),
        ("unit_uid", "department_uid", "name"),
        apart=("valid_to",),
        owner="unit_uid",
    ),
    _list(
        "unit-heads",
        "danh sách người đứng đầu",
        units.UnitHeadDraft,
        _all(units.UnitHeadDraft, unit_uid=_UNITS, name=("Họ và tên", "Họ tên", "Hiệu trưởng")),
        ("unit_uid", "day"),
        owner="unit_uid",
    ),
    _list(
        "departments",
        "danh sách khoa, phòng",
        units.DepartmentDraft,
        _all(units.DepartmentDraft, unit_uid=_UNITS, name=("Khoa, phòng", "Tên khoa", "Tên phòng")),
        ("unit_uid", "name"),
        owner="unit_uid",
    ),
    _list(
        "memberships",
        "danh sách vai trò theo năm",
        units.MembershipDraft,
        _all(units.MembershipDraft, unit_uid=_UNITS),
        ("cluster_uid", "unit_uid", "year"),
        owner="cluster_uid",
    ),
    _list(
        "unit-ratings",
        "bảng xếp loại đơn vị",
        units.UnitRatingDraft,
        _all(units.UnitRatingDraft, unit_uid=_UNITS, quality=("Xếp loại",)),
        ("unit_uid", "department_uid", "year"),
        owner="unit_uid",
    ),
    _list(
        "movements",
        "danh sách phong trào",
        units.MovementDraft,
        _all(units.MovementDraft, title=("Phong trào", "Phong trào thi đua")),
        ("title",),
        apart=("from_year",),
    ),
)
_YEAR_LISTS: Final = (
    _list(
        "milestones",
        "danh sách mốc của năm",
        MilestoneDraft,
        _all(MilestoneDraft, title=("Việc", "Nội dung", "Nội dung công việc"), due_on=("Thời hạn", "Thời gian")),
        ("year", "title"),
        apart=("unit_uid",),
    ),
    _list(
        "pledge-targets",
        "danh sách chỉ tiêu giao ước",
        PledgeTargetDraft,
        _all(PledgeTargetDraft, title=("Nội dung", "Nội dung thi đua", "Tiêu chí"), result=("Kết quả",)),
        ("year", "title"),
    ),
    _list(
        "handover-items",
        "danh mục bàn giao",
        HandoverItemDraft,
        _all(HandoverItemDraft, title=("Nội dung",), year=("Năm",), done=("Đã giao", "Tình trạng")),
        ("year", "title"),
    ),
    _list("rounds", "danh sách đợt đề nghị", RoundDraft, _all(RoundDraft, name=("Đợt đề nghị",)), ("year", "name")),
    _list(
        "sessions",
        "danh sách phiên họp Hội đồng",
        CouncilSessionDraft,
        _all(CouncilSessionDraft, name=("Phiên họp", "Cuộc họp"), unit_uid=("Đơn vị", *_UNITS)),
        ("year", "name"),
        apart=("unit_uid", "held_on"),
    ),
    _list(
        "council-members",
        "danh sách thành viên Hội đồng",
        CouncilMemberDraft,
        (*_all(CouncilMemberDraft, full_name=("Họ tên", "Thành viên"), role=("Chức danh trong Hội đồng",)), *_YEAR),
        ("session_uid", "full_name"),
        owner="session_uid",
    ),
    _list(
        "decisions",
        "danh sách quyết định",
        DecisionDraft,
        _all(DecisionDraft),
        ("number",),
        apart=("year", "unit_uid", "issuer"),
    ),
    _list(
        "score-sheets",
        "danh sách bảng điểm",
        ScoreSheetDraft,
        _all(ScoreSheetDraft),
        ("cluster_uid", "year"),
        anchors=("name",),
        owner="cluster_uid",
    ),
    _list(
        "criteria",
        "bảng tiêu chí",
        CriterionDraft,
        (
            *_all(
                CriterionDraft,
                code=("TT", "STT", "Số TT"),
                maximum=("Điểm chuẩn", "Thang điểm", "Số điểm", "Mức điểm", "Điểm"),
                evidence=("Minh chứng", "Tài liệu minh chứng", "Hồ sơ minh chứng"),
                parent_uid=("Nhóm tiêu chí", "Nhóm"),
            ),
            *_YEAR,
        ),
        ("sheet_uid", "title"),
        apart=("parent_uid", "code"),
        owner="sheet_uid",
    ),
    _list(
        "recommendations",
        "kết quả suy tôn",
        RecommendationDraft,
        (*_all(RecommendationDraft, unit_uid=_UNITS, award=("Danh hiệu, hình thức", "Danh hiệu")), *_YEAR),
        ("sheet_uid", "unit_uid", "award"),
        owner="sheet_uid",
    ),
)
_PEOPLE_LISTS: Final = (
    _list(
        "services",
        "danh sách quá trình công tác",
        ServiceDraft,
        (*_all(ServiceDraft, person_uid=_NAMES, basis=("Số quyết định", "Quyết định")), *_BORN),
        ("person_uid", "day", "how"),
        anchors=("person_uid",),
        owner="person_uid",
    ),
    _list(
        "qualifications",
        "danh sách văn bằng, trình độ",
        QualificationDraft,
        (*_all(QualificationDraft, person_uid=_NAMES, value=("Văn bằng",), place=("Trường đào tạo",)), *_OF_PERSON),
        ("person_uid", "kind", "value"),
        anchors=("person_uid",),
        apart=("specialty", "attained_on"),
        owner="person_uid",
    ),
    _list(
        "disciplines",
        "danh sách kỷ luật",
        DisciplineDraft,
        (*_all(DisciplineDraft, person_uid=_NAMES, measure=("Hình thức kỷ luật",)), *_OF_PERSON),
        ("person_uid", "measure", "decided_on"),
        anchors=("person_uid",),
        owner="person_uid",
    ),
)
_EVENT_LISTS: Final = (
    _list(
        "papers",
        "danh sách tham luận",
        events.PaperDraft,
        (*_all(events.PaperDraft, event_uid=_EVENTS, title=("Tham luận", "Tên bài", "Tên bài tham luận")), *_YEAR),
        ("event_uid", "title"),
        apart=("author",),
        owner="event_uid",
    ),
    _list(
        "results",
        "danh sách kết quả, giải thưởng",
        events.ResultDraft,
        (
            *_all(
                events.ResultDraft,
                event_uid=_EVENTS,
                discipline=("Môn", "Môn thi", "Nội dung", "Nội dung thi"),
                performer=("Đội", "Người tham gia", "Cá nhân, tập thể đạt giải"),
                prize=("Giải", "Đạt giải", "Giải thưởng"),
            ),
            *_YEAR,
        ),
        ("event_uid", "discipline"),
        apart=("prize", "performer", "unit_uid", "person_uid", "work"),
        owner="event_uid",
    ),
    _list(
        "gifts",
        "danh sách quà tặng, ủng hộ",
        events.GiftDraft,
        (
            *_all(
                events.GiftDraft,
                event_uid=_EVENTS,
                description=("Quà tặng", "Nội dung", "Khoản ủng hộ", "Tên quà"),
                unit_uid=("Đơn vị", "Đơn vị ủng hộ"),
                quantity=("Số lượng", "Số suất quà", "Số phần quà"),
                unit_value=("Đơn giá", "Giá trị một suất", "Trị giá một suất"),
            ),
            extra_field(
                WORTH,
                "Tổng tiền (cả dòng)",
                "Tổng tiền|Tổng tiền (đồng)|Số tiền|Thành tiền|Trị giá|Giá trị|Tổng giá trị|Số tiền (đồng)",
                Money(),
            ),
            *_YEAR,
        ),
        ("event_uid", "description", "unit_uid"),
        apart=("quantity", "unit_value"),
        owner="event_uid",
    ),
    _list(
        "co-hosts",
        "danh sách đơn vị phối hợp",
        events.CoHostDraft,
        (*_all(events.CoHostDraft, event_uid=_EVENTS, unit_uid=("Đơn vị phối hợp", *_UNITS)), *_YEAR),
        ("event_uid", "unit_uid"),
        owner="event_uid",
    ),
    _list(
        "participants",
        "danh sách đơn vị tham gia",
        events.ParticipantDraft,
        (*_all(events.ParticipantDraft, event_uid=_EVENTS, unit_uid=("Đơn vị tham gia", *_UNITS)), *_YEAR),
        ("event_uid", "unit_uid"),
        owner="event_uid",
    ),
    _list(
        "attendees",
        "danh sách người tham gia",
        events.AttendeeDraft,
        (
            *_all(events.AttendeeDraft, event_uid=_EVENTS, person_uid=_NAMES, role=("Vai trò", "Tư cách")),
            *_OF_PERSON,
            *_YEAR,
        ),
        ("event_uid", "person_uid"),
        owner="event_uid",
    ),
    _list(
        "expenses",
        "danh sách khoản chi",
        events.ExpenseDraft,
        (*_all(events.ExpenseDraft, event_uid=_EVENTS, description=("Nội dung chi", "Nội dung")), *_YEAR),
        ("event_uid", "description"),
        apart=("source", "planned", "spent"),
        owner="event_uid",
    ),
)
RECORD_LISTS: Final = (*_UNIT_LISTS, *_YEAR_LISTS, *_PEOPLE_LISTS, *_EVENT_LISTS)
