"""Cells that say "as above" give what stands above them, and say so."""

from pathlib import Path

import pytest

from tests.exchange.reading import excel, rows_from, see

HEADING = ("TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Khoa, phòng")


@pytest.mark.parametrize("mark", ["nt", "NT", "-nt-", "- nt -", "như trên", "Như trên.", '"', "”", "''", "〃"])
def test_a_mark_takes_the_cell_above(tmp_path: Path, mark: str) -> None:
    rows = (
        HEADING,
        (1, "Lò Thị Ơn", "02/09/1976", "Giảng viên", "Khoa Xây dựng Đảng"),
        (2, "Giàng A Páo", "1980", mark, mark),
        (None,),
        (3, "Vàng Thị Dợ", "1990", mark, "Phòng Tổ chức"),
    )
    seen = see(excel(tmp_path / "như trên.xlsx", lambda page, _format: rows_from(page, 0, rows)))
    assert seen.column("position") == ["Giảng viên"] * 3
    assert seen.column("department_uid") == ["Khoa Xây dựng Đảng", "Khoa Xây dựng Đảng", "Phòng Tổ chức"]
    told = [(notice.field, notice.message) for row in seen.rows for notice in row.notices]
    post = ("position", f"“{mark}” được hiểu là “Giảng viên” của dòng trên.")
    faculty = ("department_uid", f"“{mark}” được hiểu là “Khoa Xây dựng Đảng” của dòng trên.")
    assert told == [post, faculty, post]


def test_below_a_group_row_there_is_nothing_above(tmp_path: Path) -> None:
    rows = (
        HEADING[:4],
        (1, "Lò Thị Ơn", "02/09/1976", "Giảng viên"),
        ("II. Phòng Tổ chức",),
        (2, "Giàng A Páo", "1980", "nt"),
    )
    seen = see(excel(tmp_path / "nhóm.xlsx", lambda page, _format: rows_from(page, 0, rows)))
    assert seen.column("position") == ["Giảng viên", None]
    assert [notice.message for notice in seen.rows[1].notices] == ["“nt” không có dòng trên."]


def test_a_name_is_never_one_above(tmp_path: Path) -> None:
    rows = (HEADING[:4], (1, "Lò Thị Ơn", "02/09/1976", "Giảng viên"), (2, "nt", "1980", "Văn thư"))
    seen = see(excel(tmp_path / "tên.xlsx", lambda page, _format: rows_from(page, 0, rows)))
    assert "Lò Thị Ơn" not in seen.column("full_name")[1:]


def test_departments_called_units_are_seen_through_the_marks(tmp_path: Path) -> None:
    rows = (
        ("TT", "Họ và tên", "Ngày sinh", "Đơn vị"),
        (1, "Lò Thị Ơn", "1976", "Khoa Xây dựng Đảng"),
        *((number, f"Giàng A Páo {word}", "1980", "nt") for number, word in enumerate(("An", "Bình", "Chung"), 2)),
    )
    seen = see(excel(tmp_path / "khoa.xlsx", lambda page, _format: rows_from(page, 0, rows)))
    assert seen.column("department_uid") == ["Khoa Xây dựng Đảng"] * 4
