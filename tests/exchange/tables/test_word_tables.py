"""Tables of Word files as offices make them: merged, nested, broken over pages, counted by Word, in old fonts."""

import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from cluster_desktop import errors
from cluster_desktop.domain.record_kinds.import_kinds import NOMINATIONS
from cluster_desktop.exchange.tables.raw_rows import read_rows
from cluster_desktop.exchange.tables.sheets import Merge, Sheet
from cluster_desktop.exchange.tables.spreadsheets import read_workbook
from cluster_desktop.exchange.tables.tables import find_tables
from cluster_desktop.exchange.tables.unit_words import year_in

HEAD = ("TT", "Họ và tên", "Ngày sinh", "Danh hiệu")


def fill(table: Any, rows: tuple[tuple[str, ...], ...]) -> Any:
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return table


def document(*tables: tuple[tuple[str, ...], ...], titles: tuple[str, ...] = ()) -> Any:
    made = docx.Document()
    for number, rows in enumerate(tables):
        if number < len(titles):
            made.add_paragraph(titles[number])
        fill(made.add_table(len(rows), len(rows[0])), rows)
    return made


def read(made: Any, folder: Path) -> tuple[Sheet, ...]:
    path = folder / "danh sách.docx"
    made.save(str(path))
    return read_workbook(path)


def rows_of(sheets: tuple[Sheet, ...]) -> list[dict[str, str]]:
    fields = NOMINATIONS.fields_anchored("recipient")
    return [
        row.texts
        for guess in find_tables(sheets, fields)
        for row in read_rows(next(sheet for sheet in sheets if sheet.name == guess.sheet), guess, fields)
    ]


def refusal(path: Path) -> str:
    with pytest.raises(errors.CannotRead) as caught:
        read_workbook(path)
    assert caught.value.sentence.count("Hãy ") == 1
    return caught.value.sentence


def test_a_heading_of_two_rows_and_cells_merged_both_ways(tmp_path: Path) -> None:
    made = docx.Document()
    table = fill(
        made.add_table(4, 4),
        (
            ("TT", "Họ và tên", "Đề nghị", ""),
            ("", "", "Danh hiệu", "Thành tích"),
            ("1", "Giàng A Páo", "LĐTT", "Hoàn thành xuất sắc"),
            ("2", "Lò Thị Ơn", "", "Dạy giỏi"),
        ),
    )
    table.cell(0, 2).merge(table.cell(0, 3))
    for column in (0, 1):
        table.cell(0, column).merge(table.cell(1, column))
    table.cell(2, 2).merge(table.cell(3, 2))
    sheets = read(made, tmp_path)
    assert Merge(0, 2, 0, 3) in sheets[0].merges
    assert Merge(2, 2, 3, 2) in sheets[0].merges
    rows = rows_of(sheets)
    assert [row["recipient"] for row in rows] == ["Giàng A Páo", "Lò Thị Ơn"]
    assert [row["award"] for row in rows] == ["LĐTT", "LĐTT"]
    assert [row["citation"] for row in rows] == ["Hoàn thành xuất sắc", "Dạy giỏi"]


def test_numbers_that_word_counts_and_headings_on_every_page(tmp_path: Path) -> None:
    made = document((HEAD, ("", "Giàng A Páo", "1976", "LĐTT"), HEAD, ("", "Lò Thị Ơn", "1980", "CSTĐCS")))
    for row in (1, 3):
        made.tables[0].cell(row, 0).paragraphs[0].style = made.styles["List Number"]
    sheets = read(made, tmp_path)
    assert [row[0] for row in sheets[0].rows] == ["TT", 1, "TT", 2]
    assert [row["recipient"] for row in rows_of(sheets)] == ["Giàng A Páo", "Lò Thị Ơn"]


def test_a_numbering_row_and_line_breaks_inside_cells(tmp_path: Path) -> None:
    made = document((HEAD, ("(1)", "(2)", "(3)", "(4)"), ("1", "Giàng A Páo", "02/09/1976", "LĐTT\nGiấy khen")))
    rows = rows_of(read(made, tmp_path))
    assert [(row["recipient"], row["award"]) for row in rows] == [("Giàng A Páo", "LĐTT\nGiấy khen")]


def test_several_tables_those_that_fit_are_taken(tmp_path: Path) -> None:
    letterhead = (("TRƯỜNG CHÍNH TRỊ", "CỘNG HÒA XÃ HỘI"),)
    counts = (("TT", "Danh hiệu đề nghị", "Tập thể", "Cá nhân"), ("1", "Lao động tiên tiến", "2", "15"))
    people = (HEAD, ("1", "Giàng A Páo", "1976", "LĐTT"))
    sheets = read(document(letterhead, counts, people, titles=("", "Tổng hợp", "Danh sách")), tmp_path)
    assert [sheet.name for sheet in sheets] == ["Bảng 1", "Bảng 2", "Bảng 3"]
    assert [guess.sheet for guess in find_tables(sheets, NOMINATIONS.fields_anchored("recipient"))] == ["Bảng 3"]
    assert "Danh sách" in sheets[2].titles


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("DANH SÁCH ĐỀ NGHỊ NĂM 2020", 2020),
        ("Danh sách năm 2020 (Kèm theo Tờ trình số 12 ngày 05 tháng 01 năm 2021)", 2020),
        ("Kèm theo Tờ trình ngày 05 tháng 01 năm 2021", None),
        ("Sổ khen thưởng các năm 2015 - 2020", None),
        ("Lào Cai, ngày 05/01/2021", None),
        ("Danh sách", None),
    ],
)
def test_the_year_a_title_speaks_of(title: str, year: int | None) -> None:
    assert year_in((title,)) == year


def test_a_table_that_a_page_broke_in_two_is_one(tmp_path: Path) -> None:
    made = document((HEAD, ("1", "Giàng A Páo", "1976", "LĐTT")), (("2", "Lò Thị Ơn", "1980", "LĐTT"),))
    sheets = read(made, tmp_path)
    assert len(sheets) == 1
    assert [row["recipient"] for row in rows_of(sheets)] == ["Giàng A Páo", "Lò Thị Ơn"]


def test_a_list_inside_a_layout_table_is_found_and_a_small_table_inside_a_cell_is_its_text(tmp_path: Path) -> None:
    made = document((("DANH SÁCH", ""),))
    inner = made.tables[0].cell(0, 1).add_table(2, 4)
    fill(inner, (HEAD, ("1", "Giàng A Páo", "", "LĐTT")))
    fill(inner.cell(1, 2).add_table(1, 2), (("sinh năm", "1976"),))
    rows = rows_of(read(made, tmp_path))
    assert [(row["recipient"], row["birth_date"]) for row in rows] == [("Giàng A Páo", "sinh năm\n1976")]


def test_old_fonts_are_read_by_the_name_of_the_font(tmp_path: Path) -> None:
    made = document((HEAD, ("1", "", "1976", "")))
    for column, text, font in ((1, "Giµng A P¸o", ".VnTimeH"), (3, "Lao ®éng tiªn tiÕn", ".VnTime")):
        made.tables[0].cell(1, column).paragraphs[0].add_run(text).font.name = font
    assert rows_of(read(made, tmp_path))[0]["award"] == "Lao động tiên tiến"
    assert read(made, tmp_path)[0].rows[1][1] == "GIÀNG A PÁO"
    assert rows_of(read(made, tmp_path))[0]["recipient"] == "Giàng A Páo"
    letters = made.tables[0].cell(1, 1).paragraphs[0]
    letters.clear()
    for text in ("Gia", "øng A Paùo"):
        letters.add_run(text).font.name = "VNI-Times"
    assert rows_of(read(made, tmp_path))[0]["recipient"] == "Giàng A Páo"


def test_text_boxes_headers_and_deleted_words_are_no_part_of_a_cell(tmp_path: Path) -> None:
    made = document((HEAD, ("1", "Giàng A Páo", "1976", "LĐTT")))
    made.sections[0].header.paragraphs[0].text = "đầu trang"
    paragraph = made.tables[0].cell(1, 1).paragraphs[0]
    deleted, run = OxmlElement("w:del"), OxmlElement("w:r")
    words = OxmlElement("w:delText")
    words.text = " (đã xóa)"
    run.append(words)
    deleted.append(run)
    paragraph._p.append(deleted)
    box = OxmlElement("w:txbxContent")
    inside = OxmlElement("w:p")
    inside.append(OxmlElement("w:r"))
    box.append(inside)
    paragraph.runs[0]._r.append(box)
    assert rows_of(read(made, tmp_path))[0]["recipient"] == "Giàng A Páo"


def test_a_document_without_tables_and_files_that_only_seem_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    docx.Document().save(str(path))
    assert "không có bảng nào" in refusal(path)
    for content, what in ((b"{\\rtf1\\ansi}", "RTF"), (_old("WordDocument"), "(.doc)")):
        path.write_bytes(content)
        assert what in refusal(path)
        assert "loại Word (.docx)" in refusal(path)
    path.write_bytes(_old("EncryptedPackage"))
    assert refusal(path) == "Tệp “a.docx” đặt mật khẩu nên không đọc được. Hãy mở bằng Word, bỏ mật khẩu rồi lưu lại."
    path.write_bytes(b"%PDF-1.7")
    assert "PDF" in refusal(path)
    path.touch()
    path.write_bytes(b"")
    assert "trống" in refusal(path)


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml"])
def test_a_damaged_document_is_told(tmp_path: Path, part: str) -> None:
    good, bad = tmp_path / "good.docx", tmp_path / "bad.docx"
    document((HEAD, ("1", "Giàng A Páo", "1976", "LĐTT"))).save(str(good))
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content[: len(content) // 2] if name == part else content)
    assert "bị hỏng" in refusal(bad)
    assert ".docx" in refusal(bad)


def test_a_huge_span_does_not_make_a_huge_table(tmp_path: Path) -> None:
    made = document((HEAD, ("1", "Giàng A Páo", "1976", "LĐTT")))
    span = OxmlElement("w:gridSpan")
    span.set(qn("w:val"), "1000000")
    made.tables[0].cell(1, 3)._tc.get_or_add_tcPr().append(span)
    assert read(made, tmp_path)[0].width <= 256


def _old(stream: str) -> bytes:
    """The first bytes of a compound file that lists one stream."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + f"{stream}\0".encode("utf-16-le").ljust(64, b"\0")


def test_a_group_row_right_below_a_heading_of_two_rows_is_no_part_of_the_heading(tmp_path: Path) -> None:
    made = docx.Document()
    table = made.add_table(4, 3)
    for column, words in enumerate(("TT", "Họ và tên", "Ngày sinh")):
        table.cell(0, column).merge(table.cell(1, column)).text = words
    table.cell(2, 0).merge(table.cell(2, 2)).text = "Khoa Xây dựng Đảng"
    for column, words in enumerate(("1", "Giàng A Páo", "1976")):
        table.cell(3, column).text = words
    made.save(str(tmp_path / "ds.docx"))
    (sheet,) = read_workbook(tmp_path / "ds.docx")
    assert {(merge.top, merge.bottom) for merge in sheet.merges} == {(0, 1), (2, 2)}
