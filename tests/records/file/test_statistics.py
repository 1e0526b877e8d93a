"""A large book is measured when it is opened, so that SQLite finds the short ways."""

from pathlib import Path

import pytest

from cluster_desktop.commands.records import records
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file import statistics
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import lists


def test_a_large_book_is_measured_when_it_is_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "lớn.sothidua"
    workspace = Workspace.create(path)
    records.create(workspace, UnitDraft(code="LAOCAI", name="Trường Chính trị Lào Cai", short_name="Lào Cai"))
    workspace.close()
    monkeypatch.setattr(statistics, "LARGE", 0)
    for _time in ("first", "again"):
        workspace = Workspace.open(path)
        measured = workspace.raw.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'unit'").fetchall()
        assert measured
        assert all(line.startswith("1 ") for (line,) in measured)
        assert [unit["code"] for unit in workspace.read(lists.rows, "units")] == ["LAOCAI"]
        workspace.close()
