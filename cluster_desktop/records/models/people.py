"""The staff roster and the yearly records of a person."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models.record import Base, Record, Year, refers_to


class Person(Record):
    """A staff member."""

    __table_args__ = (Index("ix_person_list", "deleted_at", "sort_key", "uid"),)
    SORTED_BY = "full_name"
    SEARCHED = ("other_name",)
    DERIVED = Record.DERIVED | {"marked_key"}

    full_name: Mapped[str]
    birth_date: Mapped[PartialDate | None]
    gender: Mapped[str | None]
    ethnicity: Mapped[str | None]
    religion: Mapped[str | None]
    unit_uid: Mapped[str] = refers_to("unit")
    department_uid: Mapped[str | None] = refers_to("department")
    position: Mapped[str | None]
    job_title: Mapped[str | None]
    employment: Mapped[str | None]
    joined_unit: Mapped[PartialDate | None]
    recruited_on: Mapped[PartialDate | None]
    party_joined: Mapped[PartialDate | None]
    party_official: Mapped[PartialDate | None]
    status: Mapped[str]
    left_on: Mapped[PartialDate | None]
    degree: Mapped[str | None]
    specialty: Mapped[str | None]
    academic_title: Mapped[str | None]
    political_theory: Mapped[str | None]
    state_management: Mapped[str | None]
    foreign_language: Mapped[str | None]
    computing: Mapped[str | None]
    home_town: Mapped[str | None]
    address: Mapped[str | None]
    other_name: Mapped[str | None]
    identity_number: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    note: Mapped[str | None]
    marked_key: Mapped[str] = mapped_column(default="", sort_order=94)


class Rating(Record):
    """The quality class of a person in one year."""

    person_uid: Mapped[str] = refers_to("person")
    year: Mapped[Year]
    quality: Mapped[str]
    party_quality: Mapped[str | None]
    days_off: Mapped[int | None]
    note: Mapped[str | None]


class Initiative(Record):
    """An initiative or research result."""

    SORTED_BY = "title"
    SEARCHED = ("decision_number",)

    person_uid: Mapped[str] = refers_to("person")
    title: Mapped[str]
    kind: Mapped[str]
    year: Mapped[Year]
    level: Mapped[str]
    decision_number: Mapped[str | None]
    decided_on: Mapped[PartialDate | None]
    note: Mapped[str | None]


class Discipline(Record):
    """A disciplinary measure or an open examination."""

    SEARCHED = ("reason", "decision_number")

    person_uid: Mapped[str] = refers_to("person")
    side: Mapped[str]
    measure: Mapped[str]
    decided_on: Mapped[PartialDate]
    ended_on: Mapped[PartialDate | None]
    decision_number: Mapped[str | None]
    reason: Mapped[str | None]


class Service(Record):
    """What one paper says of a person's post, of since a day or as it stood on it; ``said`` names the fields it tells.

    A field that is not named there is not spoken of; one that is named and empty is said to be empty.
    """

    person_uid: Mapped[str] = refers_to("person")
    day: Mapped[PartialDate | None]
    how: Mapped[str]
    said: Mapped[str] = mapped_column(default="")
    unit_uid: Mapped[str | None] = refers_to("unit")
    department_uid: Mapped[str | None] = refers_to("department")
    position: Mapped[str | None]
    job_title: Mapped[str | None]
    employment: Mapped[str | None]
    status: Mapped[str | None]
    basis: Mapped[str | None]
    note: Mapped[str | None]


class Qualification(Record):
    """A degree, a level of political theory or an academic title; of each kind the highest counts."""

    SEARCHED = ("specialty", "place")

    person_uid: Mapped[str] = refers_to("person")
    kind: Mapped[str]
    value: Mapped[str | None]
    specialty: Mapped[str | None]
    place: Mapped[str | None]
    attained_on: Mapped[PartialDate | None]
    seen_on: Mapped[PartialDate | None]
    note: Mapped[str | None]


class Stint(Base):
    """What holds of a person from one day to before another; follows from the lines above, never written otherwise."""

    __table_args__ = (Index("ix_stint_day", "from_on", "until_on"),)

    person_uid: Mapped[str] = mapped_column(ForeignKey("person.uid", ondelete="CASCADE"), primary_key=True)
    from_on: Mapped[str] = mapped_column(primary_key=True)
    until_on: Mapped[str]
    unit_uid: Mapped[str] = mapped_column(index=True)
    department_uid: Mapped[str | None]
    position: Mapped[str | None]
    job_title: Mapped[str | None]
    employment: Mapped[str | None]
    status: Mapped[str]
    degree: Mapped[str | None]
    specialty: Mapped[str | None]
    political_theory: Mapped[str | None]
    academic_title: Mapped[str | None]
    guessed: Mapped[bool]
