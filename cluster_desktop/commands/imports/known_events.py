"""What the book counts of its events itself, so that its own log read back does not write the sums into them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.domain.kinds.import_kinds import OUTCOME
from cluster_desktop.records.queries.people.facts import event_facts


@dataclass(frozen=True, slots=True)
class KnownEvents:
    """How many people came to each event of the book, by its uid, where that is recorded."""

    people: Mapping[str, int | None] = field(default_factory=dict)

    @classmethod
    def of(cls, session: Session) -> "KnownEvents":
        """Read the log once."""
        return cls({event.uid: event.people for event in event_facts(session)})

    def complete(self, uid: str | None, values: Mapping[str, Value], texts: Mapping[str, str]) -> dict[str, Value]:
        """The values of a row: prizes and gifts become the summary of a new event, a sum known already says nothing."""
        told = dict(values)
        if uid is None and texts.get(OUTCOME):
            told.setdefault("summary", texts[OUTCOME])
        if uid is not None and told.get("attendance") == self.people.get(uid):
            told.pop("attendance", None)
        return told
