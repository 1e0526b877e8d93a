"""Scoring of a cluster's year: the criteria, what each unit scored, and whom the vote recommends.

The Academy's own criteria and points differ from year to year, so they are records of the workspace.
"""

from dataclasses import dataclass

from cluster_desktop.domain.awards.awards import AwardKind
from cluster_desktop.domain.fields.fields import (
    Draft,
    choice,
    computed,
    date,
    integer,
    long_text,
    points,
    reference,
    text,
    year,
)
from cluster_desktop.domain.fields.types import Year
from cluster_desktop.domain.scoring.vocabulary import CriterionKind, SheetState
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.errors import Problem

_OF_SHEET = computed("year", "Năm", Year(), width=7, listed=False)
"""The year of the score sheet that a record belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ScoreSheetDraft(
    Draft, kind="score_sheet", label="bảng điểm", title=("name",), sort=("year", "name"), owners=("cluster_uid",)
):
    """The score sheet of a cluster for one year; locked after the meeting that agreed on it."""

    name: str | None = text("Tên bảng điểm", required=True, listed=True, width=40, wide=True)
    cluster_uid: str | None = reference("Cụm, khối", "cluster", required=True, listed=True, wide=True)
    year: int | None = year("Năm", required=True, listed=True, filterable=True)
    state: str | None = choice(
        "Trạng thái", SheetState, required=True, default=SheetState.DRAWING_UP, listed=True, width=16
    )
    locked_on: PartialDate | None = date("Ngày chốt")
    unlock_reason: str | None = long_text("Lý do mở lại")
    basis: str | None = text("Căn cứ", wide=True, width=40, max_length=400, help="Hướng dẫn, quy chế đặt ra bảng điểm.")
    note: str | None = long_text("Ghi chú")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CriterionDraft(
    Draft,
    kind="criterion",
    label="tiêu chí",
    title=("title",),
    sort=("position", "title"),
    owners=("sheet_uid",),
    derived=(_OF_SHEET,),
):
    """A group of criteria, or one criterion with its maximum; bonus adds, penalty takes away."""

    sheet_uid: str | None = reference("Bảng điểm", "score_sheet", required=True)
    parent_uid: str | None = reference("Thuộc nhóm", "criterion", wide=True)
    position: int | None = integer("Thứ tự", width=7)
    code: str | None = text(
        "Số mục", aliases="Mã tiêu chí|Mục|Mã|Tiêu chí số", listed=True, width=8, max_length=20, help="Ví dụ I, 1, 1.2."
    )
    title: str | None = text(
        "Nội dung tiêu chí",
        aliases="Tiêu chí|Nội dung|Nội dung, tiêu chí|Tên tiêu chí|Nội dung tiêu chí, thang điểm",
        required=True,
        listed=True,
        width=52,
        wide=True,
        max_length=600,
    )
    kind: str | None = choice(
        "Loại", CriterionKind, required=True, default=CriterionKind.CRITERION, listed=True, width=14
    )
    maximum: int | None = points("Điểm tối đa", listed=True, help="Của nhóm: để trống thì lấy tổng các tiêu chí.")
    evidence: str | None = long_text("Minh chứng cần có")

    def problems(self) -> tuple[Problem, ...]:
        """A criterion has a maximum; a group may state one, which its parts are compared with."""
        if self.kind != CriterionKind.GROUP and not self.maximum:
            return (Problem("maximum", "Ghi điểm tối đa lớn hơn 0."),)
        return ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ScoreDraft(
    Draft,
    kind="score",
    label="điểm chấm",
    title=("criterion_uid", "unit_uid"),
    owners=("criterion_uid",),
    derived=(_OF_SHEET,),
):
    """The points of a unit on one criterion: by itself, by the unit that checks it, and as agreed."""

    criterion_uid: str | None = reference("Tiêu chí", "criterion", required=True)
    unit_uid: str | None = reference(
        "Đơn vị", "unit", aliases="Trường|Tên đơn vị", required=True, listed=True, wide=True
    )
    self_points: int | None = points("Tự chấm", aliases="Điểm tự chấm|Đơn vị tự chấm", listed=True)
    cross_points: int | None = points("Chấm chéo", aliases="Điểm chấm chéo|Cụm chấm|Điểm cụm chấm", listed=True)
    final_points: int | None = points(
        "Kết luận", aliases="Điểm kết luận|Điểm chính thức|Điểm thống nhất|Điểm", listed=True
    )
    evidence: str | None = long_text("Minh chứng")
    note: str | None = long_text("Ghi chú")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RecommendationDraft(
    Draft,
    kind="recommendation",
    label="kết quả suy tôn",
    title=("unit_uid", "award"),
    sort=("unit_uid",),
    owners=("sheet_uid",),
    derived=(_OF_SHEET,),
):
    """The vote (suy tôn) of the cluster's meeting on one unit for one award."""

    sheet_uid: str | None = reference("Bảng điểm", "score_sheet", required=True)
    unit_uid: str | None = reference("Đơn vị", "unit", required=True, listed=True, wide=True)
    award: str | None = choice("Đề nghị tặng", AwardKind, required=True, listed=True, width=26, wide=True)
    votes_for: int | None = integer("Số phiếu suy tôn", heading="Đồng ý", listed=True, maximum=999)
    votes_total: int | None = integer("Tổng số phiếu", heading="Tổng số", listed=True, maximum=999)
    note: str | None = text("Ghi chú", listed=True, wide=True, width=28)

    def problems(self) -> tuple[Problem, ...]:
        """Check that no more vote for the unit than there are ballots."""
        if self.votes_for and self.votes_total is not None and self.votes_for > self.votes_total:
            return (Problem("votes_for", f"Chỉ có {self.votes_total} phiếu."),)
        return ()
