"""Clusters, member units with their dated names, departments, yearly membership and movements."""

from dataclasses import dataclass

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
    yes_no,
)
from cluster_desktop.domain.fields.types import Integer
from cluster_desktop.domain.people.vocabulary import PARTY_CLASSES, QualityClass
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.vocabulary import ClusterKind, DepartmentKind, MemberRole, PaperForm
from cluster_desktop.errors import Problem

LETTERHEAD = "Văn bản"
"""The part of a unit's form for what its papers carry."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ClusterDraft(Draft, kind="cluster", label="cụm thi đua", plural="cụm, khối thi đua", title=("name",)):
    """An emulation cluster (cụm thi đua) of the Academy, or a province's block (khối thi đua)."""

    name: str | None = text("Tên cụm, khối", required=True, listed=True, width=30, wide=True)
    kind: str | None = choice("Loại", ClusterKind, required=True, default=ClusterKind.CLUSTER, listed=True)
    region: str | None = text("Khu vực", wide=True, width=30, listed=True)
    superior: str | None = text("Cơ quan cấp trên", wide=True, width=30, listed=True)
    guided_by: str | None = text("Cơ quan hướng dẫn", wide=True, width=24)
    note: str | None = long_text("Ghi chú")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class UnitDraft(
    Draft,
    kind="unit",
    label="đơn vị",
    title=("name",),
    derived=(computed("headcount", "Số người", Integer(), width=9),),
):
    """A member unit (đơn vị thành viên) under its present name; earlier names are FormerNameDrafts."""

    code: str | None = text(
        "Mã đơn vị", required=True, listed=True, width=11, max_length=20, help="Chữ không dấu, ví dụ LAOCAI."
    )
    name: str | None = text("Tên đơn vị", aliases="Tên trường|Đơn vị", required=True, listed=True, width=42, wide=True)
    short_name: str | None = text(
        "Tên gọi tắt", required=True, width=14, listed=True, help="Tên ngắn hiện trong danh sách."
    )
    province: str | None = text("Tỉnh, thành phố", aliases="Tỉnh", listed=True, width=14)
    parent_body: str | None = text("Cơ quan chủ quản", wide=True, width=24, help="In ở đầu văn bản.")
    head_title: str | None = text(
        "Chức vụ người đứng đầu", default="Hiệu trưởng", width=18, help="Tên từng người ghi ở thẻ “Người đứng đầu”."
    )
    address: str | None = text("Địa chỉ", wide=True, width=30)
    phone: str | None = text("Điện thoại", width=14, max_length=40)
    dissolved_on: PartialDate | None = date("Ngày giải thể, sáp nhập")
    merged_into_uid: str | None = reference("Sáp nhập vào", "unit", wide=True)
    note: str | None = long_text("Ghi chú")
    form: str | None = choice(
        "Thể thức văn bản",
        PaperForm,
        required=True,
        default=PaperForm.STATE,
        wide=True,
        part=LETTERHEAD,
        width=30,
        help="Hướng dẫn 36-HD/VPTW không nêu trường chính trị; chỉ chọn thể thức của Đảng khi tỉnh ủy yêu cầu.",
    )
    superior: str | None = text(
        "Dòng cơ quan cấp trên",
        wide=True,
        part=LETTERHEAD,
        help="Dòng đầu bên trái văn bản. Để trống: in cơ quan chủ quản.",
    )
    issuer: str | None = text(
        "Dòng cơ quan ban hành",
        wide=True,
        part=LETTERHEAD,
        help="Dòng thứ hai, in đậm. Để trống: in tên đơn vị vào ngày của văn bản.",
    )
    place: str | None = text("Địa danh ghi trên văn bản", part=LETTERHEAD, help="Để trống: in tên tỉnh, thành phố.")
    abbreviation: str | None = text(
        "Chữ viết tắt",
        part=LETTERHEAD,
        default="TCT",
        help="Trong số văn bản: “Số: 05/TTr-TCT”; của Đảng: “Số 05-TTr/ĐU”.",
    )
    signer_title: str | None = text(
        "Chức vụ người ký", part=LETTERHEAD, help="Để trống hai ô: người đứng đầu vào ngày của văn bản ký."
    )
    signer_name: str | None = text("Người ký", part=LETTERHEAD)
    golden_book: str | None = text(
        "Nhãn số sổ",
        part=LETTERHEAD,
        default="Số sổ vàng",
        help="Trên giấy khen. Có nơi ghi “Vào sổ khen thưởng số”; từ 2026 xem mẫu của Quyết định 01/2026/QĐ-TTg.",
    )

    def problems(self) -> tuple[Problem, ...]:
        """A unit code is short, plain and without spaces because files and commands use it."""
        code = self.code or ""
        if code and not (code.isascii() and code.replace("_", "").replace("-", "").isalnum()):
            return (Problem("code", "Mã đơn vị chỉ gồm chữ không dấu, số, gạch nối, không có dấu cách."),)
        return ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FormerNameDraft(
    Draft,
    kind="former_name",
    label="tên cũ",
    title=("name",),
    sort=("valid_to",),
    owners=("unit_uid", "department_uid"),
):
    """A name that a unit or one of its departments had until a date; documents print the name of their date."""

    unit_uid: str | None = reference("Đơn vị", "unit", required=True)
    department_uid: str | None = reference(
        "Khoa, phòng", "department", listed=True, wide=True, help="Để trống nếu là tên cũ của cả đơn vị."
    )
    name: str | None = text("Tên cũ", required=True, listed=True, width=42, wide=True)
    short_name: str | None = text("Tên gọi tắt cũ", width=14)
    province: str | None = text("Tỉnh, thành phố cũ", listed=True)
    valid_to: PartialDate | None = date("Dùng đến ngày", required=True, listed=True)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class UnitHeadDraft(
    Draft,
    kind="unit_head",
    label="người đứng đầu",
    plural="người đứng đầu từng thời kỳ",
    title=("name",),
    sort=("day",),
    owners=("unit_uid",),
):
    """Who heads a unit from a day on; documents are signed by the head of their day."""

    unit_uid: str | None = reference("Đơn vị", "unit", required=True)
    name: str | None = text("Người đứng đầu", required=True, listed=True, width=26)
    title: str | None = text("Chức vụ", default="Hiệu trưởng", listed=True, width=18)
    day: PartialDate | None = date("Từ ngày", listed=True, help="Để trống nếu từ trước đến nay.")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DepartmentDraft(
    Draft,
    kind="department",
    label="khoa, phòng",
    title=("name",),
    sort=("position", "name"),
    owners=("unit_uid",),
    derived=(computed("headcount", "Số người", Integer(), width=9),),
):
    """A faculty or office of a unit (khoa, phòng) under its present name, with the days between which it was there."""

    unit_uid: str | None = reference("Đơn vị", "unit", required=True, listed=True, filterable=True)
    name: str | None = text("Tên khoa, phòng", required=True, listed=True, width=42, wide=True)
    kind: str | None = choice("Loại", DepartmentKind, required=True, default=DepartmentKind.FACULTY, listed=True)
    position: int | None = integer("Thứ tự", listed=True, width=7, help="Số nhỏ đứng trước trong danh sách.")
    began_on: PartialDate | None = date("Ngày thành lập", help="Để trống nếu có từ trước đến nay.")
    ended_on: PartialDate | None = date(
        "Ngày giải thể, sáp nhập", help="Từ ngày này không chọn được nữa; giấy tờ của các ngày trước vẫn ghi."
    )
    continues_uid: str | None = reference(
        "Tiếp nối khoa, phòng",
        "department",
        wide=True,
        help="Khoa, phòng trước đó mà khoa, phòng này tiếp nối khi sáp nhập, tổ chức lại.",
    )
    note: str | None = long_text("Ghi chú")

    def problems(self) -> tuple[Problem, ...]:
        """A department ends after the day on which it began."""
        if self.began_on and self.ended_on and self.ended_on.latest <= self.began_on.earliest:
            return (Problem("ended_on", f"Ngày giải thể phải sau ngày thành lập {self.began_on.show()}."),)
        return ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class MembershipDraft(
    Draft,
    kind="membership",
    label="vai trò trong cụm",
    plural="vai trò theo năm",
    title=("unit_uid", "year"),
    sort=("year", "unit_uid"),
    owners=("unit_uid", "cluster_uid"),
):
    """A unit's membership of a cluster in one year, with its role and whether it hosts."""

    cluster_uid: str | None = reference("Cụm, khối", "cluster", required=True, listed=True, filterable=True)
    unit_uid: str | None = reference("Đơn vị", "unit", required=True, listed=True, filterable=True)
    year: int | None = year("Năm", required=True, listed=True, filterable=True)
    role: str | None = choice("Vai trò", MemberRole, required=True, default=MemberRole.MEMBER, listed=True, width=14)
    hosts: bool | None = yes_no("Đăng cai", listed=True, help="Đơn vị đăng cai hoạt động chung của năm.")
    scores_uid: str | None = reference(
        "Chấm chéo cho", "unit", listed=True, wide=True, help="Đơn vị mà đơn vị này chấm điểm trong năm."
    )
    note: str | None = long_text("Ghi chú")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class UnitRatingDraft(
    Draft,
    kind="unit_rating",
    label="xếp loại đơn vị",
    title=("unit_uid", "department_uid", "year"),
    sort=("year", "unit_uid"),
    owners=("unit_uid",),
):
    """The yearly class of a unit or of one of its departments, of its party organisation and its unions."""

    year: int | None = year("Năm", required=True, listed=True, filterable=True)
    unit_uid: str | None = reference("Đơn vị", "unit", required=True, listed=True, filterable=True, wide=True)
    department_uid: str | None = reference(
        "Khoa, phòng", "department", listed=True, wide=True, help="Để trống nếu là xếp loại của cả đơn vị."
    )
    quality: str | None = choice("Xếp loại chất lượng", QualityClass, required=True, listed=True, width=28, wide=True)
    party_quality: str | None = choice("Xếp loại tổ chức đảng", PARTY_CLASSES, width=28, wide=True)
    union_quality: str | None = choice("Xếp loại đoàn thể", QualityClass, width=28, wide=True)
    note: str | None = long_text("Ghi chú")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class MovementDraft(Draft, kind="movement", label="phong trào", title=("title",), sort=("from_year", "title")):
    """An emulation movement (phong trào thi đua) with the years it runs."""

    title: str | None = text("Tên phong trào", required=True, listed=True, width=60, wide=True, max_length=400)
    launched_by: str | None = text("Cơ quan phát động", listed=True, width=34, wide=True)
    from_year: int | None = year("Từ năm", listed=True)
    to_year: int | None = year("Đến năm", listed=True)
    goals: str | None = long_text("Nội dung, chỉ tiêu")

    def problems(self) -> tuple[Problem, ...]:
        """A movement does not end before it begins."""
        if self.from_year and self.to_year and self.to_year < self.from_year:
            return (Problem("to_year", f"Năm kết thúc phải từ {self.from_year} trở đi."),)
        return ()
