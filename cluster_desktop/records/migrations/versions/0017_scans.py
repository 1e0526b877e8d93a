"""Scans of signed papers beside decisions, sessions, movements, clusters, pledges and what is handed over."""

from alembic import op

revision = "0017"
down_revision = "0016"

_OWNERS = (
    ("decision_uid", "decision"),
    ("session_uid", "council_session"),
    ("movement_uid", "movement"),
    ("cluster_uid", "cluster"),
    ("pledge_target_uid", "pledge_target"),
    ("handover_item_uid", "handover_item"),
)


def upgrade() -> None:
    """Add the columns; SQLite takes such a reference only with the column itself."""
    for column, other in _OWNERS:
        op.execute(
            f"ALTER TABLE attachment ADD COLUMN {column} VARCHAR(36) "
            f"CONSTRAINT fk_attachment_{column} REFERENCES {other} (uid)"
        )
        op.create_index(op.f(f"ix_attachment_{column}"), "attachment", [column], unique=False)
