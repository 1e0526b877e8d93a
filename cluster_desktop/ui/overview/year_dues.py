"""The tasks from units that owe something, and from the next deadlines with the days that are left."""

import datetime

from cluster_desktop.domain.year.deadlines import YearMilestone
from cluster_desktop.domain.year.vocabulary import YearStage
from cluster_desktop.records.queries.year.overview import YearFigures
from cluster_desktop.records.queries.year.year_state import Owing
from cluster_desktop.ui.overview.year_tasks import Task

_DEADLINES = 3
_AHEAD = 90
"""Days before a deadline from which it is listed."""


def dues(year: YearFigures, today: datetime.date) -> tuple[Task, ...]:
    """List units that owe registrations, scores or classes, then the next deadlines."""
    state = year.state
    owed = (
        _owed(year, state.registrations, "chưa đăng ký danh hiệu", YearStage.REGISTRATION, "registration", today),
        _owed(year, state.scores, "chưa tự chấm điểm", YearStage.JUDGING, "score_sheet", today)
        if state.sheet_uid
        else None,
        _owed(
            year, state.classes, f"chưa có xếp loại đơn vị năm {year.overview.year}", YearStage.JUDGING, "unit", today
        ),
    )
    waiting = [item for item in state.milestones if item.done_on is None and item.days_left(today) <= _AHEAD]
    return (
        *(task for task in owed if task),
        *(_deadline(milestone, today) for milestone in _pressing_first(waiting, today)[:_DEADLINES]),
    )


def _owed(year: YearFigures, owing: Owing, what: str, stage: str, kind: str, today: datetime.date) -> Task | None:
    """Return a task for units that owe something: when others have delivered it, or when its day is near."""
    milestone = year.state.milestone(stage)
    waits = milestone is not None and milestone.done_on is None and milestone.days_left(today) <= _AHEAD
    if not owing.missing or not (owing.delivered or waits):
        return None
    aside = milestone.aside(today) if milestone and milestone.done_on is None else ""
    tone = milestone.tone(today) if milestone and milestone.done_on is None else "caution"
    uid = owing.missing[0].uid if kind == "unit" else ""
    return Task("warning", tone, f"{owing.names()} {what}", aside, kind, uid)


def _pressing_first(waiting: list[YearMilestone], today: datetime.date) -> list[YearMilestone]:
    """Order deadlines: the next ones before those long passed."""
    ahead = [milestone for milestone in waiting if milestone.days_left(today) >= 0]
    passed = [milestone for milestone in waiting if milestone.days_left(today) < 0]
    return [*ahead, *reversed(passed)]


def _deadline(milestone: YearMilestone, today: datetime.date) -> Task:
    words = f"{milestone.title} ({milestone.unit})" if milestone.unit else milestone.title
    return Task("calendar", milestone.tone(today), words, milestone.aside(today), "milestone", milestone.uid)
