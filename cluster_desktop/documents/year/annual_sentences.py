"""The sentences of the annual summary that tell figures: right for none, one and many, for one year and several."""

from collections.abc import Iterable, Sequence

from cluster_desktop.documents.frames.record_texts import join
from cluster_desktop.domain.awards.vocabulary import DecisionLevel
from cluster_desktop.domain.events.event_figures import EventFacts, event_figures
from cluster_desktop.domain.events.vocabulary import EventKind
from cluster_desktop.domain.figures.count import Words, chained, count, tell
from cluster_desktop.domain.figures.figures import StaffStatistics
from cluster_desktop.domain.figures.tallies import Counts
from cluster_desktop.domain.year.year_summary import YearSummary

SPORTS_AND_ARTS = (EventKind.SPORTS, EventKind.ARTS)
_PROPER = frozenset({DecisionLevel.ACADEMY.label, DecisionLevel.PRIME_MINISTER.label, DecisionLevel.PRESIDENT.label})
"""Words that keep their capital in a sentence."""


def members_in_words(facts: YearSummary) -> Words:
    """Which units the cluster has, and how each is divided where that is the same for all."""
    if not facts.members:
        return tell("{cluster} chưa có đơn vị thành viên nào.", cluster=facts.cluster)
    return tell(
        "{cluster} gồm {count} đơn vị: {names}.{structure}",
        cluster=facts.cluster,
        count=count("Đơn vị trong Cụm", "unit", facts.members),
        names=join(*(member.name for member in facts.members)),
        structure=_structure(facts),
    )


def _structure(facts: YearSummary) -> str:
    """ " Mỗi đơn vị có 03 khoa và 02 phòng." where that is true of all; the table tells the rest."""
    if len({(member.faculties, member.offices) for member in facts.members}) != 1:
        return ""
    counted = ((facts.members[0].faculties, "khoa chuyên môn"), (facts.members[0].offices, "phòng chức năng"))
    parts = [tell("{number} {noun}", number=number, noun=noun) for number, noun in counted if number]
    who = "Mỗi đơn vị" if len(facts.members) > 1 else "Đơn vị"
    return tell(" {who} có {parts}.", who=who, parts=chained(" và ", parts)) if parts else ""


def staff_in_words(staff: StaffStatistics) -> Words:
    """How many people there are, how many women, and what they have learnt."""
    if not staff.total:
        return Words("Chưa có số liệu về cán bộ, viên chức, người lao động.")
    learnt = (("Trình độ chuyên môn", staff.by_degree), ("Trình độ lý luận chính trị", staff.by_political_theory))
    return tell(
        "Tổng số cán bộ, viên chức, người lao động của các đơn vị trong Cụm là {total} người{women}.{learnt}",
        total=staff.total,
        women=tell(", trong đó nữ {women} người", women=staff.women) if staff.women else "",
        learnt=chained("", (tell(" {name}: {told}.", name=name, told=in_one_line(counts)) for name, counts in learnt)),
    )


def workshops_in_words(facts: YearSummary, events: Sequence[EventFacts]) -> Words:
    """The workshops of the year with their papers, then those of the cluster and of several schools."""
    now = event_figures(facts.in_year(EventKind.WORKSHOP), within=f"Năm {facts.year}")
    ever = event_figures(events, within="Hội thảo")
    papers = tell(" với {papers} bài tham luận", papers=now.papers) if now.papers else ""
    cluster_papers = (
        tell(" với tổng số {papers} bài tham luận", papers=ever.cluster_workshop_papers)
        if ever.cluster_workshop_papers
        else ""
    )
    parts = (
        tell("Cụm đã tổ chức {number} hội thảo cấp Cụm{papers}", number=ever.cluster_workshops, papers=cluster_papers)
        if ever.cluster_workshops
        else "",
        tell("các trường phối hợp tổ chức {number} hội thảo liên trường", number=ever.joint_workshops)
        if ever.joint_workshops
        else "",
    )
    since = f"{_since(facts)} " if _several(facts) else "Trong đó, "
    more = tell(" {since}{parts}.", since=since, parts=chained("; ", filter(None, parts))) if any(parts) else ""
    return chained("", (_of_year(facts, now.total, "hội thảo", papers), more))


def meetings_in_words(facts: YearSummary, events: Sequence[EventFacts]) -> Words:
    """Sports and arts of the year, and since the log is kept."""
    hosts = {event.host for event in events if event.host}
    turns = ", luân phiên giữa các đơn vị đăng cai" if len(hosts) > 1 else ""
    return _year_and_ever(facts, SPORTS_AND_ARTS, events, ("hoạt động giao lưu", "hoạt động"), turns)


def charity_in_words(facts: YearSummary, events: Sequence[EventFacts]) -> Words:
    """The visits of the year, and since the log is kept with their gifts; the table names the places."""
    now, ever = event_figures(facts.in_year(EventKind.CHARITY), within=f"Năm {facts.year}"), event_figures(events)
    gifts = tell(" ({gifts} suất quà)", gifts=ever.gifts) if ever.gifts else ""
    first = _of_year(facts, now.charity_visits, "đợt thăm, tặng quà", "" if _several(facts) else gifts)
    more = (
        tell(" {since} có {visits} đợt{gifts}.", since=_since(facts), visits=ever.charity_visits, gifts=gifts)
        if ever.charity_visits and _several(facts)
        else ""
    )
    return chained("", (first, more, " Cụ thể như sau:" if events else ""))


def others_in_words(facts: YearSummary, kinds: Sequence[str], events: Sequence[EventFacts]) -> Words:
    """Conferences, contests and visits of the year, and since the log is kept."""
    return _year_and_ever(facts, kinds, events, ("hoạt động", "hoạt động"), "")


def awards_in_words(facts: YearSummary) -> Words:
    """How many awards the year brought, by level."""
    counted = facts.award_figures
    levels = tell(": {levels}", levels=in_one_line(counted.by_level)) if counted.total else ""
    return _of_year(facts, counted.total, "khen thưởng", levels)


def in_one_line(counts: Counts) -> Words:
    """ "Tiến sĩ 05, thạc sĩ 174", without what counts nothing."""
    parts = (tell("{word} {number}", word=_spoken(word), number=number) for word, number in counts.items() if number)
    return chained(", ", parts)


def _spoken(word: str) -> str:
    return word if word in _PROPER else f"{word[:1].lower()}{word[1:]}"


def _year_and_ever(
    facts: YearSummary, kinds: Iterable[str], events: Sequence[EventFacts], nouns: tuple[str, str], last: str
) -> Words:
    now = event_figures(facts.in_year(*kinds), within=f"Năm {facts.year}").total
    ever = event_figures(
        events, within="Giao lưu thể thao, văn nghệ" if kinds is SPORTS_AND_ARTS else "Hội nghị, hội thi, tham quan"
    )
    more = (
        tell(" {since} có {ever} {noun}{last}.", since=_since(facts), ever=ever.total, noun=nouns[1], last=last)
        if ever.total and _several(facts)
        else ""
    )
    return chained("", (_of_year(facts, now, nouns[0], ""), more))


def _of_year(facts: YearSummary, number: int, noun: str, more: str) -> Words:
    if not number:
        return Words(f"Năm {facts.year} chưa có {noun} nào.")
    return tell("Năm {year} có {number} {noun}{more}.", year=str(facts.year), number=number, noun=noun, more=more)


def _several(facts: YearSummary) -> bool:
    return facts.first_year < facts.year


def _since(facts: YearSummary) -> str:
    return f"Từ năm {facts.first_year} đến năm {facts.year}"
