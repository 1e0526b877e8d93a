"""Record the vote of a cluster's meeting (suy tôn), and nominate by its result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from cluster_desktop import errors
from cluster_desktop.commands.records.records import add, assign, checked
from cluster_desktop.domain.awards.nomination_state import NominationState
from cluster_desktop.domain.awards.nominations import NominationDraft, RoundDraft
from cluster_desktop.domain.awards.vocabulary import RoundKind
from cluster_desktop.domain.people.vocabulary import RecipientKind
from cluster_desktop.domain.scoring.score_vote import proposed_citation, votes_by_unit
from cluster_desktop.domain.scoring.scored_sheet import ScoredSheet
from cluster_desktop.domain.scoring.scoring import RecommendationDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Nomination, Recommendation, Round, ScoreSheet
from cluster_desktop.records.rows import Option


@dataclass(frozen=True, slots=True)
class VoteCell:
    """The number of ballots for one unit and one award; None empties it."""

    unit_uid: str
    award: str
    votes_for: int | None


def set_votes(workspace: Workspace, sheet_uid: str, cells: Sequence[VoteCell], votes_total: int | None) -> Changes:
    """Write votes as one act; *votes_total* is the number of ballots and goes to every line of the sheet.

    Raises InvalidDraft when there are more votes than ballots.
    """
    with workspace.changing("Ghi kết quả bỏ phiếu suy tôn") as session:
        living(session, ScoreSheet, sheet_uid)
        recorded = _recommendations(session, sheet_uid)
        votes = {key: record.votes_for for key, record in recorded.items()}
        votes |= {(cell.unit_uid, cell.award): cell.votes_for for cell in cells}
        for (unit, award), votes_for in votes.items():
            draft = RecommendationDraft(
                sheet_uid=sheet_uid, unit_uid=unit, award=award, votes_for=votes_for, votes_total=votes_total
            )
            if (unit, award) in recorded:
                assign(session, recorded[unit, award], checked(draft))
            elif votes_for is not None:
                add(session, checked(draft))
        return session.changes()


def rounds_of(session: WorkspaceSession, year: int) -> tuple[Option, ...]:
    """List the nomination rounds of a year, the regular ones first."""
    rounds = session.scalars(
        select(Round).where(Round.year == year).order_by(Round.kind != RoundKind.REGULAR, Round.sort_key)
    )
    return tuple(Option(item.uid, item.name) for item in rounds)


def nominated_units(session: WorkspaceSession, year: int) -> frozenset[tuple[str, str]]:
    """List unit and award of every nomination in the year's regular rounds that was not taken back."""
    nominated = (
        select(Nomination.unit_uid, Nomination.award)
        .join(Round, Round.uid == Nomination.round_uid)
        .where(Round.year == year, Round.kind == RoundKind.REGULAR, Nomination.state != NominationState.WITHDRAWN)
        .where(Nomination.unit_uid.is_not(None))
    )
    return frozenset((unit, award) for unit, award in session.execute(nominated) if unit)


def nominate_result(
    workspace: Workspace, sheet: ScoredSheet, awards: Mapping[str, str], round_uid: str | None = None
) -> Changes:
    """Nominate each unit for its award, with the votes and a proposed citation, as one act.

    Without *round_uid* a regular round of the year is opened for them. Raises Refused when nobody is chosen
    or one is nominated for this award already.
    """
    if not awards:
        raise errors.Refused("Chưa chọn đơn vị nào. Hãy chọn hình thức khen thưởng ở cột “Đề nghị”.")
    with workspace.changing(f"Đưa {len(awards)} kết quả suy tôn vào đề nghị khen thưởng") as session:
        living(session, ScoreSheet, sheet.uid)
        taken = nominated_units(session, sheet.year)
        where = round_uid or _new_round(session, sheet)
        for unit, award in awards.items():
            if (unit, award) in taken:
                raise errors.Refused(
                    f"{sheet.unit(unit).short_name} đã được đề nghị hình thức này trong năm {sheet.year}. "
                    "Hãy bỏ chọn đơn vị đó."
                )
            add(session, checked(_nomination(sheet, where, unit, award)))
        return session.changes()


def _nomination(sheet: ScoredSheet, where: str, unit: str, award: str) -> NominationDraft:
    vote = votes_by_unit(sheet, award).get(unit)
    return NominationDraft(
        round_uid=where,
        recipient_kind=RecipientKind.UNIT,
        unit_uid=unit,
        award=award,
        citation=proposed_citation(award, sheet.cluster_name, sheet.year),
        state=NominationState.PROPOSED,
        votes_for=vote.votes_for if vote and vote.votes_total else None,
        votes_total=vote.votes_total if vote else None,
    )


def _new_round(session: WorkspaceSession, sheet: ScoredSheet) -> str:
    draft = RoundDraft(name=f"Bình xét, suy tôn {sheet.cluster_name} năm {sheet.year}", year=sheet.year)
    return add(session, checked(draft)).uid


def _recommendations(session: WorkspaceSession, sheet_uid: str) -> dict[tuple[str, str], Recommendation]:
    recorded = session.scalars(select(Recommendation).where(Recommendation.sheet_uid == sheet_uid))
    return {(item.unit_uid, item.award): item for item in recorded}
