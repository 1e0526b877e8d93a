"""On a full disk there is one clear sentence, nothing half-written, and the work goes on once there is room."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.backup import back_up, backups_in
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.restoring import restore
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.records.contents import dump
from tests.records.older_file import make_older_file
from tests.records.small_disk import fill, small_disk

UNIT = UnitDraft(code="LAOCAI", name="Trường Chính trị tỉnh Lào Cai", short_name="Lào Cai")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "USB") as folder:
        yield folder


def enter_many(workspace: Workspace, unit: str) -> None:
    with workspace.changing("Nhập danh sách") as session:
        for number in range(250):
            draft = PersonDraft(full_name=f"Nguyễn Văn {number} {'An' * 20}", unit_uid=unit, note="Ghi chú " * 40)
            records.add(session, draft)


def test_a_file_that_may_not_grow_loses_nothing(workspace: Workspace, unit: str, person: str) -> None:
    before = dump(workspace)
    with workspace.alone() as raw:
        (pages,) = raw.execute("PRAGMA page_count").fetchone()
        raw.execute(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(errors.DiskFull, match="giải phóng dung lượng"):
        enter_many(workspace, unit)
    assert dump(workspace) == before
    with workspace.alone() as raw:
        raw.execute("PRAGMA max_page_count = 1000000")
    enter_many(workspace, unit)
    assert workspace.read(listing.count, Listing(kind="person")) == 251
    assert check(workspace).ok


def test_an_edit_on_a_full_disk(disk: Path) -> None:
    workspace = Workspace.create(disk / "sổ.sothidua")
    unit = records.create(workspace, UNIT).uids[0]
    before = dump(workspace)
    filler = fill(disk)
    with pytest.raises(errors.DiskFull, match="sổ.sothidua"):
        enter_many(workspace, unit)
    assert dump(workspace) == before
    filler.unlink()
    enter_many(workspace, unit)
    assert check(workspace).ok
    workspace.close()
    assert [item.name for item in disk.iterdir()] == ["sổ.sothidua"]


def test_a_program_that_ends_on_a_full_disk_leaves_a_sound_file(disk: Path) -> None:
    workspace = Workspace.create(disk / "sổ.sothidua")
    unit = records.create(workspace, UNIT).uids[0]
    before = dump(workspace)
    filler = fill(disk)
    with pytest.raises(errors.DiskFull):
        enter_many(workspace, unit)
    workspace.close()
    filler.unlink()
    again = Workspace.open(disk / "sổ.sothidua")
    assert dump(again) == before
    assert check(again).ok
    again.close()


@pytest.mark.parametrize("leaving", [0, 100_000])
def test_a_new_workspace_on_a_full_disk(disk: Path, leaving: int) -> None:
    filler = fill(disk, leaving=leaving)
    with pytest.raises(errors.DiskFull, match="sổ.sothidua"):
        Workspace.create(disk / "sổ.sothidua")
    assert list(disk.iterdir()) == [filler]


@pytest.mark.parametrize("leaving", [0, 100_000])
def test_a_backup_onto_a_full_disk(disk: Path, workspace: Workspace, unit: str, leaving: int) -> None:
    good = back_up(workspace, disk)
    fill(disk, leaving=leaving)
    records.create(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit))
    with pytest.raises(errors.DiskFull, match=r"Sổ của tôi 20\d\d-"):
        back_up(workspace, disk)
    assert [item.path for item in backups_in(disk)] == [good]
    assert {item.name for item in disk.iterdir()} == {good.name, "sao-luu.json", "phim.mp4"}
    assert workspace.changed_since_backup


@pytest.mark.parametrize("leaving", [0, 100_000])
def test_an_upgrade_on_a_full_disk(disk: Path, leaving: int) -> None:
    path = disk / "sổ.sothidua"
    make_older_file(path, "0005")
    before = path.read_bytes()
    filler = fill(disk, leaving=leaving)
    with pytest.raises(errors.DiskFull, match="sổ.sothidua"):
        Workspace.open(path)
    assert path.read_bytes() == before
    assert {item.name for item in disk.iterdir()} == {path.name, filler.name}
    filler.unlink()
    Workspace.open(path).close()


def test_a_restore_onto_a_full_disk(disk: Path, workspace: Workspace, unit: str, tmp_path: Path) -> None:
    backup = back_up(workspace, tmp_path / "sao lưu")
    target = disk / "sổ.sothidua"
    Workspace.create(target).close()
    before = target.read_bytes()
    filler = fill(disk)
    with pytest.raises(errors.DiskFull):
        restore(backup, target, tmp_path / "giữ lại")
    assert target.read_bytes() == before
    assert {item.name for item in disk.iterdir()} == {target.name, filler.name}
