"""The words of an achievement report, written for one nomination; those of an earlier one are only offered."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.commands.records.records import assign, checked, draft_of
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.nominations import NominationDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Nomination, Round
from cluster_desktop.records.queries.units.unit_names import recipient_uid


@dataclass(frozen=True, slots=True)
class ReportWords:
    """What a nomination reports, and what the newest other nomination of the same recipient reported."""

    words: str
    earlier: str = ""
    source: str = ""
    """Where the earlier words are from: "Lao động tiên tiến năm 2019"; '' for none."""


def report_words(session: Session, nomination_uid: str) -> ReportWords:
    """Read the words of a report, with those it could begin from. Raises RecordMissing."""
    nomination = living(session, Nomination, nomination_uid)
    year = session.get_one(Round, nomination.round_uid).year
    own = nomination.person_uid or nomination.department_uid or nomination.unit_uid
    others = (
        select(Nomination, Round.year)
        .join(Round, Round.uid == Nomination.round_uid)
        .where(recipient_uid(Nomination) == own, Nomination.uid != nomination_uid, Round.year <= year)
        .where(Nomination.achievement.is_not(None))
        .order_by(Round.year.desc(), Nomination.uid.desc())
    )
    found = session.execute(others).first()
    if found is None:
        return ReportWords(nomination.achievement or "")
    earlier, of_year = found
    source = f"{AWARD_KINDS[earlier.award].label} năm {of_year}"
    return ReportWords(nomination.achievement or "", earlier.achievement or "", source)


def write_report_words(workspace: Workspace, nomination_uid: str, words: str) -> Changes:
    """Keep the words of a report, '' for none. Raises RecordMissing, and InvalidDraft for words that are too many."""
    with workspace.changing("Viết báo cáo thành tích") as session:
        nomination = living(session, Nomination, nomination_uid)
        assign(session, nomination, checked(draft_of(nomination, NominationDraft, achievement=words.strip() or None)))
        return session.changes()
