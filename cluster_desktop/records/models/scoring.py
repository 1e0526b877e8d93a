"""Score sheets of a cluster, their criteria, what each unit scored, and the vote."""

from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models.record import Record


class ScoreSheet(Record):
    """The score sheet of a cluster for one year."""

    __tablename__ = "score_sheet"
    SORTED_BY: ClassVar[str] = "name"
    SEARCHED: ClassVar[tuple[str, ...]] = ("name",)

    name: Mapped[str]
    cluster_uid: Mapped[str] = mapped_column(ForeignKey("cluster.uid"), index=True)
    year: Mapped[int] = mapped_column(index=True)
    state: Mapped[str]
    locked_on: Mapped[PartialDate | None]
    unlock_reason: Mapped[str | None]
    basis: Mapped[str | None]
    note: Mapped[str | None]


class Criterion(Record):
    """A group of criteria or one criterion; ``maximum`` in hundredths of a point."""

    __tablename__ = "criterion"
    SORTED_BY: ClassVar[str] = "title"
    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "code")

    sheet_uid: Mapped[str] = mapped_column(ForeignKey("score_sheet.uid"), index=True)
    parent_uid: Mapped[str | None] = mapped_column(ForeignKey("criterion.uid"), index=True)
    position: Mapped[int | None]
    code: Mapped[str | None]
    title: Mapped[str]
    kind: Mapped[str]
    maximum: Mapped[int | None]
    evidence: Mapped[str | None]


class Score(Record):
    """What a unit scored on one criterion, in hundredths of a point."""

    __tablename__ = "score"

    criterion_uid: Mapped[str] = mapped_column(ForeignKey("criterion.uid"), index=True)
    unit_uid: Mapped[str] = mapped_column(ForeignKey("unit.uid"), index=True)
    self_points: Mapped[int | None]
    cross_points: Mapped[int | None]
    final_points: Mapped[int | None]
    evidence: Mapped[str | None]
    note: Mapped[str | None]


class Recommendation(Record):
    """The vote on one unit for one award."""

    __tablename__ = "recommendation"

    sheet_uid: Mapped[str] = mapped_column(ForeignKey("score_sheet.uid"), index=True)
    unit_uid: Mapped[str] = mapped_column(ForeignKey("unit.uid"), index=True)
    award: Mapped[str]
    votes_for: Mapped[int | None]
    votes_total: Mapped[int | None]
    note: Mapped[str | None]
