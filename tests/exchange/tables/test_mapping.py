"""The guess is only a guess: everything in it can be looked at and changed."""

from pathlib import Path

import pytest

from cluster_desktop.domain.fields.fields import fields_of
from cluster_desktop.domain.people.people import InitiativeDraft, PersonDraft, RatingDraft
from cluster_desktop.exchange.tables.headings import HeadingWords
from cluster_desktop.exchange.tables.raw_rows import read_rows
from cluster_desktop.exchange.tables.spreadsheets import read_workbook
from cluster_desktop.exchange.tables.tables import find_tables, table_at, with_mapping, with_sections, with_unit
from cluster_desktop.exchange.tables.uses import IGNORED, ColumnUse, How, possible_uses, use_label
from tests.exchange.reading import FIELDS, Seen, excel, rows_from, see, see_all


def table(tmp_path: Path, *rows: tuple[object, ...]) -> Seen:
    return see(excel(tmp_path / "bảng.xlsx", lambda page, day: rows_from(page, 0, rows)))


@pytest.mark.parametrize("item", fields_of(PersonDraft), ids=lambda item: item.key)
def test_every_field_is_known_by_each_of_its_headings(item: object) -> None:
    words = HeadingWords(FIELDS)
    for heading in item.headings:  # type: ignore[attr-defined]
        for text in (heading, heading.upper(), f"  {heading}\n(nếu có) ", heading.replace(" ", "\n")):
            found = words.match(text)
            assert found is not None, text
            assert found.field == item, text


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Ho va ten", "full_name"),
        ("HỌ TÊN CÁN BỘ", "full_name"),
        ("Lí luận chính trị", "political_theory"),
        ("Trình độ chuyên môn cao nhất hiện nay", "degree"),
        ("Chức vụ hiện nay", "position"),
        ("Ngày, tháng, năm sinh", "birth_date"),
        ("Số CMND", "identity_number"),
        ("Đơn vị (khoa, phòng)", "department_uid"),
        ("Năm", None),
        ("Khoa học", None),
        ("Chức vụ, đơn vị", None),
        ("Dân tộc, tôn giáo", None),
        ("Hệ số lương", None),
        ("", None),
    ],
)
def test_headings_as_offices_write_them(heading: str, key: str | None) -> None:
    found = HeadingWords(FIELDS).match(heading)
    assert (found.field.key if found else None) == key


def test_a_year_is_not_taken_for_men() -> None:
    words = HeadingWords(FIELDS)
    assert words.choices_named("Năm") == {}
    assert words.choices_named("Nam")["gender"] == words.choices_named("NAM")["gender"] == "NAM"


def test_two_columns_for_one_field_are_said_and_only_one_is_used(tmp_path: Path) -> None:
    seen = table(
        tmp_path,
        ("STT", "Họ và tên", "Chức vụ", "Chức vụ hiện nay"),
        (1, "Hà Văn Thi", "Giảng viên", "Trưởng khoa"),
    )
    assert seen.column("position") == ["Giảng viên"]
    assert [3 in seen.guess.unused, len(seen.guess.remarks)] == [True, 1]
    assert "Chức vụ hiện nay" in seen.guess.remarks[0]


def test_another_mapping_gives_other_texts(tmp_path: Path) -> None:
    seen = table(
        tmp_path,
        ("STT", "Họ và tên", "Chức vụ", "Công việc", "Nữ"),
        (1, "Hà Văn Thi", "Giảng viên", "Quản sinh", None),
        (2, "Lò Thị Mai", "Văn thư", "Thủ quỹ", "x"),
    )
    women_only = ColumnUse("gender", "NU", How.MARK, blank="NAM")
    changed = with_mapping(seen.guess, {2: IGNORED, 3: ColumnUse("position"), 4: women_only})
    rows = read_rows(seen.sheet, changed, FIELDS)
    assert [row.texts["position"] for row in rows] == ["Quản sinh", "Thủ quỹ"]
    assert [row.texts["gender"] for row in rows] == ["Nam", "Nữ"]
    assert seen.column("gender") == [None, "Nữ"]


def test_every_use_a_guess_makes_is_among_those_offered(tmp_path: Path) -> None:
    seen = table(
        tmp_path,
        ("STT", "Họ đệm", "Tên", "Năm sinh", None, "Thạc sĩ", "Cử nhân", "Bậc lương"),
        (None, None, None, "Nam", "Nữ"),
        (1, "Hà Văn", "Thi", 1980, None, "x"),
    )
    offered = [use for _, use in possible_uses(FIELDS)]
    labels = [use_label(seen.guess.use(column), FIELDS) for column in range(8)]
    assert all(seen.guess.use(column) in offered for column in range(8))
    assert labels[3:6] == [
        "Ngày sinh (Giới tính: Nam)",
        "Ngày sinh (Giới tính: Nữ)",
        "Trình độ chuyên môn: đánh dấu Thạc sĩ",
    ]
    assert labels[0] == labels[7] == "Bỏ qua cột này"
    assert len({label for label, _ in possible_uses(FIELDS)}) == len(offered)


def test_a_group_row_can_be_given_another_meaning(tmp_path: Path) -> None:
    seen = table(
        tmp_path, ("STT", "Họ và tên", "Dân tộc"), ("I", "Hợp đồng"), (1, "Hà Văn Thi", "Kinh"), (2, "Lò Mai", "Thái")
    )
    assert seen.column("employment") == ["Hợp đồng", "Hợp đồng"]
    changed = with_sections(seen.guess, {1: "department_uid"})
    assert read_rows(seen.sheet, changed, FIELDS)[1].texts["department_uid"] == "Hợp đồng"
    left_out = with_sections(seen.guess, {1: None})
    assert "employment" not in read_rows(seen.sheet, left_out, FIELDS)[0].texts


def test_the_unit_of_a_table_can_be_changed(tmp_path: Path) -> None:
    seen = table(tmp_path, ("STT", "Họ và tên", "Dân tộc"), (1, "Hà Văn Thi", "Kinh"))
    (row,) = read_rows(seen.sheet, with_unit(seen.guess, "Sơn La"), FIELDS)
    assert row.texts["unit_uid"] == "Sơn La"


def test_a_heading_nobody_knows_can_be_pointed_at(tmp_path: Path) -> None:
    path = excel(
        tmp_path / "lạ.xlsx",
        lambda page, day: rows_from(page, 0, [("Bảng 1",), ("Ai", "Mấy tuổi"), ("Hà Văn Thi", 40), ("Lò Thị Mai", 41)]),
    )
    assert see_all(path) == []
    (sheet,) = read_workbook(path)
    pointed = with_mapping(table_at(sheet, FIELDS, top=1), {0: ColumnUse("full_name")})
    assert [row.texts["full_name"] for row in read_rows(sheet, pointed, FIELDS)] == ["Hà Văn Thi", "Lò Thị Mai"]


def test_the_same_layout_has_the_same_key_next_year(tmp_path: Path) -> None:
    first = table(tmp_path, ("STT", "Họ và tên", "Dân tộc"), (1, "Hà Văn Thi", "Kinh"))
    second = table(tmp_path, ("DANH SÁCH 2021",), (), ("Stt", "HỌ VÀ TÊN", "Dân  tộc"), (1, "Lò Thị Mai", "Thái"))
    other = table(tmp_path, ("STT", "Họ và tên", "Tôn giáo"), (1, "Hà Văn Thi", "Không"))
    assert first.guess.layout == second.guess.layout != other.guess.layout


def test_other_records_are_found_by_their_own_headings(tmp_path: Path) -> None:
    rows = [("TT", "Họ và tên", "Năm", "Xếp loại"), (1, "Hà Văn Thi", 2020, "HTTNV")]
    path = excel(tmp_path / "xl.xlsx", lambda page, day: rows_from(page, 0, rows))
    fields = fields_of(RatingDraft)
    sheets = read_workbook(path)
    (guess,) = find_tables(sheets, fields)
    (row,) = read_rows(sheets[0], guess, fields)
    assert row.texts == {"person_uid": "Hà Văn Thi", "year": "2020", "quality": "HTTNV"}
    assert find_tables(sheets, fields_of(InitiativeDraft)) == ()


def test_nothing_is_lost_between_rows_groups_and_rows_left_out(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [("STT", "Họ và tên", "Dân tộc", "Ghi chú")]
    rows += [("I", "Khoa Lý luận cơ sở"), (1, "Hà Văn Thi", "Kinh"), (), (2, None, "Thái", "quên tên")]
    rows += [(None, "Tổng cộng", 2), (None, None, None, "lẻ loi"), ("Người lập biểu",), (None, "Ký tên")]
    seen = table(tmp_path, *rows)
    told = {row.number - 1 for row in seen.rows} | {section.row for section in seen.guess.sections}
    told |= set(seen.guess.skipped)
    filled = {number for number, row in enumerate(seen.sheet.rows) if any(cell is not None for cell in row)}
    assert filled - told == {0}
    assert seen.column("full_name")[:2] == ["Hà Văn Thi", None]
