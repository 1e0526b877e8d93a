"""Score sheets of a cluster, their criteria, what each unit scored, and the vote."""

from sqlalchemy.orm import Mapped

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models.record import Record, Year, refers_to


class ScoreSheet(Record):
    """The score sheet of a cluster for one year."""

    SORTED_BY = "name"

    name: Mapped[str]
    cluster_uid: Mapped[str] = refers_to("cluster")
    year: Mapped[Year]
    state: Mapped[str]
    locked_on: Mapped[PartialDate | None]
    unlock_reason: Mapped[str | None]
    basis: Mapped[str | None]
    note: Mapped[str | None]


class Criterion(Record):
    """A group of criteria or one criterion; ``maximum`` in hundredths of a point."""

    SORTED_BY = "title"
    SEARCHED = ("code",)

    sheet_uid: Mapped[str] = refers_to("score_sheet")
    parent_uid: Mapped[str | None] = refers_to("criterion")
    position: Mapped[int | None]
    code: Mapped[str | None]
    title: Mapped[str]
    kind: Mapped[str]
    maximum: Mapped[int | None]
    evidence: Mapped[str | None]


class Score(Record):
    """Points of a unit on one criterion, in hundredths of a point."""

    criterion_uid: Mapped[str] = refers_to("criterion")
    unit_uid: Mapped[str] = refers_to("unit")
    self_points: Mapped[int | None]
    cross_points: Mapped[int | None]
    final_points: Mapped[int | None]
    evidence: Mapped[str | None]
    note: Mapped[str | None]


class Recommendation(Record):
    """The vote on one unit for one award."""

    sheet_uid: Mapped[str] = refers_to("score_sheet")
    unit_uid: Mapped[str] = refers_to("unit")
    award: Mapped[str]
    votes_for: Mapped[int | None]
    votes_total: Mapped[int | None]
    note: Mapped[str | None]
