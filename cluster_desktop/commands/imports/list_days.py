"""What a roster says of people as of its own day: it is compared with how they stood then, and states that day only.

A list of an earlier year fills the past and leaves today as it is; what it confirms is no guess any more.
"""

from typing import Any

from sqlalchemy.orm import Session

from cluster_desktop.commands.imports.existing import ExistingRecords, shown
from cluster_desktop.commands.imports.plan import FieldChange
from cluster_desktop.commands.imports.subjects import Subject
from cluster_desktop.commands.records.lookup import Lookup, is_past
from cluster_desktop.domain.fields.fields import Draft, Value
from cluster_desktop.domain.people.dating import Dating, Way
from cluster_desktop.domain.people.timeline import POST, point_on
from cluster_desktop.domain.people.vocabulary import RecipientKind
from cluster_desktop.records.queries.careers.as_of import day_of_year, stint_on
from cluster_desktop.records.stints import FOLDED, TRAINED, ledger_of, lines_of

Values = dict[str, Value]


def dating_of(year: int | None, keys: set[str]) -> Dating:
    """How a list of *year* is dated (of its last day; of today without a year), which has the fields *keys*."""
    day = f"{year}-12-31" if year is not None and is_past(year) else ""
    return Dating(Way.LIST, day, frozenset(keys & set(FOLDED)))


def elsewhere_then(session: Session, subject: Subject, year: int | None) -> bool:
    """Check whether a list names another unit of somebody than the one they were in at the end of its year."""
    if year is None or subject.unit_uid is None or subject.recipient_kind != RecipientKind.PERSON:
        return False
    then = stint_on(session, subject.uid, day_of_year(year))
    return then is not None and then.unit_uid != subject.unit_uid


def changes_then(
    existing: ExistingRecords, lookup: Lookup, uid: str, draft: Draft, dating: Dating
) -> tuple[FieldChange, ...]:
    """List what a row changes of somebody: dated fields as of the day of the list, the others as they are."""
    present = existing.changes(lookup, uid, draft)
    if not dating.day:
        return present
    dated = {item.label for item in existing.fields if item.key in FOLDED}
    then, unsure = _stood(existing.session, uid, dating.day)
    after: dict[str, Any] = draft.normalised().values()
    told = [item for item in existing.fields if item.key in dating.told and item.key in then]
    of_then = (
        FieldChange(
            item.label,
            _before(shown(lookup, item, then[item.key]), guessed=item.key in unsure),
            shown(lookup, item, after[item.key]),
        )
        for item in told
        if then[item.key] != after[item.key] or item.key in unsure
    )
    return (*(change for change in present if change.label not in dated), *of_then)


def _before(words: str, *, guessed: bool) -> str:
    return f"{words} (theo số liệu hiện có)" if guessed and words else words


def _stood(session: Session, uid: str, day: str) -> tuple[Values, set[str]]:
    """How somebody stood on a day, and the fields of which that is not known but guessed."""
    ledger = ledger_of(lines_of(session, uid))
    points = {key: point_on(ledger, key, day) for key in POST}
    then: Values = {key: point.value if point else None for key, point in points.items()}
    stint = stint_on(session, uid, day)
    then |= {key: getattr(stint, key) if stint else None for key in TRAINED}
    return then, {key for key, point in points.items() if point is None or point.guessed}
