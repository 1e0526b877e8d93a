"""How and when people left: retired, moved away, died."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.people.vocabulary import ON_STAFF, PersonStatus
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Stint
from cluster_desktop.records.queries.careers.as_of import within


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
        return f"{label[0].lower()}{label[1:]}" + (f" ngày {self.on.show()}" if self.on else "")


def leaving(session: Session, person_uid: str, year: int) -> Leaving | None:
    """How somebody had left by the end of a year; None for who was on the staff then, or is not known before."""
    statement = (
        select(Stint.status, Stint.from_on, within(year))
        .where(Stint.person_uid == person_uid, Stint.from_on <= f"{year}-12-31")
        .order_by(Stint.from_on)
    )
    left: Leaving | None = None
    here_in_year = False
    for status, begun, in_year in session.execute(statement):
        if status in ON_STAFF:
            left, here_in_year = None, in_year
        elif left is None:
            left = Leaving(status, PartialDate.from_iso(begun) if begun else None, here_in_year)
    return left
