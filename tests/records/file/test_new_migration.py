"""The next migration is written from the models, and makes them when it is run."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext

from cluster_desktop.records.file import connection
from cluster_desktop.records.models import Base
from cluster_desktop.records.models.record import NfcText, PartialDateText
from tests.new_migration import VERSIONS, new_migration, not_ours
from tests.records.older_file import MIGRATIONS

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def grown() -> sa.MetaData:
    """The tables of the program, with new columns, a link to another table and a table more."""
    models = sa.MetaData(naming_convention=Base.metadata.naming_convention)
    for table in Base.metadata.tables.values():
        table.to_metadata(models)
    event = models.tables["event"]
    event.append_column(sa.Column("streamed", sa.Boolean()))
    event.append_column(sa.Column("announced_on", PartialDateText()))
    event.append_column(sa.Column("next_host_uid", sa.String(36), sa.ForeignKey("unit.uid"), index=True))
    sa.Table(
        "slogan",
        models,
        sa.Column("uid", sa.String(36), primary_key=True),
        sa.Column("words", NfcText(), nullable=False),
        sa.Column("unit_uid", sa.ForeignKey("unit.uid")),
    )
    return models


def test_nothing_is_written_where_nothing_changed() -> None:
    before = sorted(VERSIONS.iterdir())
    words = [sys.executable, "-m", "tests.new_migration", "event_news"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout.split(":")[0]) == (0, "nothing changed"), done.stderr
    assert sorted(VERSIONS.iterdir()) == before


@pytest.mark.parametrize("name", ["", "Event", "event-news", "../event", "event_", "9"])
def test_a_name_that_is_no_module_name_is_refused(tmp_path: Path, grown: sa.MetaData, name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        new_migration(name, tmp_path, grown)
    assert list(tmp_path.iterdir()) == []


def test_what_is_written_makes_the_models_of_a_file_in_use(
    tmp_path: Path, empty_file: Path, grown: sa.MetaData
) -> None:
    own = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, own)
    written = new_migration("event_slogans", own / "versions", grown)
    assert written is not None
    assert "cluster_desktop" not in written.read_text("utf-8")
    raw = connection.connect(Path(shutil.copy(empty_file, tmp_path / "Sổ.sothidua")))
    raw.execute(
        "INSERT INTO unit (uid, code, name, short_name, sort_key, search_key) VALUES ('u', 'A', 'A', 'A', '', '')"
    )
    raw.execute(
        "INSERT INTO event (uid, kind, title, year, host_uid, sort_key, search_key) "
        "VALUES ('e', 'HOI_NGHI', 'Họp', 2020, 'u', '', '')"
    )
    raw.execute(
        "INSERT INTO paper (uid, event_uid, title, sort_key, search_key) VALUES ('p', 'e', 'Tham luận', '', '')"
    )
    with connection.engine_on(raw).begin() as link:
        config = Config()
        config.set_main_option("script_location", str(own).replace("%", "%%"))
        config.attributes["connection"] = link
        command.upgrade(config, "head")
        context = MigrationContext.configure(link, opts={"include_object": not_ours, "compare_type": True})
        assert compare_metadata(context, grown) == []
    assert raw.execute("SELECT event.title, paper.title FROM paper JOIN event ON event.uid = event_uid").fetchall() == [
        ("Họp", "Tham luận")
    ]
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()
