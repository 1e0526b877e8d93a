"""Classes and awards of a department follow it into the one that carries it on, for a person to decide."""

from typing import Any

import pytest

from cluster_desktop.commands.awards.registrations import copy_registrations
from cluster_desktop.commands.law.cautions import cautions
from cluster_desktop.commands.law.eligibility import eligibility, eligibility_lines
from cluster_desktop.commands.records import records
from cluster_desktop.commands.units.unit_changes import merge_units
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft, NominationDraft, RoundDraft
from cluster_desktop.domain.law.eligibility.verdict import Finding, Verdict
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.unit_changes import MergerDraft
from cluster_desktop.domain.units.units import DepartmentDraft, UnitDraft, UnitRatingDraft
from cluster_desktop.domain.year.year_plan import RegistrationDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.awards.proposals import proposals
from cluster_desktop.records.queries.awards.registrations import registered
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing

MERGED_ON = PartialDate(2025, 7, 1)
AWARD = "BK_TINH"


def put(workspace: Workspace, draft: Any) -> str:
    return records.create(workspace, draft).uids[0]


@pytest.fixture
def old(workspace: Workspace) -> str:
    return put(workspace, UnitDraft(code="YENBAI", name="Trường Chính trị tỉnh Yên Bái", short_name="Yên Bái"))


@pytest.fixture
def department(workspace: Workspace, old: str) -> str:
    """A department that did its work very well and was an excellent collective from 2023 to 2025."""
    uid = put(workspace, DepartmentDraft(unit_uid=old, name="Khoa Dân vận"))
    for year in (2023, 2024, 2025):
        rate(workspace, old, uid, year)
    return uid


def rate(workspace: Workspace, unit: str, department: str, year: int) -> None:
    put(workspace, UnitRatingDraft(unit_uid=unit, department_uid=department, year=year, quality="HTXSNV"))
    decision = DecisionDraft(
        number=f"{year}-{unit[-4:]}/QĐ",
        decided_on=PartialDate(year, 1, 20) if year == 2025 else PartialDate(year, 12, 20),
        year=year,
        level="TINH",
        issuer="UBND tỉnh",
    )
    whose: dict[str, Any] = {"recipient_kind": "KHOA_PHONG", "department_uid": department}
    put(workspace, AwardDraft(decision_uid=put(workspace, decision), award="TTLDXS", **whose))


def merge(workspace: Workspace, old: str, unit: str) -> str:
    """Merge, and find the department that carries the old one on."""
    merge_units(workspace, old, MergerDraft(target_uid=unit, on=MERGED_ON, reason="Nghị quyết 202/2025/QH15"))
    rows = workspace.read(listing.page, Listing(kind="department"))
    return next(row.uid for row in rows if row.values["unit_uid"] == unit)


def findings(workspace: Workspace, uid: str, year: int) -> dict[str, Finding]:
    (one,) = (judged for judged in eligibility(workspace, year, AWARD) if judged.candidate.uid == uid)
    return {finding.rule: finding for finding in one.findings}


def test_years_in_a_row_go_on_in_what_carries_on_and_a_person_decides(
    workspace: Workspace, unit: str, old: str, department: str
) -> None:
    asked = [rule for rule, found in findings(workspace, department, 2025).items() if found.reads]
    passed = [rule for rule in asked if findings(workspace, department, 2025)[rule].verdict is Verdict.PASS]
    assert passed  # what the old department met by its own records
    after = merge(workspace, old, unit)
    for rule in passed:
        found = findings(workspace, after, 2025)[rule]
        assert found.verdict is Verdict.NEEDS_HUMAN
        assert "gồm cả thành tích của Khoa Dân vận mà tập thể này tiếp nối" in found.reason
        assert "quyết định sáp nhập" in found.remedy
    only = eligibility_lines(workspace, 2025, (AWARD,), unit)
    assert {line.uid for line in only} >= {after}
    assert department not in {line.uid for line in eligibility_lines(workspace, 2026, (AWARD,))}
    assert after not in {line.uid for line in eligibility_lines(workspace, 2024, (AWARD,))}


def test_a_year_that_both_were_classed_in_counts_by_the_class_of_its_own(
    workspace: Workspace, unit: str, old: str, department: str
) -> None:
    after = merge(workspace, old, unit)
    own = UnitRatingDraft(unit_uid=unit, department_uid=after, year=2025, quality="KHTNV")
    put(workspace, own)
    (one,) = (judged for judged in eligibility(workspace, 2025, AWARD) if judged.candidate.uid == after)
    assert {year: line.quality for year, line in one.candidate.classes.items()} == {
        2023: "HTXSNV",
        2024: "HTXSNV",
        2025: "KHTNV",
    }


def test_what_is_no_more_is_not_nominated_without_a_word_and_its_registration_goes_on(
    workspace: Workspace, unit: str, old: str, department: str
) -> None:
    whose: dict[str, Any] = {"recipient_kind": "KHOA_PHONG", "department_uid": department, "award": "TTLDTT"}
    put(workspace, RegistrationDraft(year=2025, registered_on=PartialDate(2025, 2, 10), **whose))
    round_uid = put(workspace, RoundDraft(name="Tổng kết năm 2025", year=2025))
    after = merge(workspace, old, unit)
    told = [caution.sentence for caution in cautions(workspace, NominationDraft(round_uid=round_uid, **whose))]
    assert any("“Khoa Dân vận”" in sentence and "01/07/2025" in sentence for sentence in told)
    (offered,) = workspace.read(proposals, round_uid, unit)
    assert (offered.recipient.uid, offered.name, offered.caution) == (after, "Khoa Dân vận", "")
    assert workspace.read(proposals, round_uid, old) == ()
    copy_registrations(workspace, 2026, unit)
    (copied,) = workspace.read(registered, 2026)
    assert (copied.recipient.uid, copied.short_unit) == (after, "Lào Cai")
