"""What a list of a day makes of what the book says of somebody: the same rule tells it beforehand and writes it.

A list says how somebody stood on its day. What is known for that day already stays; what differs holds from that day
on, up to what a later line says. A level below the one that was held is kept out and told (``KEPT``); where a paper
says otherwise of that very day, or where a list of the past would change what holds today, somebody is asked
(``ASKED``).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from cluster_desktop.domain.people.career import LEARNED, rank_of
from cluster_desktop.domain.people.dating import leaving_day, with_tenure
from cluster_desktop.domain.people.timeline import (
    POST,
    Homes,
    Ledger,
    Said,
    Tenure,
    Training,
    fold,
    highest,
    list_on,
    point_on,
    tenure,
    training_on,
)
from cluster_desktop.domain.people.vocabulary import ON_STAFF
from cluster_desktop.domain.text import names

DEGREE, SPECIALTY = "degree", "specialty"
JOINED, LEFT = "joined_unit", "left_on"
DATED = (*POST, *LEARNED.values(), SPECIALTY, JOINED, LEFT)
"""The fields of a person that have their days."""
_KIND_OF = {column: kind for kind, column in LEARNED.items()}


class Fate(Enum):
    """What becomes of a field that a list names."""

    SAME = "same"
    WRITTEN = "written"
    KEPT = "kept"
    ASKED = "asked"


class ListVerdict(NamedTuple):
    """What becomes of one field, and what the book says instead where it is not written, since which day."""

    fate: Fate
    held: str | None = None
    said_on: str = ""


class Known(NamedTuple):
    """Everything the book says of somebody's post and training."""

    ledger: Ledger
    training: tuple[Training, ...] = ()


@dataclass(frozen=True, slots=True)
class ListDay:
    """The day of a list beside today; ``taken`` are the fields that are written although they were to be asked."""

    day: str
    today: str
    taken: Collection[str] = frozenset()
    continues: Mapping[str, str] = field(default_factory=dict)
    """The units that went into another."""

    @property
    def past(self) -> bool:
        """True for a list of before today, which changes nothing of today unasked."""
        return self.day < self.today


Told = dict[str, ListVerdict]


def listed(known: Known, said: Said, of: ListDay) -> tuple[Known, Told]:
    """What is known after a list has said this, and what became of each field. Lines keep their places.

    *said* has only what the list tells: the fields of ``DATED`` that are not empty in it.
    """
    told: Told = {}
    ledger = _with_post(known.ledger, {key: said[key] for key in POST if key in said}, of, told)
    for key in (JOINED, LEFT, JOINED):  # the day of coming may fit only once that of leaving is known
        if key in said and (key not in told or told[key].fate is Fate.KEPT):
            ledger = _with_day(ledger, key, said[key], of, told)
    training = known.training
    for column in LEARNED.values():
        if column in said or (column == DEGREE and SPECIALTY in said):
            training = _with_level(training, column, said, of, told)
    return Known(ledger, training), told


def standing(
    known: Known, day: str, homes: Homes, continues: Mapping[str, str]
) -> tuple[dict[str, str | None], set[str]]:
    """The fields of ``DATED`` as they stood on a day, and those of which that is not known but guessed or unknown."""
    points = {key: point_on(known.ledger, key, day) for key in POST}
    then: dict[str, str | None] = {key: point.value if point else None for key, point in points.items()}
    spans = fold(known.ledger, known.training, homes)
    if span := next((span for span in spans if span.from_on <= day < span.until_on), None):
        then["department_uid"] = span.post["department_uid"]
    unsure = {key for key, point in points.items() if point is None or point.guessed}
    for column in LEARNED.values():
        line, guessed = training_on(known.training, column, day)
        then[column] = line.value if line else None
        keys = {column, SPECIALTY} if column == DEGREE else {column}
        if column == DEGREE:
            then[SPECIALTY] = line.specialty if line else None
        unsure |= keys if guessed else set()
    then[JOINED], then[LEFT] = _tenure_then(known.ledger, day, continues)
    return then, unsure


def _tenure_then(ledger: Ledger, day: str, continues: Mapping[str, str]) -> Tenure:
    """The days of coming and leaving as of a day; none before somebody is known to be anywhere."""
    return tenure(ledger, day, continues) if point_on(ledger, "unit_uid", day) else Tenure(None, None)


# --- posts ---


def _with_post(ledger: Ledger, said: Said, of: ListDay, told: Told) -> Ledger:
    after, disputed = list_on(ledger, said, of.day, of.today, of.taken)
    if of.past and (older := _comes_before(ledger, after, said, of)):
        disputed = (*disputed, *older)
        after, _same = list_on(ledger, {k: v for k, v in said.items() if k not in disputed}, of.day, of.today, of.taken)
    for key, value in said.items():
        point = point_on(ledger, key, of.day)
        if key in disputed:
            told[key] = ListVerdict(Fate.ASKED, point.value if point else None, point.said_on if point else "")
        else:
            same = point is not None and not point.guessed and point.value == value
            told[key] = ListVerdict(Fate.SAME if same else Fate.WRITTEN)
    return after


def _comes_before(ledger: Ledger, after: Ledger, said: Said, of: ListDay) -> tuple[str, ...]:
    """The fields by which a list would have somebody in their unit of today before a paper says that they came."""
    joined = tenure(ledger, of.today, of.continues).joined
    if joined is None or tenure(after, of.today, of.continues).joined == joined:
        return ()
    return tuple(key for key in ("unit_uid", "status") if key in said and key not in of.taken)


def _with_day(ledger: Ledger, key: str, day: str | None, of: ListDay, told: Told) -> Ledger:
    """The ledger after a list has said when somebody came, or left, as of its own day."""
    about = told.get("unit_uid" if key == JOINED else "status")
    if about is not None and about.fate is Fate.ASKED:  # it is the day of what is not taken
        told[key] = ListVerdict(Fate.KEPT)
        return ledger
    old = _tenure_then(ledger, of.day, of.continues)
    place = (JOINED, LEFT).index(key)
    held, day = old[place], leaving_day(day, old.joined) if key == LEFT else day
    if held == day:
        told[key] = ListVerdict(Fate.SAME)
        return ledger
    state = point_on(ledger, "status", of.day)
    if key == LEFT and (state is None or state.value in (None, *ON_STAFF)):
        told[key] = ListVerdict(Fate.KEPT, held)
        return ledger
    new = Tenure(*(day if at == place else old[at] for at in range(len(old))))
    after = with_tenure(ledger, old, new, of.day)
    overruled = any(_says_otherwise(ledger, after, when) for when in (of.day, of.today))
    if overruled or _tenure_then(after, of.day, of.continues)[place] != day:
        told[key] = ListVerdict(Fate.KEPT, held)
        return ledger
    now = tenure(ledger, of.today, of.continues)[place]
    if of.past and key not in of.taken and now and tenure(after, of.today, of.continues)[place] != now:
        told[key] = ListVerdict(Fate.ASKED, now)
        return ledger
    told[key] = ListVerdict(Fate.WRITTEN)
    return after


def _says_otherwise(ledger: Ledger, after: Ledger, day: str) -> bool:
    """Whether a day of coming or leaving would overrule where somebody was, or whether they were at work, on a day."""
    held = [point_on(ledger, key, day) for key in ("unit_uid", "status")]
    now = [point_on(after, key, day) for key in ("unit_uid", "status")]
    return any(old and (new is None or new.value != old.value) for old, new in zip(held, now, strict=True))


# --- training ---

Lines = tuple[Training, ...]


def _with_level(lines: Lines, column: str, said: Said, of: ListDay, told: Told) -> Lines:
    """The lines after a list has named a level: it is held by that day, unless something higher is known to be."""
    value = said.get(column)
    if value is None:
        line, _guessed = training_on(lines, column, of.day)
        if line is not None:
            held = line.day <= of.day
            same = [each for each in lines if (each.kind, each.rank) == (column, line.rank)]
            line = _fitting([each for each in same if (each.day <= of.day) == held], said.get(SPECIALTY))
        return _with_specialty(lines, line, column, said, of, told)
    rank = rank_of(_KIND_OF[column], value)
    mine = [line for line in lines if line.kind == column]
    top = min((line for line in mine if line.day <= of.day), key=highest, default=None)
    if top is not None and top.rank < rank:
        told[column] = ListVerdict(Fate.KEPT, top.value, top.day)
        return lines
    if top is not None and top.rank == rank:
        told[column] = ListVerdict(Fate.SAME)
        alike = [line for line in mine if line.day <= of.day and line.rank == rank]
        return _with_specialty(lines, _fitting(alike, said.get(SPECIALTY)), column, said, of, told)
    if column not in of.taken and (paper := _otherwise(mine, rank, of)):
        told[column] = ListVerdict(Fate.ASKED, paper.value, paper.day)
        return lines
    told[column] = ListVerdict(Fate.WRITTEN)
    later = [line for line in mine if line.rank == rank and line.attained_on is None]
    if not later:
        return (*lines, _new(column, value, said, of, told))
    seen = _fitting(later, said.get(SPECIALTY))
    confirmed = seen._replace(seen_on=of.day)
    return _with_specialty(_instead(lines, seen, confirmed), confirmed, column, said, of, told)


def _otherwise(mine: Sequence[Training], rank: int, of: ListDay) -> Training | None:
    """The line that speaks against a level held on the day of a list: attained later, or what counts today is lower."""
    later = next((line for line in mine if line.rank == rank and line.attained_on is not None), None)
    if later is not None:
        return later
    now = min((line for line in mine if line.day <= of.today), key=highest, default=None)
    if not of.past or now is None or now.value is None or now.rank <= rank:
        return None
    return None if now.attained_on is None and now.seen_on <= of.day else now


def _new(column: str, value: str | None, said: Said, of: ListDay, told: Told) -> Training:
    specialty = said.get(SPECIALTY) if column == DEGREE else None
    if specialty is not None:
        told[SPECIALTY] = ListVerdict(Fate.WRITTEN)
    return Training(column, value, specialty, None, of.day, rank_of(_KIND_OF[column], value))


def _with_specialty(lines: Lines, line: Training | None, column: str, said: Said, of: ListDay, told: Told) -> Lines:
    """Fill in what was studied, or put it right by a list of today; what a list of the past calls otherwise stays."""
    specialty = said.get(SPECIALTY)
    if column != DEGREE or specialty is None:
        return lines
    if line is None:
        return (*lines, _new(column, None, said, of, told))
    if _alike(line.specialty, specialty):
        told[SPECIALTY] = ListVerdict(Fate.SAME)
        return lines
    if line.specialty is not None and of.past:
        told[SPECIALTY] = ListVerdict(Fate.KEPT, line.specialty, line.day)
        return lines
    told[SPECIALTY] = ListVerdict(Fate.WRITTEN)
    return _instead(lines, line, line._replace(specialty=specialty))


def _fitting(lines: Sequence[Training], specialty: str | None) -> Training:
    """Of several lines of one level the one of that specialty, else one that names none, else the one that counts."""
    named = [line for line in lines if _alike(line.specialty, specialty)]
    return min(named or [line for line in lines if line.specialty is None] or lines, key=highest)


def _alike(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and names.fold(one) == names.fold(other)


def _instead(lines: Lines, line: Training, other: Training) -> Lines:
    place = next(place for place, each in enumerate(lines) if each is line)
    return (*lines[:place], other, *lines[place + 1 :])
