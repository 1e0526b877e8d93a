"""The names that units had on a date, read once for a whole report."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.dates import PartialDate
from cluster_desktop.records.models import FormerName, Unit


class UnitNames:
    """Every former name in the workspace, by unit and in order of the day it went out of use."""

    def __init__(self, session: Session) -> None:
        self._former: dict[str, list[tuple[PartialDate, str]]] = {}
        found = select(FormerName).where(FormerName.deleted_at.is_(None)).order_by(FormerName.valid_to)
        for old in session.scalars(found):
            self._former.setdefault(old.unit_uid, []).append((old.valid_to, old.name))

    def on(self, unit: Unit | None, day: PartialDate) -> str:
        """The first former name still in use on *day*, else the present name; '' for no unit."""
        if unit is None:
            return ""
        former = self._former.get(unit.uid, ())
        return next((name for until, name in former if until.latest >= day.earliest), unit.name)
