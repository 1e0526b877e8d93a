"""What is said of a candidate: a verdict for each rule, and what they come to together."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from cluster_desktop.domain.law.eligibility.facts import Candidate
from cluster_desktop.domain.law.regimes import Certainty, Regime


class Verdict(StrEnum):
    """What a rule says."""

    PASS = "PASS"
    FAIL = "FAIL"
    NEEDS_HUMAN = "NEEDS_HUMAN"

    @property
    def words(self) -> str:
        """What people read."""
        return {"PASS": "Đủ điều kiện", "FAIL": "Chưa đủ", "NEEDS_HUMAN": "Cần xem xét"}[self]


@dataclass(frozen=True, slots=True)
class Read:
    """A record that a rule read: its kind and uid, and the year it speaks for (None: none)."""

    kind: str
    uid: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule found; ``remedy`` says what would make it pass."""

    verdict: Verdict
    reason: str
    reads: tuple[Read, ...] = ()
    remedy: str = ""


def passed(reason: str, *reads: Read) -> Outcome:
    """The rule is met."""
    return Outcome(Verdict.PASS, reason, reads)


def failed(reason: str, remedy: str, *reads: Read) -> Outcome:
    """The rule is not met; *remedy* would change that."""
    return Outcome(Verdict.FAIL, reason, reads, remedy)


def unclear(reason: str, remedy: str, *reads: Read) -> Outcome:
    """Only a person can say."""
    return Outcome(Verdict.NEEDS_HUMAN, reason, reads, remedy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule says of one candidate, with the law it stands on."""

    rule: str
    name: str
    verdict: Verdict
    reason: str
    law: str
    certain: Certainty
    reads: tuple[Read, ...] = ()
    remedy: str = ""
    own: bool = False
    """Judged by the office's own value, not the law's."""


_WORST_FIRST = (Verdict.FAIL, Verdict.NEEDS_HUMAN)


def verdict_of(said: Sequence[Outcome | Finding]) -> Verdict:
    """FAIL where a rule fails, NEEDS_HUMAN where one needs a person, else PASS."""
    found = [one.verdict for one in said]
    return next((one for one in _WORST_FIRST if one in found), Verdict.PASS)


def short_of(said: Sequence[Outcome | Finding]) -> str:
    """The most telling reason, in one line."""
    for wanted in _WORST_FIRST:
        reasons = [one.reason for one in said if one.verdict is wanted]
        if reasons:
            more = f" (và {len(reasons) - 1} điều khác)" if len(reasons) > 1 else ""
            return f"{reasons[0]}{more}"
    return "Đạt mọi điều kiện kiểm tra được"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Whether a candidate may be proposed for an award, rule by rule."""

    candidate: Candidate
    award: str
    year: int
    regime: Regime
    why: str
    """Why it is that regime."""
    findings: tuple[Finding, ...]
    council: str = ""
    """What the council judges besides, because no program can."""
    preference: str = ""
    """What decides between equals."""
    nomination_uid: str = ""
    override_reason: str = ""

    @property
    def verdict(self) -> Verdict:
        """FAIL where a rule fails, NEEDS_HUMAN where one needs a person, else PASS."""
        return verdict_of(self.findings)

    @property
    def unverified(self) -> bool:
        """Whether the law itself has not been read yet."""
        return self.regime.unread

    @property
    def short(self) -> str:
        """The most telling reason, in one line."""
        return short_of(self.findings)

    @property
    def needs_reason(self) -> bool:
        """Whether going on asks for a reason that has not been given."""
        return self.verdict is Verdict.FAIL and not self.override_reason
