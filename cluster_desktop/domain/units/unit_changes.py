"""Renaming and merging units: the forms to fill in, and what will move."""

import datetime
from dataclasses import dataclass
from typing import ClassVar

from cluster_desktop.domain.fields.fields import Draft, date, long_text, reference, text
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.errors import Problem

_FULL_DAY = "Ghi đủ ngày, tháng, năm, ví dụ 01/07/2025."


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RenameDraft(Draft):
    """The new name of a unit and the day from which it holds; the old one stays in papers of its days."""

    KIND: ClassVar[str] = "rename"
    name: str | None = text("Tên mới", required=True, wide=True, width=42)
    short_name: str | None = text("Tên gọi tắt mới", required=True, width=14)
    province: str | None = text("Tỉnh, thành phố mới", width=14)
    on: PartialDate | None = date(
        "Dùng tên mới từ ngày", required=True, help="Giấy tờ trước ngày này vẫn in tên cũ, tỉnh cũ."
    )

    def problems(self) -> tuple[Problem, ...]:
        """The day is known."""
        return _full(self.on)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class MergerDraft(Draft):
    """One unit becomes part of another on a day."""

    KIND: ClassVar[str] = "merger"
    target_uid: str | None = reference("Sáp nhập vào", "unit", required=True, wide=True)
    on: PartialDate | None = date("Từ ngày", required=True, help="Ngày quyết định sáp nhập có hiệu lực.")
    reason: str | None = long_text(
        "Lý do, căn cứ", required=True, max_length=500, help="Ví dụ số và ngày của quyết định, nghị quyết."
    )

    def problems(self) -> tuple[Problem, ...]:
        """The day is known."""
        return _full(self.on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merger:
    """The effects of a merger, to look at before it is done."""

    source: str
    target: str
    people: int
    moving: tuple[str, ...]
    """Departments that move, because the other unit has none of their name."""
    staying: tuple[str, ...]
    """Departments that stay with the old unit; their people go to those of the same name."""
    awards: int
    """Awards that keep the unit they were won in."""
    events: int
    later_roles: tuple[int, ...] = ()
    """Years after the merger in which the old unit still has a role."""

    def sentences(self) -> tuple[str, ...]:
        """Say what moves and what stays, a sentence each."""
        lines = [f"{self.people} người chuyển sang {self.target}."]
        if self.moving:
            lines.append(f"Chuyển cả khoa, phòng: {', '.join(self.moving)}.")
        if self.staying:
            lines.append(f"Ở lại làm lịch sử, người sang khoa, phòng cùng tên: {', '.join(self.staying)}.")
        lines.append(f"{self.awards} khen thưởng, {self.events} sự kiện giữ nguyên tên {self.source}.")
        if self.later_roles:
            years = ", ".join(map(str, self.later_roles))
            lines.append(f"{self.source} còn vai trò năm {years}; hãy xem lại ở “Vai trò theo năm”.")
        return tuple(lines)


def last_day_before(on: PartialDate) -> PartialDate:
    """The day before a full date."""
    return PartialDate.of(on.earliest - datetime.timedelta(days=1))


def _full(on: PartialDate | None) -> tuple[Problem, ...]:
    return (Problem("on", _FULL_DAY),) if on and on.day is None else ()
