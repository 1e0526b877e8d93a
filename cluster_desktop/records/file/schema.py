"""Bringing a workspace file to the present schema with Alembic, on the file's own connection."""

from pathlib import Path

from sqlalchemy import Connection, text

APPLICATION_ID = 0x53544431  # "STD1": marks the file as ours for the operating system and for us
_MIGRATIONS = Path(__file__).resolve().parents[1] / "migrations"


def newest() -> int:
    """The schema number this program writes: the count of migration steps, one file each."""
    return len(list(_MIGRATIONS.glob("versions/[0-9]*.py")))


def upgrade(connection: Connection) -> None:
    """Run the missing migration steps inside the connection's transaction and stamp the file."""
    from alembic import command  # a fifth of a second that a file of the present schema need not wait for
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.execute(text(f"PRAGMA user_version = {newest()}"))
    connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
