"""Sessions of an emulation council: who sat, how they voted, what was concluded."""

from dataclasses import dataclass

from cluster_desktop.domain.awards.vocabulary import Attendance, CouncilMethod, CouncilRole
from cluster_desktop.domain.fields.fields import (
    Draft,
    choice,
    computed,
    date,
    integer,
    long_text,
    name,
    reference,
    text,
    year,
)
from cluster_desktop.domain.fields.types import Year
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.errors import Problem


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CouncilSessionDraft(
    Draft, kind="council_session", label="phiên họp Hội đồng", title=("name",), sort=("held_on", "name")
):
    """A session (phiên họp) of the emulation and commendation council of a unit, or of the cluster."""

    name: str | None = text("Tên phiên họp", required=True, listed=True, width=34, wide=True)
    year: int | None = year("Năm", required=True, filterable=True)
    round_uid: str | None = reference("Đợt đề nghị", "round", wide=True, filterable=True)
    unit_uid: str | None = reference(
        "Hội đồng của đơn vị", "unit", listed=True, filterable=True, wide=True, help="Để trống nếu là Hội đồng của Cụm."
    )
    held_on: PartialDate | None = date("Ngày họp", listed=True)
    place: str | None = text("Địa điểm", wide=True, width=24)
    method: str | None = choice(
        "Cách bình xét", CouncilMethod, required=True, default=CouncilMethod.SECRET_BALLOT, listed=True, width=16
    )
    members_total: int | None = integer(
        "Tổng số thành viên",
        listed=True,
        maximum=999,
        help="Tỷ lệ phiếu tính trên tổng số thành viên, kể cả người vắng.",
    )
    present: int | None = integer("Số có mặt", listed=True, maximum=999)
    opinions: str | None = long_text("Ý kiến thảo luận")
    conclusion: str | None = long_text("Kết luận")

    def problems(self) -> tuple[Problem, ...]:
        """Check that no more members are present than the council has."""
        if self.present and self.members_total and self.present > self.members_total:
            return (Problem("present", f"Hội đồng chỉ có {self.members_total} thành viên."),)
        return ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CouncilMemberDraft(
    Draft,
    kind="council_member",
    label="thành viên Hội đồng",
    title=("full_name",),
    sort=("role", "full_name"),
    owners=("session_uid",),
    derived=(computed("year", "Năm", Year(), width=7, listed=False),),
):
    """A member of the council at one session."""

    session_uid: str | None = reference("Phiên họp", "council_session", required=True)
    full_name: str | None = name("Họ và tên", required=True, listed=True, wide=True)
    person_uid: str | None = reference("Trong danh sách cán bộ", "person", wide=True)
    role: str | None = choice("Vai trò", CouncilRole, required=True, default=CouncilRole.MEMBER, listed=True, width=11)
    attendance: str | None = choice(
        "Dự họp", Attendance, required=True, default=Attendance.PRESENT, listed=True, width=12
    )
    office: str | None = text("Chức vụ", listed=True, width=22, wide=True)
