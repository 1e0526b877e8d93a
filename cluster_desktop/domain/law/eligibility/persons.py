"""Titles of a year: Lao động tiên tiến and Chiến sĩ thi đua cơ sở.

Law 06/2022/QH15, articles 23-24; Decree 91/2017/NĐ-CP, article 9; Decree 65/2014/NĐ-CP, articles 4-5.
"""

import math
from collections.abc import Mapping
from datetime import date
from functools import partial

from cluster_desktop.domain.awards.awards import AwardKind
from cluster_desktop.domain.law.catalogue import Rule
from cluster_desktop.domain.law.catalogue_values import Rounding
from cluster_desktop.domain.law.eligibility.case import (
    Case,
    Check,
    flag,
    measure_at_least,
    quality_at_least,
    read_of,
    short,
    word,
)
from cluster_desktop.domain.law.eligibility.facts import NOT_UPWARD, YearClass
from cluster_desktop.domain.law.eligibility.presence import missing_months, unpaid_workdays, year_at_work
from cluster_desktop.domain.law.eligibility.verdict import (
    Outcome,
    Read,
    Verdict,
    failed,
    passed,
    unclear,
    verdict_of,
)
from cluster_desktop.domain.people.vocabulary import ON_STAFF, DisciplineMeasure, QualityClass, RecognitionLevel
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.numbers import show_number


def year_class(case: Case, rule: Rule) -> Outcome | None:
    """The quality class of the year is good enough; not asked for commendations of a deed or a campaign."""
    if not case.title and case.occasion in NOT_UPWARD:
        return None
    rating = case.candidate.classes.get(case.year)
    least = word(QualityClass, rule.value)
    if rating is None:
        return _no_class(case, least)
    reason = f"năm {case.year} xếp loại {word(QualityClass, rating.quality)}"
    if quality_at_least(rating.quality, rule.value):
        return passed(reason, _class_read(case, rating))
    return failed(f"{reason}, cần từ {least}", f"Xếp loại năm {case.year} phải từ {least}.", _class_read(case, rating))


def _no_class(case: Case, least: str) -> Outcome:
    whole = case.candidate.person and not case.candidate.counts.rated
    reason = f"chưa ghi xếp loại năm {case.year}" + (" của ai trong đơn vị" if whole else "")
    return unclear(reason, f"Ghi xếp loại năm {case.year} (cần từ {least}).")


def _class_read(case: Case, rating: YearClass) -> Read:
    return Read("rating" if case.candidate.person else "unit_rating", rating.uid, rating.year)


def registration(case: Case, rule: Rule) -> Outcome | None:
    """Registered for the year, where the unit writes its registrations down."""
    if not rule.value:
        return None
    if case.candidate.registered is None:
        return passed(f"đơn vị chưa ghi đăng ký thi đua năm {case.year} vào sổ nên không xét điều này")
    if case.candidate.registered:
        return passed(f"có đăng ký thi đua năm {case.year}")
    return failed(f"không có đăng ký thi đua năm {case.year}", f"Ghi đăng ký năm {case.year} nếu đã đăng ký.")


def months(case: Case, rule: Rule) -> Outcome:
    """Long enough at work by the end of the year.

    The months count from recruitment (Decree 65/2014, article 5.6). Where the book holds only the day of coming to this
    school, who came late but is classed or awarded for an earlier year was recruited before; of others a person has to
    say it.
    """
    joined, recruited = case.candidate.joined, case.candidate.recruited
    least = rule.number
    if recruited is not None:
        return _since_recruitment(case, recruited, least)
    if joined is None or joined.year < case.year:
        return passed("công tác từ trước năm xét" if joined else "chưa ghi ngày về trường; Hội đồng tự đối chiếu")
    earlier = _earlier_work(case)
    if earlier is not None:
        return earlier
    served = _months_served(joined, case.year)
    reason = f"về trường {joined.show()}, đến hết năm {case.year} được {served} tháng"
    if joined.month is None and served >= least:
        return unclear(f"chỉ ghi về trường năm {joined.year}", "Ghi đủ ngày về trường ở hồ sơ cán bộ.")
    if served >= least:
        return passed(reason)
    remedy = (
        "Ghi ngày tuyển dụng ở hồ sơ cán bộ: chuyển từ cơ quan khác về thì tính từ ngày ở đó "
        "và lấy nhận xét của cơ quan cũ; "
        f"mới tuyển dụng dưới {least} tháng thì không xét."
    )
    return unclear(f"{reason}; cần từ {least} tháng trở lên kể từ ngày tuyển dụng, sổ chưa ghi ngày này", remedy)


def _since_recruitment(case: Case, recruited: PartialDate, least: int) -> Outcome:
    """Months from the day of recruitment, without those away from work."""
    joined, day = case.candidate.joined, recruited.show()
    if recruited.year < case.year:
        came = joined is not None and joined.year == case.year and not _known_before(case)
        remark = f"; về trường {joined.show()}: lấy ý kiến nhận xét của cơ quan cũ" if joined and came else ""
        return passed(f"tuyển dụng {day}, từ trước năm {case.year}{remark}")
    remedy = "Sửa ngày tuyển dụng ở hồ sơ cán bộ nếu ghi nhầm"
    if recruited.year > case.year:
        return unclear(f"ngày tuyển dụng {day} sau năm {case.year}", f"{remedy}.")
    served = int(_months_served(recruited, case.year) - missing_months(case))
    reason = f"tuyển dụng {day}, đến hết năm {case.year} công tác {served} tháng"
    if served < least:
        return failed(f"{reason}, cần từ {least} tháng", f"{remedy}; mới tuyển dụng dưới {least} tháng thì không xét.")
    if recruited.month is None:
        return unclear(f"chỉ ghi tuyển dụng năm {day}", "Ghi đủ ngày tuyển dụng ở hồ sơ cán bộ.")
    return passed(reason)


def _earlier_work(case: Case) -> Outcome | None:
    """What shows that somebody was at work before the year: a post, a class or an award of an earlier one."""
    if _known_before(case):
        return passed(f"đã công tác ở {case.candidate.stays[0].unit} từ trước năm {case.year}")
    classed = [rating for year, rating in case.candidate.classes.items() if year < case.year]
    if classed:
        reason = f"đã có xếp loại năm {classed[0].year}, tức là được tuyển dụng từ trước năm {case.year}"
        return passed(reason, _class_read(case, classed[0]))
    held = [entry for entry in case.candidate.awards if entry.year < case.year]
    if held:
        reason = f"đã có {short(held[0].award)} năm {held[0].year}, tức là được tuyển dụng từ trước năm {case.year}"
        return passed(reason, read_of(held[0]))
    return None


def _known_before(case: Case) -> bool:
    """Whether the book has somebody at work in a unit before the year; it tells so only of who changed in the year."""
    first = next(iter(case.candidate.stays), None)
    if first is None or first.status not in ON_STAFF:
        return False
    return first.from_on is None or first.from_on.year < case.year


def _months_served(joined: PartialDate, year: int) -> int:
    """Whole months from the day somebody came to the last day of the year."""
    begun = joined.earliest
    if begun > date(year, 12, 31):
        return 0
    return 12 - begun.month + (begun.day == 1)


def days_off(case: Case, rule: Rule) -> Outcome:
    """Not away too long; leave by right and maternity leave count as worked."""
    rating, unpaid = case.candidate.classes.get(case.year), unpaid_workdays(case)
    if unpaid >= rule.number and (rating is None or rating.days_off is None or rating.days_off < rule.number):
        reason = f"nghỉ không hưởng lương khoảng {unpaid} ngày làm việc trong năm {case.year}"
        return unclear(f"{reason}; từ {rule.value} ngày thì không xét", "Ghi số ngày nghỉ ở thẻ Xếp loại.")
    if rating is None or rating.days_off is None:
        return passed("chưa ghi số ngày nghỉ; Hội đồng tự đối chiếu (nghỉ thai sản tính là đi làm)")
    reason = f"nghỉ {rating.days_off} ngày làm việc trong năm {case.year}"
    if rating.days_off < rule.number:
        return passed(reason, _class_read(case, rating))
    remedy = (
        "Số ngày nghỉ không kể nghỉ phép, nghỉ thai sản theo chế độ, thời gian được cử đi học; "
        "sửa ở thẻ Xếp loại nếu ghi nhầm."
    )
    return failed(f"{reason}, từ {rule.value} ngày thì không xét", remedy, _class_read(case, rating))


def measure_of_year(case: Case, rule: Rule) -> Outcome:
    """No discipline of this weight in the year."""
    measures = [
        measure
        for measure in case.candidate.measures
        if measure.begun.year == case.year and measure_at_least(measure.measure, rule.value)
    ]
    if not measures:
        return passed(f"năm {case.year} không bị kỷ luật từ {word(DisciplineMeasure, rule.value)} trở lên")
    reason = f"năm {case.year} bị kỷ luật {word(DisciplineMeasure, measures[0].measure)}"
    reads = [Read("discipline", measure.uid, measure.begun.year) for measure in measures]
    return failed(reason, f"Đề nghị từ năm {case.year + 1}, khi kỷ luật đã hết.", *reads)


def advanced_worker(case: Case, _rule: Rule) -> Outcome:
    """Lao động tiên tiến of the year, held or proposed together with it, or its standard where the law asks no more."""
    award = AwardKind.ADVANCED_WORKER
    if not case.value("CSTDCS.standard") or case.standing(award, case.year) is not None:
        return title_of_year(case, award)
    outcomes = [outcome for outcome in map(partial(_of_standard, case), _STANDARD) if outcome is not None]
    verdict = verdict_of(outcomes)
    telling = [outcome for outcome in outcomes if outcome.verdict is verdict]
    reason = "; ".join(outcome.reason for outcome in telling)
    reads = tuple(read for outcome in telling for read in outcome.reads)
    if verdict is Verdict.PASS:
        return passed(f"đạt tiêu chuẩn {short(award)} (không phải có danh hiệu): {reason}", *reads)
    words = f"chưa đạt tiêu chuẩn {short(award)}" if verdict is Verdict.FAIL else f"chưa rõ tiêu chuẩn {short(award)}"
    return Outcome(verdict, f"{words}: {reason}", reads, " ".join(outcome.remedy for outcome in telling))


def _of_standard(case: Case, key: str) -> Outcome | None:
    """What a rule of Lao động tiên tiến says of the case; None where the law of the day does not ask it."""
    rule = case.law.rules.get(key)
    return _STANDARD[key](case, rule) if rule is not None and rule.value is not None else None


_STANDARD: Mapping[str, Check] = {
    "LDTT.class": year_class,
    "LDTT.registration": registration,
    "LDTT.months": months,
    "LDTT.year": year_at_work,
    "LDTT.days_off": days_off,
    "LDTT.measure": measure_of_year,
}
"""The standard of Lao động tiên tiến, rule by rule."""


def title_of_year(case: Case, award: str) -> Outcome:
    """Another award of the same year that this one stands on."""
    standing = case.standing(award, case.year)
    if standing is not None:
        return passed(f"có {short(award)} năm {case.year}{flag([standing])}", read_of(standing))
    reason = f"chưa có {short(award)} năm {case.year}{case.ignored(award, [case.year])}"
    return failed(reason, f"Đề nghị {short(award)} năm {case.year} trong cùng đợt.")


def merit(case: Case, rule: Rule) -> Outcome:
    """An initiative or research result of the year, or a class that stands instead of it."""
    works = case.initiatives([case.year], rule.value)
    instead = case.value("CSTDCS.class")
    rating = case.candidate.classes.get(case.year)
    if case.value("CSTDCS.both") and instead:
        return _merit_twice(case, len(works), rating, str(instead))
    if works:
        reason = f"có {len(works)} sáng kiến, đề tài được công nhận năm {case.year}: “{works[0].title}”"
        return passed(reason, *(Read("initiative", initiative.uid, initiative.year) for initiative in works))
    if instead and rating and quality_at_least(rating.quality, instead):
        reason = f"năm {case.year} xếp loại {word(QualityClass, rating.quality)}"
        return passed(reason, _class_read(case, rating))
    reason = f"chưa có sáng kiến, đề tài được công nhận năm {case.year}{case.used_up([case.year])}"
    remedy = f"Cần 1 sáng kiến hoặc đề tài được {word(RecognitionLevel, rule.value)} công nhận"
    if not instead:
        return failed(reason, f"{remedy}.")
    least = word(QualityClass, instead)
    if rating is None:
        return unclear(f"{reason}; chưa ghi xếp loại năm {case.year}", f"{remedy}, hoặc xếp loại {least}.")
    reason += f"; xếp loại {word(QualityClass, rating.quality)}"
    return failed(reason, f"{remedy}, hoặc xếp loại {least}.", _class_read(case, rating))


def _merit_twice(case: Case, works: int, rating: YearClass | None, least: str) -> Outcome:
    """Both an initiative and the class, as a draft has it: a person decides, unless the office set it itself."""
    words = f"xếp loại {word(QualityClass, rating.quality)}" if rating else "chưa ghi xếp loại"
    reason = f"năm {case.year} có {works} sáng kiến, đề tài được công nhận, {words}"
    reads = [_class_read(case, rating)] if rating else []
    if works and rating and quality_at_least(rating.quality, least):
        return passed(reason, *reads)
    remedy = (
        f"Đối chiếu văn bản thi hành luật mới; cần có cả sáng kiến hoặc đề tài và xếp loại {word(QualityClass, least)}."
    )
    if case.law.rules["CSTDCS.both"].own:
        return failed(f"{reason}; phải có cả hai", remedy, *reads)
    return unclear(f"{reason}; dự thảo quy định mới đòi cả hai, chưa kiểm chứng", remedy, *reads)


def cap(case: Case, rule: Rule) -> Outcome:
    """The most people of a unit who may have the title; over it the council has to choose."""
    counts, share = case.candidate.counts, rule.number
    fighters = len(counts.fighters | {case.candidate.uid})
    exact = share * counts.advanced / 100
    rounding = str(case.value("CSTDCS.rounding") or Rounding.HALF_UP)
    most = _rounded(share * counts.advanced, rounding)
    reason = (
        f"đơn vị có {fighters} CSTĐ cơ sở (kể cả người này) trên {counts.advanced} LĐTT; "
        f"{share}% là {show_number(round(exact, 2))}"
    )
    if fighters * 100 <= share * counts.advanced:
        return passed(reason)
    if fighters <= most:
        remedy = "Xem quy chế của đơn vị về làm tròn; đổi cách làm tròn ở Thiết lập."
        return unclear(f"{reason}, chỉ đủ khi {word(Rounding, rounding)}", remedy)
    return unclear(f"{reason}, vượt trần {most}", "Hội đồng chọn người trong số được đề nghị cho vừa trần.")


def _rounded(hundredths: int, how: str) -> int:
    if how == Rounding.CEILING:
        return math.ceil(hundredths / 100)
    return (hundredths + (50 if how == Rounding.HALF_UP else 0)) // 100
