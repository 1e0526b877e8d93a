"""Registrations for titles at the start of a year, in words."""

from dataclasses import dataclass

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.people.recipients import Recipient
from cluster_desktop.domain.people.vocabulary import RecipientKind
from cluster_desktop.domain.text.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """One registration in words, with who it is for."""

    uid: str
    recipient: Recipient
    name: str
    unit: str
    unit_uid: str
    unit_now_uid: str
    """The unit they belong to today, which after a merger is another than the one they registered in."""
    home_uid: str = ""
    """The unit they belong to at the end of the year, or today within it."""
    short_unit: str = ""
    department: str = ""
    position: str = ""
    described_as: str = ""
    """Post and unit as the registration wrote them; '' for what follows from the others."""
    award: str
    registered_on: PartialDate | None = None
    target: str = ""
    sample_note: str | None = None
    left: bool = False
    """True when the person no longer works here, or the unit is dissolved."""

    @property
    def person(self) -> bool:
        """True for the registration of a person."""
        return self.recipient.kind == RecipientKind.PERSON

    @property
    def award_name(self) -> str:
        """The official name of the award."""
        return AWARD_KINDS[self.award].label
