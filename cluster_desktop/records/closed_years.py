"""Years that were closed (chốt năm): what belongs to them is not written any more until one is opened again.

What comes later is let through where it alters no figure and no paper of the year: numbers of certificates and their
sheets, scans, the ticks of a hand-over and of the year's dates. A revocation is an act of its own day: the year's
papers tell who was honoured on the day they are of, so it may be written when its day is that of the closing or a
later one. An earlier day, or none, would alter them and is refused; so is a merger that stands at the end of the year.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.domain.awards.vocabulary import AwardState
from cluster_desktop.domain.events.vocabulary import AttachmentKind
from cluster_desktop.domain.printing.own_words import year_of_key
from cluster_desktop.domain.text.dates import LAST_YEAR, PartialDate
from cluster_desktop.records.journal import ActLog
from cluster_desktop.records.models import (
    RECORD_TABLES,
    Attachment,
    Award,
    Decision,
    IssuedDocument,
    Record,
    Setting,
    Unit,
)

PREFIX: Final = "closed_year."
"""A setting for each year that was ever closed: its day, '' since it was opened again."""
NUMBER: Final = "number."
"""The settings with the numbers of papers: unit, series and symbol, then kind and year of the paper."""
_OPENING: Final = "mở lại năm và ghi lý do (In ấn, “Văn bản đã phát hành…”)"
_OWN: Final = 3
_YEAR_IN: Final = (
    "round_uid",
    "decision_uid",
    "event_uid",
    "session_uid",
    "sheet_uid",
    "criterion_uid",
    "nomination_uid",
)
"""The references that say of which year a record without a year of its own is."""
_LATER_TOO: Final = {"printing", "issued_document"}
"""Kinds that may be written at any time: sheets printed again or spoiled, papers issued or given out."""
_NOTED: Final[Mapping[str, frozenset[str]]] = {
    "award": frozenset({"certificate_number"}),
    "handover_item": frozenset({"done", "done_on"}),
    "milestone": frozenset({"done_on"}),
}
"""The fields of each kind that only note what was done after it; no figure is made of them."""
_REVOKING: Final = frozenset({"state", "revoked_because", "revoked_on"})


def closed_years(session: Session) -> dict[int, PartialDate]:
    """The closed years, each with the day on which it was closed."""
    settings = select(Setting.key, Setting.value).where(Setting.key.startswith(PREFIX, autoescape=True))
    return {
        int(key.removeprefix(PREFIX)): PartialDate.from_iso(day) for key, day in session.execute(settings).all() if day
    }


def in_force(session: Session, day: PartialDate) -> ColumnElement[bool]:
    """Whether an award, joined with its decision, was not taken back by the end of a day.

    What is revoked on the very day on which its year was closed comes after the closing.
    """
    closed_then = [year for year, closed_on in closed_years(session).items() if closed_on == day]
    same_day = and_(Award.revoked_on == day, Decision.year.in_(closed_then))
    return or_(Award.state == AwardState.IN_FORCE, Award.revoked_on > day, same_day)


def refuse_closed(session: Session, act: ActLog) -> None:
    """Refuse an act that alters what belongs to a closed year, or did before it, with Refused."""
    closed = closed_years(session)
    for record in act.records.values() if closed else ():
        if record.__tablename__ in _LATER_TOO:
            continue
        told = (*_told(record), *_told_before(act, record), *_numbered(session, act, record))
        years = {_year(session, key, value) or 0 for key, value in told} & closed.keys()
        for year in sorted(years | _merged_by(act, record, closed)):
            _refuse(act, record, year, closed[year])


def _merged_by(act: ActLog, record: Record, closed: Mapping[int, PartialDate]) -> set[int]:
    """The closed years at whose end a merger stands that this act makes or takes back; a later one alters none."""
    if not isinstance(record, Unit) or record.uid not in act.merged:
        return set()
    days = (record.dissolved_on, *act.changed[record.uid].get("dissolved_on", ()))
    first = min((day.year for day in days if day is not None), default=LAST_YEAR)
    return {year for year in closed if year >= first}


def _refuse(act: ActLog, record: Record, year: int, closed_on: PartialDate) -> None:
    rest = _altered(act, record, closed_on)
    start = f"Năm {year} đã chốt ngày {closed_on.show()} nên"
    if rest and rest <= _REVOKING:
        raise errors.Refused(
            f"{start} khen thưởng của năm chỉ thu hồi được từ ngày ấy trở đi. Hãy ghi đủ ngày thu hồi, hoặc {_OPENING}."
        )
    if rest:
        raise errors.Refused(
            f"{start} không ghi thêm, không sửa được. Muốn sửa, hãy {_OPENING}.",
        )


def _altered(act: ActLog, record: Record, closed_on: PartialDate) -> frozenset[str]:
    """The fields whose change alters the year; "uid" for a whole record that came or went."""
    changed = act.changed.get(record.uid, {})
    if isinstance(record, Attachment):
        return frozenset({"uid"}) if _is_photo(record, changed) else frozenset()
    if record.uid in act.whole:
        return frozenset({"uid"})
    rest = frozenset(changed) - _NOTED.get(record.__tablename__, frozenset())
    if isinstance(record, Award) and _stood(record, changed, closed_on):
        rest -= _REVOKING
    return rest


def _is_photo(record: Attachment, changed: Mapping[str, tuple[Any, Any]]) -> bool:
    """A picture of an event, of which the newest stand in the summary of the year."""
    kinds = {record.kind, *changed.get("kind", ())}
    return AttachmentKind.PHOTO in kinds and any((record.event_uid, *changed.get("event_uid", ())))


def _stood(award: Award, changed: Mapping[str, tuple[Any, Any]], closed_on: PartialDate) -> bool:
    """Whether an award was in force when the year was closed, before the act as after it."""
    states, days = (changed.get(key, (getattr(award, key),) * 2) for key in ("state", "revoked_on"))
    return all(
        state == AwardState.IN_FORCE or (day is not None and day.earliest >= closed_on.earliest)
        for state, day in zip(states, days, strict=True)
    )


def _told(record: Record) -> Iterator[tuple[str, Any]]:
    """What a record says of its year: the year itself, else the records it is part of; words tell it in their name."""
    if isinstance(record, Setting):
        if (year := year_of_key(record.key)) is not None:
            yield "year", year
        return
    for key in _keys(record):
        if (value := getattr(record, key, None)) is not None:
            yield key, value


def _numbered(session: Session, act: ActLog, record: Record) -> Iterator[tuple[str, Any]]:
    """The year of an issued paper that gets another number; issuing it once more may give it one."""
    if isinstance(record, Setting) and record.key.startswith(NUMBER) and "issued_document" not in act.kinds:
        document, year = (*record.key.removeprefix(NUMBER).split(".")[_OWN:], "", "")[:2]
        issued = select(IssuedDocument.uid).where(IssuedDocument.document == document, IssuedDocument.year == year)
        if year.isdecimal() and session.scalars(issued.limit(1)).first():
            yield "year", year


def _told_before(act: ActLog, record: Record) -> Iterator[tuple[str, Any]]:
    """What a record said of its year before the act."""
    changed = act.changed.get(record.uid, {})
    yield from ((key, changed[key][0]) for key in _keys(record) if key in changed and changed[key][0] is not None)


def _keys(record: Record) -> tuple[str, ...]:
    return ("year",) if hasattr(record, "year") else _YEAR_IN


def _year(session: Session, key: str, value: Any) -> int | None:
    if key == "year":
        return int(value)
    owner = session.get(_OWNERS[key], value) if key in _OWNERS else None
    told = () if owner is None else _told(owner)
    return next((year for name, each in told if (year := _year(session, name, each)) is not None), None)


_OWNERS: dict[str, type[Record]] = {
    key: RECORD_TABLES[{"session": "council_session", "sheet": "score_sheet"}.get(name, name)]
    for key, name in ((key, key.removesuffix("_uid")) for key in _YEAR_IN)
}
