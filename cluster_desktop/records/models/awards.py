"""Nomination rounds, nominations, decisions, the award register and its printings."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models.record import RecipientColumns, Record, Year, refers_to


class Round(Record):
    """A nomination round of one year."""

    SORTED_BY = "name"

    name: Mapped[str]
    year: Mapped[Year]
    kind: Mapped[str]
    movement_uid: Mapped[str | None] = refers_to("movement")
    deadline: Mapped[PartialDate | None]
    note: Mapped[str | None]


class Nomination(RecipientColumns, Record):
    """A proposal of one award for one recipient."""

    __table_args__ = (Index("ix_nomination_living", "deleted_at", "round_uid"),)

    round_uid: Mapped[str] = refers_to("round")
    award: Mapped[str]
    level: Mapped[str | None]
    citation: Mapped[str | None]
    achievement: Mapped[str | None]
    state: Mapped[str]
    votes_for: Mapped[int | None]
    votes_total: Mapped[int | None]
    reason: Mapped[str | None]
    session_uid: Mapped[str | None] = refers_to("council_session")
    ballots_issued: Mapped[int | None]
    ballots_returned: Mapped[int | None]
    ballots_valid: Mapped[int | None]
    received_on: Mapped[PartialDate | None]
    regime: Mapped[str | None]
    regime_reason: Mapped[str | None]
    override_reason: Mapped[str | None]


class InitiativeUse(Record):
    """An initiative that a nomination rests on."""

    nomination_uid: Mapped[str] = refers_to("nomination")
    initiative_uid: Mapped[str] = refers_to("initiative")
    note: Mapped[str | None]


class DossierItem(Record):
    """A document that the dossier of a nomination needs."""

    SORTED_BY = "name"

    nomination_uid: Mapped[str] = refers_to("nomination")
    name: Mapped[str]
    state: Mapped[str]
    position: Mapped[int | None]
    note: Mapped[str | None]


class Decision(Record):
    """A commendation decision."""

    SORTED_BY = "number"
    SEARCHED = ("title", "issuer", "signer_name")

    number: Mapped[str]
    decided_on: Mapped[PartialDate]
    year: Mapped[Year]
    level: Mapped[str]
    unit_uid: Mapped[str | None] = refers_to("unit")
    issuer: Mapped[str | None]
    title: Mapped[str]
    occasion: Mapped[str | None]
    signer_title: Mapped[str | None]
    signer_name: Mapped[str | None]
    place: Mapped[str | None]
    note: Mapped[str | None]


class Award(RecipientColumns, Record):
    """One recipient in the list of a decision."""

    __table_args__ = (Index("ix_award_living", "deleted_at", "decision_uid"),)
    SEARCHED = ("award_name", "certificate_number")

    decision_uid: Mapped[str] = refers_to("decision")
    ordinal: Mapped[int | None]
    award: Mapped[str]
    award_name: Mapped[str | None]
    citation: Mapped[str | None]
    certificate_number: Mapped[str | None]
    nomination_uid: Mapped[str | None] = refers_to("nomination")
    state: Mapped[str]
    revoked_because: Mapped[str | None]
    revoked_on: Mapped[PartialDate | None]


class Printing(Record):
    """A certificate that left the printer or was saved, with the words it carries.

    ``sheet`` is its serial; a sheet that was spoiled, lost or replaced has an end with its reason.
    """

    award_uid: Mapped[str] = refers_to("award")
    printed_at: Mapped[str]
    words: Mapped[str]
    sheet: Mapped[str | None] = mapped_column(index=True)
    ended_at: Mapped[str | None]
    ended_because: Mapped[str | None]
