"""Rounds, nominations, decisions, awards, printings."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "decision",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("decided_on", sa.String(length=10), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("unit_uid", sa.String(length=36), nullable=True),
        sa.Column("issuer", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("signer_title", sa.String(), nullable=True),
        sa.Column("signer_name", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_decision_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_decision")),
    )
    op.create_index(op.f("ix_decision_unit_uid"), "decision", ["unit_uid"], unique=False)
    op.create_index(op.f("ix_decision_year"), "decision", ["year"], unique=False)
    op.create_table(
        "round",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("movement_uid", sa.String(length=36), nullable=True),
        sa.Column("deadline", sa.String(length=10), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["movement_uid"], ["movement.uid"], name=op.f("fk_round_movement_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_round")),
    )
    op.create_index(op.f("ix_round_movement_uid"), "round", ["movement_uid"], unique=False)
    op.create_index(op.f("ix_round_year"), "round", ["year"], unique=False)
    op.create_table(
        "nomination",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("round_uid", sa.String(length=36), nullable=False),
        sa.Column("recipient_kind", sa.String(), nullable=False),
        sa.Column("person_uid", sa.String(length=36), nullable=True),
        sa.Column("department_uid", sa.String(length=36), nullable=True),
        sa.Column("unit_uid", sa.String(length=36), nullable=True),
        sa.Column("award", sa.String(), nullable=False),
        sa.Column("citation", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("votes_for", sa.Integer(), nullable=True),
        sa.Column("votes_total", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["department_uid"], ["department.uid"], name=op.f("fk_nomination_department_uid")),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name=op.f("fk_nomination_person_uid")),
        sa.ForeignKeyConstraint(["round_uid"], ["round.uid"], name=op.f("fk_nomination_round_uid")),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_nomination_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_nomination")),
    )
    op.create_index(op.f("ix_nomination_department_uid"), "nomination", ["department_uid"], unique=False)
    op.create_index(op.f("ix_nomination_person_uid"), "nomination", ["person_uid"], unique=False)
    op.create_index(op.f("ix_nomination_round_uid"), "nomination", ["round_uid"], unique=False)
    op.create_index(op.f("ix_nomination_unit_uid"), "nomination", ["unit_uid"], unique=False)
    op.create_table(
        "award",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("decision_uid", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=True),
        sa.Column("recipient_kind", sa.String(), nullable=False),
        sa.Column("person_uid", sa.String(length=36), nullable=True),
        sa.Column("department_uid", sa.String(length=36), nullable=True),
        sa.Column("unit_uid", sa.String(length=36), nullable=True),
        sa.Column("award", sa.String(), nullable=False),
        sa.Column("award_name", sa.String(), nullable=True),
        sa.Column("citation", sa.String(), nullable=True),
        sa.Column("certificate_number", sa.String(), nullable=True),
        sa.Column("nomination_uid", sa.String(length=36), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("revoked_because", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["decision_uid"], ["decision.uid"], name=op.f("fk_award_decision_uid")),
        sa.ForeignKeyConstraint(["department_uid"], ["department.uid"], name=op.f("fk_award_department_uid")),
        sa.ForeignKeyConstraint(["nomination_uid"], ["nomination.uid"], name=op.f("fk_award_nomination_uid")),
        sa.ForeignKeyConstraint(["person_uid"], ["person.uid"], name=op.f("fk_award_person_uid")),
        sa.ForeignKeyConstraint(["unit_uid"], ["unit.uid"], name=op.f("fk_award_unit_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_award")),
    )
    op.create_index(op.f("ix_award_decision_uid"), "award", ["decision_uid"], unique=False)
    op.create_index(op.f("ix_award_department_uid"), "award", ["department_uid"], unique=False)
    op.create_index(op.f("ix_award_nomination_uid"), "award", ["nomination_uid"], unique=False)
    op.create_index(op.f("ix_award_person_uid"), "award", ["person_uid"], unique=False)
    op.create_index(op.f("ix_award_unit_uid"), "award", ["unit_uid"], unique=False)
    op.create_table(
        "printing",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("award_uid", sa.String(length=36), nullable=False),
        sa.Column("printed_at", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.String(), nullable=True),
        sa.Column("sample_note", sa.String(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["award_uid"], ["award.uid"], name=op.f("fk_printing_award_uid")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_printing")),
    )
    op.create_index(op.f("ix_printing_award_uid"), "printing", ["award_uid"], unique=False)
