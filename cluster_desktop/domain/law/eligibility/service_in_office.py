"""Commendation for a life of service in office (quá trình cống hiến): how long an office must have been held.

How many years each class asks has not been read, so the office sets them; that women in office need less is certain:
Decree 65/2014/NĐ-CP takes three years away, later decrees a third.
"""

from cluster_desktop.domain.awards.vocabulary import RoundKind
from cluster_desktop.domain.law.catalogue import Rule
from cluster_desktop.domain.law.eligibility.case import Case, read_of
from cluster_desktop.domain.law.eligibility.verdict import Outcome, unclear


def time_in_office(case: Case, rule: Rule) -> Outcome | None:
    """For a person to compare with the papers of appointment; *rule* holds the years the office has set, if any."""
    if case.nomination is None or case.occasion != RoundKind.LONG_SERVICE:
        return None
    eased = _eased(case)
    read = read_of(case.nomination)
    if not isinstance(rule.value, int):
        reason = f"chưa có số năm giữ chức vụ theo quy định{f'; {eased}' if eased else ''}"
        remedy = "Hỏi cơ quan thi đua, khen thưởng cấp trên; ghi số năm ở Thiết lập để chương trình tính."
        return unclear(reason, remedy, read)
    years = _needed(case, rule.value) if eased else rule.value
    reason = f"cần giữ chức vụ từ {years} năm" + (f" ({rule.value} năm theo quy định chung; {eased})" if eased else "")
    return unclear(reason, "Đối chiếu các quyết định bổ nhiệm trong hồ sơ cán bộ.", read)


def _eased(case: Case) -> str:
    """Name the time a woman in office is spared; '' for everybody else."""
    if not (case.candidate.woman and case.leads):
        return ""
    if case.value("ANY.devotion_third"):
        return "nữ lãnh đạo, quản lý được giảm 1/3 thời gian"
    years = case.number("ANY.devotion_years")
    return f"nữ lãnh đạo, quản lý được giảm {years} năm" if years else ""


def _needed(case: Case, years: int) -> int:
    """The years a woman in office needs; a third that does not come out even is rounded up to whole years."""
    if case.value("ANY.devotion_third"):
        return -(-years * 2 // 3)
    return max(0, years - case.number("ANY.devotion_years"))
