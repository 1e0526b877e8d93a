"""Rows that failed come back as Excel, to be mended there and imported from that very file."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cluster_desktop import errors
from cluster_desktop.exchange.tables.problem_workbook import PROBLEM_HEADING, write_problem_workbook
from cluster_desktop.exchange.tables.tables import TableGuess
from tests.exchange.reading import Seen, excel, see, see_all


@dataclass(frozen=True)
class Wrong:
    """A problem as an import tells it."""

    sheet: str
    row: int
    column: str
    message: str


def fill(page: Any, day: Any) -> None:
    page.write(0, 0, "TRƯỜNG CHÍNH TRỊ TỈNH LÀO CAI")
    for column, text in ((0, "STT"), (1, "Họ và tên"), (2, "Ngày sinh")):
        page.merge_range(2, column, 3, column, text)
    page.merge_range(2, 3, 2, 4, "Giới tính")
    page.write_row(3, 3, ("Nam", "Nữ"))
    page.merge_range(2, 5, 3, 5, "Số CCCD")
    page.write_row(4, 0, ("I", "Ban Giám hiệu"))
    page.write_row(5, 0, (1, "Hà Văn Thi", None, "x", None, "010085012345"))
    page.write_row(6, 0, ("II", "Khoa Xây dựng Đảng"))
    page.write_row(7, 0, (1, "Lò Thị Mai", None, "x", "x", "=1+1"))
    page.write_string(7, 5, "=1+1")
    page.write_datetime(7, 2, date(1980, 2, 1), day)
    page.write_row(8, 0, (2, "Và A Di", "31/02/1990", "x"))
    page.write_row(9, 0, (None, "Tổng cộng: 3"))


PROBLEMS = (
    Wrong("Sheet1", 8, "Giới tính", "Hai dấu."),
    Wrong("Sheet1", 8, "Số CCCD", "Không phải số."),
    Wrong("Sheet1", 9, "Ngày sinh", "Không có ngày này."),
)


def test_the_book_holds_the_rows_to_mend_and_why(tmp_path: Path) -> None:
    seen = see(excel(tmp_path / "gốc.xlsx", fill))
    target = tmp_path / "lỗi.xlsx"
    write_problem_workbook(target, [(seen.sheet, seen.guess)], PROBLEMS)
    page = openpyxl.load_workbook(target)["Sheet1"]
    assert page["A1"].value == "TRƯỜNG CHÍNH TRỊ TỈNH LÀO CAI"
    assert page["G3"].value == PROBLEM_HEADING
    assert [cell.value for cell in page["B"][4:]] == ["Khoa Xây dựng Đảng", "Lò Thị Mai", "Và A Di"]
    assert page["G6"].value == "Giới tính: Hai dấu.\nSố CCCD: Không phải số."
    assert page["C6"].is_date
    assert page["F6"].value == "=1+1"
    assert page["F6"].data_type == "s"


def test_the_mended_file_is_read_like_the_first_one(tmp_path: Path) -> None:
    seen = see(excel(tmp_path / "gốc.xlsx", fill))
    target = tmp_path / "lỗi.xlsx"
    write_problem_workbook(target, [(seen.sheet, seen.guess)], PROBLEMS)
    book = openpyxl.load_workbook(target)
    page = book["Sheet1"]
    page["D6"], page["F6"], page["C7"] = None, "010085012346", "28/02/1990"
    book.save(target)
    again = see(target)
    assert again.guess.uses == seen.guess.uses
    assert again.column("full_name") == ["Lò Thị Mai", "Và A Di"]
    assert again.shown("birth_date") == ["01/02/1980", "28/02/1990"]
    assert again.values("gender") == ["NU", "NAM"]
    assert again.column("department_uid") == ["Khoa Xây dựng Đảng"] * 2
    assert all(row.problems == () for row in again.rows)


def test_a_book_that_failed_twice_has_one_column_of_problems(tmp_path: Path) -> None:
    seen = see(excel(tmp_path / "gốc.xlsx", fill))
    target = tmp_path / "lỗi.xlsx"
    write_problem_workbook(target, [(seen.sheet, seen.guess)], PROBLEMS)
    again = see(target)
    write_problem_workbook(target, [(again.sheet, again.guess)], [Wrong("Sheet1", 6, "", "Vẫn sai.")])
    last = openpyxl.load_workbook(target)["Sheet1"]
    assert [cell.value for cell in last[3] if cell.value == PROBLEM_HEADING] == [PROBLEM_HEADING]
    assert last["G6"].value == "Vẫn sai."


def test_several_sheets_keep_their_names(tmp_path: Path) -> None:
    tables: list[Seen] = []
    for unit in ("Lào Cai", "Sơn La"):
        tables += see_all(excel(tmp_path / f"{unit}.xlsx", fill, sheet=unit))
    target = tmp_path / "lỗi.xlsx"
    pairs = [(seen.sheet, seen.guess) for seen in tables]
    write_problem_workbook(target, pairs, [Wrong("Sơn La", 8, "", "Sai."), Wrong("Lào Cai", 9, "", "Sai.")])
    assert openpyxl.load_workbook(target).sheetnames == ["Lào Cai", "Sơn La"]


@pytest.fixture
def guessed(tmp_path: Path) -> tuple[Seen, TableGuess]:
    seen = see(excel(tmp_path / "gốc.xlsx", fill))
    return seen, seen.guess


def test_a_target_that_cannot_be_written_is_left_alone(tmp_path: Path, guessed: tuple[Seen, TableGuess]) -> None:
    seen, guess = guessed
    with pytest.raises(errors.UserError):
        write_problem_workbook(tmp_path / "không có" / "lỗi.xlsx", [(seen.sheet, guess)], PROBLEMS)
    folder = tmp_path / "thư mục.xlsx"
    folder.mkdir()
    with pytest.raises(errors.UserError):
        write_problem_workbook(folder, [(seen.sheet, guess)], PROBLEMS)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gốc.xlsx", "thư mục.xlsx"]
