"""Restoring without an open workspace: what is damaged is kept, what is lost comes back, a refusal changes nothing."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.records.file.backup import back_up
from cluster_desktop.records.file.restoring import backed_up_workspaces, backups_of, put_back
from cluster_desktop.records.file.workspace import Workspace
from tests.records.contents import dump
from tests.records.other_process import open_folder, opened_elsewhere, without_privileges


@pytest.fixture
def backup(workspace: Workspace, person: str, tmp_path: Path) -> Path:
    """A backup with one person; the workspace is closed."""
    assert person
    path = back_up(workspace, tmp_path / "backups" / workspace.uid)
    workspace.close()
    return path


def people(path: Path) -> list[str]:
    opened = Workspace.open(path)
    names = sorted(values["full_name"] for values in dump(opened)["person"].values())
    opened.close()
    return names


def everything(folder: Path) -> dict[str, bytes]:
    return {str(item.relative_to(folder)): item.read_bytes() for item in folder.rglob("*") if item.is_file()}


def no_database(path: Path) -> None:
    path.write_bytes(b"not a workspace any more")


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def torn(path: Path) -> None:
    raw = path.read_bytes()
    path.write_bytes(raw[:8192] + os.urandom(8192) + raw[16384:])


@pytest.mark.parametrize("damage", [no_database, emptied, cut_off, torn])
def test_a_damaged_file_is_kept_beside_under_a_name_that_says_so(
    workspace: Workspace, backup: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    damage(workspace.path)
    journal = workspace.path.with_name(f"{workspace.path.name}-wal")
    journal.write_bytes(b"left behind")
    present = workspace.path.read_bytes()
    kept = put_back(backup, workspace.path, tmp_path / "giữ lại")
    assert kept is not None
    assert kept.parent == workspace.path.parent
    assert kept.name.startswith(f"{workspace.path.stem} (bị hỏng) ")
    assert kept.read_bytes() == present
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"left behind"
    assert not journal.exists()
    assert people(workspace.path) == ["Nguyễn Văn Hiệp"]


def test_two_damaged_files_of_one_name_are_both_kept(workspace: Workspace, backup: Path, tmp_path: Path) -> None:
    kept = []
    for content in (b"one", b"another"):
        workspace.path.write_bytes(content)
        kept.append(put_back(backup, workspace.path, tmp_path))
    assert [path.read_bytes() for path in kept if path] == [b"one", b"another"]


def test_a_sound_file_is_kept_as_a_copy(workspace: Workspace, backup: Path, tmp_path: Path) -> None:
    present = workspace.path.read_bytes()
    kept = put_back(backup, workspace.path, tmp_path / "giữ lại")
    assert kept is not None
    assert kept.parent == tmp_path / "giữ lại"
    assert kept.read_bytes() == present
    assert "bị hỏng" not in kept.name


def test_a_lost_file_comes_back_in_a_lost_folder(backup: Path, tmp_path: Path) -> None:
    target = tmp_path / "đã xóa" / "2026" / "sổ.sothidua"
    assert put_back(backup, target, target.parent) is None
    assert people(target) == ["Nguyễn Văn Hiệp"]


def test_a_broken_backup_leaves_the_damaged_file_where_it_is(
    workspace: Workspace, backup: Path, tmp_path: Path
) -> None:
    cut_off(workspace.path)
    cut_off(backup)
    before = everything(tmp_path)
    with pytest.raises(errors.WorkspaceDamaged):
        put_back(backup, workspace.path, tmp_path)
    assert everything(tmp_path) == before


def test_the_damaged_file_is_not_its_own_backup(workspace: Workspace, backup: Path, tmp_path: Path) -> None:
    assert backup.exists()
    cut_off(workspace.path)
    before = everything(tmp_path)
    with pytest.raises(errors.Refused, match="chính là tệp đang được thay"):
        put_back(workspace.path, workspace.path, tmp_path)
    assert everything(tmp_path) == before


def test_a_file_open_elsewhere_and_a_folder_are_not_replaced(
    workspace: Workspace, backup: Path, tmp_path: Path
) -> None:
    with opened_elsewhere(workspace.path), pytest.raises(errors.WorkspaceLocked):
        put_back(backup, workspace.path, tmp_path)
    with pytest.raises(errors.CannotWrite, match="là một thư mục"):
        put_back(backup, tmp_path, tmp_path)


def test_a_place_no_system_has_is_explained(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(errors.CannotWrite, match="quá dài"):
        put_back(backup, tmp_path / ("ệ" * 300), tmp_path)
    with pytest.raises(errors.CannotWrite, match="ký tự mà máy tính không nhận"):
        put_back(backup, tmp_path / "a\0b", tmp_path)


def test_a_damaged_file_in_a_closed_folder_stays(empty_file: Path) -> None:
    with open_folder() as folder:
        backup = folder / "bản sao.sothidua"
        backup.write_bytes(empty_file.read_bytes())
        closed = folder / "chỉ đọc"
        closed.mkdir()
        target = closed / "sổ.sothidua"
        target.write_bytes(b"rubbish")
        closed.chmod(0o555)
        with without_privileges(), pytest.raises(errors.UserError):
            put_back(backup, target, closed)
        assert everything(closed) == {"sổ.sothidua": b"rubbish"}


def test_the_backups_of_a_file_are_those_of_its_uid_else_of_its_name(
    workspace: Workspace, backup: Path, empty_file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    other = Workspace.open(_copied(empty_file, tmp_path / "Sổ khác.sothidua"))
    back_up(other, folder / "another-uid")
    other.close()
    (folder / "a file").write_bytes(b"")
    (folder / "an empty folder").mkdir()
    books = backed_up_workspaces(folder)
    assert {book.name for book in books} == {"Sổ khác", workspace.path.stem}
    assert [item.path for item in backups_of(Path("/dời đi/Tên mới.sothidua"), workspace.uid, books)] == [backup]
    assert [item.path for item in backups_of(workspace.path, "", books)] == [backup]
    assert backups_of(Path("/Không biết.sothidua"), "", books) == ()
    assert backed_up_workspaces(tmp_path / "none") == ()


def _copied(source: Path, target: Path) -> Path:
    target.write_bytes(source.read_bytes())
    return target
