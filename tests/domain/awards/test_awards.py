"""Awards, nominations and decisions: what fits whom, what a count may say, what a decision needs."""

from typing import Any

import pytest

from cluster_desktop.domain.awards.awards import AWARD_KINDS, award_problems
from cluster_desktop.domain.awards.councils import CouncilSessionDraft
from cluster_desktop.domain.awards.nomination_state import (
    AWARD_GONE,
    AWARDED,
    COUNTED,
    TAKEN_IN,
    TAKEN_OUT,
    NominationState,
)
from cluster_desktop.domain.awards.nominations import DecisionDraft, NominationDraft
from cluster_desktop.domain.awards.nominees import Nominee, by_award, counted
from cluster_desktop.domain.awards.proposals import Proposal, usual_citation
from cluster_desktop.domain.awards.registrations import Registered
from cluster_desktop.domain.people.recipients import Recipient
from cluster_desktop.domain.text.dates import PartialDate

FOR_PERSONS = "LDTT CSTDCS CSTDT CSTDTQ KNC NGUT NGND"
FOR_COLLECTIVES = "TTLDTT TTLDXS CO_TINH CO_CP"
FOR_BOTH = "GK BK_TINH BK_TTG HCLD3 HCLD2 HCLD1 HCDL3 HCDL2 HCDL1 HCHCM HCSV AHLD TUYEN_DUONG"
TITLES = "LDTT CSTDCS CSTDT CSTDTQ TTLDTT TTLDXS CO_TINH CO_CP"
LEVELS = {
    "CO_SO": "LDTT CSTDCS TTLDTT GK",
    "TINH": "CSTDT TTLDXS CO_TINH BK_TINH",
    "HOC_VIEN": "KNC TUYEN_DUONG",
    "TTG": "CSTDTQ CO_CP BK_TTG",
    "CTN": "HCLD3 HCLD2 HCLD1 HCDL3 HCDL2 HCDL1 HCHCM HCSV AHLD NGUT NGND",
}
"""Law 06/2022/QH15, articles 77 to 80."""


def test_every_award_says_for_whom_it_is_and_who_decides() -> None:
    persons = {code for code, kind in AWARD_KINDS.items() if kind.for_persons}
    collectives = {code for code, kind in AWARD_KINDS.items() if kind.for_collectives}
    assert persons == {*FOR_PERSONS.split(), *FOR_BOTH.split()}
    assert collectives == {*FOR_COLLECTIVES.split(), *FOR_BOTH.split()}
    assert {code for code, kind in AWARD_KINDS.items() if kind.is_title} == set(TITLES.split())
    levels = {level: {code for code, kind in AWARD_KINDS.items() if kind.level == level} for level in LEVELS}
    assert levels == {level: set(codes.split()) for level, codes in LEVELS.items()}


def test_orders_and_honours_beyond_the_labour_order_are_recorded_only() -> None:
    recorded = {code for code, kind in AWARD_KINDS.items() if not kind.judged}
    assert recorded == {"HCDL3", "HCDL2", "HCDL1", "HCHCM", "HCSV", "AHLD", "NGUT", "NGND", "TUYEN_DUONG"}


@pytest.mark.parametrize(
    ("award", "recipient", "words"),
    [
        ("TTLDTT", "CA_NHAN", "chỉ tặng cho tập thể"),
        ("LDTT", "KHOA_PHONG", "chỉ tặng cho cá nhân"),
        ("LDTT", "DON_VI", "chỉ tặng cho cá nhân"),
        ("LDTT", "CA_NHAN", ""),
        ("TTLDTT", "KHOA_PHONG", ""),
        ("TTLDTT", "DON_VI", ""),
        ("GK", "CA_NHAN", ""),
        ("GK", "DON_VI", ""),
        ("TTLDTT", None, ""),
        (None, "CA_NHAN", ""),
        ("A_NEW_ONE", "CA_NHAN", ""),
    ],
)
def test_an_award_fits_its_recipient(award: str | None, recipient: str | None, words: str) -> None:
    problems = award_problems(award, recipient)
    assert [problem.field for problem in problems] == (["award"] if words else [])
    assert all(words in problem.message for problem in problems)


def refused(**values: Any) -> dict[str, str]:
    draft = NominationDraft(award="LDTT", **values)
    return {problem.field: problem.message for problem in draft.problems()}


def test_votes_are_counted_on_all_members_of_the_council() -> None:
    assert refused() == {}
    assert refused(votes_total=9) == {}
    assert list(refused(votes_for=0)) == ["votes_total"]
    assert refused(votes_for=9, votes_total=9) == {}
    assert "9 thành viên" in refused(votes_for=10, votes_total=9)["votes_for"]
    assert list(refused(votes_for=1, votes_total=0)) == ["votes_for"]


@pytest.mark.parametrize(
    ("step", "limit", "words"),
    [
        ("ballots_issued", "votes_total", "số thành viên Hội đồng (9)"),
        ("ballots_returned", "ballots_issued", "số phiếu phát ra (9)"),
        ("ballots_valid", "ballots_returned", "số phiếu thu về (9)"),
    ],
)
def test_each_step_of_a_count_holds_at_most_what_the_step_before_it_held(step: str, limit: str, words: str) -> None:
    assert refused(**{step: 9, limit: 9}) == {}
    assert refused(**{step: 10, limit: 9}) == {step: f"Số này lớn hơn {words}."}
    assert refused(**{step: 10}) == {}
    assert refused(**{limit: 9}) == {}


def test_no_more_are_in_favour_than_there_are_valid_ballots() -> None:
    assert refused(votes_for=8, votes_total=9, ballots_valid=8) == {}
    assert refused(votes_for=9, votes_total=9, ballots_valid=8) == {"votes_for": "Số này lớn hơn số phiếu hợp lệ (8)."}


def test_another_regime_needs_its_reason() -> None:
    assert list(refused(regime="R2024")) == ["regime_reason"]
    assert refused(regime="R2024", regime_reason="Hồ sơ gửi trước ngày 01/7/2025") == {}
    assert refused(regime_reason="Không dùng đến") == {}


def test_a_nomination_names_an_award_that_its_recipient_can_have() -> None:
    assert list(refused(recipient_kind="DON_VI")) == ["award"]


def test_a_count_usually_accepts_and_an_award_that_goes_leaves_an_accepted_nomination() -> None:
    assert (COUNTED.target, AWARD_GONE.target, AWARDED.target, TAKEN_IN.target, TAKEN_OUT.target) == (
        "DONG_Y",
        "DONG_Y",
        "DA_QUYET_DINH",
        "HOI_DONG",
        "DE_NGHI",
    )
    assert [state for state in NominationState if TAKEN_IN.possible(state)] == ["DE_NGHI", "HOI_DONG"]
    assert [state for state in NominationState if not COUNTED.possible(state)] == ["DA_QUYET_DINH"]


def decision(**values: Any) -> list[str]:
    usual: dict[str, Any] = {"year": 2020, "unit_uid": "u"}
    draft = DecisionDraft(number="48/QĐ-TCT", **(usual | values))
    return [problem.field for problem in draft.problems()]


def test_a_decision_has_a_full_day_in_or_after_the_year_it_awards() -> None:
    assert decision() == []
    assert decision(decided_on=PartialDate(2020, 12)) == ["decided_on"]
    assert decision(decided_on=PartialDate(2020, 1, 1)) == []
    assert decision(decided_on=PartialDate(2019, 12, 31)) == ["decided_on"]
    assert decision(decided_on=PartialDate(2021, 1, 5)) == []
    assert decision(decided_on=PartialDate(2019, 12, 31), year=None) == []


def test_a_decision_names_who_issued_it() -> None:
    assert decision(unit_uid=None) == ["issuer"]
    assert decision(unit_uid=None, issuer="Học viện") == []


def test_no_more_members_are_present_than_the_council_has() -> None:
    def session(present: int | None, members: int | None) -> list[str]:
        return [problem.field for problem in CouncilSessionDraft(present=present, members_total=members).problems()]

    assert (session(9, 9), session(10, 9), session(10, None), session(None, 9)) == ([], ["present"], [], [])


def nominee(name: str, award: str, *, person: bool = True, **values: Any) -> Nominee:
    names = {"unit": "Trường Chính trị tỉnh Lào Cai", "award_name": AWARD_KINDS[award].label, "state": "DE_NGHI"}
    return Nominee(uid=name, name=name, person=person, award=award, **(names | values))


def test_nominees_stand_by_award_titles_before_commendations_and_the_highest_first() -> None:
    nominees = [
        nominee("Ơn", "LDTT"),
        nominee("Páo", "GK"),
        nominee("Khoa", "GK", person=False),
        nominee("Dợ", "CSTDCS"),
        nominee("Dế", "GK"),
        nominee("Mẩy", "BK_TINH", award_name="Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Lào Cai"),
        nominee("Chá", "BK_TINH", award_name="Bằng khen của Giám đốc Học viện"),
    ]
    groups = {award: [each.name for each in members] for award, members in by_award(nominees).items()}
    assert list(groups.items()) == [
        ("Chiến sĩ thi đua cơ sở", ["Dợ"]),
        ("Lao động tiên tiến", ["Ơn"]),
        ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Lào Cai", ["Mẩy"]),
        ("Bằng khen của Giám đốc Học viện", ["Chá"]),
        ("Giấy khen", ["Khoa", "Páo", "Dế"]),
    ]


def test_nominees_are_counted_in_words_everybody_once() -> None:
    person, collective = nominee("Ơn", "LDTT", recipient="p"), nominee("Khoa", "TTLDTT", person=False, recipient="k")
    others = [nominee("Ân", "LDTT", recipient=str(number)) for number in range(9)]
    again = nominee("Ơn", "GK", recipient="p")
    assert counted([]) == "chưa có ai"
    assert counted([person]) == "01 cá nhân"
    assert counted([person, again]) == "01 cá nhân, 02 lượt"
    assert counted([person, collective, *others]) == "01 tập thể, 10 cá nhân"
    assert counted([person, collective, *others, again]) == "01 tập thể, 10 cá nhân, 12 lượt"


def test_a_place_of_work_names_nobody_twice() -> None:
    person = nominee("Lò Thị Ơn", "LDTT", position="Giảng viên", department="Khoa Xây dựng Đảng")
    assert person.place == "Giảng viên Khoa Xây dựng Đảng, Trường Chính trị tỉnh Lào Cai"
    school = nominee("Trường Chính trị tỉnh Lào Cai", "TTLDTT", person=False)
    assert school.place == ""


@pytest.mark.parametrize(
    ("award", "words"),
    [
        ("LDTT", "Đã hoàn thành tốt nhiệm vụ năm 2020"),
        ("TTLDTT", "Đã hoàn thành tốt nhiệm vụ năm 2020"),
        ("TTLDXS", "Đã hoàn thành xuất sắc nhiệm vụ năm 2020"),
        ("CSTDCS", "Đã có thành tích xuất sắc trong phong trào thi đua năm 2020"),
    ],
)
def test_an_award_has_its_usual_words_of_merit(award: str, words: str) -> None:
    assert usual_citation(award, 2020) == words


def test_a_registration_and_a_proposal_name_their_award() -> None:
    of_person = Registered(
        uid="1", recipient=Recipient("CA_NHAN", "p"), name="Ơn", unit="", unit_uid="u", unit_now_uid="u", award="LDTT"
    )
    of_unit = Registered(
        uid="2", recipient=Recipient("DON_VI", "u"), name="", unit="", unit_uid="u", unit_now_uid="u", award="TTLDTT"
    )
    assert (of_person.person, of_unit.person, of_person.left) == (True, False, False)
    assert of_person.award_name == "Lao động tiên tiến"
    proposal = Proposal(recipient=of_person.recipient, name="Ơn", unit="", award="LDTT", source="đã đăng ký")
    assert (proposal.award_name, proposal.nominated) == ("Lao động tiên tiến", False)
    assert proposal.key == (Recipient("CA_NHAN", "p"), "LDTT")
