"""Meetings read from a table are for what the table says, and where it says nothing, for what their titles say."""

from pathlib import Path

import pytest

from cluster_desktop.commands.records import records
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.commands.imports.import_files import bring_in, excel, plan


def purposes(workspace: Workspace) -> dict[str, tuple[object, object]]:
    rows = workspace.read(listing.page, Listing(kind="event"))
    return {row.title: (row.values["signs_pledge"], row.values["closes_year"]) for row in rows}


def test_titles_tell_where_there_is_no_column(workspace: Workspace, tmp_path: Path) -> None:
    held = excel(
        tmp_path / "sự kiện.xlsx",
        ["Loại sự kiện", "Tên sự kiện", "Năm"],
        ["Hội nghị", "Hội nghị ký giao ước thi đua", 2020],
        ["Hội nghị", "Hội nghị TỔNG KẾT năm", 2020],
        ["Hội nghị", "Hội nghị giao ban", 2020],
        ["Hội thảo", "Hội thảo tổng kết thực tiễn", 2020],
    )
    bring_in(workspace, "events", held)
    assert purposes(workspace) == {
        "Hội nghị ký giao ước thi đua": (True, None),
        "Hội nghị TỔNG KẾT năm": (None, True),
        "Hội nghị giao ban": (None, None),
        "Hội thảo tổng kết thực tiễn": (None, None),
    }


@pytest.mark.parametrize(("told", "stored"), [("Không", False), ("Có", True)])
def test_a_column_is_believed(workspace: Workspace, tmp_path: Path, told: str, stored: bool) -> None:
    held = excel(
        tmp_path / "sự kiện.xlsx",
        ["Loại sự kiện", "Tên sự kiện", "Năm", "Tổng kết năm"],
        ["Hội nghị", "Hội nghị tổng kết giao lưu", 2020, told],
    )
    bring_in(workspace, "events", held)
    assert purposes(workspace) == {"Hội nghị tổng kết giao lưu": (None, stored)}


@pytest.mark.parametrize(
    ("told", "units", "others"),
    [
        ("Sơn La, Lào Cai", ["Sơn La"], None),  # the host among those who help
        ("Lào Cai", [], None),
        ("Trường Chính trị tỉnh So\u031bn La và Tỉnh đoàn <b>&", ["Sơn La"], "Tỉnh đoàn <b>&"),
        ("Tỉnh đoàn ;Hội Phụ nữ", [], "Tỉnh đoàn ;Hội Phụ nữ"),
        ("; ; ,", [], "; ; ,"),
        ("Sơn La, Sơn La; SONLA", ["Sơn La"], None),
        ("Đ" * 200, [], "Đ" * 200),
    ],
)
def test_who_helps_is_read_once_however_often_a_log_is_brought_in(
    workspace: Workspace, unit: str, tmp_path: Path, told: str, units: list[str], others: str | None
) -> None:
    records.create(workspace, UnitDraft(code="SONLA", name="Trường Chính trị tỉnh Sơn La", short_name="Sơn La"))
    held = excel(
        tmp_path / "sự kiện.xlsx",
        ["Loại sự kiện", "Tên sự kiện", "Năm", "Đơn vị đăng cai", "Đơn vị phối hợp"],
        ["Hội thảo", "Hội thảo chuyển đổi số", 2020, "Lào Cai", told],
    )
    bring_in(workspace, "events", held)  # which looks that a second time changes nothing
    helping = [row.shown["unit_uid"] for row in workspace.read(listing.page, Listing(kind="co_host"))]
    (event,) = workspace.read(listing.page, Listing(kind="event"))
    assert (helping, event.values["co_hosts"]) == (units, others)


def test_the_first_words_of_a_title_tell_the_kind(workspace: Workspace, tmp_path: Path) -> None:
    """A table without a column for kinds comes in; what no title tells is asked for, and nothing breaks down."""
    lines = (
        ("Tên hoạt động", "Năm", "Kinh phí (triệu đồng)"),
        ("Hội nghị giao ước thi đua", 2020, "45,5"),
        ("HỘI THẢO KHOA HỌC về chuyển đổi số", 2020, 120),
        ("Thăm, tặng quà gia đình chính sách", 2020, "12.500.000đ"),
        ("Hội thi nấu ăn", 2020, 7_000_000),  # as somebody mends the cell who sees it in đồng
    )
    done = bring_in(workspace, "events", excel(tmp_path / "nhật ký.xlsx", *lines))
    assert [note.rsplit(": ", 1)[1] for note in done.notes] == [
        f"bảng không ghi loại sự kiện, lấy “{kind}” theo tên."
        for kind in ("Hội nghị", "Hội thảo khoa học", "Thiện nguyện", "Hội thi")
    ]
    rows = workspace.read(listing.page, Listing(kind="event"))
    assert {row.title: (row.values["kind"], row.values["cost_spent"]) for row in rows} == {
        "Hội nghị giao ước thi đua": ("HOI_NGHI", 45_500_000),
        "HỘI THẢO KHOA HỌC về chuyển đổi số": ("HOI_THAO", 120_000_000),
        "Thăm, tặng quà gia đình chính sách": ("THIEN_NGUYEN", 12_500_000),
        "Hội thi nấu ăn": ("HOI_THI", 7_000_000),
    }
    unsaid = excel(tmp_path / "khác.xlsx", ["Tên hoạt động", "Năm"], ["Hội nghịch", 2020], ["Về nguồn", 2020])
    asked = plan(workspace, "events", unsaid)
    assert [(each.row, each.message) for each in asked.problems] == [
        (2, "Chưa điền loại sự kiện."),
        (3, "Chưa điền loại sự kiện."),
    ]
