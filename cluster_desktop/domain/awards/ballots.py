"""The count of a council's ballots for one nomination, what it needs and what follows from it."""

from dataclasses import dataclass
from typing import Final

from cluster_desktop.domain.awards.nomination_state import COUNTED
from cluster_desktop.domain.awards.voting import Needed
from cluster_desktop.domain.text.numbers import percent

COUNTS: Final = ("ballots_issued", "ballots_returned", "ballots_valid", "votes_for")
"""The steps of a count; each holds at most what the step before it held, the first the whole council."""
_BOUNDS: Final = ("tổng số thành viên", "số phiếu phát ra", "số phiếu thu về", "số phiếu hợp lệ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One nomination before the council; a number that was not counted yet is None."""

    uid: str
    name: str
    place: str
    award: str
    award_name: str
    state: str
    needed: Needed
    members: int
    counts: tuple[int | None, int | None, int | None, int | None] = (None, None, None, None)
    override_reason: str = ""

    @property
    def in_favour(self) -> int | None:
        """The votes in favour."""
        return self.counts[3]

    @property
    def passed(self) -> bool | None:
        """True with the votes it needs; None before they were counted, and while the count does not add up."""
        if self.in_favour is None or not self.members or count_problems(self.members, self.counts):
            return None
        return self.in_favour >= self.needed.votes

    @property
    def state_proposed(self) -> str:
        """The state that follows from the count; '' before it."""
        accepted, refused = COUNTED.targets
        return "" if self.passed is None else accepted if self.passed else refused

    @property
    def summary(self) -> str:
        """The count in words: "8/9 phiếu (88,9%), cần 8 phiếu: từ 80% theo …"."""
        if self.in_favour is None:
            return "Chưa có số phiếu đồng ý."
        share = percent(self.in_favour, self.members) if self.members else ""
        return (
            f"{self.in_favour}/{self.members} phiếu đồng ý ({share}), cần {self.needed.votes} phiếu "
            f"({self.needed.words} tổng số thành viên, theo {self.needed.law})."
        )


def count_problems(members: int, counts: tuple[int | None, ...]) -> dict[int, str]:
    """Find the steps of a count that are larger than the step before; sentences by the place of the step."""
    problems: dict[int, str] = {}
    limit, bound = (members or None), _BOUNDS[0]
    for place, number in enumerate(counts):
        if number is None:
            continue
        if limit is not None and number > limit:
            problems[place] = f"Lớn hơn {bound} ({limit})."
        limit, bound = number, _BOUNDS[min(place + 1, len(_BOUNDS) - 1)]
    return problems
