"""Lists name departments as they were on their own day: one that ended, one that carries another on."""

from pathlib import Path

import pytest

from cluster_desktop.commands.records import records
from cluster_desktop.commands.units.unit_changes import merge_units
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.unit_changes import MergerDraft
from cluster_desktop.domain.units.units import DepartmentDraft, FormerNameDraft, UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.careers.as_of import person_on
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.commands.imports.import_files import bring_in, excel, plan

HEADINGS = ("TT", "Họ và tên", "Ngày sinh", "Đơn vị", "Khoa, phòng")
OLD = "Khoa Dân vận"


@pytest.fixture
def old(workspace: Workspace) -> str:
    draft = UnitDraft(code="YENBAI", name="Trường Chính trị tỉnh Yên Bái", short_name="Yên Bái")
    return records.create(workspace, draft).uids[0]


@pytest.fixture
def department(workspace: Workspace, old: str) -> str:
    return records.create(workspace, DepartmentDraft(unit_uid=old, name=OLD)).uids[0]


def roster(folder: Path, school: str, year: int | None) -> Path:
    title = f"DANH SÁCH CÁN BỘ NĂM {year}" if year else "DANH SÁCH CÁN BỘ"
    return excel(folder / f"{year}.xlsx", (title,), HEADINGS, (1, "Lò Thị Ơn", "02/09/1976", school, OLD))


def merge(workspace: Workspace, old: str, unit: str) -> str:
    """Merge, and find the department that carries the old one on."""
    merge_units(workspace, old, MergerDraft(target_uid=unit, on=PartialDate(2025, 7, 1), reason="Nghị quyết"))
    rows = workspace.read(listing.page, Listing(kind="department"))
    return next(row.uid for row in rows if row.values["continues_uid"])


def stood(workspace: Workspace, day: str) -> object:
    (person,) = workspace.read(listing.page, Listing(kind="person"))
    then = workspace.read(person_on, person.uid, day)
    return (then["unit_uid"], then["department_uid"]) if then else None


def test_a_list_of_before_a_merger_places_people_in_the_old_department_and_lets_them_go_over(
    workspace: Workspace, unit: str, old: str, department: str, tmp_path: Path
) -> None:
    after = merge(workspace, old, unit)
    bring_in(workspace, "staff", roster(tmp_path, "Yên Bái", 2020))
    assert stood(workspace, "2020-12-31") == (old, department)
    assert stood(workspace, "2025-07-01") == (unit, after)
    assert len(workspace.read(listing.page, Listing(kind="department"))) == 2


def test_a_list_of_today_finds_the_department_that_carries_on(
    workspace: Workspace, unit: str, old: str, department: str, tmp_path: Path
) -> None:
    after = merge(workspace, old, unit)
    bring_in(workspace, "staff", roster(tmp_path, "Lào Cai", None))
    assert stood(workspace, "2026-12-01") == (unit, after)


def test_a_row_that_names_a_department_of_another_day_is_told_so(
    workspace: Workspace, unit: str, old: str, department: str, tmp_path: Path
) -> None:
    ended = DepartmentDraft(unit_uid=old, name=OLD, ended_on=PartialDate(2019, 9, 1))
    records.edit(workspace, department, ended)
    (problem,) = plan(workspace, "staff", roster(tmp_path, "Yên Bái", 2020)).problems
    assert (problem.column, problem.message) == (
        "Khoa, phòng",
        f"{OLD} đã giải thể, sáp nhập từ 01/09/2019. Hãy chọn khoa, phòng khác, hoặc sửa ngày.",
    )
    bring_in(workspace, "staff", roster(tmp_path, "Yên Bái", 2018))
    assert stood(workspace, "2018-12-31") == (old, department)
    assert stood(workspace, "2019-09-01") == (old, None)


def test_an_award_to_a_department_is_that_of_the_day(
    workspace: Workspace, unit: str, old: str, department: str, tmp_path: Path
) -> None:
    after = merge(workspace, old, unit)
    headings = ("TT", "Tập thể", "Danh hiệu", "Số quyết định", "Ngày quyết định", "Cơ quan ban hành")
    for year, whose in ((2020, department), (2026, after)):
        row = (1, OLD, "Tập thể lao động tiên tiến", f"{year}/QĐ-TCT", f"05/06/{year}", "UBND tỉnh")
        path = excel(tmp_path / f"kt{year}.xlsx", (f"KHEN THƯỞNG NĂM {year}",), headings, row)
        bring_in(workspace, "awards", path)
        awards = workspace.read(listing.page, Listing(kind="award"))
        assert {award.values["department_uid"] for award in awards if award.values["year"] == year} == {whose}


@pytest.fixture
def renamed(workspace: Workspace, old: str) -> str:
    """A department that was called OLD to the end of 2019."""
    uid = records.create(workspace, DepartmentDraft(unit_uid=old, name="Khoa Lý luận cơ sở")).uids[0]
    former = FormerNameDraft(unit_uid=old, department_uid=uid, name=OLD, valid_to=PartialDate(2019))
    records.create(workspace, former)
    return uid


@pytest.mark.parametrize("year", [2018, 2020, None])
def test_a_department_is_found_by_its_former_name(
    workspace: Workspace, old: str, renamed: str, tmp_path: Path, year: int | None
) -> None:
    bring_in(workspace, "staff", roster(tmp_path, "Yên Bái", year))
    assert stood(workspace, f"{year or 2026}-12-31") == (old, renamed)
    assert [row.uid for row in workspace.read(listing.page, Listing(kind="department"))] == [renamed]


@pytest.mark.parametrize("began_on", [None, PartialDate(2020)])
def test_a_name_that_went_to_another_department_is_that_of_the_day(
    workspace: Workspace, old: str, renamed: str, tmp_path: Path, began_on: PartialDate | None
) -> None:
    young = records.create(workspace, DepartmentDraft(unit_uid=old, name=OLD, began_on=began_on)).uids[0]
    bring_in(workspace, "staff", roster(tmp_path, "Yên Bái", 2018))
    assert stood(workspace, "2018-12-31") == (old, renamed)
    bring_in(workspace, "staff", roster(tmp_path, "Yên Bái", 2021))
    assert stood(workspace, "2021-12-31") == (old, young)


def test_a_former_name_of_a_department_is_no_name_of_its_unit(
    workspace: Workspace, old: str, renamed: str, tmp_path: Path
) -> None:
    (problem,) = plan(workspace, "staff", roster(tmp_path, OLD, 2018)).problems
    assert problem.message == f"Không có đơn vị “{OLD}” trong sổ. Hãy thêm đơn vị hoặc sửa tên cho đúng."


def test_an_award_to_a_department_finds_it_by_its_former_name(
    workspace: Workspace, old: str, renamed: str, tmp_path: Path
) -> None:
    headings = ("TT", "Tập thể", "Danh hiệu", "Số quyết định", "Ngày quyết định", "Cơ quan ban hành")
    row = (1, OLD, "Tập thể lao động tiên tiến", "9/QĐ-TCT", "05/06/2018", "UBND tỉnh")
    bring_in(workspace, "awards", excel(tmp_path / "kt.xlsx", ("KHEN THƯỞNG NĂM 2018",), headings, row), unit_uid=old)
    (award,) = workspace.read(listing.page, Listing(kind="award"))
    assert (award.values["department_uid"], award.values["unit_uid"]) == (renamed, None)
