"""What is no workspace, or cannot be used as it is, gets one plain sentence and stays as it was, byte for byte."""

import os
import shutil
import sqlite3
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from cluster_desktop import errors
from cluster_desktop.records.file import connection, schema
from cluster_desktop.records.file.workspace import Workspace
from tests.records.every_kind import one_of_each
from tests.records.other_process import open_folder, without_privileges

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"


def refuse(path: Path, kind: type[errors.UserError], words: str) -> None:
    """Opening fails with the sentence and leaves the folder as it was."""
    before = {item.name: item.read_bytes() for item in path.parent.iterdir() if item.is_file()}
    with pytest.raises(kind) as refused:
        Workspace.open(path)
    assert path.name in refused.value.sentence
    assert words in refused.value.sentence
    assert refused.value.sentence.endswith((".", "!"))
    assert {item.name: item.read_bytes() for item in path.parent.iterdir() if item.is_file()} == before


@pytest.mark.parametrize(
    "content",
    ["danh sách cán bộ\n".encode(), PDF, b"PK\x03\x04" + bytes(400), bytes(4096), b"SQLite format 3\x00"],
    ids=["text", "renamed PDF", "renamed Excel", "zeros", "sixteen bytes of SQLite"],
)
def test_another_kind_of_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bảng.sothidua"
    path.write_bytes(content)
    refuse(path, errors.NotAWorkspace, "không phải là sổ thi đua")


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "rỗng.sothidua"
    path.touch()
    refuse(path, errors.NotAWorkspace, "tệp rỗng")


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    refuse(tmp_path / "chưa có.sothidua", errors.FileMissing, "Không tìm thấy")


def test_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "thư mục.sothidua"
    path.mkdir()
    with pytest.raises(errors.CannotRead, match="thư mục"):
        Workspace.open(path)


@pytest.mark.parametrize("journal_mode", ["delete", "wal"])
def test_a_database_of_another_program_is_not_touched(tmp_path: Path, journal_mode: str) -> None:
    made = tmp_path / "nguồn.sqlite"
    raw = sqlite3.connect(made)
    raw.execute(f"PRAGMA journal_mode = {journal_mode}")
    raw.execute("PRAGMA wal_autocheckpoint = 0")
    raw.execute("CREATE TABLE places (url TEXT)")
    raw.execute("INSERT INTO places VALUES ('cluster.example')")
    raw.commit()
    folder = tmp_path / "chép"
    folder.mkdir()
    for item in tmp_path.glob("nguồn.sqlite*"):
        if not item.name.endswith("-shm"):
            shutil.copy(item, folder / item.name.replace("nguồn.sqlite", "lịch sử.sothidua"))
    raw.close()
    refuse(folder / "lịch sử.sothidua", errors.NotAWorkspace, "không phải là sổ thi đua")


def test_a_file_of_a_later_version(workspace: Workspace) -> None:
    with workspace.alone() as raw:
        raw.execute(f"PRAGMA user_version = {schema.newest() + 1}")
    workspace.close()
    refuse(workspace.path, errors.WorkspaceNewer, "phiên bản mới hơn")


@pytest.mark.parametrize("version", [0, 1, 4])
def test_a_file_of_a_trial_version(workspace: Workspace, version: int) -> None:
    with workspace.alone() as raw:
        raw.execute(f"PRAGMA user_version = {version}")
    workspace.close()
    refuse(workspace.path, errors.WorkspaceOlder, "là bản dùng thử rất cũ")


@pytest.mark.parametrize("kept", [0.03, 0.3, 0.5, 0.97])
def test_a_file_cut_short(workspace: Workspace, kept: float) -> None:
    one_of_each(workspace)
    workspace.close()
    whole = workspace.path.read_bytes()
    workspace.path.write_bytes(whole[: int(len(whole) * kept)])
    refuse(workspace.path, errors.WorkspaceDamaged, "bị hỏng")


def test_a_file_with_a_page_overwritten(workspace: Workspace) -> None:
    one_of_each(workspace)
    with workspace.alone() as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'unit'").fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
    workspace.close()
    with workspace.path.open("rb+") as file:
        file.seek((root - 1) * size)
        file.write(os.urandom(size))
    refuse(workspace.path, errors.WorkspaceDamaged, "Khôi phục từ bản sao lưu")


def test_a_read_only_file_is_explained(empty_file: Path) -> None:
    with open_folder() as folder:
        path = folder / "chỉ đọc.sothidua"
        shutil.copy(empty_file, path)
        path.chmod(0o444)
        folder.chmod(0o555)
        with without_privileges():
            refuse(path, errors.CannotWrite, "chỉ cho phép đọc")


def test_a_file_nobody_may_read_is_explained(empty_file: Path) -> None:
    with open_folder() as folder:
        path = folder / "kín.sothidua"
        shutil.copy(empty_file, path)
        path.chmod(0o000)
        with without_privileges(), pytest.raises(errors.CannotRead, match="quyền đọc"):
            Workspace.open(path)


def test_a_workspace_cannot_be_made_in_a_closed_folder() -> None:
    with open_folder() as folder:
        folder.chmod(0o555)
        with without_privileges(), pytest.raises(errors.CannotWrite, match="không cho ghi"):
            Workspace.create(folder / "sổ.sothidua")
        assert list(folder.iterdir()) == []


def test_a_file_in_a_closed_folder_is_explained(empty_file: Path) -> None:
    with open_folder() as folder:
        path = folder / "sổ.sothidua"
        shutil.copy(empty_file, path)
        path.chmod(0o666)
        folder.chmod(0o555)
        with without_privileges():
            refuse(path, errors.CannotWrite, "chép tệp sang thư mục của bạn")


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/home/lan/100% #1?.sothidua"), "file:///home/lan/100%25%20%231%3F.sothidua"),
        (PureWindowsPath(r"C:\Sổ\a.sothidua"), "file:///C:/S%E1%BB%95/a.sothidua"),
        (PureWindowsPath(r"\\maychu\chung\a.sothidua"), "file:////maychu/chung/a.sothidua"),
    ],
    ids=["posix", "drive", "network share"],
)
def test_sqlite_is_told_the_path_as_it_wants_it(path: PurePosixPath | PureWindowsPath, address: str) -> None:
    assert connection.address(path) == address


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are always Unicode there")
def test_a_name_in_no_encoding_opens(tmp_path: Path, empty_file: Path) -> None:
    path = tmp_path / os.fsdecode(b"s\xf2.sothidua")
    shutil.copy(empty_file, path)
    Workspace.open(path).close()
