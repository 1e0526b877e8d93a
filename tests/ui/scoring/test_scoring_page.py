"""Chấm điểm cụm from an empty year to the vote: how it begins, criteria, rotation, lock, nominations."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QInputDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import undo
from cluster_desktop.commands.scoring import score_sheets
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.scoring.criteria_part import CriteriaPart
from cluster_desktop.ui.scoring.rotation_part import RotationPart
from cluster_desktop.ui.scoring.scoring_page import ScoringPage
from cluster_desktop.ui.scoring.vote_part import VotePart
from tests.scoring_years import YEAR, add_cluster, example_sheet, score_everything, sheet_of
from tests.ui.questions import answering
from tests.ui.scoring_desk import keys, paste, points_of, press, shown

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, operations: Operations) -> ScoringPage:
    """The page of the year, on the screen; three schools and the example criteria."""
    example_sheet(workspace)
    return shown(qtbot, operations)


class TestLock:
    def test_locked_is_said_nothing_is_typed_and_a_reason_opens_it(
        self, page: ScoringPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        score_everything(workspace, page.desk.sheet, {"Điện Biên": 25})
        page.reread(None)
        part = points_of(page)
        page.primary_action().trigger()
        assert sheet_of(workspace).locked
        assert "Bảng điểm đã chốt ngày" in part.banner.text()
        assert page.primary_action().text() == "Sang suy tôn"
        assert page.primary_action().data() == "chevron-right"
        part.grid.go(1, 0)
        before = sheet_of(workspace)
        keys(part.table, "1")
        assert "Bảng điểm đã chốt" in part.table.delegate.sentence
        paste(part.table, "1\n1")
        press(Qt.Key.Key_Delete)
        assert sheet_of(workspace) == before
        monkeypatch.setattr(QInputDialog, "getText", lambda *_words: ("Cộng nhầm", True))
        opener = next(widget for widget in part.banner.findChildren(QPushButton) if widget.text() == "Mở lại…")
        QTest.mouseClick(opener, Qt.MouseButton.LeftButton)
        assert not sheet_of(workspace).locked
        assert part.banner.text() == "Bảng điểm được mở lại: Cộng nhầm"
        assert page.focusWidget() is part.table

    def test_what_is_still_owed_is_asked_about_first(self, page: ScoringPage, workspace: Workspace) -> None:
        part = points_of(page)
        paste(part.table, "8\t8\t8")
        with answering("Chưa chốt") as asked:
            page.primary_action().trigger()
        assert asked == ["Còn 195 ô chưa chấm. Vẫn chốt bảng điểm?"]
        assert not sheet_of(workspace).locked


class TestBeginning:
    def test_a_book_without_a_cluster_says_where_to_begin(self, qtbot: QtBot, operations: Operations) -> None:
        page = shown(qtbot, operations)
        assert not page.primary_action().isEnabled()
        words = [widget.text() for widget in page.stack.currentWidget().findChildren(QPushButton)]
        assert words == ["Đến trang Đơn vị và cụm"]

    def test_the_first_year_begins_with_the_example_and_the_next_with_a_copy(
        self, qtbot: QtBot, operations: Operations, workspace: Workspace
    ) -> None:
        add_cluster(workspace)
        page = shown(qtbot, operations)
        assert page.primary_action().text() == "Tạo bảng điểm mẫu"
        page.primary_action().trigger()
        assert points_of(page).grid.model.rowCount() == 33
        page.set_year(YEAR + 1)
        assert page.current is None
        assert page.primary_action().text() == f"Chép tiêu chí năm {YEAR}"
        page.primary_action().trigger()
        assert points_of(page).grid.model.rowCount() == 33
        assert points_of(page).grid.model.columnCount() == 9

    def test_an_empty_sheet_takes_its_criteria_from_a_spreadsheet(
        self, qtbot: QtBot, operations: Operations, workspace: Workspace
    ) -> None:
        score_sheets.start_empty(workspace, add_cluster(workspace), YEAR)
        page = shown(qtbot, operations)
        page.choose("criteria")
        part = page.current
        assert isinstance(part, CriteriaPart)
        assert "Ctrl+V" in part.banner.text()
        qtbot.waitUntil(page.isActiveWindow)
        paste(part.table, "TT\tNội dung\tĐiểm\nI\tChuyên môn\t100\n1\tDạy học\t60\n2\tNghiên cứu\t40\n")
        assert [(line.title, line.maximum, line.depth) for line in sheet_of(workspace).lines] == [
            ("Chuyên môn", 10_000, 0),
            ("Dạy học", 6000, 1),
            ("Nghiên cứu", 4000, 1),
        ]
        assert part.banner.isHidden()


class TestCriteria:
    @pytest.fixture
    def part(self, page: ScoringPage) -> CriteriaPart:
        page.choose("criteria")
        result = page.current
        assert isinstance(result, CriteriaPart)
        return result

    def test_a_line_is_added_typed_moved_and_deleted_by_keys(
        self, page: ScoringPage, part: CriteriaPart, workspace: Workspace
    ) -> None:
        part.table.go(2, 1)
        page.primary_action().trigger()
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        keys(editor, "Chuyen doi so")
        press(Qt.Key.Key_Tab)
        press(Qt.Key.Key_Tab)
        keys(part.table, "2,5")
        press(Qt.Key.Key_Return)
        line = sheet_of(workspace).lines[3]
        assert (line.title, line.maximum, line.depth) == ("Chuyen doi so", 250, 1)
        assert "ghi tối đa 30 nhưng các tiêu chí cộng lại là 32,5" in part.banner.text()
        part.table.go(3, 1)
        press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert sheet_of(workspace).lines[2].title == "Chuyen doi so"
        press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert sheet_of(workspace).line(line.uid).depth == 0
        press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        assert sheet_of(workspace).line(line.uid).depth == 1
        press(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
        assert line.uid not in {other.uid for other in sheet_of(workspace).lines}
        assert part.banner.isHidden()

    def test_an_empty_title_and_a_kind_of_ones_own_are_refused(self, part: CriteriaPart) -> None:
        part.table.go(1, 1)
        part.table.setFocus()
        press(Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        editor.clear()
        press(Qt.Key.Key_Return)
        assert "không được để trống" in part.table.delegate.sentence
        press(Qt.Key.Key_Escape)
        assert part.model.words(1, 1).startswith("Hoàn thành kế hoạch")


class TestRotationAndVote:
    def test_a_rotation_is_proposed_and_changed_by_choice(self, page: ScoringPage, workspace: Workspace) -> None:
        page.choose("rotation")
        part = page.current
        assert isinstance(part, RotationPart)
        page.primary_action().trigger()
        assert [part.model.words(row, 1) for row in range(3)] == ["Điện Biên", "Lào Cai", "Cao Bằng"]
        assert part.banner.isHidden()
        part.table.go(0, 1)
        part.table.setFocus()
        press(Qt.Key.Key_F2)
        combo = part.table.delegate.editor
        assert isinstance(combo, QComboBox)
        combo.setCurrentText("Lào Cai")
        press(Qt.Key.Key_Return)
        assert part.model.words(0, 1) == "Lào Cai"
        assert "cùng chấm chéo cho Lào Cai" in part.banner.text()
        undo.undo(workspace)
        page.reread(None)
        assert part.banner.isHidden()

    def test_votes_are_typed_and_the_result_becomes_nominations(self, page: ScoringPage, workspace: Workspace) -> None:
        score_everything(workspace, page.desk.sheet, {"Cao Bằng": 50, "Điện Biên": 75})
        score_sheets.lock_sheet(workspace, page.desk.sheet.uid, datetime.date(YEAR, 11, 12))
        page.reread(None)
        page.choose("vote")
        part = page.current
        assert isinstance(part, VotePart)
        assert [part.model.words(row, 1) for row in range(3)] == ["Lào Cai", "Cao Bằng", "Điện Biên"]
        assert not page.primary_action().isEnabled()
        keys(part.table, "4")
        press(Qt.Key.Key_Return)
        assert part.table.delegate.sentence.startswith("Chỉ có 3 phiếu.")
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        keys(editor, "3")
        press(Qt.Key.Key_Return)
        part.table.go(1, 5)
        part.table.setFocus()
        keys(part.table, "2")
        press(Qt.Key.Key_Return)
        assert part.model.words(1, 6) == "66,7%"
        assert part.summary.text() == "Sẽ đề nghị Lào Cai: Cờ thi đua, Cao Bằng: Bằng khen."
        page.primary_action().trigger()
        listed = Listing(kind="nomination", filters=(Filter("year", (YEAR,)),))
        result = {row.shown["unit_uid"]: row.values["award"] for row in workspace.read(listing.page, listed)}
        assert result == {"Lào Cai": "CO_TINH", "Cao Bằng": "BK_TINH"}
        assert part.model.words(0, 7) == "Đã đề nghị Cờ thi đua"
        assert "Đã có 2 đề nghị" in part.banner.text()
