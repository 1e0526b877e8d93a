"""Workspace files as earlier steps of the schema left them."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import text

from cluster_desktop.records.file import connection, schema

MIGRATIONS = Path(schema.__file__).resolve().parents[1] / "migrations"


def make_older_file(path: Path, revision: str) -> None:
    """A sound file at *revision* with one school in it, as a program of that time would have left it."""
    path.touch()
    raw = connection.connect(path)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with connection.engine_on(raw).begin() as link:
        config.attributes["connection"] = link
        command.upgrade(config, revision)
        link.execute(text(f"PRAGMA user_version = {int(revision)}"))
        link.execute(text(f"PRAGMA application_id = {schema.APPLICATION_ID}"))
        link.execute(text("INSERT INTO about VALUES ('uid', 'u-1')"))
        link.execute(
            text(
                "INSERT INTO unit (uid, code, name, short_name, sort_key, search_key) "
                "VALUES ('s-1', 'SONLA', 'Trường Chính trị tỉnh Sơn La', 'Sơn La', '', 'truong chinh tri son la')"
            )
        )
    raw.close()
