"""Clusters, units, departments, membership, movements."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "cluster",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=True),
        sa.Column("superior", sa.String(), nullable=True),
        sa.Column("guided_by", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_cluster")),
    )
    op.create_table(
        "movement",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("launched_by", sa.String(), nullable=True),
        sa.Column("from_year", sa.Integer(), nullable=True),
        sa.Column("to_year", sa.Integer(), nullable=True),
        sa.Column("goals", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_movement")),
    )
    op.create_table(
        "unit",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short_name", sa.String(), nullable=False),
        sa.Column("province", sa.String(), nullable=True),
        sa.Column("parent_body", sa.String(), nullable=True),
        sa.Column("head_title", sa.String(), nullable=True),
        sa.Column("head_name", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("dissolved_on", sa.String(length=10), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_unit")),
    )
    op.create_table(
        "department",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("unit_uid", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_department_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_department")),
    )
    op.create_index(op.f("ix_department_unit_uid"), "department", ["unit_uid"], unique=False)
    op.create_table(
        "former_name",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("unit_uid", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short_name", sa.String(), nullable=True),
        sa.Column("province", sa.String(), nullable=True),
        sa.Column("valid_to", sa.String(length=10), nullable=False),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_former_name_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_former_name")),
    )
    op.create_index(op.f("ix_former_name_unit_uid"), "former_name", ["unit_uid"], unique=False)
    op.create_table(
        "membership",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("cluster_uid", sa.String(length=36), nullable=False),
        sa.Column("unit_uid", sa.String(length=36), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("hosts", sa.Boolean(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["cluster_uid"], ["cluster.uid"], name=op.f("fk_membership_cluster_uid")),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_membership_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_membership")),
    )
    op.create_index(op.f("ix_membership_cluster_uid"), "membership", ["cluster_uid"], unique=False)
    op.create_index(op.f("ix_membership_unit_uid"), "membership", ["unit_uid"], unique=False)
    op.create_index(op.f("ix_membership_year"), "membership", ["year"], unique=False)
