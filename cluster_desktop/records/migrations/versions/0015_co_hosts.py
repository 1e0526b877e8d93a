"""Units that hold an event together with its host are units, no longer words."""

import datetime
import unicodedata
import uuid

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
_UNIT = sa.table("unit", *map(sa.column, ("uid", "code", "name", "short_name", "deleted_at")))
_FORMER = sa.table("former_name", *map(sa.column, ("unit_uid", "name", "deleted_at")))
_EVENT = sa.table("event", *map(sa.column, ("uid", "host_uid", "co_hosts", "deleted_at", "sample_note")))
_CO_HOST = sa.table(
    "co_host",
    *map(sa.column, ("uid", "event_uid", "unit_uid", "deleted_at", "sample_note", "sort_key", "search_key")),
)


def upgrade() -> None:
    """Add the table, and fill it where the words of an event name a unit of the book and nothing else."""
    op.create_table(
        "co_host",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("event_uid", sa.String(length=36), nullable=False),
        sa.Column("unit_uid", sa.String(length=36), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event_uid"], ["event.uid"], name=op.f("fk_co_host_event_uid")),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_co_host_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_co_host")),
    )
    with op.batch_alter_table("co_host") as batch_op:
        batch_op.create_index(batch_op.f("ix_co_host_event_uid"), ["event_uid"], unique=False)
        batch_op.create_index(batch_op.f("ix_co_host_unit_uid"), ["unit_uid"], unique=False)
    link = op.get_bind()
    if _fill(link):
        _close_the_way_back(link)


def _fill(link: sa.Connection) -> bool:
    """Turn words into co-hosts; gives whether there were any."""
    units = _units(link)
    any_found = False
    named = sa.select(_EVENT).where(_EVENT.c.co_hosts.is_not(None))
    for event in link.execute(named).all():
        bodies = [body.strip() for body in event.co_hosts.replace("\n", ";").split(";") if body.strip()]
        found = {units[_key(body)]: None for body in bodies if _key(body) in units}
        found.pop(event.host_uid, None)
        for uid in found:
            row = {"uid": str(uuid.uuid5(uuid.NAMESPACE_OID, f"co_host {event.uid} {uid}")), "unit_uid": uid}
            row |= {"event_uid": event.uid, "deleted_at": event.deleted_at, "sample_note": event.sample_note}
            link.execute(sa.insert(_CO_HOST).values(row | {"sort_key": "", "search_key": ""}))
        if found:
            rest = "; ".join(body for body in bodies if units.get(_key(body)) not in found)
            link.execute(sa.update(_EVENT).where(_EVENT.c.uid == event.uid).values(co_hosts=rest or None))
            any_found = True
    return any_found


def _close_the_way_back(link: sa.Connection) -> None:
    """Acts of before know nothing of the co-hosts of their events, so they are not taken back any more."""
    link.execute(sa.text("UPDATE act SET dropped = 1 WHERE undone = 1"))
    number = link.execute(sa.text("SELECT coalesce(max(number), 0) FROM act")).scalar_one() + 1
    uid = link.execute(sa.text("SELECT value FROM about WHERE key = 'uid'")).scalar_one()
    now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    act = {"number": number, "origin_number": number, "workspace_uid": uid, "at": now, "who": "", "kind": "do"}
    act |= {"label": "Nâng cấp sổ: đơn vị phối hợp", "undone": False, "dropped": False, "undoable": False}
    link.execute(sa.insert(sa.table("act", *map(sa.column, act))), [act])


def _units(link: sa.Connection) -> dict[str, str]:
    """The living units by what they are called; a name that two share stands for neither."""
    named: dict[str, set[str]] = {}
    for unit in link.execute(sa.select(_UNIT).where(_UNIT.c.deleted_at.is_(None))).all():
        for words in (unit.code, unit.name, unit.short_name):
            named.setdefault(_key(words or ""), set()).add(unit.uid)
    for former in link.execute(sa.select(_FORMER).where(_FORMER.c.deleted_at.is_(None))).all():
        named.setdefault(_key(former.name), set()).add(former.unit_uid)
    return {key: next(iter(uids)) for key, uids in named.items() if key and len(uids) == 1}


def _key(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).casefold().split())
