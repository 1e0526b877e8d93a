"""Score sheets, criteria, scores and the vote."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "score_sheet",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("cluster_uid", sa.String(length=36), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("locked_on", sa.String(length=10), nullable=True),
        sa.Column("unlock_reason", sa.String(), nullable=True),
        sa.Column("basis", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["cluster_uid"], ["cluster.uid"], name=op.f("fk_score_sheet_cluster_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_score_sheet")),
    )
    op.create_index(op.f("ix_score_sheet_cluster_uid"), "score_sheet", ["cluster_uid"], unique=False)
    op.create_index(op.f("ix_score_sheet_year"), "score_sheet", ["year"], unique=False)
    op.create_table(
        "criterion",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("sheet_uid", sa.String(length=36), nullable=False),
        sa.Column("parent_uid", sa.String(length=36), nullable=True),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("maximum", sa.Integer(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["parent_uid"], ["criterion.uid"], name=op.f("fk_criterion_parent_uid")),
        sa.ForeignKeyConstraint(["sheet_uid"], ["score_sheet.uid"], name=op.f("fk_criterion_sheet_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_criterion")),
    )
    op.create_index(op.f("ix_criterion_parent_uid"), "criterion", ["parent_uid"], unique=False)
    op.create_index(op.f("ix_criterion_sheet_uid"), "criterion", ["sheet_uid"], unique=False)
    op.create_table(
        "recommendation",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("sheet_uid", sa.String(length=36), nullable=False),
        sa.Column("unit_uid", sa.String(length=36), nullable=False),
        sa.Column("award", sa.String(), nullable=False),
        sa.Column("votes_for", sa.Integer(), nullable=True),
        sa.Column("votes_total", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["sheet_uid"], ["score_sheet.uid"], name=op.f("fk_recommendation_sheet_uid")),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_recommendation_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_recommendation")),
    )
    op.create_index(op.f("ix_recommendation_sheet_uid"), "recommendation", ["sheet_uid"], unique=False)
    op.create_index(op.f("ix_recommendation_unit_uid"), "recommendation", ["unit_uid"], unique=False)
    op.create_table(
        "score",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("criterion_uid", sa.String(length=36), nullable=False),
        sa.Column("unit_uid", sa.String(length=36), nullable=False),
        sa.Column("self_points", sa.Integer(), nullable=True),
        sa.Column("cross_points", sa.Integer(), nullable=True),
        sa.Column("final_points", sa.Integer(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["criterion_uid"], ["criterion.uid"], name=op.f("fk_score_criterion_uid")),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_score_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_score")),
    )
    op.create_index(op.f("ix_score_criterion_uid"), "score", ["criterion_uid"], unique=False)
    op.create_index(op.f("ix_score_unit_uid"), "score", ["unit_uid"], unique=False)
