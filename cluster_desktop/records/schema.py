"""Bringing a workspace file to the present schema with Alembic, on the file's own connection."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

APPLICATION_ID = 0x53544431  # "STD1": marks the file as ours for the operating system and for us
_MIGRATIONS = Path(__file__).with_name("migrations")


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def newest() -> int:
    """The schema number this program writes: the count of migration steps."""
    return len(list(ScriptDirectory.from_config(_config()).walk_revisions()))


def upgrade(connection: Connection) -> None:
    """Run the missing migration steps inside the connection's transaction and stamp the file."""
    command.upgrade(_config(connection), "head")
    connection.execute(text(f"PRAGMA user_version = {newest()}"))
    connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
