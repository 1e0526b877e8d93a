"""The tasks of the year on the first page, derived from the records."""

from dataclasses import dataclass

from cluster_desktop.domain.awards.nomination_state import NominationState
from cluster_desktop.domain.figures.count import Count, Source, joined
from cluster_desktop.records.queries.year.overview import YearFigures

DONE, NOW, LATER = "done", "now", "later"


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the year, its progress, and a detail."""

    words: str
    state: str
    detail: str
    figure: Source
    """The records that the first number of the detail counts."""
    target: tuple[str, str]
    """The kind and uid of the record that settles it."""


@dataclass(frozen=True, slots=True)
class Task:
    """A task: icon, tone, sentence, a date or number, and the page where it is settled."""

    icon: str
    tone: str
    text: str
    aside: str
    kind: str
    uid: str = ""
    figure: Count | None = None
    """The very records that wait, where the sentence counts some."""


def total_of(states: dict[str, Count]) -> int:
    """Count all nominations of the year."""
    return sum(states.values())


def tasks(figures: YearFigures) -> tuple[Task, ...]:
    """List the tasks, the most pressing first."""
    seen, lines = figures.overview, []
    states = seen.nominations
    if not total_of(states):
        lines.append(Task("trophy", "accent", "Chưa có đề nghị nào trong năm. Mở đợt đề nghị.", "", "round"))
    elif seen.units_without_nominations:
        names = ", ".join(seen.units_without_nominations[:4])
        more = "…" if len(seen.units_without_nominations) > 4 else ""
        aside = f"hạn {seen.deadline}" if seen.deadline else ""
        lines.append(Task("warning", "wrong", f"{names}{more} chưa gửi danh sách đề nghị", aside, "nomination"))
    if states[NominationState.AT_COUNCIL] or states[NominationState.PROPOSED]:
        waiting = joined("Chờ Hội đồng xét", (states[NominationState.AT_COUNCIL], states[NominationState.PROPOSED]))
        lines.append(_counted("people", "caution", waiting, "đề nghị chờ Hội đồng xét", "nomination"))
    if states[NominationState.DRAFT]:
        lines.append(_counted("edit", "quiet", states[NominationState.DRAFT], "đề nghị còn là bản nháp", "nomination"))
    if states[NominationState.ACCEPTED]:
        words = "đề nghị đã đồng ý, chưa có quyết định"
        lines.append(_counted("certificate", "caution", states[NominationState.ACCEPTED], words, "nomination"))
    if seen.unprinted:
        lines.append(_counted("print", "quiet", seen.unprinted, "khen thưởng chưa in giấy", "print"))
    if unrated := seen.people_without_rating:
        owing = ", ".join(f"{unit.label} ({number})" for unit, number in figures.state.unrated[:4])
        words = f"người chưa có xếp loại năm {seen.year}: {owing}"
        lines.append(_counted("clipboard-task", "quiet", unrated, words, "person"))
    return tuple(lines)


def _counted(icon: str, tone: str, figure: Count, words: str, kind: str) -> Task:
    return Task(icon, tone, f"{figure} {words}", "", kind, figure=figure)
