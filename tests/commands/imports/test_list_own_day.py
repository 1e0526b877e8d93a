"""The day of a list is read from the lines above it, the name of its sheet or file, or a column; or it is chosen."""

import datetime
import unicodedata
from pathlib import Path

import pytest

from cluster_desktop.commands.imports import tables
from cluster_desktop.commands.imports.plan import ImportPlan
from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.record_kinds.import_kinds import STAFF
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.commands.imports.import_files import Line, bring_in, excel, plan

GV, TK = "Giảng viên", "Trưởng khoa"
HEADINGS: Line = ("STT", "Họ và tên", "Ngày sinh", "Chức vụ")
ROW: Line = (1, "Lò Thị Ơn", "02/09/1976", GV)
AHEAD = "Hãy sửa ngày hoặc chọn ngày khác; điều sẽ đến thì ghi ở “Quá trình công tác” của từng người."
TODAY = datetime.date.today()


def roster(path: Path, title: str = "DANH SÁCH CÁN BỘ", *rows: Line, sheet: str = "Danh sách") -> Path:
    return excel(path, (title,), HEADINGS, *(rows or (ROW,)), sheet=sheet)


def days(workspace: Workspace) -> list[str]:
    """The days of the lines of service that lists brought."""
    return [row.shown["day"] for row in workspace.read(listing.page, Listing(kind="service"))]


def problems(done: ImportPlan) -> list[str]:
    return [problem.message for problem in done.problems]


@pytest.mark.parametrize(
    ("title", "sheet", "name", "day", "source"),
    [
        ("Tính đến 30/6/2020", "DS", "ds", "30/06/2020", "theo dòng tiêu đề"),
        ("TÍNH ĐẾN NGÀY 30 THÁNG 6 NĂM 2020", "DS", "ds", "30/06/2020", "theo dòng tiêu đề"),
        ("Thời điểm 01.01.2021", "DS 2019", "ds", "01/01/2021", "theo dòng tiêu đề"),
        ("(Có mặt đến 30–6–2020)", "DS", "ds", "30/06/2020", "theo dòng tiêu đề"),
        ("DANH SÁCH THÁNG 6/2020", "DS", "ds", "06/2020", "theo dòng tiêu đề"),
        ("DANH SÁCH NĂM 2020", "DS", "ds", "31/12/2020", "theo năm của danh sách"),
        ("DANH SÁCH NĂM 2020", "T6-2020", "ds", "06/2020", "theo tên trang tính"),
        ("DANH SÁCH NĂM 2020", "T6-2019", "ds", "31/12/2020", "theo năm của danh sách"),
        ("DANH SÁCH", "DS", "DS 30-6-2020", "30/06/2020", "theo tên tệp"),
        ("DANH SÁCH", "Tháng 6-2020", "DS 2019-01-01", "06/2020", "theo tên trang tính"),
        ("Lào Cai, ngày 05 tháng 01 năm 2020", "DS", "ds", "", ""),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_where_the_day_of_a_list_stands(
    workspace: Workspace, unit: str, tmp_path: Path, form: str, title: str, sheet: str, name: str, day: str, source: str
) -> None:
    title, name = (unicodedata.normalize(form, words) for words in (title, name))  # type: ignore[arg-type]
    path = roster(tmp_path / f"{name}.xlsx", title, sheet=sheet)
    read = tables.read_tables(workspace, STAFF, path)
    assert read.day_above(read.guesses[0]).source == source
    bring_in(workspace, "staff", path, unit_uid=unit)
    assert days(workspace) == [day or TODAY.strftime("%d/%m/%Y")]


def test_a_column_gives_each_row_its_own_day(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    headings = (*HEADINGS, "Từ ngày")
    rows = (
        (*ROW, datetime.date(2019, 3, 1)),
        (2, "Giàng A Páo", "1980", TK, "09/2020"),
        (3, "Sùng A Dế", "1981", GV, "2015"),
        (4, "Vàng Thị Dợ", "1982", GV, ""),
        (5, "Thào Mí Và", "1983", GV, "29/02/2020"),
    )
    path = excel(tmp_path / "ds.xlsx", ("Tính đến 30/6/2020",), headings, *rows)
    bring_in(workspace, "staff", path, unit_uid=unit)
    assert sorted(days(workspace)) == sorted(["01/03/2019", "09/2020", "2015", "30/06/2020", "29/02/2020"])


def test_a_day_that_is_chosen_outweighs_what_stands_above_but_no_column(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    headings = (*HEADINGS, "Từ ngày")
    rows = ((*ROW, ""), (2, "Giàng A Páo", "1980", TK, "09/2020"))
    path = excel(tmp_path / "ds.xlsx", ("Tính đến 30/6/2020",), headings, *rows)
    bring_in(workspace, "staff", path, unit_uid=unit, day=PartialDate(2018, 2, 28))
    assert sorted(days(workspace)) == ["09/2020", "28/02/2018"]


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Tính đến 30/2/2020", "Ngày của danh sách “30/2/2020” không đúng: Tháng 2 năm 2020 chỉ có 29 ngày."),
        ("Tháng 13/2020", "Ngày của danh sách “13/2020” không đúng: Không có tháng 13; tháng từ 1 đến 12."),
        (
            "Tính đến 01/01/2099",
            f"Danh sách ghi ngày 01/01/2099, là ngày chưa đến. {AHEAD}",
        ),
        (
            "Tính đến 31/12/1950",
            "Danh sách ghi ngày 31/12/1950, khi người trong bảng chưa ra đời. Hãy sửa ngày.",
        ),
    ],
)
def test_a_list_of_a_day_that_cannot_be_is_refused_in_one_sentence(
    workspace: Workspace, unit: str, tmp_path: Path, title: str, sentence: str
) -> None:
    rows = (ROW, (2, "Giàng A Páo", "1980", TK), (3, "Sùng A Dế", "1981", GV))
    done = plan(workspace, "staff", roster(tmp_path / "ds.xlsx", title, *rows), unit_uid=unit)
    assert problems(done) == [sentence]
    assert not done.ready


def test_each_row_of_a_day_that_cannot_be_is_named(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    headings = (*HEADINGS, "Từ ngày")
    rows = ((*ROW, "31/04/2020"), (2, "Giàng A Páo", "1980", TK, "31/04/2020"), (3, "Sùng A Dế", "1981", GV, "2020"))
    done = plan(workspace, "staff", excel(tmp_path / "ds.xlsx", headings, *rows), unit_uid=unit)
    assert [(problem.row, "chỉ có 30 ngày" in problem.message) for problem in done.problems] == [(2, True), (3, True)]


def test_a_list_of_this_month_or_this_year_is_of_today(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    uid = records.create(
        workspace,
        PersonDraft(full_name="Lò Thị Ơn", birth_date=PartialDate(1976, 9, 2), unit_uid=unit, position=TK),
    ).uids[0]
    today = TODAY.strftime("%d/%m/%Y")
    for title in (f"Tháng {TODAY.month}/{TODAY.year}", f"NĂM {TODAY.year}", f"Tính đến {today}"):
        path = roster(tmp_path / "ds.xlsx", title)
        done = plan(workspace, "staff", path, unit_uid=unit)
        changes = [(change.before, change.after) for item in done.changed for change in item.changes]
        assert changes == [(TK, GV)], title
    bring_in(workspace, "staff", tmp_path / "ds.xlsx", unit_uid=unit)
    assert workspace.read(listing.find, "person", uid).shown["position"] == GV
