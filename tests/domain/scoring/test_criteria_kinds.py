"""What a line of a table of criteria adds or takes away is told by its own words, its group or its sign."""

from cluster_desktop.domain.scoring.score_criteria import read_criteria


def test_in_a_group_of_both_the_sign_tells_what_is_taken_away() -> None:
    lines = read_criteria([["III", "Điểm thưởng, điểm trừ"], ["1", "Có mô hình mới", "3"], ["2", "Báo cáo chậm", "-2"]])
    assert [line.kind for line in lines] == ["NHOM", "THUONG", "TRU"]
    (penalty,) = read_criteria([["1", "Điểm trừ do báo cáo chậm", "2"]])
    assert penalty.kind == "TRU"
