"""Sessions of emulation councils and who sat in them."""

from sqlalchemy.orm import Mapped

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models.record import Record, Year, refers_to


class CouncilSession(Record):
    """A session of an emulation council."""

    SORTED_BY = "name"

    name: Mapped[str]
    year: Mapped[Year]
    round_uid: Mapped[str | None] = refers_to("round")
    unit_uid: Mapped[str | None] = refers_to("unit")
    held_on: Mapped[PartialDate | None]
    place: Mapped[str | None]
    method: Mapped[str]
    members_total: Mapped[int | None]
    present: Mapped[int | None]
    opinions: Mapped[str | None]
    conclusion: Mapped[str | None]


class CouncilMember(Record):
    """A member of the council at one session."""

    SORTED_BY = "full_name"

    session_uid: Mapped[str] = refers_to("council_session")
    full_name: Mapped[str]
    person_uid: Mapped[str | None] = refers_to("person")
    office: Mapped[str | None]
    role: Mapped[str]
    attendance: Mapped[str]
