"""The tables of schema 5, as the SQL beside this file holds them; nothing older is opened."""

from pathlib import Path

from alembic import op

revision = "0005"
down_revision = None


def upgrade() -> None:
    """Add the tables."""
    statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in statements.split("\n\n"):
        op.get_bind().exec_driver_sql(statement)
