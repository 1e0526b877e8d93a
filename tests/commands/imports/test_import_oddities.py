"""Rows that a clerk has to look at: each is told in one sentence with its number, and the others are not lost."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest

from cluster_desktop import errors
from cluster_desktop.commands.imports import tables
from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.nominations import DecisionDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.record_kinds.import_kinds import NOMINATIONS, SCORES, STAFF
from cluster_desktop.domain.scoring.scoring import CriterionDraft, ScoreSheetDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import ClusterDraft, UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.commands.imports.import_files import Line, bring_in, excel, plan, word

HEAD = ("TT", "Họ và tên", "Ngày sinh", "Danh hiệu")
TITLE = "DANH SÁCH ĐỀ NGHỊ NĂM 2020"


def in_excel(path: Path, *lines: Line) -> Path:
    return excel(path.with_suffix(".xlsx"), (TITLE,), *lines)


def in_word(path: Path, *lines: Line) -> Path:
    return word(path.with_suffix(".docx"), *lines, title=TITLE)


@pytest.fixture
def other_unit(workspace: Workspace) -> str:
    draft = UnitDraft(code="SONLA", name="Trường Chính trị tỉnh Sơn La", short_name="Sơn La", province="Sơn La")
    return records.create(workspace, draft).uids[0]


@pytest.mark.parametrize("written", [in_excel, in_word])
def test_every_wrong_row_has_its_sentence_and_the_others_stay(
    workspace: Workspace, unit: str, tmp_path: Path, written: Callable[..., Path]
) -> None:
    lines = (
        ("1", 'Giàng A <b>Páo</b> & "Tèo"', "1976", "LĐTT"),
        ("2", "Nguyễn" * 34, "1980", "LĐTT"),
        ("3", "Lò Thị Ơn", "5/1980", "LĐTT"),
        ("4", "Vừ A Dính", "05-01-80", "LĐTT"),
        ("5", "Hạng A Sa", "31/2/1980", "LĐTT"),
        ("6", "Cầm Thị Ba", "1/1/1979", "LĐTT"),
        ("7", "Cầm Thị Ba", "01/01/1979", "Lao động tiên tiến"),
        ("8", "Cầm Thị Bốn", "1/1/1979", "LĐTT; CSTĐCS"),
        ("9", "", "1/1/1979", "LĐTT"),
        ("10", "Mùa A Sáu", "29221", "Danh hiệu lạ"),
        ("11", "Mùa A Bảy", "29221", "LĐTT"),
    )
    done = plan(workspace, "nominations", written(tmp_path / "ds", HEAD, *lines), new_people=True, unit_uid=unit)
    first = done.added[0].row
    assert {problem.row - first + 1: problem.message for problem in done.problems} == {
        2: "Họ và tên dài 204 ký tự; tối đa 200. Hãy viết gọn lại.",
        5: "Tháng 2 năm 1980 chỉ có 29 ngày.",
        7: f"Trùng với dòng {first + 5} của bảng (cùng người hoặc tập thể, cùng danh hiệu). Hãy bỏ một trong hai dòng.",
        9: "Chưa điền họ và tên.",
        10: "Không rõ danh hiệu, hình thức “Danh hiệu lạ”. Hãy ghi như “Chiến sĩ thi đua cơ sở” hoặc “CSTĐCS”.",
    }
    assert [(item.row - first + 1, item.title) for item in done.added] == [
        (1, 'Giàng A <b>Páo</b> & "Tèo"'),
        (3, "Lò Thị Ơn"),
        (4, "Vừ A Dính"),
        (6, "Cầm Thị Ba"),
        (8, "Cầm Thị Bốn"),
        (8, "Cầm Thị Bốn"),
        (11, "Mùa A Bảy"),
    ]
    drafts = [one.draft for one in done.parents if isinstance(one.draft, PersonDraft)]
    born = {draft.full_name: draft.birth_date for draft in drafts}
    assert born["Lò Thị Ơn"] == PartialDate(1980, 5)
    assert born["Vừ A Dính"] == PartialDate(1980, 1, 5)
    assert born["Mùa A Bảy"] == PartialDate(1980, 1, 1)


def test_one_name_in_two_units_and_two_forms_for_one_person_are_pointed_out(
    workspace: Workspace, unit: str, other_unit: str, tmp_path: Path
) -> None:
    path = in_excel(
        tmp_path / "ds",
        (*HEAD, "Đơn vị"),
        ("1", "Giàng A Tủa", "01/02/1980", "LĐTT", "Lào Cai"),
        ("2", "Giàng A Tủa", "01/02/1980", "LĐTT", "Sơn La"),
        ("3", "Lò Thị Ơn", "1980", "Giấy khen", "Lào Cai"),
        ("4", "Lò Thị Ơn", "1980", "Bằng khen", "Lào Cai"),
    )
    done = plan(workspace, "nominations", path, new_people=True)
    assert done.ready
    assert done.notes == (
        "Danh sách, dòng 3 và dòng 4: cùng tên “Giàng A Tủa” nhưng ở hai đơn vị; có thể là cùng một người.",
        (
            "Danh sách, dòng 6: Năm này đã đề nghị “Giấy khen”; "
            "một thành tích không khen nhiều hình thức (Luật 2022, Điều 5)."
        ),
    )


def test_two_new_people_of_one_name_and_day_are_not_made_one_in_silence(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    line = ("Giàng A Tủa", "01/02/1980")
    path = excel(tmp_path / "ds.xlsx", ("Họ và tên", "Ngày sinh"), line, line, ("Giàng A Tủa", "1980"))
    done = plan(workspace, "staff", path, unit_uid=unit)
    (problem,) = done.problems
    assert problem.row == 3
    assert problem.message == (
        "Trùng với dòng 2 của bảng (cùng họ tên, ngày sinh, đơn vị). Hãy bỏ một trong hai dòng. "
        "Nếu đúng là hai người: bấm phải chuột vào dòng, chọn “Dòng này là người khác”, "
        "hoặc thêm người kia ở trang Cán bộ."
    )
    assert done.notes == (
        "Danh sách, dòng 2 và dòng 4: cùng tên “Giàng A Tủa” và ngày sinh không trái nhau; có thể là cùng một người.",
    )


def test_a_list_that_word_broke_over_pages_with_sums_and_signatures(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    made = docx.Document()
    made.add_paragraph(unicodedata.normalize("NFD", TITLE))
    for lines in (
        (HEAD, ("1", unicodedata.normalize("NFD", "Giàng A Páo"), "1976", "LĐTT")),
        (HEAD, ("2", "Lò Thị Ơn", "1980", "LĐTT"), ("Tổng cộng: 2 người", "", "", "")),
        (("NGƯỜI LẬP BIỂU", "HIỆU TRƯỞNG"), ("(Ký, ghi rõ họ tên)", ""), ("Lò Văn A", "Nguyễn Văn B")),
    ):
        table = made.add_table(len(lines), len(lines[0]))
        for row, line in zip(table.rows, lines, strict=True):
            for cell, text in zip(row.cells, line, strict=True):
                cell.text = text
        made.add_paragraph("")
    made.save(str(tmp_path / "ds.docx"))
    done = bring_in(workspace, "nominations", tmp_path / "ds.docx", new_people=True, unit_uid=unit)
    assert [item.title for item in done.added] == ["Giàng A Páo", "Lò Thị Ơn"]


def test_a_short_list_does_not_give_its_unit_to_the_list_below_it(
    workspace: Workspace, unit: str, other_unit: str, tmp_path: Path
) -> None:
    made = docx.Document()
    for award, name, place in (("LĐTT", "Giàng A Páo", "Sơn La"), ("CSTĐCS", "Lò Thị Ơn", "Lào Cai")):
        made.add_paragraph(f"{TITLE}, {award}")
        table = made.add_table(2, 3)
        for row, line in zip(table.rows, (("TT", "Họ và tên", "Chức vụ, đơn vị"), ("1", name, place)), strict=True):
            for cell, text in zip(row.cells, line, strict=True):
                cell.text = text
    made.save(str(tmp_path / "ds.docx"))
    done = plan(workspace, "nominations", tmp_path / "ds.docx", new_people=True)
    people = {str(one.draft.values()["full_name"]): one.draft.values()["unit_uid"] for one in done.parents[:2]}
    assert people == {"Giàng A Páo": other_unit, "Lò Thị Ơn": unit}


def test_the_place_in_a_row_outweighs_the_unit_of_its_table(
    workspace: Workspace, unit: str, other_unit: str, tmp_path: Path
) -> None:
    path = excel(
        tmp_path / "ds.xlsx",
        ("TRƯỜNG CHÍNH TRỊ TỈNH LÀO CAI",),
        (TITLE,),
        ("TT", "Họ và tên", "Chức vụ, đơn vị", "Danh hiệu"),
        ("1", "Giàng A Páo", "Giảng viên, Trường Chính trị tỉnh Sơn La", "LĐTT"),
        ("2", "Lò Thị Ơn", "Giảng viên", "LĐTT"),
    )
    done = plan(workspace, "nominations", path, new_people=True)
    people = {str(one.draft.values()["full_name"]): one.draft.values()["unit_uid"] for one in done.parents[:2]}
    assert people == {"Giàng A Páo": other_unit, "Lò Thị Ơn": unit}


def test_a_table_inside_another_hears_the_lines_above_both(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph(TITLE)
    inner = made.add_table(1, 1).cell(0, 0).add_table(3, 4)
    lines = (HEAD, ("1", "Giàng A Páo", "1976", "LĐTT"), ("2", "Lò Thị Ơn", "1980", "LĐTT"))
    for row, line in zip(inner.rows, lines, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    made.save(str(tmp_path / "ds.docx"))
    assert len(bring_in(workspace, "nominations", tmp_path / "ds.docx", new_people=True, unit_uid=unit).added) == 2


def test_a_file_under_a_wrong_name_says_what_it_is(workspace: Workspace, tmp_path: Path) -> None:
    word(tmp_path / "ds.docx", ("A", "B"), ("1", "2")).rename(tmp_path / "ds.xlsx")
    (tmp_path / "chữ.xlsx").write_text("Đây là chữ, không phải bảng\n", encoding="utf-8")
    for name, what in (("ds.xlsx", "văn bản Word"), ("chữ.xlsx", "chữ thường")):
        with pytest.raises(
            errors.CannotRead, match=f"“{name}” không phải tệp .xlsx mà là {what}, trong đó không có bảng nào"
        ):
            tables.read_tables(workspace, NOMINATIONS, tmp_path / name)


def test_points_of_units_side_by_side_keep_sums_and_penalties_apart(
    workspace: Workspace, unit: str, other_unit: str, tmp_path: Path
) -> None:
    cluster = records.create(workspace, ClusterDraft(name="Cụm thi đua số 2")).uids[0]
    sheet = records.create(workspace, ScoreSheetDraft(cluster_uid=cluster, year=2020, name="Bảng điểm năm 2020")).uids[
        0
    ]
    for place, (title, kind) in enumerate(
        (("Công tác chuyên môn", "NHOM"), ("Tổng số giờ giảng", "TIEU_CHI"), ("Vi phạm kỷ luật", "TRU"))
    ):
        maximum = None if kind == "NHOM" else 1000
        draft = CriterionDraft(sheet_uid=sheet, title=title, kind=kind, maximum=maximum, position=place)
        records.create(workspace, draft)
    lines: tuple[Line, ...] = (
        ("BẢNG ĐIỂM NĂM 2020",),
        ("Số mục", "Nội dung tiêu chí", "Điểm tối đa", "Lào Cai", "Sơn La"),
        ("I", "Công tác chuyên môn", 10, 9.5, 8),
        ("1", "Tổng số giờ giảng", 10, 9.5, 8),
        ("2", "Vi phạm kỷ luật", -10, None, -1),
        ("", "Tổng điểm", 20, 9.5, 7),
        ("", "Xếp hạng", None, "1", "2 (đồng hạng)"),
    )
    done = bring_in(workspace, "scores", excel(tmp_path / "điểm.xlsx", *lines))
    found = {(item.title, item.draft.values()["final_points"]) for item in done.added}
    assert found == {
        ("Tổng số giờ giảng – Trường Chính trị tỉnh Lào Cai", 950),
        ("Tổng số giờ giảng – Trường Chính trị tỉnh Sơn La", 800),
        ("Vi phạm kỷ luật – Trường Chính trị tỉnh Sơn La", 100),
    }
    wrong = excel(tmp_path / "sai.xlsx", *lines[:3], ("1", "Tổng số giờ giảng", 10, 12, "chín"))
    found_tables = tables.read_tables(workspace, SCORES, wrong)
    done = plan(workspace, "scores", wrong)
    problems = done.problems
    assert {problem.message for problem in problems} == {"Tiêu chí này tối đa 10 điểm.", "Gõ điểm như 8 hoặc 7,25."}
    tables.save_rest(found_tables, done, tmp_path / "cần sửa.xlsx")
    again = plan(workspace, "scores", tmp_path / "cần sửa.xlsx").problems
    assert [problem.message for problem in again] == [problem.message for problem in problems]


def test_mended_rows_of_a_word_list_come_in_with_its_year(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    path = word(
        tmp_path / "ds.docx",
        ("TT", "Họ và tên", "Ngày sinh", "Danh hiệu"),
        ("1", "Giàng A Páo", "31/02/1976", "LĐTT"),
        ("2", "Lò Thị Ơn", "1980", "LĐTT"),
        title="DANH SÁCH ĐỀ NGHỊ NĂM 2020",
    )
    found = tables.read_tables(workspace, NOMINATIONS, path)
    mended = tmp_path / "cần sửa.xlsx"
    tables.save_rest(found, plan(workspace, "nominations", path, new_people=True, unit_uid=unit), mended)
    book = openpyxl.load_workbook(mended)
    page = book.active
    assert page is not None
    (cell,) = [cell for row in page.iter_rows() for cell in row if cell.value == "31/02/1976"]
    cell.value = "28/02/1976"
    book.save(mended)
    done = bring_in(workspace, "nominations", mended, new_people=True, unit_uid=unit)
    assert [item.title for item in done.added] == ["Giàng A Páo"]


def test_the_decision_above_a_list_is_held_against_the_one_that_was_chosen(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    lines = (("Theo Quyết định số 77/QĐ-TCT ngày 08/01/2021",), ("Họ và tên", "Danh hiệu"), ("Lò Thị Ơn", "LĐTT"))
    path = excel(tmp_path / "ds.xlsx", *lines)
    told = {"unit_uid": unit, "year": 2020, "new_people": True}
    bring_in(workspace, "awards", path, **told)
    same = DecisionDraft(
        number="78/QĐ-TCT", decided_on=PartialDate(2021, 1, 9), year=2020, level="CO_SO", unit_uid=unit
    )
    other = records.create(workspace, same).uids[0]
    assert plan(workspace, "awards", path, decision_uid=other, **told).notes == (
        "Tiêu đề bảng ghi quyết định 77/QĐ-TCT, còn danh sách này vào một quyết định khác. Hãy kiểm tra lại.",
    )
    assert plan(workspace, "awards", path, decision_number="77/QĐ-TCT", **told).notes == ()


def test_only_tables_that_are_taken_are_said_to_be(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    head = ("Họ và tên", "Ngày sinh")
    path = excel(tmp_path / "biểu.xlsx", head, ("Nguyễn Văn A", 1980), ("Trần Thị B", 1985), sheet="Trang 1")
    book = openpyxl.load_workbook(path)
    others = {"Cán bộ": (head, ("Phùng Quốc Việt", 1982)), "Mục": (("Chức vụ",), ("Giảng viên",))}
    for title, lines in others.items():
        sheet = book.create_sheet(title)
        for line in lines:
            sheet.append(line)
    book.save(path)
    read = tables.read_tables(workspace, STAFF, path)
    assert [(guess.sheet, guess.ticked) for guess in read.guesses] == [("Trang 1", False), ("Cán bộ", True)]
    assert read.remark == "Lấy Cán bộ; không phải danh sách cán bộ: Mục."
    none = replace(read, guesses=tuple(replace(guess, ticked=False) for guess in read.guesses))
    assert none.remark == "Không phải danh sách cán bộ: Mục."


def test_x_columns_are_headed_by_what_people_call_titles(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    records.create(workspace, PersonDraft(full_name="Trần Văn Hải", unit_uid=unit))
    path = excel(
        tmp_path / "đăng ký.xlsx",
        ("TT", "Họ và tên", "Danh hiệu đăng ký", None, None),
        (None, None, "LĐTT", "CSTĐCS", "CSTĐ cấp tỉnh"),
        (1, "Trần Văn Hải", "x", "x", None),
    )
    bring_in(workspace, "registrations", path, unit_uid=unit, year=2020)
    rows = workspace.read(listing.page, Listing(kind="registration"))
    assert sorted(row.shown["award"] for row in rows) == ["Chiến sĩ thi đua cơ sở", "Lao động tiên tiến"]
