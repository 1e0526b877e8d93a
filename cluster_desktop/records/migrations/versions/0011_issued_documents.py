"""Issued documents."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Bring the tables in line with the models."""
    op.create_table(
        "issued_document",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("unit_uid", sa.String(length=36), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("dated_on", sa.String(length=10), nullable=True),
        sa.Column("signer", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("pdf", sa.String(), nullable=False),
        sa.Column("composition", sa.String(), nullable=False),
        sa.Column("program", sa.String(), nullable=False),
        sa.Column("issued_at", sa.String(), nullable=False),
        sa.Column("saved_at", sa.String(), nullable=True),
        sa.Column("printed_at", sa.String(), nullable=True),
        sa.Column("handed_at", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_issued_document_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_issued_document")),
    )
    with op.batch_alter_table("issued_document") as batch_op:
        batch_op.create_index(batch_op.f("ix_issued_document_subject"), ["subject"], unique=False)
        batch_op.create_index(batch_op.f("ix_issued_document_unit_uid"), ["unit_uid"], unique=False)
        batch_op.create_index(batch_op.f("ix_issued_document_year"), ["year"], unique=False)
