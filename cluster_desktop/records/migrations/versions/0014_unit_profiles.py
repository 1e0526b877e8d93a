"""Letterhead, place, signer and number series belong to a unit, and its heads have days."""

import json
import uuid
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
_TYPED = ("superior", "issuer", "place", "signer_title", "signer_name", "abbreviation", "golden_book", "form")
_USUAL = {"abbreviation": "TCT", "golden_book": "Số sổ vàng", "form": "NHA_NUOC"}
"""What the program printed for every unit of a book whose office had not said otherwise."""
_OF_CLUSTER = ("annual-summary.", "handover-minutes.", "score-minutes.")
_CLUSTER = "number.cụm."
_unit = sa.table("unit", *map(sa.column, ("uid", "deleted_at", "sample_note", "head_name", "head_title", *_TYPED)))
_head = sa.table(
    "unit_head",
    *map(sa.column, ("uid", "unit_uid", "name", "title", "deleted_at", "sample_note", "sort_key", "search_key")),
)
_setting = sa.table("setting", *map(sa.column, ("uid", "key", "value")))
_CHANGED = ("id", "act_number", "table_name", "record_uid", "operation", "field", "old", "new")
_change = sa.table("change", *map(sa.column, _CHANGED))


def upgrade() -> None:
    """Add the columns, and give what was typed to the unit that is "us", where that is known."""
    with op.batch_alter_table("unit") as batch_op:
        for column in ("form", "superior", "issuer", "place", "abbreviation"):
            batch_op.add_column(sa.Column(column, sa.String(), nullable=True))
        for column in ("signer_title", "signer_name", "golden_book"):
            batch_op.add_column(sa.Column(column, sa.String(), nullable=True))
    link = op.get_bind()
    rows = link.execute(sa.select(_setting.c.key, _setting.c.value)).all()
    typed = {key.removeprefix("office."): value for key, value in rows if key.startswith("office.") and value}
    usual = {key: value for key, value in _USUAL.items() if typed.get(key, value) == value}
    link.execute(sa.update(_unit).values({"form": _USUAL["form"], **usual}))
    ours = _ours(link, typed.get("unit_uid", ""))
    if ours:
        _give_profile(link, ours, {key: typed[key] for key in _TYPED if key in typed})
        for slot in ("emblem", "signature"):
            _rename(link, f"picture.{slot}", f"picture.{slot}.{ours}")
    _sort_numbers(link, ours, [key for key, _value in rows if key.startswith("number.")])
    _date_heads(link)


def _ours(link: sa.Connection, named: str) -> str:
    """The unit the office names, else the only one there is; '' where nobody can know."""
    living = link.scalars(sa.select(_unit.c.uid).where(_unit.c.deleted_at.is_(None))).all()
    if named in living:
        return named
    return str(living[0]) if len(living) == 1 and not named else ""


def _give_profile(link: sa.Connection, ours: str, typed: dict[str, str]) -> None:
    """The settings stay, empty, because acts of the journal that may still be undone name them."""
    if typed:
        link.execute(sa.update(_unit).where(_unit.c.uid == ours).values(typed))
        keys = [f"office.{key}" for key in typed]
        link.execute(sa.update(_setting).where(_setting.c.key.in_(keys)).values(value=""))


def _sort_numbers(link: sa.Connection, ours: str, keys: list[str]) -> None:
    """Numbers of the cluster's documents go to its series, those of the only unit's to that unit's."""
    for key in keys:
        _word, whose, series, symbol, document = key.split(".", 4)
        of_cluster = document.startswith(_OF_CLUSTER)
        if of_cluster and whose == ours:
            _rename(link, key, f"{_CLUSTER}{series}.{symbol}.{document}")
        elif ours and not of_cluster and key.startswith(_CLUSTER):
            _rename(link, key, f"number.{ours}.{series}.{symbol}.{document}")


def _rename(link: sa.Connection, old: str, new: str) -> None:
    """Rename a setting, in the journal too; where the new name is taken both stay."""
    uid = link.scalar(sa.select(_setting.c.uid).where(_setting.c.key == old))
    if uid is None or link.scalar(sa.select(_setting.c.uid).where(_setting.c.key == new)) is not None:
        return
    link.execute(sa.update(_setting).where(_setting.c.uid == uid).values(key=new))
    made = sa.select(_change.c.id, _change.c.old, _change.c.new).where(
        _change.c.table_name == "setting", _change.c.record_uid == uid, _change.c.operation.in_(("insert", "delete"))
    )
    for number, *texts in link.execute(made).all():
        values = [
            None if text is None else json.dumps(json.loads(text) | {"key": new}, ensure_ascii=False) for text in texts
        ]
        link.execute(sa.update(_change).where(_change.c.id == number).values(old=values[0], new=values[1]))


def _date_heads(link: sa.Connection) -> None:
    """The head of each unit becomes its head as far back as anybody knows, in the journal too."""
    op.create_table(
        "unit_head",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("unit_uid", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("day", sa.String(length=10), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_unit_head_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_unit_head")),
    )
    op.create_index(op.f("ix_unit_head_unit_uid"), "unit_head", ["unit_uid"], unique=False)
    columns = (_unit.c.uid, _unit.c.head_name, _unit.c.head_title, _unit.c.deleted_at, _unit.c.sample_note)
    for uid, name, title, deleted_at, note in link.execute(sa.select(*columns)).all():
        if name:
            row = {"uid": _head_uid(uid), "unit_uid": uid, "name": name, "title": title, "deleted_at": deleted_at}
            link.execute(sa.insert(_head).values(row | {"sample_note": note, "sort_key": "", "search_key": ""}))
    changes = sa.select(_change).where(_change.c.table_name == "unit").order_by(_change.c.id)
    histories: dict[str, _History] = {}
    for change in link.execute(changes).mappings().all():
        history = histories.setdefault(change["record_uid"], _History(change["record_uid"]))
        for line in history.told(dict(change)):
            if "id" in line:
                link.execute(sa.update(_change).where(_change.c.id == line["id"]).values(line))
            else:
                link.execute(sa.insert(_change).values(line))
    op.execute("ALTER TABLE unit DROP COLUMN head_name")


def _head_uid(unit_uid: str) -> str:
    """The same in every book that knows the unit, so that two of them have one head and not two."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"unit_head {unit_uid}"))


class _History:
    """What the journal says of the head of one unit, told again as acts on a record of its own."""

    def __init__(self, unit_uid: str) -> None:
        self._values: dict[str, Any] = {"uid": _head_uid(unit_uid), "unit_uid": unit_uid}

    def told(self, change: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """The lines that a line about the unit becomes; one that has an id takes the place of the old one."""
        if change["operation"] == "update":
            yield from self._edited(change)
            return
        key = "new" if change["operation"] == "insert" else "old"
        values = json.loads(change[key])
        name = values.pop("head_name", None)
        if name is not None:
            yield change | {key: _json(values)}
        if change["operation"] == "insert":
            self._values |= {"name": name, "title": values.get("head_title"), "sample_note": values.get("sample_note")}
        if name:
            yield self._beside(change, **{key: self._whole()})

    def _edited(self, change: dict[str, Any]) -> Iterator[dict[str, Any]]:
        new = json.loads(change["new"]) if change["new"] else None
        if change["field"] == "head_name":
            before = self._whole() if self._values.get("name") else None
            self._values["name"] = new
            yield self._renamed(change, before)
        elif change["field"] in ("head_title", "deleted_at"):
            field = "title" if change["field"] == "head_title" else "deleted_at"
            self._values[field] = new
            if self._values.get("name"):
                yield self._beside(change, field=field, old=change["old"], new=change["new"])

    def _renamed(self, change: dict[str, Any], before: str | None) -> dict[str, Any]:
        line = change | {"table_name": "unit_head", "record_uid": self._values["uid"]}
        after = self._whole() if self._values["name"] else None
        if before and after:
            return line | {"field": "name"}
        return line | {"field": None, "operation": "insert" if after else "delete", "old": before, "new": after}

    def _beside(self, change: dict[str, Any], **values: str | None) -> dict[str, Any]:
        kept = {key: change[key] for key in ("act_number", "operation")}
        line = {"table_name": "unit_head", "record_uid": self._values["uid"], "field": None, "old": None, "new": None}
        return kept | line | values

    def _whole(self) -> str:
        return _json({key: value for key, value in self._values.items() if value is not None})


def _json(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False)
