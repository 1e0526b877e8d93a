"""A session of the council in words: who was there, whether it may decide, what it counted."""

from dataclasses import dataclass

from cluster_desktop.domain.awards.ballots import Ballot
from cluster_desktop.domain.awards.voting import share_of, share_words
from cluster_desktop.domain.fields.vocabulary import Attendance
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.numbers import percent


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A member at one session."""

    name: str
    office: str
    role: str
    role_name: str
    attendance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilFacts:
    """What the minutes tell. ``quorum`` is the share (a :class:`Share`) of the office's own rule."""

    uid: str
    name: str
    year: int
    unit: str
    held_on: PartialDate | None
    place: str
    method: str
    members_total: int
    present: int
    sittings: tuple[Sitting, ...]
    opinions: str
    conclusion: str
    ballots: tuple[Ballot, ...]
    quorum: str
    round_name: str = ""

    @property
    def written(self) -> int:
        """Members away who gave a written opinion; their votes count."""
        return sum(one.attendance == Attendance.IN_WRITING for one in self.sittings)

    @property
    def away(self) -> int:
        """Members who were not there, with or without a written opinion."""
        return max(self.members_total - self.present, 0)

    @property
    def voters(self) -> int:
        """Who can hand in a ballot: those present and those who write."""
        return self.present + self.written

    @property
    def quorate(self) -> bool | None:
        """Whether enough were there by the office's own rule; None while nobody knows how many there are."""
        if not self.members_total or not self.present:
            return None
        return self.present >= share_of(self.members_total, self.quorum)

    @property
    def attendance_told(self) -> str:
        """ "Có mặt 8/9 (88,9 %), 1 ý kiến bằng văn bản. Đủ số người họp theo quy chế (từ 80 %)."."""
        if not self.members_total:
            return "Chưa ghi thành viên Hội đồng."
        share = percent(self.present, self.members_total)
        written = f", {self.written} vắng có ý kiến bằng văn bản" if self.written else ""
        told = f"Có mặt {self.present}/{self.members_total} ({share}){written}."
        if self.quorate is None:
            return told
        verdict = "Đủ" if self.quorate else "Chưa đủ"
        return f"{told} {verdict} số người họp theo quy chế ({share_words(self.quorum)})."

    def named(self, role: str) -> str:
        """The member with a role; '' where nobody has it."""
        return next((one.name for one in self.sittings if one.role == role), "")
