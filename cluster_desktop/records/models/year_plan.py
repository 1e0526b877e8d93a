"""The plan of a year: its dates, the pledge, registrations and what is handed over."""

from sqlalchemy.orm import Mapped

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models.record import RecipientColumns, Record, Year, refers_to


class Milestone(Record):
    """A stage or deadline of the year."""

    SORTED_BY = "title"

    year: Mapped[Year]
    stage: Mapped[str]
    title: Mapped[str]
    due_on: Mapped[PartialDate]
    done_on: Mapped[PartialDate | None]
    unit_uid: Mapped[str | None] = refers_to("unit")
    note: Mapped[str | None]


class PledgeTarget(Record):
    """A target of the year's pledge."""

    SORTED_BY = "title"
    SEARCHED = ("target",)

    year: Mapped[Year]
    position: Mapped[int | None]
    title: Mapped[str]
    target: Mapped[str | None]
    result: Mapped[str | None]
    movement_uid: Mapped[str | None] = refers_to("movement")
    note: Mapped[str | None]


class Registration(RecipientColumns, Record):
    """A title registered for at the start of a year."""

    year: Mapped[Year]
    award: Mapped[str]
    registered_on: Mapped[PartialDate | None]
    target: Mapped[str | None]
    note: Mapped[str | None]


class HandoverItem(Record):
    """Something this year's head hands over."""

    SORTED_BY = "title"

    year: Mapped[Year]
    position: Mapped[int | None]
    title: Mapped[str]
    done: Mapped[bool | None]
    done_on: Mapped[PartialDate | None]
    note: Mapped[str | None]
