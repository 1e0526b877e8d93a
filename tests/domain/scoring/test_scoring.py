"""The sums and ranks of a score sheet, points typed and pasted into it, and the rotation of who scores whom."""

from dataclasses import replace

import pytest

from cluster_desktop.domain.scoring.score_criteria import read_criteria
from cluster_desktop.domain.scoring.score_problems import criteria_problems, gap, over_maximum, progress
from cluster_desktop.domain.scoring.score_rotation import proposed_rotation, rotation_problems
from cluster_desktop.domain.scoring.score_totals import Rank, ScoreTotals, ranking
from cluster_desktop.domain.scoring.score_typing import read_points, show_signed
from cluster_desktop.domain.scoring.score_vote import proposed_awards
from cluster_desktop.domain.scoring.scored_sheet import Mark, ScoredSheet, ScoredUnit, ScoreLine, Side, Vote, in_order
from cluster_desktop.domain.text.blocks import read_block
from cluster_desktop.domain.text.dates import PartialDate

LINES = in_order(
    [
        ScoreLine(uid="I", title="Chuyên môn", code="I", kind="NHOM", maximum=6000),
        ScoreLine(uid="1", title="Giảng dạy", code="1", maximum=4000, parent_uid="I"),
        ScoreLine(uid="2", title="Nghiên cứu", code="2", maximum=2000, parent_uid="I"),
        ScoreLine(uid="II", title="Phong trào", code="II", kind="NHOM"),
        ScoreLine(uid="3", title="Hoạt động chung", maximum=4000, parent_uid="II"),
        ScoreLine(uid="+", title="Đăng cai", kind="THUONG", maximum=200, parent_uid="II"),
        ScoreLine(uid="-", title="Báo cáo chậm", kind="TRU", maximum=300),
    ]
)
UNITS = tuple(ScoredUnit(uid=name, code=name, short_name=name, name=f"Trường {name}") for name in ("An", "Bắc", "Cao"))


def sheet_with(marks: dict[tuple[str, str], Mark], **other: object) -> ScoredSheet:
    sheet = ScoredSheet(
        uid="b",
        name="Bảng điểm",
        cluster_uid="c",
        cluster_name="Cụm",
        year=2020,
        state="CHAM",
        lines=LINES,
        units=UNITS,
        marks=marks,
    )
    return replace(sheet, **other)  # type: ignore[arg-type]


def finals(points: dict[tuple[str, str], int]) -> dict[tuple[str, str], Mark]:
    return {key: Mark(final_points=value) for key, value in points.items()}


class TestTotals:
    def test_bonus_adds_and_penalty_takes_away(self) -> None:
        totals = ScoreTotals(
            sheet_with(
                finals({("1", "An"): 3850, ("2", "An"): 2000, ("3", "An"): 4000, ("+", "An"): 200, ("-", "An"): 150})
            )
        )
        assert totals.points(LINES[0], "An", Side.FINAL) == 5850
        assert totals.points(LINES[3], "An", Side.FINAL) == 4200
        assert totals.points(LINES[6], "An", Side.FINAL) == -150
        assert totals.total("An", Side.FINAL) == 5850 + 4200 - 150
        assert totals.maximum == 10_000

    def test_a_side_nobody_scored_has_no_total_and_no_rank(self) -> None:
        totals = ScoreTotals(sheet_with(finals({("1", "An"): 0})))
        assert totals.total("An", Side.FINAL) == 0
        assert totals.total("Bắc", Side.FINAL) is None
        assert totals.rank("Bắc", Side.FINAL) is None
        assert totals.total("An", Side.SELF) is None

    @pytest.mark.parametrize(
        ("totals", "places"),
        [
            ({"a": 9, "b": 8, "c": 7}, {"a": 1, "b": 2, "c": 3}),
            ({"a": 9, "b": 9, "c": 7}, {"a": 1, "b": 1, "c": 3}),
            ({"a": 9, "b": 8, "c": 8, "d": 8, "e": 1}, {"a": 1, "b": 2, "c": 2, "d": 2, "e": 5}),
            ({}, {}),
        ],
    )
    def test_equal_totals_share_a_place_and_the_next_is_skipped(
        self, totals: dict[str, int], places: dict[str, int]
    ) -> None:
        assert {key: rank.place for key, rank in ranking(totals).items()} == places

    def test_a_shared_place_says_so(self) -> None:
        assert Rank(2, True).words == "2 (đồng hạng)"
        assert Rank(2).words == "2"

    def test_a_unit_that_left_during_the_year_keeps_its_points_and_has_no_rank(self) -> None:
        units = (replace(UNITS[0], left_on=PartialDate(2020, 7, 1)), *UNITS[1:])
        totals = ScoreTotals(sheet_with(finals({("1", "An"): 4000, ("1", "Bắc"): 3000}), units=units))
        assert totals.total("An", Side.FINAL) == 4000
        assert totals.rank("An", Side.FINAL) is None
        assert totals.rank("Bắc", Side.FINAL) == Rank(1)


class TestProblems:
    def test_criteria_that_add_up_are_fine(self) -> None:
        whole = sheet_with({})
        assert criteria_problems(whole, ScoreTotals(whole)) == ()

    def test_a_group_whose_parts_do_not_add_up_is_told(self) -> None:
        wrong = sheet_with({}, lines=(replace(LINES[0], maximum=5000), *LINES[1:]))
        assert criteria_problems(wrong, ScoreTotals(wrong)) == (
            "Nhóm “I. Chuyên môn” ghi tối đa 50 nhưng các tiêu chí cộng lại là 60.",
        )

    def test_another_total_than_a_hundred_is_told(self) -> None:
        wrong = sheet_with({}, lines=(LINES[6],))
        assert criteria_problems(wrong, ScoreTotals(wrong))[-1].startswith("Tổng điểm tối đa của các tiêu chí là 0,")

    def test_points_over_a_maximum_that_was_lowered_later_are_told(self) -> None:
        wrong = sheet_with(finals({("2", "Bắc"): 2500}))
        assert list(over_maximum(wrong, ScoreTotals(wrong))) == [
            "Bắc, kết luận: “2. Nghiên cứu” có 25 điểm, tối đa 20."
        ]

    @pytest.mark.parametrize(
        ("own", "cross", "points", "large"),
        [(4000, 3600, -400, False), (4000, 3599, -401, True), (3000, 3001, 1, False)],
    )
    def test_a_difference_is_large_above_a_tenth_of_the_maximum(
        self, own: int, cross: int, points: int, large: bool
    ) -> None:
        difference = gap(Mark(self_points=own, cross_points=cross), LINES[1])
        assert difference is not None
        assert (difference.points, difference.large) == (points, large)

    def test_no_difference_while_one_side_is_missing(self) -> None:
        assert gap(Mark(self_points=100), LINES[1]) is None
        assert gap(Mark(self_points=100, cross_points=100), LINES[1]) is None

    def test_what_is_missing_names_who_owes_it(self) -> None:
        units = (replace(UNITS[0], scores_uid="Bắc"), *UNITS[1:])
        state = progress(sheet_with({("1", "Bắc"): Mark(cross_points=1)}, units=units), (Side.CROSS,))
        assert (state.done, state.whole) == (1, 9)
        assert state.owed[1].words == "An chấm chéo cho Bắc: còn 2 ô"
        assert [line.uid for line in state.owed[1].lines] == ["2", "3"]


class TestTyping:
    @pytest.mark.parametrize(
        ("text", "points"),
        [
            ("12,5", 1250),
            ("12.5", 1250),
            ("12.500", 1250),
            (" 7 ", 700),
            ("0", 0),
            ("", None),
            ("–", None),
            ("40", 4000),
            ("0.25", 25),
        ],
    )
    def test_points_are_read_as_offices_write_them(self, text: str, points: int | None) -> None:
        assert read_points(text, LINES[1]) == points

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("40,01", "40,01 lớn hơn điểm tối đa 40."),
            ("-1", "Điểm không được âm."),
            ("tốt", "“tốt” không phải là số điểm. Gõ số điểm, ví dụ 12,5."),
            ("to\u0302\u0301t", "“tốt” không phải là số điểm. Gõ số điểm, ví dụ 12,5."),
            ("1,234", "Điểm có nhiều nhất hai chữ số sau dấu phẩy, ví dụ 12,75."),
        ],
    )
    def test_what_is_no_points_is_refused_in_a_sentence(self, text: str, sentence: str) -> None:
        with pytest.raises(ValueError) as refused:
            read_points(text, LINES[1])
        assert str(refused.value) == sentence

    def test_a_penalty_is_written_with_or_without_its_minus(self) -> None:
        assert read_points("-2", LINES[6]) == read_points("2", LINES[6]) == 200
        assert show_signed(200, LINES[6]) == "-2"
        with pytest.raises(ValueError, match="điểm trừ tối đa 3"):
            read_points("-4", LINES[6])

    def test_a_group_takes_no_points(self) -> None:
        with pytest.raises(ValueError, match="do chương trình cộng"):
            read_points("3", LINES[0])

    def test_a_block_of_a_spreadsheet_loses_its_empty_end(self) -> None:
        assert read_block('1,5\t\t2\r\n"x ""y"""\t\t\r\n\t\t\r\n') == [["1,5", "", "2"], ['x "y"', "", ""]]
        assert read_block("\n\t\n") == []


class TestCriteriaFromATable:
    def test_numbers_make_the_tree(self) -> None:
        text = (
            "TT\tNội dung tiêu chí\tĐiểm tối đa\nI\tChuyên môn\t60\n1\tGiảng dạy\t40\n1.1\tĐúng kế hoạch\t30\n"
            "1.2\tĐổi mới\t10\n2\tNghiên cứu\t20\nII\tĐiểm thưởng\t5\n1\tĐăng cai\t2\n"
            "III\tĐiểm trừ\n1\tBáo cáo chậm\t-2\n"
        )
        lines = read_criteria(read_block(text))
        assert [(line.code, line.kind, line.maximum, line.depth) for line in lines] == [
            ("I", "NHOM", 6000, 0),
            ("1", "NHOM", 4000, 1),
            ("1.1", "TIEU_CHI", 3000, 2),
            ("1.2", "TIEU_CHI", 1000, 2),
            ("2", "TIEU_CHI", 2000, 1),
            ("II", "NHOM", 500, 0),
            ("1", "THUONG", 200, 1),
            ("III", "NHOM", None, 0),
            ("1", "TRU", 200, 1),
        ]
        assert in_order(lines) == lines

    def test_text_without_points_is_refused(self) -> None:
        with pytest.raises(ValueError, match="Hãy chép"):
            read_criteria(read_block("Kính gửi các trường\nNăm học mới"))


def test_a_line_whose_group_is_gone_or_circular_is_not_lost() -> None:
    odd = [ScoreLine(uid="a", title="a", parent_uid="x"), ScoreLine(uid="b", title="b", parent_uid="c")]
    odd.append(ScoreLine(uid="c", title="c", parent_uid="b"))
    assert {line.uid for line in in_order(odd)} == {"a", "b", "c"}


class TestRotation:
    def test_each_scores_another_one_and_is_scored_once(self) -> None:
        units = [unit.uid for unit in UNITS]
        planned = proposed_rotation(units, {})
        assert planned == {"An": "Bắc", "Bắc": "Cao", "Cao": "An"}

    def test_last_years_pairs_are_not_repeated_where_that_can_be(self) -> None:
        units = [unit.uid for unit in UNITS]
        assert proposed_rotation(units, {"An": "Bắc", "Bắc": "Cao", "Cao": "An"}) == {
            "An": "Cao",
            "Bắc": "An",
            "Cao": "Bắc",
        }
        assert proposed_rotation(["An", "Bắc"], {"An": "Bắc", "Bắc": "An"}) == {"An": "Bắc", "Bắc": "An"}
        assert proposed_rotation(["An"], {}) == {}

    def test_what_is_wrong_is_told(self) -> None:
        units = (
            replace(UNITS[0], scores_uid="An"),
            replace(UNITS[1], scores_uid="Cao", scored_before="Cao"),
            UNITS[2],
        )
        assert rotation_problems(sheet_with({}, units=units)) == (
            "An không thể chấm chéo cho chính mình.",
            "Bắc chấm lại đơn vị đã chấm năm trước.",
            "Chưa có đơn vị nào chấm chéo cho Bắc.",
            "Cao chưa được phân công chấm đơn vị nào.",
        )
        assert rotation_problems(sheet_with({})) == ()


class TestVote:
    @staticmethod
    def votes(*counts: tuple[str, str, int]) -> tuple[Vote, ...]:
        return tuple(
            Vote(uid=f"{unit}{award}", unit_uid=unit, award=award, votes_for=votes, votes_total=7)
            for unit, award, votes in counts
        )

    def test_the_flag_goes_to_most_votes_and_merit_to_the_others_above_half(self) -> None:
        voted = sheet_with(
            {},
            votes=self.votes(
                ("An", "CO_TINH", 5),
                ("Bắc", "CO_TINH", 2),
                ("An", "BK_TINH", 6),
                ("Bắc", "BK_TINH", 4),
                ("Cao", "BK_TINH", 3),
            ),
        )
        assert proposed_awards(voted, ScoreTotals(voted)) == {"An": "CO_TINH", "Bắc": "BK_TINH"}

    def test_equal_votes_are_told_apart_by_points_or_nobody_is_proposed(self) -> None:
        votes = self.votes(("An", "CO_TINH", 4), ("Bắc", "CO_TINH", 4))
        parted = sheet_with(finals({("1", "An"): 3900, ("1", "Bắc"): 4000}), votes=votes)
        assert proposed_awards(parted, ScoreTotals(parted)) == {"Bắc": "CO_TINH"}
        tied = sheet_with(finals({("1", "An"): 4000, ("1", "Bắc"): 4000}), votes=votes)
        assert proposed_awards(tied, ScoreTotals(tied)) == {}
