"""The figures of events: by kind, level, year and host, with their papers, gifts and people."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from cluster_desktop.domain.events.vocabulary import EventKind, EventLevel
from cluster_desktop.domain.figures.count import Count, amount
from cluster_desktop.domain.figures.tallies import Counts, Tally, by_name, labels, words
from cluster_desktop.domain.text.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFacts:
    """One event of the log with what its papers, gifts and participants add up to.

    ``gift_amount`` and ``cost`` are in đồng; ``people`` is None when nobody recorded how many came.
    """

    uid: str
    kind: str
    title: str
    level: str | None = None
    year: int | None = None
    starts_on: PartialDate | None = None
    ends_on: PartialDate | None = None
    host: str | None = None
    co_hosts: str = ""
    place: str = ""
    people: int | None = None
    papers: int = 0
    results: str = ""
    beneficiaries: str = ""
    launched_by: str = ""
    gifts: int = 0
    gift_amount: int = 0
    cost: int | None = None
    sample_note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFigures:
    """The events of the log. ``counted_events`` are those for which the number of people is recorded.

    ``donated`` and ``gift_amount`` are in đồng: what funds were given, and what all other gifts are worth.
    """

    total: Count
    samples: int
    cluster_workshops: Count
    cluster_workshop_papers: Count
    joint_workshops: Count
    charity_visits: Count
    donations: Count
    donated: Count
    papers: Count
    gifts: Count
    gift_amount: Count
    people: Count
    counted_events: Count
    cost: Count
    by_kind: Counts
    by_level: Counts
    by_year: Counts
    by_host: Counts


def event_figures(events: Iterable[EventFacts], units: Collection[str] = (), within: str = "") -> EventFigures:
    """Count *events*: workshops of the cluster, joint workshops of some schools, and charity visits apart.

    *within* names which events they are ("Năm 2020").
    """
    events = tuple(events)
    tally = Tally("event", events, within)
    cluster = [event for event in events if (event.kind, event.level) == (EventKind.WORKSHOP, EventLevel.CLUSTER)]
    joint = [event for event in events if (event.kind, event.level) == (EventKind.WORKSHOP, EventLevel.SCHOOLS)]
    donations = [event for event in events if event.kind == EventKind.DONATION]
    given = [event for event in events if event.kind != EventKind.DONATION]
    all_of = tally.name("")
    return EventFigures(
        total=tally.of("", events),
        samples=sum(event.sample_note is not None for event in events),
        cluster_workshops=tally.of("Hội thảo cấp Cụm", cluster),
        cluster_workshop_papers=papers(tally.name("Hội thảo cấp Cụm"), cluster),
        joint_workshops=tally.of("Hội thảo liên trường", joint),
        charity_visits=tally.of("Thiện nguyện", (event for event in events if event.kind == EventKind.CHARITY)),
        donations=tally.of("Ủng hộ quỹ", donations),
        donated=gift_amount(tally.name("Ủng hộ quỹ"), donations),
        papers=papers(all_of, events),
        gifts=gifts(all_of, given),
        gift_amount=gift_amount(all_of, given),
        people=attendance(all_of, events),
        counted_events=tally.of("Có ghi số người", (event for event in events if event.people is not None)),
        cost=amount(all_of, "event", "đồng", ((event, event.cost) for event in events)),
        by_kind=tally.by(words(EventKind, (event.kind for event in events)), order=labels(EventKind)),
        by_level=tally.by(words(EventLevel, (event.level for event in events)), order=labels(EventLevel)),
        by_year=tally.by_year(event.year for event in events),
        by_host=tally.sizes(by_name(events, lambda event: event.host, units)),
    )


def papers(name: str, events: Iterable[EventFacts]) -> Count:
    """Count the papers of *events*."""
    return amount(name, "event", "tham luận", ((event, event.papers) for event in events))


def attendance(name: str, events: Iterable[EventFacts]) -> Count:
    """Count the people who came to *events*."""
    return amount(name, "event", "lượt người", ((event, event.people) for event in events))


def gifts(name: str, events: Iterable[EventFacts]) -> Count:
    """Count the gifts of *events*."""
    return amount(name, "event", "suất quà", ((event, event.gifts) for event in events))


def gift_amount(name: str, events: Iterable[EventFacts]) -> Count:
    """Add up the worth of the gifts of *events*, in đồng."""
    return amount(name, "event", "đồng", ((event, event.gift_amount) for event in events))
