"""The sums of an event, or of the events of a year: medals, gifts, people and costs by their owners."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cluster_desktop.domain.events.vocabulary import Prize
from cluster_desktop.domain.figures.count import Count, Source, joined
from cluster_desktop.domain.figures.tallies import NOT_RECORDED
from cluster_desktop.domain.text.names import text_sort_key

MEDALS = (Prize.FIRST, Prize.SECOND, Prize.THIRD, Prize.ENCOURAGEMENT)


@dataclass(frozen=True, slots=True)
class Medals:
    """The prizes of one unit: first, second, third and encouragement prizes, each with the events it was won at."""

    unit: str
    counts: tuple[Count, ...]

    @property
    def total(self) -> Count:
        """All prizes of the unit."""
        return joined(self.unit, self.counts)


def medal_table(results: Iterable[tuple[str, str | None, str]]) -> tuple[Medals, ...]:
    """The prizes by unit from (unit, code of the prize, event): most first prizes first, then second, and so on."""
    won: dict[str, dict[str, Counter[str]]] = {}
    for unit, prize, event in results:
        if prize in MEDALS:
            won.setdefault(unit or NOT_RECORDED, {code: Counter() for code in MEDALS})[prize][event] += 1
    table = [Medals(unit, tuple(_prizes(unit, code, prizes[code]) for code in MEDALS)) for unit, prizes in won.items()]
    return tuple(sorted(table, key=lambda row: ([-count for count in row.counts], text_sort_key(row.unit))))


def _prizes(unit: str, code: str, events: Counter[str]) -> Count:
    name = f"{Prize.label_of(code)}, {unit}"
    return Count(Source(name, "event", tuple(events), tuple(events.values()), "giải"))


@dataclass(frozen=True, slots=True)
class Sums:
    """One line under a name: numbers in the order of the headings of their table."""

    name: str
    numbers: tuple[int, ...]


def sums(rows: Iterable[tuple[str, Sequence[int | None]]]) -> tuple[Sums, ...]:
    """The numbers added up by name, by the alphabet; what has no name comes last."""
    by_name: dict[str, list[int]] = {}
    for name, numbers in rows:
        held = by_name.setdefault(name or NOT_RECORDED, [0] * len(numbers))
        for place, number in enumerate(numbers):
            held[place] += number or 0
    order = sorted(by_name, key=lambda name: (name == NOT_RECORDED, text_sort_key(name)))
    return tuple(Sums(name, tuple(by_name[name])) for name in order)


def total(lines: Sequence[Sums]) -> tuple[int, ...]:
    """The last line of a table."""
    return tuple(sum(column) for column in zip(*(line.numbers for line in lines), strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSums:
    """Everything that belongs to one event, added up."""

    medals: tuple[Medals, ...] = ()
    papers: tuple[Sums, ...] = ()
    """Papers, of these printed, of these read."""
    gifts: tuple[Sums, ...] = ()
    """Gifts and their sum in đồng."""
    people: tuple[Sums, ...] = ()
    attendees: tuple[Sums, ...] = ()
    """People of the roster, by what they were."""
    costs: tuple[Sums, ...] = ()
    """Planned and spent đồng, by source."""
