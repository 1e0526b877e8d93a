"""Awards and classes of several years in a row: no gap, and what is missing named by its year."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cluster_desktop.domain.law.catalogue_values import Amount
from cluster_desktop.domain.law.eligibility.case import Case, flag, listed, quality_at_least, read_of, short, word
from cluster_desktop.domain.law.eligibility.facts import HeldAward, Pending
from cluster_desktop.domain.law.eligibility.verdict import Outcome, Read, Verdict
from cluster_desktop.domain.people.vocabulary import QualityClass

HAVE, LACK, UNKNOWN = "have", "lack", "unknown"


@dataclass(frozen=True, slots=True)
class YearSeen:
    """One year of a series: its state, and the record behind it."""

    year: int
    state: str
    read: Read | None = None
    standing: HeldAward | Pending | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Years in their order, with what they are looked at for."""

    what: str
    """ "CSTĐ cơ sở", "hoàn thành xuất sắc nhiệm vụ" …"""
    years: tuple[YearSeen, ...]
    note: str = ""
    unit: str = "năm liên tục"

    @property
    def verdict(self) -> Verdict:
        """PASS for every year, NEEDS_HUMAN when nothing but what is not written down stands in the way."""
        states = {seen.state for seen in self.years}
        if states <= {HAVE}:
            return Verdict.PASS
        return Verdict.FAIL if LACK in states else Verdict.NEEDS_HUMAN

    @property
    def reason(self) -> str:
        """ "có 2/3 năm liên tục CSTĐ cơ sở: 2018, 2019; thiếu 2020"."""
        have = [seen.year for seen in self.years if seen.state == HAVE]
        parts = [f"có {len(have)}/{len(self.years)} {self.unit} {self.what}" + (f": {listed(have)}" if have else "")]
        for state, words in ((LACK, "thiếu"), (UNKNOWN, "chưa ghi xếp loại")):
            years = [seen.year for seen in self.years if seen.state == state]
            parts += [f"{words} {listed(years)}"] if years else []
        return "; ".join(parts) + flag(seen.standing for seen in self.years) + self.note

    @property
    def reads(self) -> tuple[Read, ...]:
        """The records behind it."""
        return tuple(seen.read for seen in self.years if seen.read is not None)

    @property
    def missing(self) -> list[int]:
        """The years that do not count yet."""
        return [seen.year for seen in self.years if seen.state != HAVE]

    def outcome(self, remedy: str) -> Outcome:
        """Return the outcome; *remedy* is left out where the series passes."""
        verdict = self.verdict
        return Outcome(verdict, self.reason, self.reads, "" if verdict is Verdict.PASS else remedy)


def window(last: int, count: int) -> range:
    """The *count* years that end with *last*."""
    return range(last - count + 1, last + 1)


def award_series(case: Case, award: str, years: Sequence[int]) -> Series:
    """Years with an award that counts upward."""
    standings = [(year, case.standing(award, year)) for year in years]
    seen = [
        YearSeen(year, HAVE if standing else LACK, read_of(standing) if standing else None, standing)
        for year, standing in standings
    ]
    return Series(short(award), tuple(seen), case.ignored(award, years) + restarted(case, years))


def class_series(case: Case, least: Amount, years: Sequence[int], instead: str = "") -> Series:
    """Years with a quality class of *least* or better; an award *instead* does as well."""
    seen = [_class_year(case, least, year, instead) for year in years]
    name = word(QualityClass, least)
    what = f"từ {name} trở lên" if least != QualityClass.EXCELLENT else name
    return Series(f"{what} hoặc {short(instead)}" if instead else what, tuple(seen), restarted(case, years))


def _class_year(case: Case, least: Amount, year: int, instead: str) -> YearSeen:
    standing = case.standing(instead, year) if instead else None
    if standing is not None:
        return YearSeen(year, HAVE, read_of(standing), standing)
    rating = case.candidate.classes.get(year)
    if not case.counts(year):
        return YearSeen(year, LACK)
    if rating is None:
        return YearSeen(year, UNKNOWN)
    read = Read("rating" if case.candidate.person else "unit_rating", rating.uid, year)
    return YearSeen(year, HAVE if quality_at_least(rating.quality, least) else LACK, read)


def restarted(case: Case, years: Sequence[int]) -> str:
    """A note on years before a discipline ended, which no longer count."""
    gone = [year for year in years if not case.counts(year)]
    last = case.restart
    if not gone or last is None or last.ended is None:
        return ""
    return f"; {listed(gone)} không tính vì kỷ luật đến {last.ended.show()}"


def best(series: Sequence[Series], remedy: Callable[[Series], str]) -> Outcome:
    """The series that comes furthest of those any one of which is enough."""
    order = [Verdict.PASS, Verdict.NEEDS_HUMAN, Verdict.FAIL]
    ranked = sorted(series, key=lambda option: (order.index(option.verdict), len(option.missing)))
    if ranked[0].verdict is Verdict.PASS:
        return ranked[0].outcome("")
    reason = "; hoặc ".join(option.reason for option in ranked)
    reads = tuple(read for option in ranked for read in option.reads)
    return Outcome(ranked[0].verdict, reason, reads, remedy(ranked[0]))
