"""The plan of a year: its dates, the pledge, registrations and what is handed over."""

from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models.record import Record


class Milestone(Record):
    """A stage or deadline of the year."""

    __tablename__ = "milestone"
    SORTED_BY: ClassVar[str] = "title"
    SEARCHED: ClassVar[tuple[str, ...]] = ("title",)

    year: Mapped[int] = mapped_column(index=True)
    stage: Mapped[str]
    title: Mapped[str]
    due_on: Mapped[PartialDate]
    done_on: Mapped[PartialDate | None]
    unit_uid: Mapped[str | None] = mapped_column(ForeignKey("unit.uid"), index=True)
    note: Mapped[str | None]


class PledgeTarget(Record):
    """A target of the year's pledge."""

    __tablename__ = "pledge_target"
    SORTED_BY: ClassVar[str] = "title"
    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "target")

    year: Mapped[int] = mapped_column(index=True)
    position: Mapped[int | None]
    title: Mapped[str]
    target: Mapped[str | None]
    result: Mapped[str | None]
    movement_uid: Mapped[str | None] = mapped_column(ForeignKey("movement.uid"), index=True)
    note: Mapped[str | None]


class Registration(Record):
    """A title registered for at the start of a year."""

    __tablename__ = "registration"

    year: Mapped[int] = mapped_column(index=True)
    recipient_kind: Mapped[str]
    person_uid: Mapped[str | None] = mapped_column(ForeignKey("person.uid"), index=True)
    department_uid: Mapped[str | None] = mapped_column(ForeignKey("department.uid"), index=True)
    unit_uid: Mapped[str | None] = mapped_column(ForeignKey("unit.uid"), index=True)
    at_unit_uid: Mapped[str | None] = mapped_column(ForeignKey("unit.uid"), index=True)
    award: Mapped[str]
    registered_on: Mapped[PartialDate | None]
    target: Mapped[str | None]
    note: Mapped[str | None]


class HandoverItem(Record):
    """Something this year's head hands over."""

    __tablename__ = "handover_item"
    SORTED_BY: ClassVar[str] = "title"
    SEARCHED: ClassVar[tuple[str, ...]] = ("title",)

    year: Mapped[int] = mapped_column(index=True)
    position: Mapped[int | None]
    title: Mapped[str]
    done: Mapped[bool | None]
    done_on: Mapped[PartialDate | None]
    note: Mapped[str | None]
