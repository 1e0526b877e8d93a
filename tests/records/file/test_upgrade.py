"""An older file is brought up to date on a copy; whatever fails, the old file is still there as it was."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from cluster_desktop import errors
from cluster_desktop.commands.records import attachments, records, undo
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import Base
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.lists.history import history
from cluster_desktop.records.queries.units.office import office
from cluster_desktop.records.rows import Listing
from tests.new_migration import not_ours
from tests.records.contents import wrong_keys
from tests.records.keep_file import CLERK, RELEASED, kept_file
from tests.records.older_file import make_older_file


def test_migrated_tables_are_the_mapped_tables(empty_file: Path) -> None:
    engine = create_engine(f"sqlite:///{empty_file}")
    with engine.connect() as link:
        context = MigrationContext.configure(link, opts={"include_object": not_ours, "compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


@pytest.mark.parametrize("revision", ["0005", "0006", "0008"])
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


def test_people_and_units_of_an_older_file_are_found_as_those_of_today(tmp_path: Path) -> None:
    path = tmp_path / "Sổ.sothidua"
    make_older_file(path, "0008")
    raw = sqlite3.connect(path)
    raw.execute("UPDATE unit SET name = 'Trường H''Mông tỉnh Sơn La'")
    raw.execute(
        "INSERT INTO person (uid, full_name, unit_uid, status, sort_key, search_key, marked_key, deleted_at) "
        "VALUES ('p-1', 'Lí Thị Mĩ', 's-1', 'DANG_CONG_TAC', '', 'li thi mi', 'lí thị mĩ', NULL), "
        "('p-2', 'Lí Thị Bỏ', 's-1', 'DANG_CONG_TAC', '', 'li thi bo', 'lí thị bỏ', '2025-01-01T00:00:00')"
    )
    raw.commit()
    raw.close()
    opened = Workspace.open(path)
    for kind, typed, titles in (
        ("person", "lý", ["Lí Thị Mĩ"]),
        ("person", "mỹ", ["Lí Thị Mĩ"]),
        ("unit", "hmong", ["Trường H'Mông tỉnh Sơn La"]),
    ):
        assert [row.title for row in opened.read(listing.page, Listing(kind=kind, search=typed))] == titles
    trashed = opened.read(listing.page, Listing(kind="person", search="lý thị", trashed=True))
    assert [row.title for row in trashed] == ["Lí Thị Bỏ"]
    assert check(opened).ok
    opened.close()


def test_every_upgrade_keeps_its_own_old_file(tmp_path: Path) -> None:
    path = tmp_path / "Sổ.sothidua"
    for revision in ("0005", "0008"):
        path.unlink(missing_ok=True)
        make_older_file(path, revision)
        Workspace.open(path).close()
    names = {item.name for item in tmp_path.iterdir()}
    assert {f"Sổ (trước khi nâng cấp từ bản {number}).sothidua" for number in (5, 8)} < names


def test_another_old_file_of_the_same_name_is_kept_too(tmp_path: Path) -> None:
    path = tmp_path / "Sổ.sothidua"
    contents = set()
    for page_size in (4096, 8192):
        path.unlink(missing_ok=True)
        make_older_file(path, "0005")
        raw = sqlite3.connect(path)
        raw.execute(f"PRAGMA page_size = {page_size}")
        raw.execute("VACUUM")
        raw.close()
        contents.add(path.read_bytes())
        Workspace.open(path).close()
    assert {item.read_bytes() for item in tmp_path.glob("*nâng cấp*")} == contents


def test_a_failing_migration_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "Sổ.sothidua"
    make_older_file(path, "0005")
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE score (somebody_elses TEXT)")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(errors.WorkspaceDamaged, match="Không nâng cấp được “Sổ.sothidua”"):
        Workspace.open(path)
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == [path.name]


def test_an_old_file_with_broken_links_is_not_upgraded(tmp_path: Path) -> None:
    path = tmp_path / "Sổ.sothidua"
    make_older_file(path, "0005")
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


@pytest.fixture(params=RELEASED)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    """A workspace that was written by an earlier program, of every schema that was ever released."""
    path = tmp_path / "cũ.sothidua"
    shutil.copy(kept_file(request.param), path)
    opened = Workspace.open(path)
    yield opened
    opened.close()


def test_a_kept_file_is_sound_and_goes_on_being_written(kept: Workspace) -> None:
    assert check(kept).problems == ()
    assert wrong_keys(kept) == []
    (unit,) = kept.read(listing.page, Listing(kind="unit"))
    records.create(kept, PersonDraft(full_name="Đặng Văn Hoà", unit_uid=unit.uid))
    assert [row.title for row in kept.read(listing.page, Listing(kind="person", search="dang hoa"))] == ["Đặng Văn Hoà"]


# What a clerk of that time had entered: the title of the one record of each kind, and words from its form.
ENTERED = {
    "cluster": ("Cụm thi đua các trường chính trị miền núi phía Bắc", {"kind": "Cụm thi đua"}),
    "unit": ("Trường Chính trị tỉnh Lào Cai", {"code": "TCT-LC", "headcount": "1"}),
    "former_name": ("Trường Đảng", {"unit_uid": "Lào Cai", "valid_to": "31/12/2008"}),
    "department": ("Khoa Xây dựng Đảng", {"unit_uid": "Lào Cai", "position": "2"}),
    "membership": ("Lào Cai – 2020", {"role": "Thành viên", "hosts": "Có"}),
    "movement": ("Dạy tốt, học tốt", {"from_year": "2018", "to_year": "2020"}),
    "person": (
        "Hoàng Thị Thuý Điều",
        {"birth_date": "02/09/1976", "department_uid": "Khoa Xây dựng Đảng", "identity_number": "010176000123"},
    ),
    "rating": ("Hoàng Thị Thuý Điều – 2020", {"quality": "Hoàn thành tốt nhiệm vụ"}),
    "initiative": ("Đổi mới giảng dạy", {"person_uid": "Hoàng Thị Thuý Điều", "level": "Cấp cơ sở"}),
    "discipline": ("Khiển trách – 03/2019", {"ended_on": "03/2020"}),
    "round": ("Tổng kết năm 2020", {"movement_uid": "Dạy tốt, học tốt"}),
    "nomination": ("Hoàng Thị Thuý Điều – Giấy khen", {"year": "2020", "votes_for": "9"}),
    "decision": ("48/QĐ-TCT", {"recipients": "1", "decided_on": "05/01/2021"}),
    "award": ("Hoàng Thị Thuý Điều – Giấy khen", {"decision_uid": "48/QĐ-TCT", "ordinal": "1", "printed": "1"}),
    "event": ("Thăm, tặng quà học sinh nghèo", {"kind": "Thiện nguyện", "starts_on": "11/2019", "papers": "1"}),
    "paper": ("Bàn về đạo đức công vụ", {"person_uid": "Hoàng Thị Thuý Điều"}),
    "result": ("Bóng chuyền hơi", {"prize": "Giải Nhất"}),
    "gift": ("Chăn ấm", {"unit_value": "350.000", "amount": "7.000.000"}),
    "participant": ("Lào Cai", {"people": "12"}),
    "attachment": ("Lễ trao quà", {"file_name": "ảnh.png"}),
}


# What the forms of schema 8 could hold besides.
SINCE_8 = {
    "unit_rating": ("Lào Cai – 2020", {"quality": "Hoàn thành xuất sắc nhiệm vụ"}),
    "milestone": ("Ký giao ước", {"stage": "Ký giao ước", "due_on": "01/03/2020"}),
    "pledge_target": ("100 % giảng viên dự giờ", {"movement_uid": "Dạy tốt, học tốt"}),
    "registration": ("Hoàng Thị Thuý Điều – Chiến sĩ thi đua cơ sở", {"recipient_unit": "Lào Cai"}),
    "handover_item": ("Bàn giao con dấu", {"done": "Có"}),
    "initiative_use": ("Đổi mới giảng dạy", {}),
    "dossier_item": ("Xác nhận của địa phương", {"state": "Còn thiếu"}),
    "council_session": ("Họp xét cuối năm", {"unit_uid": "Lào Cai"}),
    "council_member": ("Lù Văn Páo", {"role": "Ủy viên"}),
    "attendee": ("Hoàng Thị Thuý Điều", {}),
    "expense": ("Xe đưa đón", {"planned": "4.000.000", "spent": "3.800.000"}),
    "score_sheet": ("Bảng điểm năm 2020", {"state": "Đang soạn tiêu chí"}),
    "criterion": ("Đào tạo, bồi dưỡng", {"maximum": "40"}),
    "score": ("Đào tạo, bồi dưỡng – Lào Cai", {"self_points": "39,5", "cross_points": "38,75"}),
    "recommendation": ("Lào Cai – Cờ thi đua của Bộ, ban, ngành, tỉnh", {"votes_for": "6"}),
}


def test_everything_that_was_entered_is_in_place(kept: Workspace) -> None:
    of_its_time = SINCE_8 if kept.read(listing.count, Listing(kind="score_sheet")) else {}
    for kind, (title, words) in (ENTERED | of_its_time).items():
        (row,) = kept.read(listing.page, Listing(kind=kind))
        assert (kind, row.title) == (kind, title)
        assert {key: row.shown[key] for key in words} == words
    (photo,) = kept.read(listing.page, Listing(kind="attachment"))
    assert attachments.contents(kept, str(photo.values["sha256"])) == b"bytes of a photo"
    assert kept.read(office).clerk == CLERK


def test_history_trash_and_undo_of_a_kept_file_go_on(kept: Workspace) -> None:
    (person,) = kept.read(listing.page, Listing(kind="person"))
    first = kept.read(history, person.uid)[-1]
    assert (first.who, first.act) == (CLERK, "Thêm cán bộ “Hoàng Thị Thuý Điều”")
    (gone,) = kept.read(listing.page, Listing(kind="person", trashed=True))
    # What people are follows from dated lines since, so the acts of before stand as they are.
    assert (undo.undo_label(kept), undo.redo_label(kept)) == (None, None)
    records.restore(kept, "person", [gone.uid])
    names = [row.title for row in kept.read(listing.page, Listing(kind="person"))]
    assert names == ["Hoàng Thị Thuý Điều", gone.title]
    undo.undo(kept)
    assert kept.read(listing.count, Listing(kind="person")) == 1
    assert undo.undo_label(kept) is None
    assert check(kept).problems == ()
