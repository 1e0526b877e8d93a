"""Small files that would end the program if it read them itself."""

from pathlib import Path

import pytest

from cluster_desktop.exchange.tables.spreadsheets import read_workbook
from tests.exchange.bombs import SMALL
from tests.exchange.damage import outcome
from tests.exchange.foreign_tables import foreign

PEOPLE = (("Họ và tên", "Ngày sinh", "Đơn vị", "Ghi chú"), ("Lò Văn Bom", "01/02/1980", "Lào Cai", "x"))
HARMLESS = {"3000 vùng gộp.xlsx", "500000 bậc.xlsx", "gộp trăm triệu.ods", "80 bảng lồng.docx"}
"""What only looks like a bomb is read."""


@pytest.mark.parametrize("name", SMALL)
def test_a_bomb_ends_in_one_sentence(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    SMALL[name](path)
    read = outcome(path)
    if isinstance(read, str):
        assert name in read
        assert read.count("Hãy ") == 1
        assert name not in HARMLESS
    else:
        assert sum(len(sheet.rows) * sheet.width for sheet in read) < 2_000_000
    assert len(read_workbook(foreign("46"))[0].rows) == 3


def test_merges_to_the_end_of_the_page_are_cut_at_the_last_row(tmp_path: Path) -> None:
    path = tmp_path / "gộp.xlsx"
    SMALL["3000 vùng gộp.xlsx"](path)
    (sheet,) = read_workbook(path)
    assert sheet.rows == PEOPLE
    assert len(sheet.merges) == 1
    assert sheet.merges[0].bottom <= 2


def test_numbers_beyond_all_numbers_are_errors_of_their_cells(tmp_path: Path) -> None:
    path = tmp_path / "số lạ.xlsx"
    SMALL["số lạ.xlsx"](path)
    read = outcome(path)
    assert isinstance(read, str) or {row[1] for row in read[0].rows[4:6]} == {"#NUM!"}
