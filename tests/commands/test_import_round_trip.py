"""What the program writes about nominations and awards it reads back without a question."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from cluster_desktop.commands import reports, tables
from cluster_desktop.commands.certificates import decision_by_number
from cluster_desktop.commands.imports.plan import ImportPlan
from cluster_desktop.domain.import_kinds import NOMINATIONS
from cluster_desktop.records.workspace import Workspace
from tests.commands.import_files import bring_in, plan, word


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of the sample workspace."""
    path = tmp_path / "mẫu.sothidua"
    shutil.copy(sample_file, path)
    opened = Workspace.open(path)
    yield opened
    opened.close()


def counts(done: ImportPlan) -> tuple[int, int, int, int]:
    return len(done.added), len(done.changed), len(done.problems), len(done.doubts)


@pytest.mark.parametrize(
    ("report", "kind"), [("short-list", "nominations"), ("submission", "nominations"), ("award-register", "awards")]
)
@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_what_was_written_comes_back_unchanged(
    sample: Workspace, tmp_path: Path, report: str, kind: str, suffix: str
) -> None:
    path = tmp_path / f"{report}.{suffix}"
    reports.write_report(sample, report, path, year=2020)
    done = plan(sample, kind, path)
    assert counts(done) == (0, 0, 0, 0)
    assert done.unchanged == done.read > 100


def test_the_list_of_a_decision_in_word_comes_back_unchanged(sample: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "qd.docx"
    reports.write_report(sample, "decision", path, decision_uid=decision_by_number(sample, "48/QĐ-TCT"))
    done = plan(sample, "awards", path)
    assert counts(done) == (0, 0, 0, 0)
    assert done.unchanged == done.read > 10


def test_mended_rows_of_a_word_list_come_in_with_its_year(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    path = word(
        tmp_path / "ds.docx",
        ("TT", "Họ và tên", "Ngày sinh", "Danh hiệu"),
        ("1", "Giàng A Páo", "31/02/1976", "LĐTT"),
        ("2", "Lò Thị Ơn", "1980", "LĐTT"),
        title="DANH SÁCH ĐỀ NGHỊ NĂM 2020",
    )
    found = tables.read_tables(workspace, NOMINATIONS, path)
    mended = tmp_path / "cần sửa.xlsx"
    tables.save_problems(found, plan(workspace, "nominations", path, new_people=True, unit_uid=unit).problems, mended)
    book = openpyxl.load_workbook(mended)
    page = book.active
    assert page is not None
    (cell,) = [cell for row in page.iter_rows() for cell in row if cell.value == "31/02/1976"]
    cell.value = "28/02/1976"
    book.save(mended)
    done = bring_in(workspace, "nominations", mended, new_people=True, unit_uid=unit)
    assert [item.title for item in done.added] == ["Giàng A Páo"]
