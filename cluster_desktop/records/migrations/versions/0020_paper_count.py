"""Paper count."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Bring the tables in line with the models."""
    with op.batch_alter_table("event") as batch_op:
        batch_op.add_column(sa.Column("paper_count", sa.Integer(), nullable=True))
