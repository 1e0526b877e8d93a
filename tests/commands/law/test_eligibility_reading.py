"""What is read of people depends on the awards that are asked for; what is said of them does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cluster_desktop.commands.law.catalogue import set_value
from cluster_desktop.commands.law.eligibility import EVERY_AWARD, eligibility, eligibility_lines, judged_candidates
from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft
from cluster_desktop.domain.law.eligibility.verdict import Judgement, Verdict
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere


@pytest.fixture
def sample(sample_file: Path) -> Iterator[Workspace]:
    opened = Workspace.open(sample_file)
    yield opened
    opened.close()


def told(found: tuple[Judgement, ...]) -> list[tuple[object, ...]]:
    """All that is said of each, whatever else was read of them."""
    return [(one.candidate.uid, one.award, one.regime, one.findings, one.nomination_uid) for one in found]


def test_an_award_asked_for_alone_is_judged_as_among_all(sample: Workspace) -> None:
    found = judged_candidates(sample, 2020)
    for award in EVERY_AWARD:
        assert told(eligibility(sample, 2020, award)) == told(tuple(one for one in found if one.award == award))


def test_a_line_says_what_its_judgement_says(sample: Workspace) -> None:
    lines = {(line.uid, line.award): line for line in eligibility_lines(sample, 2020)}
    judged = judged_candidates(sample, 2020)
    assert len(lines) == len(judged)
    for one in judged:
        line = lines[one.candidate.uid, one.award]
        assert (line.verdict, line.short, line.nomination_uid) == (one.verdict, one.short, one.nomination_uid)


def test_more_years_than_the_law_asks_for_are_read_too(workspace: Workspace, unit: str, person: str) -> None:
    for year in range(2015, 2025):
        decision = DecisionDraft(
            number=f"{year}/QĐ-TCT",
            decided_on=PartialDate(year, 12, 20),
            year=year,
            level="CO_SO",
            unit_uid=unit,
            title="Về việc tặng danh hiệu",
        )
        signed = records.create(workspace, decision).uids[0]
        records.create(workspace, AwardDraft(decision_uid=signed, ordinal=1, person_uid=person, award="CSTDCS"))
    set_value(workspace, "rule.R2024.CSTDT.years", "10")
    found = next(one for one in eligibility(workspace, 2024, "CSTDT") if one.candidate.uid == person)
    assert next(rule for rule in found.findings if rule.rule == "CSTDT.years").verdict is Verdict.PASS
