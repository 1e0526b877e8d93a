"""At the command line: a change from a day, a slip put right, somebody as of a day; documents issued, years closed."""

from pathlib import Path
from typing import Any

import pytest

GV, TK = "Giảng viên", "Trưởng khoa"


@pytest.fixture
def book(tmp_path: Path, run: Any) -> Path:
    path = tmp_path / "sổ.sothidua"
    assert run("new", path).code == 0
    assert run("add", path, "unit", "code=LAOCAI", "name=Trường Chính trị tỉnh Lào Cai", "short_name=Lào Cai").code == 0
    return path


@pytest.fixture
def person(book: Path, run: Any) -> str:
    """Somebody who came in 2015."""
    told = run("add", book, "person", "full_name=Lò Thị Ơn", "unit=LAOCAI", f"position={GV}", "joined_unit=2015")
    return str(told.out.strip())


def on(run: Any, book: Path, person: str, day: str) -> str:
    return str(run("show", book, person, "--on", day, "--json").json()["position"])


def test_a_change_holds_from_its_day_and_is_shown_on_any(book: Path, person: str, run: Any) -> None:
    assert run("edit", book, person, f"position={TK}", "--from", "1/3/2022").code == 0
    assert [on(run, book, person, day) for day in ("28/2/2022", "01/03/2022", "2099")] == [GV, TK, TK]
    assert run("edit", book, person, "position=Phó Hiệu trưởng", "--correct").code == 0
    assert [on(run, book, person, day) for day in ("2020", "2023")] == [GV, "Phó Hiệu trưởng"]
    assert run("undo", book).code == 0
    assert on(run, book, person, "2023") == TK


def test_a_day_of_which_nothing_is_known_is_said(book: Path, person: str, run: Any) -> None:
    told = run("show", book, person, "--on", "31/12/2014")
    assert (told.code, told.err) == (1, "Sổ chưa có số liệu của Lò Thị Ơn ngày 31/12/2014.\n")
    assert run("show", book, person, "--on", "31/02/2014").code == 2
    assert run("edit", book, person, f"position={TK}", "--from", "2020", "--correct").code == 2


def test_only_people_have_days(book: Path, person: str, run: Any) -> None:
    unit = run("list", book, "units", "--json").json()[0]["uid"]
    for words in (("edit", book, unit, "note=a", "--from", "2020"), ("show", book, unit, "--on", "2020")):
        told = run(*words)
        assert (told.code, "chỉ dùng" in told.err) == (1, True)


def test_a_document_is_issued_listed_and_reprinted(book: Path, person: str, run: Any, tmp_path: Path) -> None:
    first, again = tmp_path / "thống kê.pdf", tmp_path / "in lại.pdf"
    report = ("staff-statistics", "--year", "2020")
    uid = run("issue", book, *report, "--out", first).out.strip()
    assert (
        run("issue", book, *report).err
        == "Văn bản này đã phát hành và không có gì khác. Hãy in lại bản đã phát hành.\n"
    )
    assert run("edit", book, person, "degree=Tiến sĩ").code == 0
    assert run("issue", book, *report).code == 1
    assert run("issue", book, *report, "--reason", "Bổ sung trình độ").code == 0
    listed = run("documents", book, "--json").json()
    assert [(line["version"], line["newest"], line["reason"]) for line in listed] == [
        (2, True, "Bổ sung trình độ"),
        (1, False, ""),
    ]
    assert run("reprint", book, uid, "--out", again).code == 0
    assert again.read_bytes() == first.read_bytes()
    assert run("reprint", book, uid, "--out", again).code == 1  # the file is there
    assert run("reprint", book, "nowhere", "--out", tmp_path / "x.pdf").code == 1


def test_a_year_is_closed_and_opened(book: Path, person: str, run: Any) -> None:
    assert run("close-year", book, "2020").out == "Đã chốt năm 2020.\n"
    rating = ("add", book, "rating", f"person={person}", "year=2020", "quality=HTTNV")
    assert run(*rating).err.startswith("Năm 2020 đã chốt ngày ")
    assert run("open-year", book, "2020", "--reason", "  ").code == 1
    assert run("open-year", book, "2020", "--reason", "Bổ sung").code == 0
    assert run(*rating).code == 0
