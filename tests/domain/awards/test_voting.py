"""The votes that carry an award: the table of the law, on all members, on both sides of every threshold."""

import pytest

from cluster_desktop.commands.law.catalogue import law
from cluster_desktop.domain.awards.ballots import Ballot, count_problems
from cluster_desktop.domain.awards.voting import OWN_RULE, Needed, share_of, votes_needed


def needed(members: int, award: str, code: str, usual: str = "1/2") -> Needed:
    share = next(regime_law for regime_law in law().laws if regime_law.code == code).vote_share(award)
    assert share is not None
    return votes_needed(members, share.number, share.basis, usual)


@pytest.mark.parametrize(
    ("members", "award", "regime", "votes", "law"),
    [
        (7, "CSTDCS", "R2024", 6, "98/2023"),
        (9, "CSTDCS", "R2024", 8, "98/2023"),
        (11, "CSTDCS", "R2024", 9, "98/2023"),
        (10, "CO_TINH", "R2024", 8, "98/2023"),
        (11, "CO_CP", "R2025", 9, "152/2025"),
        (7, "CSTDT", "R2017", 7, "91/2017"),
        (9, "CSTDT", "R2024", 9, "98/2023"),
        (10, "CSTDTQ", "R2024", 9, "98/2023"),
        (11, "CSTDTQ", "R2025", 10, "152/2025"),
        (20, "CSTDT", "R2017", 18, "91/2017"),
        (9, "CSTDCS", "R2017", 5, OWN_RULE),
        (10, "LDTT", "R2024", 6, OWN_RULE),
        (9, "GK", "R2025", 5, OWN_RULE),
    ],
)
def test_what_the_law_asks_of_all_members(members: int, award: str, regime: str, votes: int, law: str) -> None:
    result = needed(members, award, regime)
    assert result.votes == votes
    assert law in result.law


@pytest.mark.parametrize(("share", "votes"), [("1/2", 5), ("2/3", 6), ("3/4", 7), ("4/5", 8), ("9/10", 9)])
def test_an_office_has_a_share_of_its_own_where_the_law_has_none(share: str, votes: int) -> None:
    assert needed(9, "LDTT", "R2024", share).votes == votes
    assert share_of(9, share) == votes
    assert needed(9, "CSTDCS", "R2024", share).votes == 8


def ballot(in_favour: int | None, *, valid: int | None = 9) -> Ballot:
    return Ballot(
        uid="1",
        name="Lò Thị Ơn",
        place="",
        award="CSTDCS",
        award_name="Chiến sĩ thi đua cơ sở",
        state="HOI_DONG",
        needed=Needed(8, "từ 80%", "Nghị định số 98/2023/NĐ-CP, Điều 30"),
        members=9,
        counts=(9, 9, valid, in_favour),
    )


def test_a_result_follows_from_the_count_and_says_why() -> None:
    assert ballot(None).passed is None
    assert ballot(8).state_proposed == "DONG_Y"
    assert ballot(7).state_proposed == "KHONG_DAT"
    assert ballot(7).summary == (
        "7/9 phiếu đồng ý (77,8%), cần 8 phiếu (từ 80% tổng số thành viên, theo Nghị định số 98/2023/NĐ-CP, Điều 30)."
    )


def test_a_count_that_does_not_add_up_decides_nothing() -> None:
    assert count_problems(9, (9, 9, 8, 8)) == {}
    assert count_problems(9, (10, 9, 9, 9)) == {0: "Lớn hơn tổng số thành viên (9)."}
    assert count_problems(9, (9, 9, 8, 9)) == {3: "Lớn hơn số phiếu hợp lệ (8)."}
    assert count_problems(9, (None, None, None, 12)) == {3: "Lớn hơn tổng số thành viên (9)."}
    assert ballot(9, valid=8).passed is None
