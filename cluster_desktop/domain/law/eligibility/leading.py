"""Cờ thi đua of a province or of the Academy: who leads its cluster, with what its organisations and targets show.

Law 06/2022/QH15, article 26; Decree 91/2017/NĐ-CP, article 12. The cluster's meeting agrees on the score sheet, locks
it and votes (suy tôn).
"""

from dataclasses import replace

from cluster_desktop.domain.awards.vocabulary import RoundKind
from cluster_desktop.domain.law.catalogue import Rule
from cluster_desktop.domain.law.eligibility.case import Case, quality_at_least, read_of, word
from cluster_desktop.domain.law.eligibility.facts import ClusterPlace
from cluster_desktop.domain.law.eligibility.verdict import Outcome, Read, Verdict, failed, passed, unclear
from cluster_desktop.domain.people.vocabulary import CLEAN_AND_STRONG, QualityClass

_ORDER = (Verdict.PASS, Verdict.NEEDS_HUMAN, Verdict.FAIL)


def leads(case: Case, _rule: Rule) -> Outcome | None:
    """First of a cluster or block it is in: by the final points of the locked sheet, and by the vote if there was one.

    Not asked where the flag is for a campaign.
    """
    if case.occasion == RoundKind.CAMPAIGN:
        return None
    places = case.candidate.cluster_places
    if not places:
        reason = f"chưa có bảng điểm của cụm, khối năm {case.year} có đơn vị này"
        remedy = "Lập, chấm và chốt bảng điểm ở trang Chấm điểm, hoặc đối chiếu biên bản bình xét, suy tôn của cụm."
        return unclear(reason, remedy)
    outcomes = sorted((_led(case, place) for place in places), key=lambda outcome: _ORDER.index(outcome.verdict))
    if outcomes[0].verdict is Verdict.PASS:
        return outcomes[0]
    reads = tuple(read for outcome in outcomes for read in outcome.reads)
    return replace(outcomes[0], reason="; ".join(outcome.reason for outcome in outcomes), reads=reads)


def _led(case: Case, place: ClusterPlace) -> Outcome:
    """Judge by the score sheet of one cluster."""
    reads = [Read("score_sheet", place.sheet_uid, case.year)]
    reads += [Read("recommendation", place.vote_uid, case.year)] if place.vote_uid else []
    gone = case.candidate.dissolved_on
    if place.place is None and gone is not None:
        reason = f"{place.cluster}: đơn vị giải thể, sáp nhập ngày {gone.show()} nên không xếp hạng"
        return unclear(reason, "Hỏi cơ quan thi đua, khen thưởng cấp trên trước khi đề nghị.", *reads)
    reason = f"{place.cluster}: {_place_words(place)}"
    if not place.locked:
        remedy = "Chốt bảng điểm ở trang Chấm điểm sau hội nghị bình xét."
        return unclear(f"bảng điểm năm {case.year} chưa chốt; {reason}", remedy, *reads)
    if place.place is None:
        return unclear(reason, "Mở lại bảng điểm, ghi điểm cột “Kết luận” của đơn vị rồi chốt.", *reads)
    outcome = _by_vote(place, reason) if place.voted else _by_points(place, reason)
    return replace(outcome, reads=tuple(reads))


def _place_words(place: ClusterPlace) -> str:
    """ "xếp thứ 1/7 (đồng hạng với Sơn La), suy tôn 6/7 phiếu"."""
    if place.place is None:
        return "đơn vị chưa có điểm kết luận"
    words = f"xếp thứ {place.place}/{place.ranked}"
    words += f" (đồng hạng với {', '.join(place.beside)})" if place.beside else ""
    if place.votes_for is None:
        return words + ("" if place.voted else ", chưa ghi phiếu suy tôn")
    return f"{words}, suy tôn {place.votes_for}{f'/{place.votes_total}' if place.votes_total else ''} phiếu"


def _by_points(place: ClusterPlace, reason: str) -> Outcome:
    if place.place != 1:
        return _behind(reason, ", ".join(place.leaders))
    if place.beside:
        return unclear(reason, "Ghi kết quả bỏ phiếu suy tôn ở trang Chấm điểm để biết đơn vị nào dẫn đầu.")
    return passed(f"dẫn đầu {reason}")


def _by_vote(place: ClusterPlace, reason: str) -> Outcome:
    """The vote settles shared places; where it and the points name different units only the minutes can tell."""
    first = place.place == 1
    if place.own and first:
        return passed(f"dẫn đầu {reason}")
    if place.own:
        reason = f"{reason}, nhưng {', '.join(place.leaders)} có điểm cao nhất"
        return unclear(reason, "Đối chiếu biên bản bình xét, suy tôn: đơn vị nào dẫn đầu và vì sao.")
    if not first or (place.beside and place.chosen):
        return _behind(reason, place.chosen or ", ".join(place.leaders))
    if place.chosen:
        reason = f"{reason}, nhưng {place.chosen} được suy tôn"
        return unclear(reason, "Đối chiếu biên bản bình xét, suy tôn: đơn vị nào dẫn đầu và vì sao.")
    return unclear(f"{reason}, chưa đơn vị nào quá nửa số phiếu hoặc hơn hẳn", "Cụm bỏ phiếu lại, rồi ghi số phiếu.")


def _behind(reason: str, leader: str) -> Outcome:
    return failed(f"{reason}; dẫn đầu là {leader}", "Phải dẫn đầu cụm, khối; có thể xét Bằng khen thay Cờ thi đua.")


def targets(case: Case, _rule: Rule) -> Outcome:
    """Every target of the year exceeded; for a campaign what was done in it."""
    line = case.nomination
    if line is not None and line.citation and case.occasion != RoundKind.REGULAR:
        return passed(f"thành tích ghi trong đề nghị: “{line.citation}”", read_of(line))
    reason = f"xem kết quả thực hiện chỉ tiêu, nhiệm vụ được giao năm {case.year}"
    return unclear(reason, "Đối chiếu giao ước và kết quả thực hiện của năm.")


def organisations(case: Case, rule: Rule) -> Outcome | None:
    """The party organisation and the unions of the unit did their work excellently; not asked for a campaign."""
    if case.occasion != RoundKind.REGULAR:
        return None
    rating = case.candidate.classes.get(case.year)
    classes = {"tổ chức đảng": rating.party if rating else "", "đoàn thể": rating.unions if rating else ""}
    reads = [Read("unit_rating", rating.uid, rating.year)] if rating else []
    least = word(QualityClass, rule.value)
    below = [
        name
        for name, quality in classes.items()
        if quality and quality != CLEAN_AND_STRONG.code and not quality_at_least(quality, rule.value)
    ]
    if below:
        reason = f"năm {case.year} {' và '.join(below)} xếp loại dưới {least}"
        return failed(reason, f"Tổ chức đảng, đoàn thể phải {least}.", *reads)
    unknown = [name for name, quality in classes.items() if not quality]
    if unknown:
        reason = f"chưa ghi xếp loại {' và '.join(unknown)} năm {case.year}"
        return unclear(reason, "Ghi ở thẻ Xếp loại của đơn vị.", *reads)
    if CLEAN_AND_STRONG.code in classes.values():
        reason = f"năm {case.year} tổ chức đảng “{CLEAN_AND_STRONG.label}”, luật đòi {least}"
        return unclear(reason, "Đối chiếu kết quả đánh giá, xếp loại của cấp ủy cấp trên.", *reads)
    return passed(f"năm {case.year} tổ chức đảng và đoàn thể {least}", *reads)


def campaign(case: Case, rule: Rule) -> Outcome | None:
    """A flag for a campaign: the movement ran long enough by the end of the year."""
    line = case.nomination
    if line is None or case.occasion != RoundKind.CAMPAIGN:
        return None
    if line.movement_from is None:
        reason = f"chưa rõ phong trào kéo dài mấy năm, cần từ {rule.value} năm"
        return unclear(reason, "Chọn phong trào ở đợt đề nghị và ghi phong trào từ năm nào.", read_of(line))
    last = min(line.movement_to or case.year, case.year)
    years = max(0, last - line.movement_from + 1)
    reason = f"phong trào {line.movement_from}-{last} được {years} năm"
    if years >= rule.number:
        return passed(reason, read_of(line))
    return failed(
        f"{reason}, cần từ {rule.value} năm", f"Đủ vào năm {line.movement_from + rule.number - 1}.", read_of(line)
    )
