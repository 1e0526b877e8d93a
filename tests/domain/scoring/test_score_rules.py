"""The rules of a score sheet on both sides of each boundary: lines, sums, differences, what is owed, pasting, votes."""

from dataclasses import replace
from typing import Any

import pytest

from cluster_desktop.domain.awards.awards import AwardKind
from cluster_desktop.domain.scoring.score_criteria import read_criteria
from cluster_desktop.domain.scoring.score_paste import place_block
from cluster_desktop.domain.scoring.score_problems import Gap, criteria_problems, gap, over_maximum, progress
from cluster_desktop.domain.scoring.score_rotation import proposed_rotation, rotation_problems
from cluster_desktop.domain.scoring.score_totals import Rank, ScoreTotals
from cluster_desktop.domain.scoring.score_typing import check_points, read_points, show_signed
from cluster_desktop.domain.scoring.score_vote import (
    carried,
    first_by_vote,
    proposed_awards,
    proposed_citation,
    share,
    votes_by_unit,
)
from cluster_desktop.domain.scoring.scored_sheet import (
    NO_MARK,
    Mark,
    ScoredSheet,
    ScoredUnit,
    ScoreLine,
    Side,
    Vote,
    in_order,
)
from cluster_desktop.domain.scoring.scoring import CriterionDraft, RecommendationDraft
from cluster_desktop.domain.text.dates import PartialDate

FLAG, MERIT = AwardKind.PROVINCE_FLAG, AwardKind.PROVINCE_MERIT
GROUP = ScoreLine(uid="I", title="Chuyên môn", code="I", kind="NHOM", maximum=6000)
TEACHING = ScoreLine(uid="1", title="Giảng dạy", code="1", maximum=4000, parent_uid="I", depth=1)
RESEARCH = ScoreLine(uid="2", title="Nghiên cứu", code="2", maximum=2000, parent_uid="I", depth=1)
REST = ScoreLine(uid="3", title="Phong trào", maximum=4000)
BONUS = ScoreLine(uid="+", title="Đăng cai", kind="THUONG", maximum=200)
PENALTY = ScoreLine(uid="-", title="Báo cáo chậm", kind="TRU", maximum=300)
LINES = (GROUP, TEACHING, RESEARCH, REST, BONUS, PENALTY)
UNITS = tuple(ScoredUnit(uid=name, code=name, short_name=name, name=f"Trường {name}") for name in ("An", "Bắc", "Cao"))


def book(marks: dict[tuple[str, str], Mark] | None = None, **other: Any) -> ScoredSheet:
    usual: dict[str, Any] = {"state": "CHAM", "lines": LINES, "units": UNITS, "marks": marks or {}}
    return ScoredSheet(uid="b", name="Bảng điểm", cluster_uid="c", cluster_name="Cụm", year=2020, **(usual | other))


class TestLines:
    def test_a_line_knows_whether_it_is_scored_is_due_and_takes_away(self) -> None:
        facts = {line.kind: (line.group, line.due, line.sign) for line in LINES}
        assert facts == {
            "NHOM": (True, False, 1),
            "TIEU_CHI": (False, True, 1),
            "THUONG": (False, False, 1),
            "TRU": (False, False, -1),
        }
        assert [line.words for line in (TEACHING, REST)] == ["1. Giảng dạy", "Phong trào"]

    def test_a_mark_holds_points_by_side(self) -> None:
        mark = Mark(self_points=1, cross_points=2, final_points=3)
        assert [mark.on(side) for side in Side] == list(mark.points) == [1, 2, 3]
        assert [side.label for side in Side] == ["Tự chấm", "Chấm chéo", "Kết luận"]

    def test_a_book_finds_its_lines_units_and_marks(self) -> None:
        sheet = book({("1", "An"): Mark(self_points=1)})
        assert (sheet.line("2"), sheet.unit("Cao")) == (RESEARCH, UNITS[2])
        assert (sheet.mark("1", "An").self_points, sheet.mark("1", "Bắc")) == (1, NO_MARK)
        assert sheet.scored_lines == LINES[1:]
        assert [book(state=state).locked for state in ("SOAN", "CHAM", "KHOA")] == [False, False, True]
        with pytest.raises(KeyError):
            sheet.line("9")

    def test_lines_stand_below_their_group_with_their_depth(self) -> None:
        lines = [
            ScoreLine(uid="b", title="", parent_uid="a"),
            ScoreLine(uid="a", title="", kind="NHOM"),
            ScoreLine(uid="c", title="", parent_uid="b"),
            ScoreLine(uid="d", title="", parent_uid="gone", depth=5),
        ]
        assert [(line.uid, line.depth) for line in in_order(lines)] == [("a", 0), ("b", 1), ("c", 2), ("d", 0)]

    def test_a_criterion_has_a_maximum_and_a_group_need_not(self) -> None:
        def refused(kind: str, maximum: int | None) -> list[str]:
            return [problem.field for problem in CriterionDraft(kind=kind, maximum=maximum).problems()]

        assert [refused("TIEU_CHI", most) for most in (None, 0, 1)] == [["maximum"], ["maximum"], []]
        assert [refused(kind, None) for kind in ("NHOM", "THUONG", "TRU")] == [[], ["maximum"], ["maximum"]]

    def test_no_more_vote_for_a_unit_than_there_are_ballots(self) -> None:
        def refused(votes: int | None, total: int | None) -> list[str]:
            return [problem.field for problem in RecommendationDraft(votes_for=votes, votes_total=total).problems()]

        assert [refused(*counts) for counts in ((7, 7), (8, 7), (8, None), (None, 7), (1, 0))] == [
            [],
            ["votes_for"],
            [],
            [],
            ["votes_for"],
        ]


class TestSums:
    def test_the_maximum_of_a_group_is_stated_or_added_up(self) -> None:
        inner = replace(GROUP, uid="II", maximum=None, parent_uid="I", depth=1)
        deep = replace(REST, uid="4", parent_uid="II", depth=2, maximum=700)
        bonus = replace(BONUS, parent_uid="I", depth=1)
        totals = ScoreTotals(book(lines=(GROUP, TEACHING, inner, deep, bonus)))
        assert (totals.line_maximum(GROUP), totals.parts_maximum(GROUP)) == (6000, 4700)
        assert (totals.line_maximum(inner), totals.parts_maximum(inner)) == (700, 700)
        assert totals.line_maximum(replace(GROUP, uid="none", maximum=None)) == 0
        assert totals.maximum == 4700
        stated = ScoreTotals(book(lines=(GROUP, replace(inner, maximum=500), deep)))
        assert stated.parts_maximum(GROUP) == 500

    def test_units_stand_by_rank_and_those_without_one_last(self) -> None:
        marks = {("1", "An"): Mark(self_points=1), ("1", "Cao"): Mark(self_points=2, final_points=1)}
        totals = ScoreTotals(book(marks))
        assert [unit.uid for unit in totals.by_rank(book(marks), Side.SELF)] == ["Cao", "An", "Bắc"]
        assert [unit.uid for unit in totals.by_rank(book(marks))] == ["Cao", "An", "Bắc"]
        assert totals.rank("Bắc", Side.SELF) is None

    def test_only_the_units_that_changed_are_added_up_anew(self) -> None:
        before = ScoreTotals(book({("1", "An"): Mark(self_points=100), ("1", "Cao"): Mark(self_points=300)}))
        later = book({("1", "An"): Mark(self_points=400), ("1", "Cao"): Mark(self_points=300)})
        totals = ScoreTotals(later, before, frozenset({"An"}))
        assert [totals.total(unit, Side.SELF) for unit in ("An", "Bắc", "Cao")] == [400, None, 300]
        assert totals.rank("An", Side.SELF) == Rank(1)
        assert before.total("An", Side.SELF) == 100


class TestProblems:
    @pytest.mark.parametrize(
        ("line", "own", "cross", "words"),
        [
            (TEACHING, 3000, 3050, "Chấm chéo cao hơn tự chấm 0,5 điểm."),
            (TEACHING, 3050, 3000, "Chấm chéo thấp hơn tự chấm 0,5 điểm."),
            (PENALTY, 100, 200, "Chấm chéo thấp hơn tự chấm 1 điểm."),
        ],
    )
    def test_a_difference_says_which_way(self, line: ScoreLine, own: int, cross: int, words: str) -> None:
        difference = gap(Mark(self_points=own, cross_points=cross), line)
        assert difference is not None
        assert difference.words == words

    def test_every_difference_is_large_where_there_is_no_maximum(self) -> None:
        assert gap(Mark(self_points=0, cross_points=1), replace(REST, maximum=None)) == Gap(1, True)

    def test_a_group_without_criteria_is_told_and_one_of_bonus_is_not_compared(self) -> None:
        empty = replace(GROUP, uid="II", code="II", title="Trống")
        rewards = replace(GROUP, uid="III", code="III", title="Thưởng", maximum=500)
        lines = (*LINES[:4], empty, rewards, replace(BONUS, parent_uid="III", depth=1))
        sheet = book(lines=lines)
        assert criteria_problems(sheet, ScoreTotals(sheet)) == ("Nhóm “II. Trống” chưa có tiêu chí nào.",)

    def test_a_group_inside_a_group_counts_for_it(self) -> None:
        outer = replace(GROUP, uid="A", code="A", title="Cả", maximum=5000)
        sheet = book(lines=(outer, replace(GROUP, parent_uid="A", depth=1), *LINES[1:4]))
        assert criteria_problems(sheet, ScoreTotals(sheet)) == (
            "Nhóm “A. Cả” ghi tối đa 50 nhưng các tiêu chí cộng lại là 60.",
        )

    def test_a_sheet_without_criteria_has_no_wrong_total(self) -> None:
        assert criteria_problems(book(lines=()), ScoreTotals(book(lines=()))) == ()

    def test_points_are_too_many_only_above_the_maximum_of_line_or_group(self) -> None:
        def sentences(**marks: int) -> list[str]:
            sheet = book({(line, "An"): Mark(final_points=points) for line, points in marks.items()})
            return list(over_maximum(sheet, ScoreTotals(sheet)))

        assert sentences(**{"1": 4000, "2": 2000}) == []
        assert sentences(**{"2": 2001}) == ["An, kết luận: “2. Nghiên cứu” có 20,01 điểm, tối đa 20."]
        assert sentences(**{"1": 4001, "2": 2000}) == [
            "An, kết luận: “1. Giảng dạy” có 40,01 điểm, tối đa 40.",
            "An, kết luận: “I. Chuyên môn” có 60,01 điểm, tối đa 60.",
        ]

    def test_a_group_without_a_maximum_and_a_side_without_points_are_never_too_many(self) -> None:
        lines = (replace(GROUP, maximum=None), TEACHING, RESEARCH)
        sheet = book({("1", "An"): Mark(self_points=4000), ("2", "An"): Mark(self_points=2000)}, lines=lines)
        assert list(over_maximum(sheet, ScoreTotals(sheet))) == []

    def test_what_is_owed_is_told_by_who_owes_it(self) -> None:
        units = (replace(UNITS[0], scores_uid="Bắc"), UNITS[1], replace(UNITS[2], left_on=PartialDate(2020, 7, 1)))
        whole = Mark(self_points=0, cross_points=0, final_points=0)
        marks = {("1", "An"): whole, ("2", "An"): whole, ("1", "Bắc"): Mark(self_points=1, final_points=1)}
        state = progress(book(marks, units=units))
        assert (state.done, state.whole) == (8, 18)  # three criteria, two units, three sides
        assert [owed.words for owed in state.owed] == [
            "An tự chấm: còn 1 ô",
            "Bắc tự chấm: còn 2 ô",
            "Chưa phân công chấm chéo cho An: còn 1 ô",
            "An chấm chéo cho Bắc: còn 3 ô",
            "Kết luận cho An: còn 1 ô",
            "Kết luận cho Bắc: còn 2 ô",
        ]


class TestRotation:
    def test_the_step_that_repeats_least_is_taken_and_of_those_the_smallest(self) -> None:
        units = ["a", "b", "c", "d"]
        assert proposed_rotation(units, {"a": "b", "b": "d"}) == {"a": "d", "b": "a", "c": "b", "d": "c"}
        assert proposed_rotation(units, {"a": "b"}) == {"a": "c", "b": "d", "c": "a", "d": "b"}
        assert proposed_rotation([], {}) == {}

    def test_two_who_check_the_same_unit_are_told_and_those_who_left_are_not(self) -> None:
        units = (
            replace(UNITS[0], scores_uid="Cao", scored_before="Bắc"),
            replace(UNITS[1], scores_uid="Cao"),
            replace(UNITS[2], scores_uid="An"),
            ScoredUnit(uid="Dù", code="", short_name="Dù", name="", left_on=PartialDate(2020, 7, 1)),
        )
        assert rotation_problems(book(units=units)) == (
            "Chưa có đơn vị nào chấm chéo cho Bắc.",
            "An và Bắc cùng chấm chéo cho Cao.",
        )


class TestTyping:
    @pytest.mark.parametrize(
        ("text", "line", "points"),
        [
            ("—", TEACHING, None),
            ("0", PENALTY, 0),
            ("-0,01", PENALTY, 1),
            ("-0", TEACHING, 0),
            ("40,00", TEACHING, 4000),
            ("0,01", TEACHING, 1),
            ("1.234", replace(TEACHING, maximum=200_000), 123_400),
            ("1.250", TEACHING, 125),
            ("12.500,5", replace(TEACHING, maximum=2_000_000), 1_250_050),
        ],
    )
    def test_points_are_read(self, text: str, line: ScoreLine, points: int | None) -> None:
        assert read_points(text, line) == points

    @pytest.mark.parametrize(
        ("text", "words"), [("1.234", "hai chữ số"), ("1.234.567", "lớn hơn"), ("1.234,5", "lớn hơn")]
    )
    def test_points_that_can_be_nothing_else_are_refused(self, text: str, words: str) -> None:
        with pytest.raises(ValueError, match=words):
            read_points(text, TEACHING)

    def test_a_line_takes_its_maximum_and_not_a_hundredth_more(self) -> None:
        check_points(4000, TEACHING)
        check_points(0, replace(TEACHING, maximum=None))
        for points, line in ((4001, TEACHING), (1, replace(TEACHING, maximum=None)), (-1, TEACHING)):
            with pytest.raises(ValueError):
                check_points(points, line)
        with pytest.raises(ValueError, match="3,01 lớn hơn điểm trừ tối đa 3"):
            check_points(301, PENALTY)

    def test_points_are_shown_with_the_sign_of_their_line(self) -> None:
        assert [show_signed(points, PENALTY) for points in (None, 150, 0)] == ["", "-1,5", "0"]
        assert show_signed(150, BONUS) == "1,5"


COLUMNS = [("An", Side.SELF), ("Bắc", Side.SELF)]


class TestPasting:
    def test_a_block_with_rows_for_groups_is_laid_from_its_line(self) -> None:
        placed = place_block(book(), 0, COLUMNS, [["60", ""], ["40", "39,5"], ["20", ""]])
        assert placed.points == {
            ("1", "An", Side.SELF): 4000,
            ("1", "Bắc", Side.SELF): 3950,
            ("2", "An", Side.SELF): 2000,
        }
        assert (placed.problem, placed.without_groups) == ("", False)

    def test_a_block_without_rows_for_groups_passes_them_by(self) -> None:
        placed = place_block(book(), 0, COLUMNS[:1], [["40"], ["20"], ["30"]])
        assert placed.points == {
            (line, "An", Side.SELF): points for line, points in (("1", 4000), ("2", 2000), ("3", 3000))
        }
        assert placed.without_groups

    def test_the_sum_of_a_group_counts_the_points_that_stand_and_penalties_less(self) -> None:
        lines = (GROUP, TEACHING, replace(PENALTY, parent_uid="I", depth=1))
        sheet = book({("1", "An"): Mark(self_points=3000)}, lines=lines)
        placed = place_block(sheet, 0, COLUMNS[:1], [["28"], [""], ["-2"]])
        assert placed.points == {("-", "An", Side.SELF): 200}
        minus = place_block(book(lines=lines), 0, COLUMNS[:1], [["-2"], [""], ["2"]])
        assert minus.points == {("-", "An", Side.SELF): 200}

    def test_empty_cells_and_short_rows_leave_the_points_that_stand(self) -> None:
        placed = place_block(book(), 1, COLUMNS, [["", "39"], ["20"]])
        assert placed.points == {("1", "Bắc", Side.SELF): 3900, ("2", "An", Side.SELF): 2000}
        assert place_block(book(), 0, COLUMNS, [["60"], ["40"], ["20"]]).points.keys() == {
            ("1", "An", Side.SELF),
            ("2", "An", Side.SELF),
        }
        nothing = place_block(book(), 0, COLUMNS, [["-", "60"], ["0", "40"], ["0", "20"]])
        assert (nothing.without_groups, len(nothing.points)) == (False, 4)

    def test_a_group_that_does_not_add_up_pastes_nothing(self) -> None:
        placed = place_block(book(), 0, COLUMNS[:1], [["59"], ["40"], ["20"], ["40"], ["1"], ["1"]])
        assert placed.points == {}
        assert "không bằng tổng các tiêu chí" in placed.problem
        words = place_block(book(), 0, COLUMNS[:1], [["tốt"], ["40"], ["20"], ["40"], ["1"], ["1"]])
        assert "không bằng tổng các tiêu chí" in words.problem

    def test_a_block_beyond_the_sheet_pastes_nothing(self) -> None:
        assert place_block(book(), 5, COLUMNS, [["1", "1"]]).points.keys() == {
            ("-", unit, Side.SELF) for unit in ("An", "Bắc")
        }
        low = place_block(book(), 5, COLUMNS, [["1"], ["1"]])
        wide = place_block(book(), 5, COLUMNS, [["1", "1", "1"]])
        assert low.problem.startswith("Khối dán có 2 dòng × 1 cột nhưng từ ô đang chọn chỉ còn 1 dòng × 2 cột.")
        assert wide.problem.startswith("Khối dán có 1 dòng × 3 cột nhưng từ ô đang chọn chỉ còn 1 dòng × 2 cột.")
        assert low.points == wide.points == {}
        assert place_block(book(), 0, COLUMNS, []).points == {}

    def test_three_wrong_cells_are_named_and_the_others_counted(self) -> None:
        three = place_block(book(), 3, COLUMNS[:1], [["a"], ["b"], ["c"]])
        assert three.problem.startswith("Chưa dán gì vì 3 ô chưa đúng. An, “Phong trào”: “a” không phải là số điểm.")
        assert "ô khác" not in three.problem
        five = place_block(book(), 3, COLUMNS, [["a", "b"], ["c", "d"], ["e", "1"]])
        assert five.problem.count("không phải là số điểm") == 3
        assert five.problem.endswith(" Còn 2 ô khác.")


class TestVote:
    @staticmethod
    def vote(unit: str, votes: int | None, total: int | None = 7, award: str = FLAG) -> Vote:
        return Vote(uid=unit, unit_uid=unit, award=award, votes_for=votes, votes_total=total)

    def test_a_vote_is_carried_by_more_than_half_of_all_ballots(self) -> None:
        counts = ((3, 7), (4, 7), (4, 8), (5, 8), (None, 7), (1, None), (0, None))
        assert [carried(self.vote("An", *count)) for count in counts] == [False, True, False, True, False, True, False]

    def test_a_share_is_told_where_there_were_ballots(self) -> None:
        assert [share(self.vote("An", *count)) for count in ((6, 7), (None, 7), (6, None), (6, 0))] == [
            "85,7%",
            "0%",
            "",
            "",
        ]

    def test_only_counted_votes_for_the_award_are_looked_at(self) -> None:
        votes = (self.vote("An", 0), self.vote("Bắc", None), self.vote("Cao", 5, award=MERIT))
        assert list(votes_by_unit(book(votes=votes), FLAG)) == ["An"]

    def test_the_first_has_most_votes_and_more_than_half(self) -> None:
        votes = {name: self.vote(name, count) for name, count in (("An", 3), ("Bắc", 2), ("Cao", 2))}
        assert first_by_vote(votes, {}) is None
        assert first_by_vote({"An": self.vote("An", 4), "Bắc": self.vote("Bắc", 3)}, {"Bắc": 9000}) == "An"
        assert first_by_vote({}, {}) is None

    def test_merit_is_not_given_beside_the_flag_or_below_half(self) -> None:
        votes = (
            self.vote("An", 7),
            self.vote("An", 7, award=MERIT),
            self.vote("Bắc", 3, award=MERIT),
            self.vote("Cao", 4, award=MERIT),
        )
        sheet = book(votes=votes)
        assert proposed_awards(sheet, ScoreTotals(sheet)) == {"An": FLAG, "Cao": MERIT}

    def test_a_nomination_begins_with_the_words_of_the_vote(self) -> None:
        assert proposed_citation(FLAG, "Cụm số 2", 2020) == "Dẫn đầu phong trào thi đua năm 2020 của Cụm số 2"
        assert proposed_citation(MERIT, "Cụm số 2", 2020).startswith("Có thành tích xuất sắc")


class TestCriteria:
    def read(self, *rows: tuple[str, ...]) -> list[tuple[str, str, str, int | None, int]]:
        return [(line.code, line.title, line.kind, line.maximum, line.depth) for line in read_criteria(rows)]

    def test_numbers_may_stand_in_the_words_and_letters_are_deepest(self) -> None:
        assert self.read(("A. Chung", "10"), ("1.2) Sâu hơn", "6"), ("a) Sâu nhất", "4"), ("B", "Riêng", "5 điểm")) == [
            ("A", "Chung", "NHOM", 1000, 0),
            ("1.2", "Sâu hơn", "NHOM", 600, 1),
            ("a", "Sâu nhất", "TIEU_CHI", 400, 2),
            ("B", "Riêng", "TIEU_CHI", 500, 0),
        ]

    def test_a_heading_is_passed_by_and_rows_without_words_too(self) -> None:
        assert self.read(("TT", "Nội dung", "Điểm"), ("", "", ""), ("1", "Dạy", "7,25")) == [
            ("1", "Dạy", "TIEU_CHI", 725, 0)
        ]
        assert self.read(("Tiêu chí", "10"), ("1", "Dạy", "5"))[0][1] == "Tiêu chí"
        assert self.read(("10",), ("Dạy", "5")) == [("", "Dạy", "TIEU_CHI", 500, 0)]

    def test_what_adds_and_what_takes_away_is_known_by_its_words_or_its_minus(self) -> None:
        kinds = [
            row[2]
            for row in self.read(("Điểm thưởng: sáng kiến", "2"), ("Bị trừ điểm", "3"), ("Chậm", "-1"), ("Có", "0"))
        ]
        assert kinds == ["THUONG", "TRU", "TRU", "TIEU_CHI"]
        assert self.read(("Chậm", "-1"))[0][3] == 100

    def test_a_third_decimal_is_no_points(self) -> None:
        assert self.read(("Dạy", "7,255"), ("Học", "5"))[0] == ("", "Dạy", "NHOM", None, 0)
