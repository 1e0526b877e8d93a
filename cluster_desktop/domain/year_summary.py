"""What the annual summary of a cluster tells: its members, its people, what it did and what it was awarded.

Every figure is counted from records. Only the appraisal is written by people; it is kept with its year.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from cluster_desktop.domain.figures import AwardFacts, EventFacts, StaffStatistics

BASE_LEVEL = "CO_SO"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A unit in the cluster of one year."""

    name: str
    role: str
    hosts: bool
    leads: bool
    head: tuple[str, str]
    """Office and name of who heads the unit."""
    faculties: int
    offices: int
    people: int
    women: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A picture of an event, as its file stands in the workspace."""

    data: bytes
    caption: str
    credit: str
    sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryTexts:
    """The appraisal the office writes itself: strengths, weaknesses, plans. Line feeds part paragraphs."""

    strengths: str = ""
    weaknesses: str = ""
    plans: str = ""


SUMMARY_PARTS = tuple(field.name for field in fields(SummaryTexts))


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSummary:
    """A cluster at the end of ``year``; ``events`` and ``awards`` are those of all years up to it."""

    year: int
    cluster: str
    members: tuple[Member, ...]
    staff: StaffStatistics
    staff_notes: tuple[str | None, ...]
    movements: tuple[tuple[str, str], ...]
    """Title and who launched it."""
    events: tuple[EventFacts, ...]
    awards: tuple[AwardFacts, ...]
    photos: tuple[Photo, ...]
    texts: SummaryTexts

    @property
    def first_year(self) -> int:
        """The first year of the event log."""
        return min((event.year for event in self.events if event.year), default=self.year)

    @property
    def year_awards(self) -> tuple[AwardFacts, ...]:
        """The awards decided for ``year``."""
        return tuple(award for award in self.awards if award.year == self.year)

    def of(self, *kinds: str, levels: Sequence[str] = ()) -> tuple[EventFacts, ...]:
        """The events of these kinds (and levels), oldest first."""
        return tuple(
            event for event in self.events if event.kind in kinds and (not levels or (event.level or "") in levels)
        )

    def in_year(self, *kinds: str) -> tuple[EventFacts, ...]:
        """The events of these kinds in ``year``."""
        return tuple(event for event in self.of(*kinds) if event.year == self.year)
