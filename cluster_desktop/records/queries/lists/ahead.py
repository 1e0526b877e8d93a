"""What is written down of somebody for days still to come."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.people.timeline import POST
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import RECORD_TABLES, Stint
from cluster_desktop.records.queries.lists.column_sources import label_key
from cluster_desktop.records.stints import TRAINED, today


def ahead(session: Session, person_uid: str) -> tuple[str, ...]:
    """What begins for somebody after today, in order of the days: "từ 01/01/2027: Trưởng phòng"."""
    now = today(session)
    mine = select(Stint).where(Stint.person_uid == person_uid, Stint.until_on > now).order_by(Stint.from_on)
    before: Stint | None = None
    told = []
    for stint in session.scalars(mine):
        if stint.from_on > now and (words := ", ".join(_begun(session, before, stint))):
            told.append(f"từ {PartialDate.from_iso(stint.from_on).show()}: {words}")
        before = stint
    return tuple(told)


def _begun(session: Session, before: Stint | None, stint: Stint) -> Iterator[str]:
    for key in (*POST, *TRAINED):
        value, old = getattr(stint, key), getattr(before, key) if before else None
        if value == old:
            continue
        if value is not None:
            yield _words(session, key, value)
        elif key != "department_uid":  # who goes to another unit has left it
            yield f"thôi “{_words(session, key, str(old))}”"


def _words(session: Session, key: str, value: str) -> str:
    field = KINDS["person"].field(key)
    if not field.refers_to:
        return field.show(value)
    other = session.get(RECORD_TABLES[field.refers_to], value)
    return str(getattr(other, label_key(field.refers_to), "")) if other else ""
