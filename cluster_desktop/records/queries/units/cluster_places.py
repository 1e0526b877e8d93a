"""Places of the units of a year in their clusters: final points, places and the vote on the flag, by unit."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.awards import AwardKind
from cluster_desktop.domain.law.eligibility.facts import ClusterPlace
from cluster_desktop.domain.scoring.score_totals import ranking
from cluster_desktop.domain.scoring.score_vote import first_by_vote
from cluster_desktop.domain.scoring.scored_sheet import Vote
from cluster_desktop.domain.scoring.vocabulary import CriterionKind, SheetState
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Cluster, Criterion, Membership, Recommendation, Score, ScoreSheet, Unit
from cluster_desktop.records.queries.units.unit_names import UnitNames


@dataclass
class _Sheet:
    """A score sheet as it is gathered; points in hundredths."""

    uid: str
    cluster: str
    locked: bool
    members: set[str] = field(default_factory=set)
    points: dict[str, int] = field(default_factory=dict)
    votes: dict[str, Vote] = field(default_factory=dict)


def cluster_places(session: Session, year: int) -> dict[str, tuple[ClusterPlace, ...]]:
    """Read the place of each unit on every score sheet of the year, by the unit's uid; five statements."""
    sheets = _sheets(session, year)
    _read_members(session, year, sheets)
    _read_points(session, sheets)
    _read_votes(session, sheets)
    names = _names(session, year)
    by_unit: dict[str, list[ClusterPlace]] = defaultdict(list)
    for sheet in sheets.values():
        for uid, place in _places(sheet, names).items():
            by_unit[uid].append(place)
    return {uid: tuple(places) for uid, places in by_unit.items()}


def _sheets(session: Session, year: int) -> dict[str, _Sheet]:
    statement = (
        select(ScoreSheet.uid, Cluster.name, ScoreSheet.state)
        .join(Cluster, Cluster.uid == ScoreSheet.cluster_uid)
        .where(ScoreSheet.year == year)
        .order_by(Cluster.kind, Cluster.sort_key, ScoreSheet.uid)
    )
    return {uid: _Sheet(uid, cluster, state == SheetState.LOCKED) for uid, cluster, state in session.execute(statement)}


def _read_members(session: Session, year: int, sheets: Mapping[str, _Sheet]) -> None:
    statement = (
        select(ScoreSheet.uid, Membership.unit_uid)
        .join(Membership, Membership.cluster_uid == ScoreSheet.cluster_uid)
        .where(Membership.year == year, ScoreSheet.uid.in_(sheets))
    )
    for sheet, unit in session.execute(statement):
        sheets[sheet].members.add(unit)


def _read_points(session: Session, sheets: Mapping[str, _Sheet]) -> None:
    """Criteria and bonus less penalties, as ``ScoreTotals`` adds them up."""
    signed = case((Criterion.kind == CriterionKind.PENALTY, -Score.final_points), else_=Score.final_points)
    statement = (
        select(Criterion.sheet_uid, Score.unit_uid, func.sum(signed))
        .join(Criterion, Criterion.uid == Score.criterion_uid)
        .where(Criterion.sheet_uid.in_(sheets), Criterion.kind != CriterionKind.GROUP)
        .where(Score.final_points.is_not(None))
        .group_by(Criterion.sheet_uid, Score.unit_uid)
    )
    for sheet, unit, points in session.execute(statement):
        sheets[sheet].points[unit] = points


def _read_votes(session: Session, sheets: Mapping[str, _Sheet]) -> None:
    table = Recommendation
    statement = (
        select(table.sheet_uid, table.uid, table.unit_uid, table.award, table.votes_for, table.votes_total)
        .where(table.sheet_uid.in_(sheets), table.award == AwardKind.PROVINCE_FLAG)
        .where(table.votes_for.is_not(None))
    )
    for sheet, uid, unit, award, agreed, total in session.execute(statement):
        sheets[sheet].votes[unit] = Vote(uid=uid, unit_uid=unit, award=award, votes_for=agreed, votes_total=total)


def _names(session: Session, year: int) -> dict[str, tuple[str, bool]]:
    """The short names of the units, and whether each was still there when the year ended."""
    names, end = UnitNames(session), PartialDate(year, 12, 31)
    return {
        unit.uid: (
            names.short_on(unit, end),
            unit.dissolved_on is None or unit.dissolved_on.earliest > end.earliest,
        )
        for unit in session.scalars(select(Unit))
    }


def _places(sheet: _Sheet, names: Mapping[str, tuple[str, bool]]) -> dict[str, ClusterPlace]:
    """Places on a sheet: none for a unit that left in the year; every unit is a member where none are recorded."""
    ranks = ranking({uid: points for uid, points in sheet.points.items() if names.get(uid, ("", False))[1]})
    on: dict[int, list[str]] = defaultdict(list)
    for uid in sorted(ranks, key=lambda uid: names[uid][0]):
        on[ranks[uid].place].append(uid)
    first = first_by_vote(sheet.votes, sheet.points)
    common = ClusterPlace(
        sheet_uid=sheet.uid,
        cluster=sheet.cluster,
        locked=sheet.locked,
        ranked=len(ranks),
        leaders=tuple(names[uid][0] for uid in on[1]),
        voted=bool(sheet.votes),
        chosen=names[first][0] if first is not None and first in names else "",
    )
    places: dict[str, ClusterPlace] = {}
    for uid in ((sheet.members or set(names)) | set(sheet.points)) & set(names):
        own, vote = ranks.get(uid), sheet.votes.get(uid)
        places[uid] = replace(
            common,
            place=own.place if own else None,
            beside=tuple(names[other][0] for other in on[own.place] if other != uid) if own else (),
            own=first == uid,
            vote_uid=vote.uid if vote else "",
            votes_for=vote.votes_for if vote else None,
            votes_total=vote.votes_total if vote else None,
        )
    return places
