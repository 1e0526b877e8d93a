"""Titles and commendations that stand on those of years before: CSTĐ of a province and of the nation, Bằng khen,
Huân chương Lao động, Kỷ niệm chương.

Law 06/2022/QH15, articles 21-22, 42-44, 73-74; Decree 91/2017/NĐ-CP, articles 9, 38-39; Decree 65/2014/NĐ-CP,
article 23; document 5007/BNV-TĐKT (2023).
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

_RUNGS = (AwardKind.NATION_MERIT, AwardKind.LABOUR_ORDER_3, AwardKind.LABOUR_ORDER_2, AwardKind.LABOUR_ORDER_1)
_NEXT_LOWER: Mapping[str, str] = dict(zip(_RUNGS[1:], _RUNGS[:-1], strict=True))
_AS_FAR_AS: Mapping[str, str] = {
    RecognitionLevel.PROVINCE: "cấp tỉnh, Học viện trở lên",
    RecognitionLevel.ACADEMY: "cấp tỉnh, Học viện trở lên",
    RecognitionLevel.NATION: "phạm vi toàn quốc",
}


def fighter_years(case: Case, rule: Rule) -> Outcome:
    """Chiến sĩ thi đua cơ sở in consecutive years up to this one."""
    series = award_series(case, AwardKind.SCHOOL_FIGHTER, window(case.year, rule.number))
    return series.outcome(_lacking(series))


def _lacking(series: Series) -> str:
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
        return passed(reason, *_reads(initiatives))
    reason = f"chưa có sáng kiến, đề tài được công nhận ở {level} trong {span}{case.used_up(years)}"
    return failed(reason, f"Cần 1 sáng kiến hoặc đề tài được công nhận có ảnh hưởng ở {level} trong {span}.")


def _reads(initiatives: Sequence[InitiativeFacts]) -> tuple[Read, ...]:
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
    remedies = [_lacking(series) for series in (upper, lower) if series.missing]
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
    return f"{_lacking(series)} Hoặc đề nghị theo phong trào, thành tích đột xuất."


def own_initiatives(case: Case, rule: Rule) -> Outcome | None:
    """Two initiatives in that time, or two research results; one of each does not do."""
    if case.occasion != RoundKind.REGULAR:
        return None
    years = window(case.year, case.number("BK_TINH.years"))
    works = case.initiatives(years, RecognitionLevel.SCHOOL, projects=False)
    projects = case.initiatives(years, RecognitionLevel.SCHOOL, projects=True)
    least, instead = rule.number, case.value("BK_TINH.projects")
    reason = f"có {len(works)} sáng kiến, {len(projects)} đề tài trong {years[0]}-{years[-1]}{case.used_up(years)}"
    reads = _reads([*works, *projects])
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
    held = _held_before(case, lower)
    if held:
        reason = f"đã có {lower.short} năm {listed(entry.year for entry in held)}"
        return passed(reason, *map(read_of, held))
    years = [entry.year for entry in case.candidate.awards if entry.award == lower and entry.year < case.year]
    reason = f"chưa có {lower.short} cấp bộ, ngành, tỉnh trước năm {case.year}{case.ignored(lower, years)}"
    return failed(reason, "Đề nghị Bằng khen cấp bộ, ngành, tỉnh trước.")


def _held_before(case: Case, award: str) -> list[HeldAward]:
    """Those that count upward, of earlier years, in order."""
    entries = (entry for entry in case.candidate.awards if entry.award == award and entry.year < case.year)
    return sorted(
        (entry for entry in entries if entry.upward and case.counts(entry.year)), key=lambda entry: entry.year
    )


def long_years(case: Case, rule: Rule) -> Outcome:
    """Good enough in consecutive years, counted after the lower award where the law says so; or the deed itself."""
    if case.occasion != RoundKind.REGULAR:
        return achievement(case, rule)
    years = window(case.year, rule.number)
    series = class_series(case, case.value("BK_TTG.class"), years)
    lower = AwardKind.PROVINCE_MERIT
    held = _held_before(case, lower)
    if series.verdict is Verdict.PASS and case.value("BK_TTG.following") and held and held[0].year >= years[0]:
        since = held[0].year
        reason = f"{series.reason}; nhưng {lower.short} mới có từ năm {since}, các năm sau đó chưa đủ {rule.value}"
        remedy = f"Đợi đến năm {since + rule.number}."
        return failed(reason, remedy, *series.reads, read_of(held[0]))
    return series.outcome(_lacking(series))


def long_initiatives(case: Case, rule: Rule) -> Outcome | None:
    """Initiatives recognised by the school in those years."""
    if case.occasion != RoundKind.REGULAR:
        return None
    years = window(case.year, case.number("BK_TTG.years"))
    works = case.initiatives(years, RecognitionLevel.SCHOOL, projects=False)
    least = rule.number
    reason = f"có {len(works)}/{least} sáng kiến trong {years[0]}-{years[-1]}{case.used_up(years)}"
    if len(works) >= least:
        return passed(reason, *_reads(works))
    return failed(reason, f"Cần thêm {least - len(works)} sáng kiến được cơ sở công nhận.", *_reads(works))


def fighters_among(case: Case, rule: Rule) -> Outcome | None:
    """Chiến sĩ thi đua cơ sở so many times in those years, not necessarily in a row."""
    if case.occasion != RoundKind.REGULAR:
        return None
    years = window(case.year, case.number("BK_TTG.years"))
    series = award_series(case, AwardKind.SCHOOL_FIGHTER, years)
    have = [seen for seen in series.years if seen.year not in series.missing]
    least = rule.number
    note = f": {listed(seen.year for seen in have)}" if have else ""
    reason = f"có {len(have)}/{least} lần {series.what} trong {years[0]}-{years[-1]}{note}{series.note}"
    if len(have) >= least:
        return passed(reason, *series.reads)
    return failed(reason, f"Cần thêm {least - len(have)} lần {series.what}.", *series.reads)


def group_ladder(case: Case, rule: Rule) -> Outcome:
    """Bằng khen của Thủ tướng for a collective: what the texts agree on, as advice."""
    return _advice(case, AwardKind.PROVINCE_MERIT, rule.number)


def medal_ladder(case: Case, rule: Rule) -> Outcome:
    """Huân chương Lao động: the rung below and the years after it, as advice."""
    return _advice(case, _NEXT_LOWER[rule.award], rule.number)


def _advice(case: Case, lower: str, count: int) -> Outcome:
    """Always for a person to decide: the exact counts are not sure."""
    remedy = "Hỏi cơ quan thi đua, khen thưởng cấp trên về tiêu chuẩn cụ thể trước khi lập hồ sơ."
    if case.occasion != RoundKind.REGULAR:
        return unclear("đề nghị không theo công trạng nhiều năm: tiêu chuẩn cụ thể chưa kiểm chứng", remedy)
    held = _held_before(case, lower)
    instead = "" if case.candidate.person else AwardKind.EXCELLENT_COLLECTIVE
    series = class_series(case, QualityClass.EXCELLENT, window(case.year, count), instead)
    has = f"đã có {short(lower)} năm {held[-1].year}" if held else f"chưa có {short(lower)}"
    reason = f"{has}; {series.reason} (tham khảo: số năm, số danh hiệu cụ thể chưa kiểm chứng)"
    return unclear(reason, remedy, *map(read_of, held), *series.reads)


def flags_held(case: Case, rule: Rule) -> Outcome | None:
    """The flags a collective had in the years of the ladder, or what may stand instead of them.

    Instead: one of the government beside one of the province; for the Prime Minister's two of the lower commendation.
    """
    if case.occasion != RoundKind.REGULAR:
        return None
    span = "BK_TTG.group" if rule.award == AwardKind.NATION_MERIT else f"{rule.award}.ladder"
    years, least = window(case.year, case.number(span)), rule.number
    awards = (AwardKind.PROVINCE_FLAG, AwardKind.GOVERNMENT_FLAG, AwardKind.PROVINCE_MERIT)
    flags, highest, merits = (_held_in(case, award, years) for award in awards)
    reason = f"trong {years[0]}-{years[-1]} có {len(highest)} Cờ Chính phủ, {len(flags)} Cờ thi đua"
    if rule.award == AwardKind.NATION_MERIT:
        enough, instead = len(merits) >= 2 * least, f"{2 * least} Bằng khen cấp bộ, ngành, tỉnh"
        reason += f", {len(merits)} Bằng khen"
    else:
        enough, instead = bool(highest and flags), "1 Cờ Chính phủ và 1 Cờ thi đua"
    reads = tuple(map(read_of, (*highest, *flags, *merits)))
    if len(flags) >= least or enough:
        return passed(reason, *reads)
    return failed(reason, f"Cần {least} Cờ thi đua, hoặc {instead}.", *reads)


def _held_in(case: Case, award: str, years: Sequence[int]) -> list[HeldAward]:
    """Those of *years* that count upward."""
    return [entry for entry in case.candidate.awards if entry.award == award and entry.year in years and entry.upward]


def medal_once(case: Case, _rule: Rule) -> Outcome:
    """Kỷ niệm chương is given to a person once."""
    held = [entry for entry in case.candidate.awards if entry.award == case.award and entry.year <= case.year]
    if held:
        return failed(f"đã có {short(case.award)} năm {held[0].year}", "Không đề nghị lần nữa.", read_of(held[0]))
    return passed(f"chưa có {short(case.award)}")


def service(case: Case, rule: Rule) -> Outcome:
    """Years of service, by what the body that gives it asks."""
    joined = case.candidate.joined
    served = f"về trường từ {joined.show()}" if joined else "chưa ghi ngày về trường"
    if not isinstance(rule.value, int):
        remedy = "Xem quy định của cơ quan tặng; ghi số năm ở Thiết lập để chương trình tính."
        return unclear(f"{served}; chưa có số năm quy định", remedy)
    if joined is None:
        return unclear(f"{served}, cần {rule.value} năm", "Ghi ngày về trường ở hồ sơ cán bộ.")
    years = case.year - joined.year
    reason = f"{served}, đến năm {case.year} được {years} năm"
    if years >= rule.value:
        return passed(reason)
    return failed(f"{reason}, cần {rule.value} năm", f"Đủ năm vào {joined.year + rule.value}.")
