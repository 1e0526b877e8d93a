"""Titles and commendations that stand on those of years before: CSTĐ of a province and of the nation, Bằng khen.

Law 06/2022/QH15, articles 21-22, 73-74; Decree 91/2017/NĐ-CP, articles 9, 38-39; Decree 65/2014/NĐ-CP, articles 3,
23-24; document 5007/BNV-TĐKT (2023).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cluster_desktop.domain.awards.awards import AwardKind
from cluster_desktop.domain.awards.vocabulary import RoundKind
from cluster_desktop.domain.law.catalogue import Rule
from cluster_desktop.domain.law.eligibility.case import Case, listed, read_of, short, word
from cluster_desktop.domain.law.eligibility.facts import HeldAward, InitiativeFacts
from cluster_desktop.domain.law.eligibility.series import Series, award_series, best, class_series, window
from cluster_desktop.domain.law.eligibility.verdict import Outcome, Read, Verdict, failed, passed, unclear
from cluster_desktop.domain.people.vocabulary import QualityClass, RecognitionLevel

_AS_FAR_AS: Mapping[str, str] = {
    RecognitionLevel.PROVINCE: "cấp tỉnh, Học viện trở lên",
    RecognitionLevel.ACADEMY: "cấp tỉnh, Học viện trở lên",
    RecognitionLevel.NATION: "phạm vi toàn quốc",
}


def fighter_years(case: Case, rule: Rule) -> Outcome:
    """Chiến sĩ thi đua cơ sở in consecutive years up to this one."""
    series = award_series(case, AwardKind.SCHOOL_FIGHTER, window(case.year, rule.number))
    return series.outcome(lacking(series))


def lacking(series: Series) -> str:
    """Name what a series needs to pass."""
    if series.verdict is Verdict.NEEDS_HUMAN:
        return f"Ghi xếp loại năm {listed(series.missing)}."
    return f"Cần thêm {series.what} năm {listed(series.missing)}."


def wide_initiative(case: Case, rule: Rule) -> Outcome:
    """An initiative or research result of those years with effect as far as *rule* says."""
    years = window(case.year, case.number("CSTDT.years"))
    return _initiative(case, years, rule)


def nation_initiative(case: Case, rule: Rule) -> Outcome:
    """An initiative or research result with effect in the whole country."""
    span = case.number("CSTDTQ.titles")
    return _initiative(case, range(case.year - span, case.year + 1), rule)


def _initiative(case: Case, years: Sequence[int], rule: Rule) -> Outcome:
    initiatives = case.initiatives(years, rule.value)
    level, span = _AS_FAR_AS.get(str(rule.value), "cấp cơ sở trở lên"), f"{years[0]}-{years[-1]}"
    if initiatives:
        reason = f"có “{initiatives[0].title}” ({initiatives[0].year}, {word(RecognitionLevel, initiatives[0].level)})"
        return passed(reason, *reads_of(initiatives))
    reason = f"chưa có sáng kiến, đề tài được công nhận ở {level} trong {span}{case.used_up(years)}"
    return failed(reason, f"Cần 1 sáng kiến hoặc đề tài được công nhận có ảnh hưởng ở {level} trong {span}.")


def reads_of(initiatives: Sequence[InitiativeFacts]) -> tuple[Read, ...]:
    """The records of initiatives."""
    return tuple(Read("initiative", initiative.uid, initiative.year) for initiative in initiatives)


def two_titles(case: Case, rule: Rule) -> Outcome:
    """Chiến sĩ thi đua of a province twice in a row, on twice as many years of CSTĐ cơ sở without a gap.

    The second one may be of this year or, as it is considered in the year after, of the year before.
    """
    span = rule.number
    tries = [_two_titles_to(case, last, span) for last in (case.year, case.year - 1)]
    upper, lower = min(tries, key=lambda pair: sum(len(series.missing) for series in pair))
    reason, reads = f"{upper.reason}; {lower.reason}", (*upper.reads, *lower.reads)
    if not upper.missing and not lower.missing:
        return passed(reason, *reads)
    remedies = [lacking(series) for series in (upper, lower) if series.missing]
    return failed(reason, " ".join(remedies), *reads)


def _two_titles_to(case: Case, last: int, span: int) -> tuple[Series, Series]:
    """Both titles with the second one in *last*, and the years they stand on."""
    upper = award_series(case, AwardKind.PROVINCE_FIGHTER, (last - span // 2, last))
    return replace(upper, unit="lần"), award_series(case, AwardKind.SCHOOL_FIGHTER, window(last, span))


def excellent_years(case: Case, rule: Rule) -> Outcome:
    """Bằng khen for the work of years: excellent, or CSTĐ cơ sở where the law lets it do, in consecutive years."""
    if case.occasion != RoundKind.REGULAR:
        return achievement(case, rule)
    years = window(case.year, rule.number)
    tries = [class_series(case, QualityClass.EXCELLENT, years)]
    if case.value("BK_TINH.fighter"):
        tries.append(award_series(case, AwardKind.SCHOOL_FIGHTER, years))
    return best(tries, _or_by_deed)


def _or_by_deed(series: Series) -> str:
    return f"{lacking(series)} Hoặc đề nghị theo phong trào, thành tích đột xuất."


def own_initiatives(case: Case, rule: Rule) -> Outcome | None:
    """Two initiatives in that time, or two research results; one of each does not do."""
    if case.occasion != RoundKind.REGULAR:
        return None
    years = window(case.year, case.number("BK_TINH.years"))
    works = case.initiatives(years, RecognitionLevel.SCHOOL, projects=False)
    projects = case.initiatives(years, RecognitionLevel.SCHOOL, projects=True)
    least, instead = rule.number, case.value("BK_TINH.projects")
    reason = f"có {len(works)} sáng kiến, {len(projects)} đề tài trong {years[0]}-{years[-1]}{case.used_up(years)}"
    reads = reads_of([*works, *projects])
    if len(works) >= least or (isinstance(instead, int) and len(projects) >= instead):
        return passed(reason, *reads)
    mixed = " (1 sáng kiến và 1 đề tài không tính)" if works and projects and instead else ""
    remedy = f"Cần thêm {least - len(works)} sáng kiến được cơ sở công nhận"
    if isinstance(instead, int):
        remedy += f", hoặc đủ {instead} đề tài"
    return failed(
        f"{reason}{mixed}, cần {least} sáng kiến" + (f" hoặc {instead} đề tài" if instead else ""), f"{remedy}.", *reads
    )


def group_years(case: Case, rule: Rule) -> Outcome:
    """A collective that was excellent in consecutive years."""
    if case.occasion != RoundKind.REGULAR:
        return achievement(case, rule)
    instead = AwardKind.EXCELLENT_COLLECTIVE if case.value("BK_TINH.group_title") else ""
    series = class_series(case, QualityClass.EXCELLENT, window(case.year, rule.number), instead)
    return series.outcome(_or_by_deed(series))


def achievement(case: Case, _rule: Rule) -> Outcome:
    """An achievement in a movement or at one occasion: a person has to weigh it."""
    words = case.nomination.citation if case.nomination else ""
    if words and case.nomination:
        return passed(f"thành tích ghi trong đề nghị: “{words}”", read_of(case.nomination))
    return unclear("chưa ghi thành tích trong đề nghị", "Ghi thành tích (phong trào, đột xuất) vào đề nghị.")


def lower_award(case: Case, _rule: Rule) -> Outcome | None:
    """Bằng khen cấp bộ, ngành, tỉnh before; one for a campaign or a single deed does not count upward.

    Where the Prime Minister's is for a deed itself, the deed counts and not the years.
    """
    if case.occasion != RoundKind.REGULAR:
        return None
    lower = AwardKind.PROVINCE_MERIT
    held = held_before(case, lower)
    if held:
        reason = f"đã có {lower.short} năm {listed(entry.year for entry in held)}"
        return passed(reason, *map(read_of, held))
    years = [entry.year for entry in case.candidate.awards if entry.award == lower and entry.year < case.year]
    reason = f"chưa có {lower.short} cấp bộ, ngành, tỉnh trước năm {case.year}{case.ignored(lower, years)}"
    return failed(reason, "Đề nghị Bằng khen cấp bộ, ngành, tỉnh trước.")


def held_before(case: Case, award: str) -> list[HeldAward]:
    """Those that count upward, of earlier years, in order; a discipline does not take away what was held before it."""
    entries = (entry for entry in case.candidate.awards if entry.award == award and entry.year < case.year)
    return sorted((entry for entry in entries if entry.upward), key=lambda entry: entry.year)


def long_years(case: Case, rule: Rule) -> Outcome:
    """Good enough in consecutive years, counted after the lower award where the law says so; or the deed itself."""
    if case.occasion != RoundKind.REGULAR:
        return achievement(case, rule)
    years = window(case.year, rule.number)
    series = class_series(case, case.value("BK_TTG.class"), years)
    held = held_before(case, AwardKind.PROVINCE_MERIT)
    if series.verdict is Verdict.PASS and case.value("BK_TTG.following") and held and held[0].year >= years[0]:
        return too_early(series, held[0], rule.number)
    return series.outcome(lacking(series))


def too_early(series: Series, lower: HeldAward, count: int) -> Outcome:
    """The years are those after the lower award, and they are not over yet."""
    reason = f"{series.reason}; nhưng {short(lower.award)} mới có từ năm {lower.year}, các năm sau đó chưa đủ {count}"
    return failed(reason, f"Đủ thời gian vào năm {lower.year + count}.", *series.reads, read_of(lower))


def long_initiatives(case: Case, rule: Rule) -> Outcome | None:
    """Initiatives recognised by the school in those years."""
    if case.occasion != RoundKind.REGULAR:
        return None
    years = window(case.year, case.number("BK_TTG.years"))
    works = case.initiatives(years, RecognitionLevel.SCHOOL, projects=False)
    least = rule.number
    reason = f"có {len(works)}/{least} sáng kiến trong {years[0]}-{years[-1]}{case.used_up(years)}"
    if len(works) >= least:
        return passed(reason, *reads_of(works))
    return failed(reason, f"Cần thêm {least - len(works)} sáng kiến được cơ sở công nhận.", *reads_of(works))


def fighters_among(case: Case, rule: Rule) -> Outcome | None:
    """Chiến sĩ thi đua cơ sở so many times in those years, not necessarily in a row."""
    if case.occasion != RoundKind.REGULAR:
        return None
    years = window(case.year, case.number(f"{rule.award}.years"))
    series = award_series(case, AwardKind.SCHOOL_FIGHTER, years)
    have = [seen for seen in series.years if seen.year not in series.missing]
    least = rule.number
    note = f": {listed(seen.year for seen in have)}" if have else ""
    reason = f"có {len(have)}/{least} lần {series.what} trong {years[0]}-{years[-1]}{note}{series.note}"
    if len(have) >= least:
        return passed(reason, *series.reads)
    return failed(reason, f"Cần thêm {least - len(have)} lần {series.what}.", *series.reads)
