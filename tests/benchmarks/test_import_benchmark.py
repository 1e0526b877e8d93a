"""Reading a roster of 10,000 x 20 into texts, against calamine reading the same file and doing nothing.

Reading begins with the start of the process that does it, as for the first file of a day.
"""

import gc
import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
import python_calamine as calamine
import xlsxwriter

from cluster_desktop.domain.fields.fields import fields_of
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.exchange.tables.raw_rows import RawRow, read_rows
from cluster_desktop.exchange.tables.spreadsheets import end_reading, read_workbook
from cluster_desktop.exchange.tables.tables import find_tables

ROWS = 10_000
HEADINGS = (
    *("STT", "Họ và tên", "Ngày sinh", "Nam", "Nữ", "Dân tộc", "Tôn giáo", "Đơn vị", "Khoa, phòng", "Chức vụ"),
    *("Ngạch", "Trình độ chuyên môn", "Chuyên ngành", "Lý luận chính trị", "Ngày vào Đảng", "Quê quán"),
    *("Số CCCD", "Điện thoại", "Thư điện tử", "Ghi chú"),
)


@pytest.fixture(scope="module")
def roster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("roster") / "cán bộ.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Danh sách")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        page.write_row(2, 0, HEADINGS)
        for number in range(ROWS):
            born = date(1965, 1, 1) + timedelta(days=number)
            woman = number % 2 == 0
            page.write_row(
                3 + number,
                0,
                (number + 1, f"Nguyễn Thị Nhân {number}", None, None if woman else "x", "x" if woman else None),
            )
            page.write_datetime(3 + number, 2, born, day)
            page.write_row(
                3 + number,
                5,
                ("Tày", "Không", "Lào Cai", "Khoa Xây dựng Đảng", "Giảng viên", "Giảng viên (hạng III)"),
            )
            page.write_row(3 + number, 11, ("Thạc sĩ", "Triết học", "Cao cấp"))
            page.write_datetime(3 + number, 14, born + timedelta(days=9000), day)
            page.write_row(
                3 + number,
                15,
                ("xã Sa Pả", f"{10085000000 + number:012d}", f"09{number:08d}", f"a{number}@lc.vn", "ghi chú"),
            )
    return path


def _ours(path: Path) -> tuple[RawRow, ...]:
    end_reading()
    fields = fields_of(PersonDraft)
    sheets = read_workbook(path)
    return read_rows(sheets[0], find_tables(sheets, fields)[0], fields)


def _calamine(path: Path) -> int:
    with calamine.CalamineWorkbook.from_path(path) as book:
        return len(book.get_sheet_by_index(0).to_python())


def _seconds(work: Callable[[Path], object], path: Path) -> float:
    gc.collect()
    start = time.perf_counter()
    work(path)
    return time.perf_counter() - start


def test_reading_a_roster_costs_little_more_than_the_parser_alone(roster: Path) -> None:
    rows = _ours(roster)
    assert len(rows) == ROWS
    assert not any(row.problems for row in rows)
    pairs = [(_seconds(_ours, roster), _seconds(_calamine, roster)) for _ in range(7)]
    ratio = statistics.median(ours / alone for ours, alone in pairs)
    ours = statistics.median(ours for ours, _ in pairs)
    print(f"\n{ROWS} x {len(HEADINGS)} read into texts: {ratio:.2f}x calamine alone (goal 2.5), {ours:.2f} s here")
    assert ratio <= 2.5
