"""What becomes of people's posts where their unit went into another one on a day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cluster_desktop.domain.people.timeline import Ledger, Said, Span, day_before, fold, point_on
from cluster_desktop.domain.people.vocabulary import ON_STAFF, ServiceSource


@dataclass(frozen=True, slots=True)
class Succession:
    """A unit that went into another since a day (ISO text), and what stands for each of its departments.

    Without an *old* unit it is departments alone that others carry on within theirs.
    """

    old: str
    new: str
    day: str
    departments: Mapping[str, str] = field(default_factory=dict)

    def holds(self, span: Span) -> bool:
        """Whether somebody is said to be at work in what is gone, the unit or a department of it, since the day."""
        unit, department = span.post["unit_uid"], span.post["department_uid"]
        gone = unit == self.old or (unit == self.new and department in self.departments)
        return gone and span.until_on > self.day and span.post["status"] in ON_STAFF

    def instead(self, span: Span) -> Said:
        """Where they are in truth."""
        department = span.post["department_uid"]
        said: dict[str, str | None] = {"unit_uid": self.new}
        if department in self.departments:
            said["department_uid"] = self.departments[department or ""]
        return said


def gone_over(ledger: Ledger, successions: Sequence[Succession]) -> Ledger:
    """The ledger after it says of nobody any more that they are at work in a unit that is gone.

    Who was there on the day before is in the other unit since the day. Who came later, as papers say that did not
    know of it, is there since their own day: nobody can have come to what was gone. Who had left stays with the old
    unit, which was theirs. No earlier day shows anything else than before, and what papers of later days say of other
    places stays.
    """
    passed: set[tuple[str, str]] = set()
    while found := next(_found(ledger, successions, passed), None):
        succession, span = found
        start = max(span.from_on, succession.day)
        passed.add((succession.old, start))  # two units that are said to have gone into each other have no end
        ledger = _restated(ledger, succession.instead(span), start, succession.day)
    return ledger


def _found(
    ledger: Ledger, successions: Sequence[Succession], passed: set[tuple[str, str]]
) -> Iterator[tuple[Succession, Span]]:
    for span in fold(ledger):
        for succession in successions:
            if succession.holds(span) and (succession.old, max(span.from_on, succession.day)) not in passed:
                yield succession, span


def _restated(ledger: Ledger, said: Said, start: str, day: str) -> Ledger:
    """Put another place where a paper of the *day* or later names it, else say that it began on *start*.

    What was only guessed for the days before is kept as seen the day before.
    """
    after = {place: dict(values) for place, values in ledger.items()}
    for key, value in said.items():
        point = point_on(ledger, key, start)
        named = point is not None and not point.guessed and point.said_on >= day
        on, source = (point.said_on, point.source) if point and named else (start, ServiceSource.BEGAN)
        before = point_on(ledger, key, day_before(on))
        if before is not None and before.guessed and before.said_on >= on:
            after.setdefault((day_before(on), ServiceSource.SEEN), {})[key] = before.value
        after.setdefault((on, source), {})[key] = value
    return after
