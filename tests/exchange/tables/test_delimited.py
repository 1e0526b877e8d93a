"""Text tables in every encoding and with every separator a Vietnamese office meets."""

from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.domain.text.names import nfc
from cluster_desktop.exchange.tables.sheets import Sheet
from cluster_desktop.exchange.tables.spreadsheets import read_workbook
from tests.exchange.foreign_tables import foreign
from tests.exchange.reading import see

TEXT = "STT{0}Họ và tên{0}Quê quán\r\n1{0}Nguyễn Thị Hường{0}Bản Mường, xã Quỳnh Nhai\r\n2{0}Đặng Văn Ỷ{0}\r\n"


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_and_separators(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "ds.csv"
    text = TEXT.replace("Bản Mường, xã", '"Bản Mường, xã').replace("Quỳnh Nhai", 'Quỳnh Nhai"')
    path.write_bytes(text.format(separator).encode(encoding))
    (sheet,) = read_workbook(path)
    assert sheet.rows == (
        ("STT", "Họ và tên", "Quê quán"),
        ("1", "Nguyễn Thị Hường", "Bản Mường, xã Quỳnh Nhai"),
        ("2", "Đặng Văn Ỷ", None),
    )


def test_windows_1258(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    # That code page keeps hỏi, ngã, sắc, huyền, nặng as signs of their own after the vowel.
    content = "Họ và tên;Dân tộc\r\nNguyễn Thị Hường;Tày\r\n"
    tones = dict(zip("ọễịườày", ("o\u0323", "ê\u0303", "i\u0323", "ư", "ơ\u0300", "à", "y"), strict=True))
    written = "".join(tones.get(letter, letter) for letter in content).replace("ộ", "ô\u0323")
    path.write_bytes(written.encode("cp1258"))
    (sheet,) = read_workbook(path)
    assert [nfc(str(cell)) for cell in sheet.rows[1]] == ["Nguyễn Thị Hường", "Tày"]
    assert see(path).shown("ethnicity") == ["Tày"]


def test_the_line_in_which_excel_names_the_separator(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    path.write_text("sep=|\nHọ tên|Năm sinh\nLò A, Páo; Chu|1980\n", "utf-8")
    assert read_workbook(path)[0].rows[1] == ("Lò A, Páo; Chu", "1980")


def test_tcvn3_bytes_are_told_from_windows_1258(tmp_path: Path) -> None:
    path = tmp_path / "cũ.csv"
    path.write_bytes("TT;Hä vµ tªn;N¨m sinh;Quª qu¸n\r\n1;NguyÔn V¨n HiÖp;1956;TØnh L¹ng S¬n\r\n".encode("latin-1"))
    seen = see(path)
    assert seen.column("full_name") == ["Nguyễn Văn Hiệp"]
    assert seen.column("home_town") == ["Tỉnh Lạng Sơn"]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_of_unequal_length(tmp_path: Path, ends: str) -> None:
    path = tmp_path / "ds.csv"
    text = '"DANH SÁCH, NĂM 2020"\nSTT,Họ tên,Dân tộc,Ghi chú\n1,"Vũ\nVăn An",Kinh\n'
    path.write_text(text, "utf-8", newline=ends)
    (sheet,) = read_workbook(path)
    assert [len(row) for row in sheet.rows] == [4, 4, 4]
    assert sheet.rows[2] == ("1", "Vũ\nVăn An", "Kinh", None)


def written(path: Path, content: str | bytes) -> Sheet:
    """The sheet that a text file gives."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    (sheet,) = read_workbook(path)
    return sheet


def test_a_quotation_mark_that_nobody_closes_swallows_nobody() -> None:
    seen = see(foreign("10"))
    assert seen.column("full_name") == ["Lò Thị Hiền", "Vì Văn Sang", "Quàng Văn Đôi", "Cà Thị Hoan", "Lường Thị Ước"]
    assert [[problem.message for problem in row.problems] for row in seen.rows] == [
        [],
        ["Dấu ngoặc kép mở ở dòng 3 của tệp không có dấu đóng. Hãy xem lại ô này rồi sửa."],
        *([], [], []),
    ]


@pytest.mark.parametrize("mark", [";", "\t", ","])
def test_every_line_begins_a_quotation_that_nobody_closes(tmp_path: Path, mark: str) -> None:
    lines = (
        ["STT", "Họ tên", "Sinh", "Ghi chú"],
        ["1", '"Lò Ơn', "1980", ""],
        ["2", '"Vừ Dế', "1981", "x"],
        ["3", "Tẩn Mẩy", "", '"y'],
    )
    sheet = written(tmp_path / "ds.csv", "\n".join(mark.join(line) for line in lines))
    assert sheet.rows == (
        ("STT", "Họ tên", "Sinh", "Ghi chú"),
        ("1", "Lò Ơn", "1980", None),
        ("2", "Vừ Dế", "1981", "x"),
        ("3", "Tẩn Mẩy", None, "y"),
    )
    assert [(fault.row, fault.column) for fault in sheet.faults] == [(1, 1), (2, 1), (3, 3)]


def test_a_quotation_closed_many_lines_below_swallows_none_of_them(tmp_path: Path) -> None:
    sheet = written(
        tmp_path / "ds.csv",
        'STT;Họ tên;Sinh;Ghi chú\n1;"Lò Ơn;1980;\n2;Vừ Dế;1981;\n3;Tẩn Mẩy;1982;\n4;Sùng Mo;1983;"giỏi"\n5;Lý Lở;1984;',
    )
    assert [row[1] for row in sheet.rows[1:]] == ["Lò Ơn", "Vừ Dế", "Tẩn Mẩy", "Sùng Mo", "Lý Lở"]
    assert sheet.rows[4][3] == "giỏi"
    assert [(fault.row, fault.column) for fault in sheet.faults] == [(1, 1)]


def test_texts_of_several_lines_and_marks_within_words_are_no_faults(tmp_path: Path) -> None:
    sheet = written(
        tmp_path / "ds.csv",
        'STT,Họ tên,Quê,Ghi chú\n1,Lò "Tèo" Ơn,"Bản Mường, xã Quỳnh Nhai,\nhuyện Than Uyên,\n'
        'tỉnh Lai Châu","nói ""được"""\n'
        '2,"Vừ "A" Dế",Sa Pả,\n',
    )
    assert sheet.rows[1][1:] == (
        'Lò "Tèo" Ơn',
        "Bản Mường, xã Quỳnh Nhai,\nhuyện Than Uyên,\ntỉnh Lai Châu",
        'nói "được"',
    )
    assert sheet.rows[2][:3] == ("2", 'Vừ A" Dế"', "Sa Pả")
    assert sheet.faults == ()


def test_lines_with_another_separator_are_split_and_told(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    sheet = written(path, 'STT;Họ tên;Sinh\n1;Lò Ơn;1980\n2,"Vừ, Dế",1981\n3,Tẩn Mẩy,1982\n4;Sùng Mo;1983\n')
    assert [row[1] for row in sheet.rows] == ["Họ tên", "Lò Ơn", "Vừ, Dế", "Tẩn Mẩy", "Sùng Mo"]
    assert any("dấu chấm phẩy" in remark for remark in see(path).guess.remarks)


def test_strokes_part_columns_too(tmp_path: Path) -> None:
    assert written(tmp_path / "ds.txt", "Họ tên|Sinh\nLò Ơn|1980\n").rows == (("Họ tên", "Sinh"), ("Lò Ơn", "1980"))


def test_one_broken_letter_makes_no_other_encoding_of_a_file(tmp_path: Path) -> None:
    text = "Họ và tên;Quê quán\n" + "Nguyễn Thị Hường;Bản Mường, xã Quỳnh Nhai\n" * 20
    broken = text.encode("utf-8") + "Lò Văn ".encode() + b"\xe1\xbb;Sa Pa\n"
    sheet = written(tmp_path / "ds.csv", broken)
    assert sheet.rows[1] == ("Nguyễn Thị Hường", "Bản Mường, xã Quỳnh Nhai")
    assert sheet.rows[21] == ("Lò Văn \ufffd", "Sa Pa")


def test_the_end_mark_of_dos_is_no_letter(tmp_path: Path) -> None:
    assert written(tmp_path / "ds.txt", "Họ tên;Sinh\r\nLò Ơn;1980\r\n\x1a").rows[1:] == (("Lò Ơn", "1980"),)


@pytest.mark.parametrize("content", ["Họ tên;Sinh\nLò\0Ơn;1980\n", "Họ tên;Sinh\n" + "Lò Ơn;1980\n" * 1000 + "\0"])
def test_zero_bytes_are_damage(tmp_path: Path, content: str) -> None:
    with pytest.raises(errors.CannotRead, match="bị hỏng"):
        written(tmp_path / "ds.csv", content)


def test_columns_beyond_the_last_one_read_are_told(tmp_path: Path) -> None:
    sheet = written(tmp_path / "ds.csv", "Họ tên;Sinh\nLò Ơn;1980" + ";" * 300 + "xa\nVừ Dế;1981" + ";" * 5000 + "\n")
    assert sheet.width == 256
    assert sheet.remarks == ("Chỉ đọc 256 cột đầu; 1 dòng có chữ ở các cột sau đó.",)


def test_a_text_longer_than_any_is_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.CannotRead, match="Không tách được cột"):
        written(tmp_path / "ds.csv", "Họ tên;Sinh\n" + "a" * 2_000_000)


@pytest.mark.parametrize(
    ("case", "rows"),
    [
        (
            "37",
            (
                ("STT", "Họ và tên", "Ngày sinh", "Giới tính"),
                ("1", "Nông Văn Phách", "02/09/1976", "Nam"),
                ("2", "Bế Thị Lan", "05/03/1980", "Nữ"),
            ),
        ),
        (
            "38",
            (
                ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ"),
                ("1", "Nguyễn Thị Thắm", "02/09/1976", "Nữ", "Phó Trưởng phòng"),
                ("2", "Đặng Hữu Phước", "05/03/1980", "Nam", "Giảng viên"),
            ),
        ),
    ],
)
def test_texts_as_excel_saves_them_in_unicode_and_in_the_vietnamese_code_page(
    case: str, rows: tuple[tuple[str, ...], ...]
) -> None:
    (sheet,) = read_workbook(foreign(case))
    assert tuple(tuple(nfc(str(cell)) for cell in row) for row in sheet.rows) == rows
