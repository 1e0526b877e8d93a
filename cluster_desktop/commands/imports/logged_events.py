"""Compare rows of events with the sums the workspace counts itself, so that its own log is not written back."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.commands.records.co_hosts import part_bodies, units_by_name
from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.domain.record_kinds.import_kinds import OUTCOME
from cluster_desktop.records.models import CoHost, Event
from cluster_desktop.records.queries.people.facts import event_facts


@dataclass(frozen=True, slots=True)
class LoggedEvents:
    """The number of people at each event of the workspace by uid, where that is recorded."""

    people: Mapping[str, int | None] = field(default_factory=dict)
    co_hosts: Mapping[str, Set[str]] = field(default_factory=dict)
    """The units that held an event together with its host, by the event's uid."""
    hosts: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, session: Session) -> "LoggedEvents":
        """Read the log once."""
        helped: dict[str, set[str]] = {}
        for event_uid, unit_uid in session.execute(select(CoHost.event_uid, CoHost.unit_uid)):
            helped.setdefault(event_uid, set()).add(unit_uid)
        hosts = {uid: host for uid, host in session.execute(select(Event.uid, Event.host_uid)) if host is not None}
        people = {event.uid: event.people for event in event_facts(session)}
        return cls(people, helped, hosts, units_by_name(session))

    def complete(self, uid: str | None, values: Mapping[str, Value], texts: Mapping[str, str]) -> dict[str, Value]:
        """Complete the values of a row: prizes and gifts become a new event's summary, a recorded sum is left out."""
        completed = dict(values)
        if uid is None and texts.get(OUTCOME):
            completed.setdefault("summary", texts[OUTCOME])
        if uid is not None and completed.get("attendance") == self.people.get(uid):
            completed.pop("attendance", None)
        if uid is not None and completed.get("co_hosts"):
            units, rest = part_bodies(str(completed["co_hosts"]), self.units)
            host = values.get("host_uid") or self.hosts.get(uid)  # who is none of those that help it
            if units and set(units) <= {*self.co_hosts.get(uid, ()), host}:
                completed["co_hosts"] = rest or None
        return completed
