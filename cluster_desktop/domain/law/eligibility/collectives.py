"""Titles of collectives: what its members achieved, and what only a person can judge.

Law 06/2022/QH15, articles 26-28; before 2024 the law of 2003 and Decree 91/2017/NĐ-CP.
"""

from collections.abc import Iterable

from cluster_desktop.domain.awards.awards import AwardKind
from cluster_desktop.domain.law.catalogue import Rule
from cluster_desktop.domain.law.eligibility.case import Case, measure_at_least, quality_at_least, word
from cluster_desktop.domain.law.eligibility.facts import CollectiveMember
from cluster_desktop.domain.law.eligibility.persons import title_of_year
from cluster_desktop.domain.law.eligibility.verdict import Outcome, Read, failed, passed, unclear
from cluster_desktop.domain.people.vocabulary import DisciplineMeasure, QualityClass
from cluster_desktop.domain.text.numbers import percent

_NOBODY = unclear("chưa có ai trong danh sách của tập thể", "Ghi cán bộ của tập thể vào trang Cán bộ.")


def share(case: Case, rule: Rule) -> Outcome:
    """The share of members who are Lao động tiên tiến of the year.

    Where those who left within the year decide it, a person says whether they count.
    """
    everybody, least = case.candidate.members, rule.number
    members = [member for member in everybody if not member.gone]
    if not members:
        return _NOBODY
    have = sum(member.advanced for member in members)
    reason = f"{have}/{len(members)} người là LĐTT năm {case.year} ({percent(have, len(members))})"
    enough = _enough(rule, have, len(members))
    with_gone = sum(member.advanced for member in everybody)
    if enough is not _enough(rule, with_gone, len(everybody)):
        words = f"{reason}; kể cả người nghỉ, chuyển đi trong năm: {with_gone}/{len(everybody)}"
        return unclear(words, f"Hội đồng xem tính theo cách nào; cần từ {least}%.", *_people(everybody))
    if enough:
        return passed(reason, *_people(member for member in members if member.advanced))
    needed = least * len(members) // 100 + 1 if rule.above else -(-least * len(members) // 100)
    limit = f"cần trên {least}%" if rule.above else f"cần từ {least}%"
    return failed(f"{reason}, {limit}", f"Cần thêm {needed - have} người là LĐTT năm {case.year}.")


def _enough(rule: Rule, have: int, people: int) -> bool:
    return have * 100 > rule.number * people if rule.above else have * 100 >= rule.number * people


def _people(members: Iterable[CollectiveMember]) -> tuple[Read, ...]:
    return tuple(Read("person", member.uid) for member in members)


def measures(case: Case, rule: Rule) -> Outcome:
    """No member of the collective was disciplined so hard in the year."""
    disciplined = [
        (member, measure)
        for member in case.candidate.members
        for measure in member.measures
        if measure.begun.year == case.year and measure_at_least(measure.measure, rule.value)
    ]
    if not disciplined:
        return passed(f"năm {case.year} không ai bị kỷ luật từ {word(DisciplineMeasure, rule.value)} trở lên")
    reason = ", ".join(
        f"{member.name} ({word(DisciplineMeasure, measure.measure)})" for member, measure in disciplined[:3]
    )
    reads = _people(member for member, _measure in disciplined)
    return failed(f"năm {case.year} có người bị kỷ luật: {reason}", f"Đề nghị từ năm {case.year + 1}.", *reads)


def completed(case: Case, rule: Rule) -> Outcome:
    """Everybody did their work."""
    members = case.candidate.members
    if not members:
        return _NOBODY
    below = [member for member in members if member.rating and not quality_at_least(member.rating.quality, rule.value)]
    if below:
        reason = f"{', '.join(member.name for member in below[:3])} năm {case.year} không hoàn thành nhiệm vụ"
        return failed(reason, f"Mọi người phải từ {word(QualityClass, rule.value)}.", *_people(below))
    members = tuple(member for member in members if member.rating or not member.gone)
    unrated = [member for member in members if member.rating is None]
    if unrated:
        reason = f"{len(unrated)}/{len(members)} người chưa ghi xếp loại năm {case.year}: {unrated[0].name}"
        return unclear(
            f"{reason}{'…' if len(unrated) > 1 else ''}", "Ghi đủ xếp loại của mọi người.", *_people(unrated)
        )
    return passed(f"{len(members)}/{len(members)} người hoàn thành nhiệm vụ trở lên")


def fighters(case: Case, rule: Rule) -> Outcome:
    """Enough Chiến sĩ thi đua cơ sở among the members."""
    have = [member for member in case.candidate.members if member.fighter]
    least = rule.number
    reason = f"có {len(have)} CSTĐ cơ sở năm {case.year}"
    if len(have) >= least:
        return passed(reason, *_people(have))
    return failed(f"{reason}, cần từ {least}", f"Cần thêm {least - len(have)} người là CSTĐ cơ sở.", *_people(have))


def advanced_collective(case: Case, _rule: Rule) -> Outcome:
    """Tập thể lao động tiên tiến of the year."""
    return title_of_year(case, AwardKind.ADVANCED_COLLECTIVE)


def flag_of_level(case: Case, _rule: Rule) -> Outcome:
    """Cờ thi đua of the province or academy of the year."""
    return title_of_year(case, AwardKind.PROVINCE_FLAG)


def flags_cap(case: Case, rule: Rule) -> Outcome:
    """The share of flags of the government; only the level above can count it."""
    reason = f"nhiều nhất {rule.value}% số tập thể đủ tiêu chuẩn Cờ thi đua cấp bộ, ngành, tỉnh"
    return unclear(reason, "Cấp trên xét tỷ lệ chung.")
