"""A cluster's score sheet of one year as it is read: criteria in order, units, every point, and the vote."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple, TypeVar

from cluster_desktop.domain.people.heads import Head
from cluster_desktop.domain.scoring.vocabulary import CriterionKind, SheetState
from cluster_desktop.domain.text.dates import PartialDate


class Side(StrEnum):
    """The side that gave the points; the values are the fields of a score."""

    SELF = "self_points"
    CROSS = "cross_points"
    FINAL = "final_points"

    @property
    def label(self) -> str:
        """The heading of the column."""
        return _LABELS[self]


SIDES = tuple(Side)
_LABELS = {Side.SELF: "Tự chấm", Side.CROSS: "Chấm chéo", Side.FINAL: "Kết luận"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    """One line of the sheet; ``depth`` is how many groups it lies in, ``maximum`` is in hundredths of a point."""

    uid: str
    title: str
    kind: str = CriterionKind.CRITERION
    code: str = ""
    maximum: int | None = None
    evidence: str = ""
    parent_uid: str | None = None
    depth: int = 0

    @property
    def group(self) -> bool:
        """True for a line that only holds others and is not scored itself."""
        return self.kind == CriterionKind.GROUP

    @property
    def due(self) -> bool:
        """True when every unit has to be scored on it; bonus and penalty may stay empty."""
        return self.kind == CriterionKind.CRITERION

    @property
    def sign(self) -> int:
        """-1 for a penalty, which takes its points away."""
        return -1 if self.kind == CriterionKind.PENALTY else 1

    @property
    def words(self) -> str:
        """Number and title as one reads them."""
        return f"{self.code}. {self.title}" if self.code else self.title


class Mark(NamedTuple):
    """The points of one unit on one criterion, in hundredths of a point; ``files`` counts its attachments.

    A tuple, because a sheet is made of tens of thousands of them at once.
    """

    uid: str = ""
    self_points: int | None = None
    cross_points: int | None = None
    final_points: int | None = None
    evidence: str = ""
    note: str = ""
    files: int = 0

    @property
    def points(self) -> tuple[int | None, int | None, int | None]:
        """The points of each of ``SIDES``."""
        return self.self_points, self.cross_points, self.final_points

    def on(self, side: Side) -> int | None:
        """The points of one side."""
        if side is Side.FINAL:
            return self.final_points
        return self.self_points if side is Side.SELF else self.cross_points


NO_MARK = Mark()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredUnit:
    """A unit of the cluster in the year of the sheet, under the name it had at the end of that year."""

    uid: str
    code: str
    short_name: str
    name: str
    head: Head = Head()
    """Who heads it on that day."""
    role: str = ""
    scores_uid: str | None = None
    """The unit it scores this year."""
    scored_before: str | None = None
    """The unit it scored the year before."""
    left_on: PartialDate | None = None
    """The day it was dissolved or merged, if that was before the year ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """The vote on one unit for one award."""

    uid: str
    unit_uid: str
    award: str
    votes_for: int | None = None
    votes_total: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredSheet:
    """Everything about one score sheet. ``marks`` are by (criterion uid, unit uid)."""

    uid: str
    name: str
    cluster_uid: str
    cluster_name: str
    year: int
    state: str
    locked_on: PartialDate | None = None
    unlock_reason: str = ""
    basis: str = ""
    sample_note: str | None = None
    lines: tuple[ScoreLine, ...] = ()
    units: tuple[ScoredUnit, ...] = ()
    marks: Mapping[tuple[str, str], Mark] = field(default_factory=dict)
    votes: tuple[Vote, ...] = ()

    @property
    def locked(self) -> bool:
        """True when its points may not be changed any more."""
        return self.state == SheetState.LOCKED

    @property
    def scored_lines(self) -> tuple[ScoreLine, ...]:
        """The lines that take points."""
        return tuple(line for line in self.lines if not line.group)

    def mark(self, line_uid: str, unit_uid: str) -> Mark:
        """Return the mark of a unit on a criterion; an empty mark where nothing is written yet."""
        return self.marks.get((line_uid, unit_uid), NO_MARK)

    def line(self, uid: str) -> ScoreLine:
        """The line with this uid; KeyError when the sheet has none."""
        return _by_uid(self.lines, uid)

    def unit(self, uid: str) -> ScoredUnit:
        """The unit with this uid; KeyError when the sheet has none."""
        return _by_uid(self.units, uid)


T = TypeVar("T", ScoreLine, ScoredUnit)


def _by_uid(items: Iterable[T], uid: str) -> T:
    for item in items:
        if item.uid == uid:
            return item
    raise KeyError(uid)


def in_order(lines: Iterable[ScoreLine]) -> tuple[ScoreLine, ...]:
    """The lines, given by position, each group before what it holds, with their depths.

    A line whose group is not there stands at the end, outside every group, so that none is lost.
    """
    children: dict[str | None, list[ScoreLine]] = {}
    ordered = list(lines)
    uids = {line.uid for line in ordered}
    for line in ordered:
        children.setdefault(line.parent_uid if line.parent_uid in uids else None, []).append(line)
    placed: dict[str, ScoreLine] = {}
    _walk(children, children.get(None, []), 0, placed)
    circular = [line for line in ordered if line.uid not in placed]
    _walk({}, circular, 0, placed)
    return tuple(placed.values())


def _walk(
    children: Mapping[str | None, list[ScoreLine]], level: Iterable[ScoreLine], depth: int, placed: dict[str, ScoreLine]
) -> None:
    for line in level:
        placed[line.uid] = replace(line, depth=depth)
        _walk(children, children.get(line.uid, ()), depth + 1, placed)
