"""The units of the book that are named among the bodies that hold an event together."""

import re
from collections.abc import Mapping
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.records.lookup import key_of
from cluster_desktop.records.identity import new_uid
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.models import CoHost, Event, FormerName, Unit

_BODIES: Final = re.compile(r"\s*[;\n]\s*")
_AND: Final = re.compile(r"\s*,\s*|\s+và\s+")
_WITH: Final = re.compile(r"^(?:đơn vị )?phối hợp(?: với)?\s*:?\s*", re.IGNORECASE)


def units_by_name(session: Session) -> dict[str, str]:
    """The units by what they are called, also in former times; a name that two share stands for neither."""
    named: dict[str, set[str]] = {}
    for unit in session.execute(select(Unit.uid, Unit.code, Unit.name, Unit.short_name)):
        for words in unit[1:]:
            named.setdefault(key_of(words or ""), set()).add(unit.uid)
    former = select(FormerName.name, FormerName.unit_uid).where(FormerName.department_uid.is_(None))
    for name, uid in session.execute(former):
        named.setdefault(key_of(name), set()).add(uid)
    return {key: next(iter(uids)) for key, uids in named.items() if key and len(uids) == 1}


def part_bodies(words: str, units: Mapping[str, str]) -> tuple[tuple[str, ...], str]:
    """Part "Trường A, Trường B; Tỉnh đoàn" into the units of the book and the words for the others."""
    found: dict[str, None] = {}
    rest = []
    for body in filter(None, _BODIES.split(_WITH.sub("", words.strip()))):
        whole = units.get(key_of(body))
        parts = [body] if whole else _AND.split(body)
        uids = [units.get(key_of(part)) for part in parts]
        found |= {uid: None for uid in uids if uid}
        if not any(uids):
            rest.append(body)
        else:
            rest.extend(part for part, uid in zip(parts, uids, strict=True) if part and not uid)
    return tuple(found), "; ".join(rest)


def follow_event(session: WorkspaceSession, event: Event) -> None:
    """Note the units that its words name as co-hosts, so that they count as units; other bodies stay words.

    Raises InvalidDraft where the host would hold it with itself.
    """
    units, rest = part_bodies(event.co_hosts or "", units_by_name(session)) if event.co_hosts else ((), "")
    noted = set(session.scalars(select(CoHost.unit_uid).where(CoHost.event_uid == event.uid))) if event.uid else set()
    if event.host_uid in noted:
        sentence = "Đơn vị này đang là đơn vị phối hợp. Hãy bỏ khỏi thẻ “Đơn vị phối hợp” trước."
        raise errors.invalid("host_uid", sentence)
    if not units:
        return
    event.co_hosts = rest or None
    event.uid = event.uid or new_uid()
    session.add(event)
    for uid in units:
        if uid != event.host_uid and uid not in noted:
            session.add(CoHost(uid=new_uid(), event_uid=event.uid, unit_uid=uid, sample_note=event.sample_note))
    session.flush()


def check_co_host(session: WorkspaceSession, co_host: CoHost) -> None:
    """Refuse the host of an event among those that help it. Raises InvalidDraft."""
    event = session.get(Event, co_host.event_uid)
    if event is not None and event.host_uid == co_host.unit_uid:
        raise errors.invalid("unit_uid", "Đơn vị này đăng cai sự kiện. Hãy chọn đơn vị khác.")
