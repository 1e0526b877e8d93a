"""A session of the council in words: who was there, whether it may decide, what it counted."""

from dataclasses import dataclass

from cluster_desktop.domain.awards.ballots import Ballot
from cluster_desktop.domain.awards.vocabulary import Attendance
from cluster_desktop.domain.awards.voting import share_of, share_words
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
    """The facts of a council's minutes. ``quorum`` is the share (a :class:`Share`) of the office's own rule."""

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
        return sum(sitting.attendance == Attendance.IN_WRITING for sitting in self.sittings)

    @property
    def away(self) -> int:
        """Members who were not there, with or without a written opinion."""
        return max(self.members_total - self.present, 0)

    @property
    def voters(self) -> int:
        """The members who can hand in a ballot: those present and those who write."""
        return self.present + self.written

    @property
    def quorate(self) -> bool | None:
        """True when enough were there by the office's own rule; None while the numbers are not recorded."""
        if not self.members_total or not self.present:
            return None
        return self.present >= share_of(self.members_total, self.quorum)

    @property
    def attendance_summary(self) -> str:
        """ "Có mặt 8/9 (88,9%), 1 ý kiến bằng văn bản. Đủ số người họp theo quy chế (từ 80%)."."""
        if not self.members_total:
            return "Chưa ghi thành viên Hội đồng."
        share = percent(self.present, self.members_total)
        written = f", {self.written} vắng có ý kiến bằng văn bản" if self.written else ""
        summary = f"Có mặt {self.present}/{self.members_total} ({share}){written}."
        if self.quorate is None:
            return summary
        verdict = "Đủ" if self.quorate else "Chưa đủ"
        return f"{summary} {verdict} số người họp theo quy chế ({share_words(self.quorum)})."

    def named(self, role: str) -> str:
        """The member with a role; '' where nobody has it."""
        return next((sitting.name for sitting in self.sittings if sitting.role == role), "")
