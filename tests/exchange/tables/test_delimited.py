"""Text tables in every encoding and with every separator a Vietnamese office meets."""

from pathlib import Path

import pytest

from cluster_desktop.domain.text.names import nfc
from cluster_desktop.exchange.tables.spreadsheets import read_workbook
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
    assert seen.guess.encoding == "tcvn3"
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
