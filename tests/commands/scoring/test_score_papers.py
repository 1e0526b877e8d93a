"""The score sheet on paper: one unit, all units, real numbers in Excel, and the minutes of the vote."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from cluster_desktop import errors
from cluster_desktop.commands.official_documents import all_documents
from cluster_desktop.commands.records import records
from cluster_desktop.commands.scoring import score_sheets
from cluster_desktop.documents.content.content import Table
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import lists
from cluster_desktop.records.queries.scoring.scoring import scored_sheet, sheet_uid
from tests.documents import paper
from tests.scoring_years import YEAR, add_cluster, example_sheet, score_everything


@pytest.fixture(scope="module")
def sample(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The sample workspace; no test here writes to it."""
    path = tmp_path_factory.mktemp("scores") / "mẫu.sothidua"
    shutil.copy(sample_file, path)
    opened = Workspace.open(path)
    yield opened
    opened.close()


def words(path: Path) -> str:
    return " ".join(paper.words(path, page) for page in range(paper.page_count(path)))


def test_the_sample_agrees_with_the_article(sample: Workspace, tmp_path: Path) -> None:
    """Lào Cai – Cờ thi đua, Hoàng Văn Thụ – Bằng khen (facts.json)."""
    all_documents.write_report(sample, "score-minutes", tmp_path / "biên bản.json", year=2020)
    told = json.loads((tmp_path / "biên bản.json").read_text("utf-8"))
    assert [unit["code"] for unit in told["units"]][:2] == ["LAOCAI", "LANGSON"]
    uids = {unit["uid"]: unit["code"] for unit in told["units"]}
    assert {uids[uid]: award for uid, award in told["awards"].items()} == {"LAOCAI": "CO_TINH", "LANGSON": "BK_TINH"}
    assert told["maximum"] == 100
    for year in (2019, 2020):
        uid = sample.read(sheet_uid, year)
        assert uid is not None
        sheet = sample.read(scored_sheet, uid)
        assert sheet is not None
        assert sheet.locked
        assert sheet.sample_note
        assert len(sheet.units) == 7


def test_all_units_stand_beside_each_other_with_totals_and_shared_ranks(sample: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "bảng điểm.pdf"
    all_documents.write_report(sample, "score-sheet", path, year=2020)
    text = words(path)
    for told in (
        "BẢNG CHẤM ĐIỂM THI ĐUA",
        "Lạng Sơn",
        "Tổng điểm",
        "5 (đồng",
        "Bảng điểm đã chốt ngày 12 tháng 11 năm 2020.",
    ):
        assert told in text
    assert "dữ liệu mẫu" in text


def test_excel_holds_numbers_that_can_be_added_up(sample: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "bảng điểm.xlsx"
    unit = sample.read(lists.unit_uid, "LANGSON")
    all_documents.write_report(sample, "score-sheet", path, year=2020, unit_uid=unit)
    sheet = openpyxl.load_workbook(path).worksheets[1]
    rows = {str(row[1].value): row for row in sheet.iter_rows() if row[1].value}
    total = rows["Tổng điểm"]
    assert total[5].value == 98.75
    groups = [row[5].value for title, row in rows.items() if row[0].value in ("I", "II", "III", "IV", "V", "VI", "VII")]
    assert sum(value or 0 for value in groups) == 98.75
    assert rows["Công tác đào tạo, bồi dưỡng"][1].font.bold


def test_json_gives_the_points_of_every_unit(sample: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "bảng điểm.json"
    all_documents.write_report(sample, "score-sheet", path, year=2020)
    told = json.loads(path.read_text("utf-8"))
    units = {unit["code"]: unit for unit in told["units"]}
    assert (units["DIENBIEN"]["rank"], units["DIENBIEN"]["tied"], units["LAICHAU"]["rank"]) == (5, 1, 5)
    tops = [line for line in told["criteria"] if line["kind"] == "NHOM"]
    for code, unit in units.items():
        assert sum(line["points"][code]["final"] or 0 for line in tops) == unit["final"]


def test_many_units_are_spread_over_several_tables(workspace: Workspace) -> None:
    schools = tuple(f"Trường {number:02d}" for number in range(18))
    score_sheets.start_example(workspace, add_cluster(workspace, schools), YEAR)
    document = all_documents.compose(workspace, "score-sheet", year=YEAR)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [len(table.columns) - 3 for table in tables] == [8, 8, 2]
    assert tables[-1].title == "Bảng 3/3"


def test_a_sheet_that_is_not_locked_says_so(workspace: Workspace, tmp_path: Path) -> None:
    score_everything(workspace, example_sheet(workspace), {})
    path = tmp_path / "bảng điểm.pdf"
    all_documents.write_report(workspace, "score-sheet", path, year=YEAR)
    assert "Bảng điểm chưa chốt" in words(path)


def test_a_unit_outside_the_cluster_has_no_sheet(workspace: Workspace) -> None:
    example_sheet(workspace)
    draft = UnitDraft(code="NGOAI", name="Trường ngoài cụm", short_name="Ngoài cụm")
    outside = records.create(workspace, draft).uids[0]
    with pytest.raises(errors.Refused, match="không có trong bảng điểm"):
        all_documents.compose(workspace, "score-sheet", year=YEAR, unit_uid=outside)
