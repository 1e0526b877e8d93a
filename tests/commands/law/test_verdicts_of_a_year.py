"""Who retires, moves or is away within a year is judged by that year, and no later act moves what it says."""

import contextlib
import random
from dataclasses import replace
from typing import Any

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.law.cautions import cautions
from cluster_desktop.commands.law.eligibility import eligibility, judge_nomination, judged_candidates, plain
from cluster_desktop.commands.records import records
from cluster_desktop.commands.units.unit_changes import merge_units
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft, NominationDraft, RoundDraft
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.law.eligibility.verdict import Finding, Judgement, Verdict
from cluster_desktop.domain.people.dating import Dating, Way
from cluster_desktop.domain.people.people import InitiativeDraft, PersonDraft, RatingDraft
from cluster_desktop.domain.people.vocabulary import ON_STAFF
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.unit_changes import MergerDraft
from cluster_desktop.domain.units.units import DepartmentDraft, UnitDraft
from cluster_desktop.domain.year.year_plan import RegistrationDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing

YEAR = 2020


def put(workspace: Workspace, draft: Draft) -> str:
    return records.create(workspace, draft).uids[0]


@pytest.fixture
def other(workspace: Workspace) -> str:
    return put(workspace, UnitDraft(code="YENBAI", name="Trường Chính trị tỉnh Yên Bái", short_name="Yên Bái"))


def staff(workspace: Workspace, unit: str, name: str, **more: Any) -> str:
    """Somebody who came in 2010 and did good work in 2020."""
    draft = PersonDraft(full_name=name, unit_uid=unit, joined_unit=PartialDate(2010), **more)
    uid = put(workspace, draft)
    put(workspace, RatingDraft(person_uid=uid, year=YEAR, quality="HTTNV"))
    return uid


def change(workspace: Workspace, uid: str, day: str, **changed: Any) -> None:
    """What holds of somebody since a day; who is there again has left no more."""
    then = dict(workspace.read(listing.find, "person", uid).values) | changed
    if then["status"] in ON_STAFF:
        then["left_on"] = None
    records.edit(workspace, uid, PersonDraft(**then), Dating(Way.CHANGE, day))


def judged(workspace: Workspace, uid: str, award: str = "LDTT", year: int = YEAR) -> Judgement:
    return next(one for one in eligibility(workspace, year, award) if one.candidate.uid == uid)


def said(judgement: Judgement, rule: str = "LDTT.year") -> Finding:
    return next(finding for finding in judgement.findings if finding.rule == rule)


def awarded(workspace: Workspace, unit: str, uid: str, award: str, year: int = YEAR) -> None:
    decision = DecisionDraft(
        number=f"{award}{uid[-6:]}/QĐ", decided_on=PartialDate(year, 12, 20), year=year, level="CO_SO", unit_uid=unit
    )
    put(workspace, AwardDraft(decision_uid=put(workspace, decision), ordinal=1, person_uid=uid, award=award))


# --- one person ---


def test_nothing_is_said_of_who_was_at_work_all_the_year(workspace: Workspace, unit: str) -> None:
    uid = staff(workspace, unit, "Lò Văn An")
    change(workspace, uid, "2020-07-01", position="Trưởng khoa")
    found = judged(workspace, uid)
    assert found.verdict is Verdict.PASS
    assert "LDTT.year" not in {finding.rule for finding in found.findings}


def test_who_retired_in_september_is_of_the_year_with_eight_months(workspace: Workspace, unit: str) -> None:
    uid = staff(workspace, unit, "Lò Văn An")
    change(workspace, uid, "2020-09-01", status="NGHI_HUU")
    found = said(judged(workspace, uid))
    assert found.verdict is Verdict.NEEDS_HUMAN
    assert found.reason == "nghỉ hưu từ 01/09/2020; công tác 8 tháng trong năm 2020, cần từ 10 tháng"
    assert uid not in {one.candidate.uid for one in eligibility(workspace, YEAR + 1, "LDTT")}


@pytest.mark.parametrize(("day", "of_the_year"), [("2020-01-01", False), ("2020-01-02", True), ("2020", True)])
def test_who_retires_on_the_first_of_january_worked_no_day_of_the_year(
    workspace: Workspace, unit: str, day: str, of_the_year: bool
) -> None:
    uid = staff(workspace, unit, "Lò Văn An")
    change(workspace, uid, day, status="NGHI_HUU")
    assert (uid in {one.candidate.uid for one in eligibility(workspace, YEAR, "LDTT")}) is of_the_year


def test_who_moved_is_judged_by_the_new_unit_with_the_remark_of_the_old(
    workspace: Workspace, unit: str, other: str
) -> None:
    uid = staff(workspace, unit, "Lò Văn An")
    change(workspace, uid, "2020-07-01", unit_uid=other)
    found = judged(workspace, uid)
    assert (found.candidate.unit_short, found.verdict) == ("Yên Bái", Verdict.PASS)
    assert said(found).reason == (
        "chuyển từ Lào Cai về ngày 01/07/2020, đơn vị mới đề nghị; công tác ở Lào Cai 6 tháng trong năm: "
        "lấy ý kiến nhận xét của Lào Cai"
    )
    assert said(found, "LDTT.months").verdict is Verdict.PASS
    assert uid not in {one.candidate.uid for one in eligibility(workspace, YEAR, "LDTT", unit)}
    assert judged(workspace, uid, year=2019).candidate.unit_short == "Lào Cai"


def test_no_remark_is_asked_of_a_unit_that_had_somebody_five_months(
    workspace: Workspace, unit: str, other: str
) -> None:
    uid = staff(workspace, unit, "Lò Văn An")
    change(workspace, uid, "2020-06-01", unit_uid=other)
    assert said(judged(workspace, uid)).reason.endswith("công tác ở Lào Cai 5 tháng trong năm")


def test_a_merger_is_no_move(workspace: Workspace, unit: str, other: str) -> None:
    uid = staff(workspace, unit, "Lò Văn An")
    merge_units(workspace, unit, MergerDraft(target_uid=other, on=PartialDate(2020, 7, 1), reason="Nghị quyết"))
    found = judged(workspace, uid)
    assert (found.candidate.unit_short, found.verdict) == ("Yên Bái", Verdict.PASS)
    assert "LDTT.year" not in {finding.rule for finding in found.findings}


def test_who_died_may_be_commended_and_the_book_says_so(workspace: Workspace, unit: str) -> None:
    uid = staff(workspace, unit, "Lò Văn An")
    change(workspace, uid, "2020-11-05", status="TU_TRAN")
    found = judged(workspace, uid)
    assert found.verdict is Verdict.PASS
    assert said(found).reason == "từ trần từ 05/11/2020: đề nghị truy tặng"
    round_uid = put(workspace, RoundDraft(name="Tổng kết 2020", year=YEAR))
    draft = NominationDraft(round_uid=round_uid, person_uid=uid, award="BK_TINH", state="NHAP")
    assert [caution.sentence for caution in cautions(workspace, draft)] == [
        "“Lò Văn An” từ trần ngày 05/11/2020: đề nghị truy tặng."
    ]
    judgement = judge_nomination(workspace, put(workspace, draft))
    assert judgement is not None
    later = put(workspace, RoundDraft(name="Tổng kết 2021", year=YEAR + 1))
    (caution,) = cautions(workspace, NominationDraft(round_uid=later, person_uid=uid, award="BK_TINH", state="NHAP"))
    assert caution.sentence == "“Lò Văn An” từ trần ngày 05/11/2020, năm 2021 không còn ở đơn vị nào trong sổ."


def test_who_retired_within_the_year_is_nominated_with_a_word(workspace: Workspace, unit: str) -> None:
    uid = staff(workspace, unit, "Lò Văn An")
    change(workspace, uid, "2020-09-01", status="NGHI_HUU")
    draft = RegistrationDraft(year=YEAR, person_uid=uid, award="LDTT")
    assert [one.sentence for one in cautions(workspace, draft)] == ["“Lò Văn An” nghỉ hưu ngày 01/09/2020."]
    assert cautions(workspace, RegistrationDraft(year=2019, person_uid=uid, award="LDTT")) == ()


def test_maternity_counts_and_unpaid_leave_does_not(workspace: Workspace, unit: str) -> None:
    mother, away = staff(workspace, unit, "Lò Thị Ơn"), staff(workspace, unit, "Lò Văn An")
    for uid, status in ((mother, "THAI_SAN"), (away, "NGHI_KHONG_LUONG")):
        change(workspace, uid, "2020-03-01", status=status)
        change(workspace, uid, "2020-08-01", status="DANG_CONG_TAC")
    assert judged(workspace, mother).verdict is Verdict.PASS
    assert said(judged(workspace, away)).reason == (
        "nghỉ không hưởng lương từ 01/03/2020 đến trước 01/08/2020; công tác 7 tháng trong năm 2020, cần từ 10 tháng"
    )


def test_a_gap_between_two_times_in_the_school_is_left_out(workspace: Workspace, unit: str) -> None:
    uid = staff(workspace, unit, "Lò Văn An")
    change(workspace, uid, "2020-03-01", status="THOI_VIEC")
    change(workspace, uid, "2020-06-16", status="DANG_CONG_TAC")
    found = judged(workspace, uid)
    assert said(found).reason.endswith("công tác 8 tháng trong năm 2020, cần từ 10 tháng")
    assert judged(workspace, uid, year=2021).verdict is Verdict.NEEDS_HUMAN  # no class of 2021 is written down


def test_study_that_goes_on_asks_for_its_result(workspace: Workspace, unit: str) -> None:
    uid = staff(workspace, unit, "Lò Văn An")
    change(workspace, uid, "2020-09-01", status="DI_HOC")
    found = said(judged(workspace, uid))
    assert (found.verdict, found.reason) == (Verdict.NEEDS_HUMAN, "đi học tập trung từ 01/09/2020")
    assert "từ loại khá" in found.remedy


def test_who_is_suspended_is_for_a_person_to_decide(workspace: Workspace, unit: str) -> None:
    uid = staff(workspace, unit, "Lò Văn An")
    change(workspace, uid, "2020-10-01", status="TAM_DINH_CHI")
    assert said(judged(workspace, uid, "GK"), "ANY.examination").verdict is Verdict.NEEDS_HUMAN


def test_a_woman_leads_on_the_day_of_her_dossier(workspace: Workspace, unit: str) -> None:
    uid = staff(workspace, unit, "Lò Thị Ơn", gender="NU", position="Phó Hiệu trưởng")
    change(workspace, uid, "2020-07-01", position="Giảng viên")
    round_uid = put(workspace, RoundDraft(name="Cống hiến", year=YEAR, kind="CONG_HIEN"))
    draft = NominationDraft(round_uid=round_uid, person_uid=uid, award="HCLD3", state="NHAP")
    nomination = put(workspace, draft)
    for day, spared in ((PartialDate(2020, 6, 30), True), (PartialDate(2020, 7, 1), False)):
        records.edit(workspace, nomination, replace(draft, received_on=day))
        judgement = judge_nomination(workspace, nomination)
        assert judgement is not None
        assert ("nữ lãnh đạo" in said(judgement, "ANY.devotion").reason) is spared


def test_the_day_of_recruitment_answers_for_who_came_late(workspace: Workspace, unit: str) -> None:
    draft = PersonDraft(full_name="Lò Văn An", unit_uid=unit, joined_unit=PartialDate(2020, 11, 1))
    uid = put(workspace, draft)
    assert said(judged(workspace, uid), "LDTT.months").verdict is Verdict.NEEDS_HUMAN
    records.edit(workspace, uid, replace(draft, recruited_on=PartialDate(2009, 5)))
    found = said(judged(workspace, uid), "LDTT.months")
    assert (found.verdict, found.reason) == (
        Verdict.PASS,
        "tuyển dụng 05/2009, từ trước năm 2020; về trường 01/11/2020: lấy ý kiến nhận xét của cơ quan cũ",
    )
    records.edit(workspace, uid, replace(draft, recruited_on=PartialDate(2020, 11, 1)))
    assert said(judged(workspace, uid), "LDTT.months").verdict is Verdict.FAIL


# --- what is counted in a unit ---


def counted(workspace: Workspace, unit: str) -> list[tuple[str, int, int]]:
    found = eligibility(workspace, YEAR, "CSTDCS", unit)
    return [(one.candidate.name, one.candidate.counts.advanced, len(one.candidate.counts.fighters)) for one in found]


def test_caps_of_a_year_stay_when_people_move_retire_or_die(workspace: Workspace, unit: str, other: str) -> None:
    people = [staff(workspace, unit, f"Lò Văn {name}") for name in ("An", "Bình", "Chung", "Dũng")]
    staff(workspace, other, "Hà Thị Minh")
    for uid in people:
        awarded(workspace, unit, uid, "LDTT")
    awarded(workspace, unit, people[0], "CSTDCS")
    before = counted(workspace, unit)
    assert before == [(f"Lò Văn {name}", 4, 1) for name in ("An", "Bình", "Chung", "Dũng")]
    change(workspace, people[0], "2026-07-01", unit_uid=other)
    change(workspace, people[1], "2025-09-01", status="NGHI_HUU")
    change(workspace, people[2], "2021-01-01", status="TU_TRAN")
    assert counted(workspace, unit) == before
    assert counted(workspace, other) == [("Hà Thị Minh", 0, 0)]


def test_a_registration_taken_along_makes_no_new_unit_one_that_registers(
    workspace: Workspace, unit: str, other: str
) -> None:
    uid, there = staff(workspace, unit, "Lò Văn An"), staff(workspace, other, "Hà Thị Minh")
    put(workspace, RegistrationDraft(year=YEAR, registered_on=PartialDate(2020, 2, 1), person_uid=uid, award="LDTT"))
    change(workspace, uid, "2020-07-01", unit_uid=other)
    assert judged(workspace, there).candidate.registered is None
    assert judged(workspace, staff(workspace, unit, "Lò Văn Bình")).candidate.registered is False


def test_a_collective_whose_share_those_who_left_decide_is_for_a_person(workspace: Workspace, unit: str) -> None:
    department = put(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Xây dựng Đảng", kind="KHOA"))
    people = [staff(workspace, unit, f"Lò Văn {number}", department_uid=department) for number in range(4)]
    for uid in people[:2]:
        awarded(workspace, unit, uid, "LDTT")
    assert (
        said(judged(workspace, department, "TTLDTT"), "TTLDTT.share").verdict is Verdict.FAIL
    )  # 2 of 4, more is asked
    change(workspace, people[3], "2020-10-01", status="NGHI_HUU")
    found = said(judged(workspace, department, "TTLDTT"), "TTLDTT.share")
    assert found.verdict is Verdict.NEEDS_HUMAN
    assert found.reason == ("2/3 người là LĐTT năm 2020 (66,7%); kể cả người nghỉ, chuyển đi trong năm: 2/4")


# --- later acts ---


def test_a_later_merger_of_two_schools_leaves_the_move_between_them(
    workspace: Workspace, unit: str, other: str
) -> None:
    uid = staff(workspace, unit, "Lò Văn An")
    change(workspace, uid, "2020-10-01", unit_uid=other)
    assert judged(workspace, uid).candidate.joined == PartialDate(2020, 10, 1)
    merge_units(workspace, unit, MergerDraft(target_uid=other, on=PartialDate(2025, 7, 1), reason="Nghị quyết"))
    assert judged(workspace, uid).candidate.joined == PartialDate(2020, 10, 1)


@pytest.mark.parametrize("seed", [0, 1, 2, 15, 19, 21])
def test_no_later_act_moves_a_verdict_of_the_year(workspace: Workspace, unit: str, other: str, seed: int) -> None:
    draw = random.Random(seed)
    third = put(workspace, UnitDraft(code="LAICHAU", name="Trường Lai Châu", short_name="Lai Châu"))
    units = [unit, other, third]
    departments = [put(workspace, DepartmentDraft(unit_uid=uid, name="Khoa Xây dựng Đảng")) for uid in units]
    people = []
    for number in range(6):
        home = draw.randrange(3)
        joined = draw.choice([None, PartialDate(2012), PartialDate(2020, 3, 1), PartialDate(2019, 12)])
        draft = PersonDraft(
            full_name=f"Lò Văn {number}",
            unit_uid=units[home],
            department_uid=departments[home],
            position=draw.choice(["Giảng viên", "Trưởng khoa"]),
            joined_unit=joined,
        )
        with workspace.changing("Nhập danh sách") as session:
            people.append(records.add(session, draft, dating=Dating(Way.LIST, "2019-12-31")).uid)
        put(workspace, RatingDraft(person_uid=people[-1], year=YEAR, quality="HTXSNV"))
        put(workspace, InitiativeDraft(person_uid=people[-1], title="Bài giảng mở", year=YEAR, level="CO_SO"))
        awarded(workspace, units[home], people[-1], "LDTT")
    for uid in people[:3]:
        someone_changes(workspace, draw, uid, units, [f"2020-{month:02}-01" for month in range(1, 13)])
    before = [plain(one) for one in judged_candidates(workspace, YEAR)]
    assert len({line["uid"] for line in before}) >= len(people)
    days = ["2021-01-01", "2021", "2022-07", "2025-12-31", "2026-05-04", "2027-01-01"]
    for _act in range(12):
        someone_changes(workspace, draw, draw.choice(people), units, days)
        assert [plain(one) for one in judged_candidates(workspace, YEAR)] == before
    merge_units(workspace, unit, MergerDraft(target_uid=other, on=PartialDate(2028, 1, 1), reason="Nghị quyết"))
    assert [plain(one) for one in judged_candidates(workspace, YEAR)] == before


def someone_changes(workspace: Workspace, draw: random.Random, uid: str, units: list[str], days: list[str]) -> None:
    """One thing of somebody is another since a day; an act that the form refuses is none."""
    changed: dict[str, Any] = draw.choice(
        [
            {"unit_uid": draw.choice(units), "department_uid": None},
            {"status": draw.choice(["DANG_CONG_TAC", "NGHI_HUU", "DI_HOC", "NGHI_KHONG_LUONG", "TU_TRAN"])},
            {"position": draw.choice(["Hiệu trưởng", "Giảng viên"])},
        ]
    )
    with contextlib.suppress(errors.InvalidDraft):
        change(workspace, uid, draw.choice(days), **changed)
