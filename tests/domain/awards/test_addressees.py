"""Whom a submission is addressed to, and what the awards are called that they give."""

import pytest

from cluster_desktop.domain.awards.addressees import (
    ADDRESSEES,
    Addressee,
    award_of_body,
    deciding_level,
    province_council,
    request_words,
)
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.nominations import NominationDraft
from cluster_desktop.domain.awards.vocabulary import DecisionLevel


@pytest.mark.parametrize(
    ("province", "council"),
    [
        ("Lào Cai", "Ủy ban nhân dân tỉnh Lào Cai"),
        ("Huế", "Ủy ban nhân dân thành phố Huế"),
        ("hà nội", "Ủy ban nhân dân thành phố hà nội"),
        ("tỉnh Sơn La", "Ủy ban nhân dân tỉnh Sơn La"),
        ("Thành phố Cần Thơ", "Ủy ban nhân dân Thành phố Cần Thơ"),
        ("", "Ủy ban nhân dân tỉnh ………………………"),
    ],
)
def test_a_province_is_called_what_it_is(province: str, council: str) -> None:
    assert province_council(province) == council


@pytest.mark.parametrize(
    ("award", "addressee"),
    [
        ("LDTT", Addressee.HEAD),
        ("CSTDCS", Addressee.HEAD),
        ("TTLDTT", Addressee.HEAD),
        ("GK", Addressee.HEAD),
        ("CSTDT", Addressee.PROVINCE),
        ("TTLDXS", Addressee.PROVINCE),
        ("BK_TINH", Addressee.PROVINCE),
        ("BK_TTG", Addressee.PROVINCE),
        ("HCLD3", Addressee.PROVINCE),
        ("KNC", Addressee.ACADEMY),
    ],
)
def test_every_award_goes_to_who_decides_or_passes_it_on(award: str, addressee: Addressee) -> None:
    assert ADDRESSEES[deciding_level(award, None)] is addressee


def test_the_academy_may_be_asked_for_what_the_province_gives_and_for_nothing_else() -> None:
    def wrong(award: str, level: str) -> list[str]:
        return [each.message for each in NominationDraft(award=award, level=level).problems() if each.field == "level"]

    assert ADDRESSEES[deciding_level("BK_TINH", "HOC_VIEN")] is Addressee.ACADEMY
    assert wrong("BK_TINH", "HOC_VIEN") == []
    assert wrong("CO_TINH", "TINH") == []
    assert wrong("LDTT", "CTN") == ["“Lao động tiên tiến” do cấp “Cơ sở (Hiệu trưởng)” quyết định; hãy để trống ô này."]
    assert all(wrong(kind.code, kind.level) == [] for kind in AWARD_KINDS.values())


def test_an_award_of_a_province_says_which() -> None:
    body = "Ủy ban nhân dân tỉnh Lào Cai"
    assert award_of_body("BK_TINH", body, f"Chủ tịch {body}") == f"Bằng khen của Chủ tịch {body}"
    assert award_of_body("CO_TINH", body, f"Chủ tịch {body}") == f"Cờ thi đua của {body}"
    assert award_of_body("LDTT", body, f"Chủ tịch {body}") == "Lao động tiên tiến"


def test_what_is_asked_for_follows_from_who_decides() -> None:
    above = "trình Thủ tướng Chính phủ, Chủ tịch nước xem xét, quyết định"
    assert request_words({DecisionLevel.PROVINCE}) == "xem xét, quyết định"
    assert request_words({DecisionLevel.PRIME_MINISTER, DecisionLevel.PRESIDENT}) == f"xem xét, {above}"
    assert request_words({*DecisionLevel}) == (
        f"xem xét, quyết định theo thẩm quyền và {above} những trường hợp thuộc thẩm quyền cấp trên"
    )
