"""The eight stages of the year with their days and progress, from milestones and records."""

from collections.abc import Mapping

from cluster_desktop.domain.awards.nomination_state import JUDGED, NominationState
from cluster_desktop.domain.figures.count import Count, joined
from cluster_desktop.domain.year.vocabulary import YearStage
from cluster_desktop.records.queries.year.overview import YearFigures
from cluster_desktop.ui.overview.year_tasks import DONE, LATER, NOW, Stage, total_of

_TARGETS: Mapping[str, str] = {
    YearStage.LAUNCH: "movement",
    YearStage.PLEDGE: "event",
    YearStage.REGISTRATION: "registration",
    YearStage.NOMINATION: "nomination",
    YearStage.JUDGING: "nomination",
    YearStage.DECISION: "decision",
    YearStage.PRESENTATION: "print",
    YearStage.SUMMARY: "event",
}
"""The kind of record that settles each stage."""


def stages(figures: YearFigures) -> tuple[Stage, ...]:
    """Return the stages from launch to closing: the day of each, and its progress."""
    progress = _progress(figures)
    return tuple(_stage(figures, code, YearStage.label_of(code), *progress[code]) for code in _TARGETS)


def _stage(figures: YearFigures, code: str, words: str, figure: Count, asked: int) -> Stage:
    """Return a stage: with records to count it is done when they are, else when its milestone is."""
    milestone = figures.state.milestone(code)
    ticked = milestone is not None and milestone.done_on is not None
    begun = figure > 0 or (code == YearStage.LAUNCH and figures.state.begun > 0)
    complete = figure >= asked if asked else ticked or begun
    day = milestone.due_on.show()[:5] if milestone and milestone.due_on.day else ""
    counted = f"{figure}/{asked}" if asked else ""
    detail = " · ".join(part for part in (day, counted) if part) or ("xong" if complete else "chưa đặt mốc")
    return Stage(words, DONE if complete else NOW if begun else LATER, detail, figure.source, (_TARGETS[code], ""))


def _progress(figures: YearFigures) -> dict[str, tuple[Count, int]]:
    """Return the counts done and due of each stage; nothing is due where only a milestone ends it."""
    seen, state = figures.overview, figures.state
    states = seen.nominations
    sent = joined("Đã gửi", [count for code, count in states.items() if code != NominationState.DRAFT])
    decided, registered = states[NominationState.DECIDED], state.registrations
    return {
        YearStage.LAUNCH: (state.launched, 0),
        YearStage.PLEDGE: (state.signed, 0),
        YearStage.REGISTRATION: (registered.figure, registered.total if registered.delivered else 0),
        YearStage.NOMINATION: (sent, total_of(states)),
        YearStage.JUDGING: (joined("Đã xét", [states[code] for code in JUDGED]), sent),
        YearStage.DECISION: (decided, states[NominationState.ACCEPTED] + decided),
        YearStage.PRESENTATION: (seen.printed, seen.awards),
        YearStage.SUMMARY: (state.closed, 0),
    }
