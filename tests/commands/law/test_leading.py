"""Who leads the cluster, from a real score sheet: what its points, its lock and its vote say of the flag."""

import datetime
import random

import pytest

from cluster_desktop.commands.law.eligibility import eligibility, judge_nomination
from cluster_desktop.commands.records import records
from cluster_desktop.commands.scoring import score_sheets, scoring
from cluster_desktop.commands.scoring.score_vote import VoteCell, nominate_result, set_votes
from cluster_desktop.domain.awards.nominations import NominationDraft, RoundDraft
from cluster_desktop.domain.law.eligibility.verdict import Finding, Verdict
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.scoring.score_totals import ScoreTotals
from cluster_desktop.domain.scoring.score_vote import proposed_awards
from cluster_desktop.domain.scoring.scored_sheet import ScoredSheet, Side
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import MovementDraft, UnitRatingDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import Unit
from cluster_desktop.records.queries.units.cluster_places import cluster_places
from tests.scoring_years import SCHOOLS, add_cluster, score_everything, sheet_of

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

YEAR = 2024
MEETING = datetime.date(YEAR, 11, 12)


@pytest.fixture
def sheet(workspace: Workspace) -> ScoredSheet:
    score_sheets.start_example(workspace, add_cluster(workspace, year=YEAR), YEAR)
    return sheet_of(workspace, YEAR)


def found(workspace: Workspace, key: str = "CO_TINH.leads") -> dict[str, Finding]:
    """What the rule says of each school."""
    return {
        one.candidate.unit_short: next(rule for rule in one.findings if rule.rule == key)
        for one in eligibility(workspace, YEAR, "CO_TINH")
    }


def verdicts(workspace: Workspace) -> dict[str, Verdict]:
    return {name: one.verdict for name, one in found(workspace).items()}


def test_the_flag_waits_for_the_lock_and_goes_to_the_first(workspace: Workspace, sheet: ScoredSheet) -> None:
    assert set(verdicts(workspace).values()) == {Verdict.NEEDS_HUMAN}
    score_everything(workspace, sheet, {"Cao Bằng": 50, "Điện Biên": 100})
    waiting = found(workspace)["Lào Cai"]
    assert waiting.verdict is Verdict.NEEDS_HUMAN
    assert waiting.reason.startswith(f"bảng điểm năm {YEAR} chưa chốt; Cụm thi đua số 2: xếp thứ 1/3")
    assert waiting.remedy == "Chốt bảng điểm ở trang Chấm điểm sau hội nghị bình xét."
    score_sheets.lock_sheet(workspace, sheet.uid, MEETING)
    told = found(workspace)
    assert told["Lào Cai"].verdict is Verdict.PASS
    assert told["Lào Cai"].reason == "dẫn đầu Cụm thi đua số 2: xếp thứ 1/3, chưa ghi phiếu suy tôn"
    assert [(read.kind, read.uid) for read in told["Lào Cai"].reads] == [("score_sheet", sheet.uid)]
    assert told["Cao Bằng"].verdict is Verdict.FAIL
    assert told["Cao Bằng"].reason == "Cụm thi đua số 2: xếp thứ 2/3, chưa ghi phiếu suy tôn; dẫn đầu là Lào Cai"


def test_the_vote_settles_a_shared_first_place(workspace: Workspace, sheet: ScoredSheet) -> None:
    score_everything(workspace, sheet, {"Điện Biên": 100})
    cao_bang, _dien_bien, lao_cai = (unit.uid for unit in sheet.units)
    score_sheets.lock_sheet(workspace, sheet.uid, MEETING)
    tied = found(workspace)["Lào Cai"]
    assert tied.verdict is Verdict.NEEDS_HUMAN
    assert "xếp thứ 1/3 (đồng hạng với Cao Bằng)" in tied.reason
    set_votes(workspace, sheet.uid, [VoteCell(lao_cai, "CO_TINH", 2), VoteCell(cao_bang, "CO_TINH", 1)], 3)
    assert verdicts(workspace) == {
        "Lào Cai": Verdict.PASS,
        "Cao Bằng": Verdict.FAIL,
        "Điện Biên": Verdict.FAIL,
    }
    chosen = found(workspace)["Lào Cai"]
    assert "suy tôn 2/3 phiếu" in chosen.reason
    assert {read.kind for read in chosen.reads} == {"score_sheet", "recommendation"}


def test_the_one_the_vote_puts_forward_is_judged_by_its_sheet(workspace: Workspace, sheet: ScoredSheet) -> None:
    score_everything(workspace, sheet, {"Điện Biên": 100, "Cao Bằng": 50})
    set_votes(workspace, sheet.uid, [VoteCell(sheet.units[2].uid, "CO_TINH", 3)], 3)
    score_sheets.lock_sheet(workspace, sheet.uid, MEETING)
    voted = sheet_of(workspace, YEAR)
    awards = proposed_awards(voted, ScoreTotals(voted))
    changes = nominate_result(workspace, voted, awards)
    judged = next(one for uid in changes.uids if (one := judge_nomination(workspace, uid)) is not None)
    leads = next(rule for rule in judged.findings if rule.rule == "CO_TINH.leads")
    assert (judged.candidate.unit_short, leads.verdict) == ("Lào Cai", Verdict.PASS)
    votes = next(rule for rule in judged.findings if rule.rule == "CO_TINH.vote")
    assert votes.reason == "3/3 là phiếu suy tôn của cụm, Hội đồng chưa bỏ phiếu"


def test_who_left_during_the_year_has_no_place(workspace: Workspace, sheet: ScoredSheet) -> None:
    score_everything(workspace, sheet, {"Điện Biên": 100, "Cao Bằng": 50})
    with workspace.changing("Giải thể") as session:
        session.get_one(Unit, sheet.units[2].uid).dissolved_on = PartialDate(YEAR, 7, 1)
    score_sheets.lock_sheet(workspace, sheet.uid, MEETING)
    told = found(workspace)
    assert told["Lào Cai"].verdict is Verdict.NEEDS_HUMAN
    assert "giải thể, sáp nhập ngày 01/07/2024 nên không xếp hạng" in told["Lào Cai"].reason
    assert told["Cao Bằng"].reason == "dẫn đầu Cụm thi đua số 2: xếp thứ 1/2, chưa ghi phiếu suy tôn"


@pytest.mark.parametrize("seed", range(4))
def test_places_are_those_of_the_score_sheet_itself(workspace: Workspace, seed: int) -> None:
    """The page adds up a whole sheet, the rules ask the file for sums: both come to the same."""
    chance = random.Random(seed)
    score_sheets.start_example(workspace, add_cluster(workspace, (*SCHOOLS, "Sơn La"), YEAR), YEAR)
    sheet = sheet_of(workspace, YEAR)
    cells = [
        scoring.ScoreCell(line.uid, unit.uid, Side.FINAL, chance.randrange(4) * 50)
        for line in sheet.scored_lines
        for unit in sheet.units[:3]
        if chance.random() < 0.8
    ]
    scoring.set_scores(workspace, sheet.uid, cells)
    sheet = sheet_of(workspace, YEAR)
    totals = ScoreTotals(sheet)
    places = workspace.read(cluster_places, YEAR)
    assert set(places) == {unit.uid for unit in sheet.units}
    for unit in sheet.units:
        rank, (place,) = totals.rank(unit.uid, Side.FINAL), places[unit.uid]
        assert (place.place, bool(place.beside)) == ((rank.place, rank.shared) if rank else (None, False))


def test_a_campaign_asks_how_long_it_ran_and_not_who_leads(workspace: Workspace, sheet: ScoredSheet) -> None:
    movement = records.create(workspace, MovementDraft(title="Dạy tốt", from_year=2022, to_year=2024)).uids[0]
    draft = RoundDraft(name="Sơ kết phong trào", year=YEAR, kind="CHUYEN_DE", movement_uid=movement)
    place = records.create(workspace, draft).uids[0]
    line = NominationDraft(round_uid=place, recipient_kind="DON_VI", unit_uid=sheet.units[0].uid, award="CO_TINH")
    judged = judge_nomination(workspace, records.create(workspace, line).uids[0])
    assert judged is not None
    told = {rule.rule: rule for rule in judged.findings}
    assert "CO_TINH.leads" not in told
    assert told["CO_TINH.campaign"].reason == "phong trào 2022-2024 được 3 năm"


def test_the_classes_of_party_and_unions_are_those_of_the_unit(workspace: Workspace, sheet: ScoredSheet) -> None:
    unit = sheet.units[0]
    draft = UnitRatingDraft(
        year=YEAR, unit_uid=unit.uid, quality="HTXSNV", party_quality="HTXSNV", union_quality="HTTNV"
    )
    records.create(workspace, draft)
    told = found(workspace, "CO_TINH.organisations")
    assert told[unit.short_name].verdict is Verdict.FAIL
    assert "đoàn thể xếp loại dưới hoàn thành xuất sắc nhiệm vụ" in told[unit.short_name].reason
    assert told["Lào Cai"].verdict is Verdict.NEEDS_HUMAN


def test_a_party_organisation_in_the_older_words_is_kept_and_left_to_a_person(
    workspace: Workspace, sheet: ScoredSheet
) -> None:
    unit = sheet.units[0]
    field = KINDS["unit_rating"].field("party_quality")
    assert field.parse("Trong sạch, vững mạnh") == "TSVM"
    draft = UnitRatingDraft(
        year=YEAR, unit_uid=unit.uid, quality="HTXSNV", party_quality="TSVM", union_quality="HTXSNV"
    )
    records.create(workspace, draft)
    told = found(workspace, "CO_TINH.organisations")[unit.short_name]
    assert told.verdict is Verdict.NEEDS_HUMAN
    assert "tổ chức đảng “Trong sạch, vững mạnh”, luật đòi hoàn thành xuất sắc nhiệm vụ" in told.reason
