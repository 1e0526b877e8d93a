"""Rules that hold whatever the award: discipline, one award for one achievement, votes.

Law 06/2022/QH15, article 5; Decree 98/2023/NĐ-CP and Decree 152/2025/NĐ-CP, article 4.
"""

from collections.abc import Iterable
from fractions import Fraction

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.voting import reached
from cluster_desktop.domain.fields.vocabulary import DisciplineMeasure
from cluster_desktop.domain.law.catalogue import Rule
from cluster_desktop.domain.law.eligibility.case import Case, read_of, short, word
from cluster_desktop.domain.law.eligibility.facts import Measure, Pending
from cluster_desktop.domain.law.eligibility.verdict import Outcome, Read, failed, passed, unclear
from cluster_desktop.domain.text.numbers import percent


def examination(case: Case, _rule: Rule) -> Outcome:
    """Nobody is commended while discipline, an inspection or a denunciation is being looked into."""
    found = case.examinations()
    if not found:
        return passed("không có việc xem xét, thanh tra, kiểm tra, xác minh nào đang mở")
    told = f"đang bị xem xét, kiểm tra hoặc xác minh từ {found[0].begun.show()}, chưa khen thưởng"
    return failed(told, "Chờ kết luận; nếu đã kết luận thì ghi ngày kết thúc ở thẻ Kỷ luật.", *_reads(found))


def discipline(case: Case, _rule: Rule) -> Outcome:
    """Achievement time begins anew when a discipline ends."""
    running = case.in_force()
    if running:
        told = f"đang trong thời hạn kỷ luật {_told(running[0])}"
        remedy = "Nếu kỷ luật đã hết hiệu lực thì ghi ngày hết hiệu lực ở thẻ Kỷ luật."
        return failed(told, remedy, *_reads(running))
    last = case.restart
    if last is None or last.ended is None:
        return passed("không có kỷ luật")
    ended, reads = last.ended, _reads([last])
    told = f"kỷ luật {_told(last)}, hết ngày {ended.show()}"
    if ended.latest.year < case.year:
        return passed(f"{told}; thời gian tính thành tích từ sau ngày đó", *reads)
    if ended.latest.year == case.year:
        remedy = f"Hội đồng xem thành tích của năm {case.year} tính từ sau {ended.show()}."
        return unclear(f"{told}, trong năm xét", remedy, *reads)
    remedy = f"Đề nghị cho năm {ended.latest.year} trở đi."
    return failed(f"{told}, sau năm {case.year}: thành tích năm đó không tính", remedy, *reads)


def _told(measure: Measure) -> str:
    return f"{word(DisciplineMeasure, measure.measure)} từ {measure.begun.show()}"


def _reads(measures: Iterable[Measure]) -> tuple[Read, ...]:
    return tuple(Read("discipline", one.uid, one.begun.year) for one in measures)


def dissolved(case: Case, _rule: Rule) -> Outcome:
    """A collective that was dissolved or merged before the day is not commended (Circular 15/2025/TT-BNV)."""
    gone = case.candidate.dissolved_on
    if gone is None or gone.earliest > case.on:
        return passed("đơn vị còn hoạt động")
    told = f"đơn vị đã giải thể, sáp nhập ngày {gone.show()}, không khen tổ chức đã giải thể"
    return failed(told, "Đề nghị cho đơn vị mới, hoặc cho cá nhân.", Read("unit", case.candidate.unit_uid))


def record_only(case: Case, _rule: Rule) -> Outcome | None:
    """Awards the program keeps a record of but knows no rules for."""
    if AWARD_KINDS[case.award].judged:
        return None
    told = f"chương trình chỉ ghi nhận {AWARD_KINDS[case.award].name}, không xét tiêu chuẩn"
    return unclear(told, "Hỏi cơ quan thi đua, khen thưởng cấp trên về tiêu chuẩn trước khi lập hồ sơ.")


def once(case: Case, _rule: Rule) -> Outcome:
    """One achievement is not commended several times, nor in several forms; nobody is proposed twice unseen."""
    own = case.nomination.uid if case.nomination else ""
    held = [
        one
        for one in case.candidate.awards
        if one.award == case.award and one.year == case.year and (not own or one.nomination_uid != own)
    ]
    if held and case.nomination is not None:
        told = f"đã được tặng {short(case.award)} năm {case.year}" + (
            f" (Quyết định số {held[0].decision})" if held[0].decision else ""
        )
        return failed(told, "Rút đề nghị này, hoặc nêu thành tích khác với lần đã khen.", read_of(held[0]))
    others = _others(case)
    twice = [one for one in others if one.award == case.award]
    if twice:
        rounds = ", ".join(f"“{one.round_name}”" for one in twice)
        told = f"được đề nghị {len(twice) + 1} lần cho {short(case.award)} năm {case.year}: còn ở đợt {rounds}"
        return unclear(told, "Giữ một đề nghị, rút đề nghị kia.", *map(read_of, twice))
    if case.candidate.twins:
        told = f"người cùng họ tên, ngày sinh cũng được đề nghị ở {'; '.join(case.candidate.twins)}"
        return unclear(told, "Xem có phải một người ở hai đơn vị; nếu phải thì rút một đề nghị.")
    return _with_others(case, others)


def _others(case: Case) -> list[Pending]:
    """The other nominations of the year for the same kind of achievement."""
    own = case.nomination.uid if case.nomination else ""
    found = (one for one in case.candidate.pending if one.year == case.year and one.uid != own)
    return [one for one in found if one.occasion == case.occasion]


def _with_others(case: Case, others: list[Pending]) -> Outcome:
    """Forms of commendation beside each other must be for different achievements; titles may stand together."""
    same_kind = [one for one in others if AWARD_KINDS[one.award].title == case.title]
    names = ", ".join(dict.fromkeys(AWARD_KINDS[one.award].name for one in same_kind))
    if same_kind and not case.title:
        told = f"cùng năm còn được đề nghị {names}"
        return unclear(told, "Chỉ để hai hình thức khi là hai thành tích khác nhau.", *map(read_of, same_kind))
    held = [one for one in case.candidate.awards if one.award == case.award and one.year == case.year]
    if held:
        return passed(f"đã được tặng năm {case.year}, không cần đề nghị nữa", read_of(held[0]))
    if same_kind:
        told = f"cùng năm còn được đề nghị {names}: tiền thưởng chỉ tính danh hiệu cao nhất"
        return passed(told, *map(read_of, same_kind))
    return passed("chưa được khen cho thành tích này")


def vote(case: Case, rule: Rule) -> Outcome | None:
    """The share of ALL members that agreed, those absent included; only once a count is written down."""
    found = case.nomination
    if found is None or found.votes_total is None or found.votes_for is None or not isinstance(rule.value, int):
        return None
    if found.votes_for > found.votes_total:
        told = f"{found.votes_for} phiếu đồng ý nhưng Hội đồng chỉ có {found.votes_total} thành viên"
        return failed(told, "Sửa lại số phiếu hoặc số thành viên trong đề nghị.", read_of(found))
    if _of_the_cluster(case, found):
        told = f"{found.votes_for}/{found.votes_total} là phiếu suy tôn của cụm, Hội đồng chưa bỏ phiếu"
        return unclear(told, f"Ghi phiếu của Hội đồng: cần từ {rule.value} % tổng số thành viên.", read_of(found))
    needed = reached(found.votes_total, Fraction(rule.value, 100))
    told = f"{found.votes_for}/{found.votes_total} phiếu ({percent(found.votes_for, found.votes_total)})"
    if found.votes_for >= needed:
        return passed(f"{told}, cần từ {needed} phiếu ({rule.value} % tổng số thành viên)", read_of(found))
    remedy = f"Cần thêm {needed - found.votes_for} phiếu, kể cả ý kiến bằng văn bản của người vắng."
    return failed(f"{told}, cần từ {needed} phiếu ({rule.value} % tổng số thành viên)", remedy, read_of(found))


def _of_the_cluster(case: Case, line: Pending) -> bool:
    """Whether the count is that of the cluster's meeting (suy tôn), no council having sat on it yet."""
    votes = {(place.votes_for, place.votes_total) for place in case.candidate.cluster_places}
    return not line.session_uid and (line.votes_for, line.votes_total) in votes
