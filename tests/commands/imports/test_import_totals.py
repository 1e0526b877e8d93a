"""Whatever stands in a table is accounted for: it comes in, is there already, is wrong, or is told as left out."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cluster_desktop.commands.imports import importing, tables
from cluster_desktop.commands.imports.plan import ImportPlan
from cluster_desktop.domain.record_kinds.import_kinds import STAFF
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.commands.imports.import_files import bring_in, excel, plan

NAMES = ("Giàng A Páo", "Lò Thị Ơn", "GIÀNG A PÁO", "Nguyễn Văn Hiệp", "", None, "Cộng", "Tổng cộng: 3", "K", "x" * 250)
BIRTHS = ("02/09/1976", "1980", "31/02/1976", "hôm qua", None, 1976, "9/1976")
UNITS = ("Lào Cai", "LAOCAI", "Trường nào đó", None)
NOTES = (None, "ghi chú", "#N/A", "-", "<b>&\"'")
Line = tuple[object, ...]
LINES = st.lists(
    st.tuples(
        st.sampled_from((1, 2, "1", None, "I", "Ký tên")),
        st.sampled_from(NAMES),
        st.sampled_from(BIRTHS),
        st.sampled_from(UNITS),
        st.sampled_from(NOTES),
    ),
    min_size=1,
    max_size=12,
)
HEADING = ("STT", "Họ và tên", "Ngày sinh", "Đơn vị", "Chiều cao")


def adds_up(done: ImportPlan) -> bool:
    return done.read == len(done.added) + len(done.changed) + done.unchanged + len(done.open_rows) + len(done.skipped)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINES)
@example([(1, "Giàng A Páo", "02/09/1976", "Lào Cai", None), (2, "Giàng A Páo", "02/09/1976", "Lào Cai", None)])
@example([(1, "Giàng A Páo", "31/02/1976", None, None), (None, None, None, None, "Ký tên"), (2, "K", "1980", "x", "")])
@example([(None, "Cộng", None, None, None), (None, None, None, "Lào Cai", None), ("I", None, None, None, None)])
def test_every_row_of_a_table_is_accounted_for_once(
    workspace: Workspace, unit: str, tmp_path: Path, lines: list[Line]
) -> None:
    lines = [(1, "Sùng A Dế", "1990", "Lào Cai", None), *lines]  # a table of nobody is refused
    filled = [number for number, line in enumerate(lines, start=2) if any(cell not in (None, "") for cell in line)]
    path = excel(tmp_path / "bảng.xlsx", HEADING, *lines)
    read = tables.read_tables(workspace, STAFF, path)
    done = importing.plan_file(workspace, read)
    groups = {section.row + 1 for guess in read.guesses for section in guess.sections}
    came = [each.row for each in (*done.added, *done.changed)]
    told = [*came, *(each.row for each in done.skipped), *(row for _sheet, row in done.open_rows)]
    assert adds_up(done)
    assert (sorted(told), done.unchanged) == ([row for row in filled if row not in groups], 0)


def test_good_rows_come_in_alone_and_the_rest_by_its_own_book(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    lines = [(number, f"Giàng A Páo {chr(64 + number)}", "1976", "Lào Cai") for number in range(1, 11)]
    lines[3] = (4, "Lò Thị Ơn", "31/02/1976", "Lào Cai")
    lines[7] = (8, "Sùng A Dế", "1980", "Trường nào đó")
    path = excel(tmp_path / "ds.xlsx", HEADING, *lines)
    read = tables.read_tables(workspace, STAFF, path)
    done = importing.plan_file(workspace, read)
    assert (len(done.added), len(done.open_rows), done.read) == (8, 2, 10)
    importing.import_table(workspace, done.good(), path.name)
    assert workspace.read(listing.count, Listing(kind="person")) == 8
    book = tmp_path / "cần sửa.xlsx"
    tables.save_rest(read, done, book)
    rest = plan(workspace, "staff", book)
    assert [(each.row, each.column) for each in rest.problems] == [(2, "Ngày sinh"), (3, "Đơn vị")]
    assert rest.read == 2


def test_a_row_with_two_awards_of_which_one_is_wrong_gives_none(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    lines = (
        ("Họ và tên", "Danh hiệu", "Số quyết định", "Ngày quyết định"),
        ("Giàng A Páo", "LĐTT, CSTĐCS", "48/QĐ-TCT", "05/01/2021"),
        ("Lò Thị Ơn", "LĐTT", "48/QĐ-TCT", "05/01/2021"),
        ("Giàng A Páo", "CSTĐCS", "48/QĐ-TCT", "05/01/2021"),
    )
    done = plan(workspace, "awards", excel(tmp_path / "ds.xlsx", *lines), unit_uid=unit, new_people=True, year=2020)
    assert [each.row for each in done.problems] == [4]
    assert [(each.row, each.title) for each in done.added] == [(2, "Giàng A Páo"), (2, "Giàng A Páo"), (3, "Lò Thị Ơn")]
    assert (done.read, done.new("person")) == (4, 2)


def test_new_people_of_rows_that_stay_out_are_not_written(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    lines = (("Họ và tên", "Năm", "Xếp loại"), ("Giàng A Páo", 2020, "xuất xắc lắm"), ("Lò Thị Ơn", 2020, "HTTNV"))
    done = plan(workspace, "ratings", excel(tmp_path / "ds.xlsx", *lines), unit_uid=unit, new_people=True)
    assert ([each.row for each in done.problems], done.new("person")) == ([2], 1)


def test_rows_left_out_say_why(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    lines = (
        HEADING[:3],
        (1, "Giàng A Páo", "1976"),
        (2, "Lò Thị Ơn", "1980"),
        (None, "Tổng cộng: 2 người", None),
    )
    path = excel(tmp_path / "ds.xlsx", *lines)
    key = ("Danh sách", 3)
    done = plan(workspace, "staff", path, unit_uid=unit, answers={key: "out"})
    assert {each.row: each.message for each in done.skipped} == {3: "đã chọn để lại", 4: "dòng tổng cộng"}
    assert (done.read, len(done.added), done.left_out) == (3, 1, 1)


def test_columns_that_nobody_uses_and_sheets_of_other_things_are_told(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    path = excel(tmp_path / "ds.xlsx", HEADING, (1, "Giàng A Páo", "1976", "Lào Cai", "cao 1m65"))
    done = bring_in(workspace, "staff", path)
    assert [(each.row, each.column) for each in done.remarks] == [(1, "Chiều cao")]


@pytest.mark.parametrize("lines", [(HEADING,), (("DANH SÁCH CÁN BỘ",), HEADING)])
def test_a_heading_alone_is_told(workspace: Workspace, tmp_path: Path, lines: tuple[Line, ...]) -> None:
    with pytest.raises(Exception, match="chỉ có tiêu đề, bên dưới chưa có dòng nào"):
        plan(workspace, "staff", excel(tmp_path / "ds.xlsx", *lines))


def test_a_row_without_a_name_is_no_part_of_the_heading(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    lines = (HEADING, (None, None, "02/09/1976", "Lào Cai", None), (1, "Giàng A Páo", "1976", "Lào Cai", None))
    done = plan(workspace, "staff", excel(tmp_path / "ds.xlsx", *lines))
    assert ([each.row for each in done.problems], [each.row for each in done.added]) == ([2], [3])
