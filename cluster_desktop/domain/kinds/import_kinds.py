"""The tables that can be brought in: whom a row is about, what it can say, what makes it the same record again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from cluster_desktop.domain.awards.nomination_state import NominationState
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft, NominationDraft
from cluster_desktop.domain.events.events import EventDraft
from cluster_desktop.domain.fields.fields import Draft, Field, Value, fields_of
from cluster_desktop.domain.fields.types import LongText, Name, Text
from cluster_desktop.domain.fields.vocabulary import AwardState
from cluster_desktop.domain.people.people import InitiativeDraft, PersonDraft, RatingDraft
from cluster_desktop.domain.scoring.scoring import CriterionDraft, ScoreDraft
from cluster_desktop.domain.year.year_plan import RegistrationDraft

NAME: Final = "full_name"
RECIPIENT: Final = "recipient"
PLACE: Final = "place_of_work"
EARLIER: Final = "earlier_awards"
OUTCOME: Final = "outcome"
"""Prizes and gifts in one cell: the summary of an event the book does not know yet, which keeps them one by one."""
REVOKED: Final = "revoked"
"""The remark of a register that an award was taken back, with day and reason."""
TITLES: Final = "titles"
"""The key under which a row carries the lines above its table, parted by line feeds."""


class About(StrEnum):
    """Whom the rows of a table are about."""

    ITSELF = "itself"  # the row is the person of the roster, or the event
    PERSON = "person"
    RECIPIENT = "recipient"  # a person, a department or a unit
    CRITERION = "criterion"


class Parent(StrEnum):
    """The record a whole table belongs to, made in the same act where it is missing."""

    NONE = ""
    ROUND = "round"
    DECISION = "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportKind:
    """One kind of table: ``key`` is its word on the command line.

    ``fields`` are what a table can fill, ``anchors`` the fields that can name a row (the first that a table has
    counts), ``same`` the fields by which a record is found again, ``alike`` what two lines for one record have in
    common, ``start`` what a new record holds where the table says nothing.
    """

    key: str
    title: str
    counted: str
    draft: type[Draft]
    about: About
    fields: tuple[Field, ...]
    anchors: tuple[str, ...]
    same: tuple[str, ...]
    alike: str
    parent: Parent = Parent.NONE
    start: Mapping[str, Value] = field(default_factory=dict)

    @property
    def asks_year(self) -> bool:
        """Whether the year of a table can be said for the whole of it."""
        return any(item.key == "year" for item in self.fields)

    @property
    def asks_unit(self) -> bool:
        """Whether the unit of rows that name none can be said."""
        return any(item.key == "unit_uid" for item in self.fields)

    def fields_anchored(self, anchor: str) -> tuple[Field, ...]:
        """The fields with only *anchor* required, which is how a table's heading is found."""
        return tuple(replace(item, required=item.key == anchor) for item in self.fields)


def _own(draft: type[Draft], *keys: str, **aliases: Sequence[str]) -> tuple[Field, ...]:
    """Fields of a draft, some with headings that only tables use."""
    known = {item.key: item for item in fields_of(draft)}
    return tuple(replace(known[key], aliases=(*known[key].aliases, *aliases.get(key, ()))) for key in keys)


_PERSONS: Final = _own(
    PersonDraft,
    *("birth_date", "gender", "ethnicity", "unit_uid", "department_uid", "position", "job_title"),
    *("degree", "political_theory"),
    birth_date=("Ngày sinh, giới tính", "Ngày, tháng, năm sinh"),
    unit_uid=("Tên đơn vị", "Đơn vị trình"),
    degree=("Trình độ",),
)
_PLACE: Final = Field(
    key=PLACE,
    label="Chức vụ, đơn vị (tách ra)",
    type=Text(400),
    aliases=(
        *("Chức vụ, đơn vị", "Chức vụ, đơn vị công tác", "Chức vụ và đơn vị công tác", "Chức vụ, nơi công tác"),
        *(
            "Chức vụ, khoa, phòng",
            "Đơn vị, chức vụ",
            "Nơi công tác",
            "Chức vụ, chức danh, đơn vị công tác",
            "Chức danh, đơn vị công tác",
        ),
    ),
)
_PERSON_NAME: Final = _own(PersonDraft, NAME, full_name=("Cá nhân", "Người được xếp loại", "Họ tên cán bộ"))
_AUTHOR: Final = _own(
    PersonDraft, NAME, full_name=("Tác giả", "Họ tên tác giả", "Chủ nhiệm", "Chủ nhiệm đề tài", "Tên tác giả")
)
_RECIPIENT: Final = Field(
    key=RECIPIENT,
    label="Họ và tên, tên tập thể",
    type=Name(),
    required=True,
    aliases=(
        *(
            "Họ và tên",
            "Họ tên",
            "Cá nhân, tập thể được khen",
            "Tên tập thể",
            "Tên tập thể, cá nhân",
            "Cá nhân, tập thể",
            "Tập thể, cá nhân",
        ),
        *("Tập thể", "Cá nhân", "Tên cá nhân", "Tên cá nhân, tập thể", "Họ và tên cá nhân", "Người được khen"),
        *("Họ và tên, đơn vị", "Tên tập thể và cá nhân", "Tập thể/Cá nhân", "Họ tên, tên tập thể"),
        "Cá nhân, tập thể được khen",
    ),
)
_KIND_OF_RECIPIENT: Final = _own(NominationDraft, "recipient_kind", recipient_kind=("Loại đối tượng",))
_EARLIER: Final = Field(
    key=EARLIER,
    label="Khen thưởng đã đạt (không nhập)",
    type=LongText(),
    aliases=(
        *("Danh hiệu, khen thưởng đã đạt", "Khen thưởng đã đạt", "Danh hiệu đã đạt", "Danh hiệu thi đua đã đạt"),
        *("Thành tích đã đạt", "Hình thức khen thưởng đã đạt", "Các danh hiệu đã đạt", "Đã được khen thưởng"),
        *("Danh hiệu thi đua, hình thức khen thưởng đã đạt", "Quá trình khen thưởng", "Khen thưởng năm trước"),
    ),
)
_AWARD_HEADINGS: Final = (
    *("Danh hiệu, hình thức đề nghị", "Danh hiệu thi đua", "Danh hiệu đề nghị", "Hình thức đề nghị", "Hình thức"),
    *("Danh hiệu thi đua, hình thức khen thưởng", "Đề nghị danh hiệu", "Đề nghị khen thưởng", "Đề nghị", "Khen thưởng"),
    *("Danh hiệu/Hình thức", "Danh hiệu", "Hình thức khen thưởng", "Danh hiệu, hình thức khen thưởng"),
)
_CITATION: Final = ("Thành tích", "Lời ghi", "Nội dung khen", "Thành tích khen thưởng", "Tóm tắt thành tích")
_VOTES: Final = ("Phiếu đồng ý", "Số phiếu", "Số phiếu đồng ý", "Kết quả bỏ phiếu", "Phiếu bầu")
_NUMBER: Final = (
    *("Số QĐ", "Quyết định", "Quyết định số", "Số, ngày quyết định", "Số quyết định, ngày, tháng, năm"),
    *("Số và ngày quyết định", "Quyết định khen thưởng", "Số quyết định; ngày ký", "Số hiệu quyết định"),
    *("Số, ngày, tháng, năm của quyết định", "Số, ngày, tháng, năm của quyết định; cơ quan ban hành"),
)
_DECIDED: Final = ("Ngày QĐ", "Ngày ký", "Quyết định ngày", "Ngày ký quyết định", "Ngày ban hành", "Ngày, tháng, năm")
_ISSUER: Final = ("Cơ quan quyết định", "Cấp khen", "Người quyết định", "Cấp khen thưởng", "Đơn vị khen")
_SUBJECT: Final = (*_PERSONS, _PLACE)

STAFF: Final = ImportKind(
    key="staff",
    title="danh sách cán bộ",
    counted="cán bộ",
    draft=PersonDraft,
    about=About.ITSELF,
    fields=fields_of(PersonDraft),
    anchors=(NAME,),
    same=(),
    alike="cùng họ tên, ngày sinh, đơn vị",
)
RATINGS: Final = ImportKind(
    key="ratings",
    title="bảng xếp loại",
    counted="xếp loại",
    draft=RatingDraft,
    about=About.PERSON,
    fields=(
        *_PERSON_NAME,
        *_SUBJECT,
        *_own(
            RatingDraft,
            *("year", "quality", "party_quality", "days_off", "note"),
            quality=("Mức xếp loại", "Xếp loại viên chức", "Kết quả đánh giá", "Mức độ hoàn thành nhiệm vụ"),
            party_quality=("Đảng viên", "Xếp loại Đảng viên"),
        ),
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
    about=About.PERSON,
    fields=(
        *_AUTHOR,
        *_SUBJECT,
        *_own(
            InitiativeDraft,
            *("title", "kind", "year", "level", "decision_number", "decided_on", "note"),
            title=("Tên sáng kiến, đề tài, đề án", "Sáng kiến", "Đề tài", "Tên đề tài, sáng kiến", "Sáng kiến, đề tài"),
            year=("Năm công nhận", "Năm áp dụng"),
            level=("Cấp", "Cấp xét", "Cấp công nhận sáng kiến"),
            decision_number=("Quyết định công nhận", *_NUMBER),
            decided_on=_DECIDED,
        ),
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
    about=About.RECIPIENT,
    parent=Parent.ROUND,
    fields=(
        _RECIPIENT,
        *_KIND_OF_RECIPIENT,
        *_SUBJECT,
        *_own(
            NominationDraft,
            *("award", "citation", "votes_for", "votes_total", "reason", "received_on"),
            *("ballots_issued", "ballots_returned", "ballots_valid"),
            award=_AWARD_HEADINGS,
            citation=_CITATION,
            votes_for=_VOTES,
        ),
        *_own(DecisionDraft, "year"),
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
    about=About.RECIPIENT,
    fields=(
        _RECIPIENT,
        *_KIND_OF_RECIPIENT,
        *_SUBJECT,
        *_own(
            RegistrationDraft,
            *("award", "year", "registered_on", "target", "note"),
            award=("Danh hiệu thi đua đăng ký", "Đăng ký danh hiệu thi đua", *_AWARD_HEADINGS),
            target=("Chỉ tiêu", "Nội dung đăng ký"),
        ),
        _EARLIER,
    ),
    anchors=(RECIPIENT,),
    same=("year", "person_uid", "department_uid", "unit_uid", "award"),
    alike="cùng người hoặc tập thể, cùng danh hiệu",
)
AWARDS_GIVEN: Final = ImportKind(
    key="awards",
    title="danh sách, sổ khen thưởng",
    counted="khen thưởng",
    draft=AwardDraft,
    about=About.RECIPIENT,
    parent=Parent.DECISION,
    fields=(
        _RECIPIENT,
        *_KIND_OF_RECIPIENT,
        *_SUBJECT,
        *_own(
            AwardDraft,
            *("award", "award_name", "citation", "certificate_number", "ordinal"),
            *("state", "revoked_because", "revoked_on"),
            award=_AWARD_HEADINGS,
            citation=_CITATION,
            certificate_number=("Số GCN", "Số sổ", "Số giấy"),
            ordinal=("Số sổ vàng", "Số thứ tự sổ vàng"),
        ),
        *_own(
            DecisionDraft,
            *("number", "decided_on", "issuer", "year"),
            number=_NUMBER,
            decided_on=_DECIDED,
            issuer=_ISSUER,
            year=("Năm khen", "Năm được khen", "Thành tích năm"),
        ),
        Field(
            key=REVOKED,
            label="Ghi chú (nếu đã thu hồi)",
            type=LongText(),
            aliases=("Ghi chú", "Thu hồi", "Ghi chú, thu hồi"),
        ),
    ),
    anchors=(RECIPIENT,),
    same=("decision_uid", "person_uid", "department_uid", "unit_uid", "award"),
    alike="cùng người hoặc tập thể, cùng danh hiệu, cùng quyết định",
    start={"state": AwardState.IN_FORCE},
)
EVENTS: Final = ImportKind(
    key="events",
    title="danh sách sự kiện",
    counted="sự kiện",
    draft=EventDraft,
    about=About.ITSELF,
    fields=(
        *_own(
            EventDraft,
            *(item.key for item in fields_of(EventDraft) if item.refers_to != "movement"),
            title=("Tên hoạt động", "Nội dung", "Tên sự kiện, chủ đề", "Tên hoạt động, sự kiện", "Hoạt động"),
            kind=("Loại hình", "Loại hoạt động", "Loại, cấp", "Loại sự kiện, cấp"),
            starts_on=("Thời gian", "Ngày tổ chức", "Ngày, tháng"),
            host_uid=("Đơn vị chủ trì", "Đơn vị tổ chức", "Đăng cai", "Đơn vị", "Đăng cai, phối hợp"),
            place=("Nơi tổ chức",),
            attendance=("Số đại biểu", "Số lượng tham gia", "Số người tham gia", "Số người"),
            summary=("Kết quả",),
        ),
        Field(
            key=OUTCOME,
            label="Kết quả, quà tặng (của sự kiện mới)",
            type=LongText(),
            aliases=("Kết quả, quà tặng", "Giải thưởng, quà tặng", "Kết quả, giải thưởng"),
        ),
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
    about=About.CRITERION,
    fields=(
        *_own(
            CriterionDraft,
            *("code", "title"),
            code=("Mã tiêu chí", "Mục", "Mã", "Tiêu chí số"),
            title=("Tiêu chí", "Nội dung", "Nội dung, tiêu chí", "Tên tiêu chí", "Nội dung tiêu chí, thang điểm"),
        ),
        *_own(
            ScoreDraft,
            *("unit_uid", "self_points", "cross_points", "final_points", "evidence", "note"),
            unit_uid=("Trường", "Tên đơn vị"),
            self_points=("Điểm tự chấm", "Đơn vị tự chấm"),
            cross_points=("Điểm chấm chéo", "Cụm chấm", "Điểm cụm chấm"),
            final_points=("Điểm kết luận", "Điểm chính thức", "Điểm thống nhất", "Điểm"),
        ),
        *_own(DecisionDraft, "year"),
    ),
    anchors=("title", "code"),
    same=("criterion_uid", "unit_uid"),
    alike="cùng tiêu chí, cùng đơn vị",
)
IMPORT_KINDS: Final = {
    kind.key: kind for kind in (STAFF, RATINGS, INITIATIVES, NOMINATIONS, REGISTRATIONS, AWARDS_GIVEN, EVENTS, SCORES)
}
