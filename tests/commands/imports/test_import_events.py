"""Meetings read from a table are for what the table says, and where it says nothing, for what their titles say."""

from pathlib import Path

import pytest

from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.commands.imports.import_files import bring_in, excel


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
