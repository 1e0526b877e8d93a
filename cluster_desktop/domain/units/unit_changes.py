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
class DepartmentRenameDraft(Draft):
    """The new name of a department and the day from which it holds."""

    KIND: ClassVar[str] = "department_rename"
    name: str | None = text("Tên mới", required=True, wide=True, width=42)
    on: PartialDate | None = date(
        "Dùng tên mới từ ngày", required=True, help="Giấy tờ, số liệu của các ngày trước vẫn in tên cũ."
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
    founded: tuple[str, ...]
    """Departments that the other unit founds to carry on those of which it has none of the name."""
    shared: tuple[str, ...]
    """Departments of which the other unit has one of the same name."""
    awards: int
    """Awards that keep the unit they were won in."""
    events: int
    later_roles: tuple[int, ...] = ()
    """Years after the merger in which the old unit still has a role."""
    came_later: tuple[str, ...] = ()
    """Those of the people who came to the old unit on the day or later, as is written down."""

    def sentences(self) -> tuple[str, ...]:
        """Say what moves and what stays, a sentence each."""
        lines = [f"{self.people} người chuyển sang {self.target}."]
        if self.came_later:
            lines.append(
                f"Trong đó {_named(self.came_later)} được ghi đến {self.source} từ ngày này trở đi: "
                f"sẽ ghi là đến {self.target} vào ngày của họ."
            )
        if self.founded:
            lines.append(f"Lập ở {self.target} để tiếp nối khoa, phòng cũ: {', '.join(self.founded)}.")
        if self.shared:
            lines.append(f"Người sang khoa, phòng cùng tên: {', '.join(self.shared)}.")
        if self.founded or self.shared:
            lines.append(f"Khoa, phòng cũ kết thúc vào ngày này và ở lại {self.source} làm lịch sử.")
        lines.append(f"{self.awards} khen thưởng, {self.events} sự kiện giữ nguyên tên {self.source}.")
        if self.later_roles:
            years = ", ".join(map(str, self.later_roles))
            lines.append(f"{self.source} còn vai trò năm {years}; hãy xem lại ở “Vai trò theo năm”.")
        return tuple(lines)


_NAMED = 3


def _named(names: tuple[str, ...]) -> str:
    """ "A, B" or "A, B, C và 4 người khác"."""
    rest = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" và {rest} người khác" if rest > 0 else "")


def last_day_before(on: PartialDate) -> PartialDate:
    """The day before a full date."""
    return PartialDate.of(on.earliest - datetime.timedelta(days=1))


def _full(on: PartialDate | None) -> tuple[Problem, ...]:
    return (Problem("on", _FULL_DAY),) if on and on.day is None else ()
