"""The states among the words of a vocabulary, each with the tone of its tag (always together with its text)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cluster_desktop.domain.awards.nomination_state import NominationState
from cluster_desktop.domain.awards.vocabulary import AwardState
from cluster_desktop.domain.fields.choices import Word
from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.people.vocabulary import PersonStatus

GOOD: Final = "good"
CAUTION: Final = "caution"
WRONG: Final = "wrong"
ACCENT: Final = "accent"
QUIET: Final = "quiet"


@dataclass(frozen=True, slots=True)
class Tag:
    """A short word on a coloured ground, and its full meaning ('' = nothing more to say)."""

    text: str
    tone: str = QUIET
    tip: str = ""


_STATES: Final = (PersonStatus, NominationState, AwardState)
_TONES: Final[Mapping[Word, str]] = {
    PersonStatus.WORKING: GOOD,
    NominationState.PROPOSED: ACCENT,
    NominationState.AT_COUNCIL: CAUTION,
    NominationState.ACCEPTED: GOOD,
    NominationState.REFUSED: WRONG,
    NominationState.DECIDED: GOOD,
    AwardState.IN_FORCE: GOOD,
    AwardState.REVOKED: WRONG,
}


def tags_of(field: Field) -> dict[str, Tag]:
    """Return the tag of each code of a field that holds a state; empty for every other field."""
    return {word.code: Tag(word.label, _TONES.get(word, QUIET)) for word in field.choices if isinstance(word, _STATES)}
