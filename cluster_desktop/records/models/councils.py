"""Sessions of emulation councils and who sat in them."""

from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models.record import Record


class CouncilSession(Record):
    """A session of an emulation council."""

    __tablename__ = "council_session"
    SORTED_BY: ClassVar[str] = "name"
    SEARCHED: ClassVar[tuple[str, ...]] = ("name",)

    name: Mapped[str]
    year: Mapped[int] = mapped_column(index=True)
    round_uid: Mapped[str | None] = mapped_column(ForeignKey("round.uid"), index=True)
    unit_uid: Mapped[str | None] = mapped_column(ForeignKey("unit.uid"), index=True)
    held_on: Mapped[PartialDate | None]
    place: Mapped[str | None]
    method: Mapped[str]
    members_total: Mapped[int | None]
    present: Mapped[int | None]
    opinions: Mapped[str | None]
    conclusion: Mapped[str | None]


class CouncilMember(Record):
    """A member of the council at one session."""

    __tablename__ = "council_member"
    SORTED_BY: ClassVar[str] = "full_name"
    SEARCHED: ClassVar[tuple[str, ...]] = ("full_name",)

    session_uid: Mapped[str] = mapped_column(ForeignKey("council_session.uid"), index=True)
    full_name: Mapped[str]
    person_uid: Mapped[str | None] = mapped_column(ForeignKey("person.uid"), index=True)
    office: Mapped[str | None]
    role: Mapped[str]
    attendance: Mapped[str]
