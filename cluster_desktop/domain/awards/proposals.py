"""Proposals for a round: the recipient, the source of the proposal, and what speaks against it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from cluster_desktop.domain.awards.awards import AWARD_KINDS, AwardKind
from cluster_desktop.domain.people.recipients import Recipient

_USUAL: Final = "Đã có thành tích xuất sắc trong phong trào thi đua năm {year}"
_WORDS: Final[Mapping[str, str]] = {
    AwardKind.ADVANCED_WORKER: "Đã hoàn thành tốt nhiệm vụ năm {year}",
    AwardKind.ADVANCED_COLLECTIVE: "Đã hoàn thành tốt nhiệm vụ năm {year}",
    AwardKind.EXCELLENT_COLLECTIVE: "Đã hoàn thành xuất sắc nhiệm vụ năm {year}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One nomination that could be written."""

    recipient: Recipient
    name: str
    unit: str
    award: str
    source: str
    """The source in words: "đã đăng ký"."""
    nominated: bool = False
    """True when the round has it already."""
    caution: str = ""
    """A caution for the clerk before it is written."""
    sample_note: str | None = field(default=None, compare=False)

    @property
    def award_name(self) -> str:
        """The official name of the award."""
        return AWARD_KINDS[self.award].label

    @property
    def key(self) -> tuple[Recipient, str]:
        """The key that two equal proposals share."""
        return self.recipient, self.award


def usual_citation(award: str, year: int) -> str:
    """The words of merit that are usual for an award; the clerk may write others."""
    return _WORDS.get(award, _USUAL).format(year=year)
