"""Departments have days and former names, and carry on others."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Add the columns; when departments began or ended nobody has said yet."""
    op.execute(
        "ALTER TABLE department ADD COLUMN continues_uid VARCHAR(36) "
        "CONSTRAINT fk_department_continues_uid REFERENCES department (uid)"
    )
    with op.batch_alter_table("department") as batch_op:
        batch_op.add_column(sa.Column("began_on", sa.String(length=10), nullable=True))
        batch_op.add_column(sa.Column("ended_on", sa.String(length=10), nullable=True))
        batch_op.create_index(batch_op.f("ix_department_continues_uid"), ["continues_uid"], unique=False)

    op.execute(
        "ALTER TABLE former_name ADD COLUMN department_uid VARCHAR(36) "
        "CONSTRAINT fk_former_name_department_uid REFERENCES department (uid)"
    )
    with op.batch_alter_table("former_name") as batch_op:
        batch_op.create_index(batch_op.f("ix_former_name_department_uid"), ["department_uid"], unique=False)
