"""Reading a score sheet: the whole of it at once, as plain values."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.scoring.scored_sheet import Mark, ScoredSheet, ScoredUnit, ScoreLine, Vote, in_order
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.names import text_sort_key
from cluster_desktop.records.living import plain_rows
from cluster_desktop.records.models import (
    Attachment,
    Cluster,
    Criterion,
    Membership,
    Recommendation,
    Score,
    ScoreSheet,
    Unit,
)
from cluster_desktop.records.queries.units.heads import Heads
from cluster_desktop.records.queries.units.unit_names import UnitNames
from cluster_desktop.records.rows import Option


def scoring_clusters(session: Session) -> tuple[Option, ...]:
    """The clusters and blocks that can have a score sheet, those of the Academy first."""
    statement = select(Cluster).order_by(Cluster.kind, Cluster.sort_key, Cluster.uid)
    return tuple(Option(cluster.uid, cluster.name) for cluster in session.scalars(statement))


def sheet_uids(session: Session, year: int, cluster_uid: str | None = None) -> tuple[str, ...]:
    """The sheets of a year, of this cluster or of all, those of the Academy's clusters first."""
    statement = (
        select(ScoreSheet.uid)
        .join(Cluster, Cluster.uid == ScoreSheet.cluster_uid)
        .where(ScoreSheet.year == year)
        .order_by(Cluster.kind, Cluster.sort_key, ScoreSheet.uid)
    )
    if cluster_uid is not None:
        statement = statement.where(ScoreSheet.cluster_uid == cluster_uid)
    return tuple(session.scalars(statement))


def sheet_uid(session: Session, year: int, cluster_uid: str | None = None) -> str | None:
    """The sheet of a year: of this cluster, or of the first that has one."""
    return next(iter(sheet_uids(session, year, cluster_uid)), None)


def earlier_sheet(session: Session, year: int, cluster_uid: str) -> tuple[str, int] | None:
    """Uid and year of the cluster's newest sheet before *year*."""
    statement = select(ScoreSheet.uid, ScoreSheet.year).where(
        ScoreSheet.cluster_uid == cluster_uid, ScoreSheet.year < year
    )
    row = session.execute(statement.order_by(ScoreSheet.year.desc())).first()
    return None if row is None else (row[0], row[1])


def scored_sheet(session: Session, uid: str) -> ScoredSheet | None:
    """Everything about a sheet; None when it is not there any more."""
    sheet = session.get(ScoreSheet, uid)
    if sheet is None or sheet.deleted_at is not None:
        return None
    cluster = session.get_one(Cluster, sheet.cluster_uid)
    marks = marks_of(session, uid)
    return ScoredSheet(
        uid=uid,
        name=sheet.name,
        cluster_uid=cluster.uid,
        cluster_name=cluster.name,
        year=sheet.year,
        state=sheet.state,
        locked_on=sheet.locked_on,
        unlock_reason=sheet.unlock_reason or "",
        basis=sheet.basis or "",
        sample_note=sheet.sample_note,
        lines=sheet_lines(session, uid),
        units=_units(session, sheet, {unit for _line, unit in marks}),
        marks=marks,
        votes=_votes(session, uid),
    )


def sheet_lines(session: Session, uid: str) -> tuple[ScoreLine, ...]:
    """The criteria of a sheet, each group before what it holds."""
    statement = (
        select(
            Criterion.uid,
            Criterion.title,
            Criterion.kind,
            Criterion.code,
            Criterion.maximum,
            Criterion.evidence,
            Criterion.parent_uid,
        )
        .where(Criterion.sheet_uid == uid)
        .order_by(func.coalesce(Criterion.position, 10**6), Criterion.sort_key, Criterion.uid)
    )
    return in_order(
        ScoreLine(
            uid=line, title=title, kind=kind, code=code or "", maximum=maximum, evidence=need or "", parent_uid=parent
        )
        for line, title, kind, code, maximum, need, parent in session.execute(statement)
    )


def marks_of(session: Session, uid: str, scores: Sequence[str] | None = None) -> dict[tuple[str, str], Mark]:
    """Read the scores of a sheet, or these of them that are still there, by criterion and unit."""
    statement = (
        select(
            Score.criterion_uid,
            Score.unit_uid,
            Score.uid,
            Score.self_points,
            Score.cross_points,
            Score.final_points,
            Score.evidence,
            Score.note,
        )
        .join(Criterion, Criterion.uid == Score.criterion_uid)
        .where(Criterion.sheet_uid == uid)
    )
    if scores is not None:
        statement = statement.where(Score.uid.in_(scores))
    files = _file_counts(session)
    return {
        (line, unit): Mark(
            uid=score,
            self_points=own,
            cross_points=cross,
            final_points=final,
            evidence=evidence or "",
            note=note or "",
            files=files.get(score, 0),
        )
        for line, unit, score, own, cross, final, evidence, note in plain_rows(session, statement)
    }


def _file_counts(session: Session) -> dict[str, int]:
    """Count the files attached to each score."""
    statement = (
        select(Attachment.score_uid, func.count())
        .where(Attachment.score_uid.is_not(None))
        .group_by(Attachment.score_uid)
    )
    return {uid: count for uid, count in session.execute(statement) if uid}


def _votes(session: Session, uid: str) -> tuple[Vote, ...]:
    statement = select(Recommendation).where(Recommendation.sheet_uid == uid)
    return tuple(
        Vote(
            uid=vote.uid,
            unit_uid=vote.unit_uid,
            award=vote.award,
            votes_for=vote.votes_for,
            votes_total=vote.votes_total,
        )
        for vote in session.scalars(statement.order_by(Recommendation.uid))
    )


def _units(session: Session, sheet: ScoreSheet, scored: set[str]) -> tuple[ScoredUnit, ...]:
    """The members of the cluster in the sheet's year and whoever has points, in the order of their short names."""
    members = members_of(session, sheet)
    uids = set(members) | scored
    if not members:
        uids |= {unit.uid for unit in _everybody(session, sheet.year)}
    before = _scored_in(session, sheet.cluster_uid, sheet.year - 1)
    listed = session.scalars(select(Unit).where(Unit.uid.in_(uids)))
    names, heads, end = UnitNames(session), Heads(session), PartialDate(sheet.year, 12, 31)
    units = sorted(listed, key=lambda unit: (text_sort_key(names.short_on(unit, end)), unit.uid))
    return tuple(
        ScoredUnit(
            uid=unit.uid,
            code=unit.code,
            short_name=names.short_on(unit, end),
            name=names.on(unit, end),
            head=heads.on(unit, end),
            role=members[unit.uid].role if unit.uid in members else "",
            scores_uid=members[unit.uid].scores_uid if unit.uid in members else None,
            scored_before=before.get(unit.uid),
            left_on=unit.dissolved_on if unit.dissolved_on and unit.dissolved_on.earliest <= end.earliest else None,
        )
        for unit in units
    )


def members_of(session: Session, sheet: ScoreSheet) -> dict[str, Membership]:
    """The memberships of a sheet's cluster and year, by unit."""
    statement = select(Membership).where(Membership.cluster_uid == sheet.cluster_uid, Membership.year == sheet.year)
    return {member.unit_uid: member for member in session.scalars(statement)}


def _everybody(session: Session, year: int) -> Sequence[Unit]:
    """Every unit that still existed at the start of the year: a cluster of which nobody wrote down the members."""
    units = session.scalars(select(Unit)).all()
    return [unit for unit in units if unit.dissolved_on is None or unit.dissolved_on.latest.year >= year]


def _scored_in(session: Session, cluster_uid: str, year: int) -> dict[str, str]:
    statement = select(Membership.unit_uid, Membership.scores_uid).where(
        Membership.cluster_uid == cluster_uid, Membership.year == year
    )
    return {unit: other for unit, other in session.execute(statement) if other}
