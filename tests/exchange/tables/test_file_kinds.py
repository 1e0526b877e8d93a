"""Files that are picked as tables: those that hold one are read, others are named for what they are."""

import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.exchange.tables.sheets import Merge, Sheet
from cluster_desktop.exchange.tables.spreadsheets import read_workbook
from tests.exchange.foreign_tables import foreign

HEADING = ("STT", "Họ và tên", "Ngày sinh", "Giới tính")


def refusal(path: Path) -> str:
    with pytest.raises(errors.CannotRead) as caught:
        read_workbook(path)
    return caught.value.sentence


def only(path: Path) -> Sheet:
    (sheet,) = read_workbook(path)
    return sheet


def test_a_web_page_with_a_long_style_before_its_table() -> None:
    assert only(foreign("50")).rows == (
        HEADING,
        ("1", "Nông Văn Phách", "02/09/1976", "Nam"),
        ("2", "Bế Thị Lan", "05/03/1980", "Nữ"),
    )


PAGE = "<html><body><table><tr><td>Họ và tên</td><td>Năm sinh</td></tr><tr><td>Lò Thị Ơn</td><td>1980</td></tr></table>"


@pytest.mark.parametrize("name", ["bảng.doc", "bảng.html", "bảng.mht.htm", "bảng.xlsx", "bảng"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_web_page_under_any_name(tmp_path: Path, name: str, encoding: str) -> None:
    path = tmp_path / name
    path.write_text(PAGE, encoding)
    assert only(path).rows == (("Họ và tên", "Năm sinh"), ("Lò Thị Ơn", "1980"))


def test_a_table_in_a_cell_of_a_page_leaves_the_outer_one_whole(tmp_path: Path) -> None:
    path = tmp_path / "lồng.xls"
    path.write_text(
        "<table><tr><th>Họ tên</th><th>Con</th></tr><tr><td>Sùng A Dế<td><table><tr><td>Sùng Thị Mo</td></tr></table>"
        "</td></tr><tr><td>Lò Văn Ơn</td><td><script>alert(1)</script>không</td></tr></table>",
        "utf-8",
    )
    outer, inner = read_workbook(path)
    assert outer.rows == (("Họ tên", "Con"), ("Sùng A Dế", None), ("Lò Văn Ơn", "không"))
    assert inner.rows == (("Sùng Thị Mo",),)


ARCHIVE = """MIME-Version: 1.0
X-Document-Type: Workbook
Content-Type: multipart/related; boundary="----=_NextPart_01"

------=_NextPart_01
Content-Location: file:///C:/ds.htm
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html; charset=3D"utf-8"

<html><x:ExcelWorksheet><x:Name>T=E1=BB=95 1</x:Name></x:ExcelWorksheet><frameset></html>

------=_NextPart_01
Content-Location: file:///C:/ds_files/tabstrip.htm
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html

<html><table><tr><td>T=E1=BB=95 1</td></tr></table></html>

------=_NextPart_01
Content-Location: file:///C:/ds_files/sheet001.htm
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html; charset="utf-8"

<html><table><tr><td>H=E1=BB=8D t=C3=AAn</td><td>N=C4=83m sinh</td></tr><tr><td>L=
=C3=B9 A P=C3=A1o</td><td>1971</td></tr></table></html>

------=_NextPart_01--
"""


@pytest.mark.parametrize("name", ["ds.mht", "ds.xls"])
def test_a_page_saved_as_one_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(ARCHIVE, "ascii", newline="\r\n")
    sheet = only(path)
    assert sheet.name == "Tổ 1"
    assert sheet.rows == (("Họ tên", "Năm sinh"), ("Lù A Páo", "1971"))


def test_the_first_page_of_a_workbook_saved_as_pages_names_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "ds.htm"
    path.write_text('<html><x:WorksheetSource HRef="ds_files/sheet001.htm"/><frameset></frameset></html>', "utf-8")
    assert "sheet001.htm" in refusal(path)


def test_a_workbook_of_xml_2003() -> None:
    assert only(foreign("53")).rows == (HEADING[:3], (1, "Nông Văn Phách", "02/09/1976"))


XML_2003 = """<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>
<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
<ss:Worksheet ss:Name="Cán bộ"><ss:Table><ss:Column ss:Index="3" ss:Hidden="1"/>
<ss:Row ss:Index="2"><ss:Cell ss:MergeAcross="1" ss:MergeDown="1"><ss:Data ss:Type="String">Họ &amp; tên</ss:Data>
<ss:Comment><ss:Data>viết hoa</ss:Data></ss:Comment></ss:Cell>
<ss:Cell><ss:Data ss:Type="String">Hệ số</ss:Data></ss:Cell>
<ss:Cell ss:Index="5"><ss:Data ss:Type="String">Sinh</ss:Data></ss:Cell></ss:Row>
<ss:Row ss:Index="4" ss:Hidden="1"><ss:Cell><ss:Data ss:Type="String">Lò <B xmlns="http://www.w3.org/TR/REC-html40">Ơn</B>
</ss:Data></ss:Cell><ss:Cell ss:Index="3"><ss:Data ss:Type="Number">4.98</ss:Data></ss:Cell><ss:Cell/>
<ss:Cell><ss:Data ss:Type="DateTime">1976-09-02T00:00:00.000</ss:Data></ss:Cell></ss:Row></ss:Table></ss:Worksheet>
<ss:Worksheet ss:Name="Cũ"><ss:Table>
<ss:Row><ss:Cell><ss:Data ss:Type="Error">#N/A</ss:Data></ss:Cell></ss:Row></ss:Table>
<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></ss:Worksheet></ss:Workbook>"""


def test_every_kind_of_cell_of_xml_2003(tmp_path: Path) -> None:
    path = tmp_path / "ds.xls"
    path.write_text(XML_2003, "utf-8")
    shown, hidden = read_workbook(path)
    assert shown.name == "Cán bộ"
    assert shown.rows == (
        (None,) * 5,
        ("Họ & tên", None, "Hệ số", None, "Sinh"),
        (None,) * 5,
        ("Lò Ơn\n", None, 4.98, None, date(1976, 9, 2)),
    )
    assert shown.merges == (Merge(1, 0, 2, 1),)
    assert (set(shown.hidden_rows), set(shown.hidden_columns)) == ({3}, {2})
    assert (hidden.hidden, hidden.rows) == (True, (("#N/A",),))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('<Row ss:Index="1048576"><Cell ss:Index="200"><Data ss:Type="String">x</Data></Cell></Row>', "1048577"),
        ('<Row ss:Index="x"/>', "hỏng"),
        ('<Row><Cell><Data ss:Type="Number">một</Data></Cell></Row>', "hỏng"),
        ("<Cell/>", "hỏng"),
        ("<Row>", "hỏng"),
    ],
)
def test_xml_2003_that_does_not_hold_together(tmp_path: Path, row: str, said: str) -> None:
    path = tmp_path / "hỏng.xls"
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    path.write_text(
        f'<Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="S"><Table>{row}<Row/></Table></Worksheet>'
        "</Workbook>",
        "utf-8",
    )
    assert said in refusal(path)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("ds.xlsx", b"%PDF-1.7\n...", "tệp PDF"),
        ("ds.xlsx", bytes(4) + b"ftypheic" + bytes(8), "một tấm ảnh"),
        ("ds.xls", b"RIFF\x10\x00\x00\x00WEBPVP8 ", "một tấm ảnh"),
        ("ds.gsheet", b'{"":"WARNING!","doc_id":"1x","email":"a@b"}', "Google Trang tính"),
        ("ds.url", b"[InternetShortcut]\r\nURL=https://x", "lối tắt tới một trang web"),
        ("ds.xlsx.lnk", b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(70), "lối tắt của Windows"),
        ("ds.xls", b"\x09\x02\x06\x00\x00\x00\x10\x00\x00\x00", "Excel đời rất cũ"),
        ("canbo.dbf", b"\x03\x08\x0a\x1f" + bytes(60), "FoxPro"),
        ("ds.mdb", b"\x00\x01\x00\x00Standard Jet DB\x00", "Access"),
        ("ds.xlsx", b"bplist00" + bytes(40), "iCloud"),
        ("ds.rtf", b"{\\rtf1\\ansi}", "RTF"),
    ],
)
def test_what_is_no_table_is_named(tmp_path: Path, name: str, content: bytes, what: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    said = refusal(path)
    assert said.startswith(f"“{name}” không phải bảng tính: bên trong là ")
    assert what in said
    assert "Hãy " in said


@pytest.mark.parametrize(
    ("member", "what"),
    [
        ("xl/workbook.bin", ".xlsb"),
        ("Index/CalculationEngine.iwa", "Numbers"),
        ("ảnh.jpg", "tệp nén ZIP"),
        ("ppt/presentation.xml", "PowerPoint"),
    ],
)
def test_an_archive_is_named_by_what_it_holds(tmp_path: Path, member: str, what: str) -> None:
    path = tmp_path / "ds.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "x")
    assert what in refusal(path)


def _ole(streams: Sequence[str]) -> bytes:
    folder = b"".join((name + "\0").encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + folder


def test_mail_of_outlook_is_named(tmp_path: Path) -> None:
    path = tmp_path / "thư.msg"
    path.write_bytes(_ole(["__properties_version1.0"]))
    assert "thư Outlook" in refusal(path)


@pytest.mark.parametrize(
    ("name", "real"), [("~$nh sách.xlsx", "nh sách.xlsx"), (".~lock.danh sách.ods#", "danh sách.ods")]
)
def test_the_file_that_a_program_lays_beside_an_open_one(tmp_path: Path, name: str, real: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x0aLo Thi On" + bytes(155))
    said = refusal(path)
    assert "tệp tạm" in said
    assert f"“{real}”" in said


@pytest.mark.parametrize(
    "content", ["BMI;Họ tên\n21;Lò Thị Ơn\n", "MZ;Họ tên\n1;Lò Thị Ơn\n", "ID3,Họ tên\n1,Lò Thị Ơn\n"]
)
def test_words_that_begin_like_another_kind_of_file(tmp_path: Path, content: str) -> None:
    path = tmp_path / "ds.csv"
    path.write_text(content, "utf-8")
    assert only(path).rows[1][1] == "Lò Thị Ơn"


def test_nothing_but_zeros_is_damage_and_no_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "ds.xlsx"
    path.write_bytes(bytes(20_000))
    assert "bị hỏng" in refusal(path)


PEOPLE = (
    (*HEADING, "Trình độ chuyên môn"),
    (1, "Nông Văn Phách", date(1976, 9, 2), "Nam", "Thạc sĩ"),
    (2, "Bế Thị Lan", date(1980, 3, 5), "Nữ", "Cử nhân"),
)


@pytest.mark.parametrize("case", ["46", "47", "76"])
def test_workbooks_put_together_in_other_ways_than_excel_does(case: str) -> None:
    sheet = only(foreign(case))
    assert (sheet.name, sheet.rows) == ("Danh sách", PEOPLE)


def test_a_stray_cell_is_told_where_it_stands() -> None:
    said = refusal(foreign("57"))
    assert "“Danh sách”" in said
    assert "dòng 1048576, cột thứ 16384" in said


def _with(source: Path, target: Path, part: str, old: bytes, new: bytes) -> Path:
    """A copy of a workbook with other bytes in one of its parts."""
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target


def test_a_formula_error_of_a_workbook_in_the_strict_form_is_not_lost(tmp_path: Path) -> None:
    cell = b'<c r="E3" t="inlineStr"><is><t>C&#7917; nh&#226;n</t></is></c>'
    path = _with(
        foreign("46"), tmp_path / "lỗi.xlsx", "xl/worksheets/sheet1.xml", cell, b"<c r='E3' t='e'><v>#REF!</v></c>"
    )
    assert only(path).rows[2] == (*PEOPLE[2][:4], "#REF!")


def test_a_formula_error_between_elements_with_a_prefix_is_not_lost(tmp_path: Path) -> None:
    cell = b'<x:c r="E3" t="inlineStr"><x:is><x:t>C&#7917; nh&#226;n</x:t></x:is></x:c>'
    path = _with(
        foreign("47"),
        tmp_path / "lỗi.xlsx",
        "xl/worksheets/sheet1.xml",
        cell,
        b'<x:c r="E3" t="e"><x:v>#N/A</x:v></x:c>',
    )
    assert only(path).rows[2] == (*PEOPLE[2][:4], "#N/A")


def test_an_old_workbook_whose_stream_is_called_in_capitals(tmp_path: Path) -> None:
    content = foreign("40").read_bytes()
    name = "Workbook".encode("utf-16-le")
    assert content.count(name) == 1
    path = tmp_path / "ds.xls"
    path.write_bytes(content.replace(name, "WORKBOOK".encode("utf-16-le")))
    assert only(path) == only(foreign("40"))


def test_the_old_workbook_of_foxpro() -> None:
    rows = only(foreign("74")).rows
    # The bytes of the font .VnTime for "Nông Văn Phách", "Giảng viên", "Bế Thị Lan", "Kế toán".
    assert rows[2:4] == (
        (1, "N«ng V¨n Ph¸ch", "02/09/1976", "Nam", "Gi¶ng viªn"),
        (2, "BÕ ThÞ Lan", "05/03/1980", "N÷", "KÕ to¸n"),
    )


def test_an_open_document_that_goes_on_to_the_end_of_the_page() -> None:
    sheet = only(foreign("39"))
    assert sheet.rows == (
        (*HEADING, "Chức vụ"),
        ("1", "Hoàng Seo Lử", date(1976, 9, 2), "Nam", "Giảng viên"),
        ("2", "Lù Thị Xuyến", date(1980, 3, 5), "Nữ", "Kế toán"),
    )
    assert len(sheet.hidden_rows) == 1
