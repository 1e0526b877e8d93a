"""A clerk brings in a list from Excel: sees it understood, corrects it, and takes all of it or nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.imports.plan import Shared
from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.awards.nominations import DecisionDraft
from cluster_desktop.domain.record_kinds.import_kinds import AWARD_LISTS, STAFF
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.exchange.tables.uses import ColumnUse
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.ui.imports.import_table import ImportDialog
from cluster_desktop.ui.kit.operations import Operations
from tests.commands.imports.import_files import excel
from tests.ui.patience import PATIENCE

GOOD = "DANH SÁCH\n\nTT;Ho va ten;Ngày sinh;Ghi lạ\n1;Giàng A Páo;02/09/1976;Giảng viên\n2;Lò Thị Ơn;1980;Văn thư\n"
BAD = "TT;Họ và tên;Ngày sinh\n1;Giàng A Páo;31/02/1976\n2;Lò Thị Ơn;1980\n"


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace, unit: str) -> ImportDialog:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ImportDialog(Operations(workspace, window), STAFF, window)
    qtbot.addWidget(dialog)
    return dialog


def read(qtbot: QtBot, dialog: ImportDialog, path: Path) -> None:
    dialog.read_file(path)
    qtbot.waitUntil(lambda: not dialog._operations.busy, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not dialog._operations.busy, timeout=PATIENCE)


def choose_unit(qtbot: QtBot, dialog: ImportDialog) -> None:
    dialog.options.unit.setCurrentIndex(1)
    dialog.options.unit.activated.emit(1)
    qtbot.waitUntil(lambda: not dialog._operations.busy, timeout=PATIENCE)


def names_in(workspace: Workspace) -> list[str]:
    return [row.title for row in workspace.read(listing.page, Listing(kind="person"))]


def test_a_list_comes_in_and_goes_out_again(
    qtbot: QtBot, workspace: Workspace, dialog: ImportDialog, tmp_path: Path
) -> None:
    table = tmp_path / "ds.csv"
    table.write_text(GOOD, encoding="utf-8")
    read(qtbot, dialog, table)
    assert not dialog._go.isEnabled()
    choose_unit(qtbot, dialog)
    assert dialog._go.text() == "&Nhập 2 cán bộ"
    qtbot.mouseClick(dialog._go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names_in(workspace) == ["Lò Thị Ơn", "Giàng A Páo"], timeout=PATIENCE)
    undo.undo(workspace)
    assert names_in(workspace) == []


def test_a_column_can_be_given_another_meaning(
    qtbot: QtBot, workspace: Workspace, dialog: ImportDialog, tmp_path: Path
) -> None:
    table = tmp_path / "ds.csv"
    table.write_text(GOOD, encoding="utf-8")
    read(qtbot, dialog, table)
    choose_unit(qtbot, dialog)
    dialog._preview.mapped.emit(3, ColumnUse("position"), False)
    qtbot.waitUntil(lambda: not dialog._operations.busy, timeout=PATIENCE)
    qtbot.mouseClick(dialog._go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(names_in(workspace)) == 2, timeout=PATIENCE)
    people = workspace.read(listing.page, Listing(kind="person"))
    assert [row.shown["position"] for row in people] == ["Văn thư", "Giảng viên"]


def test_wrong_rows_are_listed_and_nothing_comes_in(
    qtbot: QtBot, workspace: Workspace, dialog: ImportDialog, tmp_path: Path
) -> None:
    table = tmp_path / "ds.csv"
    table.write_text(BAD, encoding="utf-8")
    read(qtbot, dialog, table)
    choose_unit(qtbot, dialog)
    assert dialog.findings.list.count() == 1
    assert "Tháng 2 năm 1976 chỉ có 29 ngày." in dialog.findings.list.item(0).text()
    assert not dialog._go.isEnabled()
    assert names_in(workspace) == []


def test_a_file_that_is_no_table_is_told(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    fake = tmp_path / "ds.xlsx"
    fake.write_bytes(b"%PDF-1.7 nothing")
    read(qtbot, dialog, fake)
    assert "PDF" in dialog._banner.text()
    assert dialog._file.text() == "ds.xlsx"
    assert not dialog._go.isEnabled()


def test_what_the_lines_above_a_table_say_only_has_to_be_confirmed(
    qtbot: QtBot, workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    table = excel(
        tmp_path / "qd.xlsx",
        ("TRƯỜNG CHÍNH TRỊ TỈNH LÀO CAI",),
        ("Số: 77/QĐ-TCT", None, "Lào Cai, ngày 08 tháng 01 năm 2021"),
        ("Căn cứ Quyết định số 12/QĐ-UBND ngày 02 tháng 01 năm 2019 của UBND tỉnh",),
        ("Về việc tặng Giấy khen năm 2020",),
        ("TT", "Họ và tên", "Ngày sinh"),
        (1, "Giàng A Páo", "1976"),
    )
    window = QWidget()
    qtbot.addWidget(window)
    draft = DecisionDraft(
        number="1/QĐ-TCT", decided_on=PartialDate(2020, 1, 9), year=2019, level="CO_SO", unit_uid=unit
    )
    on_show = records.create(workspace, draft).uids[0]
    dialog = ImportDialog(Operations(workspace, window), AWARD_LISTS, window, Shared(decision_uid=on_show))
    qtbot.addWidget(dialog)
    read(qtbot, dialog, table)
    boxes = (dialog.options.unit, dialog.options.year, dialog.options.parent_box)
    assert [box.currentText() for box in boxes] == [
        "Trường Chính trị tỉnh Lào Cai (theo bảng)",
        "2020 (theo bảng)",
        "77/QĐ-TCT · 08/01/2021 (theo bảng)",
    ]
    dialog.new_people.click()
    qtbot.waitUntil(dialog._go.isEnabled, timeout=PATIENCE)
    qtbot.mouseClick(dialog._go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog._operations.busy, timeout=PATIENCE)
    decision, _ = workspace.read(listing.page, Listing(kind="decision", sort="decided_on", descending=True))
    texts = [decision.shown[key] for key in ("number", "decided_on", "year", "title", "unit_uid")]
    assert texts == ["77/QĐ-TCT", "08/01/2021", "2020", "Về việc tặng Giấy khen năm 2020", "Lào Cai"]
    read(qtbot, dialog, table)
    assert dialog._banner.text() == "Mọi dòng của bảng đã có trong sổ, không có gì mới để nhập."
