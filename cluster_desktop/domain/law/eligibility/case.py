"""The case to judge: a candidate, an award, a year and the law, with the look-ups that several rules share."""

from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.vocabulary import RoundKind
from cluster_desktop.domain.fields.choices import Choice, label_of
from cluster_desktop.domain.law.catalogue import Law, Rule
from cluster_desktop.domain.law.catalogue_values import Amount
from cluster_desktop.domain.law.eligibility.facts import Candidate, HeldAward, InitiativeFacts, Measure, Pending
from cluster_desktop.domain.law.eligibility.verdict import Outcome, Read
from cluster_desktop.domain.law.regimes import RegimeChoice
from cluster_desktop.domain.people.vocabulary import DisciplineMeasure, InitiativeKind, QualityClass, RecognitionLevel
from cluster_desktop.domain.text.dates import LAST_YEAR, PartialDate

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
    """The case to judge. ``nomination`` is the one being judged; None when nobody has been proposed yet."""

    candidate: Candidate
    award: str
    year: int
    choice: RegimeChoice
    law: Law
    nomination: Pending | None = None

    def value(self, key: str) -> Amount:
        """Return what the law of this case sets for a value that rules share."""
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
        """The occasion of the award: the work of years, a campaign, a single deed."""
        return self.nomination.occasion if self.nomination else RoundKind.REGULAR

    @property
    def title(self) -> bool:
        """True for a title of emulation, False for a form of commendation."""
        return AWARD_KINDS[self.award].is_title

    @property
    def leads(self) -> bool:
        """Whether somebody holds an office on the day; after the year, the last one of it counts."""
        iso = self.on.isoformat()
        held = (
            stay
            for stay in self.candidate.stays
            if (stay.from_on is None or stay.from_on.iso <= iso) and stay.until_on and stay.until_on.iso > iso
        )
        then = next(held, None)
        return then.leads if then else self.candidate.leads

    # --- discipline ---

    @property
    def disciplines(self) -> tuple[Measure, ...]:
        """The measures without the examinations; one whose end nobody typed ends by itself when the law says so."""
        return tuple(
            measure if measure.ended else replace(measure, ended=self._own_end(measure), by_itself=True)
            for measure in self.candidate.measures
            if measure.measure != DisciplineMeasure.EXAMINATION
        )

    def _own_end(self, measure: Measure) -> PartialDate | None:
        months = self.number("ANY.discipline_months")
        return months_after(measure.begun.latest, months) if months else None

    @property
    def restart(self) -> Measure | None:
        """The measure that ended last: achievement time begins anew where it ended."""
        ended = [measure for measure in self.disciplines if measure.ended and measure.ended.latest <= self.on]
        return max(ended, key=lambda measure: measure.ended.latest if measure.ended else date.min, default=None)

    def counts(self, year: int) -> bool:
        """Check that the achievement of a year counts: it is not older than the end of a discipline."""
        restart = self.restart
        return restart is None or restart.ended is None or year >= restart.ended.latest.year

    def in_force(self) -> tuple[Measure, ...]:
        """Measures that hold on the day."""
        return tuple(measure for measure in self.disciplines if _open(measure, self.on))

    def examinations(self) -> tuple[Measure, ...]:
        """Examinations that are open on the day; they do not end by themselves."""
        measures = self.candidate.measures
        return tuple(
            measure
            for measure in measures
            if measure.measure == DisciplineMeasure.EXAMINATION and _open(measure, self.on)
        )

    # --- awards ---

    def standing(self, award: str, year: int) -> HeldAward | Pending | None:
        """Find an award of a year that counts upward; in the year of the case a nomination for it counts too."""
        if not self.counts(year):
            return None
        held = (entry for entry in self.candidate.awards if entry.award == award and entry.year == year)
        regular = next((entry for entry in held if entry.occasion == RoundKind.REGULAR), None)
        return regular or (self.proposed(award) if year == self.year else None)

    def proposed(self, award: str) -> Pending | None:
        """A regular nomination of the year for another award that this one may rest on."""
        nominations = (
            nomination
            for nomination in self.candidate.pending
            if nomination.award == award and nomination.year == self.year and nomination.occasion == RoundKind.REGULAR
        )
        return next(nominations, None)

    def ignored(self, award: str, years: Iterable[int]) -> str:
        """A note on awards that do not count because they were for a campaign or a single deed."""
        span = set(years)
        held = [entry for entry in self.candidate.awards if entry.award == award and entry.year in span]
        skipped = [str(entry.year) for entry in held if not entry.upward and self.standing(award, entry.year) is None]
        return (
            f"; {AWARD_KINDS[award].short} {', '.join(skipped)} theo chuyên đề, đột xuất không tính" if skipped else ""
        )

    # --- initiatives ---

    def initiatives(
        self, years: Sequence[int], level: Amount, *, projects: bool | None = None
    ) -> list[InitiativeFacts]:
        """Those of *years* recognised at *level* or above that are free for this award; *projects*: only or none."""
        least = _LEVELS.get(str(level), 0)
        return [
            initiative
            for initiative in self.candidate.initiatives
            if initiative.year in years
            and self.counts(initiative.year)
            and _LEVELS.get(initiative.level, 0) >= least
            and (projects is None or projects == (initiative.kind != InitiativeKind.INITIATIVE))
            and self.free(initiative)
        ]

    def free(self, initiative: InitiativeFacts) -> bool:
        """Check that an initiative is free: it serves titles, or else one commendation only.

        Document 5007/BNV-TĐKT (2023), III.5.c.
        """
        own = self.nomination.uid if self.nomination else ""
        others = [use for use in initiative.uses if use.nomination_uid != own]
        return all(self.title and AWARD_KINDS[use.award].is_title for use in others)

    def used_up(self, years: Sequence[int]) -> str:
        """A note on initiatives that are spent on other awards."""
        spent = [
            initiative
            for initiative in self.candidate.initiatives
            if initiative.year in years and not self.free(initiative)
        ]
        uses = [
            f"“{initiative.title}” đã dùng cho {AWARD_KINDS[initiative.uses[0].award].short}"
            for initiative in spent[:3]
        ]
        return f"; {'; '.join(uses)}" if uses else ""


Check = Callable[[Case, Rule], Outcome | None]


def months_after(day: date, months: int) -> PartialDate:
    """The day *months* later; the last one of its month where the month is shorter, of the calendar where it ends."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = min(day.year + years, LAST_YEAR), month + 1
    return PartialDate(year, month, min(day.day, monthrange(year, month)[1]))


def _open(measure: Measure, on: date) -> bool:
    return measure.begun.earliest <= on and (measure.ended is None or measure.ended.latest > on)


def quality_at_least(quality: str, least: Amount) -> bool:
    """Check that a quality class is *least* or better."""
    return quality in _QUALITIES and least in _QUALITIES and _QUALITIES.index(quality) <= _QUALITIES.index(str(least))


def measure_at_least(measure: str, least: Amount) -> bool:
    """Check that a discipline is as hard as *least* or harder."""
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
    waiting = [pending for pending in standings if isinstance(pending, Pending)]
    names = ", ".join(f"{short(pending.award)} {pending.year}" for pending in waiting)
    return f" ({names} đang được đề nghị, chưa có quyết định)" if names else ""
