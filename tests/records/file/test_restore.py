"""A backup takes the place of the workspace; the present file is kept, and a refusal changes nothing."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.records.file import schema
from cluster_desktop.records.file.backup import back_up
from cluster_desktop.records.file.restoring import restore
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from tests.records.contents import dump
from tests.records.other_process import opened_elsewhere


def everything(folder: Path) -> dict[str, bytes]:
    return {str(item.relative_to(folder)): item.read_bytes() for item in folder.rglob("*") if item.is_file()}


@pytest.fixture
def backup(workspace: Workspace, person: str, tmp_path: Path) -> Path:
    """A backup with one person; the workspace itself goes on to two and is closed."""
    path = back_up(workspace, tmp_path / "sao lưu")
    unit = str(workspace.read(listing.find, "person", person).values["unit_uid"])
    records.create(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit))
    workspace.close()
    return path


def people(path: Path) -> list[str]:
    opened = Workspace.open(path)
    names = sorted(values["full_name"] for values in dump(opened)["person"].values())
    opened.close()
    return names


def test_the_backup_takes_the_place_and_the_present_file_is_kept(
    workspace: Workspace, backup: Path, tmp_path: Path
) -> None:
    present = workspace.path.read_bytes()
    kept = restore(backup, workspace.path, tmp_path / "giữ lại")
    assert kept is not None
    assert kept.read_bytes() == present
    assert "trước khi khôi phục" in kept.name
    assert people(workspace.path) == ["Nguyễn Văn Hiệp"]
    assert people(kept) == ["Lò Thị Ơn", "Nguyễn Văn Hiệp"]


def test_a_restore_can_be_taken_back_by_a_restore(workspace: Workspace, backup: Path, tmp_path: Path) -> None:
    folder = tmp_path / "giữ lại"
    kept = restore(backup, workspace.path, folder)
    assert kept is not None
    restore(kept, workspace.path, folder)
    assert people(workspace.path) == ["Lò Thị Ơn", "Nguyễn Văn Hiệp"]


def test_a_lost_workspace_comes_back(workspace: Workspace, backup: Path, tmp_path: Path) -> None:
    workspace.path.unlink()
    assert restore(backup, workspace.path, tmp_path / "giữ lại") is None
    assert people(workspace.path) == ["Nguyễn Văn Hiệp"]


@pytest.mark.parametrize("present", [b"", b"not a workspace any more", b"SQLite format 3\x00" + os.urandom(8000)])
def test_a_ruined_workspace_is_replaced_and_kept_too(
    workspace: Workspace, backup: Path, tmp_path: Path, present: bytes
) -> None:
    workspace.path.write_bytes(present)
    kept = restore(backup, workspace.path, tmp_path / "giữ lại")
    assert kept is not None
    assert kept.read_bytes() == present
    assert people(workspace.path) == ["Nguyễn Văn Hiệp"]


def test_a_journal_of_the_lost_file_does_not_spoil_the_restored_one(
    workspace: Workspace, backup: Path, tmp_path: Path
) -> None:
    hot = leave_hot_journal(workspace.path, tmp_path)
    workspace.path.unlink()
    journal = workspace.path.with_name(f"{workspace.path.name}-journal")
    journal.write_bytes(hot)
    for suffix in ("-wal", "-shm"):
        workspace.path.with_name(workspace.path.name + suffix).write_bytes(b"left behind")
    restore(backup, workspace.path, tmp_path / "giữ lại")
    assert workspace.path.read_bytes() == backup.read_bytes()
    assert people(workspace.path) == ["Nguyễn Văn Hiệp"]
    assert journal.with_name(f"{journal.name}.cu").read_bytes() == hot


def leave_hot_journal(path: Path, folder: Path) -> bytes:
    """The rollback journal of a program that was killed in the middle of writing *path*."""
    script = (
        "import os, sqlite3, sys\n"
        "raw = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "raw.execute('PRAGMA cache_size = 2')\n"
        "raw.execute('BEGIN IMMEDIATE')\n"
        "raw.execute('UPDATE person SET note = hex(randomblob(6000))')\n"
        "raw.execute('CREATE TABLE spill AS SELECT hex(randomblob(4000)) FROM sqlite_master')\n"
        "os._exit(9)\n"
    )
    copy = folder / "bị ngắt.sqlite"
    copy.write_bytes(path.read_bytes())
    subprocess.run([sys.executable, "-c", script, str(copy)], check=False)
    journal = copy.with_name(f"{copy.name}-journal")
    content = journal.read_bytes()
    assert content.startswith(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")
    return content


def test_a_workspace_that_is_open_elsewhere_is_not_replaced(workspace: Workspace, backup: Path, tmp_path: Path) -> None:
    with opened_elsewhere(workspace.path):
        before = everything(tmp_path)
        with pytest.raises(errors.WorkspaceLocked, match="đang được mở"):
            restore(backup, workspace.path, tmp_path / "giữ lại")
        assert everything(tmp_path) == before


def test_a_workspace_that_is_open_here_is_not_replaced(workspace: Workspace, backup: Path, tmp_path: Path) -> None:
    again = Workspace.open(workspace.path)
    with pytest.raises(errors.WorkspaceLocked):
        restore(backup, workspace.path, tmp_path / "giữ lại")
    assert len(dump(again)["person"]) == 2
    again.close()


def test_a_backup_that_was_changed_afterwards_is_refused(workspace: Workspace, backup: Path, tmp_path: Path) -> None:
    raw = sqlite3.connect(backup)
    raw.execute("UPDATE unit SET province = 'Hà Giang'")
    raw.commit()
    raw.close()
    before = everything(tmp_path)
    with pytest.raises(errors.WorkspaceDamaged, match="đã bị thay đổi sau khi sao lưu"):
        restore(backup, workspace.path, tmp_path / "giữ lại")
    assert everything(tmp_path) == before


def test_a_backup_carried_elsewhere_without_its_manifest_is_taken(
    workspace: Workspace, backup: Path, tmp_path: Path
) -> None:
    carried = tmp_path / "USB.sothidua"
    carried.write_bytes(backup.read_bytes())
    restore(carried, workspace.path, tmp_path / "giữ lại")
    assert people(workspace.path) == ["Nguyễn Văn Hiệp"]


def test_an_unreadable_manifest_refuses_nothing(workspace: Workspace, backup: Path, tmp_path: Path) -> None:
    manifest = backup.with_name("sao-luu.json")
    assert backup.name in json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_bytes(b"\xff\xfe{")
    restore(backup, workspace.path, tmp_path / "giữ lại")
    assert people(workspace.path) == ["Nguyễn Văn Hiệp"]


def test_a_broken_backup_is_refused(workspace: Workspace, backup: Path, tmp_path: Path) -> None:
    whole = backup.read_bytes()
    backup.write_bytes(whole[: len(whole) // 2])
    before = everything(tmp_path)
    with pytest.raises(errors.WorkspaceDamaged):
        restore(backup, workspace.path, tmp_path / "giữ lại")
    assert everything(tmp_path) == before


def test_what_is_no_backup_is_refused(workspace: Workspace, backup: Path, tmp_path: Path) -> None:
    other = tmp_path / "danh sách.sothidua"
    other.write_bytes(b"%PDF-1.7 and so on")
    before = everything(tmp_path)
    with pytest.raises(errors.NotAWorkspace):
        restore(other, workspace.path, tmp_path / "giữ lại")
    with pytest.raises(errors.FileMissing):
        restore(tmp_path / "không có.sothidua", workspace.path, tmp_path / "giữ lại")
    assert everything(tmp_path) == before


@pytest.mark.parametrize(
    ("version", "refusal"), [(schema.newest() + 1, errors.WorkspaceNewer), (4, errors.WorkspaceOlder)]
)
def test_a_backup_of_another_version_is_refused(
    workspace: Workspace, backup: Path, tmp_path: Path, version: int, refusal: type[errors.UserError]
) -> None:
    raw = sqlite3.connect(backup)
    raw.execute(f"PRAGMA user_version = {version}")
    raw.close()
    before = everything(tmp_path)
    with pytest.raises(refusal):
        restore(backup, workspace.path, tmp_path / "giữ lại")
    assert everything(tmp_path) == before
