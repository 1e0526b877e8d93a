"""Who heads a unit on a day: the one place every document, list and certificate asks."""

import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.people.heads import Head
from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Person, Stint, Unit, UnitHead
from cluster_desktop.records.queries.careers.as_of import AT_WORK, on


class Heads:
    """The heads of all units, read once for a whole report."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._dated: dict[str, list[UnitHead]] = {}
        for row in session.scalars(select(UnitHead).order_by(UnitHead.day)):  # no day comes first
            self._dated.setdefault(row.unit_uid, []).append(row)

    def on(self, unit: Unit | None, day: PartialDate) -> Head:
        """The head of a unit on a day: its dated head, else the one person who holds the post then, else no name.

        Of a day that is only known to the month or the year nobody is named where the head changed within it.
        """
        if unit is None:
            return Head()
        first, last = self._at(unit, day.earliest), self._at(unit, day.latest)
        return first if first == last else Head(unit.head_title or "")

    def _at(self, unit: Unit, day: datetime.date) -> Head:
        begun = [row for row in self._dated.get(unit.uid, ()) if row.day is None or row.day.earliest <= day]
        if begun:
            return Head(begun[-1].title or unit.head_title or "", begun[-1].name)
        return Head(unit.head_title or "", self._holder(unit, day))

    def _holder(self, unit: Unit, day: datetime.date) -> str:
        """The only one who has the head's post that day; somebody of whom that is a guess signs nothing."""
        if not unit.head_title:
            return ""
        posts = select(Person.full_name, Stint.position).join(Stint, on(day))
        posts = posts.where(Stint.unit_uid == unit.uid, AT_WORK, Stint.guessed.is_(False))
        title = names.fold(unit.head_title)
        holders = [name for name, post in self._session.execute(posts) if names.fold(post or "") == title]
        return holders[0] if len(holders) == 1 else ""
