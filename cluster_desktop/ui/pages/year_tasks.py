"""What the first page says of the year: its stages and what waits to be done, derived from the records."""

from dataclasses import dataclass

from cluster_desktop.records.queries.overview import YearFigures

DONE, NOW, LATER = "done", "now", "later"


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the year, how far it is, and a word on it."""

    words: str
    state: str
    detail: str


@dataclass(frozen=True, slots=True)
class Task:
    """Something that waits: icon, tone, sentence, a date or number, and where it is settled."""

    icon: str
    tone: str
    text: str
    aside: str
    kind: str
    uid: str = ""


def stages(found: YearFigures) -> tuple[Stage, ...]:
    """The stages from nomination to award; what cannot be derived from records is left out."""
    states = found.overview.nominations
    proposed, total = total_of(states) - states["NHAP"], total_of(states)
    judged = states["DONG_Y"] + states["KHONG_DAT"] + states["RUT"] + states["DA_QUYET_DINH"]
    decided, awards, printed = states["DA_QUYET_DINH"], found.overview.awards, found.overview.printed
    accepted = states["DONG_Y"] + decided
    return (
        _stage("Hội nghị", found.conferences > 0, True, f"{found.conferences} hội nghị"),
        _stage("Đề nghị", bool(total) and proposed == total, bool(total), f"{proposed}/{total} đã gửi"),
        _stage("Bình xét", bool(proposed) and judged >= proposed, bool(proposed), f"{judged}/{proposed} đã xét"),
        _stage("Quyết định", bool(accepted) and decided >= accepted, bool(judged), f"{decided}/{accepted} đã có"),
        _stage("In và trao", bool(awards) and printed >= awards, bool(awards), f"{printed}/{awards} đã in"),
    )


def total_of(states: dict[str, int]) -> int:
    """All nominations of the year."""
    return sum(states.values())


def _stage(words: str, done: bool, begun: bool, detail: str) -> Stage:
    return Stage(words, DONE if done else NOW if begun else LATER, detail)


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
        waiting = states["HOI_DONG"] + states["DE_NGHI"]
        made.append(Task("people", "caution", f"{waiting} đề nghị chờ hội đồng xét", "", "nomination"))
    if states["NHAP"]:
        made.append(Task("edit", "quiet", f"{states['NHAP']} đề nghị còn là bản nháp", "", "nomination"))
    if states["DONG_Y"]:
        text = f"{states['DONG_Y']} đề nghị đã đồng ý, chưa có quyết định"
        made.append(Task("certificate", "caution", text, "", "nomination"))
    if seen.awards > seen.printed:
        made.append(Task("print", "quiet", f"{seen.awards - seen.printed} khen thưởng chưa in giấy", "", "print"))
    if seen.people_without_rating:
        text = f"{seen.people_without_rating} người chưa có xếp loại năm {seen.year}"
        made.append(Task("clipboard-task", "quiet", text, "", "person"))
    return tuple(made)
