"""Compare rows of events with the sums the workspace counts itself, so that its own log is not written back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.domain.record_kinds.import_kinds import OUTCOME
from cluster_desktop.records.queries.people.facts import event_facts


@dataclass(frozen=True, slots=True)
class LoggedEvents:
    """The number of people at each event of the workspace by uid, where that is recorded."""

    people: Mapping[str, int | None] = field(default_factory=dict)

    @classmethod
    def of(cls, session: Session) -> "LoggedEvents":
        """Read the log once."""
        return cls({event.uid: event.people for event in event_facts(session)})

    def complete(self, uid: str | None, values: Mapping[str, Value], texts: Mapping[str, str]) -> dict[str, Value]:
        """Complete the values of a row: prizes and gifts become a new event's summary, a recorded sum is left out."""
        completed = dict(values)
        if uid is None and texts.get(OUTCOME):
            completed.setdefault("summary", texts[OUTCOME])
        if uid is not None and completed.get("attendance") == self.people.get(uid):
            completed.pop("attendance", None)
        return completed
