"""A workspace file is made, opened, closed and held; what is written in it is there the next time."""

import os
import sqlite3
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file import schema
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import Rating, Unit
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.records.every_kind import one_of_each
from tests.records.other_process import opened_elsewhere, opens_elsewhere

LAO_CAI = UnitDraft(code="LAOCAI", name="Trường Chính trị tỉnh Lào Cai", short_name="Lào Cai")


def unit_names(workspace: Workspace) -> list[str]:
    return [row.title for row in workspace.read(listing.page, Listing(kind="unit"))]


@pytest.mark.parametrize(
    "name",
    [
        "sổ.sothidua",
        "Sổ thi đua năm 2020 – Cụm miền núi.sothidua",
        "100% xong #1?.sothidua",
        "%41%20.sothidua",
        'dấu ‘nháy’ & "kép".sothidua',
        unicodedata.normalize("NFD", "Điện Biên Hoà Bình.sothidua"),
    ],
)
def test_a_file_of_any_name_keeps_what_was_written(tmp_path: Path, name: str) -> None:
    if os.name == "nt" and set(name) & set('?"'):
        pytest.skip("Windows has no such names")
    path = tmp_path / "thư mục của tôi 50%" / name
    path.parent.mkdir()
    first = Workspace.create(path)
    records.create(first, LAO_CAI)
    first.close()
    again = Workspace.open(path)
    assert unit_names(again) == ["Trường Chính trị tỉnh Lào Cai"]
    assert again.uid == first.uid
    again.close()
    assert [item.name for item in path.parent.iterdir()] == [name]


def test_a_closed_workspace_is_one_file_that_can_be_copied(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    workspace.close()
    workspace.close()
    copy = tmp_path / "bản chép.sothidua"
    copy.write_bytes(workspace.path.read_bytes())
    opened = Workspace.open(copy)
    assert unit_names(opened) == ["Trường Chính trị tỉnh Lào Cai"]
    opened.close()


def test_an_existing_file_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "thư.txt"
    path.write_text("thư gửi mẹ", encoding="utf-8")
    with pytest.raises(errors.CannotWrite, match="thư.txt"):
        Workspace.create(path)
    assert path.read_text(encoding="utf-8") == "thư gửi mẹ"


@pytest.mark.parametrize("place", ["không có thư mục này/sổ.sothidua", f"{'Điều ' * 60}.sothidua"])
def test_a_place_that_cannot_be_leaves_nothing_behind(tmp_path: Path, place: str) -> None:
    with pytest.raises(errors.UserError, match="sothidua"):
        Workspace.create(tmp_path / place)
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_marked_as_ours_and_keeps_its_promises(workspace: Workspace) -> None:
    with workspace.alone() as raw:
        told = {
            name: raw.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "foreign_keys", "synchronous", "journal_mode")
        }
    assert told == {
        "application_id": int.from_bytes(b"STD1", "big"),
        "user_version": schema.newest(),
        "foreign_keys": 1,
        "synchronous": 2,
        "journal_mode": "delete",
    }


def test_a_link_to_nothing_is_refused_and_the_work_goes_on(workspace: Workspace, unit: str) -> None:
    def point_nowhere() -> None:
        with workspace.changing("Thử") as session:
            records.add(session, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit))
            session.add(Rating(person_uid="nowhere", year=2020, quality="HTTNV"))

    with pytest.raises(errors.Refused, match="không còn trong sổ"):
        point_nowhere()
    assert workspace.read(listing.count, Listing(kind="person")) == 0
    records.create(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit))
    assert workspace.read(listing.count, Listing(kind="person")) == 1


def test_a_second_program_is_told_who_holds_the_file(workspace: Workspace) -> None:
    path = workspace.path
    workspace.close()
    with opened_elsewhere(path), pytest.raises(errors.WorkspaceLocked) as refused:
        Workspace.open(path)
    assert "Sổ của tôi.sothidua" in refused.value.sentence
    assert "đang được mở" in refused.value.sentence
    opened = Workspace.open(path)
    records.create(opened, LAO_CAI)
    opened.close()


def test_opening_a_file_twice_is_refused_and_it_stays_locked(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(errors.WorkspaceLocked, match="đang được mở"):
        Workspace.open(tmp_path / ".." / tmp_path.name / workspace.path.name)
    assert opens_elsewhere(workspace.path) == "WorkspaceLocked"


def test_a_failing_block_writes_nothing(workspace: Workspace, unit: str) -> None:
    def stop_halfway() -> None:
        with workspace.changing("Nhập danh sách") as session:
            for name in ("Lò Thị Ơn", "Sùng A Páo"):
                records.add(session, PersonDraft(full_name=name, unit_uid=unit))
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        stop_halfway()
    assert workspace.read(listing.count, Listing(kind="person")) == 0
    with workspace.alone() as raw:
        assert raw.execute("SELECT count(*) FROM act WHERE label = 'Nhập danh sách'").fetchone() == (0,)


def test_writing_is_refused_while_reading(workspace: Workspace, unit: str) -> None:
    def write() -> None:
        with workspace.reading() as session:
            session.get_one(Unit, unit).name = "Tên khác"
            session.flush()

    with pytest.raises(RuntimeError, match="outside"):
        write()
    assert unit_names(workspace) == ["Trường Chính trị tỉnh Lào Cai"]


def test_one_act_inside_another_is_refused_and_loses_nothing(workspace: Workspace, unit: str) -> None:
    with workspace.changing("Sửa đơn vị") as session:
        session.get_one(Unit, unit).province = "Lào Cai"
        session.flush()
        with pytest.raises(RuntimeError, match="open already"):
            workspace.read(listing.count, Listing(kind="unit"))
    assert workspace.read(listing.find, "unit", unit).values["province"] == "Lào Cai"


def test_threads_take_turns(workspace: Workspace, unit: str) -> None:
    def enter(number: int) -> None:
        records.create(workspace, PersonDraft(full_name=f"Người thứ {number}", unit_uid=unit))
        workspace.read(listing.page, Listing(kind="person"))

    with ThreadPoolExecutor(max_workers=4) as pool:
        list(pool.map(enter, range(24)))
    assert workspace.read(listing.count, Listing(kind="person")) == 24
    assert not workspace.busy


def test_a_workspace_says_when_another_thread_works_on_it(workspace: Workspace) -> None:
    assert not workspace.busy
    with ThreadPoolExecutor(max_workers=1) as pool, workspace.reading():
        assert pool.submit(getattr, workspace, "busy").result()
    assert not workspace.busy


def test_every_text_in_the_file_is_composed(workspace: Workspace) -> None:
    uids = one_of_each(workspace, decomposed=True)
    assert set(uids) == set(KINDS)
    decomposed = []
    with workspace.alone() as raw:
        raw.row_factory = sqlite3.Row
        tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in raw.execute(f'SELECT * FROM "{table}"'):
                decomposed += [
                    f"{table}.{key}: {value}"
                    for key in row.keys()  # noqa: SIM118 a Row iterates over its values
                    if isinstance(value := row[key], str) and not unicodedata.is_normalized("NFC", value)
                ]
        raw.row_factory = None
    assert len(tables) > len(KINDS)
    assert decomposed == []
    assert check(workspace).problems == ()
