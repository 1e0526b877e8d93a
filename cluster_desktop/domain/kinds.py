"""Every kind of record by key: its draft, its words on screen, what it belongs to."""

from dataclasses import dataclass

from cluster_desktop.domain.events import (
    AttachmentDraft,
    EventDraft,
    GiftDraft,
    PaperDraft,
    ParticipantDraft,
    ResultDraft,
)
from cluster_desktop.domain.fields import Draft, Field, Kind, fields_of
from cluster_desktop.domain.nominations import AwardDraft, DecisionDraft, NominationDraft, RoundDraft
from cluster_desktop.domain.people import DisciplineDraft, InitiativeDraft, PersonDraft, RatingDraft
from cluster_desktop.domain.units import (
    ClusterDraft,
    DepartmentDraft,
    FormerNameDraft,
    MembershipDraft,
    MovementDraft,
    UnitDraft,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordKind:
    """How one kind of record is named, sorted, and tied to the others.

    ``derived`` are list columns that the program computes; ``owner`` is the reference field of a
    record that lives inside another one and is deleted with it; ``year_key`` is the field that the
    year choice at the top of the window filters by.
    """

    key: str
    draft: type[Draft]
    label: str
    plural: str
    title: tuple[str, ...]
    sort: tuple[str, ...]
    owners: tuple[str, ...] = ()
    year_key: str = ""
    derived: tuple[Field, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields a person can fill in."""
        return fields_of(self.draft)

    @property
    def columns(self) -> tuple[Field, ...]:
        """Everything a list can show: derived columns first, then the fields."""
        return (*self.derived, *self.fields)

    def field(self, key: str) -> Field:
        """The field or derived column with this key; KeyError when there is none."""
        return next(item for item in self.columns if item.key == key)


def _computed(key: str, label: str, kind: Kind = Kind.TEXT, width: int = 14, heading: str = "") -> Field:
    return Field(key=key, label=label, kind=kind, width=width, heading=heading, listed=True)


_RECIPIENT = (
    _computed("recipient", "Cá nhân, tập thể", Kind.NAME, 23),
    Field(
        key="recipient_unit",
        label="Đơn vị",
        kind=Kind.REFERENCE,
        refers_to="unit",
        width=11,
        listed=True,
        filterable=True,
    ),
)

_KINDS = (
    RecordKind(
        key="cluster",
        draft=ClusterDraft,
        label="cụm thi đua",
        plural="cụm, khối thi đua",
        title=("name",),
        sort=("name",),
    ),
    RecordKind(
        key="unit",
        draft=UnitDraft,
        label="đơn vị",
        plural="đơn vị",
        title=("name",),
        sort=("name",),
        derived=(_computed("headcount", "Số người", Kind.INTEGER, 9),),
    ),
    RecordKind(
        key="former_name",
        draft=FormerNameDraft,
        label="tên cũ",
        plural="tên cũ",
        title=("name",),
        sort=("valid_to",),
        owners=("unit_uid",),
    ),
    RecordKind(
        key="department",
        draft=DepartmentDraft,
        label="khoa, phòng",
        plural="khoa, phòng",
        title=("name",),
        sort=("position", "name"),
        owners=("unit_uid",),
        derived=(_computed("headcount", "Số người", Kind.INTEGER, 9),),
    ),
    RecordKind(
        key="membership",
        draft=MembershipDraft,
        label="vai trò trong cụm",
        plural="vai trò theo năm",
        title=("unit_uid", "year"),
        sort=("year", "unit_uid"),
        owners=("unit_uid", "cluster_uid"),
        year_key="year",
    ),
    RecordKind(
        key="movement",
        draft=MovementDraft,
        label="phong trào",
        plural="phong trào",
        title=("title",),
        sort=("from_year", "title"),
    ),
    RecordKind(
        key="person",
        draft=PersonDraft,
        label="cán bộ",
        plural="người",
        title=("full_name",),
        sort=("full_name",),
    ),
    RecordKind(
        key="rating",
        draft=RatingDraft,
        label="xếp loại",
        plural="xếp loại",
        title=("person_uid", "year"),
        sort=("year",),
        owners=("person_uid",),
        year_key="year",
    ),
    RecordKind(
        key="initiative",
        draft=InitiativeDraft,
        label="sáng kiến, đề tài",
        plural="sáng kiến, đề tài",
        title=("title",),
        sort=("year",),
        owners=("person_uid",),
        year_key="year",
    ),
    RecordKind(
        key="discipline",
        draft=DisciplineDraft,
        label="kỷ luật",
        plural="kỷ luật",
        title=("measure", "decided_on"),
        sort=("decided_on",),
        owners=("person_uid",),
    ),
    RecordKind(
        key="round",
        draft=RoundDraft,
        label="đợt đề nghị",
        plural="đợt đề nghị",
        title=("name",),
        sort=("year", "name"),
        year_key="year",
    ),
    RecordKind(
        key="nomination",
        draft=NominationDraft,
        label="đề nghị",
        plural="đề nghị",
        title=("recipient", "award"),
        sort=("recipient",),
        owners=("round_uid",),
        year_key="year",
        derived=(*_RECIPIENT, Field(key="year", label="Năm", kind=Kind.YEAR, width=7)),
    ),
    RecordKind(
        key="decision",
        draft=DecisionDraft,
        label="quyết định",
        plural="quyết định",
        title=("number",),
        sort=("decided_on", "number"),
        year_key="year",
        derived=(_computed("recipients", "Số người, tập thể", Kind.INTEGER, 10, "Được khen"),),
    ),
    RecordKind(
        key="award",
        draft=AwardDraft,
        label="khen thưởng",
        plural="khen thưởng",
        title=("recipient", "award"),
        sort=("decision_uid", "ordinal"),
        owners=("decision_uid",),
        year_key="year",
        derived=(
            *_RECIPIENT,
            _computed("decided_on", "Ngày quyết định", Kind.DATE, 11),
            _computed("year", "Năm", Kind.YEAR, 7),
            _computed("printed", "Số lần in", Kind.INTEGER, 8),
        ),
    ),
    RecordKind(
        key="event",
        draft=EventDraft,
        label="sự kiện",
        plural="sự kiện",
        title=("title",),
        sort=("starts_on", "title"),
        year_key="year",
        derived=(_computed("papers", "Số tham luận", Kind.INTEGER, 9, "Tham luận"),),
    ),
    RecordKind(
        key="paper",
        draft=PaperDraft,
        label="tham luận",
        plural="tham luận",
        title=("title",),
        sort=("title",),
        owners=("event_uid",),
    ),
    RecordKind(
        key="result",
        draft=ResultDraft,
        label="kết quả",
        plural="kết quả",
        title=("discipline",),
        sort=("discipline", "prize"),
        owners=("event_uid",),
    ),
    RecordKind(
        key="gift",
        draft=GiftDraft,
        label="quà tặng",
        plural="quà tặng",
        title=("description",),
        sort=("description",),
        owners=("event_uid",),
    ),
    RecordKind(
        key="participant",
        draft=ParticipantDraft,
        label="đơn vị tham gia",
        plural="đơn vị tham gia",
        title=("unit_uid",),
        sort=("unit_uid",),
        owners=("event_uid",),
    ),
    RecordKind(
        key="attachment",
        draft=AttachmentDraft,
        label="ảnh, tệp",
        plural="ảnh, tệp",
        title=("caption",),
        sort=("file_name",),
        owners=("event_uid", "person_uid"),
    ),
)

KINDS = {kind.key: kind for kind in _KINDS}


def owned_kinds(key: str) -> tuple[tuple[RecordKind, str], ...]:
    """The kinds that live inside records of kind *key*, each with its owning reference field."""
    return tuple((kind, owner) for kind in _KINDS for owner in kind.owners if kind.field(owner).refers_to == key)
