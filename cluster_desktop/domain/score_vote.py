"""The vote of a cluster's meeting (suy tôn): shares, and whom it leads to.

The first is put forward for the emulation flag, those after it for a certificate of merit; how many
and by which share is each cluster's own rule, so the result is proposed and the office decides.
"""

from cluster_desktop.domain.numbers import percent
from cluster_desktop.domain.score_book import ScoreBook, Side, Vote
from cluster_desktop.domain.score_totals import ScoreTotals

FLAG, MERIT = "CO_TINH", "BK_TINH"
VOTED_AWARDS = (FLAG, MERIT)
"""What a cluster votes on: Cờ thi đua, Bằng khen."""


def votes_by_unit(book: ScoreBook, award: str) -> dict[str, Vote]:
    """The votes on one award that were counted, by unit."""
    return {vote.unit_uid: vote for vote in book.votes if vote.award == award and vote.votes_for is not None}


def share(vote: Vote) -> str:
    """ "85,7 %"; "" without a number of ballots."""
    return percent(vote.votes_for or 0, vote.votes_total) if vote.votes_total else ""


def carried(vote: Vote) -> bool:
    """Whether more than half of all ballots were for it."""
    return 2 * (vote.votes_for or 0) > (vote.votes_total or 0)


def proposed_awards(book: ScoreBook, totals: ScoreTotals) -> dict[str, str]:
    """Unit and award: the flag for the one with most votes for it, merit for others that more than half wanted.

    Equal votes are told apart by the final points; where these are equal too, nobody is proposed unasked.
    """
    found: dict[str, str] = {}
    flags = votes_by_unit(book, FLAG)
    wanted = {uid: (vote.votes_for or 0, totals.total(uid, Side.FINAL) or 0) for uid, vote in flags.items()}
    best = max(wanted.values(), default=None)
    first = [uid for uid, worth in wanted.items() if worth == best and carried(flags[uid])]
    if len(first) == 1:
        found[first[0]] = FLAG
    for uid, vote in votes_by_unit(book, MERIT).items():
        if uid not in found and carried(vote):
            found[uid] = MERIT
    return found


def proposed_citation(award: str, cluster: str, year: int) -> str:
    """The words a nomination begins with; the flag is for the one that leads (Law 2022, article 26)."""
    if award == FLAG:
        return f"Dẫn đầu phong trào thi đua năm {year} của {cluster}"
    return f"Có thành tích xuất sắc trong phong trào thi đua năm {year} của {cluster}"
