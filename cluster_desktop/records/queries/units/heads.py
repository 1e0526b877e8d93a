"""Who heads a unit on a day: the one place every document, list and certificate asks."""

from sqlalchemy.orm import Session

from cluster_desktop.domain.people.heads import Head
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Unit


class Heads:
    """The heads of all units."""

    def __init__(self, session: Session) -> None:
        pass

    def on(self, unit: Unit | None, day: PartialDate) -> Head:
        """The head of a unit on a day."""
        return Head(unit.head_title or "", unit.head_name or "") if unit else Head()
