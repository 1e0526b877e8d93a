"""Which words of a vocabulary are a state, and the tone each is shown in (always together with its text)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cluster_desktop.domain.fields import vocabulary
from cluster_desktop.domain.fields.fields import Choice, Field

GOOD: Final = "good"
CAUTION: Final = "caution"
WRONG: Final = "wrong"
ACCENT: Final = "accent"
QUIET: Final = "quiet"


@dataclass(frozen=True, slots=True)
class Tag:
    """A short word on a coloured ground, and what it means in full ('' = nothing more to say)."""

    text: str
    tone: str = QUIET
    tip: str = ""


_TONES: Final[tuple[tuple[tuple[Choice, ...], Mapping[str, str]], ...]] = (
    (vocabulary.STATUSES, {"DANG_CONG_TAC": GOOD}),
    (
        vocabulary.NOMINATION_STATES,
        {
            "DE_NGHI": ACCENT,
            "HOI_DONG": CAUTION,
            "DONG_Y": GOOD,
            "KHONG_DAT": WRONG,
            "DA_QUYET_DINH": GOOD,
        },
    ),
    (vocabulary.AWARD_STATES, {"HIEU_LUC": GOOD, "THU_HOI": WRONG}),
)


def tags_of(field: Field) -> dict[str, Tag]:
    """The tag of each code when the field tells a state; empty for every other field."""
    for choices, tones in _TONES:
        if field.choices == choices:
            return {choice.code: Tag(choice.label, tones.get(choice.code, QUIET)) for choice in choices}
    return {}
