"""Nomination rounds, nominations, decisions, the award register and its printings."""

from typing import ClassVar

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models.record import Record


class Round(Record):
    """A nomination round of one year."""

    __tablename__ = "round"
    SORTED_BY: ClassVar[str] = "name"
    SEARCHED: ClassVar[tuple[str, ...]] = ("name",)

    name: Mapped[str]
    year: Mapped[int] = mapped_column(index=True)
    kind: Mapped[str]
    movement_uid: Mapped[str | None] = mapped_column(ForeignKey("movement.uid"), index=True)
    deadline: Mapped[PartialDate | None]
    note: Mapped[str | None]


class Nomination(Record):
    """A proposal of one award for one recipient."""

    __tablename__ = "nomination"
    __table_args__ = (Index("ix_nomination_living", "deleted_at", "round_uid"),)

    round_uid: Mapped[str] = mapped_column(ForeignKey("round.uid"), index=True)
    recipient_kind: Mapped[str]
    person_uid: Mapped[str | None] = mapped_column(ForeignKey("person.uid"), index=True)
    department_uid: Mapped[str | None] = mapped_column(ForeignKey("department.uid"), index=True)
    unit_uid: Mapped[str | None] = mapped_column(ForeignKey("unit.uid"), index=True)
    at_unit_uid: Mapped[str | None] = mapped_column(ForeignKey("unit.uid"), index=True)
    award: Mapped[str]
    citation: Mapped[str | None]
    state: Mapped[str]
    votes_for: Mapped[int | None]
    votes_total: Mapped[int | None]
    reason: Mapped[str | None]
    session_uid: Mapped[str | None] = mapped_column(ForeignKey("council_session.uid"), index=True)
    ballots_issued: Mapped[int | None]
    ballots_returned: Mapped[int | None]
    ballots_valid: Mapped[int | None]
    received_on: Mapped[PartialDate | None]
    regime: Mapped[str | None]
    regime_reason: Mapped[str | None]
    override_reason: Mapped[str | None]


class InitiativeUse(Record):
    """An initiative that a nomination rests on."""

    __tablename__ = "initiative_use"

    nomination_uid: Mapped[str] = mapped_column(ForeignKey("nomination.uid"), index=True)
    initiative_uid: Mapped[str] = mapped_column(ForeignKey("initiative.uid"), index=True)
    note: Mapped[str | None]


class DossierItem(Record):
    """A paper that the dossier of a nomination needs."""

    __tablename__ = "dossier_item"
    SORTED_BY: ClassVar[str] = "name"
    SEARCHED: ClassVar[tuple[str, ...]] = ("name",)

    nomination_uid: Mapped[str] = mapped_column(ForeignKey("nomination.uid"), index=True)
    name: Mapped[str]
    state: Mapped[str]
    position: Mapped[int | None]
    note: Mapped[str | None]


class Decision(Record):
    """A commendation decision."""

    __tablename__ = "decision"
    SORTED_BY: ClassVar[str] = "number"
    SEARCHED: ClassVar[tuple[str, ...]] = ("number", "title", "issuer", "signer_name")

    number: Mapped[str]
    decided_on: Mapped[PartialDate]
    year: Mapped[int] = mapped_column(index=True)
    level: Mapped[str]
    unit_uid: Mapped[str | None] = mapped_column(ForeignKey("unit.uid"), index=True)
    issuer: Mapped[str | None]
    title: Mapped[str]
    occasion: Mapped[str | None]
    signer_title: Mapped[str | None]
    signer_name: Mapped[str | None]
    place: Mapped[str | None]
    note: Mapped[str | None]


class Award(Record):
    """One recipient in the list of a decision."""

    __tablename__ = "award"
    __table_args__ = (Index("ix_award_living", "deleted_at", "decision_uid"),)
    SEARCHED: ClassVar[tuple[str, ...]] = ("award_name", "certificate_number")

    decision_uid: Mapped[str] = mapped_column(ForeignKey("decision.uid"), index=True)
    ordinal: Mapped[int | None]
    recipient_kind: Mapped[str]
    person_uid: Mapped[str | None] = mapped_column(ForeignKey("person.uid"), index=True)
    department_uid: Mapped[str | None] = mapped_column(ForeignKey("department.uid"), index=True)
    unit_uid: Mapped[str | None] = mapped_column(ForeignKey("unit.uid"), index=True)
    at_unit_uid: Mapped[str | None] = mapped_column(ForeignKey("unit.uid"), index=True)
    award: Mapped[str]
    award_name: Mapped[str | None]
    citation: Mapped[str | None]
    certificate_number: Mapped[str | None]
    nomination_uid: Mapped[str | None] = mapped_column(ForeignKey("nomination.uid"), index=True)
    state: Mapped[str]
    revoked_because: Mapped[str | None]
    revoked_on: Mapped[PartialDate | None]


class Printing(Record):
    """A certificate that left the printer or was saved, with the words it carries.

    ``sheet`` is its serial; a sheet that was spoiled, lost or replaced has an end with its reason.
    """

    __tablename__ = "printing"

    award_uid: Mapped[str] = mapped_column(ForeignKey("award.uid"), index=True)
    printed_at: Mapped[str]
    words: Mapped[str]
    sheet: Mapped[str | None] = mapped_column(index=True)
    ended_at: Mapped[str | None]
    ended_because: Mapped[str | None]
