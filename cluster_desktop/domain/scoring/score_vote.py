"""The vote of a cluster's meeting (suy tôn): shares, and whom it leads to.

The first is put forward for the emulation flag, those after it for a certificate of merit; how many
and by which share is each cluster's own rule, so the result is proposed and the office decides.
"""

from collections.abc import Mapping

from cluster_desktop.domain.awards.awards import AwardKind
from cluster_desktop.domain.scoring.score_totals import ScoreTotals
from cluster_desktop.domain.scoring.scored_sheet import ScoredSheet, Side, Vote
from cluster_desktop.domain.text.numbers import percent

VOTED_AWARDS = (AwardKind.PROVINCE_FLAG, AwardKind.PROVINCE_MERIT)
"""The awards a cluster votes on: Cờ thi đua, Bằng khen."""


def votes_by_unit(sheet: ScoredSheet, award: str) -> dict[str, Vote]:
    """The votes on one award that were counted, by unit."""
    return {vote.unit_uid: vote for vote in sheet.votes if vote.award == award and vote.votes_for is not None}


def share(vote: Vote) -> str:
    """ "85,7%"; "" without a number of ballots."""
    return percent(vote.votes_for or 0, vote.votes_total) if vote.votes_total else ""


def carried(vote: Vote) -> bool:
    """Check that more than half of all ballots were for it."""
    return 2 * (vote.votes_for or 0) > (vote.votes_total or 0)


def first_by_vote(votes: Mapping[str, Vote], points: Mapping[str, int]) -> str | None:
    """The unit with most votes, if these are more than half; *points* are the final ones in hundredths.

    Equal votes are told apart by the points; None where these are equal too.
    """
    ranked = {uid: (vote.votes_for or 0, points.get(uid, 0)) for uid, vote in votes.items()}
    best = max(ranked.values(), default=None)
    first = [uid for uid, worth in ranked.items() if worth == best and carried(votes[uid])]
    return first[0] if len(first) == 1 else None


def proposed_awards(sheet: ScoredSheet, totals: ScoreTotals) -> dict[str, str]:
    """Propose awards by unit: the flag for the first by the vote, merit for others with more than half of the votes."""
    awards: dict[str, str] = {}
    flags = votes_by_unit(sheet, AwardKind.PROVINCE_FLAG)
    first = first_by_vote(flags, {uid: totals.total(uid, Side.FINAL) or 0 for uid in flags})
    if first is not None:
        awards[first] = AwardKind.PROVINCE_FLAG
    for uid, vote in votes_by_unit(sheet, AwardKind.PROVINCE_MERIT).items():
        if uid not in awards and carried(vote):
            awards[uid] = AwardKind.PROVINCE_MERIT
    return awards


def proposed_citation(award: str, cluster: str, year: int) -> str:
    """The words a nomination begins with; the flag is for the one that leads (Law 2022, article 26)."""
    if award == AwardKind.PROVINCE_FLAG:
        return f"Dẫn đầu phong trào thi đua năm {year} của {cluster}"
    return f"Có thành tích xuất sắc trong phong trào thi đua năm {year} của {cluster}"
