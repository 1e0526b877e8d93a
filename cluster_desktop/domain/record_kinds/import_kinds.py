"""The tables that can be brought in: whom a row is about, what it can say, what makes it the same record again."""

from typing import Final

from cluster_desktop.domain.awards.nomination_state import NominationState
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft, NominationDraft
from cluster_desktop.domain.events.events import EventDraft
from cluster_desktop.domain.fields.fields import Field, fields_of
from cluster_desktop.domain.fields.types import Date, Integer, Money, Name, Text
from cluster_desktop.domain.people.people import InitiativeDraft, PersonDraft, RatingDraft
from cluster_desktop.domain.record_kinds.import_kind import ImportKind as ImportKind  # whoever reads kinds reads these
from cluster_desktop.domain.record_kinds.import_kind import Parent as Parent
from cluster_desktop.domain.record_kinds.import_kind import RowSubject as RowSubject
from cluster_desktop.domain.record_kinds.import_kind import extra_field, named_fields, own_fields, some_fields
from cluster_desktop.domain.record_kinds.record_lists import RECORD_LISTS
from cluster_desktop.domain.scoring.scoring import CriterionDraft, ScoreDraft
from cluster_desktop.domain.year.year_plan import RegistrationDraft

NAME: Final = "full_name"
RECIPIENT: Final = "recipient"
PLACE: Final = "place_of_work"
EARLIER: Final = "earlier_awards"
OUTCOME: Final = "outcome"
"""Prizes and gifts in one cell, which the book keeps one by one; what else stands there is the event's summary."""
PAPERS: Final = "papers_in_all"
GIFTS: Final = "gifts_in_all"
GIVEN: Final = "given_in_all"
"""Numbers of an event of which the book may have the single records: papers, gifts, and what they are worth."""
REVOKED: Final = "revoked"
"""The remark of a register that an award was taken back, with day and reason."""
TITLES: Final = "titles"
"""The key under which a row carries the lines above its table, parted by line feeds."""

ROW_CODE: Final = "row_code"
"""The uid of the record that a row of a form was made for, in a column that the form hides."""
CHANGED: Final = "changed"
"""The key under which a row of a form names the fields that were changed since it was made, "-" for none."""
EMPTIED: Final = "emptied"
"""The key under which a row of a form names the fields whose words were taken out."""
LISTED_ON: Final = "listed_on"
"""The day of a single row of a roster, from a column of its own."""
TITLE_DAY: Final = "title_day"
"""The key under which a row carries the day of its whole list, in words still to be read."""


_SUBJECT: Final = (
    *some_fields(
        PersonDraft,
        *("birth_date", "gender", "ethnicity", "unit_uid", "department_uid", "position", "job_title"),
        *("degree", "political_theory"),
        birth_date=("Ngày sinh, giới tính", "Ngày, tháng, năm sinh"),
        unit_uid=("Tên đơn vị", "Đơn vị trình"),
        degree=("Trình độ",),
    ),
    extra_field(
        PLACE,
        "Chức vụ, đơn vị (tách ra)",
        "Chức vụ, đơn vị|Chức vụ, đơn vị công tác|Chức vụ và đơn vị công tác|Chức vụ, nơi công tác|"
        "Chức vụ, khoa, phòng|Đơn vị, chức vụ|Nơi công tác|Chức vụ, chức danh, đơn vị công tác|"
        "Chức danh, đơn vị công tác|Chức danh, nơi công tác|Chức danh, đơn vị",
        Text(400),
    ),
)
_RECIPIENT: Final = (
    extra_field(
        RECIPIENT,
        "Họ và tên, tên tập thể",
        "Họ và tên|Họ tên|Cá nhân, tập thể được khen|Tên tập thể|Tên tập thể, cá nhân|Cá nhân, tập thể|"
        "Tập thể, cá nhân|Tập thể|Cá nhân|Tên cá nhân|Tên cá nhân, tập thể|Họ và tên cá nhân|Người được khen|"
        "Họ và tên, đơn vị|Tên tập thể và cá nhân|Tập thể/Cá nhân|Họ tên, tên tập thể|Họ và tên, tên tập thể|"
        "Họ và tên hoặc tên tập thể|Họ tên/Tập thể|Họ và tên/Tập thể|Họ và tên/Tên tập thể|Tên tập thể/Cá nhân|"
        "Tập thể, cá nhân được khen thưởng|Tập thể, cá nhân đề nghị khen thưởng|Cá nhân, tập thể đề nghị|"
        "Tên tập thể được khen thưởng|Tên tập thể đề nghị|Tên cá nhân được khen|Họ và tên, chức vụ|Họ tên, chức vụ|"
        "Họ và tên, chức vụ, đơn vị|Họ và tên, chức vụ, đơn vị công tác|Đối tượng khen thưởng|Họ tên cá nhân|"
        "Tên tập thể và họ tên cá nhân|Đơn vị, cá nhân|Tên đơn vị, cá nhân|Họ tên cán bộ|Họ và tên cán bộ",
        Name(),
        required=True,
    ),
    *some_fields(NominationDraft, "recipient_kind"),
    *_SUBJECT,
)
_WHO: Final = ("recipient_kind", "person_uid", "department_uid", "unit_uid", "at_unit_uid")
_EARLIER: Final = extra_field(
    EARLIER,
    "Khen thưởng đã đạt (không nhập)",
    "Danh hiệu, khen thưởng đã đạt|Khen thưởng đã đạt|Danh hiệu đã đạt|Danh hiệu thi đua đã đạt|Thành tích đã đạt|"
    "Hình thức khen thưởng đã đạt|Các danh hiệu đã đạt|Đã được khen thưởng|"
    "Danh hiệu thi đua, hình thức khen thưởng đã đạt|Quá trình khen thưởng|Khen thưởng năm trước",
)

_ROW_CODE: Final = Field(key=ROW_CODE, label="Mã dòng (không sửa)", type=Text(60), aliases=("Mã dòng",), hidden=True)

STAFF: Final = ImportKind(
    key="staff",
    title="danh sách cán bộ",
    counted="cán bộ",
    draft=PersonDraft,
    about=RowSubject.ITSELF,
    fields=(
        *named_fields(fields_of(PersonDraft), unit_uid=("Nơi công tác", "Nơi làm việc", "Nơi công tác hiện nay")),
        extra_field(LISTED_ON, "Tính đến ngày (của dòng)", "Từ ngày|Tính đến ngày|Tính đến|Thời điểm", Date()),
        _ROW_CODE,
    ),
    anchors=(NAME,),
    same=(),
    alike="cùng họ tên, ngày sinh, đơn vị",
)
RATINGS: Final = ImportKind(
    key="ratings",
    title="bảng xếp loại",
    counted="xếp loại",
    draft=RatingDraft,
    about=RowSubject.PERSON,
    fields=(
        *some_fields(
            PersonDraft,
            NAME,
            full_name=("Cá nhân", "Người được xếp loại", "Viên chức được đánh giá", "Người được đánh giá"),
        ),
        *_SUBJECT,
        *own_fields(RatingDraft, "person_uid"),
        _ROW_CODE,
    ),
    anchors=(NAME,),
    same=("person_uid", "year"),
    alike="cùng người, cùng năm",
)
INITIATIVES: Final = ImportKind(
    key="initiatives",
    title="danh sách sáng kiến, đề tài",
    counted="sáng kiến",
    draft=InitiativeDraft,
    about=RowSubject.PERSON,
    fields=(
        *some_fields(
            PersonDraft,
            NAME,
            full_name=(
                *("Tác giả", "Họ tên tác giả", "Chủ nhiệm", "Chủ nhiệm đề tài", "Tên tác giả", "Họ và tên tác giả"),
                *("Tác giả sáng kiến", "Nhóm tác giả", "Tác giả, nhóm tác giả", "Tác giả/nhóm tác giả", "Các tác giả"),
                *("Người thực hiện", "Tác giả/Chủ nhiệm", "Chủ nhiệm, tác giả", "Tác giả, đồng tác giả"),
            ),
        ),
        *_SUBJECT,
        *own_fields(InitiativeDraft, "person_uid"),
    ),
    anchors=(NAME,),
    same=("person_uid", "title", "year"),
    alike="cùng tác giả, tên, năm",
)
NOMINATIONS: Final = ImportKind(
    key="nominations",
    title="danh sách đề nghị",
    counted="đề nghị",
    draft=NominationDraft,
    about=RowSubject.RECIPIENT,
    parent=Parent.ROUND,
    fields=(
        *_RECIPIENT,
        *own_fields(NominationDraft, *_WHO),
        *some_fields(DecisionDraft, "year"),
        _EARLIER,
    ),
    anchors=(RECIPIENT,),
    same=("round_uid", "person_uid", "department_uid", "unit_uid", "award"),
    alike="cùng người hoặc tập thể, cùng danh hiệu",
    start={"state": NominationState.PROPOSED},
)
REGISTRATIONS: Final = ImportKind(
    key="registrations",
    title="danh sách đăng ký danh hiệu",
    counted="đăng ký",
    draft=RegistrationDraft,
    about=RowSubject.RECIPIENT,
    fields=(*_RECIPIENT, *own_fields(RegistrationDraft, *_WHO), _EARLIER, _ROW_CODE),
    anchors=(RECIPIENT,),
    same=("year", "person_uid", "department_uid", "unit_uid", "award"),
    alike="cùng người hoặc tập thể, cùng danh hiệu",
)
AWARD_LISTS: Final = ImportKind(
    key="awards",
    title="danh sách, sổ khen thưởng",
    counted="khen thưởng",
    draft=AwardDraft,
    about=RowSubject.RECIPIENT,
    parent=Parent.DECISION,
    fields=(
        *_RECIPIENT,
        *own_fields(AwardDraft, *_WHO, "decision_uid", "nomination_uid"),
        *some_fields(
            DecisionDraft,
            *("number", "decided_on", "issuer", "year"),
            year=("Năm khen", "Năm được khen", "Thành tích năm"),
        ),
        extra_field(REVOKED, "Ghi chú (nếu đã thu hồi)", "Ghi chú|Thu hồi|Ghi chú, thu hồi"),
    ),
    anchors=(RECIPIENT,),
    same=("decision_uid", "person_uid", "department_uid", "unit_uid", "award"),
    alike="cùng người hoặc tập thể, cùng danh hiệu, cùng quyết định",
)
EVENTS: Final = ImportKind(
    key="events",
    title="danh sách sự kiện",
    counted="sự kiện",
    draft=EventDraft,
    about=RowSubject.ITSELF,
    fields=(
        *fields_of(EventDraft),
        extra_field(
            OUTCOME,
            "Kết quả, quà tặng (của sự kiện mới)",
            "Kết quả, quà tặng|Giải thưởng, quà tặng|Kết quả, giải thưởng|Quà tặng|Quà, tiền ủng hộ",
        ),
        extra_field(PAPERS, "Số tham luận (cả sự kiện)", "Tham luận|Số tham luận|Số bài tham luận|Số bài", Integer()),
        extra_field(GIFTS, "Số suất quà (cả sự kiện)", "Số suất quà|Số phần quà|Số quà|Số suất", Integer()),
        extra_field(
            GIVEN,
            "Tiền, giá trị quà (cả sự kiện)",
            "Trị giá quà|Giá trị quà|Tổng giá trị quà|Trị giá quà (đồng)|Số tiền ủng hộ|Tổng tiền ủng hộ|"
            "Số tiền|Số tiền (đồng)|Trị giá|Tổng trị giá",
            Money(),
        ),
        _ROW_CODE,
    ),
    anchors=("title",),
    same=("title", "year"),
    alike="cùng tên, cùng năm",
)
SCORES: Final = ImportKind(
    key="scores",
    title="bảng điểm",
    counted="điểm",
    draft=ScoreDraft,
    about=RowSubject.CRITERION,
    fields=(
        *some_fields(CriterionDraft, "code", "title"),
        *own_fields(ScoreDraft, "criterion_uid"),
        *some_fields(DecisionDraft, "year"),
        _ROW_CODE,
    ),
    anchors=("title", "code"),
    same=("criterion_uid", "unit_uid"),
    alike="cùng tiêu chí, cùng đơn vị",
)
IMPORT_KINDS: Final = {
    kind.key: kind
    for kind in (
        *(STAFF, RATINGS, INITIATIVES, NOMINATIONS, REGISTRATIONS, AWARD_LISTS, EVENTS, SCORES),
        *RECORD_LISTS,
    )
}
