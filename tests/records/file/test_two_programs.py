"""Two programs at one file while its content is exchanged: the second is refused, and nothing confirmed is gone."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file import schema
from cluster_desktop.records.file.backup import back_up
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.restoring import restore
from cluster_desktop.records.file.workspace import Workspace
from tests.records.contents import dump
from tests.records.older_file import make_older_file
from tests.records.other_process import opens_elsewhere
from tests.records.paused import finish, paused

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

KEPT_AT_RESTORE = "trước khi khôi phục"
KEPT_AT_UPGRADE = "trước khi nâng cấp"
_DIE_WRITING = """
import os, sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("PRAGMA cache_size = 2")
raw.execute("BEGIN IMMEDIATE")
raw.execute("CREATE TABLE spill AS SELECT hex(randomblob(9000)) FROM sqlite_master")
os._exit(9)
"""


@pytest.fixture
def backup(workspace: Workspace, person: str, tmp_path: Path) -> Path:
    """A backup with one person; the workspace itself has none any more and is closed."""
    path = back_up(workspace, tmp_path / "sao lưu")
    records.delete(workspace, "person", [person])
    workspace.close()
    return path


def people(path: Path) -> int:
    opened = Workspace.open(path)
    assert check(opened).ok
    number = sum(values["deleted_at"] is None for values in dump(opened)["person"].values())
    opened.close()
    return number


def user_version(path: Path) -> int:
    raw = sqlite3.connect(path)
    (version,) = raw.execute("PRAGMA user_version").fetchone()
    raw.close()
    return int(version)


def test_nobody_opens_a_workspace_while_a_backup_takes_its_place(workspace: Workspace, backup: Path) -> None:
    with paused(KEPT_AT_RESTORE, "restore", workspace.path, backup) as program:
        assert opens_elsewhere(workspace.path) == "WorkspaceLocked"
        assert finish(program) == "done"
    assert people(workspace.path) == 1


def test_of_two_restores_at_once_the_second_is_refused(workspace: Workspace, backup: Path, tmp_path: Path) -> None:
    with paused(KEPT_AT_RESTORE, "restore", workspace.path, backup) as program:
        with pytest.raises(errors.WorkspaceLocked, match="đang được mở"):
            restore(backup, workspace.path, tmp_path)
        assert finish(program) == "done"
    assert people(workspace.path) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows itself lets nobody replace an open file")
@pytest.mark.parametrize("present", [b"", b"not a workspace any more", b"SQLite format 3\x00" + bytes(8000)])
def test_of_two_restores_of_a_ruined_file_the_second_is_refused(
    workspace: Workspace, backup: Path, tmp_path: Path, present: bytes
) -> None:
    workspace.path.write_bytes(present)
    with paused(KEPT_AT_RESTORE, "restore", workspace.path, backup) as program:
        with pytest.raises(errors.WorkspaceLocked, match="đang được mở"):
            restore(backup, workspace.path, tmp_path)
        assert workspace.path.read_bytes() == present
        assert finish(program) == "done"
    assert people(workspace.path) == 1


def test_nobody_opens_a_workspace_while_it_is_upgraded(tmp_path: Path) -> None:
    path = tmp_path / "Sổ.sothidua"
    make_older_file(path, "0005")
    with paused(KEPT_AT_UPGRADE, "open", path) as program:
        assert opens_elsewhere(path) == "WorkspaceLocked"
        with pytest.raises(errors.WorkspaceLocked, match="đang được mở"):
            Workspace.open(path)
        assert finish(program) == "done"
    assert user_version(path) == schema.newest()
    assert people(path) == 0


def test_an_upgrade_waits_for_no_act_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "Sổ.sothidua"
    make_older_file(path, "0005")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("UPDATE unit SET province = 'Sơn La'")
    with pytest.raises(errors.WorkspaceLocked, match="đang được mở"):
        Workspace.open(path)
    other.execute("COMMIT")
    other.close()
    opened = Workspace.open(path)
    assert dump(opened)["unit"]["s-1"]["province"] == "Sơn La"
    opened.close()


@pytest.mark.parametrize("page_size", [512, 4096, 16384])
def test_a_restore_that_is_killed_leaves_the_present_file(workspace: Workspace, backup: Path, page_size: int) -> None:
    raw = sqlite3.connect(workspace.path)
    raw.execute(f"PRAGMA page_size = {page_size}")
    raw.execute("VACUUM")
    raw.close()
    with paused(KEPT_AT_RESTORE, "restore", workspace.path, backup):
        pass
    assert people(workspace.path) == 0
    restore(backup, workspace.path, backup.parent)
    assert people(workspace.path) == 1


def test_an_upgrade_that_is_killed_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "Sổ.sothidua"
    make_older_file(path, "0005")
    before = path.read_bytes()
    with paused(KEPT_AT_UPGRADE, "open", path):
        pass
    assert user_version(path) == 5
    assert path.read_bytes() == before
    assert people(path) == 0
    assert before in [item.read_bytes() for item in tmp_path.glob(f"*{KEPT_AT_UPGRADE}*")]


def test_a_new_workspace_takes_no_name_from_another_program(tmp_path: Path) -> None:
    path = tmp_path / "Sổ.sothidua"
    with paused(path.name, "create", path) as program:
        with pytest.raises(errors.CannotWrite, match="Đã có tệp"):
            Workspace.create(path)
        assert finish(program) == "done"
    opened = Workspace.open(path)
    records.create(opened, UnitDraft(code="LAOCAI", name="Trường Chính trị tỉnh Lào Cai", short_name="Lào Cai"))
    opened.close()


def test_two_copies_of_a_book_that_are_backed_up_at_once_are_two_backups(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "sao lưu"
    first = back_up(workspace, folder)
    copy = tmp_path / "chép" / workspace.path.name
    copy.parent.mkdir()
    workspace.close()
    copy.write_bytes(workspace.path.read_bytes())
    other = Workspace.open(copy)
    second = back_up(other, folder)
    other.close()
    assert first != second
    assert first.exists()
    assert second.exists()


def test_a_refused_restore_leaves_the_lock_of_the_open_workspace(
    workspace: Workspace, backup: Path, tmp_path: Path
) -> None:
    again = Workspace.open(workspace.path)
    with pytest.raises(errors.WorkspaceLocked):
        restore(backup, workspace.path, tmp_path)
    assert opens_elsewhere(workspace.path) == "WorkspaceLocked"
    again.close()


def test_a_damaged_workspace_is_written_over_in_place_and_kept(
    workspace: Workspace, backup: Path, tmp_path: Path
) -> None:
    whole = workspace.path.read_bytes()
    for present in (whole[:8192] + os.urandom(len(whole) - 8192), whole[: len(whole) // 2], whole + b"\x00" * 5000):
        workspace.path.write_bytes(present)
        kept = restore(backup, workspace.path, tmp_path / "giữ lại")
        assert kept is not None
        assert kept.read_bytes() == present
        assert people(workspace.path) == 1


def test_an_unfinished_act_of_a_killed_program_is_not_in_the_kept_file(
    workspace: Workspace, backup: Path, tmp_path: Path
) -> None:
    before = workspace.path.read_bytes()
    subprocess.run([sys.executable, "-c", _DIE_WRITING, str(workspace.path)], check=False)
    assert workspace.path.read_bytes() != before
    kept = restore(backup, workspace.path, tmp_path / "giữ lại")
    assert kept is not None
    assert kept.read_bytes() == before
    assert people(workspace.path) == 1


def test_a_person_added_after_a_restore_stays(workspace: Workspace, backup: Path, tmp_path: Path) -> None:
    restore(backup, workspace.path, tmp_path / "giữ lại")
    opened = Workspace.open(workspace.path)
    (unit,) = dump(opened)["unit"]
    records.create(opened, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit))
    opened.close()
    assert people(workspace.path) == 2


def test_a_look_into_an_open_file_does_not_let_a_second_program_in(workspace: Workspace, person: str) -> None:
    assert opens_elsewhere(workspace.path) == "WorkspaceLocked"
    # As Qt's file dialog does, to find the icon of a file. POSIX drops SQLite's locks with this handle.
    assert workspace.path.read_bytes().startswith(b"SQLite format 3")
    assert opens_elsewhere(workspace.path) == "WorkspaceLocked"
    records.delete(workspace, "person", [person])
    workspace.close()
    assert people(workspace.path) == 0
    assert opens_elsewhere(workspace.path) == "open"
