"""What a line of a table of criteria adds or takes away is told by its own words, its group or its sign."""

from cluster_desktop.domain.scoring.score_criteria import read_criteria
from cluster_desktop.domain.text.blocks import read_block
from tests.exchange.foreign_tables import foreign


def test_in_a_group_of_both_the_sign_tells_what_is_taken_away() -> None:
    lines = read_criteria([["III", "Điểm thưởng, điểm trừ"], ["1", "Có mô hình mới", "3"], ["2", "Báo cáo chậm", "-2"]])
    assert [line.kind for line in lines] == ["NHOM", "THUONG", "TRU"]
    (penalty,) = read_criteria([["1", "Điểm trừ do báo cáo chậm", "2"]])
    assert penalty.kind == "TRU"


def test_a_criterion_of_two_lines_is_one_line_of_a_pasted_table() -> None:
    lines = read_criteria(read_block(foreign("59").read_text("utf-8")))
    assert [(line.code, line.title, line.maximum, line.kind == "NHOM") for line in lines] == [
        ("I", "Thực hiện nhiệm vụ chính trị", 2000, True),
        ("1", "Tổ chức lớp bồi dưỡng đúng kế hoạch, đúng tiến độ", 1000, False),
        ("2", "Nghiên cứu khoa học", 1000, False),
    ]
    assert [line.parent_uid for line in lines] == [None, lines[0].uid, lines[0].uid]
