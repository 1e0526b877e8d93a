"""The score sheets of the sample cluster: criteria of two years, every school's points, and the vote."""

from dataclasses import replace
from random import Random
from typing import Any, Final

from cluster_desktop.commands.scoring.score_sheets import criterion_draft, example_lines, sheet_name
from cluster_desktop.domain.fields.fields import POINT
from cluster_desktop.domain.fields.vocabulary import CriterionKind, SheetState
from cluster_desktop.domain.scoring.score_book import Line, Side
from cluster_desktop.domain.scoring.scoring import RecommendationDraft, ScoreDraft, ScoreSheetDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.sample import notes, sources
from cluster_desktop.sample.batch import Batch
from cluster_desktop.sample.schools import School

_STEP: Final = POINT // 4
_GENEROUS: Final = (0, 0, 0, _STEP, 2 * _STEP)
"""How much higher a school sees itself than the cluster does."""
_SEVERE: Final = (0, 0, 0, 0, -_STEP, _STEP)


def add_scores(batch: Batch, rng: Random, schools: dict[str, School], cluster: str) -> None:
    """Take in the sheets of every year that has one, with their points and votes."""
    for told in sources.table("scores")["sheet"]:
        draft = ScoreSheetDraft(
            name=sheet_name(told["year"]),
            cluster_uid=cluster,
            year=told["year"],
            state=SheetState.LOCKED,
            locked_on=PartialDate.from_iso(told["locked_on"]),
        )
        sheet = batch.add(draft, sample=notes.SCORES)
        lines = _add_lines(batch, sheet)
        for plan in sources.table("scores")["school"]:
            unit = schools[plan["code"]].uid
            _add_points(batch, rng, lines, plan, unit, told["sides"])
            if "ballots" in told:
                _add_votes(batch, sheet, unit, plan, told["ballots"])


def _add_lines(batch: Batch, sheet: str) -> list[Line]:
    """The example criteria under new uids; gives those that take points."""
    uids: dict[str | None, str] = {}
    made = []
    for position, line in enumerate(example_lines(), start=1):
        placed = replace(line, parent_uid=uids.get(line.parent_uid))
        uids[line.uid] = batch.add(criterion_draft(placed, sheet, position), sample=notes.SCORES)
        made.append(replace(placed, uid=uids[line.uid]))
    return [line for line in made if not line.group]


def _add_points(
    batch: Batch, rng: Random, lines: list[Line], plan: dict[str, Any], unit: str, sides: list[str]
) -> None:
    finals = _finals(rng, lines, plan)
    for line in lines:
        agreed, most = finals[line.uid], line.maximum or 0
        seen = {Side.FINAL: agreed, Side.SELF: agreed, Side.CROSS: agreed}
        if line.due:
            seen[Side.SELF] = min(most, agreed + rng.choice(_GENEROUS))
            seen[Side.CROSS] = min(most, agreed + rng.choice(_SEVERE))
        elif not agreed:
            continue
        draft = ScoreDraft(
            criterion_uid=line.uid,
            unit_uid=unit,
            evidence=line.evidence or None if Side.SELF in sides else None,
        )
        points: dict[str, Any] = {side: seen[Side(side)] for side in sides}
        draft = replace(draft, **points)
        batch.add(draft, sample=notes.SCORES)


def _finals(rng: Random, lines: list[Line], plan: dict[str, Any]) -> dict[str, int]:
    """The agreed points of each line: the maximum, less what the school lost here and there in quarters."""
    due = [line for line in lines if line.due]
    finals = {line.uid: line.maximum or 0 for line in due}
    for _quarter in range(round(plan["lost"] * POINT) // _STEP):
        finals[rng.choice(due).uid] -= _STEP
    for kind, given in ((CriterionKind.BONUS, plan["bonus"]), (CriterionKind.PENALTY, plan["penalty"])):
        of_kind = [line for line in lines if line.kind == kind]
        finals |= {line.uid: round(points * POINT) for line, points in zip(of_kind, given, strict=True)}
    return finals


def _add_votes(batch: Batch, sheet: str, unit: str, plan: dict[str, Any], ballots: int) -> None:
    for award, votes in plan.get("votes", {}).items():
        draft = RecommendationDraft(sheet_uid=sheet, unit_uid=unit, award=award, votes_for=votes, votes_total=ballots)
        batch.add(draft, sample=notes.SCORES)
