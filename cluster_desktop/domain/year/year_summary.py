"""The facts of a cluster's annual summary: its members and people, its events and awards.

Every figure is counted from records; the appraisal is the office's own words (``domain/printing/own_words``).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cluster_desktop.domain.events.event_figures import EventFacts, EventFigures, event_figures
from cluster_desktop.domain.events.event_sums import Medals
from cluster_desktop.domain.figures.count import Count, count
from cluster_desktop.domain.figures.figures import AwardFacts, AwardFigures, PersonFacts, StaffStatistics, award_figures
from cluster_desktop.domain.people.vocabulary import Gender
from cluster_desktop.domain.units.vocabulary import DepartmentKind


@dataclass(frozen=True, slots=True)
class DepartmentFacts:
    """A department of a unit; *kind* is the code of the vocabulary."""

    uid: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A unit in the cluster of one year."""

    uid: str
    name: str
    role: str
    hosts: bool
    departments: tuple[DepartmentFacts, ...]
    staff: tuple[PersonFacts, ...]

    @property
    def faculties(self) -> Count:
        """Its faculties (khoa)."""
        return self._departments("Khoa", DepartmentKind.FACULTY)

    @property
    def offices(self) -> Count:
        """Its offices (phòng)."""
        return self._departments("Phòng", DepartmentKind.OFFICE)

    @property
    def people(self) -> Count:
        """The people who work there."""
        return count(self.name, "person", self.staff)

    @property
    def women(self) -> Count:
        """The women who work there."""
        return count(f"{self.name} – Nữ", "person", (person for person in self.staff if person.gender == Gender.FEMALE))

    def _departments(self, word: str, kind: str) -> Count:
        return count(
            f"{self.name} – {word}",
            "department",
            (department for department in self.departments if department.kind == kind),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementSummary:
    """An emulation movement that ran in the year, and who launched it."""

    uid: str
    title: str
    launched_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A picture of an event, as its file stands in the workspace."""

    data: bytes
    caption: str
    credit: str
    sample: bool
    year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSummary:
    """A cluster at the end of ``year``; ``events`` and ``awards`` are those of all years up to it."""

    year: int
    cluster: str
    members: tuple[Member, ...]
    staff: StaffStatistics
    staff_notes: tuple[str | None, ...]
    movements: tuple[MovementSummary, ...]
    pledged: tuple[tuple[str, str, str], ...] = ()
    """The pledges of the units for the year: title, target and result."""
    events: tuple[EventFacts, ...]
    awards: tuple[AwardFacts, ...]
    photos: tuple[Photo, ...]
    medals: tuple[Medals, ...] = ()
    """The prizes of the cluster's events of ``year``, by unit."""

    @property
    def first_year(self) -> int:
        """The first year of the event log."""
        return min((event.year for event in self.events if event.year), default=self.year)

    @property
    def year_figures(self) -> EventFigures:
        """The figures of the events of ``year``."""
        return event_figures((event for event in self.events if event.year == self.year), within=f"Năm {self.year}")

    @property
    def award_figures(self) -> AwardFigures:
        """The figures of the awards of ``year``."""
        return award_figures(self.year_awards, within=f"Năm {self.year}")

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
