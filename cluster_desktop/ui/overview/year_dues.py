"""Who owes what, and the deadlines of the year with the days that are left; each leads to where it is settled."""

import datetime

from cluster_desktop.domain.fields.vocabulary import YearStage
from cluster_desktop.domain.year.deadlines import YearMilestone
from cluster_desktop.records.queries.year.overview import YearFigures
from cluster_desktop.records.queries.year.year_state import Owing
from cluster_desktop.ui.overview.year_tasks import Task

_DEADLINES = 3
_AHEAD = 90
"""Days before a deadline from which it is listed."""


def dues(found: YearFigures, today: datetime.date) -> tuple[Task, ...]:
    """Units that owe registrations, scores or classes, then the next deadlines."""
    state = found.state
    owed = (
        _owed(found, state.registrations, "chưa đăng ký danh hiệu", YearStage.REGISTRATION, "registration", today),
        _owed(found, state.scores, "chưa tự chấm điểm", YearStage.JUDGING, "score_sheet", today)
        if state.sheet_uid
        else None,
        _owed(
            found, state.classes, f"chưa có xếp loại đơn vị năm {found.overview.year}", YearStage.JUDGING, "unit", today
        ),
    )
    waiting = [one for one in state.milestones if one.done_on is None and one.days_left(today) <= _AHEAD]
    return (
        *(task for task in owed if task),
        *(_deadline(one, today) for one in _pressing_first(waiting, today)[:_DEADLINES]),
    )


def _owed(found: YearFigures, owing: Owing, what: str, stage: str, kind: str, today: datetime.date) -> Task | None:
    """A line for units that owe something: when others have delivered it, or when its day is near."""
    milestone = found.state.milestone(stage)
    waits = milestone is not None and milestone.done_on is None and milestone.days_left(today) <= _AHEAD
    if not owing.missing or not (owing.delivered or waits):
        return None
    aside = milestone.aside(today) if milestone and milestone.done_on is None else ""
    tone = milestone.tone(today) if milestone and milestone.done_on is None else "caution"
    uid = owing.missing[0].uid if kind == "unit" else ""
    return Task("warning", tone, f"{owing.names()} {what}", aside, kind, uid)


def _pressing_first(waiting: list[YearMilestone], today: datetime.date) -> list[YearMilestone]:
    """What comes next before what has long passed."""
    ahead = [one for one in waiting if one.days_left(today) >= 0]
    passed = [one for one in waiting if one.days_left(today) < 0]
    return [*ahead, *reversed(passed)]


def _deadline(one: YearMilestone, today: datetime.date) -> Task:
    words = f"{one.title} ({one.unit})" if one.unit else one.title
    return Task("calendar", one.tone(today), words, one.aside(today), "milestone", one.uid)
