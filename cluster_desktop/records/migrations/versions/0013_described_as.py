"""The words of a paper for the post and unit of its recipient."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Bring the tables in line with the models."""
    with op.batch_alter_table("award") as batch_op:
        batch_op.add_column(sa.Column("described_as", sa.String(), nullable=True))

    with op.batch_alter_table("nomination") as batch_op:
        batch_op.add_column(sa.Column("described_as", sa.String(), nullable=True))

    with op.batch_alter_table("registration") as batch_op:
        batch_op.add_column(sa.Column("described_as", sa.String(), nullable=True))
