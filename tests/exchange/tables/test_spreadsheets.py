"""Files as they come: every kind of table opens by what it holds, everything else is refused in one sentence."""

import os
import random
import struct
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from cluster_desktop import errors
from cluster_desktop.exchange.tables.sheets import Merge
from cluster_desktop.exchange.tables.spreadsheets import read_workbook
from tests.exchange.open_document import OdsCell, write_ods

FILES = Path(__file__).resolve().parents[2] / "files" / "tables"
ROWS = (("Họ và tên", "Năm sinh"), ("Nguyễn Văn Hiệp", 1976))


def plain(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Cán bộ")
        for number, row in enumerate(ROWS):
            page.write_row(number, 0, row)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(errors.CannotRead) as caught:
        read_workbook(path)
    return caught.value.sentence


def said_about(path: Path) -> str | None:
    """The sentence of a refusal; None when the file opens all the same."""
    try:
        read_workbook(path)
    except errors.CannotRead as refused:
        return refused.sentence
    return None


def test_cells_come_without_the_accidents_of_their_formats(tmp_path: Path) -> None:
    path = tmp_path / "ô.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Ô")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        hour = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        page.write_datetime("C3", date(1976, 9, 2), day)
        page.write_datetime("D3", datetime(2020, 1, 2, 13, 30), hour)
        page.write_number("E3", 1085012345, book.add_format({"num_format": "000000000000"}))
        page.write_number("F3", 4.98)
        page.write_boolean("G3", True)
        page.write_formula("H3", "=1/0", None, "#DIV/0!")
        page.write_formula("I3", "=VLOOKUP(1,A1:B2,2)", None, "#N/A")
        page.write_string("J3", "   ")
        page.write_string("K3", "hết")
    (sheet,) = read_workbook(path)
    assert sheet.rows[0] == (None,) * 11
    assert sheet.rows[2] == (
        *(None, None, date(1976, 9, 2), datetime(2020, 1, 2, 13, 30), 1085012345, 4.98, True),
        *("#DIV/0!", "#N/A", None, "hết"),
    )
    assert isinstance(sheet.rows[2][4], int)


def test_sheets_keep_their_names_merges_and_hiding(tmp_path: Path) -> None:
    path = tmp_path / "hai.xlsx"
    with xlsxwriter.Workbook(path) as book:
        shown, hidden, _empty = (book.add_worksheet(name) for name in ("Hiện", "Ẩn", "Trống"))
        shown.merge_range("B2:D2", "gộp")
        hidden.write(0, 0, "x")
        hidden.hide()
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Hiện!$A$1:$A$3"})
        book.add_chartsheet("Biểu đồ").set_chart(chart)
    assert [(s.name, s.hidden, s.merges) for s in read_workbook(path)] == [
        ("Hiện", False, (Merge(1, 1, 1, 3),)),
        ("Ẩn", True, ()),
    ]


def test_an_open_document_with_merges_and_errors(tmp_path: Path) -> None:
    cells: list[list[OdsCell]] = [
        [("Họ và tên", 1, 2), ("Giới tính", 2, 1), None, ("Hệ số", 1, 2)],
        [None, "Nam", "Nữ", None],
        ["Lò Văn Ơn", "x", None, "#DIV/0!"],
        ["Sùng Thị Dợ", None, "x", date(2020, 1, 2)],
    ]
    (sheet,) = read_workbook(write_ods(tmp_path / "ds.ods", "Trang tính1", cells))
    assert sheet.merges == (Merge(0, 0, 1, 0), Merge(0, 1, 0, 2), Merge(0, 3, 1, 3))
    assert sheet.rows[2] == ("Lò Văn Ơn", "x", None, "#DIV/0!")
    assert sheet.rows[3][3] == date(2020, 1, 2)


@pytest.mark.parametrize("name", ["thật ra là xlsx.xls", "thật ra là xlsx.csv", "không đuôi", "chép.xlsx.bak"])
def test_a_workbook_opens_under_any_name(tmp_path: Path, name: str) -> None:
    assert read_workbook(plain(tmp_path / "a.xlsx").rename(tmp_path / name))[0].rows == ROWS


def test_a_web_page_called_xls(tmp_path: Path) -> None:
    path = tmp_path / "xuất từ web.xls"
    path.write_text(
        "<html><head><meta charset='utf-8'></head><body><p>Danh sách</p><table>"
        "<tr><th rowspan=2>STT</th><th rowspan='2'>Họ và<br>tên</th><th colspan=2>Giới tính</th></tr>"
        "<tr><th>Nam</th><th>Nữ</th></tr><tr><td>1</td><td>Vừ A &amp; Dính</td><td>x</td><td>&nbsp;</td></tr>"
        "</table></body></html>",
        encoding="utf-8",
    )
    (sheet,) = read_workbook(path)
    assert sheet.rows == (
        ("STT", "Họ và tên", "Giới tính", None),
        (None, None, "Nam", "Nữ"),
        ("1", "Vừ A & Dính", "x", None),
    )
    assert sheet.merges == (Merge(0, 0, 1, 0), Merge(0, 1, 1, 1), Merge(0, 2, 0, 3))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n...", "tệp PDF"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "một tấm ảnh"),
        (b"\x89PNG\r\n\x1a\n", "một tấm ảnh"),
        (b"Rar!\x1a\x07\x00", "tệp nén RAR"),
        (b"SQLite format 3\x00" + bytes(80), "một cơ sở dữ liệu"),
    ],
)
def test_another_kind_of_file_called_xlsx(tmp_path: Path, content: bytes, what: str) -> None:
    path = tmp_path / "danh sách.xlsx"
    path.write_bytes(content)
    said = refusal(path)
    assert said.startswith(f"“danh sách.xlsx” không phải bảng tính: bên trong là {what}. Hãy ")


@pytest.mark.parametrize(
    ("member", "what"),
    [("ppt/presentation.xml", "PowerPoint"), ("ảnh.jpg", "tệp nén ZIP")],
)
def test_another_kind_of_archive_called_xlsx(tmp_path: Path, member: str, what: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "x")
    assert what in refusal(path)


def test_a_workbook_behind_a_password() -> None:
    assert "đặt mật khẩu" in refusal(FILES / "mat-khau.xlsx")


def test_files_with_nothing_to_read(tmp_path: Path) -> None:
    empty, blank, sheets = tmp_path / "a.xlsx", tmp_path / "b.csv", tmp_path / "c.xlsx"
    empty.touch()
    blank.write_text("\n \n", "utf-8")
    xlsxwriter.Workbook(sheets).close()
    assert "trống" in refusal(empty)
    assert "trống" in refusal(blank)
    assert "đều trống" in refusal(sheets)


def test_paths_that_are_no_readable_file(tmp_path: Path) -> None:
    with pytest.raises(errors.FileMissing, match="không có.xlsx"):
        read_workbook(tmp_path / "không có.xlsx")
    assert "thư mục" in refusal(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read everything")
def test_a_file_one_may_not_read(tmp_path: Path) -> None:
    path = plain(tmp_path / "a.xlsx")
    path.chmod(0)
    assert "quyền đọc" in refusal(path)


@pytest.mark.parametrize("name", ["ghi chép.doc", "mã.py", "không đuôi"])
def test_text_under_an_unknown_suffix(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("Họ và tên,Năm sinh\n", "utf-8")
    assert "không phải loại bảng" in refusal(path)
    assert ".xlsx" in refusal(path)


def test_words_and_noise_called_word(tmp_path: Path) -> None:
    path = tmp_path / "ghi chép.docx"
    path.write_text("Họ và tên,Năm sinh\n", "utf-8")
    assert "bên trong là chữ thường" in refusal(path)
    path.write_bytes(bytes(range(256)))
    assert refusal(path).startswith("Tệp “ghi chép.docx” bị hỏng")


@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods"])
def test_a_file_cut_short_or_scratched_never_ends_in_a_crash(tmp_path: Path, suffix: str) -> None:
    if suffix == ".xls":
        content = (FILES / "danh-sach-2008.xls").read_bytes()
    elif suffix == ".xlsx":
        content = plain(tmp_path / "a.xlsx").read_bytes()
    else:
        content = write_ods(tmp_path / "a.ods", "S", [["Họ và tên", ("x", 2, 1)]]).read_bytes()
    path = tmp_path / f"hỏng{suffix}"
    chance = random.Random(7)
    said = []
    for attempt in range(60):
        broken = bytearray(content)
        if attempt % 2:
            del broken[chance.randrange(20, len(content)) :]
        else:
            start = chance.randrange(8, len(content))
            broken[start : start + 40] = chance.randbytes(40)
        path.write_bytes(broken)
        said.append(said_about(path))
    assert any(said)
    assert all(sentence is None or path.name in sentence for sentence in said)


def test_a_mark_strayed_far_away_does_not_widen_every_row(tmp_path: Path) -> None:
    path = tmp_path / "rộng.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ROWS[0])
        page.write(3, 16_000, "lạc")
    (sheet,) = read_workbook(path)
    assert sheet.width == 256
    assert sheet.rows[0][:2] == ROWS[0]


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_a_mark_in_the_last_corner_is_told_instead_of_filling_the_memory(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"góc{suffix}"
    if suffix == ".xlsx":
        with xlsxwriter.Workbook(path) as book:
            page = book.add_worksheet("Cán bộ")
            page.write_row(0, 0, ROWS[0])
            page.write(1_048_575, 16_383, "lạc")
    else:
        write_ods(path, "Cán bộ", [["Họ và tên"]], stray=(1_048_575, 16_383))
    said = refusal(path)
    assert "“Cán bộ”" in said
    assert "1048576" in said
    assert "16384" in said


def test_the_corner_is_found_when_the_file_gives_a_wrong_size(tmp_path: Path) -> None:
    path = tmp_path / "góc.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Cán bộ")
        page.write_row(0, 0, ROWS[0])
        page.write(1_048_575, 16_383, "lạc")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"A1:XFD1048576", b"A1")
    assert parts["xl/worksheets/sheet1.xml"] != sheet
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert "16384" in refusal(path)


def test_a_workbook_of_excel_5_as_foxpro_writes_them() -> None:
    (sheet,) = read_workbook(FILES / "foxpro-excel-5.xls")
    assert sheet.name == "Danh sach"
    assert len(sheet.rows) == 5
    # The bytes of the font .VnTime for "Nông Văn Phách", "Giảng viên".
    assert sheet.rows[2] == (1, "N«ng V¨n Ph¸ch", "02/09/1976", "Nam", "Gi¶ng viªn")


def test_an_old_workbook_that_claims_to_be_endless(tmp_path: Path) -> None:
    content = bytearray((FILES / "danh-sach-2008.xls").read_bytes())
    dimensions = content.index(struct.pack("<HHIIHH", 0x0200, 14, 0, 10, 0, 8))
    content[dimensions + 8 : dimensions + 12] = struct.pack("<I", 4_000_000_000)
    path = tmp_path / "vô tận.xls"
    path.write_bytes(content)
    assert "hỏng" in refusal(path)
