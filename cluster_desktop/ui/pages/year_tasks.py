"""What the first page says of the year: its stages and what waits to be done, derived from the records."""

from dataclasses import dataclass

from cluster_desktop.domain.count import Count, Source, joined
from cluster_desktop.records.queries.overview import YearFigures

DONE, NOW, LATER = "done", "now", "later"
_JUDGED = ("DONG_Y", "KHONG_DAT", "RUT", "DA_QUYET_DINH")


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the year, how far it is, and a word on it."""

    words: str
    state: str
    detail: str
    figure: Source
    """What the first number of the word counts."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something that waits: icon, tone, sentence, a date or number, and where it is settled."""

    icon: str
    tone: str
    text: str
    aside: str
    kind: str
    uid: str = ""
    figure: Count | None = None
    """The very records that wait, where the sentence counts some."""


def stages(found: YearFigures) -> tuple[Stage, ...]:
    """The stages from nomination to award; what cannot be derived from records is left out."""
    states = found.overview.nominations
    proposed, total = joined("Đã gửi", [count for state, count in states.items() if state != "NHAP"]), total_of(states)
    judged = joined("Đã xét", [states[state] for state in _JUDGED])
    decided, awards, printed = states["DA_QUYET_DINH"], found.overview.awards, found.overview.printed
    accepted = states["DONG_Y"] + decided
    return (
        _stage("Hội nghị", (found.conferences > 0, True), f"{found.conferences} hội nghị", found.conferences),
        _stage("Đề nghị", (0 < total == proposed, total > 0), f"{proposed}/{total} đã gửi", proposed),
        _stage("Bình xét", (0 < proposed <= judged, proposed > 0), f"{judged}/{proposed} đã xét", judged),
        _stage("Quyết định", (0 < accepted <= decided, judged > 0), f"{decided}/{accepted} đã có", decided),
        _stage("In và trao", (0 < awards <= printed, awards > 0), f"{printed}/{awards} đã in", printed),
    )


def total_of(states: dict[str, Count]) -> int:
    """All nominations of the year."""
    return sum(states.values())


def _stage(words: str, how_far: tuple[bool, bool], detail: str, figure: Count) -> Stage:
    done, begun = how_far
    return Stage(words, DONE if done else NOW if begun else LATER, detail, figure.source)


def tasks(found: YearFigures) -> tuple[Task, ...]:
    """What waits, the most pressing first."""
    seen, made = found.overview, []
    states = seen.nominations
    if not total_of(states):
        made.append(Task("trophy", "accent", "Chưa có đề nghị nào trong năm. Mở đợt đề nghị.", "", "round"))
    elif seen.units_without_nominations:
        names = ", ".join(seen.units_without_nominations[:4])
        more = "…" if len(seen.units_without_nominations) > 4 else ""
        aside = f"hạn {seen.deadline}" if seen.deadline else ""
        made.append(Task("warning", "wrong", f"{names}{more} chưa gửi danh sách đề nghị", aside, "nomination"))
    if states["HOI_DONG"] or states["DE_NGHI"]:
        waiting = joined("Chờ hội đồng xét", (states["HOI_DONG"], states["DE_NGHI"]))
        made.append(_counted("people", "caution", waiting, "đề nghị chờ hội đồng xét", "nomination"))
    if states["NHAP"]:
        made.append(_counted("edit", "quiet", states["NHAP"], "đề nghị còn là bản nháp", "nomination"))
    if states["DONG_Y"]:
        words = "đề nghị đã đồng ý, chưa có quyết định"
        made.append(_counted("certificate", "caution", states["DONG_Y"], words, "nomination"))
    if seen.unprinted:
        made.append(_counted("print", "quiet", seen.unprinted, "khen thưởng chưa in giấy", "print"))
    if unrated := seen.people_without_rating:
        words = f"người chưa có xếp loại năm {seen.year}"
        made.append(_counted("clipboard-task", "quiet", unrated, words, "person"))
    return tuple(made)


def _counted(icon: str, tone: str, figure: Count, words: str, kind: str) -> Task:
    return Task(icon, tone, f"{figure} {words}", "", kind, figure=figure)
