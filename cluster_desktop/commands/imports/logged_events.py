"""Compare rows of events with the sums the workspace counts itself, so that its own log is not written back."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.commands.imports.event_outcomes import EventOutcome, gift_of, read_outcome
from cluster_desktop.commands.imports.row_words import read_extra
from cluster_desktop.commands.records.co_hosts import part_bodies, units_by_name
from cluster_desktop.domain.events.event_figures import EventFacts
from cluster_desktop.domain.events.events import EventDraft, kind_in
from cluster_desktop.domain.fields.fields import Draft, Value, fields_of
from cluster_desktop.domain.record_kinds.import_kinds import EVENTS, GIFTS, GIVEN, OUTCOME, PAPERS
from cluster_desktop.records.models import CoHost, Event
from cluster_desktop.records.queries.people.facts import event_facts

Values = dict[str, Value]


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    """What a row brings to an event: the values of its record, and new records that belong to it."""

    values: Values
    children: tuple[Draft, ...] = ()
    untold: tuple[str, ...] = ()
    """What the row says and an event of this kind, which is in the book already, has no field for."""


@dataclass(frozen=True, slots=True)
class LoggedEvents:
    """What the papers, gifts, prizes, people and costs of each event of the workspace add up to, by uid."""

    facts: Mapping[str, EventFacts] = field(default_factory=dict)
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
        return cls({event.uid: event for event in event_facts(session)}, helped, hosts, units_by_name(session))

    def complete(self, uid: str | None, values: Mapping[str, Value], texts: Mapping[str, str]) -> LoggedEvent:
        """Complete the values of a row: what the book counts itself is left out, prizes and gifts become records.

        A new event without a kind is of the one that its title begins with. Prizes come to an event that has none,
        gifts and money likewise. Raises InvalidDraft.
        """
        completed = dict(values)
        held = self.facts.get(uid or "")
        kind = str(values.get("kind") or (held.kind if held else kind_in(str(values.get("title") or "")) or ""))
        if kind and held is None:
            completed["kind"] = kind
        outcome = read_outcome(texts.get(OUTCOME, ""), kind, self.units)
        if outcome.rest and held is None:
            completed.setdefault("summary", outcome.rest)
        if outcome.beneficiaries and held is None:
            completed.setdefault("beneficiaries", outcome.beneficiaries)
        papers = read_extra(EVENTS, PAPERS, texts)
        if papers and (held is None or papers > held.papers):
            completed.setdefault("paper_count", papers)
        if held is not None:
            self._leave_out(completed, held)
        told = _without_field(completed, kind)
        if told and held is None:
            note = completed.get("note")
            completed["note"] = "\n".join(filter(None, (str(note or ""), *told)))
        return LoggedEvent(completed, self._children(outcome, kind, texts, held), told if held else ())

    def _leave_out(self, values: Values, held: EventFacts) -> None:
        """Leave out what the book knows from its own records."""
        for key, known in (("attendance", held.people), ("cost_spent", held.cost)):
            if values.get(key) == known:
                values.pop(key, None)
        if values.get("co_hosts"):
            units, rest = part_bodies(str(values["co_hosts"]), self.units)
            host = values.get("host_uid") or self.hosts.get(held.uid)  # who is none of those that help it
            if units and set(units) <= {*self.co_hosts.get(held.uid, ()), host}:
                values["co_hosts"] = rest or None

    @staticmethod
    def _children(
        outcome: EventOutcome, kind: str, texts: Mapping[str, str], held: EventFacts | None
    ) -> tuple[Draft, ...]:
        count, amount = read_extra(EVENTS, GIFTS, texts), read_extra(EVENTS, GIVEN, texts)
        gifts = gift_of(kind, count, amount) or outcome.gifts
        return (
            *(outcome.results if held is None or not held.results else ()),
            *(gifts if held is None or not (held.gifts or held.gift_amount) else ()),
        )


def _without_field(values: Values, kind: str) -> tuple[str, ...]:
    """Take out what events of this kind have no field for, in words."""
    other = [item for item in fields_of(EventDraft) if values.get(item.key) is not None]
    other = [item for item in other if not item.applies({"kind": kind})]
    return tuple(f"{item.label}: {item.show(values.pop(item.key))}" for item in other)
