"""What is said of a person's post from day to day, and what follows from it on any of them.

A statement says only the fields it knows. One that *began* on a day holds from then on and is silent about the days
before; one *seen* in a list of that day reaches back, as a guess, where nothing older is known. Days are ISO text of
partial dates, whose order is the order of the days; '' stands for "as far back as is known".

The four ways in which a clerk states something (:func:`change`, :func:`correct`, :func:`list_on`, and editing a row
itself) give a new ledger; nothing here knows of the workspace.
"""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from types import MappingProxyType
from typing import NamedTuple

from cluster_desktop.domain.people.vocabulary import ON_STAFF, PersonStatus, ServiceSource
from cluster_desktop.domain.text.dates import PartialDate

Said = Mapping[str, str | None]
Ledger = Mapping[tuple[str, str], Said]
"""The statements about one person by their day and source, of which there is one each."""

POST = ("unit_uid", "department_uid", "position", "job_title", "employment", "status")
"""The fields of a person that statements are about."""
OPEN = "9999"
"""The day until which a span lasts that has no end: later than any date, in the order of text."""
_BEGAN, _SEEN = ServiceSource.BEGAN, ServiceSource.SEEN
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Home:
    """What is known of a department: its unit, and the days between which it was there.

    ``began`` is '' and ``ended`` is ``OPEN`` where nobody has said; ``forebears`` are the units that went into its own,
    from one of which it may have come along.
    """

    unit: str
    forebears: Collection[str] = ()
    began: str = ""
    ended: str = OPEN


Homes = Mapping[str, Home]
"""The departments by their uids; one that is not among them is taken as it is said."""
_ANYWHERE: Homes = MappingProxyType({})


class Point(NamedTuple):
    """The value of a field from a day on, and the statement that says so."""

    day: str
    value: str | None
    source: str
    guessed: bool = False
    """True where the statement is of a later day and only reaches back to this one."""
    said_on: str = ""
    """The day of the statement."""


class Training(NamedTuple):
    """One line of somebody's training: a degree, a level of political theory."""

    kind: str
    value: str | None
    specialty: str | None = None
    attained_on: str | None = None
    """The day since when it is held; None where no paper says it."""
    seen_on: str = ""
    """The day of the list that named it, for one without a day of its own."""
    rank: int = 0
    """The place in the vocabulary of its kind, the highest first."""

    @property
    def day(self) -> str:
        """The day from which it surely counts."""
        return self.seen_on if self.attained_on is None else self.attained_on


@dataclass(frozen=True, slots=True)
class Span:
    """What holds of a person from one day to before another."""

    from_on: str
    until_on: str
    post: Said
    training: Said
    guessed: bool
    """True where something of it reaches back from a later list."""


def day_before(day: str) -> str:
    """The last day before a partial date, in full."""
    first = PartialDate.from_iso(day).earliest
    return PartialDate.of(first - datetime.timedelta(days=1)).iso


def points(ledger: Ledger, key: str, homes: Homes = _ANYWHERE) -> tuple[Point, ...]:
    """The values of a field in order of their days, the first from '' on where it reaches back or is that old.

    Nobody was in one of the departments *homes* before it began, or is in it when it is no more.
    """
    said = sorted((day, source != _SEEN, source) for (day, source), values in ledger.items() if key in values)
    # What began on a day says more than a list of that same day.
    last = {day: source for day, _rank, source in said}
    line = [Point(day, ledger[day, source][key], source, said_on=day) for day, source in last.items()]
    if line and line[0].day and line[0].source == _SEEN:
        line.insert(0, line[0]._replace(day="", guessed=True))
    return tuple(_within(line, homes)) if homes and key == "department_uid" else tuple(line)


def _within(line: Sequence[Point], homes: Homes) -> Iterator[Point]:
    for point, following in zip_longest(line, line[1:]):
        until = following.day if following else OPEN
        home = homes.get(point.value or "", Home(""))
        first, last = max(point.day, home.began), min(until, home.ended)
        nowhere = Point(point.day, None, point.source, said_on=point.said_on)
        if first > point.day or first >= last:
            yield nowhere
        if first < last:
            yield point._replace(day=first)
            if last < until:
                yield nowhere._replace(day=last)


def point_on(ledger: Ledger, key: str, day: str) -> Point | None:
    """What holds of a field on a day; None where nothing is known of it."""
    return _in_force(points(ledger, key), day)


def _in_force(line: Sequence[Point], day: str) -> Point | None:
    return next((point for point in reversed(line) if point.day <= day), None)


def change(ledger: Ledger, said: Said, day: str) -> Ledger:
    """State what holds since *day*, up to the next day on which the same field is said to have begun anew.

    No earlier day shows anything else than before: what was only guessed for it is kept as seen the day before.
    """
    after = _editable(ledger)
    for key, value in said.items():
        before = point_on(ledger, key, day_before(day)) if day else None
        following = [on for (on, source), values in ledger.items() if source == _BEGAN and on > day and key in values]
        for (seen_on, source), values in after.items():
            if source == _SEEN and day <= seen_on < min(following, default=OPEN):
                values.pop(key, None)
        if before is not None and before.guessed and before.said_on >= day:
            after.setdefault((day_before(day), _SEEN), {})[key] = before.value
        after.setdefault((day, _BEGAN), {})[key] = value
    return _tidied(after)


def correct(ledger: Ledger, said: Said, day: str) -> Ledger:
    """Put right what the statement in force on *day* says; what nobody said yet is filled in as seen on that day."""
    after = _editable(ledger)
    for key, value in said.items():
        point = point_on(ledger, key, day)
        place = (day, _SEEN) if point is None else (point.said_on, point.source)
        after.setdefault(place, {})[key] = value
    return _tidied(after)


def list_on(
    ledger: Ledger, said: Said, day: str, today: str, taken: Collection[str] = ()
) -> tuple[Ledger, tuple[str, ...]]:
    """Take over what a list of *day* says where it differs from what is known for that day, or confirms a guess.

    Gives the fields, too, that it leaves alone because a paper says otherwise: one of that very day (or month, or year,
    where no more is known of it), or one whose word holds up to *today*, which an older list would change. Those that
    are *taken* are written all the same.
    """
    after = _editable(ledger)
    disputed = []
    for key, value in said.items():
        point = point_on(ledger, key, day)
        if point is not None and not point.guessed and point.value == value:
            continue
        that_day = (
            point is not None and point.source == _BEGAN and bool(point.said_on) and day.startswith(point.said_on)
        )
        if key not in taken and (that_day or _tells_today(ledger, key, point, day, today)):
            disputed.append(key)
        else:
            place = (point.said_on, _BEGAN) if point and that_day else (day, _SEEN)
            after.setdefault(place, {})[key] = value
    return _tidied(after), tuple(disputed)


def _tells_today(ledger: Ledger, key: str, point: Point | None, day: str, today: str) -> bool:
    """Whether what holds today is what a paper said before a list of an earlier day."""
    return point is not None and point.source == _BEGAN and day < today and point_on(ledger, key, today) == point


def _editable(ledger: Ledger) -> dict[tuple[str, str], dict[str, str | None]]:
    return {place: dict(values) for place, values in ledger.items()}


def _tidied(ledger: Mapping[tuple[str, str], Said]) -> Ledger:
    """The statements that still say something."""
    return {place: values for place, values in ledger.items() if values}


def fold(ledger: Ledger, training: Iterable[Training] = (), homes: Homes = _ANYWHERE) -> tuple[Span, ...]:
    """Everything that holds of a person, in order of the days; there is no span for days without a known unit.

    Whoever goes to another unit leaves the department of the old one, where the *homes* tell whose it is.
    """
    learned = list(training)
    lines = {key: points(ledger, key, homes) for key in POST}
    kinds = sorted({line.kind for line in learned})
    turns = {point.day for line in lines.values() for point in line} | {line.day for line in learned} | {""}
    spans: list[Span] = []
    for from_on, until_on in pairwise([*sorted(turns), OPEN]):
        span = _span(lines, learned, kinds, from_on, until_on)
        if span is None:
            continue
        if not _in_its_unit(ledger, span, lines["department_uid"], homes):
            span = replace(span, post=MappingProxyType({**span.post, "department_uid": None}))
        last = spans[-1] if spans else None
        if last and last.until_on == from_on and last == replace(span, from_on=last.from_on, until_on=from_on):
            spans[-1] = replace(last, until_on=until_on)
        else:
            spans.append(span)
    return tuple(spans)


def _span(
    lines: Mapping[str, Sequence[Point]], learned: Sequence[Training], kinds: Sequence[str], day: str, until_on: str
) -> Span | None:
    post = {key: _in_force(line, day) for key, line in lines.items()}
    if (unit := post["unit_uid"]) is None or unit.value is None:
        return None
    values = {key: point.value if point else None for key, point in post.items()}
    guessed = any(point.guessed for point in post.values() if point)
    values["status"] = values["status"] or PersonStatus.WORKING  # who stands in a unit works there
    held: dict[str, str | None] = {}
    for kind in kinds:
        line, reaches_back = training_on(learned, kind, day)
        held[kind] = line.value if line else None
        held[f"{kind}_specialty"] = line.specialty if line else None
        guessed = guessed or reaches_back
    return Span(day, until_on, MappingProxyType(values), MappingProxyType(held), guessed)


def _in_its_unit(ledger: Ledger, span: Span, departments: Sequence[Point], homes: Homes) -> bool:
    """Whether the department of a span is of its unit, or was so when a paper named both, before it came along."""
    unit, department = span.post["unit_uid"], span.post["department_uid"]
    home = homes.get(department or "")
    if home is None or unit == home.unit:
        return True
    point = _in_force(departments, span.from_on)
    named = ledger[point.said_on, point.source].get("unit_uid") if point else None
    return unit in home.forebears and named == unit


def training_on(learned: Sequence[Training], kind: str, day: str) -> tuple[Training | None, bool]:
    """The highest line of a kind that was held on a day, and whether that is a guess.

    What a list names without a day of its own reaches back where nothing is known, unless something lower was
    attained after that day.
    """
    mine = [line for line in learned if line.kind == kind]
    held = [line for line in mine if line.day <= day]
    if held:
        return min(held, key=highest), False
    lowest_attained = max((line.rank for line in mine if line.attained_on is not None), default=-1)
    undated = [line for line in mine if line.attained_on is None and line.rank > lowest_attained]
    if not undated:
        return None, False
    first = min(line.seen_on for line in undated)
    return min((line for line in undated if line.seen_on == first), key=highest), True


def highest(line: Training) -> tuple[int, str, str, str]:
    """The order of the lines of one kind: the least of it is the highest level, which counts."""
    return line.rank, line.value or "", line.specialty or "", line.day


def present(spans: Sequence[Span], today: str) -> Span | None:
    """What holds today; of somebody who is still to come, what will hold first."""
    past = [span for span in spans if span.from_on <= today]
    return past[-1] if past else spans[0] if spans else None


class Tenure(NamedTuple):
    """Since when and until when somebody belongs to the unit; None where no paper says it."""

    joined: str | None
    left: str | None


def tenure(ledger: Ledger, today: str, continues: Mapping[str, str] = _NONE) -> Tenure:
    """The days on which somebody came to the unit they are in, or were in last, and left it.

    A unit that went into another (*continues*: old to new) goes on in it, so a merger is no coming.
    """
    units, states = points(ledger, "unit_uid"), points(ledger, "status")
    until = max(today, min((point.day for point in units), default=""))  # somebody may be still to come
    joined: str | None = None
    home: str | None = None
    here = False
    for day in sorted({point.day for point in (*units, *states) if point.day <= until}):
        unit, status = _in_force(units, day), _in_force(states, day)
        if unit is None or unit.value is None:
            continue
        told = [point for point in (unit, status) if point and point.day == day and not point.guessed]
        came = any(point.source == _BEGAN for point in told)
        here_then = status is None or status.guessed or _here(status.value)
        moved = unit.value != home and not _goes_on(home, unit.value, continues)
        if moved or (here_then and not here and unit.value == home):
            joined = day if came else None
        home, here = unit.value, here_then
    state = _in_force(states, until)
    gone = state is not None and not _here(state.value) and state.source == _BEGAN
    return Tenure(joined or None, state.day or None if gone and state else None)


def _here(status: str | None) -> bool:
    """Whether somebody of that status belongs to the unit; who stands in one works there where nothing is said."""
    return status is None or status in ON_STAFF


def _goes_on(old: str | None, new: str, continues: Mapping[str, str]) -> bool:
    passed: set[str | None] = set()
    while old is not None and old not in passed:
        passed.add(old)
        old = continues.get(old)
        if old == new:
            return True
    return False
