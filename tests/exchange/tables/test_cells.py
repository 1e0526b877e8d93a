"""Cells turned into texts: dates in every disguise, lost zeros, marks, errors of formulas, degrees with a subject."""

from datetime import date
from pathlib import Path

import pytest

from cluster_desktop.domain.people.people import IDENTITY, PHONE
from cluster_desktop.exchange.tables import cell_texts
from cluster_desktop.exchange.tables.cell_texts import UnreadableCell, digits_text, is_mark
from cluster_desktop.exchange.tables.sheets import Cell
from tests.exchange.reading import Seen, excel, rows_from, see


def table(tmp_path: Path, *rows: tuple[object, ...]) -> Seen:
    return see(excel(tmp_path / "bảng.xlsx", lambda page, day: rows_from(page, 0, rows)))


@pytest.mark.parametrize(
    ("cell", "number", "told"),
    [
        (1085012345, "001085012345", True),
        (10085012345, "010085012345", True),
        (96123456789, "096123456789", True),
        (80123456, "080123456", True),
        (123456789, "123456789", False),
        ("010085012345", "010085012345", False),
        ("'010085012345", "010085012345", False),
        ("010 085 012 345", "010085012345", False),
    ],
)
def test_identity_numbers_get_their_zeros_back(cell: Cell, number: str, told: bool) -> None:
    text, notice = digits_text(cell, IDENTITY)
    assert text == number
    assert bool(notice) is told
    assert not told or number in notice


@pytest.mark.parametrize(
    ("text", "asked"),
    [("00407601234", ""), ("03818000123", ""), ("12345678", "012345678"), ("1085012345", "001085012345")],
)
def test_a_text_lost_no_zeros_so_a_digit_is_missing(text: str, asked: str) -> None:
    with pytest.raises(UnreadableCell) as refused:
        digits_text(text, IDENTITY)
    assert f" {text} chỉ có {len(text)} chữ số" in str(refused.value)
    assert ("Có phải" in str(refused.value)) is bool(asked)
    assert asked in str(refused.value)


def test_an_identity_number_that_is_none_stays_for_the_field_to_refuse() -> None:
    assert digits_text("chưa có", IDENTITY) == ("chưa có", "")
    assert digits_text("1,08501E+11", IDENTITY) == ("1,08501E+11", "")


def test_telephone_numbers() -> None:
    assert digits_text(912345678, PHONE)[0] == "0912345678"
    assert digits_text("0912.345.678", PHONE) == ("0912.345.678", "")


@pytest.mark.parametrize("cell", ["x", "X", "v", "V", "1", 1, True, "✓", "✔", "có", "Nữ", "nu"])
def test_marks(cell: Cell) -> None:
    assert is_mark(cell, "Nữ")


@pytest.mark.parametrize("cell", ["0", 0, False, "-", "không"])
def test_signs_that_say_no(cell: Cell) -> None:
    assert not is_mark(cell, "Nữ")


def test_a_word_in_an_x_column_is_asked_about() -> None:
    with pytest.raises(UnreadableCell, match="Luật"):
        is_mark("Luật", "Thạc sĩ")


def test_numbers_as_vietnamese_text() -> None:
    assert [cell_texts.plain_text(cell) for cell in (4.98, 3, 0.1 + 0.2, True, date(2020, 1, 5))] == [
        *("4,98", "3", "0,3", "x", "05/01/2020")
    ]


def test_two_marks_in_one_group_are_a_problem_of_the_row(tmp_path: Path) -> None:
    seen = table(
        tmp_path,
        ("STT", "Họ và tên", "Nam", "Nữ", "Năm sinh"),
        (1, "Lù Seo Dìn", "x", "x", 1980),
        (2, "Giàng Thị Chớ", "0", "x", 1981),
    )
    assert [(p.field, "Nam" in p.message and "Nữ" in p.message) for p in seen.rows[0].problems] == [("gender", True)]
    assert seen.rows[1].problems == ()
    assert seen.column("gender")[1] == "Nữ"


def test_formula_errors_are_problems_where_they_matter(tmp_path: Path) -> None:
    def fill(page: object, day: object) -> None:
        rows_from(page, 0, [("STT", "Họ và tên", "Ngày sinh", "Thâm niên"), (1, "Tẩn Láo Tả"), (2, "Chảo Mẩy", 1990)])
        page.write_formula("C2", "=1/0", None, "#DIV/0!")  # type: ignore[attr-defined]
        page.write_formula("D3", "=NAME()", None, "#NAME?")  # type: ignore[attr-defined]

    seen = see(excel(tmp_path / "lỗi.xlsx", fill))
    (problem,) = seen.rows[0].problems
    assert problem.field == "birth_date"
    assert "#DIV/0!" in problem.message
    assert seen.rows[1].problems == ()


def test_a_degree_written_with_its_subject(tmp_path: Path) -> None:
    seen = table(
        tmp_path,
        ("STT", "Họ và tên", "Trình độ chuyên môn", "LLCT"),
        (1, "Hà Thị Lan", "Thạc sĩ Triết học", "Cao cấp LLCT-HC"),
        (2, "Lò Văn Pâng", "ThS. Xây dựng Đảng", "Trung cấp lý luận chính trị - hành chính"),
        (3, "Và A Di", "Đại học", "Cử nhân"),
        (4, "Sa Văn Cầm", "Thạc sĩ Luật, Cử nhân Anh", None),
    )
    assert seen.column("degree") == ["Thạc sĩ", "ThS", "Đại học", "Thạc sĩ Luật, Cử nhân Anh"]
    assert seen.column("specialty") == ["Triết học", "Xây dựng Đảng", None, None]
    assert seen.values("political_theory") == ["CAO_CAP", "TRUNG_CAP", "CU_NHAN", None]
    assert ["Triết học" in row.notices[0].message for row in seen.rows if row.notices] == [True, False]


def test_the_subject_is_not_split_off_when_it_has_a_column(tmp_path: Path) -> None:
    seen = table(
        tmp_path,
        ("STT", "Họ và tên", "Trình độ chuyên môn", "Chuyên ngành"),
        (1, "Hà Thị Lan", "Thạc sĩ Luật", "Luật hành chính"),
    )
    assert seen.column("degree") == ["Thạc sĩ Luật"]
    assert seen.column("specialty") == ["Luật hành chính"]


def test_a_degree_with_its_subject_is_split_in_every_row(tmp_path: Path) -> None:
    rows = [(number, "Hà Thị Lan", "Thạc sĩ Triết học") for number in (1, 2, 3)]
    seen = table(tmp_path, ("STT", "Họ và tên", "Trình độ chuyên môn"), *rows)
    assert seen.column("specialty") == ["Triết học"] * 3
    assert [len(row.notices) for row in seen.rows] == [1] * 3


def test_a_cell_that_needs_care_leaves_the_rest_of_its_row_as_it_is_read_elsewhere(tmp_path: Path) -> None:
    heads = ("STT", "Họ và tên", "Nam", "Nữ", "Dân tộc", "Năm sinh", "Đơn vị", "Số CCCD", "Ghi chú")
    plain = (None, "x", "Thái", "1980", "Trường A", "010085012345", None)
    marked = ("x", None, "Thái", "1980", "Trường A", "010085012345", "mới về")
    seen = table(
        tmp_path,
        heads,
        (1, "Lò Thị Pâng", *plain),
        (2, "Lò Thị Pành", *plain[:-1], 7),
        (3, "Lò Văn Pâng", *marked),
        (4, "Lò Văn Pành", *marked[:3], 1980, *marked[4:]),
        (5, "Lò Văn Pín", *marked[:4], 0, 10085012345, "mới\u200bvề"),
    )
    assert [dict(row.texts, full_name="") for row in seen.rows[:2]] == [
        {**_SAID, "gender": "Nữ"},
        {**_SAID, "gender": "Nữ", "note": "7"},
    ]
    assert [dict(row.texts, full_name="") for row in seen.rows[2:4]] == [
        {**_SAID, "gender": "Nam", "note": "mới về"},
        {**_SAID, "gender": "Nam", "note": "mới về"},
    ]
    assert dict(seen.rows[4].texts, full_name="") == {
        **{key: text for key, text in _SAID.items() if key != "unit_uid"},
        "gender": "Nam",
        "note": "mới về",
    }
    assert [len(row.notices) for row in seen.rows] == [0, 0, 0, 0, 3]
    assert [row.problems for row in seen.rows] == [()] * 5


_SAID = {
    "full_name": "",
    "ethnicity": "Thái",
    "birth_date": "1980",
    "unit_uid": "Trường A",
    "identity_number": "010085012345",
}
