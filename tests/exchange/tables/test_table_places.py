"""Several tables in one sheet, below each other and side by side: each is found, and nothing between them is lost."""

from pathlib import Path

import pytest
import xlsxwriter

from cluster_desktop.domain.record_kinds.import_kinds import IMPORT_KINDS
from cluster_desktop.exchange.tables.raw_rows import RawRow, read_rows
from cluster_desktop.exchange.tables.spreadsheets import read_workbook
from cluster_desktop.exchange.tables.tables import TableGuess, find_tables
from tests.exchange.foreign_tables import foreign
from tests.exchange.reading import excel, rows_from

UNITS = ("Trường Chính trị tỉnh Lào Cai", "Lào Cai", "Trường Chính trị tỉnh Sơn La", "Sơn La")

Table = tuple[TableGuess, tuple[RawRow, ...]]


def tables(path: Path, kind: str = "staff") -> list[Table]:
    known = IMPORT_KINDS[kind]
    sheets = read_workbook(path)
    by_name = {sheet.name: sheet for sheet in sheets}
    guesses = find_tables(sheets, known.fields_anchored(known.anchors[0]), UNITS)
    return [(guess, read_rows(by_name[guess.sheet], guess, known.fields)) for guess in guesses]


def written(tmp_path: Path, *rows: tuple[object, ...], kind: str = "staff") -> list[Table]:
    return tables(excel(tmp_path / "bảng.xlsx", lambda page, day: rows_from(page, 0, rows)), kind)


def column(rows: tuple[RawRow, ...], key: str) -> list[str | None]:
    return [row.texts.get(key) for row in rows]


# --- below each other ---


def test_collectives_and_persons_of_one_decision() -> None:
    (collectives, groups), (persons, people) = tables(foreign("19"), "awards")
    assert (collectives.key, persons.key) == (("Danh sách", 3, 0), ("Danh sách", 7, 0))
    assert column(groups, "recipient") == ["Khoa Xây dựng Đảng", "Khoa Lý luận cơ sở"]
    assert column(groups, "award") == ["Tập thể Lao động tiên tiến"] * 2
    assert column(groups, "recipient_kind") == ["TẬP THỂ"] * 2
    assert column(people, "recipient") == ["Ma Thị Dần", "Lý Văn Sính"]
    assert column(people, "position") == ["Giảng viên", "Chuyên viên"]
    assert column(people, "award") == ["Chiến sĩ thi đua cơ sở", "Lao động tiên tiến"]
    assert column(people, "recipient_kind") == ["CÁ NHÂN"] * 2
    assert "DANH SÁCH KHEN THƯỞNG NĂM 2020" in persons.titles
    assert collectives.skipped == persons.skipped == {}


def test_three_tables_with_columns_in_other_places(tmp_path: Path) -> None:
    found = written(
        tmp_path,
        ("DANH SÁCH NĂM 2020",),
        ("TT", "Tên tập thể", "Danh hiệu"),
        (1, "Khoa Xây dựng Đảng", "Tập thể Lao động tiên tiến"),
        (),
        ("B", "CÁ NHÂN"),
        ("TT", "Đơn vị", "Họ và tên", "Năm sinh", "Danh hiệu"),
        (1, "Sơn La", "Lò Văn Ín", 1980, "Lao động tiên tiến"),
        (None, None, "Cộng: 1"),
        ("C. CÁ NHÂN NGOÀI TRƯỜNG",),
        ("Danh hiệu", "Tên cá nhân"),
        ("Giấy khen", "Quàng Thị Mỷ"),
        ("Sơn La, ngày 05 tháng 01 năm 2021",),
        (None, "HIỆU TRƯỞNG"),
        kind="awards",
    )
    assert [guess.top for guess, _ in found] == [1, 5, 9]
    assert [column(rows, "recipient") for _, rows in found] == [["Khoa Xây dựng Đảng"], ["Lò Văn Ín"], ["Quàng Thị Mỷ"]]
    assert [column(rows, "award")[0] for _, rows in found] == [
        "Tập thể Lao động tiên tiến",
        "Lao động tiên tiến",
        "Giấy khen",
    ]
    assert found[1][0].skipped == {7: "dòng tổng cộng"}
    assert set(found[2][0].skipped) == {8, 11, 12}


def test_a_table_far_below_the_first(tmp_path: Path) -> None:
    first = [(number, f"Lò Văn {chr(65 + number % 26)}ng", 1970 + number % 30) for number in range(1, 201)]
    found = written(
        tmp_path,
        ("STT", "Họ và tên", "Năm sinh"),
        *first,
        (),
        ("DANH SÁCH HỢP ĐỒNG",),
        ("STT", "Họ tên", "Dân tộc", "Năm sinh"),
        (1, "Mùa A Sử", "Mông", 1999),
    )
    assert [(guess.top, len(rows)) for guess, rows in found] == [(0, 200), (203, 1)]
    assert found[1][1][0].texts == {"full_name": "Mùa A Sử", "ethnicity": "Mông", "birth_date": "1999"}


def test_each_table_has_the_unit_and_the_year_of_its_own_title(tmp_path: Path) -> None:
    heading = ("STT", "Họ và tên", "Năm sinh")
    found = written(
        tmp_path,
        ("DANH SÁCH CỦA TRƯỜNG CHÍNH TRỊ TỈNH LÀO CAI NĂM 2019",),
        heading,
        (1, "Giàng A Páo", 1980),
        ("Người lập biểu",),
        ("Trần Thị Lan",),
        (),
        ("DANH SÁCH CỦA TRƯỜNG CHÍNH TRỊ TỈNH SƠN LA NĂM 2020",),
        heading,
        (1, "Lò Văn Ín", 1981),
    )
    assert [guess.unit for guess, _ in found] == [UNITS[0], UNITS[2]]
    assert [[title for title in guess.titles if "NĂM" in title] for guess, _ in found] == [
        ["DANH SÁCH CỦA TRƯỜNG CHÍNH TRỊ TỈNH LÀO CAI NĂM 2019"],
        ["DANH SÁCH CỦA TRƯỜNG CHÍNH TRỊ TỈNH SƠN LA NĂM 2020"],
    ]
    assert column(found[1][1], "full_name") == ["Lò Văn Ín"]
    assert set(found[0][0].skipped) == {3, 4}
    assert set(found[1][0].skipped) == {6}


def test_a_heading_repeated_below_every_department_stays_one_table(tmp_path: Path) -> None:
    heading = ("STT", "Họ và tên", "Năm sinh")
    ((guess, rows),) = written(
        tmp_path,
        ("I. Khoa Xây dựng Đảng",),
        heading,
        (1, "Giàng A Páo", 1980),
        ("II. Khoa Lý luận cơ sở",),
        heading,
        (1, "Lò Văn Ín", 1981),
    )
    assert column(rows, "department_uid") == ["Khoa Xây dựng Đảng", "Khoa Lý luận cơ sở"]
    assert guess.skipped == {4: "tiêu đề lặp lại"}


def test_words_in_cells_that_could_head_a_column_begin_no_table(tmp_path: Path) -> None:
    path = tmp_path / "đề nghị.csv"
    path.write_text(
        "Tên tập thể/cá nhân,Phân loại,Hình thức khen thưởng\n"
        "Chi đoàn Trường,Tập thể,Giấy khen\nTrần Văn Hải,Cá nhân,Giấy khen\nĐội bóng,Tập thể,Giấy khen\n",
        "utf-8",
    )
    ((_, rows),) = tables(path, "nominations")
    assert column(rows, "recipient") == ["Chi đoàn Trường", "Trần Văn Hải", "Đội bóng"]


def test_two_tables_of_the_same_columns_under_other_words(tmp_path: Path) -> None:
    found = written(
        tmp_path,
        ("I. TẬP THỂ (01)",),
        ("TT", "Tên tập thể", "Hình thức khen thưởng"),
        (1, "Khoa Xây dựng Đảng", "Giấy khen"),
        ("II. CÁ NHÂN (01)",),
        ("TT", "Họ và tên", "Hình thức khen thưởng"),
        (1, "Vi Thị Hà", "Giấy khen"),
        kind="awards",
    )
    assert [column(rows, "recipient") for _, rows in found] == [["Khoa Xây dựng Đảng"], ["Vi Thị Hà"]]
    assert [column(rows, "recipient_kind") for _, rows in found] == [["TẬP THỂ"], ["CÁ NHÂN"]]


def test_schools_are_honoured_under_their_own_heading(tmp_path: Path) -> None:
    found = written(
        tmp_path,
        ("DANH SÁCH KHEN THƯỞNG",),
        ("A. TẬP THỂ LAO ĐỘNG TIÊN TIẾN",),
        ("TT", "Tên đơn vị"),
        (1, "Khoa Xây dựng Đảng"),
        (2, "Phòng Đào tạo"),
        ("B. CHIẾN SĨ THI ĐUA CƠ SỞ",),
        ("TT", "Họ và tên", "Đơn vị"),
        (1, "Vi Thị Hà", "Lào Cai"),
        kind="awards",
    )
    assert [column(rows, "recipient") for _, rows in found] == [["Khoa Xây dựng Đảng", "Phòng Đào tạo"], ["Vi Thị Hà"]]
    assert [set(column(rows, "award")) for _, rows in found] == [
        {"TẬP THỂ LAO ĐỘNG TIÊN TIẾN"},
        {"CHIẾN SĨ THI ĐUA CƠ SỞ"},
    ]
    assert column(found[1][1], "unit_uid") == ["Lào Cai"]


def test_a_summary_by_unit_is_no_list_of_awards(tmp_path: Path) -> None:
    assert written(tmp_path, ("TT", "Đơn vị", "Số lượng"), (1, "Lào Cai", 2), kind="awards") == []


def test_a_summary_below_a_roster_is_nobody(tmp_path: Path) -> None:
    ((guess, rows),) = written(
        tmp_path,
        ("STT", "Họ và tên", "Năm sinh"),
        (1, "Vi Thị Hà", 1980),
        (2, "Lô Văn Nghị", 1985),
        (),
        ("BẢNG TỔNG HỢP",),
        ("TT", "Đơn vị", "Tổng số"),
        (1, "Lào Cai", 2),
        (2, "Sơn La", 3),
    )
    assert column(rows, "full_name") == ["Vi Thị Hà", "Lô Văn Nghị"]
    assert set(guess.skipped) == {4, 5, 6, 7}


def test_a_summary_above_a_roster_is_told(tmp_path: Path) -> None:
    ((guess, rows),) = written(
        tmp_path,
        ("TT", "Trình độ", "Số người"),
        (1, "Thạc sĩ", 2),
        (2, "Đại học", 3),
        (),
        ("STT", "Họ và tên", "Năm sinh"),
        (1, "Vi Thị Hà", 1980),
    )
    assert column(rows, "full_name") == ["Vi Thị Hà"]
    assert any("Dòng 2–3" in remark for remark in guess.remarks)


# --- side by side ---


def test_two_departments_side_by_side() -> None:
    (first, left), (second, right) = tables(foreign("54"))
    assert (first.key, second.key) == (("Danh sách", 1, 0), ("Danh sách", 1, 4))
    assert (first.name, second.name) == ("Danh sách (cột A–C)", "Danh sách (cột E–G)")
    assert column(left, "full_name") == ["Ma Thị Dần", "Lý Văn Sính"]
    assert column(left, "birth_date") == ["03/02/1979", "06/05/1981"]
    assert column(left, "department_uid") == ["KHOA XÂY DỰNG ĐẢNG"] * 2
    assert column(right, "full_name") == ["Phàn Tả Mẩy", "Lò Phù Sìn"]
    assert column(right, "birth_date") == ["09/08/1990", "12/11/1975"]
    assert column(right, "department_uid") == ["KHOA LÝ LUẬN CƠ SỞ"] * 2
    assert {row.sheet for row in right} == {second.name}


@pytest.mark.parametrize(
    "heading",
    [
        ("STT", "Họ và tên", "Năm sinh", "STT", "Họ và tên", "Năm sinh"),
        ("Họ và tên", "Năm sinh", "Dân tộc", "Họ và tên", "Năm sinh", "Dân tộc"),
        ("TT", "Họ tên", "Năm sinh", "TT", "Họ và tên", "Dân tộc"),
    ],
    ids=["numbered", "without numbers", "other columns"],
)
def test_lists_that_touch_each_other(tmp_path: Path, heading: tuple[str, ...]) -> None:
    lines = {
        "STT": (1, 2, 3),
        "TT": (1, 2, 3),
        "Họ và tên": ("Ma Thị Dần", "Lý Văn Sính", None),
        "Họ tên": ("Tẩn Láo Lở", "Vàng Seo Pao", "Hà Thị Ỏn"),
        "Năm sinh": (1980, 1981, None),
        "Dân tộc": ("Tày", "Dao", None),
    }
    rows = [tuple(lines[title][place] for title in heading) for place in range(3)]
    found = written(tmp_path, ("DANH SÁCH NĂM 2020",), heading, *rows)
    assert [guess.left for guess, _ in found] == [0, 3]
    names = [name for _, rows in found for row in rows if (name := row.texts.get("full_name"))]
    assert names == [
        *(name for name in lines[heading[1] if "T" in heading[0][:2] else heading[0]] if name),
        *("Ma Thị Dần", "Lý Văn Sính"),
    ]


def test_titles_over_both_lists_hold_for_both(tmp_path: Path) -> None:
    heading = ("STT", "Họ và tên", "Năm sinh")
    found = written(
        tmp_path,
        ("TRƯỜNG CHÍNH TRỊ TỈNH SƠN LA",),
        ("DANH SÁCH NĂM 2020",),
        ("Khoa Xây dựng Đảng", None, None, None, "Khoa Lý luận cơ sở"),
        (*heading, None, *heading),
        (1, "Ma Thị Dần", 1980, None, 1, "Tẩn Láo Lở", 1981),
    )
    assert [guess.unit for guess, _ in found] == [UNITS[2]] * 2
    assert [guess.titles[:2] for guess, _ in found] == [("TRƯỜNG CHÍNH TRỊ TỈNH SƠN LA", "DANH SÁCH NĂM 2020")] * 2
    assert [column(rows, "department_uid") for _, rows in found] == [["Khoa Xây dựng Đảng"], ["Khoa Lý luận cơ sở"]]


def test_a_table_below_two_side_by_side_has_the_whole_width(tmp_path: Path) -> None:
    heading = ("STT", "Họ và tên", "Năm sinh")
    found = written(
        tmp_path,
        (*heading, None, *heading),
        (1, "Ma Thị Dần", 1980, None, 1, "Tẩn Láo Lở", 1981),
        (2, "Lý Văn Sính", 1982),
        (),
        ("DANH SÁCH HỢP ĐỒNG",),
        ("STT", "Họ và tên", "Năm sinh", "Giới tính", "Dân tộc", "Chức vụ", "Ghi chú"),
        (1, "Vàng Seo Pao", 1990, "Nam", "Mông", "Bảo vệ", "mới"),
    )
    assert [(guess.top, guess.left) for guess, _ in found] == [(0, 0), (0, 4), (5, 0)]
    assert [column(rows, "full_name") for _, rows in found] == [
        ["Ma Thị Dần", "Lý Văn Sính"],
        ["Tẩn Láo Lở"],
        ["Vàng Seo Pao"],
    ]
    assert column(found[2][1], "note") == ["mới"]


def test_one_table_with_two_columns_of_names_is_not_parted(tmp_path: Path) -> None:
    ((guess, rows),) = written(
        tmp_path,
        ("STT", "Họ và tên", "Năm sinh", "Họ và tên vợ hoặc chồng", "Họ tên cha", "Dân tộc"),
        (1, "Ma Thị Dần", 1980, "Lý Văn Sính", "Ma Văn Ón", "Tày"),
    )
    assert column(rows, "full_name") == ["Ma Thị Dần"]
    assert column(rows, "ethnicity") == ["Tày"]
    assert guess.name == "Sheet1"


# --- sheets that are no list ---


def test_a_sheet_of_instructions_is_not_taken_by_itself() -> None:
    (taken, rows), (left_out, _) = tables(foreign("34"))
    assert column(rows, "full_name") == ["Nông Văn Phách", "Bế Thị Lan"]
    assert (taken.ticked, left_out.ticked) == (True, False)
    assert any("Hướng dẫn" in remark for remark in left_out.remarks)


@pytest.mark.parametrize(
    ("name", "ticked"),
    [
        *(("Ví dụ", False), ("VD", False), ("Mẫu", False), ("Danh mục dân tộc", False), ("HƯỚNG DẪN NHẬP", False)),
        *(("Mẫu 2C", True), ("Mẫu số 1", True), ("Hưng Yên", True), ("Danh sách mẫu 2", True)),
    ],
)
def test_sheets_named_as_examples(tmp_path: Path, name: str, ticked: bool) -> None:
    path = tmp_path / "hai trang.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for sheet in ("Danh sách", name):
            rows_from(book.add_worksheet(sheet), 0, [("STT", "Họ và tên", "Năm sinh"), (1, "Lò Văn Ín", 1980)])
    assert [guess.ticked for guess, _ in tables(path)] == [True, ticked]


def test_the_only_sheet_is_taken_whatever_its_name(tmp_path: Path) -> None:
    path = excel(
        tmp_path / "mẫu.xlsx",
        lambda page, day: rows_from(page, 0, [("Họ và tên", "Năm sinh"), ("Lò Văn Ín", 1980)]),
        sheet="Mẫu",
    )
    ((guess, _),) = tables(path)
    assert guess.ticked
    assert guess.remarks == ()
