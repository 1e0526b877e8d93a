"""Find the criterion of a score sheet that a row is about, by its number on the sheet or by its words."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.records.lookup import key_of
from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.domain.fields.types import show_points
from cluster_desktop.domain.scoring.vocabulary import CriterionKind, SheetState
from cluster_desktop.domain.text.names import nfc
from cluster_desktop.records.models import Criterion, ScoreSheet

POINTS: Final = ("self_points", "cross_points", "final_points")


@dataclass(frozen=True, slots=True)
class SheetCriterion:
    """A criterion of the sheet of one year."""

    uid: str
    title: str
    maximum: int | None
    locked: bool
    penalty: bool = False


@dataclass
class Criteria:
    """The criteria of every score sheet by year, number and words."""

    by_code: dict[tuple[int, str], list[SheetCriterion]] = field(default_factory=lambda: defaultdict(list))
    by_title: dict[tuple[int, str], list[SheetCriterion]] = field(default_factory=lambda: defaultdict(list))
    by_uid: dict[str, SheetCriterion] = field(default_factory=dict)
    groups: set[tuple[int, str]] = field(default_factory=set)
    years: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, session: Session) -> "Criteria":
        """Read all criteria that can be scored."""
        criteria = cls()
        lines = (
            select(Criterion.uid, Criterion.title, Criterion.maximum, Criterion.code, ScoreSheet.year, ScoreSheet.state)
            .add_columns(Criterion.kind)
            .join(ScoreSheet, ScoreSheet.uid == Criterion.sheet_uid)
        )
        for uid, title, maximum, code, year, state, kind in session.execute(lines):
            criteria.years.add(year)
            if kind == CriterionKind.GROUP:
                criteria.groups.add((year, key_of(title)))
                continue
            criterion = SheetCriterion(uid, title, maximum, state == SheetState.LOCKED, kind == CriterionKind.PENALTY)
            criteria.by_uid[uid] = criterion
            criteria.by_title[year, key_of(title)].append(criterion)
            if code:
                criteria.by_code[year, _code_key(code)].append(criterion)
        return criteria

    def find(self, year: int | None, code: str, title: str) -> SheetCriterion | None:
        """Find the criterion on the year's sheet, the only sheet where no year is given; None for a group of criteria.

        Raises InvalidDraft.
        """
        if year is None and len(self.years) == 1:
            year = next(iter(self.years))
        if year not in self.years or year is None:
            reason = f"Năm {year} chưa có bảng điểm." if year else "Bảng không ghi năm."
            raise errors.invalid("year", f"{reason} Hãy tạo bảng điểm hoặc chọn năm cho cả bảng.")
        if (year, key_of(title)) in self.groups and not self.by_title[year, key_of(title)]:
            return None  # its points are the sum of what stands below it
        coded = self.by_code[year, _code_key(code)] if code else []
        titled = self.by_title[year, key_of(title)] if title else []
        both = [criterion for criterion in coded if criterion in titled]
        matches = both or titled or coded
        if len(matches) == 1:
            return matches[0]
        words = " ".join(part for part in (code, title[:60]) if part)
        if matches:
            raise errors.invalid(
                "title", f"Bảng điểm có {len(matches)} tiêu chí “{words}”. Hãy ghi đủ số mục và nội dung."
            )
        raise errors.invalid(
            "title", f"Bảng điểm năm {year} không có tiêu chí “{words}”. Hãy sửa số mục hoặc nội dung."
        )

    def check(self, criterion: SheetCriterion, values: Mapping[str, Value]) -> None:
        """Refuse points beyond the maximum, and all once the sheet is locked. Raises InvalidDraft."""
        if criterion.locked:
            raise errors.invalid("title", "Bảng điểm đã chốt. Hãy mở lại bảng điểm, ghi lý do, rồi nhập.")
        for key in POINTS:
            points = values.get(key)
            if isinstance(points, int) and criterion.maximum is not None and points > criterion.maximum:
                raise errors.invalid(key, f"Tiêu chí này tối đa {show_points(criterion.maximum)} điểm.")


def without_sign(texts: Mapping[str, str]) -> dict[str, str]:
    """Clear the points of a penalty of their sign: score sheets print them below zero, records keep them above."""
    return {key: text.lstrip("-–− ") if key in POINTS else text for key, text in texts.items()}


def _code_key(code: str) -> str:
    return nfc(code).rstrip(".)").strip().lower()
