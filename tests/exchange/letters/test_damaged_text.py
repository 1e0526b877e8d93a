"""Cells that lost letters, carry what nobody sees, hold errors or nothing but the zeros of linked cells."""

import zipfile
from pathlib import Path
from typing import Any

import pytest

from cluster_desktop.exchange.letters.damaged_text import cleared, lost_letters, suspicious
from cluster_desktop.exchange.tables.spreadsheets import read_workbook
from tests.exchange.foreign_tables import foreign
from tests.exchange.open_document import write_ods
from tests.exchange.reading import Seen, excel, rows_from, see

HEAD = ("STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Ghi chú")


def table(tmp_path: Path, *rows: tuple[object, ...]) -> Seen:
    return see(excel(tmp_path / "bảng.xlsx", lambda page, day: rows_from(page, 0, rows)))


@pytest.mark.parametrize(
    ("text", "clear"),
    [
        ("Giảng\u200bviên", "Giảng viên"),
        ("Giảng \u200bviên", "Giảng viên"),
        ("Hoa\u200bng", "Hoang"),
        ("Thanh\u00adtra", "Thanh tra"),
        ("\ufeffKế toán\u200e", "Kế toán"),
        ("Dòng một_x000D_\nDòng hai", "Dòng một\nDòng hai"),
        ("Dòng một_x000d_Dòng hai", "Dòng một\nDòng hai"),
        ("A_x0009_B", "A B"),
        ("A\r\nB\rC", "A\nB\nC"),
        ("A\x00B\x1f", "AB"),
        ("👩\u200d🏫 Giáo viên", "👩\u200d🏫 Giáo viên"),
        ("_x00E9_", "_x00E9_"),
    ],
)
def test_what_nobody_sees_goes(text: str, clear: str) -> None:
    assert cleared(text) == clear


@pytest.mark.parametrize(
    "text", ["Gi?ng viên", "?ảng viên", "Tr??ng khoa", "Gi\ufffdng viên", "Ph? tr??ng", "TrÆ°á»?ng"]
)
def test_lost_letters_are_seen(text: str) -> None:
    assert lost_letters(text)
    assert suspicious(["Giảng viên", text]) == {text}


@pytest.mark.parametrize("text", ["Có đúng không?", "Vì sao? Vì thế", "http://a.vn/?x=y", "Giảng viên", "(?)", "A. ?"])
def test_questions_are_no_lost_letters(text: str) -> None:
    assert not lost_letters(text)


def test_most_texts_need_no_look() -> None:
    assert suspicious(["Giảng viên", "Kế toán\nThủ quỹ", "50 %", "XÃ…", "Nguyễn\xa0Văn"]) == frozenset()


def test_lost_letters_are_problems_but_in_a_note(tmp_path: Path) -> None:
    seen = table(
        tmp_path, HEAD, (1, "Lò Văn Ín", 1980, "Gi?ng viên", "Ghi ch?p"), (2, "Hà Thị Lan", 1981, "Kế toán", "?")
    )
    (problem,) = seen.rows[0].problems
    assert (problem.field, "“Gi?ng viên”" in problem.message) == ("position", True)
    (notice,) = seen.rows[0].notices
    assert (notice.field, "“Ghi ch?p”" in notice.message) == ("note", True)
    assert (seen.rows[1].problems, seen.rows[1].notices) == ((), ())


def test_invisible_characters() -> None:
    seen = see(foreign("71"))
    assert seen.shown("full_name") == ["Nông Văn Phách", "Bế Thị Lan"]
    assert seen.shown("position") == ["Giảng viên", "Kế toán"]
    assert seen.shown("birth_date") == ["02/09/1976", "05/03/1980"]
    assert seen.values("gender") == ["NAM", "NU"]
    assert {notice.field for notice in seen.rows[0].notices} == {"full_name", "position"}
    assert all("ký tự ẩn" in notice.message for notice in seen.rows[0].notices)
    assert seen.rows[1].notices == ()


def test_escaped_line_ends() -> None:
    seen = see(foreign("07"))
    assert seen.shown("full_name") == ["Lò Văn Thắng", "Tao Thị Hom"]
    assert seen.shown("note") == ["Dòng một\nDòng hai", ""]


def test_comments_are_no_text() -> None:
    seen = see(foreign("08"))
    assert seen.column("full_name") == ["Hoàng Seo Lử", "Lù Thị Xuyến"]
    assert seen.column("position") == ["Giảng viên", "Kế toán"]


def test_an_error_with_a_comment_keeps_its_word(tmp_path: Path) -> None:
    path = write_ods(tmp_path / "a.ods", "Danh sách", [list(HEAD[:3]), ["1", "Lò Văn Ín", "#N/A"]])
    content = "<office:annotation><text:p>Hỏi lại</text:p></office:annotation><text:p>#N/A</text:p>"
    noted = rewritten(path, tmp_path / "b.ods", "content.xml", "<text:p>#N/A</text:p>", content)
    assert see(noted).rows[0].problems[0].message.startswith("Ô chứa lỗi công thức #N/A.")


def rewritten(path: Path, target: Path, part: str, before: str, after: str) -> Path:
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            text = source.read(name)
            made.writestr(name, text.replace(before.encode(), after.encode()) if name == part else text)
    return target


# --- formulas ---


def test_formulas_that_nobody_computed_are_problems() -> None:
    seen = see(foreign("16"))
    for row in seen.rows:
        assert {problem.field for problem in row.problems} == {"birth_date", "degree"}
        assert all("chưa được tính" in problem.message and "lưu lại" in problem.message for problem in row.problems)
    assert seen.column("full_name") == ["Nông Văn Phách", "Bế Thị Lan"]


def test_a_formula_without_a_result_in_every_spelling(tmp_path: Path) -> None:
    def fill(page: Any, day: Any) -> None:
        rows_from(page, 0, [HEAD, (1, "Lò Văn Ín", 1980, "Giảng viên"), (2, "Hà Thị Lan", 1981, "Kế toán")])
        page.write_formula("D2", "=MARK()", None, "KẾT QUẢ")

    path = excel(tmp_path / "a.xlsx", fill)
    cell = '<c r="D2" t="str"><f>MARK()</f><v>KẾT QUẢ</v></c>'
    for number, (other, told) in enumerate(
        (
            ('<c r="D2"><f>MARK()</f></c>', True),
            ('<c r="D2" s="1"><f>MARK()</f><v/></c>', True),
            ("<c r='D2'><f>MARK()</f><v></v></c>", True),
            ('<c r="D2"><f t="shared" si="0"/></c>', True),
            ('<c r="D2" t="str"><f>MARK()</f><v></v></c>', False),
            ('<c r="D2" t="str"><f>MARK()</f><v>Lái xe</v></c>', False),
            ('<c r="D2"><f>MARK()</f><v>5</v></c>', False),
        )
    ):
        seen = see(rewritten(path, tmp_path / f"{number}.xlsx", "xl/worksheets/sheet1.xml", cell, other))
        assert bool(seen.rows[0].problems) is told, other
        assert seen.rows[1].problems == ()


def test_rows_of_formulas_at_the_end_are_not_lost(tmp_path: Path) -> None:
    path = excel(tmp_path / "a.xlsx", lambda page, day: rows_from(page, 0, [HEAD[:3], (1, "Lò Văn Ín", 1980)]))
    more = "".join(f'<c r="{letter}3"><f>Trang2!{letter}3</f></c>' for letter in "ABCF")
    longer = rewritten(
        path, tmp_path / "b.xlsx", "xl/worksheets/sheet1.xml", "</sheetData>", f'<row r="3">{more}</row></sheetData>'
    )
    (sheet,) = read_workbook(longer)
    assert sheet.width == 6
    assert sheet.rows[2] == ("#CHƯA TÍNH", "#CHƯA TÍNH", "#CHƯA TÍNH", None, None, "#CHƯA TÍNH")
    seen = see(longer)
    assert [row.number for row in seen.rows] == [2, 3]
    assert {problem.field for problem in seen.rows[1].problems} == {"full_name", "birth_date"}


def test_formulas_of_libre_office_without_a_result(tmp_path: Path) -> None:
    path = write_ods(tmp_path / "a.ods", "Danh sách", [list(HEAD[:3]), ["1", "Lò Văn Ín", "1980"]])
    cell = '<table:table-cell office:value-type="string"><text:p>1980</text:p></table:table-cell>'
    other = rewritten(path, tmp_path / "b.ods", "content.xml", cell, '<table:table-cell table:formula="of:=[.A1]"/>')
    assert "chưa được tính" in see(other).rows[0].problems[0].message


@pytest.mark.parametrize("error", ["#N/A", "#FIELD!", "Err:502", "#CALC!"])
def test_errors_that_stand_as_text_are_problems(tmp_path: Path, error: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"Họ và tên,Ngày sinh,Chức vụ\n{error},1980,Lái xe\nLò Văn Ín,1981,{error}\n", "utf-8")
    assert [[error in problem.message for problem in row.problems] for row in see(path).rows] == [[True], [True]]


@pytest.mark.parametrize("error", ["#N/A", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"])
def test_errors_of_formulas_are_problems_in_every_kind_of_column(tmp_path: Path, error: str) -> None:
    head = ("STT", "Họ và tên", "Ngày sinh", "Nam", "Nữ", "Chức vụ", "Số CCCD", "Trình độ", "Ghi chú")

    def fill(page: Any, day: Any) -> None:
        rows_from(page, 0, [head, *((place, "Lò Văn Ín", 1980) for place in range(1, len(head)))])
        for column in range(1, len(head)):
            page.write_formula(column, column, "=LỖI()", None, error)

    seen = see(excel(tmp_path / "lỗi.xlsx", fill))
    assert [[error in problem.message for problem in row.problems] for row in seen.rows] == [[True]] * (len(head) - 1)


# --- zeros ---


def test_rows_of_zeros_are_empty_and_told() -> None:
    seen = see(foreign("69"))
    assert seen.column("full_name") == ["Nông Văn Phách", "Bế Thị Lan"]
    assert seen.guess.skipped == dict.fromkeys((3, 4, 5), "không có dữ liệu ở các cột được nhập")


def test_a_zero_beside_a_name_is_an_empty_cell_and_told(tmp_path: Path) -> None:
    head = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ", "Số CCCD", "Nữ")
    seen = table(tmp_path, head, (1, "Lò Văn Ín", 0, 0, 0, 0, 0), (2, "Hà Thị Lan", 1981, "Nữ", "Kế toán", None, "x"))
    first, second = seen.rows
    assert first.texts == {"full_name": "Lò Văn Ín"}
    assert {notice.field for notice in first.notices} == {"birth_date", "gender", "position", "identity_number"}
    assert {notice.message for notice in first.notices} == {"Ô ghi số 0 được coi là để trống."}
    assert (first.problems, second.problems, second.notices) == ((), (), ())


# --- identity numbers ---


def test_texts_that_lack_a_digit_are_problems() -> None:
    seen = see(foreign("23"))
    assert [[problem.field for problem in row.problems] for row in seen.rows] == [["identity_number"]] * 3
    for row, text, digits in zip(seen.rows, ("00407601234", "03818000123", "12345678"), (11, 11, 8), strict=True):
        assert f"{text} chỉ có {digits} chữ số" in row.problems[0].message
    assert seen.column("full_name") == ["Nông Văn Phách", "Bế Thị Lan", "Triệu Văn Thông"]


def test_numbers_get_their_zeros_back_and_it_is_told() -> None:
    seen = see(foreign("40"))
    assert seen.column("identity_number") == ["060123456", "023456789"]
    assert all("mất số 0 ở đầu" in row.notices[0].message for row in seen.rows)
    assert seen.shown("birth_date") == ["02/09/1976", "30/01/1958"]
    assert seen.column("position") == ["Giảng viên", "Lái xe"]


# --- values in their fields ---


@pytest.mark.parametrize("case", ["37", "38", "46", "47"])
def test_files_of_other_programs(case: str) -> None:
    seen = see(foreign(case))
    names = ["Nguyễn Thị Thắm", "Đặng Hữu Phước"] if case == "38" else ["Nông Văn Phách", "Bế Thị Lan"]
    assert seen.shown("full_name") == names
    assert seen.shown("birth_date") == ["02/09/1976", "05/03/1980"]
    assert seen.values("gender") == (["NU", "NAM"] if case == "38" else ["NAM", "NU"])
    assert all(not row.problems and not row.notices for row in seen.rows)


def test_degrees_with_dots_and_names_of_peoples() -> None:
    seen = see(foreign("60"))
    assert seen.column("full_name") == ["Nông Văn Phách", "Bế Thị Lan", "Vàng A Lử", "Lục Văn Chài"]
    assert seen.values("degree") == ["THAC_SI", "TIEN_SI", "THAC_SI", "CU_NHAN"]
    assert seen.values("political_theory") == ["CAO_CAP", "CAO_CAP", "TRUNG_CAP", "TRUNG_CAP"]
    assert seen.shown("ethnicity") == ["Tày", "Nùng", "Mông", "Sán Chay"]


def test_the_official_day_of_the_party() -> None:
    seen = see(foreign("29"))
    assert seen.shown("party_official") == ["19/05/2001", "03/02/2006"]
    assert seen.column("party_joined") == [None, None]


def test_a_day_that_is_expected_is_no_day_of_leaving() -> None:
    assert see(foreign("61")).column("left_on") == [None, None]
