"""What stands on the Prime Minister's commendation and above it: Huân chương Lao động, and Bằng khen of collectives;
Kỷ niệm chương.

Decree 65/2014/NĐ-CP, articles 15-17, 23, and law 06/2022/QH15, article 44.1.e, are certain; what other texts ask was
not seen and only advises.
"""

from collections.abc import Mapping, Sequence

from cluster_desktop.domain.awards.awards import AWARD_KINDS, AwardKind
from cluster_desktop.domain.awards.vocabulary import RoundKind
from cluster_desktop.domain.law.catalogue import Rule
from cluster_desktop.domain.law.catalogue_values import Amount
from cluster_desktop.domain.law.eligibility.case import Case, listed, read_of, short
from cluster_desktop.domain.law.eligibility.facts import HeldAward
from cluster_desktop.domain.law.eligibility.ladder import held_before, lacking, reads_of, too_early
from cluster_desktop.domain.law.eligibility.series import HAVE, UNKNOWN, class_series, window
from cluster_desktop.domain.law.eligibility.verdict import Outcome, Verdict, failed, passed, unclear
from cluster_desktop.domain.law.regimes import Certainty
from cluster_desktop.domain.people.vocabulary import QualityClass, RecognitionLevel

_RUNGS = (AwardKind.NATION_MERIT, AwardKind.LABOUR_ORDER_3, AwardKind.LABOUR_ORDER_2, AwardKind.LABOUR_ORDER_1)
_NEXT_LOWER: Mapping[str, str] = dict(zip(_RUNGS[1:], _RUNGS[:-1], strict=True))
_ASK = "Hỏi cơ quan thi đua, khen thưởng cấp trên về tiêu chuẩn cụ thể trước khi lập hồ sơ."
_ANOTHER_WAY = unclear("đề nghị không theo công trạng nhiều năm: tiêu chuẩn cụ thể chưa kiểm chứng", _ASK)


def group_ladder(case: Case, rule: Rule) -> Outcome:
    """Bằng khen của Thủ tướng for a collective: the lower one and excellent years after it."""
    return _climbed(case, rule, AwardKind.PROVINCE_MERIT)


def medal_ladder(case: Case, rule: Rule) -> Outcome | None:
    """Huân chương Lao động: the rung below and the years after it; for persons where the law has no other years."""
    if case.candidate.person and case.value(f"{rule.award}.years") is not None:
        return None
    outcome = _climbed(case, rule, _NEXT_LOWER[rule.award])
    if case.candidate.person and outcome.verdict is Verdict.FAIL and held_before(case, _NEXT_LOWER[rule.award]):
        reason = f"{outcome.reason}; luật đòi thành tích xuất sắc liên tục, không chỉ xếp loại"
        return unclear(reason, outcome.remedy, *outcome.reads)
    return outcome


def medal_years(case: Case, rule: Rule) -> Outcome:
    """Huân chương Lao động of a person since 2024: the rung below, then years of a class (article 44.1.e)."""
    if case.occasion != RoundKind.REGULAR:
        return _ANOTHER_WAY
    return _after(case, _NEXT_LOWER[rule.award], case.value(f"{rule.award}.class"), rule.number)


def _climbed(case: Case, rule: Rule, lower: str) -> Outcome:
    if case.occasion != RoundKind.REGULAR:
        return _ANOTHER_WAY
    if rule.certain is Certainty.UNSURE:
        return _advice(case, lower, rule.number)
    return _after(case, lower, QualityClass.EXCELLENT, rule.number)


def _after(case: Case, lower: str, least: Amount, count: int) -> Outcome:
    """The lower award, and then *count* years in a row of a class."""
    held, years = held_before(case, lower), window(case.year, count)
    series = class_series(case, least, years)
    if not held:
        reason = f"chưa có {short(lower)} trước năm {case.year}; {series.reason}"
        return failed(reason, f"Đề nghị {AWARD_KINDS[lower].label} trước.", *series.reads)
    if held[0].year >= years[0]:
        return too_early(series, held[0], count)
    reason = f"đã có {short(lower)} năm {listed(entry.year for entry in held)}; {series.reason}"
    remedy = "" if series.verdict is Verdict.PASS else lacking(series)
    return Outcome(series.verdict, reason, (*map(read_of, held), *series.reads), remedy)


def _advice(case: Case, lower: str, count: int) -> Outcome:
    """For a person to decide: the exact counts are not sure."""
    held = held_before(case, lower)
    instead = "" if case.candidate.person else AwardKind.EXCELLENT_COLLECTIVE
    series = class_series(case, QualityClass.EXCELLENT, window(case.year, count), instead)
    has = f"đã có {short(lower)} năm {held[-1].year}" if held else f"chưa có {short(lower)}"
    reason = f"{has}; {series.reason} (tham khảo: số năm, số danh hiệu cụ thể chưa kiểm chứng)"
    return unclear(reason, _ASK, *map(read_of, held), *series.reads)


def excellent_among(case: Case, rule: Rule) -> Outcome | None:
    """Excellent so many times in the years of the order, not necessarily in a row."""
    if case.occasion != RoundKind.REGULAR:
        return None
    years = window(case.year, case.number(f"{rule.award}.years"))
    series = class_series(case, QualityClass.EXCELLENT, years)
    have = [seen.year for seen in series.years if seen.state == HAVE]
    open_years = [seen.year for seen in series.years if seen.state == UNKNOWN]
    least = rule.number
    reason = f"có {len(have)}/{least} năm {series.what} trong {years[0]}-{years[-1]}{series.note}"
    if len(have) >= least:
        return passed(reason, *series.reads)
    if len(have) + len(open_years) >= least:
        remedy = f"Ghi xếp loại năm {listed(open_years)}."
        return unclear(f"{reason}; chưa ghi xếp loại {listed(open_years)}", remedy, *series.reads)
    return failed(reason, f"Cần thêm {least - len(have)} năm {series.what}.", *series.reads)


def province_initiatives(case: Case, rule: Rule) -> Outcome | None:
    """Initiatives of a person recognised by the province, a ministry or the Academy in the years of the order."""
    if case.occasion != RoundKind.REGULAR:
        return None
    years = window(case.year, case.number(f"{rule.award}.ladder"))
    works, least = case.initiatives(years, RecognitionLevel.PROVINCE, projects=False), rule.number
    reason = f"có {len(works)}/{least} sáng kiến cấp bộ, ngành, tỉnh trong {years[0]}-{years[-1]}{case.used_up(years)}"
    if len(works) >= least:
        return passed(reason, *reads_of(works))
    remedy = f"Cần thêm {least - len(works)} sáng kiến được công nhận và áp dụng hiệu quả ở cấp bộ, ngành, tỉnh."
    return failed(reason, remedy, *reads_of(works))


def flags_held(case: Case, rule: Rule) -> Outcome | None:
    """The flags a collective had in the years of the ladder, or what may stand instead of some of them."""
    if case.occasion != RoundKind.REGULAR:
        return None
    span = "BK_TTG.group" if rule.award == AwardKind.NATION_MERIT else f"{rule.award}.ladder"
    years, least = window(case.year, case.number(span)), rule.number
    awards = (AwardKind.PROVINCE_FLAG, AwardKind.GOVERNMENT_FLAG, AwardKind.PROVINCE_MERIT)
    flags, highest, merits = (_held_in(case, award, years) for award in awards)
    counts: dict[str, int] = {award: len(held) for award, held in zip(awards, (flags, highest, merits), strict=True)}
    instead = _instead(case, rule.award)
    reads = tuple(map(read_of, (*highest, *flags, *merits)))
    reason = (
        f"trong {years[0]}-{years[-1]} có {len(highest)} Cờ Chính phủ, {len(flags)} Cờ thi đua, {len(merits)} Bằng khen"
    )
    if len(flags) >= least or (instead and all(counts[award] >= count for award, count in instead.items())):
        return passed(reason, *reads)
    words = " và ".join(f"{count} {short(award)}" for award, count in instead.items())
    return failed(reason, f"Cần {least} Cờ thi đua{f', hoặc {words}' if words else ''}.", *reads)


def _instead(case: Case, award: str) -> Mapping[str, int]:
    """What may stand instead of the flags, each so many times; empty for nothing."""
    if award != AwardKind.NATION_MERIT:
        return _INSTEAD[award]
    merits = case.number("BK_TTG.merits")
    return {AwardKind.PROVINCE_MERIT: merits} if merits else {}


_INSTEAD: Mapping[str, Mapping[str, int]] = {
    AwardKind.LABOUR_ORDER_3: {AwardKind.PROVINCE_FLAG: 1, AwardKind.PROVINCE_MERIT: 2},
    AwardKind.LABOUR_ORDER_2: {AwardKind.GOVERNMENT_FLAG: 1, AwardKind.PROVINCE_FLAG: 1},
    AwardKind.LABOUR_ORDER_1: {AwardKind.GOVERNMENT_FLAG: 1, AwardKind.PROVINCE_FLAG: 2},
}
"""Decree 65/2014/NĐ-CP, articles 15-17, clause 4.b."""


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
