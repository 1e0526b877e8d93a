"""A backup that exists is good, and making one never costs an older one."""

import datetime
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.records.file.backup import Backup, back_up, backups_in, contents, superfluous
from cluster_desktop.records.file.workspace import Workspace
from tests.records.contents import dump
from tests.records.every_kind import one_of_each

NOW = datetime.datetime(2021, 3, 31, 16, 0)


def overwrite_a_page(workspace: Workspace, table: str) -> None:
    """Spoil the page a table begins on, behind the back of the open workspace."""
    with workspace.alone() as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
        raw.execute("PRAGMA cache_size = 0")
    with workspace.path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(os.urandom(size))


def test_a_backup_holds_the_same_as_the_workspace(workspace: Workspace, tmp_path: Path) -> None:
    uids = one_of_each(workspace)
    records.delete(workspace, "attachment", [uids["attachment"]])
    changed = workspace.changed_since_backup
    before = datetime.datetime.now()
    path = back_up(workspace, tmp_path / "sao lưu" / "tự động")
    assert (changed, workspace.changed_since_backup) == (True, False)
    assert workspace.last_backup is not None
    assert before <= workspace.last_backup <= datetime.datetime.now()
    copy = Workspace.open(path)
    assert dump(copy) == dump(workspace)
    assert copy.uid == workspace.uid
    copy.close()
    assert {item.name for item in path.parent.iterdir()} == {path.name, "sao-luu.json"}


def test_the_contents_of_a_backup_are_told_without_changing_it(
    workspace: Workspace, unit: str, person: str, tmp_path: Path
) -> None:
    records.create(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit))
    records.delete(workspace, "person", [person])
    path = back_up(workspace, tmp_path)
    before = path.read_bytes()
    told = contents(path)
    assert (told.counts["unit"], told.counts["person"], told.counts["event"]) == (1, 1, 0)
    assert told.last_act == "Xóa cán bộ"
    assert datetime.datetime.fromisoformat(told.last_at).year >= 2020
    assert path.read_bytes() == before


def test_two_backups_in_one_second_are_two_files(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    made = [back_up(workspace, tmp_path) for _ in range(3)]
    assert len(set(made)) == 3
    assert [item.path for item in backups_in(tmp_path)] == made[::-1]


def test_a_damaged_workspace_is_not_backed_up_and_older_backups_stay(workspace: Workspace, tmp_path: Path) -> None:
    one_of_each(workspace)
    good = back_up(workspace, tmp_path)
    overwrite_a_page(workspace, "person")
    with pytest.raises(errors.WorkspaceDamaged):
        back_up(workspace, tmp_path)
    assert [item.path for item in backups_in(tmp_path)] == [good]
    assert {item.name for item in tmp_path.iterdir()} >= {good.name, "sao-luu.json"}
    assert list(tmp_path.glob(".*")) == []


def test_an_edit_made_during_a_backup_is_for_the_next_one(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    with ThreadPoolExecutor(max_workers=1) as pool:
        waiting = []

        def edit_meanwhile(done: int, whole: int) -> None:
            draft = PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit)
            waiting.append(pool.submit(records.create, workspace, draft))

        path = back_up(workspace, tmp_path, edit_meanwhile)
        assert waiting[0].result()
    assert workspace.changed_since_backup
    assert contents(path).counts["person"] == 0


def test_progress_is_told_and_stopping_leaves_nothing(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    folder = tmp_path / "sao lưu"
    with workspace.changing("Nhập danh sách") as session:
        for number in range(300):
            note = f"{number} " * 900
            records.add(session, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, note=note[:4000]))
    told: list[tuple[int, int]] = []
    back_up(workspace, folder, lambda done, whole: told.append((done, whole)))
    assert told[-1][0] == told[-1][1] == workspace.path.stat().st_size // 4096
    before = set(folder.iterdir())

    def stop(done: int, whole: int) -> None:
        raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        back_up(workspace, folder, stop)
    assert set(folder.iterdir()) == before
    assert len(dump(workspace)["person"]) == 300


def test_a_folder_that_cannot_be_is_explained(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "tệp").touch()
    with pytest.raises(errors.CannotWrite, match="tệp"):
        back_up(workspace, tmp_path / "tệp")


def day(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


def kept(stamps: list[str]) -> set[str]:
    items = [Backup(Path(stamp), day(stamp), "Sổ") for stamp in stamps]
    gone = {item.path.name for item in superfluous(items, NOW)}
    return set(stamps) - gone


@pytest.mark.parametrize(
    ("stamps", "stay"),
    [
        ([], set()),
        # All of the last two days stay, however many.
        (
            ["2021-03-31T15:59", "2021-03-31T09:00", "2021-03-30T09:00", "2021-03-29T16:00"],
            {"2021-03-31T15:59", "2021-03-31T09:00", "2021-03-30T09:00", "2021-03-29T16:00"},
        ),
        # Before that the last of each day.
        (["2021-03-29T15:59", "2021-03-29T08:00", "2021-03-28T17:00"], {"2021-03-29T15:59", "2021-03-28T17:00"}),
        # A clock that was set back leaves backups of the future: they stay.
        (["2031-01-01T00:00", "2031-01-01T00:01"], {"2031-01-01T00:00", "2031-01-01T00:01"}),
        # The hour that is lived twice at the end of summer time is one day.
        (["2020-10-25T02:30", "2020-10-25T02:30:01"], {"2020-10-25T02:30:01"}),
    ],
    ids=["none", "two days", "daily", "clock set back", "the hour twice"],
)
def test_which_backups_stay(stamps: list[str], stay: set[str]) -> None:
    assert kept(stamps) == stay


def test_the_ladder_reaches_back_most_of_a_year() -> None:
    days = [NOW - datetime.timedelta(days=number, hours=1) for number in range(3, 400)]
    stamps = [item.isoformat() for item in days]
    stay = sorted((day(stamp) for stamp in kept(stamps)), reverse=True)
    assert stay[:12] == days[:12]
    weeks = {item.isocalendar()[:2] for item in stay}
    months = {(item.year, item.month) for item in stay}
    assert {item.isocalendar()[:2] for item in days[:60]} <= weeks
    assert len(months) == 9
    assert min(months) == (2020, 7)
    assert len(stay) <= 12 + 10 + 9


def test_a_ladder_thinned_every_day_still_reaches_back() -> None:
    """What one day's thinning keeps must be enough for the thinning of all the days after it."""
    held: list[Backup] = []
    start = datetime.datetime(2020, 1, 1, 17, 0)
    for number in range(500):
        today = start + datetime.timedelta(days=number)
        held.append(Backup(Path(str(number)), today, "Sổ"))
        gone = {item.path for item in superfluous(held, today)}
        held = [item for item in held if item.path not in gone]
    ages = sorted((start + datetime.timedelta(days=499) - item.at).days for item in held)
    assert ages[:14] == list(range(14))
    assert ages[-1] >= 7 * 30  # nine months, the present one among them
    assert max(after - before for before, after in pairwise(ages)) <= 31
    assert len(held) <= 36


def test_old_backups_are_thinned_by_the_name_in_the_folder(workspace: Workspace, tmp_path: Path) -> None:
    old = back_up(workspace, tmp_path)
    workspace.last_backup = None
    stamps = ["2020-02-03 080000", "2020-02-03 090000"]
    for stem in ("Sổ của tôi", "Sổ của trường bạn"):
        for stamp in stamps:
            shutil.copy(old, tmp_path / f"{stem} {stamp}.sothidua")
    (tmp_path / "Sổ của tôi không có ngày.sothidua").touch()
    back_up(workspace, tmp_path)
    names = {item.name for item in tmp_path.iterdir()}
    assert "Sổ của tôi 2020-02-03 080000.sothidua" not in names
    assert "Sổ của tôi 2020-02-03 090000.sothidua" in names
    assert {f"Sổ của trường bạn {stamp}.sothidua" for stamp in stamps} < names
    assert "Sổ của tôi không có ngày.sothidua" in names
