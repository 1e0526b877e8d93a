"""The states of a nomination, and the steps from one to another."""

from collections.abc import Collection
from dataclasses import dataclass

from cluster_desktop.domain.fields.choices import Word


class NominationState(Word):
    """The state of a nomination."""

    DRAFT = "NHAP", "Nháp"
    PROPOSED = "DE_NGHI", "Đã đề nghị", "Đề nghị"
    AT_COUNCIL = "HOI_DONG", "Hội đồng đang xét", "Bình xét"
    ACCEPTED = "DONG_Y", "Hội đồng đồng ý", "Đồng ý"
    REFUSED = "KHONG_DAT", "Không đạt"
    WITHDRAWN = "RUT", "Rút đề nghị", "Rút"
    DECIDED = "DA_QUYET_DINH", "Đã có quyết định", "Có quyết định"


_UNDECIDED = tuple(state for state in NominationState if state is not NominationState.DECIDED)
WAITING = (NominationState.PROPOSED, NominationState.AT_COUNCIL)
"""The council has not judged it."""
OPEN = (*WAITING, NominationState.ACCEPTED)
"""It may still be awarded."""
FAILED = (NominationState.WITHDRAWN, NominationState.REFUSED)
"""It came to nothing, so the same may be proposed again."""
OVER = (*FAILED, NominationState.DECIDED)
"""Nothing more happens to it."""
AGREED = (NominationState.ACCEPTED, NominationState.DECIDED)
"""The council agreed to it, or it was awarded already."""
JUDGED = (NominationState.ACCEPTED, *OVER)
UNNAMED = (NominationState.DRAFT, NominationState.WITHDRAWN)
"""No paper names it."""
RULES_ASKED = (NominationState.AT_COUNCIL, NominationState.ACCEPTED)
"""Moving one here by hand asks for a reason where a rule speaks against it."""


@dataclass(frozen=True, slots=True)
class Step:
    """A move of a nomination: the states it starts from, and those it may lead to (the usual one first)."""

    sources: Collection[str]
    targets: tuple[NominationState, ...]

    @property
    def target(self) -> NominationState:
        """The state it usually leads to."""
        return self.targets[0]

    def possible(self, state: str) -> bool:
        """Check that a nomination in *state* may take this step."""
        return state in self.sources


BY_HAND = Step(_UNDECIDED, _UNDECIDED)
TAKEN_IN = Step(WAITING, (NominationState.AT_COUNCIL,))
TAKEN_OUT = Step((NominationState.AT_COUNCIL,), (NominationState.PROPOSED,))
COUNTED = Step(_UNDECIDED, (NominationState.ACCEPTED, NominationState.REFUSED))
PUT_IN_DECISION = Step((NominationState.ACCEPTED,), (NominationState.DECIDED,))
AWARDED = Step(_UNDECIDED, (NominationState.DECIDED,))
AWARD_GONE = Step((NominationState.DECIDED,), (NominationState.ACCEPTED,))
