"""A council's session in words: who was there, whether that is enough, what the count says."""

from typing import Any

import pytest

from cluster_desktop.domain.awards.ballots import Ballot, count_problems
from cluster_desktop.domain.awards.council_facts import CouncilFacts, Sitting
from cluster_desktop.domain.awards.voting import Needed, share_of, share_words, votes_needed


def sitting(name: str, role: str = "UY_VIEN", attendance: str = "CO_MAT") -> Sitting:
    return Sitting(name=name, office="", role=role, role_name="", attendance=attendance)


def session(members: int, present: int, quorum: str = "4/5", *sittings: Sitting) -> CouncilFacts:
    return CouncilFacts(
        uid="1",
        name="Phiên họp",
        year=2020,
        unit="",
        held_on=None,
        place="",
        method="PHIEU_KIN",
        members_total=members,
        present=present,
        sittings=sittings,
        opinions="",
        conclusion="",
        ballots=(),
        quorum=quorum,
    )


@pytest.mark.parametrize(
    ("members", "present", "quorum", "enough"),
    [
        (9, 8, "4/5", True),  # 7.2 members: eight
        (9, 7, "4/5", False),
        (10, 8, "4/5", True),
        (10, 5, "1/2", False),  # a half has to be passed
        (10, 6, "1/2", True),
        (9, 6, "2/3", True),
        (9, 5, "2/3", False),
        (0, 5, "2/3", None),
        (9, 0, "2/3", None),
    ],
)
def test_enough_were_there_by_the_offices_own_rule(
    members: int, present: int, quorum: str, enough: bool | None
) -> None:
    assert session(members, present, quorum).quorate is enough


def test_the_attendance_is_told_in_a_sentence() -> None:
    writing = sitting("Lò Thị Ơn", attendance="Y_KIEN")
    assert session(9, 8, "4/5", writing).attendance_summary == (
        "Có mặt 8/9 (88,9%), 1 vắng có ý kiến bằng văn bản. Đủ số người họp theo quy chế (từ 80%)."
    )
    assert session(9, 4, "1/2").attendance_summary == (
        "Có mặt 4/9 (44,4%). Chưa đủ số người họp theo quy chế (quá nửa)."
    )
    assert session(9, 0).attendance_summary == "Có mặt 0/9 (0%)."
    assert session(0, 0).attendance_summary == "Chưa ghi thành viên Hội đồng."


def test_who_writes_votes_though_away() -> None:
    away = (sitting("A", attendance="Y_KIEN"), sitting("B", attendance="VANG"), sitting("C"))
    facts = session(9, 7, "2/3", *away)
    assert (facts.written, facts.away, facts.voters) == (1, 2, 8)
    assert session(7, 9).away == 0


def test_the_member_with_a_role_is_named() -> None:
    facts = session(3, 3, "2/3", sitting("A"), sitting("B", "CHU_TICH"), sitting("C", "THU_KY"))
    assert [facts.named(role) for role in ("CHU_TICH", "THU_KY", "PHO_CHU_TICH")] == ["B", "C", ""]


def ballot(*counts: int | None, members: int = 9, votes: int = 8) -> Ballot:
    values: dict[str, Any] = {"counts": counts} if counts else {}
    return Ballot(
        uid="1",
        name="",
        place="",
        award="CSTDCS",
        award_name="",
        state="HOI_DONG",
        needed=Needed(votes, "từ 80%", "Điều 30"),
        members=members,
        **values,
    )


def test_nothing_follows_before_the_votes_are_counted_or_without_a_council() -> None:
    assert (ballot().passed, ballot().state_proposed) == (None, "")
    assert ballot().summary == "Chưa có số phiếu đồng ý."
    empty = ballot(None, None, None, 5, members=0, votes=0)
    assert (empty.passed, empty.in_favour) == (None, 5)
    assert empty.summary.startswith("5/0 phiếu đồng ý (), cần 0 phiếu")


def test_each_step_is_measured_by_the_last_one_that_was_counted() -> None:
    assert count_problems(0, (12, None, None, None)) == {}
    assert count_problems(9, (9, None, 10, None)) == {2: "Lớn hơn số phiếu phát ra (9)."}
    assert count_problems(9, (9, 8, None, 9)) == {3: "Lớn hơn số phiếu thu về (8)."}
    assert count_problems(9, (9, 8, 8, 8)) == {}
    assert count_problems(9, (0, 1, None, None)) == {1: "Lớn hơn số phiếu phát ra (0)."}


def test_a_share_is_read_and_counted() -> None:
    assert [share_words(share) for share in ("1/2", "2/3", "3/4", "4/5", "9/10")] == [
        "quá nửa",
        "từ 2/3",
        "từ 3/4",
        "từ 80%",
        "từ 90%",
    ]
    assert [share_of(members, "1/2") for members in (0, 1, 2, 3, 4)] == [1, 1, 2, 2, 3]
    assert [share_of(members, "2/3") for members in (1, 2, 3, 4, 6)] == [1, 2, 2, 3, 4]
    assert votes_needed(10, 80, "Điều 30") == Needed(8, "từ 80%", "Điều 30")
    assert votes_needed(10, 0, "Điều 30") == Needed(6, "quá nửa", "quy chế của Hội đồng")
    assert votes_needed(11, 1, "Điều 30").votes == 1
