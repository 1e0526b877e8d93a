"""People as of a day: where they were then, their post, and the degrees they had.

A statement joins ``Stint`` where it would read those columns of ``Person``, on a condition given here. Who reads the
columns of ``Person`` itself reads today's: that is right for lists, searches and what is chosen next, never for what
a paper, a figure or a verdict of another day says.
"""

import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, String, and_, case, cast, func, literal, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.expression import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from cluster_desktop.domain.people.vocabulary import ON_STAFF
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Person, Stint

Day = datetime.date | PartialDate | SQLColumnExpression[Any] | str
"""A calendar day, a partial date (its first day), ISO text, or a column that holds one."""
AT_WORK = Stint.status.in_(ON_STAFF)
"""Those who belonged to the unit then, at work or away for a time."""


def on(day: Day) -> ColumnElement[bool]:
    """The condition on which ``Stint`` is joined to ``Person``: what held on that day."""
    text = iso_of(day)
    return and_(Stint.person_uid == Person.uid, Stint.from_on <= text, Stint.until_on > text)


def stint_on(session: Session, person_uid: str, day: Day) -> Stint | None:
    """What held of one person on a day; None where nothing is known of it."""
    return session.scalars(select(Stint).join(Person, on(day)).where(Person.uid == person_uid)).first()


def iso_of(day: Day) -> SQLColumnExpression[Any] | str:
    """A day as what it is compared with: ISO text, a partial date by its first day."""
    if isinstance(day, PartialDate):
        return day.earliest.isoformat()
    return day.isoformat() if isinstance(day, datetime.date) else day


def all_on(day: Day) -> ColumnElement[bool]:
    """The same condition where everybody of a day is asked for.

    The stints are read once from end to end: SQLite would look each person up by itself, which takes twice the time.
    """
    text = iso_of(day)
    whose, begun, ended = (unsought(each) for each in (Stint.person_uid, Stint.from_on, Stint.until_on))
    return and_(whose == Person.uid, begun <= text, ended > text)


def unsought(column: Any) -> ColumnElement[str]:
    """A column that SQLite does not look for in an index; its planner is told so by a plus."""
    return UnaryExpression(column, operator=custom_op("+"), type_=String())


def unit_on(person_uid: ColumnElement[Any] | Any, day: Day) -> ColumnElement[str]:
    """The unit somebody was in on a day; NULL where nothing is known of it."""
    table, text = Stint.__table__.alias(), iso_of(day)
    found = select(table.c.unit_uid).where(
        table.c.person_uid == person_uid, table.c.from_on <= text, table.c.until_on > text
    )
    return found.correlate_except(table).scalar_subquery()


def unit_since(person_uid: ColumnElement[Any] | Any, day: Day) -> ColumnElement[str]:
    """The unit somebody was in on a day, else that which they are first known to have come to after it."""
    table, text = Stint.__table__.alias(), iso_of(day)
    found = select(table.c.unit_uid).where(table.c.person_uid == person_uid, table.c.until_on > text)
    return found.order_by(table.c.from_on).limit(1).correlate_except(table).scalar_subquery()


def end_of(year: SQLColumnExpression[int]) -> ColumnElement[str]:
    """The last day of a year, as ISO text; today while the year lasts."""
    last = cast(year, String) + "-12-31"
    today = datetime.date.today().isoformat()
    return case((last > today, literal(today)), else_=last)


def day_of_year(year: int, today: datetime.date | None = None) -> datetime.date:
    """The day as of which the figures of a year are: its last, or today while it lasts."""
    return min(datetime.date(year, 12, 31), today or datetime.date.today())


def day_within(year: int, today: datetime.date | None = None) -> datetime.date:
    """The day of a year that is nearest to today: what is chosen for a year that is still to come is of its first."""
    return max(datetime.date(year, 1, 1), day_of_year(year, today))


def within(year: int) -> ColumnElement[bool]:
    """The stints of which some part lies in the year."""
    # A day of the year that is known to the month or the year only still lies in it.
    touching = and_(Stint.from_on <= f"{year}-12-31", Stint.until_on > f"{year - 1}-12-31")
    return and_(touching, Stint.until_on != f"{year}-01-01")


def last_in_year(year: int, *, at_work: bool = True) -> ColumnElement[bool]:
    """The condition on which ``Stint`` is joined to ``Person``: the last place they had in the year.

    Who retired, moved or died within the year is of that year. Unless it is asked for those *at_work*, it is the last
    place of everybody, also of who is only known to have left some day.
    """
    return last_by(datetime.date(year, 12, 31), at_work=at_work)


def last_by(day: datetime.date, *, at_work: bool = True) -> ColumnElement[bool]:
    """The same for the part of a year up to a day of it."""
    return and_(Stint.person_uid == Person.uid, Stint.from_on == _last_start(day, at_work=at_work))


def _last_start(day: datetime.date, *, at_work: bool) -> ColumnElement[str | None]:
    there = select(func.max(Stint.from_on)).where(Stint.person_uid == Person.uid, within(day.year))
    there = there.where(Stint.from_on <= day.isoformat())
    return (there.where(AT_WORK) if at_work else there).correlate(Person).scalar_subquery()


def person_on(session: Session, uid: str, day: Day) -> dict[str, str | None] | None:
    """Post and training of somebody on a day, by the columns of a person; None where nothing is known of it."""
    keys = [column.key for column in Stint.__table__.columns if hasattr(Person, column.key)]
    statement = select(*(getattr(Stint, key) for key in keys)).join(Person, on(day)).where(Person.uid == uid)
    row = session.execute(statement).one_or_none()
    return None if row is None else dict(zip(keys, row, strict=True))


def guesses(day: Day) -> Select[int]:
    """Count the people of a day of whom something is only known from a later list."""
    statement = select(func.count()).select_from(Person).join(Stint, on(day))
    return statement.where(AT_WORK, Stint.guessed)
