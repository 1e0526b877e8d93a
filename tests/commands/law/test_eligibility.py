"""Who may be proposed, from real books: the sample walked by hand, odd records, how often the file is asked."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from cluster_desktop import errors
from cluster_desktop.commands.awards.nominating import give_reasons, propose
from cluster_desktop.commands.law.catalogue import set_value
from cluster_desktop.commands.law.cautions import cautions
from cluster_desktop.commands.law.eligibility import (
    eligibility,
    judge_nomination,
    judged_candidates,
    judged_nominations,
)
from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.awards.nominations import (
    AwardDraft,
    DecisionDraft,
    InitiativeUseDraft,
    NominationDraft,
    RoundDraft,
)
from cluster_desktop.domain.awards.proposals import Proposal
from cluster_desktop.domain.law.eligibility.verdict import Finding, Judgement, Verdict
from cluster_desktop.domain.people.people import DisciplineDraft, InitiativeDraft, PersonDraft, RatingDraft
from cluster_desktop.domain.people.recipients import Recipient
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import DepartmentDraft, UnitDraft, UnitRatingDraft
from cluster_desktop.domain.year.year_plan import RegistrationDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.models import Award, Nomination
from cluster_desktop.records.queries.law.eligibility import candidates
from cluster_desktop.records.queries.law.register import Scope
from cluster_desktop.records.queries.lists import lists
from tests.records.every_kind import one_of_each


@pytest.fixture
def sample(sample_file: Path) -> Iterator[Workspace]:
    opened = Workspace.open(sample_file)
    yield opened
    opened.close()


@pytest.fixture
def round_uid(workspace: Workspace) -> str:
    return records.create(workspace, RoundDraft(name="Tổng kết 2024", year=2024, kind="THUONG_XUYEN")).uids[0]


def rated(workspace: Workspace, person: str, year: int, quality: str, days_off: int | None = None) -> str:
    draft = RatingDraft(person_uid=person, year=year, quality=quality, days_off=days_off)
    return records.create(workspace, draft).uids[0]


def awarded(workspace: Workspace, unit: str, person: str, award: str, year: int, occasion: str | None = None) -> str:
    """The uid of the award."""
    decision = DecisionDraft(
        number=f"{award}-{year}-{person[-6:]}/QĐ-TCT",
        decided_on=PartialDate(year, 12, 20),
        year=year,
        level="CO_SO",
        unit_uid=unit,
        occasion=occasion,
    )
    uid = records.create(workspace, decision).uids[0]
    line = AwardDraft(decision_uid=uid, ordinal=1, recipient_kind="CA_NHAN", person_uid=person, award=award)
    return records.create(workspace, line).uids[0]


def proposed(workspace: Workspace, round_uid: str, person: str, award: str, **more: object) -> str:
    draft = NominationDraft(round_uid=round_uid, recipient_kind="CA_NHAN", person_uid=person, award=award, state="NHAP")
    values = {**draft.values(), **more}
    return records.create(workspace, NominationDraft(**values)).uids[0]  # type: ignore[arg-type]


def of(found: tuple[Judgement, ...], uid: str) -> Judgement:
    return next(one for one in found if one.candidate.uid == uid)


def rule(found: Judgement, key: str) -> Finding:
    return next(one for one in found.findings if one.rule == key)


# --- the sample, walked by hand ---


def test_a_person_of_the_sample_is_judged_as_one_reads_the_records(sample: Workspace) -> None:
    """The only one of Lào Cai proposed to the province: CSTĐ cơ sở of 2018, 2019, 2020; 9 of 9 votes; 36 LĐTT."""
    unit = sample.read(lists.unit_uid, "LAOCAI")
    (lone,) = (one for one in eligibility(sample, 2020, "CSTDT", unit) if one.nomination_uid)
    assert lone.regime.code == "R2017"
    assert lone.verdict is Verdict.PASS
    assert rule(lone, "CSTDT.years").reason == "có 3/3 năm liên tục CSTĐ cơ sở: 2018, 2019, 2020"
    assert [read.year for read in rule(lone, "CSTDT.years").reads] == [2018, 2019, 2020]
    assert "(2020, cấp tỉnh)" in rule(lone, "CSTDT.initiative").reason
    assert rule(lone, "CSTDT.vote").reason.startswith("9/9 phiếu")
    base = of(eligibility(sample, 2020, "CSTDCS", unit), lone.candidate.uid)
    assert base.verdict is Verdict.PASS
    assert "5 CSTĐ cơ sở (kể cả người này) trên 36 LĐTT; 15% là 5,4" in rule(base, "CSTDCS.cap").reason
    nation = of(eligibility(sample, 2020, "CSTDTQ", unit), lone.candidate.uid)
    assert nation.verdict is Verdict.FAIL
    assert "có 3/6 năm liên tục CSTĐ cơ sở: 2018, 2019, 2020" in rule(nation, "CSTDTQ.titles").reason


def test_the_whole_cluster_is_answered_for_every_award_at_once(sample: Workspace) -> None:
    found = judged_candidates(sample, 2020)
    people = {one.candidate.uid for one in found if one.candidate.person}
    assert len(people) == 314
    assert all(one.findings and all(finding.law for finding in one.findings) for one in found)
    alone = eligibility(sample, 2020, "LDTT")
    assert [one.verdict for one in found if one.award == "LDTT"] == [one.verdict for one in alone]


def test_one_unit_is_answered_as_within_the_whole(sample: Workspace) -> None:
    unit = sample.read(lists.unit_uid, "SONLA")
    for award in ("CSTDCS", "TTLDTT", "TTLDXS", "BK_TINH"):
        whole = {one.candidate.uid: one for one in eligibility(sample, 2020, award)}
        part = eligibility(sample, 2020, award, unit)
        assert part
        assert all(whole[one.candidate.uid] == one for one in part)


def test_nominations_in_a_list_are_judged_as_in_the_whole(sample: Workspace) -> None:
    whole = {one.nomination_uid: one for one in judged_candidates(sample, 2020) if one.nomination_uid}
    listed = sample.read(judged_nominations, list(whole))
    assert {uid: (one.award, one.verdict, one.short) for uid, one in listed.items()} == {
        uid: (one.award, one.verdict, one.short) for uid, one in whole.items()
    }


def statements(workspace: Workspace, year: int) -> int:
    asked = []

    def count(*_args: object) -> None:
        asked.append(1)

    engine = workspace.read(lambda session: session.get_bind())
    event.listen(engine, "before_cursor_execute", count)
    try:
        workspace.read(candidates, Scope(year=year, back=7))
    finally:
        event.remove(engine, "before_cursor_execute", count)
    return len(asked)


def test_the_file_is_asked_as_often_for_seven_schools_as_for_none(sample: Workspace, workspace: Workspace) -> None:
    assert statements(sample, 2020) == statements(workspace, 2020)


# --- what records say ---


def test_records_of_every_kind_are_taken_in(workspace: Workspace, unit: str, person: str, round_uid: str) -> None:
    kept = rated(workspace, person, 2024, "HTTNV", 3)
    title = awarded(workspace, unit, person, "LDTT", 2024)
    work = InitiativeDraft(person_uid=person, title="Bài giảng mở", kind="SANG_KIEN", year=2024, level="CO_SO")
    initiative = records.create(workspace, work).uids[0]
    found = of(eligibility(workspace, 2024, "CSTDCS"), person)
    assert found.verdict is Verdict.PASS
    assert rule(found, "CSTDCS.title").reads[0].uid == title
    assert rule(found, "CSTDCS.merit").reads[0].uid == initiative
    assert rule(of(eligibility(workspace, 2024, "LDTT"), person), "LDTT.class").reads[0].uid == kept
    undo.undo(workspace)
    assert rule(of(eligibility(workspace, 2024, "CSTDCS"), person), "CSTDCS.merit").verdict is Verdict.FAIL


def test_an_initiative_on_which_a_commendation_rests_is_spent_for_a_title(
    workspace: Workspace, unit: str, person: str, round_uid: str
) -> None:
    rated(workspace, person, 2024, "HTTNV")
    awarded(workspace, unit, person, "LDTT", 2024)
    work = InitiativeDraft(person_uid=person, title="Bài giảng mở", kind="SANG_KIEN", year=2024, level="CO_SO")
    initiative = records.create(workspace, work).uids[0]
    commendation = proposed(workspace, round_uid, person, "BK_TINH")
    records.create(workspace, InitiativeUseDraft(nomination_uid=commendation, initiative_uid=initiative))
    found = rule(of(eligibility(workspace, 2024, "CSTDCS"), person), "CSTDCS.merit")
    assert found.verdict is Verdict.FAIL
    assert "“Bài giảng mở” đã dùng cho Bằng khen" in found.reason
    taken_back = NominationDraft(
        round_uid=round_uid, recipient_kind="CA_NHAN", person_uid=person, award="BK_TINH", state="RUT"
    )
    records.edit(workspace, commendation, taken_back)
    assert rule(of(eligibility(workspace, 2024, "CSTDCS"), person), "CSTDCS.merit").verdict is Verdict.PASS


def test_an_award_for_a_campaign_does_not_count_upward(workspace: Workspace, unit: str, person: str) -> None:
    for year, occasion in ((2022, None), (2023, "CHUYEN_DE"), (2024, None)):
        awarded(workspace, unit, person, "CSTDCS", year, occasion)
    found = rule(of(eligibility(workspace, 2024, "CSTDT"), person), "CSTDT.years")
    assert found.reason == (
        "có 2/3 năm liên tục CSTĐ cơ sở: 2022, 2024; thiếu 2023; CSTĐ cơ sở 2023 theo chuyên đề, đột xuất không tính"
    )


def test_a_revoked_award_counts_no_more(workspace: Workspace, unit: str, person: str) -> None:
    rated(workspace, person, 2024, "HTNV")
    uid = awarded(workspace, unit, person, "LDTT", 2024)
    revoked = AwardDraft(
        decision_uid=records_value(workspace, uid),
        ordinal=1,
        recipient_kind="CA_NHAN",
        person_uid=person,
        award="LDTT",
        state="THU_HOI",
        revoked_because="Khai sai",
    )
    records.edit(workspace, uid, revoked)
    assert rule(of(eligibility(workspace, 2024, "CSTDCS"), person), "CSTDCS.title").verdict is Verdict.FAIL


def records_value(workspace: Workspace, award: str) -> str:
    """The decision of an award."""

    def decision(session: WorkspaceSession) -> str:
        return session.get_one(Award, award).decision_uid

    return workspace.read(decision)


def test_registration_is_asked_for_once_a_unit_writes_it_down(workspace: Workspace, unit: str, person: str) -> None:
    rated(workspace, person, 2020, "HTTNV")
    other = records.create(workspace, PersonDraft(full_name="Vàng Thị Dợ", unit_uid=unit)).uids[0]
    assert rule(of(eligibility(workspace, 2020, "LDTT"), person), "LDTT.registration").verdict is Verdict.PASS
    draft = RegistrationDraft(year=2020, recipient_kind="CA_NHAN", person_uid=other, award="LDTT")
    records.create(workspace, draft)
    assert rule(of(eligibility(workspace, 2020, "LDTT"), person), "LDTT.registration").verdict is Verdict.FAIL
    assert rule(of(eligibility(workspace, 2020, "LDTT"), other), "LDTT.registration").verdict is Verdict.PASS


def test_a_department_is_judged_by_its_people_and_its_class(workspace: Workspace, unit: str, person: str) -> None:
    draft = DepartmentDraft(unit_uid=unit, name="Khoa Xây dựng Đảng", kind="KHOA")
    department = records.create(workspace, draft).uids[0]
    people = [
        records.create(
            workspace, PersonDraft(full_name=f"Lò Văn {name}", unit_uid=unit, department_uid=department)
        ).uids[0]
        for name in ("An", "Bình", "Chung")
    ]
    for one in people:
        rated(workspace, one, 2024, "HTTNV")
    for one in people[:2]:
        awarded(workspace, unit, one, "LDTT", 2024)
    found = of(eligibility(workspace, 2024, "TTLDTT"), department)
    assert rule(found, "TTLDTT.share").reason == "2/3 người là LĐTT năm 2024 (66,7%), cần từ 70%"
    assert rule(found, "TTLDTT.share").remedy == "Cần thêm 1 người là LĐTT năm 2024."
    assert rule(of(eligibility(workspace, 2024, "TTLDXS"), department), "TTLDXS.class").verdict is Verdict.NEEDS_HUMAN
    records.create(workspace, UnitRatingDraft(year=2024, unit_uid=unit, department_uid=department, quality="HTXSNV"))
    assert rule(of(eligibility(workspace, 2024, "TTLDXS"), department), "TTLDXS.class").verdict is Verdict.PASS


def test_people_who_came_later_or_left_before_are_not_of_that_year(workspace: Workspace, unit: str) -> None:
    def person(name: str, **more: object) -> str:
        return records.create(workspace, PersonDraft(full_name=name, unit_uid=unit, **more)).uids[0]  # type: ignore[arg-type]

    later = person("Lò Văn Sau", joined_unit=PartialDate(2025, 2, 1))
    gone = person("Lò Văn Nghỉ", status="NGHI_HUU", left_on=PartialDate(2023, 6, 1))
    there = person("Lò Văn Còn", status="NGHI_HUU", left_on=PartialDate(2025, 6, 1))
    found = {one.candidate.uid for one in eligibility(workspace, 2024, "LDTT")}
    assert found == {there}
    assert {later, gone}.isdisjoint(found)


# --- odd records, said in words ---


def test_a_person_proposed_twice_and_in_two_units_is_said_to_be(
    workspace: Workspace, unit: str, person: str, round_uid: str
) -> None:
    first = proposed(workspace, round_uid, person, "LDTT")
    second = records.create(workspace, RoundDraft(name="Bổ sung 2024", year=2024, kind="THUONG_XUYEN")).uids[0]
    proposed(workspace, second, person, "LDTT")
    found = judge_nomination(workspace, first)
    assert found is not None
    assert rule(found, "ANY.once").reason == "được đề nghị 2 lần cho LĐTT năm 2024: còn ở đợt “Bổ sung 2024”"
    other = records.create(workspace, UnitDraft(code="SONLA", name="Trường Sơn La", short_name="Sơn La")).uids[0]
    born = PartialDate(1976, 9)
    twin = records.create(workspace, PersonDraft(full_name="NGUYỄN VĂN HIỆP", unit_uid=other, birth_date=born)).uids[0]
    uid = proposed(workspace, round_uid, twin, "LDTT")
    found = judge_nomination(workspace, uid)
    assert found is not None
    assert "cũng được đề nghị ở Lào Cai" in rule(found, "ANY.once").reason


def test_a_nomination_with_more_votes_than_members_is_never_written(
    workspace: Workspace, person: str, round_uid: str
) -> None:
    with pytest.raises(errors.InvalidDraft, match="Hội đồng chỉ có 7 thành viên"):
        proposed(workspace, round_uid, person, "CSTDCS", votes_for=9, votes_total=7)


@pytest.mark.parametrize(
    ("received", "code"), [(PartialDate(2025, 6, 30), "R2024"), (PartialDate(2025, 7, 1), "R2025"), (None, "R2024")]
)
def test_the_law_of_a_nomination_is_that_of_its_dossier(
    workspace: Workspace, person: str, round_uid: str, received: PartialDate | None, code: str
) -> None:
    found = judge_nomination(workspace, proposed(workspace, round_uid, person, "LDTT", received_on=received))
    assert found is not None
    assert found.regime.code == code


def test_without_a_dossier_the_day_of_the_decision_chooses_the_law(
    workspace: Workspace, unit: str, person: str
) -> None:
    decision = DecisionDraft(
        number="5/QĐ-TCT", decided_on=PartialDate(2024, 1, 10), year=2023, level="CO_SO", unit_uid=unit
    )
    uid = records.create(workspace, decision).uids[0]
    line = AwardDraft(decision_uid=uid, ordinal=1, recipient_kind="CA_NHAN", person_uid=person, award="CSTDCS")
    records.create(workspace, line)
    found = of(eligibility(workspace, 2023, "CSTDCS"), person)
    assert (found.regime.code, found.why) == ("R2024", "theo ngày quyết định 10/01/2024")


def test_an_own_value_of_the_office_decides(workspace: Workspace, person: str) -> None:
    rated(workspace, person, 2024, "HTNV")
    assert of(eligibility(workspace, 2024, "LDTT"), person).verdict is Verdict.FAIL
    set_value(workspace, "rule.R2024.LDTT.class", "Hoàn thành nhiệm vụ")
    found = of(eligibility(workspace, 2024, "LDTT"), person)
    assert found.verdict is Verdict.PASS
    assert rule(found, "LDTT.class").own
    undo.undo(workspace)
    assert of(eligibility(workspace, 2024, "LDTT"), person).verdict is Verdict.FAIL


# --- going on all the same ---


def test_who_was_looked_at_is_proposed_in_one_act_and_nobody_twice(
    workspace: Workspace, unit: str, person: str, round_uid: str
) -> None:
    wanted = [
        Proposal(recipient=Recipient.of(kind, uid), name="", unit="", award=award, source="")
        for kind, uid, award in (("person", person, "LDTT"), ("person", person, "CSTDCS"), ("unit", unit, "TTLDTT"))
    ]
    assert len(propose(workspace, round_uid, wanted).uids) == 3
    with pytest.raises(errors.Refused, match="đều đã có đề nghị"):
        propose(workspace, round_uid, wanted[:1])
    found = of(eligibility(workspace, 2024, "CSTDCS"), person)
    assert found.nomination_uid
    assert rule(found, "CSTDCS.title").verdict is Verdict.PASS
    undo.undo(workspace)
    assert not of(eligibility(workspace, 2024, "CSTDCS"), person).nomination_uid


def test_a_reason_lets_a_nomination_go_on_and_is_kept(workspace: Workspace, person: str, round_uid: str) -> None:
    rated(workspace, person, 2024, "HTNV")
    uid = proposed(workspace, round_uid, person, "CSTDCS")
    before = judge_nomination(workspace, uid)
    assert before is not None
    assert before.needs_reason
    with pytest.raises(errors.Refused, match="Hãy ghi lý do"):
        give_reasons(workspace, {uid: "  "})
    give_reasons(workspace, {uid: "Thành tích đặc biệt trong phòng, chống thiên tai."})
    after = judge_nomination(workspace, uid)
    assert after is not None
    assert (after.verdict, after.needs_reason) == (Verdict.FAIL, False)
    kept = workspace.read(lambda session: session.get_one(Nomination, uid).override_reason)
    assert kept == "Thành tích đặc biệt trong phòng, chống thiên tai."


def test_an_open_examination_blocks_and_its_end_sets_free(workspace: Workspace, person: str) -> None:
    rated(workspace, person, 2024, "HTTNV")
    draft = DisciplineDraft(person_uid=person, measure="DANG_XEM_XET", decided_on=PartialDate(2024, 10, 1))
    uid = records.create(workspace, draft).uids[0]
    assert of(eligibility(workspace, 2024, "LDTT"), person).verdict is Verdict.FAIL
    ended = DisciplineDraft(
        person_uid=person,
        measure="DANG_XEM_XET",
        decided_on=PartialDate(2024, 10, 1),
        ended_on=PartialDate(2024, 12, 1),
    )
    records.edit(workspace, uid, ended)
    assert of(eligibility(workspace, 2024, "LDTT"), person).verdict is Verdict.PASS


def test_moving_a_failing_nomination_on_in_its_own_form_asks_for_the_reason(workspace: Workspace) -> None:
    uids = one_of_each(workspace)  # with a class of 2020, no title held and none proposed beside it
    draft = NominationDraft(round_uid=uids["round"], person_uid=uids["person"], award="CSTDT")
    nomination = records.create(workspace, draft).uids[0]
    moved = dataclasses.replace(draft, state="HOI_DONG")
    told = [one.sentence for one in cautions(workspace, moved, nomination) if "Chưa đủ điều kiện" in one.sentence]
    assert len(told) == 1
    assert "có 0/3 năm liên tục CSTĐ cơ sở; thiếu 2018, 2019, 2020" in told[0]
    assert "Lý do đề nghị dù chưa đủ điều kiện" in told[0]
    with_reason = dataclasses.replace(moved, override_reason="Tập thể đề nghị, có thành tích nổi bật")
    assert not [one for one in cautions(workspace, with_reason, nomination) if "điều kiện" in one.sentence]
    assert not [one for one in cautions(workspace, draft, nomination) if "điều kiện" in one.sentence]
