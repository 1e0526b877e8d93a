"""The eight stages of the year with their days and how far each is, from milestones and records."""

from cluster_desktop.domain.fields import vocabulary
from cluster_desktop.domain.figures.count import Count, joined
from cluster_desktop.records.queries.year.overview import YearFigures
from cluster_desktop.ui.overview.year_tasks import DONE, JUDGED, LATER, NOW, Stage, total_of

_TARGETS = {
    "PHAT_DONG": "movement",
    "GIAO_UOC": "event",
    "DANG_KY": "registration",
    "DE_NGHI": "nomination",
    "BINH_XET": "nomination",
    "QUYET_DINH": "decision",
    "IN_TRAO": "print",
    "TONG_KET": "event",
}
"""The kind of record that settles each stage."""


def stages(found: YearFigures) -> tuple[Stage, ...]:
    """From launch to closing: the day of each, and what the records say."""
    progress = _progress(found)
    words = {choice.code: choice.label for choice in vocabulary.YEAR_STAGES}
    return tuple(_stage(found, code, words[code], *progress[code]) for code in _TARGETS)


def _stage(found: YearFigures, code: str, words: str, figure: Count, asked: int) -> Stage:
    """A stage that counts records is done when they are; one that does not, when its milestone says so."""
    milestone = found.state.milestone(code)
    ticked = milestone is not None and milestone.done_on is not None
    begun = figure > 0 or (code == "PHAT_DONG" and found.state.begun > 0)
    complete = figure >= asked if asked else ticked or begun
    day = milestone.due_on.show()[:5] if milestone and milestone.due_on.day else ""
    counted = f"{figure}/{asked}" if asked else ""
    detail = " · ".join(part for part in (day, counted) if part) or ("xong" if complete else "chưa đặt mốc")
    return Stage(words, DONE if complete else NOW if begun else LATER, detail, figure.source, (_TARGETS[code], ""))


def _progress(found: YearFigures) -> dict[str, tuple[Count, int]]:
    """Done and asked of each stage; nothing is asked where only a milestone can tell that it is over."""
    seen, state = found.overview, found.state
    states = seen.nominations
    sent = joined("Đã gửi", [count for code, count in states.items() if code != "NHAP"])
    decided, registered = states["DA_QUYET_DINH"], state.registrations
    return {
        "PHAT_DONG": (state.launched, 0),
        "GIAO_UOC": (state.signed, 0),
        "DANG_KY": (registered.figure, registered.total if registered.delivered else 0),
        "DE_NGHI": (sent, total_of(states)),
        "BINH_XET": (joined("Đã xét", [states[code] for code in JUDGED]), sent),
        "QUYET_DINH": (decided, states["DONG_Y"] + decided),
        "IN_TRAO": (seen.printed, seen.awards),
        "TONG_KET": (state.closed, 0),
    }
