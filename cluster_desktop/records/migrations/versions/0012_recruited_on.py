"""The day somebody was recruited, and an index by which the people of a unit are found on any day."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add both; nobody's day of recruitment is known yet."""
    with op.batch_alter_table("person") as batch_op:
        batch_op.add_column(sa.Column("recruited_on", sa.String(length=10), nullable=True))

    with op.batch_alter_table("stint") as batch_op:
        batch_op.create_index(batch_op.f("ix_stint_unit_uid"), ["unit_uid"], unique=False)
