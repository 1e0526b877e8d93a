"""The event log and what belongs to an event."""

from sqlalchemy import ColumnElement, ForeignKey, func
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models.record import Record, Year, refers_to


class Event(Record):
    """One event of the log."""

    SORTED_BY = "title"
    SEARCHED = ("place", "co_hosts")

    kind: Mapped[str]
    title: Mapped[str]
    year: Mapped[Year]
    level: Mapped[str | None]
    starts_on: Mapped[PartialDate | None]
    ends_on: Mapped[PartialDate | None]
    host_uid: Mapped[str | None] = refers_to("unit")
    co_hosts: Mapped[str | None]
    place: Mapped[str | None]
    chair: Mapped[str | None]
    attendance: Mapped[int | None]
    movement_uid: Mapped[str | None] = refers_to("movement")
    organisers: Mapped[str | None]
    proceedings: Mapped[bool | None]
    paper_count: Mapped[int | None]
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

    SORTED_BY = "title"
    SEARCHED = ("author",)

    event_uid: Mapped[str] = refers_to("event")
    title: Mapped[str]
    author: Mapped[str | None]
    person_uid: Mapped[str | None] = refers_to("person")
    unit_uid: Mapped[str | None] = refers_to("unit")
    printed: Mapped[bool | None]
    presented: Mapped[bool | None]


class Result(Record):
    """A result, performance or prize."""

    SORTED_BY = "discipline"
    SEARCHED = ("performer",)

    event_uid: Mapped[str] = refers_to("event")
    discipline: Mapped[str]
    performer: Mapped[str | None]
    unit_uid: Mapped[str | None] = refers_to("unit")
    person_uid: Mapped[str | None] = refers_to("person")
    work: Mapped[str | None]
    genre: Mapped[str | None]
    prize: Mapped[str | None]
    score: Mapped[str | None]


class Gift(Record):
    """Gifts of a charity visit."""

    SORTED_BY = "description"

    event_uid: Mapped[str] = refers_to("event")
    description: Mapped[str]
    unit_uid: Mapped[str | None] = refers_to("unit")
    quantity: Mapped[int | None]
    unit_value: Mapped[int | None]
    amount: Mapped[int | None]

    @hybrid_property
    def worth(self) -> int | None:
        """The sum the paper names in đồng, else the quantity times the value of one; None when neither is known."""
        if self.amount is not None or self.quantity is None or self.unit_value is None:
            return self.amount
        return self.quantity * self.unit_value

    @worth.inplace.expression
    @classmethod
    def _worth_in_sql(cls) -> ColumnElement[int | None]:
        return func.coalesce(cls.amount, cls.quantity * cls.unit_value)


class CoHost(Record):
    """A unit that holds an event together with its host."""

    event_uid: Mapped[str] = refers_to("event")
    unit_uid: Mapped[str] = refers_to("unit")
    note: Mapped[str | None]


class Participant(Record):
    """Number of people a unit sent to an event."""

    event_uid: Mapped[str] = refers_to("event")
    unit_uid: Mapped[str] = refers_to("unit")
    people: Mapped[int | None]
    note: Mapped[str | None]


class Attendee(Record):
    """A person of the roster who took part."""

    event_uid: Mapped[str] = refers_to("event")
    person_uid: Mapped[str] = refers_to("person")
    role: Mapped[str | None]
    note: Mapped[str | None]


class Expense(Record):
    """A cost of an event: planned, spent, and its source."""

    SORTED_BY = "description"
    SEARCHED = ("source",)

    event_uid: Mapped[str] = refers_to("event")
    description: Mapped[str]
    source: Mapped[str | None]
    planned: Mapped[int | None]
    spent: Mapped[int | None]


class Attachment(Record):
    """A photo, file or scan of the one record that is named."""

    SORTED_BY = "caption"
    SEARCHED = ("credit", "file_name")

    event_uid: Mapped[str | None] = refers_to("event")
    person_uid: Mapped[str | None] = refers_to("person")
    nomination_uid: Mapped[str | None] = refers_to("nomination")
    score_uid: Mapped[str | None] = refers_to("score")
    decision_uid: Mapped[str | None] = refers_to("decision")
    session_uid: Mapped[str | None] = refers_to("council_session")
    movement_uid: Mapped[str | None] = refers_to("movement")
    cluster_uid: Mapped[str | None] = refers_to("cluster")
    pledge_target_uid: Mapped[str | None] = refers_to("pledge_target")
    handover_item_uid: Mapped[str | None] = refers_to("handover_item")
    kind: Mapped[str]
    file_name: Mapped[str]
    caption: Mapped[str | None]
    credit: Mapped[str | None]
    position: Mapped[int | None]
    sha256: Mapped[str] = mapped_column(ForeignKey("blob.sha256"), index=True)
