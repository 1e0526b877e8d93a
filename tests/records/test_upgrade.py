"""An older file is brought up to date on a copy; whatever fails, the old file is still there as it was."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from cluster_desktop import errors
from cluster_desktop.commands import records
from cluster_desktop.domain.people import PersonDraft
from cluster_desktop.records import schema
from cluster_desktop.records.checking import check
from cluster_desktop.records.models import Base
from cluster_desktop.records.queries import listing
from cluster_desktop.records.queries.history import history
from cluster_desktop.records.rows import Listing
from cluster_desktop.records.workspace import Workspace
from tests.records.contents import wrong_keys
from tests.records.older_file import make_older_file

KEPT_FILES = Path(__file__).resolve().parents[1] / "files"


def not_ours(item: object, name: str | None, kind: str, reflected: bool, other: object) -> bool:
    """Alembic's own table and the name index (with its shadow tables) stand in no mapped class."""
    return not (kind == "table" and str(name).startswith(("alembic_version", "person_search")))


def test_migrated_tables_are_the_mapped_tables(empty_file: Path) -> None:
    engine = create_engine(f"sqlite:///{empty_file}")
    with engine.connect() as link:
        context = MigrationContext.configure(link, opts={"include_object": not_ours, "compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


@pytest.mark.parametrize("revision", ["0002", "0003", "0004"])
def test_an_older_file_is_upgraded_and_kept(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "Sổ.sothidua"
    make_older_file(path, revision)
    before = path.read_bytes()
    opened = Workspace.open(path)
    assert [row.title for row in opened.read(listing.page, Listing(kind="unit"))] == ["Trường Chính trị tỉnh Sơn La"]
    records.create(opened, PersonDraft(full_name="Lò Thị Ơn", unit_uid="s-1"))
    assert check(opened).ok
    opened.close()
    kept = tmp_path / f"Sổ (trước khi nâng cấp từ bản {int(revision)}).sothidua"
    assert kept.read_bytes() == before
    assert {item.name for item in tmp_path.iterdir()} == {path.name, kept.name}
    again = Workspace.open(path)
    assert again.read(listing.count, Listing(kind="person")) == 1
    again.close()
    assert {item.name for item in tmp_path.iterdir()} == {path.name, kept.name}


def test_every_upgrade_keeps_its_own_old_file(tmp_path: Path) -> None:
    path = tmp_path / "Sổ.sothidua"
    for revision in ("0003", "0004"):
        path.unlink(missing_ok=True)
        make_older_file(path, revision)
        Workspace.open(path).close()
    names = {item.name for item in tmp_path.iterdir()}
    assert {f"Sổ (trước khi nâng cấp từ bản {number}).sothidua" for number in (3, 4)} < names


def test_another_old_file_of_the_same_name_is_kept_too(tmp_path: Path) -> None:
    path = tmp_path / "Sổ.sothidua"
    contents = set()
    for page_size in (4096, 8192):
        path.unlink(missing_ok=True)
        make_older_file(path, "0004")
        raw = sqlite3.connect(path)
        raw.execute(f"PRAGMA page_size = {page_size}")
        raw.execute("VACUUM")
        raw.close()
        contents.add(path.read_bytes())
        Workspace.open(path).close()
    assert {item.read_bytes() for item in tmp_path.glob("*nâng cấp*")} == contents


def test_a_failing_migration_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "Sổ.sothidua"
    make_older_file(path, "0004")
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE event (somebody_elses TEXT)")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(errors.WorkspaceDamaged, match="Không nâng cấp được “Sổ.sothidua”"):
        Workspace.open(path)
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == [path.name]


def test_an_old_file_with_broken_links_is_not_upgraded(tmp_path: Path) -> None:
    path = tmp_path / "Sổ.sothidua"
    make_older_file(path, "0004")
    raw = sqlite3.connect(path)
    raw.execute("DELETE FROM unit")
    raw.execute(
        "INSERT INTO former_name (uid, unit_uid, name, valid_to, sort_key, search_key) "
        "VALUES ('f-1', 's-1', 'Trường Đảng', '2008', '', '')"
    )
    raw.commit()
    raw.close()
    before = path.read_bytes()
    with pytest.raises(errors.WorkspaceDamaged, match="tệp cũ giữ nguyên"):
        Workspace.open(path)
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("version", range(5, schema.newest() + 1))
def test_the_kept_file_of_every_released_schema_opens(tmp_path: Path, version: int) -> None:
    path = tmp_path / "cũ.sothidua"
    shutil.copy(KEPT_FILES / f"workspace-schema-{version}.sothidua", path)
    opened = Workspace.open(path)
    assert check(opened).problems == ()
    assert wrong_keys(opened) == []
    (person,) = opened.read(listing.page, Listing(kind="person", search="dieu"))
    assert person.title == "Hoàng Thị Thuý Điều"
    assert person.shown["birth_date"] == "02/09/1976"
    assert person.shown["department_uid"] == "Khoa Xây dựng Đảng"
    (decision,) = opened.read(listing.page, Listing(kind="decision"))
    assert (decision.title, decision.shown["recipients"]) == ("48/QĐ-TCT", "1")
    assert len(opened.read(listing.page, Listing(kind="event"))) == 1
    assert opened.read(history, person.uid)[-1].act == "Thêm cán bộ “Hoàng Thị Thuý Điều”"
    records.create(opened, PersonDraft(full_name="Lò Thị Ơn", unit_uid=str(person.values["unit_uid"])))
    opened.close()
