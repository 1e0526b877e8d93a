"""Record whether a meeting signs the pledge or closes the year; until now its title told."""

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
_SIGNS = {"signs_pledge": "giao uoc", "closes_year": "tong ket"}


def upgrade() -> None:
    """Add the columns, and fill them once with what the titles tell."""
    with op.batch_alter_table("event") as batch_op:
        batch_op.add_column(sa.Column("signs_pledge", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("closes_year", sa.Boolean(), nullable=True))
    event = sa.table("event", *map(sa.column, ("uid", "kind", "title", "signs_pledge", "closes_year")))
    link = op.get_bind()
    for uid, title in link.execute(sa.select(event.c.uid, event.c.title).where(event.c.kind == "HOI_NGHI")).all():
        purposes = {column: True for column, sign in _SIGNS.items() if sign in _without_marks(title)}
        if purposes:
            link.execute(sa.update(event).where(event.c.uid == uid).values(purposes))


def _without_marks(text: str) -> str:
    """The title as it was compared up to here, whatever becomes of the program's own comparing."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "d"))
    bare = "".join(letter for letter in letters if unicodedata.category(letter) not in ("Mn", "Cf"))
    return " ".join(bare.lower().split())
