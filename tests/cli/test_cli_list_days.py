"""A roster at the command line has its day, says what it keeps, and is told how to decide where it differs."""

from pathlib import Path
from typing import Any

import pytest

from tests.commands.imports.import_files import excel

GV, TK = "Giảng viên", "Trưởng khoa"
HEADINGS = ("Họ và tên", "Ngày sinh", "Chức vụ", "Trình độ")


@pytest.fixture
def book(tmp_path: Path, run: Any) -> Path:
    path = tmp_path / "sổ.sothidua"
    assert run("new", path).code == 0
    assert run("add", path, "unit", "code=LAOCAI", "name=Trường Chính trị tỉnh Lào Cai", "short_name=Lào Cai").code == 0
    return path


@pytest.fixture
def person(book: Path, run: Any) -> str:
    """A master and head of a faculty, who came in 2015."""
    who = ("full_name=Lò Thị Ơn", "birth_date=02/09/1976", "unit=LAOCAI", "joined_unit=2015", "degree=Thạc sĩ")
    uid = str(run("add", book, "person", *who).out.strip())
    assert run("edit", book, uid, f"position={TK}", "--from", "2018-03").code == 0
    assert run("edit", book, uid, "degree=Tiến sĩ", "--from", "2019").code == 0
    return uid


def on(run: Any, book: Path, person: str, day: str) -> str:
    return str(run("show", book, person, "--on", day, "--json").json()["position"])


def test_a_list_has_its_day_and_is_decided_about(book: Path, person: str, run: Any, tmp_path: Path) -> None:
    table = excel(tmp_path / "ds.xlsx", HEADINGS, ("Lò Thị Ơn", "02/09/1976", GV, "Thạc sĩ"))
    words = ("import", "staff", book, table, "--unit", "LAOCAI", "--on", "30/6/2020")
    asked = run(*words)
    assert asked.code == 1
    assert "Danh sách tính đến 30/06/2020." in asked.out
    assert "Chức vụ: sổ ghi “Trưởng khoa” từ 03/2018, danh sách ghi “Giảng viên”." in asked.out
    assert "--conflicts keep" in asked.err
    kept = run(*words, "--conflicts", "keep", "--json").json()
    assert (kept["changed"], kept["unchanged"], kept["changes"]) == (0, 1, [])
    assert kept["notes"] == [
        "Danh sách, dòng 2, Lò Thị Ơn: Giữ Trình độ chuyên môn “Tiến sĩ”: danh sách cũ ghi “Thạc sĩ”."
    ]
    taken = run(*words, "--conflicts", "take", "--json").json()
    assert [change["after"] for change in taken["changes"]] == [GV]
    assert [on(run, book, person, day) for day in ("29/6/2020", "30/6/2020", "2099")] == [TK, GV, GV]
    again = run(*words, "--json").json()
    assert (again["changed"], again["unchanged"]) == (0, 1)


def test_a_day_that_cannot_be_is_refused(book: Path, person: str, run: Any, tmp_path: Path) -> None:
    table = excel(tmp_path / "ds.xlsx", HEADINGS, ("Lò Thị Ơn", "02/09/1976", GV, "Thạc sĩ"))
    words = ("import", "staff", book, table, "--unit", "LAOCAI", "--on")
    assert run(*words, "30/2/2020").code == 2
    future = run(*words, "1/1/2099")
    assert (future.code, "là ngày chưa đến" in future.out) == (1, True)
    ratings = run("import", "ratings", book, table, "--on", "2020")
    assert (ratings.code, "--on chỉ dùng khi nhập cán bộ" in ratings.err) == (1, True)


def test_the_day_of_a_leap_year_is_a_day(book: Path, person: str, run: Any) -> None:
    assert run("edit", book, person, f"position={GV}", "--from", "29/2/2024").code == 0
    assert [on(run, book, person, day) for day in ("28/2/2024", "29/2/2024", "1/3/2024")] == [TK, GV, GV]
    assert run("edit", book, person, f"position={TK}", "--from", "29/2/2023").code == 2
    assert run("undo", book).code == 0
    assert on(run, book, person, "2025") == TK
