"""What somebody did in the year beside being at work all of it: came, left, moved, studied, was away.

Decree 65/2014/NĐ-CP, article 5: study from a year on counts with a result of "khá" or better (3), maternity leave
counts as worked (4), the new office proposes and asks the old one where it had them from six months on (5).
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby, pairwise

from cluster_desktop.domain.law.catalogue import Rule
from cluster_desktop.domain.law.eligibility.case import Case, word
from cluster_desktop.domain.law.eligibility.facts import Stay
from cluster_desktop.domain.law.eligibility.verdict import Outcome, passed, unclear
from cluster_desktop.domain.people.vocabulary import ON_STAFF, PersonStatus

NOT_WORKED = frozenset({PersonStatus.UNPAID})
"""Those who belong to the unit and yet do none of its work; whoever is suspended is for a person to judge."""
_WORKDAYS = 5  # Monday to Friday


def year_at_work(case: Case, _rule: Rule) -> Outcome | None:
    """Came, left or was away within the year; nothing is said of who was at work in one place all of it."""
    stays = whole(case.candidate.stays)
    notes = [*_moves(case, stays), *_leave(case, stays)]
    doubts = [*_study(case, stays), *_months(case, stays)]
    if not notes and not doubts:
        return None
    reason = "; ".join([*notes, *(told for told, _remedy in doubts)])
    if doubts:
        return unclear(reason, " ".join(remedy for _told, remedy in doubts))
    return passed(reason)


def whole(stays: Sequence[Stay]) -> list[Stay]:
    """The stays, those put together between which neither unit nor status changed."""
    merged = []
    for _key, group in groupby(stays, lambda stay: (stay.unit_uid, stay.status)):
        parts = list(group)
        merged.append(parts[0].until(parts[-1].until_on))
    return merged


def suspensions(case: Case) -> list[str]:
    """When somebody was suspended in the year, in words."""
    held = [stay for stay in whole(case.candidate.stays) if stay.status == PersonStatus.SUSPENDED]
    return [_told(stay) for stay in held if _days(stay, case.year)]


def _told(stay: Stay) -> str:
    """ "biệt phái từ 01/03/2026 đến trước 01/09/2026"."""
    since = f" từ {stay.from_on.show()}" if stay.from_on else ""
    until = f" đến trước {stay.until_on.show()}" if stay.until_on else ""
    return f"{word(PersonStatus, stay.status)}{since}{until}"


def _moves(case: Case, stays: Sequence[Stay]) -> Iterator[str]:
    """From which unit somebody came within the year; a unit that went into the new one is none they left."""
    there = [stay for stay in stays if stay.status in ON_STAFF and _days(stay, case.year)]
    for old, new in pairwise(there):
        if old.unit_uid == new.unit_uid or new.from_on is None:
            continue
        served = int(sum((_share(stay, case.year) for stay in there if stay.unit_uid == old.unit_uid), Fraction()))
        told = f"chuyển từ {old.unit} về ngày {new.from_on.show()}, đơn vị mới đề nghị"
        least = case.number("LDTT.remark")
        asked = f": lấy ý kiến nhận xét của {old.unit}" if least and served >= least else ""
        yield f"{told}; công tác ở {old.unit} {served} tháng trong năm{asked}"


def _leave(case: Case, stays: Sequence[Stay]) -> Iterator[str]:
    """Leave that counts as worked, and how somebody left."""
    for stay in stays:
        if not _days(stay, case.year):
            continue
        if stay.status == PersonStatus.MATERNITY:
            yield f"{_told(stay)}: tính là thời gian công tác"
        elif stay.status == PersonStatus.SECONDED:
            yield f"{_told(stay)}: đơn vị cử đi đề nghị, lấy ý kiến nhận xét của nơi biệt phái"
        elif stay.status == PersonStatus.DECEASED:
            yield f"{_told(stay)}: đề nghị truy tặng"
        elif stay.status not in ON_STAFF or stay.status in NOT_WORKED:
            yield _told(stay)


def _study(case: Case, stays: Sequence[Stay]) -> Iterator[tuple[str, str]]:
    """Study that is, or may become, as long as the law asks a result of."""
    least = case.number("LDTT.study")
    for stay in stays:
        if stay.status != PersonStatus.STUDYING or not least or not _days(stay, case.year):
            continue
        if stay.until_on and stay.from_on and _lasted(stay.from_on.earliest, stay.until_on.earliest) < least:
            continue
        remedy = f"Khóa học từ {least} tháng trở lên thì đối chiếu kết quả học tập: từ loại khá mới xét."
        yield _told(stay), remedy


def _lasted(begun: date, ended: date) -> int:
    """Whole months from one day to before another."""
    return (ended.year - begun.year) * 12 + ended.month - begun.month - (ended.day < begun.day)


def _months(case: Case, stays: Sequence[Stay]) -> Iterator[tuple[str, str]]:
    """Too little of the year at work for somebody who left or was away without pay; where no figure is set, any."""
    vague = [day for stay in stays for day in (stay.from_on, stay.until_on) if day and day.month is None]
    if any(day.year == case.year for day in vague):
        yield f"chỉ ghi năm {case.year}, không rõ số tháng", "Ghi đủ ngày ở quá trình công tác."
        return
    if not missing_months(case):
        return
    worked, least = worked_months(stays, case.year), case.number("LDTT.months")
    told = f"công tác {worked} tháng trong năm {case.year}"
    if not least:
        yield told, "Đối chiếu quy chế thi đua của tỉnh, của đơn vị về số tháng công tác trong năm."
    elif worked < least:
        yield f"{told}, cần từ {least} tháng", "Hội đồng xem thời gian nghỉ có được tính là thời gian công tác không."


def missing_months(case: Case) -> Fraction:
    """The months of the year in which somebody had left, or was away unpaid, since they were first there."""
    stays = case.candidate.stays
    return sum((_share(stay, case.year) for stay in stays if not _works(stay)), Fraction())


def worked_months(stays: Iterable[Stay], year: int) -> int:
    """Whole months of the year that count as worked."""
    return int(sum((_share(stay, year) for stay in stays if _works(stay)), Fraction()))


def unpaid_workdays(case: Case) -> int:
    """The days from Monday to Friday of unpaid leave within the year; public holidays are among them."""
    away = [stay for stay in case.candidate.stays if stay.status in NOT_WORKED]
    return sum(day.weekday() < _WORKDAYS for stay in away for day in _days(stay, case.year))


def _works(stay: Stay) -> bool:
    return stay.status in ON_STAFF and stay.status not in NOT_WORKED


def _days(stay: Stay, year: int) -> Sequence[date]:
    """The days of a stay that lie in the year."""
    first, after = date(year, 1, 1), date(year + 1, 1, 1)
    begun = max(stay.from_on.earliest, first) if stay.from_on else first
    ended = min(stay.until_on.earliest, after) if stay.until_on else after
    return [begun + timedelta(number) for number in range((ended - begun).days)]


def _share(stay: Stay, year: int) -> Fraction:
    """The months of a stay within the year; part of a month counts for what it is."""
    months: Fraction = Fraction()
    for month, days in groupby(_days(stay, year), lambda day: day.month):
        months += Fraction(len(list(days)), monthrange(year, month)[1])
    return months
