"""Writes the next migration from the models: ``python run.py migration NAME``.

Alembic compares a file of the newest schema with the mapped tables. What it cannot know, such as what becomes of the
values that stand in a column, is added to the file by hand.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Literal

import sqlalchemy as sa
from alembic.autogenerate import produce_migrations, render_python_code
from alembic.autogenerate.api import AutogenContext
from alembic.migration import MigrationContext
from alembic.operations import ops

from cluster_desktop.records.file import connection, schema
from cluster_desktop.records.models import Base

VERSIONS = Path(schema.__file__).parents[1] / "migrations" / "versions"
_FILE = '''"""{title}."""

import sqlalchemy as sa
from alembic import op

revision = "{number:04}"
down_revision = "{before:04}"


def upgrade() -> None:
    """Bring the tables in line with the models."""
    {body}
'''


def not_ours(item: object, name: str | None, kind: str, reflected: bool, other: object) -> bool:
    """Alembic's own table and the name index (with its shadow tables) stand in no mapped class."""
    return not (kind == "table" and str(name).startswith(("alembic_version", "person_search")))


def new_migration(name: str, folder: Path = VERSIONS, models: sa.MetaData = Base.metadata) -> Path | None:
    """Write the migration *name* into *folder*; None when the models are what the migrations make.

    Raises ValueError for a name that is not words in small letters joined by underscores.
    """
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name):
        raise ValueError(f"not a name for a migration: {name!r}; write small letters and underscores, as in event_news")
    body = _changes(models)
    if not body:
        return None
    number = schema.newest() + 1
    title = name.replace("_", " ").capitalize()
    path = folder / f"{number:04}_{name}.py"
    path.write_text(_FILE.format(title=title, number=number, before=number - 1, body=body), encoding="utf-8")
    for words in (["check", "--fix"], ["format"]):
        subprocess.run([sys.executable, "-m", "ruff", *words, "--quiet", path], check=True)
    return path


def _changes(models: sa.MetaData) -> str:
    """The lines that make a file of the newest schema one of *models*; '' for none."""
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "newest.sothidua"
        path.touch()
        raw = connection.connect(path)
        try:
            with connection.engine_on(raw).begin() as link:
                schema.upgrade(link)
                options = {"include_object": not_ours, "compare_type": True, "target_metadata": models}
                return _written(MigrationContext.configure(link, opts=options), models)
        finally:
            raw.close()


def _written(context: MigrationContext, models: sa.MetaData) -> str:
    upgrade = produce_migrations(context, models).upgrade_ops
    if upgrade is None or upgrade.is_empty():
        return ""
    upgrade.ops = [step for change in upgrade.ops for step in _with_links_inline(change)]
    code = render_python_code(upgrade, render_as_batch=True, render_item=_plain_type, migration_context=context)
    kept = "\n".join(line for line in code.splitlines() if "# ###" not in line).strip()
    return kept.replace(", schema=None", "").replace(" CONSTRAINT fk_", " '\n    'CONSTRAINT fk_")


def _plain_type(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """A migration is written down once and for all, so it names SQL's types, never ours."""
    return f"sa.{item.impl!r}" if kind == "type" and isinstance(item, sa.TypeDecorator) else False


def _with_links_inline(change: ops.MigrateOperation) -> list[ops.MigrateOperation]:
    """SQLite takes a reference only with the column itself; a table made anew would lose those that point to it."""
    if not isinstance(change, ops.ModifyTableOps):
        return [change]
    links = {step.local_cols[0]: step for step in change.ops if isinstance(step, ops.CreateForeignKeyOp)}
    steps: list[ops.MigrateOperation] = []
    for step in list(change.ops):
        if isinstance(step, ops.AddColumnOp) and (link := links.get(step.column.name)):
            steps.append(
                ops.ExecuteSQLOp(
                    f"ALTER TABLE {change.table_name} ADD COLUMN {step.column.name} VARCHAR(36) "
                    f"CONSTRAINT {link.constraint_name} REFERENCES {link.referent_table} ({link.remote_cols[0]})"
                )
            )
            change.ops.remove(step)
            change.ops.remove(link)
    return [*steps, change]


if __name__ == "__main__":
    try:
        written = new_migration(sys.argv[1])
    except ValueError as mistake:
        raise SystemExit(str(mistake)) from None
    print(f"written: {written}" if written else "nothing changed: the models are what the migrations make")
