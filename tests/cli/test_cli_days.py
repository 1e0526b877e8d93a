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


def test_issuing_gives_the_next_number_and_handing_over_is_noted(book: Path, run: Any, tmp_path: Path) -> None:
    uid = run("issue", book, "annual-summary", "--year", "2020", "--day", "30/12/2020").out.strip()
    run("issue", book, "annual-summary", "--year", "2019", "--number", "0", "--day", "2020")
    second = run("issue", book, "annual-summary", "--year", "2018", "--number", "7").out.strip()
    told = {line["year"]: (line["number"][:3], line["dated_on"]) for line in run("documents", book, "--json").json()}
    assert told == {2020: ("01/", "2020-12-30"), 2019: ("", "2020"), 2018: ("07/", None)}
    assert run("undo", book).code == 0
    assert [line["year"] for line in run("documents", book, "--json").json()] == [2019, 2020]
    assert run("hand-over", book, uid, "--day", "05/01/2021").out == "Đã ghi là đã giao.\n"
    found = run("documents", book, "--json", "--words", "tong ket", "--year", "2020").json()
    assert [(line["handed_at"], line["saved_at"], line["printed_at"]) for line in found] == [("2021-01-05", "", "")]
    assert run("hand-over", book, uid, "--no").out == "Đã bỏ ghi là đã giao.\n"
    assert run("reprint", book, uid, "--out", tmp_path / "a.pdf").code == 0
    (marked,) = run("documents", book, "--json", "--year", "2020").json()
    assert (marked["handed_at"], bool(marked["saved_at"]), marked["printed_at"]) == ("", True, "")
    assert run("hand-over", book, second).code == 1  # it was taken back


def test_a_wrong_number_or_day_is_said_and_keeps_nothing(book: Path, run: Any) -> None:
    summary = ("issue", book, "annual-summary", "--year", "2020")
    for wrong in (("--number", "-1"), ("--number", "ba"), ("--number", "10000"), ("--day", "31/02/2020")):
        assert (run(*summary, *wrong).code, wrong) == (2, wrong)
    assert run("issue", book, "staff-list", "--number", "3").err == (
        "Danh sách cán bộ không có số trong dãy số của năm. Hãy phát hành mà không cấp số.\n"
    )
    assert run("hand-over", book, "x", "--day", "2021").code == 2
    assert run("documents", book, "--json").json() == []


def test_a_document_whose_pages_cannot_be_written_is_not_issued(book: Path, run: Any, tmp_path: Path) -> None:
    summary = ("issue", book, "annual-summary", "--year", "2020")
    nowhere = run(*summary, "--out", tmp_path / "chưa có" / "a.pdf")
    word = run(*summary, "--out", tmp_path / "a.docx")
    assert [(told.code, "Hãy" in told.err) for told in (nowhere, word)] == [(1, True)] * 2
    assert run("documents", book, "--json").json() == []
    uid = run(*summary, "--out", tmp_path / "a.pdf").out.strip()
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert run("reprint", book, uid, "--out", tmp_path / "b.docx").code == 1
    assert run("documents", book, "--json").json()[0]["number"].startswith("01/")


def test_an_option_that_an_issued_document_does_not_use_is_said(book: Path, run: Any) -> None:
    told = run("issue", book, "annual-summary", "--year", "2020", "--session", "x")
    assert (told.code, told.err) == (0, "Lưu ý: giấy này không dùng --session nên bỏ qua.\n")


def test_a_year_is_closed_and_opened(book: Path, person: str, run: Any) -> None:
    assert run("close-year", book, "2020").out == "Đã chốt năm 2020.\n"
    rating = ("add", book, "rating", f"person={person}", "year=2020", "quality=HTTNV")
    assert run(*rating).err.startswith("Năm 2020 đã chốt ngày ")
    assert run("open-year", book, "2020", "--reason", "  ").code == 1
    assert run("open-year", book, "2020", "--reason", "Bổ sung").code == 0
    assert run(*rating).code == 0
