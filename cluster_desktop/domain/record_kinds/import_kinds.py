"""The tables that can be brought in: whom a row is about, what it can say, what makes it the same record again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from cluster_desktop.domain.awards.nomination_state import NominationState
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft, NominationDraft
from cluster_desktop.domain.events.events import EventDraft
from cluster_desktop.domain.fields.fields import Draft, Field, Value, fields_of
from cluster_desktop.domain.fields.types import Date, FieldType, LongText, Name, Text
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

LISTED_ON: Final = "listed_on"
"""The day of a single row of a roster, from a column of its own."""
TITLE_DAY: Final = "title_day"
"""The key under which a row carries the day of its whole list, in words still to be read."""


class RowSubject(StrEnum):
    """The subject of the rows of a table."""

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
    about: RowSubject
    fields: tuple[Field, ...]
    anchors: tuple[str, ...]
    same: tuple[str, ...]
    alike: str
    parent: Parent = Parent.NONE
    start: Mapping[str, Value] = field(default_factory=dict)

    @property
    def asks_year(self) -> bool:
        """True when a year can be set for the whole table."""
        return any(item.key == "year" for item in self.fields)

    @property
    def asks_day(self) -> bool:
        """True when a day can be set for the whole table: a roster of an earlier day moves nobody."""
        return self.draft is PersonDraft

    @property
    def asks_unit(self) -> bool:
        """True when a unit can be set for rows that name none."""
        return any(item.key == "unit_uid" for item in self.fields)

    def fields_anchored(self, anchor: str) -> tuple[Field, ...]:
        """The fields with only *anchor* required, which is how a table's heading is found."""
        return tuple(replace(item, required=item.key == anchor) for item in self.fields)


def _own(draft: type[Draft], *left_out: str) -> tuple[Field, ...]:
    """The fields of a draft that a table can fill, but for those named."""
    return tuple(item for item in fields_of(draft) if item.key not in left_out)


def _of(draft: type[Draft], *keys: str, **aliases: Sequence[str]) -> tuple[Field, ...]:
    """Some fields of a draft, with headings that mean them only in tables of others."""
    known = {item.key: item for item in fields_of(draft)}
    return tuple(replace(known[key], aliases=(*known[key].aliases, *aliases.get(key, ()))) for key in keys)


def _extra(key: str, label: str, headings: str, kind: FieldType | None = None, *, required: bool = False) -> Field:
    """What a table can say that no field of a record holds; *headings* are parted by strokes."""
    aliases = tuple(headings.split("|"))
    return Field(key=key, label=label, type=kind or LongText(), aliases=aliases, required=required)


_SUBJECT: Final = (
    *_of(
        PersonDraft,
        *("birth_date", "gender", "ethnicity", "unit_uid", "department_uid", "position", "job_title"),
        *("degree", "political_theory"),
        birth_date=("Ngày sinh, giới tính", "Ngày, tháng, năm sinh"),
        unit_uid=("Tên đơn vị", "Đơn vị trình"),
        degree=("Trình độ",),
    ),
    _extra(
        PLACE,
        "Chức vụ, đơn vị (tách ra)",
        "Chức vụ, đơn vị|Chức vụ, đơn vị công tác|Chức vụ và đơn vị công tác|Chức vụ, nơi công tác|"
        "Chức vụ, khoa, phòng|Đơn vị, chức vụ|Nơi công tác|Chức vụ, chức danh, đơn vị công tác|"
        "Chức danh, đơn vị công tác|Chức danh, nơi công tác|Chức danh, đơn vị",
        Text(400),
    ),
)
_RECIPIENT: Final = (
    _extra(
        RECIPIENT,
        "Họ và tên, tên tập thể",
        "Họ và tên|Họ tên|Cá nhân, tập thể được khen|Tên tập thể|Tên tập thể, cá nhân|Cá nhân, tập thể|"
        "Tập thể, cá nhân|Tập thể|Cá nhân|Tên cá nhân|Tên cá nhân, tập thể|Họ và tên cá nhân|Người được khen|"
        "Họ và tên, đơn vị|Tên tập thể và cá nhân|Tập thể/Cá nhân|Họ tên, tên tập thể",
        Name(),
        required=True,
    ),
    *_of(NominationDraft, "recipient_kind"),
    *_SUBJECT,
)
_WHO: Final = ("recipient_kind", "person_uid", "department_uid", "unit_uid", "at_unit_uid")
_EARLIER: Final = _extra(
    EARLIER,
    "Khen thưởng đã đạt (không nhập)",
    "Danh hiệu, khen thưởng đã đạt|Khen thưởng đã đạt|Danh hiệu đã đạt|Danh hiệu thi đua đã đạt|Thành tích đã đạt|"
    "Hình thức khen thưởng đã đạt|Các danh hiệu đã đạt|Đã được khen thưởng|"
    "Danh hiệu thi đua, hình thức khen thưởng đã đạt|Quá trình khen thưởng|Khen thưởng năm trước",
)

STAFF: Final = ImportKind(
    key="staff",
    title="danh sách cán bộ",
    counted="cán bộ",
    draft=PersonDraft,
    about=RowSubject.ITSELF,
    fields=(
        *fields_of(PersonDraft),
        _extra(LISTED_ON, "Tính đến ngày (của dòng)", "Từ ngày|Tính đến ngày|Tính đến|Thời điểm", Date()),
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
        *_of(PersonDraft, NAME, full_name=("Cá nhân", "Người được xếp loại", "Họ tên cán bộ")),
        *_SUBJECT,
        *_own(RatingDraft, "person_uid"),
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
        *_of(
            PersonDraft, NAME, full_name=("Tác giả", "Họ tên tác giả", "Chủ nhiệm", "Chủ nhiệm đề tài", "Tên tác giả")
        ),
        *_SUBJECT,
        *_own(InitiativeDraft, "person_uid"),
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
        *_own(
            NominationDraft,
            *(*_WHO, "round_uid", "state", "session_uid", "regime", "regime_reason", "override_reason"),
        ),
        *_of(DecisionDraft, "year"),
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
    fields=(*_RECIPIENT, *_own(RegistrationDraft, *_WHO), _EARLIER),
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
        *_own(AwardDraft, *_WHO, "decision_uid", "nomination_uid"),
        *_of(
            DecisionDraft,
            *("number", "decided_on", "issuer", "year"),
            year=("Năm khen", "Năm được khen", "Thành tích năm"),
        ),
        _extra(REVOKED, "Ghi chú (nếu đã thu hồi)", "Ghi chú|Thu hồi|Ghi chú, thu hồi"),
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
        *_own(EventDraft, "movement_uid"),
        _extra(
            OUTCOME,
            "Kết quả, quà tặng (của sự kiện mới)",
            "Kết quả, quà tặng|Giải thưởng, quà tặng|Kết quả, giải thưởng",
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
    about=RowSubject.CRITERION,
    fields=(*_of(CriterionDraft, "code", "title"), *_own(ScoreDraft, "criterion_uid"), *_of(DecisionDraft, "year")),
    anchors=("title", "code"),
    same=("criterion_uid", "unit_uid"),
    alike="cùng tiêu chí, cùng đơn vị",
)
IMPORT_KINDS: Final = {
    kind.key: kind for kind in (STAFF, RATINGS, INITIATIVES, NOMINATIONS, REGISTRATIONS, AWARD_LISTS, EVENTS, SCORES)
}
