"""Number all certificates of a decision in a series, without gap or double."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.settings.setting_values import put
from cluster_desktop.domain.awards.vocabulary import AwardState
from cluster_desktop.domain.printing.certificate_series import NumberSeries, gaps, next_after, series_of
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Award, Decision
from cluster_desktop.records.queries.printing import certificate_numbers
from cluster_desktop.records.queries.printing.certificate_numbers import PATTERN_KEY

_LISTED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberingPlan:
    """The plan for numbering a decision: the count of certificates, the first number, those skipped before."""

    series: NumberSeries
    count: int
    """Certificates without a number."""
    numbered: int
    """Certificates that have one already; they keep it."""
    start: int
    skipped: tuple[int, ...]
    used: frozenset[int]

    @property
    def sentence(self) -> str:
        """The plan in a sentence."""
        if not self.count:
            return f"Cả {self.numbered} giấy của quyết định này đã có số."
        first, last = self.series.show(self.start), self.series.show(self.start + self.count - 1)
        kept = f" {self.numbered} giấy đã có số giữ nguyên số." if self.numbered else ""
        return f"Cấp số cho {self.count} giấy: từ {first} đến {last}.{kept}"

    @property
    def gap_sentence(self) -> str:
        """A sentence about the free numbers of the series; '' where there is no gap."""
        return _skipped(self.series, self.skipped)


def gap_report(workspace: Workspace, year: int) -> str:
    """Report the numbers of the usual pattern that were skipped in a calendar year. Raises Refused."""
    pattern = usual_pattern(workspace)
    series = series_of(pattern, year)
    used = workspace.read(certificate_numbers.used, series)
    twice = [series.show(number) for number, uids in used.items() if len(uids) > 1]
    doubled = f" Số dùng hai lần: {', '.join(twice[:_LISTED])}." if twice else ""
    if not used:
        return f"Năm {year} chưa cấp số giấy nào theo mẫu {pattern}."
    skipped = _skipped(series, gaps(used)) or f"Năm {year} không bỏ trống số nào."
    return f"Đã cấp {len(used)} số, cao nhất là {series.show(max(used))}. {skipped}{doubled}"


def usual_pattern(workspace: Workspace) -> str:
    """Read the pattern used last, at first that with the office's abbreviation."""
    return workspace.read(certificate_numbers.pattern)


def plan_numbers(workspace: Workspace, decision_uid: str, pattern: str, start: int | None = None) -> NumberingPlan:
    """Plan the numbering; *start* is the number after the highest one of the series unless it is given.

    Raises Refused for a pattern that cannot count, RecordMissing when the decision is gone.
    """
    return workspace.read(_plan, decision_uid, pattern, start)


def give_numbers(workspace: Workspace, decision_uid: str, pattern: str, start: int | None = None) -> Changes:
    """Give every certificate of a decision that has no number the next one, in the order of the list.

    Raises Refused when there is none to number or a number of the stretch is used; then nothing is given.
    """
    with workspace.changing("Cấp số giấy chứng nhận") as session:
        plan = _plan(session, decision_uid, pattern, start)
        if not plan.count:
            raise errors.Refused(plan.sentence)
        stretch = range(plan.start, plan.start + plan.count)
        taken = plan.used & set(stretch)
        if plan.start < 1 or taken:
            shown = plan.series.show(min(taken, default=plan.start))
            free = plan.series.show(next_after(plan.used))
            raise errors.Refused(f"Số {shown} không cấp được vì đã dùng. Hãy bắt đầu từ {free}.")
        put(session, PATTERN_KEY, pattern.strip())
        for number, award in zip(stretch, _without_number(session, decision_uid), strict=True):
            award.certificate_number = plan.series.show(number)
        return session.changes()


def _skipped(series: NumberSeries, numbers: Sequence[int]) -> str:
    if not numbers:
        return ""
    shown = ", ".join(series.show(number) for number in numbers[:_LISTED])
    more = f" và {len(numbers) - _LISTED} số khác" if len(numbers) > _LISTED else ""
    return f"Số còn trống trong năm {series.year}: {shown}{more}."


def _plan(session: Session, decision_uid: str, pattern: str, start: int | None) -> NumberingPlan:
    decision = living(session, Decision, decision_uid)
    series = series_of(pattern, decision.decided_on.year)
    used = certificate_numbers.used(session, series)
    without, numbered = _counted(session, decision_uid)
    return NumberingPlan(
        series=series,
        count=without,
        numbered=numbered,
        start=next_after(used) if start is None else start,
        skipped=gaps(used),
        used=frozenset(used),
    )


def _in_force(decision_uid: str) -> ColumnElement[bool]:
    return and_(Award.decision_uid == decision_uid, Award.state == AwardState.IN_FORCE)


def _counted(session: Session, decision_uid: str) -> tuple[int, int]:
    """Count the certificates of a decision without a number and those with one."""
    numbers = session.scalars(select(Award.certificate_number).where(_in_force(decision_uid))).all()
    without = sum(not number for number in numbers)
    return without, len(numbers) - without


def _without_number(session: Session, decision_uid: str) -> list[Award]:
    awards = select(Award).where(_in_force(decision_uid))
    ordered = session.scalars(awards.order_by(Award.ordinal.is_(None), Award.ordinal, Award.uid))
    return [award for award in ordered if not award.certificate_number]
