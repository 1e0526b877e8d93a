"""Fifty odd tables at the command line: what comes in, what is told, and totals that add up."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.exchange.foreign_tables import foreign


class Right(NamedTuple):
    """The right result of a table: exit code, records, rows that stay open, words that are told of it."""

    code: int
    added: int
    open_rows: int = 0
    told: str = ""
    kind: str = "staff"


CASES = {
    "01": Right(0, 3),
    "02": Right(0, 3, told="dòng ẩn"),
    "04": Right(0, 10, told="đổi chỗ"),
    "05": Right(0, 3),
    "07": Right(0, 2),
    "08": Right(0, 2),
    "14": Right(1, 0, 3),
    "17": Right(0, 4),
    "19": Right(0, 4, kind="awards"),
    "21": Right(0, 4),
    "22": Right(0, 3),
    "25": Right(0, 2),
    "27": Right(0, 2, told="không được nhập"),
    "29": Right(0, 2),
    "31": Right(0, 5, kind="awards"),
    "33": Right(0, 4),
    "34": Right(0, 2, told="Hướng dẫn"),
    "37": Right(0, 2),
    "38": Right(0, 2),
    "35": Right(1, 0, 1, "Trùng với dòng 3", "nominations"),
    "39": Right(0, 1, told="dòng ẩn"),
    "40": Right(0, 2, told="dòng ẩn"),
    "44": Right(0, 8),
    "46": Right(0, 2),
    "47": Right(0, 2),
    "50": Right(0, 2),
    "54": Right(0, 4),
    "56": Right(1, 16, 9),
    "58": Right(0, 10),
    "60": Right(0, 4),
    "65": Right(0, 4, kind="initiatives"),
    "69": Right(0, 2),
    "71": Right(0, 2),
    "74": Right(0, 3),
    "76": Right(0, 2),
    "77": Right(1, 1, 4, "Chi đoàn Trường Chính trị", "nominations"),
}
REFUSED = {"57": "ô lạc", "63": "quan hệ gia đình", "67": "chưa có dòng nào"}


def words_for(name: str, book: Path, kind: str) -> tuple[object, ...]:
    return ("import", kind, book, foreign(name), "--unit", "LAOCAI", "--year", "2020", "--new-people", "--json")


@pytest.mark.parametrize("name", CASES)
def test_a_table_of_strangers_gives_its_right_result(sample: Path, run: Any, name: str) -> None:
    right = CASES[name]
    outcome = run(*words_for(name, sample, right.kind))
    told = json.loads(outcome.out)
    opened = {(each["sheet"], each["row"]) for each in told["problems"]}
    came = told["added"] + told["changed"] + told["unchanged"]
    assert (outcome.code, told["added"], len(opened)) == (right.code, right.added, right.open_rows)
    assert told["read"] == came + len(opened) + len(told["skipped"])
    sentences = [each for key in ("problems", "skipped", "notices", "remarks") for each in told[key]]
    assert all(set(each) == {"sheet", "row", "column", "message"} for each in sentences)
    assert any(right.told in each["message"] for each in sentences) or not right.told


@pytest.mark.parametrize("name", REFUSED)
def test_a_table_that_cannot_be_read_is_refused_in_one_sentence(sample: Path, run: Any, name: str) -> None:
    outcome = run(*words_for(name, sample, "staff"))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
    assert REFUSED[name] in outcome.err


def test_good_rows_come_in_and_the_rest_goes_into_a_book(sample: Path, tmp_path: Path, run: Any) -> None:
    rest = tmp_path / "để lại.xlsx"
    outcome = run(*words_for("56", sample, "staff"), "--good-rows", "--rest", rest)
    assert (outcome.code, json.loads(outcome.out)["added"]) == (0, 16)
    assert "để lại 9 dòng" in outcome.err
    again = run("import", "staff", sample, rest, "--unit", "LAOCAI", "--json")
    told = json.loads(again.out)
    assert (again.code, told["read"], len({each["row"] for each in told["problems"]})) == (1, 9, 9)


def test_hidden_rows_come_in_when_chosen(sample: Path, run: Any) -> None:
    told = run(*words_for("02", sample, "staff"), "--hidden").json()
    assert (told["added"], told["skipped"]) == (6, [])


def test_columns_rows_and_departments_are_chosen_in_words(sample: Path, tmp_path: Path, run: Any) -> None:
    table = tmp_path / "ds.csv"
    table.write_text(
        "Họ và tên,Ngày sinh,Ghi lạ,Khoa/Phòng\nGiàng Mí Vừ,1990,Giảng viên,khoa llcs\nLò Thị Ơn,1980,Văn thư,\n",
        encoding="utf-8",
    )
    words = ("import", "staff", sample, table, "--unit", "LAOCAI", "--json", "--column", "Ghi lạ=Chức vụ")
    asked = run(*words, "--dry-run")
    (problem,) = json.loads(asked.out)["problems"]
    assert "“khoa llcs” có phải “Khoa Lý luận cơ sở”?" in problem["message"]
    told = run(
        *words, "--teach", "--leave-row", "3", "--department", "khoa llcs=Khoa Lý luận cơ sở", "--as-typed"
    ).json()
    assert (told["added"], [each["message"] for each in told["skipped"]]) == (1, ["đã chọn để lại"])
    person = next(row for row in run("list", sample, "people", "--json").json() if row["name"] == "Giàng Mí Vừ")
    assert (person["position"], person["department"]) == ("Giảng viên", "Khoa Lý luận cơ sở")
    table.write_text("Họ và tên,Ghi lạ,Khoa/Phòng\nLò Thị Ơn,Văn thư,Khoa LLCS\n", encoding="utf-8")
    later = run("import", "staff", sample, table, "--unit", "LAOCAI", "--json").json()
    assert (later["added"], later["problems"], later["remarks"]) == (1, [], [])


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        (("--sheet", "Không có"), "Các trang có bảng: Danh sách"),
        (("--column", "Không có=Chức vụ"), "Bảng không có cột “Không có”"),
        (("--column", "STT=Không có"), "Không có mục “Không có”"),
        (("--leave-row", "ba"), "“ba” không phải là dòng"),
        (("--department", "khoa"), "thiếu dấu bằng"),
        (("--rest", "x.pdf"), "kết thúc bằng .xlsx"),
    ],
)
def test_a_choice_that_the_file_has_not_is_told(sample: Path, run: Any, option: tuple[str, ...], sentence: str) -> None:
    before = sample.read_bytes()
    outcome = run(*words_for("05", sample, "staff"), *option)
    assert (outcome.code, outcome.err.count("\n")) == (1, 1)
    assert sentence in outcome.err
    assert sample.read_bytes() == before
