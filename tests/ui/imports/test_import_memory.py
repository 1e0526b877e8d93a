"""A corrected mapping is remembered for each table of a sheet, below and beside others."""

from pathlib import Path

from cluster_desktop.domain.record_kinds.import_kinds import IMPORT_KINDS
from cluster_desktop.exchange.tables.spreadsheets import read_workbook
from cluster_desktop.exchange.tables.tables import TableGuess, find_tables, with_mapping
from cluster_desktop.exchange.tables.uses import IGNORED, ColumnUse
from cluster_desktop.settings import Settings
from cluster_desktop.ui.imports.import_memory import remember_mapping, with_remembered
from tests.exchange.reading import excel, rows_from

STAFF = IMPORT_KINDS["staff"]


def tables(tmp_path: Path, *rows: tuple[object, ...]) -> tuple[TableGuess, ...]:
    path = excel(tmp_path / "bảng.xlsx", lambda page, day: rows_from(page, 0, rows))
    return find_tables(read_workbook(path), STAFF.fields_anchored("full_name"))


def test_each_table_of_a_sheet_keeps_its_own_mapping(tmp_path: Path) -> None:
    rows = [
        ("STT", "Họ và tên", "Việc"),
        (1, "Vi Thị Hà", "Kế toán"),
        ("DANH SÁCH HỢP ĐỒNG",),
        ("STT", "Họ và tên", "Dân tộc", "Việc"),
        (1, "Lô Văn Nghị", "Nùng", "Lái xe"),
    ]
    settings = Settings.load()
    first, second = tables(tmp_path, *rows)
    remember_mapping(settings, with_mapping(second, {3: ColumnUse("position"), 2: IGNORED}), STAFF)
    first, second = (with_remembered(settings, guess, STAFF) for guess in tables(tmp_path, *rows))
    assert (first.use(2), second.use(3).field, second.use(2)) == (IGNORED, "position", IGNORED)
    assert (first.key, second.key) == (("Sheet1", 0, 0), ("Sheet1", 3, 0))


def test_tables_side_by_side_keep_theirs(tmp_path: Path) -> None:
    heading = ("STT", "Họ và tên", "Năm sinh", "Việc")
    rows = [(*heading, None, *heading), (1, "Vi Thị Hà", 1980, "Kế toán", None, 1, "Lô Văn Nghị", 1985, "Lái xe")]
    settings = Settings.load()
    left, right = tables(tmp_path, *rows)
    remember_mapping(settings, with_mapping(right, {8: ColumnUse("position")}), STAFF)
    left, right = (with_remembered(settings, guess, STAFF) for guess in tables(tmp_path, *rows))
    assert (left.use(3), right.use(8).field) == (IGNORED, "position")
