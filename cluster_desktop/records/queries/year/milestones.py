"""The milestones of a year, and the one to be reminded of."""

import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.year.deadlines import SOON, YearMilestone
from cluster_desktop.records.models import Milestone, Unit


def year_milestones(session: Session, year: int) -> tuple[YearMilestone, ...]:
    """The milestones of a year in order of their days."""
    statement = (
        select(Milestone, Unit.short_name)
        .outerjoin(Unit, Unit.uid == Milestone.unit_uid)
        .where(Milestone.year == year)
        .order_by(Milestone.due_on, Milestone.uid)
    )
    return tuple(_milestone(milestone, unit) for milestone, unit in session.execute(statement))


def _milestone(milestone: Milestone, unit: str | None) -> YearMilestone:
    return YearMilestone(
        uid=milestone.uid,
        stage=milestone.stage,
        title=milestone.title,
        due_on=milestone.due_on,
        done_on=milestone.done_on,
        unit=unit or "",
    )


def earlier_year(session: Session, year: int) -> int | None:
    """The last year before *year* that has milestones."""
    statement = select(func.max(Milestone.year)).where(Milestone.year < year)
    return session.scalar(statement)


def pressing(session: Session, today: datetime.date) -> YearMilestone | None:
    """The most pressing milestone that is not done: due within SOON days, or passed this year."""
    statement = (
        select(Milestone)
        .where(
            Milestone.done_on.is_(None),
            Milestone.due_on >= PartialDate(today.year),
            Milestone.due_on <= PartialDate.of(today + datetime.timedelta(days=SOON)),
        )
        .order_by(Milestone.due_on, Milestone.uid)
    )
    waiting = [_milestone(milestone, None) for milestone in session.scalars(statement)]
    ahead = [milestone for milestone in waiting if milestone.days_left(today) >= 0]
    return next(iter(ahead), None) or (waiting[-1] if waiting else None)
