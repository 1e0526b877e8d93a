"""Titles of a year: Lao động tiên tiến and Chiến sĩ thi đua cơ sở.

Law 06/2022/QH15, articles 23-24; Decree 91/2017/NĐ-CP, article 9; guidance under the law of 2003.
"""

import math
from datetime import date

from cluster_desktop.domain.awards.awards import AwardKind
from cluster_desktop.domain.law.catalogue import Rule
from cluster_desktop.domain.law.catalogue_values import Rounding
from cluster_desktop.domain.law.eligibility.case import (
    Case,
    flag,
    measure_at_least,
    quality_at_least,
    read_of,
    short,
    word,
)
from cluster_desktop.domain.law.eligibility.facts import YearClass
from cluster_desktop.domain.law.eligibility.verdict import Outcome, Read, failed, passed, unclear
from cluster_desktop.domain.people.vocabulary import DisciplineMeasure, QualityClass, RecognitionLevel
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.numbers import show_number


def year_class(case: Case, rule: Rule) -> Outcome:
    """The quality class of the year is good enough."""
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
    """Long enough at work by the end of the year; reckoned from the day somebody came to the school."""
    joined = case.candidate.joined
    least = rule.number
    if joined is None or joined.year < case.year:
        return passed("công tác từ trước năm xét" if joined else "chưa ghi ngày về trường; Hội đồng tự đối chiếu")
    served = _months_served(joined, case.year)
    reason = f"về trường {joined.show()}, đến hết năm {case.year} được {served} tháng"
    if joined.month is None and served >= least:
        return unclear(f"chỉ ghi về trường năm {joined.year}", "Ghi đủ ngày về trường ở hồ sơ cán bộ.")
    if served >= least:
        return passed(reason)
    remedy = "Nếu chuyển từ cơ quan khác về thì lấy nhận xét của cơ quan cũ và ghi lý do khi đề nghị."
    return failed(f"{reason}, cần từ {least} tháng", remedy)


def _months_served(joined: PartialDate, year: int) -> int:
    """Whole months from the day somebody came to the last day of the year."""
    begun = joined.earliest
    if begun > date(year, 12, 31):
        return 0
    return 12 - begun.month + (begun.day == 1)


def days_off(case: Case, rule: Rule) -> Outcome:
    """Not away too long; leave by right and maternity leave count as worked."""
    rating = case.candidate.classes.get(case.year)
    if rating is None or rating.days_off is None:
        return passed("chưa ghi số ngày nghỉ; Hội đồng tự đối chiếu (nghỉ thai sản tính là đi làm)")
    reason = f"nghỉ {rating.days_off} ngày trong năm {case.year}"
    if rating.days_off < rule.number:
        return passed(reason, _class_read(case, rating))
    remedy = "Số ngày nghỉ không kể nghỉ phép, nghỉ thai sản theo chế độ; sửa ở thẻ Xếp loại nếu ghi nhầm."
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
    """Lao động tiên tiến of the year, held or proposed together with it."""
    return title_of_year(case, AwardKind.ADVANCED_WORKER)


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


def cap(case: Case, rule: Rule) -> Outcome:
    """The most people of a unit who may have the title; over it the council has to choose."""
    counts, share = case.candidate.counts, rule.number
    fighters = len(counts.fighters | {case.candidate.uid})
    exact = share * counts.advanced / 100
    rounding = str(case.value("CSTDCS.rounding") or Rounding.HALF_UP)
    most = _rounded(share * counts.advanced, rounding)
    reason = (
        f"đơn vị có {fighters} CSTĐ cơ sở (kể cả người này) trên {counts.advanced} LĐTT; "
        f"{share} % là {show_number(round(exact, 2))}"
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
