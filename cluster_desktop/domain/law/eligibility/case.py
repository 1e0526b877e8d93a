"""One question: may this candidate have this award for this year, under this law; and the looks at the facts
that several rules share."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.fields.choices import Choice, label_of
from cluster_desktop.domain.fields.vocabulary import (
    DisciplineMeasure,
    InitiativeKind,
    QualityClass,
    RecognitionLevel,
    RoundKind,
)
from cluster_desktop.domain.law.catalogue import Law, Rule
from cluster_desktop.domain.law.catalogue_values import Amount
from cluster_desktop.domain.law.eligibility.facts import Candidate, HeldAward, Initiative, Measure, Pending
from cluster_desktop.domain.law.eligibility.verdict import Outcome, Read
from cluster_desktop.domain.law.regimes import RegimeChoice

_QUALITIES: Sequence[str] = list(QualityClass)
_MEASURES: Sequence[str] = list(DisciplineMeasure)[:-1]  # an examination is no measure
_LEVELS: Mapping[str, int] = {
    RecognitionLevel.SCHOOL: 0,
    RecognitionLevel.PROVINCE: 1,
    RecognitionLevel.ACADEMY: 1,
    RecognitionLevel.NATION: 2,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is asked. ``nomination`` is the one being judged; None when nobody has been proposed yet."""

    candidate: Candidate
    award: str
    year: int
    choice: RegimeChoice
    law: Law
    nomination: Pending | None = None

    def value(self, key: str) -> Amount:
        """What the law of this case sets for a value that rules share."""
        rule = self.law.rules.get(key)
        return rule.value if rule else None

    def number(self, key: str) -> int:
        """The same for a value that counts; 0 where the law sets none."""
        value = self.value(key)
        return value if isinstance(value, int) else 0

    @property
    def on(self) -> date:
        """The day on which everything is looked at."""
        return self.choice.day

    @property
    def occasion(self) -> str:
        """For what it would be given: the work of years, a campaign, a single deed."""
        return self.nomination.occasion if self.nomination else RoundKind.REGULAR

    @property
    def title(self) -> bool:
        """Whether it is a title of emulation rather than a form of commendation."""
        return AWARD_KINDS[self.award].title

    # --- discipline ---

    @property
    def restart(self) -> Measure | None:
        """The measure that ended last: achievement time begins anew where it ended."""
        ended = [one for one in self.candidate.measures if one.ended and one.ended.latest <= self.on and _real(one)]
        return max(ended, key=lambda one: one.ended.latest if one.ended else date.min, default=None)

    def counts(self, year: int) -> bool:
        """Whether the achievement of a year counts: it is not older than the end of a discipline."""
        restart = self.restart
        return restart is None or restart.ended is None or year >= restart.ended.latest.year

    def in_force(self) -> tuple[Measure, ...]:
        """Measures that hold on the day."""
        return tuple(one for one in self.candidate.measures if _real(one) and _open(one, self.on))

    def examinations(self) -> tuple[Measure, ...]:
        """Examinations that are open on the day."""
        return tuple(one for one in self.candidate.measures if not _real(one) and _open(one, self.on))

    # --- awards ---

    def standing(self, award: str, year: int) -> HeldAward | Pending | None:
        """How the candidate has an award of a year that counts upward; what is proposed counts in the year itself."""
        if not self.counts(year):
            return None
        held = (one for one in self.candidate.awards if one.award == award and one.year == year)
        regular = next((one for one in held if one.occasion == RoundKind.REGULAR), None)
        return regular or (self.proposed(award) if year == self.year else None)

    def proposed(self, award: str) -> Pending | None:
        """A regular nomination of the year for another award that this one may rest on."""
        found = (
            one
            for one in self.candidate.pending
            if one.award == award and one.year == self.year and one.occasion == RoundKind.REGULAR
        )
        return next(found, None)

    def ignored(self, award: str, years: Iterable[int]) -> str:
        """A note on awards that do not count because they were for a campaign or a single deed."""
        wanted = set(years)
        found = [one for one in self.candidate.awards if one.award == award and one.year in wanted]
        told = [str(one.year) for one in found if not one.upward and self.standing(award, one.year) is None]
        return f"; {AWARD_KINDS[award].short} {', '.join(told)} theo chuyên đề, đột xuất không tính" if told else ""

    # --- initiatives ---

    def initiatives(self, years: Sequence[int], level: Amount, *, projects: bool | None = None) -> list[Initiative]:
        """Those of *years* recognised at *level* or above that are free for this award; *projects*: only or none."""
        least = _LEVELS.get(str(level), 0)
        return [
            one
            for one in self.candidate.initiatives
            if one.year in years
            and self.counts(one.year)
            and _LEVELS.get(one.level, 0) >= least
            and (projects is None or projects == (one.kind != InitiativeKind.INITIATIVE))
            and self.free(one)
        ]

    def free(self, initiative: Initiative) -> bool:
        """Used for a title it serves no commendation and the other way round, and one commendation only.

        Document 5007/BNV-TĐKT (2023), III.5.c.
        """
        own = self.nomination.uid if self.nomination else ""
        others = [use for use in initiative.uses if use.nomination_uid != own]
        return all(self.title and AWARD_KINDS[use.award].title for use in others)

    def used_up(self, years: Sequence[int]) -> str:
        """A note on initiatives that are spent on other awards."""
        spent = [one for one in self.candidate.initiatives if one.year in years and not self.free(one)]
        told = [f"“{one.title}” đã dùng cho {AWARD_KINDS[one.uses[0].award].short}" for one in spent[:3]]
        return f"; {'; '.join(told)}" if told else ""


Check = Callable[[Case, Rule], Outcome | None]


def _real(measure: Measure) -> bool:
    return measure.measure != DisciplineMeasure.EXAMINATION


def _open(measure: Measure, on: date) -> bool:
    return measure.begun.earliest <= on and (measure.ended is None or measure.ended.latest > on)


def quality_at_least(quality: str, least: Amount) -> bool:
    """Whether a quality class is *least* or better."""
    return quality in _QUALITIES and least in _QUALITIES and _QUALITIES.index(quality) <= _QUALITIES.index(str(least))


def measure_at_least(measure: str, least: Amount) -> bool:
    """Whether a discipline is as hard as *least* or harder."""
    return measure in _MEASURES and least in _MEASURES and _MEASURES.index(measure) >= _MEASURES.index(str(least))


def word(choices: Iterable[Choice], code: object) -> str:
    """The word for a code of a vocabulary, as it stands in the middle of a sentence."""
    label = label_of(choices, str(code))
    return label[0].lower() + label[1:]


def short(award: str) -> str:
    """The short name of an award."""
    return AWARD_KINDS[award].short


def listed(years: Iterable[int]) -> str:
    """ "2018, 2019"."""
    return ", ".join(str(year) for year in years)


def read_of(standing: HeldAward | Pending) -> Read:
    """The record that shows how somebody has an award."""
    return Read("award" if isinstance(standing, HeldAward) else "nomination", standing.uid, standing.year)


def flag(standings: Iterable[HeldAward | Pending | None]) -> str:
    """A note on awards that are only proposed yet."""
    waiting = [one for one in standings if isinstance(one, Pending)]
    told = ", ".join(f"{short(one.award)} {one.year}" for one in waiting)
    return f" ({told} đang được đề nghị, chưa có quyết định)" if told else ""
