"""The judgement of a candidate: a verdict for each rule, and the verdict they come to together."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from cluster_desktop.domain.law.eligibility.facts import Candidate
from cluster_desktop.domain.law.regimes import Certainty, Regime


class Verdict(StrEnum):
    """The verdict of a rule."""

    PASS = "PASS"
    FAIL = "FAIL"
    NEEDS_HUMAN = "NEEDS_HUMAN"

    @property
    def words(self) -> str:
        """The Vietnamese words on screen."""
        return {"PASS": "Đủ điều kiện", "FAIL": "Chưa đủ", "NEEDS_HUMAN": "Cần xem xét"}[self]


@dataclass(frozen=True, slots=True)
class Read:
    """A record that a rule read: its kind and uid, and the year it speaks for (None: none)."""

    kind: str
    uid: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of a rule; ``remedy`` says what would make it pass."""

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
    """A person has to decide; *remedy* says how."""
    return Outcome(Verdict.NEEDS_HUMAN, reason, reads, remedy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The outcome of one rule for one candidate, with the law it stands on."""

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


def verdict_of(outcomes: Sequence[Outcome | Finding]) -> Verdict:
    """FAIL where a rule fails, NEEDS_HUMAN where one needs a person, else PASS."""
    verdicts = [outcome.verdict for outcome in outcomes]
    return next((verdict for verdict in _WORST_FIRST if verdict in verdicts), Verdict.PASS)


def short_of(outcomes: Sequence[Outcome | Finding]) -> str:
    """The most telling reason, in one line."""
    for verdict in _WORST_FIRST:
        reasons = [outcome.reason for outcome in outcomes if outcome.verdict is verdict]
        if reasons:
            more = f" (và {len(reasons) - 1} điều khác)" if len(reasons) > 1 else ""
            return f"{reasons[0]}{more}"
    return "Đạt mọi điều kiện kiểm tra được"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The judgement of a candidate for an award, rule by rule."""

    candidate: Candidate
    award: str
    year: int
    regime: Regime
    why: str
    """Why it is that regime."""
    findings: tuple[Finding, ...]
    council: str = ""
    """The points the council judges besides, because no program can."""
    preference: str = ""
    """The preference between equals."""
    nomination_uid: str = ""
    override_reason: str = ""

    @property
    def verdict(self) -> Verdict:
        """FAIL where a rule fails, NEEDS_HUMAN where one needs a person, else PASS."""
        return verdict_of(self.findings)

    @property
    def unverified(self) -> bool:
        """True while nobody has read the law itself."""
        return self.regime.unread

    @property
    def short(self) -> str:
        """The most telling reason, in one line."""
        return short_of(self.findings)

    @property
    def needs_reason(self) -> bool:
        """True when going on needs an override reason that is missing."""
        return self.verdict is Verdict.FAIL and not self.override_reason
