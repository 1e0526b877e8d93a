"""What a clerk decides beside the rows: departments of other names, words for good, hidden rows, names as typed."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.imports.plan import NEW_PLACE
from cluster_desktop.commands.imports.taught_words import taught_words
from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.record_kinds.import_kinds import AWARD_LISTS, STAFF
from cluster_desktop.domain.units.units import DepartmentDraft, UnitDraft
from cluster_desktop.exchange.tables.uses import ColumnUse, How
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.ui.imports.import_table import ImportDialog
from cluster_desktop.ui.imports.match_places import MatchPlacesDialog
from cluster_desktop.ui.imports.use_words import short_words
from cluster_desktop.ui.kit.operations import Operations
from tests.commands.imports.import_files import excel
from tests.exchange.foreign_tables import foreign
from tests.ui.patience import PATIENCE

HEADING = ("TT", "Họ và tên", "Ngày sinh", "Đơn vị", "Khoa, phòng", "Ghi lạ")


@pytest.fixture
def theory(workspace: Workspace, unit: str) -> str:
    """A department that lists call by its initials."""
    return records.create(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Lý luận cơ sở")).uids[0]


@pytest.fixture
def other_unit(workspace: Workspace) -> str:
    """A second school."""
    draft = UnitDraft(code="SONLA", name="Trường Chính trị tỉnh Sơn La", short_name="Sơn La")
    return records.create(workspace, draft).uids[0]


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace, theory: str) -> ImportDialog:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ImportDialog(Operations(workspace, window), STAFF, window)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def rest(qtbot: QtBot, dialog: ImportDialog) -> None:
    """Wait for reading, and for the comparison it starts."""
    for _ in range(2):
        qtbot.waitUntil(lambda: not dialog._operations.busy, timeout=PATIENCE)


def read(qtbot: QtBot, dialog: ImportDialog, path: Path) -> None:
    dialog.read_file(path)
    rest(qtbot, dialog)


def choose_places(qtbot: QtBot, dialog: ImportDialog, *values: str) -> None:
    dialog.match_places()
    (asked,) = dialog.findChildren(MatchPlacesDialog)
    for box, value in zip(asked.boxes, values, strict=True):
        box.setCurrentIndex(box.findData(value))
    asked._on_done_clicked()
    rest(qtbot, dialog)


def homes(workspace: Workspace) -> list[str]:
    return [row.shown["department_uid"] for row in workspace.read(listing.page, Listing(kind="person"))]


def test_a_department_of_another_name_is_asked_once_and_the_answer_is_kept(
    qtbot: QtBot, workspace: Workspace, dialog: ImportDialog, theory: str, tmp_path: Path
) -> None:
    lines = [
        (n, f"Giàng A {chr(64 + n)}áo", "1976", "Lào Cai", words) for n, words in ((1, "khoa llcs"), (2, "Khoa LLCS"))
    ]
    read(qtbot, dialog, excel(tmp_path / "ds.xlsx", HEADING, *lines, (3, "Lò Thị Ơn", "1980", "Lào Cai", "Phòng Mới")))
    assert "khoa llcs" in dialog._banner.text()
    dialog.match_places()
    (asked,) = dialog.findChildren(MatchPlacesDialog)
    assert [(box.itemText(0), box.itemText(1)) for box in asked.boxes] == [
        ("Khoa Lý luận cơ sở", "Thêm mới: khoa llcs")
    ]
    asked.boxes[0].setCurrentIndex(0)
    asked._on_done_clicked()
    rest(qtbot, dialog)
    assert dialog.findings.groups["made"].lines[0].words == "Thêm khoa, phòng: Phòng Mới"
    qtbot.mouseClick(dialog._go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(homes(workspace)) == 3, timeout=PATIENCE)
    assert sorted(homes(workspace)) == ["Khoa Lý luận cơ sở", "Khoa Lý luận cơ sở", "Phòng Mới"]
    window = QWidget()
    qtbot.addWidget(window)
    again = ImportDialog(Operations(workspace, window), STAFF, window)
    qtbot.addWidget(again)
    read(qtbot, again, excel(tmp_path / "ds2.xlsx", HEADING, (1, "Sùng A Dế", "1990", "Lào Cai", "KHOA LLCS")))
    assert again._go.isEnabled()


def test_a_new_department_and_rows_that_stay_out_are_answers_too(
    qtbot: QtBot, workspace: Workspace, dialog: ImportDialog, tmp_path: Path
) -> None:
    lines = ((1, "Giàng A Páo", "1976", "Lào Cai", "khoa llcs"), (2, "Lò Thị Ơn", "1980", "Lào Cai", "Khoa Lý luận"))
    read(qtbot, dialog, excel(tmp_path / "ds.xlsx", HEADING, *lines))
    choose_places(qtbot, dialog, NEW_PLACE, "out")
    assert dialog._plan is not None
    assert ([each.row for each in dialog._plan.added], dialog._plan.left_out) == ([2], 1)
    assert dialog._plan.new("department") == 1
    dialog._desk.step(-1)
    rest(qtbot, dialog)
    assert len(dialog._plan.places) == 2


def test_a_word_is_taught_for_good(qtbot: QtBot, workspace: Workspace, dialog: ImportDialog, tmp_path: Path) -> None:
    line = (1, "Giàng A Páo", "1976", "Lào Cai", None, "Giảng viên")
    read(qtbot, dialog, excel(tmp_path / "ds.xlsx", HEADING, line))
    dialog._preview.go_to(1, 5)
    asked = dialog._preview.ask_use(5)
    assert asked is not None
    qtbot.keyClicks(asked.search, "chuc vu")
    asked.teach.click()
    qtbot.keyClick(asked.search, Qt.Key.Key_Return)
    rest(qtbot, dialog)
    assert {word: use.field for word, use in workspace.read(taught_words, STAFF).items()} == {"Ghi lạ": "position"}
    other = (("Họ và tên", "Ghi lạ", "Đơn vị"), ("Lò Thị Ơn", "Văn thư", "Lào Cai"))
    read(qtbot, dialog, excel(tmp_path / "khác.xlsx", *other))
    assert dialog._plan is not None
    assert [each.draft.values()["position"] for each in dialog._plan.added] == ["Văn thư"]
    undo.undo(workspace)
    assert workspace.read(taught_words, STAFF) == {}


def test_names_stand_as_they_should_unless_somebody_keeps_them(
    qtbot: QtBot, workspace: Workspace, dialog: ImportDialog, tmp_path: Path
) -> None:
    read(qtbot, dialog, excel(tmp_path / "ds.xlsx", HEADING, (1, "lò văn cường", "1976", "Lào Cai")))
    rows = dialog._preview.rows
    assert rows.data(rows.index(0, 1)) == "Lò Văn Cường"
    assert dialog.findings.groups["mended"].words == "1 ô được sửa"
    dialog.options.as_typed.click()
    rest(qtbot, dialog)
    assert rows.data(rows.index(0, 1)) == "lò văn cường"
    assert dialog._plan is not None
    assert [each.title for each in dialog._plan.added] == ["lò văn cường"]


def test_hidden_rows_are_told_and_taken_by_a_tick(qtbot: QtBot, dialog: ImportDialog) -> None:
    read(qtbot, dialog, foreign("02"))
    assert dialog.options.hidden.text() == "Lấ&y cả 3 dòng ẩn"
    assert dialog._plan is not None
    before = dialog._plan.read
    dialog.options.hidden.click()
    rest(qtbot, dialog)
    assert (dialog._plan.read, "out" in dialog.findings.groups) == (before, False)


def test_tables_are_ticked_with_their_counts(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, count in (("Tổ một", 2), ("Tổ hai", 3)):
        page = book.create_sheet(name)
        page.append(["Họ và tên", "Ngày sinh", "Đơn vị"])
        for number in range(count):
            page.append([f"Giàng A {name[3:].title()} {'ABC'[number]}áo", "1976", "Lào Cai"])
    book.remove(book.worksheets[0])
    book.save(tmp_path / "hai.xlsx")
    read(qtbot, dialog, tmp_path / "hai.xlsx")
    lines = [dialog.choice.item(at) for at in range(dialog.choice.count())]
    assert [line.text() for line in lines] == ["Tổ một · 2 dòng", "Tổ hai · 3 dòng"]
    assert dialog._go.text() == "&Nhập 5 cán bộ"
    lines[0].setCheckState(Qt.CheckState.Unchecked)
    rest(qtbot, dialog)
    assert dialog._go.text() == "&Nhập 3 cán bộ"


def test_a_table_that_names_no_unit_leads_to_the_box_of_units(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    lines = (("Họ và tên", "Ngày sinh"), ("Giàng A Páo", "1976"), ("Lò Thị Ơn", "1980"))
    read(qtbot, dialog, excel(tmp_path / "ds.xlsx", *lines))
    assert dialog._banner.text() == "Bảng không ghi đơn vị. Hãy chọn đơn vị cho cả bảng."
    dialog.options.unit.setCurrentIndex(1)
    dialog.options.unit.activated.emit(1)
    rest(qtbot, dialog)
    assert dialog._go.text() == "&Nhập 2 cán bộ"


def test_a_single_table_that_is_not_taken_can_be_ticked(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    lines = (("Quan hệ", "Họ và tên", "Năm sinh", "Đơn vị"), ("Vợ", "Trần Thị C", "1978", "Lào Cai"))
    read(qtbot, dialog, excel(tmp_path / "2c.xlsx", *lines))
    assert dialog._foot.why.text() == "Chưa chọn bảng nào để nhập. Hãy đánh dấu bảng cần nhập."
    assert dialog.choice.isVisible()
    dialog.choice.item(0).setCheckState(Qt.CheckState.Checked)
    rest(qtbot, dialog)
    assert dialog._go.text() == "&Nhập 1 cán bộ"


@pytest.mark.parametrize(
    ("use", "words", "short"),
    [
        (ColumnUse("degree", "TIEN_SI", How.MARK), "Trình độ chuyên môn: đánh dấu Tiến sĩ", "x = Tiến sĩ"),
        (ColumnUse("birth_date", also=("gender", "NAM")), "Ngày sinh (Giới tính: Nam)", "Ngày sinh – Nam"),
        (ColumnUse("full_name", how=How.PART), "Họ và tên (một phần, ghép lại)", "một phần Họ và tên"),
        (ColumnUse("birth_date", how=How.PART, piece="day"), "Ngày sinh (chỉ ngày)", "ngày – Ngày sinh"),
        (ColumnUse("position"), "Chức vụ", "Chức vụ"),
        (ColumnUse(how=How.IGNORE), "Bỏ qua cột này", "không nhập"),
    ],
)
def test_the_word_that_matters_comes_first(use: ColumnUse, words: str, short: str) -> None:
    assert short_words(use, words) == short


def test_a_department_that_several_units_have_is_never_proposed(
    qtbot: QtBot, workspace: Workspace, theory: str, other_unit: str, tmp_path: Path
) -> None:
    """Both are offered with their units, and one that was chosen says nothing of the next table."""
    records.create(workspace, DepartmentDraft(unit_uid=other_unit, name="Khoa Lý luận cơ sở"))
    heading = ("TT", "Tập thể", "Danh hiệu", "Số quyết định", "Ngày quyết định", "Cơ quan ban hành")
    line = ("Khoa Lý luận cơ sở", "Tập thể Lao động tiên tiến", "12/QĐ-TCT")
    window = QWidget()
    qtbot.addWidget(window)
    for day in ("05/01/2021", "06/01/2021"):
        dialog = ImportDialog(Operations(workspace, window), AWARD_LISTS, window)
        qtbot.addWidget(dialog)
        dialog.show()
        path = excel(tmp_path / "kt.xlsx", heading, (1, line[0], line[1], f"{day[1]}{line[2]}", day, "Tỉnh ủy"))
        read(qtbot, dialog, path)
        said = "Chưa rõ “Khoa Lý luận cơ sở” của đơn vị nào. Hãy chọn đơn vị của bảng, hoặc chọn khoa, phòng."
        assert said in dialog._banner.text()
        dialog.match_places()
        (asked,) = dialog.findChildren(MatchPlacesDialog)
        assert any("chỉ dùng cho bảng này" in each.text() for each in asked.findChildren(QLabel))
        offered = [asked.boxes[0].itemText(place) for place in range(3)]
        assert offered[0] == "Để lại các dòng này, không nhập" == asked.boxes[0].currentText()
        assert sorted(offered[1:]) == sorted(
            f"Khoa Lý luận cơ sở ({row.title})" for row in workspace.read(listing.page, Listing(kind="unit"))
        )
        asked.boxes[0].setCurrentIndex(asked.boxes[0].findData(theory))
        asked._on_done_clicked()
        rest(qtbot, dialog)
        assert dialog._plan is not None
        assert dialog._plan.problems == ()
        dialog._go.click()
        rest(qtbot, dialog)
    awards = workspace.read(listing.page, Listing(kind="award"))
    assert [award.values["department_uid"] for award in awards] == [theory, theory]
