"""What a rule is expected to say of somebody, as tables of the tests write it."""

from typing import NamedTuple

import pytest

from cluster_desktop.commands.law.catalogue import law
from cluster_desktop.domain.law.eligibility.facts import CandidateKind
from cluster_desktop.domain.law.eligibility.judge import judge
from tests.domain.law.eligibility_facts import candidate

PASS, FAIL, UNCLEAR = "PASS", "FAIL", "NEEDS_HUMAN"


class Line(NamedTuple):
    """What is known, and what a rule says of it; a remedy of '' is not looked at."""

    facts: str
    verdict: str
    reason: str
    remedy: str = ""


def check(line: Line, rule: str, award: str, year: int, kind: CandidateKind = CandidateKind.PERSON) -> None:
    judgement = judge(candidate(line.facts, award, year, kind), award, year, law())
    outcome = next(finding for finding in judgement.findings if finding.rule == rule)
    assert (outcome.verdict, outcome.reason) == (line.verdict, line.reason)
    if line.remedy:
        assert outcome.remedy == line.remedy


def lines(*rows: tuple[str, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("line", [Line(*row) for row in rows], ids=lambda line: line.facts)
