"""Rules that hold whatever the award: discipline, one award for one achievement, votes.

Law 06/2022/QH15, article 5; Decree 98/2023/NĐ-CP and Decree 152/2025/NĐ-CP, article 4.
"""

from collections.abc import Iterable
from fractions import Fraction

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.vocabulary import RoundKind
from cluster_desktop.domain.awards.voting import reached
from cluster_desktop.domain.law.catalogue import Rule
from cluster_desktop.domain.law.eligibility.case import Case, read_of, short, word
from cluster_desktop.domain.law.eligibility.facts import Measure, Pending
from cluster_desktop.domain.law.eligibility.presence import suspensions
from cluster_desktop.domain.law.eligibility.verdict import Outcome, Read, failed, passed, unclear
from cluster_desktop.domain.people.vocabulary import DisciplineMeasure
from cluster_desktop.domain.text.numbers import percent

_BY_ITSELF = (DisciplineMeasure.REPRIMAND, DisciplineMeasure.WARNING)
"""Measures that surely end by themselves; how heavier ones end is for a person to look up."""


def examination(case: Case, _rule: Rule) -> Outcome:
    """Nobody is commended while discipline, an inspection or a denunciation is being looked into.

    What a suspension in the year came to is for a person to say.
    """
    open_cases = case.examinations()
    if not open_cases and (suspended := suspensions(case)):
        remedy = "Xem kết luận của việc tạm đình chỉ; còn đang xem xét thì chưa khen thưởng, ghi ở thẻ Kỷ luật."
        return unclear("; ".join(suspended), remedy)
    if not open_cases:
        return passed("không có việc xem xét, thanh tra, kiểm tra, xác minh nào đang mở")
    reason = f"đang bị xem xét, kiểm tra hoặc xác minh từ {open_cases[0].begun.show()}, chưa khen thưởng"
    return failed(reason, "Chờ kết luận; nếu đã kết luận thì ghi ngày kết thúc ở thẻ Kỷ luật.", *_reads(open_cases))


def discipline(case: Case, _rule: Rule) -> Outcome:
    """Achievement time begins anew when a discipline ends."""
    running = case.in_force()
    if running:
        reason = f"đang trong thời hạn kỷ luật {_measure_words(running[0])}"
        remedy = "Nếu kỷ luật đã hết hiệu lực thì ghi ngày hết hiệu lực ở thẻ Kỷ luật."
        return failed(reason, remedy, *_reads(running))
    last = case.restart
    if last is None or last.ended is None:
        return passed("không có kỷ luật")
    unended = [measure for measure in case.disciplines if measure.by_itself and measure.ended]
    ended, reads = last.ended, _reads([last])
    reason = f"kỷ luật {_measure_words(last)}, hết ngày {ended.show()}"
    if ended.latest.year > case.year and not last.by_itself:
        remedy = f"Đề nghị cho năm {ended.latest.year} trở đi."
        return failed(f"{reason}, sau năm {case.year}: thành tích năm đó không tính", remedy, *reads)
    if unended:
        return _ended_by_itself(case, unended[-1])
    if ended.latest.year == case.year:
        remedy = f"Hội đồng xem thành tích của năm {case.year} tính từ sau {ended.show()}."
        return unclear(f"{reason}, trong năm xét", remedy, *reads)
    return passed(f"{reason}; thời gian tính thành tích từ sau ngày đó", *reads)


def _ended_by_itself(case: Case, measure: Measure) -> Outcome:
    """Nobody typed an end, and the months of the law are over: a person says whether it did end."""
    months, ended = case.number("ANY.discipline_months"), measure.ended.show() if measure.ended else ""
    reason = f"kỷ luật {_measure_words(measure)}, chưa ghi ngày hết hiệu lực; đã quá {months} tháng (đến {ended})"
    if measure.measure in _BY_ITSELF:
        reason += ", không vi phạm tiếp thì đương nhiên hết hiệu lực"
    remedy = "Đối chiếu hồ sơ kỷ luật rồi ghi ngày hết hiệu lực ở thẻ Kỷ luật; thành tích tính từ sau ngày đó."
    return unclear(reason, remedy, *_reads([measure]))


def _measure_words(measure: Measure) -> str:
    return f"{word(DisciplineMeasure, measure.measure)} từ {measure.begun.show()}"


def _reads(measures: Iterable[Measure]) -> tuple[Read, ...]:
    return tuple(Read("discipline", measure.uid, measure.begun.year) for measure in measures)


def dissolved(case: Case, _rule: Rule) -> Outcome:
    """A collective that was dissolved or merged before the day is not commended (Circular 15/2025/TT-BNV)."""
    gone = case.candidate.dissolved_on
    if gone is None or gone.earliest > case.on:
        return passed("đơn vị còn hoạt động")
    reason = f"đơn vị đã giải thể, sáp nhập ngày {gone.show()}, không khen tổ chức đã giải thể"
    return failed(reason, "Đề nghị cho đơn vị mới, hoặc cho cá nhân.", Read("unit", case.candidate.unit_uid))


def record_only(case: Case, _rule: Rule) -> Outcome | None:
    """Awards the program keeps a record of but knows no rules for."""
    if AWARD_KINDS[case.award].judged:
        return None
    reason = f"chương trình chỉ ghi nhận {AWARD_KINDS[case.award].label}, không xét tiêu chuẩn"
    return unclear(reason, "Hỏi cơ quan thi đua, khen thưởng cấp trên về tiêu chuẩn trước khi lập hồ sơ.")


def new_kind(case: Case, _rule: Rule) -> Outcome | None:
    """A kind of commendation that only the law of 2026 knows."""
    if case.nomination is None or case.occasion != RoundKind.THEME:
        return None
    reason = "khen thưởng chuyên đề là loại hình mới từ 01/10/2026, tiêu chuẩn chưa kiểm chứng"
    remedy = "Hỏi cơ quan thi đua, khen thưởng cấp trên; hồ sơ nhận trước ngày đó thì chọn loại đợt khác."
    return unclear(reason, remedy, read_of(case.nomination))


def once(case: Case, _rule: Rule) -> Outcome:
    """One achievement is not commended several times, nor in several forms; nobody is proposed twice unseen."""
    own = case.nomination.uid if case.nomination else ""
    held = [
        entry
        for entry in case.candidate.awards
        if entry.award == case.award and entry.year == case.year and (not own or entry.nomination_uid != own)
    ]
    if held and case.nomination is not None:
        reason = f"đã được tặng {short(case.award)} năm {case.year}" + (
            f" (Quyết định số {held[0].decision})" if held[0].decision else ""
        )
        return failed(reason, "Rút đề nghị này, hoặc nêu thành tích khác với lần đã khen.", read_of(held[0]))
    others = _others(case)
    twice = [nomination for nomination in others if nomination.award == case.award]
    if twice:
        rounds = ", ".join(f"“{nomination.round_name}”" for nomination in twice)
        reason = f"được đề nghị {len(twice) + 1} lần cho {short(case.award)} năm {case.year}: còn ở đợt {rounds}"
        return unclear(reason, "Giữ một đề nghị, rút đề nghị kia.", *map(read_of, twice))
    if case.candidate.namesakes:
        reason = f"người cùng họ tên, ngày sinh cũng được đề nghị ở {'; '.join(case.candidate.namesakes)}"
        return unclear(reason, "Xem có phải một người ở hai đơn vị; nếu phải thì rút một đề nghị.")
    return _with_others(case, others)


def _others(case: Case) -> list[Pending]:
    """The other nominations of the year for the same kind of achievement."""
    own = case.nomination.uid if case.nomination else ""
    pending = (
        nomination for nomination in case.candidate.pending if nomination.year == case.year and nomination.uid != own
    )
    return [nomination for nomination in pending if nomination.occasion == case.occasion]


def _with_others(case: Case, others: list[Pending]) -> Outcome:
    """Forms of commendation beside each other must be for different achievements; titles may stand together."""
    same_kind = [nomination for nomination in others if AWARD_KINDS[nomination.award].is_title == case.title]
    names = ", ".join(dict.fromkeys(AWARD_KINDS[nomination.award].label for nomination in same_kind))
    if same_kind and not case.title:
        reason = f"cùng năm còn được đề nghị {names}"
        return unclear(reason, "Chỉ để hai hình thức khi là hai thành tích khác nhau.", *map(read_of, same_kind))
    held = [entry for entry in case.candidate.awards if entry.award == case.award and entry.year == case.year]
    if held:
        return passed(f"đã được tặng năm {case.year}, không cần đề nghị nữa", read_of(held[0]))
    if same_kind:
        reason = f"cùng năm còn được đề nghị {names}: cùng thời gian đạt thì tiền thưởng chỉ tính danh hiệu cao nhất"
        return passed(reason, *map(read_of, same_kind))
    return passed("chưa được khen cho thành tích này")


def vote(case: Case, rule: Rule) -> Outcome | None:
    """The share of ALL members that agreed, those absent included; only once a count is written down."""
    nomination = case.nomination
    if (
        nomination is None
        or nomination.votes_total is None
        or nomination.votes_for is None
        or not isinstance(rule.value, int)
    ):
        return None
    if nomination.votes_for > nomination.votes_total:
        reason = f"{nomination.votes_for} phiếu đồng ý nhưng Hội đồng chỉ có {nomination.votes_total} thành viên"
        return failed(reason, "Sửa lại số phiếu hoặc số thành viên trong đề nghị.", read_of(nomination))
    if _of_the_cluster(case, nomination):
        reason = f"{nomination.votes_for}/{nomination.votes_total} là phiếu suy tôn của cụm, Hội đồng chưa bỏ phiếu"
        return unclear(reason, f"Ghi phiếu của Hội đồng: cần từ {rule.value}% tổng số thành viên.", read_of(nomination))
    needed = reached(nomination.votes_total, Fraction(rule.value, 100))
    share = percent(nomination.votes_for, nomination.votes_total)
    reason = f"{nomination.votes_for}/{nomination.votes_total} phiếu ({share})"
    if nomination.votes_for >= needed:
        return passed(f"{reason}, cần từ {needed} phiếu ({rule.value}% tổng số thành viên)", read_of(nomination))
    remedy = f"Cần thêm {needed - nomination.votes_for} phiếu, kể cả ý kiến bằng văn bản của người vắng."
    return failed(f"{reason}, cần từ {needed} phiếu ({rule.value}% tổng số thành viên)", remedy, read_of(nomination))


def _of_the_cluster(case: Case, line: Pending) -> bool:
    """Check that the count is that of the cluster's meeting (suy tôn), no council having sat on it yet."""
    votes = {(place.votes_for, place.votes_total) for place in case.candidate.cluster_places}
    return not line.session_uid and (line.votes_for, line.votes_total) in votes
