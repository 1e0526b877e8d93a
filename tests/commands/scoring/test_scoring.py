"""The acts of a scoring year: begun, scored, locked, voted, nominated; each can be undone, none breaks a lock."""

import datetime

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.records import attachments, records, undo
from cluster_desktop.commands.scoring import criteria, score_sheets, scoring
from cluster_desktop.commands.scoring.score_rotation import set_rotation
from cluster_desktop.commands.scoring.score_vote import VoteCell, nominate_result, rounds_of, set_votes
from cluster_desktop.domain.events.events import AttachmentDraft
from cluster_desktop.domain.scoring.score_rotation import proposed_rotation
from cluster_desktop.domain.scoring.score_totals import Rank, ScoreTotals
from cluster_desktop.domain.scoring.score_vote import proposed_awards
from cluster_desktop.domain.scoring.scored_sheet import ScoredSheet, Side
from cluster_desktop.domain.scoring.scoring import CriterionDraft, ScoreDraft
from cluster_desktop.domain.units.units import ClusterDraft, MembershipDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing
from tests.scoring_years import YEAR, add_cluster, example_sheet, score_everything, sheet_of

MEETING = datetime.date(YEAR, 11, 12)


@pytest.fixture
def sheet(workspace: Workspace) -> ScoredSheet:
    """The example sheet of three schools."""
    return example_sheet(workspace)


def shape(sheet: ScoredSheet) -> list[tuple[str, str, int | None, int]]:
    return [(line.code, line.title, line.maximum, line.depth) for line in sheet.lines]


def cell(sheet: ScoredSheet, side: Side, points: int | None, line: int = 0, unit: int = 0) -> scoring.ScoreCell:
    return scoring.ScoreCell(sheet.scored_lines[line].uid, sheet.units[unit].uid, side, points)


class TestBeginning:
    def test_the_example_adds_up_to_a_hundred(self, sheet: ScoredSheet) -> None:
        assert ScoreTotals(sheet).maximum == 10_000
        assert [unit.short_name for unit in sheet.units] == ["Cao Bằng", "Điện Biên", "Lào Cai"]
        assert sheet.state == "SOAN"

    def test_next_year_copies_the_criteria_in_one_act(self, workspace: Workspace, sheet: ScoredSheet) -> None:
        score_sheets.copy_sheet(workspace, sheet.cluster_uid, YEAR + 1)
        copied = sheet_of(workspace, YEAR + 1)
        assert shape(copied) == shape(sheet)
        assert {line.uid for line in copied.lines}.isdisjoint(line.uid for line in sheet.lines)
        assert copied.marks == {}
        undo.undo(workspace)
        with pytest.raises(AssertionError):
            sheet_of(workspace, YEAR + 1)

    def test_a_cluster_without_an_earlier_sheet_is_told_so(self, workspace: Workspace) -> None:
        with pytest.raises(errors.Refused, match="Hãy tạo bảng điểm mẫu"):
            score_sheets.copy_sheet(workspace, add_cluster(workspace), YEAR)

    def test_a_year_has_one_sheet(self, workspace: Workspace, sheet: ScoredSheet) -> None:
        with pytest.raises(errors.InvalidDraft, match="đã có bảng điểm"):
            score_sheets.start_example(workspace, sheet.cluster_uid, YEAR)


class TestPoints:
    def test_many_cells_are_one_act(self, workspace: Workspace, sheet: ScoredSheet) -> None:
        score_everything(workspace, sheet, {"Điện Biên": 50, "Lào Cai": 50})
        scored = sheet_of(workspace)
        totals = ScoreTotals(scored)
        assert scored.state == "CHAM"
        ranks = {unit.short_name: totals.rank(unit.uid, Side.FINAL) for unit in scored.units}
        assert ranks == {"Cao Bằng": Rank(1), "Điện Biên": Rank(2, True), "Lào Cai": Rank(2, True)}
        undo.undo(workspace)
        assert sheet_of(workspace).marks == {}
        undo.redo(workspace)
        assert sheet_of(workspace) == scored

    def test_equal_points_change_nothing(self, workspace: Workspace, sheet: ScoredSheet) -> None:
        assert scoring.set_scores(workspace, sheet.uid, [cell(sheet, Side.SELF, 750)])
        assert not scoring.set_scores(workspace, sheet.uid, [cell(sheet, Side.SELF, 750)])

    def test_one_cell_over_its_maximum_keeps_all_out(self, workspace: Workspace, sheet: ScoredSheet) -> None:
        with pytest.raises(errors.Refused, match=r"Hoàn thành kế hoạch.*8,5 lớn hơn điểm tối đa 8"):
            scoring.set_scores(workspace, sheet.uid, [cell(sheet, Side.SELF, 100, 1), cell(sheet, Side.SELF, 850)])
        assert sheet_of(workspace).marks == {}

    def test_evidence_and_its_files_stay_with_the_cell(self, workspace: Workspace, sheet: ScoredSheet) -> None:
        line, unit = sheet.scored_lines[0].uid, sheet.units[0].uid
        scoring.set_evidence(workspace, sheet.uid, line, unit, "Kế hoạch số 12/KH-TCT", "")
        draft = AttachmentDraft(kind="TEP", file_name="kế hoạch.pdf", sha256="-")
        new = attachments.NewFile(draft, b"%PDF-", "application/pdf")
        scoring.attach_evidence(workspace, sheet.uid, line, unit, [new])
        mark = sheet_of(workspace).mark(line, unit)
        assert (mark.evidence, mark.files) == ("Kế hoạch số 12/KH-TCT", 1)


class TestLock:
    @pytest.fixture
    def locked(self, workspace: Workspace, sheet: ScoredSheet) -> ScoredSheet:
        """The sheet, scored and locked."""
        score_everything(workspace, sheet, {})
        score_sheets.lock_sheet(workspace, sheet.uid, MEETING)
        return sheet_of(workspace)

    def test_nobody_writes_to_a_locked_sheet_by_any_way(self, workspace: Workspace, locked: ScoredSheet) -> None:
        line, unit = locked.scored_lines[0], locked.units[0]
        mark = locked.mark(line.uid, unit.uid)
        draft = AttachmentDraft(kind="TEP", file_name="a.txt", sha256="-", score_uid=mark.uid)
        new = attachments.NewFile(draft, b"a", "text/plain")
        ways = (
            lambda: scoring.set_scores(workspace, locked.uid, [cell(locked, Side.SELF, 1)]),
            lambda: scoring.set_evidence(workspace, locked.uid, line.uid, unit.uid, "x", ""),
            lambda: scoring.attach_evidence(workspace, locked.uid, line.uid, unit.uid, [new]),
            lambda: attachments.attach(workspace, [new]),
            lambda: records.edit(workspace, mark.uid, ScoreDraft(criterion_uid=line.uid, unit_uid=unit.uid)),
            lambda: records.delete(workspace, "score", [mark.uid]),
            lambda: records.create(workspace, CriterionDraft(sheet_uid=locked.uid, title="Mới", maximum=100)),
            lambda: criteria.edit_criteria(workspace, [(line.uid, "title", "Khác")]),
            lambda: criteria.delete_criteria(workspace, locked.uid, [line.uid]),
            lambda: criteria.move_criterion(workspace, locked.uid, line.uid, criteria.DOWN),
            lambda: records.delete(workspace, "score_sheet", [locked.uid]),
            lambda: set_rotation(workspace, locked.uid, {unit.uid: locked.units[1].uid}),
            lambda: score_sheets.lock_sheet(workspace, locked.uid, MEETING),
        )
        for way in ways:
            with pytest.raises(errors.Refused) as refused:
                way()
            assert refused.value.sentence == (
                f"Bảng điểm năm {YEAR} đã chốt ngày 12/11/{YEAR} nên không sửa được. "
                "Muốn sửa, hãy bấm “Mở lại” ở trang Chấm điểm cụm và ghi lý do."
            )
        assert sheet_of(workspace) == locked

    def test_it_opens_again_only_with_a_reason(self, workspace: Workspace, locked: ScoredSheet) -> None:
        with pytest.raises(errors.Refused, match="ghi lý do"):
            score_sheets.unlock_sheet(workspace, locked.uid, "  ")
        score_sheets.unlock_sheet(workspace, locked.uid, "Cộng nhầm điểm thưởng")
        opened = sheet_of(workspace)
        assert (opened.state, opened.unlock_reason, opened.locked_on) == ("CHAM", "Cộng nhầm điểm thưởng", None)
        assert scoring.set_scores(workspace, locked.uid, [cell(locked, Side.FINAL, 1)])

    def test_undo_goes_back_through_the_lock_step_by_step(self, workspace: Workspace, locked: ScoredSheet) -> None:
        undo.undo(workspace)
        assert not sheet_of(workspace).locked
        undo.undo(workspace)
        assert sheet_of(workspace).marks == {}
        undo.redo(workspace)
        undo.redo(workspace)
        assert sheet_of(workspace) == locked

    def test_a_sheet_without_final_points_is_not_locked(self, workspace: Workspace, sheet: ScoredSheet) -> None:
        scoring.set_scores(workspace, sheet.uid, [cell(sheet, Side.SELF, 100)])
        with pytest.raises(errors.Refused, match="Chưa có điểm kết luận"):
            score_sheets.lock_sheet(workspace, sheet.uid, MEETING)


class TestCriteria:
    def test_a_criterion_deleted_after_scoring_takes_its_points_along_and_back(
        self, workspace: Workspace, sheet: ScoredSheet
    ) -> None:
        score_everything(workspace, sheet, {})
        scored = sheet_of(workspace)
        group = sheet.lines[0]
        changes = criteria.delete_criteria(workspace, sheet.uid, [group.uid])
        assert changes.label == "Xóa 6 dòng tiêu chí cùng điểm của 15 ô"
        assert len(sheet_of(workspace).lines) == len(sheet.lines) - 6
        undo.undo(workspace)
        assert sheet_of(workspace) == scored

    def test_lines_move_within_their_group_and_in_and_out_of_one(
        self, workspace: Workspace, sheet: ScoredSheet
    ) -> None:
        first, second = sheet.lines[1].uid, sheet.lines[2].uid
        criteria.move_criterion(workspace, sheet.uid, second, criteria.UP)
        assert [line.uid for line in sheet_of(workspace).lines[1:3]] == [second, first]
        with pytest.raises(errors.Refused, match="đầu hoặc cuối nhóm"):
            criteria.move_criterion(workspace, sheet.uid, second, criteria.UP)
        criteria.outdent_criterion(workspace, sheet.uid, second)
        moved = sheet_of(workspace)
        assert moved.line(second).depth == 0
        with pytest.raises(errors.Refused, match="không nằm trong nhóm"):
            criteria.outdent_criterion(workspace, sheet.uid, second)
        criteria.indent_criterion(workspace, sheet.uid, second)
        assert sheet_of(workspace).line(second).parent_uid == sheet.lines[0].uid
        with pytest.raises(errors.Refused, match="không có nhóm"):
            criteria.indent_criterion(workspace, sheet.uid, first)

    def test_a_new_line_stands_behind_the_one_it_was_added_at(self, workspace: Workspace, sheet: ScoredSheet) -> None:
        group = sheet.lines[0].uid
        draft = CriterionDraft(sheet_uid=sheet.uid, parent_uid=group, title="Chuyển đổi số", maximum=200)
        criteria.add_criterion(workspace, draft, sheet.lines[2].uid)
        assert [line.title for line in sheet_of(workspace).lines][3] == "Chuyển đổi số"

    def test_what_is_scored_needs_a_maximum(self, workspace: Workspace, sheet: ScoredSheet) -> None:
        with pytest.raises(errors.InvalidDraft, match="điểm tối đa lớn hơn 0"):
            criteria.edit_criteria(workspace, [(sheet.scored_lines[0].uid, "maximum", None)])
        criteria.edit_criteria(workspace, [(sheet.lines[0].uid, "maximum", None)])
        assert sheet_of(workspace).lines[0].maximum is None

    def test_points_and_parts_keep_a_line_what_it_is(self, workspace: Workspace, sheet: ScoredSheet) -> None:
        scoring.set_scores(workspace, sheet.uid, [cell(sheet, Side.SELF, 100)])
        with pytest.raises(errors.Refused, match="đã có điểm"):
            criteria.edit_criteria(workspace, [(sheet.scored_lines[0].uid, "kind", "NHOM")])
        with pytest.raises(errors.Refused, match="còn tiêu chí bên trong"):
            criteria.edit_criteria(workspace, [(sheet.lines[0].uid, "kind", "TIEU_CHI")])


class TestRotation:
    def test_a_plan_is_one_act_and_makes_members_of_those_who_are_none(self, workspace: Workspace) -> None:
        cluster = add_cluster(workspace, year=YEAR - 1)
        score_sheets.start_example(workspace, cluster, YEAR)
        sheet = sheet_of(workspace)
        before = {unit.uid: unit.scored_before for unit in sheet.units if unit.scored_before}
        set_rotation(workspace, sheet.uid, proposed_rotation([unit.uid for unit in sheet.units], before))
        planned = sheet_of(workspace)
        assert {unit.scores_uid for unit in planned.units} == {unit.uid for unit in planned.units}
        undo.undo(workspace)
        assert all(unit.scores_uid is None for unit in sheet_of(workspace).units)

    def test_who_scored_whom_the_year_before_is_asked_of_this_cluster_alone(self, workspace: Workspace) -> None:
        def others(count: int) -> list[str]:
            return [records.create(workspace, ClusterDraft(name="Khối thi đua")).uids[0] for _ in range(count)]

        blocks = others(2)
        cluster = add_cluster(workspace, year=YEAR)
        blocks += others(2)
        score_sheets.start_example(workspace, cluster, YEAR)
        first, second, third = (unit.uid for unit in sheet_of(workspace).units)
        for place, scored in ((cluster, second), *((block, third) for block in blocks)):
            before = MembershipDraft(cluster_uid=place, unit_uid=first, year=YEAR - 1, scores_uid=scored)
            records.create(workspace, before)
        assert [unit.scored_before for unit in sheet_of(workspace).units] == [second, None, None]

    def test_nobody_scores_themselves(self, workspace: Workspace, sheet: ScoredSheet) -> None:
        unit = sheet.units[0].uid
        with pytest.raises(errors.Refused, match="chính mình"):
            set_rotation(workspace, sheet.uid, {unit: unit})


class TestVote:
    def test_the_result_goes_into_nominations_with_its_votes(self, workspace: Workspace, sheet: ScoredSheet) -> None:
        score_everything(workspace, sheet, {"Điện Biên": 50})
        first, second, third = (unit.uid for unit in sheet.units)
        cells = [VoteCell(third, "CO_TINH", 3), VoteCell(first, "BK_TINH", 2), VoteCell(second, "BK_TINH", 1)]
        set_votes(workspace, sheet.uid, cells, 3)
        voted = sheet_of(workspace)
        awards = proposed_awards(voted, ScoreTotals(voted))
        assert awards == {third: "CO_TINH", first: "BK_TINH"}
        nominate_result(workspace, voted, awards)
        listed = Listing(kind="nomination", filters=(Filter("year", (YEAR,)),))
        rows = {str(row.values["unit_uid"]): row for row in workspace.read(listing.page, listed)}
        assert (rows[third].values["award"], rows[third].values["votes_for"], rows[third].values["votes_total"]) == (
            "CO_TINH",
            3,
            3,
        )
        assert rows[first].values["citation"] == (
            f"Có thành tích xuất sắc trong phong trào thi đua năm {YEAR} của Cụm thi đua số 2"
        )
        assert len(workspace.read(rounds_of, YEAR)) == 1
        with pytest.raises(errors.Refused, match="đã được đề nghị"):
            nominate_result(workspace, voted, awards, workspace.read(rounds_of, YEAR)[0].uid)
        undo.undo(workspace)
        assert workspace.read(rounds_of, YEAR) == ()

    def test_more_votes_than_ballots_are_refused(self, workspace: Workspace, sheet: ScoredSheet) -> None:
        with pytest.raises(errors.InvalidDraft, match="Chỉ có 3 phiếu"):
            set_votes(workspace, sheet.uid, [VoteCell(sheet.units[0].uid, "CO_TINH", 4)], 3)
