"""A clerk brings in a unit's list from Word: people in doubt side by side, new ones, one key each."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.people.career import ServiceDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.record_kinds.import_kinds import NOMINATIONS, STAFF
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.ui.imports.import_disputes import DisputesDialog
from cluster_desktop.ui.imports.import_table import ImportDialog
from cluster_desktop.ui.imports.match_people import MatchPeopleDialog
from cluster_desktop.ui.kit.operations import Operations
from tests.commands.imports.import_files import excel, word
from tests.ui.patience import PATIENCE

ROWS = (
    ("TT", "Họ và tên", "Ngày sinh", "Danh hiệu"),
    ("1", "Sùng A Dế", "1990", "LĐTT"),
    ("2", "Vàng Thị Dợ", "1992", "LĐTT"),
    ("3", "Vàng Thị Dợ", "1992", "CSTĐCS"),
    ("4", "Thào Mí Và", "1970", "LĐTT"),
)


@pytest.fixture
def twins(workspace: Workspace, unit: str) -> list[str]:
    """Two people of one name and year."""
    draft = PersonDraft(full_name="Sùng A Dế", unit_uid=unit, birth_date=PartialDate(1990))
    return sorted(records.create(workspace, draft).uids[0] for _ in range(2))


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace, unit: str, twins: list[str], tmp_path: Path) -> ImportDialog:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ImportDialog(Operations(workspace, window), NOMINATIONS, window, year=2020)
    qtbot.addWidget(dialog)
    dialog.options.unit.setCurrentIndex(1)
    dialog.read_file(word(tmp_path / "ds.docx", *ROWS, title="DANH SÁCH ĐỀ NGHỊ NĂM 2020"))
    rest(qtbot, dialog)
    return dialog


def rest(qtbot: QtBot, dialog: ImportDialog) -> None:
    """Wait for reading, and for the comparison it starts."""
    qtbot.waitUntil(lambda: not dialog._operations.busy, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not dialog._operations.busy, timeout=PATIENCE)


def ask(qtbot: QtBot, dialog: ImportDialog) -> MatchPeopleDialog:
    dialog.show()
    dialog.match_people()
    asked = dialog.findChild(MatchPeopleDialog)
    assert isinstance(asked, MatchPeopleDialog)
    asked.activateWindow()
    qtbot.waitUntil(asked.isActiveWindow, timeout=PATIENCE)
    return asked


def nominated(workspace: Workspace) -> set[tuple[object, object]]:
    rows = workspace.read(listing.page, Listing(kind="nomination"))
    return {(row.values["person_uid"], row.values["award"]) for row in rows}


def test_one_key_answers_each_question(
    qtbot: QtBot, workspace: Workspace, dialog: ImportDialog, twins: list[str]
) -> None:
    assert not dialog._go.isEnabled()
    asked = ask(qtbot, dialog)
    assert asked.list.count() == 2
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_N, Qt.Key.Key_Escape):
        qtbot.keyClick(asked.focusWidget(), key)
    qtbot.waitUntil(lambda: not asked.isVisible(), timeout=PATIENCE)
    rest(qtbot, dialog)
    assert dialog._go.text() == "&Nhập 3 đề nghị"
    qtbot.mouseClick(dialog._go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(nominated(workspace)) == 3, timeout=PATIENCE)
    assert (twins[1], "LDTT") in nominated(workspace)
    people = [row.title for row in workspace.read(listing.page, Listing(kind="person"))]
    assert sorted(people) == ["Sùng A Dế", "Sùng A Dế", "Vàng Thị Dợ"]
    undo.undo(workspace)
    assert nominated(workspace) == set()
    assert workspace.read(listing.count, Listing(kind="person")) == 2


def test_the_two_records_stand_side_by_side(qtbot: QtBot, dialog: ImportDialog) -> None:
    asked = ask(qtbot, dialog)
    cells = [[asked.table.item(row, column).text() for column in range(4)] for row in range(asked.table.rowCount())]
    assert ["Ngày sinh", "1990", "1990", "giống"] in cells
    asked.take_new()
    assert not asked.list.isVisible()
    asked.go_back()
    assert asked.list.isVisible()


def test_a_tick_takes_everybody_unknown_as_new(qtbot: QtBot, workspace: Workspace, dialog: ImportDialog) -> None:
    dialog.new_people.click()
    rest(qtbot, dialog)
    assert dialog._plan is not None
    assert [doubt.name for doubt in dialog._plan.doubts] == ["Sùng A Dế"]
    assert dialog._plan.new("person") == 2


def test_answers_can_be_given_anew(qtbot: QtBot, dialog: ImportDialog) -> None:
    asked = ask(qtbot, dialog)
    for _ in range(3):
        asked.leave_out()
    rest(qtbot, dialog)
    assert dialog._plan is not None
    assert (dialog._plan.left_out, dialog._plan.doubts) == (4, ())
    dialog.begin_again()
    rest(qtbot, dialog)
    assert len(dialog._plan.doubts) == 4


def test_a_roster_of_the_past_asks_who_a_mover_is_and_leaves_them_where_they_are(
    qtbot: QtBot, workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    records.create(workspace, UnitDraft(code="YENBAI", name="Trường Chính trị tỉnh Yên Bái", short_name="Yên Bái"))
    draft = PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, birth_date=PartialDate(1976, 9, 2))
    uid = records.create(workspace, draft).uids[0]
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ImportDialog(Operations(workspace, window), STAFF, window)
    qtbot.addWidget(dialog)
    rows = (("Họ và tên", "Ngày sinh", "Đơn vị", "Chức vụ"), ("Lò Thị Ơn", "02/09/1976", "Yên Bái", "Giảng viên"))
    dialog.read_file(excel(tmp_path / "ds.xlsx", ("Tính đến ngày 31/12/2020",), *rows))
    rest(qtbot, dialog)
    assert (dialog.options.day.text(), dialog.options.day_source.text()) == ("31/12/2020", "(theo dòng tiêu đề)")
    assert not dialog._go.isEnabled()
    asked = ask(qtbot, dialog)
    cells = [[asked.table.item(row, column).text() for column in range(4)] for row in range(asked.table.rowCount())]
    assert ["Đơn vị", "Yên Bái", "Lào Cai", "khác"] in cells
    qtbot.keyClick(asked.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not asked.isVisible(), timeout=PATIENCE)
    rest(qtbot, dialog)
    qtbot.mouseClick(dialog._go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: workspace.read(listing.find, "person", uid).shown["position"] == "Giảng viên", timeout=PATIENCE
    )
    assert [row.shown["unit_uid"] for row in workspace.read(listing.page, Listing(kind="person"))] == ["Lào Cai"]


def roster(qtbot: QtBot, workspace: Workspace, path: Path) -> ImportDialog:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ImportDialog(Operations(workspace, window), STAFF, window)
    qtbot.addWidget(dialog)
    dialog.options.unit.setCurrentIndex(1)
    dialog.read_file(path)
    rest(qtbot, dialog)
    return dialog


@pytest.fixture
def head(workspace: Workspace, unit: str) -> str:
    """The head of a faculty by a decision of 2018, who came in 2015."""
    born = PartialDate(1976, 9, 2)
    draft = PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, birth_date=born, joined_unit=PartialDate(2015))
    uid = records.create(workspace, draft).uids[0]
    post = ServiceDraft(person_uid=uid, day=PartialDate(2018, 3), position="Trưởng khoa")
    records.create(workspace, post)
    return uid


LISTED = (("Họ và tên", "Ngày sinh", "Chức vụ"), ("Lò Thị Ơn", "02/09/1976", "Giảng viên"))


def test_where_a_list_differs_from_a_decision_the_clerk_says_which_is_right(
    qtbot: QtBot, workspace: Workspace, head: str, tmp_path: Path
) -> None:
    dialog = roster(qtbot, workspace, excel(tmp_path / "ds.xlsx", ("Tính đến 30/6/2020",), *LISTED))
    dialog.show()
    assert not dialog._go.isEnabled()
    assert dialog._banner.text().startswith("1 chỗ danh sách khác điều sổ đang ghi.")
    assert "sổ ghi “Trưởng khoa” từ 03/2018, danh sách ghi “Giảng viên”" in dialog.findings.list.item(0).text()
    dialog.decide_all(take=False)
    rest(qtbot, dialog)
    assert dialog._banner.text() == "Không có gì mới để nhập: những chỗ khác giữ như sổ."
    assert not dialog._go.isEnabled()
    dialog.begin_again()
    rest(qtbot, dialog)
    dialog.decide_each()
    asked = dialog.findChild(DisputesDialog)
    assert isinstance(asked, DisputesDialog)
    asked.list.item(0).setCheckState(Qt.CheckState.Checked)
    asked._on_done_clicked()
    rest(qtbot, dialog)
    assert dialog._go.text() == "&Nhập 1 cán bộ"
    qtbot.mouseClick(dialog._go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: workspace.read(listing.find, "person", head).shown["position"] == "Giảng viên", timeout=PATIENCE
    )


def test_the_day_of_a_list_is_shown_and_can_be_changed(
    qtbot: QtBot, workspace: Workspace, unit: str, head: str, tmp_path: Path
) -> None:
    dialog = roster(qtbot, workspace, excel(tmp_path / "T6-2020.xlsx", *LISTED))
    options = dialog.options
    assert (options.day.text(), options.day_source.text()) == ("6/2020", "(theo tên tệp)")
    for typed, problem in (("30/2/2020", "Tháng 2 năm 2020 chỉ có 29 ngày."), ("1/1/2099", "")):
        options.day.selectAll()
        qtbot.keyClicks(options.day, typed)
        qtbot.keyClick(options.day, Qt.Key.Key_Return)
        rest(qtbot, dialog)
        assert not dialog._go.isEnabled()
        assert dialog._banner.text() == problem or dialog._plan is not None
    assert "là ngày chưa đến" in dialog.findings.list.item(0).text()
    options.day.selectAll()
    qtbot.keyClicks(options.day, "31/12/2017")
    qtbot.keyClick(options.day, Qt.Key.Key_Return)
    rest(qtbot, dialog)
    assert options.day_source.text() == "(đã chọn)"
    assert dialog._plan is not None
    assert (dialog._plan.disputes, len(dialog._plan.changed)) == ((), 1)
    dialog.read_file(excel(tmp_path / "ds.xlsx", *LISTED))
    rest(qtbot, dialog)
    assert (options.day.text(), options.day_source.text()) == ("", "(bảng không ghi ngày)")


def test_a_field_that_was_empty_is_named_so(qtbot: QtBot, workspace: Workspace, unit: str, tmp_path: Path) -> None:
    records.create(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, birth_date=PartialDate(1980)))
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ImportDialog(Operations(workspace, window), STAFF, window)
    qtbot.addWidget(dialog)
    dialog.options.unit.setCurrentIndex(1)
    table = (("TT", "Họ và tên", "Ngày sinh", "Chuyên ngành"), ("1", "Lò Thị Ơn", "1980", "Triết học"))
    dialog.read_file(excel(tmp_path / "ds.xlsx", *table))
    rest(qtbot, dialog)
    lines = [dialog.findings.list.item(row).text() for row in range(dialog.findings.list.count())]
    assert any(line.endswith("Chuyên ngành “(trống)” thành “Triết học”") for line in lines)
