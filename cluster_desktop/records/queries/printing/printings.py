"""The sheets that were printed for awards: when, with which words, and whether they still count."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from cluster_desktop.records.models import Printing

_CHUNK = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSheet:
    """One printed sheet; ``ended_at`` (ISO text) and ``ended_because`` stand where it no longer counts."""

    uid: str
    award_uid: str
    printed_at: str
    words: Mapping[str, str]
    sheet: str
    ended_at: str
    ended_because: str

    @property
    def counts(self) -> bool:
        """True while the sheet is neither spoiled, lost nor replaced."""
        return not self.ended_at


def sheets_of(session: Session, award_uids: Collection[str]) -> dict[str, tuple[PrintedSheet, ...]]:
    """The sheets of each of these awards that has any, newest first."""
    by_award: defaultdict[str, list[PrintedSheet]] = defaultdict(list)
    for part in _parts(sorted(award_uids)):
        for sheet in _sheets(session, _printings().where(Printing.award_uid.in_(part))):
            by_award[sheet.award_uid].append(sheet)
    return {uid: tuple(sheets) for uid, sheets in by_award.items()}


def sheet_with_serial(session: Session, serial: str) -> PrintedSheet | None:
    """The sheet with this serial; None where this workspace has printed none."""
    return next(iter(_sheets(session, _printings().where(Printing.sheet == serial))), None)


def times_printed(session: Session, award_uids: Collection[str]) -> dict[str, int]:
    """Count the sheets each of these awards ever had, those that no longer count too."""
    totals: dict[str, int] = {}
    for part in _parts(sorted(award_uids)):
        counted = select(Printing.award_uid, func.count()).where(Printing.award_uid.in_(part))
        totals.update((uid, number) for uid, number in session.execute(counted.group_by(Printing.award_uid)))
    return totals


def _printings() -> Select[Printing]:
    newest = (Printing.printed_at.desc(), Printing.uid.desc())
    return select(Printing).order_by(*newest)


def _sheets(session: Session, statement: Select[Printing]) -> list[PrintedSheet]:
    return [
        PrintedSheet(
            uid=printing.uid,
            award_uid=printing.award_uid,
            printed_at=printing.printed_at,
            words=json.loads(printing.words),
            sheet=printing.sheet or "",
            ended_at=printing.ended_at or "",
            ended_because=printing.ended_because or "",
        )
        for printing in session.scalars(statement)
    ]


def _parts(uids: Sequence[str]) -> list[Sequence[str]]:
    return [uids[start : start + _CHUNK] for start in range(0, len(uids), _CHUNK)]
