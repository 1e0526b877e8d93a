"""Letterhead, place, signer and number series belong to a unit; until now they were the whole book's."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
_TYPED = ("superior", "issuer", "place", "signer_title", "signer_name", "abbreviation", "golden_book", "form")
_USUAL = {"abbreviation": "TCT", "golden_book": "Số sổ vàng", "form": "NHA_NUOC"}
"""What the program printed for every unit of a book whose office had not said otherwise."""
_OF_CLUSTER = ("annual-summary.", "handover-minutes.", "score-minutes.")
_CLUSTER = "number.cụm."
_unit = sa.table("unit", *map(sa.column, ("uid", "deleted_at", *_TYPED)))
_setting = sa.table("setting", *map(sa.column, ("uid", "key", "value")))
_change = sa.table("change", *map(sa.column, ("id", "table_name", "record_uid", "operation", "old", "new")))


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
