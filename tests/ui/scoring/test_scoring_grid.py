"""The grid of points worked as in a spreadsheet: typing, Enter and Tab, pasting and copying, what is owed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records, undo
from cluster_desktop.commands.scoring import scoring
from cluster_desktop.domain.fields.types import show_points
from cluster_desktop.domain.scoring.score_totals import ScoreTotals
from cluster_desktop.domain.scoring.scored_sheet import Side
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.scoring.scoring_page import ScoringPage
from tests.scoring_years import YEAR, example_sheet, score_everything, sheet_of
from tests.ui.scoring_desk import keys, paste, points_of, press, shown

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, operations: Operations) -> ScoringPage:
    """The page of the year, on the screen; three schools and the example criteria."""
    example_sheet(workspace)
    return shown(qtbot, operations)


class TestTyping:
    def test_enter_goes_down_and_tab_goes_on_as_in_a_spreadsheet(self, page: ScoringPage, workspace: Workspace) -> None:
        part = points_of(page)
        assert part.table.here == (1, 0)
        keys(part.table, "7,5")
        press(Qt.Key.Key_Return)
        assert part.table.here == (2, 0)
        keys(part.table, "5.25")
        press(Qt.Key.Key_Tab)
        assert part.table.here == (2, 1)
        keys(part.table, "6")
        press(Qt.Key.Key_Down)
        sheet = sheet_of(workspace)
        first = sheet.units[0].uid
        assert sheet.mark(sheet.lines[1].uid, first).self_points == 750
        assert sheet.mark(sheet.lines[2].uid, first).self_points == 525
        assert sheet.mark(sheet.lines[2].uid, first).cross_points == 600
        assert part.table.here == (3, 1)

    def test_groups_are_passed_by_and_totals_are_live(self, page: ScoringPage) -> None:
        part = points_of(page)
        part.grid.go(5, 0)
        keys(part.table, "5")
        press(Qt.Key.Key_Return)
        assert part.table.here == (7, 0)
        assert part.grid.model.words(0, 0) == "5"
        assert part.grid.totals.cells.words(0, 0) == "5"
        assert part.grid.totals.cells.words(1, 0) == "1"

    def test_what_is_over_the_maximum_is_refused_below_its_cell_and_stays_to_be_put_right(
        self, page: ScoringPage, workspace: Workspace
    ) -> None:
        part = points_of(page)
        keys(part.table, "9")
        press(Qt.Key.Key_Return)
        assert part.table.delegate.sentence == "9 lớn hơn điểm tối đa 8."
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        assert editor.text() == "9"
        assert part.table.here == (1, 0)
        editor.selectAll()
        keys(editor, "8")
        press(Qt.Key.Key_Return)
        assert part.table.delegate.sentence == ""
        assert (
            sheet_of(workspace).mark(part.grid.model.lines[1].uid, sheet_of(workspace).units[0].uid).self_points == 800
        )

    def test_a_refused_text_that_is_left_by_the_mouse_is_not_lost(
        self, page: ScoringPage, workspace: Workspace
    ) -> None:
        part = points_of(page)
        keys(part.table, "tam")
        other = part.table.visualRect(part.grid.model.index(3, 1)).center()
        QTest.mouseClick(part.table.viewport(), Qt.MouseButton.LeftButton, pos=other)
        assert part.grid.model.index(1, 0).data() == "tam"
        assert page.has_unsaved()
        assert not page.save()
        part.sides.chosen.emit(Side.FINAL.value)
        assert part.grid.model.columnCount() == 9
        part.grid.go(1, 0)
        assert "“tam” không phải là số điểm" in part.table.delegate.sentence
        press(Qt.Key.Key_Escape)
        assert part.grid.model.index(1, 0).data() == ""
        assert not page.has_unsaved()
        assert sheet_of(workspace).marks == {}

    def test_escape_drops_what_is_being_typed_and_delete_empties_cells(
        self, page: ScoringPage, workspace: Workspace
    ) -> None:
        part = points_of(page)
        paste(part.table, "7\n6")
        part.grid.go(1, 0)
        keys(part.table, "3")
        press(Qt.Key.Key_Escape)
        assert part.grid.model.words(1, 0) == "7"
        part.table.setFocus()
        press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        press(Qt.Key.Key_Delete)
        assert [part.grid.model.words(row, 0) for row in (1, 2)] == ["", ""]
        undo.undo(workspace)
        assert (
            sheet_of(workspace).mark(part.grid.model.lines[2].uid, sheet_of(workspace).units[0].uid).self_points == 600
        )

    def test_a_group_says_why_it_takes_no_points(self, page: ScoringPage) -> None:
        part = points_of(page)
        part.grid.go(0, 0)
        keys(part.table, "5")
        assert "do chương trình cộng" in part.table.delegate.sentence

    def test_tab_leaves_the_grid_at_its_end_and_escape_at_once(self, page: ScoringPage) -> None:
        part = points_of(page)
        part.grid.go(len(part.grid.model.lines) - 1, part.grid.model.columnCount() - 1)
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is not part.table
        part.grid.go(1, 0)
        press(Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is not part.table


class TestPasting:
    @staticmethod
    def block(page: ScoringPage, *, groups: bool) -> str:
        """Every unit's final points at the maximum, as a spreadsheet gives them."""
        lines = [line for line in page.desk.sheet.lines if line.due or (groups and line.group)]
        sums = page.desk.sums
        return "\r\n".join(
            "\t".join([show_points(sums.parts_maximum(line) if line.group else line.maximum or 0)] * 3)
            for line in lines
        )

    @pytest.mark.parametrize("groups", [True, False])
    def test_a_whole_block_is_one_act_with_and_without_rows_for_groups(
        self, page: ScoringPage, workspace: Workspace, groups: bool
    ) -> None:
        part = points_of(page)
        part.sides.chosen.emit(Side.FINAL.value)
        part.grid.go(0 if groups else 1, 0)
        text = self.block(page, groups=groups)
        paste(part.table, text.removesuffix("\r\n0\t0\t0\r\n0\t0\t0"))
        totals = ScoreTotals(sheet_of(workspace))
        assert [totals.total(unit.uid, Side.FINAL) for unit in sheet_of(workspace).units] == [10_000] * 3
        assert part.grid.totals.cells.words(1, 0) == "1="
        undo.undo(workspace)
        assert sheet_of(workspace).marks == {}

    def test_a_block_larger_than_the_grid_is_explained_and_changes_nothing(
        self, page: ScoringPage, operations: Operations, workspace: Workspace
    ) -> None:
        part = points_of(page)
        part.grid.go(30, 8)
        texts: list[str] = []
        operations.failed.connect(texts.append)
        paste(part.table, "1\t1\n1\t1")
        assert len(texts) == 1
        assert texts[0].startswith(
            "Khối dán có 2 dòng × 2 cột nhưng từ ô đang chọn chỉ còn 3 dòng × 1 cột. Chưa dán gì;"
        )
        assert sheet_of(workspace).marks == {}
        assert QGuiApplication.clipboard().text() == "1\t1\n1\t1"

    def test_one_wrong_cell_keeps_the_block_out_and_is_named(
        self, page: ScoringPage, operations: Operations, workspace: Workspace
    ) -> None:
        part = points_of(page)
        texts: list[str] = []
        operations.failed.connect(texts.append)
        paste(part.table, "7\tkhá\n6\t-1")
        assert "2 ô chưa đúng" in texts[0]
        assert "“khá” không phải là số điểm" in texts[0]
        assert "Điểm không được âm" in texts[0]
        assert sheet_of(workspace).marks == {}

    def test_one_value_fills_what_is_chosen_and_copying_gives_it_back(self, page: ScoringPage) -> None:
        part = points_of(page)
        press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        paste(part.table, "4,5")
        part.table.setFocus()
        press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text() == "4,5\t4,5\n4,5\t4,5"


class TestGrid:
    def test_differences_are_told_by_icon_and_words(self, page: ScoringPage) -> None:
        part = points_of(page)
        paste(part.table, "8\t7\n6\t5,9")
        model = part.grid.model
        assert (model.look(1, 1).tone, model.look(1, 1).icons[0][0]) == ("caution", "warning")
        assert "Chấm chéo thấp hơn tự chấm 1 điểm. Chênh lệch lớn" in model.tip(1, 1)
        assert (model.look(2, 1).tone, model.look(2, 1).icons[0][0]) == ("", "swap")
        assert model.look(2, 0).icons == ()

    def test_columns_of_one_unit_or_one_side(self, page: ScoringPage) -> None:
        part = points_of(page)
        part.units.chosen.emit(page.desk.sheet.units[1].uid)
        assert part.grid.model.columnCount() == 3
        part.sides.chosen.emit(Side.CROSS.value)
        assert [(unit.short_name, side) for unit, side in part.grid.model.columns] == [("Điện Biên", Side.CROSS)]

    def test_what_is_owed_leads_to_its_first_cell(self, page: ScoringPage, workspace: Workspace) -> None:
        score_everything(workspace, page.desk.sheet, {})
        sheet = sheet_of(workspace)
        gap = scoring.ScoreCell(sheet.lines[7].uid, sheet.units[2].uid, Side.CROSS, None)
        scoring.set_scores(workspace, sheet.uid, [gap])
        page.reread(None)
        part = points_of(page)
        assert part.summary.text() == "Đã chấm 197/198 ô"
        act = part.owed.menu().actions()[0]
        assert act.text() == "Chưa phân công chấm chéo cho Lào Cai: còn 1 ô"
        act.trigger()
        assert part.table.here == (7, 7)

    def test_filling_takes_the_cross_points_where_nothing_stands(self, page: ScoringPage) -> None:
        part = points_of(page)
        paste(part.table, "8\t7\t6,5\n6\t5,5")
        part.fill.menu().actions()[0].trigger()
        assert [part.grid.model.words(row, 2) for row in (1, 2, 3)] == ["6,5", "5,5", ""]

    def test_a_unit_that_left_during_the_year_is_shown_without_a_rank(
        self, page: ScoringPage, workspace: Workspace
    ) -> None:
        score_everything(workspace, page.desk.sheet, {})
        unit = sheet_of(workspace).units[0]
        draft = UnitDraft(
            code=unit.code, name=unit.name, short_name=unit.short_name, dissolved_on=PartialDate(YEAR, 7, 1)
        )
        records.edit(workspace, unit.uid, draft)
        page.reread(None)
        part = points_of(page)
        assert part.grid.totals.cells.words(0, 0) == "100"
        assert part.grid.totals.cells.words(1, 0) == ""
        assert f"giải thể, sáp nhập ngày 01/07/{YEAR}" in part.grid.totals.cells.tip(1, 0)

    def test_evidence_is_written_beside_the_cell_with_its_files(
        self, qtbot: QtBot, page: ScoringPage, operations: Operations, workspace: Workspace, tmp_path: Path
    ) -> None:
        part = points_of(page)
        press(Qt.Key.Key_F4)
        assert part.evidence.isVisible()
        keys(part.evidence.evidence, "QD 12")
        press(Qt.Key.Key_Escape)
        assert not part.evidence.isVisible()
        sheet = sheet_of(workspace)
        line, unit = sheet.lines[1].uid, sheet.units[0].uid
        assert sheet.mark(line, unit).evidence == "QD 12"
        file = tmp_path / "quyết định.txt"
        file.write_text("Số 12", "utf-8")
        part.toggle_evidence()
        with qtbot.waitSignal(operations.notice):
            part.evidence.add_files([file])
        assert part.evidence.files.count() == 1
        assert part.grid.model.look(1, 0).icons == (("attach", "quiet"),)

    def test_the_models_keep_the_rules_of_qt(self, page: ScoringPage) -> None:
        part = points_of(page)
        for model in (part.grid.model, part.grid.lines.cells, part.grid.totals.cells):
            QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
        part.sides.chosen.emit(Side.FINAL.value)
        paste(part.table, "7")


def test_the_head_of_a_unit_is_painted_once_over_its_columns(page: ScoringPage) -> None:
    part = points_of(page)
    picture = part.grid.head.grab()
    assert not picture.isNull()
    assert part.grid.head.height() == part.grid.lines.horizontalHeader().height()
    assert part.grid.points.columnViewportPosition(3) == part.grid.totals.columnViewportPosition(3)
    assert part.grid.lines.mapTo(page, QPoint()).y() == part.grid.points.mapTo(page, QPoint()).y()
