"""How and when people left: retired, moved away, died."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.people.vocabulary import ON_STAFF, PersonStatus
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Stint
from cluster_desktop.records.queries.careers.as_of import within

_EXACT = {"day": "ngày", "month": "tháng", "year": "năm"}


@dataclass(frozen=True, slots=True)
class Leaving:
    """The status of somebody who left, and the first day of it; None where nothing says that they were here before."""

    status: str
    on: PartialDate | None
    of_year: bool = False
    """True where they were still here in some part of the year that is asked for."""

    @property
    def words(self) -> str:
        """ "nghỉ hưu ngày 01/09/2020"."""
        label = PersonStatus.label_of(self.status)
        since = f" {_EXACT[self.on.precision]} {self.on.show()}" if self.on else ""
        return f"{label[0].lower()}{label[1:]}{since}"


def leaving(session: Session, person_uid: str, year: int) -> Leaving | None:
    """How somebody had left by the end of a year; None for who was on the staff then, or is not known before."""
    return leavings(session, (person_uid,), year).get(person_uid)


def leavings(session: Session, person_uids: Collection[str] | Select[Any], year: int) -> dict[str, Leaving]:
    """The same of several people, by person."""
    statement = (
        select(Stint.person_uid, Stint.status, Stint.from_on, within(year))
        .where(Stint.person_uid.in_(person_uids), Stint.from_on <= f"{year}-12-31")
        .order_by(Stint.person_uid, Stint.from_on)
    )
    left: dict[str, Leaving] = {}
    here: set[str] = set()
    for person, status, begun, in_year in session.execute(statement):
        if status in ON_STAFF:
            left.pop(person, None)
            (here.add if in_year else here.discard)(person)
        elif person not in left:
            left[person] = Leaving(status, PartialDate.from_iso(begun) if begun else None, person in here)
    return left
