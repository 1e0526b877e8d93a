"""The plan of an emulation year: its dates, what is pledged, who registers for what, what the next head is handed."""

from dataclasses import dataclass

from cluster_desktop.domain.awards.awards import AwardKind, award_problems
from cluster_desktop.domain.fields import headings
from cluster_desktop.domain.fields.fields import Draft, choice, date, integer, long_text, reference, text, year, yes_no
from cluster_desktop.domain.people.recipients import OF_DEPARTMENT, OF_PERSON, OF_UNIT, RECIPIENT_COLUMNS
from cluster_desktop.domain.people.vocabulary import RecipientKind
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.year.vocabulary import YearStage
from cluster_desktop.errors import Problem


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class MilestoneDraft(Draft, kind="milestone", label="mốc của năm", title=("title",), sort=("due_on", "title")):
    """A stage or deadline of the year, with the day it is due and the day it was done."""

    year: int | None = year("Năm", required=True, listed=True, filterable=True)
    stage: str | None = choice("Giai đoạn", YearStage, required=True, default=YearStage.OTHER, listed=True, width=14)
    title: str | None = text("Việc, mốc thời gian", required=True, listed=True, width=62, wide=True, max_length=300)
    due_on: PartialDate | None = date("Hạn", required=True, listed=True)
    done_on: PartialDate | None = date("Ngày xong", listed=True)
    unit_uid: str | None = reference("Đơn vị thực hiện", "unit", listed=True, wide=True, help="Để trống nếu cả cụm.")
    note: str | None = long_text("Ghi chú")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PledgeTargetDraft(
    Draft, kind="pledge_target", label="chỉ tiêu giao ước", title=("title",), sort=("position", "title")
):
    """A target of the pledge (giao ước) all member units sign for a year."""

    title: str | None = text("Nội dung giao ước", required=True, listed=True, width=44, wide=True, max_length=500)
    target: str | None = text("Chỉ tiêu", listed=True, width=34, wide=True, max_length=300)
    result: str | None = text("Kết quả cuối năm", listed=True, width=28, wide=True, max_length=300)
    year: int | None = year("Năm", required=True, filterable=True)
    position: int | None = integer("Thứ tự", width=7)
    movement_uid: str | None = reference("Thuộc phong trào", "movement", wide=True)
    note: str | None = long_text("Ghi chú")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrationDraft(
    Draft,
    kind="registration",
    label="đăng ký",
    title=("recipient", "award"),
    sort=("recipient",),
    derived=RECIPIENT_COLUMNS,
):
    """A title that a person or collective registers for at the start of a year, with their targets."""

    year: int | None = year("Năm", required=True, filterable=True)
    recipient_kind: str | None = choice(
        "Đối tượng", RecipientKind, required=True, default=RecipientKind.PERSON, wide=True, width=16
    )
    person_uid: str | None = reference("Cá nhân", "person", required=True, shown_when=OF_PERSON, wide=True)
    department_uid: str | None = reference(
        "Khoa, phòng", "department", required=True, shown_when=OF_DEPARTMENT, wide=True
    )
    unit_uid: str | None = reference("Đơn vị", "unit", required=True, shown_when=OF_UNIT, wide=True)
    award: str | None = choice(
        "Danh hiệu, hình thức đăng ký",
        AwardKind,
        heading="Danh hiệu đăng ký",
        aliases=(
            "Danh hiệu/Hình thức|Danh hiệu|Đăng ký danh hiệu|Danh hiệu thi đua đăng ký|"
            f"Đăng ký danh hiệu thi đua|{headings.AWARD}"
        ),
        several=True,
        required=True,
        listed=True,
        width=26,
        wide=True,
    )
    registered_on: PartialDate | None = date("Ngày đăng ký", listed=True)
    target: str | None = long_text(
        "Chỉ tiêu, nội dung đăng ký", aliases="Chỉ tiêu|Nội dung đăng ký", max_length=1000, listed=True, width=32
    )
    note: str | None = long_text("Ghi chú")
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


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HandoverItemDraft(
    Draft, kind="handover_item", label="nội dung bàn giao", title=("title",), sort=("position", "title")
):
    """An item that the head of a year hands over to the head of the next."""

    title: str | None = text("Nội dung bàn giao", required=True, listed=True, width=58, wide=True, max_length=300)
    year: int | None = year("Năm bàn giao", required=True, filterable=True)
    position: int | None = integer("Thứ tự", width=7)
    done: bool | None = yes_no("Đã bàn giao", listed=True)
    done_on: PartialDate | None = date("Ngày bàn giao", listed=True)
    note: str | None = long_text("Ghi chú")
