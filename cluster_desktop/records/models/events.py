"""The event log and what belongs to an event."""

from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models.record import Record


class Event(Record):
    """One event of the log."""

    __tablename__ = "event"
    SORTED_BY: ClassVar[str] = "title"
    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "place", "co_hosts")

    kind: Mapped[str]
    title: Mapped[str]
    year: Mapped[int] = mapped_column(index=True)
    level: Mapped[str | None]
    starts_on: Mapped[PartialDate | None]
    ends_on: Mapped[PartialDate | None]
    host_uid: Mapped[str | None] = mapped_column(ForeignKey("unit.uid"), index=True)
    co_hosts: Mapped[str | None]
    place: Mapped[str | None]
    chair: Mapped[str | None]
    attendance: Mapped[int | None]
    movement_uid: Mapped[str | None] = mapped_column(ForeignKey("movement.uid"), index=True)
    organisers: Mapped[str | None]
    proceedings: Mapped[bool | None]
    beneficiaries: Mapped[str | None]
    launched_by: Mapped[str | None]
    registered_groups: Mapped[int | None]
    registered_people: Mapped[int | None]
    signs_pledge: Mapped[bool | None]
    closes_year: Mapped[bool | None]
    documents: Mapped[str | None]
    cost_planned: Mapped[int | None]
    cost_spent: Mapped[int | None]
    summary: Mapped[str | None]
    news: Mapped[str | None]
    note: Mapped[str | None]


class Paper(Record):
    """A paper of a workshop."""

    __tablename__ = "paper"
    SORTED_BY: ClassVar[str] = "title"
    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "author")

    event_uid: Mapped[str] = mapped_column(ForeignKey("event.uid"), index=True)
    title: Mapped[str]
    author: Mapped[str | None]
    person_uid: Mapped[str | None] = mapped_column(ForeignKey("person.uid"), index=True)
    unit_uid: Mapped[str | None] = mapped_column(ForeignKey("unit.uid"), index=True)
    printed: Mapped[bool | None]
    presented: Mapped[bool | None]


class Result(Record):
    """A result, performance or prize."""

    __tablename__ = "result"
    SORTED_BY: ClassVar[str] = "discipline"
    SEARCHED: ClassVar[tuple[str, ...]] = ("discipline", "performer")

    event_uid: Mapped[str] = mapped_column(ForeignKey("event.uid"), index=True)
    discipline: Mapped[str]
    performer: Mapped[str | None]
    unit_uid: Mapped[str | None] = mapped_column(ForeignKey("unit.uid"), index=True)
    person_uid: Mapped[str | None] = mapped_column(ForeignKey("person.uid"), index=True)
    work: Mapped[str | None]
    genre: Mapped[str | None]
    prize: Mapped[str | None]
    score: Mapped[str | None]


class Gift(Record):
    """Gifts of a charity visit."""

    __tablename__ = "gift"
    SORTED_BY: ClassVar[str] = "description"
    SEARCHED: ClassVar[tuple[str, ...]] = ("description",)

    event_uid: Mapped[str] = mapped_column(ForeignKey("event.uid"), index=True)
    description: Mapped[str]
    unit_uid: Mapped[str | None] = mapped_column(ForeignKey("unit.uid"), index=True)
    quantity: Mapped[int | None]
    unit_value: Mapped[int | None]
    amount: Mapped[int | None]


class Participant(Record):
    """How many people of a unit took part."""

    __tablename__ = "participant"

    event_uid: Mapped[str] = mapped_column(ForeignKey("event.uid"), index=True)
    unit_uid: Mapped[str] = mapped_column(ForeignKey("unit.uid"), index=True)
    people: Mapped[int | None]
    note: Mapped[str | None]


class Attendee(Record):
    """A person of the roster who took part."""

    __tablename__ = "attendee"

    event_uid: Mapped[str] = mapped_column(ForeignKey("event.uid"), index=True)
    person_uid: Mapped[str] = mapped_column(ForeignKey("person.uid"), index=True)
    role: Mapped[str | None]
    note: Mapped[str | None]


class Expense(Record):
    """What an event costs."""

    __tablename__ = "expense"
    SORTED_BY: ClassVar[str] = "description"
    SEARCHED: ClassVar[tuple[str, ...]] = ("description", "source")

    event_uid: Mapped[str] = mapped_column(ForeignKey("event.uid"), index=True)
    description: Mapped[str]
    source: Mapped[str | None]
    planned: Mapped[int | None]
    spent: Mapped[int | None]


class Attachment(Record):
    """A photo or file of an event, a person, a nomination or a score."""

    __tablename__ = "attachment"
    SORTED_BY: ClassVar[str] = "caption"
    SEARCHED: ClassVar[tuple[str, ...]] = ("caption", "credit", "file_name")

    event_uid: Mapped[str | None] = mapped_column(ForeignKey("event.uid"), index=True)
    person_uid: Mapped[str | None] = mapped_column(ForeignKey("person.uid"), index=True)
    nomination_uid: Mapped[str | None] = mapped_column(ForeignKey("nomination.uid"), index=True)
    score_uid: Mapped[str | None] = mapped_column(ForeignKey("score.uid"), index=True)
    kind: Mapped[str]
    file_name: Mapped[str]
    caption: Mapped[str | None]
    credit: Mapped[str | None]
    position: Mapped[int | None]
    sha256: Mapped[str] = mapped_column(ForeignKey("blob.sha256"), index=True)
