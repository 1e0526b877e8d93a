"""The preview of a list of 3,000 people: read and compared with the book, and compared again after each change."""

import os
import time
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

from cluster_desktop.commands.imports.importing import plan_file
from cluster_desktop.commands.imports.tables import read_tables
from cluster_desktop.domain.record_kinds.import_kinds import STAFF
from cluster_desktop.exchange.tables.spreadsheets import end_reading
from cluster_desktop.records.file.workspace import Workspace

PEOPLE = 3_000
HEADINGS = (
    *("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Đơn vị", "Khoa, phòng", "Chức vụ"),
    *("Trình độ chuyên môn", "Lý luận chính trị", "Quê quán", "Số CCCD", "Điện thoại"),
)


def roster(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Danh sách")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        page.write_row(0, 0, HEADINGS)
        for number in range(PEOPLE):
            page.write_row(1 + number, 0, (number + 1, f"Nguyễn Thị Nhân {number}"))
            page.write_datetime(1 + number, 2, date(1965, 1, 1) + timedelta(days=number), day)
            page.write_row(1 + number, 3, ("Nữ", "Tày", "Lào Cai", f"Khoa {'ABCDEFGH'[number % 8]}", "Giảng viên"))
            page.write_row(1 + number, 8, ("Thạc sĩ", "Cao cấp", "xã Sa Pả", f"{10085000000 + number:012d}"))
            page.write_string(1 + number, 12, f"09{number:08d}")
    return path


def _seconds_of_all() -> float:
    """The processor time of this process and of those it has ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def test_three_thousand_people_are_compared_with_the_book_in_a_second(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    path = roster(tmp_path / "cán bộ.xlsx")
    end_reading()
    start = _seconds_of_all()
    read = read_tables(workspace, STAFF, path)
    plan = plan_file(workspace, read)
    end_reading()  # then its time counts
    whole = _seconds_of_all() - start
    took = []
    for _ in range(3):
        start = time.process_time()
        plan_file(workspace, read)
        took.append(time.process_time() - start)
    assert (len(plan.added), plan.problems, plan.new("department")) == (PEOPLE, (), 8)
    print(f"\n{PEOPLE} people read and compared: {whole:.2f} s (goal 1), compared again: {min(took):.2f} s (goal 1)")
    assert max(whole, min(took)) <= 1
