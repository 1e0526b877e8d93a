"""Columns that tie older tables to the newer ones."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the columns."""
    _link("attachment", "nomination_uid", "nomination")
    _link("attachment", "score_uid", "score")
    op.create_index(op.f("ix_attachment_nomination_uid"), "attachment", ["nomination_uid"], unique=False)
    op.create_index(op.f("ix_attachment_score_uid"), "attachment", ["score_uid"], unique=False)
    op.add_column("attachment", sa.Column("position", sa.Integer(), nullable=True))
    op.add_column("event", sa.Column("news", sa.String(), nullable=True))
    op.add_column("result", sa.Column("work", sa.String(), nullable=True))
    op.add_column("result", sa.Column("genre", sa.String(), nullable=True))
    for table in ("award", "nomination", "registration"):
        _link(table, "at_unit_uid", "unit")
        op.create_index(op.f(f"ix_{table}_at_unit_uid"), table, ["at_unit_uid"], unique=False)
    op.add_column("award", sa.Column("revoked_on", sa.String(length=10), nullable=True))
    op.add_column("decision", sa.Column("occasion", sa.String(), nullable=True))
    _link("membership", "scores_uid", "unit")
    op.create_index(op.f("ix_membership_scores_uid"), "membership", ["scores_uid"], unique=False)
    _link("nomination", "session_uid", "council_session")
    op.add_column("nomination", sa.Column("ballots_issued", sa.Integer(), nullable=True))
    op.add_column("nomination", sa.Column("ballots_returned", sa.Integer(), nullable=True))
    op.add_column("nomination", sa.Column("ballots_valid", sa.Integer(), nullable=True))
    op.add_column("nomination", sa.Column("received_on", sa.String(length=10), nullable=True))
    op.add_column("nomination", sa.Column("regime", sa.String(), nullable=True))
    op.add_column("nomination", sa.Column("regime_reason", sa.String(), nullable=True))
    op.add_column("nomination", sa.Column("override_reason", sa.String(), nullable=True))
    op.create_index(op.f("ix_nomination_session_uid"), "nomination", ["session_uid"], unique=False)
    op.add_column("printing", sa.Column("sheet", sa.String(), nullable=True))
    op.add_column("printing", sa.Column("ended_at", sa.String(), nullable=True))
    op.add_column("printing", sa.Column("ended_because", sa.String(), nullable=True))
    op.create_index(op.f("ix_printing_sheet"), "printing", ["sheet"], unique=False)
    op.add_column("rating", sa.Column("days_off", sa.Integer(), nullable=True))
    _link("unit", "merged_into_uid", "unit")
    op.create_index(op.f("ix_unit_merged_into_uid"), "unit", ["merged_into_uid"], unique=False)
    op.create_index("ix_nomination_living", "nomination", ["deleted_at", "round_uid"], unique=False)
    op.create_index("ix_award_living", "award", ["deleted_at", "decision_uid"], unique=False)


def _link(table: str, column: str, other: str) -> None:
    """A column that refers to another table; SQLite takes such a reference only with the column itself."""
    op.execute(
        f"ALTER TABLE {table} ADD COLUMN {column} VARCHAR(36) CONSTRAINT fk_{table}_{column} REFERENCES {other} (uid)"
    )
