"""A nomination has the words of its report, and names the level that decides where that is not the usual one."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Add both; nothing is known of them yet."""
    with op.batch_alter_table("nomination") as batch_op:
        batch_op.add_column(sa.Column("level", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("achievement", sa.String(), nullable=True))
