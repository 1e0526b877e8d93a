"""What is a person, what a group, a sum, a signature: every row is read, or left out with a reason that names it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from cluster_desktop.domain.record_kinds.import_kinds import IMPORT_KINDS
from cluster_desktop.exchange.tables.group_words import may_be_a_person
from cluster_desktop.exchange.tables.raw_rows import read_rows
from cluster_desktop.exchange.tables.spreadsheets import read_workbook
from cluster_desktop.exchange.tables.tables import find_tables
from tests.exchange.foreign_tables import foreign
from tests.exchange.reading import Seen, excel, rows_from, see, see_all

HEADING = ("STT", "Họ và tên", "Ngày sinh", "Chức vụ")
PLAIN = ("Họ và tên", "Ngày sinh", "Chức vụ")


def table(tmp_path: Path, *rows: Sequence[object]) -> Seen:
    return see(excel(tmp_path / "bảng.xlsx", lambda page, day: rows_from(page, 0, rows)))


def names(seen: Seen) -> list[str | None]:
    return seen.column("full_name")


# --- names that say nothing else ---


def test_names_alone_are_people() -> None:
    assert names(see(foreign("21"))) == ["Nông Văn Phách", "Bế Thị Lan", "Triệu Văn Thông", "Đàm Thị Uyên"]


def test_a_last_person_with_a_name_and_a_cell_nobody_reads() -> None:
    assert names(see(foreign("22"))) == ["Nông Văn Phách", "Bế Thị Lan", "Đàm Thị Uyên"]


def test_names_alone_above_signatures(tmp_path: Path) -> None:
    seen = table(
        tmp_path,
        PLAIN,
        ("Nông Văn Phách",),
        ("Bế Thị Lan",),
        (),
        (None, None, "Cao Bằng, ngày 05 tháng 01 năm 2021"),
        ("NGƯỜI LẬP", None, "HIỆU TRƯỞNG"),
        ("Hoàng Thị Pẻn", None, "Đàm Văn Én"),
    )
    assert names(seen) == ["Nông Văn Phách", "Bế Thị Lan"]
    assert set(seen.guess.skipped) == {4, 5, 6}


def test_names_alone_in_small_letters(tmp_path: Path) -> None:
    assert names(table(tmp_path, PLAIN, ("lò văn cường",), ("bế thị lan",))) == ["Lò Văn Cường", "Bế Thị Lan"]


def test_names_alone_with_a_number_before_them(tmp_path: Path) -> None:
    seen = table(tmp_path, PLAIN, ("1. Nông Văn Phách",), ("2. Bế Thị Lan",), ("3. Triệu Văn Thông", 1980, "Lái xe"))
    assert len(seen.rows) == 3
    assert seen.guess.sections == ()


def test_the_last_name_alone_belongs_to_the_list_it_touches(tmp_path: Path) -> None:
    rows = [PLAIN, ("Nông Văn Phách", 1976, "Trưởng khoa"), ("Bế Thị Lan", 1980, "Giảng viên"), ("Đàm Thị Uyên",)]
    assert names(table(tmp_path, *rows)) == ["Nông Văn Phách", "Bế Thị Lan", "Đàm Thị Uyên"]
    apart = table(tmp_path, *rows[:3], (), rows[3])
    assert names(apart) == ["Nông Văn Phách", "Bế Thị Lan"]
    assert set(apart.guess.skipped) == {4}


def test_a_name_without_its_number_is_asked_about(tmp_path: Path) -> None:
    seen = table(
        tmp_path,
        HEADING,
        (1, "Nông Văn Phách", 1976),
        (None, "Bế Thị Lan"),
        (2, "Đàm Thị Uyên", 1980),
        (None, "Lý Sáy"),
    )
    assert names(seen) == ["Nông Văn Phách", "Đàm Thị Uyên"]
    assert {row: "Bế Thị Lan" in why or "Lý Sáy" in why for row, why in seen.guess.skipped.items()} == {
        2: True,
        4: True,
    }


# --- sums ---


def test_tong_cong_minh_is_a_person() -> None:
    seen = see(foreign("33"))
    assert names(seen) == ["Tong Cong Minh", "Nong Van Phach", "Tong So Kim", "Be Thi Lan"]
    assert seen.shown("birth_date") == ["02/09/1976", "05/03/1980", "11/07/1985", "20/10/1990"]


@pytest.mark.parametrize(
    "row",
    [
        ("Tổng cộng", 4),
        ("TỔNG SỐ: 4 người",),
        ("Tong cong", 4, 3),
        ("TONG SO NGUOI", 4),
        ("Cộng", None, "Nam: 2, nữ: 2"),
        ("Cộng khoa: 2", None, "1 nữ"),
        ("CỘNG TẬP THỂ", None, "4.768.000"),
        ("Tổng cộng toàn trường", 4),
        ("Tong Cong Minh", 4, 3),  # nothing but counts beside it
    ],
)
def test_sums_are_no_people(tmp_path: Path, row: tuple[object, ...]) -> None:
    seen = table(tmp_path, PLAIN, ("Nông Văn Phách", 1976, "Lái xe"), row, ("Bế Thị Lan", 1980, "Kế toán"))
    assert names(seen) == ["Nông Văn Phách", "Bế Thị Lan"]
    assert seen.guess.skipped == {2: "dòng tổng cộng"}


@pytest.mark.parametrize(
    "name", ["Tống Công Minh", "Tòng Số Ín", "TONG CONG MINH", "Cộng Thị Khoa", "Cộng Khoa Nam", "Tong Thi So"]
)
def test_people_whose_names_sound_like_sums(tmp_path: Path, name: str) -> None:
    row = (name, "02/09/1976", "Giảng viên")
    stands = name.title() if name.isupper() else name
    assert names(table(tmp_path, PLAIN, row)) == [stands]
    assert names(table(tmp_path, HEADING, (1, *row), (2, "Bế Thị Lan"))) == [stands, "Bế Thị Lan"]


# --- groups ---


def test_lone_titles_are_groups_and_told() -> None:
    seen = see(foreign("17"))
    assert names(seen) == ["Nông Văn Phách", "Bế Thị Lan", "Triệu Văn Thông", "Đàm Thị Uyên"]
    assert [(section.row, section.field) for section in seen.guess.sections] == [(3, "employment"), (5, None)]
    assert seen.column("employment") == [None, None, "Lao động hợp đồng", None]
    (remark,) = seen.guess.remarks
    assert "6 “Viên chức nghỉ hưu trong năm”" in remark


def test_an_unknown_group_ends_the_department_above() -> None:
    seen = see(foreign("78"))
    assert names(seen) == ["Nông Văn Phách", "Bế Thị Lan", "Triệu Văn Thông", "Đàm Thị Uyên", "Lục Văn Chài"]
    assert seen.column("department_uid") == ["Ban Giám hiệu", "Ban Giám hiệu", None, None, None]
    assert seen.column("employment") == [None, None, None, None, "Hợp đồng"]
    assert any("Nghiệp vụ" in remark for remark in seen.guess.remarks)


def test_groups_end_where_the_next_alike_begins(tmp_path: Path) -> None:
    seen = table(
        tmp_path,
        HEADING,
        ("A", "TRƯỜNG CHÍNH TRỊ TỈNH CAO BẰNG"),
        ("I", "Biên chế"),
        ("1.", "Khoa Xây dựng Đảng", None, None),
        (1, "Hoàng Đình Bảo", 1970),
        ("II", "Hợp đồng"),
        (2, "Vi Thị Hà", 1980),
        ("B", "TRƯỜNG CHÍNH TRỊ TỈNH LẠNG SƠN"),
        (3, "Lô Văn Nghị", 1985),
    )
    assert seen.column("department_uid") == ["Khoa Xây dựng Đảng", None, None]
    assert seen.column("employment") == [None, "Hợp đồng", None]
    assert [unit and unit[-8:] for unit in seen.column("unit_uid")] == ["CAO BẰNG", "CAO BẰNG", "LẠNG SƠN"]


def test_men_and_women_below_a_department_stay_in_it(tmp_path: Path) -> None:
    seen = table(
        tmp_path,
        HEADING,
        (None, "Khoa Xây dựng Đảng"),
        (None, "Nữ"),
        (1, "Vi Thị Hà", 1980),
        (None, "Nam"),
        (2, "Lô Văn Nghị", 1985),
        (None, "Khoa Lý luận cơ sở"),
        (None, "Nữ"),
        (3, "Bế Thị Lan", 1990),
    )
    assert seen.column("gender") == ["Nữ", "Nam", "Nữ"]
    assert seen.column("department_uid") == ["Khoa Xây dựng Đảng", "Khoa Xây dựng Đảng", "Khoa Lý luận cơ sở"]


@pytest.mark.parametrize("words", ["Chi đoàn", "Đội bóng chuyền", "Tổ nữ công", "Khối hành chính", "DIỆN HỢP ĐỒNG 68"])
def test_words_of_groups_are_no_people(tmp_path: Path, words: str) -> None:
    seen = table(tmp_path, HEADING, (1, "Vi Thị Hà", 1980), (None, words), (2, "Lô Văn Nghị", 1985))
    assert names(seen) == ["Vi Thị Hà", "Lô Văn Nghị"]
    assert [section.row for section in seen.guess.sections] == [2]


@pytest.mark.parametrize(
    "name", ["Đoàn Thị Hội", "Lê Lợi", "Hồ Chí Nam", "Y Ban", "Bàn Thị Khối", "K'Brơi Ban", "Tô Ngọc Lớp"]
)
def test_names_that_hold_words_of_groups(name: str) -> None:
    assert may_be_a_person(name)


def test_groups_under_small_letters(tmp_path: Path) -> None:
    seen = table(
        tmp_path,
        HEADING,
        ("I", "Khoa Xây dựng Đảng"),
        ("a", "Viên chức"),
        (1, "Vi Thị Hà", 1980),
        ("b)", "Hợp đồng"),
        (2, "Lô Văn Nghị", 1985),
        ("II", "Khoa Lý luận cơ sở"),
        (3, "Bế Thị Lan", 1990),
    )
    assert seen.column("employment") == ["Viên chức", "Hợp đồng", None]
    assert seen.column("department_uid") == ["Khoa Xây dựng Đảng", "Khoa Xây dựng Đảng", "Khoa Lý luận cơ sở"]


@pytest.mark.parametrize("foot", ["Trang 1/2", "Trang 1", "(trang 2 / 10)", "Page 1 of 3"])
def test_the_number_of_a_page_ends_no_department(tmp_path: Path, foot: str) -> None:
    rows = [HEADING, (None, "Ban Giám hiệu"), (1, "Vi Thị Hà", 1980), (None, foot), HEADING, (2, "Lô Văn Nghị", 1985)]
    seen = table(tmp_path, *rows)
    assert seen.column("department_uid") == ["Ban Giám hiệu"] * 2
    assert seen.guess.skipped == {3: "số trang", 4: "tiêu đề lặp lại"}


# --- zeros, merged names, headings again ---


def test_zeros_of_linked_rows_are_nobody() -> None:
    seen = see(foreign("69"))
    assert names(seen) == ["Nông Văn Phách", "Bế Thị Lan"]
    assert set(seen.guess.skipped) == {3, 4, 5}


def test_a_heading_again_in_a_list_without_numbers(tmp_path: Path) -> None:
    seen = table(tmp_path, PLAIN, ("Vi Thị Hà", 1980, "Kế toán"), PLAIN, ("Lô Văn Nghị", 1985, "Lái xe"))
    assert names(seen) == ["Vi Thị Hà", "Lô Văn Nghị"]
    assert seen.guess.skipped == {2: "tiêu đề lặp lại"}


def test_a_name_merged_over_rows_counts_for_those_that_say_something(tmp_path: Path) -> None:
    def fill(page: Any, day: Any) -> None:
        page.write_row(0, 0, HEADING)
        page.merge_range(1, 1, 3, 1, "Vi Thị Hà")
        page.write(1, 2, 1980)
        page.write(1, 3, "Kế toán")
        page.write(2, 3, "Văn thư")
        page.write_row(4, 0, (2, "Lô Văn Nghị", 1985))

    seen = see(excel(tmp_path / "bảng.xlsx", fill))
    assert names(seen) == ["Vi Thị Hà", "Vi Thị Hà", "Lô Văn Nghị"]
    assert seen.column("position") == ["Kế toán", "Văn thư", None]


def test_an_award_below_a_name_is_no_group(tmp_path: Path) -> None:
    """A register whose names stand only in the first of their rows: the others ask whose they are."""
    kind = IMPORT_KINDS["awards"]
    rows = [
        ("STT", "Họ và tên", "Năm", "Danh hiệu"),
        (1, "Vi Thị Hà", 2018, "LĐTT"),
        (None, None, 2019, "CSTĐCS"),
        (2, "Lô Văn Nghị", 2019, "LĐTT"),
    ]
    (sheet,) = read_workbook(excel(tmp_path / "sổ.xlsx", lambda page, day: rows_from(page, 0, rows)))
    (guess,) = find_tables([sheet], kind.fields_anchored("recipient"))
    read = read_rows(sheet, guess, kind.fields)
    assert [(row.texts.get("recipient"), row.texts["award"]) for row in read] == [
        ("Vi Thị Hà", "LĐTT"),
        (None, "CSTĐCS"),
        ("Lô Văn Nghị", "LĐTT"),
    ]


# --- tables that are no list ---


def test_relatives_of_somebody_are_asked_about() -> None:
    (seen,) = see_all(foreign("63"))
    assert not seen.guess.ticked
    assert "Mối quan hệ" in seen.guess.remarks[0]


@pytest.mark.parametrize("heading", ["Quan hệ", "QUAN HỆ VỚI BẢN THÂN", "Quan hệ gia đình"])
def test_relatives_under_other_headings(tmp_path: Path, heading: str) -> None:
    seen = table(tmp_path, ("STT", heading, "Họ và tên", "Năm sinh"), (1, "Vợ", "Bế Thị Lan", 1980))
    assert not seen.guess.ticked


def test_posts_under_the_heading_of_names_are_asked_about(tmp_path: Path) -> None:
    seen = table(
        tmp_path,
        ("STT", "Mã", "Họ và tên", "Năm sinh"),
        (1, "Vi Thị Hà", "Trưởng khoa", 1980),
        (2, "Lô Văn Nghị", "Giảng viên chính", 1985),
        (3, "Bế Thị Lan", "Kế toán", 1985),
    )
    assert not seen.guess.ticked
    assert "“Trưởng khoa”" in seen.guess.remarks[0]


def test_names_right_of_their_heading_are_asked_about(tmp_path: Path) -> None:
    seen = table(tmp_path, ("Họ và tên", "Năm sinh", "Chức vụ"), (1, "Vi Thị Hà", 1980), (2, "Lô Văn Nghị", 1985))
    assert not seen.guess.ticked
    assert "lệch" in seen.guess.remarks[0]


def test_people_named_as_examples_are_left_out_beside_others(tmp_path: Path) -> None:
    rows = [
        ("DANH SÁCH MẪU",),
        HEADING,
        (1, "Nguyễn Văn A", 1980),
        (2, "Trần Thị B", 1985),
        (),
        ("DANH SÁCH",),
        HEADING,
        (1, "Vi Thị Hà", 1980),
    ]
    seen = see_all(excel(tmp_path / "bảng.xlsx", lambda page, day: rows_from(page, 0, rows)))
    assert [each.guess.ticked for each in seen] == [False, True]
    assert "Nguyễn Văn A" in seen[0].guess.remarks[0]


def test_a_heading_alone_is_told() -> None:
    assert see(foreign("67")).guess.remarks == ("Dưới tiêu đề của bảng không có dòng nào.",)
