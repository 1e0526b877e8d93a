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
        """Whether the sheet is neither spoiled, lost nor replaced."""
        return not self.ended_at


def sheets_of(session: Session, award_uids: Collection[str]) -> dict[str, tuple[PrintedSheet, ...]]:
    """The sheets of each of these awards that has any, newest first."""
    found: defaultdict[str, list[PrintedSheet]] = defaultdict(list)
    for part in _parts(sorted(award_uids)):
        for sheet in _sheets(session, _printings().where(Printing.award_uid.in_(part))):
            found[sheet.award_uid].append(sheet)
    return {uid: tuple(sheets) for uid, sheets in found.items()}


def sheet_with_serial(session: Session, serial: str) -> PrintedSheet | None:
    """The sheet with this serial; None where this book has printed none."""
    return next(iter(_sheets(session, _printings().where(Printing.sheet == serial))), None)


def times_printed(session: Session, award_uids: Collection[str]) -> dict[str, int]:
    """How many sheets each of these awards ever had, those that no longer count too."""
    found: dict[str, int] = {}
    for part in _parts(sorted(award_uids)):
        counted = select(Printing.award_uid, func.count()).where(Printing.award_uid.in_(part))
        found.update((uid, number) for uid, number in session.execute(counted.group_by(Printing.award_uid)))
    return found


def _printings() -> Select[Printing]:
    newest = (Printing.printed_at.desc(), Printing.uid.desc())
    return select(Printing).order_by(*newest)


def _sheets(session: Session, wanted: Select[Printing]) -> list[PrintedSheet]:
    return [
        PrintedSheet(
            uid=one.uid,
            award_uid=one.award_uid,
            printed_at=one.printed_at,
            words=json.loads(one.words),
            sheet=one.sheet or "",
            ended_at=one.ended_at or "",
            ended_because=one.ended_because or "",
        )
        for one in session.scalars(wanted)
    ]


def _parts(uids: Sequence[str]) -> list[Sequence[str]]:
    return [uids[start : start + _CHUNK] for start in range(0, len(uids), _CHUNK)]
