"""Years that were closed (chốt năm): what belongs to them is not written any more until one is opened again."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.journal import ActLog
from cluster_desktop.records.models import RECORD_TABLES, Record, Setting

PREFIX = "closed_year."
"""A setting for each year that was ever closed: its day, '' since it was opened again."""
_YEAR_IN = ("round_uid", "decision_uid", "event_uid", "session_uid", "sheet_uid", "criterion_uid", "nomination_uid")
"""The references that say of which year a record without a year of its own is."""
_LATER_TOO = {"printing", "attachment", "issued_document"}
"""What may be added to a year at any time: a sheet that is printed again, a scan, a paper that is issued."""


def closed_years(session: Session) -> dict[int, PartialDate]:
    """The closed years, each with the day on which it was closed."""
    settings = select(Setting.key, Setting.value).where(Setting.key.startswith(PREFIX, autoescape=True))
    return {
        int(key.removeprefix(PREFIX)): PartialDate.from_iso(day) for key, day in session.execute(settings).all() if day
    }


def refuse_closed(session: Session, act: ActLog) -> None:
    """Refuse an act that writes what belongs to a closed year, or did before it, with Refused."""
    closed = closed_years(session)
    written = (record for record in act.records.values() if record.__tablename__ not in _LATER_TOO)
    told = ((key, value) for record in written for key, value in _told(record))
    for key, value in (*told, *act.before) if closed else ():
        year = _year(session, key, value)
        if year in closed:
            raise errors.Refused(
                f"Năm {year} đã chốt ngày {closed[year].show()} nên không ghi thêm, không sửa được. "
                "Muốn sửa, hãy mở lại năm và ghi lý do."
            )


def _told(record: Record) -> Iterator[tuple[str, Any]]:
    """What a record says of its year: the year itself, else the records it is part of."""
    keys = ("year",) if hasattr(record, "year") else _YEAR_IN
    return ((key, value) for key in keys if (value := getattr(record, key, None)) is not None)


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
